"""What is told of anybody at all, and by anybody: 'vehicles entering the zone will be fired on', 'whoever says that X …'.

Invariant: a subject with an article, a number or a name is somebody, and only the act inside it is weakened.
"""

from __future__ import annotations

from collections.abc import Set

from servanda.reading.acts.clause import Group, Sentence, group_of
from servanda.reading.parser.parsed import Token
from servanda.reading.small_letters import compile_small, small

_TO_COME = frozenset({"will", "would", "shall", "must", "may", "can", "should", "'ll", "’ll"})
_WHOEVER_SAYS = compile_small(
    r"(?:^|[.;:\"“,]\s*|\b(?:but|and) )"
    r"(?:whoever|whosoever|(?:anyone|anybody|those|people|all) who|(?:anyone|anybody|those) (?=\w+ing\b))"
    r"(?: (?:still|now|even|\w+ly))? ?(?:say|says|said|saying|claim|claims|claimed|claiming|believe|believes|think|thinks"
    r"|argue|argues|suggest|suggests|suggesting|insist|insists|maintain|maintains|allege|alleges|alleging|tell|tells)\b"
    r"[^.;:,]{0,80}$"
)
_SOME_MAY_SAY = compile_small(
    r"\b(?:some|many|others|critics|people|sceptics|cynics|one|you|somebody|someone) (?:will|may|might|could|would|can)"
    r"(?: \w+)? (?:say|argue|claim|object|insist|reply|answer|tell (?:you|us)) that\b[^.;:]{0,80}$"
)


_WILL_SAY = compile_small(
    r"\b(?:will|would|may|might|could) (?:\w+ )?"
    r"(?:say|argue|claim|object|insist|allege|maintain|conclude|complain) that\b[^.;:]{0,80}$"
)
_IN_HOPE = compile_small(r"\bin the hopes? (?:that|of)\b[^.;:]{0,80}$")


def says_anybody(text: str, here: int) -> bool:
    """'Whoever says that X has left is wrong', 'the hawks will argue that the truce is dead', 'in the hope that they leave':
    nobody is told to say so."""
    low = small(text)
    return any(words.search(low, 0, here) is not None for words in (_WHOEVER_SAYS, _SOME_MAY_SAY, _WILL_SAY, _IN_HOPE))


def thought_out(sentence: Sentence, at: int) -> bool:
    """'Pulling out now would hand the valley to them': neither is to come, both are only thought out."""
    token = sentence.doc[at]
    host = token.head if token.dep_ == "csubj" else token
    doing = any(c.dep_ == "csubj" and c.lower_.endswith("ing") and c.i < host.i for c in host.children)
    return doing and any(c.dep_ == "aux" and c.lower_ in _THOUGHT_OUT for c in host.children)


_THOUGHT_OUT = frozenset({"would", "could", "might", "'d", "’d"})


def of_any_such(sentence: Sentence, at: int, group: Group) -> bool:
    """'Vehicles entering the zone will be fired on', 'fighters who enter it will be arrested': a rule for any of them."""
    doc = sentence.doc
    token = doc[at]
    relative = token.dep_ == "acl:relcl" and group.finite and group.tag in {"base", "s", "past"} and not group.words
    if not relative and not (token.dep_ == "acl" and group.tag == "ing" and not group.words):
        return False
    return _a_rule_for(sentence, token.head, at, {"would", "should"} if group.tag == "past" else _TO_COME)


_OF_ALL_MEN = frozenset({"does", "can", "cannot", "must", "should", "ought", "would", "ca"})


def of_one(sentence: Sentence, at: int) -> bool:
    """'One does not store guns under a tree', 'one must not fire at a priest': what is or is not done, and no deed."""
    who = next((c for c in sentence.doc[at].children if c.dep_ in {"nsubj", "nsubj:pass"} and c.i < at), None)
    if who is None or who.lower_ != "one" or who.children:
        return False
    return not _OF_ALL_MEN.isdisjoint(group_of(sentence, at).words)


_ANYBODY = frozenset({"anyone", "anybody", "any", "whoever", "whosoever", "whichever"})
_THOSE = frozenset({"those", "all", "everyone", "everybody", "every", "each"})


def of_whoever(sentence: Sentence, at: int, group: Group) -> bool:
    """'Would crush anyone who broke the truce', 'will punish those who violate it': nobody is said to have done so.

    Those of a main clause that tells what happened did it: 'those who shelled the town have fled'.
    """
    doc = sentence.doc
    token = doc[at]
    if token.dep_ != "acl:relcl" or not group.finite or token.head.i > at:
        return False
    noun = token.head
    before = [c.lower_ for c in noun.children if c.i < noun.i]
    who = {noun.lower_, *before}
    if not _ANYBODY.isdisjoint(who):
        return True
    bare = not before and noun.lower_.endswith(("s", "men", "people")) and noun.pos_ == "NOUN"
    return (bare or not _THOSE.isdisjoint(who)) and _is_ahead(sentence, noun)


def _is_ahead(sentence: Sentence, noun: Token) -> bool:
    """Whether the clause of a noun tells of what is to come, or is only meant: 'will punish', 'vowed to jail'."""
    verb = noun.head
    if verb.i not in sentence.verbs or verb.i > noun.i:
        return False
    group = group_of(sentence, verb.i)
    meant = group.tag == "base" and not group.finite
    return meant or not (_TO_COME | {"to"}).isdisjoint(group.words)


def a_rule_for_any(sentence: Sentence, at: int) -> bool:
    """What is done to any of them by such a rule: that they 'will be fired on'."""
    who = next((c for c in sentence.doc[at].children if c.dep_ in {"nsubj", "nsubj:pass"} and c.i < at), None)
    if who is None:
        return False
    clauses = [c for c in who.children if c.i > who.i and c.i in sentence.verbs]
    return any(of_any_such(sentence, c.i, group_of(sentence, c.i)) for c in clauses)


def _a_rule_for(sentence: Sentence, noun: Token, at: int, to_come: Set[str]) -> bool:
    phrase = sentence.phrase_of(noun.i)
    if phrase is None or phrase.prep is not None or phrase.start != noun.i or not noun.lower_.endswith(("s", "men", "people")):
        return False
    main = noun.head.i
    return main > at and main in sentence.verbs and not to_come.isdisjoint(group_of(sentence, main).words)
