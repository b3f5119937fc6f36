"""Reading in windows: a cue sees the words in its reach, wherever the windows were cut."""

import pytest
import torch

from attribution.corpus import parse_article
from attribution.decode import of_document, read, score_cues
from attribution.documents import prepare
from attribution.encoder import Encoder
from attribution.model import Network
from attribution.windows import REACH, cut, owned

CONFIG = {
    "hidden_size": 24,
    "vocab_size": 30522,
    "max_position_embeddings": 512,
    "num_hidden_layers": 1,
    "num_attention_heads": 2,
    "intermediate_size": 48,
}


@pytest.fixture(scope="module")
def document(tokenizer):
    text = "“" + "The long road to the city was closed again last night. " * 12 + "” said Ann Smith."
    return prepare([parse_article({"id": "a", "text": text})], tokenizer)[0][0]


def test_each_word_comes_from_the_window_that_answers_for_it(document):
    windows = cut(document, 40, 12)
    most = max(w.end - w.start for w in windows)
    values = torch.zeros(len(windows), most, 2)
    for b, window in enumerate(windows):
        values[b, : window.end - window.start, 0] = torch.arange(window.start, window.end)
        values[b, :, 1] = b
    found = of_document(windows, values)[0]
    assert found[:, 0].tolist() == list(range(document.words))
    answering = [b for b, (low, high) in enumerate(owned(windows)) for _ in range(low, high)]
    assert found[:, 1].tolist() == answering


def test_a_cue_behind_a_long_quotation_sees_all_that_is_in_reach(document):
    torch.manual_seed(1)
    network = Network(Encoder(CONFIG), hidden=8, context=8).eval()
    text, words = document.article.text, document.tokens.words
    said = next(k for k, span in enumerate(words) if text[slice(*span)] == "said")
    for head in ("pair", "context"):
        (scored,) = score_cues(network, read(network, document, 40, 12, torch.float32), [[said]], head)
        assert scored.low == max(0, said - REACH)
        assert len(scored.scores) == document.words - scored.low
