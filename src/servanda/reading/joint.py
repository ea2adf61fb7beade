"""Joint statements: what several sides say with one voice is the word of each of them.

Invariant: only a title that calls itself joint, and names two or more actors and nobody else, makes a statement joint.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from servanda.agreement.model import Agreement
from servanda.reading.carrier import actors_in
from servanda.reading.claim import Claim, Party, Speaker, identified
from servanda.reading.frozen import replace
from servanda.reading.names import Names
from servanda.reports.model import Report

_JOINT = re.compile(
    r"\W*(?:text\s+of\s+(?:the\s+)?)?(?:joint|common)\s+(?:press\s+)?(?:statement|communiqu[eé]|declaration|press\s+release|announcement)"
    r"\s+(?:issued\s+)?(?:by|of|from|between)\s+(?P<who>[^:;\n]{5,200}?)(?:\s+(?:on|about|regarding|concerning|following|after)\s|[.:;\n]|$)",
    re.IGNORECASE,
)
_ITEM = re.compile(
    r"(?:\W*(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])?\W*(?:(?:have|has)\s+\w+ed|have\s+|will\s+|agree|agreed|decide|confirm|welcome|note|undertake|commit"
    r"|announce|reaffirm|declare|extend|express|condemn|recogni[sz]e|acknowledge)",
    re.IGNORECASE,
)
_WE = frozenset({"we", "the two sides", "both sides", "the sides", "the parties", "both parties", "the two parties"})


def issuers_of(report: Report, agreement: Agreement | None, names: Names) -> tuple[Speaker, ...]:
    """Those who issue a joint statement, in order; empty for any other report."""
    if agreement is None:
        return ()
    first = next((s for s in report.segments if s.kind == "headline"), None)
    heads = (report.title, report.text[first.start : first.end] if first else None, report.text[:300])
    opening = _first_words(report)
    for head in heads:
        match = _JOINT.match(head) if head else None
        who = match["who"] if match is not None else opening if head and _ALONE.match(head) else ""
        found = actors_in(names, " ".join(who.split())) if who else ()
        if len(found) > 1:
            return tuple(
                Speaker(words, actor, "monitor" if "monitor" in agreement.actors[actor].roles else "named-official")
                for actor, words in found
            )
    return ()


_ALONE = re.compile(
    r"\W*(?:joint|common)\s+(?:press\s+)?(?:statement|communiqu[eé]|declaration|announcement)(?:\s+(?:no|nr)\b\.?\s*\d+|\s*\d+)?\W*(?:\n|$)",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\W*(?P<who>(?:the\s+)?[^.:;,\n]{3,90}?\sand\s[^.:;,\n]{3,90}?)\s+(?:hereby\s+)?(?:have\s|inform|announce|declare|state|agree|confirm|report)",
    re.IGNORECASE,
)


def _first_words(report: Report) -> str:
    """The two with whom the body of a statement begins: 'The Government and the Front inform the public that …'."""
    first = next((s for s in report.segments if s.kind == "body"), None)
    body = report.text[first.start if first else 0 :][:400].lstrip()
    match = _OPENS.match(body) or _OPENS.match(body.partition("\n")[2].lstrip())
    return match["who"] if match is not None else ""


def in_each_name(claims: Sequence[Claim], carrier: Speaker, issuers: Sequence[Speaker]) -> list[Claim]:
    """The claims of a joint statement: its own words in the name of each issuer, and what they do themselves as theirs."""
    if not issuers:
        return list(claims)
    out: list[Claim] = []
    for claim in claims:
        if claim.speaker != carrier:
            out.append(claim)
            continue
        bare = not claim.actors and claim.act != "sign" and _ITEM.match(claim.quote) is not None and _theirs(claim)
        ours = bool(claim.actors) and all(p.id is None and p.words.lower() in _WE for p in claim.actors)
        actors = tuple(Party(s.name or "", s.actor) for s in issuers) if bare or ours else claim.actors
        out += [identified(replace(claim, speaker=s, actors=actors)) for s in issuers]
    return out


def _theirs(claim: Claim) -> bool:
    """Whether an item without a subject tells what the issuers do, not what they welcome or note of others."""
    return (
        re.match(r"\W*(?:\w{1,4}[.)])?\W*(?:welcome|note|condemn|recogni|acknowledge|express)", claim.quote, re.IGNORECASE)
        is None
    )


__all__ = ["in_each_name", "issuers_of"]
