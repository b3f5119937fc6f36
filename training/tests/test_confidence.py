"""The fit of confidence, its error and its safe threshold, on invented statements whose truth is drawn from it."""

import numpy as np
import pytest

from attribution.confidence import calibration_error, fit, log_odds, out_of_fold, probability, safe_threshold
from attribution.evaluate import above_least

TRUE = np.array([1.5, -0.7, 0.4])


@pytest.fixture
def drawn():
    generator = np.random.default_rng(1)
    rows = generator.normal(size=(20000, 2))
    return rows, (generator.random(len(rows)) < probability(rows, TRUE)).astype(float)


def test_log_odds_stay_within_limits():
    assert log_odds(0.5) == 0
    assert log_odds(1) == -log_odds(0) == 7
    assert log_odds(1 - 1e-12) == 7


def test_the_fit_finds_the_weights_that_the_truth_was_drawn_from(drawn):
    assert fit(*drawn) == pytest.approx(TRUE, abs=0.08)


def test_confidence_of_unseen_groups_means_what_it_says(drawn):
    rows, right = drawn
    unseen = out_of_fold(rows, right, [f"article {k // 20}" for k in range(len(rows))])
    assert calibration_error(unseen, right) < 0.02
    assert calibration_error(np.full(len(right), 0.99), right) > 0.3


def test_the_safe_threshold_is_the_lowest_that_holds_upwards():
    confidence = np.repeat([0.9, 0.8, 0.7, 0.6], 100)
    right = np.concatenate([np.ones(100), np.ones(100), np.arange(100) < 90, np.ones(100)])
    assert safe_threshold(confidence, right, 0.97) == 0.71
    assert safe_threshold(confidence, right, 0.96) == 0.5
    assert safe_threshold(confidence, np.zeros(400), 0.97) is None
    assert safe_threshold(confidence, right, 0.97, least=500) is None


def test_statements_below_the_least_confidence_are_doubtful():
    confident = above_least({"bias": 0.5, "weights": {"cue": 1.0, "source": -2.0}, "least": 0.5})
    assert confident({"cue": 1.5, "source": 1.0, "content": -7.0})
    assert not confident({"cue": 1.4, "source": 1.0, "content": 7.0})
