"""Every dev error by cause, with counts, and the worst of them: `python -m attribution.errors --help`.

Causes are told from words alone, so that they can be counted again after each training; ERRORS.md adds what a reader
sees in the worst fifty. Without --show no word of an article is printed.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tqdm import tqdm

from .alignment import words_of_spans
from .confidence import SERVICE, out_of_fold, scored_statements
from .corpus import Attribution, Span, read_articles
from .crf import constrained
from .documents import JOINT_CUE, Document, prepare
from .evaluate import form_of
from .features import LEXICON
from .load import load_network
from .matching import Judged, pair_up, reporting
from .onnx_runtime import OnnxReader
from .probabilities import Observed
from .referee import GOLD
from .tokenizer import WordTokenizer
from .windows import OVERLAP_WORDS, REACH, WINDOW

CLAUSE = {"and", "but", "or", "while", "as", "when", "after", "before", "because", "if", "although", "though", "since"}
RELATIVE = {"who", "which", "that", "whose", "where"}
PREPOSITION = {"in", "on", "at", "to", "for", "with", "by", "from", "of", "about", "during", "over", "against", "into"}


@dataclass(frozen=True)
class Error:
    cause: str
    detail: str
    cue: list[Span]  # the gold cue where there is one: the referee counts by it
    badness: float  # 0 … 1: how sure the model was
    document: Document
    gold: Attribution | None
    found: Attribution | None


def words_between(document: Document, more: Sequence[int], less: Sequence[int]) -> str:
    """What kind of words the one has besides the other: at which end, and how they begin."""
    extra = sorted(set(more) - set(less))
    if not extra:
        return "none"
    if set(more).isdisjoint(less):
        return "elsewhere"
    text, words = document.article.text, document.tokens.words
    tail = [i for i in extra if i > max(less)]
    place = "at the end" if tail else "at the start" if extra[-1] < min(less) else "inside"
    stretch = tail or extra
    forms = [text[slice(*words[i])].lower() for i in stretch]
    bare = [(form, i) for form, i in zip(forms, stretch, strict=True) if form[0].isalnum()]
    if not bare:
        return "marks only"
    if tail and any(text[words[i][0]] in ".?!" for i in range(max(less) + 1, bare[0][1])):
        return "next sentence"
    if document.paragraphs[stretch[-1]] != document.paragraphs[less[0]]:
        return "next paragraph"
    first = bare[0][0]
    for kind, some in (("conjunction", CLAUSE), ("relative clause", RELATIVE), ("preposition", PREPOSITION)):
        if first in some:
            return f"{place}, {kind}"
    return f"{place}, {'after a mark' if tail and stretch[0] != bare[0][1] else 'other'}"


def too_much_or_little(document: Document, gold: Sequence[int], found: Sequence[int]) -> tuple[str, str]:
    more, less = set(found) - set(gold), set(gold) - set(found)
    if set(gold).isdisjoint(found):
        return "elsewhere", ""
    if len(more) >= len(less):
        return "too long", words_between(document, found, gold)
    return "too short", words_between(document, gold, found)


def errors_of(
    document: Document,
    found: list[Attribution],
    confidence: Sequence[float],
    judged: list[Judged],
    cue_probability: np.ndarray,
) -> Iterator[Error]:
    """Each gold statement that is not found right, then each found one that has no gold partner."""
    words, golds = document.tokens.words, document.article.attributions
    partner = {j.partner: k for k, j in enumerate(judged) if j.partner is not None}
    in_words = [tuple(words_of_spans(words, spans) for spans in (a.cue, a.source, a.content)) for a in found]
    explained: set[int] = set()
    for index, (gold, place) in enumerate(zip(golds, document.gold, strict=True)):
        if not place.content:
            continue
        same_cue = next((k for k, (cue, _, _) in enumerate(in_words) if set(cue) & set(place.cue)), None)
        k = partner.get(index)
        if k is not None:
            source = in_words[k][1]
            if judged[k].attributed:
                if judged[k].content < 1 - 1e-9:
                    how, detail = too_much_or_little(document, place.content, in_words[k][2])
                    yield Error(f"border: {how}", detail, gold.cue, confidence[k], document, gold, found[k])
                continue
            kind = "missing" if not source else "given where gold has none" if not place.source else "wrong"
            yield Error(
                f"source {kind}", form_of(document, place.content), gold.cue, confidence[k], document, gold, found[k]
            )
        elif not place.cue:
            yield Error("gold has no cue", form_of(document, place.content), gold.cue, 0.5, document, gold, None)
        elif same_cue is None:
            level = max(int(document.features[i, LEXICON]) for i in place.cue)
            badness = 1 - float(cue_probability[place.cue].max())
            yield Error("cue missed", f"lexicon level {level}", gold.cue, badness, document, gold, None)
        else:
            explained.add(same_cue)
            far = max(abs(i - place.cue[0]) for i in place.content) > REACH
            how, detail = too_much_or_little(document, place.content, in_words[same_cue][2])
            detail = "beyond reach" if far else detail
            yield Error(f"content {how}", detail, gold.cue, confidence[same_cue], document, gold, found[same_cue])
    gold_cues = {i for place in document.gold for i in place.cue}
    gold_contents = {i for place in document.gold for i in place.content}
    for k, (statement, verdict) in enumerate(zip(found, judged, strict=True)):
        if verdict.partner is None and k not in explained:
            cue = in_words[k][0]
            detail = (
                "gold cue of another statement"
                if set(cue) & gold_cues
                else "inside another's content"
                if set(cue) & gold_contents
                else f"lexicon level {max(int(document.features[i, LEXICON]) for i in cue)}"
            )
            yield Error("not annotated", detail, statement.cue, confidence[k], document, None, statement)


def shown(error: Error) -> str:
    def words(spans: list[Span]) -> str:
        return " … ".join(error.document.article.text[s:e].replace("\n", " ") for s, e in spans) or "-"

    lines = [f"{error.badness:.2f} {error.cause} ({error.detail}) {error.document.article.id}"]
    for name, statement in (("gold", error.gold), ("found", error.found)):
        if statement:
            lines.append(f"  {name}: [{words(statement.cue)}] <{words(statement.source)}> {words(statement.content)}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--referee", type=Path, required=True)
    parser.add_argument("--onnx", type=Path, required=True, help="folder of the exported model")
    parser.add_argument("--corpus", default="polnear", choices=tuple(GOLD))
    parser.add_argument("--head", default="context", choices=("pair", "context"))
    parser.add_argument("--worst", type=int, default=50)
    parser.add_argument("--show", action="store_true", help="print the worst with their words: not for the repository")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    network, lexicon = load_network(arguments.run, arguments.weights, arguments.encoder)
    reader, tokenizer = OnnxReader(arguments.onnx, network), WordTokenizer(arguments.encoder)
    documents, _ = prepare(read_articles(arguments.corpora / GOLD[arguments.corpus]), tokenizer, lexicon)
    transitions = constrained(network.transitions.detach().numpy())
    read, rows, right, origin = [], [], [], []
    for document in tqdm(documents, desc=arguments.corpus, leave=False):
        reading = reader.read(document, WINDOW, OVERLAP_WORDS)
        scored = scored_statements(network, reading, arguments.head)
        found = [statement for statement, _ in scored]
        judged = pair_up(document.article.text, document.article.attributions, found)
        read.append((document, found, judged, Observed(reading.joint, transitions).role(JOINT_CUE)))
        rows += [[values[name] for name in SERVICE] for _, values in scored]
        right += [float(verdict.attributed) for verdict in judged]
        origin += [document.article.id] * len(scored)
    table, truth = np.array(rows), np.array(right)
    # An article's own errors must not have taught the confidence that they are judged by.
    confidence = iter(out_of_fold(table, truth, origin))
    errors = [
        error
        for document, found, judged, cues in read
        for error in errors_of(document, found, [next(confidence) for _ in found], judged, cues)
    ]
    cues = [" ".join(e.document.article.text[s:t] for s, t in e.cue) for e in errors]
    reported = reporting(arguments.referee, cues)
    print("| cause | reported | all | of those: detail (all) |\n|---|---|---|---|")
    for cause, count in Counter(e.cause for e in errors).most_common():
        some = sum(r for e, r in zip(errors, reported, strict=True) if e.cause == cause)
        details = Counter(e.detail for e in errors if e.cause == cause and e.detail).most_common(6)
        print(f"| {cause} | {some} | {count} | {', '.join(f'{name} {n}' for name, n in details)} |")
    wrong = [e for e, r in zip(errors, reported, strict=True) if r and not e.cause.startswith("border")]
    worst = sorted(wrong, key=lambda e: -e.badness)[: arguments.worst]
    print(
        f"\nThe worst {len(worst)} reported ones: "
        + ", ".join(f"{c} {n}" for c, n in Counter(e.cause for e in worst).most_common())
    )
    if arguments.show:
        print("\n".join(shown(e) for e in worst))


if __name__ == "__main__":
    main()
