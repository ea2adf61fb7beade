"""Times that a clause keeps from an act outside it, and the day that a clause hung on another one shares with it.

'They have not left; they have until 31 October', 'denies it and contends that it left on 28 August', 'on 5 April the
Front, violating the truce, opened fire'.

Invariant: a time is kept from an act only where the words show the border: a semicolon, a 'that', or two commas.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.clause import group_of
from servanda.reading.acts.drafts import Draft
from servanda.reading.acts.moments import dated
from servanda.reading.acts.semicolons import behind_semicolon
from servanda.reading.acts.triggers import Trigger
from servanda.reading.parser.parsed import Token
from servanda.reading.times import TimeExpression


def kept_apart(view: View, trigger: Trigger, time: TimeExpression) -> bool:
    """Whether a time is that of another clause than the one an act stands in."""
    token = next((t for t in view.doc if view.offset + t.idx >= time.start), None)
    if token is None:
        return False
    return (
        behind_semicolon(view, trigger.at, token.i)
        or _in_what_is_said(view, trigger.at, token)
        or _before_aside(view, trigger.at, token)
    )


def _in_what_is_said(view: View, at: int, time: Token) -> bool:
    """'Denies the shelling and contends that it left on 28 August': the day of what follows 'that', not of what is denied."""
    token = time
    for _ in range(12):
        said = token.dep_ == "ccomp" and any(c.dep_ == "mark" and c.lower_ == "that" for c in token.children)
        if said and token.head.i > at and token.head.dep_ == "conj":
            return True
        if token.head is token:
            break
        token = token.head
    return False


def _before_aside(view: View, at: int, time: Token) -> bool:
    """'On 5 April the enemy, violating the truce, opened fire': the day before the noun is that of the main verb."""
    token = view.doc[at]
    noun = token.head
    if token.dep_ not in {"acl", "advcl"} or not token.lower_.endswith("ing") or not time.i < noun.i < at:
        return False
    return noun.dep_.startswith("nsubj") and at < noun.head.i and _in_commas(view, noun.i, at, noun.head.i)


def _in_commas(view: View, noun: int, at: int, main: int) -> bool:
    return any(view.doc[k].text == "," for k in range(noun + 1, at)) and any(
        view.doc[k].text == "," for k in range(at + 1, main)
    )


_JUDGE = frozenset({"breach-ceasefire"})
"""Acts that say of another one what it amounts to."""
_DOING = re.compile(r"\w+ing\b")


def with_shared_day(view: View, drafts: Sequence[Draft], owned: Sequence[list[TimeExpression]]) -> list[list[TimeExpression]]:
    """The times of each act; a breach told as a participle ('opened fire, violating the truce') is of its main verb's day."""
    found = [list(mine) for mine in owned]
    for n, draft in enumerate(drafts):
        token = view.doc[draft.trigger.at]
        if draft.act.id not in _JUDGE or any(dated(t) for t in owned[n]) or _DOING.fullmatch(token.lower_) is None:
            continue
        if token.dep_ not in {"acl", "advcl"} or "having" in group_of(view, token.i).words:
            continue
        main = token.head.head if token.head.dep_.startswith("nsubj") else token.head
        shared = next((m for d, m in zip(drafts, owned, strict=True) if d.trigger.at == main.i), None)
        found[n] += [t for t in shared or () if dated(t) and t.bound in (None, "on")]
    for n, draft in enumerate(drafts):
        if (toll := _whose_toll(view, drafts, n)) is not None and not any(dated(t) for t in owned[n]):
            found[n] += [t for t in owned[toll] if dated(t) and t.bound in (None, "on")]
        if draft.act.id in _JUDGE and not any(dated(t) for t in owned[n]):
            deed = next((m for m, d in enumerate(drafts) if _is_the_breach(view, draft, d)), None)
            found[n] += [t for t in owned[deed] if dated(t) and t.bound in (None, "on")] if deed is not None else []
    return found


def _whose_toll(view: View, drafts: Sequence[Draft], n: int) -> int | None:
    """'Accused X of attacking a convoy on Monday, killing six': the attack right before it, whose toll it is."""
    at = drafts[n].trigger.at
    if not n or view.doc[at].lower_ not in _TOLL or view.doc[at - 1].text != ",":
        return None
    before = drafts[n - 1]
    same = before.act.id == drafts[n].act.id == "attack" and before.force.modality == drafts[n].force.modality
    return n - 1 if same and before.trigger.at < at else None


_TOLL = frozenset({"killing", "wounding", "injuring"})


def _is_the_breach(view: View, breach: Draft, deed: Draft) -> bool:
    """'Violated the truce in the clash of 25 January', 'with the attack of 12 March': the day of the clash is that of the
    breach."""
    phrase = view.phrase_of(deed.trigger.at) if deed.trigger.frame.group is None else None
    if breach.trigger.frame.group is None or phrase is None or phrase.prep not in _BY_DEED:
        return False
    over = view.doc[deed.trigger.at].head
    return deed.act.id == "attack" and breach.trigger.at in {over.i, over.head.i} and phrase.start > breach.trigger.at


_BY_DEED = frozenset({"in", "during", "with", "by"})
