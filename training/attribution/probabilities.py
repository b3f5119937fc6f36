"""What a CRF holds likely, of one sequence: the numbers that confidence is computed from, as the service has them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch

from .alignment import runs
from .crf import FORBIDDEN, forward_backward


class Observed:
    """One sequence of scores (L,K) under constrained transitions. `begin` is a role's begin tag."""

    def __init__(self, scores: np.ndarray, transitions: np.ndarray) -> None:
        table = scores.astype(np.float64).copy()
        table[0, 2::2] = FORBIDDEN  # nothing begins with an inside tag
        present = torch.ones(1, len(table), dtype=torch.bool)
        sums = forward_backward(torch.from_numpy(table)[None], present, torch.from_numpy(transitions).double())
        self._forward, self._backward, self._total = (x[0].numpy() for x in sums)
        self._scores, self._transitions = table, transitions

    def segment(self, begin: int, first: int, last: int) -> float:
        """That a segment covers exactly the places from `first` to `last`."""
        value, tag, inside = self._forward[first, begin], begin, begin + 1
        for place in range(first + 1, last + 1):
            value += self._transitions[tag, inside] + self._scores[place, inside]
            tag = inside
        if last + 1 < len(self._scores):
            after = self._transitions[tag] + self._scores[last + 1] + self._backward[last + 1]
            value += np.logaddexp.reduce(np.delete(after, inside))
        return float(np.exp(value - self._total))

    def role(self, begin: int) -> np.ndarray:
        """For each place, that it has the role."""
        tags = slice(begin, begin + 2)
        return np.exp(self._forward[:, tags] + self._backward[:, tags] - self._total).sum(1)

    def without(self, begin: int) -> float:
        """That no place has the role."""
        kept = [tag for tag in range(self._scores.shape[1]) if tag not in (begin, begin + 1)]
        scores, transitions = self._scores[:, kept], self._transitions[np.ix_(kept, kept)]
        total = scores[0]
        for row in scores[1:]:
            total = np.logaddexp.reduce(total[:, None] + transitions, 0) + row
        return float(np.exp(np.logaddexp.reduce(total) - self._total))

    def least_certain(self, begin: int, places: Sequence[int]) -> float:
        """The least of the probabilities of the segments that these places make up."""
        return min(self.segment(begin, run[0], run[-1]) for run in runs(places))
