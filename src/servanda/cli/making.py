"""Commands that hand results on: export, serve, batch, review.

Invariant: nothing leaves the machine, and a file is written whole or not at all.
"""

from __future__ import annotations

import typer


def register(app: typer.Typer) -> None:
    """Add these commands to the application."""
    for command in ():
        app.command()(command)
