"""Speakers named again: 'Army spokesman NAME SURNAME said …', then 'SURNAME said …'.

Invariant: a bare name takes on the office and the side of the one speaker named before whose name ends in it; where
two end alike it stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from servanda.reading.attribution.context import Context
from servanda.reading.attribution.model import Attribution, Source
from servanda.reading.frozen import replace


def recalled(context: Context, here: Sequence[Attribution], known: dict[str, Source | None]) -> list[Attribution]:
    """The attributions of one sentence with bare names filled in; `known` keeps the speakers of the text so far by
    their last name, None where it is shared."""
    done = []
    for a in here:
        source = a.source
        bare = source.actor is None and source.kind == "unknown" and source.name is not None
        before = known.get(_last(source.name or "")) if bare else None
        if before is not None and before.name is not None and _same(source.name or "", before.name):
            a = replace(a, source=replace(source, kind=before.kind, actor=before.actor, name=before.name, untold=before.untold))
        elif source.name is not None and source.kind != "unknown" and source.name[:1].isupper() and " " in source.name:
            _keep(known, source)
        done.append(a)
    return done


def _keep(known: dict[str, Source | None], source: Source) -> None:
    last = _last(source.name or "")
    other = known.get(last, source)
    same = other is not None and (other.name, other.actor) == (source.name, source.actor)
    known[last] = other if same else None


def _last(name: str) -> str:
    return name.split()[-1].casefold() if name.split() else ""


def _same(short: str, long: str) -> bool:
    """Whether a name is the other one, or its end."""
    return long.casefold() == short.casefold() or long.casefold().endswith(f" {short.casefold()}")
