"""The day of a deed that somebody owns to or tells of after it has been told with its day: 'X shelled Kest on Tuesday. …
A general said his men had shelled Kest because gunmen were there'.

Invariant: it is the same deed only where the act, the doer and the place or the thing done to are the same, and nothing in
its own words leads to another day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.drafts import Draft
from servanda.reading.acts.forms import noun_lemmas
from servanda.reading.acts.owned_times import told_by
from servanda.reading.claim import Claim, When, identified
from servanda.reading.frozen import replace
from servanda.reading.modality.outcome import REAL

if TYPE_CHECKING:
    from servanda.reading.acts.claims import Context

_ALIKE = frozenset({"attack", "capture"})
_FAR = 2
_ELSEWHEN = re.compile(
    r"\b(?:earlier|previously|already|before|again|also|another|since|repeatedly|often|once|ago|last|recently|several|twice|"
    r"meanwhile|separately|more)\b",
    re.IGNORECASE,
)


def on_its_day(view: View, draft: Draft, claim: Claim, earlier: Sequence[Claim], context: Context) -> Claim:
    """What somebody tells, with the day of the same deed told above, where it has none of its own."""
    group = draft.trigger.frame.group
    plain = claim.act == "attack" and claim.modality == "completed" and claim.polarity == "affirmed"
    if not plain or group is None or claim.when.earliest is not None or {"has", "have"} & set(group.words):
        return claim
    if _ELSEWHEN.search(view.doc.text) or told_by(view, draft.trigger, context) is None:
        return claim
    days = {told.when.latest for told in earlier if _is_told_of(view, draft, claim, told)}
    day = next(iter(days)) if len(days) == 1 else None
    return identified(replace(claim, when=When(day, day, "text"))) if day is not None else claim


def _is_told_of(view: View, draft: Draft, claim: Claim, told: Claim) -> bool:
    first, last = told.when.earliest, told.when.latest
    near = told.segment == claim.segment and 0 <= claim.paragraph - told.paragraph <= _FAR
    if not near or first is None or first != last or told.modality not in REAL or told.polarity != "affirmed":
        return False
    by = {p.id for p in told.actors}
    same = bool(by) and None not in by and by == {p.id for p in claim.actors}
    own_place = draft.roles.zone is not None and claim.zone is not None
    if same and told.act == claim.act and own_place and claim.zone == told.zone:
        return claim.target is None or told.target is None or claim.target.id in {None, told.target.id}
    we = draft.trigger.frame.first("subj")
    ours = we is not None and view.doc[we.head].lower_ == "we" and claim.speaker.actor in by | {None}
    return told.act in _ALIKE and (same or (ours and not claim.actors)) and _same_thing(view, draft, told)


def _same_thing(view: View, draft: Draft, told: Claim) -> bool:
    """'Overran the presidential palace on Friday. … "We attacked the palace"': the one palace told of."""
    what = draft.trigger.frame.first("obj")
    if what is None or what.prep is not None or view.doc[what.start].lower_ != "the":
        return False
    nouns = noun_lemmas(view.doc[what.head].text)
    named = re.search(rf"\bthe (?:[\w-]+ )?(?:{'|'.join(map(re.escape, sorted(nouns)))})\b", told.quote.lower())
    return bool(nouns) and named is not None
