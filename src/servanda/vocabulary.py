"""The vocabularies that grow are data files in `servanda/data`; this is the one way to read them.

A vocabulary is loaded once, is never changed in memory, and its files are YAML 1.2 or JSON.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from ruamel.yaml import YAML


@cache
def vocabulary(name: str) -> Mapping[str, Any]:
    """The data file `name` (`acts.yaml`, `flags.yaml`, …) as plain mappings and lists.

    Raises FileNotFoundError if the package has no such file.
    """
    text = files("servanda").joinpath("data", name).read_text(encoding="utf-8")
    if name.endswith(".json"):
        loaded = json.loads(text)
    else:
        loaded = YAML(typ="safe", pure=True).load(text)
    if not isinstance(loaded, dict):
        raise TypeError(f"{name} must hold a mapping at its top")
    return loaded
