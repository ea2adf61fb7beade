"""Checks: is a claim that somebody broke the agreement borne out, for the day it was said and for now?

    not-bound      the accused is bound by no term
    not-a-term     what is charged is no term's act
    premature      nothing was due yet, or the term was not in force when it was said or done
    supported      established          contradicted  refuted          open  neither

Invariant: a check reads findings; it never makes one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from servanda.agreement.model import Agreement, Term
from servanda.evidence.acts import spoken_of
from servanda.evidence.bearing import GENERAL
from servanda.evidence.scope import EXEMPT, is_unnamed
from servanda.evidence.testimony import Testimony
from servanda.findings.charged import is_charge, left_undone
from servanda.findings.finding import SEVERITY, Check, TermFinding
from servanda.findings.force import Standing
from servanda.findings.inquiry import Inquiry
from servanda.reading.claim import Claim


def checks(inquiry: Inquiry, among: Iterable[str] | None = None) -> tuple[Check, ...]:
    """A verdict for every breach claim known (or only those with an id in `among`), in order of report and place."""
    wanted = None if among is None else frozenset(among)
    items = [t for t in inquiry.evidence.testimonies if (wanted is None or t.id in wanted) and is_charge(inquiry.agreement, t)]
    neighbours = _by_report(inquiry.evidence.testimonies)
    found = [_check(inquiry, t, neighbours[t.claim.report]) for t in items]
    order = {t.id: (t.claim.report, t.claim.start, t.id) for t in items}
    return tuple(sorted(found, key=lambda c: order[c.claim]))


def _by_report(items: Sequence[Testimony]) -> dict[str, list[Testimony]]:
    out: dict[str, list[Testimony]] = {}
    for item in items:
        out.setdefault(item.claim.report, []).append(item)
    for group in out.values():
        group.sort(key=lambda t: t.claim.start)
    return out


def _check(inquiry: Inquiry, item: Testimony, near: Sequence[Testimony]) -> Check:
    claim = item.claim
    said = claim.said.latest or claim.said.earliest
    agreement = inquiry.agreement
    if _is_stranger(agreement, claim):
        return Check(claim.id, None, said, "not-bound", None, _stranger_words(agreement, claim))
    terms = _terms(inquiry, item, near)
    if not terms:
        if claim.generic and claim.article:
            return Check(claim.id, None, said, "not-a-term", None, f"no term of this file is of article {claim.article}")
        exempt = _exempt(item, near)
        means = claim.means or _means(agreement, item, near)
        if exempt:
            return Check(claim.id, None, said, "not-a-term", None, exempt)
        if means:
            return Check(claim.id, None, said, "not-a-term", None, f"{means!r} is no term's act")
        return Check(claim.id, None, said, "open", None, "the claim names no act, place or date of any term")
    days = sorted({d for d in (claim.said.earliest, claim.said.latest) if d is not None}) or [inquiry.as_of]
    judged = [(_on_days(inquiry, t, meant, days), meant) for t in terms for meant in [_meant(inquiry, t, item, near)]]
    (verdict, why, because, term), meant = min(judged, key=lambda r: _PREFERENCE.index(r[0][0]))
    now, _, _ = _verdict(inquiry, agreement.terms[term], meant, inquiry.as_of)
    return Check(claim.id, term, said, verdict, now if now != verdict else None, why, because)


def _meant(inquiry: Inquiry, term: str, item: Testimony, near: Sequence[Testimony]) -> Testimony:
    """Of a general charge that a ban was broken: the act that its sentence or paragraph charges the same one with."""
    general = item.claim.generic or item.claim.act == "breach-ceasefire"
    if not general or inquiry.agreement.terms[term].norm == "obligation":
        return item
    for group in _rings(item, near):
        for t in _specific(inquiry.agreement, group, item):
            if any(b.term == term and b.as_ == "violates" and b.aside is None for b in t.bearings):
                return t
    return item


_PREFERENCE = ("supported", "contradicted", "premature", "open")


def _on_days(inquiry: Inquiry, term: str, item: Testimony, days: Sequence[date]) -> tuple[str, str, tuple[str, ...], str]:
    """R2: a charge of uncertain day gets the verdict that holds on its whole range, else open."""
    found = {d: _verdict(inquiry, inquiry.agreement.terms[term], item, d) for d in days}
    words = {f[0] for f in found.values()}
    if len(words) == 1:
        return (*found[days[-1]], term)
    if words == {"premature", "contradicted"} and _in_time(inquiry, term, found):
        verdict, why, because = next(f for f in found.values() if f[0] == "premature")
        return (
            verdict,
            f"R2: said on some day from {days[0]} to {days[-1]}, on none of which the date had passed. {why}",
            because,
            term,
        )
    return "open", "R2: the day on which it was said is uncertain, and the verdict differs over the range", (), term


def _in_time(inquiry: Inquiry, term: str, found: Mapping[date, tuple[str, str, tuple[str, ...]]]) -> bool:
    """R3: whether the date had not passed on those days of a range on which the duty was done already."""
    done = [day for day, verdict in found.items() if verdict[0] == "contradicted"]
    return all((inquiry.deadline(inquiry.agreement.terms[term], day)[0].last or day) >= day for day in done)


def _verdict(inquiry: Inquiry, term: Term, item: Testimony, day: date) -> tuple[str, str, tuple[str, ...]]:
    standing = inquiry.standing(term, day)
    if standing.force == "inchoate":
        return "premature", f"{term.id} was not in force on {day}: {standing.why}", standing.claims
    if standing.force in {"ended", "suspended"}:
        return "open", f"{term.id} was {standing.force} on {day}: {standing.why}", standing.claims
    if _contested_link(inquiry.agreement, item.claim, term):
        return "open", "R8: whether the accused answers to a bearer is contested", ()
    if term.norm == "obligation":
        return _duty(_of_accused(inquiry.agreement, inquiry.finding(term.id, day), item.claim), item.claim, day)
    return _ban(inquiry, item, term, standing)


def _of_accused(agreement: Agreement, found: TermFinding, claim: Claim) -> TermFinding:
    """Of a duty of several, each alone: how those stand who are accused."""
    accused = _ids(agreement, claim)
    theirs = [b for b in found.bearers if b.actor in accused]
    if not theirs or len(theirs) == len(found.bearers):
        return found
    worst = min(theirs, key=lambda b: (b.epistemic != "contested", SEVERITY.index(b.compliance)))
    return replace(
        found, compliance=worst.compliance, epistemic=worst.epistemic, rule=worst.rule, because=worst.because,
        done_on=worst.done_on,
    )  # fmt: skip


def _duty(found: TermFinding, claim: Claim, day: date) -> tuple[str, str, tuple[str, ...]]:
    if found.epistemic == "contested":
        return "open", f"R7: whether {found.id} was kept is disputed", found.because
    if found.compliance in {"pending", "open"}:
        return "premature", _not_yet_due(found, day), found.because
    if found.compliance == "fulfilled-late" and _since_done(found, claim):
        return "contradicted", f"{found.rule}: {found.id} was performed on {found.done_on}, after {found.due}", found.because
    if found.compliance in {"breached", "fulfilled-late"}:
        return (
            "supported",
            f"{found.rule}: {found.id} was due on {found.due} and not performed by then",
            found.because,
        )
    if found.compliance == "fulfilled":
        return "contradicted", f"{found.rule}: performance of {found.id} is established", found.because
    return (
        "open",
        f"R1: the date of {found.id} ({found.due}) had passed and the outcome is not established",
        found.because,
    )


def _since_done(found: TermFinding, claim: Claim) -> bool:
    """R2: whether 'has not left' is said of days on which it was done already, if late."""
    undone = claim.polarity == "negated" and not claim.generic and claim.when.earliest is not None
    return undone and found.done_on is not None and claim.when.earliest is not None and claim.when.earliest > found.done_on


def _not_yet_due(found: TermFinding, day: date) -> str:
    if found.due is None:
        return f"R3: {found.id} has no date that had passed on {day}"
    if found.original_due and found.due != found.original_due:
        return f"R4: on {day} nothing was due yet: {found.id}, first due {found.original_due}, was extended to {found.due}"
    return f"R3: on {day} nothing was due yet: {found.id} is due on {found.due}"


def _ban(inquiry: Inquiry, item: Testimony, term: Term, standing: Standing) -> tuple[str, str, tuple[str, ...]]:
    incident = inquiry.incident_of(term, item.id)
    if incident is None:
        return "open", "R10: the charge names no incident that could be found or refuted", ()
    begun = standing.spans[0].first if standing.spans else None
    if incident.latest is not None and begun is not None and incident.latest < begun:
        return "premature", f"R2: {term.id} was not yet in force on {incident.latest}", incident.claims
    if incident.latest is not None and not any(s.meets(incident.earliest, incident.latest) for s in standing.spans):
        return "open", f"R2: {term.id} was not in force on {incident.latest}", incident.claims
    accused = {b.bearer for b in item.on(term.id) if b.bearer}
    if incident.actor and (not accused or incident.actor in accused):
        if incident.latest is None or not any(s.holds(incident.earliest, incident.latest) for s in standing.spans):
            known = f"R2: the act and its author are established ({incident.id}), its day is not"
            return "open", f"{known}: perhaps none on which {term.id} bound anybody", incident.claims
        return "supported", f"R6: the incident and its author are established ({incident.id})", incident.claims
    if incident.epistemic == "refuted":
        return "contradicted", f"R7: the denial is established ({incident.id})", incident.denials
    if incident.epistemic == "established":
        return "open", f"R8: the incident is established and its author is not ({incident.id})", incident.claims
    return "open", f"R6: not established ({incident.id}); {_against(incident.denials)}", incident.claims


def _against(denials: tuple[str, ...]) -> str:
    return "it is denied" if denials else "nobody confirms or denies it independently"


def _terms(inquiry: Inquiry, item: Testimony, near: Sequence[Testimony]) -> tuple[str, ...]:
    """The terms that a charge speaks of: its own act's; a general charge: the nearest that its text speaks of."""
    claim = item.claim
    own = tuple(dict.fromkeys(b.term for b in item.bearings if b.as_ == "violates" and not claim.generic))
    own = own or left_undone(item)
    if own:
        return own
    if not claim.generic and claim.act != "breach-ceasefire":
        return tuple(dict.fromkeys(b.term for b in item.bearings))
    if claim.article and any(t.article for t in inquiry.agreement.terms.values()):
        return tuple(t.id for t in inquiry.agreement.terms.values() if t.article and _stands_in(t.article, claim.article))
    for ring, group in enumerate(_rings(item, near)):
        if ring and claim.means and not _of_a_term(inquiry.agreement, claim.means):
            return ()  # its own clause says what it is made of; what else is told beside it is another matter
        spoken = _spoken_of(inquiry, group, item)
        if spoken:
            return spoken
        if _only_exempt(group):
            return ()
    if claim.means or _means(inquiry.agreement, item, near) or _exempt(item, near):
        return ()
    return tuple(dict.fromkeys(b.term for b in item.bearings if b.as_ in {"violates", "none"} and b.aside != GENERAL))


def _stands_in(article: str, named: str) -> bool:
    """Whether a term of 'article' is meant by the number that a charge names: '2.1' by 'Article 2', and the other way."""
    return article == named or article.startswith(f"{named}.") or named.startswith(f"{article}.")


def _of_a_term(agreement: Agreement, means: str) -> bool:
    """Whether the words for what was done may be those of a term's act."""
    return any(spoken_of(a).search(means) for t in agreement.terms.values() for a in t.act)


def _means(agreement: Agreement, item: Testimony, near: Sequence[Testimony]) -> str | None:
    """The means that the text states for what a headline or a lead charges in general: those of the next such charge."""
    if not _announces(item.claim):
        return None
    accused = _ids(agreement, item.claim)
    for t in near:
        other = t.claim
        same = accused == _ids(agreement, other) and (other.generic or other.act == "breach-ceasefire")
        if same and other.means and other.start >= item.claim.start:
            return other.means
    return None


def _exempt(item: Testimony, near: Sequence[Testimony]) -> str | None:
    """Why the act that a charge speaks of is exempt by the text itself, where its own text speaks of no other act."""
    for group in ([item], *_rings(item, near)):
        if _only_exempt(group):
            return min(b.aside for t in group for b in t.bearings if b.aside and b.aside.startswith(EXEMPT))
    return None


def _only_exempt(group: Sequence[Testimony]) -> bool:
    """Whether all that a group tells of forbidden acts is exempt by the text itself."""
    specific = [t for t in group if not (t.claim.generic or t.claim.act == "breach-ceasefire")]
    told = [b for t in specific for b in t.bearings if b.as_ == "violates" or (b.aside or "").startswith(EXEMPT)]
    return bool(told) and all((b.aside or "").startswith(EXEMPT) for b in told)


def _announces(claim: Claim) -> bool:
    return claim.segment == "headline" or claim.paragraph <= 1


def _stranger_words(agreement: Agreement, claim: Claim) -> str:
    names = ", ".join(p.label for p in claim.actors)
    if all(p.id in agreement.actors for p in claim.actors):
        return f"R8: {names} is bound by no term of this agreement"
    return f"R8: the agreement's file knows nobody called {names} who is bound; if it is another name, add it to aliases"


def _rings(item: Testimony, near: Sequence[Testimony]) -> list[list[Testimony]]:
    """Other claims by nearness: the same sentence, the same paragraph, then for a headline what follows it. What 'this is
    a violation' takes up stands before it, if need be in the paragraph before."""
    claim = item.claim
    others = [t for t in near if t.id != item.id and t.claim.segment != "comment"]
    sentence = [t for t in others if t.claim.sentence == claim.sentence]
    paragraph = [t for t in others if t.claim.paragraph == claim.paragraph]
    if _takes_up(claim) and not claim.actors:
        last = [t for t in others if t.claim.paragraph == claim.paragraph - 1]
        rings = [sentence, [t for t in paragraph if t.claim.start < claim.start], last]
    else:
        rings = [sentence, paragraph]
    if _announces(claim):
        for number in sorted({t.claim.paragraph for t in others if t.claim.paragraph > claim.paragraph})[:3]:
            rings.append([t for t in others if t.claim.paragraph == number])
    return rings


def _spoken_of(inquiry: Inquiry, group: Sequence[Testimony], item: Testimony) -> tuple[str, ...]:
    """The terms that specific claims of a group touch, those about the accused first, the nearest claim first."""
    for t in _specific(inquiry.agreement, group, item):
        exempt = {b.term for b in t.bearings if (b.aside or "").startswith(EXEMPT)}
        touched = tuple(dict.fromkeys(b.term for b in t.bearings if not _no_charge(b.as_) and b.term not in exempt))
        if touched:
            return touched
    return ()


def _specific(agreement: Agreement, group: Sequence[Testimony], item: Testimony) -> list[Testimony]:
    """The claims of a group that name an act, those about the accused first, the nearest first; 'this is a violation'
    speaks of what stands before it."""
    accused = _ids(agreement, item.claim)
    specific = [t for t in group if not t.claim.generic and t.claim.act != "breach-ceasefire"]
    at, back = item.claim.start, _takes_up(item.claim)
    specific.sort(key=lambda t: (back and t.claim.start > at, abs(t.claim.start - at), t.id))
    about = [t for t in specific if not accused or accused & _ids(agreement, t.claim)]
    return [*about, *(t for t in specific if t not in about and _concerns(t, accused))]


def _takes_up(claim: Claim) -> bool:
    """'This is a violation', also as the first word of what is quoted."""
    return claim.quote.lower().lstrip("\"'“‘«").startswith(_TAKES_UP)


_TAKES_UP = ("this ", "that ", "these ", "it ", "such ")


def _concerns(item: Testimony, accused: set[str]) -> bool:
    """Whether a claim that names no known actor is about a promise of the accused."""
    nobody = not any(p.id for p in item.claim.actors)
    return nobody and any(b.aside is None and (b.bearer is None or b.bearer in accused) for b in item.bearings)


def _no_charge(as_: str) -> bool:
    """Bearings that no charge speaks of: changes of the duty, and words for the accused."""
    return as_ in {"amends", "requests", "denies"}


def _ids(agreement: Agreement, claim: Claim) -> set[str]:
    return {i for p in claim.actors if p.id in agreement.actors and p.id for i in (p.id, *agreement.commanders(p.id))}


def _is_stranger(agreement: Agreement, claim: Claim) -> bool:
    """R8: all accused are named, and none answers to a bearer of any term."""
    named = [p for p in claim.actors if not is_unnamed(p.words, p.id)]
    if not named:
        return False
    bound = {a for t in agreement.terms.values() for a in t.bearer}
    return not any(p.id in agreement.actors and p.id and {p.id, *_upwards(agreement, p.id)} & bound for p in named)


def _upwards(agreement: Agreement, actor: str) -> tuple[str, ...]:
    """All actors above, whatever the link: a charge against one who must be restrained is still a charge."""
    found: list[str] = []
    waiting = [actor]
    while waiting:
        for link in agreement.actors[waiting.pop()].under:
            if link.actor not in found and link.how == "commands":
                found.append(link.actor)
                waiting.append(link.actor)
    return tuple(found)


def _contested_link(agreement: Agreement, claim: Claim, term: Term) -> bool:
    """R8: whether every way from the accused to a bearer runs over a contested link."""
    for party in claim.actors:
        if party.id in agreement.actors and party.id:
            if party.id in term.bearer:
                return False
            links = [u for a in (party.id, *agreement.commanders(party.id)) for u in agreement.actors[a].under]
            if any(u.contested_by for u in links):
                return True
    return False
