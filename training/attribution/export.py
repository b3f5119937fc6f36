"""Weights → what the service ships: an int8 ONNX graph, the small head parameters as JSON, a manifest with hashes."""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from .load import load_network
from .model import ContextHead, Network
from .windows import OVERLAP_WORDS, REACH, WINDOW

PADDING = 0  # id of [PAD]


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


class Graph(nn.Module):
    """Encoder and every projection of the heads: ids, features → `out` and, if there is a context head, `context`."""

    def __init__(self, network: Network, annotator: int = 0) -> None:
        super().__init__()
        self.network = network
        self.out = joined(pair_parts(network).values())
        self.context = joined(context_parts(network).values()) if network.context else None
        # The service reads as one annotator would, or (row 0) as any: the row becomes part of the position vectors.
        encoder = network.encoder
        encoder.positions.weight.data += encoder.annotators.weight.data[annotator]
        encoder.annotators.weight.data.zero_()

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, ...]:
        # Padding is seen from the ids, so that windows of unlike length can share a batch.
        attended = (ids != PADDING).float()
        hidden = self.network.subtokens(ids, features, attended=attended)
        return (self.out(hidden),) if self.context is None else (self.out(hidden), self.context(hidden))


class ContextGraph(nn.Module):
    """The context head by itself: once for all cues of a text."""

    def __init__(self, head: ContextHead) -> None:
        super().__init__()
        self.head = head

    def forward(self, word: Tensor, cue: Tensor, distance: Tensor, breaks: Tensor, present: Tensor) -> Tensor:
        return self.head.score(word, cue, distance, breaks, present > 0)


def write_float(network: Network, annotator: int, path: Path) -> None:
    ids = torch.randint(1000, 2000, (2, 50))
    features = torch.zeros(2, 50, len(network.features), dtype=torch.long)
    outputs = ["out", "context"] if network.context else ["out"]
    axes = {name: {0: "windows", 1: "subtokens"} for name in ("ids", "feats", *outputs)}
    write_graph(Graph(network, annotator), path, {"ids": ids, "feats": features}, outputs, axes)


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
    write_graph(ContextGraph(head), path, given, ["scores"], axes)


def write_graph(graph: nn.Module, path: Path, given: dict[str, Tensor], outputs: list[str], axes: dict) -> None:
    torch.onnx.export(
        graph.eval(),
        tuple(given.values()),
        str(path),
        input_names=list(given),
        output_names=outputs,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


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


def head_parameters(network: Network, lexicon: dict[str, int]) -> dict:
    """What is left for the service to compute itself; names as in models/README.md."""

    def rounded(tensor: Tensor) -> list:
        return np.round(tensor.detach().numpy().astype(float), 6).tolist()

    pair = network.pair
    return {
        "P": pair.out.in_features,
        "rel": rounded(pair.distance.weight),
        "brk": rounded(pair.breaks.weight),
        "lnw": rounded(pair.norm.weight),
        "lnb": rounded(pair.norm.bias),
        "pow": rounded(pair.out.weight),
        "pob": rounded(pair.out.bias),
        "tr": rounded(network.transitions),
        "ptr": rounded(pair.transitions),
        **({"ctr": rounded(network.context.transitions)} if network.context else {}),
        "lexicon": lexicon,
    }


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def manifest(files: list[Path], train_file: Path, weights: Path, run: Path, annotator: str | None) -> dict:
    return {
        "name": "attribution",
        "files": {f.name: {"sha256": sha256(f), "bytes": f.stat().st_size} for f in files},
        "window": {"subtokens": WINDOW, "overlapWords": OVERLAP_WORDS, "reachWords": REACH},
        "trainedFrom": {"file": "polnear/train.jsonl", "sha256": sha256(train_file)},
        "weights": {"file": weights.name, "sha256": sha256(weights)},
        "readsLikeAnnotator": annotator,
        "recipe": json.loads((run / "recipe.json").read_text()),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True, help="folder of the training run")
    parser.add_argument("--weights", type=Path, required=True, help="weights of that run to export")
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--annotator", help="annotator of the training articles to read like; without: like any")
    arguments = parser.parse_args()
    annotators = json.loads((arguments.run / "annotators.json").read_text())
    annotator = annotators[arguments.annotator] if arguments.annotator else 0
    network, lexicon = load_network(arguments.run, arguments.weights, arguments.encoder)
    arguments.out.mkdir(parents=True, exist_ok=True)
    float_file = arguments.run / "attribution.float32.onnx"
    head_file = arguments.out / "attribution.head.json"
    graph_file = arguments.out / "attribution.int8.onnx"
    vocabulary = arguments.out / "attribution.vocab.txt"
    files = [graph_file, head_file, vocabulary]
    head_file.write_text(json.dumps(head_parameters(network, lexicon), ensure_ascii=False) + "\n", encoding="utf-8")
    if network.context is not None:
        context_float = arguments.run / "attribution.context.float32.onnx"
        files.append(arguments.out / "attribution.context.onnx")
        write_context(network.context, context_float)
        quantise(context_float, files[-1])
    write_float(network, annotator, float_file)
    quantise(float_file, graph_file)
    vocabulary.write_bytes((arguments.encoder / "vocab.txt").read_bytes())
    content = manifest(
        files, arguments.corpora / "polnear/train.jsonl", arguments.weights, arguments.run, arguments.annotator
    )
    (arguments.out / "manifest.json").write_text(json.dumps(content, indent=2) + "\n")
    for name, file in content["files"].items():
        print(f"{name}: {file['bytes'] / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
