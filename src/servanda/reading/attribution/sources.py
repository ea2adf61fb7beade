"""Sources: which words name whoever says it, and what kind of speaker that is.

Invariant: a source's span lies within one sentence; its actor is the id of a mention in it, or of the one that a
pronoun in it stands for; nothing is an official that the text does not show as one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from servanda.reading.attribution.apart import of_opposition, own_words, part_of_name, sent_there, speaking
from servanda.reading.attribution.context import Context
from servanda.reading.attribution.cues import (
    TIME,
    any_of,
    bodies_pattern,
    kind_pattern,
    kind_words,
    not_state_pattern,
    official_pattern,
    state_pattern,
    words,
)
from servanda.reading.attribution.described import described_back, twice_named
from servanda.reading.attribution.helpers import HELPER_OF, speaks_for_another
from servanda.reading.attribution.model import Source
from servanda.reading.attribution.mouthpieces import voice_of
from servanda.reading.attribution.pronouns import PRONOUN, possessor, stands_for
from servanda.reading.attribution.speaker_kinds import is_inside, kind_of, proper_name, tidy
from servanda.reading.claim import SpeakerKind
from servanda.reading.names.folding import folded_word
from servanda.reading.names.lexicon import country_of
from servanda.reading.names.mention import Mention

_LEAD_OUT = re.compile(
    r"^(?:(?:On|In|At|After|Before|During|Late|Early|By|Following|Despite|For|Since|As)\s[^,]*?\s(?=(?:the|an?|his|its|their)\s)"
    r"|(?:Meanwhile|However|Earlier|Later|But|And|and|or|so|then|Also|Then|Still|Yet|Moreover|Again|While|Although|Yesterday|Today)\s+)",
)


_MEMBER = re.compile(
    r"(?:^|[\s\"“(—–-])((?:an?|one|some|several|two|three)\s+(?:[\w-]+\s+){1,2}(?:of|from|in|with|inside)\s+(?:the\s+)?"
    rf"|{HELPER_OF})$",
    re.IGNORECASE,
)


def implicit(at: int, kind: SpeakerKind = "unknown") -> Source:
    """A source that the text has no words for, at a place."""
    return Source(at, at, "", kind)


def noun_phrase_back(context: Context, floor: int, at: int) -> tuple[int, int] | None:
    """The noun phrase that ends at `at` (a subject before its verb), not reaching before `floor`; else None."""
    text = context.text
    end = at
    while end > floor and text[end - 1].isspace():
        end -= 1
    if end <= floor:
        return None
    if text[end - 1] == ")" and (opening := text.rfind("(", floor, end)) > floor and end - opening < 40:
        end = opening
        while end > floor and text[end - 1].isspace():
            end -= 1
    if text[end - 1] in "-–—" and (dashed := _DASHED.search(text, floor, end)) is not None:
        head = noun_phrase_back(context, floor, dashed.start())
        return (head[0], dashed.start() if _RELATIVE.match(dashed["middle"]) else end - 2) if head is not None else None
    comma = text[end - 1] == ","
    if comma:
        return _apposition_back(context, floor, end - 1)
    if (label := _LABELLED.search(text, floor, end)) is not None:
        return label.start(), end
    if (clause := _NEW_CLAUSE.search(text, floor, end)) is not None:
        return clause.start("who"), end
    led = _LED_BY.search(text, floor, end)
    if led is not None and text[led.start()] != "," and led.start() > floor:
        group = noun_phrase_back(context, floor, led.start() + (text[led.start()] == ")"))
        if group is not None:
            return group
    sent = _SENT_TO.search(text, floor, end)
    if sent is not None and (whole := noun_phrase_back(context, floor, sent.start())) is not None:
        return whole[0], end
    called = KNOWN_AS.search(text, floor, end)
    if called is not None and (whole := noun_phrase_back(context, floor, called.start())) is not None:
        return whole[0], end
    last = context.before(end)
    headed = last is not None and not is_inside(context, floor, last)
    if last is not None and headed and last.end == end and last.start >= floor:
        office = _with_office(context, floor, last)
        start = _both(context, floor, _owned(context, floor, twice_named(context, floor, last)) if office is None else office)
        return described_back(text, floor, _over_brackets(context, floor, start) or start), end
    start = floor
    who = None
    for match in _BOUNDARY.finditer(text, floor, end):
        start = match.end()
        who = match.start() if match.group().strip().lower() == "who" and text[match.start() - 1] == " " else None
    if who is not None and (noun := noun_phrase_back(context, floor, who)) is not None:
        return noun[0], end
    if (named := _over_brackets(context, floor, start)) is not None and start < end:
        return named, end
    lead = _LEAD_OUT.match(text[start:end])
    start += lead.end() if lead else 0
    while start < end and not (text[start].isalnum() or text[start] in '“"'):
        start += 1
    if text[start:end].lower() in ("but", "and", "or", "then"):
        return None  # 'confirmed it, but said that'
    return (start, end) if start < end and len(text[start:end].split()) <= 14 else None


def _over_brackets(context: Context, floor: int, start: int) -> int | None:
    """'The Kest Front (KF) spokesman': where the name begins that the brackets before `start` belong to."""
    opening = context.text.rfind("(", floor, start)
    if opening < floor or context.text[opening:start].rstrip()[-1:] != ")" or start - opening > 30:
        return None
    name = context.before(opening)
    beside = name is not None and name.start >= floor and not context.text[name.end : opening].strip()
    return _with_determiner(context.text, floor, name.start) if name is not None and beside else None


_LABELLED = re.compile(r"[\"“‘'][A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,2}[\"”’'](?:\s[a-z]+){1,2}$")
"""'"DPR" representatives': whose a doubted name is that they bear."""
_NEW_CLAUSE = re.compile(
    r"\s(?P<who>he|she|they|we|(?<=\bas )it|(?<=\bbecause )it|(?<=\bsince )it|(?<=\bwhile )it)$", re.IGNORECASE
)
"""'Said in a statement he had ordered': the pronoun is the subject, whatever stands before it."""
_LED_BY = re.compile(
    r"[,)]?\s+(?:(?:led|headed|commanded|backed|supported|represented)\s+by|loyal\s+to|allied\s+(?:to|with)|under)\s"
    r"(?:(?!(?:said|says|and|or|but|that|which|who|has|had|have)\b)[\w'’.-]+\s*){1,12}$"
)
"""'the opposition group (ABC) led by former minister NAME' says it, not NAME."""
_DASHED = re.compile(r"\s[-–—]\s(?P<middle>[^-–—\"“”]{2,90})\s[-–—]$")
_SENT_TO = re.compile(r"\s\([A-Z][\w.-]{1,11}\)\s+(?:to|in|for|of|on)\s+(?:the\s+)?[A-Z][^,.;:\"“”()]{1,40}$")
"""'The Monitoring Mission (MM) to Ruritania said': the mission."""
KNOWN_AS = re.compile(
    r",?\s+(?:(?:better|only|also|once)\s+)?(?:(?:known|identified|named|referred\s+to)\s+(?:only\s+)?(?:as|by)|nicknamed|called|alias|aka"
    r"|(?:who|and)\s+(?:gave|gives)\s+(?:his|her)\s+name\s+(?:only\s+)?as"
    r"|(?:going|who\s+goes|who\s+went)\s+(?:only\s+)?by\s+(?:the\s+|his\s+|her\s+)?(?:name|nickname|nom\s+de\s+guerre|alias|call\s*sign)(?:\s+of)?"
    r"|(?:using|with|under)\s+(?:the|his|her|a)\s+(?:nickname|nom\s+de\s+guerre|alias|call\s*sign)(?:\s+of)?)"
    r"\s+[\"“'‘]?[^\W\d_][^,;:.\"“”]{0,30}[\"”'’]?$"
)
"""'a commander known as NAME'."""


def _with_office(context: Context, floor: int, name: Mention) -> int | None:
    """Where the words of office before a name begin ('Front spokesman NAME', 'the Front's wing leader NAME')."""
    text = context.text
    if name.kind not in ("person", "actor") or (name.kind == "actor" and name.how != "guessed"):
        return None
    start = floor
    for match in _BOUNDARY.finditer(text, floor, name.start):
        start = match.end()
    lead = _LEAD_OUT.match(text[start : name.start])
    start += lead.end() if lead else 0
    stretch = _RANK.sub("", text[start : name.start]).rstrip()
    shown = [m.end() for pattern in (official_pattern(), kind_pattern()) for m in pattern.finditer(stretch)]
    beside = name.office is not None or (shown and max(shown) == len(stretch))
    if not stretch or not beside or len(stretch.split()) > 9 or _SAID_WITHIN.search(stretch):
        return None
    while start < name.start and not (text[start].isalnum() or text[start] in '“"'):
        start += 1
    return start if start < name.start else None


_RANK = re.compile(
    r"(?:\b(?:Lt|Lieut|Col|Maj|Gen|Brig|Capt|Cmdr|Sgt|Adm|Dr|Mr|Mrs|Ms|Prof|Sheikh)\b\.?[\s-]*)+$", re.IGNORECASE
)
_SAID_WITHIN = re.compile(r"\b(?:and|or|said|says|told|has|have|had|was|were|is|are|to|by|against|with)\s", re.IGNORECASE)
"""'The alliance backing the recognised government', 'media in the rebel-held town': the name is not the head."""
_BOUNDARY = re.compile(
    r"[;:\"“”«»()]\s*|,(?!\d)\s*|\s[-–—]\s*|(?<=[\"”»])\s*[-–—]\s*|\b(?:that|but|while|when|as|because|who|which|whereas|although|if|where|and\s+then|what)\s+",
    re.IGNORECASE,
)


def _both(context: Context, floor: int, start: int) -> int:
    """Takes in 'X and' before 'Y': both are said to say it."""
    joint = re.search(r",?\s+and\s+$", context.text[floor:start])
    if joint is not None and (people := _people_and().search(context.text, floor, start)) is not None:
        return people.start("first")
    other = context.before(start)
    if joint is None or other is None or other.end != floor + joint.start() or other.kind == "zone":
        return start
    if joint.group().startswith(",") and not _OPENS_OR_LISTS.search(context.text[floor : other.start]):
        return start  # 'a mine wounded two soldiers, and X accuses Y'
    return _with_determiner(context.text, floor, other.start) if other.start >= floor else start


_OPENS_OR_LISTS = re.compile(r"(?:^|[,;:\"“])\s*(?:(?:the|an?|two|three|some|several)\s+)?$", re.IGNORECASE)


@cache
def _people_and() -> re.Pattern[str]:
    """'witnesses and' before an official: both are said to say it."""
    people = any_of(word for word, kind in kind_words().items() if kind == "witness" and word.endswith("s"))
    return re.compile(
        rf"(?:^|,\s|\s[-–—]\s)(?P<first>(?:(?:the|some|several|local|two|three)\s+)?(?:{people}))\s+and\s+$", re.I
    )


def _apposition_back(context: Context, floor: int, comma: int) -> tuple[int, int] | None:
    """'NAME, OFFICE,' before a verb: the whole from the name on."""
    text = context.text
    opening = text.rfind(",", floor, comma)
    while opening > floor:
        middle = text[opening + 1 : comma]
        if len(middle.split()) > 18:
            return None
        end = opening if _RELATIVE.match(middle) else comma
        m = context.before(opening)
        placed = m is not None and m.end == opening and _IN_PLACE.search(text[floor : m.start])
        if m is not None and placed and (whole := noun_phrase_back(context, floor, floor + placed.start())) is not None:
            return whole[0], end  # 'the army spokesman in PLACE, NAME,'
        sent = sent_there(text, floor, m.start) if m is not None and m.end == opening and m.start >= floor else None
        if sent is not None and (whole := noun_phrase_back(context, floor, sent)) is not None:
            return whole[0], end  # 'X's ambassador to the body, NAME,'
        if m is not None and m.end == opening and m.start >= floor:
            office = _with_office(context, floor, m)
            start = _with_determiner(text, floor, m.start) if office is None else office
            return _office_before(context, floor, start, m), end
        head = noun_phrase_back(context, floor, opening)
        if head is not None and len(text[slice(*head)].split()) <= 8:
            return head[0], end
        opening = text.rfind(",", floor, opening)
    return None


def _office_before(context: Context, floor: int, start: int, name: Mention) -> int:
    """'The X leader, NAME, speaking in Z, said': from the office on, which is NAME's."""
    if start != name.start or proper_name(name) is None or not re.search(r",\s*$", context.text[floor:start]):
        return start
    office = context.before(start)
    held = office is not None and office.office is not None and proper_name(office) is None
    if office is None or not held or context.text[office.end : start].strip() != "," or office.start < floor:
        return start
    return _with_determiner(context.text, floor, office.start)


_IN_PLACE = re.compile(r"\s(?:in|for|at|from|of|within|inside)\s+(?:the\s+)?$")
_RELATIVE = re.compile(
    r"\s*(?:(?:led\s+by|who|which|whose|where|whom|as|in|on|at|via|through|during|after|before|for|by|reached|asked|contacted"
    r"|interviewed|quoted)\b|(?:[a-z]+ly\s+)?[a-z]{3,}(?:ing|ed\s+(?:by|of|in|with|as|to))\s)"
)
"""What tells of a speaker and is no part of the name: ', who had fled,' ', speaking by telephone,'."""


# 'the African Union's' before 'monitoring team'
_OWNER = re.compile(
    r"(?:^|(?<=[\s\"“(—–-]))((?:[Tt]he\s+)?[A-Z][\w-]*(?:\s+(?:of\s+)?[A-Z][\w-]*){0,4}(?:['’]s|(?<=s)['’])\s+(?:[a-z-]+\s+){0,2})$"
)


def _owned(context: Context, floor: int, start: int) -> int:
    """Takes in an owner of no name of the case, else the article and adjectives, before a mention."""
    owner = _OWNER.search(context.text, floor, start)
    named = owner is not None and any(m.id or m.kind == "zone" for m in context.within(owner.start(1), start))
    if owner is not None and not named:
        return owner.start(1)
    return _with_determiner(context.text, floor, start)


def _with_determiner(text: str, floor: int, start: int) -> int:
    """Takes in the article and up to two adjectives before a mention."""
    match = re.search(
        r"(?:^|[\s\"“(—–-])((?:the|an?|its|his|her|their|another|one|some|several)\s+(?:(?!the\s|an?\s)[\w-]+\s+){0,2})$",
        text[floor:start],
        re.I,
    )
    member = _MEMBER.search(text[floor:start])
    if member is not None:
        return floor + member.start(1)  # 'a member of NAME'
    if match is not None and not _NO_ADJECTIVE.search(match.group(1)):
        return floor + match.start(1)
    return start


_NO_ADJECTIVE = re.compile(
    r"\b(?:of|in|on|at|by|for|from|to|with|that|and|said|told|claims?|charges?|allegations?|accusations?|something)\s"
)  # 'an accusation X rejects' is no word of an 'accusation X'


def noun_phrase_on(context: Context, at: int, ceiling: int) -> tuple[int, int] | None:
    """The noun phrase that begins at `at` (after 'according to', after an inverted verb), up to `ceiling`."""
    text = context.text
    start = at
    while start < ceiling and text[start].isspace():
        start += 1
    dated = _DATED.match(text, start, ceiling)
    stop = _after().search(text, dated.end() if dated is not None else start, ceiling)
    end = stop.start() if stop else ceiling
    version = _VERSION.match(text, start, ceiling)
    if version is not None:
        return start, version.end()
    inside = [
        m
        for m in context.within(start, ceiling)
        if m.start - start <= 40 and m.kind != "pronoun" and _only_words(text, start, m.start)
    ]
    if (
        inside
        and (inside[0].end >= end or re.match(r"['’]?s?\s(?:of|to|for|about|over)\s", text[inside[0].end : inside[0].end + 8]))
    ) or (inside and ((inside[0].kind == "person" and stop is None) or _clause_follows(text, inside, end))):
        end = inside[0].end
    end = _with_apposition(context, start, end, ceiling)
    while end > start and text[end - 1] in " \n\t,;:-–—":
        end -= 1
    return (start, end) if start < end else None


def _clause_follows(text: str, inside: Sequence[Mention], end: int) -> bool:
    """'According to the ministry the Front holds 30 men': where a clause begins without a comma."""
    first = inside[0].end
    return _CLAUSE_OPENS.match(text, first, end) is not None or any(m.start == first + 1 and m.id for m in inside[1:])


_CLAUSE_OPENS = re.compile(
    r"\s(?:the|an?|its|their|his|these|those|some|several|all|most|at\sleast|more\sthan|about|around|\d[\d,]*)\s(?!of\b)",
    re.IGNORECASE,
)
_DATED = re.compile(rf"(?:(?:an?|the|its|his)\s+)?{TIME}\s+(?=\w)", re.IGNORECASE)
"""'According to a Dec. 23 statement by X': the full stop closes a month, and no source."""
_VERSION = re.compile(
    r"(?:one|another|some|other|several|most|all|initial|early|first|local|unconfirmed|these|those)\s+(?:\w+\s+)?"
    r"(?:accounts?|versions?|reports?|estimates?|sources?|witnesses)(?=\s+(?:the|an?|[A-Z]))"
)
"""'According to one account the Front fired first': where the naming of a source ends without a comma."""


@cache
def _after() -> re.Pattern[str]:
    """Where a noun phrase that names a source ends, at the latest."""
    return re.compile(
        rf"\s*(?:,(?!\d{{3}}\b)|[;:.!?()\"“”«»]|\s[-–—]\s|\s(?:{any_of(words('after_source'))})\b|\s(?:he|she|they|it|we|there|no)\s)",
        re.IGNORECASE,
    )


def _only_words(text: str, start: int, end: int) -> bool:
    return re.fullmatch(r"[\w\s'’-]*", text[start:end]) is not None


def _with_apposition(context: Context, start: int, end: int, ceiling: int) -> int:
    """Takes in ', OFFICE' after a name: up to the next comma or the end of the sentence."""
    text = context.text
    if text[end : end + 1] != ",":
        return end
    for m in context.within(end, min(end + 60, ceiling)):
        gap = text[end + 1 : m.start]
        if m.office is not None and re.fullmatch(r"\s*(?:(?:the|an?|its|his)\s+)?(?:[\w-]+\s+){0,2}", gap):
            tail = text[m.end : m.end + 1]
            if tail in ',.;:"”' or m.end >= ceiling:
                return m.end
        break
    described = _described().match(text, end, ceiling)
    return described.end() if described is not None and text[start].isupper() else end


@cache
def _described() -> re.Pattern[str]:
    """', a teacher in PLACE': what somebody is who was named before."""
    what = any_of([*kind_words(), *words("official")])
    return re.compile(
        rf",\s+(?:(?:who\s+is\s+)?(?:an?|the|one\s+of\s+the)|(?:his|her|its|their))\s+(?:(?!(?:and|or|that)\b)[\w'’-]+\s+){{0,4}}?(?:{what})(?:-[\w-]+)?"
        rf"(?:\s(?:of|in|from|at|with|for)\s(?:the\s)?[^,.;:\"“”]{{1,40}})?(?=\s*[,.;\"”]|$|\s(?:who|and|as)\s)",
        re.IGNORECASE,
    )


def source_of(context: Context, span: tuple[int, int] | None, at: int, last: Source | None = None) -> Source:
    """The source that a span of the text names; an implicit unknown one where there is no span."""
    if span is None:
        return implicit(at)
    start, end = span
    words = context.text[start:end]
    inside = context.within(start, end)
    if PRONOUN.fullmatch(words.strip()):
        return stands_for(context, start, end, inside, last)
    whole = inside
    inside = speaking(context.text, start, end, inside, context.states)
    actors = [m.id for m in inside if m.kind in ("actor", "person", "group") and (m.id or not m.office)]
    actor = next((a for a in actors if a), None)
    if re.search(r"\sand\s", words) and len(set(actors)) > 1:
        actor = None
    whose = _owner(context, start)
    if whose is not None and whose.kind == "zone":
        actor, actors = None, []
    if actor is None and (beside := _in_brackets(context, end)) is not None:
        actor, inside = beside.id, [*inside, beside]
    kind: SpeakerKind = kind_of(context, own_words(words), inside)
    if kind == "witness" and any(m.kind == "actor" and m.id and m.end == end and m.start - start <= 4 for m in inside):
        kind = "named-official"  # 'the Red Cross', where it is of the case
    if kind == "monitor" and actor not in context.monitors:
        there = any(m.id == actor and _IN_A_PLACE.search(context.text, start, m.start) for m in inside)
        theirs = None if there else actor  # 'observers in Ruritania' are none of Ruritania's
        actor = next((a for a in actors if a in context.monitors), theirs)  # '(CAPITAL) Statement of the Mission'
    if whose is not None and actor is None and kind in ("unknown", "named-official", "unnamed-official"):
        actor = whose.id if whose.kind != "zone" else None
    persons = [m for m in whole if not part_of_name(context.text, start, m)]
    name = next((n for m in persons if (n := proper_name(m)) is not None), None) or words
    if name != words and speaks_for_another(words, inside):
        name, kind = words, "unnamed-official"
    if kind in ("witness", "expert", "outlet"):
        actor = voice_of(context.text, span, inside, context.states) if kind == "outlet" else None
    elif actor is None and not any(actors) and (owner := possessor(context, span, last)) is not None:
        actor, kind = owner, "named-official" if kind == "unknown" else kind
    elif (
        actor is None
        and kind == "monitor"
        and _BARE_MONITOR.match(words) is None
        and _OF_ANOTHER_BODY.search(words) is None
        and all(m.how == "collective" for m in inside)
    ):
        actor = context.only_monitor
    elif actor is None and kind != "monitor" and _of_the_state(own_words(words), inside):
        actor = context.only_state
        kind = "named-official" if actor is not None and kind == "unknown" else kind
    actor = None if of_opposition(words) else actor
    untold = kind in ("named-official", "unnamed-official") and actor is None and _tells_no_side(words, inside)
    return Source(start, end, words, kind, tidy(name), actor, untold)


_IN_A_PLACE = re.compile(r"\b(?:in|at|near|across|inside|throughout)\s+(?:the\s+)?$")
_BARE_MONITOR = re.compile(r"(?:(?:an?|one)\s+)?(?:\w+\s+)?monitor\b(?!\s+mission)", re.IGNORECASE)
"""'A monitor said', 'troops shelled the town – monitor': somebody who watches, who need not be the agreement's."""
_OF_ANOTHER_BODY = re.compile(
    r"\b(?:monitors|observers)\s+(?:from|of|at|with|for)\s+(?:the\s+)?(?:[A-Z][\w-]*-based\s+)?[A-Z][\w-]+(?:\s+(?:for|of|and)\s+[A-Z]|\s+[A-Z])"
    r"|[A-Z][\w-]*-based\s",
)
"""'Monitors from the Tol-based Centre for Open Data': another body than the one the case names."""


def _tells_no_side(words: str, inside: Sequence[Mention]) -> bool:
    """'Foreign Minister NAME', 'a military spokesman': an office, and nothing beside it that says whose it is."""
    named = [m for m in inside if m.kind != "person" or m.id]
    if named or bodies_pattern().search(words) is not None or _WHOSE.search(words) is not None:
        return False
    if any(folded_word(word) in country_of() for word in words.split()):
        return False
    return state_pattern().search(words) is not None or (_OFFICE.search(words) is not None and _OF_A_BODY.search(words) is None)


_OFFICE = re.compile(
    r"\b(?:spokes\w+|officials?|officers?|commanders?|generals?|colonels?|soldiers?|negotiators?)\b", re.IGNORECASE
)
_OF_A_BODY = re.compile(r"\b(?:of|for)\s+(?:the|an?)\s+[a-z]")
"""'The spokesman for a charity'."""
_WHOSE = re.compile(
    r"\b[A-Z]{2,}\b|['’]s\s|\b(?:of|for|from|in|with)\s+(?:the\s+)?[A-Z]"
    r"|\b(?:[Ww]estern|[Rr]egional|[Ii]nternational|European|African|Arab|diplomats?|mediators?|facilitators?)\b"
)
"""Words by which an official is somebody's, or nobody's of the conflict."""


def _in_brackets(context: Context, end: int) -> Mention | None:
    """The actor in brackets behind a name: 'Mr. NAME (Ruritania) said'."""
    found = next(iter(context.within(end, end + 60)), None)
    if found is None or found.kind != "actor" or found.id is None:
        return None
    around = context.text[end : found.start] + context.text[found.end : found.end + 1]
    return found if re.fullmatch(r"\s*\((?:the\s)?\)", around) else None


def _owner(context: Context, start: int) -> Mention | None:
    """Whose the source is: 'PLACE's authorities' are that place's, not the state's; 'the Front's council' is the Front's."""
    owner = context.before(start)
    beside = owner is not None and re.fullmatch(r"['’]s?\s+", context.text[owner.end : start]) is not None
    return owner if beside else None


def _of_the_state(words: str, inside: Sequence[Mention]) -> bool:
    """'the defence ministry', 'the army', 'President NAME': a state's, where nothing beside it says whose."""
    shown = " ".join([words, *(m.office for m in inside if m.office)])
    if _ARMY_OF.search(shown) is not None:
        return False
    if _NAMED_OWNER.match(words) is not None and not any(m.id for m in inside):
        return False  # 'Norland's foreign minister', of a state that nobody knows
    others = [m for m in inside if m.kind == "zone" or m.id or m.members or (m.how == "guessed" and m.kind != "person")]
    return not others and bool(state_pattern().search(shown)) and not not_state_pattern().search(shown)


_NAMED_OWNER = re.compile(r"(?:[Tt]he\s+)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)*['’]s?\s")
_ARMY_OF = re.compile(r"\b(?:Army|Forces?|Police|Council|Government|Guards?)\s+of\s+(?:the\s+)?[A-Z]")
"""'The Army of Light': its own name, and no state's army."""


def of_person(context: Context, source: Source) -> bool:
    """Whether a source is one person, so that 'he' or 'she' may stand for it."""
    inside = context.within(source.start, source.end)
    return (
        source.text.lower() in ("he", "she")
        or any(m.kind == "person" for m in inside)
        or source.kind
        in (
            "witness",
            "expert",
            "unnamed-official",
        )
    )
