"""What the monitors of a case say themselves, and where a text tells of teams of theirs.

Invariant: a stretch of the text is a monitor's only where a monitor of the case is said to say it; teams are a monitor's
only where nobody else has teams in these lines.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from servanda.reading.attribution import Attribution
from servanda.reading.claim import Speaker
from servanda.reading.names import Mention

_TEAM = re.compile(r"\bteams?\b", re.IGNORECASE)
_HAS_TEAMS = re.compile(r"(?:['’]s?)? (?:[\w-]+ ){0,6}?teams?\b", re.IGNORECASE)
_OTHER_TEAM = re.compile(
    r"\b(?:medical|rescue|aid|relief|surgical|demining|de-mining|clearance|football|negotiating|legal|repair|search|recovery"
    r"|vaccination|technical|army|police|forensic|burial) teams?\b",
    re.IGNORECASE,
)


def own_words(
    carrier: Speaker, attributions: Iterable[Attribution], monitors: Collection[str], end: int
) -> tuple[tuple[int, int], ...]:
    """The stretches of the text in which a monitor of the case speaks: all of its own bulletin, else what it is quoted with."""
    if carrier.actor in monitors:
        return ((0, end),)
    return tuple((a.content.start, a.content.end) for a in attributions if a.source.actor in monitors)


def teams_sent(text: str, start: int, end: int, mentions: Sequence[Mention], monitors: Collection[str]) -> bool:
    """'The Watch sent two teams. One team …': the one body that has teams in these lines is a monitor of the case."""
    told = text[start:end]
    if _TEAM.search(told) is None or _OTHER_TEAM.search(told) is not None:
        return False
    having = (m for m in mentions if start <= m.start < end and m.kind == "actor" and _HAS_TEAMS.match(text, m.end))
    owners = {m.id for m in having}
    return len(owners) == 1 and owners <= set(monitors)
