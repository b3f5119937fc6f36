"""Linear-chain CRF: likelihood for training, best path for decoding.

Tags are 0 = outside, then pairs (begin, inside); an inside tag may follow only its own begin or inside tag.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

FORBIDDEN = -1e4


def negative_log_likelihood(scores: Tensor, tags: Tensor, present: Tensor, transitions: Tensor) -> Tensor:
    """One value a sequence. `scores` J,L,K; `tags` J,L; `present` J,L marks the real places, from the left."""
    weight = present.float()
    path = (scores.gather(2, tags.unsqueeze(2)).squeeze(2) * weight).sum(1)
    path = path + (transitions[tags[:, :-1], tags[:, 1:]] * weight[:, 1:]).sum(1)
    return log_partition(scores, present, transitions) - path


def log_partition(scores: Tensor, present: Tensor, transitions: Tensor) -> Tensor:
    total, step = scores[:, 0], transitions.exp()
    for place in range(1, scores.shape[1]):
        top = total.max(1, keepdim=True)[0].detach()
        following = ((total - top).exp() @ step + 1e-30).log() + top + scores[:, place]
        total = torch.where(present[:, place : place + 1], following, total)
    return torch.logsumexp(total, 1)


def forward_backward(scores: Tensor, present: Tensor, transitions: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Log sums over the paths up to a place and its tag, and from there on (J,L,K each), and over all paths (J)."""
    length = scores.shape[1]
    forward, backward = torch.zeros_like(scores), torch.zeros_like(scores)
    forward[:, 0] = scores[:, 0]
    for place in range(1, length):
        following = torch.logsumexp(forward[:, place - 1, :, None] + transitions, 1) + scores[:, place]
        forward[:, place] = torch.where(present[:, place : place + 1], following, forward[:, place - 1])
    total = torch.logsumexp(forward[:, -1], 1)
    for place in range(length - 2, -1, -1):
        ahead = torch.logsumexp((backward[:, place + 1] + scores[:, place + 1])[:, None] + transitions, 2)
        backward[:, place] = torch.where(present[:, place + 1 : place + 2], ahead, 0.0)
    return forward, backward, total


def marginals(scores: Tensor, present: Tensor, transitions: Tensor) -> tuple[Tensor, Tensor]:
    """Probability of each tag at each place (J,L,K), and of each pair of tags at a place and the one before (J,L,K,K).

    Places that are not present, and the pair at place 0, get zeros.
    """
    count, length, tags = scores.shape
    forward, backward, total = forward_backward(scores, present, transitions)
    single = (forward + backward - total[:, None, None]).exp() * present[..., None]
    pair = torch.zeros(count, length, tags, tags)
    pair[:, 1:] = (
        forward[:, :-1, :, None] + transitions + (scores + backward)[:, 1:, None] - total[:, None, None, None]
    ).exp() * present[:, 1:, None, None]
    return single, pair


def cross_entropy(scores: Tensor, single: Tensor, pair: Tensor, present: Tensor, transitions: Tensor) -> Tensor:
    """Cross entropy to another CRF's distribution, given by its marginals: exact, since the score is linear in them."""
    expected = (scores * single).sum((1, 2)) + (pair.sum(1) * transitions).sum((1, 2))
    return log_partition(scores, present, transitions) - expected


def constrained(transitions: np.ndarray) -> np.ndarray:
    """The transitions with every impossible one forbidden."""
    out = transitions.astype(np.float64).copy()
    for inside in range(2, len(out), 2):
        for before in range(len(out)):
            if before not in (inside, inside - 1):
                out[before, inside] = FORBIDDEN
    return out


def best_path(scores: np.ndarray, transitions: np.ndarray) -> list[int]:
    """The best tags under constrained transitions."""
    total = scores[0].astype(np.float64).copy()
    total[2::2] = FORBIDDEN
    back = []
    for row in scores[1:]:
        through = total[:, None] + transitions
        back.append(through.argmax(0))
        total = through.max(0) + row
    path = [int(total.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]
