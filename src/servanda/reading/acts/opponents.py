"""Whom a side means by 'the enemy', 'the other side', 'the militia': the side that it stands against.

Invariant: an opponent is given only to one who speaks for a side, and only where one other side can be meant: the
case has no further one, or the report names no further one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from servanda.agreement.model import Agreement
from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.forms import noun_lemmas
from servanda.reading.acts.phrases import Phrase
from servanda.reading.claim import Claim, Party, identified
from servanda.reading.frozen import replace
from servanda.reading.modality.outcome import REAL
from servanda.reading.names import Mention

_ENEMY = frozenset(["enemy", "adversary", "foe", "aggressor", "occupier", "invader", "opponent"])
_FACING = _ENEMY | frozenset(["rival", "neighbour", "neighbor"])
"""Who is 'its enemy', 'its neighbour' is not its own."""
_OTHER = frozenset(["other", "opposite", "opposing", "enemy", "adverse"])
_SIDE = frozenset(["side", "party", "camp"])
_CALLED = frozenset(
    ["militia", "terrorist", "bandit", "rebel", "insurgent", "militant", "separatist", "mercenary", "regime", "extremist"]
)
_ASIDE = frozenset(["guarantor", "monitor", "third-party"])


def opponent_of(agreement: Agreement | None, speaker: str | None, mentions: Sequence[Mention]) -> str | None:
    """The one actor that the speaker's side stands against; None where there is none or it may be one of several."""
    if agreement is None or speaker is None or speaker not in agreement.actors:
        return None
    sides = {
        agreement.side(a.id)
        for a in agreement.actors.values()
        if {"signatory", "bound"} & set(a.roles) and not _ASIDE & set(a.roles)
    }
    own = agreement.side(speaker)
    if own not in sides:
        return None
    others = sides - {own}
    if len(others) > 1:
        others &= {agreement.side(m.id) for m in mentions if m.id is not None and m.id in agreement.actors}
    return next(iter(others)) if len(others) == 1 else None


def against_us(
    view: View, doers: Sequence[Phrase], agreement: Agreement | None, speaker: str | None, mentions: Sequence[Mention]
) -> tuple[Party, ...]:
    """'They shelled us', in the words of one who speaks for a side."""
    they = they_to_us(view, doers)
    if they is None:
        return ()
    other = opponent_of(agreement, speaker, mentions)
    return (Party(view.doc[they.head].text, other),) if other is not None else ()


def they_to_us(view: View, doers: Sequence[Phrase]) -> Phrase | None:
    """The 'they' of 'they are firing on our men', who are not those who speak."""
    they = next((p for p in doers if view.doc[p.head].lower_ == "they"), None)
    return they if they is not None and {"us", "our"} & {t.lower_ for t in view.doc[they.end :]} else None


def faces(view: View, phrase: Phrase) -> bool:
    """'Its neighbour', 'their enemies': another than whom the pronoun stands for."""
    return bool(noun_lemmas(view.doc[phrase.head].text) & _FACING)


def means_opponent(view: View, phrase: Phrase) -> bool:
    """Whether a phrase without a name means whoever stands against the speaker: 'the enemy', 'enemy posts', 'the
    other side', 'the terrorists'."""
    words = {view.doc[k].lower_ for k in range(phrase.start, phrase.end)}
    head = noun_lemmas(view.doc[phrase.head].text)
    if head & _ENEMY or "enemy" in words or (head & _SIDE and words & _OTHER):
        return True
    named = any(view.doc[k].pos_ == "PROPN" for k in range(phrase.start, phrase.end))
    return bool(head & _CALLED) and view.doc[phrase.start].lower_ in {"the", "these", "those"} and not named


_REPLY = re.compile(
    r"(?:return(?:s|ed|ing)?|fire[sd]?|firing|shot|shoots?|hits?|strikes?|struck|fought|fights?) "
    r"(?:fire|shots?|back)|retaliat\w+|respon\w+|repl(?:y|ied|ies)\b.*|answer\w*|counter-?fire",
    re.IGNORECASE,
)


def with_foes(claims: Sequence[Claim]) -> list[Claim]:
    """'The rebels fired on the post and the soldiers returned fire': on the rebels, where nobody else was told to fire."""
    done = list(claims)
    for n, claim in enumerate(claims):
        doers = {p.id for p in claim.actors}
        aimless = claim.target is None or claim.target.id is None
        if claim.act != "attack" or not aimless or None in doers or len(doers) != 1 or not _REPLY.match(claim.words):
            continue
        others = [c for c in claims if c.act == "attack" and c is not claim and _beside(c, claim)]
        foes = {p.id for c in others for p in c.actors} - doers
        named = next((p for c in others for p in c.actors if p.id in foes), None)
        if len(foes) == 1 and named is not None and named.id is not None:
            done[n] = identified(replace(claim, target=named))
    return done


def answered_by_others(claims: Sequence[Claim], agreement: Agreement | None, mentions: Sequence[Mention]) -> list[Claim]:
    """'X violates the truce, forces retaliating': whoever answers X is not X, but who stands against it."""
    done = list(claims)
    for n, claim in enumerate(claims):
        if claim.act != "attack" or len(claim.actors) != 1 or not _REPLY.match(claim.words):
            continue
        who = claim.actors[0]
        if not _BARE_FORCES.fullmatch(who.words):
            continue
        told = [c for c in claims if c.act in {"attack", "breach-ceasefire"} and c is not claim and _answered(c, claim)]
        began = {p.id for c in told for p in c.actors}
        first = next(iter(began), None) if len(began) == 1 else None
        if first is not None and who.id in {first, None}:
            other = opponent_of(agreement, first, mentions)
            done[n] = identified(replace(claim, actors=(Party(who.words, other),)))
    return done


_BARE_FORCES = re.compile(r"(?:the )?(?:security )?(?:forces|troops|soldiers|army|military|guards)", re.IGNORECASE)


def _answered(told: Claim, reply: Claim) -> bool:
    """In the same sentence as the reply, or told right before it."""
    return _beside(told, reply) or (told.sentence == reply.sentence and told.modality == "possible")


def _beside(told: Claim, reply: Claim) -> bool:
    """In the same sentence, or right before it in the same paragraph, and told as done."""
    if told.sentence is None or reply.sentence is None or told.modality not in {*REAL, "alleged"} or told.polarity == "negated":
        return False
    near = told.sentence == reply.sentence or 0 <= reply.sentence[0] - told.sentence[1] <= 2
    return near and told.paragraph == reply.paragraph
