"""What an address asks: the two days and the text; and the links that carry them on.

Invariant: the whole state of a page is in its address, so that it can be shared; a day is YYYY-MM-DD.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from urllib.parse import quote as quoted
from urllib.parse import urlencode

from starlette.requests import Request

from servanda.case import Answer
from servanda.errors import WebError
from servanda.outputs.dossier import Dossier
from servanda.outputs.glance import Glance
from servanda.outputs.quotes import Quote
from servanda.web.shelf import Shelf

FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)
"""The days that an address may name."""


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses within one case; `query` carries the days and the text."""

    prefix: str
    query: dict[str, str] = field(default_factory=dict)
    anchors: bool = True

    def to(self, path: str, **more: str | None) -> str:
        """The address of a page of the case, days and text kept."""
        query = {**self.query, **{k: v for k, v in more.items() if v is not None}}
        text = f"{self.prefix}{path}"
        return f"{text}?{urlencode(query)}" if query else text

    def term(self, key: str) -> str:
        """A term's page."""
        return self.to(f"/terms/{quoted(key, safe='')}")

    def why(self, key: str) -> str:
        """A term's why-page."""
        return self.to(f"/terms/{quoted(key, safe='')}/why")

    def report(self, path: str) -> str:
        """A report's page."""
        return self.to(f"/reports/{quoted(path.removeprefix('reports/'), safe='/')}")

    def told(self, q: Quote, term: str | None) -> str | None:
        """Each page quotes a claim with its context, whatever others do."""
        return None

    def claim(self, q: Quote) -> str:
        """The claim in its report."""
        return f"{self.report(q.report)}#{q.id}"

    def claim_at(self, report: str, claim: str) -> str:
        """The same by ids."""
        return f"{self.report(report)}#{claim}"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request's days and text with the answer."""

    shelf: Shelf
    as_of: date
    known_at: date
    text: str | None
    links: Links

    @property
    def glance(self) -> Glance:
        """The answer at a glance."""
        return self.shelf.glance(self.as_of, self.known_at, self.text)

    @property
    def answer(self) -> Answer:
        """The answer."""
        return self.shelf.answer(self.as_of, self.known_at, self.text)

    @property
    def dossier(self) -> Dossier:
        """The answer as a dossier."""
        return self.shelf.dossier(self.as_of, self.known_at, self.text)


def asked(request: Request, shelf: Shelf, prefix: str, *, texts: bool = True) -> Asked:
    """What the address asks; without `texts`, by the file's own text whatever it says.

    Raises WebError W104 for a day that is none, W105 for a text that there is not.
    """
    params = request.query_params
    today = shelf.case.today()
    as_of, known_at = day(params.get("as_of"), "as_of"), day(params.get("known_at"), "known_at")
    text = (params.get("text") or None) if texts else None
    allowed = shelf.case.agreement.texts
    if text is not None and text not in allowed:
        raise WebError("W105", f"there is no text {text!r}. Allowed: {', '.join(allowed) or 'none'}")
    query = {}
    if as_of:
        query["as_of"] = as_of.isoformat()
    if known_at:
        query["known_at"] = known_at.isoformat()
    if text:
        query["text"] = text
    return Asked(shelf, as_of or today, known_at or today, text, Links(prefix, query))


def day(text: str | None, name: str) -> date | None:
    """A day from an address; None where it is not given."""
    if text is None or not text.strip():
        return None
    try:
        found = date.fromisoformat(text.strip())
    except ValueError:
        raise WebError("W104", f"{name}={text[:40]!r} is not a day. Write YYYY-MM-DD") from None
    if not FIRST <= found <= LAST:
        raise WebError("W104", f"{name}={text[:40]!r} is out of range. Allowed: 1900-01-01 to 2199-12-31")
    return found
