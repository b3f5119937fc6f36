"""Errors told by cause, from spans alone."""

import json

import numpy as np

from attribution.corpus import Article, Attribution
from attribution.documents import Document, align
from attribution.engine import in_points, read_found
from attribution.errors import errors_of, in_short, place_of
from attribution.features import word_features
from attribution.matching import pair_up
from attribution.tokenizer import Tokens

TEXT = "Ann said it was late and cold. Bob wants to go, he said. \N{GRINNING FACE} Eve denied it."


def span(words):
    start = TEXT.index(words)
    return (start, start + len(words))


def statement(cue, source, content):
    return Attribution([span(cue)], [span(source)] if source else [], [span(content)])


def document(*gold):
    words, at = [], 0
    for part in TEXT.replace(".", " .").replace(",", " ,").split():
        at = TEXT.index(part, at)
        words.append((at, at + len(part)))
        at += len(part)
    tokens = Tokens(words, np.zeros(len(words), dtype=np.int64), np.arange(len(words) + 1))
    article = Article("1", TEXT, None, None, list(gold))
    features, paragraphs = word_features(TEXT, words, {"said": 4, "wants": 2, "denied": 3})
    return Document(article, tokens, features, paragraphs, align(article, tokens), np.zeros(len(words), dtype=np.int64))


def causes(gold, found, unlikely=()):
    doc = document(*gold)
    judged = pair_up(TEXT, list(gold), list(found))
    return [(e.cause, e.detail) for e in errors_of(doc, list(found), [0.8] * len(found), judged, list(unlikely))]


SAID = statement("said", "Ann", "it was late and cold")
WANTS = statement("wants", "Bob", "to go")
DENIED = statement("denied", "Eve", "it.")


def test_what_is_right_is_no_error():
    assert causes([SAID, WANTS], [SAID, WANTS]) == []


def test_a_border_a_source_and_a_cue():
    assert causes([SAID], [statement("said", "Ann", "it was late")]) == [
        ("border: too short", "at the end, conjunction")
    ]
    assert causes([SAID], [statement("said", None, "it was late and cold")]) == [("source missing", "indirect")]
    assert causes([WANTS], []) == [("cue missed", "lexicon level 2")]
    assert causes([], [WANTS]) == [("not annotated", "lexicon level 2")]


def test_what_the_engine_found_and_left_out_is_told_apart():
    assert causes([WANTS], [], unlikely=[WANTS]) == [("left out as unlikely", "lexicon level 2")]


def test_a_rule_finds_statements_without_a_cue():
    quotation = Attribution([], [], [span("to go")])
    assert causes([], [quotation]) == [("not annotated", "by a rule, without a cue")]


def test_statements_are_described_without_their_words():
    doc = document(SAID, DENIED)
    assert in_short(doc, SAID) == "indirect, 5 words, cue of level 4, name"
    assert in_short(doc, None) == "nothing"
    error = next(iter(errors_of(doc, [SAID], [0.8], pair_up(TEXT, [SAID, DENIED], [SAID]), [])))
    start = TEXT.index("denied") + 1  # the face is two code units
    assert place_of(error) == f"{start}–{start + len('denied it.')}"


def test_found_statements_are_read_in_characters(tmp_path):
    path = tmp_path / "found.jsonl"
    units = [s + 1 for s in span("denied")]
    one = {"source": [], "cue": [units], "content": [units], "confidence": 0.2, "foundBy": "model"}
    line = {"corpus": "bbc", "article": 7, "statements": [one, one | {"foundBy": "quotation"}]}
    path.write_text(json.dumps(line), encoding="utf-8")
    given, confidence, left_out = read_found(path, 0.3)["bbc", "7"]
    assert (len(given), confidence, len(left_out)) == (1, [0.2], 1)
    assert in_points(TEXT, given)[0].cue == [span("denied")]
