"""Leave to stay for a time, from whoever may move the date: 'X's minister said that they could remain until the end of March'.

Invariant: only one who holds the power to extend such a duty gives it, in his own words, to forces of the other side that the
sentence before, or this one, tells to be there; a permission to anybody else moves no date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from servanda.agreement.model import Agreement, Term
from servanda.reading.acts.retold import retold
from servanda.reading.attribution import speakers_at
from servanda.reading.claim import Claim, Party, Speaker
from servanda.reading.sentences import Sentence

if TYPE_CHECKING:
    from servanda.reading.acts.claims import Context

_MAY = re.compile(
    r"\b(?P<who>they|it|these|those|the\s[\w-]+(?:\s[\w-]+)?|[\w’'-]+\s(?:troops|forces|soldiers|boats|ships|units|army))\s"
    r"(?:could|can|may|might|(?:were|are|would\sbe|will\sbe|was|is)\s(?:free|allowed|permitted|welcome)\sto)\s"
    r"(?:remain|stay(?:\son)?)\b(?=[^.;:]*?\b(?:until|till)\b)",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|no\slonger|only\sif|if|unless|provided|never)\b", re.IGNORECASE)
_LESS = 0.15


def with_leave_to_stay(claims: Sequence[Claim], context: Context) -> list[Claim]:
    """The claims, with an extension for each leave to stay until a day that the holder of the power gives."""
    agreement = context.agreement
    if agreement is None:
        return list(claims)
    given = [g for s in context.sentences if (g := _given(s, claims, context, agreement)) is not None]
    return sorted([*claims, *given], key=lambda c: c.start) if given else list(claims)


def _given(sentence: Sentence, claims: Sequence[Claim], context: Context, agreement: Agreement) -> Claim | None:
    text = context.report.text
    leave = _MAY.search(text, sentence.start, sentence.end)
    if leave is None or sentence.segment == "comment" or _NOT.search(text, leave.start(), sentence.end) is not None:
        return None
    chain = speakers_at(context.attributions, leave.start(), leave.end())
    speaker = chain[0].speaker if chain else context.carrier
    until = [t for t in context.times if leave.end() <= t.start < sentence.end and t.latest is not None and t.bound == "until"]
    there = _who_is_there(sentence, claims)
    term = _term(agreement, speaker, there) if there is not None else None
    if there is None or term is None or not until or speaker.actor is None:
        return None
    return _claim(there, speaker, term, until[0].latest, sentence, text)


def _who_is_there(sentence: Sentence, claims: Sequence[Claim]) -> Claim | None:
    """The nearest claim, up to the sentence before, that somebody is there or has not left."""
    near = [c for c in claims if c.paragraph == sentence.paragraph and c.segment == sentence.segment and c.start < sentence.end]
    told = [c for c in near if c.act in {"remain", "withdraw"} and c.modality in {"under-way", "completed"}]
    return told[-1] if told else None


def _term(agreement: Agreement, speaker: Speaker, there: Claim) -> Term | None:
    """The one duty to leave that place whose date the speaker may move, and which is not his own side's."""
    actor = speaker.actor
    if actor is None or actor not in agreement.actors:
        return None
    side = agreement.side(actor)
    whose = {agreement.side(p.id) for p in there.actors if p.id in agreement.actors and p.id}
    fitting = [
        t
        for t in agreement.terms.values()
        if t.norm == "obligation"
        and "withdraw" in t.act
        and t.may_extend is not None
        and side in {agreement.side(h) for h in t.may_extend.holders}
        and side not in {agreement.side(b) for b in t.bearer}
        and (not whose or whose & {agreement.side(b) for b in t.bearer})
        and there.zone in {t.zone, None}
    ]
    return fitting[0] if len(fitting) == 1 else None


def _claim(there: Claim, speaker: Speaker, term: Term, until: date | None, sentence: Sentence, text: str) -> Claim:
    return retold(
        there,
        sentence,
        text,
        _LESS,
        act="extend-deadline",
        kind=None,
        words="could remain",
        actors=(Party(speaker.name or speaker.actor or "", speaker.actor),),
        target=None,
        zone=term.zone,
        zone_words=None,
        speaker=speaker,
        via=(),
        when=there.said,
        extent="unknown",
        quantity=None,
        polarity="affirmed",
        modality="completed",
        new_due=until,
    )


__all__ = ["with_leave_to_stay"]
