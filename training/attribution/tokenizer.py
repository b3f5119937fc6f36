"""Text → words and their WordPiece subtokens, exactly as the encoder was pretrained to see them.

A word is what BERT's basic tokenizer makes: a run between spaces, with every punctuation mark a word of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from .corpus import Span

CLS, SEP, MASK, LAST_SPECIAL = 101, 102, 103, 103


@dataclass(frozen=True)
class Tokens:
    """Words with character spans; `first[i]` is word i's first subtoken, `first[-1]` the number of subtokens."""

    words: list[Span]
    ids: np.ndarray
    first: np.ndarray


class WordTokenizer:
    def __init__(self, encoder_dir: Path | str) -> None:
        self._tokenizer = Tokenizer.from_file(str(Path(encoder_dir) / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()

    def encode(self, text: str) -> Tokens:
        """Splits a text; characters that the encoder drops (controls, lone marks) belong to no word."""
        encoding = self._tokenizer.encode(text, add_special_tokens=False)
        words: list[Span] = []
        first: list[int] = []
        previous = None
        for index, (word, (start, end)) in enumerate(zip(encoding.word_ids, encoding.offsets, strict=True)):
            if word != previous:
                first.append(index)
                words.append((start, end))
            else:
                words[-1] = (words[-1][0], end)
            previous = word
        first.append(len(encoding.ids))
        return Tokens(words, np.array(encoding.ids, dtype=np.int64), np.array(first, dtype=np.int64))
