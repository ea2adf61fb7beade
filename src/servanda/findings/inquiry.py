"""One inquiry: agreement, evidence and day, with the findings already made, so that terms may depend on terms.

Invariant: `finding(term)` is a pure function of (agreement, evidence, day); what is kept here only saves time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from servanda.agreement.model import Agreement, Bound, Term
from servanda.evidence.testimony import Evidence, Testimony
from servanda.findings.amendments import Amendment, amendments
from servanda.findings.counts import count_propositions, quantity_propositions, tallies
from servanda.findings.deadlines import Deadline, first_deadline
from servanda.findings.events import Happening, happened
from servanda.findings.finding import (
    SEVERITY,
    UNDATED,
    BearerFinding,
    Epistemic,
    Incident,
    SetAside,
    Tally,
    TermFinding,
    Verdict,
)
from servanda.findings.flags import flags
from servanda.findings.force import Standing, extensions, standing
from servanda.findings.incidents import Charge, charges, shown
from servanda.findings.obligations import before_the_date, word
from servanda.findings.prohibitions import Window, is_contested, quiet, turns_on_the_text, watched, window, words
from servanda.findings.propositions import Kind, Proposition, about, propositions
from servanda.findings.rounds import Round, rounds, scheduled
from servanda.findings.strength import of_kind
from servanda.findings.worlds import Fact, Worlds, obligation_worlds


@dataclass(frozen=True, slots=True)
class _Judged:
    """What is concluded of a term on a day, before all that is shown with it is gathered."""

    stands: Standing
    asked: Round
    found: tuple[BearerFinding, ...]
    contested_due: bool
    incidents: tuple[Charge, ...]
    frame: Window

    @property
    def worst(self) -> BearerFinding:
        """The bearer whose word the term shows."""
        return min(self.found, key=_rank)

    @property
    def status(self) -> str:
        """The headline."""
        worst = self.worst
        headline = "disputed" if worst.epistemic == "contested" else worst.compliance
        return headline if self.stands.force == "in-force" else self.stands.force


@dataclass(frozen=True, slots=True)
class Stand:
    """The part of a finding that is a status: headline, force, each bearer's word, dates."""

    status: str
    force: str
    compliance: str
    epistemic: str
    bearers: tuple[BearerFinding, ...]
    due: date | None
    original_due: date | None
    done_on: date | None


@dataclass(slots=True)
class Inquiry:
    """Ask for findings; each term is found once."""

    agreement: Agreement
    evidence: Evidence
    as_of: date
    _found: dict[tuple[str, date], TermFinding] = field(default_factory=dict)
    _items: dict[str, tuple[Proposition, ...]] = field(default_factory=dict)
    _acts: dict[str, tuple[Amendment, ...]] = field(default_factory=dict)
    _standing: dict[tuple[str, date], Standing] = field(default_factory=dict)
    _charges: dict[str, tuple[Charge, ...]] = field(default_factory=dict)
    _shown: dict[str, tuple[Incident, ...]] = field(default_factory=dict)
    _incidents: dict[str, dict[str, Incident]] = field(default_factory=dict)
    _against: dict[str, dict[str, list[Charge]]] = field(default_factory=dict)
    _tallies: dict[str, tuple[Tally, ...]] = field(default_factory=dict)
    _aside: dict[str, tuple[SetAside, ...]] = field(default_factory=dict)
    _rounds: dict[tuple[str, date, Bound | None], tuple[Round, ...]] = field(default_factory=dict)
    _worlds: dict[tuple[str, str], tuple[tuple[Proposition, ...], Worlds]] = field(default_factory=dict)

    def on(self, day: date) -> Inquiry:
        """The same inquiry on another day: both keep and use what either finds."""
        return replace(self, as_of=day)

    def finding(self, key: str, on: date | None = None) -> TermFinding:
        """The finding for a term, on the inquiry's day or another. Raises KeyError for an unknown term."""
        day = on or self.as_of
        if (key, day) not in self._found:
            self._found[(key, day)] = self._find(self.agreement.terms[key], day)
        return self._found[(key, day)]

    def verdict(self, key: str) -> tuple[str, str]:
        """The status and the compliance of a term on the inquiry's day, without all that is shown beside them."""
        judged = self._judged(self.agreement.terms[key], self.as_of)
        return judged.status, judged.worst.compliance

    def stand(self, key: str, on: date) -> Stand:
        """How a term stands on a day, as its finding has it, without all that is shown beside."""
        judged = self._judged(self.agreement.terms[key], on)
        deadline = judged.asked.deadline
        done, worst = _last([f.done_on for f in judged.found]), judged.worst
        word_ = (judged.status, judged.stands.force, worst.compliance, worst.epistemic)
        return Stand(*word_, judged.found, deadline.due, deadline.original, done)

    def worlds(self, term: Term, bearer: str, items: tuple[Proposition, ...]) -> Worlds:
        """The worlds of these propositions about one bearer of an obligation."""
        had = self._worlds.get((term.id, bearer))
        if had is None or had[0] != items:
            had = (items, obligation_worlds(items))
            self._worlds[(term.id, bearer)] = had
        return had[1]

    def items(self, term: Term) -> tuple[Proposition, ...]:
        """What is said of a term, counts left out."""
        if term.id not in self._items:
            self._items[term.id] = propositions(term, self.testimonies(term.id))
        return self._items[term.id]

    def told(self, term: Term) -> tuple[Proposition, ...]:
        """What is said of a prohibition or maintenance term, counts included."""
        if not term.limits:
            return self.items(term)
        return (*self.items(term), *count_propositions(term, self.testimonies(term.id)))

    def charges(self, term: Term) -> tuple[Charge, ...]:
        """All incidents of a prohibition or maintenance term, whatever their days."""
        if term.id not in self._charges:
            self._charges[term.id] = charges(self.agreement, self.told(term))
        return self._charges[term.id]

    def incidents(self, term: Term) -> tuple[Incident, ...]:
        """The same as they are shown, in the same order."""
        if term.id not in self._shown:
            self._shown[term.id] = tuple(shown(self.agreement, c, term.bearer) for c in self.charges(term))
        return self._shown[term.id]

    def charges_against(self, term: Term, bearer: str) -> list[Charge]:
        """Those of the incidents that somebody charges a bearer with."""
        if term.id not in self._against:
            named: dict[str, list[Charge]] = defaultdict(list)
            for charge in self.charges(term):
                for accused in {p.bearer for p in charge.charges if p.bearer is not None}:
                    named[accused].append(charge)
            self._against[term.id] = named
        return self._against[term.id].get(bearer, [])

    def incident_of(self, term: Term, claim: str) -> Incident | None:
        """The incident of a term that a claim speaks of, or None."""
        if term.id not in self._incidents:
            self._incidents[term.id] = {key: i for i in self.incidents(term) for key in i.claims}
        return self._incidents[term.id].get(claim)

    def testimonies(self, key: str) -> tuple[Testimony, ...]:
        """What touches a term."""
        return self.evidence.by_term.get(key, ())

    def acts(self, term: Term) -> tuple[Amendment, ...]:
        """All acts said to change a term, in order of their days."""
        if term.id not in self._acts:
            self._acts[term.id] = amendments(self.agreement, term, self.testimonies(term.id))
        return self._acts[term.id]

    def standing(self, term: Term, day: date) -> Standing:
        """Whether the term is in force on a day."""
        if (term.id, day) not in self._standing:
            self._standing[(term.id, day)] = standing(self, term, day)
        return self._standing[(term.id, day)]

    def rounds(self, term: Term, day: date, bound: Bound | None = None) -> tuple[Round, ...]:
        """R3, R4: the rounds of a duty up to the first that is not past; one alone where it falls due once."""
        key = (term.id, day, bound)
        if key not in self._rounds:
            self._rounds[key] = self._rounds_of(term, day, bound)
        return self._rounds[key]

    def _rounds_of(self, term: Term, day: date, bound: Bound | None) -> tuple[Round, ...]:
        partners = [self.agreement.terms[k] for k in term.in_parallel_with]
        if term.due is None and partners and not scheduled(term):  # side by side: it shares their date
            shared = [r for p in partners for r in self.rounds(p, day, bound)[-1:] if r.deadline.due is not None]
            return tuple(sorted(shared, key=lambda r: r.deadline.due or day))[-1:] or (Round(0, _UNSET),)
        first = first_deadline(term, self.agreement, lambda e: _day(happened(self, e, day, term)), bound)
        worded: Bound = bound or (term.due.bound if term.due else "by")
        zones = (term.due.timezone if term.due else None, self.agreement.timezone)
        return rounds(term, first, worded, day, self.acts(term), zones)

    def deadline(self, term: Term, day: date) -> tuple[Deadline, tuple[Amendment, ...]]:
        """The deadline standing on a day, and the effective extensions that made it so."""
        asked = self.round_asked(term, day)
        return asked.deadline, asked.moves

    def round_asked(self, term: Term, day: date, bound: Bound | None = None) -> Round:
        """The last round whose date has passed while it is not performed by all, else the next."""
        found = self.rounds(term, day, bound)
        if len(found) == 1:
            return found[0]
        passed = found if found[-1].deadline.last is not None and found[-1].deadline.last < day else found[:-1]
        spent: date | None = None
        asked, told = passed[-1], tuple[str, ...]()
        for each in self._performed_rounds(term, passed):
            later = next((r.deadline.last for r in passed if r.number > each.number), None)
            asked = replace(_not_before(each, spent), upto=later)
            duties = [self._duty(term, b, asked, day) for b in term.bearer]
            kept = all(d.compliance in {"fulfilled", "fulfilled-late"} for d in duties)
            spent = (_last([d.done_on for d in duties]) if kept else None) or spent
            told = (*told, *(c for d in duties for c in d.because))
            if each is passed[-1] and kept:
                return replace(_not_before(found[-1], spent), claims=tuple(dict.fromkeys(told)))
        return asked

    def _performed_rounds(self, term: Term, passed: Sequence[Round]) -> Sequence[Round]:
        """The last of these rounds, with those before it in which something may have been performed."""
        done = [p.day for p in self.items(term) if p.kind == "DONE" and p.day is not None]
        first = min(done, default=None)
        if first is None or passed[-1].after is None:
            return passed[-1:]
        begun = [r for r in passed if r.deadline.last is not None and r.deadline.last >= first]
        return (*begun[:-1], passed[-1]) if begun else passed[-1:]

    def _judged(self, term: Term, day: date) -> _Judged:
        stands = self.standing(term, day)
        asked = self.round_asked(term, day) if term.norm == "obligation" else Round(0, _UNSET)
        contested_due = False
        incidents: tuple[Charge, ...] = ()
        frame = window(term, stands, day)
        if term.norm == "obligation":
            found, contested_due = self._duties(term, asked, day)
        else:
            incidents = self.charges(term)
            found = [self._prohibition(term, b, self.charges_against(term, b), frame) for b in term.bearer]
        return _Judged(stands, asked, tuple(found), contested_due, incidents, frame)

    def _find(self, term: Term, day: date) -> TermFinding:
        judged = self._judged(term, day)
        stands, asked, found, incidents = judged.stands, judged.asked, judged.found, judged.incidents
        worst, in_force = judged.worst, stands.force == "in-force"
        because = tuple(dict.fromkeys([*stands.claims, *worst.because]))
        said = self._of_round(term, asked)
        outside = frozenset(c.id for c in incidents if judged.frame.beyond(c.earliest, c.latest))
        untimely = _untimely(term, said, asked.deadline, incidents, judged.frame, outside)
        decided = {c for b in found for c in b.because}
        result = TermFinding(
            id=term.id,
            norm=term.norm,
            status=judged.status,
            force=stands.force,
            compliance=worst.compliance,
            epistemic=worst.epistemic,
            bearers=found,
            due=asked.deadline.due,
            original_due=asked.deadline.original,
            flags=(),
            rule=worst.rule if in_force else stands.why[:2],
            because=because,
            set_aside=(*self._set_aside(term), *(s for s in untimely if s.claim not in decided)),
            incidents=tuple(
                i
                for i in (self.incidents(term) if incidents else ())
                if (i.earliest is None or i.earliest <= day) and i.id not in outside
            ),
            tallies=self._counted(term),
            reviewed=self._reviewed(worst.because),
            done_on=_last([f.done_on for f in found]),
            why_force=stands.why or None,
        )
        untold = frozenset(p.claim for c in incidents if c.id in outside for p in c.charges)
        raised = flags(
            term,
            result,
            [p for p in said if p.claim not in untold],
            self.testimonies(term.id),
            self.acts(term),
            (*asked.moves, *extensions(self, term, day)),
            day,
            judged.contested_due,
        )
        return replace(result, flags=raised)

    def _of_round(self, term: Term, asked: Round) -> tuple[Proposition, ...]:
        """What is said of one round of a duty; of a recurring one, only of days after the round before."""
        told = self.testimonies(term.id)
        items = (*self.items(term), *quantity_propositions(term, asked.step, told))
        if asked.upto is not None:
            items = tuple(p for p in items if p.day is not None and p.day <= asked.upto)
        return items if asked.after is None else tuple(p for p in items if p.day is not None and p.day > asked.after)

    def _reviewed(self, claims: tuple[str, ...]) -> bool:
        return bool(claims) and all(t.claim.reviewed for c in claims if (t := self.evidence.of(c)) is not None)

    def _duties(self, term: Term, asked: Round, day: date) -> tuple[list[BearerFinding], bool]:
        """Each bearer's word, and whether the two readings of an unclear bound differ (R3)."""
        found = [self._duty(term, b, asked, day) for b in term.bearer]
        if term.due is None or term.due.bound != "unclear":
            return found, False
        other = self.round_asked(term, day, "before")
        again = [self._duty(term, b, other, day) for b in term.bearer]
        differ = [f.compliance for f in found] != [f.compliance for f in again]
        return [_either(f, g) for f, g in zip(found, again, strict=True)], differ

    def _duty(self, term: Term, bearer: str, asked: Round, day: date) -> BearerFinding:
        """R1 to R7 for one bearer and one round of a duty."""
        items = about(self._of_round(term, asked), bearer, term)
        closed = term.absence == "breach"
        worlds = self.worlds(term, bearer, items)
        s, k, h = (word(w, asked.deadline, day, closed_world=closed) for w in (worlds.sceptical, worlds.kind, worlds.harsh))
        epistemic = _obligation_epistemic(items, worlds, s, k, h, closed)
        told = sorted(s.rests_on | (k.rests_on | h.rests_on if epistemic != "settled" else frozenset()))
        if epistemic == "contested":
            told = sorted({*told, *_meeting(items)})
        rule = _obligation_rule(s.word, epistemic, bool(asked.moves), s.uncertain)
        if term.strength == "best-efforts" and "breached" in (s.word, s.remainder):
            # what was owed is effort: whether enough was made is a question of interpretation
            epistemic, rule = "contested", "R7"
        because = tuple(dict.fromkeys([*asked.claims, *(c for m in asked.moves for c in m.claims), *told]))
        return BearerFinding(bearer, s.word, epistemic, rule, because, s.done_on, remainder=s.remainder)

    def _prohibition(self, term: Term, bearer: str, incidents: Sequence[Charge], frame: Window) -> BearerFinding:
        s, _, h = words(bearer, incidents, frame)
        calm: frozenset[str] = frozenset()
        if s.word == "breached" and (turns_on_the_text(bearer, incidents, frame) or term.strength == "best-efforts"):
            epistemic: Epistemic = "contested"  # of interpretation
        elif s.word == h.word:  # one more charge leaves what is established as it is
            seen = s.word != "holding" or self._covered(term, frame)
            words_of_quiet = None if seen else quiet(bearer, self.told(term), frame, term)
            calm = words_of_quiet or frozenset()
            epistemic = "settled" if seen or words_of_quiet is not None else "no-information"
        elif is_contested(bearer, incidents, frame):
            epistemic = "contested"
        else:
            epistemic = "alleged-only"
        told = s.rests_on | (h.rests_on if epistemic in {"contested", "alleged-only"} else frozenset())
        if epistemic == "contested":
            told |= {p.claim for c in incidents for p in (*c.denied_by(bearer), *c.exempted_for(bearer))}
        told |= calm
        rule = {"contested": "R7", "alleged-only": "R5", "no-information": "R1"}.get(epistemic, "R2" if s.count else "R1")
        return BearerFinding(bearer, s.word, epistemic, rule, tuple(sorted(told)), count=s.count)

    def _covered(self, term: Term, frame: Window) -> bool:
        """R1: whether somebody could see the term's zone through the whole window."""
        return any(s <= frame.first and u >= frame.last for s, u in watched(self.agreement, term))

    def _set_aside(self, term: Term) -> tuple[SetAside, ...]:
        if term.id not in self._aside:
            found = {(t.id, b.aside) for t in self.testimonies(term.id) for b in t.on(term.id) if b.aside is not None}
            self._aside[term.id] = tuple(SetAside(c, why) for c, why in sorted(found) if why)
        return self._aside[term.id]

    def _counted(self, term: Term) -> tuple[Tally, ...]:
        if term.id not in self._tallies:
            self._tallies[term.id] = tallies(term, self.testimonies(term.id))
        return self._tallies[term.id]


def _untimely(
    term: Term,
    said: Sequence[Proposition],
    deadline: Deadline,
    incidents: Sequence[Charge],
    frame: Window,
    outside: frozenset[str],
) -> list[SetAside]:
    """R2: what is about the term but not of its time: absence before the date, incidents not surely while in force."""
    if term.norm == "obligation":
        return [SetAside(c, "R2: before the date") for c in sorted(before_the_date(said, deadline))]
    found = {(p.claim, "R2: not while it was in force") for c in incidents if c.id in outside for p in c.charges}
    doubtful = [c for c in incidents if c.id not in outside and not frame.in_force(c.earliest, c.latest)]
    if doubtful:
        counted = {_sentence(p) for c in incidents if frame.in_force(c.earliest, c.latest) for p in c.charges}
        why = f"{UNDATED}, perhaps not while it was in force"
        found |= {(p.claim, why) for c in doubtful for p in c.charges if _sentence(p) not in counted}
    return [SetAside(c, why) for c, why in sorted(found)]


def _sentence(p: Proposition) -> tuple[object, ...]:
    """The sentence that tells of it and of whom: what is charged there in two words is one thing."""
    claim = p.testimony.claim
    return claim.report, claim.segment, claim.sentence, p.bearer


def _not_before(asked: Round, spent: date | None) -> Round:
    """R4: what was done late for one round is not done early for the next."""
    if asked.after is None or spent is None or spent <= asked.after:
        return asked
    return replace(asked, after=spent)


_UNSET = Deadline(None, None, None, open=True)


def _day(found: Happening | None) -> date | None:
    return found.day if found else None


def _last(days: list[date | None]) -> date | None:
    """The last of the days, if each is given."""
    given = [d for d in days if d is not None]
    return max(given) if given and len(given) == len(days) else None


def _obligation_epistemic(
    items: tuple[Proposition, ...], worlds: Worlds, s: Verdict, k: Verdict, h: Verdict, closed: bool
) -> Epistemic:
    """R7: equal in all worlds is settled; else contested where something separating meets a conflicting claim."""
    if s.word == k.word == h.word:
        return "no-information" if s.word == "overdue" and not closed else "settled"
    separating = {c for kind, c in _added(worlds.kind, worlds, k, s) | _added(worlds.harsh, worlds, h, s)}
    met = _meeting(items)
    return "contested" if separating & met else "alleged-only"


def _added(facts: tuple[Fact, ...], worlds: Worlds, other: Verdict, sceptical: Verdict) -> set[tuple[Kind, str]]:
    """What another world's word rests on beyond the established, as (what it says, claim)."""
    if other.word == sceptical.word:
        return set()
    established = {(f.kind, c) for f in worlds.sceptical for c in f.claims}
    return {(f.kind, c) for f in facts for c in f.claims if c in other.rests_on} - established


def _meeting(items: tuple[Proposition, ...]) -> set[str]:
    """The claims of propositions that meet a conflicting one: DONE(l) with NOT(e), l <= e; DENY(e) with DONE or PART(l)."""
    done, part = of_kind(items, "DONE"), of_kind(items, "PART")
    return _met(done, of_kind(items, "NOT")) | _met([*done, *part], of_kind(items, "DENY"))


def _met(pro: Sequence[Proposition], con: Sequence[Proposition]) -> set[str]:
    """The claims of those for (from a day on) and against (up to a day) that meet: pro(l) with con(e), l <= e."""
    first = min((p.day for p in pro if p.day is not None), default=None)
    last = max((n.day for n in con if n.day is not None), default=None)
    if first is None or last is None:
        return set()
    return {p.claim for p in pro if p.day and p.day <= last} | {n.claim for n in con if n.day and first <= n.day}


def _obligation_rule(word_: str, epistemic: str, extended: bool, uncertain: bool) -> str:
    if epistemic == "contested":
        return "R7"
    if epistemic == "alleged-only":
        return "R5"
    if word_ == "pending":
        return "R4" if extended else "R3"
    if word_ == "partly-fulfilled":
        return "R11"
    if word_ in {"overdue", "open"}:
        return "R1"
    return "R2" if uncertain or word_ in {"breached", "fulfilled-late"} else "R5"


def _either(one: BearerFinding, other: BearerFinding) -> BearerFinding:
    """R3, an unclear bound: where the readings differ the finding is contested of interpretation."""
    if one.compliance == other.compliance:
        return one
    because = tuple(dict.fromkeys([*one.because, *other.because]))
    return replace(one, epistemic="contested", rule="R3", because=because)


def _rank(f: BearerFinding) -> tuple[int, int, int]:
    """The worst bearer comes first: a settled breach, what is disputed, then by the word, then by what is alleged."""
    settled_breach = f.compliance == "breached" and f.epistemic != "contested"
    first = 0 if settled_breach else 1 if f.epistemic == "contested" else 2
    return first, SEVERITY.index(f.compliance), _OPENNESS.index(f.epistemic)


_OPENNESS = ("contested", "alleged-only", "no-information", "settled")
