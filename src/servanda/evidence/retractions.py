"""Retractions: what a source has taken back no longer stands.

Invariant: only the same voice or the same carrier can retract; a retraction known after K retracts nothing at K. What
is taken back is set aside and shown, never dropped.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from servanda.evidence.testimony import Bearing, Testimony


def taken_back(items: Sequence[Testimony]) -> frozenset[str]:
    """The claims that their own source has retracted.

    A retraction names a claim outright (`retracts`), or the matter in its own sentence: then earlier claims of the
    same voice or carrier with the same act, place and parties are taken back, and the words in its sentence are
    no new assertion.
    """
    by_id = {t.id: t for t in items}
    outright = ((t, by_id[t.claim.retracts]) for t in items if t.claim.retracts in by_id and t.claim.retracts)
    gone = {o.id for t, o in outright if _same_source(t, o)}
    by_sentence: dict[tuple[str, tuple[int, int] | None], list[Testimony]] = defaultdict(list)
    by_act: dict[str, list[Testimony]] = defaultdict(list)
    for t in items:
        by_sentence[(t.claim.report, t.claim.sentence)].append(t)
        by_act[t.claim.act].append(t)
    for t in items:
        if not _retracts(t):
            continue
        matter = [o for o in by_sentence[(t.claim.report, t.claim.sentence)] if o.claim.act != "retract"]
        gone |= {o.id for o in matter}
        gone |= {o.id for m in matter for o in by_act[m.claim.act] if _takes_back(t, m, o)}
    return frozenset(gone)


def set_aside(bearings: Iterable[Bearing]) -> tuple[Bearing, ...]:
    """The bearings of what was taken back."""
    return tuple(replace(b, aside=b.aside or "R6: taken back by its own source", level=0) for b in bearings)


def _retracts(t: Testimony) -> bool:
    claim = t.claim
    return claim.act == "retract" and claim.modality in {"completed", "announced"} and claim.polarity == "affirmed"


def _same_source(one: Testimony, other: Testimony) -> bool:
    return one.voice == other.voice or one.carrier.source == other.carrier.source


def _takes_back(retraction: Testimony, matter: Testimony, earlier: Testimony) -> bool:
    if (
        not _same_source(earlier, retraction)
        or earlier.claim.report == retraction.claim.report
        or earlier.known > retraction.known
    ):
        return False
    zones = {matter.claim.zone, earlier.claim.zone}
    if None in zones and not _same_words(matter.claim.zone_words, earlier.claim.zone_words):
        return False
    one, two = {p.label for p in matter.claim.actors}, {p.label for p in earlier.claim.actors}
    return (len(zones) == 1 or None in zones) and (not one or not two or bool(one & two))


def _same_words(one: str | None, other: str | None) -> bool:
    """Whether two places without an id may be one: what was taken back of Kisiba still stands of Norok."""
    if not one or not other:
        return True
    a, b = one.casefold(), other.casefold()
    return a in b or b in a
