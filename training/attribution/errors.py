"""Every dev error by cause, with counts, and the worst of them: `make -C training errors`.

It reads what the engine itself found (`node scripts/signals.mjs`), rules and all. Causes are told from words alone, so
that they can be counted again after each training; docs/errors.md adds what a reader sees in the worst fifty. Without
--show no word of an article is printed.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .alignment import words_of_spans
from .corpus import Attribution, CodeUnits, Span, read_articles
from .documents import Document, prepare
from .engine import in_points, read_found
from .evaluate import form_of
from .features import LEXICON
from .manifest import CALIBRATION
from .matching import Judged, pair_up, reporting
from .referee import GOLD
from .tokenizer import WordTokenizer
from .windows import REACH

# Level of the cue lexicon → about how often such a word is a cue; 0: never seen as one.
CUE_SHARE = (0.0, 0.1, 0.3, 0.5, 0.9)
CLAUSE = {"and", "but", "or", "while", "as", "when", "after", "before", "because", "if", "although", "though", "since"}
RELATIVE = {"who", "which", "that", "whose", "where"}
PREPOSITION = {"in", "on", "at", "to", "for", "with", "by", "from", "of", "about", "during", "over", "against", "into"}


@dataclass(frozen=True)
class Error:
    cause: str
    detail: str
    cue: list[Span]  # the gold cue where there is one: the referee counts by it
    badness: float  # 0 … 1: how sure the engine was of what it found, or how often the missed word is a cue elsewhere
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
    unlikely: list[Attribution],
) -> Iterator[Error]:
    """Each gold statement that is not found right, then each found one that has no gold partner.

    `unlikely` are statements that the engine found and left out.
    """
    words, golds = document.tokens.words, document.article.attributions
    partner = {j.partner: k for k, j in enumerate(judged) if j.partner is not None}
    in_words = [tuple(words_of_spans(words, spans) for spans in (a.cue, a.source, a.content)) for a in found]
    explained: set[int] = set()
    left_out = {i for a in unlikely for i in words_of_spans(words, a.cue)}
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
            cause = "left out as unlikely" if left_out & set(place.cue) else "cue missed"
            yield Error(cause, f"lexicon level {level}", gold.cue, CUE_SHARE[level], document, gold, None)
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
                "by a rule, without a cue"
                if not cue
                else "gold cue of another statement"
                if set(cue) & gold_cues
                else "inside another's content"
                if set(cue) & gold_contents
                else f"lexicon level {max(int(document.features[i, LEXICON]) for i in cue)}"
            )
            yield Error("not annotated", detail, statement.cue, confidence[k], document, None, statement)


PRONOUNS = {"he", "she", "it", "they", "we", "i", "you", "who", "which", "that", "his", "her", "their", "its"}


def in_short(document: Document, statement: Attribution | None) -> str:
    """A statement in words that are not the article's: form, length, what the source is and where it stands."""
    if statement is None:
        return "nothing"
    words, text = document.tokens.words, document.article.text
    cue, source, content = (words_of_spans(words, s) for s in (statement.cue, statement.source, statement.content))
    first = text[slice(*words[source[0]])] if source else ""
    kind = (
        "no source"
        if not source
        else "pronoun"
        if len(source) == 1 and first.lower() in PRONOUNS
        else "name"
        if first[:1].isupper() and first.lower() not in {"the", "a", "an"}
        else "noun phrase"
    )
    level = max((int(document.features[i, LEXICON]) for i in cue), default=None)
    said = "no cue" if level is None else f"cue of level {level}"
    return f"{form_of(document, content)}, {len(content)} words, {said}, {kind}"


def place_of(error: Error) -> str:
    """Where to look: UTF-16 code units of the first span of what was expected, else found."""
    statement = error.gold or error.found
    spans = [*statement.cue, *statement.content]
    start, end = CodeUnits(error.document.article.text).to_units((min(s for s, _ in spans), max(e for _, e in spans)))
    return f"{start}–{end}"


def shown(error: Error) -> str:
    def words(spans: list[Span]) -> str:
        return " … ".join(error.document.article.text[s:e].replace("\n", " ") for s, e in spans) or "-"

    lines = [f"{error.badness:.2f} {error.cause} ({error.detail}) {error.document.article.id} {place_of(error)}"]
    for name, statement in (("gold", error.gold), ("found", error.found)):
        if statement:
            lines.append(f"  {name}: [{words(statement.cue)}] <{words(statement.source)}> {words(statement.content)}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--signals", type=Path, required=True, help="written by scripts/signals.mjs")
    parser.add_argument("--models", type=Path, required=True, help="folder of the exported model")
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--referee", type=Path, required=True)
    parser.add_argument("--worst", type=int, default=50)
    parser.add_argument("--show", action="store_true", help="print the worst with their words: not for the repository")
    arguments = parser.parse_args()
    lexicon = json.loads((arguments.models / "attribution.head.json").read_text(encoding="utf-8"))["lexicon"]
    least = json.loads((arguments.models / CALIBRATION).read_text())["least"]
    found_in, tokenizer = read_found(arguments.signals, least), WordTokenizer(arguments.encoder)
    by_corpus: dict[str, list[tuple[Error, bool]]] = {}
    for corpus, path in GOLD.items():
        errors: list[Error] = []
        documents, _ = prepare(read_articles(arguments.corpora / path), tokenizer, lexicon)
        for document in documents:
            text = document.article.text
            given, confidence, rest = found_in[corpus, str(document.article.id)]
            found = in_points(text, given)
            judged = pair_up(text, document.article.attributions, found)
            errors += errors_of(document, found, confidence, judged, in_points(text, rest))
        cues = [" ".join(e.document.article.text[s:t] for s, t in e.cue) for e in errors]
        # As the referee counts: a lone statement without a cue is reported.
        counted = reporting(arguments.referee, cues)
        by_corpus[corpus] = [(e, r or (not e.cue and e.gold is None)) for e, r in zip(errors, counted, strict=True)]
    causes = Counter(e.cause for some in by_corpus.values() for e, _ in some)
    print("| cause | PolNeAR reported / all | Wikinews | BBC | details on PolNeAR, all |\n|---|---|---|---|---|")
    for cause, _ in causes.most_common():
        counts = [
            f"{sum(r for e, r in some if e.cause == cause)} / {sum(e.cause == cause for e, _ in some)}"
            for some in by_corpus.values()
        ]
        details = Counter(e.detail for e, _ in by_corpus["polnear"] if e.cause == cause and e.detail).most_common(6)
        print(f"| {cause} | {' | '.join(counts)} | {', '.join(f'{name} {n}' for name, n in details)} |")
    wrong = [
        (e, corpus) for corpus, some in by_corpus.items() for e, r in some if r and not e.cause.startswith("border")
    ]
    worst = sorted(wrong, key=lambda pair: -pair[0].badness)[: arguments.worst]
    counts = Counter(e.cause for e, _ in worst)
    print(f"\nThe worst {len(worst)} reported ones: {', '.join(f'{c} {n}' for c, n in counts.most_common())}\n")
    print("| cause | article | units | expected | found | sure |\n|---|---|---|---|---|---|")
    for error, corpus in sorted(worst, key=lambda pair: (-counts[pair[0].cause], pair[0].cause, -pair[0].badness)):
        print(
            f"| {error.cause}: {error.detail} | {corpus} {error.document.article.id} | {place_of(error)} "
            f"| {in_short(error.document, error.gold)} | {in_short(error.document, error.found)} | {error.badness:.2f} |"
        )
    if arguments.show:
        print("\n".join(shown(e) for e, _ in worst))


if __name__ == "__main__":
    main()
