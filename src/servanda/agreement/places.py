"""YAML with places: plain values, and for each path of keys the line and column where it stands.

Invariant: only YAML 1.2 without anchors, aliases, tags, duplicate keys or keys that are no plain text becomes a
value; all else is an error with its place. Scalars follow the core schema of YAML 1.2 (section 10.3.2), dates stay
the text that was written, and numbers remember how they were written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from servanda.errors import AgreementError, Place

LIMIT = 2_000_000
DEPTH = 60
Path = tuple[str | int, ...]

_INT = re.compile(r"[-+]?[0-9]{1,300}")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


class WrittenInt(int):
    """A whole number that remembers how it was written (`007`)."""

    written: str


class WrittenFloat(float):
    """A number that remembers how it was written (`6.10`)."""

    written: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A plain value with the places of its keys (`keys`) and values (`values`), by path."""

    value: Any
    keys: Mapping[Path, Place]
    values: Mapping[Path, Place]

    def place(self, path: Path, file: str, *, at_value: bool = False) -> Place:
        """The nearest known place of a path: its own (its value's with `at_value`), else that of what holds it."""
        first, second = (self.values, self.keys) if at_value else (self.keys, self.values)
        for length in range(len(path), -1, -1):
            found = first.get(path[:length]) or second.get(path[:length])
            if found is not None:
                return found
        return Place(file)


EMPTY = "Write servanda: 1, id:, title:, actors: and terms:"


def parse(text: str, file: str, empty: str = EMPTY) -> tuple[Placed, list[AgreementError]]:
    """The value of a YAML text and the errors in its form. Raises nothing for bad input.

    Where the text is not YAML at all, the value is None; an empty text is an error too, and `empty` says what to write.
    """
    if len(text) > LIMIT:
        message = f"the file has {len(text):,} characters; at most {LIMIT:,} are read. Split it into several cases"
        return _none(), [AgreementError("A101", message, Place(file))]
    builder = _Builder(file)
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            builder.take(event)
    except AgreementError as error:
        return _none(), [*builder.errors, error]
    except MarkedYAMLError as error:
        return _none(), [*builder.errors, *_syntax(error, text, file)]
    except (YAMLError, ValueError) as error:
        return _none(), [AgreementError("A103", f"this is not YAML: {_first(error)}", _where(error, text, file))]
    if not builder.documents or builder.blank:
        return _none(), [*builder.errors, AgreementError("A104", f"the file is empty. {empty}", Place(file))]
    return Placed(builder.root, builder.keys, builder.values), builder.errors


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being filled; `key` is the key whose value comes next."""

    into: Any
    path: Path
    key: str | None = None
    skip: bool = False


@dataclass(slots=True)
class _Builder:
    file: str
    root: Any = None
    keys: dict[Path, Place] = field(default_factory=dict)
    values: dict[Path, Place] = field(default_factory=dict)
    errors: list[AgreementError] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    documents: int = 0
    blank: bool = False

    def take(self, event: Event) -> None:
        self._refuse(event)
        if isinstance(event, DocumentStartEvent):
            self._document(event)
        elif isinstance(event, ScalarEvent):
            self._scalar(event)
        elif isinstance(event, MappingStartEvent):
            self._open({}, event)
        elif isinstance(event, SequenceStartEvent):
            self._open([], event)
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            self.stack.pop()

    def _document(self, event: DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            raise AgreementError("A103", "a second document begins here (---). Keep one to a file", self._at(event))
        version = getattr(event, "version", None)
        if version is not None and tuple(version) != (1, 2):
            found = ".".join(str(v) for v in version)
            raise AgreementError(
                "A103", f"found %YAML {found}; only YAML 1.2 is read. Leave the line out", Place(self.file, 1, 1)
            )

    def _refuse(self, event: Event) -> None:
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            message = "anchors and aliases (& and *) are refused. Write the value out; quote a text that begins with & or *"
            raise AgreementError("A102", message, self._at(event))
        tag = getattr(event, "tag", None)
        if tag is not None and not isinstance(event, DocumentStartEvent):
            raise AgreementError("A102", f"tags (here {tag}) are refused. Write the value without it", self._at(event))

    def _open(self, into: Any, event: Event) -> None:
        if self.stack and isinstance(self.stack[-1].into, dict) and self.stack[-1].key is None:
            raise AgreementError("A103", "a key must be a plain text. Write key: value", self._at(event))
        if len(self.stack) >= DEPTH:
            raise AgreementError("A101", f"nested more than {DEPTH} deep. Write it flatter", self._at(event))
        path, skip = self._put(into, event)
        self.stack.append(_Open(into, path, skip=skip))

    def _scalar(self, event: ScalarEvent) -> None:
        top = self.stack[-1] if self.stack else None
        if top is not None and isinstance(top.into, dict) and top.key is None:
            top.key = str(event.value)
            self._key(top, event)
            return
        value = scalar(event.value) if event.style is None else event.value
        if top is None and value is None:
            self.blank = True
        self._put(value, event)

    def _key(self, top: _Open, event: ScalarEvent) -> None:
        assert top.key is not None
        path = (*top.path, top.key)
        if top.key == "<<" and event.style is None:
            raise AgreementError("A102", "merge keys (<<) are refused. Write the keys out", self._at(event))
        if top.key in top.into and not top.skip:
            first = self.keys[path].line
            message = f"{top.key!r} stands twice (first in line {first}). Keep one, or give the second another id"
            self.errors.append(AgreementError("A105", message, self._at(event)))
        elif not top.skip:
            self.keys[path] = self._at(event)

    def _put(self, value: Any, event: Event) -> tuple[Path, bool]:
        """Put a value where it belongs; a value under a key that stands twice goes nowhere."""
        if not self.stack:
            self.root = value
            self.values[()] = self._at(event)
            return (), False
        top = self.stack[-1]
        if isinstance(top.into, list):
            path: Path = (*top.path, len(top.into))
            top.into.append(value)
            skip = top.skip
        else:
            assert top.key is not None
            path = (*top.path, top.key)
            skip = top.skip or top.key in top.into
            if not skip:
                top.into[top.key] = value
            top.key = None
        nothing = isinstance(event, ScalarEvent) and event.style is None and not event.value
        if not skip and not (nothing and path in self.keys):  # where nothing is written, the key is the place
            self.values[path] = self._at(event)
        return path, skip

    def _at(self, event: Event) -> Place:
        return Place(self.file, event.start_mark.line + 1, event.start_mark.column + 1)


def scalar(text: str) -> Any:
    """A plain scalar by the core schema: null, true or false, a number, else the text itself."""
    if text in _NULLS:
        return None
    if text in _BOOLS:
        return _BOOLS[text]
    number: WrittenInt | WrittenFloat
    if _INT.fullmatch(text):
        number = WrittenInt(text)
    elif _FLOAT.fullmatch(text) and len(text) <= 300:
        number = WrittenFloat(text)
    else:
        return text
    number.written = text
    return number


def _syntax(error: MarkedYAMLError, text: str, file: str) -> list[AgreementError]:
    tabs = _tabs(text, file)
    if tabs:
        return tabs
    mark = error.problem_mark or error.context_mark
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
    reason = (error.problem or error.context or "cannot be read").strip()
    return [AgreementError("A103", f"this is not YAML here: {reason}.{_advice(reason, text, mark)}", place)]


def _tabs(text: str, file: str) -> list[AgreementError]:
    """One error for each line that is indented with a tab, twenty at most."""
    message = "a tab stands here; YAML is indented with spaces only. Replace each tab by two spaces"
    found = [
        AgreementError("A106", message, Place(file, number, line.index("\t") + 1))
        for number, line in enumerate(text.splitlines(), 1)
        if "\t" in line[: len(line) - len(line.lstrip())]
    ]
    return found[:20]


def _advice(reason: str, text: str, mark: Any) -> str:
    lines = text.splitlines()
    line = lines[mark.line] if mark and mark.line < len(lines) else ""
    if "mapping values are not allowed" in reason:
        return " A text that holds ': ' must be quoted; otherwise check the indentation of this line and the one before"
    if "expected <block end>" in reason:
        return " This line is indented otherwise than the lines that it belongs with"
    if "<stream end>" in reason:
        return " A { or [ is opened and not closed; ' #' begins a comment"
    if "',' or" in reason or "flow" in reason:
        return " Check that every { has its }, every [ its ], with commas between; quote a text that holds one of them"
    if "cannot start any token" in reason:
        return f" Quote the text: {line.strip()!r}"
    if "quoted scalar" in reason or "end of stream" in reason:
        return " A quotation mark is opened and not closed"
    return " Check the indentation, and quote a text that holds ': ' or ' #'"


def _first(error: Exception) -> str:
    return str(error).splitlines()[0]


def _where(error: Exception, text: str, file: str) -> Place:
    """The place of an error that knows only the number of a character."""
    at = getattr(error, "position", None)
    if not isinstance(at, int) or at > len(text):
        return Place(file)
    return Place(file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


def _none() -> Placed:
    return Placed(None, {}, {})
