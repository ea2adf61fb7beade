"""YAML as plain values that know their place: for front matter, NAME.meta.yaml and sources.yaml.

Invariant: no tags are obeyed, no anchors or aliases are followed, nesting is bounded; every scalar stays the words
that were written, so `no` is a word and `2020-11-15` is not yet a date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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

from servanda.errors import Place, ReportError
from servanda.reports.limits import YAML_DEPTH


@dataclass(frozen=True, slots=True)
class Marked:
    """A value with its place: `value` is None, a str, a list of Marked, or a list of (key, value) pairs of Marked."""

    value: str | list[Marked] | list[tuple[Marked, Marked]] | None
    kind: str  # "scalar", "list", "mapping"
    place: Place

    @property
    def pairs(self) -> list[tuple[Marked, Marked]]:
        """The pairs of a mapping, in order; empty for anything else."""
        return [p for p in self.value or () if isinstance(p, tuple)] if isinstance(self.value, list) else []

    @property
    def items(self) -> list[Marked]:
        """The items of a list, in order; empty for anything else."""
        return [i for i in self.value or () if isinstance(i, Marked)] if isinstance(self.value, list) else []

    @property
    def words(self) -> str | None:
        """The words of a scalar; None where it is empty or no scalar."""
        return self.value if isinstance(self.value, str) else None

    def described(self) -> str:
        """What was found, for a message."""
        if self.kind != "scalar":
            return f"a {self.kind}"
        return "nothing" if self.value is None else f"{self.words!r}"


def load_marked(text: str, file: str, *, code: str, aliases_code: str, first_line: int = 1) -> Marked | None:
    """The one YAML document in `text`, or None where it is empty. `first_line` is where `text` begins in `file`.

    Raises ReportError `code` for what is no YAML, and `aliases_code` for anchors, aliases and deep nesting.
    """

    def place(event: Event) -> Place:
        mark = event.start_mark
        return Place(file, mark.line + first_line, mark.column + 1)

    try:
        return _first(_events(text), place, code, aliases_code)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = Place(file, mark.line + first_line, mark.column + 1) if mark else Place(file)
        if "\t" in text and "cannot start any token" in str(error.problem):
            raise ReportError(code, "a tab where YAML wants spaces. Indent with spaces", where) from None
        what = " ".join(str(error.problem or error.context or "not YAML").split())
        raise ReportError(
            code, f"not YAML: {what}. Put values that hold ': ' or '#' in quotation marks", where
        ) from None
    except YAMLError as error:
        raise ReportError(code, f"not YAML: {' '.join(str(error).split())}", Place(file, first_line)) from None


def _events(text: str) -> Iterator[Event]:
    yield from YAML(typ="safe", pure=True).parse(text)


def _first(events: Iterator[Event], place, code: str, aliases_code: str) -> Marked | None:  # type: ignore[no-untyped-def]
    root: Marked | None = None
    stack: list[tuple[str, Place, list[Marked]]] = []
    documents = 0
    for event in events:
        if isinstance(event, DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise ReportError(code, "a second YAML document begins here. Write one only", place(event))
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            raise ReportError(
                aliases_code, "YAML anchors and aliases (& and *) are not followed. Write the value out", place(event)
            )
        done: Marked | None = None
        if isinstance(event, ScalarEvent):
            plain = event.style in (None, "")
            empty = plain and event.value in ("", "~", "null", "Null", "NULL")
            done = Marked(None if empty else event.value, "scalar", place(event))
        elif isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            if len(stack) >= YAML_DEPTH:
                raise ReportError(
                    aliases_code, f"nested deeper than {YAML_DEPTH} levels. Write it flatter", place(event)
                )
            stack.append(("mapping" if isinstance(event, MappingStartEvent) else "list", place(event), []))
        elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            kind, where, held = stack.pop()
            value: list[Marked] | list[tuple[Marked, Marked]] = held
            if kind == "mapping":
                value = list(zip(held[0::2], held[1::2], strict=True))
            done = Marked(value, kind, where)
        if done is not None:
            if stack:
                stack[-1][2].append(done)
            else:
                root = done
    return root
