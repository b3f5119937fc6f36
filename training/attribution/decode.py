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
from .windows import Window, collate, cues_of, cut, owned


@dataclass
class Reading:
    """What the network makes of one document before any decision; each word from the window that answers for it.

    So a cue near the border of a window still sees all the words in its reach. Looking no further than its own window
    cut long quotations short: 0.9 points of exact content on PolNeAR dev.
    """

    document: Document
    joint: np.ndarray  # words × joint tags
    projected: dict[str, tuple[torch.Tensor, ...]]  # by name of the head; 1 × words × width each


@dataclass(frozen=True)
class CueScores:
    """A cue found, and the scores of the words in its reach, the first of which is word `low`."""

    cue: list[int]
    low: int
    scores: np.ndarray


def heads_of(network: Network) -> dict[str, torch.nn.Module]:
    return {name: head for name in ("pair", "context") if (head := getattr(network, name)) is not None}


def of_document(windows: list[Window], values: torch.Tensor) -> torch.Tensor:
    """B,V,D values of the words of windows → 1,N,D values of the words of the document."""
    own = owned(windows)
    parts = [
        values[b, low - w.start : high - w.start] for b, (w, (low, high)) in enumerate(zip(windows, own, strict=True))
    ]
    return torch.cat(parts)[None]


@torch.no_grad()
def read(network: Network, document: Document, size: int, overlap: int, precision: torch.dtype) -> Reading:
    """One pass of the encoder over all windows of a document."""
    windows = cut(document, size, overlap)
    words = of_document(windows, network.words(collate(windows, size), precision=precision))
    projected = {name: head.project(words) for name, head in heads_of(network).items()}
    return Reading(document, network.joint(words)[0].numpy(), projected)


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
    """Scores of source and content for each cue, by one of the heads."""
    if not cues:
        return []
    table = cues_of([(0, cue[0], cue[-1], reading.document.words) for cue in cues])
    paragraphs = torch.from_numpy(reading.document.paragraphs)[None]
    scores = getattr(network, head)(reading.projected[head], Reach(table, paragraphs)).numpy()
    widths = (table.high - table.low).tolist()
    return [
        CueScores(cue, low, s[:width])
        for cue, low, s, width in zip(cues, table.low.tolist(), scores, widths, strict=True)
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
