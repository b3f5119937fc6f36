"""What a word shows by itself: letter shape, quotation state, gap before it, and how often it is a cue.

The service computes the same numbers in TypeScript; models/README.md defines them in words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from unicodedata import category

import numpy as np

from .corpus import Span

SHAPE, QUOTATION, GAP, LEXICON = range(4)
SIZES = (8, 8, 4, 5)  # number of values of each feature
OPENING, CLOSING = set("“«„"), set("”»")
DOUBLED = {"''", "``", "’’", "‘‘"}


def letter_shape(word: str) -> int:
    """1 digits, 2 starts with a mark, 3 CAPITALS, 4 one capital, 5 Capitalised, 6 lower, 7 other (iPhone, 2nd)."""
    if word.isdecimal():
        return 1
    if category(word[0])[0] not in "LN":
        return 2
    if word == word.upper() and any(category(ch) == "Lu" for ch in word):
        return 3 if len(word) > 1 else 4
    if category(word[0]) == "Lu":
        return 5
    if word == word.lower() and any(category(ch) == "Ll" for ch in word):
        return 6
    return 7


def word_features(text: str, words: Sequence[Span], lexicon: dict[str, int]) -> tuple[np.ndarray, np.ndarray]:
    """Features (one row a word, columns SHAPE … LEXICON) and the paragraph number of each word.

    The quotation state is 1 inside double quotation marks, plus 2 on an opening and 4 on a closing mark; it ends
    with the paragraph, so that one forgotten mark spoils one paragraph only.
    """
    count = len(words)
    features = np.zeros((count, len(SIZES)), dtype=np.int64)
    paragraphs = np.zeros(count, dtype=np.int64)
    inside, paragraph, previous_end, index = False, -1, 0, 0
    while index < count:
        start, end = words[index]
        gap = text[previous_end:start]
        new_paragraph = index == 0 or "\n" in gap
        if new_paragraph:
            paragraph += 1
            inside = False
        mark, length = 0, 1
        if text[start:end] in OPENING:
            mark = 1
        elif text[start:end] in CLOSING:
            mark = 2
        elif text[start:end] == '"' or (text[start : start + 2] in DOUBLED and index + 1 < count):
            length = 1 if text[start:end] == '"' else 2
            mark = _straight_mark(text, words, index, length, new_paragraph, gap != "", inside)
        for k in range(index, min(count, index + length)):
            surface = text[words[k][0] : words[k][1]]
            features[k, SHAPE] = letter_shape(surface)
            features[k, QUOTATION] = int(inside or mark == 1) + 2 * mark
            features[k, GAP] = int(new_paragraph and k == index) + 2 * int(not new_paragraph and gap == "")
            features[k, LEXICON] = lexicon.get(surface.lower(), 0)
            paragraphs[k] = paragraph
        inside = mark == 1 or (inside and mark != 2)
        previous_end = words[min(count, index + length) - 1][1]
        index += length
    return features, paragraphs


def _straight_mark(
    text: str, words: Sequence[Span], index: int, length: int, new_paragraph: bool, has_gap: bool, inside: bool
) -> int:
    """1 if a mark that looks the same on both sides opens, 2 if it closes: told by the spaces around it."""
    after = text[words[index][1] + length - 1 :][:1]
    before_word = text[slice(*words[index - 1])] if index else ""
    space_before = new_paragraph or has_gap or (before_word != "" and before_word in "([—–-")
    space_after = after == "" or after.isspace()
    if space_before != space_after:
        return 1 if space_before else 2
    return 2 if inside else 1


def harvest_lexicon(texts: Iterable[tuple[str, Sequence[Span], set[int]]]) -> dict[str, int]:
    """Lower-cased word → 1 (rarely a cue) … 4 (mostly a cue), counted over (text, words, indices of cue words)."""
    seen: Counter[str] = Counter()
    as_cue: Counter[str] = Counter()
    for text, words, cue_words in texts:
        for index, (start, end) in enumerate(words):
            word = text[start:end].lower()
            seen[word] += 1
            as_cue[word] += index in cue_words
    lexicon = {}
    for word in sorted(as_cue):
        if as_cue[word] < 3 or not word[0].isalpha():
            continue
        share = as_cue[word] / (seen[word] + 2.0)
        level = sum(share > bound for bound in (0.08, 0.2, 0.45, 0.7))
        if level:
            lexicon[word] = level
    return lexicon
