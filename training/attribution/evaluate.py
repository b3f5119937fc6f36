"""Has the referee score a run on every dev corpus: `python -m attribution.evaluate --help`."""

from __future__ import annotations

import argparse
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import torch
from tqdm import tqdm

from .corpus import Article, Attribution, prediction_lines, read_articles
from .decode import Reading, decode, read
from .documents import Document, prepare
from .engine import in_points, read_found
from .features import QUOTATION
from .load import load_network
from .manifest import CALIBRATION
from .matching import pair_up
from .onnx_runtime import OnnxReader
from .referee import GOLD, Card, judge, judge_statements
from .tokenizer import WordTokenizer
from .windows import OVERLAP_WORDS, WINDOW


def form_of(document: Document, content: list[int]) -> str:
    """direct: all words of the content stand inside double quotation marks; indirect: none; else mixed."""
    inside = [bool(document.features[i, QUOTATION] & 1) for i in content]
    return "direct" if all(inside) else "mixed" if any(inside) else "indirect"


def recall_by_form(
    referee: Path, gold_file: Path, documents: list[Document], predictions: Path, folder: Path
) -> dict[str, float]:
    """The referee's recall (reported, attributed@0.50) where the gold file holds the attributions of one form only."""
    records = [json.loads(line) for line in gold_file.read_text(encoding="utf-8").splitlines() if line.strip()]
    out = {}
    for form in ("direct", "mixed", "indirect"):
        part = folder / f"gold-{form}.jsonl"
        with part.open("w", encoding="utf-8") as file:
            for record, document in zip(records, documents, strict=True):
                kept = [
                    a
                    for a, words in zip(record["attributions"], document.gold, strict=True)
                    if words.content and form_of(document, words.content) == form
                ]
                file.write(json.dumps({**record, "attributions": kept}) + "\n")
        out[form] = judge(referee, part, predictions)["reported"]["attributed@0.50"]["r"]
        part.unlink()
    return out


def score_by_outlet(
    referee: Path, gold: Path, articles: list[Article], found: list[list[Attribution]], folder: Path
) -> dict[str, Card]:
    """The figures over the articles of each publisher."""
    lines = [line for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    out = {}
    for outlet in sorted({a.publisher or "-" for a in articles}):
        rows = [k for k, a in enumerate(articles) if (a.publisher or "-") == outlet]
        part = folder / "gold-outlet.jsonl"
        part.write_text("\n".join(lines[k] for k in rows) + "\n", encoding="utf-8")
        out[outlet] = judge_statements(referee, part, [articles[k] for k in rows], [found[k] for k in rows])
        part.unlink()
    return out


def classes_of(describe: Path, statements: list[tuple[str, Attribution]]) -> list[str]:
    """The class that the service's lexicon gives to each statement's cue; `describe` is its compiled describeCue."""
    cues = [" ".join(text[start:end] for start, end in a.cue) for text, a in statements]
    program = f"""
const {{ describeCue }} = require({json.dumps(str(describe.resolve()))});
const cues = JSON.parse(require('fs').readFileSync(0, 'utf8'));
console.log(JSON.stringify(cues.map((words) => (words ? describeCue(words).class : 'none'))));
"""
    command = ["node", "--input-type=commonjs", "--eval", program]
    result = subprocess.run(command, input=json.dumps(cues), check=True, capture_output=True, text=True)
    return json.loads(result.stdout)


def by_class_of_cue(
    describe: Path, articles: list[Article], found: list[list[Attribution]]
) -> dict[str, tuple[int, float, int, float]]:
    """Class → gold statements, recall by the gold cue's class, found ones, precision by the found cue's (all, @0.50)."""
    gold_hits, found_hits = [], []
    for article, statements in zip(articles, found, strict=True):
        judged = pair_up(article.text, article.attributions, statements)
        right = {j.partner for j in judged if j.attributed}
        gold_hits += [((article.text, a), k in right) for k, a in enumerate(article.attributions) if a.content]
        found_hits += [((article.text, a), j.attributed) for a, j in zip(statements, judged, strict=True)]
    tables = []
    for hits in (gold_hits, found_hits):
        table: dict[str, list[bool]] = {}
        for name, (_, hit) in zip(classes_of(describe, [s for s, _ in hits]), hits, strict=True):
            table.setdefault(name, []).append(hit)
        tables.append(table)

    def share(hits: list[bool]) -> tuple[int, float]:
        return len(hits), 100 * sum(hits) / len(hits) if hits else 0.0

    names = sorted(set(tables[0]) | set(tables[1]), key=lambda n: -len(tables[0].get(n, [])))
    return {n: (*share(tables[0].get(n, [])), *share(tables[1].get(n, []))) for n in names}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--referee", type=Path, required=True)
    parser.add_argument("--onnx", type=Path, help="folder of exported graphs to read with instead of PyTorch")
    parser.add_argument(
        "--signals",
        type=Path,
        help="judge what the engine found (scripts/signals.mjs), by the --onnx folder's calibration",
    )
    parser.add_argument("--head", default="pair", choices=("pair", "context"))
    parser.add_argument("--window", type=int, default=WINDOW)
    parser.add_argument("--overlap", type=int, default=OVERLAP_WORDS)
    parser.add_argument("--cue-bias", type=float, default=0.0)
    parser.add_argument("--out", type=Path, help="folder for the predictions; also adds figures by form and outlet")
    parser.add_argument(
        "--describe-cues", type=Path, help="dist/extraction/cues/describe.js: adds figures by cue class"
    )
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    network, lexicon = load_network(arguments.run, arguments.weights, arguments.encoder)
    tokenizer = WordTokenizer(arguments.encoder)
    reader: Callable[[Document], Reading]
    if arguments.onnx:
        onnx_reader = OnnxReader(arguments.onnx, network)
        reader = lambda d: onnx_reader.read(d, arguments.window, arguments.overlap)
    else:
        reader = lambda d: read(network, d, arguments.window, arguments.overlap, torch.float32)
    if arguments.signals and not arguments.onnx:
        parser.error("--signals asks for the exported model (--onnx)")
    given = (
        read_found(arguments.signals, json.loads((arguments.onnx / CALIBRATION).read_text())["least"])
        if arguments.signals
        else None
    )

    def statements_of(corpus: str, document: Document) -> list[Attribution]:
        if given is not None:
            return in_points(document.article.text, given[corpus, str(document.article.id)][0])
        return decode(network, reader(document), arguments.head, arguments.cue_bias)

    for name, path in GOLD.items():
        gold = arguments.corpora / path
        articles = read_articles(gold)
        documents, _ = prepare(articles, tokenizer, lexicon)
        found = [statements_of(name, d) for d in tqdm(documents, desc=name, leave=False)]
        print(f"{name}: {judge_statements(arguments.referee, gold, articles, found)}", flush=True)
        if arguments.out:
            arguments.out.mkdir(parents=True, exist_ok=True)
            predictions = arguments.out / f"{name}.jsonl"
            predictions.write_text("".join(line + "\n" for line in prediction_lines(articles, found)), encoding="utf-8")
            recalls = recall_by_form(arguments.referee, gold, documents, predictions, arguments.out)
            print("  recall by form: " + ", ".join(f"{form} {recall:.1f}" for form, recall in recalls.items()))
            if name == "polnear":
                for outlet, card in score_by_outlet(arguments.referee, gold, articles, found, arguments.out).items():
                    print(f"  {outlet}: {card}")
        if arguments.describe_cues:
            for kind, (gold_count, recall, found_count, precision) in by_class_of_cue(
                arguments.describe_cues, articles, found
            ).items():
                print(
                    f"  {kind}: {gold_count} gold, recall {recall:.1f}; {found_count} found, precision {precision:.1f}"
                )


if __name__ == "__main__":
    main()
