"""The model folder: files replaced in one go, and a manifest that says what each of them must be."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

NAME = "manifest.json"
CALIBRATION = "attribution.calibration.json"


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def described(path: Path) -> dict:
    return {"sha256": sha256(path), "bytes": path.stat().st_size}


def install(staged: list[Path], manifest: dict, folder: Path) -> dict:
    """Moves finished files into the folder, the manifest last; returns it with the files' hashes added.

    `manifest["files"]` may name files that stay as they are. The staged files must lie on the folder's file system.
    """
    # The service takes the first *.onnx for the encoder, so a file that is replaced keeps its place in the list.
    content = {**manifest, "files": {**manifest.get("files", {}), **{f.name: described(f) for f in staged}}}
    for file in staged:
        os.replace(file, folder / file.name)
    new = folder / (NAME + ".new")
    new.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    os.replace(new, folder / NAME)
    return content


def add_file(staged: Path, folder: Path) -> dict:
    """Adds a file to a folder that has a manifest, or replaces it there."""
    return install([staged], json.loads((folder / NAME).read_text(encoding="utf-8")), folder)
