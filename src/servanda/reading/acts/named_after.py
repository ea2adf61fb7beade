"""Doers who are named only after their deed: 'Masked men attacked the post. … The Brigade claimed responsibility', 'They
were fighters of the Front'.

Invariant: only what the deed's own words leave open is filled, and only by the word of the same speaker or of the doer
himself; what somebody else says of who they were is a claim of his own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from servanda.reading.acts.charges import OWNED
from servanda.reading.acts.lexicon import lexicon
from servanda.reading.acts.retold import retold
from servanda.reading.attribution import speakers_at
from servanda.reading.claim import Claim, Party, Speaker, identified
from servanda.reading.frozen import replace
from servanda.reading.modality.outcome import REAL
from servanda.reading.names import Mention
from servanda.reading.sentences import Sentence

if TYPE_CHECKING:
    from servanda.reading.acts.claims import Context

_NOBODY = re.compile(
    r"(?:\w+[ -]){0,3}(?:men|man|gunm[ae]n|attackers?|assailants?|raiders?|fighters?|gang|group|youths?|kidnappers|abductors"
    r"|bombers?|snipers?|intruders|strangers|persons|people|soldiers|troops|militants|elements)",
    re.IGNORECASE,
)
_WERE = re.compile(
    r"(?:they|(?:the|these|those|all|its|all the)(?: \w+){0,2}? ?(?:men|gunm[ae]n|attackers?|assailants?|raiders?|gang|group"
    r"|kidnappers|abductors|bombers?|snipers?|intruders)?) "
    r"(?:(?:were|was|are|had been|turned out to be|proved to be)(?: (?:later|all|in fact|then|since|subsequently))?"
    r"(?: (?:identified|recognised|recognized) as)?|(?:had )?(?:belong(?:ed)? to|came from))"
    r" (?:(?:the|a|an|members of|men of|fighters of|men from|some|local|regular|of)\s)*$",
    re.IGNORECASE,
)
_REACH = 3
_MOST = 64
"""More names than a sentence has."""
_LESS = 0.1


def with_doers_named_after(claims: Sequence[Claim], context: Context) -> list[Claim]:
    """The claims with the doers that the text names within the three sentences after the deed."""
    done = list(claims)
    for n, claim in enumerate(claims):
        owned = claim.actors and claim.words.lower() in OWNED and claim.modality in REAL and claim.polarity == "affirmed"
        if owned and (told := _deed(claims[:n], claim.start, context)) is not None:
            done = [_filled(c, claim.actors) if c in _of_one(claims, told) else c for c in done]
    for sentence in context.sentences:
        named = _identity(sentence, context)
        if named is None or (told := _deed(claims, sentence.start, context)) is None or told.sentence is None:
            continue
        party = Party(named.text, named.id)
        chain = speakers_at(context.attributions, named.start, named.end)
        speaker = chain[0].speaker if chain else context.carrier
        if speaker == told.speaker:
            done = [_filled(c, (party,)) if c in _of_one(claims, told) else c for c in done]
        else:
            done.append(_said_by(told, party, speaker, sentence, context))
    return done


def _deed(claims: Sequence[Claim], before: int, context: Context) -> Claim | None:
    """The nearest forbidden deed told above, where nobody whom the case knows is said to have done it."""
    told = [c for c in claims if c.start < before and c.segment != "comment" and lexicon().acts[c.act].norm == "forbidden"]
    nearest = told[-1] if told else None
    if nearest is None or nearest.modality not in REAL or nearest.polarity == "negated" or any(p.id for p in nearest.actors):
        return None
    between = sum(nearest.end < s.start <= before for s in context.sentences)
    unnamed = all(_NOBODY.fullmatch(p.words) for p in nearest.actors)
    return nearest if unnamed and between <= _REACH and not lexicon().acts[nearest.act].generic else None


def _of_one(claims: Sequence[Claim], deed: Claim) -> list[Claim]:
    """The deed and what its sentence tells of it by the same unnamed doers."""
    return [c for c in claims if c.sentence == deed.sentence and c.actors == deed.actors and c.modality in REAL]


def _filled(claim: Claim, actors: tuple[Party, ...]) -> Claim:
    words = claim.actors[0].words if claim.actors else actors[0].words
    named = tuple(Party(words, p.id) for p in actors)
    return identified(replace(claim, actors=named, confidence=round(max(0.05, claim.confidence - _LESS), 2)))


def _identity(sentence: Sentence, context: Context) -> Mention | None:
    """The actor of 'They were …', 'The gunmen belonged to …', where the sentence names one of the case there."""
    text = context.report.text
    first = bisect_left(context.mentions, sentence.start, key=attrgetter("start"))
    for m in context.mentions[first : first + _MOST]:
        if m.start >= sentence.end:
            return None
        if m.id is None or m.kind not in {"actor", "group"} or m.how == "pronoun":
            continue
        opening = text[sentence.start : m.start].lstrip("\"“'‘")
        told = _WERE.fullmatch(opening) or _WERE.fullmatch(_SAYS.sub("", opening, count=1))
        return m if told is not None and not _GOES_ON.match(text, m.end) else None
    return None


_SAYS = re.compile(r"^[^,.;]{2,60}? (?:said|says|confirmed|confirms|added|reported|claims|claimed)(?: that)? ")
_GOES_ON = re.compile(
    r"['’]s?\s(?:prisoners|captives|victims|targets|hostages|guests|enemies)|\s(?:prisoners|victims|hostages|targets)"
)


def _said_by(told: Claim, party: Party, speaker: Speaker, sentence: Sentence, context: Context) -> Claim:
    """What somebody else says of who did it."""
    changes = {"speaker": speaker, "via": (), "actors": (party,), "quantity": None}
    return retold(told, sentence, context.report.text, 2 * _LESS, **changes)
