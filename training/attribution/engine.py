"""What the service's own engine found in the dev articles, as `node scripts/signals.mjs` writes it."""

from __future__ import annotations

import json
from pathlib import Path

from .corpus import ROLES, Attribution, CodeUnits

# Statements given, their confidence, and statements found but left out; spans in code units.
Found = tuple[list[dict], list[float], list[dict]]


def read_found(path: Path, least: float) -> dict[tuple[str, str], Found]:
    """By corpus and article; what the model found below the least confidence is left out, what a rule found never."""
    out = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        given, rest = [], []
        for one in record["statements"]:
            (given if one["foundBy"] != "model" or one["confidence"] >= least else rest).append(one)
        out[record["corpus"], str(record["article"])] = given, [s["confidence"] for s in given], rest
    return out


def in_points(text: str, statements: list[dict]) -> list[Attribution]:
    """The statements with offsets that count characters."""
    units = CodeUnits(text)
    return [Attribution(*([units.to_points(span) for span in one[role]] for role in ROLES)) for one in statements]
