"""How many of the deeds told were whose: 'recorded 33 violations. Of these, 21 were committed by X and 12 by Y'.

Invariant: the deeds are those of the nearest claim of many forbidden deeds, in the same sentence or up to two before it
in the paragraph; what is only attributed or blamed stays alleged; nothing is said of those that are left, and nobody who
tells of the deeds is given a share ('X reported 14 by Y, and Y 11 by X').
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from servanda.reading.acts.lexicon import lexicon
from servanda.reading.acts.numbers import number_in
from servanda.reading.acts.retold import retold
from servanda.reading.attribution import speakers_at
from servanda.reading.claim import Claim, Party, Quantity, identified
from servanda.reading.frozen import dataclass, replace
from servanda.reading.modality.outcome import REAL
from servanda.reading.names import Mention
from servanda.reading.sentences import Sentence

if TYPE_CHECKING:
    from servanda.reading.acts.claims import Context

_ONES = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?"
)
_NUMBER = (
    rf"(?:(?:at\s+least|about|around|some|nearly|over|more\s+than)\s+)?"
    rf"(?P<n>\d[\d,]*(?:\.\d+)?(?:\s*(?:per\s?cent|percent|%))?|{_ONES}|most|half|all"
    r"|the\s+(?:rest|others?|remainder|majority|bulk|remaining\s+[\w-]+)|(?:a|one|two|three)\s+(?:third|quarter|half)s?)"
)
_DEEDS = (
    r"(?:attacks|violations|incidents|breaches|cases|shots|explosions|exchanges|shellings|strikes|raids|clashes|firings|overflights"
    r"|flights|bombardments|infringements|instances|deaths|killings|abductions|total)"
)
_OF = rf"of\s+(?:them|these|those|which|(?:all\s+)?(?:the|these|those)\s+(?:[\w-]+\s+){{0,3}}?{_DEEDS})"
_WERE = r"(?:(?:were|was|are|had\s+been|have\s+been|having\s+been)\s+)?(?:[a-z]+ly\s+)?"
_DONE = r"(?:initiated|committed|carried\s+out|perpetrated|launched|caused|conducted|started|staged|fired|the\s+work\s+of|made)"
_RULED = (
    rf"(?:(?:found|ruled|judged|deemed|considered|held|established|determined|classified)\s+(?:to\s+(?:be|have\s+been)\s+|as\s+)?"
    rf"(?:{_DEEDS}\s+)?)?"
)
"""'81 were found to be violations by X'."""
_TOLD = r"(?:attributed|ascribed|attributable|put\s+down|blamed|pinned)"
_BY = rf"(?:(?:{_WERE}{_RULED}(?:{_DONE}\s+)?by)|(?P<told>{_WERE}{_TOLD}\s+(?:to|on)))\s+"
_WHOSE = r"(?:the\s+)?(?:(?:members|fighters|soldiers|forces|elements|troops|units)\s+(?:of|from)\s+(?:the\s+)?)?"
_PASSIVE = re.compile(rf"(?<![\w.,/-]){_NUMBER}\s+(?:{_OF},?\s+)?(?:{_DEEDS}\s+)?{_BY}{_WHOSE}$", re.IGNORECASE)
_AND = r"\s*(?:[,;]|,?\s(?:and|but|while|against|versus|compared\s+(?:with|to))\b)[\s,]*(?:and\s+|while\s+)?"
_NEXT = re.compile(rf"{_AND}{_NUMBER}\s+(?:{_OF}\s+)?(?:{_WERE})?(?:by|to|on)\s+{_WHOSE}", re.IGNORECASE)
_ACTIVE = re.compile(
    rf"(?:\s+(?:forces|fighters|troops|elements|units|side))?\s+(?:had\s+|has\s+|have\s+)?"
    rf"(?:committed|carried\s+out|initiated|launched|conducted|staged|accounted\s+for"
    rf"|(?:was|were|been|is)\s+(?:(?:behind|responsible\s+for|to\s+blame\s+for)|(?P<told>(?:blamed|accused)\s+(?:for|of))))\s+"
    rf"{_NUMBER}(?:\s+{_OF}|(?=\s*[.,;)]|\s+and\b|$))",
    re.IGNORECASE,
)
_NEXT_ACTIVE = re.compile(rf"\s+(?:for\s+)?{_NUMBER}(?=\s*[.,;)]|\s+and\b|\s*$)", re.IGNORECASE)
_JOINED = re.compile(rf"{_AND}(?:the\s+)?", re.IGNORECASE)
_MANY = re.compile(rf"\b{_DEEDS}\b|\btimes\b", re.IGNORECASE)
_LOOKS = re.compile(r"\b(?:by|to|on|for|of|behind|committed|initiated|launched|conducted|staged|out)\b", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\(")
_BACK = 2
_LESS = 0.08
_SHARES = {"half": 0.5, "third": 1 / 3, "quarter": 0.25}


@dataclass(frozen=True, slots=True)
class _Share:
    start: int
    whose: Mention
    number: str
    told: bool


def with_shares(claims: Sequence[Claim], context: Context) -> list[Claim]:
    """The claims with one more for each actor whose share of the deeds told the text gives."""
    many = [c for c in claims if _of_many(c)]
    if not many:
        return list(claims)
    done = list(claims)
    for sentence in context.sentences:
        base = _told_before(many, sentence, context)
        if base is None or _LOOKS.search(context.report.text, sentence.start, sentence.end) is None:
            continue
        shares = [s for s in _shares(sentence, context) if s.start >= base.start]
        owners = {i for s in shares for i in _ids(s.whose)}
        shares = [s for s in shares if base.speaker.actor is None or base.speaker.actor not in _ids(s.whose)]
        for share in shares:
            done = [_filled(c, share, sentence, context) for c in done]
        done = [c for c in done if not _lumped(c, base, sentence, owners)]
        single = {(c.act, c.actors[0].id) for c in done if c.sentence == (sentence.start, sentence.end) and len(c.actors) == 1}
        for share in shares:
            if not any((base.act, i) in single for i in _ids(share.whose)):
                done.append(_claim(base, share, shares[0].start, sentence, context))
    return sorted(done, key=lambda c: c.start)


def _filled(claim: Claim, share: _Share, sentence: Sentence, context: Context) -> Claim:
    """'Four by X (gunfire near Kest on 5 March)': what the brackets tell was done by X."""
    text = context.report.text
    opens = _BRACKET.match(text, share.whose.end, sentence.end)
    closes = text.find(")", share.whose.end, sentence.end) if opens is not None else -1
    inside = opens is not None and opens.end() <= claim.start and claim.end <= (closes if closes >= 0 else sentence.end)
    if not inside or claim.actors or lexicon().acts[claim.act].norm != "forbidden":
        return claim
    actors = tuple(Party(share.whose.text, i) for i in _ids(share.whose))
    return identified(replace(claim, actors=actors, modality="alleged" if share.told else claim.modality))


def _of_many(claim: Claim) -> bool:
    """Many forbidden deeds that were done."""
    counted = claim.quantity is not None and (claim.quantity.low or 0) > 1
    done = claim.modality in REAL and claim.polarity == "affirmed" and claim.segment != "comment"
    return done and lexicon().acts[claim.act].norm == "forbidden" and (counted or _MANY.search(claim.quote) is not None)


def _told_before(many: Sequence[Claim], sentence: Sentence, context: Context) -> Claim | None:
    """The nearest of them, in the sentence or up to two before it in its paragraph."""
    floor = sentence.start
    for s in context.sentences[max(0, sentence.index - _BACK) : sentence.index]:
        if s.paragraph == sentence.paragraph:
            floor = min(floor, s.start)
    near = [c for c in many if floor <= c.start < sentence.end]
    return near[-1] if near else None


def _lumped(claim: Claim, base: Claim, sentence: Sentence, owners: set[str]) -> bool:
    """'Nine of the attacks were committed by X and five by Y', read as one deed of both."""
    return (
        len(claim.actors) > 1
        and claim.act == base.act
        and claim.sentence == (sentence.start, sentence.end)
        and {p.id for p in claim.actors} == owners
        and len(owners) > 1
    )


def _ids(mention: Mention) -> tuple[str, ...]:
    return mention.members or ((mention.id,) if mention.id is not None else ())


def _shares(sentence: Sentence, context: Context) -> Iterator[_Share]:
    """Whose how many, in the order of the words."""
    text = context.report.text
    open_passive = open_active = None
    told = False
    for m in context.mentions:
        if not sentence.start <= m.start < sentence.end or m.kind not in {"actor", "group"} or not _ids(m):
            continue
        if text[m.end : m.end + 2] in {"'s", "’s"}:
            continue
        passive = _PASSIVE.search(text, sentence.start, m.start)
        active = _ACTIVE.match(text, m.end, sentence.end)
        if passive is not None:
            told = passive["told"] is not None
            yield _Share(passive.start("n"), m, passive["n"], told)
            open_passive = m.end
        elif active is not None:
            told = active["told"] is not None
            yield _Share(m.start, m, active["n"], told)
            open_active = active.end()
        elif open_passive is not None and (on := _NEXT.fullmatch(text, open_passive, m.start)) is not None:
            yield _Share(on.start("n"), m, on["n"], told)
            open_passive = m.end
        elif open_active is not None and _JOINED.fullmatch(text, open_active, m.start):
            follows = _NEXT_ACTIVE.match(text, m.end, sentence.end)
            if follows is not None:
                yield _Share(m.start, m, follows["n"], told)
                open_active = follows.end()


def _claim(base: Claim, share: _Share, first: int, sentence: Sentence, context: Context) -> Claim:
    start, end = sentence.start, sentence.end
    here = base.sentence == (start, end)
    chain = speakers_at(context.attributions, share.start, share.whose.start + 1)
    speaker = base.speaker if here or not chain else chain[0].speaker
    where = next((m.start for m in context.mentions if m.id == base.zone and start <= m.start < end), start)
    told_before = not here or where <= first
    return retold(
        base,
        sentence,
        context.report.text,
        _LESS,
        zone=base.zone if told_before else None,
        zone_words=base.zone_words if told_before else None,
        speaker=speaker,
        via=base.via if speaker == base.speaker else (),
        words=share.number,
        actors=tuple(Party(share.whose.text, i) for i in _ids(share.whose)),
        modality="alleged" if share.told else base.modality,
        quantity=_quantity(share.number),
    )


def _quantity(number: str) -> Quantity | None:
    """'21' as a count, 'three quarters' and '40 per cent' as a share; of 'most' and 'the rest' nothing is known."""
    low = number.lower()
    for word, share in _SHARES.items():
        if word in low:
            return Quantity(None, None, None, round(share * (number_in(low.split()[:1]) or 1), 3))
    value = number_in([w for w in re.split(r"[\s%]+", low.replace(",", "")) if w][:1])
    if value is None:
        return None
    return Quantity(None, None, None, value / 100) if re.search(r"cent|%", low) else Quantity(None, value, value)


__all__ = ["with_shares"]
