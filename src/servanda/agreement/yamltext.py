"""Plain values to YAML text that people like to read: block style outside, flow style for what is short.

Invariant: `places.parse` of the text gives the value back; the same value gives the same text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from servanda.agreement.places import Path, scalar

WIDTH = 110
_PLAIN = re.compile(
    r"[^\W\d_](?:[^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff:#,\[\]{}&*!|>'\"%@`?]*[\w.)])?"
    r"|[a-z0-9]+(?:[._-][a-z0-9]+)*"
)
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z|[+-][0-9]{2}:[0-9]{2})?)?")
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
_WORDS = frozenset({"yes", "no", "on", "off", "y", "n", "true", "false", "null"})


def flow(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_text(str(k))}: {flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(flow(v) for v in value) + "]"
    return _scalar(value)


def block(value: Mapping[str, Any], comments: Mapping[Path, list[str]] | None = None) -> str:
    """A mapping as block style; `comments` stand as lines of their own before the key or item at their path."""
    return "\n".join(_mapping(value, (), 0, comments or {})) + "\n"


def _mapping(value: Mapping[str, Any], path: Path, indent: int, comments: Mapping[Path, list[str]]) -> list[str]:
    lines: list[str] = []
    space = " " * indent
    for key, inner in value.items():
        here = (*path, key)
        lines += [f"{space}# {line}" for line in comments.get(here, [])]
        head = f"{space}{_text(str(key))}:"
        if _stays_on_line(inner, here, len(head), comments):
            lines.append(f"{head} {flow(inner)}")
        elif isinstance(inner, dict):
            lines += [head, *_mapping(inner, here, indent + 2, comments)]
        else:
            lines += [head, *_items(inner, here, indent + 2, comments)]
    return lines


def _items(value: Any, path: Path, indent: int, comments: Mapping[Path, list[str]]) -> list[str]:
    lines: list[str] = []
    space = " " * indent
    for number, inner in enumerate(value):
        here = (*path, number)
        lines += [f"{space}# {line}" for line in comments.get(here, [])]
        if isinstance(inner, dict) and inner and not _stays_on_line(inner, here, indent + 2, comments):
            first, *rest = _mapping(inner, here, indent + 2, comments)
            lines += [f"{space}- {first.lstrip()}", *rest]
        else:
            lines.append(f"{space}- {flow(inner)}")
    return lines


def _stays_on_line(value: Any, path: Path, used: int, comments: Mapping[Path, list[str]]) -> bool:
    if not isinstance(value, dict | list | tuple) or not value:
        return True
    if any(len(p) > len(path) and p[: len(path)] == path for p in comments):
        return False
    if len(path) <= 2 and isinstance(value, dict) and path[0] in ("actors", "zones", "terms", "texts"):
        return len(path) == 2 and path[0] in ("actors", "zones") and used + len(flow(value)) < WIDTH
    return len(path) > 1 and used + len(flow(value)) < WIDTH


def _scalar(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):  # a moment is a date too
        return value.isoformat()
    if isinstance(value, int):
        return str(int(value))
    if isinstance(value, float):
        return repr(float(value)) if value % 1 or abs(value) >= 1e15 else str(int(value))
    return _text(str(value))


def _text(text: str) -> str:
    """Plain where no reader of YAML 1.1 or 1.2 takes it for something else, double-quoted otherwise."""
    plain = _MOMENT.fullmatch(text) or (
        _PLAIN.fullmatch(text)
        and text.lower() not in _WORDS
        and isinstance(scalar(text), str)
        and not re.fullmatch(r"(?=.*[0-9])[0-9._+:eExoabcdfABCDF-]*", text)
    )
    if plain:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNSAFE.sub(lambda m: f"\\u{ord(m[0]):04x}", quoted)
