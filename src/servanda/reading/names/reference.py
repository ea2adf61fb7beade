"""Reference: 'the army', 'they', 'both sides': words that stand for actors named before.

Invariant: an id is given only where exactly one actor of the nearest sentence that names any fits; else None.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from servanda.reading.names.aliases import Table
from servanda.reading.names.folding import folded_word
from servanda.reading.names.lexicon import expletive, heads
from servanda.reading.names.mention import Mention

_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(]?[^\W\d_a-z])|\n\s*\n")


def sentence_starts(text: str) -> list[int]:
    """Rough starts of sentences, enough to tell 'this one' and 'the one before'."""
    return [0, *(m.end() for m in _END.finditer(text))]


def both_sides(
    sort: str, words: str, before: Sequence[Mention], starts: Sequence[int], at: int, table: Table
) -> tuple[str, ...]:
    """The ids that 'the two sides' or 'the parties' stand for; empty where that is not plain."""
    if sort == "parties":
        if re.search(r"\b(?:three|all)\b", words.lower()) and len(table.signatories) > len(table.sides):
            return table.signatories if "three" in words.lower() and len(table.signatories) == 3 else table.sides
        return table.sides if len(table.sides) >= 2 else ()
    for span in _nearest(starts, at):
        ids = _ids(before, *span)
        if len(ids) == 2 and None not in ids:
            return tuple(sorted(str(i) for i in ids))
        if ids:
            break
    return table.sides if len(table.sides) == 2 else ()


def _nearest(starts: Sequence[int], at: int) -> list[tuple[int, int]]:
    """This sentence up to `at`, then the sentence before it."""
    n = bisect_right(starts, at) - 1
    spans = [(starts[n], at)]
    if n > 0:
        spans.append((starts[n - 1], starts[n]))
    return spans


def _ids(mentions: Sequence[Mention], start: int, end: int) -> list[str | None]:
    """Distinct actors named in a stretch; an actor that the case does not know counts, as None."""
    found: dict[str, str | None] = {}
    for m in reversed(mentions):
        if m.end <= start:
            break
        if m.start < end and m.kind in ("actor", "person", "group") and m.how != "pronoun":
            found.setdefault(m.id or f"?{folded_word(m.text)}", m.id)
    return list(found.values())


def one_before(before: Sequence[Mention], starts: Sequence[int], at: int) -> str | None:
    """The only actor of the nearest sentence that names any, this one up to here or the one before."""
    for start, end in _nearest(starts, at):
        ids = _ids(before, start, end)
        if ids:
            return ids[0] if len(ids) == 1 else None
    return None


def meant_by(pronoun: str, before: Sequence[Mention], starts: Sequence[int], at: int, table: Table) -> str | None:
    """The actor that 'it' or 'they' stands for: the only one of its number in the nearest sentence that has one."""
    several = pronoun.lower() != "it"
    spans = _nearest(starts, at)
    for start, end in spans[1:] if pronoun.lower() == "them" else spans:
        fitting = [m for m in before if start <= m.start < end and _fits(m, several, table)]
        ids = {m.id or f"?{folded_word(m.text)}": m.id for m in fitting}
        if ids:
            return next(iter(ids.values())) if len(ids) == 1 else None
    return None


def _fits(mention: Mention, several: bool, table: Table) -> bool:
    if mention.kind not in ("actor", "group", "person"):
        return False
    head = folded_word(mention.office or mention.text).split() or [""]
    plural = mention.kind == "group" or head[-1] in _PLURAL or (head[-1].endswith("s") and head[-1] in heads())
    armed = mention.id is not None and mention.id not in table.states.values()
    if several:
        return plural or (armed and mention.kind == "actor") or head[-1] in ("army", "military", "police")
    return not plural and mention.kind == "actor"


_PLURAL = frozenset(["troops", "forces", "servicemen", "aircraft", "military", "police", "spokespeople"])


def members_before(before: Sequence[Mention], starts: Sequence[int], at: int) -> tuple[str, ...]:
    """The members of the last collective, where it stands in this sentence or the one before with nobody between."""
    for start, end in _nearest(starts, at):
        for m in reversed(before):
            if start <= m.start < end and m.kind in ("actor", "person", "group"):
                return m.members
    return ()


def definite(
    words: str, sort: str, before: Sequence[Mention], starts: Sequence[int], at: int, table: Table
) -> str | None:
    """The actor that 'the army', 'the ministry', 'the president', 'the group' stands for, where one fits."""
    head = folded_word(words).split()[-1]
    if sort == "definite-group":
        known = {m.id for m in before if m.kind in ("actor", "group") and m.id and m.id not in table.states.values()}
        nearest = one_before(before, starts, at)
        if head in ("country", "state", "republic", "kingdom"):
            return nearest if nearest in table.states.values() else None
        return nearest if nearest in known else None
    cls = heads().get(head)
    same = {m.id for m in before if m.id and names_head(m, head)}
    if len(same) == 1:
        return next(iter(same))
    if same or cls is None:
        return None
    return one_before(before, starts, at) if sort != "definite-person" else None


def names_head(mention: Mention, head: str) -> bool:
    """Whether the mention's own head, before any 'of' or 'for', is that word."""
    words = folded_word(mention.office or mention.text)
    own = re.split(r" (?:of|for|to|at) ", words, maxsplit=1)[0].split()
    return bool(own) and (own[-1] == head or own[-1].removesuffix("s") == head.removesuffix("s"))


def is_expletive(folded: str, end: int) -> bool:
    """Whether an 'it' that ends at `end` stands for nothing."""
    return expletive().match(folded, end) is not None
