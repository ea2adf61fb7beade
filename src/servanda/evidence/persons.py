"""Persons across reports: one who is introduced with an office in one report is the same in the next.

Invariant: only a full name (two words or more) that speaks for one and the same actor wherever it is introduced is
carried over; a name that is introduced for two actors is carried nowhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from servanda.reading.claim import Claim, Speaker
from servanda.reports.sources import folded


def offices(claims: Iterable[Claim]) -> dict[str, str]:
    """The actor that each fully named person speaks for, as far as all introductions agree."""
    seen: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        for speaker in (claim.speaker, *claim.via):
            if speaker.actor and _is_full(speaker):
                seen[folded(speaker.name or "")].add(speaker.actor)
    return {name: next(iter(actors)) for name, actors in seen.items() if len(actors) == 1}


def recognised(claim: Claim, known: Mapping[str, str]) -> Claim:
    """The claim with speakers of known office given their actor; the claim's id stays."""
    speaker = _with_office(claim.speaker, known)
    via = tuple(_with_office(s, known) for s in claim.via)
    return claim if speaker is claim.speaker and via == claim.via else replace(claim, speaker=speaker, via=via)


def _with_office(speaker: Speaker, known: Mapping[str, str]) -> Speaker:
    if speaker.actor is not None or not _is_full(speaker):
        return speaker
    actor = known.get(folded(speaker.name or ""))
    if actor is None:
        return speaker
    kind = "named-official" if speaker.kind in {"unknown", "outlet"} else speaker.kind
    return Speaker(speaker.name, actor, kind)


def _is_full(speaker: Speaker) -> bool:
    words = (speaker.name or "").split()
    return len(words) >= 2 and all(w[:1].isupper() for w in (words[0], words[-1])) and speaker.kind != "commenter"
