"""Persons whose side a pronoun before them tells: 'its negotiator NAME told reporters. NAME said her side …'.

Invariant: only a person without a side is given one, and only by a pronoun right before him, or by his own surname later.
"""

from __future__ import annotations

from collections.abc import Sequence

from servanda.reading.frozen import replace
from servanda.reading.names.mention import Mention

_WHOSE = frozenset({"its", "their"})


def with_sides(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, persons and their surnames with the side that 'its' or 'their' stands for."""
    done: list[Mention] = []
    known: dict[str, str] = {}
    for m in mentions:
        if m.kind == "person" and m.id is None and m.office:
            before = done[-1] if done else None
            whose = before is not None and before.text.lower() in _WHOSE and text[before.end : m.start] == " "
            surname = m.text.split()[-1]
            if before is not None and whose and before.id is not None and m.text != m.office:
                known[surname] = before.id
            m = replace(m, id=known.get(surname)) if surname in known else m
        elif m.kind == "person" and m.id is None and m.text in known:
            m = replace(m, id=known[m.text])
        done.append(m)
    return done
