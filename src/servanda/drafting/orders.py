"""Provisions told as orders ('Open all roads', 'Cease all military actions'), and items that a list forbids.

Invariant: what is read is the provision's own words with who owes them before it; words that are no order come back as
they are.
"""

from __future__ import annotations

import re

_ORDER = re.compile(
    r"(?:(?:immediately|fully|jointly|promptly|gradually) )?"
    r"(?P<verb>cease|stop|halt|end|suspend|open|reopen|re-open|unblock|withdraw|pull (?:out|back)|release|free|exchange|swap|"
    r"allow|permit|grant|guarantee|remove|refrain|return|hand (?:over|back)|give (?:up|back)|disarm|disband|dismantle|lift|"
    r"evacuate|vacate|leave|surrender|clear|demine|transfer|deploy|redeploy|re-deploy|respect|observe|monitor|verify|"
    r"facilitate|ensure|restore|reinstate|repatriate|abstain|demobili[sz]e|separate|disengage)"
    r"(?= (?:the|all|any|every|each|both|its|their|these|those|such|from|forces?|troops|fire|humanitarian|prisoners|hostages|"
    r"safe|free|access|effective|release|civilian|military|detainees|\d|[a-z]+ed\b|[a-z]+(?:s|ing|tion)\b))",
    re.IGNORECASE,
)
_ITSELF_FINITE = re.compile(r"^[^,;]{0,60}\b(?:shall|will|must|is|are|(?-i:may))\b", re.IGNORECASE)
_FORBIDS = re.compile(
    r"(?:\b(?:refrains?|abstains?) from|\bprohibit(?:ed|s)?|\bforbidden|\b(?:shall|will|must|may) not|\bnot to)\b[^.;]{0,60}$|"
    r"\b(?:cessation|cease)\b[^.;]{0,140}(?:such (?:acts|actions|activities) as|including|acts|actions)\W*$",
    re.IGNORECASE,
)
_NAMES_WHO = re.compile(r"\b(?P<who>(?:the |each |both |all |neither )?(?:part(?:y|ies)|sides?))\b", re.IGNORECASE)


def as_duty(words: str) -> str:
    """'Open the roads.' as 'The parties shall open the roads.'"""
    found = _ORDER.match(words)
    if not found or (_ITSELF_FINITE.match(words) and found["verb"].lower() not in {"ensure", "guarantee"}):
        return words
    return f"The parties shall {words[:1].lower()}{words[1:]}"


def forbidden(lead: str, item: str) -> str | None:
    """An item under words that forbid what follows: '… the following acts:' with 'Recruiting fighters'; else None."""
    if not _FORBIDS.search(lead) or re.match(r"to\b", item, re.IGNORECASE):
        return None
    who = _NAMES_WHO.search(lead)
    subject = who["who"] if who else "the parties"
    subject = re.sub(r"^neither (?:of the )?", "each ", subject, flags=re.IGNORECASE)
    return f"{subject[:1].upper()}{subject[1:]} shall refrain from {item[:1].lower()}{item[1:]}"
