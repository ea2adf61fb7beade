"""The vocabularies that grow are data files in `servanda/data`; this is the one way to read them.

A vocabulary is loaded once, is never changed in memory, and its files are YAML 1.2 or JSON. YAML is slow to parse,
so `data/compiled.json` holds the parsed values, each with the hash of the file it was made from: where the hash no
longer fits, the file itself is read. `python -m servanda.vocabulary` makes it anew.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

COMPILED = "compiled.json"


@cache
def vocabulary(name: str) -> Mapping[str, Any]:
    """The data file `name` (`acts.yaml`, `flags.yaml`, …) as plain mappings and lists.

    Raises FileNotFoundError if the package has no such file.
    """
    raw = files("servanda").joinpath("data", name).read_bytes()
    loaded = json.loads(raw) if name.endswith(".json") else _compiled_value(name, raw)
    if loaded is None:
        loaded = _parsed(raw)
    if not isinstance(loaded, dict):
        raise TypeError(f"{name} must hold a mapping at its top")
    return loaded


def compiled(folder: Path) -> dict[str, dict[str, Any]]:
    """What `compiled.json` should hold for the YAML files of a folder."""
    return {
        p.name: {"sha256": hashlib.sha256(p.read_bytes()).hexdigest(), "value": _parsed(p.read_bytes())}
        for p in sorted(folder.glob("*.yaml"))
    }


def _compiled_value(name: str, raw: bytes) -> Any:
    entry = _kept().get(name)
    return entry["value"] if entry and entry["sha256"] == hashlib.sha256(raw).hexdigest() else None


@cache
def _kept() -> Mapping[str, Any]:
    try:
        kept: dict[str, Any] = json.loads(files("servanda").joinpath("data", COMPILED).read_bytes())
    except (FileNotFoundError, ValueError):
        return {}
    return kept


def _parsed(raw: bytes) -> Any:
    from ruamel.yaml import YAML

    return YAML(typ="safe", pure=True).load(raw.decode("utf-8"))


if __name__ == "__main__":
    target = Path(str(files("servanda"))) / "data"
    text = json.dumps(compiled(target), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    (target / COMPILED).write_text(text + "\n", encoding="utf-8")
    print(f"made {target / COMPILED}")
