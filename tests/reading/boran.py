"""An invented truce between Boran and the Kest Front, and the claims of a text over it: for tests of single wordings."""

from __future__ import annotations

import hashlib
from datetime import date

from tests.reading.claims import claims_in

from servanda.agreement import loads
from servanda.reading import read
from servanda.reading.claim import Claim
from servanda.reports.model import Report, Segment

AGREEMENT = """
servanda: 1
id: x
title: x
actors:
  boran: {name: Boran, aliases: [Borana, Borani], role: signatory}
  front: {name: Kest Front, aliases: [Front], role: signatory}
  un: {name: United Nations, aliases: [UN], role: third-party}
  watch: {name: Joint Watch, role: monitor}
zones:
  kest: {name: Kest}
  dol: {name: Dolan}
terms:
  t: {norm: prohibition, bearer: [boran], act: attack}
"""


def claims_of(text: str, act: str = "attack") -> list[Claim]:
    """The claims of one act in a text published on 15 March 2024, a Friday."""
    return [c for c in every_claim_of(text) if c.act == act]


def every_claim_of(text: str) -> list[Claim]:
    """The claims of a text published on 15 March 2024, whatever their acts."""
    return list(claims_in(text, AGREEMENT, date(2024, 3, 15)))


def claims_under(head: str) -> list[Claim]:
    """The claims of a headline over a text that tells nothing."""
    text = f"{head}\n\nIt was quiet elsewhere."
    parts = (Segment("headline", 0, len(head)), Segment("body", len(head) + 2, len(text)))
    digest = hashlib.sha256(text.encode()).hexdigest()
    report = Report("r.txt", digest, text, parts, "txt", title=head, published=date(2024, 3, 15))
    return list(read(report, loads(AGREEMENT)).claims)
