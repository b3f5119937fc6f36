"""Offsets of files (UTF-16 code units) and of Python (code points)."""

import json

import pytest

from attribution.corpus import Attribution, CodeUnits, parse_article, prediction_lines

TEXTS = ["She said no.", "“Go 🎉 now,” said Ömer 👩‍👩‍👧.", "𝔄 said: 𝔅", "", "e\u0301 said ‘ok’"]


@pytest.mark.parametrize("text", TEXTS)
def test_every_span_survives_the_way_to_code_units_and_back(text):
    units = CodeUnits(text)
    utf16 = text.encode("utf-16-le")
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            low, high = units.to_units((start, end))
            assert utf16[2 * low : 2 * high].decode("utf-16-le") == text[start:end]
            assert units.to_points((low, high)) == (start, end)


def test_an_article_is_read_and_written_with_the_same_offsets():
    text = "🎉 “Stay 🎈 safe,” said Ann."
    record = {
        "id": "a",
        "text": text,
        "attributions": [{"cue": [[19, 23]], "source": [[24, 27]], "content": [[4, 17]]}],
    }
    article = parse_article(record)
    found = article.attributions[0]
    assert [text[s:e] for s, e in found.content] == ["Stay 🎈 safe,"]
    assert [text[s:e] for s, e in found.cue] == ["said"]
    assert [text[s:e] for s, e in found.source] == ["Ann"]
    line = json.loads(next(prediction_lines([article], [[found]])))
    assert line == {"id": "a", "statements": record["attributions"]}


def test_a_span_that_splits_a_surrogate_pair_is_refused():
    with pytest.raises(KeyError):
        parse_article({"id": "a", "text": "🎉 x", "attributions": [{"cue": [[1, 3]], "source": [], "content": []}]})


def test_articles_without_annotation_have_no_attributions():
    article = parse_article({"id": "a", "text": "Rain."})
    assert article.attributions == []
    assert list(prediction_lines([article], [[]])) == ['{"id": "a", "statements": []}']


def test_attributions_may_lack_a_source():
    article = parse_article(
        {"id": "a", "text": "Rain, it is said.", "attributions": [{"cue": [[12, 16]], "content": [[0, 4]]}]}
    )
    assert article.attributions == [Attribution(cue=[(12, 16)], source=[], content=[(0, 4)])]
