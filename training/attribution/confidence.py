"""How sure the model is of a statement: what the service computes (src/tagging/confidence.ts), and a fit of it."""

from __future__ import annotations

import math

import numpy as np

from .corpus import Attribution
from .crf import best_path, constrained
from .decode import Reading, attribution_of, find_cues, score_cues
from .documents import JOINT_CONTENT, JOINT_CUE, JOINT_SOURCE, PAIR_CONTENT, PAIR_SOURCE
from .model import Network
from .probabilities import Observed

# What the service knows of today …
SERVICE = ("cue", "source", "content", "contentWords", "sourceWords")
# … and what it could know besides: does the joint layer, which never saw the cue, give these words the same roles?
RICHER = (*SERVICE, "jointContent", "jointSource", "sourceLength")

LIMIT = 7.0  # beyond this, probabilities of a network are rounding errors
Scored = tuple[Attribution, dict[str, float]]


def log_odds(probability: float) -> float:
    if probability <= 0 or probability >= 1:
        return LIMIT if probability >= 1 else -LIMIT
    return max(-LIMIT, min(LIMIT, math.log(probability / (1 - probability))))


def scored_statements(network: Network, reading: Reading, head: str) -> list[Scored]:
    """Every statement of a reading with its features, names as in SERVICE and RICHER."""
    transitions = constrained(network.transitions.detach().numpy())
    head_transitions = constrained(getattr(network, head).transitions.detach().numpy())
    cues = find_cues(reading.joint, transitions)
    joint = Observed(reading.joint, transitions)
    as_source, as_content = joint.role(JOINT_SOURCE), joint.role(JOINT_CONTENT)
    out = []
    for cue in score_cues(network, reading, cues, head):
        statement = attribution_of(reading.document, cue, head_transitions)
        if statement is None:
            continue
        tags = np.array(best_path(cue.scores, head_transitions))
        source = np.flatnonzero((tags == PAIR_SOURCE) | (tags == PAIR_SOURCE + 1))
        content = np.flatnonzero(tags >= PAIR_CONTENT)
        seen = Observed(cue.scores, head_transitions)
        named = len(source) > 0
        probabilities = {
            "cue": joint.segment(JOINT_CUE, cue.cue[0], cue.cue[-1]),
            "source": seen.least_certain(PAIR_SOURCE, source.tolist()) if named else seen.without(PAIR_SOURCE),
            "content": seen.least_certain(PAIR_CONTENT, content.tolist()),
            "contentWords": float(seen.role(PAIR_CONTENT)[content].mean()),
            "sourceWords": float(seen.role(PAIR_SOURCE)[source].mean()) if named else 1.0,
            "jointContent": float(as_content[content + cue.low].mean()),
            "jointSource": float(as_source[source + cue.low].mean()) if named else 1.0,
        }
        features = {name: log_odds(value) for name, value in probabilities.items()}
        out.append((statement, features | {"sourceLength": math.log(1 + len(source))}))
    return out


def fit(rows: np.ndarray, right: np.ndarray, pull: float = 1.0) -> np.ndarray:
    """Logistic regression by Newton's method, weights pulled to zero; the last weight is the bias, which is not."""
    rows = np.column_stack([rows, np.ones(len(rows))])
    weights = np.zeros(rows.shape[1])
    penalty = np.full(len(weights), pull)
    penalty[-1] = 1e-6
    for _ in range(50):
        found = probability(rows[:, :-1], weights)
        curve = (rows * (found * (1 - found))[:, None]).T @ rows + np.diag(penalty)
        weights += np.linalg.solve(curve, rows.T @ (right - found) - penalty * weights)
    return weights


def probability(rows: np.ndarray, weights: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-(rows @ weights[:-1] + weights[-1])))


def out_of_fold(rows: np.ndarray, right: np.ndarray, groups: list[str], folds: int = 10) -> np.ndarray:
    """The probability of each row by weights fitted without the rows of its own group and of some others."""
    names = sorted(set(groups))
    order = dict(zip(names, np.random.default_rng(0).permutation(len(names)), strict=True))
    fold = np.array([order[g] % folds for g in groups])
    out = np.zeros(len(rows))
    for k in set(fold.tolist()):
        out[fold == k] = probability(rows[fold == k], fit(rows[fold != k], right[fold != k]))
    return out


def calibration_error(confidence: np.ndarray, right: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error over bins of equal width."""
    place = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = [abs(confidence[place == k].mean() - right[place == k].mean()) * (place == k).mean() for k in set(place)]
    return float(sum(gaps))


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
