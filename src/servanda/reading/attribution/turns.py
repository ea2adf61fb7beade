"""Turns of a transcript: 'NAME: …', 'The Chairman (spoke in French): …', 'Q. …' and 'A. …'.

Invariant: a turn goes from its label to the next one or to the end of its segment; a label that names a party and no
person ('Government forces: 12 violations') opens none, nor does one that names a place or a thing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from servanda.reading.attribution.context import Context
from servanda.reading.attribution.cues import any_of, words
from servanda.reading.attribution.model import Attribution, Source, Words
from servanda.reading.attribution.sources import implicit, source_of
from servanda.reading.attribution.speaker_kinds import kind_of, proper_name
from servanda.reading.frozen import dataclass, replace
from servanda.reading.names.mention import Mention
from servanda.reading.sentences import Sentence

_TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Sheikh|Prof|Gen|Lt|Col|Maj|Capt|Brig|Amb|HE|H\.E)\.?\s"
_LABEL = re.compile(rf"(?P<who>(?:{_TITLE})*[^\n:.!?\"“”;]{{1,70}}?(?:\s*\([^()\n]{{1,60}}\)){{0,3}})\s*:\s+(?=\S)")
_SHORT = re.compile(r"(?P<who>[QA])\s?[.:)]\s+(?=\S)")
_ASKS = re.compile(
    r"(?:q|question|(?:[\w-]+\s){0,2}(?:reporter|journalist|interviewer|presenter|host|moderator|correspondent)|.*\?)$",
    re.IGNORECASE,
)
_ANSWERS = re.compile(r"(?:a|answer|reply|response)$", re.IGNORECASE)
_TITLED = re.compile(rf"(?:{_TITLE})", re.IGNORECASE)
_PRESIDES = re.compile(r"(?:the\s+)?(?:acting\s+)?(?:president|chair(?:man|woman|person)?|speaker|moderator)$", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_CAPITALS = re.compile(r"[A-Z][A-Z'’.-]+(?:\s+[A-Z][A-Z'’.-]*){0,4}$")


@dataclass(frozen=True, slots=True)
class _Turn:
    """A label at the head of a paragraph: who, where what is said begins, and the sentence it stands in."""

    start: int
    end: int
    after: int
    sentence: Sentence


def of_turns(context: Context, sentences: Sequence[Sentence]) -> list[Attribution]:
    """What is said in each turn; a question's turn only ends the one before."""
    turns = list(_labels(context, sentences))
    if not turns:
        return []
    labels = [_plain(context, t) for t in turns]
    many = len(turns) > 1
    askers = _askers(context, turns, sentences) if many else frozenset()
    asked = bool(askers) or any(_ASKS.match(label) for label in labels)  # else 'A.' heads an item of a list
    found: list[Attribution] = []
    for n, turn in enumerate(turns):
        source = _speaker(context, turn, labels)
        if source is None and asked and _ANSWERS.match(labels[n]):
            source = _interviewed(context, turn, [t for t, x in zip(turns, labels, strict=True) if x not in askers])
        if source is None or (labels[n] in askers and source.speaker.actor is None):
            continue
        goes_on = many or _TITLED.match(context.text, turn.start) is not None or _marked(context, turn)
        following = turns[n + 1].start if n + 1 < len(turns) else len(context.text)
        end = _end(sentences, turn.sentence, following, goes_on)
        if _PRESS.search(labels[n]) is not None:
            end = min(end, turn.sentence.end)  # what a body is quoted with; others may speak behind it
        if turn.after < end:
            found.append(_make(context, turn, source, end))
    return found


def _labels(context: Context, sentences: Sequence[Sentence]) -> list[_Turn]:
    found: list[_Turn] = []
    paragraph = -1
    for s in sentences:
        first, paragraph = s.paragraph != paragraph, s.paragraph
        if not first or s.segment != "body":
            continue
        match = _SHORT.match(context.text, s.start) or _LABEL.match(context.text, s.start)
        if match is not None:
            found.append(_Turn(match.start("who"), match.end("who"), match.end(), s))
    names = _named(context, found, sentences)
    return [t for t in found if _plain(context, t) in names or _opens_turn(context, (t.start, t.end))]


def _askers(context: Context, turns: Sequence[_Turn], sentences: Sequence[Sentence]) -> frozenset[str]:
    """The labels whose every paragraph ends in a question."""
    last = {s.paragraph: context.text[s.end - 1] for s in sentences}
    asks: set[str] = set()
    tells: set[str] = set()
    for turn in turns:
        (asks if last[turn.sentence.paragraph] == "?" else tells).add(_plain(context, turn))
    return frozenset(asks - tells)


def _named(context: Context, turns: Sequence[_Turn], sentences: Sequence[Sentence]) -> frozenset[str]:
    """The names of an interview: who asks, and who heads several paragraphs and answers."""
    askers = _askers(context, turns, sentences) or frozenset(p for t in turns if _ASKS.match(p := _plain(context, t)))
    last = [label.split()[-1] for t in turns if (label := _plain(context, t))]
    return frozenset(
        label
        for t in turns
        if askers and _NAME.fullmatch(label := _plain(context, t)) and last.count(label.split()[-1]) > 1
        if label in askers or not any(m.kind != "person" and m.id for m in context.within(t.start, t.end))
    )


_NAME = re.compile(r"[A-Z][\w'’-]*(?: (?:[A-Z][\w'’-]*|al|el|bin|de|van|von)){0,3}")


def _opens_turn(context: Context, span: tuple[int, int]) -> bool:
    """Whether a label is a person's, an office's, or marks a question or an answer."""
    label = _BRACKETS.sub("", context.text[slice(*span)]).strip()
    if _ASKS.match(label) or _ANSWERS.match(label) or _PRESIDES.match(label) or _TITLED.match(label):
        return True
    inside = context.within(*span)
    if any(m.kind == "zone" for m in inside if not m.id) or len(label.split()) > 9:
        return False
    if _PRESS.search(label) is not None and len(label.split()) <= 7 and not _VERB.search(label):
        return True
    if any(m.kind == "person" and (m.office or m.id) for m in inside) and not _VERB.search(label):
        return True
    if _person_office().search(label) is not None and len(label.split()) <= 7 and not _VERB.search(label):
        return True
    return _CAPITALS.match(label) is not None and not any(m.kind in ("zone", "actor", "group") and m.id for m in inside)


_PRESS = re.compile(
    r"\b(?:media|press|information)\s+(?:centre|center|office|service|wing|department|bureau)$"
    r"|^(?:the\s+)?(?:[\w'’-]+\s+){0,2}(?:ministry|general\s+staff|high\s+command)\b",
    re.IGNORECASE,
)
"""Bodies that issue words: 'The Front media centre: …' above a paragraph."""
_VERB = re.compile(r"\b(?:said|says|told|added|is|are|was|were|has|have|had|will|would|to|and|by|against|on)\b", re.IGNORECASE)


@cache
def _person_office() -> re.Pattern[str]:
    return re.compile(rf"^(?:the\s+)?(?:[\w'’-]+\s+){{0,4}}(?:{any_of(words('presenters'))})\b", re.IGNORECASE)


def _plain(context: Context, turn: _Turn) -> str:
    return _BRACKETS.sub("", context.text[turn.start : turn.end]).strip()


def _marked(context: Context, turn: _Turn) -> bool:
    return "(" in context.text[turn.start : turn.end]


def _speaker(context: Context, turn: _Turn, labels: Sequence[str]) -> Source | None:
    """Who speaks in a turn whose label tells; None for a question, and where nobody can be told."""
    label = _plain(context, turn)
    if _ASKS.match(label) or _ANSWERS.match(label):
        return None
    source = source_of(context, (turn.start, turn.end), turn.start)
    inside = context.within(turn.start, turn.end)
    name = next((n for m in inside if (n := proper_name(m)) is not None), None)
    name = name or re.sub(rf"^(?:{_TITLE})+|^the\s+", "", label, flags=re.IGNORECASE)
    if _PRESIDES.match(label):
        return replace(source, name=name, actor=None, kind="unnamed-official")
    if source.kind != "unknown":
        return replace(source, name=name)
    known = _same_person(context, label)
    if known is not None:
        actor = known.id or _side_told(context, known)
        return replace(source, name=proper_name(known) or name, actor=actor, kind=kind_of(context, known.text, [known]))
    titled = _TITLED.match(label) is not None or any(m.kind == "person" for m in inside)
    again = sum(one.split()[-1:] == label.split()[-1:] for one in labels) > 1
    return replace(source, name=name) if titled or again else None


def _same_person(context: Context, label: str) -> Mention | None:
    """The one person with an office or a side whose name ends as the label does, anywhere in the text."""
    last = label.split()[-1].casefold()
    same = [
        m
        for m in context.mentions
        if m.kind == "person" and (m.office or m.id) and m.text != label
        if last in {m.text.split()[-1].casefold(), m.text.split(" of ")[0].split()[-1].casefold()}
    ]
    return same[0] if len({m.id for m in same}) == 1 else None


def _side_told(context: Context, person: Mention) -> str | None:
    """Whose 'Captain NAME of the Front's liaison office' is."""
    of = _OF.match(context.text, person.end)
    after = next((m for m in context.mentions if of is not None and of.end() <= m.start <= of.end() + 4), None)
    return after.id if after is not None and after.kind in ("actor", "group") else None


_OF = re.compile(r",?\s+(?:of|from|for)\s+(?:the\s+)?")


def _interviewed(context: Context, turn: _Turn, turns: Sequence[_Turn]) -> Source:
    """Who answers: the only one whose name heads an answer, else the only person named before the first question, or the
    only one of them with an office or a side; somebody unknown where that is nobody, and never the report."""
    named = [t for t in turns if not _ASKS.match(p := _plain(context, t)) and not _ANSWERS.match(p)]
    heads = [s for t in named if (s := _speaker(context, t, [_plain(context, x) for x in turns])) is not None]
    source = heads[0] if len({s.name for s in heads}) == 1 else None
    if source is None and not named:
        source = _announced(context, min(t.start for t in (*turns, turn)))
    if source is None:
        return replace(implicit(turn.start), name="interviewee")
    return replace(source, start=turn.start, end=turn.end)


def _announced(context: Context, first: int) -> Source | None:
    """The person that a headline or an introduction presents."""
    persons = [m for m in context.within(0, first) if m.kind == "person" and proper_name(m) is not None]
    persons = [m for m in persons if not _we_speak_of(context, m)]
    for known in (persons, [m for m in persons if m.id or m.office]):
        if len({(proper_name(m) or "").split()[-1] for m in known}) == 1:
            told = next((m for m in known if m.id), known[0])
            return source_of(context, (told.start, told.end), told.start)
    return None


def _end(sentences: Sequence[Sentence], opening: Sentence, following: int, goes_on: bool) -> int:
    """Where a turn ends: before the next one, with its segment, or with its paragraph where it stands alone."""
    end = opening.end
    for s in sentences[opening.index :]:
        if s.start >= following or s.segment != opening.segment or (not goes_on and s.paragraph != opening.paragraph):
            break
        end = s.end
    return end


def _make(context: Context, turn: _Turn, source: Source, end: int) -> Attribution:
    text = context.text
    cue = Words(turn.end, turn.end + 1, text[turn.end : turn.end + 1])
    content = Words(turn.after, end, text[turn.after : end])
    return Attribution(source, cue, content, None, False, turn.sentence.index, None, "say")


def _we_speak_of(context: Context, person: Mention) -> bool:
    """'We have said so to Mr NAME': whoever speaks is another than he."""
    stretch = context.sentence(person.start)
    return stretch is not None and _FIRST_PERSON.search(context.text, stretch[0], person.start) is not None


_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")
