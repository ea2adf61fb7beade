"""Commands that make, fill and check a case: demo, init, run, verify.

Invariant: a command that fails leaves the case as it was.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from servanda.cli.options import AsOf, CaseArgument, Json, KnownAt
from servanda.cli.progress import progress_bar
from servanda.reading.readers import ReaderName


def register(app: typer.Typer) -> None:
    """Add these commands to the application."""
    for command in (demo, init, run, verify):
        app.command()(command)


def demo(
    name: Annotated[str, typer.Argument(help="Which bundled case.")] = "karabakh-2020",
    into: Annotated[Path, typer.Option("--into", help="The folder to copy it into.")] = Path("demo"),
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Refresh a copy made before.")] = False,
    as_of: AsOf = None,
    known_at: KnownAt = None,
) -> None:
    """Copy a bundled case, run it, print its terms and name the page written.

    The days default to 24 November 2020, on which the founding question was asked.

    Example: servanda demo --into my-demo
    """
    from datetime import date

    from servanda.case.new import copy_bundled

    folder = copy_bundled(name, into / name, overwrite=overwrite)
    if name == "karabakh-2020" and as_of is None and known_at is None:
        as_of = known_at = date(2020, 11, 24)
    run(folder, as_of=as_of, known_at=known_at)
    print(f"\nNext: servanda explain {folder} TERM, servanda status {folder} --as-of DAY, servanda serve {folder}")


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the new case.")],
    statement: Annotated[
        Path | None, typer.Option("--from", help="The agreement's text: its terms are drafted from its own words.")
    ] = None,
) -> None:
    """Make a new case: agreement.yaml to fill in (or a draft from the agreement's text) and reports/.

    Example: servanda init my-case --from statement.txt
    """
    from servanda.case.new import init as make

    for path in make(folder, statement):
        print(f"made {path}")
    if statement:
        print("The draft marks with '# check:' what a person has to decide. Read all of it before you rely on it.")
    print(f"Put reports into {folder / 'reports'}, then: servanda run {folder}")


def run(
    case: CaseArgument,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    json: Json = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 3 where a report could not be read.")] = False,
    reader: Annotated[
        ReaderName | None,
        typer.Option("--reader", help="Who reads prose from now on: grammar, or llm as set in your settings."),
    ] = None,
) -> None:
    """Read what is new in a case, find the status of every term, print it and write out/report.html.

    Example: servanda run karabakh-2020 --as-of 2020-11-24 --known-at 2020-11-24
    """
    from servanda.case import ask, open_case, take_in, write_report
    from servanda.case.folder import strays
    from servanda.case.kept import state_of
    from servanda.case.prose import prose_reader
    from servanda.case.standing import keep
    from servanda.cli import show
    from servanda.outputs.wording import is_noted
    from servanda.settings import settings

    opened = open_case(case)
    prose = prose_reader(reader, settings()) if reader else None
    with opened.ledger() as ledger, progress_bar(quiet=json) as progress:
        taken = take_in(opened, ledger, progress, prose)
    state = state_of(opened.root)
    answer = ask(opened, as_of, known_at)
    page = write_report(opened, answer)
    table = keep(state, answer)
    if json:
        show.dump(answer.document.plain())
    else:
        show.status_table(table)
        changed = f", {len(taken.changed)} of them changed" if taken.changed else ""
        gone = f"; {len(taken.gone)} gone since last time" if taken.gone else ""
        print(f"\nread {len(taken.read)} new file(s){changed}{gone}. Wrote {page}")
    for line in strays(opened.root):
        print(f"note: {line}", file=sys.stderr)
    if strict and any(not is_noted(u.why) for u in answer.document.unread):
        raise typer.Exit(3)


def verify(case: CaseArgument, json: Json = False) -> None:
    """Check that files, quotes and the ledger's chain are as recorded; prints the head hash to keep elsewhere.

    Example: servanda verify karabakh-2020
    """
    from dataclasses import asdict

    from servanda.case import open_case
    from servanda.case.verify import verify as check
    from servanda.cli.show import dump

    opened = open_case(case)
    with opened.ledger(readonly=True) as ledger:
        result = check(opened, ledger)
    if json:
        dump(asdict(result))
        return
    for fault in result.faults:
        print(f"{fault.what} {fault.where}: {fault.why}")
    verdict = "all as recorded" if not result.faults else f"{len(result.faults)} fault(s)"
    print(f"{verdict}: {result.files} files, {result.quotes} quotes, {result.entries} entries; head {result.head}")
