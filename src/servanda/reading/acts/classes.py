"""What kind of thing a phrase names: forces, a place, an agreement, prisoners.

Invariant: a phrase that the case knows is of the kind that the case says; words decide only for the rest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from servanda.reading.acts.captives import is_captive
from servanda.reading.acts.clause import Sentence
from servanda.reading.acts.forms import noun_lemmas
from servanda.reading.acts.fronted_wholes import fronted_whole
from servanda.reading.acts.lexicon import lexicon, of_classes
from servanda.reading.acts.obstacles import bars_a_way
from servanda.reading.acts.phrases import Phrase, hyphened
from servanda.reading.acts.told_before import is_mined_ground, stands_for_a_force
from servanda.reading.acts.watching_teams import is_watching_team

_PLACE_PREPOSITIONS = frozenset(
    {
        "in",
        "into",
        "inside",
        "near",
        "around",
        "across",
        "within",
        "outside",
        "at",
        "out of",
        "from",
        "through",
        "along",
        "towards",
        "toward",
        "throughout",
    }
)
NO_PLACE = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "today",
        "yesterday",
        "tomorrow",
        "noon",
        "midnight",
    ]
)


def is_a(sentence: Sentence, phrase: Phrase, words: tuple[str, ...]) -> bool:
    """Whether a phrase is one of the words or classes ('@forces', '@place', 'fire')."""
    plain, classes = _sorted_out(words)
    if plain and not (
        plain.isdisjoint(_head_words(sentence, phrase.head)) and plain.isdisjoint(noun_lemmas(_before_head(sentence, phrase)))
    ):
        return True
    for name in classes:
        if _is_of(sentence, phrase, name):
            return True
    whole = fronted_whole(sentence, phrase)
    return whole is not None and is_a(sentence, whole, words)


def _head_words(sentence: Sentence, head: int) -> frozenset[str]:
    """The lemmas of a head; of 'cease-fire' none of 'fire'; of 'artillery pieces' those of artillery too."""
    whole = hyphened(sentence.doc, head)
    if head and sentence.doc[head].lower_ in _PIECES:
        before = sentence.doc[head - 1].lower_
        return noun_lemmas(sentence.doc[head].text) | (frozenset({"vehicle"}) if before == "personnel" else noun_lemmas(before))
    return noun_lemmas(whole if whole in {"cease-fire", "cease-fires"} else sentence.doc[head].text)


_PIECES = frozenset({"piece", "pieces", "system", "systems", "carrier", "carriers"})
_THEIR_CARS = frozenset({"car", "cars", "vehicle", "vehicles", "helicopter", "helicopters", "drone", "drones", "boat", "boats"})
_BRINGS_AID = frozenset(
    {"convoy", "convoys", "truck", "trucks", "lorry", "lorries", "aid", "supplies", "shipment", "shipments"}
)
"""'A United Nations convoy' brings aid, whoever else of that name watches over the agreement."""


@lru_cache(maxsize=4096)
def _sorted_out(words: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Words as they are, and the names of classes without their sign."""
    return frozenset(w for w in words if w[0] != "@"), tuple(w[1:] for w in words if w[0] == "@")


def _is_of(sentence: Sentence, phrase: Phrase, name: str) -> bool:
    """Whether a phrase is of a class."""
    if name in _TOLD_OTHERWISE and (told := _told_otherwise(sentence, phrase, name)) is not None:
        return told
    if name == "place" and is_fraction(sentence, phrase):
        return False
    members, barred, within = _class(name)
    head = _head_words(sentence, phrase.head)
    if (whole := hyphened(sentence.doc, phrase.head)) is not None:
        head |= noun_lemmas(whole)
    if barred and any(sentence.doc[k].lower_ in barred for k in range(phrase.start, phrase.head)):
        return False
    if not members.isdisjoint(head):
        where = name in {"place", "position", "line", "post"}
        return not (where and (sentence.doc[phrase.head].pos_ == "PRON" or _names_actor(sentence, phrase)))
    return is_a(sentence, phrase, within)


def things_told(words: Sequence[str]) -> str | None:
    """The one class of things that the words of a sentence name and 'they' of the next may be: bodies, weapons, mines,
    prisoners. The bodies of prisoners are bodies."""
    classes = lexicon().classes
    nouns = frozenset().union(*(noun_lemmas(w) for w in words)) - {"them", "they"}
    found = [name for name in ("body", "weapon", "mine", "prisoner") if nouns & classes[name]]
    return "body" if found == ["body", "prisoner"] else found[0] if len(found) == 1 else None


def about_a_way(sentence: Sentence) -> bool:
    """Whether a sentence begins with a road or a place: 'The road to X was opened. It was closed again.'"""
    first = next((p for p in sentence.phrases if p.prep is None), None)
    return first is not None and first.start <= 1 and is_a(sentence, first, ("@route",))


def is_fraction(sentence: Sentence, phrase: Phrase) -> bool:
    """'A quarter of its guns', 'three quarters of the men'."""
    fraction = sentence.doc[phrase.head].lower_ in {"quarter", "quarters"} and phrase.end - phrase.start > 1
    fraction = fraction and not is_district(sentence, phrase)
    return fraction and phrase.end < len(sentence.doc) and sentence.doc[phrase.end].lower_ == "of"


_DISTRICTS = frozenset({"quarter", "district", "suburb", "neighbourhood", "neighborhood", "ward"})
_OF_A_ROW = frozenset({"last", "first", "second", "third", "final", "remaining", "other", "another", "full", "whole", "entire"})


def is_district(sentence: Sentence, phrase: Phrase) -> bool:
    """'The railway quarter', 'the fortress district': a part of a town, called by what is there; no zone of the case."""
    head = sentence.doc[phrase.head]
    if head.lower_ not in _DISTRICTS or phrase.head == phrase.start or any(m.kind == "zone" for m in phrase.mentions):
        return False
    before = sentence.doc[phrase.head - 1]
    return before.pos_ in {"NOUN", "ADJ"} and before.lower_ not in _OF_A_ROW and sentence.doc[phrase.start].lower_ in _THE


_THE = frozenset({"the", "its", "their", "a"})


def _names_actor(sentence: Sentence, phrase: Phrase) -> bool:
    """'The Front', where it is an actor's name, is no front."""
    at = sentence.offset + sentence.doc[phrase.head].idx
    return any(m.kind == "actor" and m.id and m.how == "alias" and m.start <= at < m.end for m in phrase.mentions)


def _told_otherwise(sentence: Sentence, phrase: Phrase, name: str) -> bool | None:
    """What tells the class of a phrase before its head does; None where the head decides."""
    if name == "any":
        return True
    if name == "name":
        return is_name(sentence, phrase)
    if name == "somebody":
        return any(m.kind == "person" and _NO_PERSON.isdisjoint(m.text.lower().split()) for m in phrase.mentions)
    if name == "new_date":
        before = {t.lower_ for t in sentence.doc[phrase.start : phrase.head]}
        return None if before & _NEW else False
    if name == "own":
        return sentence.doc[phrase.start].lower_ in _OWN
    if name in {"zone", "route"} and sentence.doc[phrase.head].lower_ == "it":  # 'the airport …; the army closed it'
        here = (p for p in sentence.phrases if p.end <= phrase.start and p.prep is None)
        return any(is_a(sentence, p, ("@route", "@zone")) for p in here) or (phrase.start == 0 and sentence.of_a_way)
    if name == "route" and _is_numbered_road(sentence, phrase):
        return True
    if name == "zone":
        return is_place_name(sentence, phrase) and not _is_assault(sentence, phrase)
    if name == "count" and sentence.doc[phrase.head].pos_ == "NUM":
        k = phrase.end + 1
        whole = sentence.phrase_of(k) if k < len(sentence.doc) and sentence.doc[k - 1].lower_ == "of" else None
        if whole is not None and sentence.doc[whole.head].lower_ == "them" and _is_of(sentence, whole, "count") is False:
            return False  # 'brought 400 rifles; 200 of them were handed over'
        return whole is None or not is_a(sentence, whole, ("@place", "@position", "@post"))  # 'left one of the posts'
    if name == "monitor" and any(m.id in sentence.monitors for m in phrase.mentions if m.id):
        return sentence.doc[phrase.head].lower_ not in _BRINGS_AID
    if name == "monitor" and is_watching_team(sentence, phrase):
        return True  # 'our teams', said by a monitor
    if name == "monitor" and sentence.doc[phrase.head].lower_ in _THEIR_CARS:
        members = lexicon().classes["monitor"]
        return any(sentence.doc[k].lower_ in members for k in range(phrase.start, phrase.head))  # 'the mission's cars'
    if name == "monitor" and sentence.doc[phrase.head].lower_ in {"patrol", "patrols"} and _of_soldiers(sentence, phrase):
        return False
    if name == "monitor" and sentence.doc[phrase.head].lower_ == "them":
        return _are_monitors(sentence, phrase)
    if name == "captive":
        return is_captive(sentence, phrase)
    if name == "mined":
        return is_mined_ground(sentence, phrase)
    if name == "told_force":
        return stands_for_a_force(sentence, phrase)
    if name == "obstacle":
        return bars_a_way(sentence, phrase)
    if name == "date":
        return sentence.doc[phrase.head].lower_ in NO_PLACE or sentence.doc[phrase.head].pos_ == "NUM"
    owned = name in {"forces", "actor"} and _is_owned(sentence, phrase)
    if name == "forces" and not owned and _mentions(phrase, "actor", "group", "person") and not is_place_noun(sentence, phrase):
        civil = lexicon().classes["civil"]
        if _of_a_people(sentence, phrase) or noun_lemmas(sentence.doc[phrase.head].text) & lexicon().classes["pact"]:
            return False  # 'a Front statement'
        return not any(sentence.doc[k].lower_ in civil for k in range(phrase.start, phrase.head + 1))
    if name == "actor" and not owned and _mentions(phrase, "actor", "group", "person"):
        return True
    if name == "place" and _mentions(phrase, "zone") and not _is_assault(sentence, phrase):
        return True
    if name == "pact" and (part := _numbered_part(sentence, phrase)) is not None:
        return part
    if name == "pact" and _names_pact(sentence, phrase):
        return True
    if name == "place" and sentence.doc[phrase.head].lower_ == "it":
        return any(is_placelike(sentence, p) for p in sentence.phrases if p.end <= phrase.start)
    if name in _MADE_SO and _made_so(sentence, phrase, name):
        return True
    if name in _TAKEN_UP and sentence.doc[phrase.head].lower_ == "them":
        others = [p for p in sentence.phrases if p.end <= phrase.start and p.head != phrase.head]
        named = any(_is_of(sentence, p, name) and (name != "place" or _are_several(sentence, p)) for p in others)
        return named or sentence.they_are == name
    if name == "count" and sentence.doc[phrase.head].lower_ == "them":
        things = sentence.they_are not in {None, "prisoner"} or is_a(sentence, phrase, ("@weapon", "@mine"))
        return False if things else None  # 'has 300 rifles. It will hand them over', 'laid down rifles and handed them over'
    return None


def _is_numbered_road(sentence: Sentence, phrase: Phrase) -> bool:
    """'Route 9', 'Highway 4': the noun stands before its number."""
    number = sentence.doc[phrase.end - 1]
    road = sentence.doc[phrase.end - 2] if phrase.end - phrase.start > 1 and number.text[:1].isdigit() else None
    return road is not None and road.lower_ in {"route", "highway", "road", "motorway"}


def _numbered_part(sentence: Sentence, phrase: Phrase) -> bool | None:
    """Whether 'Article 2', 'paragraph 3' is one of an agreement: not where the text says that it is of a constitution."""
    doc = sentence.doc
    last = min(phrase.end, len(doc) - 1)
    parts = (k for k in range(phrase.start, last) if doc[k].lower_ in _PARTS_OF_PAPERS and _NUMBER.fullmatch(doc[k + 1].lower_))
    at = next(parts, None)
    if at is None:
        return None
    if at + 3 >= len(doc) or doc[at + 2].lower_ != "of":
        return True
    paper = sentence.phrase_of(at + 3)
    return paper is None or _is_of(sentence, paper, "pact")


_PARTS_OF_PAPERS = frozenset({"article", "paragraph", "point", "clause", "section"})
_NUMBER = re.compile(r"\d{1,3}(?:\.\d+)?|[ivx]{1,5}")


def _of_soldiers(sentence: Sentence, patrol: Phrase) -> bool:
    """'An army patrol', 'a Front patrol': of those who are watched."""
    if any(m.kind == "actor" and m.id and m.id not in sentence.monitors for m in patrol.mentions):
        return True
    return any(sentence.doc[k].lower_ in _ARMED for k in range(patrol.start, patrol.head))


_ARMED = frozenset({"army", "military", "police", "navy", "naval", "border", "government", "rebel", "militia", "foot"})


def _are_monitors(sentence: Sentence, them: Phrase) -> bool:
    """'The observers say your men kept them out': the last of several told of before who are not the verb's own subject."""
    verb = sentence.doc[them.head].head
    own = next((c.i for c in verb.children if c.dep_.startswith("nsubj")), verb.i)
    told = [p for p in sentence.phrases if p.end <= them.start and not p.start <= own < p.end and is_actorlike(sentence, p)]
    if not told:
        return False
    head = sentence.doc[told[-1].head].lower_
    return (head.endswith("s") or head == "they") and _is_of(sentence, told[-1], "monitor")


@cache
def _class(name: str) -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    """The words of a class, those that keep a phrase out of it, and the classes that it takes in."""
    classes = lexicon().classes
    members = classes.get(name, frozenset())
    return members, classes.get(f"not_{name}", frozenset()), tuple(m for m in sorted(members) if m.startswith("@"))


_NEW = frozenset(["new", "fresh", "later", "revised", "different", "extended", "further", "another", "amended", "postponed"])
_OWN = frozenset({"its", "their", "his", "her", "our"})
_MADE_SO = {
    "prisoner": frozenset(
        ["abducted", "kidnapped", "detained", "imprisoned", "jailed", "interned", "arrested", "captive", "captured"]
    ),
    "displaced": frozenset(["displaced", "uprooted", "exiled", "homeless"]),
}
"""Words before a noun that make its people prisoners or displaced: 'abducted schoolteachers', 'uprooted Nuer'."""
_NO_PERSON = frozenset({"statement", "report", "resolution", "video", "album", "film", "book", "song", "decree", "no"})
_THINGS = ("heavy", "weapon", "craft", "place", "position", "route", "aid", "abstract")


def _made_so(sentence: Sentence, phrase: Phrase, name: str) -> bool:
    doc, classes = sentence.doc, lexicon().classes
    if not any(doc[k].lower_ in _MADE_SO[name] for k in range(phrase.start, phrase.head)):
        return False
    head = noun_lemmas(doc[phrase.head].text)
    people = head & of_classes("person", "prisoner", "displaced", "forces")
    return bool(people) or not any(head & classes[thing] for thing in _THINGS)


def _are_several(sentence: Sentence, phrase: Phrase) -> bool:
    """'The posts', 'Kest and Dolan', which 'them' may be, and not 'Kest'."""
    return sentence.doc[phrase.head].lower_.endswith("s") or len(sentence.all_of(phrase)) > 1


_TAKEN_UP = frozenset({"place", "position", "weapon", "heavy", "mine", "body", "pact"})
"""Classes of things that 'them' may stand for where the sentence has named some."""
_TOLD_OTHERWISE = frozenset(
    {"any", "name", "somebody", "own", "zone", "route", "count", "monitor", "date", "new_date", "forces", "actor"}
    | {"obstacle", "captive", "mined", "told_force"}
    | _MADE_SO.keys()
    | _TAKEN_UP
)


def _of_a_people(sentence: Sentence, phrase: Phrase) -> bool:
    """'Saudi prisoners', 'Armenian villagers': a name before a word for people who are no forces."""
    head, classes = sentence.doc[phrase.head], lexicon().classes
    at = sentence.offset + head.idx
    if any(m.start <= at < m.end for m in phrase.mentions):
        return False
    lemmas = noun_lemmas(head.text)
    return not lemmas & classes["forces"] and bool(lemmas & of_classes("prisoner", "displaced", "aid"))


def _is_owned(sentence: Sentence, phrase: Phrase) -> bool:
    """'The Front's farm' is what the head says, whoever owns it."""
    return any(sentence.doc[k].lower_ in {"'s", "’s"} for k in range(phrase.start, phrase.head))


def _before_head(sentence: Sentence, phrase: Phrase) -> str:
    return sentence.doc[phrase.head - 1].text if phrase.head > phrase.start else ""


def _is_assault(sentence: Sentence, phrase: Phrase) -> bool:
    """The 'shelling' of 'gave up shelling the town': whatever place stands beside it, it is none itself."""
    first, head = sentence.doc[phrase.start], sentence.doc[phrase.head]
    told = first if first.text.endswith("ing") and phrase.start < phrase.head else head
    return not told.text.istitle() and bool(noun_lemmas(told.text) & (lexicon().classes["assault"] | {"fighting"}))


def _mentions(phrase: Phrase, *kinds: str) -> bool:
    """A name of such a kind that was looked up, not guessed from its capital letter."""
    return any(m.kind in kinds and m.how != "guessed" for m in phrase.mentions)


def _names_pact(sentence: Sentence, phrase: Phrase) -> bool:
    return any(noun_lemmas(sentence.doc[k].text) & lexicon().classes["truce"] for k in range(phrase.start, phrase.end))


def is_name(sentence: Sentence, phrase: Phrase) -> bool:
    """A proper name, known or not; 'two Cypriot soldiers' and 'its men' are people, whoever they belong to."""
    head = sentence.doc[phrase.head]
    if head.pos_ == "PROPN":
        return True
    return bool(phrase.mentions) and not noun_lemmas(head.text) & of_classes("forces", "person")


def is_place_noun(sentence: Sentence, phrase: Phrase) -> bool:
    """The head is a word for a place ('village', 'positions')."""
    return bool(noun_lemmas(sentence.doc[phrase.head].text) & of_classes("place", "position"))


def is_place_name(sentence: Sentence, phrase: Phrase) -> bool:
    """A zone of the case, or a proper name of no known actor or person (an actor's name counts as its country)."""
    if _mentions(phrase, "zone"):
        return True
    if _mentions(phrase, "person", "group") or (
        any(m.kind == "person" for m in phrase.mentions)
        and not is_place_noun(sentence, phrase)
        and phrase.prep not in _PLACE_PREPOSITIONS
    ):
        return False
    head = sentence.doc[phrase.head]
    if head.lower_ in NO_PLACE or (head.pos_ != "PROPN" and not phrase.mentions):
        return False
    if noun_lemmas(head.text) & (lexicon().classes["pact"] | lexicon().classes["assault"]) and not head.text.istitle():
        return False  # 'in Ruritanian air strikes'
    if noun_lemmas(head.text) & lexicon().classes["forces"]:
        return False
    if _mentions(phrase, "actor"):
        return phrase.prep in _PLACE_PREPOSITIONS and _is_named(sentence, phrase)
    return not (head.text.isupper() and len(head.text) > 2 and phrase.start < phrase.head)  # 'through the HLTF' is no place


def _is_named(sentence: Sentence, phrase: Phrase) -> bool:
    """The head is the name itself: 'in Armenia', and not 'at an Armenian boat'."""
    at = sentence.offset + sentence.doc[phrase.head].idx
    return any(m.start <= at < m.end for m in phrase.mentions)


def is_only_a_place(sentence: Sentence, phrase: Phrase) -> bool:
    """'The Kest neighbourhood', 'Kest': a zone of the case; 'Kest fighters' are somebody."""
    at = sentence.offset + sentence.doc[phrase.head].idx
    named = [m for m in phrase.mentions if m.kind == "zone" and m.id]
    return bool(named) and (is_place_noun(sentence, phrase) or any(m.start <= at < m.end for m in named))


def is_a_zone(sentence: Sentence, phrase: Phrase) -> bool:
    """A place of the case, by its own name up to the end of the phrase."""
    end = sentence.span(phrase.start, phrase.end)[1]
    return any(m.kind == "zone" and m.id and m.end == end for m in phrase.mentions)


def is_placelike(sentence: Sentence, phrase: Phrase) -> bool:
    """A place by name or by word."""
    return is_place_name(sentence, phrase) or is_place_noun(sentence, phrase)


_OF_A_BODY = frozenset({"member", "supporter", "follower", "faction", "adherent", "sympathiser", "sympathizer"})


def is_actorlike(sentence: Sentence, phrase: Phrase) -> bool:
    """Something that can act: a known actor, a force, an office, a person, a name not used as a place."""
    if _mentions(phrase, "actor", "group", "person"):
        return True
    if _mentions(phrase, "zone"):
        return False
    head = noun_lemmas(sentence.doc[phrase.head].text)
    if head & of_classes("forces", "actor", "person"):
        return True
    if head & _OF_A_BODY and phrase.end + 1 < len(sentence.doc) and sentence.doc[phrase.end].lower_ == "of":
        body = sentence.phrase_of(phrase.end + 1)
        return body is not None and body is not phrase and is_actorlike(sentence, body)  # 'by members of the Front'
    return sentence.doc[phrase.head].pos_ == "PROPN" and sentence.doc[phrase.head].lower_ not in NO_PLACE
