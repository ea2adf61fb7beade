"""From phrases to the case's actors.

Invariant: an id comes from a name found in the text or from one that it safely refers to; else the words stand alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from servanda.reading.acts.also_named import also_named, apposed, office_of
from servanda.reading.acts.before_verb import antecedent
from servanda.reading.acts.classes import is_a, is_only_a_place
from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.forms import noun_lemmas
from servanda.reading.acts.frames import subject_of
from servanda.reading.acts.from_whom import thought_of
from servanda.reading.acts.judged import WHEN, judged_before, of_those_things, teller_over_relative
from servanda.reading.acts.lexicon import lexicon, of_classes
from servanda.reading.acts.opponents import faces, means_opponent, opponent_of
from servanda.reading.acts.partitives import beside_tail, counted, whose_beside
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.possessors import is_a_man_of, possessor
from servanda.reading.acts.their_arms import without_their_arms
from servanda.reading.acts.triggers import Trigger
from servanda.reading.claim import Party
from servanda.reading.names import Mention
from servanda.reading.names.mention import touching

if TYPE_CHECKING:
    from servanda.reading.acts.claims import Context

_ARTICLES = frozenset(
    [
        *["the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her", "our", "my", "neither"],
        *["no", "some", "any", "both", "all", "each", "every", "not", "single", "many", "several", "most", "least"],
    ]
)


def parties_of(
    view: View, phrases: Sequence[Phrase], context: Context, speaker: str | None = None, said_from: int | None = None
) -> tuple[Party, ...]:
    """The parties that phrases name; an unresolved pronoun names nobody. 'We' and 'our' are the speaker's actor,
    'the enemy' is whoever stands against it. `said_from` is where the words of the speaker begin, if somebody is told
    to speak: 'it' and 'its men' are his, where he has named nobody before."""
    out: list[Party] = []
    for phrase in phrases:
        found = _spoken(view, phrase, speaker) or _of_the_enemy(view, phrase, context, speaker)
        found = found or _against(view, phrase, context, speaker)
        if speaker is not None and said_from is not None and not any(p.id for p in found):
            found = _his_own(view, phrase, context, speaker, said_from) or found
        if speaker is None and said_from is not None and _is_the_tellers(view, phrase, context, said_from):
            found = [Party(p.words) for p in found]
        out += found
        out += [p for other in beside_tail(view, phrase) for p in _parties(view, other, context.mentions)]
    return tuple(dict.fromkeys(without_their_arms(out)))


def _his_own(view: View, phrase: Phrase, context: Context, speaker: str, said_from: int) -> list[Party]:
    """'The army said its troops had fired', 'the group announced that it had left': the army's, the group."""
    start, k = phrase.start, phrase.end
    if k + 1 < len(view.doc) and view.doc[k].lower_ == "of" and view.doc[k + 1].lower_ in _ITS | {"their"}:
        start = k + 1  # 'two of its men'
    first = view.doc[start]
    theirs = first.lower_ == "their" and bool(noun_lemmas(view.doc[phrase.head].text) & lexicon().classes["forces"])
    theirs |= first.lower_ == "their" and start != phrase.start
    beside = noun_lemmas(view.doc[phrase.head].text) & (_SUCH_AS_HE | _BESIDE_HIM | _AGAINST_HIM)
    if (
        faces(view, phrase)
        or beside
        or (first.lower_ not in _ITS and not theirs)
        or (first.lower_ in _ITSELF and phrase.end - phrase.start > 1)
    ):
        return []
    at = view.offset + first.idx
    owners = {"actor", "group"} if first.lower_ == "its" else {"actor", "person", "group"}  # nobody calls a man 'it'
    between = (m for m in context.mentions if said_from <= m.start < at and m.kind in owners)
    mine = {speaker, None} if first.lower_ in {"his", "her", "he", "she"} else {speaker}
    if at < said_from or any(m.members or m.id not in mine for m in between):
        return []
    return [Party(words_of(view, phrase), speaker)]


def _is_the_tellers(view: View, phrase: Phrase, context: Context, said_from: int) -> bool:
    """The 'his unit' of 'the minister said a captive had admitted that his unit had fired': not the minister's."""
    if view.doc[phrase.start].lower_ not in {"his", "her", "he", "she"}:
        return False
    at = view.offset + view.doc[phrase.start].idx
    inside = (m for m in context.mentions if said_from <= m.start and m.end <= at and m.kind in {"actor", "person"})
    return said_from <= at and next(inside, None) is None


_ITSELF = frozenset(["it", "he", "she"])
_ITS = _ITSELF | {"its", "his", "her"}


def target_of(
    view: View, phrase: Phrase | None, context: Context, speaker: str | None = None, said_from: int | None = None
) -> Party | None:
    """The target, None where there is none or only a pronoun; a post, a convoy, a house is its owner's."""
    if phrase is None:
        return None
    found = _spoken(view, phrase, speaker) or _against(view, phrase, context, speaker)
    if not found and speaker is not None and said_from is not None:
        found = _his_own(view, phrase, context, speaker, said_from)  # 'the Front says it was fired upon'
    if (not found or found[0].id is None) and speaker is not None and _first_of(view, phrase) in {"its", "their"}:
        return Party(words_of(view, phrase), speaker)  # X said the army had shelled its post, shot two of its men: X's
    if (not found or found[0].id is None) and (owner := _owner_of_thing(view, phrase, context, speaker)) is not None:
        return Party(found[0].words if found else words_of(view, phrase), owner)
    return found[0] if found else None


def not_oneself(
    view: View, phrase: Phrase | None, target: Party | None, doers: Sequence[Party], speaker: str | None
) -> Party | None:
    """'The Front said the army had shelled their positions': nobody shells himself; 'their' is the speaker's here."""
    ids = {p.id for p in doers}
    if target is None or phrase is None or target.id is None or target.id not in ids or len(ids) > 1:
        return target
    theirs = _first_of(view, phrase) in {"its", "their"} and speaker is not None and speaker not in ids
    return Party(target.words, speaker if theirs else None)


def _first_of(view: View, phrase: Phrase) -> str:
    """The first word of a phrase, of 'two of its men' that of the tail."""
    tail = counted(view, phrase)
    return view.doc[tail.start if tail is not None else phrase.start].lower_


def _against(view: View, phrase: Phrase, context: Context, speaker: str | None) -> list[Party]:
    found = _parties(view, phrase, context.mentions)
    if faces(view, phrase) and view.doc[phrase.start].lower_ in {"its", "their"}:
        start, end = view.span(phrase.start, phrase.start + 1)
        owner = next((m.id for m in context.mentions if m.start < end and start < m.end), None)
        several = view.doc[phrase.head].lower_.endswith("s")
        other = None if several else opponent_of(context.agreement, owner, context.mentions)
        return [Party(words_of(view, phrase), other)]
    if speaker is None or any(p.id for p in found) or not means_opponent(view, phrase):
        return found
    other = opponent_of(context.agreement, speaker, context.mentions)
    return [Party(words_of(view, phrase), other)] if other is not None else found


def _of_the_enemy(view: View, phrase: Phrase, context: Context, speaker: str | None) -> list[Party]:
    """'The enemy has not kept it: its snipers are still there', in the words of a side: not that side's."""
    if speaker is None or view.doc[phrase.start].lower_ not in {"it", "its", "they", "their"}:
        return []
    before = [p for p in view.phrases if p.end <= phrase.start and is_a(view, p, ("@actor", "@forces", "enemy", "side"))]
    if not before or not means_opponent(view, before[-1]) or any(m.id for m in before[-1].mentions):
        return []
    other = opponent_of(context.agreement, speaker, context.mentions)
    return [Party(words_of(view, phrase), other)]


def _spoken(view: View, phrase: Phrase, speaker: str | None) -> list[Party]:
    """'We', 'our forces', 'two of our men': those of whoever speaks."""
    if speaker is None:
        return []
    if view.doc[phrase.start].lower_ in _FIRST_PERSON:
        return [Party(words_of(view, phrase), speaker)]
    k = phrase.end
    if k + 1 < len(view.doc) and view.doc[k].lower_ == "of" and view.doc[k + 1].lower_ in _FIRST_PERSON:
        tail = view.phrase_of(k + 1)
        return [Party(view.doc.words(phrase.start, tail.end if tail is not None else k + 2), speaker)]
    return []


_FIRST_PERSON = frozenset(["we", "us", "our", "ours", "i", "my"])


def _owner_of_thing(view: View, phrase: Phrase, context: Context, speaker: str | None) -> str | None:
    """Whose the post, the convoy, the men are: 'X's base', 'a checkpoint of X', 'members of the police'."""
    start, end = view.span(phrase.start, phrase.end)
    inside = [m for m in context.mentions if m.start < end and start < m.end and m.id and m.kind in _SOMEBODY]
    held = next((m for m in inside if context.report.text[m.end : m.end + 2] in {"'s", "’s", "s'", "s’", "' ", "’ "}), None)
    if held is not None:
        return held.id
    before = {m.id for m in inside if m.end <= view.span(phrase.head, phrase.head + 1)[0] and m.kind in {"actor", "group"}}
    if len(before) == 1 and is_a(view, phrase, _OWNED):
        return before.pop()
    k = phrase.end
    if k >= len(view.doc) or view.doc[k].lower_ not in {"of", "from"}:
        return None
    tail = view.phrase_of(k + 1)
    if tail is None:
        return None
    if speaker is not None and view.doc[tail.start].lower_ in _FIRST_PERSON:
        return speaker
    named = _parties(view, tail, context.mentions)
    return named[0].id if len(named) == 1 else None


_OWNED = (
    *("@post", "@position", "@heavy", "@craft", "convoy", "motorcade", "vehicle", "column", "patrol", "member", "boat"),
    *("ship", "truck", "jeep", "station", "barracks", "headquarters", "compound", "warehouse", "arsenal", "tunnel", "cell"),
)
_SOMEBODY = frozenset(["actor", "group", "person", "pronoun"])


@cache
def _no_parties() -> frozenset[str]:
    """Nouns of what does nothing itself."""
    others = ["negotiation", "talk", "development", "violence", "meeting", "part", "process"]
    return of_classes("abstract", "deadline", "period", "pact", "gunfights") | frozenset(others)


def _parties(view: View, phrase: Phrase, mentions: Sequence[Mention]) -> list[Party]:
    start, end = view.span(phrase.start, phrase.end)
    those = view.doc[phrase.head].lower_ == "those"
    none_of = view.doc[phrase.head].lower_ == "none" and counted(view, phrase) is not None
    if (view.doc[phrase.head].pos_ == "PRON" and not those and not none_of) or (
        view.doc[phrase.start].lower_ in {"its", "their", "his", "her"} and phrase.end - phrase.start == 1
    ):
        if (judged := judged_before(view, phrase)) is not None:
            return [p for one in judged for p in _parties(view, one, mentions)]
        if of_those_things(view, phrase):
            return []
        doer = _of_the_main_clause(view, phrase) or _of_the_claimant(view, phrase) or teller_over_relative(view, phrase)
        if doer is not None:
            return _parties(view, doer, mentions)
        hit = next((m for m in mentions if m.start < end and start < m.end), None)
        if hit is None or (hit.id is None and not hit.members):
            return _possessed_nearby(view, phrase, mentions)
        return [Party(hit.text, i) for i in (hit.members or (hit.id,))]
    if (whose := whose_beside(view, phrase)) is not None:
        return _parties(view, whose, mentions)
    owner = _owner(view, phrase, mentions) or _whose(view, phrase, mentions)
    if not owner and (tail := counted(view, phrase)) is not None:
        owner = _owner(view, tail, mentions)
        if not owner and view.doc[tail.head].pos_ == "NOUN":
            return _parties(view, tail, mentions)  # '600 of the registered militiamen': militiamen
    if owner:
        return owner
    actors = [m for m in _reach(view, phrase, mentions) if m.kind in {"actor", "group", "person"}]
    known = [m for m in actors if m.id or m.members]
    words = words_of(view, phrase)
    if known and not _is_of_them(view, phrase, known):
        return [Party(words)]
    if known:
        mention = known[-1] if known[-1].start >= start else known[0]
        return [Party(mention.text, i) for i in (mention.members or (mention.id,))]
    if view.doc[phrase.head].lower_ == "those" and phrase.end < len(view.doc) and view.doc[phrase.end].lower_ == "of":
        tail = view.phrase_of(phrase.end + 1) if phrase.end + 1 < len(view.doc) else None
        return _parties(view, tail, mentions) if tail is not None else []
    a_name = any(t.i and t.text.istitle() for t in view.doc[phrase.start : phrase.end])
    if a_name and (also := also_named(view, end, mentions) or office_of(view, phrase)) is not None:
        return [also]
    if not any(m.id for m in actors) and (named_so := apposed(view, phrase)) is not None:
        return [named_so]
    if not actors and (noun_lemmas(view.doc[phrase.head].lower_) & _no_parties() or is_only_a_place(view, phrase)):
        return []  # 'negotiations would begin to return captives'
    head = view.span(phrase.head, phrase.head + 1)
    over = next((m for m in actors if m.start <= head[0] and head[1] <= m.end), None)
    named = any(
        view.doc[k].pos_ == "PROPN" and (over is None or view.offset + view.doc[k].idx < over.start)
        for k in range(phrase.start, phrase.head)
    )
    return [Party(over.text if over is not None and not named else words)]


def _of_the_main_clause(view: View, phrase: Phrase) -> Phrase | None:
    """'The mission said the army had broken the truce when it took the hill': the army, not the mission."""
    token = view.doc[phrase.head]
    verb = token.head
    if token.lower_ not in {"it", "they"} or token.dep_ != "nsubj" or verb.dep_ != "advcl" or verb.head.i not in view.verbs:
        return None
    if not any(c.dep_ in {"mark", "advmod"} and c.lower_ in WHEN and c.i < token.i for c in verb.children):
        return None
    doer = subject_of(view, verb.head.i) if verb.head.i < verb.i else None
    named = doer is not None and view.doc[doer.head].pos_ != "PRON" and any(m.id for m in doer.mentions if m.kind != "zone")
    return doer if named else None


def _of_the_claimant(view: View, phrase: Phrase) -> Phrase | None:
    """'Disputed the army's claim that it had left': the army."""
    token = view.doc[phrase.head]
    noun = token.head.head
    if token.lower_ not in {"it", "they"} or token.dep_ != "nsubj" or token.head.dep_ not in {"acl", "ccomp"}:
        return None
    if token.head.lemma_.lower() not in _OWED:
        return None  # 'rejected the Front's claim that it had shelled the town': whoever rejects it
    claim = view.phrase_of(noun.i)
    if claim is None or noun.i >= token.i or noun.lower_.rstrip("s") not in _CLAIMS or view.doc[token.i - 1].lower_ != "that":
        return None
    owner = possessor(view, claim)
    return owner if owner is not None and any(m.id for m in owner.mentions if m.kind in {"actor", "group"}) else None


_OWED = frozenset(
    [
        *["leave", "withdraw", "pull", "comply", "fulfil", "fulfill", "honour", "honor", "keep", "complete", "meet", "respect"],
        *["implement", "observe", "release", "free", "disarm", "hand", "vacate", "abide", "adhere", "cease", "stop"],
    ]
)
"""What one claims to have done oneself."""
_CLAIMS = frozenset(["claim", "assertion", "statement", "announcement", "pledge", "promise", "denial", "contention", "report"])


def _possessed_nearby(view: View, phrase: Phrase, mentions: Sequence[Mention]) -> list[Party]:
    """'accused Y of delaying its withdrawal': 'its' before an act is that of the actor named right before it."""
    if view.doc[phrase.start].lower_ not in {"its", "their"} or phrase.end - phrase.start > 1:
        return []
    start = view.span(phrase.start, phrase.end)[0]
    near = [m for m in mentions if view.offset <= m.start and m.end <= start and m.kind in {"actor", "person", "group"}]
    if not near or near[-1].id is None or _words_between(view, near[-1].end, start) > _NEARBY:
        return []
    return [Party(near[-1].text, near[-1].id)]


_NEARBY = 5


def _words_between(view: View, start: int, end: int) -> int:
    return len(view.doc.text[start - view.offset : end - view.offset].split())


def _is_of_them(view: View, phrase: Phrase, known: Sequence[Mention]) -> bool:
    """Whether a phrase that names an actor is that actor: 'Thai border troops' is, 'Armenian residents' is not.

    It is where the name reaches the head of the phrase or follows it with 'of', or where the head is an organ of a
    state or a force that is nobody's unless said, or its position.
    """
    head = view.span(phrase.head, phrase.head + 1)
    if noun_lemmas(view.doc[phrase.head].text) & _OTHERS and not any(m.end + 1 == head[0] for m in known):
        return False  # 'relatives of fighters', 'X's enemies'; 'the Thai enemy' is Thailand
    if noun_lemmas(view.doc[phrase.head].text) & _CROWD:
        return all(m.how == "collective" for m in known)  # 'a gang of rebels', and not 'gangs of young Serbs'
    if any(m.end >= head[1] for m in known) or is_a_man_of(view, phrase, known):
        return True
    lemmas = noun_lemmas(view.doc[phrase.head].text)
    classes = lexicon().classes
    if "personnel" in lemmas:  # 'Front personnel', and not 'Front medical personnel'
        return not any(view.doc[k].lower_ in classes["not_forces"] for k in range(phrase.start, phrase.head))
    if lemmas & _IN_UNIFORM and not any(view.doc[k].lower_ in classes["civil"] for k in range(phrase.start, phrase.head)):
        return True  # 'Boran vehicles', 'Boran engineers' where they clear mines or leave a post
    if lemmas & _KEEPING:
        return True  # 'in Front hands', 'under Front control'
    if lemmas & _WATCHERS and any(m.id in view.monitors or m.how != "demonym" for m in known):
        return True  # 'JW observers'
    return bool(lemmas & (classes["organ"] | classes["position"] | classes["weapon"] | (classes["assault"] - _ON_WHOM)))


_ON_WHOM = frozenset(["massacre", "killing", "atrocity"])
"""'Thai airstrikes hit the town' are Thailand's; 'the Armenian massacre' may be of Armenians."""


_KEEPING = frozenset(["hand", "hands", "control", "rule", "occupation", "command", "custody", "captivity", "detention"])
_IN_UNIFORM = frozenset(["vehicle", "engineer", "deminer"])
_WATCHERS = frozenset(["monitor", "observer", "inspector", "verifier", "peacekeeper", "patrol", "team", "mission"])
_CROWD = frozenset(["gang", "crowd", "mob", "throng", "youth"])


def _owner(view: View, phrase: Phrase, mentions: Sequence[Mention]) -> list[Party]:
    """'its forces': the forces of whomever the pronoun safely stands for."""
    first = view.doc[phrase.start]
    if first.lower_ not in {"its", "their", "his", "her"} or phrase.end - phrase.start < 2:
        return []
    start, end = view.span(phrase.start, phrase.start + 1)
    hit = next((m for m in mentions if m.start < end and start < m.end and (m.id or m.members)), None)
    if hit is None or faces(view, phrase):
        return []
    if any(view.doc[k].lower_ in _TORN_OFF for k in range(phrase.start, phrase.head)):
        return [Party(words_of(view, phrase))]  # 'X and its breakaway region'
    if noun_lemmas(view.doc[phrase.head].text) & _SUCH_AS_HE:
        return _other_country(view, phrase, mentions)
    if noun_lemmas(view.doc[phrase.head].text) & _BESIDE_HIM:
        return _named_behind(view, phrase, mentions) or [Party(words_of(view, phrase))]
    if noun_lemmas(view.doc[phrase.head].text) & (_NEAR_HIM if first.lower_ in {"his", "her"} else _AGAINST_HIM):
        return [Party(words_of(view, phrase))]
    return [Party(words_of(view, phrase), i) for i in (hit.members or (hit.id,))]


def _named_behind(view: View, phrase: Phrase, mentions: Sequence[Mention]) -> list[Party]:
    """'Their allies, the Valley fighters, left': the Valley fighters."""
    k = phrase.end
    if k + 1 >= len(view.doc) or view.doc[k].text not in {",", "–", "-", "—"}:
        return []
    who = view.phrase_of(k + 1)
    return _parties(view, who, mentions) if who is not None and who.start == k + 1 and who.prep is None else []


def _other_country(view: View, phrase: Phrase, mentions: Sequence[Mention]) -> list[Party]:
    """'His Ruritanian counterpart', 'his counterpart in Ruritania': Ruritania's, and never his own."""
    last = view.phrase_of(phrase.end + 1) if phrase.end + 1 < len(view.doc) else None
    tail = last if last is not None and last.prep in {"in", "from", "of"} else None
    spans = [view.span(p.start, p.end) for p in (phrase, tail) if p is not None]
    named = [m for start, end in spans for m in mentions if m.start < end and start < m.end and m.kind in {"actor", "group"}]
    known = next((m.id for m in named if m.id), None)
    return [Party(words_of(view, phrase), known)]


_SUCH_AS_HE = frozenset(["counterpart", "colleague", "homologue"])
_TORN_OFF = frozenset(["breakaway", "secessionist", "separatist", "rebel", "renegade", "rebellious", "splinter"])
_BESIDE_HIM = frozenset(["ally", "partner", "backer", "patron", "sponsor", "supporter", "proxy", "opponent"])
_AGAINST_HIM = frozenset(["captor", "attacker", "assailant", "killer", "kidnapper", "abductor", "jailer", "assassin"])
_NEAR_HIM = _AGAINST_HIM | frozenset(
    [
        *["bodyguard", "brother", "sister", "son", "daughter", "wife", "husband", "father", "mother", "cousin", "nephew"],
        *["uncle", "neighbour", "neighbor", "driver", "friend", "colleague", "family", "relative", "widow"],
    ]
)
"""Whoever is kin or servant to one man of a side does not act for that side; his captor is never of it."""
_OTHERS = _BESIDE_HIM | frozenset(
    ["relative", "family", "widow", "mother", "wife", "friend", "enemy", "foe", "rival", "critic", "victim", "adversary"]
)


def _whose(view: View, phrase: Phrase, mentions: Sequence[Mention]) -> list[Party]:
    """'The Front, whose men have left': the Front's."""
    if phrase.start < 2 or view.doc[phrase.start - 1].lower_ != "whose" or not is_a(view, phrase, ("@forces",)):
        return []
    holder = antecedent(view, phrase.start - 1, None)
    named = _parties(view, holder, mentions) if holder is not None else []
    return [Party(words_of(view, phrase), p.id) for p in named if p.id]


def _reach(view: View, phrase: Phrase, mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions in the phrase, and those in its 'of' tail ('units of the army of X')."""
    start, end = view.span(phrase.start, phrase.end)
    inside = [m for m in touching(mentions, start, end) if m.kind != "pronoun"]
    if any(m.kind in {"actor", "group", "person"} and (m.id or m.members) for m in inside):
        return inside
    k = phrase.end
    if k < len(view.doc) and view.doc[k - 1].lower_ in _LOYAL and view.doc[k].lower_ == "to":
        k += 1
    elif k + 2 < len(view.doc) and view.doc[k].lower_ in _LOYAL and view.doc[k + 1].lower_ == "to":
        k += 2
    elif k < len(view.doc) and view.doc[k].lower_ in {"of", "from"}:
        k += 1
    elif (thought := thought_of(view, phrase)) is not None:
        k = thought
    else:
        return inside
    while k + 1 < len(view.doc) and view.doc[k].lower_ in _SO_CALLED:
        k += 1
    tail = view.phrase_of(k)
    return [*inside, *_reach(view, tail, mentions)] if tail is not None else inside


_SO_CALLED = frozenset(["the", "so", "-", "called", "so-called", "self", "proclaimed", "self-proclaimed", '"', "“", "”"])
_LOYAL = frozenset(["loyal", "faithful", "answering", "belonging"])


def words_of(view: View, phrase: Phrase) -> str:
    """The words without determiners; a common noun loses the capital that only the start of a sentence gave it."""
    start = phrase.start
    while start < phrase.end - 1 and view.doc[start].lower_ in _ARTICLES:
        start += 1
    first = view.doc[start]
    words = view.doc.words(start, phrase.end)
    if [t.lower_ for t in view.doc[phrase.end : phrase.end + 2]] == ["of", "them"]:
        return f"{words} of them"  # some of those of whom the text has told before
    if (
        start == 0
        and first.pos_ in {"NOUN", "ADJ", "NUM"}
        and first.text.istitle()
        and not phrase.mentions
        and view.doc[phrase.head].pos_ == "NOUN"
    ):
        return words[:1].lower() + words[1:]
    return words


_TELL = frozenset({"announce", "declare", "confirm", "report", "reveal", "disclose"})


def only_tell(trigger: Trigger, actors: Sequence[Party], context: Context) -> bool:
    """'The extension was announced by the mediators': it is not they who extend; a side that announces its own does."""
    governor, agreement = trigger.frame.governor, context.agreement
    word = trigger.pattern.lemma if trigger.frame.group is not None else governor.cue.lemma if governor is not None else ""
    if word not in _TELL or agreement is None:
        return False
    sides = {i for i, a in agreement.actors.items() if {"signatory", "bound"} & set(a.roles)}
    return bool(actors) and not any(p.id in sides or p.id is None for p in actors)


def ids_of(view: View, phrase: Phrase | None, mentions: Sequence[Mention]) -> set[str | None]:
    """The actors of the case that a phrase names, None among them for one that is not of the case."""
    return {p.id for p in _parties(view, phrase, mentions)} if phrase is not None else set()
