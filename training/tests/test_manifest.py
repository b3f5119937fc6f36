"""The model folder is replaced whole: files first, the manifest with their hashes last."""

import hashlib
import json

from attribution.manifest import add_file, install


def staged(folder, name, content):
    (folder / "new").mkdir(exist_ok=True)
    path = folder / "new" / name
    path.write_bytes(content)
    return path


def test_the_manifest_names_what_lies_in_the_folder(tmp_path):
    install([staged(tmp_path, "b.onnx", b"1"), staged(tmp_path, "a.onnx", b"2")], {"name": "x", "files": {}}, tmp_path)
    add_file(staged(tmp_path, "c.json", b"{}"), tmp_path)
    add_file(staged(tmp_path, "b.onnx", b"333"), tmp_path)
    manifest = json.loads((tmp_path / "manifest.json").read_text())
    assert manifest["name"] == "x"
    assert set(manifest["files"]) == {"a.onnx", "b.onnx", "c.json"}
    for name, file in manifest["files"].items():
        content = (tmp_path / name).read_bytes()
        assert file == {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
    assert not list(tmp_path.glob("*.new"))


def test_the_encoder_stays_the_first_graph_when_it_is_replaced(tmp_path):
    first = [staged(tmp_path, "encoder.onnx", b"1"), staged(tmp_path, "context.onnx", b"2")]
    install(first, {"files": {}}, tmp_path)
    add_file(staged(tmp_path, "encoder.onnx", b"3"), tmp_path)
    assert list(json.loads((tmp_path / "manifest.json").read_text())["files"]) == ["encoder.onnx", "context.onnx"]
