"""A claim: one assertion read in a report, by whatever reader.

Invariant: `text[start:end] == quote` in the report's text, and `id` is derived from content alone (report bytes,
place, act, parties, polarity, modality), so that it depends on no order and no clock. A claim says what a text
says; what that means for a term is decided in `evidence` and `findings`.
"""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Literal

from servanda.reading.frozen import dataclass, replace
from servanda.reading.readers import TABLE_READER

Modality = Literal[
    "completed", "under-way", "announced", "promised", "requested", "required",
    "refused", "denied", "alleged", "possible", "unknown",
]  # fmt: skip
Polarity = Literal["affirmed", "negated"]
Extent = Literal["all", "part", "unknown"]
SpeakerKind = Literal[
    "named-official",
    "unnamed-official",
    "monitor",
    "expert",
    "witness",
    "outlet",
    "commenter",
    "dataset",
    "unknown",
]
MODALITIES: tuple[str, ...] = Modality.__args__  # type: ignore[attr-defined]
SPEAKER_KINDS: tuple[str, ...] = SpeakerKind.__args__  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as the text names it: `id` where the case knows it, always the `words`."""

    words: str
    id: str | None = None

    @property
    def label(self) -> str:
        """The id where the case knows the actor, else its words (DESIGN section 5)."""
        return self.id or self.words


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it: the name or description in the text, the actor spoken for (an id) and the kind.

    `untold`: an official of whom the text does not say whose ('Foreign Minister NAME', 'a military spokesman'), so that
    he may be any side's.
    """

    name: str | None
    actor: str | None
    kind: SpeakerKind
    untold: bool = False


@dataclass(frozen=True, slots=True)
class When:
    """The whole days between which something happened or held; None is unbounded on that side.

    basis: explicit, publication, text, guessed, inferred (bounds of an undated report), event.
    """

    earliest: date | None
    latest: date | None
    basis: str


LEFT = "left"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A counted thing: `what` ('troops', 'villages', 'personnel', 'prisoners'), low and high inclusive.

    `share` is a fraction of the whole where the text gives one ('sixty per cent' is 0.6). `unit` is `LEFT` where the words
    count what is left after the act, and not what it was done to ('reduced its garrison to 4,900 soldiers').
    """

    what: str | None
    low: float | None
    high: float | None
    share: float | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion. Days are whole days; `said` is when the speaker said it, `when` is the time of the fact (R2).

    `zone` is an id of the case or None (unnamed); `zone_words` are the words of the text, set also where the place
    is none of the case's zones. `words` are those that carry the act. `via` runs from the speaker outwards
    (who quotes the speaker, and so on; the carrying report itself is not in it). `new_due`, `old_due`, `adds_days`,
    `adds_months` belong to acts that move a date; `means` is a stated means ('by raising the tax'); `opinion` marks evaluation,
    prediction, hypothesis and generic condemnation (R10); `generic` marks a breach claim that names no act;
    `origins_cited` is how many independent sources the carrier itself names, and `rests_on` the name of the only one;
    `excuse` the words of a reason given; `about` what is not known, or the duty that 'it' is where a date is moved;
    `between` the parties of an event, whoever its author.
    """

    id: str
    report: str
    report_sha256: str
    segment: str
    quote: str
    start: int
    end: int
    speaker: Speaker
    via: tuple[Speaker, ...]
    act: str
    words: str
    actors: tuple[Party, ...]
    target: Party | None
    zone: str | None
    when: When
    said: When
    extent: Extent
    polarity: Polarity
    modality: Modality
    zone_words: str | None = None
    kind: str | None = None
    quantity: Quantity | None = None
    new_due: date | None = None
    old_due: date | None = None
    adds_days: int | None = None
    adds_months: int | None = None
    article: str | None = None
    means: str | None = None
    about: str | None = None
    opinion: bool = False
    generic: bool = False
    sentence: tuple[int, int] | None = None
    paragraph: int = 0
    place: tuple[float, float] | None = None
    place_radius_km: float | None = None
    known: date | None = None
    confidence: float = 0.5
    retracts: str | None = None
    origins_cited: int = 1
    excuse: str | None = None
    between: tuple[Party, ...] = ()
    rests_on: str | None = None
    reader: str = "grammar/2"
    reviewed: bool = False

    @property
    def is_row(self) -> bool:
        """Whether it is a row of an event table: it tells of an event of its own, whether or not that has coordinates."""
        return self.reader == TABLE_READER


def identified(claim: Claim) -> Claim:
    """The claim with the id that its content gives: 'c-' and the first 10 hex digits of a SHA-256. One that has no id
    yet is given it; of one that has another, a new claim is made."""
    parts = (
        claim.report_sha256, str(claim.start), str(claim.end), claim.act, claim.words, claim.polarity, claim.modality,
        ",".join(p.label for p in claim.actors), claim.target.label if claim.target else "", claim.zone or "",
        claim.speaker.name or "", claim.kind or "",
        str(claim.when.earliest), str(claim.when.latest), str(claim.new_due),
    )  # fmt: skip
    digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
    if claim.id:
        return replace(claim, id=f"c-{digest[:10]}")
    object.__setattr__(claim, "id", f"c-{digest[:10]}")  # just made and held by nobody: a copy takes long
    return claim
