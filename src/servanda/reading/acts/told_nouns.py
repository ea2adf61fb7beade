"""Nouns of telling over an act: 'accusations it had fired', 'the accusations of the army on firing', 'rumours spread that'.

Invariant: what such a noun holds is told and not done; a noun that tells of the act itself is none.
"""

from __future__ import annotations

from servanda.reading.acts.clause import Governor, Sentence
from servanda.reading.acts.cues_at import cue_at
from servanda.reading.acts.phrases import Phrase
from servanda.reading.modality.effects import SHOWS


def noun_over(sentence: Sentence, phrase: Phrase) -> Governor | None:
    """The 'accusations' of 'the accusations of the army on opening fire', over the phrase right before the preposition."""
    over: Phrase | None = phrase
    while over is not None:
        cue = cue_at(sentence, over.head, "ing")
        if cue is not None and cue.sort == "nouns":
            return Governor(cue, over.head, "ing")
        over = sentence.phrase_of(over.start - 2) if over.prep in {"of", "by", "from"} and over.start > 1 else None
    return None


def made_by(sentence: Sentence, phrase: Phrase) -> int:
    """Where a phrase and what carries it begin: 'made by X' in 'claims made by X that', 'of X' in 'claims of X that'."""
    verb = phrase.start - 2
    carried = phrase.prep in {"by", "in", "on"} and verb in sentence.verbs and sentence.doc[verb].dep_ in {"acl", "advcl"}
    return verb if carried else phrase.start - 1


def noun_told_of(sentence: Sentence, phrase: Phrase) -> Governor | None:
    """'Reports suggesting a violation', 'rumours indicating an attack', 'reports regarding a breach': the noun of telling."""
    at = phrase.start - (1 if phrase.prep is None else 2)
    word = sentence.doc[at].lower_ if at > 0 else ""
    if phrase.prep is not None and sentence.doc[phrase.start - 1].lower_ in _REGARDING:
        at = phrase.start - 1
    elif word not in _TELLING and word not in _REGARDING:
        return None
    left = sentence.phrase_of(at - 1)
    while left is not None and left.prep in {"of", "in", "on", "by", "from"} and left.start >= 2:
        left = sentence.phrase_of(left.start - 2)
    cue = cue_at(sentence, left.head, "noun") if left is not None else None
    told = cue is not None and cue.sort == "nouns" and cue.effect == "alleged"
    return Governor(cue, left.head, "noun") if cue is not None and left is not None and told else None


_TELLING = frozenset({"suggesting", "indicating", "claiming", "alleging", "mentioning", "describing", "concerning", "showing"})
_REGARDING = frozenset({"regarding", "concerning"})


def told_without_that(sentence: Sentence, i: int) -> Governor | None:
    """'Rejected accusations it had shelled the town': the noun right before the clause's subject says what that is."""
    token = sentence.doc[i]
    subject = next((c for c in token.children if c.dep_ in {"nsubj", "nsubj:pass"} and c.i < i), None)
    if subject is None or subject.lower_ in {"that", "which", "who"}:
        return None
    before = subject.left_edge.i - 1
    if before < 0 or sentence.doc[before].pos_ != "NOUN":
        return None
    if before and sentence.doc[before - 1].lower_ == "to":
        return None  # 'according to reports the army has left': attribution tells that
    cue = cue_at(sentence, before, "that")
    if cue is None or cue.sort != "nouns":
        return None
    hung = token.dep_ in {"acl", "acl:relcl"} and token.head.i == before
    told = cue.effect in _TOLD_BY or cue.lemma in SHOWS if hung else cue.effect == "alleged"
    return Governor(cue, before, "that") if told else None


_TOLD_BY = frozenset({"alleged", "denied", "possible", "unknown"})


_GOES_ROUND = frozenset(
    ["spread", "circulated", "emerged", "surfaced", "grew", "persisted", "mounted", "appeared", "abound", "circulate"]
)


def goes_round(sentence: Sentence, verb: int) -> Governor | None:
    """'Rumours spread that they had fired': the rumours, over a clause that stands behind the verb."""
    if verb not in sentence.verbs or sentence.doc[verb].lower_ not in _GOES_ROUND:
        return None
    noun = next((c for c in sentence.doc[verb].children if c.dep_ == "nsubj" and c.i < verb), None)
    cue = cue_at(sentence, noun.i, "that") if noun is not None else None
    return Governor(cue, noun.i, "that") if noun is not None and cue is not None and cue.sort == "nouns" else None


_SPEAKS = frozenset(["say", "state", "add", "note", "quote", "read", "claim", "report", "cite", "announce", "accuse", "stress"])


def is_a_text(sentence: Sentence, noun: int) -> bool:
    """'The release said that …', 'said in a release': what is put out in writing, and nobody set free."""
    doc = sentence.doc
    phrase = sentence.phrase_of(noun)
    if phrase is None or phrase.head != noun or doc[noun].lower_ not in {"release", "releases"}:
        return False
    if phrase.end < len(doc) and doc[phrase.end].lower_ == "of":
        return False
    verb = doc[noun].head
    says = verb.pos_ == "VERB" and verb.lemma_.lower() in _SPEAKS
    subject = doc[noun].dep_ == "nsubj" and phrase.prep is None
    return says and (subject or (phrase.prep == "in" and doc[phrase.start].lower_ in {"a", "its", "their", "an", "this"}))
