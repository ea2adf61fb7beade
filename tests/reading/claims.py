"""The claims of a short text over an agreement given as text: what most tests of the reader ask for."""

from __future__ import annotations

import hashlib
from datetime import date

from servanda.agreement import loads
from servanda.reading import read
from servanda.reading.claim import Claim
from servanda.reports.model import Report


def claims_in(text: str, agreement: str, published: date, title: str | None = None) -> list[Claim]:
    """Read `text` as a report of that day with the names of the agreement."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    report = Report("r.txt", digest, text, (), "txt", title=title, published=published)
    return list(read(report, loads(agreement)).claims)
