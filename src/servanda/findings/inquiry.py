"""One inquiry: agreement, evidence and day, with the findings already made, so that terms may depend on terms.

Invariant: `finding(term)` is a pure function of (agreement, evidence, day); what is kept here only saves time.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from servanda.agreement.calendar import add
from servanda.agreement.model import Agreement, Bound, Event, Term
from servanda.evidence.testimony import Evidence, Testimony
from servanda.findings.amendments import Amendment, amendments, new_due
from servanda.findings.counts import count_propositions, tallies
from servanda.findings.deadlines import Deadline, event_day, first_deadline, moved, repeated
from servanda.findings.finding import (
    SEVERITY,
    BearerFinding,
    Epistemic,
    Force,
    Incident,
    SetAside,
    TermFinding,
    Verdict,
)
from servanda.findings.flags import flags
from servanda.findings.incidents import Charge, charges, shown
from servanda.findings.obligations import word
from servanda.findings.prohibitions import Window, is_contested, window, words
from servanda.findings.propositions import Kind, Proposition, about, propositions
from servanda.findings.strength import of_kind, strong
from servanda.findings.worlds import Fact, Worlds, obligation_worlds


@dataclass(frozen=True, slots=True)
class Standing:
    """The force of a term on a day, why, and since when it is in force."""

    force: Force
    why: str
    since: date | None = None
    claims: tuple[str, ...] = ()


@dataclass(slots=True)
class Inquiry:
    """Ask for findings; each term is found once."""

    agreement: Agreement
    evidence: Evidence
    as_of: date
    _found: dict[tuple[str, date], TermFinding] = field(default_factory=dict)
    _charges: dict[str, tuple[Charge, ...]] = field(default_factory=dict)
    _incidents: dict[str, dict[str, Incident]] = field(default_factory=dict)

    def finding(self, key: str, on: date | None = None) -> TermFinding:
        """The finding for a term, on the inquiry's day or another. Raises KeyError for an unknown term."""
        day = on or self.as_of
        if (key, day) not in self._found:
            self._found[(key, day)] = self._find(self.agreement.terms[key], day)
        return self._found[(key, day)]

    def charges(self, term: Term) -> tuple[Charge, ...]:
        """All incidents of a prohibition or maintenance term, whatever their days."""
        if term.id not in self._charges:
            told = self.testimonies(term.id)
            items = (*propositions(term, told), *(count_propositions(term, told) if term.limits else ()))
            self._charges[term.id] = charges(self.agreement, items)
        return self._charges[term.id]

    def incident_of(self, term: Term, claim: str) -> Incident | None:
        """The incident of a term that a claim speaks of, or None."""
        if term.id not in self._incidents:
            seen = (shown(self.agreement, c, term.bearer) for c in self.charges(term))
            self._incidents[term.id] = {key: i for i in seen for key in i.claims}
        return self._incidents[term.id].get(claim)

    def testimonies(self, key: str) -> tuple[Testimony, ...]:
        """What touches a term."""
        return self.evidence.by_term.get(key, ())

    def happened(self, event: Event, day: date) -> date | None:
        """The day of an event that had happened by `day`, else None."""
        if event.kind == "term" and event.term:
            return self._term_event(event, day)
        if event.kind == "act":
            return self._act_event(event, day)
        fixed = event_day(event, self.agreement, lambda _: None)
        return fixed if fixed is not None and fixed <= day else None

    def deadline(self, term: Term, day: date, bound: Bound | None = None) -> tuple[Deadline, tuple[Amendment, ...]]:
        """R3, R4: the deadline standing on a day, and the effective extensions that made it so."""
        first = first_deadline(term, self.agreement, lambda e: self.happened(e, day), bound)
        worded: Bound = bound or (term.due.bound if term.due else "by")
        standing, used = first, []
        for item in amendments(self.agreement, term, self.testimonies(term.id)):
            to = new_due(item, standing.due)
            if item.act != "extend-deadline" or not item.effective or to is None or standing.last is None:
                continue
            made = item.made(standing.last)
            if made > day:
                continue
            standing = moved(standing, worded, to, made, made <= standing.last)
            used.append(item)
        if not used:
            standing, _ = repeated(term, standing, worded, day)
        return standing, tuple(used)

    def standing(self, term: Term, day: date) -> Standing:
        """Whether the term is in force on a day."""
        start = self.agreement.start
        since = max((d for d in (start, term.from_) if d is not None), default=None)
        if since is not None and day < since:
            return Standing("inchoate", f"R3: in force from {since}", since)
        for item in amendments(self.agreement, term, self.testimonies(term.id)):
            if item.effective and item.latest <= day and item.act in _ENDS:
                force, verb = _ENDS[item.act]
                return Standing(force, f"R4: {verb} on {item.latest}", since, item.claims)
        if term.when is not None:
            met = self.happened(term.when, day)
            if met is None:
                return Standing("inchoate", "R3: its condition is not met as far as is known", since)
            since = max(met, since) if since else met
        waiting = [a for a in term.after if self.finding(a, day).done_on is None]
        if waiting:
            return Standing("inchoate", f"R3: only after {', '.join(waiting)}", since)
        if (
            term.due
            and term.due.of
            and first_deadline(term, self.agreement, lambda e: self.happened(e, day)).due is None
        ):
            return Standing("inchoate", "R3: the event that its period runs from is not established", since)
        end = self._end(term, day)
        if end is not None and day > end:
            return Standing("ended", f"R3: ran until {end}", since)
        return Standing("in-force", "", since)

    def _end(self, term: Term, day: date) -> date | None:
        end = min((d for d in (term.until, self.agreement.expires) if d is not None), default=None)
        if end is None or term.renewal is None:
            return end
        notice = [
            a for a in amendments(self.agreement, term, self.testimonies(term.id)) if a.act == "notify-termination"
        ]
        rounds = 0
        while end < day and rounds < 1000 and not any(a.effective and a.latest <= end for a in notice):
            end, rounds = add(end, term.renewal), rounds + 1
        return end

    def _term_event(self, event: Event, day: date) -> date | None:
        assert event.term is not None
        if event.state == "breached":
            found = self.finding(event.term, day)
            days = [i.latest for i in found.incidents if i.actor and i.latest and i.latest <= day]
            if days:
                return min(days)
            return found.due + timedelta(days=1) if found.compliance == "breached" and found.due else None
        items = propositions(self.agreement.terms[event.term], self.testimonies(event.term))
        if event.state == "started":
            begun = [p for p in items if p.kind in {"DONE", "PART"} or p.testimony.claim.modality == "under-way"]
            days = sorted(p.day for p in begun if p.day and p.day <= day)
            return next((d for d in days if strong([p for p in begun if p.day and p.day <= d])), None)
        done = self.finding(event.term, day).done_on
        return done if done is not None and done <= day else None

    def _act_event(self, event: Event, day: date) -> date | None:
        from servanda.evidence.acts import entailed

        found: list[Proposition] = []
        for item in self.evidence.testimonies:
            claim = item.claim
            if event.act not in entailed(claim.act) or claim.modality != "completed" or claim.polarity != "affirmed":
                continue
            if claim.segment == "comment" or claim.opinion or item.retracted:
                continue
            actors = {
                i
                for p in claim.actors
                if p.id in self.agreement.actors and p.id
                for i in (p.id, *self.agreement.commanders(p.id))
            }
            if (event.actor and event.actor not in actors) or (event.zone and claim.zone != event.zone):
                continue
            level = 2 if item.chain[0].kind == "monitor" or item.chain[0].actor in actors else 1
            level = 0 if item.carrier.reliability == "E" else level
            found.append(
                Proposition(
                    "DONE", event.actor, claim.when.latest or claim.said.latest or item.known, None, level, item
                )
            )
        days = sorted({p.day for p in found if p.day and p.day <= day})
        return next((d for d in days if strong([p for p in found if p.day and p.day <= d])), None)

    def _find(self, term: Term, day: date) -> TermFinding:
        standing = self.standing(term, day)
        items = propositions(term, self.testimonies(term.id))
        deadline, moves = self.deadline(term, day)
        contested_due = False
        if term.norm == "obligation":
            found = [
                self._obligation(term, b, about(items, b, term), deadline, moves, day)
                for b in self._duty_bearers(term)
            ]
            incidents: tuple[Charge, ...] = ()
            if term.due is not None and term.due.bound == "unclear":
                other, _ = self.deadline(term, day, "before")
                again = [
                    self._obligation(term, f.actor, about(items, f.actor, term), other, moves, day) for f in found
                ]
                contested_due = [(f.compliance) for f in found] != [f.compliance for f in again]
                found = [_either(f, g) for f, g in zip(found, again, strict=True)]
        else:
            incidents = self.charges(term)
            frame = window(term, standing.since, day)
            found = [self._prohibition(term, b, incidents, frame) for b in term.bearer]
        worst = min(found, key=_rank)
        reviewed = all(t.claim.reviewed for i in worst.because if (t := self.evidence.of(i)) is not None) and bool(
            worst.because
        )
        in_force = standing.force == "in-force"
        seen = tuple(
            shown(self.agreement, c, term.bearer) for c in incidents if c.earliest is None or c.earliest <= day
        )
        because = tuple(dict.fromkeys([*standing.claims, *worst.because]))
        result = TermFinding(
            id=term.id,
            norm=term.norm,
            status=standing.force
            if not in_force
            else "disputed"
            if worst.epistemic == "contested"
            else worst.compliance,
            force=standing.force,
            compliance=worst.compliance,
            epistemic=worst.epistemic,
            bearers=tuple(found),
            due=deadline.due,
            original_due=deadline.original,
            flags=(),
            rule=worst.rule if in_force else standing.why[:2],
            because=because,
            set_aside=self._set_aside(term),
            incidents=seen,
            tallies=tallies(term, self.testimonies(term.id)),
            reviewed=reviewed,
            done_on=max((f.done_on for f in found if f.done_on), default=None)
            if all(f.done_on for f in found)
            else None,
            why_force=standing.why or None,
        )
        moves_all = amendments(self.agreement, term, self.testimonies(term.id))
        return replace(
            result, flags=flags(term, result, items, self.testimonies(term.id), moves_all, moves, day, contested_due)
        )

    def _duty_bearers(self, term: Term) -> tuple[str, ...]:
        return term.bearer

    def _obligation(
        self,
        term: Term,
        bearer: str,
        items: tuple[Proposition, ...],
        deadline: Deadline,
        moves: tuple[Amendment, ...],
        day: date,
    ) -> BearerFinding:
        if term.every is not None:
            items = _this_round(term, items, deadline, day, self.agreement)
        worlds = obligation_worlds(items)
        closed = term.absence == "breach"
        s = word(worlds.sceptical, deadline, day, closed_world=closed)
        k = word(worlds.kind, deadline, day, closed_world=closed)
        h = word(worlds.harsh, deadline, day, closed_world=closed)
        epistemic = _obligation_epistemic(items, worlds, s, k, h, closed)
        moved_by = [c for m in moves for c in m.claims]
        told = sorted(s.rests_on | (k.rests_on | h.rests_on if epistemic != "settled" else frozenset()))
        if epistemic == "contested":
            told = sorted({*told, *_meeting(items)})
        because = tuple(dict.fromkeys([*moved_by, *told]))
        rule = _obligation_rule(s.word, epistemic, bool(moves), s.uncertain)
        return BearerFinding(bearer, s.word, epistemic, rule, because, s.done_on)

    def _prohibition(self, term: Term, bearer: str, incidents: tuple[Charge, ...], frame: Window) -> BearerFinding:
        s, _, h = words(bearer, incidents, frame)
        if s.word == h.word and s.count == h.count:
            epistemic: Epistemic = (
                "settled" if s.word != "holding" or self._covered(term, frame) else "no-information"
            )
        elif is_contested(bearer, incidents, frame):
            epistemic = "contested"
        else:
            epistemic = "alleged-only" if s.word != h.word else "settled"
        told = s.rests_on | (h.rests_on if epistemic in {"contested", "alleged-only"} else frozenset())
        if epistemic == "contested":
            told |= {p.claim for c in incidents for p in c.denied_by(bearer) if c.against(bearer)}
        rule = {"contested": "R7", "alleged-only": "R5", "no-information": "R1"}.get(
            epistemic, "R2" if s.count else "R1"
        )
        return BearerFinding(bearer, s.word, epistemic, rule, tuple(sorted(told)), count=s.count)

    def _covered(self, term: Term, frame: Window) -> bool:
        """R1: whether someone could see the term's zone through the whole window."""
        zones = set(self.agreement.zone_chain(term.zone)) if term.zone else set()
        return any(
            (c.zone is None or c.zone in zones) and c.since <= frame.first and c.until >= frame.last
            for c in self.agreement.coverage
        )

    def _set_aside(self, term: Term) -> tuple[SetAside, ...]:
        found = {(t.id, b.aside) for t in self.testimonies(term.id) for b in t.on(term.id) if b.aside is not None}
        return tuple(SetAside(c, why) for c, why in sorted(found) if why)


_ENDS: dict[str, tuple[Force, str]] = {
    "waive": ("ended", "waived"),
    "suspend": ("suspended", "suspended"),
    "terminate": ("ended", "terminated"),
}


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
    """The claims of propositions that meet a conflicting one: DONE(l) with NOT(e), l <= e; DENY with DONE or PART."""
    done, part = of_kind(items, "DONE"), of_kind(items, "PART")
    nots, deny = of_kind(items, "NOT"), of_kind(items, "DENY")
    met: set[str] = set()
    for p in done:
        against = [n for n in nots if n.day and p.day and p.day <= n.day]
        if against:
            met |= {p.claim, *(n.claim for n in against)}
    if deny and (done or part):
        met |= {p.claim for p in (*done, *part, *deny)}
    return met


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


def _this_round(
    term: Term, items: tuple[Proposition, ...], deadline: Deadline, day: date, agreement: Agreement
) -> tuple[Proposition, ...]:
    """Of a recurring duty only what belongs to the round that stands: after the round before had ended."""
    assert term.every is not None
    if deadline.last is None:
        return items
    before = add(deadline.last, term.every, -1)
    return tuple(p for p in items if p.day is not None and p.day > before)


def _rank(f: BearerFinding) -> tuple[int, int, int]:
    """The worst bearer comes first: a settled breach, what is disputed, then by the word, then by what is alleged."""
    settled_breach = f.compliance == "breached" and f.epistemic != "contested"
    first = 0 if settled_breach else 1 if f.epistemic == "contested" else 2
    return first, SEVERITY.index(f.compliance), _OPENNESS.index(f.epistemic)


_OPENNESS = ("contested", "alleged-only", "no-information", "settled")
