"""A finished run → its network, ready to read."""

from __future__ import annotations

import json
from pathlib import Path

import torch

from .encoder import Encoder
from .model import Network
from .recipe import load_recipe


def load_network(run: Path, weights: Path, encoder_dir: Path) -> tuple[Network, dict[str, int]]:
    """The network with the given weights of a run, and the run's cue lexicon."""
    recipe = load_recipe(run / "recipe.json")
    annotators = json.loads((run / "annotators.json").read_text())
    lexicon = json.loads((run / "lexicon.json").read_text(encoding="utf-8"))
    config = json.loads((encoder_dir / "config.json").read_text())
    network = Network(Encoder(config, len(annotators)), recipe.hidden, recipe.context)
    network.load_state_dict(torch.load(weights))
    return network.eval(), lexicon
