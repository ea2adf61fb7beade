"""An act as read, for `read --json`: words, class, parties, place and force, without a case.

Invariant: `text[start:end] == words` in the report's text.
"""

from __future__ import annotations

from servanda.reading.acts.clause import Sentence, group_of
from servanda.reading.acts.lexicon import Act, lexicon
from servanda.reading.acts.triggers import Trigger
from servanda.reading.claim import Modality, Polarity
from servanda.reading.frozen import dataclass
from servanda.reading.modality.force import Force, force_of

_BY_MODALITY = {"requested": "DEMAND", "promised": "AGREE", "refused": "REJECT", "required": "DEMAND"}


@dataclass(frozen=True, slots=True)
class ActRead:
    """One act of a text. `plover` is the class of the event that the words report, None where they report none."""

    start: int
    end: int
    words: str
    act: str
    plover: str | None
    source: tuple[str, ...]
    target: tuple[str, ...]
    zone: str | None
    polarity: Polarity
    modality: Modality
    claim: str | None = None


def plover_class(act: Act, force: Force, kind: str | None, worded: str | None = None) -> str | None:
    """The PLOVER class of what is reported: a demand for a withdrawal is a demand, a refused one is a refusal.
    `worded` is the class of events so worded, where the vocabulary gives one."""
    modality = force.modality
    if force.speech in {"threaten", "warn"} and modality in {"announced", "possible", "requested"}:
        return "THREATEN"
    if modality in _BY_MODALITY:
        return _BY_MODALITY[modality]
    if modality == "announced":
        if act.aspect == "speech":
            return act.plover
        return "THREATEN" if act.norm == "forbidden" else "AGREE"
    if modality == "alleged":
        return act.plover if force.speech is None else "DISAPPROVE"
    if modality in {"denied", "possible", "unknown"} or force.polarity == "negated":
        return None
    if worded is not None:
        return worded
    if act.aspect == "state" and act.norm == "forbidden":
        return None  # that something lasts is no event
    if act.id in {"attack", "capture"} and kind is not None:
        return "ASSAULT" if kind in {"abduction", "explosion", "killing"} else "FIGHT"
    return act.plover


_ADJUNCT = frozenset(
    {
        "after",
        "following",
        "since",
        "during",
        "amid",
        "despite",
        "before",
        "until",
        "over",
        "for",
        "because",
        "against",
        "about",
        "on",
        "from",
        "in",
        "of",
        "with",
        "under",
    }
)
_REPEATING = frozenset({"insist", "reiterate", "repeat", "renew"})
_TEMPORAL = frozenset({"after", "as", "when", "where", "while", "since", "before", "because", "although", "until"})


def is_background(view: Sentence, trigger: Trigger) -> bool:
    """Whether an act is only the setting of what is reported: 'after days of fighting', 'a deal signed in May'."""
    token = view.doc[trigger.at]
    if trigger.frame.group is None:
        phrase = view.phrase_of(trigger.at)
        governor = trigger.frame.governor
        named = (
            governor is not None
            and governor.relation == "noun"
            and (governor.cue.effect != "pass" or governor.cue.lemma in _REPEATING)
        )
        return phrase is not None and phrase.prep in _ADJUNCT and not named
    if token.dep_ in {"acl", "acl:relcl"} and trigger.frame.governor is None:
        whole = token.dep_ == "acl" and token.head.head.i == token.head.i and token.head.pos_ != "VERB"
        return not whole or trigger.frame.group.tag != "past"
    group = trigger.frame.group
    loose = group.tag == "ing" and not group.progressive and trigger.frame.governor is None
    if loose and any(c.dep_ in {"mark", "case"} and c.lower_ in _ADJUNCT for c in token.children):
        return True
    if token.dep_ == "ccomp" and _relative(view, token.head.i):
        return True
    k = trigger.frame.group.start - 1
    limit = max(-1, k - 12)
    while k > limit and view.doc[k].text not in ",;:.":
        if view.doc[k].lower_ in _TEMPORAL and view.doc[k].pos_ in {"SCONJ", "ADV"}:
            return k > 0
        if view.doc[k].lower_ in {"who", "which"}:
            return True
        if k in view.verbs and view.doc[k].pos_ == "VERB":
            return False
        k -= 1
    return False


def _relative(view: Sentence, at: int) -> bool:
    """'in which it said …': a clause of saying that itself opens with a relative pronoun."""
    return any(c.lower_ in {"which", "whom"} and c.i < at for c in view.doc[at].children)


def generic_event(view: Sentence) -> tuple[int, str, Force] | None:
    """What a sentence without an act of the vocabulary announces, demands or refuses: its main verb and the act of
    speech that this amounts to ('will support', 'must drop', 'would not meet')."""
    hostile = lexicon().classes["hostile"]
    for token in view.doc:
        if token.i not in view.verbs or token.pos_ != "VERB" or token.dep_ in {"acl", "acl:relcl", "advcl", "amod", "csubj"}:
            continue
        force = force_of(view, token.i, telic=False)
        if force.conditional or (force.past and force.modality == "completed"):
            continue
        verb = token.lemma_.lower()
        if force.modality == "announced":
            return token.i, "threaten" if verb in hostile else "agree", force
        if force.modality == "possible" and verb in hostile and "may" in group_of(view, token.i).words:
            return token.i, "threaten", force
        if force.modality == "promised":
            return token.i, "agree", force
        if force.modality in {"requested", "required"}:
            return token.i, "demand", force
        if force.modality == "refused":
            return token.i, "refuse-terms", force
    return None
