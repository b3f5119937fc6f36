"""Words and subtokens, and what each of them covers."""

import pytest

from attribution.tokenizer import WordTokenizer

PROSE = [
    "“We won’t,” said Xi Jinping—twice.",
    "naïve façade, 3.5% of $1.2bn; U.N.-backed",
    "🎉 emoji 👩‍👩‍👧 and 𝔄 letters",
    "Zero\u200bwidth, soft\u00adhyphen, nbsp\u00a0here, line\u2028sep",
    "\x00\x01\ufffd",
    "",
    "   \n\t ",
    "x" * 400,
    "日本 said ありがとう",
]


@pytest.mark.parametrize("text", PROSE)
def test_words_are_in_order_inside_the_text_and_never_empty(tokenizer: WordTokenizer, text):
    tokens = tokenizer.encode(text)
    previous = 0
    for start, end in tokens.words:
        assert previous <= start < end <= len(text)
        previous = end
    assert len(tokens.first) == len(tokens.words) + 1
    assert tokens.first[-1] == len(tokens.ids)
    assert (tokens.first[1:] > tokens.first[:-1]).all()


def test_marks_are_words_of_their_own(tokenizer: WordTokenizer):
    text = "“Don’t,” he said."
    tokens = tokenizer.encode(text)
    assert [text[s:e] for s, e in tokens.words] == ["“", "Don", "’", "t", ",", "”", "he", "said", "."]


def test_no_letter_or_digit_is_lost(tokenizer: WordTokenizer):
    text = "Père Noël (57) said: “Ho, ho, 2×ho!”"
    words = tokenizer.encode(text).words
    covered = {i for s, e in words for i in range(s, e)}
    assert all(i in covered for i, ch in enumerate(text) if ch.isalnum())


def test_rare_words_are_cut_into_several_subtokens(tokenizer: WordTokenizer):
    tokens = tokenizer.encode("Nazarbayev said")
    assert len(tokens.words) == 2
    assert tokens.first[1] > 1
