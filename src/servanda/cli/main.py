"""The command `servanda`: thin doors to `servanda.case`, one file per group of commands.

Exit code 0: the question was answered, whatever the answer. 2: wrong use or wrong input. 3: some reports could not
be read and `--strict` was asked. With `--json`, standard output is one JSON document and nothing else.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

import servanda
from servanda.cli import batch, cases, making, questions, texts
from servanda.errors import ServandaError

app = typer.Typer(
    name="servanda",
    help="For every promise in a ceasefire or peace agreement: what was owed, what happened, who says so, "
    "what is unknown. Start with: servanda demo",
    epilog="Exit codes: 0 answered, 2 wrong use or input, 3 unread reports with --strict. "
    "A case is a folder with agreement.yaml and reports/.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for group in (cases, questions, texts, making, batch):
    group.register(app)


def _version(asked: bool) -> None:
    if asked:
        print(f"servanda {servanda.__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """What stands before a command."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; never shows a traceback for an error that a user can mend."""
    try:
        app(args=arguments)
    except ServandaError as error:
        _complain(str(error))
        sys.exit(2)
    except KeyboardInterrupt:
        _complain("stopped; what was already recorded is kept, run again to go on")
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


def _complain(message: str) -> None:
    print(message, file=sys.stderr)
