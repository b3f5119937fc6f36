"""Trains one network from gold files: `python -m attribution.train --help`. Resumes where it was stopped."""

from __future__ import annotations

import argparse
import copy
import json
import math
import random
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor
from tqdm import tqdm

from .corpus import read_articles
from .crf import cross_entropy, negative_log_likelihood
from .decode import decode, heads_of, read
from .documents import Document, prepare
from .encoder import pretrained
from .features import LEXICON
from .model import Network, Reach
from .recipe import Recipe, add_recipe_arguments, recipe_of
from .referee import GOLD, judge_statements
from .soft_targets import soft_joint, soft_pairs
from .tokenizer import LAST_SPECIAL, MASK, WordTokenizer
from .windows import Batch, Window, batches, collate, joint_targets, pair_targets

CHECKPOINT_STEPS = 200


def parameter_groups(network: Network, recipe: Recipe) -> list[dict]:
    """Lower layers know most of English already and learn more slowly; new parts learn fastest."""
    encoder = network.encoder
    depth = len(encoder.layers)
    groups = [
        {"params": list(layer.parameters()), "top": recipe.rate_encoder * recipe.rate_decay_a_layer ** (depth - 1 - k)}
        for k, layer in enumerate(encoder.layers)
    ]
    base = [encoder.positions.weight, *encoder.norm.parameters()]
    if encoder.words.weight.requires_grad:
        base.append(encoder.words.weight)
    groups.append({"params": base, "top": recipe.rate_encoder * recipe.rate_decay_a_layer**depth})
    inputs = [*encoder.features.parameters(), *encoder.annotators.parameters()]
    groups.append({"params": inputs, "top": recipe.rate_features})
    heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    groups.append({"params": heads, "top": recipe.rate_heads})
    return groups


def rate_at(share: float, recipe: Recipe) -> float:
    """Share of the top rate: up in a line, steady, down along a cosine to 2 %."""
    if share < recipe.warm_up:
        return share / recipe.warm_up
    fall = max(0.0, (share - recipe.steady) / (1 - recipe.steady))
    return 0.02 + 0.98 * (1 + math.cos(math.pi * min(1.0, fall))) / 2


def disturb(batch: Batch, recipe: Recipe) -> None:
    """Hides some subtokens, some lexicon marks and some annotators, so that none is leant on."""
    hide = (torch.rand(batch.ids.shape) < recipe.masked_subtokens) & (batch.ids > LAST_SPECIAL)
    batch.ids.masked_fill_(hide, MASK)
    batch.features[..., LEXICON].masked_fill_(torch.rand(batch.ids.shape) < recipe.masked_lexicon, 0)
    batch.annotators.masked_fill_(torch.rand(batch.annotators.shape) >= recipe.known_annotator, 0)


def losses(network: Network, windows: list[Window], recipe: Recipe, precision: torch.dtype) -> dict[str, Tensor]:
    batch = collate(windows, recipe.window)
    disturb(batch, recipe)
    words = network.words(batch, annotators=batch.annotators, dropout=recipe.dropout, precision=precision)
    words = F.dropout(words, recipe.head_dropout)
    tags = joint_targets(windows, words.shape[1])
    soft = soft_joint(windows, words.shape[1]) if recipe.soft_weight else None
    joint = mixed_loss(network.joint(words), tags, soft, batch.present, network.transitions, recipe.soft_weight)
    out = {"joint": joint.sum() / batch.present.sum()}
    target = pair_targets(windows)
    if target is not None:
        reach = Reach(target.cues, batch.paragraphs)
        soft = soft_pairs(target) if recipe.soft_weight else None
        for name, head in heads_of(network).items():
            options = {"dropout": recipe.dropout, "precision": precision} if name == "context" else {}
            scores = head(head.project(words), reach, **options)
            out[name] = mixed_loss(
                scores, target.tags, soft, reach.present, head.transitions, recipe.soft_weight
            ).mean()
    return out


def mixed_loss(
    scores: Tensor,
    tags: Tensor,
    soft: tuple[Tensor, Tensor] | None,
    present: Tensor,
    transitions: Tensor,
    weight: float,
) -> Tensor:
    """The gold's loss, or a mean of it and the teacher's."""
    if soft is None:
        return negative_log_likelihood(scores, tags, present, transitions)
    # Both losses share the costly partition: mixing the targets mixes the losses.
    gold, before = F.one_hot(tags, scores.shape[-1]).float() * present[..., None], torch.zeros_like(soft[1])
    before[:, 1:] = gold[:, :-1, :, None] * gold[:, 1:, None]
    single, pair = ((1 - weight) * a + weight * b for a, b in zip((gold, before), soft, strict=True))
    return cross_entropy(scores, single, pair, present, transitions)


class Averaged:
    """An exponential moving average of the trained weights."""

    def __init__(self, network: Network, steps_an_epoch: int, half_life: float) -> None:
        self.network = copy.deepcopy(network)
        self._decay = 0.5 ** (1 / (half_life * steps_an_epoch))

    @torch.no_grad()
    def update(self, network: Network, step: int) -> None:
        decay = min(self._decay, step / (step + 10))
        own, new = [], []
        for a, b in zip(self.network.parameters(), network.parameters(), strict=True):
            if b.requires_grad:
                own.append(a.data)
                new.append(b.data)
        torch._foreach_lerp_(own, new, 1 - decay)


def measure(
    network: Network, corpora: dict[str, tuple[Path, list[Document]]], referee: Path, precision: torch.dtype, title: str
) -> None:
    """Prints the referee's figures of every head on every dev corpus."""
    network.eval()
    for name, (gold, documents) in corpora.items():
        readings = [read(network, d, 256, 60, precision) for d in tqdm(documents, desc=name, leave=False)]
        for head in heads_of(network):
            found = [decode(network, r, head) for r in readings]
            card = judge_statements(referee, gold, [d.article for d in documents], found)
            print(f"{title} {name} {head}: {card}", flush=True)


@dataclass(frozen=True)
class Places:
    """Where a run reads and writes."""

    corpora: Path
    encoder: Path
    out: Path
    referee: Path | None = None  # without it nothing is measured on the way
    start: Path | None = None  # weights to start from instead of the pretrained encoder
    silver: Path | None = None  # articles annotated by a teacher
    soft: tuple[Path, ...] = ()  # a teacher's probabilities for the articles


def train(recipe: Recipe, places: Places) -> None:
    corpora, encoder_dir, out, referee = places.corpora, places.encoder, places.out, places.referee
    out.mkdir(parents=True, exist_ok=True)
    recipe.save(out / "recipe.json")
    torch.manual_seed(recipe.seed)
    np.random.seed(recipe.seed)
    precision = torch.bfloat16 if torch.backends.mkldnn.is_available() else torch.float32
    tokenizer = WordTokenizer(encoder_dir)
    articles = read_articles(corpora / "polnear/train.jsonl")[: recipe.articles or None]
    annotators = {name: k + 1 for k, name in enumerate(sorted({a.annotator for a in articles if a.annotator}))}
    documents, lexicon = prepare(articles, tokenizer, annotators=annotators)
    silver = prepare(read_articles(places.silver), tokenizer, lexicon)[0] if places.silver else []
    soft = {name: value for path in places.soft for name, value in torch.load(path, weights_only=False).items()}
    for document in (*documents, *silver):
        document.soft = soft.get(document.article.id)
    (out / "lexicon.json").write_text(json.dumps(lexicon, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    (out / "annotators.json").write_text(json.dumps(annotators, indent=2) + "\n")
    dev = {}
    if referee is not None:
        for name, path in GOLD.items():
            dev[name] = (corpora / path, prepare(read_articles(corpora / path), tokenizer, lexicon)[0])

    network = Network(pretrained(encoder_dir, len(annotators)), recipe.hidden, recipe.context)
    if places.start:
        network.load_state_dict(torch.load(places.start))
    optimiser = torch.optim.AdamW(
        parameter_groups(network, recipe), lr=0, weight_decay=recipe.weight_decay, betas=(0.9, 0.99), fused=True
    )

    def epoch_steps(epoch: int) -> list[list[Window]]:
        rng = random.Random(f"{recipe.seed} {epoch}")
        chosen = documents + rng.sample(silver, min(len(silver), recipe.silver_articles))
        return batches(chosen, recipe.window, recipe.windows_a_step, rng, shift=epoch > 0)

    per_epoch = len(epoch_steps(0))
    averaged = Averaged(network, per_epoch, recipe.average_half_life)
    total, step, start_epoch, skip = per_epoch * recipe.epochs, 0, 0, 0
    state_file = out / "state.pt"
    if state_file.exists():
        state = torch.load(state_file)
        network.load_state_dict(state["network"])
        averaged.network.load_state_dict(state["averaged"])
        optimiser.load_state_dict(state["optimiser"])
        torch.set_rng_state(state["random"])
        step, start_epoch, skip = state["step"], state["epoch"], state["done"]
        print(f"resumed at step {step} of about {total}", flush=True)

    def checkpoint(epoch: int, done: int) -> None:
        state = {
            "network": network.state_dict(),
            "averaged": averaged.network.state_dict(),
            "optimiser": optimiser.state_dict(),
            "random": torch.get_rng_state(),
            "step": step,
            "epoch": epoch,
            "done": done,
        }
        torch.save(state, state_file.with_suffix(".new"))
        state_file.with_suffix(".new").replace(state_file)

    weights = {"joint": recipe.joint_weight, "pair": recipe.pair_weight, "context": recipe.context_weight}
    for epoch in range(start_epoch, recipe.epochs):
        steps = epoch_steps(epoch)
        network.train()
        sums: dict[str, float] = {}
        began = time.monotonic()
        bar = tqdm(steps[skip:], desc=f"epoch {epoch + 1}", mininterval=20)
        for done, windows in enumerate(bar, skip + 1):
            step += 1
            for group in optimiser.param_groups:
                group["lr"] = group["top"] * rate_at(min(1.0, step / total), recipe)
            parts = losses(network, windows, recipe, precision)
            optimiser.zero_grad()
            sum(weights[name] * value for name, value in parts.items()).backward()
            torch.nn.utils.clip_grad_norm_((p for p in network.parameters() if p.requires_grad), 5.0)
            optimiser.step()
            averaged.update(network, step)
            for name, value in parts.items():
                sums[name] = sums.get(name, 0.0) + value.item()
            if done % 20 == 0:
                bar.set_postfix({name: f"{value / (done - skip):.3f}" for name, value in sums.items()}, refresh=False)
            if done % CHECKPOINT_STEPS == 0:
                checkpoint(epoch, done)
        means = " ".join(f"{name} {value / max(1, len(steps) - skip):.4f}" for name, value in sums.items())
        print(f"epoch {epoch + 1}: {means} in {time.monotonic() - began:.0f} s", flush=True)
        skip = 0
        checkpoint(epoch + 1, 0)
        torch.save(network.state_dict(), out / f"epoch{epoch + 1}.pt")
        torch.save(averaged.network.state_dict(), out / f"epoch{epoch + 1}.averaged.pt")
        if referee is not None:
            measure(network, dev, referee, precision, f"epoch {epoch + 1}")
            measure(averaged.network, dev, referee, precision, f"epoch {epoch + 1} averaged")
    torch.save(averaged.network.state_dict(), out / "final.pt")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder that holds polnear/train.jsonl")
    parser.add_argument("--encoder", type=Path, required=True, help="folder of the pretrained encoder")
    parser.add_argument("--out", type=Path, required=True, help="folder for weights and checkpoints")
    parser.add_argument("--referee", type=Path, help="score.mjs; without it nothing is measured on the way")
    parser.add_argument("--start", type=Path, help="weights to start from")
    parser.add_argument("--silver", type=Path, help="articles annotated by a teacher (attribution.teacher --silver)")
    parser.add_argument("--soft", type=Path, action="append", default=[], help="a teacher's probabilities (--soft)")
    parser.add_argument("--threads", type=int, default=1)
    add_recipe_arguments(parser)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    places = Places(
        arguments.corpora,
        arguments.encoder,
        arguments.out,
        arguments.referee,
        arguments.start,
        arguments.silver,
        tuple(arguments.soft),
    )
    train(recipe_of(arguments), places)


if __name__ == "__main__":
    main()
