"""Commands that hand results on: export, serve, review.

Invariant: nothing leaves the machine, and a file is written whole or not at all.
"""

from __future__ import annotations

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from servanda.cli.options import AsOf, CaseArgument, Json, KnownAt, TextId


class Format(StrEnum):
    """The forms in which a case is handed on."""

    CSV = "csv"
    JSON = "json"
    PARQUET = "parquet"
    GEOJSON = "geojson"
    ICS = "ics"
    ATOM = "atom"
    SVG = "svg"
    PNG = "png"
    HTML = "html"


class Verdict(StrEnum):
    """What a person decides about a claim."""

    LIST = "list"
    ACCEPT = "accept"
    REJECT = "reject"


def register(app: typer.Typer) -> None:
    """Add these commands to the application."""
    for command in (export, serve, review):
        app.command()(command)


def export(
    case: CaseArgument,
    format_: Annotated[Format, typer.Option("--format", help="The form of the file.")],
    out: Annotated[
        Path | None,
        typer.Option(
            "-o", "--out", help="The file (for several tables: the folder) to write; - for standard output."
        ),
    ] = None,
    table: Annotated[
        str | None,
        typer.Option(
            "--table",
            help="csv, parquet: terms, claims, checks or incidents (default: all, each a file in a folder). "
            "svg, png: timeline, incidents, map or the id of a term.",
        ),
    ] = None,
    public: Annotated[
        bool, typer.Option("--public", help="Leave out confidential reports and claims whose source is withheld.")
    ] = False,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    text: TextId = None,
) -> None:
    """Write a case as tables, map, calendar, feed, picture or page.

    Example: servanda export karabakh-2020 --format ics --as-of 2020-11-24 --known-at 2020-11-24 -o deadlines.ics
    """
    from servanda.case import ask, open_case, replace_file
    from servanda.case.exporting import export as make
    from servanda.outputs.exports import TABLES

    opened = open_case(case)
    answer = ask(opened, as_of, known_at, text=text)
    tabular = format_ in {Format.CSV, Format.PARQUET} and table is None
    if tabular and (out is None or (not out.suffix and str(out) != "-")):
        for name in TABLES:
            made = make(answer, format_.value, table=name, hide=public)
            print(replace_file((out or opened.out) / f"{name}.{format_.value}", made.content))
        return
    if tabular and out is not None and out.suffix != ".zip":
        table = "terms"
    made = make(answer, format_.value, table=table, hide=public)
    if out is not None and str(out) == "-":
        sys.stdout.buffer.write(made.content)
        return
    print(replace_file(out or opened.out / made.name, made.content))


def serve(
    cases: Annotated[list[Path], typer.Argument(metavar="CASE...", help="One or more case folders.")],
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes a free one.")] = 8014,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Do not open a browser.")] = False,
) -> None:
    """Show cases in a browser, on this machine only. Prints the address and, for writing, a token.

    Example: servanda serve karabakh-2020 hodeidah-2018 --port 8014
    """
    from servanda.web.serving import serve as run

    run(cases, port=port, browser=not no_browser)


def review(
    case: CaseArgument,
    verdict: Annotated[Verdict, typer.Argument(help="list, accept or reject.")] = Verdict.LIST,
    claims: Annotated[list[str] | None, typer.Argument(metavar="CLAIM...", help="Ids of claims.")] = None,
    by: Annotated[str | None, typer.Option("--by", help="Who decides: a name to be answered for.")] = None,
    note: Annotated[str | None, typer.Option("--note", help="Why.")] = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    json: Json = False,
) -> None:
    """List the claims that decide a status and that no person has accepted; accept or reject them.

    A rejected claim no longer counts. Once all deciding claims of a term are accepted, its status loses
    'machine-read, unreviewed'.

    Example: servanda review karabakh-2020 accept c-0b6226356f --by "A. Reader" --note "compared with the original"
    """
    from servanda.case.reviewing import decide, waiting

    if verdict is not Verdict.LIST:
        decide(case, tuple(claims or ()), "accepted" if verdict is Verdict.ACCEPT else "rejected", by, note)
        print(f"{verdict.value}ed {', '.join(claims or ())} by {by}")
        return
    listed = waiting(case, as_of, known_at)
    if json:
        from servanda.cli.show import dump

        dump([item.plain() for item in listed])
        return
    _show(listed, as_of)


def _show(listed: object, as_of: date | None) -> None:
    from servanda.case.reviewing import Waiting

    assert isinstance(listed, list)
    if not listed:
        print("no status rests on a claim that waits for a person")
    term = None
    for item in listed:
        assert isinstance(item, Waiting)
        if item.term != term:
            term = item.term
            print(f"{term}: {item.status}")
        print(f"  {item.claim}  {item.speaker}; {item.report}\n      “{item.quote}”")
