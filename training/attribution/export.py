"""Weights → what the service ships: int8 ONNX graphs, the small head parameters as JSON, a manifest with hashes."""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from .confidence import SCORES, TEXT
from .graphs import write_context, write_encoder
from .load import load_network
from .manifest import CALIBRATION, install, sha256
from .model import Network
from .windows import OVERLAP_WORDS, REACH, WINDOW


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


def unfitted() -> dict:
    """A confidence for weights that none has been fitted to (attribution.calibrate): nothing left out, nothing safe."""
    return {
        "bias": 0.0,
        "weights": {name: 0.2 for name in SCORES},
        "text": {name: 0.0 for name in TEXT},
        "least": 0.0,
        "safe": 1.0,
    }


def export(network: Network, lexicon: dict[str, int], encoder_dir: Path, annotator: int, folder: Path) -> list[Path]:
    """Writes every file but the manifest into the folder; the encoder's graph is the first of those returned."""
    graph, head = folder / "attribution.int8.onnx", folder / "attribution.head.json"
    vocabulary, context = folder / "attribution.vocab.txt", folder / "attribution.context.onnx"
    calibration = folder / CALIBRATION
    write_encoder(network, annotator, graph)
    head.write_text(json.dumps(head_parameters(network, lexicon), ensure_ascii=False) + "\n", encoding="utf-8")
    vocabulary.write_bytes((encoder_dir / "vocab.txt").read_bytes())
    calibration.write_text(json.dumps(unfitted(), indent=2) + "\n", encoding="utf-8")
    if network.context is None:
        return [graph, head, vocabulary, calibration]
    write_context(network.context, context)
    return [graph, head, vocabulary, context, calibration]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True, help="folder of the training run")
    parser.add_argument("--weights", type=Path, required=True, help="weights of that run to export")
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--annotator", help="annotator of the training articles to read like; without: like any")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    annotators = json.loads((arguments.run / "annotators.json").read_text())
    if arguments.annotator and arguments.annotator not in annotators:
        parser.error(f"the run knows the annotators {', '.join(annotators)}, but not {arguments.annotator}")
    annotator = annotators[arguments.annotator] if arguments.annotator else 0
    network, lexicon = load_network(arguments.run, arguments.weights, arguments.encoder)
    arguments.out.mkdir(parents=True, exist_ok=True)
    manifest = {
        "name": "attribution",
        "files": {},
        "window": {"subtokens": WINDOW, "overlapWords": OVERLAP_WORDS, "reachWords": REACH},
        "trainedFrom": {
            "file": "polnear/train.jsonl",
            "sha256": sha256(arguments.corpora / "polnear/train.jsonl"),
        },
        "weights": {"file": arguments.weights.name, "sha256": sha256(arguments.weights)},
        "readsLikeAnnotator": arguments.annotator,
        "recipe": json.loads((arguments.run / "recipe.json").read_text()),
    }
    with tempfile.TemporaryDirectory(dir=arguments.out, prefix=".export-") as folder:
        staged = export(network, lexicon, arguments.encoder, annotator, Path(folder))
        content = install(staged, manifest, arguments.out)
    for name, file in content["files"].items():
        print(f"{name}: {file['bytes'] / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
