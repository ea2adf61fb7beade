"""How a clause stands to the verb before it: as what that wants, or as what its own subject did.

Invariant: only the tree and the form of the verb are asked, never what the words mean.
"""

from __future__ import annotations

from servanda.reading.acts.clause import Group, Sentence, group_of
from servanda.reading.parser.parsed import Token


def in_subjunctive(sentence: Sentence, token: Token, group: Group) -> bool:
    """The 'leave' of 'insisted that the army leave': no plain present of one."""
    if group.tag != "base" or group.words or group.infinitive:
        return False
    subject = next((c for c in token.children if c.dep_[:5] == "nsubj" and c.i < token.i), None)
    phrase = sentence.phrase_of(subject.i) if subject is not None else None
    if subject is None or phrase is None or phrase.joined is not None or subject.lower_ in {"they", "we", "i", "you", "who"}:
        return False
    named = any(m.members for m in phrase.mentions)
    return not named and not subject.lower_.endswith("s") and subject.lower_ not in {"men", "people", "police", "both"}


def tells_of_subject(sentence: Sentence, k: int, i: int) -> bool:
    """'Rebels who reject the truce shelled the town', 'a raid on a truck carrying food killed two': the verb at k only tells
    who or what that is."""
    told = sentence.doc[k]
    if told.dep_ != "acl:relcl" and not (told.dep_ == "acl" and told.lower_.endswith("ing")):
        return False
    who = told.head
    while who.dep_ == "nmod" and who.head.i < who.i:
        who = who.head
    return told.head.i < k < i and who.dep_[:5] == "nsubj" and who.head.i == i


def listed_infinitive(sentence: Sentence, at: int, group: Group) -> int | None:
    """'Agreed to protect those who stay, allow the others out and open the road': the first of the row of infinitives that a
    bare form behind a comma or an 'and' goes on, whatever clause tells of somebody in between."""
    doc = sentence.doc
    if group.words or group.infinitive or group.tag != "base" or at < 4 or sentence.segment == "headline":
        return None
    if doc[group.start - 1].lower_ not in {",", "and", "or"} or any(c.dep_[:5] == "nsubj" for c in doc[at].children):
        return None
    between = False
    for k in range(group.start - 2, -1, -1):
        if k not in sentence.verbs or doc[k].pos_ != "VERB":
            continue
        here = group_of(sentence, k)
        if _tells_who(doc[k]) or (here.infinitive and _tells_who(doc[k].head)):
            between = True
            continue
        if here.infinitive:
            told = next((j for j in range(k - 1, -1, -1) if j in sentence.verbs and doc[j].pos_ == "VERB"), None)
            over = group_of(sentence, told) if told is not None else None
            past = over is not None and (over.tag == "past" or over.perfect)
            return k if between and past else None
        bare = here.tag == "base" and not here.words and doc[here.start - 1].lower_ in {",", "and"}
        if not bare:
            return None
    return None


def _tells_who(token: Token) -> bool:
    """The verb of 'those who stay', 'the town that they hold'."""
    return token.dep_ == "acl:relcl"
