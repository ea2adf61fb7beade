"""R4, amendments: acts with author, form and date that move, waive, suspend or end a duty.

Invariant: an amendment that is effective on a day v changes nothing before v.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from servanda.agreement.calendar import add
from servanda.agreement.model import Agreement, Period, Power, Term
from servanda.evidence.naming import POWERS
from servanda.evidence.scope import is_unnamed
from servanda.evidence.testimony import Testimony
from servanda.findings.propositions import Proposition
from servanda.findings.strength import strong
from servanda.vocabulary import vocabulary

Form = Literal["formal", "informal"]
_MOVES_TO_A_DAY = frozenset({"extend-deadline"})
_TAKES_EFFECT = frozenset({"completed", "announced", "promised"})


@dataclass(frozen=True, slots=True)
class Amendment:
    """One act on the duty. `earliest`, `latest`: when it was made; `effective`: whether it is established."""

    act: str
    new_due: date | None
    adds_days: int | None
    adds_months: int | None
    earliest: date | None
    latest: date
    form: Form
    effective: bool
    claims: tuple[str, ...]
    old_due: date | None = None

    def made(self, last: date | None) -> date:
        """R4: the day that counts: an uncertain day counts as the last day still in time."""
        if last is not None and self.latest > last and (self.earliest is None or self.earliest <= last):
            return last
        return self.latest


def amendments(agreement: Agreement, term: Term, testimonies: Iterable[Testimony]) -> tuple[Amendment, ...]:
    """All acts said to change the term, the same act of the same content once, in order of their days."""
    groups: dict[tuple[str, str], list[tuple[Testimony, int]]] = defaultdict(list)
    for item in testimonies:
        for b in item.on(term.id):
            if b.as_ == "amends" and b.aside is None:
                groups[(item.claim.act, _content(item))].append((item, b.level))
    _join_length_and_day(term, groups)
    for (act, content), items in groups.items():
        if content and _given(agreement, term, items):  # consent that gives no day stands by the day that a holder gives
            items.extend(groups.get((act, ""), ()))
    dated = {act for act, content in groups if content} & _MOVES_TO_A_DAY  # a notice ends what renews itself without a day
    standing = [items for (act, content), items in groups.items() if content or act not in dated]
    found = [_amendment(agreement, term, items) for items in standing]
    return tuple(sorted(found, key=lambda a: (a.latest, a.act, a.claims)))


def _join_length_and_day(term: Term, groups: dict[tuple[str, str], list[tuple[Testimony, int]]]) -> None:
    """'By ten days' and 'to the 30th' are one move where the length, from the day first due, ends on that day, and
    nobody tells of another."""
    for act in _MOVES_TO_A_DAY:
        told = [content for a, content in groups if a == act and content]
        lengths = [c for c in told if c.startswith("+")]
        if len(told) != 2 or len(lengths) != 1 or term.due is None or term.due.day is None:
            continue
        claim = groups[(act, lengths[0])][0][0].claim
        to = add(term.due.day, Period(months=claim.adds_months or 0, days=claim.adds_days or 0))
        if (act, str(to)) in groups:
            groups[(act, str(to))].extend(groups.pop((act, lengths[0])))


def _given(agreement: Agreement, term: Term, items: Sequence[tuple[Testimony, int]]) -> list[Testimony]:
    """Those by which a holder of the power gives the day or the length."""
    power: Power | None = getattr(term, POWERS[items[0][0].claim.act])
    counting = [t for t, _ in items if _content(t) and t.claim.modality in _TAKES_EFFECT and t.claim.polarity == "affirmed"]
    return [t for t in counting if power is not None and _author(agreement, t) & set(power.holders)]


def _amendment(agreement: Agreement, term: Term, items: Sequence[tuple[Testimony, int]]) -> Amendment:
    claims = [t.claim for t, _ in items]
    counting = [(t, n) for t, n in items if t.claim.modality in _TAKES_EFFECT]
    power: Power | None = getattr(term, POWERS[claims[0].act])
    yes = [(t, n) for t, n in counting if t.claim.polarity == "affirmed"]
    no = [(t, n) for t, n in items if t.claim.polarity == "negated" or t.claim.modality == "denied"]
    said = min((_made(t) for t in _given(agreement, term, items)), default=date.min)
    done = None if power is None else _granted_on(agreement, power, yes, no, said)
    told = [t for t, _ in yes] or [t for t, _ in items]
    latest = done or min(_made(t) for t in told)
    counted = [t for t in told if done is None or _made(t) <= done]
    gives = any(_content(t) for t in counted)  # then consent that gives no day may only make it later
    firsts = [t.claim.when.earliest for t in counted if t.claim.when.earliest or _content(t) or not gives]
    earliest = None if any(f is None for f in firsts) else max(f for f in firsts if f is not None)
    first = min(claims, key=lambda c: (c.new_due is None, c.adds_days is None and c.adds_months is None, c.id))
    return Amendment(
        first.act,
        first.new_due,
        first.adds_days,
        first.adds_months,
        min(earliest, latest) if earliest else None,
        latest,
        "formal" if any(is_formal(c.quote) for c in claims) else "informal",
        done is not None,
        tuple(sorted(t.id for t in told)),
        min((c.old_due for c in claims if c.old_due is not None), default=None),
    )


def _granted_on(
    agreement: Agreement,
    power: Power,
    yes: Sequence[tuple[Testimony, int]],
    no: Sequence[tuple[Testimony, int]],
    said: date,
) -> date | None:
    """The first day by which it is strong that the holders did it, with no strong denial of that time or later.

    The day that it gives is not in effect before a holder gave it (`said`): consent without a day waits for it.
    """
    for day in sorted({max(said, _made(t)) for t, _ in yes}):
        against = [(t, n) for t, n in no if (t.claim.said.latest or t.known) >= day]
        if _granted(agreement, power, _until(yes, day)) and not strong(_as_propositions(against)):
            return day
    return None


def _until(items: Sequence[tuple[Testimony, int]], day: date) -> list[tuple[Testimony, int]]:
    return [(t, n) for t, n in items if _made(t) <= day]


def _made(item: Testimony) -> date:
    return item.claim.when.latest or item.claim.said.latest or item.known


def _granted(agreement: Agreement, power: Power, items: Sequence[tuple[Testimony, int]]) -> bool:
    """R4: by any holder, or by all of them where the text asks for all."""
    if power.mode == "any":
        return strong(_as_propositions([(t, n) for t, n in items if _author(agreement, t) & set(power.holders)]))

    def consents(holder: str) -> bool:
        told = [(t, _for(agreement, holder, t, n)) for t, n in items if holder in _author(agreement, t)]
        return strong(_as_propositions(told))

    return all(consents(h) for h in power.holders)


def _for(agreement: Agreement, holder: str, item: Testimony, level: int) -> int:
    """One holder's word that another consented is testimony, as anybody's; a monitor's word is a monitor's."""
    speaker = item.chain[0]
    known = speaker.actor is not None and speaker.actor in agreement.actors
    own = known and agreement.side(speaker.actor or "") == agreement.side(holder)
    return level if own or speaker.kind == "monitor" else min(level, 1)


def _author(agreement: Agreement, item: Testimony) -> set[str]:
    """Who does the act: those it names, else the one who announces it."""
    ids = [p.id for p in item.claim.actors if p.id is not None and p.id in agreement.actors]
    speaker = item.chain[0].actor
    nobody = all(is_unnamed(p.words, p.id) for p in item.claim.actors)
    named = ids or ([speaker] if nobody and speaker is not None and speaker in agreement.actors else [])
    return {a for i in named for a in (i, *agreement.commanders(i))}


def _as_propositions(items: Iterable[tuple[Testimony, int]]) -> list[Proposition]:
    return [Proposition("DONE", None, None, None, n, t) for t, n in items]


def _content(item: Testimony) -> str:
    claim = item.claim
    if claim.new_due:
        return str(claim.new_due)
    return f"+{claim.adds_months}m" if claim.adds_months else f"+{claim.adds_days}" if claim.adds_days else ""


def new_due(amendment: Amendment, standing: date | None) -> date | None:
    """The day to which an extension moves the standing one; None where it says neither day nor length."""
    if amendment.new_due is not None:
        return amendment.new_due
    length = added(amendment)
    return add(standing, length) if length is not None and standing is not None else None


def added(amendment: Amendment) -> Period | None:
    """The length of time that the act names, None for none."""
    if not amendment.adds_days and not amendment.adds_months:
        return None
    return Period(months=amendment.adds_months or 0, days=amendment.adds_days or 0)


def is_formal(quote: str) -> bool:
    """R4: whether the words speak of an instrument (a protocol signed, a decree), and not of there being none."""
    words = vocabulary("forms.yaml")
    instrument = "|".join(map(re.escape, words["instruments"]))
    signed = "|".join(map(re.escape, words["signing"]))
    found = re.search(rf"\b(?:{instrument})\b", quote, re.I) and re.search(rf"\b(?:{signed})\b", quote, re.I)
    return bool(found) and not re.search(r"\b(?:no|not|without|never|nothing)\b", quote, re.I)
