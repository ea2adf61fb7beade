"""Places that a sentence does not name, taken from what stands before it: the sentence above, or the headline.

Invariant: where the case has roads of its own, 'the road' is in no town that was told of before it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.forms import noun_lemmas
from servanda.reading.acts.lexicon import lexicon
from servanda.reading.acts.triggers import Trigger
from servanda.reading.sentences import Sentence

if TYPE_CHECKING:
    from servanda.reading.acts.claims import Context


def zone_before(context: Context, sentence: Sentence, zones: Callable[[int, int], list[str]]) -> str | None:
    """The one zone of the sentence before in the same paragraph, else of the headline; `zones` tells those of a stretch."""
    if sentence.index and context.sentences[sentence.index - 1].paragraph == sentence.paragraph:
        previous = context.sentences[sentence.index - 1]
        told = set(zones(previous.start, previous.end))
        if len(told) == 1:
            return told.pop()
        if told:
            return None
    headline = [s for s in context.sentences if s.segment == "headline"]
    found = {z for s in headline for z in zones(s.start, s.end)}
    return found.pop() if len(found) == 1 and sentence.segment == "body" else None


def way_told_of(
    view: View, trigger: Trigger, context: Context, sentence: Sentence, zones: Callable[[int, int], list[str]]
) -> str | None:
    """'A patrol drove along the Z road. Two roadblocks are still kept, at Kest': barriers at a place that the case does not
    know are on the road of the case that the sentence before tells of, where no other road is named."""
    if trigger.pattern.act not in _OF_WAYS or not view.nouns.isdisjoint(_WAYS) or view.nouns.isdisjoint(_BARRIERS):
        return None
    last = context.sentences[sentence.index - 1] if sentence.index else None
    if last is None or last.paragraph != sentence.paragraph or zones(sentence.start, sentence.end):
        return None
    told = set(zones(last.start, last.end))
    return told.pop() if len(told) == 1 and told <= _ways_of(context) else None


def _ways_of(context: Context) -> set[str]:
    zones = context.agreement.zones if context.agreement is not None else {}
    return {key for key, z in zones.items() if any(_names_way(name) for name in (z.name, *z.aliases))}


def is_another_way(view: View, trigger: Trigger, context: Context, zone: str) -> bool:
    """Whether it is a road that was opened or closed, the zone is called none, and another of the case is: 'the road' of a
    text about the town."""
    way = trigger.frame.first("obj") or trigger.frame.first("subj")
    if way is None or trigger.pattern.act not in _OF_WAYS or noun_lemmas(view.doc[way.head].text).isdisjoint(_WAYS):
        return False
    ways = _ways_of(context)
    return bool(ways) and zone not in ways


def _names_way(name: str) -> bool:
    return any(noun_lemmas(word) & lexicon().classes["route"] for word in name.lower().split())


_BARRIERS = frozenset({"roadblock", "barricade", "checkpoint", "barrier", "blockade"})
_OF_WAYS = frozenset({"open-route", "block-route"})
_WAYS = frozenset({"road", "highway", "route", "corridor", "railway", "motorway", "track", "rail", "waterway"})
