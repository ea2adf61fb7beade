"""Retractions: what a source has taken back no longer stands.

Invariant: only the same voice or the same carrier can retract; a retraction known after K retracts nothing at K.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from servanda.evidence.testimony import Testimony


def standing(items: Sequence[Testimony]) -> list[Testimony]:
    """The testimonies less those that their own source has retracted.

    A retraction names a claim outright (`retracts`), or the matter in its own sentence: then earlier claims of the
    same voice or carrier with the same act, place and parties are taken back, and the words in its sentence are
    no new assertion.
    """
    gone = {t.claim.retracts for t in items if t.claim.retracts}
    by_sentence: dict[tuple[str, tuple[int, int] | None], list[Testimony]] = defaultdict(list)
    by_act: dict[str, list[Testimony]] = defaultdict(list)
    for t in items:
        by_sentence[(t.claim.report, t.claim.sentence)].append(t)
        by_act[t.claim.act].append(t)
    for t in items:
        if (
            t.claim.act != "retract"
            or t.claim.modality not in {"completed", "announced"}
            or t.claim.polarity != "affirmed"
        ):
            continue
        matter = [o for o in by_sentence[(t.claim.report, t.claim.sentence)] if o.claim.act != "retract"]
        gone |= {o.id for o in matter}
        gone |= {o.id for m in matter for o in by_act[m.claim.act] if _takes_back(t, m, o)}
    return [t for t in items if t.id not in gone]


def _takes_back(retraction: Testimony, matter: Testimony, earlier: Testimony) -> bool:
    same_source = earlier.voice == retraction.voice or earlier.carrier.source == retraction.carrier.source
    if not same_source or earlier.claim.report == retraction.claim.report or earlier.known > retraction.known:
        return False
    zones = {matter.claim.zone, earlier.claim.zone}
    one, two = {p.label for p in matter.claim.actors}, {p.label for p in earlier.claim.actors}
    return (len(zones) == 1 or None in zones) and (not one or not two or bool(one & two))
