"""A teacher's probabilities cut to the windows of a training step."""

from __future__ import annotations

import torch
from torch import Tensor

from .windows import PairTargets, Window


def soft_joint(windows: list[Window], width: int) -> tuple[Tensor, Tensor]:
    """B,V,K and B,V,K,K over the joint tags; every document of the windows must have a teacher's probabilities."""
    tags = windows[0].document.soft.single.shape[-1]
    single = torch.zeros(len(windows), width, tags)
    pair = torch.zeros(len(windows), width, tags, tags)
    for b, w in enumerate(windows):
        count = w.end - w.start
        single[b, :count] = w.document.soft.single[w.start : w.end]
        pair[b, 1:count] = w.document.soft.pair[w.start + 1 : w.end]
    return single, pair


def soft_pairs(targets: PairTargets) -> tuple[Tensor, Tensor]:
    """J,L,K and J,L,K,K over the pair tags; words that were out of the teacher's sight are surely outside."""
    cues = targets.cues
    length = targets.tags.shape[1]
    tags = next(c.single.shape[-1] for w, k in targets.origin if (c := w.document.soft.cues[k]) is not None)
    single = torch.zeros(len(cues), length, tags)
    pair = torch.zeros(len(cues), length, tags, tags)
    for j, (window, k) in enumerate(targets.origin):
        soft = window.document.soft.cues[k]
        low = window.start + int(cues.low[j])
        count = int(cues.high[j] - cues.low[j])
        start, end = max(low, soft.low), min(low + count, soft.low + len(soft.single))
        single[j, :count, 0] = 1
        pair[j, 1:count, 0, 0] = 1
        single[j, start - low : end - low] = soft.single[start - soft.low : end - soft.low].float()
        inner = max(start + 1, low + 1)
        pair[j, inner - low : end - low] = soft.pair[inner - soft.low : end - soft.low].float()
    return single, pair
