"""From the triggers of one sentence to its claims.

Invariant: one trigger gives at most one claim for each speaker; speech that only carries another act ('demanded
that X withdraw') gives that act its modality and no claim of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field

from servanda.agreement.model import Agreement
from servanda.reading.acts.accused import not_the_accuser, not_the_asker, not_the_judge
from servanda.reading.acts.apart_from_us import apart_from_us
from servanda.reading.acts.articles import article_in, is_of_another_paper
from servanda.reading.acts.asserted import given_up, in_scare_quotes, is_a_report, is_opinion, is_setting, one_moves, suspected
from servanda.reading.acts.attributed import is_ascribed
from servanda.reading.acts.bare_parts import without_bare_parts
from servanda.reading.acts.best_time import best_time, coming, still_to_come, takes_effect
from servanda.reading.acts.both_say import in_both_names
from servanda.reading.acts.both_who_owe import both_who_owe
from servanda.reading.acts.charges import answered, answers_of, from_the_denier, stands_in
from servanda.reading.acts.classes import is_placelike
from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.clause_times import since_then, times_by_clauses
from servanda.reading.acts.drafts import (
    PERFORMATIVE,
    Draft,
    drafts_of,
    merged,
    tells_which,
    without_carriers,
    without_reasons,
)
from servanda.reading.acts.extent import quantity_of
from servanda.reading.acts.frames import subject_of
from servanda.reading.acts.freed_men import are_the_freed
from servanda.reading.acts.from_whom import is_charged_only
from servanda.reading.acts.how_much import how_much
from servanda.reading.acts.keepers import not_the_keeper
from servanda.reading.acts.kept_out import against_monitors, keeps_out_pronoun, monitor_kept_out
from servanda.reading.acts.kinds import kind_of
from servanda.reading.acts.lexicon import Act, lexicon
from servanda.reading.acts.meant_only import meant_only
from servanda.reading.acts.mission_people import of_a_mission
from servanda.reading.acts.moments import Moved, bounded, dated, moment, moved
from servanda.reading.acts.no_party import of_years
from servanda.reading.acts.not_known import not_known
from servanda.reading.acts.one_or_other import one_or_other
from servanda.reading.acts.opponents import against_us, they_to_us
from servanda.reading.acts.own_orders import only_ordered, own_order, own_troops
from servanda.reading.acts.own_service import of_the_carrier
from servanda.reading.acts.owned_times import in_aside, names_pact, owned_times, said_from_in, speaks
from servanda.reading.acts.parties import not_oneself, only_tell, parties_of, target_of
from servanda.reading.acts.places import also_in, zone_of
from servanda.reading.acts.pro_acts import completed_by, pro_acts, pro_draft, told_before
from servanda.reading.acts.readings import ActRead, generic_event, is_background, plover_class
from servanda.reading.acts.refusals import foretold, objected_to, refused_by_another
from servanda.reading.acts.requests_met import with_requests_met
from servanda.reading.acts.roles import RolePhrases
from servanda.reading.acts.same_deed import on_its_day
from servanda.reading.acts.scenes import scene_of
from servanda.reading.acts.spans import clauses
from servanda.reading.acts.taken_up import gone_again, with_taken_up
from servanda.reading.acts.the_rest import as_the_rest
from servanda.reading.acts.triggers import Trigger, find_triggers
from servanda.reading.acts.zone_clauses import of_no_zone
from servanda.reading.attribution import Attribution, Source, speakers_at, tells_how, what_was_seen
from servanda.reading.claim import Claim, Party, Speaker, When, identified
from servanda.reading.frozen import dataclass, replace
from servanda.reading.modality.force import Force
from servanda.reading.modality.outcome import REAL
from servanda.reading.names import Mention
from servanda.reading.parser import doubt
from servanda.reading.quotes import Quoted
from servanda.reading.sentences import Sentence
from servanda.reading.times import DaySection, Events, TimeExpression, joined, with_events
from servanda.reports.model import Report
from servanda.vocabulary import vocabulary

_MEANS = re.compile(r"\bby\s+((?:not\s+)?\w+ing\b[^,.;:]*)")


@dataclass(frozen=True, slots=True)
class Context:
    """What a report as a whole gives to each of its sentences."""

    report: Report
    agreement: Agreement | None
    sentences: Sequence[Sentence]
    mentions: Sequence[Mention]
    times: Sequence[TimeExpression]
    quotes: Sequence[Quoted]
    attributions: Sequence[Attribution]
    said: When
    carrier: Speaker
    reader: str
    sections: Sequence[DaySection] = ()
    events: Events = field(default_factory=Events)


def claims_of_sentence(
    view: View, sentence: Sentence, context: Context, earlier: Sequence[Claim] = (), *, listed: bool = True
) -> tuple[list[Claim], list[ActRead]]:
    """The claims of a sentence and, where `listed`, the acts as `read` lists them. `earlier` are the claims of the text
    above."""
    cues = context.attributions
    triggers = [t for t in find_triggers(view) if not tells_how(cues, view.offset + view.doc[t.at].idx)]
    triggers = [t for t in triggers if not (gone_again(view, t, earlier) or are_the_freed(view, t, earlier))]
    drafts = without_carriers(view, with_requests_met(view, drafts_of(view, triggers)))
    drafts = without_reasons(merged(view, drafts))
    spans = clauses(view, [d.trigger for d in drafts])
    times = [t for t in context.times if sentence.start <= t.start and t.end <= sentence.end]
    whole = joined(context.report.text, times, context.events.by_words())
    if drafts:
        floor = context.sentences[max(0, sentence.index - 2)].start
        if (then := since_then(context.report.text, context.times, sentence.start, sentence.end, floor)) is not None:
            whole = sorted([*whole, then], key=lambda t: t.start)
        whole = with_events(context.report.text, whole, sentence.start, sentence.end, context.events)
    owned = owned_times(view, drafts, whole, context)
    free = [t for t in whole if dated(t) and not any(t in mine for mine in owned) and not names_pact(context.report.text, t)]
    owned = times_by_clauses(view, drafts, without_bare_parts(context, sentence, owned), whole)
    claims: list[Claim] = []
    acts: list[ActRead] = []
    shaky = doubt(view.doc) if drafts else 0.0
    for draft, span, mine in zip(drafts, spans, owned, strict=True):
        if tells_which(view, draft, drafts):
            continue  # its days and places are its own, so that it is left out only here
        bare = not any(dated(t) for t in mine)
        scene = scene_of(view, sentence, context, draft, drafts, owned, earlier) if bare else None
        claim = _claim(view, sentence, context, draft, span, mine, times, free, scene, shaky)
        claim = as_the_rest(view, draft.trigger, claim, [*earlier, *claims]) if claim is not None else None
        if claim is not None:
            claim = with_taken_up(view, draft.trigger, claim, [*earlier, *claims])
            claim = on_its_day(view, draft, claim, earlier, context) if bare else claim
            places = also_in(view, draft.roles.zone, claim, context)
            placed = [identified(replace(claim, zone=z, quantity=None)) for z in places] or [claim]
            whose = (context.agreement, context.attributions, context.mentions)
            claims += [c for p in placed for c in in_both_names(context.report.text, p, *whose)]
        if listed:
            acts.append(_act_read(view, draft, claim))
    carried = {w for t in triggers for w in t.words}
    for pro in pro_acts(view, carried):
        told = told_before(view, pro, [*earlier, *claims], sentence.paragraph)
        if told is None:
            continue
        draft = pro_draft(view, pro, told)
        span = clauses(view, [*(d.trigger for d in drafts), draft.trigger])[-1]
        mine = owned_times(view, [*drafts, draft], whole, context)[-1]
        claim = _claim(view, sentence, context, draft, span, mine, times, free, None, shaky)
        if claim is not None and not claim.opinion:
            claims.append(completed_by(claim, told, pro))
    for answer in answers_of(view):
        reply = answered(view, sentence, context, answer, [*earlier, *claims])
        if reply is not None:
            spoken = view.offset + view.doc[answer.at].idx
            claims = [c for c in claims if not stands_in(c, reply, spoken)]
            claims.append(reply)
    if listed and not any(a.plover for a in acts) and (event := generic_event(view)) is not None:
        acts.append(_generic_read(view, *event))
    return claims, acts


def _generic_read(view: View, at: int, act: str, force: Force) -> ActRead:
    start, end = view.span(at, at + 1)
    subject = subject_of(view, at)
    source = (_words(view, subject.start, subject.end),) if subject is not None else ()
    return ActRead(
        start,
        end,
        view.doc[at].text,
        act,
        lexicon().acts[act].plover,
        source,
        (),
        None,
        force.polarity,
        force.modality,
    )


def _speakers(
    view: View, context: Context, trigger: Trigger, force: Force
) -> tuple[Speaker, tuple[Speaker, ...], Attribution | None]:
    at = view.doc[trigger.at]
    start = view.offset + at.idx
    seen, end = what_was_seen(context.attributions, start, start + len(at.text))
    chain: list[Source] = speakers_at(context.attributions, seen, end)
    if not chain:
        return context.carrier, (), None
    if force.modality in {"denied", "refused"} and len(chain) > 1 and _is_charge_of(context, chain[0], start):
        chain = chain[1:]  # 'rejected X's claim that …': whoever rejects it says that it is not so
    chain = from_the_denier(chain, context.attributions, start) if force.modality == "denied" else chain
    holding = [a for a in context.attributions if a.source == chain[0] and a.content.start <= start < a.content.end]
    via = tuple(s.speaker for s in chain[1:])
    if _own_voice(context.carrier, chain[0].speaker):
        return context.carrier, via, max(holding, key=lambda a: a.doubt) if holding else None
    speaker = of_a_mission(chain[0], context.carrier, context.agreement)
    return speaker, via, max(holding, key=lambda a: a.doubt) if holding else None


_BODY = (
    r"(?:general staff|high command|supreme command|(?:defen[cs]e |foreign |interior )?ministry(?: of \w+)?"
    r"|army|armed forces|military)"
)
_OWN_BODY = re.compile(rf"(?:the )?{_BODY}", re.IGNORECASE)
_OF_A_STATE = re.compile(rf"\b(?:{_BODY}|government|presidency|president)\b", re.IGNORECASE)


def _own_voice(carrier: Speaker, speaker: Speaker) -> bool:
    """In a monitor's own report 'it found', 'the co-chairs noted', 'a second visit confirmed' are its own words."""
    a_state = carrier.kind != "monitor" and carrier.actor is not None and _OF_A_STATE.search(carrier.name or "") is not None
    if a_state and speaker.actor is None and _OWN_BODY.fullmatch(speaker.name or "") is not None:
        return True  # a ministry's 'the General Staff reports'
    if carrier.actor is None or speaker.actor is not None or not speaker.name:
        return False
    if f"{carrier.name} ".startswith(f"{speaker.name.removeprefix('the ').removeprefix('The ')} of "):
        return True  # 'the General Command' in what the General Command of X publishes
    return carrier.kind == "monitor" and speaker.name.lower().split()[-1] in _OWN_VOICES


_OWN_VOICES = frozenset(
    [
        *["it", "we", "co-chairs", "chair", "co-chair", "visit", "visits", "team", "teams", "patrol", "patrols"],
        *["observers", "monitors"],
    ]
)


def _is_charge_of(context: Context, source: Source, at: int) -> bool:
    """Whether a source is the one whose claim, charge or report a noun names."""
    nouns = vocabulary("attribution_cues.yaml")["nouns"]
    return any(a.source == source and a.verb in nouns and a.content.start <= at < a.content.end for a in context.attributions)


def _claim(
    view: View,
    sentence: Sentence,
    context: Context,
    draft: Draft,
    span: tuple[int, int],
    mine: list[TimeExpression],
    times: list[TimeExpression],
    free: list[TimeExpression],
    scene: When | None,
    shaky: float,
) -> Claim | None:
    trigger, act, force, roles = draft.trigger, draft.act, draft.force, draft.roles
    if (
        act.aspect == "speech"
        and trigger.frame.group is None
        and act.id not in {"request-extension", "notify-termination", "retract"}
    ):
        return None
    if (
        is_setting(view, trigger, force)
        or of_years(view, trigger.at, trigger.frame)
        or one_moves(view, trigger, act)
        or (trigger.pattern.lemma in _CASUALTY and force.polarity == "negated" and force.modality in REAL)
    ):
        return None
    text = context.report.text
    start, end = view.span(*span)
    speaker, via, attribution = _speakers(view, context, trigger, force)
    if force.modality == "denied" and attribution is not None and given_up(text, attribution):
        return None
    comment = sentence.segment == "comment"
    if comment:
        speaker = Speaker(speaker.name, None, "commenter")
    said = _said_of(context, attribution, free)
    told = (
        attribution is not None
        and attribution.content.start < attribution.content.end
        and attribution.source.speaker == speaker
    )
    said_from = said_from_in(context, attribution) if told and attribution else None
    actors = of_the_carrier(parties_of(view, roles.actors, context, speaker.actor, said_from), speaker, context.carrier)
    actors = apart_from_us(view, roles.actors, actors, speaker.actor)
    if force.modality == "alleged":
        actors = not_the_accuser(view, trigger, roles.actors, actors, context, speaker.actor, [s.actor for s in via])
    actors = one_or_other(view, roles.actors, actors, force)
    actors = not_the_judge(view, trigger, actors, context, [speaker.actor, *(s.actor for s in via)])
    if force.modality in {"alleged", "requested"}:
        actors = not_the_asker(view, roles.actors, actors, speaker.actor)
    by_another = force.modality == "refused" and refused_by_another(view, trigger, actors, context.mentions)
    if by_another or (force.modality == "refused" and foretold(view, trigger, actors, speaker.actor)):
        force = replace(force, modality="possible")
    if by_another and objected_to(view, trigger):
        actors = ()
    ours = bool(actors) and {p.id for p in actors} == {speaker.actor} and they_to_us(view, roles.actors) is not None
    if act.norm == "forbidden" and (ours or not actors):
        actors = against_us(view, roles.actors, context.agreement, speaker.actor, context.mentions)
    if meant_only(view, trigger, act, force, roles.actors):
        force = replace(force, modality="announced", present=False, future=True)
    if act.id == "hand-over-weapons" and context.agreement is not None:
        actors = not_the_keeper(actors, context.agreement)
    if act.id == "extend-deadline" and only_tell(trigger, actors, context):
        actors = ()
    target = target_of(view, roles.target, context, speaker.actor, said_from)
    act = against_monitors(view, act, roles.target, target)
    if keeps_out_pronoun(trigger) and (target := monitor_kept_out(view, trigger, target, actors)) is None:
        return None
    if act.id == "disband" and target is not None and actors and target.id is not None:
        target = None  # 'confirmed that X had disbanded its wing': X's own
    if act.id == "attack":
        target = not_oneself(view, roles.target, target, actors, speaker.actor)
    zone, zone_words, reach = zone_of(view, sentence, roles.zone, trigger, context, force.modality)
    if zone is not None and of_no_zone(view, trigger, zone, context.mentions):
        zone, zone_words, reach = None, None, 0
    if (
        attribution is not None
        and attribution.doubt
        and force.modality in {"completed", "under-way"}
        and attribution.verb not in {"claim", "maintain", "insist"}
    ):
        force = replace(force, modality="alleged")
    ascribed = is_ascribed(view, trigger.frame.governor, trigger.at)
    if force.modality in REAL and any(ascribed or suspected(view, p) or is_charged_only(view, p) for p in roles.actors):
        force = replace(force, modality="alleged")
    if force.modality == "denied" and attribution is not None and is_a_report(attribution):
        speaker, via = (via[0] if via else context.carrier), via[1:]  # 'claims by X that … are false' is not X's word
    actors = own_troops(force, act.id, actors, speaker, context.agreement)
    done = text[sentence.start : sentence.end] if force.polarity == "affirmed" else None
    actors = both_who_owe(actors, act.id, zone, context.agreement, done)
    if own_order(force, actors, speaker):
        force = replace(force, modality="announced")
        if attribution is None or only_ordered(attribution, context.attributions):
            speaker, via = (via[-1] if via else context.carrier), ()
    if attribution is None and force.modality in REAL and in_scare_quotes(context.quotes, view, trigger):
        force = replace(force, modality="alleged")
    shift = Moved()
    if act.id in {"extend-deadline", "suspend", "notify-termination"}:
        stretch = (times, text, sentence.start, sentence.end, mine, said.latest)
        extends = act.id == "extend-deadline"
        shift = moved(*stretch) if extends else bounded(act.id, times, sentence.start, sentence.end, said.latest)
        due = {shift.new_due, shift.old_due} - {None}
        mine = [t for t in mine if not (due & {t.earliest, t.latest}) and t.granularity != "duration"]
        named = [t for t in times if due & {t.earliest, t.latest}]
        start, end = min([start, *(t.start for t in named)]), max([end, *(t.end for t in named)])
        slips = trigger.frame.group is None or trigger.pattern.lemma in _SLIPS
        if extends and not actors and shift == Moved() and slips:
            return None
    ahead = view.segment != "headline" and (act.norm == "do" or act.id == "terminate")
    when_time = coming(force, best_time(view, trigger, force, mine), said, start, done=ahead)
    owed = act.norm == "do" and force.polarity == "negated" and force.reaches_back
    if when_time is not None and when_time.bound == "since" and owed:
        when_time = None  # 'have not left since the signing': not to the day of telling
    told = force.modality == "completed" and (act.id == "terminate" or force.present)
    if told and (begins := takes_effect(view, act.id, times, said)) is not None:
        when_time, force = begins, replace(force, modality="announced", present=False, future=True)
    if when_time is not None and still_to_come(force, when_time, said):
        force = replace(force, modality="announced", present=False, future=True)
    performative = act.id in PERFORMATIVE
    own = speaker.actor is not None and speaker.actor in {p.id for p in actors}
    own = own or (attribution is None and not actors)
    when = scene or moment(
        force,
        when_time,
        said,
        state=act.aspect == "state",
        performative=performative and own,
        told=attribution is not None and attribution.cue.end > attribution.cue.start,
    )
    extent = how_much(view, trigger, act, roles, force, zone, context)
    about = not_known(view, trigger) if force.modality == "unknown" else None
    article = article_in(text[start:end])
    if article is not None and act.generic and is_of_another_paper(text, context.agreement, article):
        return None
    means = _means_of(text, sentence, start, view, trigger) if act.generic else None
    opinion = comment or is_opinion(view, trigger, force, speaker, act)
    return identified(
        Claim(
            id="",
            report=context.report.path,
            report_sha256=context.report.sha256,
            segment=sentence.segment,
            quote=text[start:end],
            start=start,
            end=end,
            speaker=speaker,
            via=via,
            act=act.id,
            words=_carrying(view, trigger),
            actors=actors,
            target=target,
            zone=zone,
            when=when,
            said=said,
            extent=extent,
            polarity=force.polarity,
            modality=force.modality,
            zone_words=zone_words,
            kind=kind_of(view, trigger, act, span),
            quantity=quantity_of(view, trigger, roles),
            new_due=shift.new_due,
            old_due=shift.old_due,
            adds_days=shift.adds_days,
            adds_months=shift.adds_months,
            article=article,
            means=means,
            about=about,
            opinion=opinion,
            generic=act.generic and (act.id != "breach-ceasefire" or trigger.pattern.lemma not in {"ceasefire"}),
            sentence=(sentence.start, sentence.end),
            paragraph=sentence.paragraph,
            confidence=_confidence(shaky, actors, reach, roles, act),
            reader=context.reader,
        )
    )


_SLIPS = frozenset(["slip", "slide"])
"""A deadline that slips to no day may be missed, not moved."""
_CASUALTY = frozenset(["kill", "wound", "injure", "hurt", "murder", "maim"])
"""That nobody was killed or wounded does not say that nobody attacked."""


def _said_of(context: Context, attribution: Attribution | None, free: list[TimeExpression]) -> When:
    """When it was said: the day beside the verb of saying, else one of its clause that dates no act."""
    said = context.said
    if attribution is None:
        return said
    words = attribution.said
    if words is not None and words.text.strip().lower() in _SOME_TIME_BEFORE:
        return When(None, said.latest, said.basis)
    if words is not None:
        found = next((t for t in context.times if t.start < words.end and words.start < t.end and dated(t)), None)
    else:
        near = [t for t in free if speaks(context, attribution, t) and t.bound in (None, "on") and not in_aside(context, t)]
        others = [a.said for a in context.attributions if a.said is not None]
        near = [t for t in near if not any(w.start < t.end and t.start < w.end for w in others)]
        found = min(near, key=lambda t: abs(t.start - attribution.cue.start), default=None)
    if found is None or (said.latest is not None and found.earliest is not None and found.earliest > said.latest):
        return said
    latest = found.latest if said.latest is None or (found.latest is not None and found.latest <= said.latest) else said.latest
    return When(found.earliest, latest, found.basis)


_SOME_TIME_BEFORE = frozenset({"earlier", "previously", "before", "recently", "already"})


def _confidence(shaky: float, actors: tuple[Party, ...], reach: int, roles: RolePhrases, act: Act) -> float:
    value = 0.95 * (1 - 0.5 * shaky)
    if (not actors and act.norm != "speech") or (actors and all(a.id is None for a in actors)):
        value -= 0.1
    value -= 0.06 * reach
    return round(max(0.05, min(0.99, value)), 2)


def _act_read(view: View, draft: Draft, claim: Claim | None) -> ActRead:
    trigger = draft.trigger
    start, end = view.span(trigger.at, trigger.at + 1)
    kind = claim.kind if claim is not None else None
    zone = draft.roles.zone
    return ActRead(
        start=start,
        end=end,
        words=view.doc[trigger.at].text,
        act=draft.act.id,
        plover=None if is_background(view, trigger) else plover_class(draft.act, draft.force, kind, trigger.pattern.plover),
        source=tuple(p.words for p in claim.actors)
        if claim is not None
        else tuple(_words(view, p.start, p.end) for p in draft.roles.actors),
        target=(claim.target.words,) if claim is not None and claim.target is not None else (),
        zone=(claim.zone or claim.zone_words)
        if claim is not None
        else (_words(view, zone.start, zone.end) if zone is not None else None),
        polarity=draft.force.polarity,
        modality=draft.force.modality,
        claim=claim.id if claim is not None else None,
    )


def _means_of(text: str, sentence: Sentence, start: int, view: View, trigger: Trigger) -> str | None:
    """By what a promise was broken: 'by holding prisoners', or the deed itself in 'held prisoners in violation of it'."""
    by = _MEANS.search(text[start : sentence.end])
    if by is not None:
        return by.group(1).strip()
    phrase = view.phrase_of(trigger.at)
    if phrase is None or phrase.prep != "in" or trigger.frame.group is not None:
        return None
    deed = text[sentence.start : view.span(phrase.start, phrase.end)[0]]
    return deed[-_DEED:].removesuffix("in ").strip() or None


_DEED = 160


def _carrying(view: View, trigger: Trigger) -> str:
    """The words that carry the act, apart where others stand between them."""
    at = sorted(set(trigger.words))
    ahead = {w: w + 1 in at for w in at}
    return "".join(view.doc[w].text_with_ws if ahead[w] else f"{view.doc[w].text} " for w in at).strip()


def _words(view: View, start: int, end: int) -> str:
    return view.doc.words(start, end)


__all__ = ["Context", "claims_of_sentence", "is_placelike"]
