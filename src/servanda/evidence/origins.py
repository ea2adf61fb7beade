"""R6, origins: where a claim started. Seven outlets that repeat one briefing are one origin.

Invariant: origins depend only on the set of what is known, never on its order; an origin's id is made of the
claims in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from servanda.reading.claim import Claim
from servanda.reports.copies import copies
from servanda.reports.model import Report

SAME_OCCASION = timedelta(days=3)


def copy_groups(reports: Mapping[str, Report]) -> dict[str, str]:
    """For each report that is an exact or near copy of another: the name of its group, the same for all of it."""
    return {path: f"copies:{min(group)}" for group in copies(reports.values()) if len(group) > 1 for path in group}


def origins(heard: Iterable[tuple[Claim, str]]) -> dict[str, str]:
    """The origin of each claim, from pairs of claim and voice: one voice on one matter within a few days.

    Days are those of speaking; a chain of days no further apart than SAME_OCCASION is one occasion. A claim with no
    day of speaking joins the matter's only occasion, if there is only one.
    """
    matters: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim, voice in heard:
        matters[_matter(claim, voice)].append(claim)
    out: dict[str, str] = {}
    for key, claims in matters.items():
        for occasion in _occasions(claims):
            origin = _name(key, occasion)
            out.update({c.id: origin for c in occasion})
    return out


def _matter(claim: Claim, voice: str) -> tuple[str, ...]:
    due = str(claim.new_due) if claim.new_due else ""
    return (voice, claim.act, claim.zone or claim.zone_words or "", due)


def _occasions(claims: list[Claim]) -> list[list[Claim]]:
    dated = sorted((c for c in claims if _spoken(c)), key=lambda c: (_spoken(c) or date.min, c.id))
    undated = sorted((c for c in claims if not _spoken(c)), key=lambda c: c.id)
    out: list[list[Claim]] = []
    for claim in dated:
        last = _spoken(out[-1][-1]) if out else None
        if last is not None and (_spoken(claim) or last) - last <= SAME_OCCASION:
            out[-1].append(claim)
        else:
            out.append([claim])
    if undated and len(out) == 1:
        out[0] += undated
    elif undated:
        out.append(undated)
    return out


def _spoken(claim: Claim) -> date | None:
    return claim.said.latest or claim.said.earliest


def _name(key: tuple[str, ...], occasion: list[Claim]) -> str:
    import hashlib

    first = min(c.id for c in occasion)
    return "o-" + hashlib.sha256("\x1f".join((*key, first)).encode()).hexdigest()[:8]
