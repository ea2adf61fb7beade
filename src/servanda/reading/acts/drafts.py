"""Drafts of claims, and which of them say the same thing twice.

Invariant: what is dropped is carried by a draft that stays: speech by its content, a noun by the verb over it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from servanda.reading.acts.classes import is_a
from servanda.reading.acts.clause import Governor, group_of
from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.date_words import is_dated_entry
from servanda.reading.acts.frames import subject_of
from servanda.reading.acts.lexicon import Act, lexicon
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.roles import RolePhrases, roles_of
from servanda.reading.acts.slots import Frame, is_time
from servanda.reading.acts.triggers import Trigger
from servanda.reading.claim import Modality, Polarity
from servanda.reading.frozen import dataclass, replace
from servanda.reading.modality.force import Force, force_of
from servanda.reading.modality.outcome import REAL
from servanda.reading.modality.verbgroup import own_force

PERFORMATIVE = frozenset({"extend-deadline", "waive", "suspend", "terminate", "notify-termination"})
"""Acts done by saying so."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A trigger with its act, force and roles, before it becomes a claim."""

    trigger: Trigger
    act: Act
    force: Force
    roles: RolePhrases


def drafts_of(view: View, triggers: Sequence[Trigger]) -> list[Draft]:
    """Those of all triggers, without the wordings that tell of the act in the negative alone and are not negated."""
    drafts = [draft_of(view, t) for t in triggers]
    found = [d for d in drafts if not _comes_out_to_fight(d, drafts)]
    return [d for d in found if not (d.trigger.pattern.only_negated and _not_done(d.force))]


_OUT = ("come out of", "come down from", "leave o:bush", "emerge from", "come in from")
_FIGHTS = frozenset({"attack", "capture", "advance", "detain"})


def _comes_out_to_fight(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """'Came out of the forest and burned the village': whoever comes out to fight has not come out for good."""
    if draft.act.id != "disarm" or not draft.trigger.pattern.written.startswith(_OUT):
        return False
    return any(
        d.act.id in _FIGHTS
        and d.force.polarity == "affirmed"
        and d.trigger.frame.first("subj") == draft.trigger.frame.first("subj")
        for d in drafts
    )


def _not_done(force: Force) -> bool:
    return force.polarity == "negated" or force.modality == "refused"


def draft_of(view: View, trigger: Trigger) -> Draft:
    """The draft of a trigger."""
    act = lexicon().acts[trigger.pattern.act]
    frame = trigger.frame
    surface = None
    if frame.group is not None:
        surface = frame.first("obj") if frame.group.passive else frame.first("subj")
        before = frame.first("obj")
        if surface is None and before is not None and before.end <= frame.group.start:
            surface = before  # 'No prisoner released yet'
    force = force_of(
        view,
        frame.at,
        state=act.aspect == "state" or trigger.pattern.state,
        telic=act.norm != "forbidden",
        verbal=frame.group is not None,
        performative=act.id in PERFORMATIVE,
        subject=surface,
        governor=frame.governor,
    )
    by_word = act.id in PERFORMATIVE and force.modality == "under-way" and force.polarity == "affirmed"
    if by_word and frame.group is not None and frame.group.progressive:
        force = replace(force, modality="completed")  # 'is giving them until Monday', 'was extending it': done by saying so
    if _lasts(view, act, trigger, force):
        force = replace(force, modality="under-way", reaches_back=True)
    if (force.present or force.reaches_back) and _of_earlier_ones(view, frame.first("subj")):
        force = replace(force, modality="completed", past=True, present=False, reaches_back=False)
    if _only_announced(view, act, force, trigger):
        force = replace(force, modality="announced", present=False, future=True)
    if trigger.pattern.negated and act.id == "sign" and force.polarity == "negated":
        force = replace(force, polarity="affirmed", modality="possible")  # what was not voted down is not signed by that
    elif trigger.pattern.negated:
        force = _undone(force)
    if trigger.pattern.modality is not None:
        force = _worded(force, trigger.pattern.modality)
    if trigger.pattern.written.startswith("insist on") and (force.polarity == "negated" or force.modality == "refused"):
        kept = "extend-deadline" if _on_a_date(view, frame) else "waive"  # 'will not insist on it by Sunday', 'on it'
        act, force = lexicon().acts[kept], _undone(force)
    if act.id == "comply" and force.polarity == "negated" and force.modality in {"completed", "under-way"}:
        act = lexicon().acts["breach-ceasefire"]
        force = replace(force, polarity="affirmed", modality="completed")
    if act.id == "comply" and force.modality == "under-way" and frame.group is not None and frame.group.perfect:
        force = replace(force, modality="completed")
    if trigger.pattern.lemma in {"failure", "non-compliance", "noncompliance"} or trigger.pattern.written.startswith("fail "):
        force = replace(force, polarity="affirmed")
    roles = roles_of(view, trigger)
    act, force = _kept_from_watching(view, act, force, roles, frame.first("obj"))
    asked = act.id == "extend-deadline" and force.speech in _ASKING
    proposed = act.id == "extend-deadline" and _is_proposed(view, force, frame.governor)
    if proposed or (asked and (force.modality == "requested" or _not_asked(view, frame.governor))):
        unasked = not proposed and force.modality != "requested"
        act = lexicon().acts["request-extension"]
        force = replace(force, modality="completed", polarity="negated" if unasked else "affirmed", speech=None)
        who = subject_of(view, frame.governor.token) if frame.governor is not None else None
        roles = replace(roles, actors=(who,) if who is not None else ())
    return Draft(trigger, act, force, roles)


def _on_a_date(view: View, frame: Frame) -> bool:
    """Whether what nobody insists on is a day: then the duty stays."""
    dated = [p for slot in ("by", "before", "until") for p in frame.slots.get(slot, []) if is_time(view, p)]
    return bool(dated) or any(is_a(view, p, ("@deadline", "date", "timetable")) for p in frame.slots.get("on", []))


_EARLIER = frozenset({"previous", "earlier", "past", "former", "prior"})


def _of_earlier_ones(view: View, subject: Phrase | None) -> bool:
    """'Previous ceasefires have not lasted': that tells nothing of the one of today."""
    return subject is not None and any(t.lower_ in _EARLIER for t in view.doc[subject.start : subject.head])


def _only_announced(view: View, act: Act, force: Force, trigger: Trigger) -> bool:
    """'Announced the withdrawal of its troops', 'stayed despite declaring a pull-out': what is only announced is not done."""
    governor = trigger.frame.governor
    if governor is None or trigger.frame.group is not None or governor.cue.lemma not in _ANNOUNCES:
        return False
    if any(t.lower_ in _DONE for t in view.doc[trigger.at : trigger.at + 9]):
        return False  # 'declared the pull-out of its men completed'
    by_saying_so = act.norm != "do" or act.id in PERFORMATIVE or act.aspect == "speech" or act.id in {"sign", "verify"}
    return force.modality == "completed" and force.polarity == "affirmed" and not by_saying_so


_DONE = frozenset({"complete", "completed", "finished", "over", "concluded", "ended"})
_ANNOUNCES = frozenset({"announce", "declare", "proclaim", "unveil"})


def _kept_from_watching(view: View, act: Act, force: Force, roles: RolePhrases, denied: Phrase | None) -> tuple[Act, Force]:
    """Who is denied passage and watches over the agreement is hindered in that; so is one who
    is not, or will not be, let in."""
    kept = [p for p in (roles.target, denied) if p is not None]  # 'denied the mission passage' may be one phrase
    if not any(is_a(view, p, ("@monitor",)) for p in kept):
        return act, force
    if act.id == "deny-passage":
        return lexicon().acts["obstruct-monitor"], force
    barred = force.modality == "refused" or (force.modality in REAL and force.polarity == "negated")
    if act.id == "allow-passage" and barred:
        return lexicon().acts["obstruct-monitor"], replace(force, modality="completed", polarity="affirmed")
    return act, force


def _not_asked(view: View, governor: Governor | None) -> bool:
    """'Neither side has asked for the truce to be renewed'."""
    if governor is None or governor.token not in view.verbs:
        return False
    asked = own_force(view, governor.token, group_of(view, governor.token), False, True, subject_of(view, governor.token))
    return asked.modality == "completed" and asked.polarity == "negated" and not asked.bare


def _is_proposed(view: View, force: Force, governor: Governor | None) -> bool:
    """'Proposed pushing the date back', 'wants the deadline moved to June': no more than asked for."""
    if governor is None or governor.token not in view.verbs or governor.cue.lemma not in _PROPOSING:
        return False
    group = group_of(view, governor.token)
    plain = force.polarity == "affirmed" and not group.negated and _MODALS.isdisjoint(group.words)
    return plain and force.modality in {"announced", "requested", "possible"} and not force.conditional


_ASKING = frozenset({"ask", "request", "seek", "plead", "beg"})
_PROPOSING = frozenset({"propose", "suggest", "want"})
_MODALS = frozenset({"might", "may", "could", "would", "will", "can"})


_LASTING = frozenset({"block-route", "detain", "deny-passage"})
"""Acts whose outcome is a state: what is blocked stays so."""


_REPEATED = frozenset({"attack", "obstruct-monitor", "advance", "reinforce", "lay-mines"})
"""Acts that a simple present tells as going on."""


def _lasts(view: View, act: Act, trigger: Trigger, force: Force) -> bool:
    """'The road is cut', 'has been sealed since Monday', 'the rebels block the road', 'they attack villages': going on."""
    group = trigger.frame.group
    if group is None or force.modality != "completed" or force.polarity == "negated" or act.norm != "forbidden":
        return False
    if act.aspect == "speech" or act.generic:
        return False
    if act.id in _LASTING and group.passive:
        by = trigger.frame.first("subj") is not None
        since = "since" in trigger.frame.slots and group.perfect
        return since or (not by and not group.perfect and bool({"is", "are"} & set(group.words)))
    simple = not group.words or set(group.words) <= {"still", "also", "now", "only"}
    if not simple or group.infinitive or trigger.frame.governor is not None or not force.present:
        return False
    told_once = view.segment == "headline" or is_dated_entry(view.doc)
    lasting = act.id in _LASTING or (act.id in _REPEATED and not told_once)
    return lasting and group.tag in {"s", "base"}


def _undone(force: Force) -> Force:
    """'The annex remains unsigned', 'they will hold on to their arms': the act is not done, or refused for the time to come."""
    if force.modality in REAL:
        turned: Polarity = "affirmed" if force.polarity == "negated" else "negated"
        return replace(force, modality="completed", polarity=turned, reaches_back=True)
    if force.modality in {"announced", "promised"} and force.polarity == "affirmed":
        return replace(force, modality="refused")
    if force.modality == "refused":
        return replace(force, modality="announced", polarity="affirmed")
    turned = "affirmed" if force.polarity == "negated" else "negated"
    return replace(force, polarity=turned)


def _worded(force: Force, modality: str) -> Force:
    """'Agreed to a truce' promises one, 'has not agreed to a truce' refuses it; what is not real stays as it is."""
    if force.modality not in REAL:
        return force
    if force.polarity == "negated":
        return replace(force, polarity="affirmed", modality="refused" if modality == "promised" else "possible")
    return replace(force, modality=cast(Modality, modality))


def without_carriers(view: View, drafts: list[Draft]) -> list[Draft]:
    """Speech whose content is another act of the sentence is the modality of that act, not a claim beside it."""
    carriers: set[int] = set()
    for draft in drafts:
        governor = draft.trigger.frame.governor
        seen: set[int] = set()
        while governor is not None and governor.token not in seen:
            seen.add(governor.token)
            carriers.add(governor.token)
            inner = next((d for d in drafts if d.trigger.at == governor.token), None)
            governor = inner.trigger.frame.governor if inner is not None else None
        if draft.force.speech_at is not None:
            carriers.add(draft.force.speech_at)
    kept = [
        d
        for d in drafts
        if d.act.aspect != "speech" or d.act.id == "request-extension" or not carriers & {d.trigger.at, *d.trigger.words}
    ]
    # 'missed the deadline for leaving' tells that they did not leave
    kept = [d for d in kept if not (d.act.generic and carriers & {*d.trigger.words[1:]})]
    # 'did not comply with its commitment to leave' tells the same
    kept = [d for d in kept if not (d.act.generic and d.trigger.pattern.lemma == "comply" and _with_one(d.trigger, carriers))]
    return [d for d in kept if not (d.act.id == "concede" and d.trigger.frame.group is None and d.trigger.at in carriers)]


def _with_one(trigger: Trigger, words: set[int]) -> bool:
    return any(p.head in words for p in trigger.frame.slots.get("with", ()))


def without_reasons(drafts: list[Draft]) -> list[Draft]:
    """In 'gave ten more days for the withdrawal' the withdrawal is what the days are for, not a claim beside it."""
    if not any(d.act.id in {"extend-deadline", "request-extension"} for d in drafts):
        return drafts
    asked = {d.trigger.at for d in drafts if d.act.id == "request-extension"}
    moved = {w for d in drafts if d.act.id == "extend-deadline" and d.trigger.frame.group for w in d.trigger.words}
    return [
        d
        for d in drafts
        if d.act.id in {"extend-deadline", "request-extension"} or not (_is_reason(d, asked) or _is_moved(d, moved))
    ]


def _is_moved(draft: Draft, moved: set[int]) -> bool:
    """'Agreed to a delay in the handover': the handover is what is put off, not a claim beside it."""
    over = draft.trigger.frame.governor
    return draft.trigger.frame.group is None and over is not None and over.token in moved


def _one_incident(view: View, drafts: list[Draft]) -> list[Draft]:
    """'An attack killed one and wounded two' is one attack: the noun under the verb and the second verb go."""
    gone: set[int] = set()
    for draft in drafts:
        if draft.trigger.frame.group is None or draft.trigger.at in gone:
            continue
        held = {
            p.start
            for slot, ps in draft.trigger.frame.slots.items()
            if slot in {"subj", "in", "by", "during", "obj"}
            for p in ps
        }
        for other in drafts:
            if other is draft or other.act.id != draft.act.id or other.act.generic:
                continue
            phrase = view.phrase_of(other.trigger.at)
            inside = other.trigger.frame.group is None and phrase is not None and phrase.start in held
            token = view.doc[other.trigger.at]
            again = (
                other.act.norm == "forbidden"
                and token.dep_ in {"conj", "advcl"}
                and token.head.i == draft.trigger.at
                and other.trigger.at > draft.trigger.at
                and not any(c.dep_.startswith("nsubj") for c in token.children)
                and (token.dep_ == "advcl" or _done_by_them(other, draft))
            )
            if inside or (
                again and other.force.modality == draft.force.modality and other.roles.zone in {None, draft.roles.zone}
            ):
                gone.add(other.trigger.at)
    return [d for d in drafts if d.trigger.at not in gone]


def _done_by_them(second: Draft, first: Draft) -> bool:
    """Not so in 'X shelled the town and Y fired back'."""
    return {p.start for p in second.roles.actors} <= {p.start for p in first.roles.actors}


def _called_breaches(view: View, drafts: list[Draft]) -> list[Draft]:
    """'The attack was a breach of the ceasefire by the Front' tells of one deed, the attack; its author stands with the word
    for the breach."""
    done = list(drafts)
    for name in drafts:
        token = view.doc[name.trigger.at]
        if name.act.id != "breach-ceasefire" or name.trigger.frame.group is not None or name.force.polarity == "negated":
            continue
        subject = next((c.i for c in token.children if c.dep_ == "nsubj" and c.i < token.i), None)
        if subject is None or not any(c.dep_ == "cop" for c in token.children) or name.force.modality not in REAL:
            continue
        deed = next((d for d in done if subject in {d.trigger.at, *d.trigger.words} and d.act.norm == "forbidden"), None)
        if deed is None or deed.force.modality not in REAL or deed.act.id == "breach-ceasefire":
            continue
        if not (deed.roles.actors or name.roles.actors):
            continue  # a charge that names nobody stays one
        roles = deed.roles if deed.roles.actors else replace(deed.roles, actors=name.roles.actors)
        done = [replace(d, roles=roles) if d is deed else d for d in done if d is not name]
    return done


def _to_be_verified(draft: Draft, drafts: list[Draft]) -> bool:
    """In 'will verify the disarmament' nobody says that there is or will be one."""
    governor = draft.trigger.frame.governor
    if governor is None or draft.trigger.frame.group is not None:
        return False
    over = [d for d in drafts if d.act.id == "verify" and d.trigger.at == governor.token]
    return bool(over) and (draft.force.modality not in REAL or all(d.force.modality not in REAL for d in over))


def _is_reason(draft: Draft, asked: set[int]) -> bool:
    """`asked` are the verbs that ask for time: 'asked for two days to clear the road'."""
    group = draft.trigger.frame.group
    over = draft.trigger.frame.governor
    if group is not None and group.infinitive and over is not None and over.token in asked:
        return True
    if group is None:
        return draft.force.modality in {"possible", "required"}
    governor = draft.trigger.frame.governor
    given = governor is not None and governor.cue.sort == "nouns" and governor.cue.effect == "possible"
    return group.infinitive and draft.force.modality == "possible" and (draft.force.speech is None or given)


def tells_which(view: View, draft: Draft, drafts: list[Draft]) -> bool:
    """In 'freed 35 of the 60 people held in May', 'freed the men it holds' the holding only tells which people are meant; in
    'the square where troops had once fired on a crowd' the shots, of no told day, only tell which square it is."""
    token = view.doc[draft.trigger.at]
    once = {"had", "once"} <= {t.lower_ for t in view.doc[max(0, token.i - 3) : token.i]}
    if once and token.dep_ == "acl:relcl":
        return True
    group = draft.trigger.frame.group
    if draft.act.id == "cease-fire" and token.dep_ == "acl:relcl" and group is not None and "had" in group.words:
        return True  # 'broke a truce that had held for two months'
    which = token.dep_ in {"acl", "acl:relcl"} and draft.trigger.frame.group is not None
    if which and draft.act.id == "agree" and draft.trigger.pattern.lemma in _PROMISES and "obj" in draft.trigger.frame.slots:
        return True  # 'the prisoners promised by X', 'the 160 who were promised to us'
    held = draft.trigger.frame.first("obj")
    if draft.act.id != "detain" or held is None or token.i < held.head:
        return False
    main = view.doc[held.head].head
    if token.dep_ == "acl" and view.doc[held.head].dep_ == "nsubj" and main.lemma_.lower() in _COME_HOME:
        return True  # 'all soldiers held by X have come home'
    described = token.dep_ in {"acl", "acl:relcl", "xcomp"} or held.end in view.at or draft.trigger.frame.group is None
    return described and any(
        o.act.id in _FREEING and held in {p, _whole_counted(view, p), *(view.all_of(p) if p in view.phrases else ())}
        for o in drafts
        for slot in ("obj", "of", "subj")
        for p in o.trigger.frame.slots.get(slot, [])
    )


def _whole_counted(view: View, some: Phrase) -> Phrase | None:
    """The 'five men' of 'four of the five men'."""
    of = some.end + 1 < len(view.doc) and view.doc[some.end].lower_ == "of"
    return view.phrase_of(some.end + 1) if of else None


_PROMISES = frozenset({"promise", "pledge", "offer"})
_COME_HOME = frozenset({"come", "return", "go", "fly", "arrive", "walk", "cross", "leave", "escape", "die", "reach"})
_FREEING = frozenset({"release", "exchange-prisoners", "return-bodies", "verify"})


def merged(view: View, drafts: list[Draft]) -> list[Draft]:
    """Several wordings of one extension in a sentence are one claim: the one with an author is kept."""
    drafts = _called_breaches(view, drafts)
    drafts = [d for d in _one_incident(view, drafts) if not _to_be_verified(d, drafts)]
    extends = [d for d in drafts if d.act.id == "extend-deadline"]
    if len(extends) < 2:
        return drafts
    best = max(extends, key=lambda d: (bool(d.roles.actors), d.trigger.frame.group is not None, -d.trigger.at))
    return [d for d in drafts if d.act.id != "extend-deadline" or d is best]
