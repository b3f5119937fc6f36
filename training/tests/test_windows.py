"""Windows over long articles: every word is owned once, and targets sit where their words are."""

import itertools
import random

import numpy as np
import pytest

from attribution.corpus import parse_article
from attribution.crf import constrained
from attribution.decode import find_cues
from attribution.documents import JOINT_TAGS, PAIR_CONTENT, PAIR_SOURCE, prepare
from attribution.windows import REACH, batches, collate, cut, owned, pair_targets

SENTENCE = "“We will win the vote,” said Ann Smith. "


@pytest.fixture
def document(tokenizer):
    text = ("\n\n".join([SENTENCE * 3] * 12)).strip()
    attributions = []
    at = text.find("“")
    while at >= 0:
        attributions.append(
            {"content": [[at + 1, at + 21]], "cue": [[at + 24, at + 28]], "source": [[at + 29, at + 38]]}
        )
        at = text.find("“", at + 1)
    article = parse_article({"id": "a", "text": text, "attributions": attributions})
    return prepare([article], tokenizer)[0][0]


@pytest.mark.parametrize(("size", "overlap", "first_size"), [(64, 0, 0), (64, 20, 0), (128, 60, 37), (384, 100, 0)])
def test_windows_fit_and_every_word_is_owned_once(document, size, overlap, first_size):
    windows = cut(document, size, overlap, first_size)
    assert all(w.subtokens <= size - 2 for w in windows)
    covered = [i for low, high in owned(windows) for i in range(low, high)]
    assert covered == list(range(document.words))
    for window, (low, high) in zip(windows, owned(windows), strict=True):
        assert window.start <= low < high <= window.end


def test_a_word_longer_than_a_window_is_cut_not_lost(tokenizer):
    article = parse_article({"id": "a", "text": "He said " + "日" * 90 + "x" * 80 + " ok"})
    document = prepare([article], tokenizer)[0][0]
    windows = cut(document, 16, 4)
    assert [i for low, high in owned(windows) for i in range(low, high)] == list(range(document.words))
    assert collate(windows, 16).ids.shape[1] <= 16


def test_an_epoch_holds_every_word_once(document):
    steps = batches([document], 128, 3, random.Random(1), shift=True)
    spans = sorted((w.start, w.end) for step in steps for w in step)
    assert spans[0][0] == 0
    assert spans[-1][1] == document.words
    assert all(a[1] == b[0] for a, b in itertools.pairwise(spans))


def test_pair_targets_name_the_gold_words(document):
    windows = cut(document, 384)
    targets = pair_targets(windows)
    cues, tags = targets.cues, targets.tags
    text, words = document.article.text, document.tokens.words
    for row in range(len(cues)):
        low = windows[int(cues.window[row])].start + int(cues.low[row])
        found = {
            name: " ".join(
                text[slice(*words[low + k])] for k in range(tags.shape[1]) if int(tags[row, k]) in (tag, tag + 1)
            )
            for name, tag in (("source", PAIR_SOURCE), ("content", PAIR_CONTENT))
        }
        assert found == {"source": "Ann Smith", "content": "We will win the vote"}
        assert int(cues.first[row]) - int(cues.low[row]) <= REACH


def test_the_gold_tags_as_scores_give_the_gold_cues(document):
    scores = np.eye(len(JOINT_TAGS))[document.tags] * 10
    transitions = constrained(np.zeros((len(JOINT_TAGS), len(JOINT_TAGS))))
    assert find_cues(scores, transitions) == [g.cue for g in document.gold]
