"""The exported files against the network that they were made of: a small one with random weights."""

import json

import numpy as np
import onnx
import onnxruntime
import pytest
import torch

from attribution.corpus import parse_article
from attribution.crf import constrained
from attribution.decode import decode, read, score_cues
from attribution.documents import prepare
from attribution.encoder import Encoder
from attribution.export import export
from attribution.graphs import Graph, attend_in_one_node
from attribution.model import Network
from attribution.onnx_runtime import OnnxReader
from attribution.windows import collate, cut

CONFIG = {
    "hidden_size": 48,
    "vocab_size": 30522,
    "max_position_embeddings": 512,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "intermediate_size": 96,
}
TEXT = "\n\n".join(f"“We will win vote {k},” said Ann Smith. Bob Jones denied that it was fair." for k in range(9))


@pytest.fixture(scope="module")
def network():
    torch.manual_seed(5)
    made = Network(Encoder(CONFIG, annotators=2), hidden=32, context=32).eval()
    torch.nn.init.normal_(made.encoder.annotators.weight, std=0.3)
    return made


@pytest.fixture(scope="module")
def exported(network, tmp_path_factory, tokenizer):
    folder, encoder = tmp_path_factory.mktemp("model"), tmp_path_factory.mktemp("encoder")
    (encoder / "vocab.txt").write_text("[PAD]\n[UNK]\n")
    torch.manual_seed(6)
    return folder, export(network, {"said": 4, "denied": 3}, encoder, annotator=1, folder=folder)


@pytest.fixture(scope="module")
def document(tokenizer):
    return prepare([parse_article({"id": "a", "text": TEXT})], tokenizer, {"said": 4, "denied": 3})[0][0]


def as_read_by(network, annotator):
    """The network with an annotator's row as everybody's."""
    other = Network(Encoder(CONFIG, annotators=2), hidden=32, context=32).eval()
    other.load_state_dict(network.state_dict())
    other.encoder.annotators.weight.data[0] = network.encoder.annotators.weight.data[annotator]
    return other


def test_every_file_is_written_the_encoder_first(exported):
    folder, files = exported
    assert [f.name.removeprefix("attribution.") for f in files] == [
        "int8.onnx",
        "head.json",
        "vocab.txt",
        "context.onnx",
        "calibration.json",
    ]
    assert all(f.parent == folder and f.stat().st_size > 0 for f in files)


def test_attention_is_one_node_a_layer_and_layer_norms_stand_alone(exported):
    kinds = [node.op_type for node in onnx.load(str(exported[1][0])).graph.node]
    assert kinds.count("MultiHeadAttention") == CONFIG["num_hidden_layers"]
    assert "Softmax" not in kinds
    assert "SkipLayerNormalization" not in kinds
    assert kinds.count("LayerNormalization") == 2 * CONFIG["num_hidden_layers"] + 1
    assert kinds.count("DynamicQuantizeMatMul") == 4 * CONFIG["num_hidden_layers"]


def test_scores_are_those_of_the_annotator_that_was_asked_for(network, exported, document):
    expected = read(as_read_by(network, 1), document, 64, 20, torch.float32)
    found = OnnxReader(exported[0], as_read_by(network, 1)).read(document, 64, 20)
    scale = expected.joint.std()
    assert np.abs(found.joint - expected.joint).max() < 0.15 * scale
    for head in ("pair", "context"):
        for a, b in zip(found.projected[head], expected.projected[head], strict=True):
            assert a.shape == b.shape
            assert (a - b).abs().max() < 0.3 * b.std()
    another = read(as_read_by(network, 2), document, 64, 20, torch.float32)
    assert np.abs(another.joint - expected.joint).max() > 0.3 * scale


def test_the_context_graph_scores_as_the_head_does(network, exported, document):
    plain, exporting = as_read_by(network, 1), as_read_by(network, 1)
    cues = [[k] for k, span in enumerate(document.tokens.words) if TEXT[slice(*span)] in ("said", "denied")]
    expected = score_cues(plain, read(plain, document, 64, 20, torch.float32), cues, "context")
    found = score_cues(exporting, OnnxReader(exported[0], exporting).read(document, 64, 20), cues, "context")
    assert len(found) == 18
    for a, b in zip(found, expected, strict=True):
        assert a.low == b.low
        assert a.scores.shape == b.scores.shape
        assert np.abs(a.scores - b.scores).max() < 0.4 * b.scores.std()


def test_reading_decides_nothing_outside_the_text(network, exported, document):
    reader = as_read_by(network, 1)
    for head in ("pair", "context"):
        for statement in decode(reader, OnnxReader(exported[0], reader).read(document, 64, 20), head, cue_bias=3.0):
            assert all(0 <= s < e <= len(TEXT) for s, e in [*statement.cue, *statement.source, *statement.content])


def test_windows_of_one_length_may_share_a_run(exported, document):
    session = onnxruntime.InferenceSession(str(exported[1][0]), providers=["CPUExecutionProvider"])
    batch = collate(cut(document, 64)[:1] * 2, 64)
    batch.ids[1, 5] = 1012
    feeds = [{"ids": batch.ids[k].numpy(), "feats": batch.features[k].numpy()} for k in ([0], [1], [0, 1])]
    first, second, both = (session.run(["out"], feed)[0] for feed in feeds)
    # Activations are quantised with one scale a run, so that company shows, but slightly.
    assert np.abs(both - np.concatenate([first, second])).max() < 0.1 * first.std()


def test_the_exported_attention_refuses_a_mask(network):
    layer = Graph(network).network.encoder.layers[0]
    with pytest.raises(ValueError, match="padding"):
        attend_in_one_node(layer, torch.zeros(1, 3, 3 * CONFIG["hidden_size"]), torch.zeros(1, 1, 1, 3))


def test_the_network_is_left_as_it_was(network):
    before = {name: value.clone() for name, value in network.state_dict().items()}
    Graph(network, annotator=2)
    assert all(torch.equal(value, before[name]) for name, value in network.state_dict().items())
    assert not any("attend" in vars(layer) for layer in network.encoder.layers)


def test_the_head_file_holds_what_the_service_computes_itself(network, exported):
    head = json.loads(exported[1][1].read_text())
    assert head["lexicon"] == {"said": 4, "denied": 3}
    assert np.shape(head["rel"]) == (64, 32)
    assert np.shape(head["pow"]) == (5, 32)
    assert np.allclose(constrained(np.array(head["ctr"])), constrained(network.context.transitions.detach().numpy()))
