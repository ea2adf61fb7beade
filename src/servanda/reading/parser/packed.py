"""Weights on disk: one zip whose bytes depend on the weights only; eight bits a weight, a scale per row."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language

from servanda.reading.parser.component import add_parser
from servanda.reading.parser.lemmas import LemmaTable, add_lemmatizer
from servanda.reading.parser.network import Network
from servanda.reading.parser.products import Floats, Weights

_SMALL = 1024  # arrays below this size stay as they are: biases, norms
_EPOCH = (2020, 1, 1, 0, 0, 0)
_META, _KNOWN, _LEMMAS = "meta.json", "known.txt", "lemmas.json"
_WHOLE, _CODES, _SCALE = ".npy", ".codes.npy", ".scale.npy"
"""What follows the name of an array that stays as it is, and of the two halves of another."""


@dataclass(frozen=True)
class Model:
    """What the file holds. `facts`: seed, scores on the dev sets and the like."""

    shape: Mapping[str, Any]
    labels: Sequence[str]
    tags: Sequence[str]
    known: Sequence[str]
    weights: Weights
    lemmas: LemmaTable
    facts: Mapping[str, Any] = field(default_factory=dict)


def _quantised(array: Floats) -> tuple[np.ndarray[Any, np.dtype[np.int8]], Floats]:
    scale = np.abs(array).max(axis=-1, keepdims=True) / np.float32(127.0)
    scale[scale == 0.0] = 1.0
    return np.rint(array / scale).astype(np.int8), scale


def _write(archive: zipfile.ZipFile, name: str, data: bytes | str) -> None:
    archive.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED, 9)


def _npy(array: np.ndarray[Any, Any]) -> bytes:
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, np.ascontiguousarray(array), allow_pickle=False)
    return buffer.getvalue()


def _read(archive: zipfile.ZipFile, name: str) -> Floats:
    with archive.open(name) as file:
        array: Floats = np.lib.format.read_array(io.BytesIO(file.read()), allow_pickle=False)
    return array


def save(model: Model, path: Path) -> int:
    """Write the file; return its size in bytes."""
    meta = {**model.facts, "shape": dict(model.shape), "labels": list(model.labels), "tags": list(model.tags)}
    rules = {k: dict(v) for k, v in model.lemmas.rules.items()}
    table = {"exceptions": dict(model.lemmas.exceptions), "rules": rules}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        _write(archive, _META, json.dumps(meta, sort_keys=True))
        _write(archive, _KNOWN, "\n".join(model.known))
        _write(archive, _LEMMAS, json.dumps(table, sort_keys=True, ensure_ascii=False))
        for name, array in sorted(model.weights.items()):
            values = np.asarray(array, dtype=np.float32)
            if values.size < _SMALL:
                _write(archive, name + _WHOLE, _npy(values))
                continue
            codes, scale = _quantised(values)
            _write(archive, name + _CODES, _npy(codes))
            _write(archive, name + _SCALE, _npy(scale))
    path.write_bytes(buffer.getvalue())
    return path.stat().st_size


def read(path: Path) -> Model:
    """What a file holds that `save` wrote. Raises OSError, KeyError, ValueError or BadZipFile where it is none."""
    with zipfile.ZipFile(path) as archive:
        facts = json.loads(archive.read(_META))
        known = archive.read(_KNOWN).decode().split("\n")
        raw = json.loads(archive.read(_LEMMAS))
        weights: dict[str, Floats] = {}
        for name in archive.namelist():
            if name.endswith(_CODES):
                base = name.removesuffix(_CODES)
                weights[base] = _read(archive, name).astype(np.float32) * _read(archive, base + _SCALE)
            elif name.endswith(_WHOLE) and not name.endswith(_SCALE):
                weights[name.removesuffix(_WHOLE)] = _read(archive, name)
    rules = {k: {s: (int(c), str(e)) for s, (c, e) in v.items()} for k, v in raw["rules"].items()}
    shape, labels, tags = (facts.pop(k) for k in ("shape", "labels", "tags"))
    return Model(shape, labels, tags, known, weights, LemmaTable(raw["exceptions"], rules), facts)


def pipeline(model: Model) -> Language:
    """The pipeline of a model: parser and lemmatiser."""
    nlp = spacy.blank("en")
    add_parser(nlp, Network.of(model.weights, model.known, model.shape["blocks"], model.labels, model.tags))
    add_lemmatizer(nlp, model.lemmas)
    nlp.meta.update({"name": "servanda_small", "description": str(model.facts.get("description", ""))})
    return nlp


def load(path: Path) -> Language:
    """The pipeline of a file that `save` wrote. Raises as `read` does."""
    return pipeline(read(path))
