"""Gold files in, prediction files out: the only place that knows JSON lines and UTF-16 offsets.

Inside the package every offset counts Python characters (code points); the files count UTF-16 code units.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

Span = tuple[int, int]
ROLES = ("cue", "source", "content")


@dataclass(frozen=True)
class Attribution:
    """One reported statement: the words that report, who spoke, what was said."""

    cue: list[Span]
    source: list[Span]
    content: list[Span]


@dataclass(frozen=True)
class Article:
    id: str
    text: str
    annotator: str | None
    publisher: str | None
    attributions: list[Attribution]


class CodeUnits:
    """Converts offsets of one text between code points and UTF-16 code units."""

    def __init__(self, text: str) -> None:
        self._units: list[int] | None = None
        if any(ord(ch) > 0xFFFF for ch in text):
            units = [0]
            for ch in text:
                units.append(units[-1] + (2 if ord(ch) > 0xFFFF else 1))
            self._units = units
            self._points = {unit: point for point, unit in enumerate(units)}

    def to_points(self, span: Iterable[int]) -> Span:
        start, end = span
        if self._units is None:
            return start, end
        return self._points[start], self._points[end]

    def to_units(self, span: Span) -> list[int]:
        start, end = span
        if self._units is None:
            return [start, end]
        return [self._units[start], self._units[end]]


def parse_article(record: dict) -> Article:
    """Makes an article of one gold record; records without annotation get an empty list."""
    units = CodeUnits(record["text"])
    attributions = [
        Attribution(**{role: [units.to_points(span) for span in a.get(role, [])] for role in ROLES})
        for a in record.get("attributions", [])
    ]
    return Article(
        id=record["id"],
        text=record["text"],
        annotator=record.get("annotator"),
        publisher=record.get("publisher"),
        attributions=attributions,
    )


def read_articles(path: Path | str) -> list[Article]:
    """Reads a gold file (or plain articles) in file order."""
    with open(path, encoding="utf-8") as lines:
        return [parse_article(json.loads(line)) for line in lines if line.strip()]


def prediction_lines(articles: list[Article], statements: list[list[Attribution]]) -> Iterator[str]:
    """The prediction file that the referee reads, one line an article."""
    for article, found in zip(articles, statements, strict=True):
        units = CodeUnits(article.text)
        rows = [{role: [units.to_units(s) for s in getattr(a, role)] for role in ROLES} for a in found]
        yield json.dumps({"id": article.id, "statements": rows})
