"""Accidents: who dies in a crash was attacked by nobody, and a truck that overturns attacks nobody.

Invariant: where the sentence tells of arms besides ('overturned under fire', 'crashed after it was hit by a missile') it is
no mere accident.
"""

from __future__ import annotations

import re

from servanda.reading.acts.clause import Sentence
from servanda.reading.acts.forms import noun_lemmas
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.slots import Frame

_TOLL = frozenset({"kill", "wound", "injure", "hurt", "maim", "die", "perish", "destroy", "damage", "crush"})
_COLLIDES = frozenset({"hit", "strike", "run"})
_IN_THE_AIR = frozenset({"helicopter", "copter", "plane", "aeroplane", "airplane", "airliner", "glider", "balloon"})
_ON_WHEELS = frozenset(
    [
        *["truck", "lorry", "car", "bus", "minibus", "van", "jeep", "vehicle", "pick-up", "pickup", "up", "tanker"],
        *["ambulance", "trailer", "train", "tractor", "taxi", "motorcycle", "motorbike", "bicycle", "ferry", "boat", "barge"],
        *["trawler", "ship"],
    ]
)
_CRAFT = _IN_THE_AIR | _ON_WHEELS
"""What has accidents. A drone or a jet that hits something is no accident by itself."""
_OF_CIVILIANS = re.compile(
    r"\b(?:crop|spraying|agricultural|farm(?:er)?(?:['’]s)?|toy|hobby|delivery|wedding|photographer['’]s|filming|survey)\b",
    re.IGNORECASE,
)
_OBSTACLES = frozenset(
    [
        *["line", "cable", "wire", "pylon", "pole", "mast", "tree", "wall", "fence", "hillside", "mountain", "cliff", "ditch"],
        *["kerb", "lamppost", "post", "bollard", "boulder", "rock", "reef", "sandbank", "animal", "cow", "sheep", "deer"],
        *["pedestrian", "cyclist", "bird", "barrier", "railing"],
    ]
)
_MISHAP = re.compile(
    r"\b(?:crash(?:es|ed|ing)?|overturn(?:s|ed|ing)?|collid(?:es|ed|ing|e)|collisions?|capsiz(?:es|ed|ing|e)|derail(?:s|ed|ing)?"
    r"|derailments?|skid(?:s|ded|ding)|swerv(?:es|ed|ing)|veer(?:s|ed|ing) off|plung(?:es|ed|ing) (?:into|off)|ran off the road"
    r"|rolled over|ran aground|(?:tyre|tire) (?:burst|blew)|burst (?:tyre|tire)|brakes? fail(?:ed|ure)|(?:engine|rotor) failure"
    r"|(?:road|traffic|training|car|work|industrial|shooting|hunting|farm) accidents?|pile-up"
    r"|hard landing|emergency landing)\b",
    re.IGNORECASE,
)
_ARMS = re.compile(
    r"\b(?:fir(?:e|ed|ing)|gunfire|shot|shots|shoot\w*|gun\w*|shell\w*|mortar\w*|artillery|missiles?|rockets?|bomb\w*|mines?"
    r"|landmines?|attack\w*|ambush\w*|grenades?|explo\w*|blasts?|raid\w*|assault\w*|clash\w*|snip\w*|torpedo\w*|ramm\w+|downed"
    r"|stormed|airstrikes?|air strikes?|warplanes?|deliberate\w*|intentional\w*|jamm\w+|sabotage\w*|hostile)\b",
    re.IGNORECASE,
)


def by_accident(sentence: Sentence, frame: Frame) -> bool:
    """'A lorry overturned and its driver was killed', 'the helicopter hit a power line', 'a jet crashed, killing a farmer'."""
    text = sentence.doc.text
    lemma = sentence.doc[frame.at].lemma_.lower()
    doer, met = frame.first("subj"), frame.first("obj")
    if frame.group is not None and lemma == "come" and doer is not None:
        return _is(sentence, doer, _COMES_DOWN)
    if frame.group is None or _ARMS.search(text) is not None:
        return False
    if lemma in _COLLIDES:
        into = met or next(iter(frame.slots.get("over", [])), None)
        return doer is not None and into is not None and _meets(sentence, doer, into)
    if lemma not in _TOLL:
        return False
    return _crashed(sentence, doer, frame.at) if doer is not None else _MISHAP.search(text) is not None


def _crashed(sentence: Sentence, doer: Phrase, at: int) -> bool:
    """Whether what killed is what had the accident: 'the truck overturned, killing two', and not 'soldiers killed a man whose
    car had overturned'."""
    start, behind = sentence.doc[doer.start].idx, sentence.doc[doer.end - 1]
    told = _MISHAP.match(sentence.doc.text, behind.idx + len(behind.text) + 1) is not None
    told = told or _MISHAP.search(sentence.doc.text, start, sentence.doc[at].idx) is not None
    civil = _is(sentence, doer, _CRAFT | _MAY_FALL)
    return civil and (told or _ran_into(sentence, doer, at))


_COMES_DOWN = _IN_THE_AIR | {"aircraft", "jet", "warplane", "fighter"}
"""'The aircraft came down in a field': it fell, whatever brought it down; shells and drones come down on somebody."""
_MAY_FALL = frozenset({"jet", "drone", "aircraft", "warplane", "tank", "carrier", "crash", "accident", "collision"})


def _ran_into(sentence: Sentence, doer: Phrase, at: int) -> bool:
    """'A truck hit a wall, killing two': the verb before it told of a collision."""
    for k in range(doer.end, at):
        if k in sentence.verbs and sentence.doc[k].lemma_.lower() in _COLLIDES:
            met = next((p for p in sentence.phrases if k < p.start <= k + 3), None)
            return met is not None and _meets(sentence, doer, met)
    return False


def _meets(sentence: Sentence, doer: Phrase, met: Phrase) -> bool:
    """A helicopter and a cable, a lorry and a bus; a helicopter that 'struck a bus' may have fired on it."""
    wire, wheels = _is(sentence, met, _OBSTACLES), _is(sentence, met, _ON_WHEELS)
    if _is(sentence, doer, _ON_WHEELS):
        return wire or wheels
    words = sentence.doc.words(doer.start, doer.end)
    flown = _is(sentence, doer, _IN_THE_AIR) or (
        _is(sentence, doer, frozenset({"drone"})) and _OF_CIVILIANS.search(words) is not None
    )
    return flown and wire


def _is(sentence: Sentence, phrase: Phrase, words: frozenset[str]) -> bool:
    return not words.isdisjoint(noun_lemmas(sentence.doc[phrase.head].text))
