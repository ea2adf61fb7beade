"""What two sides say together ('NAME of X and NAME of Y announced', 'the army and the rebels said') is the word of each.

Invariant: only sides of the case that the words for the source name one beside the other are given a claim each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from servanda.agreement.model import Agreement
from servanda.reading.acts.lexicon import lexicon
from servanda.reading.attribution import Attribution, Source
from servanda.reading.claim import Claim, Party, Speaker, identified
from servanda.reading.frozen import replace
from servanda.reading.names import Mention

_NO_PAIR = re.compile(
    r"\b(?:between|mediat\w*|mission|commission|committee|envoys?|talks|negotiations|observers?|monitors?|according|near|in|on)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\b(?:and|both|two|all|they)\b|\b(?:parties|sides|signatories|belligerents)\b", re.IGNORECASE)
"""Words for the source of what is said together: 'X and Y', 'the two sides', 'the Parties'."""
_OTHER = re.compile(r"(?:the )?others?(?: (?:side|party))?", re.IGNORECASE)
_OF_THEM = re.compile(r"\b(?:between|among|with|from|of)\s+$", re.IGNORECASE)
"""'A mediator between the two sides said': the words for the source tell only part of whose word it is."""
_WORD = 12
_OFFICIAL = frozenset({"named-official", "unnamed-official", "unknown"})


def in_both_names(
    text: str, claim: Claim, agreement: Agreement | None, attributions: Sequence[Attribution], mentions: Sequence[Mention]
) -> list[Claim]:
    """The claim, or one for each of the sides that say it together; `text` is that of the report."""
    if agreement is None or claim.speaker.kind not in _OFFICIAL or claim.modality == "alleged":
        return [claim]  # who accuse each other say nothing together
    own = (a for a in attributions if a.source.speaker == claim.speaker and a.content.start < claim.end)
    holding = [a.source for a in own if a.content.start <= claim.start or a.source.start >= claim.start]
    source = holding[-1] if holding else None
    sides = _sides(source, agreement, mentions) if source is not None else []
    if source is None or len(sides) < 2 or _OF_THEM.search(text, max(0, source.start - _WORD), source.start):
        return [claim]
    if any(_OTHER.fullmatch(p.words) for p in claim.actors):
        return _each_of_the_other(claim, sides) if _EACH.match(source.text) else [claim]
    if _lays_it_on_one(claim, {actor for _, actor in sides}):
        return [claim]
    return [identified(replace(claim, speaker=Speaker(words, actor, "named-official"))) for words, actor in sides]


def _lays_it_on_one(claim: Claim, sides: set[str]) -> bool:
    """'"X shelled Z," the two sides said': nobody owns up to a breach in common, so that it may be others who said it."""
    doers = {p.id for p in claim.actors if p.id is not None}
    return lexicon().acts[claim.act].norm == "forbidden" and bool(doers & sides) and not sides <= doers


def _each_of_the_other(claim: Claim, sides: Sequence[tuple[str, str]]) -> list[Claim]:
    """'Each side says that it was attacked by the other': two charges, of each against the other."""
    other = next((n for n, p in enumerate(claim.actors) if p.id is None and _OTHER.fullmatch(p.words)), None)
    if other is None or len(sides) != 2:
        return [claim]
    done = []
    for (words, actor), (_, doer) in zip(sides, reversed(sides), strict=True):
        actors = tuple(Party(p.words, doer) if n == other else p for n, p in enumerate(claim.actors))
        done.append(identified(replace(claim, actors=actors, speaker=Speaker(words, actor, "named-official"))))
    return done


_EACH = re.compile(r"each\b", re.IGNORECASE)


def _sides(source: Source, agreement: Agreement, mentions: Sequence[Mention]) -> list[tuple[str, str]]:
    """The sides of the case in the words for a source, each with its words."""
    if _SEVERAL.search(source.text) is None and not _EACH.match(source.text):
        return []
    if _NO_PAIR.search(source.text):
        return []
    found: dict[str, str] = {}
    for m in mentions:
        both = m.kind == "pronoun" and m.members  # 'X and Y have agreed, they said'
        if m.start < source.start or m.end > source.end or (m.kind not in {"actor", "group", "person"} and not both):
            continue
        for actor in m.members or ((m.id,) if m.id else ()):
            roles = agreement.actors[actor].roles if actor in agreement.actors else ()
            if {"signatory", "bound"} & set(roles):
                found.setdefault(actor, m.text)
    alone = len(set(found.values())) == len(found)
    return [(words if alone else agreement.actors[actor].name, actor) for actor, words in found.items()]


__all__ = ["in_both_names"]
