"""YAML with places: plain values, and for each path of keys the line and column where it stands.

Invariant: only YAML 1.2 without anchors, aliases, tags or duplicate keys becomes a value; all else is an error
with its place. Dates stay the text that was written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import AliasEvent
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from servanda.errors import AgreementError, Place

LIMIT = 2_000_000
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A plain value with the places of its keys (`keys`) and values (`values`), by path."""

    value: Any
    keys: Mapping[Path, Place]
    values: Mapping[Path, Place]

    def place(self, path: Path, file: str) -> Place:
        """The nearest known place of a path: its own, else that of what holds it."""
        for length in range(len(path), -1, -1):
            found = self.keys.get(path[:length]) or self.values.get(path[:length])
            if found is not None:
                return found
        return Place(file)


def parse(text: str, file: str) -> tuple[Placed, list[AgreementError]]:
    """The value of a YAML text and the errors in its form. Raises nothing for bad input."""
    if len(text) > LIMIT:
        return _none(), [
            AgreementError("A101", f"the file has {len(text)} characters; at most {LIMIT} are read", Place(file))
        ]
    yaml = YAML(typ="safe", pure=True)
    try:
        for event in yaml.parse(text):
            if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
                at = Place(file, event.start_mark.line + 1, event.start_mark.column + 1)
                return _none(), [
                    AgreementError("A102", "anchors and aliases (& and *) are refused. Write the value out", at)
                ]
        node = YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        return _none(), [_syntax(error, text, file)]
    except ValueError as error:
        return _none(), [AgreementError("A103", f"this is not YAML: {error}", Place(file))]
    if node is None:
        return _none(), [
            AgreementError(
                "A104", "the file is empty. Write at least servanda: 1, id, title, actors, terms", Place(file)
            )
        ]
    builder = _Builder(file)
    value = builder.build(node, ())
    return Placed(value, builder.keys, builder.values), builder.errors


class _Builder:
    def __init__(self, file: str) -> None:
        self.file = file
        self.keys: dict[Path, Place] = {}
        self.values: dict[Path, Place] = {}
        self.errors: list[AgreementError] = []

    def build(self, node: Node, path: Path) -> Any:
        self.values[path] = self._at(node)
        if isinstance(node, MappingNode):
            return self._mapping(node, path)
        if isinstance(node, SequenceNode):
            return [self.build(item, (*path, i)) for i, item in enumerate(node.value)]
        assert isinstance(node, ScalarNode)
        return _scalar(node)

    def _mapping(self, node: MappingNode, path: Path) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            at = self._at(key_node)
            if key in out:
                first = self.keys[(*path, key)]
                message = f"{key!r} stands twice (first in line {first.line}). Keep one"
                self.errors.append(AgreementError("A105", message, at))
                continue
            self.keys[(*path, key)] = at
            out[key] = self.build(value_node, (*path, key))
        return out

    def _at(self, node: Node) -> Place:
        return Place(self.file, node.start_mark.line + 1, node.start_mark.column + 1)


def _scalar(node: ScalarNode) -> Any:
    text: str = node.value
    if node.style in {"'", '"', "|", ">"}:
        return text
    if node.tag.endswith((":int", ":float")):
        try:
            return int(text)
        except ValueError:
            try:
                return float(text)
            except ValueError:
                return text
    if node.tag.endswith(":bool"):
        return text.lower() == "true"
    return None if node.tag.endswith(":null") else text


def _syntax(error: MarkedYAMLError, text: str, file: str) -> AgreementError:
    mark = error.problem_mark or error.context_mark
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
    line = text.splitlines()[mark.line] if mark and mark.line < len(text.splitlines()) else ""
    if "\t" in line:
        return AgreementError(
            "A106", "a tab stands here; YAML is indented with spaces only. Replace each tab by two spaces", place
        )
    return AgreementError("A103", f"this is not YAML here: {error.problem or error.context}", place)


def _none() -> Placed:
    return Placed(None, {}, {})
