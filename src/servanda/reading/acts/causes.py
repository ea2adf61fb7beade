"""Deaths whose cause the same sentence tells behind them: 'were killed when their truck came under fire from X'.

Invariant: only a passive of harm that names nobody is filled, from the one attack of its sentence that a clause of time
or of cause tells behind it, by one actor; never where those hurt are the doer's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from servanda.reading.claim import Claim, identified
from servanda.reading.frozen import replace
from servanda.reading.modality.outcome import REAL

_HARMED = re.compile(r"(?:killed|wounded|injured|hurt|died|maimed|shot dead|martyred|slain)\b", re.IGNORECASE)
_TELLS_CAUSE = re.compile(r"[^.;:]*?\b(?:when|after|as|because|while)\b", re.IGNORECASE)
_APART = re.compile(r", (?:and|but|while|whereas)\b|;|\bbefore\b|\bunrelated\b|\b(?:days?|weeks?|months?|years?) after\b")
_LESS = 0.08


def with_causes(claims: Sequence[Claim], text: str) -> list[Claim]:
    """The claims with the doer of a death that the clause behind it tells."""
    done = list(claims)
    for n, claim in enumerate(claims):
        if claim.act != "attack" or claim.actors or claim.polarity == "negated" or not _HARMED.match(claim.words):
            continue
        told = [c for c in claims if c.sentence == claim.sentence and c.act == "attack" and c is not claim and c.actors]
        one = told[0] if len(told) == 1 else None
        if one is not None and _causes(one, claim, text):
            less = round(max(0.05, claim.confidence - _LESS), 2)
            modality = "alleged" if one.modality == "alleged" else claim.modality
            done[n] = identified(replace(claim, actors=one.actors, modality=modality, confidence=less))
    return done


def _causes(attack: Claim, harm: Claim, text: str) -> bool:
    whose = {p.id for p in attack.actors}
    if None in whose or len(whose) != 1 or harm.modality not in REAL or attack.modality not in {*REAL, "alleged"}:
        return False
    if attack.polarity == "negated" or (harm.target is not None and harm.target.id in whose) or attack.speaker != harm.speaker:
        return False
    start, end = _at(harm, text), _at(attack, text)
    between = text[start:end] if start < end else ""
    return _TELLS_CAUSE.match(between) is not None and _APART.search(between) is None


def _at(claim: Claim, text: str) -> int:
    """Where the word that carries the claim stands."""
    first = claim.words.split()[0]
    found = text.find(first, claim.start, claim.end)
    return found if found >= 0 else claim.start
