"""Which of the known forms of a table some columns fit, and what the nearest one misses.

Invariant: a form fits only where every column is there that it is recognised by; a near form is told of, never taken.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

Form = Mapping[str, Any]


def known_form(forms: Mapping[str, Form], columns: Collection[str]) -> Form | None:
    """The first form that is recognised by columns which are all there."""
    return next((f for f in forms.values() if not _missing(f, columns)), None)


def near_form(forms: Mapping[str, Form], columns: Collection[str]) -> str:
    """A sentence on the form that misses fewest of its columns, where at least half are there; else nothing."""
    near = min(forms.values(), key=lambda f: len(_missing(f, columns)) / len(f["recognise"]))
    missing = _missing(near, columns)
    if 2 * len(missing) > len(near["recognise"]):
        return ""
    return f"Nearest is {near['name']}, whose {', '.join(missing)} {'is' if len(missing) == 1 else 'are'} not here. "


def _missing(form: Form, columns: Collection[str]) -> list[str]:
    return [c for c in form["recognise"] if c not in columns]
