"""Who carries a claim and who is heard in it.

Invariant (R6): a named person's words quoted by an unknown outlet are that person's words; an outlet speaks for
itself only where nobody else is quoted; a report whose source names an actor speaks for that actor.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from servanda.agreement.model import Agreement
from servanda.evidence.testimony import Carrier
from servanda.reading.claim import Claim, Speaker
from servanda.reports.model import Report, Source
from servanda.reports.sources import folded, source_of, speaks_for

_OWN_WORDS = frozenset({"outlet", "unknown"})


def carrier_of(report: Report, agreement: Agreement, sources: Mapping[str, Source]) -> Carrier:
    """The carrier of a report."""
    source = source_of(report, sources)
    actor = speaks_for(report, sources, _names(agreement))
    roles = agreement.actors[actor].roles if actor in agreement.actors else ()
    kind = "party" if actor and source.kind == "unknown" else source.kind
    monitor = source.monitor or "monitor" in roles
    return Carrier(
        source.id, source.name, kind, source.reliability, actor if actor in agreement.actors else None, monitor
    )


def heard(claim: Claim, carrier: Carrier, agreement: Agreement) -> Speaker:
    """The speaker with what the carrier adds: an actor's own report is that actor's official word."""
    speaker = claim.speaker
    if speaker.actor is None and speaker.kind in _OWN_WORDS and not speaker.name:
        if carrier.monitor:
            return Speaker(carrier.name, carrier.actor, "monitor")
        if carrier.actor:
            return Speaker(carrier.name, carrier.actor, "named-official")
        return replace(speaker, kind="outlet" if speaker.kind == "outlet" else speaker.kind)
    if (
        speaker.actor
        and _monitors(agreement, speaker.actor)
        and speaker.kind not in {"witness", "commenter", "unnamed-official"}
    ):
        return replace(speaker, kind="monitor")
    if speaker.actor is None and carrier.actor and speaker.kind == "named-official":
        return replace(speaker, actor=carrier.actor)
    return speaker


def voice(speaker: Speaker, carrier: Carrier, agreement: Agreement) -> str:
    """Whose voice it is, for independence: a side, a person or agency by name, else the carrier itself."""
    if speaker.actor in agreement.actors and speaker.actor:
        return f"side:{agreement.side(speaker.actor)}"
    if speaker.actor:
        return f"actor:{speaker.actor}"
    if speaker.name and speaker.kind != "unnamed-official":
        return f"name:{folded(speaker.name)}"
    return f"carrier:{carrier.source}"


def is_named(speaker: Speaker) -> bool:
    """A person, office or monitor that answers for its words (R6)."""
    if speaker.kind in {"monitor", "dataset"}:
        return True
    return speaker.kind in {"named-official", "expert", "witness"} and bool(speaker.name or speaker.actor)


def _monitors(agreement: Agreement, actor: str) -> bool:
    return actor in agreement.actors and "monitor" in agreement.actors[actor].roles


def _names(agreement: Agreement) -> Mapping[str, str]:
    return {name: a.id for a in agreement.actors.values() for name in (a.id, a.name, *a.aliases)}
