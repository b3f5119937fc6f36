"""Reads documents with the exported model instead of PyTorch, to measure what the service will run."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime
import torch
from torch import Tensor

from .decode import Reading, of_document
from .documents import Document
from .graphs import context_parts, pair_parts
from .model import Network
from .windows import collate, cut


class OnnxReader:
    """The exported graphs behind the same door as `decode.read` and the context head."""

    def __init__(self, folder: Path, network: Network) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1

        def session(name: str) -> onnxruntime.InferenceSession:
            return onnxruntime.InferenceSession(str(folder / name), options, providers=["CPUExecutionProvider"])

        self._encoder = session("attribution.int8.onnx")
        self._widths = [
            [part.out_features for part in parts(network).values()] for parts in (pair_parts, context_parts)
        ]
        if network.context is not None:
            self._context = session("attribution.context.onnx")
            network.context.score = self._score_context

    def _score_context(
        self, word: Tensor, cue: Tensor, distance: Tensor, breaks: Tensor, present: Tensor, **_
    ) -> Tensor:
        given = {"word": word, "cue": cue, "distance": distance, "breaks": breaks, "present": present.float()}
        return torch.from_numpy(self._context.run(None, {name: value.numpy() for name, value in given.items()})[0])

    def read(self, document: Document, size: int, overlap: int) -> Reading:
        windows = cut(document, size, overlap)
        batch = collate(windows, size)
        joined = [width for widths in self._widths for width in widths]
        out = torch.zeros(*batch.ids.shape, sum(joined))
        for b in range(len(windows)):  # one window a run: no padding
            length = int(batch.attended[b].sum())
            feed = {"ids": batch.ids[b : b + 1, :length].numpy(), "feats": batch.features[b : b + 1, :length].numpy()}
            rows = np.concatenate([rows[0] for rows in self._encoder.run(None, feed)], -1)
            out[b, :length] = torch.from_numpy(rows)
        words = out.gather(1, batch.first.unsqueeze(-1).expand(-1, -1, out.shape[-1]))
        emissions, *projections = of_document(windows, words).split(joined, dim=-1)
        projected = {"pair": tuple(projections[:4])}
        if self._widths[1]:
            projected["context"] = tuple(projections[4:])
        return Reading(document, emissions[0].numpy(), projected)
