"""The file of the weights: what is written is read again, eight bits a weight."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from servanda.errors import ReadingError
from servanda.reading.parser import load, packed, running
from servanda.reading.parser.lemmas import LemmaTable
from servanda.reading.parser.running import MODEL


def model() -> packed.Model:
    random = np.random.default_rng(1)
    large = random.normal(0, 3, (40, 50)).astype(np.float32)
    large[7] = 0.0
    weights = {"a.weight": large, "a.bias": random.normal(0, 3, 40).astype(np.float32)}
    lemmas = LemmaTable({"VERB\tfled": "flee"}, {"NOUN|Plur": {"s": (1, "")}})
    return packed.Model({"width": 4, "blocks": 1}, ["ROOT", "obj"], ["NOUN"], ["é", "the"], weights, lemmas, {"seed": 5})


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    given = model()
    size = packed.save(given, tmp_path / "a.zip")
    found = packed.read(tmp_path / "a.zip")
    assert size == (tmp_path / "a.zip").stat().st_size
    assert (found.shape, found.labels, found.tags, found.known) == (given.shape, given.labels, given.tags, given.known)
    assert (found.lemmas, found.facts) == (given.lemmas, given.facts)
    assert set(found.weights) == set(given.weights)
    assert (found.weights["a.bias"] == given.weights["a.bias"]).all()
    large = given.weights["a.weight"]
    step = np.abs(large).max(axis=1, keepdims=True) / 127
    assert (np.abs(found.weights["a.weight"] - large) <= 0.501 * step).all()
    assert size < 1.3 * large.size + 3000


def test_the_same_weights_give_the_same_bytes(tmp_path: Path) -> None:
    packed.save(model(), tmp_path / "a.zip")
    packed.save(packed.read(tmp_path / "a.zip"), tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


@pytest.fixture
def unloaded() -> Iterator[None]:
    load.cache_clear()
    yield
    load.cache_clear()


def _without(path: Path, name: str) -> None:
    with zipfile.ZipFile(MODEL) as old, zipfile.ZipFile(path, "w") as new:
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))


@pytest.mark.usefixtures("unloaded")
@pytest.mark.parametrize("what", ["missing", "no zip", "empty", "old", "no weights", "no lemmas"])
def test_a_file_that_cannot_be_read_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, what: str) -> None:
    path = tmp_path / "model.zip"
    if what == "no zip":
        path.write_text("nothing")
    elif what in ("empty", "old"):
        with zipfile.ZipFile(path, "w") as archive:
            if what == "old":
                archive.writestr("meta.json", json.dumps({"shape": {"width": 96}}))
    elif what.startswith("no "):
        _without(path, {"no weights": "out.tag.bias.npy", "no lemmas": "lemmas.json"}[what])
    monkeypatch.setattr(running, "MODEL", path)
    with pytest.raises(ReadingError, match=r"D201.*install the package again"):
        load()


def test_the_shipped_file_holds_what_the_parser_needs() -> None:
    shipped = packed.read(MODEL)
    assert shipped.labels.count("ROOT") == 1
    assert len(shipped.weights["words.known.weight"]) == len(shipped.known) + 1
    assert set(shipped.facts["dev"]["EWT"]) >= {"UPOS", "UFeats", "UAS", "LAS"}
