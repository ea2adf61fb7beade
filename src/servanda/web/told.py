"""How pages tell of changes, finds and pasted texts: grouped by what a reader looks for, in sentences.

Invariant: nothing is left out and nothing is told twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from servanda.case.searching import Hit
from servanda.findings.changes import Change
from servanda.outputs.dossier import Dossier
from servanda.outputs.exports.feed import change_words
from servanda.outputs.lines import TermLine, line
from servanda.outputs.quotes import Quote
from servanda.outputs.term_view import plain_words
from servanda.outputs.verdicts import Verdict
from servanda.outputs.wording import plural, shown
from servanda.web.asked import Links

Told = tuple[list[str], str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class TermChange:
    """What is different about one term: how it stood and stands, by which reasons; its flags; its new incidents."""

    before: TermLine
    now: TermLine
    told: tuple[Told, ...]
    flags: tuple[str, ...]
    incidents: tuple[Told, ...]

    @property
    def stands_otherwise(self) -> bool:
        """Whether the status, its evidence or its date differs, and not only flags and incidents."""
        return bool(self.told)


def by_term(before: Dossier, d: Dossier, found: Iterable[Change]) -> list[TermChange]:
    """Changes under their terms, terms that stand otherwise first; those of one reason together: (what, why, claims)."""
    terms: dict[str, list[Change]] = {}
    for change in found:
        terms.setdefault(change.term, []).append(change)
    made = [
        TermChange(
            line(before, key),
            line(d, key),
            _told(d, key, [c for c in held if c.what not in {"flag", "incident"}]),
            tuple(f"{shown(c.after)} (new)" if c.after else f"{shown(c.before)} (no longer)" for c in held if c.what == "flag"),
            _told(d, key, [c for c in held if c.what == "incident"]),
        )
        for key, held in terms.items()
    ]
    return sorted(made, key=lambda t: not t.stands_otherwise)


def _told(d: Dossier, term: str, found: Iterable[Change]) -> tuple[Told, ...]:
    reasons: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for change in found:
        words = change_words(change).partition(": ")[2].removeprefix("new incident: ")
        reasons.setdefault((change.why, change.claims), []).append(plain_words(d, words, term))
    return tuple((what, plain_words(d, why, term), claims) for (why, claims), what in reasons.items())


def by_report(hits: Iterable[Hit]) -> list[tuple[str, list[Hit]]]:
    """Finds under their reports, the report of the best find first."""
    found: dict[str, list[Hit]] = {}
    for hit in hits:
        found.setdefault(hit.report, []).append(hit)
    return list(found.items())


def checked_words(read: int, told: Sequence[Verdict]) -> str:
    """What came of a pasted text, in a sentence."""
    if not told:
        return f"Nothing in it says that somebody broke the agreement ({plural(read, 'claim')} read)."
    counts = Counter(v.verdict for v in told)
    parts = ", ".join(f"{n} {verdict}" for verdict, n in counts.items())
    return f"{plural(len(told), 'claim')} of breach, of {plural(read, 'claim')} read: {parts}."


@dataclass(frozen=True, slots=True)
class PastedLinks:
    """Links of a page that judges a pasted text, which has no page of its own: its claims lead to the text below."""

    links: Links
    pasted: str
    anchors: bool = False

    def term(self, key: str) -> str:
        """A term's page."""
        return self.links.term(key)

    def told(self, q: Quote, term: str | None) -> str | None:
        """The page quotes a claim with its context once."""
        return None

    def claim(self, q: Quote) -> str:
        """The claim in its report, or the pasted text."""
        return "#text" if q.report == self.pasted else self.links.claim(q)
