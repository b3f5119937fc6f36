"""Gold spans → words → gold spans loses nothing: emoji, accents, every kind of quotation mark."""

import re

import numpy as np
import pytest

from attribution.alignment import runs, spans_of_words, words_of_spans, write_tags

# Content in brackets; the brackets are taken out before the test.
MARKED = [
    '"[We will win]," she said.',
    "“[We will win],” she said, “[and soon].”",
    "‘[We will win],’ she said.",
    "'[It's over],' he said.",
    "«[Nous gagnons]», a-t-elle dit.",
    "„[Wir gewinnen]“, sagte sie.",
    "‹[Ja]›, sagte er; ‚[nein]‘, sie.",
    "``[We will win],'' she said.",
    "「[勝つ]」と言った。",
    "He said [🎉 it is done 👩‍👩‍👧 now] and left 🚪.",
    "[Café prices rise 4.5%], José\u0301 said—[or so].",
    "[U.S.-led talks] “[are ‘not dead’],” he’d said.",
    "Said: [yes]\n\n“[No], [never] [ever]”\t(she)",
    "[𝔄𝔅 is] she said",
]


def unmark(marked):
    text, spans = "", []
    for part in re.split(r"(\[[^\]]*\])", marked):
        if part.startswith("["):
            spans.append((len(text), len(text) + len(part) - 2))
            part = part[1:-1]
        text += part
    return text, spans


@pytest.mark.parametrize("marked", MARKED)
def test_spans_come_back_as_they_went_in(tokenizer, marked):
    text, spans = unmark(marked)
    words = tokenizer.encode(text).words
    back = spans_of_words(words, words_of_spans(words, spans))
    assert " ".join(text[s:e] for s, e in back) == " ".join(text[s:e] for s, e in spans)


def test_neighbouring_spans_are_joined_and_distant_ones_stay_apart(tokenizer):
    text = "aa bb, cc dd"
    words = tokenizer.encode(text).words
    assert spans_of_words(words, words_of_spans(words, [(0, 2), (3, 5)])) == [(0, 5)]
    assert spans_of_words(words, words_of_spans(words, [(0, 5), (7, 9)])) == [(0, 5), (7, 9)]


def test_a_span_inside_a_word_takes_the_whole_word(tokenizer):
    words = tokenizer.encode("neither side won").words
    assert words_of_spans(words, [(1, 12)]) == [0, 1]


def test_spans_of_blanks_touch_no_word(tokenizer):
    words = tokenizer.encode("a  b").words
    assert words_of_spans(words, [(1, 3)]) == []
    assert words_of_spans(words, []) == []


def test_runs_cut_at_gaps():
    assert runs([]) == []
    assert runs([3, 4, 7, 8, 9, 11]) == [[3, 4], [7, 8, 9], [11]]


def test_tags_begin_each_run_and_keep_to_the_array():
    tags = np.zeros(5, dtype=np.int64)
    write_tags(tags, [1, 2, 3, 6, 7, 12], begin_tag=3, low=3)
    assert tags.tolist() == [3, 0, 0, 3, 4]
