"""Reports as JSON: one object, a list of objects, or one object a line.

Invariant: each object is one report with a path of its own (`x.jsonl#3`, counted from 1), and one that cannot be read
stops none of the others.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from servanda.errors import Place, ReportError
from servanda.reports.building import Content
from servanda.reports.decoding import decode, normal_newlines, without_surrogates
from servanda.reports.limits import JSON_ITEMS, JSONL_LINE_BYTES
from servanda.reports.metadata import Metadata, clean, confidential, language_code, parse_machine_day

TEXT_KEYS = ("text", "body", "content")
LIST_KEYS = ("reports", "articles", "items", "documents", "results", "data")
_DATES = {
    "published": ("published", "date", "published_at", "publishedAt", "date_published", "datePublished"),
    "received": ("received",),
}
_WORDS = {
    "title": ("title", "headline"),
    "source": ("source", "publisher", "outlet"),
    "author": ("author", "authors", "byline"),
    "url": ("url", "link"),
    "translation_of": ("translation_of",),
}


@dataclass(frozen=True, slots=True)
class Item:
    """One object of a file: its path, the hash of its bytes, and its content or what is wrong with it."""

    path: str
    sha256: str
    content: Content | ReportError


def read_json(raw: bytes, path: str, sha256: str) -> Iterator[Item]:
    """The reports of a .json file.

    Raises ReportError R220 (not JSON), R221 (no reports in it), R222 (nested too deep, too many).
    """
    place = Place(path)
    decoded = decode(raw, place)
    loaded = _loads(decoded.text, path, 1)
    if isinstance(loaded, dict):
        held = next((loaded[k] for k in LIST_KEYS if isinstance(loaded.get(k), list)), None)
        if held is None or any(isinstance(loaded.get(k), str) for k in TEXT_KEYS):
            yield Item(path, sha256, _content(loaded, path))
            return
        loaded = held
    if not isinstance(loaded, list):
        raise ReportError(
            "R221", f'{_kind(loaded)} where a report or a list of reports is expected. Write {{"text": "…"}}', place
        )
    if not loaded:
        raise ReportError("R221", "an empty list: no reports in it", place)
    _check_count(len(loaded), place)
    for number, thing in enumerate(loaded, start=1):
        digest = hashlib.sha256(json.dumps(thing, sort_keys=True).encode()).hexdigest()
        yield Item(f"{path}#{number}", digest, _content(thing, f"{path}#{number}"))


def read_jsonl(raw: bytes, path: str) -> Iterator[Item]:
    """The reports of a .jsonl file; a line that is no report is an item with its error."""
    place = Place(path)
    number = 0
    encoded = (
        decode(raw, place).text.encode()
        if raw[:2] in (b"\xff\xfe", b"\xfe\xff")
        else raw.removeprefix(b"\xef\xbb\xbf")
    )
    for line_number, line in enumerate(encoded.split(b"\n"), start=1):
        line = line.strip()
        if not line:
            continue
        number += 1
        _check_count(number, place)
        name = f"{path}#{number}"
        content: Content | ReportError
        try:
            if len(line) > JSONL_LINE_BYTES:
                raise ReportError(
                    "R222",
                    f"a line of {len(line):,} bytes; the limit is {JSONL_LINE_BYTES:,}",
                    Place(path, line_number),
                )
            content = _content(_loads(decode(line, Place(path, line_number)).text, path, line_number), name)
        except ReportError as error:
            content = error
        yield Item(name, hashlib.sha256(line).hexdigest(), content)
    if not number:
        raise ReportError("R221", "an empty file: no reports in it", place)


def _check_count(number: int, place: Place) -> None:
    if number > JSON_ITEMS:
        raise ReportError("R222", f"more than {JSON_ITEMS:,} reports in one file. Split it", place)


def _loads(text: str, path: str, line: int) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise ReportError(
            "R220", f"not JSON: {error.msg}", Place(path, line + error.lineno - 1, error.colno)
        ) from None
    except RecursionError:
        raise ReportError(
            "R222", "JSON nested too deep. A report is an object with 'text'", Place(path, line)
        ) from None
    except ValueError as error:  # a number of thousands of digits
        raise ReportError("R220", f"not JSON that can be read: {error}", Place(path, line)) from None


def _content(thing: Any, path: str) -> Content | ReportError:
    place = Place(path)
    if not isinstance(thing, dict):
        return ReportError(
            "R221", f'{_kind(thing)} where a report is expected. Write {{"text": "…", "source": "…"}}', place
        )
    text = next((thing[k] for k in TEXT_KEYS if isinstance(thing.get(k), str) and thing[k].strip()), None)
    if text is None:
        keys = ", ".join(sorted(map(repr, list(thing)[:8]))) or "none"
        return ReportError(
            "R221", f"no text: none of the keys {', '.join(TEXT_KEYS)} holds any (keys found: {keys})", place
        )
    if "\x00" in text:
        return ReportError("R107", "not a text: it holds NUL characters", place)
    try:
        metadata = _metadata(thing, place)
    except ReportError as error:
        return error
    text = without_surrogates(normal_newlines(text))
    if _looks_like_markup(text):
        from servanda.reports.page import fragment_text  # late: lxml is needed for few records

        try:
            text = fragment_text(text, place)
        except ReportError as error:
            return error
    return Content(text, metadata)


def _looks_like_markup(text: str) -> bool:
    """Whether a text is a piece of HTML, as feeds deliver it."""
    return len(re.findall(r"</?(?:p|div|br|h\d|li|article)\b[^<>]{0,500}>", text[:20_000], re.I)) >= 2


def _mark(thing: Mapping[str, Any], place: Place) -> str | None:
    """Whether a report is marked confidential."""
    if thing.get("confidential") is None:
        return None
    mark = confidential(str(thing["confidential"]))
    if mark is None:
        found = f"{thing['confidential']!r:.80}"
        raise ReportError("R304", f"confidential {found} is neither yes nor no. Write true or false", place)
    return mark


def _metadata(thing: Mapping[str, Any], place: Place) -> Metadata:
    found: dict[str, Any] = {"confidential": _mark(thing, place)}
    for name, keys in _WORDS.items():
        found[name] = _words(
            next((thing[k] for k in keys if thing.get(k) not in (None, "", [], {})), None), name, place
        )
    for name, keys in _DATES.items():
        key = next((k for k in keys if thing.get(k) not in (None, "")), None)
        if key is None:
            continue
        day = parse_machine_day(thing[key]) if isinstance(thing[key], str) else None
        if day is None:
            raise ReportError(
                "R303",
                f'{key} {thing[key]!r:.80} is no day. Write it as "2020-11-15", '
                "or leave it out where it is not known",
                place,
            )
        found[name] = day
    stated = thing.get("language") or thing.get("lang")
    if stated is not None:
        found["language"] = language_code(stated) if isinstance(stated, str) else None
        if found["language"] is None:
            raise ReportError(
                "R304", f'language {stated!r:.80} is no code. Write two or three letters, as "en"', place
            )
    return Metadata(**found)


def _words(value: Any, name: str, place: Place) -> str | None:
    if value is None:
        return None
    if isinstance(value, dict) and isinstance(value.get("name"), str):
        value = value["name"]  # {"name": "The Post"}, as feeds write it
    if isinstance(value, list) and all(isinstance(v, str) for v in value):
        value = ", ".join(value)
    if not isinstance(value, str):
        raise ReportError("R304", f'{name} is {_kind(value)}. Write it as words: "{name}": "…"', place)
    return clean(without_surrogates(value))


def _kind(value: Any) -> str:
    names = {
        dict: "an object",
        list: "a list",
        str: "a string",
        bool: "true or false",
        int: "a number",
        float: "a number",
        type(None): "null",
    }
    return names.get(type(value), "a value")
