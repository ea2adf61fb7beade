"""What a carrier takes back of its own report: 'On Monday we reported that X had left. That was wrong.'

Invariant: only what the carrier itself told before is taken back, and only where its own next sentence calls that wrong,
says the contrary or regrets it; what somebody else calls wrong stands as it was told. Nothing is dropped: what was taken
back is denied, and a `retract` beside it says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from servanda.reading.attribution import Attribution
from servanda.reading.attribution.own_reports import ITEM, OWN
from servanda.reading.claim import Claim, Modality, Speaker, identified
from servanda.reading.frozen import replace
from servanda.reading.quotes import Quoted
from servanda.reading.sentences import Sentence

_OURSELVES = re.compile(
    r"we|(?:this|our)\s+(?:news)?(?:paper|agency|station|(?:web)?site|service|channel|programme|magazine|bulletin|office)"
    rf"|(?:yesterday|today|\w+day|last\s+week)['’]s\s+(?:[\w-]+\s+)?{ITEM}",
    re.IGNORECASE,
)
_THAT = rf"(?:that|this|it|(?:the|our|that|this)\s+(?:{ITEM}|information|claim|statement))"
_WAS = r"(?:is|was|were|proved|turned\s+out|has\s+(?:since\s+)?(?:proved|turned\s+out))\s+(?:to\s+be\s+)?(?:\w+ly\s+)?"
_WRONG = re.compile(
    rf"\W*(?:(?:however|but|in\s+fact),?\s+)?{_THAT}\s+{_WAS}"
    r"(?:wrong|false|untrue|incorrect|inaccurate|mistaken|erroneous|unfounded|an?\s+(?:error|mistake)"
    r"|not\s+(?:true|correct|accurate|so|the\s+case))\b"
    r"|\W*(?:it|they|he|she|the\s+[\w-]+)\s+(?:has|have|had|did|does|do|is|was|were|are)(?:\s+not|n['’]t)(?:\s+yet|\s+done\s+so)?\s*\."
    r"|[^.]*\b(?:we|\w+)\s+(?:hereby\s+)?(?:regrets?|apologi[sz]es?\s+for|retracts?|withdraws?|takes?\s+back)\s+(?:(?:the|this|that|our|its)\s+)?"
    rf"(?:it|error|mistake|confusion|{ITEM})\b",
    re.IGNORECASE,
)
_CONTRARY = re.compile(r"\W*(?:in\s+(?:actual\s+)?fact|in\s+reality|actually)\b", re.IGNORECASE)
_SURE = 0.8


def with_corrections(
    text: str,
    sentences: Sequence[Sentence],
    quotes: Sequence[Quoted],
    attributions: Sequence[Attribution],
    carrier: Speaker,
    claims: Sequence[Claim],
) -> list[Claim]:
    """The claims, those of an earlier report that the carrier takes back denied, each time with one that retracts them."""
    done = list(claims)
    for a in attributions:
        if not _is_own(a, quotes, carrier):
            continue
        told = sentences[a.sentence]
        matter = [c for c in done if c.sentence == (told.start, told.end) and c.act != "retract"]
        back = _taken_back(text, sentences, attributions, quotes, carrier, told) or _denied_at_once(told, matter)
        if back is None or not matter:
            continue
        modality, end = back
        denied = {c.id: identified(replace(c, modality=modality, speaker=carrier, via=())) for c in matter}
        done = [denied.get(c.id, c) for c in done]
        done.append(_retraction(text, carrier, matter[0], told, end))
    return sorted(done, key=lambda c: c.start) if len(done) > len(claims) else done


def _is_own(a: Attribution, quotes: Sequence[Quoted], carrier: Speaker) -> bool:
    """Whether the carrier tells of its own words: 'we reported', 'an earlier version of this story said', its own name."""
    if a.within is not None or any(q.start <= a.cue.start < q.end for q in quotes):
        return False
    source = a.source
    if carrier.name and source.text.casefold().removeprefix("the ") == carrier.name.casefold().removeprefix("the "):
        return True
    return _OURSELVES.fullmatch(source.text) is not None or OWN.fullmatch(source.name or "") is not None


def _taken_back(
    text: str,
    sentences: Sequence[Sentence],
    attributions: Sequence[Attribution],
    quotes: Sequence[Quoted],
    carrier: Speaker,
    told: Sentence,
) -> tuple[Modality, int] | None:
    """What the sentence after it makes of what was told, and where that sentence ends."""
    if told.index + 1 >= len(sentences):
        return None
    after = sentences[told.index + 1]
    others = (a for a in attributions if a.sentence == after.index and not _is_own(a, quotes, carrier))
    if after.segment != told.segment or any(a.content.start <= after.start + 1 < a.content.end for a in others):
        return None
    if _WRONG.match(text, after.start, after.end) is not None:
        return "denied", after.end
    return ("alleged", after.end) if _CONTRARY.match(text, after.start, after.end) is not None else None


def _denied_at_once(told: Sentence, matter: Sequence[Claim]) -> tuple[Modality, int] | None:
    """'Our report that X had left was wrong': in one sentence."""
    return ("denied", told.end) if matter and all(c.modality == "denied" for c in matter) else None


def _retraction(text: str, carrier: Speaker, matter: Claim, told: Sentence, end: int) -> Claim:
    """That the carrier takes back what the sentence tells: in the words of both sentences, told in the first."""
    return identified(
        replace(
            matter,
            quote=text[told.start : end],
            start=told.start,
            end=end,
            speaker=carrier,
            via=(),
            act="retract",
            words="",
            kind=None,
            actors=(),
            target=None,
            zone=None,
            zone_words=None,
            when=matter.said,
            extent="unknown",
            polarity="affirmed",
            modality="completed",
            quantity=None,
            new_due=None,
            old_due=None,
            adds_days=None,
            adds_months=None,
            article=None,
            means=None,
            generic=False,
            confidence=min(_SURE, matter.confidence),
        )
    )


__all__ = ["with_corrections"]
