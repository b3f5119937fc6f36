"""Long articles in windows that the encoder can hold, and windows in padded batches."""

from __future__ import annotations

import random
from dataclasses import dataclass

import numpy as np
import torch

from .alignment import write_tags
from .documents import PAIR_CONTENT, PAIR_SOURCE, Document
from .tokenizer import CLS, SEP

WINDOW, OVERLAP_WORDS = 256, 60  # for reading: as good as 384 and 100, and 8 % faster
REACH = 140  # words to each side of a cue in which its source and contents are looked for


@dataclass(frozen=True)
class Window:
    document: Document
    start: int  # first word
    end: int  # one past the last word

    @property
    def subtokens(self) -> int:
        return int(self.document.tokens.first[self.end] - self.document.tokens.first[self.start])


def cut(document: Document, size: int, overlap: int = 0, first_size: int = 0) -> list[Window]:
    """Windows of at most `size` subtokens (two of them special), cut at a paragraph if one starts in the last 40 %.

    `first_size` shortens the first window, so that each epoch of training cuts an article elsewhere.
    """
    first = document.tokens.first
    count, start, windows = document.words, 0, []
    while True:
        end = int(np.searchsorted(first, first[start] + size - 2, "right")) - 1
        end = min(count, max(end, start + 1))
        if first_size and not windows:
            end = min(end, max(start + 1, int(np.searchsorted(first, first_size))))
        if end < count:
            for border in range(end, start + int((end - start) * 0.6), -1):
                if document.paragraphs[border] != document.paragraphs[border - 1]:
                    end = border
                    break
        windows.append(Window(document, start, end))
        if end >= count:
            return windows
        start = max(start + 1, end - overlap)


def owned(windows: list[Window]) -> list[tuple[int, int]]:
    """For each window the words that it answers for: overlaps are halved between neighbours."""
    out = []
    for k, window in enumerate(windows):
        low = window.start if k == 0 else (window.start + windows[k - 1].end) // 2
        high = window.end if k == len(windows) - 1 else (windows[k + 1].start + window.end) // 2
        out.append((low, high))
    return out


@dataclass
class Batch:
    """Padded tensors: B windows, T subtokens, V words."""

    ids: torch.Tensor  # B,T
    attended: torch.Tensor  # B,T float, 1 where a subtoken stands
    features: torch.Tensor  # B,T,4
    first: torch.Tensor  # B,V index of each word's first subtoken
    paragraphs: torch.Tensor  # B,V
    present: torch.Tensor  # B,V bool
    annotators: torch.Tensor  # B


def collate(windows: list[Window], size: int) -> Batch:
    rows = [_arrays(w, size) for w in windows]
    count, longest, most = len(rows), max(len(r[0]) for r in rows), max(len(r[2]) for r in rows)
    batch = Batch(
        ids=torch.zeros(count, longest, dtype=torch.long),
        attended=torch.zeros(count, longest),
        features=torch.zeros(count, longest, rows[0][1].shape[1], dtype=torch.long),
        first=torch.zeros(count, most, dtype=torch.long),
        paragraphs=torch.zeros(count, most, dtype=torch.long),
        present=torch.zeros(count, most, dtype=torch.bool),
        annotators=torch.tensor([w.document.annotator for w in windows]),
    )
    for b, (ids, features, first, paragraphs) in enumerate(rows):
        batch.ids[b, : len(ids)] = torch.from_numpy(ids)
        batch.attended[b, : len(ids)] = 1
        batch.features[b, : len(ids)] = torch.from_numpy(features)
        batch.first[b, : len(first)] = torch.from_numpy(first)
        batch.paragraphs[b, : len(first)] = torch.from_numpy(paragraphs)
        batch.present[b, : len(first)] = True
    return batch


def _arrays(window: Window, size: int) -> tuple[np.ndarray, ...]:
    document, start, end = window.document, window.start, window.end
    first = document.tokens.first
    ids = np.concatenate([[CLS], document.tokens.ids[first[start] : first[end]][: size - 2], [SEP]])
    features = np.zeros((len(ids), document.features.shape[1]), dtype=np.int64)
    word_of = np.searchsorted(first, np.arange(first[start], first[start] + len(ids) - 2), "right") - 1
    features[1:-1] = document.features[word_of]
    # A single word of more subtokens than a window holds is cut; its later words then share the last place.
    places = np.minimum(first[start:end] - first[start] + 1, size - 2)
    return ids, features, places, document.paragraphs[start:end] - document.paragraphs[start]


@dataclass
class Cues:
    """The cues of a batch, one row each: which window, first and last cue word, and the words in reach [low, high)."""

    window: torch.Tensor
    first: torch.Tensor
    last: torch.Tensor
    low: torch.Tensor
    high: torch.Tensor

    def __len__(self) -> int:
        return len(self.window)


def cues_of(rows: list[tuple[int, int, int, int]]) -> Cues:
    """Rows of (window in the batch, first cue word, last cue word, words in the window), counted within the window."""
    window, first, last, words = (torch.tensor(column) for column in zip(*rows, strict=True))
    return Cues(window, first, last, (first - REACH).clamp(min=0), torch.minimum(words, last + 1 + REACH))


def joint_targets(windows: list[Window], width: int) -> torch.Tensor:
    tags = torch.zeros(len(windows), width, dtype=torch.long)
    for b, w in enumerate(windows):
        tags[b, : w.end - w.start] = torch.from_numpy(w.document.tags[w.start : w.end])
    return tags


@dataclass
class PairTargets:
    """The gold cues that lie wholly in a window, with the tags of the words in their reach.

    `origin` says for each row which window and which attribution of its document it is.
    """

    cues: Cues
    tags: torch.Tensor
    origin: list[tuple[Window, int]]


def pair_targets(windows: list[Window]) -> PairTargets | None:
    rows, roles, origin = [], [], []
    for b, w in enumerate(windows):
        for k, gold in enumerate(w.document.gold):
            if gold.cue and w.start <= gold.cue[0] and gold.cue[-1] < w.end:
                rows.append((b, gold.cue[0] - w.start, gold.cue[-1] - w.start, w.end - w.start))
                roles.append((w.start, gold))
                origin.append((w, k))
    if not rows:
        return None
    cues = cues_of(rows)
    tags = np.zeros((len(rows), int((cues.high - cues.low).max())), dtype=np.int64)
    for j, (start, gold) in enumerate(roles):
        low, high = int(cues.low[j]), int(cues.high[j])
        # Where a source stands inside its content ("the, he said, plan") the source wins.
        write_tags(tags[j, : high - low], gold.content, PAIR_CONTENT, start + low)
        write_tags(tags[j, : high - low], gold.source, PAIR_SOURCE, start + low)
    return PairTargets(cues, torch.from_numpy(tags), origin)


def batches(
    documents: list[Document], size: int, windows_a_step: int, rng: random.Random, shift: bool
) -> list[list[Window]]:
    """One epoch: windows of like length together, at most `windows_a_step * size` subtokens a step, steps shuffled."""
    windows = [w for d in documents for w in cut(d, size, first_size=rng.randint(80, size) if shift else 0)]
    windows.sort(key=lambda w: w.subtokens + rng.random() * 20)
    steps: list[list[Window]] = []
    current: list[Window] = []
    for window in windows:
        if current and (len(current) + 1) * window.subtokens > windows_a_step * size:
            steps.append(current)
            current = []
        current.append(window)
    steps.append(current)
    rng.shuffle(steps)
    return steps
