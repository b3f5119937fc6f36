"""Encoder plus heads: joint tags over a window, then source and content of each cue.

`PairHead` scores every word by itself, given a cue; the service has it in TypeScript. `ContextHead` lets the words in
reach of a cue see each other first.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .documents import JOINT_TAGS, PAIR_TAGS
from .encoder import Encoder, drop, linear, norm
from .features import SIZES
from .windows import Batch, Cues

FEATURE_WIDTH = 12
DISTANCES, BREAKS, NEAR = 64, 7, 12


def distance_bucket(distance: Tensor) -> Tensor:
    """1 … 30 before the cue, 32 in it, 33 … 62 behind: exact below 12 words, then four buckets a doubling."""
    away = distance.abs()
    far = NEAR + (torch.log2(away.clamp(min=1).float() / NEAR) * 4).long().clamp(0, 18)
    bucket = torch.where(away < NEAR, away, far)
    return torch.where(distance < 0, bucket, bucket + DISTANCES // 2)


class Reach:
    """The words in reach of each cue of a batch: J cues, L places."""

    def __init__(self, cues: Cues, paragraphs: Tensor) -> None:
        length = int((cues.high - cues.low).max())
        places = cues.low[:, None] + torch.arange(length)[None]
        self.present = places < cues.high[:, None]
        self.places = places.clamp(max=paragraphs.shape[1] - 1)
        self.window = cues.window
        first, last = cues.first[:, None], cues.last[:, None]
        before = torch.where(self.places < first, self.places - first, 0)
        self.distance = distance_bucket(torch.where(self.places > last, self.places - last, before))
        own = paragraphs[cues.window]
        self.breaks = (own.gather(1, self.places) - own.gather(1, first)).clamp(-3, 3) + 3
        self._first, self._last = cues.first, cues.last

    def words(self, values: Tensor) -> Tensor:
        """B,V,D → J,L,D"""
        return values[self.window[:, None], self.places]

    def cue(self, values: Tensor) -> Tensor:
        """B,V,D → J,D: the mean of the cue's first and last word."""
        return (values[self.window, self._first] + values[self.window, self._last]) / 2


class PairHead(nn.Module):
    def __init__(self, width: int, hidden: int, query: int = 64) -> None:
        super().__init__()
        self.word = nn.Linear(width, hidden)
        self.cue = nn.Linear(width, hidden)
        self.key = nn.Linear(width, query)
        self.query = nn.Linear(width, len(PAIR_TAGS) * query)
        self.distance = nn.Embedding(DISTANCES, hidden)
        self.breaks = nn.Embedding(BREAKS, hidden)
        self.norm = nn.LayerNorm(hidden)
        self.out = nn.Linear(hidden, len(PAIR_TAGS))
        self.transitions = nn.Parameter(torch.zeros(len(PAIR_TAGS), len(PAIR_TAGS)))
        nn.init.normal_(self.distance.weight, std=0.1)
        nn.init.normal_(self.breaks.weight, std=0.1)

    def project(self, words: Tensor) -> tuple[Tensor, ...]:
        """What the encoder's words give to any cue: computed once a window."""
        return self.word(words), self.cue(words), self.key(words), self.query(words)

    def forward(self, projected: tuple[Tensor, ...], reach: Reach) -> Tensor:
        word, cue, key, query = projected
        x = reach.words(word) + reach.cue(cue)[:, None] + self.distance(reach.distance) + self.breaks(reach.breaks)
        asked = reach.cue(query).view(len(reach.window), len(PAIR_TAGS), -1)
        direct = torch.einsum("jlr,jkr->jlk", reach.words(key), asked) / key.shape[-1] ** 0.5
        return self.out(F.gelu(self.norm(x))) + direct


class ContextHead(nn.Module):
    """One convolution and one transformer layer over the words in reach, all of them told which cue is meant."""

    def __init__(self, width: int, hidden: int, heads: int = 4) -> None:
        super().__init__()
        self.heads = heads
        self.word = nn.Linear(width, hidden)
        self.cue = nn.Linear(width, hidden)
        self.distance = nn.Embedding(DISTANCES, hidden)
        self.breaks = nn.Embedding(BREAKS, hidden)
        self.norm = nn.LayerNorm(hidden)
        self.neighbours = nn.Conv1d(hidden, hidden, 5, padding=2)
        self.attention_norm = nn.LayerNorm(hidden)
        self.query_key_value = nn.Linear(hidden, 3 * hidden)
        self.attention_out = nn.Linear(hidden, hidden)
        self.inner_norm = nn.LayerNorm(hidden)
        self.inner = nn.Linear(hidden, 2 * hidden)
        self.outer = nn.Linear(2 * hidden, hidden)
        self.out_norm = nn.LayerNorm(hidden)
        self.out = nn.Linear(hidden, len(PAIR_TAGS))
        self.transitions = nn.Parameter(torch.zeros(len(PAIR_TAGS), len(PAIR_TAGS)))
        nn.init.normal_(self.distance.weight, std=0.1)
        nn.init.normal_(self.breaks.weight, std=0.1)

    def project(self, words: Tensor) -> tuple[Tensor, ...]:
        return self.word(words), self.cue(words)

    def forward(
        self, projected: tuple[Tensor, ...], reach: Reach, dropout: float = 0.0, precision: torch.dtype = torch.float32
    ) -> Tensor:
        word, cue = projected
        given = reach.words(word), reach.cue(cue), reach.distance, reach.breaks, reach.present
        return self.score(*given, dropout=dropout, precision=precision)

    def score(
        self,
        word: Tensor,
        cue: Tensor,
        distance: Tensor,
        breaks: Tensor,
        present: Tensor,
        dropout: float = 0.0,
        precision: torch.dtype = torch.float32,
    ) -> Tensor:
        """J,L,C words, J,C cues, J,L buckets and presence → J,L,K: the part that is exported as a graph of its own."""
        x = word + cue[:, None] + self.distance(distance) + self.breaks(breaks)
        x = F.gelu(norm(x, self.norm)).to(precision)
        kept = (x * present[..., None].to(precision)).transpose(1, 2)
        near = F.conv1d(kept, self.neighbours.weight.to(precision), self.neighbours.bias.to(precision), padding=2)
        x = x + drop(F.gelu(near.transpose(1, 2)), dropout)
        cues, length, hidden = x.shape
        query, key, value = (
            linear(norm(x, self.attention_norm), self.query_key_value)
            .view(cues, length, 3, self.heads, hidden // self.heads)
            .permute(2, 0, 3, 1, 4)
            .unbind(0)
        )
        mask = ((~present).to(precision) * -1e4)[:, None, None, :]
        scores = (query * (hidden // self.heads) ** -0.5) @ key.transpose(-1, -2) + mask
        attended = (torch.softmax(scores, -1) @ value).transpose(1, 2).reshape(cues, length, hidden)
        x = x + drop(linear(attended, self.attention_out), dropout)
        x = x + drop(linear(F.gelu(linear(norm(x, self.inner_norm), self.inner)), self.outer), dropout)
        return self.out(norm(x.float(), self.out_norm))


class Network(nn.Module):
    def __init__(self, encoder: Encoder, hidden: int = 128, context: int = 0) -> None:
        super().__init__()
        self.encoder = encoder
        # The features come in once more behind the encoder, where the heads see them undiluted.
        self.features = nn.ModuleList(nn.Embedding(size, FEATURE_WIDTH) for size in SIZES)
        width = encoder.width + FEATURE_WIDTH * len(SIZES)
        self.joint = nn.Linear(width, len(JOINT_TAGS))
        self.transitions = nn.Parameter(torch.zeros(len(JOINT_TAGS), len(JOINT_TAGS)))
        self.pair = PairHead(width, hidden)
        self.context = ContextHead(width, context) if context else None

    def subtokens(self, ids: Tensor, features: Tensor, **encoder_options) -> Tensor:
        hidden = self.encoder(ids, features, **encoder_options)
        return torch.cat([hidden] + [e(features[..., k]) for k, e in enumerate(self.features)], -1)

    def words(self, batch: Batch, **encoder_options) -> Tensor:
        """B,V,D: each word is its first subtoken."""
        hidden = self.subtokens(batch.ids, batch.features, attended=batch.attended, **encoder_options)
        return hidden.gather(1, batch.first.unsqueeze(-1).expand(-1, -1, hidden.shape[-1]))
