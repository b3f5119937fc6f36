"""The network as ONNX graphs: float32 → int8 → nodes merged for speed. Window in, scores out; no decision is taken."""

from __future__ import annotations

import copy
import tempfile
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from .encoder import Layer
from .model import ContextHead, Network

CONTRIB = "com.microsoft"  # domain of ONNX Runtime's own nodes


def pair_parts(network: Network) -> dict[str, nn.Linear]:
    """The projections that make up the columns of the output `out`, in their order."""
    pair = network.pair
    return {"joint": network.joint, "word": pair.word, "cue": pair.cue, "key": pair.key, "query": pair.query}


def context_parts(network: Network) -> dict[str, nn.Linear]:
    """The same of the output `context`, which the context graph reads."""
    return {"word": network.context.word, "cue": network.context.cue} if network.context else {}


def joined(projections: Iterable[nn.Linear]) -> nn.Linear:
    """One projection that gives the columns of all, side by side."""
    projections = list(projections)
    out = nn.Linear(projections[0].in_features, sum(p.out_features for p in projections))
    out.weight.data = torch.cat([p.weight.data for p in projections])
    out.bias.data = torch.cat([p.bias.data for p in projections])
    return out


class OneNodeAttention(torch.autograd.Function):
    """`Layer.attend` that exports as a single node: in a dozen nodes it took a seventh of the encoder's time."""

    @staticmethod
    def forward(ctx, query: Tensor, key: Tensor, value: Tensor, layer: Layer) -> Tensor:
        return Layer.attend(layer, torch.cat([query, key, value], -1))

    @staticmethod
    def symbolic(g, query, key, value, layer: Layer):
        out = g.op(f"{CONTRIB}::MultiHeadAttention", query, key, value, num_heads_i=layer.heads)
        out.setType(query.type())
        return out


def attend_in_one_node(layer: Layer, joined_parts: Tensor, mask: Tensor | None = None) -> Tensor:
    if mask is not None:
        raise ValueError("the exported attention knows no padding: one window, or windows of one length, a run")
    # Split at constant places: in equal chunks, the graph would count its columns anew at each run.
    return OneNodeAttention.apply(*joined_parts.split([layer.attention_out.in_features] * 3, -1), layer)


class Graph(nn.Module):
    """Encoder and every projection of the heads: ids, features → `out` and, if there is a context head, `context`."""

    def __init__(self, network: Network, annotator: int = 0) -> None:
        super().__init__()
        self.network = copy.deepcopy(network)
        self.out = joined(pair_parts(network).values())
        self.context = joined(context_parts(network).values()) if network.context else None
        # The service reads as one annotator would, or (row 0) as any: the row becomes part of the position vectors.
        encoder = self.network.encoder
        encoder.positions.weight.data += encoder.annotators.weight.data[annotator]
        encoder.annotators.weight.data.zero_()
        for layer in encoder.layers:
            layer.attend = partial(attend_in_one_node, layer)

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, ...]:
        hidden = self.network.subtokens(ids, features)
        return (self.out(hidden),) if self.context is None else (self.out(hidden), self.context(hidden))


class ContextGraph(nn.Module):
    """The context head by itself: once for all cues of a text."""

    def __init__(self, head: ContextHead) -> None:
        super().__init__()
        self.head = head

    def forward(self, word: Tensor, cue: Tensor, distance: Tensor, breaks: Tensor, present: Tensor) -> Tensor:
        return self.head.score(word, cue, distance, breaks, present > 0)


def write_encoder(network: Network, annotator: int, path: Path) -> None:
    ids = torch.randint(1000, 2000, (2, 50))
    features = torch.zeros(2, 50, len(network.features), dtype=torch.long)
    outputs = ["out", "context"] if network.context else ["out"]
    axes = {name: {0: "windows", 1: "subtokens"} for name in ("ids", "feats", *outputs)}
    _write(Graph(network, annotator), path, {"ids": ids, "feats": features}, outputs, axes)


def write_context(head: ContextHead, path: Path) -> None:
    width = head.word.out_features
    given = {
        "word": torch.randn(2, 50, width),
        "cue": torch.randn(2, width),
        "distance": torch.zeros(2, 50, dtype=torch.long),
        "breaks": torch.zeros(2, 50, dtype=torch.long),
        "present": torch.ones(2, 50),
    }
    axes = {name: {0: "cues", 1: "places"} for name in (*given, "scores")}
    axes["cue"] = {0: "cues"}
    _write(ContextGraph(head), path, given, ["scores"], axes)


def _write(graph: nn.Module, path: Path, given: dict[str, Tensor], outputs: list[str], axes: dict) -> None:
    """A float32 graph, then its int8 form in the same place."""
    with tempfile.TemporaryDirectory() as folder:
        plain, small = Path(folder) / "float32.onnx", Path(folder) / "int8.onnx"
        torch.onnx.export(
            graph.eval(),
            tuple(given.values()),
            str(plain),
            input_names=list(given),
            output_names=outputs,
            dynamic_axes=axes,
            opset_version=17,
            custom_opsets={CONTRIB: 1} if isinstance(graph, Graph) else None,
            dynamo=False,
        )
        quantise(plain, small)
        merge_nodes(small, path)


def quantise(source: Path, target: Path) -> None:
    """int8 weights, one scale a channel: one scale a tensor cost ten points of F1."""
    quantize_dynamic(
        str(source),
        str(target),
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gather"],
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )


def merge_nodes(source: Path, target: Path) -> None:
    """Merges nodes once, here, as the runtime would at each start, all but one kind: the sum with its layer norm.

    That merged node takes 3.5 of 20 ms a window of 256 subtokens, its two parts 1.3. The runtime would merge them when
    it loads the graph, but not without the notes on shapes, which it does not need otherwise: so they are left out.
    """
    options = onnxruntime.SessionOptions()
    options.optimized_model_filepath = str(target)
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.log_severity_level = 3
    onnxruntime.InferenceSession(
        str(source),
        options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=["SkipLayerNormFusion", "BiasSkipLayerNormFusion"],
    )
    model = onnx.load(str(target))
    del model.graph.value_info[:]
    onnx.save(model, str(target))
