"""Whether the tests of a pattern hold in a frame: 'open fire' asks for fire as what is opened, 'refuse x:leave' for leaving.

Invariant: a test looks at what fills its slot, and at no trigger of another word.
"""

from __future__ import annotations

from itertools import pairwise

from servanda.reading.acts.before_verb import BROKEN
from servanda.reading.acts.blame import faulted_under
from servanda.reading.acts.classes import is_a, is_a_zone, is_placelike
from servanda.reading.acts.clause import Sentence
from servanda.reading.acts.forms import noun_lemmas
from servanda.reading.acts.from_whom import from_a_land
from servanda.reading.acts.goods_returned import gives_back
from servanda.reading.acts.lexicon import SLOT, Pattern, lexicon
from servanda.reading.acts.no_party import by_no_party
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.set_phrases import lets_time_pass
from servanda.reading.acts.slots import Frame, is_time
from servanda.reading.acts.time_given import moves_no_date
from servanda.reading.tasked import is_tasked

_WHERE = frozenset({"based", "held"})
_MEASURES = frozenset(
    [
        "none",
        "neither",
        "thirds",
        "quarters",
        "third",
        "quarter",
        "fifth",
        "percent",
        "cent",
        "each",
        "two",
        "last",
        "first",
        "hundreds",
        "dozens",
        "thousands",
        "scores",
        "team",
        "teams",
        "member",
        "members",
        "staff",
        "convoy",
        "patrol",
        "months",
        "weeks",
        "days",
        "number",
        "group",
        "terms",
        "term",
        "provisions",
        "rest",
        "remainder",
        "half",
        "majority",
        "all",
        "some",
        "part",
        "parts",
        "most",
        "many",
        "several",
        "any",
        "few",
        "bulk",
        "portion",
        "barrel",
        "barrels",
        "batch",
        "series",
        "groups",
        "spirit",
        "letter",
        "text",
        "list",
        "total",
        "whole",
        "lot",
        "one",
    ]
)


def _others_like(sentence: Sentence, first: Phrase) -> list[Phrase]:
    """'Freed NAME and two other hostages': what the rest of a list is called, the first of it is too."""
    listed = sentence.all_of(first)[1:] if first in sentence.phrases else []
    return [p for p in listed if any(sentence.doc[k].lower_ in {"other", "others", "more"} for k in range(p.start, p.end))]


_SHOTS = frozenset({"fire", "strike", "strikes"})
_STOPS = {"stop", "halt", "end"}


def _of_another(sentence: Sentence, frame: Frame) -> bool:
    """'Stopped an attack by twelve gunmen': it is not their own attack that they stopped."""
    what = frame.first("obj")
    agent = sentence.phrase_of(what.end + 1) if what is not None and what.end + 1 < len(sentence.doc) else None
    return (
        agent is not None
        and agent.prep == "by"
        and not is_time(sentence, agent)
        and is_a(sentence, agent, ("@actor", "@forces"))
    )


_IN_WORDS = frozenset(
    [
        *["saying", "accusing", "blaming", "calling", "claiming", "insisting", "telling", "denying", "arguing", "warning"],
        *["asking", "describing", "pointing", "noting", "branding", "urging", "demanding", "alleging", "dismissing"],
        *["rejecting", "vowing"],
    ]
)


def _answered_somehow(sentence: Sentence, pattern: Pattern, frame: Frame) -> bool:
    """'The government responded to the attack': in what way is not told; 'will respond to every attack' threatens."""
    told = any(slot == "with" for slot, _ in pattern.tests)
    attacked = any(sentence.doc[p.head].lower_.startswith("attack") for p in frame.slots.get("to", []))
    return attacked and not told and frame.group is not None and frame.group.tag in {"past", "pp"}


def _foretells(sentence: Sentence, verb: int) -> bool:
    """'Warned that false charges could hurt its name': what may come of itself, at nobody's hands."""
    ahead = [t.lower_ for t in sentence.doc[verb + 1 : verb + 25]]
    that = next((n for n, word in enumerate(ahead) if word == "that"), None)
    if that is None or not set(ahead[:that]) <= {"again", "also", "the", "on", "it", "us", "them"}:
        return False
    modal = next((n for n, word in enumerate(ahead) if n > that and word in _FORETELLING), None)
    return modal is not None and ahead[that + 1] not in {"it", "they", "we", "he", "she", "its", "their", "our"}


_FORETELLING = frozenset({"could", "may", "might"})


def _in_words(sentence: Sentence, verb: int) -> bool:
    """'Hit back, saying', 'hit back on Monday, accusing': with words, and with no arms."""
    near = sentence.doc[verb + 1 : verb + 9]
    if any(t.lower_ == "with" for t in near):
        return False  # 'hit back with artillery, saying'
    return any(a.text == "," and b.lower_ in _IN_WORDS for a, b in pairwise(near))


_NAMING = frozenset({"call", "declare", "proclaim"})


def _names_it(sentence: Sentence, frame: Frame) -> bool:
    """'Called the truce very fragile', 'declared the ceasefire dead': what they think of it, and none declared."""
    named = frame.first("obj")
    if named is None:
        return False
    said_of = any(
        c.dep_ == "xcomp"
        and c.i >= named.end
        and c.pos_ in {"ADJ", "NOUN", "ADV"}
        and not any(g.dep_ == "case" for g in c.children)
        for c in sentence.doc[frame.at].children
    )
    definite = sentence.doc[named.start].lower_ in {"the", "this", "that", "its", "their"}
    return said_of or (definite and sentence.doc[frame.at].lemma_.lower() == "call")


_SETS_MOVING = frozenset({"move", "get", "clear", "march", "roll", "drive", "fly", "remove"})
_LENGTHS = frozenset(
    ["kilometre", "kilometres", "kilometer", "kilometers", "km", "miles", "mile", "metres", "meters", "yards", "steps"]
)
_OWN = frozenset({"its", "their", "his", "our", "itself", "themselves", "himself", "ourselves"})


def _moves_others(sentence: Sentence, frame: Frame) -> bool:
    """'Moved civilians out of the town', 'cleared the rebels out of it': others left, whoever moved them."""
    moved = frame.first("obj")
    if moved is None or sentence.doc[moved.start].lower_ in _OWN or sentence.doc[moved.head].lower_ in _LENGTHS:
        return False
    head = sentence.offset + sentence.doc[moved.head].idx
    named = [m for m in moved.mentions if m.kind in {"actor", "group"} and m.id and m.how != "collective"]
    if any(m.start <= head < m.end for m in named):
        return True
    mover = frame.first("subj")
    movers = {m.id for m in mover.mentions} if mover is not None else set()
    if named and mover is not None and not is_a(sentence, mover, ("@organ",)) and movers.isdisjoint(m.id for m in named):
        return True  # 'peacekeepers removed the rebels' fighters'
    own = ("@forces", "@heavy", "@weapon", "@position", "@place")
    moved = _held_by_of(sentence, moved, own) or moved  # 'half of its men'
    return not is_a(sentence, moved, own) and not is_time(sentence, moved)


def _blames_somebody(sentence: Sentence, frame: Frame) -> bool:
    """Not so where a delay is blamed on tests."""
    blamed = frame.first("on") or frame.first("obj")
    named = blamed is not None and any(m.how != "guessed" for m in blamed.mentions)
    if blamed is None or named or sentence.doc[blamed.head].pos_ in {"PRON", "PROPN", "DET", "ADJ"}:
        return True
    return is_a(sentence, blamed, _BLAMED)


_BLAMED = (
    *("@forces", "@person", "member", "group", "faction", "terrorist", "extremist", "other", "side", "government", "authority"),
    *("movement", "party", "regime", "state", "country", "gang", "element"),
)


def _only_a_plan(sentence: Sentence, frame: Frame) -> bool:
    """'Abandoned plans for an offensive', 'dropped its plan to attack': no agreement has ended."""
    plan = frame.first("obj")
    if plan is None or sentence.doc[plan.head].lower_ not in {"plan", "plans"} or plan.end >= len(sentence.doc):
        return False
    return sentence.doc[plan.end].lower_ in {"for", "to", "of"}


_HOUSES = frozenset({"school", "hospital"})


def _in_a_house(sentence: Sentence, frame: Frame) -> bool:
    """'Remained in the school building', 'in the school': in a house; 'in school' and 'in the hospital' are no such place."""
    where = frame.first("in")
    if where is None or where.head == where.start:
        return False
    return sentence.doc[where.head].lower_ == "school" or sentence.doc[where.head - 1].lower_ in _HOUSES


def fits(sentence: Sentence, pattern: Pattern, frame: Frame) -> tuple[int, ...] | None:
    """The further tokens that the tests of a pattern rest on; None where a test fails."""
    words: list[int] = []
    if pattern.act == "cease-fire" and pattern.lemma in _STOPS and _of_another(sentence, frame):
        return None
    if pattern.lemma in _NAMING and pattern.act == "cease-fire" and _names_it(sentence, frame):
        return None
    if pattern.act == "withdraw" and not pattern.skip and _from_doing(sentence, frame.at):
        return None
    if pattern.act == "accuse" and pattern.lemma == "blame" and not pattern.skip and not _blames_somebody(sentence, frame):
        return None
    if pattern.act == "terminate" and _only_a_plan(sentence, frame):
        return None
    if pattern.act == "comply" and (kept := frame.first("obj")) is not None and sentence.doc[kept.head].lower_ in BROKEN:
        return None  # 'carried out ten ceasefire violations'
    sets_moving = pattern.act == "withdraw" and not pattern.skip and pattern.lemma in _SETS_MOVING
    if sets_moving and not pattern.nouns and _moves_others(sentence, frame):
        return None
    if pattern.skip and pattern.lemma == "remain" and _in_a_house(sentence, frame):
        return None
    if pattern.act == "block-route" and pattern.lemma == "surround" and _lies_around(sentence, frame):
        return None
    if pattern.act == "withdraw" and not pattern.skip and _leaves_so(sentence, pattern, frame):
        return None
    mines = pattern.skip and any({"mine", "@mine"} & {*names} for _, names in pattern.tests)
    of_case = mines and any(is_a_zone(sentence, p) for p in frame.slots.get("obj", ()))
    if of_case or (not pattern.skip and by_no_party(sentence, pattern.act, frame)):
        return None  # of_case: 'left the Oro mine'
    if moves_no_date(sentence, pattern, frame) or gives_back(sentence, pattern, frame):
        return None
    if pattern.act == "terminate" and pattern.lemma == "leave" and _left_so(sentence, frame):
        return None
    if pattern.lemma == "respond" and _answered_somehow(sentence, pattern, frame):
        return None
    if any(_faulted(sentence, p) for p in frame.slots.get("under", [])):
        return None  # 'came under fire for its policy'
    if pattern.act in {"remain", "capture", "hand-over"} and not pattern.skip and _nobodys_hands(pattern, frame, sentence):
        return None
    if "back" in pattern.particles and _in_words(sentence, frame.at):
        return None
    if pattern.act == "attack" and pattern.lemma in {"come", "originate"} and from_a_land(sentence, frame):
        return None
    if pattern.act == "threaten" and pattern.lemma == "warn" and _foretells(sentence, frame.at):
        return None
    if pattern.lemma == "charge" and is_tasked(sentence.doc.text, sentence.doc[frame.at].idx):
        return None  # 'charged with overseeing the truce'
    if pattern.act == "allow-passage" and any(
        lets_time_pass(sentence, k) == frame.at for k in range(frame.at + 2, min(frame.at + 20, len(sentence.doc)))
    ):
        return None
    if pattern.act == "attack" and pattern.lemma == "retaliate" and _by_other_means(sentence, frame.at):
        return None
    if pattern.act == "detain" and pattern.lemma == "hold" and _event_held(sentence, frame.at):
        return None
    if pattern.act == "release" and pattern.lemma == "release" and not pattern.skip and _of_a_paper(sentence, frame):
        return None
    if sentence.doc[frame.at].dep_ == "acl" and pattern.act in {"remain", "deploy"} and sentence.doc[frame.at].lower_ in _WHERE:
        return None  # 'militants based in Pakistan', 'the last town held by X was handed over'
    for slot, names in pattern.tests:
        if slot == "x":
            if frame.complement is None:
                return None
            if "meet" in names and _meets_terms(sentence, frame.complement):
                return None
            if names != ("@any",) and not _complement_is(sentence, frame.complement, names):
                return None
            kept_from = sentence.doc[frame.complement - 1].lower_ == "from" and "obj" in frame.slots
            if kept_from and pattern.lemma == "stop" and pattern.act == "cease-fire":
                return None  # 'stopped the rebels from advancing': it is not their own fire that they stopped
            if names != ("@any",):
                words.append(frame.complement)
            continue
        key = SLOT.get(slot, slot)
        options = frame.slots.get(key, [])
        if names == ("none",):
            if options:
                return None
            continue
        if key == "out":
            options = frame.slots.get("out of", [])
        if key == "of" and not options and "out" in pattern.particles:
            options = frame.slots.get("out of", [])
        if key == "of" and frame.group is None:
            options = options[:1]
        if key == "obj" and pattern.skip:
            options = options[:1]  # 'left Kest, residents said': the residents are not left behind
        if key == "obj" and options and options[0] in sentence.phrases and not pattern.skip:
            options = [*options, *sentence.all_of(options[0])[1:]]  # 'carried out drone and mortar attacks'
        hit = None
        for phrase in options:
            if is_a(sentence, phrase, names):
                hit = phrase
                break
        if hit is None and key == "obj" and options and not pattern.skip:
            hit = options[0] if any(is_a(sentence, p, names) for p in _others_like(sentence, options[0])) else None
        if hit is None:
            hit = _held_by_of(sentence, frame.first(key), names)
        if hit is None or (pattern.skip and sentence.doc[hit.head].lower_ in _SHOTS and any(m.id for m in hit.mentions)):
            return None  # the last: 'rebel fire killed five' is no blaze
        witnessed = pattern.act == "verify" and not lexicon().nouns.keys().isdisjoint(noun_lemmas(sentence.doc[hit.head].text))
        if witnessed and not pattern.skip:
            continue  # 'confirmed the withdrawal', 'witnessed the release': what they found is an act of its own
        if not any(n.startswith("@") for n in names) or names == ("@assault",) or "@process" in names:
            words.append(hit.head)
    return tuple(words)


def _from_doing(sentence: Sentence, at: int) -> bool:
    """'Pulled back from signing', 'backed away from a plan to sign': they left no place."""
    k = next((k for k in range(at + 1, min(at + 4, len(sentence.doc) - 1)) if sentence.doc[k].lower_ == "from"), None)
    return k is not None and sentence.doc[k + 1].lower_.endswith("ing") and k + 1 in sentence.verbs


_AND_THE = frozenset({"and", "the", "its", "in", "from", "of", "other"})


def _lies_around(sentence: Sentence, frame: Frame) -> bool:
    """'Its checkpoints surrounding the town', 'the hills surrounding it': where they lie."""
    near = sentence.phrase_of(frame.at - 1) if frame.at else None
    if sentence.doc[frame.at].lower_ == "surrounding" and _AND_THE & {sentence.doc[frame.at - 1].lower_ if frame.at else "the"}:
        return True  # 'the town and surrounding villages'
    if sentence.doc[frame.at].lower_ != "surrounding" or near is None or near.end != frame.at:
        return False
    return not is_a(sentence, near, ("@forces", "@actor"))


def _of_a_paper(sentence: Sentence, frame: Frame) -> bool:
    """'In its report, released on Monday', 'in figures released by the army': what came out is no prisoner."""
    if sentence.doc[frame.at].lower_ != "released" or frame.group is None or frame.group.words:
        return False
    k = frame.at - 1
    while k > 0 and (sentence.doc[k].text == "," or sentence.doc[k].pos_ == "ADV"):
        k -= 1
    before = sentence.phrase_of(k)
    return before is not None and is_a(sentence, before, _PAPERS)


_PAPERS = (
    *("report", "statement", "figure", "datum", "data", "video", "footage", "list", "survey", "study", "bulletin"),
    *("letter", "tape", "photo", "photograph", "image", "interview", "finding", "result", "map", "communique"),
    *(
        "document",
        "film",
        "transcript",
        "recording",
        "message",
        "memo",
        "estimate",
        "toll",
        "name",
        "detail",
        "summary",
        "audio",
    ),
)


def _leaves_so(sentence: Sentence, pattern: Pattern, frame: Frame) -> bool:
    """'Took down the camp, leaving nothing but a cart', 'kept its posts, leaving the army with no road': what comes of what
    they did, and no place that they left."""
    were = frame.group is not None and frame.group.words[-1:] in {("was",), ("were",)} and "subj" not in frame.slots
    counted = (p for p in frame.slots.get("obj", []) if sentence.doc[p.start].pos_ == "NUM")
    if pattern.lemma == "leave" and were and any(counted):
        return True  # 'two fields were left'
    left = frame.first("obj")
    token = sentence.doc[frame.at]
    if pattern.lemma == "leave" and token.lower_ == "left" and left is not None and left.end <= frame.at:
        told = frame.group.words if frame.group is not None and frame.group.passive else ()
        passive = token.dep_ == "acl" or not {"is", "are"}.isdisjoint(told)
        if passive and "subj" not in frame.slots:
            return True  # 'has five posts left', 'five posts are left'; those 'left by the army' have been vacated
    if pattern.lemma != "leave" or left is None or token.dep_ != "advcl" or token.lower_ != "leaving":
        return False
    return not is_placelike(sentence, left) and not is_a(sentence, left, ("@place", "@position", "@post"))


_EVENTS = frozenset(
    [
        "meeting",
        "summit",
        "talks",
        "conference",
        "session",
        "election",
        "elections",
        "ceremony",
        "round",
        "vote",
        "negotiations",
    ]
)


_HARMLESS = frozenset(
    [
        *["announce", "say", "impose", "ban", "expel", "recall", "close", "suspend", "declare", "threaten", "warn", "vow"],
        *["cancel", "withdraw", "accuse", "block", "refuse", "boycott", "arrest", "detain", "order", "cut", "stop", "recruit"],
    ]
)


def _by_other_means(sentence: Sentence, at: int) -> bool:
    """'Retaliated by closing its office', 'retaliated, announcing that it would recruit': no shot was fired."""
    for k in range(at + 1, min(at + 6, len(sentence.doc))):
        token = sentence.doc[k]
        if token.lower_.endswith("ing") and sentence.doc[k - 1].lower_ in {"by", ","} and token.pos_ == "VERB":
            return token.lemma_.lower() in _HARMLESS
    return False


def _event_held(sentence: Sentence, at: int) -> bool:
    """'The meeting of the two leaders held in Tol': nobody holds the leaders."""
    if sentence.doc[at].dep_ != "acl":
        return False
    return any(sentence.doc[k].lower_ in _EVENTS for k in range(max(0, at - 15), at))


def _left_so(sentence: Sentence, frame: Frame) -> bool:
    """'Left the truce intact', 'leaving untouched the accord': they left it as it was."""
    return any(c.dep_ == "xcomp" and c.pos_ == "ADJ" for c in sentence.doc[frame.at].children)


def _meets_terms(sentence: Sentence, at: int) -> bool:
    """'Refused to meet their demands', 'failed to meet the deadline': nobody is met."""
    met = sentence.phrase_of(at + 1) if at + 1 < len(sentence.doc) and sentence.doc[at].lower_ == "meet" else None
    return met is not None and met.prep is None and is_a(sentence, met, ("@terms", "@deadline", "@pact", "obligation"))


def _held_by_of(sentence: Sentence, obj: Phrase | None, names: tuple[str, ...]) -> Phrase | None:
    """'the terms of the truce', 'hundreds of prisoners', 'half of the families': what follows 'of' counts."""
    if obj is None or (sentence.doc[obj.head].lower_ not in _MEASURES and sentence.doc[obj.head].pos_ != "NUM"):
        return None
    phrase = sentence.phrase_of(obj.end + 1) if obj.end + 1 < len(sentence.doc) else None
    if phrase is not None and phrase.prep == "of" and is_a(sentence, phrase, names):
        return phrase
    return None


def _nobodys_hands(pattern: Pattern, frame: Frame, sentence: Sentence) -> bool:
    """'The town is under control', 'in safe hands': of nobody who is named."""
    asked = [slot for slot, names in pattern.tests if _HANDS & {*names} and slot in {"in", "under", "into"}]
    if not asked or "of" in frame.slots:
        return False
    held = [p for p in frame.slots.get(asked[0], []) if noun_lemmas(sentence.doc[p.head].text) & _HANDS]
    return not any(p.mentions or sentence.doc[p.start].lower_ in _WHOSE or p.end - p.start > 2 for p in held)


_HANDS = frozenset({"hand", "control", "occupation", "rule"})
_WHOSE = frozenset({"its", "their", "our", "his", "rebel", "government", "army", "military", "separatist", "insurgent"})


def _faulted(sentence: Sentence, fire: Phrase) -> bool:
    source = sentence.phrase_of(fire.end + 1) if fire.end + 1 < len(sentence.doc) else None
    end = source.end if source is not None and source.prep in {"from", "by"} else fire.end
    return faulted_under(sentence, end + 1) is not None


def _complement_is(sentence: Sentence, at: int, names: tuple[str, ...]) -> bool:
    lex = lexicon()
    word = sentence.doc[at].lower_
    lemmas = {lemma for lemma, _ in lex.forms.get(word, ())} | {sentence.doc[at].lemma_.lower()}
    for name in names:
        if name.startswith("@"):
            if lemmas & lex.classes.get(name[1:], frozenset()):
                return True
        elif name in lemmas:
            return True
    return False
