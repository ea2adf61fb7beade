"""How a claim bears on a term: performs, progress, fails, violates, denies, amends, requests, warns, counts, none.

Invariant: a pure function of agreement, term, claim and who says it; other claims play no part.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from servanda.agreement.model import Agreement, Power, Term
from servanda.evidence.acts import aspect, entailed, excluded, kept_by, leaves_open, spoken_of, wholes
from servanda.evidence.carriers import mandated
from servanda.evidence.counting import counted, counts_alike, is_left, limit_for
from servanda.evidence.levels import Sides, interest, level_amend, level_con, level_pro, sides
from servanda.evidence.naming import POWERS, names
from servanda.evidence.one_person import is_the_one
from servanda.evidence.scope import Reach, excepted, may_have_given, nobody_named, place_of, reach, words_bar
from servanda.evidence.testimony import Bearing, BearsAs, Carrier
from servanda.evidence.unlike import Relation, why_unlike
from servanda.reading.claim import Claim, Speaker
from servanda.reading.readers import HAND_READER
from servanda.vocabulary import vocabulary

_DONE_WORDS = frozenset({"completed", "alleged"})
_PRO = frozenset({"performs", "progress"})

GENERAL = "R10: a general charge, which names no promise"
WHOSE = "R8: whose act it was is not said, and several owe it"
BEGUN = "R10: that a truce began or was declared, which is no word on how it is kept"
AGAIN = "R7: that it was opened again, which does not say that it had not been shut"
UNDONE = "R1: that the opposite was not done does not say that this was"
WHOSE_THREAT = "R8: who announces it is not said, and nobody is bound by it"
OTHER_MEANS = "R10: a general charge, made of something that is no act of this term"


@dataclass(frozen=True, slots=True)
class Hearing:
    """What is being weighed: the claim, who is heard in it and who carries it, for one term."""

    agreement: Agreement
    term: Term
    claim: Claim
    chain: Sequence[Speaker]
    carrier: Carrier

    @property
    def side(self) -> str | None:
        """The side of the first speaker, where the case knows it."""
        actor = self.chain[0].actor if self.chain else None
        return self.agreement.side(actor) if actor is not None and actor in self.agreement.actors else None


def bear(agreement: Agreement, term: Term, claim: Claim, chain: Sequence[Speaker], carrier: Carrier) -> tuple[Bearing, ...]:
    """The bearings of a claim on a term, one for each bearer; empty where it does not touch the term."""
    if changes_duties(claim.act):
        return _change(agreement, term, claim, chain, carrier)
    relation = relation_of(term, claim)
    if relation is None:
        return ()
    whose = claim
    entry = relation == "part" and claim.act == "enter"
    if entry and term.zone is None:
        return ()  # who enters a place is handed no maps and no captives by it
    if entry and _by_beneficiary(agreement, term, claim):  # the entry tells of the bearer's leaving
        whose = replace(claim, actors=())
    got = reach(agreement, term, whose, chain)
    if got.place == "other" or (got.aside and got.aside.startswith("R8: not an act") and not _near(claim, got)):
        return ()
    if got.aside is None and not entry and _others_may_be_meant(agreement, term, whose, got, chain):
        got = replace(got, aside=WHOSE)
    as_ = bears_as(term, claim, relation)
    found_by_mandate = bool(chain) and mandated(agreement, chain[0], carrier)
    if got.aside is None and as_ == "violates":
        told = not found_by_mandate or _of_what_is_owed(claim)
        general = GENERAL if told and _is_general(agreement, term, claim) else None
        general = general or (OTHER_MEANS if _by_other_means(term, claim) else None)
        if general:
            return (Bearing(term.id, None, "none", "disinterested", 0, general),)
    if as_ in {"performs", "violates"} and relation == "contrary" and leaves_open(claim.act):
        return (Bearing(term.id, None, "none", "disinterested", 0, got.aside or UNDONE),)
    unlike = why_unlike(term, claim, relation, as_)
    if as_ == "warns" and term.norm == "prohibition" and not got.bearers:
        unlike = WHOSE_THREAT
    if unlike is not None:
        return (Bearing(term.id, None, "none", "disinterested", 0, got.aside or unlike),)
    if as_ == "denies" and _only_begun(claim):
        return (Bearing(term.id, None, "none", "disinterested", 0, BEGUN),)
    if as_ == "denies" and term.norm != "obligation" and _opened_again(claim):
        return (Bearing(term.id, None, "none", "disinterested", 0, AGAIN),)
    if as_ == "denies" and claim.act == "comply" and _of_what_is_owed(claim):
        return (Bearing(term.id, None, "none", "disinterested", 0, GENERAL),)
    if got.aside is not None:
        outside = excepted(term, claim, agreement) if got.aside.startswith("R8") else None
        if outside is not None and as_ == "violates":
            return tuple(Bearing(term.id, b, "none", "disinterested", 0, outside, exempt=True) for b in _whose(term, got))
        return (Bearing(term.id, None, as_ if as_ == "warns" else "none", "disinterested", 0, outside or got.aside),)
    extent = _extent(term, claim, relation, got)
    if as_ == "performs" and extent != "all":
        as_ = "progress"
    hearing = Hearing(agreement, term, claim, chain, carrier)
    return tuple(_weighed(hearing, b, as_, relation, extent, got) for b in _whose(term, got))


def _others_may_be_meant(agreement: Agreement, term: Term, claim: Claim, got: Reach, chain: Sequence[Speaker]) -> bool:
    """R8: nobody is named, and another side owes the like at a place that fits as well or better."""
    if term.norm != "obligation" or claim.modality == "denied" or not nobody_named(claim):
        return False
    own = {agreement.side(b) for b in term.bearer}
    for other in agreement.terms.values():
        if other.norm != "obligation" or own & {agreement.side(b) for b in other.bearer} or relation_of(other, claim) is None:
            continue
        if not any(may_have_given(agreement, b, claim) for b in other.bearer):
            continue
        place = place_of(agreement, other, claim)
        if place in _FITS and _FITS[place] >= _FITS.get(got.place, 0):
            return True
    return False


_FITS = {"unnamed": 1, "within": 2, "equal": 2}


def changes_duties(act: str) -> bool:
    """R4: whether an act changes a duty, or asks for that, and is no conduct under it."""
    return act in POWERS or act == "request-extension"


def _is_general(agreement: Agreement, term: Term, claim: Claim) -> bool:
    """R10: 'a violation', or that 'the accord' was broken, names no promise of it, unless all its promises are of one
    kind, or it names one.

    What a monitor finds by its mandate is no condemnation; it is left out before.
    """
    if not claim.generic or (claim.article and claim.article == term.article):
        return False
    if all("breach-ceasefire" in {e for a in t.act for e in entailed(a)} for t in agreement.terms.values()):
        return False
    pact, silence = _pacts()
    words = set(re.findall(r"[a-z][a-z-]*[a-z]", claim.quote.lower()))
    told = claim.words.lower().split()
    share = _of_what_is_owed(claim)
    bare = len(told) == 1 and told[0].rstrip("s") in _BARE
    return (share or bare or bool(words & pact)) and not words & silence


_BARE = frozenset({"violation", "breach", "breache", "infraction", "infringement"})
_SHARE = frozenset(
    {"part", "share", "side", "duty", "duties", "deadline", "timetable", "schedule", "ultimatum", "cutoff", "cut-off"}
)
"""What a side owes, in 'has not fulfilled its part', or when, in 'missed the deadline'."""


def _of_what_is_owed(claim: Claim) -> bool:
    partial = claim.act == "comply" and claim.extent == "part"  # 'fulfilled one of the conditions of the accord'
    return partial or not _SHARE.isdisjoint(claim.words.lower().split()) or _PLEDGED.search(claim.quote) is not None


_PLEDGED = re.compile(
    r"\b(?:its|their|his|her|an?|the)\s(?:[\w-]+\s)?(?:pledge|promise|commitment|obligation|undertaking|duty)\s"
    r"to\s(?!(?:the|cease|stop|halt|end|suspend|observe|respect|hold|refrain|keep|maintain|abide|uphold)\b)",
    re.IGNORECASE,
)
"""'Fulfilled its pledge to withdraw' speaks of the withdrawal, and of no ban on attacks."""


_BEGUN = re.compile(
    r"(?:took|takes?|taken|taking|came|comes?|coming|went|goes|gone|going|enter(?:ed|s|ing)?) (?:\w+ )?(?:effect|force)"
    r"|be(?:gan|gun|gins?|ginning)|start(?:ed|s|ing)?|announc(?:ed?|es|ing)|declar(?:ed?|es|ing)|proclaim(?:s|ed|ing)?"
    r"|call(?:s|ed|ing)?"
)


def _only_begun(claim: Claim) -> bool:
    """R10: 'since the truce took effect', 'she declared a ceasefire' date a promise; nobody says that fire was held."""
    return claim.act == "cease-fire" and _BEGUN.fullmatch(claim.words.lower()) is not None


def _opened_again(claim: Claim) -> bool:
    """R7: 'the road was reopened at 16:05' says that it had been shut, and is no denial of it."""
    done = claim.act == "open-route" and claim.polarity == "affirmed" and claim.modality == "completed"
    return done and _AGAIN.search(claim.words) is not None


_AGAIN = re.compile(r"\bre-?open\w*", re.IGNORECASE)


def _by_other_means(term: Term, claim: Claim) -> bool:
    """R10: 'violating the truce by refusing to free prisoners' tells of no act that a ban on attacks forbids; what it
    tells of is a claim of its own."""
    if not claim.generic or not claim.means:
        return False
    means = claim.means
    return not any(spoken_of(a).search(means) for a in term.act if a != "breach-ceasefire")


@cache
def _pacts() -> tuple[frozenset[str], frozenset[str]]:
    classes = vocabulary("acts.yaml")["classes"]
    names = {f"{w}{ending}" for w in classes["pact"] for ending in ("", "s")}
    return frozenset(names), frozenset(classes["silence"])


def _whose(term: Term, got: Reach) -> Sequence[str | None]:
    """The bearers that it is about; of a shared duty, and where nobody is named, no one in particular."""
    return (None,) if term.jointly or not got.bearers else got.bearers


def relation_of(term: Term, claim: Claim) -> Relation | None:
    """same, part, contrary, generic, count or None where the act has nothing to do with the term."""
    if claim.act == "comply" and claim.article and term.article:
        return _by_article(term, claim)
    if claim.act == "enter" and term.norm == "obligation" and _ASTRAY.search(claim.words):
        return None
    act = "enter" if claim.act == "advance" and "enter" in term.act and _GOING_IN.search(claim.quote) else claim.act
    plain, kept = relation_of_acts(act, term.act, term.norm, claim.polarity == "affirmed")
    return "count" if (kept and _counts(term, claim)) or (plain == "contrary" and is_left(term, claim)) else plain


_ASTRAY = re.compile(r"\b(?:airspace|stray\w*)\b", re.IGNORECASE)
"""Who violates the airspace of a place, or strays into it, takes over no part of it."""
_GOING_IN = re.compile(
    r"\b(?:advanc\w+|cross\w*|push\w*|mov\w+|march\w*|press\w*|thrust\w*|incursions?|infiltrat\w+|intru\w+)"
    r"(?: \w+){0,3} into\b|\bpenetrat\w+\b",
    re.IGNORECASE,
)
"""Who advances 'into' a place has entered it; who advances on it or towards it has not."""


def _by_article(term: Term, claim: Claim) -> Relation | None:
    """'Has kept article 3' speaks of what stands in article 3 alone: it is done, or the ban has been kept."""
    stands = term.article == claim.article or (term.article or "").startswith(f"{claim.article}.")
    if not stands or term.norm == "maintenance":
        return None
    return "same" if term.norm == "obligation" else "contrary"


@cache
def relation_of_acts(act: str, acts: tuple[str, ...], norm: str, affirmed: bool = True) -> tuple[Relation | None, bool]:
    """The relation of an act to those of a term, and whether a number told of it may be a count of what the term limits.

    `affirmed`: only what was done, not what was not, entails what the act entails against the term.
    """
    same = not entailed(act).isdisjoint(acts)
    kept = same or (norm == "maintenance" and any(act in kept_by(a) for a in acts))
    if same:
        return "same", kept
    if norm == "obligation" and not wholes(act).isdisjoint(acts):
        return "part", kept
    against = frozenset(x for a in acts for x in excluded(a))
    if act in against or (affirmed and not entailed(act).isdisjoint(against)):
        return "contrary", kept
    generic = act == "breach-ceasefire" and any("breach-ceasefire" in entailed(a) for a in acts)
    return ("generic" if generic else None), kept


def _counts(term: Term, claim: Claim) -> bool:
    """R9: whether it counts what a limit bounds. Of a duty, only what was done is counted, and all is all."""
    q = claim.quantity
    if not term.limits or q is None or q.share is not None:
        return False
    if term.norm != "obligation":
        return True
    told = claim.modality in _DONE_WORDS and claim.polarity == "affirmed" and claim.extent != "all"
    return told and limit_for(term, q.what) is not None and counts_alike(term, claim)


def bears_as(term: Term, claim: Claim, relation: Relation) -> BearsAs:
    """How the words of a claim bear on a term, from its norm, the relation of the acts, polarity and modality."""
    real = claim.modality in _DONE_WORDS or claim.modality == "under-way"
    if relation == "count":
        return "counts" if real else "none"
    if claim.modality in {"refused", "announced", "promised"}:
        return _early(term, claim, relation)
    if claim.modality == "denied":
        return _of_denial(term, claim, relation)
    if not real:
        return "none"
    if term.norm == "obligation":
        return _of_duty(claim, relation)
    if term.norm == "maintenance" and term.limits and relation == "same":
        return "none"  # without a number it says nothing about a limit
    kept = (_accords(term, relation)) == (claim.polarity == "affirmed")
    return "denies" if kept else "violates"


def _of_denial(term: Term, claim: Claim, relation: Relation) -> BearsAs:
    """To deny what the term asks for denies performance; to deny what is against it is a word for the accused."""
    if _accords(term, relation) == (claim.polarity == "affirmed"):
        return "denies" if term.norm == "obligation" else "none"
    return "performs" if term.norm == "obligation" else "denies"


def _accords(term: Term, relation: Relation) -> bool:
    """Whether the act, if done, is what the term asks for."""
    return (relation == "contrary") == (term.norm == "prohibition")


def _of_duty(claim: Claim, relation: Relation) -> BearsAs:
    affirmed = claim.polarity == "affirmed"
    if relation == "contrary":
        return "fails" if affirmed else "performs"
    if claim.modality == "under-way":
        return "progress" if affirmed else "fails"
    return "performs" if affirmed else "fails"


def _early(term: Term, claim: Claim, relation: Relation) -> BearsAs:
    """Words about later: refusing what the term asks for, or announcing what is against it, warns; else nothing."""
    accords = _accords(term, relation) if relation != "generic" else False
    if claim.modality == "refused":
        return "warns" if accords else "none"
    return "none" if accords == (claim.polarity == "affirmed") else "warns"


def _extent(term: Term, claim: Claim, relation: Relation, got: Reach) -> str:
    """R11: a part of the place, of the whole, or of the act is a part; that none remain is said of all."""
    if got.place == "within" or (relation == "part" and claim.act == "enter"):
        return "part"
    if relation == "part":  # arms all handed over are a disarming; some are a step to it
        return "all" if claim.extent == "all" and _says_all(claim.quote) else "part"
    if claim.extent == "unknown" and (relation == "contrary" or claim.act == "comply" or is_the_one(term, claim)):
        return "all"
    # what happened in one place tells of that place, where a promise names none
    local = term.zone is None and claim.zone is not None and relation == "same" and claim.polarity == "affirmed"
    stated = claim.reader == HAND_READER or _says_all(claim.quote)
    return "unknown" if local and claim.extent == "all" and not stated else claim.extent


def _says_all(quote: str) -> bool:
    """R11: whether the words say outright that it was all ('all', 'in full', 'every')."""
    return _all_words().search(quote) is not None


@cache
def _all_words() -> re.Pattern[str]:
    words = vocabulary("extent.yaml")
    listed = {*words["all"], *words["all_determiners"], *words["all_verbs"]} - {"last", "final"}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(listed)))})d?\b", re.IGNORECASE)


def _weighed(h: Hearing, bearer: str | None, as_: BearsAs, relation: Relation, extent: str, got: Reach) -> Bearing:
    term = h.term
    if relation == "part" and h.claim.act == "enter" and not _by_beneficiary(h.agreement, term, h.claim):
        why = "R11: only the beneficiary's entry is part of a withdrawal; an entry by others is a new fact"
        return Bearing(term.id, bearer, "none", "disinterested", 0, why)
    who = sides(h.agreement, term, (bearer,) if bearer else term.bearer)
    begun = h.claim.modality == "under-way" and h.claim.polarity == "affirmed"
    pro = (as_ in _PRO and not begun) or (as_ == "denies" and term.norm != "obligation")
    pro = pro or (as_ == "counts" and not _against(term, h.claim))
    level = _level(h, who, bearer, pro)
    whose = interest(pro=pro, side=h.side, who=who, untold=h.chain[0].untold)
    exempt = excepted(term, h.claim, h.agreement)
    if exempt is not None:
        return Bearing(term.id, bearer, as_, whose, 0, exempt, extent, True)
    anew = relation == "contrary" and as_ == "fails" and aspect(h.claim.act) == "change"
    return Bearing(
        term.id, bearer, as_, whose, level, None, extent,
        contested=got.contested, anew=anew,
    )  # fmt: skip


def _against(term: Term, claim: Claim) -> bool:
    """Whether a count speaks against the bearer: above what it may keep, or below what it must keep."""
    if term.norm == "maintenance":
        return counted(term, claim) != "within"
    limit = limit_for(term, claim.quantity.what) if claim.quantity else None
    low = claim.quantity.low if claim.quantity else None
    most = [s.at_most for s in limit.steps if s.at_most is not None] if limit else []
    return low is not None and any(low > m for m in most)


def _level(h: Hearing, who: Sides, bearer: str | None, pro: bool) -> int:
    if pro:
        return level_pro(h.agreement, h.term, who, h.chain, h.claim, h.carrier)
    level = level_con(h.agreement, who, h.chain, h.claim, h.carrier)
    if h.term.jointly and h.side in who.bearer and _of_another(h):
        return 0  # of a shared duty each blames the other
    if bearer is None and not h.term.jointly and h.side is not None and h.chain[0].kind != "monitor":
        # nobody is named as the author: a party's word about it serves that party
        return 0 if h.side in who.bearer | who.others else level
    return level


def _of_another(h: Hearing) -> bool:
    """Whether the claim names doers none of whom is of the speaker's side."""
    doers = {h.agreement.side(p.id) for p in h.claim.actors if p.id in h.agreement.actors and p.id}
    return bool(doers) and h.side not in doers


def _change(agreement: Agreement, term: Term, claim: Claim, chain: Sequence[Speaker], carrier: Carrier) -> tuple[Bearing, ...]:
    """R4: bearings of acts that change the duty itself."""
    if not names(agreement, term, claim):
        return ()
    who = sides(agreement, term, term.bearer)
    if claim.act == "request-extension" or claim.modality == "requested":
        if words_bar(claim) and claim.modality != "requested":
            return (Bearing(term.id, None, "none", "disinterested", 0, words_bar(claim)),)
        return (Bearing(term.id, None, "requests", "disinterested", 0),)
    power: Power | None = getattr(term, POWERS[claim.act])
    bar = words_bar(claim)
    if power is None:
        bar = bar or f"R4: nobody holds a power to {claim.act} here"
    if bar is not None or power is None:
        return (Bearing(term.id, None, "none", "disinterested", 0, bar),)
    level = level_amend(agreement, power, who, chain, claim, carrier)
    side = agreement.side(chain[0].actor) if chain and chain[0].actor in agreement.actors and chain[0].actor else None
    whose = interest(pro=True, side=side, who=who, untold=bool(chain) and chain[0].untold)
    return (Bearing(term.id, None, "amends", whose, level),)


def _by_beneficiary(agreement: Agreement, term: Term, claim: Claim) -> bool:
    owed = {agreement.side(a) for a in term.toward}
    return any(p.id in agreement.actors and p.id and agreement.side(p.id) in owed for p in claim.actors)


def _near(claim: Claim, got: Reach) -> bool:
    """An act of somebody who is not bound is shown where it happened in the term's own place."""
    return got.place in {"equal", "within"} and claim.modality in _DONE_WORDS | {"under-way", "refused"}
