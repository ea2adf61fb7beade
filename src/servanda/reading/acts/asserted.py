"""How far a text stands behind an act that it names: outright, at arm's length, as an opinion, or as a mere setting."""

from __future__ import annotations

import re
from collections.abc import Sequence

from servanda.reading.acts.classes import is_a
from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.lexicon import Act
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.triggers import Trigger
from servanda.reading.attribution import Attribution
from servanda.reading.claim import Speaker
from servanda.reading.modality.force import Force
from servanda.reading.modality.lexicon import modality_lexicon
from servanda.reading.quotes import Quoted

_SUSPECTED = frozenset({"suspected", "alleged", "presumed", "purported", "supposed"})


def suspected(view: View, actor: Phrase) -> bool:
    """'Killed by suspected rebels': whose deed it was is only thought."""
    return any(view.doc[k].lower_ in _SUSPECTED for k in range(actor.start, actor.head))


_TOLD_AS = frozenset(
    {"claims", "reports", "allegations", "accusations", "charges", "assertions", "allegation", "accusation", "assertion"}
)


def is_a_report(attribution: Attribution) -> bool:
    """'Claims by X that …', 'an earlier report that …': the thing told, and not somebody who tells it."""
    cue, source = attribution.cue, attribution.source
    return cue.text.lower() in _TOLD_AS or source.start <= cue.start < cue.end <= source.end


_GIVEN_UP = re.compile(
    r"\b(?:ha[sd]|have)\s+(?:always\s+|repeatedly\s+|consistently\s+)?(?:until\s+(?:now|then|recently)|till\s+now|up\s+to\s+now|hitherto)"
    r"\s+(?:[\w]+ly\s+|always\s+)?$|\b(?:until|till|up\s+to)\s+(?:now|then|recently),?\s+(?:\w+\s+){1,5}?ha[sd]\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)


def given_up(text: str, attribution: Attribution) -> bool:
    """'She had until now denied that …': a denial that she no longer makes."""
    return _GIVEN_UP.search(text, max(0, attribution.cue.start - 80), attribution.cue.start) is not None


def in_scare_quotes(quotes: Sequence[Quoted], view: View, trigger: Trigger) -> bool:
    """'The rebels "withdrew" from the town', 'X "shelled village"' at the head: words that the report holds at arm's length."""
    at = view.offset + view.doc[trigger.at].idx
    held = next((q for q in quotes if q.start <= at < q.end), None)
    if held is not None and view.segment == "headline" and trigger.frame.group is not None:
        return True
    return held is not None and len(view.doc.text[held.start - view.offset : held.end - view.offset].split()) <= 2


def one_moves(view: View, trigger: Trigger, act: Act) -> bool:
    """'He told the paper as he left the town': one person's coming and going is no movement of forces."""
    subject = trigger.frame.first("subj")
    if act.id not in _MOVES or subject is None or trigger.frame.group is None or trigger.frame.group.passive:
        return False
    moved_ = trigger.frame.first("obj")
    alone = moved_ is None or not is_a(view, moved_, ("@forces", "@heavy", "@weapon", "@craft"))
    return alone and view.doc[subject.head].lower_ in {"he", "she"}


_MOVES = frozenset({"withdraw", "enter", "advance", "deploy"})


def is_setting(view: View, trigger: Trigger, force: Force) -> bool:
    """A bare noun that asserts nothing: 'talks on the withdrawal', 'after the raid'."""
    if trigger.frame.group is not None:
        return False
    phrase = view.phrase_of(trigger.at)
    if phrase is None or force.conditional or force.polarity == "negated":
        return False
    told = any(p.mentions for slot, ps in trigger.frame.slots.items() for p in ps if slot not in {"obl"})
    first = view.doc[phrase.start].lower_
    asserted = force.speech is not None or phrase.prep is None or force.whole
    asserted |= phrase.prep == "to" and view.doc[max(0, phrase.start - 2)].lower_ == "subjected"
    beside = first in _KNOWN or phrase.prep in _BESIDE or force.modality == "possible"
    return not asserted and not told and beside


_BESIDE = frozenset(["to", "amid", "despite", "following", "since", "during"])
_KNOWN = frozenset(["the", "this", "that", "these", "those", "its", "their", "his", "her", "such"])


def is_opinion(view: View, trigger: Trigger, force: Force, speaker: Speaker, act: Act) -> bool:
    """Evaluation, prediction and hypothesis (R10)."""
    if force.conditional:
        return True
    if force.modality == "possible":
        return True
    if speaker.kind == "expert":
        return force.modality in {"announced", "required"} or act.generic
    return force.modality == "announced" and not view.words.isdisjoint(modality_lexicon().opinion)
