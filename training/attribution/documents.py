"""An article made ready for the network: words, subtokens, features, gold word indices, joint tags."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from tqdm import tqdm

from .alignment import words_of_spans, write_tags
from .corpus import Article
from .features import harvest_lexicon, word_features
from .tokenizer import Tokens, WordTokenizer

JOINT_TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
PAIR_TAGS = ("O", "B-source", "I-source", "B-content", "I-content")
JOINT_SOURCE, JOINT_CUE, JOINT_CONTENT = 1, 3, 5
PAIR_SOURCE, PAIR_CONTENT = 1, 3


@dataclass(frozen=True)
class WordAttribution:
    """A gold attribution in word indices, each list sorted."""

    cue: list[int]
    source: list[int]
    content: list[int]


@dataclass
class SoftCue:
    """A teacher's probabilities over the words in reach of one cue, the first of which is word `low`."""

    low: int
    single: torch.Tensor  # L,K
    pair: torch.Tensor  # L,K,K: with the tag of the word before


@dataclass
class Soft:
    """A teacher's probabilities over an article; `cues` has one entry for each attribution, None if it has no cue."""

    single: torch.Tensor
    pair: torch.Tensor
    cues: list[SoftCue | None]


@dataclass
class Document:
    article: Article
    tokens: Tokens
    features: np.ndarray
    paragraphs: np.ndarray
    gold: list[WordAttribution]
    tags: np.ndarray
    annotator: int = 0
    soft: Soft | None = None

    @property
    def words(self) -> int:
        return len(self.tokens.words)


def joint_tags(word_count: int, gold: list[WordAttribution]) -> np.ndarray:
    """One tag a word for all attributions together; where they overlap, cue beats source beats content."""
    tags = np.zeros(word_count, dtype=np.int64)
    for role, begin in (("content", JOINT_CONTENT), ("source", JOINT_SOURCE), ("cue", JOINT_CUE)):
        for attribution in gold:
            write_tags(tags, getattr(attribution, role), begin)
    return tags


def align(article: Article, tokens: Tokens) -> list[WordAttribution]:
    words = tokens.words
    return [
        WordAttribution(*(words_of_spans(words, spans) for spans in (a.cue, a.source, a.content)))
        for a in article.attributions
    ]


def prepare(
    articles: list[Article],
    tokenizer: WordTokenizer,
    lexicon: dict[str, int] | None = None,
    annotators: dict[str, int] | None = None,
) -> tuple[list[Document], dict[str, int]]:
    """Documents of the articles, and the cue lexicon: the one given, else one harvested from these very articles."""
    encoded = [tokenizer.encode(a.text) for a in tqdm(articles, desc="tokenise", leave=False)]
    gold = [align(a, t) for a, t in zip(articles, encoded, strict=True)]
    if lexicon is None:
        lexicon = harvest_lexicon(
            (a.text, t.words, {i for g in gs for i in g.cue}) for a, t, gs in zip(articles, encoded, gold, strict=True)
        )
    documents = []
    for article, tokens, attributions in zip(articles, encoded, gold, strict=True):
        features, paragraphs = word_features(article.text, tokens.words, lexicon)
        tags = joint_tags(len(tokens.words), attributions)
        annotator = (annotators or {}).get(article.annotator or "", 0)
        documents.append(Document(article, tokens, features, paragraphs, attributions, tags, annotator))
    return documents, lexicon
