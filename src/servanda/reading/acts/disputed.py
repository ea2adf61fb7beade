"""What the sentence before tells as done, and whoever disputes it: 'X left the plateau on Monday. Y disputed this'.

Invariant: only the one deed of the sentence right before is disputed so, and never by whoever told it.
"""

from __future__ import annotations

from collections.abc import Sequence

from servanda.reading.acts.lexicon import lexicon
from servanda.reading.claim import Claim
from servanda.reading.modality.outcome import REAL
from servanda.reading.sentences import Sentence

_BY_WORDS = frozenset({"request-extension", "extend-deadline"})


def disputed_deed(
    earlier: Sequence[Claim], sentence: Sentence, sentences: Sequence[Sentence], deniers: set[str | None]
) -> Claim | None:
    """The deed that a denial takes up: the only one told in the sentence right before, or in this one before the denial."""
    if not earlier:
        return None
    last = max(earlier, key=lambda c: c.start)
    if sum(last.end < s.start <= sentence.start for s in sentences) > 1 or last.sentence is None:
        return None
    told = [c for c in earlier if c.sentence == last.sentence]
    if len({(c.act, tuple(p.id for p in c.actors), c.zone) for c in told}) != 1 or last.paragraph < sentence.paragraph - 1:
        return None
    if any(c.speaker.actor in deniers for c in told):
        return None
    return last if _is_deed(last) else None


def _is_deed(claim: Claim) -> bool:
    act = lexicon().acts[claim.act]
    told = claim.modality in {*REAL, "alleged"} and claim.polarity == "affirmed"
    duty = act.norm == "do" and (act.aspect != "speech" or claim.act in _BY_WORDS)
    return told and duty and claim.segment != "comment" and not claim.opinion and not claim.generic


__all__ = ["disputed_deed"]
