"""Weights on disk: one zip whose bytes depend on the weights only; eight bits a weight, a scale per row."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import srsly
from spacy.language import Language
from spacy.pipeline import TrainablePipe

from servanda.reading.parser.lemmas import LemmaTable, add_lemmatizer
from servanda.reading.parser.pipeline import TRAINED, build

_SMALL = 1024  # arrays below this size stay as they are: biases, norms
_EPOCH = (2020, 1, 1, 0, 0, 0)


def _quantise(array: np.ndarray[Any, Any]) -> dict[str, Any]:
    flat = array.reshape(array.shape[0], -1) if array.ndim > 1 else array.reshape(1, -1)
    scale = np.abs(flat).max(axis=1, keepdims=True) / 127.0
    scale[scale == 0.0] = 1.0
    codes = np.rint(flat / scale).astype(np.int8)
    return {"codes": codes.tobytes(), "scale": scale.astype(np.float32).tobytes(), "shape": list(array.shape)}


def _restore(packed: Mapping[str, Any]) -> np.ndarray[Any, Any]:
    scale = np.frombuffer(packed["scale"], dtype=np.float32).reshape(-1, 1)
    codes = np.frombuffer(packed["codes"], dtype=np.int8).reshape(scale.shape[0], -1)
    return (codes.astype(np.float32) * scale).reshape(packed["shape"])


def _is_large(value: Any) -> bool:
    return isinstance(value, np.ndarray) and value.dtype == np.float32 and value.size >= _SMALL


def _map_params(model: bytes, pack: bool) -> bytes:
    message = srsly.msgpack_loads(model)
    for params in message["params"]:
        for name, value in params.items():
            if pack and _is_large(value):
                params[name] = _quantise(value)
            elif not pack and isinstance(value, dict):
                params[name] = _restore(value)
    packed: bytes = srsly.msgpack_dumps(message)
    return packed


def _trained(nlp: Language, name: str) -> TrainablePipe:
    pipe = nlp.get_pipe(name)
    if not isinstance(pipe, TrainablePipe):
        raise TypeError(f"{name} is no trained component")
    return pipe


def _write(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    archive.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED, 9)


def save(nlp: Language, shape: Mapping[str, Any], lemmas: LemmaTable, path: Path, meta: Mapping[str, Any]) -> int:
    """Write the trained components, the lemma table and the facts in `meta`; return the size in bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        _write(archive, "meta.json", json.dumps({"shape": dict(shape), **meta}, sort_keys=True).encode())
        for name in TRAINED:
            parts = srsly.msgpack_loads(_trained(nlp, name).to_bytes(exclude=["vocab"]))
            parts["model"] = _map_params(parts["model"], pack=True)
            _write(archive, f"{name}.bin", srsly.msgpack_dumps(parts))
        table = {"exceptions": dict(lemmas.exceptions), "rules": {k: dict(v) for k, v in lemmas.rules.items()}}
        _write(archive, "lemmas.json", json.dumps(table, sort_keys=True, ensure_ascii=False).encode())
    path.write_bytes(buffer.getvalue())
    return path.stat().st_size


def facts(path: Path) -> dict[str, Any]:
    """What is said about the weights in the file: shape, seed, epoch, scores on the dev sets."""
    with zipfile.ZipFile(path) as archive:
        meta: dict[str, Any] = json.loads(archive.read("meta.json"))
    return meta


def load(path: Path) -> Language:
    """The pipeline of a file that `save` wrote. Raises OSError, KeyError or BadZipFile where it is none."""
    with zipfile.ZipFile(path) as archive:
        meta = json.loads(archive.read("meta.json"))
        nlp = build(meta["shape"])
        for name in TRAINED:
            parts = srsly.msgpack_loads(archive.read(f"{name}.bin"))
            parts["model"] = _map_params(parts["model"], pack=False)
            _trained(nlp, name).from_bytes(srsly.msgpack_dumps(parts), exclude=["vocab"])
        raw = json.loads(archive.read("lemmas.json"))
    rules = {k: {s: (int(c), str(e)) for s, (c, e) in v.items()} for k, v in raw["rules"].items()}
    add_lemmatizer(nlp, LemmaTable(raw["exceptions"], rules))
    nlp.meta.update({"name": "servanda_small", "description": meta.get("description", "")})
    return nlp
