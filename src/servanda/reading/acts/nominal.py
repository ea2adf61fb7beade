"""The frame of a noun that names an act: 'the handover of the valley by the Guard', 'the Guard's withdrawal from it'.

Invariant: slots have the same names and meaning as those of verbs; a light verb's subject is the noun's subject.
"""

from __future__ import annotations

from servanda.reading.acts.before_verb import BROKEN, antecedent
from servanda.reading.acts.blame import EACH_OTHER, FAULTS, laid_on
from servanda.reading.acts.classes import is_actorlike, is_placelike
from servanda.reading.acts.clause import Governor, Sentence, group_of
from servanda.reading.acts.forms import noun_lemmas
from servanda.reading.acts.frames import PERCEIVE, subject_of, verb_frame
from servanda.reading.acts.governors import governor_of
from servanda.reading.acts.lexicon import lexicon, of_classes
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.possessors import possessor
from servanda.reading.acts.slots import Frame, is_time
from servanda.reading.acts.verbs import BE

_LIGHT = frozenset(
    {
        "carry",
        "conduct",
        "resort",
        "launch",
        "begin",
        "start",
        "complete",
        "finish",
        "announce",
        "continue",
        "commit",
        "mount",
        "stage",
        "perform",
        "make",
        "undertake",
        "resume",
        "halt",
        "stop",
        "effect",
        "promise",
        "plan",
        "refuse",
        "accept",
        "order",
        "delay",
        "postpone",
        "have",
        "declare",
        "suspend",
        "conclude",
        "execute",
        "keep",
        "press",
        "step",
        "intensify",
        "pursue",
        "wage",
        "escalate",
    }
)

# Of the other verbs the doer did something about the act, not the act: 'the attack was condemned by the army'.
_DONE = frozenset(
    {
        "perpetrate", "unleash", "deliver", "inflict", "lead", "implement", "achieve", "accomplish", "initiate", "renew",
        "orchestrate", "spearhead", "mastermind", "detonate",
    }
)  # fmt: skip

_TOLD = frozenset({"announce", "declare"})
"""'Announced a violation': somebody's, and an own one is not announced."""
_LAID_ON = frozenset({"blame", "pin"})
"""Who stands behind 'on' did it: 'blamed the ambush on the militia'."""

BY_WHOM_OF = frozenset({"attack", "attacks", "raid", "raids", "offensive", "assault", "assaults", "incursion", "advance"})
"""What follows 'of' does it: 'the attack of the rebels'; 'the shelling of the rebels' is done to them."""
_WHILE_DOING = frozenset({"breach", "violation", "contravention", "defiance", "infringement"})


_CLEARS = frozenset({"clear", "absolve", "acquit", "exonerate"})


def noun_frame(sentence: Sentence, i: int, phrase: Phrase, governor: Governor | None) -> Frame:
    """The frame of the noun at token i in its phrase."""
    frame = Frame(i, None, governor, end=phrase.end)
    _tails(sentence, frame, phrase)
    possessor = _possessor(sentence, phrase, i)
    if possessor is not None:
        frame.add("subj", possessor)
    agent = frame.first("by")
    if agent is not None and is_actorlike(sentence, agent):
        frame.slots["subj"] = [agent]
    if phrase.prep == "in" and "subj" not in frame.slots and sentence.doc[i].lower_ in _WHILE_DOING:
        verb = next(
            (
                k
                for k in range(phrase.start - 1, -1, -1)
                if k in sentence.verbs and sentence.doc[k].pos_ == "VERB" and not _said_between_commas(sentence, k)
            ),
            None,
        )
        seen = verb is not None and sentence.doc[verb].lemma_.lower() in PERCEIVE  # 'saw guns in violation of the lines'
        host = _over_complement(sentence, verb) if verb is not None and not seen else None
        doer = verb_frame(sentence, host).first("subj") if host is not None else None
        if doer is not None:
            frame.add("subj", doer)
    if governor is not None and governor.cue.lemma == "responsible" and "subj" not in frame.slots:
        answerable = _answerable(sentence, governor.token)
        if answerable is not None:
            frame.add("subj", answerable)
    if governor is not None and governor.cue.lemma == "blame" and "subj" not in frame.slots:
        _blame(sentence, frame, governor.token)
    if phrase.prep == "behind" and "subj" not in frame.slots and (hidden := _hidden_behind(sentence, phrase)) is not None:
        frame.add("subj", hidden)
    if governor is not None and governor.token in sentence.verbs:
        _from_host(sentence, frame, governor, phrase)
    if _is_nobodys(sentence, frame) and (started := _who_started(sentence, i)) is not None:
        frame.slots["subj"] = [started]
    if governor is not None and governor.cue.lemma in _CLEARS and phrase.prep == "of" and phrase.start > 1:
        cleared = sentence.phrase_of(phrase.start - 2)
        frame.slots["subj"] = [cleared] if cleared is not None else []
    of = frame.first("of")
    if of is not None and "subj" not in frame.slots and sentence.doc[i].lower_ in BY_WHOM_OF and is_actorlike(sentence, of):
        frame.add("subj", of)
    elif of is not None:
        if is_actorlike(sentence, of) and not is_placelike(sentence, of) and "subj" not in frame.slots:
            frame.add("obj", of)
        else:
            frame.add("obj", of)
    return frame


def _is_nobodys(sentence: Sentence, frame: Frame) -> bool:
    """Whether no doer is told yet: a day is none ('Monday's clash was started by X')."""
    doer = frame.first("subj")
    return doer is None or is_time(sentence, doer)


def _who_started(sentence: Sentence, i: int) -> Phrase | None:
    """'The clash was provoked by X', 'X triggered the fighting': X, who began what two sides then do; an attack that X
    provoked is another's."""
    verb = sentence.doc[i].head
    if verb.i not in sentence.verbs or verb.lemma_.lower() not in _PROVOKE:
        return None
    host = verb_frame(sentence, verb.i)
    who = host.first("subj")
    what = host.first("obj")
    if who is None or what is None or not what.start <= i < what.end or not noun_lemmas(sentence.doc[i].lower_) & _OF_BOTH:
        return None
    start, end = sentence.span(who.head, who.head + 1)
    named = any(m.kind in {"actor", "group"} and m.start <= start and end <= m.end for m in who.mentions)
    # 'the X advance triggered fighting': who fired, the words do not say
    return who if named or noun_lemmas(sentence.doc[who.head].lower_) & of_classes("forces") else None


_PROVOKE = frozenset(["provoke", "trigger", "spark", "ignite", "instigate", "start", "begin", "initiate"])
_OF_BOTH = frozenset(
    [
        *["clash", "fighting", "fight", "battle", "firefight", "gunfight", "gunbattle", "shootout", "skirmish", "combat"],
        *["hostility"],
    ]
)


def _blame(sentence: Sentence, frame: Frame, blame: int) -> None:
    """'X is to blame for the raid', 'laid the blame for the raid on X', 'the blame for it lies with X': X."""
    be = blame - 2
    if sentence.doc[blame - 1].lower_ == "to" and be >= 0 and sentence.doc[be].lower_ in BE and be in sentence.verbs:
        who = subject_of(sentence, be)
        if who is not None and is_actorlike(sentence, who):
            frame.slots["subj"] = [who]
        return
    if blame in sentence.verbs:
        return
    behind = [p for slot in ("on", "with") for p in frame.slots.get(slot, [])]
    if (lies := laid_on(sentence, blame)) is not None:
        behind += [p for slot in ("on", "with", "upon") for p in verb_frame(sentence, lies).slots.get(slot, [])]
    after = [p for p in behind if p.start > frame.at and is_actorlike(sentence, p)]
    if after:
        frame.slots["subj"] = [after[-1]]
        for slot in ("on", "with"):
            if slot in frame.slots:
                frame.slots[slot] = [p for p in frame.slots[slot] if p is not after[-1]]


def _hidden_behind(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """'X was behind the shelling': X."""
    be = phrase.start - 2
    while be > 0 and sentence.doc[be].pos_ == "ADV":
        be -= 1
    if be < 0 or be not in sentence.verbs or sentence.doc[be].lower_ not in BE:
        return None
    who = subject_of(sentence, be)
    return who if who is not None and is_actorlike(sentence, who) else None


def _answerable(sentence: Sentence, responsible: int) -> Phrase | None:
    """Who is responsible: 'X was responsible for', 'accused X of being responsible for', 'denied being responsible for',
    'holds X responsible for'."""
    be = responsible - 1
    while be > 0 and (sentence.doc[be].pos_ == "ADV" or sentence.doc[be].lower_ in {"not", "n't", "n’t"}):
        be -= 1
    held = sentence.phrase_of(be) if be > 0 else None
    if held is not None and held.prep is None and held.start and sentence.doc[held.start - 1].lemma_.lower() == "hold":
        return held
    if be not in sentence.verbs or sentence.doc[be].lower_ not in BE:
        return None
    above = governor_of(sentence, be, group_of(sentence, be))
    if above is None or above.token not in sentence.verbs or above.relation == "that":
        return verb_frame(sentence, be).first("subj")
    host = verb_frame(sentence, above.token)
    return host.first("obj" if above.cue.effect == "alleged" else "subj")


def _over_complement(sentence: Sentence, verb: int) -> int:
    """'Prevented a convoy from entering in breach of the truce': whoever prevented it broke the truce."""
    for _ in range(3):
        group = group_of(sentence, verb)
        over = governor_of(sentence, verb, group) if group.infinitive or group.tag == "ing" else None
        if over is None or over.token not in sentence.verbs or over.cue.effect not in _KEEPS_FROM:
            break
        verb = over.token
    return verb


_KEEPS_FROM = frozenset({"negate", "stopped", "refused"})


def _said_between_commas(sentence: Sentence, verb: int) -> bool:
    """'X shelled the town, the mission said, in breach of the truce': the shelling breached it."""
    after = sentence.doc[verb + 1].text if verb + 1 < len(sentence.doc) else ""
    teller = sentence.phrase_of(verb - 1) if verb else None
    return after == "," and teller is not None and teller.start > 0 and sentence.doc[teller.start - 1].text == ","


def _tails(sentence: Sentence, frame: Frame, phrase: Phrase) -> None:
    """Prepositional phrases that follow the noun without a break."""
    k = phrase.end
    doc = sentence.doc
    last: str | None = None
    while k < len(doc):
        nxt = sentence.phrase_of(k)
        if nxt is not None:
            if nxt.prep is None and nxt.joined is None:
                break
            if nxt.prep == "between" and parts_others(sentence, k):
                break
            if nxt.prep == "by" and _of_another_deed(sentence, phrase, nxt):
                break
            if nxt.prep is not None and not (nxt.prep == "of" and last not in {None, "of"}):
                frame.add(nxt.prep, nxt)  # the 'of X' of 'clashes between A and forces of X' is theirs
            last = last if nxt.prep == "of" and last not in {None, "of"} else nxt.prep or last
            k = nxt.end
            frame.end = k
            continue
        if last == "of" and (resumed := _over_aside(sentence, k)) is not None:
            k = resumed
            continue
        hedged = doc[k].pos_ == "ADV" and k + 1 < len(doc) and doc[k + 1].pos_ == "NUM"  # 'the presence of about 200 soldiers'
        if hedged or doc[k].pos_ in {"ADP"} or doc[k].lower_ in {"and", "or", "to", "of"} or doc[k].text in {'"', "“", "”"}:
            if doc[k].lower_ == "to" and k + 1 in sentence.verbs:
                frame.complement = k + 1
                break
            k += 1
            continue
        if k in sentence.verbs and doc[k].lower_ in _COMMITTED:
            by = k + 2 if k + 1 < len(doc) and doc[k + 1].lower_ == "out" else k + 1
            doer = sentence.phrase_of(by + 1) if by + 1 < len(doc) and doc[by].lower_ == "by" else None
            if doer is not None:
                frame.add("by", doer)
        break


def _over_aside(sentence: Sentence, comma: int) -> int | None:
    """'The killing of 169 civilians, most of them farmers, by X': where the tail goes on behind what tells of them."""
    doc = sentence.doc
    if doc[comma].text != ",":
        return None
    within = range(comma + 1, min(comma + _ASIDE, len(doc) - 1))
    close = next((k for k in within if doc[k].text == "," or k in sentence.verbs), None)
    if close is None or doc[close].text != "," or doc[close + 1].lower_ != "by":
        return None
    who = sentence.phrase_of(close + 2) if close + 2 < len(doc) else None
    return close + 1 if who is not None and is_actorlike(sentence, who) else None


_ASIDE = 12


def _of_another_deed(sentence: Sentence, noun: Phrase, by: Phrase) -> bool:
    """'The fighting in X and the seizure of Y by Z': Z seized it; who fights, the words do not say."""
    between = [p for p in sentence.phrases if noun.end <= p.start < by.start]
    placed = between and between[0].prep not in {None, "of"}
    also = [p for p in between[1:] if p.prep is None and sentence.doc[p.start - 1].lower_ == "and"]
    return bool(placed) and any(p.end < by.start and sentence.doc[p.end].lower_ == "of" for p in also)


_COMMITTED = frozenset(["carried", "committed", "perpetrated", "conducted", "launched", "staged", "mounted", "made"])
"""'A violation of the truce committed by X': X's."""


def parts_others(sentence: Sentence, at: int) -> bool:
    """'Violations a day after the cessation of hostilities between A and B': 'between' is of the noun right before it."""
    before = sentence.phrase_of(at - 2) if at > 1 else None
    if before is None or before.prep is None:
        return False
    return sentence.doc[before.head].lower_ in _OF_TWO


def _is_crime(noun: str) -> bool:
    """'Arson', 'looting': what the noun tells of is forbidden, whoever does it."""
    known = [p for lemma in noun_lemmas(noun) for p in lexicon().nouns.get(lemma, ())]
    return bool(known) and all(lexicon().acts[p.act].norm == "forbidden" for p in known)


_OF_TWO = frozenset(
    [
        *["hostilities", "ceasefire", "cease-fire", "truce", "agreement", "accord", "deal", "pact", "treaty", "armistice"],
        *["talks", "cessation", "border", "frontier", "line", "road", "negotiations", "war", "conflict"],
    ]
)


def _possessor(sentence: Sentence, phrase: Phrase, i: int) -> Phrase | None:
    """The phrase itself, cut before the noun, where a possessor or a name of an actor stands in it."""
    clitic = next((k for k in range(phrase.start, i) if sentence.doc[k].lower_ in {"'s", "’s", "'", "’"}), None)
    if clitic is not None and clitic > phrase.start:
        cut = sentence.span(phrase.start, clitic)
        return Phrase(phrase.start, clitic, clitic - 1, None, None, tuple(m for m in phrase.mentions if m.start < cut[1]))
    if phrase.start > 1 and sentence.doc[phrase.start - 1].lower_ == "whose":
        return antecedent(sentence, phrase.start - 1, None)
    if phrase.start < i and sentence.doc[phrase.start].lower_ in {"their", "its", "his", "her", "our"}:
        return Phrase(phrase.start, phrase.start + 1, phrase.start, None, None, ())
    for mention in phrase.mentions:
        if mention.kind in {"actor", "group"}:
            inside = [k for k in range(phrase.start, i) if sentence.offset + sentence.doc[k].idx < mention.end]
            if inside:
                return Phrase(phrase.start, inside[-1] + 1, inside[-1], None, None, (mention,))
    if (
        i > phrase.start
        and sentence.doc[i - 1].pos_ in {"PROPN", "ADJ"}
        and sentence.doc[i - 1].text[:1].isupper()
        and sentence.doc[i - 1].text.endswith(("an", "i", "ese", "ish", "sh", "eli", "ch"))
    ):
        return Phrase(i - 1, i, i - 1, None, None, ())
    return _shared_possessor(sentence, phrase)


def _shared_possessor(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """'Ruritanian artillery and airstrikes': the bare second noun is theirs as well."""
    before = phrase.start - 1
    if phrase.joined is None or phrase.prep is not None or sentence.doc[before].lower_ != "and":
        return None
    first = sentence.phrase_of(phrase.joined)
    own = sentence.doc[phrase.start].pos_ not in {"NOUN", "ADJ"}
    if own or first is None or first.end != before or len(first.mentions) != 1 or first.end - first.start < 2:
        return None
    shots = bool(noun_lemmas(sentence.doc[first.head].text) & of_classes("assault", "weapon"))
    return _possessor(sentence, first, first.head) if shots else None


def _blamed(sentence: Sentence, host: Frame) -> Phrase | None:
    """Whom a verb of blaming blames: its object, of 'pointed the finger at X' X, of 'saw X's hand in it' X."""
    what = host.first("obj")
    head = sentence.doc[what.head].lower_ if what is not None else ""
    if head in {"finger", "fingers"}:
        return host.first("at")
    return possessor(sentence, what) if what is not None and head in {"hand", "hands"} else what


def _is_of_somebody(sentence: Sentence, phrase: Phrase) -> bool:
    """'The minister declared the pull-out of X completed': X's."""
    tail = sentence.phrase_of(phrase.end + 1) if phrase.end + 1 < len(sentence.doc) else None
    return tail is not None and tail.prep == "of" and any(m.kind in {"actor", "group"} for m in tail.mentions)


def _from_host(sentence: Sentence, frame: Frame, governor: Governor, phrase: Phrase) -> None:
    """Slots that the verb over the noun gives: 'the rebels completed their withdrawal from X on Monday'."""
    verb = governor.token
    host = verb_frame(sentence, verb)
    if governor.relation == "noun":
        subject = host.first("subj") if verb < frame.at or group_of(sentence, verb).passive else None
        if governor.cue.effect == "alleged" or (governor.cue.lemma in FAULTS and phrase.prep == "for"):
            mutual = tuple(t.lower_ for t in sentence.doc[verb + 1 : verb + 3]) in EACH_OTHER
            blamed = host.first("subj") if mutual else _blamed(sentence, host)
            subject = None
            if blamed is not None and blamed is not phrase and "subj" not in frame.slots:
                frame.slots["subj"] = [blamed]
        elif governor.cue.effect in {"requested", "possible"} and governor.cue.lemma not in _LIGHT:
            subject = None
        ascribed = host.first("to") if governor.cue.lemma in {"attribute", "ascribe"} else None
        if ascribed is not None and "subj" not in frame.slots:
            frame.slots["subj"] = [ascribed]  # 'attributes 21 of the violations to X'
        if governor.cue.lemma in {"lead", "result"} and phrase.prep in {"to", "in"}:
            subject = None  # 'talks collapsed, leading to clashes': a cause fires at nobody
        if governor.cue.lemma in {"halt", "stop"} and _is_crime(sentence.doc[phrase.head].text):
            subject = None  # 'the police did not stop the arson': that was others
        own = frame.first("subj")
        pronoun = own is not None and sentence.doc[own.head].pos_ == "PRON"
        if (
            subject is not None
            and (own is None or pronoun)
            and (
                (
                    governor.cue.lemma in _LIGHT | _DONE
                    and not (
                        governor.cue.lemma in _TOLD
                        and (sentence.doc[phrase.head].lower_ in BROKEN or _is_of_somebody(sentence, phrase))
                    )
                )
                or pronoun
                or governor.cue.effect in {"promised", "refused", "begun", "finished", "denied"}
            )
        ):
            frame.slots["subj"] = [subject]
    for slot, phrases in host.slots.items():
        if slot in {"subj", "obj", "iobj", "of"}:
            continue
        for one in phrases:
            if one is not phrase and slot not in {"by"}:
                frame.add(slot, one)
    laid = governor.cue.lemma in _LAID_ON and phrase.prep is None  # not 'blamed X for a strike on a convoy'
    laid_on = (p for p in host.slots.get("on", []) if is_actorlike(sentence, p)) if laid else ()
    on = next(iter(laid_on), None)
    if on is not None:
        frame.slots["subj"] = [on]
        frame.slots["on"] = [p for p in frame.slots.get("on", []) if p is not on]
    if (
        governor.relation == "subj"
        and governor.cue.lemma in _LIGHT | _DONE
        and group_of(sentence, verb).passive
        and (by := host.first("subj")) is not None
        and is_actorlike(sentence, by)
        and _is_nobodys(sentence, frame)
    ):
        frame.slots["subj"] = [by]
    frame.end = max(frame.end, host.end if host.end - frame.end < 15 else frame.end)


__all__ = ["BY_WHOM_OF", "noun_frame", "parts_others", "subject_of"]
