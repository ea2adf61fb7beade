"""How much was done and how many were counted: extent (R11) and quantity of an act.

Invariant: extent is `all` only where the words name the whole or set no limit; a count or a part is never `all`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import pairwise

from servanda.reading.acts.classes import is_district
from servanda.reading.acts.clause import Sentence
from servanda.reading.acts.completed_then import completed_then
from servanda.reading.acts.forms import noun_lemmas
from servanda.reading.acts.frames import subject_of
from servanda.reading.acts.governors import governor_of
from servanda.reading.acts.lexicon import of_classes
from servanda.reading.acts.numbers import fraction_in, number_in
from servanda.reading.acts.partitives import counted_with
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.roles import RolePhrases
from servanda.reading.acts.rough_amounts import counted_behind, rough_amount
from servanda.reading.acts.slots import Frame, is_time
from servanda.reading.acts.triggers import Trigger
from servanda.reading.acts.whole_things import is_one_whole, only_so_far
from servanda.reading.acts.wholes import PARTS, a_body_of_them, all_of_them_did, every_one, first_of_more, is_a_front, made_way
from servanda.reading.claim import LEFT, Extent, Quantity
from servanda.vocabulary import vocabulary

_MONTHS = frozenset(["jan", "feb", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
_HEAPS = frozenset({"dozen", "hundred", "thousand", "number"})
_PERCENT = frozenset({"percent", "%", "per", "percentage"})


@lru_cache(maxsize=16_384)
def _is_number(word: str) -> bool:
    return number_in([word]) is not None


def _lower(sentence: Sentence, phrase: Phrase) -> list[str]:
    return [sentence.doc[k].lower_ for k in range(phrase.start, phrase.end)]


def share_of(sentence: Sentence, phrase: Phrase) -> float | None:
    """The fraction of a whole that a phrase speaks of ('sixty per cent of', 'half of', '60% of')."""
    data = vocabulary("extent.yaml")
    words = _lower(sentence, phrase)
    after = sentence.doc[phrase.end].lower_ if phrase.end < len(sentence.doc) else ""
    if after in _PERCENT or after[-1:] == "%" or not _PERCENT.isdisjoint(words) or any(w[-1:] == "%" for w in words):
        value = number_in([w.rstrip("%") for w in words])
        return None if value is None or value > 100 else value / 100
    if is_district(sentence, phrase):
        return None
    if (parts := fraction_in(words, after)) is not None:
        return parts
    return next((float(data["fractions"][w]) for w in words if w in data["fractions"]), None)


def quantity_of(sentence: Sentence, trigger: Trigger, roles: RolePhrases) -> Quantity | None:
    """What was counted: in the object first, then in the subject."""
    frame = trigger.frame
    if (left := _reduced_to(sentence, trigger)) is not None:
        return left
    candidates = [
        *frame.slots.get("obj", []),
        *roles.actors,
        *frame.slots.get("subj", []),
        *frame.slots.get("of", []),
    ]
    for phrase in candidates:
        if is_time(sentence, phrase) and phrase.prep == "of":
            continue  # 'as of 20 March'
        if phrase.head in trigger.words and frame.group is not None and len(_lower(sentence, phrase)) == 1:
            continue
        share = share_of(sentence, phrase)
        if share is not None:
            return Quantity(_counted(sentence, phrase, True), None, None, share=round(share, 4))
        found = _count(sentence, phrase)
        if found is not None:
            return Quantity(_counted(sentence, phrase, False), *found)
    return None


def _reduced_to(sentence: Sentence, trigger: Trigger) -> Quantity | None:
    """The '4,900 soldiers' of 'reduced its garrison to 4,900 soldiers': not those who left, but those who are left."""
    pattern = trigger.pattern
    down = pattern.lemma in _LESS or (pattern.lemma == "bring" and "down" in pattern.particles)
    if pattern.act != "withdraw" or not down:
        return None
    for phrase in (p for slot in ("to", "under", "below") for p in trigger.frame.slots.get(slot, [])):
        bare = sentence.doc[phrase.head].pos_ == "NUM"
        value = number_in([sentence.doc[phrase.head].lower_]) if bare else None
        found = _bounded(sentence, phrase.head, value) if value is not None else _count(sentence, phrase)
        if found is not None:
            return Quantity("personnel" if bare else _counted(sentence, phrase, False), *found, unit=LEFT)
    return None


def _counted(sentence: Sentence, phrase: Phrase, shared: bool) -> str | None:
    """The word for the counted thing: after 'of' for shares and 'hundreds of'."""
    words = vocabulary("extent.yaml")
    head = sentence.doc[phrase.head].lower_
    if (shared or _of_more(sentence, phrase) or head in words["approximate"] or head in _HEAPS) and phrase.end < len(
        sentence.doc
    ):
        tail = next(
            (p for p in sentence.phrases if p.start >= phrase.end and p.prep == "of" and p.start - phrase.end <= 3),
            None,
        )
        tail = counted_behind(sentence, tail)
        named = tail is not None and sentence.doc[tail.head].lower_ not in _THOSE and sentence.doc[tail.head].pos_ != "NUM"
        return _named(sentence, tail) if tail is not None and named else None
    return None if sentence.doc[phrase.head].pos_ == "NUM" else _named(sentence, phrase)


_THOSE = frozenset({"them", "these", "those", "whom", "which"})


def _named(sentence: Sentence, phrase: Phrase) -> str:
    """The noun of the counted thing, with the words before it that make it another thing ('armoured vehicles')."""
    if (other := counted_with(sentence, phrase)) is not None:
        phrase = other
    words = [sentence.doc[k].lower_ for k in range(phrase.start, phrase.head + 1)]
    lemmas = noun_lemmas(words[-1])
    known = (k for k in range(len(words) - 1) if any(" ".join([*words[k:-1], w]) in _compounds() for w in lemmas))
    return " ".join(words[next(known, -1) :])


@cache
def _compounds() -> frozenset[str]:
    """Counted things of several words."""
    rows = vocabulary("counted.yaml")["counted"]
    return frozenset(name for row, names in rows.items() for name in (row.replace("-", " "), *names) if " " in name)


def _of_more(sentence: Sentence, phrase: Phrase) -> bool:
    """'40 of its 300 rifles': a bare number and the whole that it is taken from."""
    end = phrase.end
    head = sentence.doc[phrase.head]
    number = head.pos_ == "NUM" or _is_number(head.lower_)
    if number and len(sentence.doc) and sentence.doc[0].lower_ == "of" and phrase.start > 1:
        return True  # 'Of the 60 prisoners, the government has freed 35'
    return number and end < len(sentence.doc) and sentence.doc[end].lower_ == "of"


_BY_LENGTH = frozenset({"hour", "day", "week", "month", "year", "minute"})
_NUMBERED = frozenset(
    [
        *["article", "point", "update", "wrapup", "annex", "clause", "section", "chapter", "phase", "paragraph", "highway"],
        *["route", "checkpoint", "post", "sector", "brigade", "camp", "gate", "zone", "area", "stage", "bulletin", "report"],
    ]
)


def _count(sentence: Sentence, phrase: Phrase) -> tuple[float, float | None] | None:
    words = _lower(sentence, phrase)
    if (rough := rough_amount(sentence, phrase)) is not None:
        return rough
    if any(m.id and m.kind != "person" and _APART.search(m.text) for m in phrase.mentions) or "march" in words[:2]:
        return None  # 'the March 9 Movement', 'the deadline of 15 March'
    if any(w[-1:] == "%" for w in words) or any(w[:3] in _MONTHS and w not in {"marines", "market"} for w in words[:2]):
        return None  # '15 April' counts nothing
    alone = sentence.doc[phrase.head].pos_ == "NUM" and phrase.prep is None  # '"more than eighty" had been freed'
    counted = words if alone or _of_more(sentence, phrase) else words[:-1]
    numbers = [w for w in counted if _is_number(w) or w in {"hundred", "thousand", "million", "dozen"}]
    if not numbers or words[0] in _NUMBERED or not _MEASURED.isdisjoint(words):
        return None
    if len(numbers) == 2 and numbers[0] in words and words[words.index(numbers[0]) + 1] in {"to", "and", "or"}:
        low, high = (number_in([n]) for n in numbers)  # 'between 80 and 100 men'
        return (low, high) if low is not None and high is not None and low < high else None
    value = number_in(numbers)
    if value is not None and 1900 <= value <= 2100 and "," not in numbers[0] and not words[-1].endswith(("s", "men", "people")):
        return None  # 'the 1999 commitment'
    if value is None or (numbers == ["one"] and len(words) < 2):
        return None
    first = next(k for k in range(phrase.start, phrase.end) if sentence.doc[k].lower_ in numbers)
    if first and sentence.doc[first - 1].lower_ in _NUMBERED:
        return None  # 'under Article 4 Boran had to leave'
    joined = [t.lower_ for t in sentence.doc[first + 1 : first + 3]]
    if len(joined) == 2 and joined[0] == "-" and joined[1] in _BY_LENGTH:
        return None  # 'a 48-hour truce' is one
    return _bounded(sentence, first, value)


_APART = re.compile(r"(?<!\w)\d+(?!\w)")
_MEASURED = frozenset(
    ["day", "days", "week", "weeks", "month", "months", "hours", "year", "years", "km", "kilometres", "kilometers"]
)
"""A number of these counts nothing that could be handed over or set free."""


def _bounded(sentence: Sentence, at: int, value: float) -> tuple[float, float | None]:
    """R9: low and high of a number by the words before it: 'more than 900', 'up to 40', 'between 40 and 50', 'some 200'."""
    words = vocabulary("extent.yaml")
    doc = sentence.doc
    other = number_in([doc[at - 2].lower_]) if at >= 2 and doc[at - 1].lower_ in {"and", "to", "or", "-", "\u2013"} else None
    if other is not None and other < value:
        return other, value
    words_before = [doc[k] for k in range(max(0, at - 4), at)]
    while particle := next((t for t in words_before if t.dep_ == "compound:prt"), None):
        words_before = words_before[words_before.index(particle) + 1 :]  # 'handed over 31 rifles' are 31
    before = " " + " ".join(t.lower_ for t in words_before)

    def led_by(row: str) -> bool:
        return any(before.endswith(f" {w}") for w in words[row])

    if led_by("least"):
        return value, None
    if led_by("most"):
        return 0.0, value
    if led_by("beyond"):
        return value + 1, None
    if led_by("below"):
        return 0.0, max(0.0, value - 1)
    if led_by("nearly"):
        return round(value * 0.9), value
    return (round(value * 0.9), round(value * 1.1)) if led_by("rough") else (value, value)


def extent_of(sentence: Sentence, trigger: Trigger, roles: RolePhrases, whole: bool) -> Extent:
    """All, part or unknown. `whole`: the words already said that it was completed."""
    data = _extents()
    frame = trigger.frame
    start = frame.group.start if frame.group is not None else frame.at
    near = {sentence.doc[k].lower_ for k in range(max(0, start - 2), min(len(sentence.doc), frame.end + 2))}
    text = " ".join(sentence.doc[k].lower_ for k in range(max(0, start - 2), min(len(sentence.doc), frame.end + 3)))
    involved = [
        *frame.slots.get("subj", []),
        *frame.slots.get("obj", []),
        *roles.actors,
        *([roles.zone] if roles.zone else []),
        *(p for p in frame.slots.get("of", []) if not is_time(sentence, p)),  # 'as of last night' says nothing of how much
        *frame.slots.get("from", []),
    ]
    if not near.isdisjoint(data["part"]) or any(w in text for w in _phrases_of("part")):
        return "part"
    if _EXCEPT.match(sentence.doc.text, sentence.doc[frame.at].idx) is not None:
        return "part"
    if _only_those(sentence, frame) or _of_a_part(sentence, trigger) or _all_but_some(sentence, trigger):
        return "part"
    if _first_of_them(sentence, trigger, involved) or any(_not_quite(sentence, p) for p in involved):
        return "part"
    if trigger.pattern.act in _PLACED and roles.zone is not None and _side_of(sentence, roles.zone):
        return "part"
    if trigger.pattern.act in _PLACED and any(is_district(sentence, p) for p in frame.slots.get("obj", [])):
        return "part"
    if trigger.pattern.act in _GIVEN_UP | {"allow-passage"} and first_of_more(sentence, trigger.at):
        return "part"
    for phrase in involved:
        if _lower(sentence, phrase)[:2] in (["a", "first"], ["an", "initial"], ["an", "advance"]):
            return "part"  # 'a first battalion entered'
        if share_of(sentence, phrase) is not None and not any(w.startswith("100") for w in _lower(sentence, phrase)):
            return "part"
        on_top = _lower(sentence, phrase)[0] == "additional" and not near.isdisjoint(data["all"])
        if not on_top and _partitive(sentence, phrase, data):
            return "part"  # but 'completely withdrew additional forces': those that had come on top of others
    whole = whole or completed_then(sentence, trigger) or all_of_them_did(sentence, frame.group, frame.at)
    if whole or not near.isdisjoint(data["all"]) or any(w in text for w in _phrases_of("all")):
        return "all"
    if any(not data["all_determiners"].isdisjoint(_lower(sentence, p)) for p in involved):
        return "all"
    leaving = trigger.pattern.act in {"withdraw", "hand-over"}
    over = frame.governor
    if leaving and frame.group is None and over is not None and over.cue.lemma in _WATCHES:
        return "unknown"  # 'observed the withdrawal of guns': what was seen of it
    if leaving and any(_one_of_many(sentence, p) for slot in ("obj", "from", "of") for p in frame.slots.get(slot, [])):
        return "part"
    if leaving and any(_bare_places(sentence, p) for slot in ("obj", "from", "of", "in") for p in frame.slots.get(slot, [])):
        return "part"
    if leaving and any(a_body_of_them(sentence, p) for slot in ("subj", "obj") for p in frame.slots.get(slot, [])):
        return "unknown"
    if any(_of_a_length(sentence, p) for p in frame.slots.get("obj", [])):
        return "unknown"
    if any(_count(sentence, p) is not None and not _definite(sentence, p) for p in involved):
        return "unknown"
    if any(_definite(sentence, p) for p in involved):
        return "all"
    if _some_of_them(sentence, trigger):
        return "unknown"
    zone = roles.zone
    if trigger.pattern.act == "withdraw" and zone is not None and is_a_front(sentence, zone):
        return "unknown"
    if zone is None:
        left = trigger.pattern.act == "withdraw" and made_way(sentence, trigger.at, frame.first("subj"))
        return "all" if left or is_one_whole(sentence, trigger) else "unknown"
    if noun_lemmas(sentence.doc[zone.head].text) & data["part_scopes"] and not any(m.kind == "zone" for m in zone.mentions):
        plural = sentence.doc[zone.head].lower_.endswith("s")
        return "part" if plural else "unknown"
    return "all"


_GIVEN_UP = frozenset({"release", "hand-over-weapons", "disarm", "demine", "return-bodies", "return-displaced"})
_DRIVEN = frozenset(
    {"tank", "gun", "howitzer", "fighter", "soldier", "unit", "vehicle", "weapon", "battery", "man", "launcher"}
)
_TO_THE_OTHERS = frozenset({"surrender", "desert", "defect"})
_COLLECTIVE = frozenset({"arms", "forces", "troops", "weaponry"})


_EXCEPT = re.compile(
    r"[^,;:.]{0,90}?\s(?:except(?:\s+for)?|apart\s+from|save\s+for|with\s+the\s+exception\s+of|excluding)\s+"
    r"(?!in\s|on\s|when\s|for\s+a\s+(?:few|short|brief))\w",
    re.IGNORECASE,
)
"""'The withdrawal was complete except for a dozen men'."""


def _of_a_length(sentence: Sentence, phrase: Phrase) -> bool:
    """'Cleared 61 kilometres of the road'."""
    measured = sentence.doc[phrase.head].lower_ in {"km", "kilometres", "kilometers", "miles", "hectares", "metres", "meters"}
    return measured and phrase.end < len(sentence.doc) and sentence.doc[phrase.end].lower_ == "of"


def _some_of_them(sentence: Sentence, trigger: Trigger) -> bool:
    """'Released prisoners', 'withdrew tanks', 'fighters surrendered': some or all, the words do not say which."""
    act = trigger.pattern.act
    given = trigger.frame.slots.get("obj", [])
    if act == "disarm" and trigger.pattern.lemma in _TO_THE_OTHERS:
        given = [*given, *trigger.frame.slots.get("subj", [])]
    for phrase in given:
        head = sentence.doc[phrase.head]
        lemmas = noun_lemmas(head.text)
        plural = head.pos_ == "NOUN" and bool(lemmas - {head.lower_}) and head.lower_ not in _COLLECTIVE
        bare = not any(
            t.pos_ in {"DET", "PRON", "NUM"} or t.lower_ in {"'s", "’s"} for t in sentence.doc[phrase.start : phrase.end]
        )
        if plural and bare and (act in _GIVEN_UP or (act == "withdraw" and lemmas & _DRIVEN)):
            return True
    return False


_LESS = frozenset({"reduce", "cut", "trim", "halve", "thin", "scale"})
_BUT_SOME = re.compile(
    r"[^.;:]*?\b(?:except(?:ing)?|excluding|barring|all but|save(?: for)?|a(?:part|side) from|other than|with the exception of"
    r"|but (?:has |have |had )?(?:left|kept|leaves?|keeps?|leaving|keeping) (?:[\w’'-]+ ){1,3}?"
    r"(?:men|troops|soldiers|fighters|forces|units|guns|tanks|artillery|weapons|posts|garrison|rearguard|police)\b"
    r"[^.;:]*\b(?:there|behind|in place|in position)\b|but not (?:its|their|the|all|every)\b)",
    re.IGNORECASE,
)


def _all_but_some(sentence: Sentence, trigger: Trigger) -> bool:
    """'Dismantled its posts except two', 'pulled its guns out but left its men there'."""
    if trigger.frame.group is None or trigger.pattern.act not in _PLACED | _GIVEN_UP:
        return False
    if trigger.pattern.lemma in _LESS:
        return True  # 'cut its garrison by half', 'reduced its troops'
    return _BUT_SOME.match(sentence.doc.text, sentence.doc[trigger.at].idx) is not None or only_so_far(sentence, trigger)


def _only_those(sentence: Sentence, frame: Frame) -> bool:
    """'Withdrew only its heavy weapons', 'only two posts were handed over'."""
    told = [p for p in frame.slots.get("obj", []) if p.prep is None and p.start > 0]
    return frame.group is not None and any(sentence.doc[p.start - 1].lower_ in {"only", "merely", "just"} for p in told)


def _of_a_part(sentence: Sentence, trigger: Trigger) -> bool:
    """'The first phase of the withdrawal', 'half of the handover'."""
    phrase = sentence.phrase_of(trigger.at) if trigger.frame.group is None else None
    over = sentence.phrase_of(phrase.start - 2) if phrase is not None and phrase.prep == "of" and phrase.start >= 2 else None
    return over is not None and sentence.doc[over.head].lower_ in PARTS


_PLACED = frozenset({"withdraw", "hand-over", "demine", "remain"})
_POINTS = ("north", "south", "east", "west", "north-east", "north-west", "south-east", "south-west", "northeast", "northwest")
_SIDES = frozenset([*_POINTS, "southeast", "southwest", "centre", "center", "edge", "edges", "outskirts", "suburbs"])
_ON_A_SIDE = frozenset([*(f"{p}ern" for p in (*_POINTS, "southeast", "southwest")), "central", "downtown", "inner", "outer"])


def _side_of(sentence: Sentence, zone: Phrase) -> bool:
    """'Eastern Z', 'the north of Z': a part of Z, unless the place bears the word in its name."""
    doc = sentence.doc
    named = next((m for m in zone.mentions if m.kind == "zone"), None)
    if named is not None and any(
        t.lower_ in _ON_A_SIDE and sentence.offset + t.idx < named.start for t in doc[zone.start : zone.end]
    ):
        return True
    k = zone.start - 1
    if k > 1 and doc[k].lower_ == "of" and doc[k - 1].lower_ in _SIDES and doc[k - 2].lower_ in {"the", "its", "far"}:
        return True
    return doc[zone.head].lower_ in _SIDES and zone.end < len(doc) and doc[zone.end].lower_ == "of"


def _not_quite(sentence: Sentence, phrase: Phrase) -> bool:
    """'Nearly all of its guns', 'almost every post', 'all but a handful of its men'."""
    k = phrase.start
    if any(t.lower_ == "all" and u.lower_ == "but" for t, u in pairwise(sentence.doc[max(0, k - 4) : k + 2])):
        return True
    return any(sentence.doc[j].lower_ in _NEARLY for j in range(max(0, k - 1), k + 1))


_NEARLY = frozenset({"nearly", "almost", "virtually", "practically", "most"})


def _first_of_them(sentence: Sentence, trigger: Trigger, involved: list[Phrase]) -> bool:
    """'The first group to complete its disarmament': others are to follow."""
    over = trigger.frame.governor
    if over is not None and over.cue.sort == "nouns":
        over = governor_of(sentence, over.token, None)  # 'to complete the disarmament process'
    subject = subject_of(sentence, over.token) if over is not None and over.token in sentence.verbs else None
    for phrase in [*involved, *([subject] if subject is not None else [])]:
        words = _lower(sentence, phrase)
        if words[:1] == ["the"] and words[1:2] == ["first"] and words[-1] in _BATCHES:
            return True
    return False


_BATCHES = frozenset(
    [
        *[
            "group",
            "batch",
            "unit",
            "fighters",
            "rebels",
            "troops",
            "soldiers",
            "combatants",
            "prisoners",
            "detainees",
            "hostages",
        ],
        *["contingent", "convoy", "tranche", "wave", "guerrillas", "captives", "members", "weapons", "arms", "consignment"],
    ]
)


@cache
def _extents() -> Mapping[str, frozenset[str]]:
    """The words that say how much, by what they say."""
    rows = vocabulary("extent.yaml")
    return {row: frozenset(rows[row]) for row in ("all", "all_determiners", "part", "part_determiners", "part_scopes")}


@cache
def _phrases_of(row: str) -> tuple[str, ...]:
    """Those that are of several words."""
    return tuple(w for w in vocabulary("extent.yaml")[row] if " " in w)


def _definite(sentence: Sentence, phrase: Phrase) -> bool:
    """'the three ports', 'both towns', 'the two captives': a number that names them all; 'the 200 soldiers' may not."""
    words = _lower(sentence, phrase)
    named = len(words) > 2 and words[0] in {"the", "these", "those", "its", "their"} and number_in([words[1]]) is not None
    counted = named or words[0] == "both"
    head = noun_lemmas(sentence.doc[phrase.head].text)
    held = {"hostage", "captive", "prisoner", "detainee"}
    return counted and bool(head & of_classes("place", "position") or head & held)


_WATCHES = frozenset({"observe", "watch", "see", "monitor", "record", "detect", "film", "note"})


def _one_of_many(sentence: Sentence, phrase: Phrase) -> bool:
    """'Took down a camp in Z', 'left another post': one of several, and not all of the place."""
    if sentence.doc[phrase.start].lower_ not in {"a", "an", "another", "one"} or any(m.kind == "zone" for m in phrase.mentions):
        return False
    return bool(noun_lemmas(sentence.doc[phrase.head].text) & of_classes("place", "position", "post"))


def _bare_places(sentence: Sentence, phrase: Phrase) -> bool:
    """'left villages in the north': some, not all."""
    words = _lower(sentence, phrase)
    head = sentence.doc[phrase.head]
    plural = head.lower_.endswith("s") and head.pos_ == "NOUN" and not phrase.mentions
    places = of_classes("place", "position")
    bare = len(words) == 1 or (len(words) == 2 and sentence.doc[phrase.start].pos_ == "ADJ")
    return plural and bare and bool(noun_lemmas(head.text) & places) and words[0] not in {"all", "both", "his", "its", "their"}


def _partitive(sentence: Sentence, phrase: Phrase, data: Mapping[str, frozenset[str]]) -> bool:
    words = _lower(sentence, phrase)
    if _of_more(sentence, phrase):
        return not every_one(sentence, phrase)
    if words[0] in data["part_determiners"] - {"first", "certain", "other", "one"} or (
        words[0] in {"first"} and len(words) > 1
    ):
        return words[0] not in data["all_determiners"] and words[:2] != ["more", "than"]
    head = sentence.doc[phrase.head].lower_
    followed = phrase.end < len(sentence.doc) and sentence.doc[phrase.end].lower_ == "of"
    if head in {
        "part",
        "parts",
        "some",
        "most",
        "half",
        "majority",
        "bulk",
        "portion",
        "rest",
        "number",
        "remainder",
        "dozens",
        "hundreds",
        "thousands",
    }:
        return followed or head == "most"
    scoped = bool(noun_lemmas(sentence.doc[phrase.head].text) & data["part_scopes"])
    return phrase.prep == "from" and scoped and head.endswith("s") and words[0] not in data["all_determiners"]
