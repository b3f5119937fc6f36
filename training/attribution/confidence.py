"""Fits how sure the engine is of a statement: the sum is made in src/extraction/attributions/confidence.ts."""

from __future__ import annotations

import math

import numpy as np

# Probabilities of the network, of which the log-odds are taken, and what the text says; names as in the service.
SCORES = ("cue", "source", "content", "contentWords", "sourceWords", "contentOverlap")
TEXT = ("speech", "noSource", "nested", "direct", "mixed", "contentLength")

LIMIT = 7.0  # beyond this, probabilities of a network are rounding errors


def log_odds(probability: float) -> float:
    if probability <= 0 or probability >= 1:
        return LIMIT if probability >= 1 else -LIMIT
    return max(-LIMIT, min(LIMIT, math.log(probability / (1 - probability))))


def fit(rows: np.ndarray, right: np.ndarray, weight: np.ndarray | None = None, pull: float = 1.0) -> np.ndarray:
    """Logistic regression by Newton's method, weights pulled to zero; the last weight is the bias, which is not.

    `weight` says how much each row counts.
    """
    rows = np.column_stack([rows, np.ones(len(rows))])
    weight = np.ones(len(rows)) if weight is None else weight
    weights = np.zeros(rows.shape[1])
    penalty = np.full(len(weights), pull)
    penalty[-1] = 1e-6
    for _ in range(50):
        found = probability(rows[:, :-1], weights)
        curve = (rows * (weight * found * (1 - found))[:, None]).T @ rows + np.diag(penalty)
        weights += np.linalg.solve(curve, rows.T @ (weight * (right - found)) - penalty * weights)
    return weights


def probability(rows: np.ndarray, weights: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-(rows @ weights[:-1] + weights[-1])))


def out_of_fold(
    rows: np.ndarray, right: np.ndarray, groups: list[str], weight: np.ndarray | None = None, folds: int = 10
) -> np.ndarray:
    """The probability of each row by weights fitted without the rows of its own group and of some others."""
    names = sorted(set(groups))
    order = dict(zip(names, np.random.default_rng(0).permutation(len(names)), strict=True))
    fold = np.array([order[g] % folds for g in groups])
    weight = np.ones(len(rows)) if weight is None else weight
    out = np.zeros(len(rows))
    for k in set(fold.tolist()):
        rest = fold != k
        out[~rest] = probability(rows[~rest], fit(rows[rest], right[rest], weight[rest]))
    return out


def calibration_error(confidence: np.ndarray, right: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error over bins of equal width."""
    place = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = [abs(confidence[place == k].mean() - right[place == k].mean()) * (place == k).mean() for k in set(place)]
    return float(sum(gaps))


def chance_error(confidence: np.ndarray, draws: int = 500) -> float:
    """The calibration error that as many statements show on average if each confidence is exactly true."""
    random = np.random.default_rng(0)
    return float(
        np.mean([calibration_error(confidence, random.random(len(confidence)) < confidence) for _ in range(draws)])
    )


def safe_threshold(confidence: np.ndarray, right: np.ndarray, precision: float, least: int = 50) -> float | None:
    """The lowest hundredth from which on, at it and at every higher one, the precision is reached.

    Hundredths that fewer than `least` statements reach prove nothing; None if there is no such threshold.
    """
    safe = None
    for hundredth in range(99, 49, -1):
        kept = right[confidence >= hundredth / 100]
        if len(kept) < least:
            continue
        if kept.mean() < precision:
            break
        safe = hundredth / 100
    return safe
