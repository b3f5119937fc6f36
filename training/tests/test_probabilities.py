"""Probabilities of segments against enumeration of every path that the constraints allow."""

import itertools

import numpy as np
import pytest

from attribution.crf import FORBIDDEN, constrained
from attribution.probabilities import Observed

TAGS, LENGTH = 5, 5
PATHS = list(itertools.product(range(TAGS), repeat=LENGTH))


@pytest.fixture
def random_case():
    generator = np.random.default_rng(3)
    scores = generator.normal(size=(LENGTH, TAGS))
    transitions = constrained(generator.normal(size=(TAGS, TAGS)))

    def weight(path):
        if path[0] in (2, 4) or any(transitions[a, b] == FORBIDDEN for a, b in itertools.pairwise(path)):
            return 0.0
        return np.exp(
            sum(scores[i, t] for i, t in enumerate(path)) + sum(transitions[a, b] for a, b in itertools.pairwise(path))
        )

    weights = {path: weight(path) for path in PATHS}
    total = sum(weights.values())
    return Observed(scores, transitions), {path: w / total for path, w in weights.items() if w}


@pytest.mark.parametrize(("begin", "first", "last"), [(1, 0, 0), (1, 1, 3), (3, 2, 4), (3, 4, 4), (1, 0, 4)])
def test_a_segment_is_as_likely_as_the_paths_that_have_it(random_case, begin, first, last):
    observed, paths = random_case
    wanted = (begin, *[begin + 1] * (last - first))
    expected = sum(
        p for path, p in paths.items() if path[first : last + 1] == wanted and path[last + 1 : last + 2] != (begin + 1,)
    )
    assert observed.segment(begin, first, last) == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("begin", [1, 3])
def test_roles_and_their_absence(random_case, begin):
    observed, paths = random_case
    role = (begin, begin + 1)
    expected = [sum(p for path, p in paths.items() if path[i] in role) for i in range(LENGTH)]
    assert observed.role(begin) == pytest.approx(expected)
    absent = sum(p for path, p in paths.items() if not set(path) & set(role))
    assert observed.without(begin) == pytest.approx(absent)


def test_the_least_certain_of_two_segments(random_case):
    observed, _ = random_case
    both = observed.segment(3, 0, 1), observed.segment(3, 3, 3)
    assert observed.least_certain(3, [0, 1, 3]) == min(both)
