"""Speakers named again: 'Army spokesman NAME SURNAME said …', then 'SURNAME said …', 'General SURNAME said …'.

Invariant: a bare name, a rank or a title before it or not, takes on the office and the side of the one speaker named
before whose name ends in it; where two end alike it stays as it is.
"""

from __future__ import annotations

import re
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
        bare = source.actor is None and source.name is not None and _is_bare(source)
        before = known.get(_last(source.name or "")) if bare else None
        told = before is not None and (source.kind == "unknown" or before.actor is not None)
        if told and before is not None and before.name is not None and _same(source.name or "", before.name):
            a = replace(a, source=replace(source, kind=before.kind, actor=before.actor, name=before.name, untold=before.untold))
        elif source.name is not None and source.kind != "unknown" and source.name[:1].isupper() and " " in source.name:
            _keep(known, source)
        done.append(a)
    return done


def _is_bare(source: Source) -> bool:
    """'SURNAME', 'Major SURNAME', of whom the words beside the name tell no more; the kind that a rank shows may be wrong."""
    if source.kind == "unknown":
        return True
    ahead = source.text[: len(source.text) - len(source.name or "")]
    return source.kind == "named-official" and source.text.endswith(source.name or "") and _RANKS.fullmatch(ahead) is not None


_RANKS = re.compile(
    r"(?:the\s+)?(?:(?:Lt|Lieut|Col|Maj|Gen|Brig|Capt|Cmdr|Sgt|Adm|Dr|Mr|Mrs|Ms|Prof|Sheikh|Lieutenant|Colonel|Major|General"
    r"|Brigadier|Captain|Commander|Sergeant|Admiral)\b\.?[\s-]*)*",
    re.IGNORECASE,
)


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
