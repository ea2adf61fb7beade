"""Attributions: who is said to say what, with the words that say so.

Invariant: every span is a slice of the report's text; `within` is the index of an attribution whose content
encloses this one, and following it never comes back to the same attribution.
"""

from __future__ import annotations

from typing import NamedTuple

from servanda.reading.claim import Speaker, SpeakerKind
from servanda.reading.frozen import dataclass


class Words(NamedTuple):
    """A stretch of the text; empty (`start == end`) where the text has no words for it."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """Who says it, as the text puts it. `actor` is the id spoken for; `name` is the name or the description; `untold`
    an official of whom the text does not say whose."""

    start: int
    end: int
    text: str
    kind: SpeakerKind
    name: str | None = None
    actor: str | None = None
    untold: bool = False

    @property
    def speaker(self) -> Speaker:
        """The same as a claim holds it."""
        return Speaker(self.name, self.actor, self.kind, self.untold)


@dataclass(frozen=True, slots=True)
class Attribution:
    """One source, the cue that marks it and the content attributed. `verb` is the cue's lemma.

    `within` is the index of the enclosing attribution in the same list, `sentence` that of the cue's sentence.
    `quoted`: the content is (partly) in quotation marks. `said`: words that tell when it was said.
    `doubt`: the cue itself makes the content alleged ('allegedly', 'is accused of', 'claims').
    """

    source: Source
    cue: Words
    content: Words
    within: int | None
    quoted: bool
    sentence: int
    said: Words | None
    verb: str
    doubt: bool = False
