"""The words in which a status is shown, one place for all outputs.

Invariant: 'overdue' is never shown to a person: it reads 'date passed, outcome unknown' (DESIGN section 3).
"""

from __future__ import annotations

import re
from datetime import date

from servanda.vocabulary import vocabulary

UNREVIEWED = "machine-read, unreviewed"
_WORDS = {
    "overdue": "date passed, outcome unknown",
    "fulfilled-late": "fulfilled late",
    "partly-fulfilled": "partly fulfilled",
    "in-force": "in force",
    "inchoate": "not yet in force",
    "no-information": "no information",
    "alleged-only": "alleged only",
}
_DAY = re.compile(r"(?<![\w/.-])(\d{4}-\d{2}-\d{2})(?![\w/-])")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SPEAKERS = {
    "named-official": "named official",
    "unnamed-official": "official, not named",
    "monitor": "monitor",
    "expert": "expert",
    "witness": "witness",
    "outlet": "in its own words",
    "commenter": "reader's comment",
    "dataset": "event table",
    "unknown": "speaker not known",
}
EPISTEMIC = {
    "settled": "what is established, and every account that is not refuted, lead to the same word",
    "contested": "a credible account meets another that conflicts with it",
    "alleged-only": "an allegation that nothing establishes would make it read otherwise",
    "no-information": "nothing that counts has been reported, and nobody is known to have been able to see",
}
BEARS = {
    "performs": "says it was performed",
    "progress": "says part was performed, or is being performed",
    "fails": "says it was not performed",
    "violates": "says it was broken",
    "denies": "a denial",
    "amends": "changes the duty",
    "requests": "asks for a change",
    "warns": "announces or alleges a refusal",
    "counts": "gives a count",
    "none": "does not bear on it",
}
RELIABILITY = {
    "A": "completely reliable", "B": "usually reliable", "C": "fairly reliable", "D": "not usually reliable",
    "E": "unreliable", "F": "reliability cannot be judged",
}  # fmt: skip
CREDIBILITY = {
    "1": "confirmed by an independent origin", "2": "probably true", "3": "possibly true", "4": "doubtful",
    "5": "improbable", "6": "truth cannot be judged",
}  # fmt: skip
DECISIONS = {
    "bearer": "Who bears a term without having signed",
    "under": "Who answers to whom",
    "bound": "Who is bound without having signed",
    "excluded": "Who is excluded from protection",
    "power": "Who may move, waive or end a term",
    "exception": "What is exempted",
    "closed-world": "Where silence counts",
    "wording": "Where another text reads otherwise",
    "names": "Names",
    "border": "Places and borders",
}
"""The kinds of choices that the writer of an agreement file takes, in words."""
LEVELS = {0: "establishes nothing", 1: "counts with another independent one", 2: "establishes alone"}


def shown(word: str) -> str:
    """The word as a person reads it; a day stays as it is."""
    return _WORDS.get(word, word if word[:1].isdigit() else word.replace("-", " "))


def long_day(day: date | None) -> str:
    """A day in words ('25 November 2020'); 'no date' for None."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else "no date"


def in_words(text: str) -> str:
    """A sentence with its days in words; a day within a path or a name stays as it is."""

    def told(found: re.Match[str]) -> str:
        try:
            return long_day(date.fromisoformat(found[1]))
        except ValueError:
            return found[1]

    return _DAY.sub(told, text)


def span(earliest: date | None, latest: date | None) -> str:
    """The days between which something happened, in words."""
    if earliest and latest:
        if earliest == latest:
            return long_day(earliest)
        if (earliest.year, earliest.month) == (latest.year, latest.month):
            return f"{earliest.day} to {long_day(latest)}"
        return f"{long_day(earliest)} to {long_day(latest)}"
    if latest:
        return f"not after {long_day(latest)}"
    return f"not before {long_day(earliest)}" if earliest else "no day known"


def speaker_kind(kind: str) -> str:
    """The kind of a speaker in words."""
    return _SPEAKERS.get(kind, kind.replace("-", " "))


def grade_words(grade: str) -> str:
    """A grade's two axes in words: the carrier's reliability and this claim's credibility, never merged."""
    return f"{RELIABILITY.get(grade[:1], '')}; {CREDIBILITY.get(grade[1:], '')}"


def flag_words(flag: str) -> str:
    """What a flag says, in a sentence."""
    return str(vocabulary("flags.yaml")["flags"].get(flag, flag))


def needs_review_mark(compliance: str, reviewed: bool) -> bool:
    """Whether a status must carry UNREVIEWED: breached and fulfilled words that no person has accepted."""
    return not reviewed and compliance in {"breached", "fulfilled", "fulfilled-late", "partly-fulfilled", "restored"}


def plural(number: int, one: str, many: str | None = None) -> str:
    """A count with its noun: '1 claim', '3 claims'."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


NOTED = ("[R502]", "[E109]")
"""Codes of what is listed with the files that were not read, though nothing of it is lost."""


def is_noted(why: str) -> bool:
    """Whether an entry of the list of what was not read is but to be noted: a translation was read in its place."""
    return why.startswith(NOTED)


def known_only_later(count: int) -> str:
    """That so many reports tell no day and are left out, and what to do."""
    tell, them = ("report tells", "it is") if count == 1 else ("reports tell", "they are")
    return (
        f"{count} {tell} no day and cannot be known before the day of the first run: {them} left out here. "
        "Write 'published: YYYY-MM-DD' in front matter, or in NAME.meta.yaml beside the file."
    )


def to_read_again(count: int) -> str:
    """That claims of so many files are left out, and what to do."""
    read, them = ("file was", "its claims are") if count == 1 else ("files were", "their claims are")
    return (
        f"{count} {read} read by an earlier version of the reader, or with other names; {them} left out here until the "
        "next servanda run."
    )
