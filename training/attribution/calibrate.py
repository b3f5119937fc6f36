"""Fits confidence to what is right on dev, and adds it to the exported model: `python -m attribution.calibrate --help`.

It reads what the engine itself knows of its statements (`node scripts/signals.mjs`). The training articles cannot
serve: of those the network is nearly always right. So every figure printed, and those written into the file for the
score card, is of articles that the fit did not see (ten folds by article); the weights written are fitted on all.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .confidence import SCORES, TEXT, calibration_error, chance_error, fit, log_odds, out_of_fold, safe_threshold
from .manifest import CALIBRATION, add_file

SAFE, MARGIN = 0.97, 0.003  # what is promised, and what it is exceeded by on PolNeAR dev, lest the promise be luck
FEWEST = 200  # statements, below which a fit would say nothing
# PolNeAR has ten times the statements of the two others together, and one manner of annotating; counted like this, the
# others have a third of the say: PolNeAR's error stays below 0.05, and theirs comes near what chance alone would give.
WEIGHT_OF_OTHERS = 4.0
# F1 would have 0.35 or 0.4; but a statement left out is a story missed, and above 0.25 right statements by verbs of
# speech go: "The bridge will open in May, the mayor, Ana Ruiz, told reporters" has 0.29.
LEASTS = (0.0, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)
HIGHEST_LEAST = 0.25


@dataclass
class Signals:
    """Statements found on dev, in order; `by_rule` counts those that a rule made: their confidence is not fitted."""

    rows: np.ndarray  # statements × (SCORES, TEXT)
    right: np.ndarray
    reported: np.ndarray
    corpus: np.ndarray
    article: list[str]
    gold: dict[str, dict[str, int]]
    by_rule: dict[str, dict[str, tuple[int, int]]]  # corpus → all or reported → found, right

    def f1(self, corpus: str, kind: str, kept: np.ndarray) -> float:
        """The referee's F1 when only some statements are given, but for pairs that would form anew."""
        some = kept & (self.corpus == corpus) & (self.reported if kind == "reported" else True)
        found, right = self.by_rule[corpus][kind]
        return 200 * (right + self.right[some].sum()) / max(1, found + some.sum() + self.gold[corpus][kind])


def read_signals(path: Path) -> Signals:
    rows, right, reported, corpus, article = [], [], [], [], []
    gold: dict[str, dict[str, int]] = {}
    by_rule: dict[str, dict[str, tuple[int, int]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        name = record["corpus"]
        counts = gold.setdefault(name, {"all": 0, "reported": 0})
        rules = by_rule.setdefault(name, {"all": (0, 0), "reported": (0, 0)})
        for kind in counts:
            counts[kind] += record["gold"][kind]
        for one in record["statements"]:
            if one["scores"] is None:
                for kind in ("all", "reported") if one["reported"] else ("all",):
                    rules[kind] = rules[kind][0] + 1, rules[kind][1] + one["right"]
                continue
            rows.append([log_odds(one["scores"][s]) for s in SCORES] + [one["text"][s] for s in TEXT])
            right.append(float(one["right"]))
            reported.append(one["reported"])
            corpus.append(name)
            article.append(f"{name} {record['article']}")
    table = np.array(rows, dtype=float).reshape(-1, len(SCORES) + len(TEXT))
    return Signals(
        table, np.array(right), np.array(reported, dtype=bool), np.array(corpus, dtype=str), article, gold, by_rule
    )


def measured(confidence: np.ndarray, right: np.ndarray, safe: float) -> dict:
    kept = confidence >= safe
    return {
        "statements": len(right),
        "right": round(float(right.mean()), 4),
        "confidence": round(float(confidence.mean()), 4),
        "error": round(calibration_error(confidence, right), 4),
        "byChance": round(chance_error(confidence), 4),
        "safe": {"statements": int(kept.sum()), "right": round(float(right[kept].mean()), 4) if kept.any() else None},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--signals", type=Path, required=True, help="written by scripts/signals.mjs")
    parser.add_argument("--models", type=Path, required=True, help="folder of the exported model")
    parser.add_argument("--weight-of-others", type=float, default=WEIGHT_OF_OTHERS)
    arguments = parser.parse_args()
    dev = read_signals(arguments.signals)
    if len(dev.right) < FEWEST or dev.right.min() == dev.right.max():
        print(f"{len(dev.right)} statements, {dev.right.sum():.0f} right: too few to calibrate by")
        return
    weight = np.where(dev.corpus == "polnear", 1.0, arguments.weight_of_others)
    unseen = out_of_fold(dev.rows, dev.right, dev.article, weight)
    polnear = dev.corpus == "polnear"
    safe = safe_threshold(unseen[polnear], dev.right[polnear], SAFE + MARGIN) or 1.0

    def gain(least: float) -> float:
        """F1 over the corpora, each counting for as much as its size makes it certain."""
        return sum(
            dev.gold[name]["all"] ** 0.5 * dev.f1(name, kind, unseen >= least)
            for name in dev.gold
            for kind in ("reported", "all")
        )

    for x in LEASTS:
        figures = [
            f"{name} {dev.f1(name, 'reported', unseen >= x):.1f} / {dev.f1(name, 'all', unseen >= x):.1f}"
            for name in dev.gold
        ]
        print(f"below {x:.2f} left out, reported / all: {', '.join(figures)}")
    least = max((x for x in LEASTS if x <= HIGHEST_LEAST), key=gain)
    given = unseen >= least
    cross_validated = {}
    for name in dev.gold:
        some = given & (dev.corpus == name)
        cross_validated[name] = measured(unseen[some], dev.right[some], safe)
        print(f"{name}: {cross_validated[name]}")
    some = given & polnear & dev.reported
    print(f"polnear, reported: {measured(unseen[some], dev.right[some], safe)}")
    weights = fit(dev.rows, dev.right, weight).round(4).tolist()
    content = {
        "bias": weights[-1],
        "weights": dict(zip(SCORES, weights, strict=False)),
        "text": dict(zip(TEXT, weights[len(SCORES) :], strict=False)),
        "least": least,
        "safe": safe,
        "crossValidated": cross_validated,
    }
    with tempfile.TemporaryDirectory(dir=arguments.models, prefix=".calibrate-") as folder:
        staged = Path(folder) / CALIBRATION
        staged.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
        add_file(staged, arguments.models)
    print(json.dumps({key: content[key] for key in ("bias", "weights", "text", "least", "safe")}))


if __name__ == "__main__":
    main()
