"""Who carries a claim and who is heard in it.

Invariant (R6): a named person's words quoted by an unknown outlet are that person's words; an outlet speaks for
itself only where nobody else is quoted; a report whose source names an actor speaks for that actor.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from servanda.agreement.model import Agreement
from servanda.evidence.testimony import Carrier
from servanda.reading.claim import Claim, Speaker
from servanda.reading.names import Names
from servanda.reports.model import Report, Source
from servanda.reports.sources import folded, slug, source_of, speaks_for

_OWN_WORDS = frozenset({"outlet", "unknown"})


def carrier_of(report: Report, agreement: Agreement, sources: Mapping[str, Source], organs: Organs | None = None) -> Carrier:
    """The carrier of a report. `organs` keeps what was found of other reports' sources."""
    source = source_of(report, sources)
    actor = speaks_for(report, sources, _names(agreement))
    if actor is None and report.source and source.kind == "unknown":
        actor = (organs or Organs(agreement)).actor(report.source)
    speaks = actor if actor and actor in agreement.actors else None
    roles = agreement.actors[speaks].roles if speaks else ()
    kind = "party" if actor and source.kind == "unknown" else source.kind
    monitor = source.monitor or "monitor" in roles
    side = source.side if source.side in agreement.actors else None
    reliability = source.reliability
    if source.id.startswith("unlisted:"):  # a table's own form says how it is graded; sources.yaml overrides it
        kind, reliability = report.extra.get("kind", kind), report.extra.get("reliability", reliability)
    return Carrier(source.id, source.name, kind, reliability, speaks, monitor, side)


@dataclass(slots=True)
class Organs:
    """Whose ministry, army or office a source is by its whole name ('Varn Ministry of Defence'); each asked once."""

    agreement: Agreement
    _names: Names | None = None
    _found: dict[str, str | None] = field(default_factory=dict)

    def actor(self, source: str) -> str | None:
        """The actor's id, or None."""
        if source not in self._found:
            self._names = self._names or Names.of(self.agreement)
            self._found[source] = _organ_of(self._names, source)
        return self._found[source]


def _organ_of(names: Names, source: str) -> str | None:
    found = [m for m in names.find(source, guess=False) if m.kind in {"actor", "person"} and m.id]
    whole = [m for m in found if m.office and len(m.text) >= len(source.strip().removeprefix("The ").removeprefix("the "))]
    return whole[0].id if len(found) == 1 and whole else None


def heard(claim: Claim, carrier: Carrier, agreement: Agreement) -> Speaker:
    """The speaker with what the carrier adds: an actor's own report is that actor's official word."""
    speaker = claim.speaker
    own = not speaker.name or folded(speaker.name) == folded(carrier.name)  # the reader names the source as speaker
    if speaker.actor is None and speaker.kind in _OWN_WORDS and own:
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
        return replace(speaker, actor=carrier.actor, untold=False)
    passed_on = next((v.actor for v in claim.via if v.actor and v.kind == "outlet"), None)
    if speaker.untold and passed_on is not None:  # 'X state radio, citing the defence ministry': X's
        return replace(speaker, actor=passed_on, untold=False)
    return speaker


def mandated(agreement: Agreement, speaker: Speaker, carrier: Carrier) -> bool:
    """A monitor by the agreement or by sources.yaml; others who are called monitors in a text are not."""
    if speaker.kind != "monitor":
        return False
    return _monitors(agreement, speaker.actor) or (carrier.monitor and speaker.actor in (None, carrier.actor))


def side_of(agreement: Agreement, speaker: Speaker, carrier: Carrier) -> str | None:
    """The side whose interest a speaker has; an outlet's own words have that of the side it belongs to."""
    if speaker.actor in agreement.actors and speaker.actor:
        return agreement.side(speaker.actor)
    own = speaker.actor is None and speaker.kind == "outlet"
    return agreement.side(carrier.side) if own and carrier.side else None


def voice(speaker: Speaker, carrier: Carrier, agreement: Agreement, listed: Mapping[str, str]) -> str:
    """Whose voice it is, for independence: a side, a person by name, a quoted agency, else the carrier itself.

    `listed` gives the id of a listed source for its folded names. Outlets that belong to one side are one voice.
    """
    side = side_of(agreement, speaker, carrier)
    if side is not None:
        return f"side:{side}"
    if speaker.actor:
        return f"actor:{speaker.actor}"
    if speaker.name and speaker.kind != "unnamed-official":
        name = folded(speaker.name)
        if name == folded(carrier.name):
            return own_voice(carrier.source)
        if name in listed or speaker.kind == "outlet":
            return own_voice(listed.get(name, f"unlisted:{slug(speaker.name)}"))
        return f"name:{name}"
    return own_voice(carrier.source)


def own_voice(source: str) -> str:
    """The voice of a source in its own words."""
    return f"carrier:{source}"


def is_named(speaker: Speaker) -> bool:
    """A person, office or monitor that answers for its words (R6)."""
    if speaker.kind == "dataset":
        return True
    named = bool(speaker.name or speaker.actor)
    return named and speaker.kind in {"named-official", "expert", "witness", "monitor"}


def _monitors(agreement: Agreement, actor: str | None) -> bool:
    return actor is not None and actor in agreement.actors and "monitor" in agreement.actors[actor].roles


def _names(agreement: Agreement) -> Mapping[str, str]:
    return {name: a.id for a in agreement.actors.values() for name in (a.id, a.name, *a.aliases)}
