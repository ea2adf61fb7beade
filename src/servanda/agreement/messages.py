"""Errors of shape in plain words: what was found, where, what is allowed, what to write.

Invariant: every error of the shape becomes one message with a place; allowed keys, forms and examples come from the
published JSON Schema, so that message, editor and documentation agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from servanda.agreement.nearest import field_meant, nearest, value_meant
from servanda.agreement.places import EMPTY, Path, Placed, WrittenFloat, WrittenInt
from servanda.agreement.scalars import DateError, SlugError, TimezoneError
from servanda.agreement.yamltext import flow
from servanda.errors import AgreementError

Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Wrong:
    """One error of shape: its path in the file's own keys, its kind, and the message for people."""

    path: Path
    missing: bool
    error: AgreementError


def wrongs(error: ValidationError, placed: Placed, file: str, schema: Node) -> list[Wrong]:
    """Pydantic's errors in our words, in their order, each path and message once."""
    found: dict[tuple[Path, str], Wrong] = {}
    for item in error.errors():
        path = real_path(item["loc"], placed.value, missing=item["type"] == "missing")
        code, message, at_value = _worded(item, path, placed, schema)
        place = placed.place(path, file, at_value=at_value)
        found.setdefault((path, message), Wrong(path, item["type"] == "missing", AgreementError(code, message, place)))
    return list(found.values())


def real_path(loc: Sequence[str | int], value: Any, *, missing: bool = False) -> Path:
    """Of pydantic's location the parts that are keys or numbers of the file; names of forms are left out."""
    real: list[str | int] = []
    for part in loc:
        if stands(part, value):
            value = value[part]
            real.append(part)
    if missing:
        real.append(loc[-1])
    return tuple(real)


def stands(part: str | int, value: Any) -> bool:
    """Whether a value has this key or number."""
    if isinstance(part, str):
        return isinstance(value, dict) and part in value
    return isinstance(value, list) and part < len(value)


def _worded(item: Any, path: Path, placed: Placed, schema: Node) -> tuple[str, str, bool]:
    """Code, message, and whether the value's place is meant rather than the key's."""
    kind = item["type"]
    name = dotted(path)
    if kind == "extra_forbidden":
        allowed = allowed_keys(schema, path[:-1])
        near = field_meant(str(path[-1]), allowed)
        holder = dotted(path[:-1]) or "the file"
        return "A108", f"found the unknown key {path[-1]!r} in {holder}.{near} Allowed: {', '.join(allowed)}", False
    if kind == "missing":
        return "A109", f"{name} is missing. {_write(schema, path)}", False
    reason = item.get("ctx", {}).get("error")
    if item["loc"] and item["loc"][-1] == "[key]":
        return "A123", f"found the id {path[-1]!r}; {reason}", False
    if isinstance(reason, ValueError):
        code = {DateError: "A122", TimezoneError: "A112", SlugError: "A123"}.get(type(reason), "A111")
        near = f".{_near_zone(item['input'])}" if code == "A112" else ""
        named = _named(placed.value, item["input"]) if code == "A123" and path[:1] in _NAMING else None
        if named is not None:
            return code, f"{name}: found {found(item['input'])}, a name; its id is wanted here. Write {named}", True
        return code, f"{name or 'the file'}: found {found(item['input'])}; {reason}{near}", True
    if kind == "literal_error":
        options = _options(schema, path)
        near = value_meant(str(item["input"]), options)
        allowed_text = ", ".join(options) or item["ctx"]["expected"]
        advice = near or f" {_write(schema, path)}"
        return "A110", f"{name}: found {found(item['input'])}; allowed: {allowed_text}.{advice}", True
    return "A111", f"{name or 'the file'}: found {found(item['input'])}; {_allowed_form(item, schema, path)}", True


_NAMING = (("actors",), ("zones",), ("terms",), ("texts",))
"""Where an id names an actor or a zone: not where the file gives itself one."""


def _named(file: Any, words: Any) -> str | None:
    """The id of the actor or zone that a file gives this name or alias."""
    for kind in ("actors", "zones"):
        things = file.get(kind) if isinstance(file, dict) else None
        for key, thing in things.items() if isinstance(things, dict) else ():
            aliases = thing.get("aliases") if isinstance(thing, dict) else None
            known = [thing.get("name") if isinstance(thing, dict) else None, *(aliases if isinstance(aliases, list) else ())]
            if words in known:
                return str(key)
    return None


def _allowed_form(item: Any, schema: Node, path: Path) -> str:
    numbers = ("greater_than", "greater_than_equal", "less_than", "less_than_equal", "finite_number")
    if item["type"] in numbers:
        return f"{item['msg'].replace('Input should be', 'allowed is a number')}. {_write(schema, path)}"
    if item["type"] in ("too_short", "string_too_short", "too_long"):
        few = "at most" if item["type"] == "too_long" else "at least"
        count = item["ctx"].get("max_length" if few == "at most" else "min_length")
        return f"allowed: {few} {count}. {_write(schema, path)}"
    forms = list(dict.fromkeys(describe(n, schema) for n in _alternatives(schema, *nodes(schema, path))))
    return f"allowed: {' or '.join(f for f in forms if f != 'nothing') or 'another form'}. {_write(schema, path)}"


def _near_zone(given: Any) -> str:
    from zoneinfo import available_timezones

    if offset := re.fullmatch(r"(?:UTC|GMT)?([+-])0?(\d{1,2})(?::?00)?", str(given).strip()):
        turned = "-" if offset[1] == "+" else "+"
        return f" An offset is no place: write the place, such as Asia/Baku, or Etc/GMT{turned}{offset[2]} (the sign turned)"
    return nearest(str(given), available_timezones()) + " Allowed: names such as Asia/Baku, Europe/Moscow, UTC"


def _write(schema: Node, path: Path) -> str:
    """'Write name: Armenia', from the example in the schema."""
    for length in range(len(path), 0, -1):
        for node in nodes(schema, path[:length], resolve=False):
            if "examples" in node:
                shown = node["examples"][0]
                for _ in path[length:]:
                    shown = next(iter(shown.values())) if isinstance(shown, dict) else shown
                key = next((p for p in reversed(path) if isinstance(p, str)), "")
                return f"Write {key}: {flow(shown)}"
    if path:
        return f"Write {path[-1]}: …"
    return f"Write {flow(schema['examples'][0])}" if "examples" in schema else EMPTY


def found(value: Any) -> str:
    """What was found, short."""
    if value is None:
        return "nothing"
    if isinstance(value, WrittenInt | WrittenFloat):
        return f"the number {value.written}"
    if isinstance(value, str):
        return "an empty text" if not value else repr(value if len(value) < 60 else value[:57] + "…")
    if isinstance(value, list):
        return f"a list of {len(value)}" if value else "an empty list"
    if isinstance(value, dict):
        keys = ", ".join(str(k) for k in list(value)[:5])
        return f"a mapping with {keys}" if value else "an empty mapping"
    return flow(value)


def dotted(path: Path) -> str:
    """A path as people read it: `terms.6-kalbajar.act[1]`."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def nodes(schema: Node, path: Path, *, resolve: bool = True) -> list[Node]:
    """The parts of the schema that may stand at a path; with `resolve`, references followed and forms apart."""
    at: list[Node] = [schema]
    for part in path:
        at = [inner for node in _alternatives(schema, *at) for inner in _inside(node, part)]
    return list(_alternatives(schema, *at)) if resolve else at


def allowed_keys(schema: Node, path: Path) -> list[str]:
    """The keys that a mapping at this path may have."""
    return list(dict.fromkeys(k for node in nodes(schema, path) for k in node.get("properties", {})))


def describe(node: Node, schema: Node) -> str:
    """One form in words."""
    kind = node.get("type")
    if "enum" in node or "const" in node:
        return "one of " + ", ".join(str(v) for v in node.get("enum", [node.get("const")]))
    if kind == "array":
        items = " or ".join(dict.fromkeys(describe(n, schema) for n in _alternatives(schema, node.get("items", {}))))
        return f"a list ({items})"
    if kind == "object":
        keys = list(node.get("properties", {}))
        return f"a mapping with {', '.join(keys)}" if keys else "a mapping"
    if kind == "string":
        special = {"date": "a day, YYYY-MM-DD"}
        return special.get(node.get("format", ""), "an id" if "a-z0-9._-" in node.get("pattern", "") else "a text")
    words = {"integer": "a whole number", "number": "a number", "boolean": "true or false", "null": "nothing"}
    return "a text" if isinstance(kind, list) else words.get(str(kind), "a text")


def _options(schema: Node, path: Path) -> list[str]:
    return [str(v) for node in nodes(schema, path) for v in node.get("enum", [node["const"]] if "const" in node else [])]


def _inside(node: Node, part: str | int) -> Iterator[Node]:
    if isinstance(part, int):
        if "items" in node:
            yield node["items"]
    elif part in node.get("properties", {}):
        yield node["properties"][part]
    elif isinstance(node.get("additionalProperties"), dict):
        yield node["additionalProperties"]
    else:
        yield from node.get("patternProperties", {}).values()


def _alternatives(schema: Node, *given: Node) -> Iterator[Node]:
    for node in given:
        if "$ref" in node:
            yield from _alternatives(schema, schema["$defs"][node["$ref"].rpartition("/")[2]])
        elif "anyOf" in node or "oneOf" in node:
            yield from _alternatives(schema, *node.get("anyOf", ()), *node.get("oneOf", ()))
        else:
            yield node
