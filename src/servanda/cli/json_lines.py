"""Texts as JSON lines, one report a line in and one result a line out: `servanda read --jsonl`.

Invariant: every line that is not blank gives one line, in order, written out before the next ones are read; what is wrong
with one line stops no other.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language

from servanda.agreement.model import Agreement
from servanda.cli.progress import progress_bar
from servanda.errors import CaseError, Place, ReportError, ServandaError
from servanda.reading.names import Names
from servanda.reading.readout import readouts
from servanda.reports import open_text, readable
from servanda.reports.metadata import language_code, parse_machine_day
from servanda.reports.model import Report

_TOGETHER = 64
"""So many lines are read together."""
_SHOWN = ("published", "language")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line: its number, what of it is given back, and its report or what is wrong with it."""

    number: int
    head: dict[str, Any]
    report: Report | ServandaError


def read_lines(file: str, agreement: Agreement | None, *, all_: bool, nlp: Language | None) -> int:
    """Read one text a line and write one result a line; how many could not be read. Raises CaseError C106."""
    names, lines, unread = Names.of(agreement), _source(file), 0
    with progress_bar(quiet=False) as progress:
        for chunk in _chunks(lines):
            readable_ = [line.report for line in chunk if isinstance(line.report, Report)]
            results = readouts(readable_, agreement=agreement, names=names, all=all_, nlp=nlp)
            for line in chunk:
                result = _result(line, results)
                unread += "unread" in result
                sys.stdout.write(json.dumps(result, ensure_ascii=False) + "\n")
                sys.stdout.flush()
                if progress:
                    progress(line.number, len(lines), str(line.head.get("id", "")))
    return unread


def _result(line: _Line, results: Iterator[dict[str, Any]]) -> dict[str, Any]:
    """What is written for a line; one in a language that is not read has the whole form, empty, and says so."""
    if isinstance(line.report, ServandaError):
        return {**line.head, "line": line.number, "unread": {"code": line.report.code, "message": line.report.message}}
    result = {**line.head, **next(results)}
    barred = readable(line.report)
    if barred is None:
        return result
    code, _, message = barred.why.removeprefix("[").partition("] ")
    return {**result, "line": line.number, "unread": {"code": code, "message": message}}


def _chunks(lines: Sequence[str]) -> Iterator[list[_Line]]:
    told = [(number, line) for number, line in enumerate(lines, start=1) if line.strip()]
    for at in range(0, len(told), _TOGETHER):
        yield [_opened(line, number) for number, line in told[at : at + _TOGETHER]]


def _opened(line: str, number: int) -> _Line:
    item = _item(line)
    if isinstance(item, ServandaError):
        return _Line(number, {}, item)
    head = {"id": item["id"]} if "id" in item else {}
    try:
        return _Line(number, head, _report(item, str(item.get("id", number))))
    except ServandaError as error:
        return _Line(number, head, error)


def _item(line: str) -> dict[str, Any] | ServandaError:
    """The object of a line."""
    try:
        item = json.loads(line)
    except json.JSONDecodeError as error:
        return CaseError("C109", f"no JSON ({error.msg}, at character {error.colno}). {_WRITE}")
    except (ValueError, RecursionError):  # a number of thousands of digits, lists within lists within lists
        return CaseError("C109", f"no JSON that can be read. {_WRITE}")
    return item if isinstance(item, dict) else CaseError("C109", f"no JSON object. {_WRITE}")


_WRITE = 'Write {"text": "…", "published": "2020-11-15"}'


def _report(item: dict[str, Any], path: str) -> Report:
    """The report of an object. Raises CaseError C109, ReportError R103, R106 to R108, R303, R304."""
    text = item.get("text")
    if not isinstance(text, str):
        keys = ", ".join(map(str, list(item)[:8])) or "none"
        raise CaseError("C109", f"no `text` that is a string (keys found: {keys}). {_WRITE}")
    given = {key: item.get(key) for key in _SHOWN}
    for key, value in given.items():
        if value is not None and not isinstance(value, str):
            raise CaseError("C109", f"{key} {value!r:.40} is no string. {_WRITE}")
    day = parse_machine_day(given["published"]) if given["published"] else None
    if given["published"] and day is None:
        raise ReportError("R303", f"published {given['published']!r:.40} is no day. Write it as 2020-11-15, or leave it out")
    language = language_code(given["language"]) if given["language"] else None
    if given["language"] and language is None:
        raise ReportError("R304", f"language {given['language']!r:.40} is no code. Write two or three letters, as en")
    return open_text(text, path=path, published=day, language=language)


def _source(file: str) -> list[str]:
    """The lines of a file, or of standard input, as UTF-8; a line that is not is told when it is read."""
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        message = f"{error.strerror or error}. Write the path of a file of JSON lines, or - for standard input"
        raise CaseError("C106", message, Place(file)) from None
    return raw.decode("utf-8-sig", "surrogateescape").split("\n")
