"""Every number of a training run that may be varied, in one record that is stored beside the weights."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path


@dataclass(frozen=True)
class Recipe:
    epochs: int = 6
    seed: int = 0
    window: int = 384  # subtokens
    windows_a_step: int = 8
    rate_encoder: float = 1.5e-4  # of the top layer
    rate_decay_a_layer: float = 0.9  # each layer below learns so much slower
    rate_features: float = 5e-4
    rate_heads: float = 1e-3
    weight_decay: float = 0.01
    warm_up: float = 0.06  # share of the steps
    steady: float = 0.35  # share of the steps after which the rate falls as a cosine
    average_half_life: float = 0.5  # epochs; of the moving average of the weights
    dropout: float = 0.1
    head_dropout: float = 0.15
    masked_subtokens: float = 0.06
    masked_lexicon: float = 0.15
    known_annotator: float = 0.5  # share of windows that are told who annotated them
    hidden: int = 128
    context: int = 128  # width of the context head; 0 leaves it out
    joint_weight: float = 10.0
    pair_weight: float = 0.2
    context_weight: float = 0.2
    soft_weight: float = 0.0  # share of the teacher's probabilities in the targets
    silver_articles: int = 0  # drawn anew each epoch
    articles: int = 0  # first so many only; 0 = all

    def save(self, path: Path) -> None:
        path.write_text(json.dumps(asdict(self), indent=2) + "\n")


def load_recipe(path: Path) -> Recipe:
    return Recipe(**json.loads(path.read_text()))


def add_recipe_arguments(parser: argparse.ArgumentParser) -> None:
    for field in fields(Recipe):
        parser.add_argument(f"--{field.name.replace('_', '-')}", type=type(field.default), default=field.default)


def recipe_of(arguments: argparse.Namespace) -> Recipe:
    return Recipe(**{field.name: getattr(arguments, field.name) for field in fields(Recipe)})
