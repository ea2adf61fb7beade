"""The extent of a claim: what the words say, what the zone says, and what a negation leaves of it.

Invariant: what was not done even once has no extent of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.extent import extent_of
from servanda.reading.acts.lexicon import Act
from servanda.reading.acts.places import stands_for_zone
from servanda.reading.acts.roles import RolePhrases
from servanda.reading.acts.triggers import Trigger
from servanda.reading.acts.wholes import not_even_one
from servanda.reading.claim import Extent
from servanda.reading.modality.force import Force

if TYPE_CHECKING:
    from servanda.reading.acts.claims import Context


def how_much(
    view: View, trigger: Trigger, act: Act, roles: RolePhrases, force: Force, zone: str | None, context: Context
) -> Extent:
    """All, part or unknown: 'left the town' all of it, 'has not freed a single one of the 180' neither all nor part."""
    extent = extent_of(view, trigger, roles, force.whole) if act.aspect != "speech" and act.norm == "do" else "unknown"
    if extent == "unknown" and roles.zone is not None and stands_for_zone(view, trigger, roles.zone, zone, context):
        extent = "all"
    given = trigger.frame.first("obj") or trigger.frame.first("of")
    none = force.polarity == "negated" and not_even_one(view, trigger.at, given)
    return "unknown" if none else extent
