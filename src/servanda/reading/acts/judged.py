"""Whom a pronoun means behind a verb of judging or saying: 'X condemned Y after it had fired' tells of Y's fire.

Invariant: who judges is never who is judged; where it is not plain whom the pronoun means, nobody is given.
"""

from __future__ import annotations

from servanda.reading.acts.classes import is_actorlike
from servanda.reading.acts.clause import Sentence
from servanda.reading.acts.phrases import Phrase

WHEN = frozenset({"when", "while", "as", "after", "before", "because", "since"})
_JUDGES = frozenset(
    [
        *["accuse", "blame", "condemn", "denounce", "criticise", "criticize", "rebuke", "reprimand", "castigate", "censure"],
        *["slam", "lambast", "fault", "chide", "berate", "sanction", "punish", "praise", "applaud", "commend", "thank"],
        *["congratulate", "expel", "blacklist", "charge", "admonish", "upbraid", "hail", "deplore"],
    ]
)


def judged_before(view: Sentence, pronoun: Phrase) -> list[Phrase] | None:
    """Those judged, where the pronoun stands in a clause behind 'X accused Y …, after it …'; None elsewhere."""
    token = view.doc[pronoun.head]
    verb = token.head
    judge = verb.head
    if token.lower_ not in {"it", "they"} or token.dep_ != "nsubj" or verb.dep_ != "advcl" or judge.i >= token.i:
        return None
    if judge.i not in view.verbs or judge.lemma_.lower() not in _JUDGES:
        return None
    if not any(c.dep_ in {"mark", "advmod"} and c.lower_ in WHEN and c.i < token.i for c in verb.children):
        return None
    whom = view.phrase_of(judge.i + 1)
    if whom is None or whom.prep is not None or not is_actorlike(view, whom):
        return []
    judged = list(view.all_of(whom))
    return judged if token.lower_ == "they" or len(judged) == 1 else []


def of_those_things(view: Sentence, pronoun: Phrase) -> bool:
    """'The monitors want these checkpoints removed, arguing that they hinder traffic': the checkpoints, which are nobody."""
    token = view.doc[pronoun.head]
    if token.lower_ != "they" or token.i < 2:
        return False
    before = next((p for p in reversed(view.phrases) if p.end <= pronoun.start), None)
    if before is None or view.doc[before.start].lower_ not in {"these", "those"} or before.start == before.head:
        return False
    return not is_actorlike(view, before)


def teller_over_relative(view: Sentence, pronoun: Phrase) -> Phrase | None:
    """'A group that is fighting X said it had left': the group. Only where such a clause stands between it and the verb."""
    token = view.doc[pronoun.head]
    said = token.head.head
    if (
        token.lower_ != "it"
        or token.dep_ != "nsubj"
        or token.head.dep_ != "ccomp"
        or said.i not in view.verbs
        or said.i > token.i
    ):
        return None
    noun = next((c for c in said.children if c.dep_ == "nsubj" and c.i < said.i), None)
    clauses = [c for c in noun.children if c.dep_ == "acl:relcl" and noun.i < c.i < said.i] if noun is not None else []
    return view.phrase_of(noun.i) if noun is not None and clauses else None
