"""Words of duty of a sentence in which no act was read, though one was beside them.

Invariant: they stand in the sentence word for word; what is kept only where an act was read is no note of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from servanda.drafting.clause import Duty, governing


def unread_of(sentence: str, owed: Sequence[dict[str, Any]], owing: tuple[Duty, ...]) -> str:
    """Words of duty of a sentence under which no act was read, though one was under others."""
    met = {d.start for a in owed if (d := governing(owing, a["start"]))}
    also = _ALSO_TO.search(sentence, min((a["end"] for a in owed), default=len(sentence)))
    if also and not any(a["start"] >= also.start() for a in owed):
        over = governing(owing, also.start())
        if over is not None and over.start in met and _TAKES_TO.match(over.words):
            return also["what"].strip(" ,;.")
    left = [sentence[d.start : d.end].strip(" ,;.") for d in owing if d.start not in met and not d.beside]
    left = [words for words in left if " " in words]
    return " … ".join(left) if met and not any(d.words.lower() in {"is", "are"} for d in owing if d.start not in met) else ""


_ALSO_TO = re.compile(r"[, ](?:and|as well as) (?:also )?(?P<what>to (?!the\b|its\b|their\b|all\b|any\b|each\b)[a-z]+ [^;.]*)")
"""'Undertakes to open the road, and to keep it open'."""
_TAKES_TO = re.compile(r"undertak|agree|commit|pledg|oblig|(?:is|are)\b", re.IGNORECASE)
