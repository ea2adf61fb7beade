"""Commands about texts and forms: read, schema.

Invariant: `read` needs no case and leaves nothing behind.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from servanda.cli.options import Json, Published
from servanda.errors import CaseError, Place, ReportError

if TYPE_CHECKING:
    from spacy.language import Language


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
        bool,
        typer.Option("--jsonl", help="The input is JSON lines with `text` (`published`, `language`, `id`); so is the output."),
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="With --jsonl: exit with 3 where a line could not be read.")] = False,
    json: Json = False,
) -> None:
    """What is read in a text: times, who says what, acts. Without a case, actors are given by their words.

    Example: servanda read article.txt --published 2020-11-24 --json
    """
    from servanda.cli.questions import pasted
    from servanda.cli.show import dump, readout_lines
    from servanda.reading.readout import readout
    from servanda.reports import readable

    agreement = None
    if case is not None:
        from servanda.case import open_case

        agreement = open_case(case).agreement
    if jsonl:
        from servanda.cli.json_lines import read_lines

        unread = read_lines(file, agreement, all_=all_, nlp=_pipeline())
        if unread:
            print(f"{unread} line(s) could not be read; each says why", file=sys.stderr)
        if unread and strict:
            raise typer.Exit(3)
        return
    report = pasted(file, published)
    if barred := readable(report):
        raise ReportError("R501", barred.why.partition("] ")[2], Place(file))
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
