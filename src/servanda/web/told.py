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
from servanda.outputs.wording import plural
from servanda.web.asked import Links

Told = tuple[list[str], str, tuple[str, ...]]


def by_term(d: Dossier, found: Iterable[Change]) -> list[tuple[TermLine, list[Told]]]:
    """Changes under their terms; those of one reason together: (what, why, claims)."""
    terms: dict[str, dict[tuple[str, tuple[str, ...]], list[str]]] = {}
    for change in found:
        words = plain_words(d, change_words(change).partition(": ")[2])
        terms.setdefault(change.term, {}).setdefault((change.why, change.claims), []).append(words)
    return [
        (line(d, key), [(what, plain_words(d, why), claims) for (why, claims), what in reasons.items()])
        for key, reasons in terms.items()
    ]


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

    def claim(self, q: Quote) -> str:
        """The claim in its report, or the pasted text."""
        return "#text" if q.report == self.pasted else self.links.claim(q)
