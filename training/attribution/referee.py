"""Calls the referee (score.mjs) on predictions: no other program says how good a model is."""

from __future__ import annotations

import json
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from .corpus import Article, Attribution, prediction_lines

GOLD = {"polnear": "polnear/dev.jsonl", "wikinews": "wikinews/dev.jsonl", "bbc": "bbc/gold-dev.jsonl"}


@dataclass(frozen=True)
class Card:
    """The figures that experiments are compared by, F1 in %."""

    reported: float
    precision: float
    recall: float
    content: float
    content_exact: float
    all: float
    all_exact: float

    def __str__(self) -> str:
        return (
            f"reported {self.reported:.1f} (P {self.precision:.1f} R {self.recall:.1f}) "
            f"content@.50 {self.content:.1f} @1 {self.content_exact:.1f} | all {self.all:.1f} @1 {self.all_exact:.1f}"
        )


def judge(referee: Path | str, gold: Path | str, predictions: Path | str) -> dict:
    # The real path: the referee does nothing when it is called by way of a link.
    command = ["node", str(Path(referee).resolve()), str(gold), str(predictions), "--json"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def card_of(result: dict) -> Card:
    reported, everything = result["reported"], result["all"]
    attributed = reported["attributed@0.50"]
    return Card(
        attributed["f1"],
        attributed["p"],
        attributed["r"],
        reported["content@0.50"]["f1"],
        reported["content@1.00"]["f1"],
        everything["attributed@0.50"]["f1"],
        everything["content@1.00"]["f1"],
    )


def judge_statements(
    referee: Path | str, gold: Path | str, articles: list[Article], statements: list[list[Attribution]]
) -> Card:
    """Writes a temporary prediction file and has it scored."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in prediction_lines(articles, statements))
        file.flush()
        return card_of(judge(referee, gold, file.name))
