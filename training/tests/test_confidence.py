"""The fit of confidence, its error and its safe threshold, on invented statements whose truth is drawn from it."""

import numpy as np
import pytest

from attribution.confidence import (
    calibration_error,
    chance_error,
    fit,
    log_odds,
    out_of_fold,
    probability,
    safe_threshold,
)

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


def test_a_row_that_counts_four_times_is_as_good_as_four(drawn):
    rows, right = drawn[0][:300], drawn[1][:300]
    heavy = np.where(np.arange(300) < 50, 4.0, 1.0)
    repeated = np.repeat(np.arange(300), heavy.astype(int))
    assert fit(rows, right, heavy) == pytest.approx(fit(rows[repeated], right[repeated]), abs=1e-9)


def test_chance_alone_errs_more_on_fewer_statements(drawn):
    rows, right = drawn
    confidence = probability(rows, TRUE)
    assert chance_error(confidence[:60]) > 0.05 > 0.02 > chance_error(confidence[:5000], draws=20)
    few = [calibration_error(confidence[k : k + 60], right[k : k + 60]) for k in range(0, 6000, 60)]
    assert np.mean(few) == pytest.approx(chance_error(confidence[:60]), abs=0.02)
