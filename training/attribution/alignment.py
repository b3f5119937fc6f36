"""Character spans ↔ sorted word indices, and the tags that stand for them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

import numpy as np

from .corpus import Span


def words_of_spans(words: Sequence[Span], spans: Iterable[Span]) -> list[int]:
    """Every word that shares a character with one of the spans."""
    ends = [end for _, end in words]
    found: set[int] = set()
    for start, end in spans:
        index = bisect_right(ends, start)
        while index < len(words) and words[index][0] < end:
            found.add(index)
            index += 1
    return sorted(found)


def runs(indices: Sequence[int]) -> list[list[int]]:
    """Cuts sorted indices where one is missing."""
    out: list[list[int]] = []
    for index in indices:
        if out and out[-1][-1] == index - 1:
            out[-1].append(index)
        else:
            out.append([index])
    return out


def spans_of_words(words: Sequence[Span], indices: Sequence[int]) -> list[Span]:
    """One span for each run of neighbouring words."""
    return [(words[run[0]][0], words[run[-1]][1]) for run in runs(indices)]


def write_tags(tags: np.ndarray, indices: Sequence[int], begin_tag: int, low: int = 0) -> None:
    """Writes begin/inside tags for word indices into `tags`, whose first element is word `low`.

    The inside tag is `begin_tag + 1`. Words outside the array are passed over; a run cut by its left edge begins anew.
    """
    high = low + len(tags)
    for run in runs([i for i in indices if low <= i < high]):
        tags[run[0] - low] = begin_tag
        tags[run[0] - low + 1 : run[-1] - low + 1] = begin_tag + 1
