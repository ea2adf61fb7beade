"""How a term stood when it ended: the last word while it was in force, to be shown beside 'ended'.

Invariant: it is the status that the same case gives for the last day on which the term was in force.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from servanda.outputs.wording import shown

if TYPE_CHECKING:
    from servanda.findings import Findings


def at_the_end(findings: Findings, key: str) -> str | None:
    """The status of a term on its last day in force; None where it has not ended, or was never in force."""
    inquiry = findings.inquiry
    standing = inquiry.standing(inquiry.agreement.terms[key], findings.as_of)
    if standing.force != "ended" or not standing.spans or standing.spans[-1].last is None:
        return None
    return inquiry.stand(key, standing.spans[-1].last).status


def with_end(status: str, last: str | None) -> str:
    """A status in words, with the last one while in force: 'ended (was: fulfilled late)'."""
    return f"{shown(status)} (was: {shown(last)})" if last else shown(status)
