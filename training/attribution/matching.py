"""Which found statement stands for which gold one: the referee's pairing, one statement at a time.

The referee (`score.mjs`) gives totals only; calibration and the error catalogue ask about single statements. Figures
are never taken from here: `agrees` compares the totals with the referee's.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from unicodedata import category

from .corpus import Attribution, Span

_THAT = re.compile(r"[\s\"'“”‘’]*that\s+", re.IGNORECASE)
_IS_REPORTING = """
import { isReporting } from %s;
let given = '';
for await (const part of process.stdin) given += part;
console.log(JSON.stringify(JSON.parse(given).map(isReporting)));
"""


def letters(text: str, spans: Sequence[Span], role: str) -> frozenset[int]:
    """Places of the letters and digits in the spans; a "that" that opens a content is passed over."""
    found: set[int] = set()
    for index, (start, end) in enumerate(spans):
        opening = _THAT.match(text[start:end]) if role == "content" and index == 0 else None
        start += opening.end() if opening else 0
        found.update(i for i in range(start, end) if category(text[i])[0] in "LN" or ord(text[i]) > 0xFFFF)
    return frozenset(found)


def overlap(a: frozenset[int], b: frozenset[int]) -> float:
    """Jaccard."""
    common = len(a & b)
    return common / (len(a) + len(b) - common) if common else 0.0


@dataclass(frozen=True)
class Judged:
    """One found statement: its gold partner if any, whether the source is right too, and the contents' overlap."""

    partner: int | None
    attributed: bool
    content: float


def pair_up(text: str, gold: Sequence[Attribution], found: Sequence[Attribution], least: float = 0.5) -> list[Judged]:
    """Pairs one to one, largest overlap of contents first."""

    def sets(statements: Sequence[Attribution]) -> list[tuple[frozenset[int], frozenset[int]]]:
        return [(letters(text, s.content, "content"), letters(text, s.source, "source")) for s in statements]

    golds, founds = sets(gold), sets(found)
    pairs = []
    for i, (g_content, g_source) in enumerate(golds):
        for j, (f_content, f_source) in enumerate(founds):
            shared = overlap(g_content, f_content)
            if shared >= least - 1e-9 and shared > 0:
                pairs.append((-shared, -len(g_source & f_source), i, j))
    partner: dict[int, tuple[int, float]] = {}
    used: set[int] = set()
    for shared, _, i, j in sorted(pairs):
        if i not in used and j not in partner:
            used.add(i)
            partner[j] = i, -shared
    out = []
    for j, (_, source) in enumerate(founds):
        i, shared = partner.get(j, (None, 0.0))
        wanted = golds[i][1] if i is not None else frozenset()
        right = i is not None and (bool(wanted & source) if wanted else not source)
        out.append(Judged(i, right, shared))
    return out


def reporting(referee: Path, cues: Sequence[str]) -> list[bool]:
    """The referee's word on which cues are verbs of saying."""
    program = _IS_REPORTING % json.dumps(referee.resolve().as_uri())
    command = ["node", "--input-type=module", "--eval", program]
    result = subprocess.run(command, input=json.dumps(list(cues)), check=True, capture_output=True, text=True)
    return json.loads(result.stdout)
