"""Scores of the network → attributions: best joint path gives the cues, a second path for each cue the rest."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from .alignment import spans_of_words
from .corpus import Attribution
from .crf import best_path, constrained
from .documents import JOINT_CUE, PAIR_CONTENT, PAIR_SOURCE, Document
from .model import Network, Reach
from .windows import Batch, Window, collate, cues_of, cut, owned


@dataclass
class Reading:
    """What the network makes of one document before any decision."""

    document: Document
    windows: list[Window]
    own: list[tuple[int, int]]
    batch: Batch
    joint: np.ndarray  # words × joint tags
    projected: dict[str, tuple[torch.Tensor, ...]]  # by name of the head


@dataclass(frozen=True)
class CueScores:
    """A cue found, and the scores of the words in its reach, the first of which is word `low`."""

    cue: list[int]
    low: int
    scores: np.ndarray


def heads_of(network: Network) -> dict[str, torch.nn.Module]:
    return {name: head for name in ("pair", "context") if (head := getattr(network, name)) is not None}


@torch.no_grad()
def read(network: Network, document: Document, size: int, overlap: int, precision: torch.dtype) -> Reading:
    """One pass of the encoder over all windows of a document."""
    windows = cut(document, size, overlap)
    batch = collate(windows, size)
    words = network.words(batch, precision=precision)
    emissions = network.joint(words).numpy()
    joint = np.zeros((document.words, emissions.shape[-1]), dtype=np.float32)
    own = owned(windows)
    for b, (low, high) in enumerate(own):
        joint[low:high] = emissions[b, low - windows[b].start : high - windows[b].start]
    projected = {name: head.project(words) for name, head in heads_of(network).items()}
    return Reading(document, windows, own, batch, joint, projected)


def find_cues(joint: np.ndarray, transitions: np.ndarray, cue_bias: float = 0.0) -> list[list[int]]:
    """Runs of cue words on the best joint path; a bias above 0 finds more of them."""
    if cue_bias:
        joint = joint.copy()
        joint[:, JOINT_CUE : JOINT_CUE + 2] += cue_bias
    cues: list[list[int]] = []
    for index, tag in enumerate(best_path(joint, transitions)):
        if tag == JOINT_CUE:
            cues.append([index])
        elif tag == JOINT_CUE + 1:
            cues[-1].append(index)
    return cues


@torch.no_grad()
def score_cues(network: Network, reading: Reading, cues: list[list[int]], head: str) -> list[CueScores]:
    """Scores of source and content for each cue, by one of the heads, in the window that owns the cue's first word."""
    if not cues:
        return []
    rows, starts = [], []
    for cue in cues:
        b = next(k for k, (low, high) in enumerate(reading.own) if low <= cue[0] < high)
        window = reading.windows[b]
        last = min(cue[-1], window.end - 1)
        rows.append((b, cue[0] - window.start, last - window.start, window.end - window.start))
        starts.append(window.start)
    table = cues_of(rows)
    scores = getattr(network, head)(reading.projected[head], Reach(table, reading.batch.paragraphs)).numpy()
    widths = (table.high - table.low).tolist()
    lows = (table.low + torch.tensor(starts)).tolist()
    return [
        CueScores(*row) for row in zip(cues, lows, (s[:w] for s, w in zip(scores, widths, strict=True)), strict=True)
    ]


def attribution_of(document: Document, scored: CueScores, transitions: np.ndarray) -> Attribution | None:
    """The best source and content of a cue; nothing if no content is found."""
    tags = np.array(best_path(scored.scores, transitions))
    source = (np.flatnonzero((tags == PAIR_SOURCE) | (tags == PAIR_SOURCE + 1)) + scored.low).tolist()
    content = (np.flatnonzero(tags >= PAIR_CONTENT) + scored.low).tolist()
    if not content:
        return None
    words = document.tokens.words
    return Attribution(*(spans_of_words(words, part) for part in (scored.cue, source, content)))


def decode(network: Network, reading: Reading, head: str = "pair", cue_bias: float = 0.0) -> list[Attribution]:
    cues = find_cues(reading.joint, constrained(network.transitions.detach().numpy()), cue_bias)
    transitions = constrained(getattr(network, head).transitions.detach().numpy())
    found = (attribution_of(reading.document, s, transitions) for s in score_cues(network, reading, cues, head))
    return [attribution for attribution in found if attribution is not None]
