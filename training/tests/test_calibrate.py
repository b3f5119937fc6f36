"""From the engine's own account of its statements to features and figures."""

import json

import numpy as np
import pytest

from attribution.calibrate import measured, read_signals
from attribution.confidence import SCORES, TEXT


def statement(right, reported=True, rule=False):
    scores = None if rule else dict.fromkeys(SCORES, 0.5) | {"cue": 1.0}
    return {
        "scores": scores,
        "text": None if rule else dict.fromkeys(TEXT, 0.0) | {"speech": 1.0},
        "right": right,
        "reported": reported,
    }


@pytest.fixture
def signals(tmp_path):
    path = tmp_path / "signals.jsonl"
    lines = [
        {
            "corpus": "polnear",
            "article": "1",
            "gold": {"all": 3, "reported": 2},
            "statements": [statement(True), statement(False, reported=False), statement(True, rule=True)],
        },
        {"corpus": "bbc", "article": "1", "gold": {"all": 1, "reported": 1}, "statements": [statement(False)]},
    ]
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    return read_signals(path)


def test_scores_become_log_odds_in_their_order(signals):
    assert signals.rows.shape == (3, len(SCORES) + len(TEXT))
    assert dict(zip((*SCORES, *TEXT), signals.rows[0], strict=True))["cue"] == 7
    assert dict(zip((*SCORES, *TEXT), signals.rows[0], strict=True))["source"] == 0
    assert dict(zip((*SCORES, *TEXT), signals.rows[0], strict=True))["speech"] == 1


def test_articles_of_two_corpora_are_never_the_same(signals):
    assert len(set(signals.article)) == 2


def test_f1_counts_what_rules_found_whatever_is_left_out(signals):
    everything = np.ones(3, dtype=bool)
    assert signals.f1("polnear", "all", everything) == pytest.approx(200 * 2 / (3 + 3))
    assert signals.f1("polnear", "reported", everything) == pytest.approx(200 * 2 / (2 + 2))
    assert signals.f1("polnear", "all", np.array([False, False, True])) == pytest.approx(200 * 1 / (1 + 3))


def test_measures_of_confidence():
    out = measured(np.array([0.9, 0.9, 0.5, 0.5]), np.array([1.0, 1.0, 1.0, 0.0]), safe=0.8)
    assert out["error"] == pytest.approx(0.05)
    assert out["safe"] == {"statements": 2, "right": 1.0}
    assert measured(np.array([0.5]), np.array([1.0]), safe=0.8)["safe"]["right"] is None
