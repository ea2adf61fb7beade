"""Commands about texts and forms: read, schema.

Invariant: `read` needs no case and leaves nothing behind.
"""

from __future__ import annotations

import json as jsonlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from servanda.cli.options import Json, Published
from servanda.cli.progress import progress_bar
from servanda.errors import CaseError, ReportError

if TYPE_CHECKING:
    from spacy.language import Language

    from servanda.agreement.model import Agreement
    from servanda.reports.model import Report


def register(app: typer.Typer) -> None:
    """Add these commands to the application."""
    for command in (read, schema):
        app.command()(command)


def read(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="A report in any format read; - is standard input.")],
    published: Published = None,
    case: Annotated[Path | None, typer.Option("--case", help="Use the names of this case.")] = None,
    all_: Annotated[bool, typer.Option("--all", help="Parse every sentence and list every predicate.")] = False,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="The input is JSON lines with `text` (and `published`); so is the output.")
    ] = False,
    json: Json = False,
) -> None:
    """What is read in a text: times, who says what, acts. Without a case, actors are given by their words.

    Example: servanda read article.txt --published 2020-11-24 --json
    """
    from servanda.cli.questions import pasted
    from servanda.cli.show import dump, readout_lines
    from servanda.reading.readout import readout

    agreement = None
    if case is not None:
        from servanda.case import open_case

        agreement = open_case(case).agreement
    if jsonl:
        _lines(file, agreement, all_)
        return
    report = pasted(file, published)
    result = readout(report, agreement=agreement, all=all_, nlp=_pipeline())
    if json:
        dump(result)
    else:
        readout_lines(result)


def schema(
    what: Annotated[str, typer.Argument(metavar="agreement|status|read|explain|check|changes|due|verify", help="Which form.")],
) -> None:
    """The JSON Schema of the agreement file, or of what a command prints with --json.

    Example: servanda schema agreement > agreement.schema.json
    """
    from servanda.case.schemas import SCHEMAS
    from servanda.cli.show import dump

    if what not in SCHEMAS:
        raise CaseError("C108", f"there is no schema {what!r}. Allowed: {', '.join(SCHEMAS)}")
    dump(SCHEMAS[what]())


def _pipeline() -> Language | None:
    """The larger spaCy model that the user has set, or None."""
    from servanda.reading.parser import load
    from servanda.settings import settings

    model = settings().spacy_model
    return load(model) if model else None


_TOGETHER = 64
"""So many lines are read together."""


def _lines(file: str, agreement: Agreement | None, all_: bool) -> None:
    """Read one text a line. A text that cannot be read gives a line with `unread`, and the rest goes on."""
    from servanda.reading.names import Names
    from servanda.reading.readout import readouts

    names, nlp = Names.of(agreement), _pipeline()
    with _source(file) as lines, progress_bar(quiet=False) as progress:
        for chunk in _chunks(enumerate(lines, start=1)):
            readable = [what for _, _, what in chunk if not isinstance(what, str)]
            results = readouts(readable, agreement=agreement, names=names, all=all_, nlp=nlp)
            for number, head, what in chunk:
                result = {**head, **({"unread": what} if isinstance(what, str) else next(results))}
                sys.stdout.write(jsonlib.dumps(result, ensure_ascii=False) + "\n")
                if progress:
                    progress(number, len(lines), str(head.get("id", "")))


def _chunks(lines: Iterable[tuple[int, str]]) -> Iterator[list[tuple[int, dict[str, Any], Report | str]]]:
    """Lines to read together: the number of each, what of it is given back, its report or why there is none.

    A line of another form ends the reading with an error, when all before it are given.
    """
    chunk: list[tuple[int, dict[str, Any], Report | str]] = []
    for number, line in lines:
        if not line.strip():
            continue
        try:
            chunk.append((number, *_opened(line, number)))
        except CaseError:
            yield chunk
            raise
        if len(chunk) == _TOGETHER:
            yield chunk
            chunk = []
    yield chunk


def _opened(line: str, number: int) -> tuple[dict[str, Any], Report | str]:
    from servanda.reports import open_text

    item = _item(line, number)
    head = {"id": item["id"]} if "id" in item else {}
    try:
        return head, open_text(item["text"], path=str(item.get("id", number)), published=item["published"])
    except ReportError as error:
        return head, str(error)


@contextmanager
def _source(file: str) -> Iterator[Sequence[str]]:
    try:
        yield sys.stdin.readlines() if file == "-" else Path(file).read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise CaseError("C106", f"{file} cannot be read as JSON lines ({error}). Write the path of a UTF-8 file") from None


def _item(line: str, number: int) -> dict[str, Any]:
    try:
        item = jsonlib.loads(line)
        day = item.get("published")
        return {**item, "text": str(item["text"]), "published": date.fromisoformat(day) if day else None}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise CaseError("C109", f"line {number} is not a JSON object with text and published (YYYY-MM-DD): {error}") from error
