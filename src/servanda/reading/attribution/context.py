"""What is needed to tell who a source is.

Invariant: mentions and the starts of sentences are in the order of the text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence

from servanda.reading.frozen import dataclass
from servanda.reading.names.mention import Mention


@dataclass(frozen=True, slots=True)
class Context:
    """What is needed to tell who a source is: the text, its mentions in order, the ids of monitors, the one state that
    an unqualified ministry or army can belong to, where sentences begin, and the ids of states."""

    text: str
    mentions: Sequence[Mention]
    starts: Sequence[int]
    monitors: Collection[str] = ()
    only_state: str | None = None
    sentences: Sequence[int] = (0,)
    states: Collection[str] = ()

    @property
    def only_monitor(self) -> str | None:
        """The one actor that 'the observers' can be."""
        return next(iter(self.monitors)) if len(self.monitors) == 1 else None

    def within(self, start: int, end: int) -> list[Mention]:
        """Mentions that lie in a stretch."""
        first = bisect_left(self.starts, start)
        return [m for m in self.mentions[first : bisect_left(self.starts, end, first)] if m.end <= end]

    def sentence(self, at: int, back: int = 0) -> tuple[int, int] | None:
        """From where to where the sentence that holds a place goes (up to the place), or one before it."""
        n = bisect_right(self.sentences, at) - 1 - back
        if n < 0:
            return None
        return self.sentences[n], at if back == 0 else self.sentences[n + 1]

    def before(self, at: int) -> Mention | None:
        """The last mention that begins before `at`."""
        n = bisect_left(self.starts, at)
        return self.mentions[n - 1] if n else None
