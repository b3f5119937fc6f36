"""Several networks together as teacher: `python -m attribution.teacher --help`.

`--silver` writes unannotated articles with the statements that the teachers find, in the gold format. `--soft` writes
the teachers' probabilities over a gold or silver file, for a student to learn from besides the hard labels.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tqdm import tqdm

from .corpus import ROLES, Article, Attribution, CodeUnits, read_articles
from .crf import constrained, marginals
from .decode import CueScores, attribution_of, find_cues, read, score_cues
from .documents import Document, Soft, SoftCue, align
from .features import word_features
from .load import load_network
from .model import Network
from .tokenizer import WordTokenizer
from .windows import OVERLAP_WORDS, WINDOW


@dataclass
class Teacher:
    network: Network
    lexicon: dict[str, int]
    head: str


class Teachers:
    """Averages scores of the networks, each with its own cue lexicon and one of its heads."""

    def __init__(self, teachers: list[Teacher], tokenizer: WordTokenizer, precision: torch.dtype) -> None:
        self._teachers, self._tokenizer, self._precision = teachers, tokenizer, precision
        self._transitions = np.mean([constrained(t.network.transitions.detach().numpy()) for t in teachers], 0)
        heads = [getattr(t.network, t.head) for t in teachers]
        self._pair_transitions = np.mean([constrained(h.transitions.detach().numpy()) for h in heads], 0)

    def _readings(self, article: Article) -> tuple[Document, list]:
        tokens = self._tokenizer.encode(article.text)
        readings = []
        for teacher in self._teachers:
            features, paragraphs = word_features(article.text, tokens.words, teacher.lexicon)
            gold = align(article, tokens)
            document = Document(
                article, tokens, features, paragraphs, gold, np.zeros(len(tokens.words), dtype=np.int64)
            )
            readings.append(read(teacher.network, document, WINDOW, OVERLAP_WORDS, self._precision))
        return readings[0].document, readings

    def _scores(self, readings: list, cues: list[list[int]]) -> list[CueScores]:
        by_teacher = [score_cues(t.network, r, cues, t.head) for t, r in zip(self._teachers, readings, strict=True)]
        return [
            CueScores(same[0].cue, same[0].low, np.mean([s.scores for s in same], 0))
            for same in zip(*by_teacher, strict=True)
        ]

    def statements(self, article: Article, cue_bias: float = 0.0) -> list[Attribution]:
        """What the teachers together find."""
        document, readings = self._readings(article)
        cues = find_cues(np.mean([r.joint for r in readings], 0), self._transitions, cue_bias)
        found = (attribution_of(document, s, self._pair_transitions) for s in self._scores(readings, cues))
        return [a for a in found if a is not None]

    def soft(self, article: Article) -> Soft:
        """The teachers' probabilities, given the cues that the article is annotated with."""
        document, readings = self._readings(article)
        joint = np.mean([r.joint for r in readings], 0)
        single, pair = (x[0] for x in _marginals([joint], self._transitions))
        cues: list[SoftCue | None] = [None] * len(document.gold)
        with_cue = [k for k, g in enumerate(document.gold) if g.cue]
        scored = self._scores(readings, [document.gold[k].cue for k in with_cue])
        if scored:
            singles, pairs = _marginals([s.scores for s in scored], self._pair_transitions)
            for k, s, a, b in zip(with_cue, scored, singles, pairs, strict=True):
                cues[k] = SoftCue(s.low, a[: len(s.scores)].clone(), b[: len(s.scores)].clone())
        return Soft(single, pair, cues)


def _marginals(scores: list[np.ndarray], transitions: np.ndarray) -> tuple[torch.Tensor, torch.Tensor]:
    longest = max(len(s) for s in scores)
    table = torch.zeros(len(scores), longest, scores[0].shape[1])
    present = torch.zeros(len(scores), longest, dtype=torch.bool)
    for k, s in enumerate(scores):
        table[k, : len(s)] = torch.from_numpy(s)
        present[k, : len(s)] = True
    table[:, 0, 2::2] = -1e4  # nothing begins with an inside tag
    single, pair = marginals(table, present, torch.from_numpy(transitions).float())
    return single.half(), pair.half()


def silver_records(teachers: Teachers, path: Path, excluded: set[str], cue_bias: float) -> Iterator[dict]:
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    articles = read_articles(path)
    for record, article in tqdm(list(zip(records, articles, strict=True)), desc="silver"):
        if article.id in excluded:
            continue
        units = CodeUnits(article.text)
        found = teachers.statements(article, cue_bias)
        record["attributions"] = [{r: [units.to_units(s) for s in getattr(a, r)] for r in ROLES} for a in found]
        record["annotator"] = "silver"
        yield record


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--teacher", action="append", required=True, help="RUN:WEIGHTS:HEAD, may be repeated")
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--exclude", type=Path, help="articles (by id) that must not be learned from")
    parser.add_argument("--silver", type=Path, help="write silver annotation here")
    parser.add_argument("--soft", type=Path, help="write probabilities here")
    parser.add_argument("--cue-bias", type=float, default=0.0)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    teachers = []
    for description in arguments.teacher:
        run, weights, head = description.rsplit(":", 2)
        teachers.append(Teacher(*load_network(Path(run), Path(run) / weights, arguments.encoder), head))
    together = Teachers(teachers, WordTokenizer(arguments.encoder), torch.bfloat16)
    if arguments.silver:
        excluded = {a.id for a in read_articles(arguments.exclude)} if arguments.exclude else set()
        with arguments.silver.open("w", encoding="utf-8") as file:
            for record in silver_records(together, arguments.articles, excluded, arguments.cue_bias):
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
    if arguments.soft:
        articles = read_articles(arguments.articles)
        torch.save({a.id: together.soft(a) for a in tqdm(articles, desc="soft")}, arguments.soft)


if __name__ == "__main__":
    main()
