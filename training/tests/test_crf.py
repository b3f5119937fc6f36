"""The CRF against enumeration of every path."""

import itertools

import numpy as np
import torch

from attribution.crf import (
    best_path,
    constrained,
    cross_entropy,
    log_partition,
    marginals,
    negative_log_likelihood,
)

TAGS, LENGTH = 5, 4


def random_scores(seed):
    generator = torch.Generator().manual_seed(seed)
    return torch.randn(2, LENGTH, TAGS, generator=generator), torch.randn(TAGS, TAGS, generator=generator)


def path_score(scores, transitions, path):
    total = sum(scores[t, tag] for t, tag in enumerate(path))
    return total + sum(transitions[a, b] for a, b in itertools.pairwise(path))


def test_the_partition_sums_over_every_path_of_the_present_places():
    scores, transitions = random_scores(1)
    present = torch.tensor([[True] * LENGTH, [True, True, False, False]])
    found = log_partition(scores, present, transitions)
    for row, length in ((0, LENGTH), (1, 2)):
        paths = itertools.product(range(TAGS), repeat=length)
        expected = torch.logsumexp(torch.stack([path_score(scores[row], transitions, p) for p in paths]), 0)
        assert torch.allclose(found[row], expected, atol=1e-4)


def test_likelihoods_of_all_paths_sum_to_one():
    scores, transitions = random_scores(2)
    paths = torch.tensor(list(itertools.product(range(TAGS), repeat=LENGTH)))
    many = scores[:1].expand(len(paths), -1, -1)
    nll = negative_log_likelihood(many, paths, torch.ones(len(paths), LENGTH, dtype=torch.bool), transitions)
    assert abs(float((-nll).exp().sum()) - 1) < 1e-4


def test_the_best_path_is_the_best_valid_one():
    def valid(path):
        return all(tag % 2 or tag == 0 or (t and path[t - 1] in (tag, tag - 1)) for t, tag in enumerate(path))

    for seed in range(20):
        scores, transitions = random_scores(seed)
        found = best_path(scores[0].numpy(), constrained(transitions.numpy()))
        candidates = [p for p in itertools.product(range(TAGS), repeat=LENGTH) if valid(p)]
        best = max(candidates, key=lambda p: float(path_score(scores[0], transitions, p)))
        assert found == list(best)


def test_constraints_leave_the_given_transitions_alone():
    transitions = np.zeros((TAGS, TAGS))
    assert constrained(transitions)[0, 2] < -1000
    assert transitions[0, 2] == 0


def test_marginals_add_up_the_probabilities_of_paths():
    scores, transitions = random_scores(3)
    present = torch.tensor([[True] * LENGTH, [True, True, False, False]])
    single, pair = marginals(scores, present, transitions)
    for row, length in ((0, LENGTH), (1, 2)):
        paths = list(itertools.product(range(TAGS), repeat=length))
        weights = torch.softmax(torch.stack([path_score(scores[row], transitions, p) for p in paths]), 0)
        expected_single, expected_pair = torch.zeros(LENGTH, TAGS), torch.zeros(LENGTH, TAGS, TAGS)
        for weight, path in zip(weights, paths, strict=True):
            for place, tag in enumerate(path):
                expected_single[place, tag] += weight
                if place:
                    expected_pair[place, path[place - 1], tag] += weight
        assert torch.allclose(single[row], expected_single, atol=1e-4)
        assert torch.allclose(pair[row], expected_pair, atol=1e-4)


def test_cross_entropy_is_the_expected_negative_log_likelihood():
    teacher, teacher_transitions = random_scores(4)
    student, student_transitions = random_scores(5)
    present = torch.ones(1, LENGTH, dtype=torch.bool)
    single, pair = marginals(teacher[:1], present, teacher_transitions)
    found = cross_entropy(student[:1], single, pair, present, student_transitions)
    paths = torch.tensor(list(itertools.product(range(TAGS), repeat=LENGTH)))
    every = present.expand(len(paths), -1)
    wide = (len(paths), -1, -1)
    weights = (-negative_log_likelihood(teacher[:1].expand(wide), paths, every, teacher_transitions)).exp()
    losses = negative_log_likelihood(student[:1].expand(wide), paths, every, student_transitions)
    assert torch.allclose(found[0], (weights * losses).sum(), atol=1e-3)
