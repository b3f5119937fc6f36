"""Fits confidence to what is right on dev, and adds it to the exported model: `python -m attribution.calibrate --help`.

The training articles cannot serve: of those the network is nearly always right. So the figures printed of PolNeAR are of
articles that the fit did not see (ten folds by article); the weights written are fitted on all of PolNeAR dev. `least`
is the confidence below which a statement is better left out: dropping those raises precision more than it costs recall.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tqdm import tqdm

from .confidence import (
    RICHER,
    SERVICE,
    calibration_error,
    fit,
    out_of_fold,
    probability,
    safe_threshold,
    scored_statements,
)
from .corpus import Article, Attribution, read_articles
from .documents import prepare
from .load import load_network
from .manifest import CALIBRATION, add_file
from .matching import pair_up, reporting
from .model import Network
from .onnx_runtime import OnnxReader
from .referee import GOLD, Card, judge_statements
from .tokenizer import WordTokenizer
from .windows import OVERLAP_WORDS, WINDOW

SAFE = 0.97
LEAST = 200  # statements on PolNeAR dev, below which a fit would say nothing


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--referee", type=Path, required=True)
    parser.add_argument("--models", type=Path, required=True, help="folder of the exported model")
    parser.add_argument("--head", default="context", choices=("pair", "context"))
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    network, lexicon = load_network(arguments.run, arguments.weights, arguments.encoder)
    reader, tokenizer = OnnxReader(arguments.models, network), WordTokenizer(arguments.encoder)
    gathered = {
        corpus: gather(network, reader, tokenizer, lexicon, arguments.corpora / path, arguments.referee, arguments.head)
        for corpus, path in GOLD.items()
    }
    dev = gathered["polnear"]
    if len(dev.right) < LEAST or dev.right.min() == dev.right.max():
        print(f"{len(dev.right)} statements, {dev.right.sum():.0f} right: too few to calibrate by")
        return
    parts = []
    for name, features in (("service", SERVICE), ("richer", RICHER)):
        columns = slice(len(features))
        weights = fit(dev.rows[:, columns], dev.right)
        unseen = out_of_fold(dev.rows[:, columns], dev.right, dev.origin)
        threshold = safe_threshold(unseen, dev.right, SAFE)
        cards = {x: dev.card(unseen >= x, arguments.referee) for x in (0, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)}
        for x, card in cards.items():
            print(f"{name}, below {x} left out: {card}")
        least = max(cards, key=lambda x: cards[x].reported + cards[x].all)
        for corpus, some in gathered.items():
            confidence = unseen if corpus == "polnear" else probability(some.rows[:, columns], weights)
            print(f"{name} {corpus}, below {least} left out: {some.card(confidence >= least, arguments.referee)}")
            for kind, kept in (("all", np.ones(len(confidence), dtype=bool)), ("reported", some.reported)):
                if kept.any():
                    print(f"{name} {corpus} {kind}: {described(confidence[kept], some.right[kept], threshold)}")
        parts.append(
            {
                "bias": round(float(weights[-1]), 4),
                "weights": {key: round(float(w), 4) for key, w in zip(features, weights, strict=False)},
                "least": least,
                "safe": threshold,
            }
        )
    with tempfile.TemporaryDirectory(dir=arguments.models, prefix=".calibrate-") as folder:
        staged = Path(folder) / CALIBRATION
        staged.write_text(json.dumps({**parts[0], "richer": parts[1]}, indent=2) + "\n", encoding="utf-8")
        add_file(staged, arguments.models)
    print(json.dumps(parts))


@dataclass
class Gathered:
    """Every statement found in a corpus, in order."""

    gold: Path
    articles: list[Article]
    statements: list[list[Attribution]]  # by article
    rows: np.ndarray  # statements × RICHER
    right: np.ndarray  # 1 where attributed@0.50
    reported: np.ndarray
    origin: list[str]  # each statement's article

    def card(self, kept: np.ndarray, referee: Path) -> Card:
        """The referee's figures when only some statements are given."""
        keep = iter(kept.tolist())
        return judge_statements(
            referee, self.gold, self.articles, [[s for s in some if next(keep)] for some in self.statements]
        )


def gather(
    network: Network,
    reader: OnnxReader,
    tokenizer: WordTokenizer,
    lexicon: dict[str, int],
    gold: Path,
    referee: Path,
    head: str,
) -> Gathered:
    articles = read_articles(gold)
    documents, _ = prepare(articles, tokenizer, lexicon)
    statements, rows, right, cues, origin = [], [], [], [], []
    for document in tqdm(documents, desc=gold.parent.name, leave=False):
        scored = scored_statements(network, reader.read(document, WINDOW, OVERLAP_WORDS), head)
        text, golds = document.article.text, document.article.attributions
        found = [statement for statement, _ in scored]
        statements.append(found)
        for (statement, values), verdict in zip(scored, pair_up(text, golds, found), strict=True):
            rows.append([values[name] for name in RICHER])
            right.append(float(verdict.attributed))
            # As the referee counts: by the gold cue where there is one.
            cue = statement.cue if verdict.partner is None else golds[verdict.partner].cue
            cues.append(" ".join(text[start:end] for start, end in cue))
            origin.append(document.article.id)
    table = np.array(rows).reshape(-1, len(RICHER))
    counted = np.array(reporting(referee, cues), dtype=bool)
    return Gathered(gold, articles, statements, table, np.array(right), counted, origin)


def described(confidence: np.ndarray, right: np.ndarray, threshold: float | None) -> str:
    out = f"{len(right)} statements, {right.mean():.1%} right, calibration error {calibration_error(confidence, right):.3f}"
    if threshold is None:
        return f"{out}; no threshold is safe"
    safe = confidence >= threshold
    precision = f"{right[safe].mean():.1%} right" if safe.any() else "none"
    return f"{out}; from {threshold:.2f} on {safe.mean():.1%} of them, {precision}"


if __name__ == "__main__":
    main()
