"""Letter shape, quotation state, gaps, lexicon."""

import pytest

from attribution.features import GAP, LEXICON, QUOTATION, harvest_lexicon, letter_shape, word_features


@pytest.mark.parametrize(
    ("word", "shape"),
    [("2016", 1), ("٣", 1), ("“", 2), ("$", 2), ("🎉", 2), ("NATO", 3), ("I", 4), ("Xi", 5), ("Élan", 5),
     ("said", 6), ("iPhone", 7), ("2nd", 6), ("日本", 7)],
)  # fmt: skip
def test_letter_shape(word, shape):
    assert letter_shape(word) == shape


def states(tokenizer, text):
    words = tokenizer.encode(text).words
    features, _ = word_features(text, words, {})
    return [(text[s:e], int(f)) for (s, e), f in zip(words, features[:, QUOTATION], strict=True)]


@pytest.mark.parametrize(
    "text", ['He: "no way" ok', "He: “no way” ok", "He: «no way» ok", "He: ``no way'' ok", "He: ‘‘no way’’ ok"]
)
def test_words_between_double_marks_are_inside(tokenizer, text):
    found = dict(states(tokenizer, text))
    assert (found["no"], found["way"], found["ok"], found["He"]) == (1, 1, 0, 0)


def test_opening_and_closing_marks_are_told_apart(tokenizer):
    assert [state for word, state in states(tokenizer, 'a "b" c "d."') if word == '"'] == [3, 5, 3, 5]


def test_an_unclosed_mark_ends_with_its_paragraph(tokenizer):
    assert dict(states(tokenizer, "“no way\n\nok"))["ok"] == 0


def test_apostrophes_open_nothing(tokenizer):
    assert {state for _, state in states(tokenizer, "Don’t, it's the voters’ say")} == {0}


def test_gaps_and_paragraphs(tokenizer):
    text = "He left.\nShe—too"
    words = tokenizer.encode(text).words
    features, paragraphs = word_features(text, words, {})
    # 1 = first of a paragraph, 2 = glued to the word before
    assert features[:, GAP].tolist() == [1, 0, 2, 1, 2, 2]
    assert paragraphs.tolist() == [0, 0, 0, 1, 1, 1]


def test_empty_text_has_no_features():
    features, paragraphs = word_features("", [], {})
    assert features.shape == (0, 4)
    assert len(paragraphs) == 0


def test_the_lexicon_grades_words_by_how_often_they_are_cues():
    rows = [("Said a b", [(0, 4), (5, 6), (7, 8)], {0})] * 30 + [("a a", [(0, 1), (2, 3)], {0})] * 3
    lexicon = harvest_lexicon(rows)
    assert lexicon == {"said": 4}
    assert harvest_lexicon(rows[:2]) == {}
    features, _ = word_features("SAID b", [(0, 4), (5, 6)], lexicon)
    assert features[:, LEXICON].tolist() == [4, 0]
