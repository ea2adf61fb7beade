"""Who and what does no act of an agreement: snow closes roads, companies leave towns, soldiers die in a crash.

Invariant: whom a case names does acts, whatever he is called; here only words decide, of the doer and of the cause.
"""

from __future__ import annotations

import re

from servanda.reading.acts.clause import Sentence
from servanda.reading.acts.forms import noun_lemmas
from servanda.reading.acts.lexicon import of_classes
from servanda.reading.acts.mishaps import by_accident
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.slots import Frame
from servanda.reading.acts.watching_teams import by_the_watchers

_OF_ARMS = frozenset({"withdraw", "enter", "deploy", "reinforce", "advance", "disarm", "hand-over", "block-route"})
_KEPT_OUT = frozenset({"deny-passage", "obstruct-monitor", "detain"})
_SUFFERED = frozenset({"block-route", "attack", "open-route"})
_CAUSES = frozenset({"because", "due", "owing", "thanks"})


def by_no_party(sentence: Sentence, act: str, frame: Frame) -> bool:
    """'Farmers left the valley', 'the road was closed by snow', 'killed in a landslide': no act of a party."""
    doer = frame.first("subj")
    over = frame.governor if act == "block-route" and frame.group is None else None
    if over is not None and over.cue.lemma in {"hit", "face", "encounter", "run"}:
        return True  # 'the talks hit roadblocks'
    if act in _OF_ARMS and doer is not None and _is_one(sentence, doer, ("nature", "business", "civil_folk")):
        return True
    if act in _OF_ARMS and doer is not None and _counted_people(sentence, doer):
        return True
    if act in _OF_ARMS | {"advance"} and doer is not None and _is_one(sentence, doer, ("captive",)):
        return True  # 'the former prisoners crossed the river'
    if act in _KEPT_OUT and doer is not None and _is_one(sentence, doer, ("nature",)):
        return True
    if act == "obstruct-monitor" and by_the_watchers(sentence, frame):
        return True
    if act == "attack" and (_did_not_go_off(sentence, frame) or _mine_did_it(sentence, frame) or _for_joy(sentence, frame)):
        return True
    if act == "attack" and sentence.doc[frame.at].lower_ in _BLASTS and _by_mishap(sentence, frame.at):
        return True
    if act == "attack" and (_of_a_conviction(sentence, frame) or _of_a_whole_war(sentence, frame)):
        return True
    if act == "attack" and by_accident(sentence, frame):
        return True
    if act == "release" and _moved_elsewhere(sentence, frame):
        return True
    if act == "open-route" and doer is not None and noun_lemmas(sentence.doc[doer.head].text) == noun_lemmas("traffic"):
        return False  # 'traffic moves freely on the road'; it closes one by itself only
    return act in _SUFFERED and any(
        _is_one(sentence, p, ("nature",)) and _as_cause(sentence, slot, p) for slot, ps in frame.slots.items() for p in ps
    )


def _counted_people(sentence: Sentence, doer: Phrase) -> bool:
    """'13 Israelis crossed into Egypt': so many of a people are none of its forces."""
    named = any(m.kind == "group" and m.how == "demonym" and m.text == sentence.doc[doer.head].text for m in doer.mentions)
    return named and any(sentence.doc[k].pos_ == "NUM" for k in range(doer.start, doer.head))


def _moved_elsewhere(sentence: Sentence, frame: Frame) -> bool:
    """'The prisoners were transferred to TOWN': they may be held there; who was transferred to a side is free."""
    if sentence.doc[frame.at].lemma_.lower() not in {"transfer", "move"}:
        return False
    kinds = {m.kind for p in frame.slots.get("to", []) for m in p.mentions if m.id}
    return "zone" in kinds and not kinds & {"actor", "group"}


def _did_not_go_off(sentence: Sentence, frame: Frame) -> bool:
    """'The shell failed to explode', 'did not go off': that it was fired is told, and is not taken back."""
    if sentence.doc[frame.at].lower_ not in _GOES_OFF or frame.group is None:
        return False
    return frame.group.negated or (frame.governor is not None and frame.governor.cue.lemma == "fail")


_GOES_OFF = frozenset({"explode", "exploded", "explodes", "detonate", "detonated", "detonates", "go", "went", "gone"})


def _mine_did_it(sentence: Sentence, frame: Frame) -> bool:
    """'A bus hit a mine, killing four': the bus killed nobody."""
    return (
        sentence.doc[frame.at].lower_ in _TOLL
        and _ON_A_MINE.search(sentence.doc.text, 0, sentence.doc[frame.at].idx) is not None
    )


def _by_mishap(sentence: Sentence, at: int) -> bool:
    """'A gas explosion', 'the blast was caused by a gas bottle', 'the explosion was an accident'."""
    text, start = sentence.doc.text, sentence.doc[at].idx
    return _MISHAP_BEFORE.search(text, 0, start) is not None or _MISHAP_BEHIND.match(text, start) is not None


_BLASTS = frozenset(["explosion", "explosions", "blast", "blasts", "fire", "fires", "exploded", "explode"])
_MISHAP = (
    r"(?:gas|boiler|fuel|short circuit|electrical|accident|leak|mishandl\w+|negligence|fireworks?|generator|transformer"
    r"|lightning|controlled|old ammunition|stray spark|cooking|stove)"
)
_MISHAP_BEFORE = re.compile(rf"\b{_MISHAP}(?:al)?[ -](?:\w+[ -])?$", re.IGNORECASE)
_MISHAP_BEHIND = re.compile(
    r"\w+(?: (?:in|at|near|on|outside|inside) [^,;.]{1,40}?)? (?:(?:had been|has been|was|were) (?:in fact |likely |probably )?"
    r"(?:caused by|triggered by|due to|the result of|set off by)?|came from|resulted from|because of|caused by|due to)"
    rf" ?(?:an?|the)? ?(?:\w+ )?{_MISHAP}",
    re.IGNORECASE,
)
_TOLL = frozenset({"killing", "wounding", "injuring", "hurting", "maiming"})
_ON_A_MINE = re.compile(
    r"\b(?:hit|struck|ran over|drove over|stepped on|trod on|set off|triggered|detonated|strikes|hits)"
    r" (?:an?|the|another|two|several) (?:[\w-]+ )?(?:land)?(?:mines?|explosives?|ordnance|bombs?|device)\b[^.;]*$",
    re.IGNORECASE,
)


def _of_a_conviction(sentence: Sentence, frame: Frame) -> bool:
    """'Inmates convicted of killing soldiers', 'jailed for an attack': what a court has dealt with is history."""
    return _CONVICTED.search(sentence.doc.text, 0, sentence.doc[frame.at].idx) is not None


_CONVICTED = re.compile(
    r"\b(?:convict(?:ed|ion)s? (?:of|for)|(?:found|pleaded) guilty of|(?:jailed|imprisoned|sentenced) for) (?:\w+ ){0,2}$",
    re.IGNORECASE,
)


def _of_a_whole_war(sentence: Sentence, frame: Frame) -> bool:
    """'Fought a two-year war', 'fought three weeks of battles', 'a war in which thousands were killed': history."""
    text, at = sentence.doc.text, sentence.doc[frame.at].idx
    group = frame.group
    if group is None:
        return _FOUGHT_LONG.search(text, 0, at) is not None
    if group.perfect or group.progressive:
        return False
    return _LONG_WAR.match(text, at) is not None or _IN_A_WAR.search(text, 0, at) is not None


_LONG = r"(?:[\w-]+-(?:year|month|week)|(?:\w+ )?(?:weeks|months|years) of)"
_WAR = r"(?:[\w-]+ )?(?:wars?|battles?|conflict|fighting|clashes|skirmishes)\b"
_FOUGHT_LONG = re.compile(rf"(?<!have )(?<!has )(?<!are )\bfought (?:an? |the )?{_LONG} (?:[\w-]+ )?$", re.IGNORECASE)
_LONG_WAR = re.compile(rf"fought (?:an? |the |their )?{_LONG} {_WAR}", re.IGNORECASE)
_IN_A_WAR = re.compile(rf"\b{_LONG} (?:[\w-]+ )?war\b[^.;:]* (?:in|during) which [^.;:,]*$", re.IGNORECASE)


def _for_joy(sentence: Sentence, frame: Frame) -> bool:
    """'Celebratory gunfire', 'shots fired in the air at a wedding'."""
    return _JOY.search(sentence.doc.text) is not None and (frame.group is None or _JOYFUL.search(sentence.doc.text) is not None)


_JOYFUL = re.compile(r"\b(?:celebratory|ceremonial|festive|wedding) (?:gun)?(?:fire|shots?|gunfire|salvos?)\b", re.IGNORECASE)
_JOY = re.compile(rf"{_JOYFUL.pattern}|\bin celebration\b", re.IGNORECASE)


def of_years(sentence: Sentence, at: int, frame: Frame) -> bool:
    """'Five decades of hostilities': an age, and no attack."""
    phrase = sentence.phrase_of(at) if frame.group is None else None
    over = sentence.phrase_of(phrase.start - 2) if phrase is not None and phrase.prep == "of" and phrase.start > 1 else None
    return over is not None and sentence.doc[over.head].lower_ in _AGES


_AGES = frozenset({"decade", "decades", "years", "century", "half-century", "centuries", "generations"})


def _is_one(sentence: Sentence, phrase: Phrase, classes: tuple[str, ...]) -> bool:
    head = phrase.head
    named = any(m.kind in {"actor", "group"} and m.end > sentence.offset + sentence.doc[head].idx for m in phrase.mentions)
    whole = head + 1 < len(sentence.doc) and sentence.doc[head + 1].lower_ == "of"  # 'a band of fighters'
    other = sentence.doc[head].dep_ in {"obj", "iobj"}  # of another verb: 'neither freed the teachers nor left'
    return not named and not whole and not other and not of_classes(*classes).isdisjoint(noun_lemmas(sentence.doc[head].text))


def _as_cause(sentence: Sentence, slot: str, phrase: Phrase) -> bool:
    if slot in {"subj", "by", "in", "after", "for", "during"}:
        return True
    return phrase.start > 1 and sentence.doc[phrase.start - 2].lower_ in _CAUSES
