"""From the phrase of a place to a zone of the case, and where a zone is taken from when the act's own words name none.

Invariant: a zone is one that the text names: in the act's own phrase, its sentence, the sentence before it in the
paragraph, or the headline; 'north of X' is not X.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from servanda.agreement.model import Zone
from servanda.reading.acts.classes import is_place_noun
from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.forms import noun_lemmas
from servanda.reading.acts.lexicon import lexicon
from servanda.reading.acts.parties import words_of
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.places_before import is_another_way, way_told_of, zone_before
from servanda.reading.acts.triggers import Trigger
from servanda.reading.acts.zone_clauses import only_reported, told_of_elsewhere, where_one_spoke
from servanda.reading.claim import Claim
from servanda.reading.modality.outcome import REAL
from servanda.reading.names import Mention
from servanda.reading.sentences import Sentence
from servanda.reading.small_letters import compile_small, small

if TYPE_CHECKING:
    from servanda.reading.acts.claims import Context

_WIDE_KM = 30
_WIDE = frozenset(["governorate", "province", "region", "state", "department", "county", "oblast", "territory", "zone"])
_OF_PLACE = r"(?: of| from| outside) (?:the )?(?:[a-z]+ of )?$"
_COMPASS = r"(?:(?:north|south)[- ]?(?:east|west)?|east|west)(?:wards?|ern side)?"
_BESIDE = compile_small(rf"\b{_COMPASS}{_OF_PLACE}")
_POINT = re.compile(_COMPASS)
_KM = r"(?:km|kilomet(?:re|er)s?|miles?)(?: \([^)]*\))?(?: away)?"
_AWAY = compile_small(
    rf"\b{_KM} (?:from|outside) (?:the )?(?:[a-z]+ of )?$"
    rf"|\bwithin (?!(?:a|one|two|three|four|five|[1-5])(?: or (?:two|three))? ?{_KM})[^,;.]{{1,24}}?\b{_KM}{_OF_PLACE}"
)
"""Not '61 kilometres of the road'; 'within three kilometres of X' is as near as 'near X'."""

_ACROSS = compile_small(r"\bacross the (?:border|line|river|valley|strait|bay)(?: [a-z]+)? from (?:the )?$")
_COMING = compile_small(
    r"\b(?:c[ao]m(?:e|ing)|arriv(?:ed|ing)|bringing|brought|carrying|travelling|traveling|driving|heading|headed|bound|en route"
    r"|on (?:its|their|his|the) way|returning)(?: \w+){0,2} (?:from|to|for) (?:the )?$",
)
_OUTSIDE = compile_small(
    r"\b(?:outside|surrounding|encircling|adjoining|adjacent to|bordering|abutting)"
    r" (?:the )?(?:[a-z]+ (?:of|region of|province of) )?$"
)
_BORDERING = compile_small(
    r"\b(?:outside|bordering|borders|adjoining|adjoins|adjacent to|abutting|overlooking|overlooks) "
    r"(?:of )?(?:the )?(?:[a-z]+ ){0,2}(?:of (?:the )?)?$"
)
_SORT = (
    r"(?:the )?(?:(?!in |at |near |on |from |to |around )[a-z]+ )?"
    r"(?:(?:town|city|village|port|district|province|capital) (?:of )?)?$"
)
_FROM_WHICH = compile_small(r"\bbetween " + _SORT)
_TO_WHICH = compile_small(r"\bbetween [^,;.:]{2,48} and " + _SORT)
"""'The road between X and Y' is in neither."""
_GOING = compile_small(
    r"\b(?:back |north |south |east |west )?(?:to|into|towards?|onto|in the (?:general )?direction of) (?:the )?"
    r"(?:[a-z]+ of (?:the )?)?$"
)
_DIRECTION = compile_small(r"\bfrom the (?:general )?direction of (?:the )?(?:[a-z]+ of )?$")
_UNIT = re.compile(
    r"(?:['’]s)? (?:[A-Za-z-]+ )?(?:front|branch|wing|brigade|battalion|division|regiment|command|militia|group|faction"
    r"|bloc|cell|chapter)\b"
)


_EXCEPTED = re.compile(
    r"\b(?:(?:everywhere|anywhere|nowhere|all(?:\s+[\w-]+){0,3}|every\s+[\w-]+|everything|nothing)\s+but|except(?:\s+for)?|excluding"
    r"|excepting|other\s+than|aside\s+from|with\s+the\s+exception\s+of)\s+(?:the\s+)?$"
)


_HOMEWARD = frozenset({"return-displaced"})


def _is_beside(context: Context, mention: Mention, act: str = "") -> bool:
    """'north of X', '20 km from X': beside the place, not in it; 'the north of X' is in it, and so may be what lies
    north of the town that a wide zone is called after."""
    text = context.report.text
    if _EXCEPTED.search(small(text)[max(0, mention.start - 48) : mention.start]) is not None:
        return True  # 'from everywhere but X'
    zone = context.agreement.zones.get(mention.id or "") if context.agreement is not None else None
    if zone is not None and ((zone.radius_km or 0) >= _WIDE_KM or set(zone.name.lower().split()) & _WIDE):
        return False
    first = max(0, mention.start - 48)
    before = small(text)[first : mention.start]
    coming = act not in _HOMEWARD and _COMING.search(before) is not None  # 'kept them from returning to Z' is about Z
    if _ACROSS.search(before) or coming or _DIRECTION.search(before) or _BORDERING.search(before):
        return True
    if _TO_WHICH.search(before) or (_FROM_WHICH.search(before) and text.startswith(" and ", mention.end)):
        return True
    if _UNIT.match(text, mention.end) and not before.endswith(("on the ", "along the ", "at the ")):
        return True
    found = _BESIDE.search(before)
    if found is not None and not re.search(r"\b(?:the|in) $", text[first : first + found.start()]):
        return True
    return _AWAY.search(before) is not None


def zone_of(
    view: View, sentence: Sentence, phrase: Phrase | None, trigger: Trigger, context: Context, modality: str
) -> tuple[str | None, str | None, int]:
    """Zone id, its words, and how far it had to be fetched: 0 the act's own phrase, 1 the sentence, 2 further."""
    words: str | None = None
    if phrase is not None:
        start, end = view.span(phrase.start, phrase.end)
        inside = [m for m in context.mentions if m.kind == "zone" and m.start < end and start < m.end]
        hit = _owned_part(context, inside) or next(iter(inside), None)
        if hit is None and any(view.doc[k].lower_ in _AROUND for k in range(phrase.start, phrase.head)):
            return None, words_of(view, phrase), 0  # 'in the surrounding villages'
        words = hit.text if hit is not None else words_of(view, phrase)
        around = hit is not None and trigger.pattern.act == "withdraw" and _goes_to(context, hit)
        if hit is not None and (around or _is_beside(context, hit, trigger.pattern.act)):
            return None, context.report.text[start:end], 0
        if hit is not None and hit.id is not None:
            return hit.id, words, 0
        if (hit is None or hit.id is None) and (the_one := _by_sort(view, phrase, context)) is not None:
            return the_one, words, 1  # 'in the Sound'
        named = view.doc[phrase.head].pos_ == "PROPN" or hit is not None
        if named or (not is_place_noun(view, phrase) and view.doc[phrase.head].pos_ != "PRON"):
            tail = _zones(context, *_tail(view, phrase)) or _lies_in(view, phrase, trigger, context)
            if tail:
                return tail[0], words, 0
            way = way_told_of(view, trigger, context, sentence, lambda start, end: _zones(context, start, end))
            return way, words, 2 if way else 0
        tail = _zones(context, *_tail(view, phrase))
        if tail:
            return tail[0], words, 0
    if phrase is not None and (last := _named_last(view, phrase, context)) is not None:
        return last, words, 2
    if phrase is not None and _is_far_and_wide(view, phrase):
        return None, words, 0
    several = phrase is not None and words is not None and _are_several(view, phrase)
    if several and trigger.pattern.act in _OF_PLACES:
        return None, words, 0
    if phrase is not None and words is not None and _is_vague(view, phrase, trigger):
        words = None
    if several and words is not None:
        return None, words, 0
    if phrase is None and (sort := _sort_before(view, trigger)) is not None:
        return None, sort, 0
    if phrase is None and (scene := _scene(view, trigger, context)) is not None:
        return scene, None, 1
    if phrase is None and (label := _label(context, sentence)) is not None:
        return label, None, 2
    if phrase is None and (not _has_place(trigger, modality) or only_reported(view, trigger, modality)):
        own = _nearest(view, trigger, context, sentence)
        near = set(_zones_beside(view, trigger, context, sentence)) if trigger.pattern.act in _TOLD_OF else set()
        own = near.pop() if own is None and len(near) == 1 else own
        return own, None, 1 if own is not None else 0
    here = _zones_beside(view, trigger, context, sentence)
    if len(set(here)) == 1:
        return here[0], words, 1
    if here or _zones(context, sentence.start, sentence.end, trigger.pattern.act):
        nearest = _nearest(view, trigger, context, sentence)
        return nearest, words, 2
    if trigger.pattern.act in _OF_THE_TRUCE or trigger.pattern.act == "detain":
        return None, words, 0  # those who 'are still being held' may be held anywhere
    back = zone_before(context, sentence, lambda start, end: _zones(context, start, end))
    if back is not None and is_another_way(view, trigger, context, back):
        back = None
    return (back, words, 2) if back is not None else (None, words, 0)


_OF_THE_TRUCE = frozenset(["breach-ceasefire", "cease-fire", "comply", "terminate"])
"""'Shells hit Kest. The Front broke the truce': a truce is kept or broken as a whole, where nothing tells in which place."""
_AROUND = frozenset(["surrounding", "nearby", "neighbouring", "neighboring", "adjacent", "adjoining", "outlying"])
_OF_PLACES = frozenset(
    ["withdraw", "hand-over", "enter", "deploy", "remain", "capture", "open-route", "block-route", "demine", "allow-passage"]
)


def also_in(view: View, phrase: Phrase | None, claim: Claim, context: Context) -> list[str]:
    """'Left X and Y': the zones of a list, each of which the act is of; none where one is a part of another."""
    if phrase is None or claim.zone is None or phrase not in view.phrases or context.agreement is None:
        return []
    if claim.act not in _OF_PLACES:
        return []
    found = [claim.zone]
    for one in view.all_of(phrase):
        start, end = view.span(one.start, one.end)
        zones = [m for m in context.mentions if m.kind == "zone" and m.start < end and start < m.end]
        for m in zones[1:] if _owned_part(context, zones) is not None else zones:
            if m.id and m.start < end and start < m.end and not _is_beside(context, m):
                found.append(m.id)
    listed = list(dict.fromkeys(found))
    known = context.agreement.zones
    nested = any(known[a].within == b for a in listed for b in listed if a in known)
    return listed if not nested and len(listed) > 1 else []


def _sort_before(view: View, trigger: Trigger) -> str | None:
    """The 'port' of 'announced a port handover': some place, whose name is not told."""
    noun = view.doc[trigger.at]
    if trigger.pattern.act not in _OF_PLACES or noun.pos_ != "NOUN" or not trigger.at:
        return None
    before = view.doc[trigger.at - 1]
    place = before.pos_ == "NOUN" and before.dep_ == "compound" and before.head is noun
    return before.text if place and noun_lemmas(before.text) & _SORTS else None


_IN = re.compile(
    r"(?:^|\s)(?:in|at|near|inside)\s(?:the\s)?(?:(?:city|town|village|district|province|port) of\s)?$", re.IGNORECASE
)


def _scene(view: View, trigger: Trigger, context: Context) -> str | None:
    """'In Z fifty were freed', 'guerrillas in Z began to hand in their rifles': the place told before the verb, with no
    other verb between."""
    if trigger.frame.group is None:
        return None
    first = trigger.frame.group.start
    over = _verbs_over(view, trigger)
    opens = max((k + 1 for k in view.verbs if k < first and view.doc[k].pos_ != "AUX" and k not in over), default=0)
    if any(view.doc[k].lower_ in {"that", "which", "who"} for k in range(opens, first)):
        return None
    start, end = view.offset + view.doc[opens].idx, view.offset + view.doc[first].idx
    text = context.report.text
    told = [
        m
        for m in context.mentions
        if m.kind == "zone" and start <= m.start and m.end <= end and _IN.search(text[max(view.offset, m.start - 30) : m.start])
    ]
    if len(told) == 1 and told_of_elsewhere(view, trigger, told[0]):
        return None
    if len(told) != 1 or _is_beside(context, told[0]) or _NEXT_CLAUSE.search(text[told[0].end : end]):
        return None
    return told[0].id


def _verbs_over(view: View, trigger: Trigger) -> set[int]:
    """'Guerrillas in Z began turning in their rifles': the verbs that only carry the act's own."""
    found: set[int] = set()
    token = view.doc[trigger.at]
    while token.dep_ == "xcomp" and token.head.i not in found:
        token = token.head
        found.add(token.i)
    return found


def _label(context: Context, sentence: Sentence) -> str | None:
    """'(b) Gatumba. A patrol was stopped.': the place that heads the words up to here, where these name no other."""
    if _zones(context, sentence.start, sentence.end):
        return None
    for one in reversed(context.sentences[: sentence.index]):
        if one.paragraph != sentence.paragraph:
            return None
        named = [m for m in context.mentions if m.kind == "zone" and one.start <= m.start and m.end <= one.end]
        if len(named) != 1:
            if named:
                return None
            continue
        rest = context.report.text[one.start : named[0].start] + context.report.text[named[0].end : one.end]
        return named[0].id if _LABEL.fullmatch(rest.strip()) else None
    return None


_LABEL = re.compile(r"(?:\(?[a-z0-9ivx]{1,3}[.)]\s*)?[.:]?")
_NEXT_CLAUSE = re.compile(r"[;:]|,\s(?:and|but|while)\s")
_SORTS = frozenset(
    [
        *["city", "town", "village", "port", "district", "province", "governorate", "valley", "bridge", "crossing", "camp"],
        *["island", "airport", "airfield", "base", "corridor", "hill", "mountain", "road", "peninsula", "county", "dam"],
        *["pass", "river", "highway", "gorge", "tunnel", "lake", "canal", "ridge", "plateau", "strait", "barracks"],
        *["heights", "sound", "bay", "gulf", "delta", "fjord"],
    ]
)
_LANDFORMS = frozenset(["heights", "sound", "bay", "gulf", "delta", "fjord", "gorge", "strait", "plateau", "ridge"])
"""Of these a case that has one is not about many: 'the heights' need not have been named before."""


def _by_sort(view: View, phrase: Phrase, context: Context) -> str | None:
    """'The city' where the case has one zone that is called a city, and the text speaks of it or of what lies around:
    'the city of X' and 'X governorate' are told apart by their own words."""
    head = view.doc[phrase.head]
    noun = next(iter(noun_lemmas(head.text) & _SORTS), None)
    if noun is None or head.lower_ != noun or context.agreement is None:
        return None
    if phrase.end - phrase.start != 2 or view.doc[phrase.start].lower_ not in {"the", "this", "that"}:
        return None
    zones = context.agreement.zones
    called = [z for z in zones.values() if any(noun in name.casefold().split() for name in (z.name, *z.aliases))]
    if len(called) != 1:
        return None
    here = view.offset + head.idx
    told = [m for m in context.mentions if m.kind == "zone" and m.end <= here]
    if any(m.id is None and m.text.casefold().split()[-1] == noun for m in told):
        return None  # 'left Puget Sound … in the Sound'
    before = [m.id for m in told if m.id in zones]
    if not before:
        return called[0].id if noun in _LANDFORMS else None
    return called[0].id if _akin(called[0].id, before[-1] or "", zones) else None


_SMALL = frozenset(["city", "town", "village", "port", "camp", "base", "airport", "island", "settlement"])


def _named_last(view: View, phrase: Phrase, context: Context) -> str | None:
    """'The town' that no zone is called by: the zone that the paragraph named last, where that sentence names one."""
    head = view.doc[phrase.head]
    if head.lower_ not in _SMALL or view.doc[phrase.start].lower_ not in {"the", "this"} or phrase.end - phrase.start != 2:
        return None
    at = view.offset + head.idx
    here = next((s for s in context.sentences if s.start <= at < s.end), None)
    above = [s for s in context.sentences if here is not None and s.paragraph == here.paragraph and s.start <= here.start]
    for one in reversed(above):
        named = {m.id or f"?{m.text}" for m in context.mentions if m.kind == "zone" and one.start <= m.start < min(one.end, at)}
        if named:
            ident = next(iter(named))
            zone = context.agreement.zones.get(ident) if context.agreement is not None else None
            wide = zone is None or ((zone.radius_km or 0) >= _WIDE_KM or set(zone.name.lower().split()) & _WIDE)
            return ident if len(named) == 1 and not wide else None
    return None


def stands_for_zone(view: View, trigger: Trigger, phrase: Phrase, zone: str | None, context: Context) -> bool:
    """'Vacated the town': the object of leaving is the town that was named before, and no part of it."""
    if trigger.pattern.act not in {"withdraw", "hand-over"} or zone is None or phrase not in trigger.frame.slots.get("obj", []):
        return False
    return zone in (_by_sort(view, phrase, context), _named_last(view, phrase, context))


def _akin(a: str, b: str, zones: Mapping[str, Zone]) -> bool:
    """Whether two zones are one, lie in one another, or in the same wider zone."""
    above = {a: zones[a].within, b: zones[b].within}
    return a == b or above[a] == b or above[b] == a or (above[a] is not None and above[a] == above[b])


_PLACED = frozenset(
    [
        *["withdraw", "remain", "enter", "capture", "hand-over", "deploy", "reinforce", "advance", "attack", "demine"],
        *["breach-ceasefire", "cease-fire", "block-route", "lay-mines", "obstruct-monitor", "verify", "disarm"],
        *["open-route", "deny-passage", "allow-passage", "return-displaced", "detain", "threaten"],
    ]
)


_TOLD_OF = frozenset(["extend-deadline", "request-extension", "cease-fire"])
"""Acts of words about a place that the sentence names anywhere."""


def _has_place(trigger: Trigger, modality: str) -> bool:
    """Whether an act of which no place is told may be placed by what stands around it: one that happens on the ground
    and is told as done; a wish, a condition, a signature, a release may be anywhere."""
    return trigger.pattern.act in _PLACED and (modality in REAL or modality in {"alleged", "denied", "refused"})


_REGIONS = frozenset(
    [
        "area",
        "region",
        "district",
        "territory",
        "zone",
        "province",
        "land",
        "valley",
        "there",
        "here",
        "country",
        "enclave",
        "corridor",
        "ground",
        "sector",
        "place",
        "front",
    ]
)


def _is_vague(view: View, phrase: Phrase, trigger: Trigger) -> bool:
    """A place without a name: 'the region' is wherever the text speaks of; so is any unnamed scene of an attack."""
    if any(view.doc[k].pos_ == "PROPN" for k in range(phrase.start, phrase.end)):
        return False
    scene = lexicon().acts[trigger.pattern.act].norm == "forbidden" and trigger.pattern.act != "remain"
    return scene or bool(noun_lemmas(view.doc[phrase.head].text) & _REGIONS)


_FAR_AND_WIDE = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})


def _is_far_and_wide(view: View, phrase: Phrase) -> bool:
    """'The north', 'the front line': a place of its own, without a name, and not the one town that the sentence names."""
    head, before = view.doc[phrase.head].lower_, view.doc[phrase.head - 1].lower_ if phrase.head > phrase.start else ""
    tail = view.doc[phrase.end].lower_ if phrase.end < len(view.doc) else ""
    line = head in {"frontline", "frontlines"} or (head in {"line", "lines"} and before in {"front", "battle", "the"})
    return line or (head in _FAR_AND_WIDE and tail != "of" and view.doc[phrase.start].lower_ == "the")


def _are_several(view: View, phrase: Phrase) -> bool:
    """'The two villages', 'all lines', 'every barracks' are places of their own, not the district of the sentence before."""
    if view.doc[phrase.start].lower_ in {"all", "every", "each"}:
        return True
    return view.doc[phrase.head].lower_.endswith("s") and any(
        view.doc[k].pos_ == "NUM" or view.doc[k].lower_ in {"several", "both", "some", "few"}
        for k in range(phrase.start, phrase.head)
    )


_TAILS = frozenset(["of", "in", "near", "at", "over", "around", "inside"])


def _tail(view: View, phrase: Phrase) -> tuple[int, int]:
    start, end = view.span(phrase.start, phrase.end)
    k = phrase.end
    if k + 1 < len(view.doc) and view.doc[k + 1].lower_ == "of" and _POINT.fullmatch(view.doc[k].lower_):
        k += 1  # 'the village of Kest north of Arda'
    if k < len(view.doc) and view.doc[k].lower_ in _TAILS and (tail := view.phrase_of(k + 1)) is not None:
        end = view.span(tail.start, tail.end)[1]
    return start, end


def _lies_in(view: View, phrase: Phrase, trigger: Trigger, context: Context) -> list[str]:
    """'Shelled Norok, a village in Kest': Kest, for what may be done nowhere in it. Who left a village has not left Kest."""
    k = phrase.end
    if lexicon().acts[trigger.pattern.act].norm != "forbidden" or k + 2 >= len(view.doc) or view.doc[k].text != ",":
        return []
    sort = view.phrase_of(k + 1)
    if sort is not None and sort.prep is None and any(m.kind == "zone" and m.id for m in sort.mentions):
        closed = sort.end >= len(view.doc) or view.doc[sort.end].text in {",", ".", ";", ")", '"', "”"}
        listed = sort.end + 1 < len(view.doc) and view.doc[sort.end].text == "," and view.phrase_of(sort.end + 1) is not None
        return _zones(context, *view.span(sort.start, sort.end)) if closed and not listed else []  # 'at Nyamil, North Kest'
    if sort is None or view.doc[k + 1].lower_ not in {"a", "an", "the"} or not is_place_noun(view, sort):
        return []
    if sort.end >= len(view.doc) or view.doc[sort.end].lower_ not in {"in", "inside", "of"}:
        return []
    where = view.phrase_of(sort.end + 1)
    return _zones(context, *view.span(where.start, where.end)) if where is not None else []


def _owned_part(context: Context, zones: list[Mention]) -> Mention | None:
    """'Ruritania's Baba corridor', 'Kest's northern bridge': of two places, the second is the first's own."""
    if len(zones) < 2 or zones[1].id is None:
        return None
    between = context.report.text[zones[0].end : zones[1].start]
    return zones[1] if _S.fullmatch(between) else None


_S = re.compile(r"['’]s?\s+(?:[a-z-]+\s+){0,2}")


def _zones(context: Context, start: int, end: int, act: str | None = None) -> list[str]:
    """The zones of a stretch in which an act may be."""
    inside = (m for m in context.mentions if m.kind == "zone" and m.id and start <= m.start and m.end <= end)
    return [m.id for m in inside if m.id and not _is_beside(context, m) and not _elsewhere(context, m, act)]


def _zones_beside(view: View, trigger: Trigger, context: Context, sentence: Sentence) -> list[str]:
    """The zones of the act's own sentence, but for those in clauses that it has no part in."""
    act, whole = trigger.pattern.act, range(sentence.start, sentence.end)
    inside = (m for m in context.mentions if m.kind == "zone" and m.id and m.start in whole)
    return [
        m.id
        for m in inside
        if m.id
        and not where_one_spoke(context.report.text, m)
        and not (_is_beside(context, m) or _elsewhere(context, m, act) or told_of_elsewhere(view, trigger, m))
    ]


def _elsewhere(context: Context, mention: Mention, act: str | None) -> bool:
    """Who withdrew to a place left another; what was fired from it fell on another."""
    if act == "withdraw":
        return _goes_to(context, mention)
    before = small(context.report.text)[max(0, mention.start - 40) : mention.start]
    return act == "attack" and _FROM.search(before) is not None


_FROM = compile_small(
    r"\b(?:shells?|rockets?|missiles?|rounds?|mortars?|drones?|attacks?|shelling)"
    r"(?: (?:were |was |being )?(?:fired|launched|sent))? from (?:[a-z]+[ -]){0,4}$"
)


def _goes_to(context: Context, mention: Mention) -> bool:
    """'Withdrew to Z', 'from positions outside Z'."""
    before = small(context.report.text)[max(0, mention.start - 40) : mention.start]
    return _GOING.search(before) is not None or _OUTSIDE.search(before) is not None


def _nearest(view: View, trigger: Trigger, context: Context, sentence: Sentence) -> str | None:
    """Of several zones, the one that follows the act without another act between; none where that is not clear."""
    at = view.offset + view.doc[trigger.at].idx
    end = view.span(trigger.frame.end - 1, trigger.frame.end)[1]
    inside = [m for m in context.mentions if m.kind == "zone" and m.id and at <= m.start and m.end <= end]
    inside = [m for m in inside if not _is_beside(context, m) and not _elsewhere(context, m, trigger.pattern.act)]
    return inside[0].id if len(inside) == 1 else None
