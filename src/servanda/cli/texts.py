"""Commands about texts and forms: read, schema.

Invariant: `read` needs no case and leaves nothing behind.
"""

from __future__ import annotations

import json as jsonlib
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated, Any

import typer

from servanda.cli.options import Json, Published
from servanda.errors import CaseError


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
    result = readout(report, agreement=agreement, all=all_)
    if json:
        dump(result)
    else:
        readout_lines(result)


def schema(
    what: Annotated[str, typer.Argument(metavar="agreement|status|read", help="Which form.")],
) -> None:
    """The JSON Schema of the agreement file, the status document or what `read` prints.

    Example: servanda schema agreement > agreement.schema.json
    """
    from servanda.cli.show import dump

    if what == "agreement":
        from servanda.agreement import agreement_schema

        dump(agreement_schema())
    elif what == "status":
        from servanda.outputs.document import status_schema

        dump(status_schema())
    elif what == "read":
        from servanda.outputs.readout_schema import read_schema

        dump(read_schema())
    else:
        raise CaseError("C108", f"there is no schema {what!r}. Allowed: agreement, status, read")


def _lines(file: str, agreement: Any, all_: bool) -> None:
    from datetime import date

    from servanda.reading.readout import readout
    from servanda.reports import open_text

    with nullcontext(sys.stdin) if file == "-" else Path(file).open(encoding="utf-8") as source:
        for number, line in enumerate(source, start=1):
            if not line.strip():
                continue
            try:
                item = jsonlib.loads(line)
                text = item["text"]
                day = date.fromisoformat(item["published"]) if item.get("published") else None
            except (ValueError, KeyError, TypeError) as error:
                raise CaseError(
                    "C109", f"line {number} is not a JSON object with text and published (YYYY-MM-DD): {error}"
                ) from error
            report = open_text(text, path=str(item.get("id", number)), published=day)
            result = {
                **({"id": item["id"]} if "id" in item else {}),
                **readout(report, agreement=agreement, all=all_),
            }
            sys.stdout.write(jsonlib.dumps(result, ensure_ascii=False) + "\n")
