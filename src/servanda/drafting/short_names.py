"""The other names that an agreement's text gives its actors, and what it says its words mean.

Invariant: every name stands in the text; a short name belongs to an actor only where no other could be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from servanda.drafting.bodies import country
from servanda.drafting.clause import definition
from servanda.drafting.provisions import Layout
from servanda.drafting.signers import CAP, JOINT, WATCHES, other_short_names, short_name
from servanda.reports.sources import folded

HEADS = (
    "Government|Ministry|Movement|Front|Council|Committee|Commission|Party|Army|Forces?|Brigades?|Battalions?|Militias?|Union|"
    "Mission|Authority|Administration|Coalition|Alliance|Organi[sz]ation|Group|Command|Federation|Republic|Kingdom|Resistance|"
    "Mechanism|Team|Delegation|Congress|League|Assembly|Corps|Legion|Regiment|Guard|Division|Office|Board|Centre|Center"
)
"""Words that can stand alone for a body that the text has named in full."""
_ARTICLES = frozenset(["the", "this", "by", "for", "of", "and", "to", "from", "with", "neither", "each", "both", "either"])
_STATE = rf"(?:{CAP} ){{0,3}}(?:Government|Republic|Kingdom|State|Union)"


def definitions(text: Layout) -> tuple[tuple[str, str], ...]:
    """What the text says its words mean, each with its meaning."""
    return tuple(d for p in text.provisions if (d := definition(p.says)) is not None)


def other_names(name: str, names: Sequence[str], text: Layout, whole: str) -> Iterator[str]:
    """The other names of an actor; `names` are those of all actors, itself among them."""
    seen = {folded(name)}
    for other in _found(name, names, text, whole):
        if folded(other) not in seen:
            seen.add(folded(other))
            yield other


def bare(name: str) -> str:
    """A state's name without what kind of state it is."""
    less = re.sub(rf"^(?:the )?{_STATE} of (?:the )?", "", name)
    return re.sub(rf"^{_STATE} of (?:the )?", "", less)


def _found(name: str, names: Sequence[str], text: Layout, whole: str) -> Iterator[str]:
    plain = bare(name)
    if len(plain) > 3:
        yield plain
        for m in re.finditer(
            rf"\b(?:Government of (?:the )?)?(?:(?:{CAP} )?(?:Republic|Kingdom|State|Union) of (?:the )?)?{re.escape(plain)}\b",
            whole,
        ):
            yield m[0]
    for one in dict.fromkeys((name, plain)):
        for m in re.finditer(re.escape(one), whole):
            short = None if _within_another(one, name, whole[: m.start()]) else short_name(whole, m.end())
            if short and not JOINT.search(short):
                yield short
                yield from (other for other in other_short_names(whole, m.end()) if not JOINT.search(other))
    if country(plain) is not None and folded(name) != folded(plain):
        yield plain
    for short, meaning in definitions(text):
        if re.match(rf"(?:the )?{re.escape(name)}\b", meaning, re.IGNORECASE):
            yield short
    yield from _head(name, names, whole)


def _within_another(one: str, name: str, before: str) -> bool:
    """Whether a name stands at the end of another's: 'the Interim Force in Norland', not 'the Republic of Norland'."""
    if one == name and " " in name:
        return False
    longer = re.search(r"(?:\b(?:of|in|for)(?: the)?|[A-Z][\w'’-]*) $", before)
    return longer is not None and not re.search(rf"\b{_STATE} of (?:the )?$", before)


def _head(name: str, names: Sequence[str], whole: str) -> Iterator[str]:
    """'the Front' for the National Front, '4th Brigade' for the 4th Brigade of the Army, where nobody else could be meant."""
    longest = re.sub(r"\s+(?:of|for|in|from) .*$", "", name)
    words = name.split()
    ends = bool(re.search(rf"\b(?:{HEADS})$", name)) or bool(WATCHES.search(" ".join(words[-2:])))
    tails = [" ".join(words[n:]) for n in range(1, len(words) - 1) if ends and words[n][:1].isupper()]
    for short in (longest, *tails, *reversed(re.findall(rf"\b(?:{HEADS})\b", longest or name))):
        if short == name or not short:
            continue
        mine = sum(bool(re.search(rf"\b{re.escape(short)}\b", n)) for n in names)
        if mine == 1 and _stands_alone(short, _without(name, whole)):
            yield short


def _stands_alone(short: str, whole: str) -> bool:
    """Whether the words are somewhere a name of their own: no capital beside them makes a longer one."""
    for m in re.finditer(rf"\b{re.escape(short)}\b(?! (?:of|for) (?:the )?[A-Z]| [A-Z])", whole):
        before = re.search(r"([\w'’-]+) $", whole[: m.start()])
        if before is None or not before[1][:1].isupper() or before[1].lower() in _ARTICLES:
            return True
    return False


def _without(name: str, whole: str) -> str:
    return whole.replace(name, "")
