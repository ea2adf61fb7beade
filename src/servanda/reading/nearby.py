"""What of a long report is near a sentence: a report is read in time that grows with its length, not with its square.

Invariant: of a report of ordinary length everything is near; of a longer one, what lies within REACH characters of the
sentence's block, and what is said over it from farther off.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from servanda.reading.acts.claims import Context
from servanda.reading.frozen import replace
from servanda.reading.names import Mention
from servanda.reading.sentences import Sentence

LONG = 60_000
REACH = 20_000
BLOCK = 64
_START = attrgetter("start")


class Nearby:
    """The context of each sentence of one report; made once for each block of sentences."""

    def __init__(self, context: Context) -> None:
        self._whole = context
        self._block = -1
        self._near = context

    def of(self, sentence: Sentence) -> Context:
        """What the report gives to this sentence."""
        if len(self._whole.report.text) <= LONG:
            return self._whole
        block = sentence.index // BLOCK
        if block != self._block:
            self._block, self._near = block, self._cut(block)
        return self._near

    def _cut(self, block: int) -> Context:
        whole = self._whole
        inside = whole.sentences[block * BLOCK : (block + 1) * BLOCK]
        start, end = inside[0].start - REACH, inside[-1].end + REACH
        first, last = (bisect_left(whole.mentions, at, key=_START) for at in (start, end))
        return replace(
            whole,
            mentions=whole.mentions[first:last],
            times=[t for t in whole.times if start <= t.start < end],
            quotes=[q for q in whole.quotes if q.start < end and start < q.end],
            attributions=[a for a in whole.attributions if a.content.start < end and start < a.content.end],
        )


def within(mentions: Sequence[Mention], sentence: Sentence) -> list[Mention]:
    """The mentions in a sentence, of mentions in their order."""
    first = bisect_left(mentions, sentence.start, key=_START)
    last = bisect_left(mentions, sentence.end, lo=first, key=_START)
    return [m for m in mentions[first:last] if m.end <= sentence.end]
