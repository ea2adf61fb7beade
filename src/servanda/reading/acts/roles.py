"""Who did it, to whom, where: the roles of a trigger, from its frame.

Invariant: a role is a phrase of the sentence or empty; an actor is never the place of the act nor its own target.
"""

from __future__ import annotations

from servanda.reading.acts.attributed import attributed_to
from servanda.reading.acts.before_verb import EVENTS
from servanda.reading.acts.between import among, between_behind, beyond_aside, side_by_side
from servanda.reading.acts.classes import NO_PLACE, is_a, is_actorlike, is_placelike
from servanda.reading.acts.clause import Sentence
from servanda.reading.acts.date_words import ends_clock
from servanda.reading.acts.event_owners import named_before, owner_of_event, sender_of, told_behind, whose_craft
from servanda.reading.acts.forms import noun_lemmas
from servanda.reading.acts.frames import subject_of, verb_frame
from servanda.reading.acts.from_whom import captor_of, is_attack, pitted, who_is_behind, whose_positions
from servanda.reading.acts.lexicon import lexicon, of_classes
from servanda.reading.acts.nominal import parts_others
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.possessors import possessor
from servanda.reading.acts.posts import who_mans
from servanda.reading.acts.slots import Frame
from servanda.reading.acts.time_given import whose_date
from servanda.reading.acts.triggers import Trigger
from servanda.reading.acts.zone_phrases import is_dateline, zone_phrase
from servanda.reading.frozen import dataclass


@dataclass(frozen=True, slots=True)
class RolePhrases:
    """Phrases of actor (with coordination), target and zone."""

    actors: tuple[Phrase, ...]
    target: Phrase | None
    zone: Phrase | None


def roles_of(sentence: Sentence, trigger: Trigger) -> RolePhrases:
    """The roles of a trigger."""
    frame, roles = trigger.frame, trigger.pattern.roles
    zone = zone_phrase(sentence, trigger)
    actors: tuple[Phrase, ...] = ()
    for slot in roles.actor:
        given = [owner_of_event(sentence, p) for p in frame.slots.get(slot, [])]
        given = [q for p in given for q in _past_days(sentence, p)]
        if slot == "from":  # 'came under fire from X positions'
            given = [whose_positions(sentence, p) or p for p in given]
        if frame.governor is not None and slot == "obj":
            given = [_whom_it_means(sentence, frame.governor.token, p) for p in given]
        if slot == "obj" and given and given[0] in sentence.phrases and is_a(sentence, given[0], ("@heavy",)):
            given += [q for q in sentence.all_of(given[0])[1:] if is_actorlike(sentence, q)]  # 'two tanks and 25 X soldiers'
        options = [p for p in given if p != zone or is_a(sentence, p, ("@forces",))]
        options = [
            p
            for p in options
            if (slot not in {"obj", "of"} or _own_forces(sentence, p))
            and not _is_event(sentence, p)
            and not _is_day(sentence, p)
            and not (slot == "from" and (_tells_whose(sentence, frame, p) or _is_mere_place(sentence, p)))
            and sentence.doc[p.start].lower_ not in {"which", "what"}
            and sentence.doc[p.head].lower_ not in {"victim", "victims"}
        ]
        if options:
            actors = (
                tuple(p for p in sentence.all_of(options[0]) if p is options[0] or not _is_event(sentence, p))
                if options[0].start in sentence.at and options[0] in sentence.phrases
                else (options[0],)
            )
            beyond = beyond_aside(sentence, actors[0]) if slot == "between" and len(actors) == 1 else None
            beyond = side_by_side(sentence, actors[-1]) if slot == "subj" else beyond
            actors = (*actors, beyond) if beyond is not None else actors
            break
    actors = () if _whose_own_release(sentence, trigger, actors) else tuple(_counted_by(sentence, p) for p in actors)
    dies = trigger.pattern.lemma == "die"
    if not actors and frame.group is not None and (dies or frame.group.passive or _undergoes(frame)):
        actors = _by_attack(sentence, [p for slot in ("in", "during", "by") for p in frame.slots.get(slot, [])])
    if not actors and "subj" not in frame.slots and "subj" in roles.actor:  # 'unprovoked firing by Indian forces'
        actors = tuple(p for p in frame.slots.get("by", [])[:1] if is_actorlike(sentence, p) and not _is_day(sentence, p))
    if not actors and (frame.group is None or "between" in roles.actor):
        between = [
            p for p in frame.slots.get("between", []) if frame.group is not None or not parts_others(sentence, p.start - 1)
        ]
        actors = among(sentence, between or between_behind(sentence, frame.first("subj")))
    if not actors and (fight := sentence.phrase_of(frame.at) if frame.group is None else frame.first("subj")) is not None:
        actors = pitted(sentence, fight)
    if not actors and frame.group is None and fight is not None and is_attack(sentence, fight):
        behind = who_is_behind(sentence, fight)  # 'the shelling of Z, which Y blames on X'
        actors = (behind,) if behind is not None else ()
    if not actors and "between" in roles.actor and (event := frame.first("subj")) is not None:
        actors = _whose_event(sentence, event)
    by_subject = any(slot in {"s", "subj"} for slot, _ in trigger.pattern.tests)
    # 'shells fell', not 'they heard shells', and not who 'sustained wounds'
    flies = not roles.actor and "subj" not in roles.target and trigger.pattern.act == "attack" and by_subject
    if not actors and flies and (shot := frame.first("subj")) is not None:
        sender = possessor(sentence, shot) or sender_of(sentence, shot)
        actors = (sender,) if sender is not None else whose_craft(sentence, shot)
    if not actors and trigger.pattern.act == "attack":
        said_of = attributed_to(sentence, frame.at)
        actors = _fired_from(sentence, trigger) or ((said_of,) if said_of is not None else ())
    if not actors and "subj" in roles.actor and (leaves := _left_so_by(sentence, frame)) is not None:
        actors = (leaves,)
    if not actors and "subj" in roles.actor:
        actors = _on_whose_part(sentence, frame)
    if trigger.pattern.lemma in _MUTUAL and actors and frame.group is not None:
        actors += tuple(p for p in frame.slots.get("with", [])[:1] if is_actorlike(sentence, p) or _those_of(sentence, p))
    if trigger.pattern.act in {*_AT_A_POST, "attack"} and not any(m.id or m.members for p in actors for m in p.mentions):
        posts = [p for p in (_beside_at(sentence, actors),) if p is not None]
        posts += _posts_at(sentence, frame) if trigger.pattern.act in _AT_A_POST else []
        actors = who_mans(sentence, posts, actors)
    if not actors and trigger.pattern.act in _OF_OWNER:
        lying = [] if roles.actor else frame.slots.get("subj", [])  # 'the Front's rifles lie in a container'
        actors = _owner_of_arms(sentence, [*frame.slots.get("obj", []), *frame.slots.get("of", []), *lying])
    if not actors and trigger.pattern.act == "release" and (held := frame.first("obj") or frame.first("subj")) is not None:
        captor = captor_of(sentence, held)
        actors = (captor,) if captor is not None else ()
    target = None
    for slot in roles.target:
        for phrase in frame.slots.get(slot, []):
            owned = is_owned(sentence, phrase)
            if is_dateline(sentence, phrase):
                continue
            if phrase not in actors and (phrase != zone or owned) and (owned or _can_be_target(sentence, phrase)):
                target = phrase
                break
        if target is not None:
            break
    if target is None and trigger.pattern.act == "attack" and (shared := _shared_object(sentence, frame)) is not None:
        target = shared
    if target is None and trigger.pattern.act == "extend-deadline":
        target = whose_date(sentence, frame)
    if target is not None and sentence.doc[target.head].i in trigger.words:
        target = None
    actors = tuple(a for a in actors if not _is_day(sentence, a))
    return RolePhrases(tuple(a for a in actors if a != zone or len(actors) > 1 or is_actorlike(sentence, a)), target, zone)


def _shared_object(sentence: Sentence, frame: Frame) -> Phrase | None:
    """'Shot and hacked to death 13 villagers': both verbs were done to them."""
    second = frame.at + 2
    if frame.group is None or second not in sentence.verbs or sentence.doc[frame.at + 1].lower_ != "and":
        return None
    whom = verb_frame(sentence, second).first("obj")
    behind = whom is not None and whom.start > second
    return whom if whom is not None and behind and _can_be_target(sentence, whom) else None


def _whom_it_means(sentence: Sentence, verb: int, phrase: Phrase) -> Phrase:
    """The 'itself' of 'X considers itself bound': X."""
    itself = phrase.end - phrase.start == 1 and sentence.doc[phrase.head].lower_ in _ONESELF
    return (subject_of(sentence, verb) or phrase) if itself and verb in sentence.verbs else phrase


_ONESELF = frozenset({"itself", "themselves", "himself", "herself"})


def _whose_own_release(sentence: Sentence, trigger: Trigger, actors: tuple[Phrase, ...]) -> bool:
    """'Demanded his immediate release', 'before their release': theirs who are freed, and not theirs who free."""
    freed = trigger.pattern.act == "release" and trigger.frame.group is None and "of" not in trigger.frame.slots
    return freed and len(actors) == 1 and sentence.doc[actors[0].start].lower_ in {"his", "her", "their"}


def _counted_by(sentence: Sentence, phrase: Phrase) -> Phrase:
    """The 'nine by Y' of 'six shells were fired by X and nine by Y': Y."""
    k = phrase.end
    if phrase.joined is None or sentence.doc[phrase.head].pos_ != "NUM" or k + 1 >= len(sentence.doc):
        return phrase
    by = sentence.phrase_of(k + 1) if sentence.doc[k].lower_ == "by" else None
    return by if by is not None and is_actorlike(sentence, by) else phrase


_MUTUAL = frozenset({"clash", "skirmish", "exchange", "trade", "swap"})
"""What these tell is done by those who stand after 'with' too: 'the army clashed with the rebels'."""


def _is_mere_place(sentence: Sentence, phrase: Phrase) -> bool:
    """'Came under fire from a forested area': nobody is named."""
    named = any(m.kind in {"actor", "group", "person"} and m.how != "guessed" for m in phrase.mentions)
    return not named and is_placelike(sentence, phrase)


def _tells_whose(sentence: Sentence, frame: Frame, phrase: Phrase) -> bool:
    """'In the presence of teams from both sides': the sides are those of the teams, and gave nothing."""
    before = sentence.phrase_of(phrase.start - 2) if phrase.start >= 2 else None
    if before is None or before is phrase or not (is_actorlike(sentence, before) or _are_sent(sentence, before)):
        return False
    return not any(before in frame.slots.get(slot, []) for slot in ("subj", "obj", "iobj", "of"))


_SENT = frozenset({"team", "teams", "delegation", "delegations", "delegates", "envoys", "mediators", "witnesses", "guests"})


def _are_sent(sentence: Sentence, phrase: Phrase) -> bool:
    return sentence.doc[phrase.head].lower_ in _SENT


def _those_of(sentence: Sentence, phrase: Phrase) -> bool:
    """'clashed with those of Machar'."""
    k = phrase.end
    return sentence.doc[phrase.head].lower_ == "those" and k < len(sentence.doc) and sentence.doc[k].lower_ == "of"


def _left_so_by(sentence: Sentence, frame: Frame) -> Phrase | None:
    """'The army fired on the crowd, leaving nine wounded': who left them so."""
    token = sentence.doc[frame.at]
    left = (
        token.dep_ == "xcomp" and token.head.i in sentence.verbs and token.head.lower_ in {"leaving", "left", "leave", "leaves"}
    )
    who = subject_of(sentence, token.head.i) if left and token.head.i < frame.at else None
    return who if who is not None and is_actorlike(sentence, who) else None


def _on_whose_part(sentence: Sentence, frame: Frame) -> tuple[Phrase, ...]:
    """'On the part of the army were removed two posts', 'from the side of X was opened fire', 'were killed at the hands of
    X': theirs."""
    if frame.group is None or not frame.group.passive:
        return ()
    given = [p for slot in ("on", "from", "by", "at") for p in frame.slots.get(slot, [])]
    fronted = [p for p in sentence.phrases[:2] if p.start <= 6 and p.end < frame.at and p.prep in {"on", "from", "by"}]
    for phrase in (*given, *fronted):
        tail = sentence.phrase_of(phrase.end + 1) if phrase.end + 1 < len(sentence.doc) else None
        of = tail is not None and tail.prep == "of" and sentence.doc[phrase.head].lower_ in {"part", "side", "hands"}
        if tail is not None and of and is_actorlike(sentence, tail):
            return (tail,)
    return ()


def _by_attack(sentence: Sentence, inside: list[Phrase]) -> tuple[Phrase, ...]:
    """'Two were killed in Pakistani shelling', 'in an attack by the rebels', 'in a clash between A and B': theirs."""
    for phrase in inside:
        behind = sentence.phrase_of(phrase.end + 1) if phrase.end + 1 < len(sentence.doc) else None
        if behind is not None and behind.prep == "between" and sentence.doc[phrase.head].lower_ in _CLASHES:
            return among(sentence, [behind])
        if not noun_lemmas(sentence.doc[phrase.head].text) & lexicon().classes["assault"]:
            sent = (
                who_is_behind(sentence, phrase)
                if phrase.prep == "by" and is_a(sentence, phrase, ("@weapon", "@mine"))
                else None
            )
            if sent is not None:
                return (sent,)  # 'was killed by a mine planted by the rebels'
            continue
        known = tuple(m for m in phrase.mentions if m.kind in {"actor", "group"} and m.id)
        if len(known) == 1:
            end = max(k for k in range(phrase.start, phrase.end) if sentence.offset + sentence.doc[k].idx < known[0].end)
            return (Phrase(phrase.start, end + 1, end, None, None, known),)
        behind = told_behind(sentence, phrase) or who_is_behind(sentence, phrase)
        if behind is not None:
            return (behind,)
    return ()


_CLASHES = frozenset(
    {"clash", "clashes", "fighting", "battle", "battles", "firefight", "gunfight", "gunbattle", "skirmish", "crossfire"}
)
_AT_A_POST = frozenset({"obstruct-monitor", "deny-passage", "block-route", "detain", "allow-passage"})


def _fired_from(sentence: Sentence, trigger: Trigger) -> tuple[Phrase, ...]:
    """'Heard bursts of fire from X positions', 'shells fired from positions of X': X."""
    given = list(trigger.frame.slots.get("from", []))
    after = [t.lower_ for t in sentence.doc[max(trigger.words) + 1 : max(trigger.words) + 3]]
    if len(after) == 2 and after[0] in {"fired", "launched", "coming"} and after[1] == "from":
        given += [p for p in (sentence.phrase_of(max(trigger.words) + 3),) if p is not None]
    whose = [w for p in given if is_a(sentence, p, ("@position", "@post")) and (w := whose_positions(sentence, p)) is not None]
    if not whose and (shot := trigger.frame.first("obj") or trigger.frame.first("subj")) is not None:
        behind = who_is_behind(sentence, shot)  # 'the shots fired at Z came from X militia'
        return (behind,) if behind is not None else ()
    return (whose[0],) if whose else ()


def _beside_at(sentence: Sentence, actors: tuple[Phrase, ...]) -> Phrase | None:
    """The post of 'soldiers at a checkpoint of the army turned back trucks'."""
    k = actors[0].end + 1 if actors else len(sentence.doc)
    post = sentence.phrase_of(k) if k < len(sentence.doc) else None
    return post if post is not None and post.prep == "at" and post.start == k else None


def _posts_at(sentence: Sentence, frame: Frame) -> list[Phrase]:
    """The barrier of 'was made to turn round at a barrier' too, which stands with the second verb."""
    own = frame.slots.get("at", [])
    second = frame.complement if frame.complement is not None else len(sentence.doc)
    after = [p for p in sentence.phrases if p.prep == "at" and p.start > second]
    return [*own, *(p for p in after[:1] if p not in own)]


_OF_OWNER = frozenset({"hand-over-weapons", "withdraw", "remain"})
"""What is handed over or taken back by nobody named is so by whose it is: 'their weapons have been put under lock'."""


def _owner_of_arms(sentence: Sentence, things: list[Phrase]) -> tuple[Phrase, ...]:
    for thing in things:
        if not is_a(sentence, thing, ("@weapon", "@heavy", "@forces")):
            continue
        if (owner := possessor(sentence, thing)) is not None and is_actorlike(sentence, owner):
            return (owner,)
        if any(m.kind in {"actor", "group"} and m.id and m.how != "guessed" for m in thing.mentions):
            return (thing,)  # 'four Ruritanian tanks'
        if sentence.doc[thing.start].lower_ in {"its", "their"}:
            return (Phrase(thing.start, thing.start + 1, thing.start, None, None, ()),)
        tail = sentence.phrase_of(thing.end + 1) if thing.end + 1 < len(sentence.doc) else None
        if tail is not None and tail.prep == "of" and any(m.kind in {"actor", "group"} and m.id for m in tail.mentions):
            return (tail,)
    return ()


def _undergoes(frame: Frame) -> bool:
    """'Two killed in shelling': no auxiliary, but what was done was done to what stands before the verb."""
    before = frame.first("obj")
    return before is not None and "subj" not in frame.slots and before.end <= frame.at


def _whose_event(sentence: Sentence, event: Phrase) -> tuple[Phrase, ...]:
    """'The Serb attack continued', 'the army's shelling resumed': theirs."""
    owner = owner_of_event(sentence, event)
    if owner is not event:
        return (owner,)
    named = named_before(event, sentence)
    return (named,) if named is not None else ()


def _own_forces(sentence: Sentence, phrase: Phrase) -> bool:
    """'X withdrew its troops', 'troops were deployed': the object is forces, or names an actor."""
    if is_a(sentence, phrase, ("@post", "@heavy")):
        return False
    if phrase.end - phrase.start == 1 and sentence.doc[phrase.head].lower_ in _PERSONS:
        return True
    if sentence.doc[phrase.head].lower_ in {"members", "elements"} and (tail := sentence.phrase_of(phrase.end + 1)) is not None:
        return tail.prep == "of" and any(m.kind in {"actor", "group"} and m.id for m in tail.mentions)
    return is_a(sentence, phrase, ("@forces",)) or any(m.kind == "actor" for m in phrase.mentions)


_PERSONS = frozenset({"we", "us", "they", "them", "it"})


def _is_day(sentence: Sentence, phrase: Phrase) -> bool:
    head, start = sentence.doc[phrase.head], sentence.doc[phrase.start]
    if head.lower_ in {"day", "week", "month", "year", "night"}:
        return True
    if _opens_dates(sentence, phrase):
        return True
    short = start.lower_.rstrip(".") in _SHORT_MONTHS and start.pos_ == "PROPN"
    return short or head.lower_ in NO_PLACE or (head.pos_ == "NUM" and start.lower_ in NO_PLACE)


def _opens_dates(sentence: Sentence, phrase: Phrase) -> bool:
    """The '15' of 'between 15 and 16 September soldiers fired'."""
    behind = [t.lower_ for t in sentence.doc[phrase.end : phrase.end + 3]]
    return sentence.doc[phrase.head].pos_ == "NUM" and len(behind) == 3 and behind[0] == "and" and behind[2] in NO_PLACE


def _past_days(sentence: Sentence, phrase: Phrase) -> list[Phrase]:
    """The phrase, or whoever stands behind two days that the parser joined to him."""
    return sentence.all_of(phrase)[1:] if phrase in sentence.phrases and _opens_dates(sentence, phrase) else [phrase]


_SHORT_MONTHS = frozenset(["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"])


def _is_event(sentence: Sentence, phrase: Phrase) -> bool:
    """An attack, a weapon, a claim or a problem does nothing: whoever is behind it is not named."""
    if any(m.kind in {"actor", "group", "person"} and m.how != "guessed" for m in phrase.mentions):
        return False
    if sentence.doc[phrase.start].lower_ in _POSSESSIVES and is_a(sentence, phrase, ("@heavy", "@craft")):
        return False  # 'admitted that its guns had fired'
    head = noun_lemmas(sentence.doc[phrase.head].text)
    classes = lexicon().classes
    if head & _STRIKES_BY_ITSELF:
        return True
    if head & of_classes("forces", "actor", "person"):
        return False
    whose = (noun_lemmas(sentence.doc[k].text) for k in range(phrase.start, phrase.head))
    if head & classes["craft"] and any(w & of_classes("forces", "actor") for w in whose):  # 'army helicopters'
        return False
    if head & (of_classes("assault", "weapon", "pact", "abstract") | EVENTS):
        return True
    return not lexicon().nouns.keys().isdisjoint(head)


_STRIKES_BY_ITSELF = frozenset({"mine", "landmine", "shrapnel", "splinter", "debris", "ordnance", "bullet"})


def is_owned(sentence: Sentence, phrase: Phrase) -> bool:
    """Somebody's post, convoy or men: 'our positions', 'X's base', 'a checkpoint of X', 'two of its men'."""
    k = phrase.end
    tail = sentence.phrase_of(k + 1) if k + 1 < len(sentence.doc) and sentence.doc[k].lower_ == "of" else None
    if sentence.doc[phrase.head].pos_ == "NUM":
        return tail is not None and is_a(sentence, tail, _THINGS) and _has_owner(sentence, tail)
    if not is_a(sentence, phrase, _THINGS):
        return False
    return _has_owner(sentence, phrase) or (tail is not None and _has_owner(sentence, tail))


def _has_owner(sentence: Sentence, phrase: Phrase) -> bool:
    first = sentence.doc[phrase.start].lower_
    return first in _POSSESSIVES or any(m.kind in {"actor", "group"} and m.id for m in phrase.mentions)


_THINGS = (
    *("@post", "@position", "@forces", "@person", "@heavy", "convoy", "motorcade", "vehicle", "team", "member"),
    *("column", "patrol", "boat", "ship", "truck", "jeep", "trawler", "station", "@craft"),
)
_POSSESSIVES = frozenset(["our", "its", "their", "his", "her", "my"])


def _can_be_target(sentence: Sentence, phrase: Phrase) -> bool:
    """Somebody, or people and things in somebody's care; never a weapon, an event, a length of time or a place."""
    if sentence.doc[phrase.head].lower_ == "us":
        return True
    if is_a(sentence, phrase, ("@person", "@prisoner", "@body", "@aid", "@monitor", "@forces")) or any(
        m.kind in {"actor", "group", "person"} for m in phrase.mentions
    ):
        return True
    none = is_a(sentence, phrase, ("@weapon", "@assault", "@period", "@pact")) or ends_clock(
        sentence.doc, phrase.start, phrase.end
    )
    return is_actorlike(sentence, phrase) and not none
