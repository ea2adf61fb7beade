"""A claim made again of another sentence, which tells more of the same deed.

Invariant: the quote is the whole sentence, word for word; what is not given anew is that of the first claim.
"""

from __future__ import annotations

from typing import Any

from servanda.reading.claim import Claim, identified
from servanda.reading.frozen import replace
from servanda.reading.sentences import Sentence


def retold(claim: Claim, sentence: Sentence, text: str, less: float, **anew: Any) -> Claim:
    """The claim as the sentence tells it, its confidence lowered by `less`."""
    start, end = sentence.start, sentence.end
    return identified(
        replace(
            claim,
            quote=text[start:end],
            start=start,
            end=end,
            sentence=(start, end),
            paragraph=sentence.paragraph,
            segment=sentence.segment,
            confidence=round(max(0.05, claim.confidence - less), 2),
            **anew,
        )
    )


__all__ = ["retold"]
