"""Who an agreement's text says concludes it, and who attends: its title, its opening, its list of parties, its signatures.

Invariant: every name stands in the text; whoever is only 'in the presence of', a witness or an observer signs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.drafting.bodies import ORGAN, country
from servanda.drafting.provisions import AGREED, DUTY, Layout
from servanda.drafting.recitals import RECITES, is_deed

CAP = r"[^\W\d_a-z](?:[\w'’-]|\.(?=\w))*"
_SMALL = (
    r"(?:of|for|the|de|du|des|la|el|al|bin|ibn|ould|von|van|in the|"
    r"on(?! (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))"
)
NAME = rf"(?:\d{{1,3}}(?:st|nd|rd|th) )?{CAP}(?:[ ](?:{_SMALL}[ ])*{CAP})*"
"""A name as it stands in a sentence."""
JOINT = re.compile(r"\b(part(?:y|ies)|sides?|signator(?:y|ies)|contracting|delegations?)\b", re.IGNORECASE)
"""Words for the parties together."""
WATCHES = re.compile(
    r"\b(missions?|observers?|monitor\w*|commissions?|committees?|mechanism|"
    r"united nations|un|union|osce|red cross|red crescent|offices|"
    r"icrc|unhcr|high commissioner|verification|contingent|peacekeep\w+)\b",
    re.IGNORECASE,
)
"""Words in the names of bodies that watch, mediate or help."""
OFFICE = re.compile(
    rf"\b(?:President|Prime Minister|King|Queen|Emir|Chairman|Chairperson|Chancellor|Commander(?:-in-Chief)?|Leader) of "
    rf"(?:the )?(?P<name>{NAME})"
)
_CALLED_WORDS = (
    r"(?:hereinafter|hereafter|henceforth|further(?: on)?|also|jointly|collectively|together)?[,\s]*"
    r"(?:(?:to be )?referred to as|called|known as|named|jointly|collectively)?"
)
CALLED = re.compile(
    rf"\s*,?\s*(?=\(|(?i:hereinafter|hereafter|henceforth|referred|called|known|further|jointly|collectively|together))\(?\s*"
    rf"(?i:{_CALLED_WORDS})[\s,:–—-]*(?:[Tt]he\s+)?[\"“”'‘’«](?:[Tt]he )?(?P<short>[A-Z0-9][^\"“”'‘’»«]{{1,39}})[\"“”'’»]\s*\)?"
)
_UNQUOTED = re.compile(
    r"\s*,?\s*\(\s*(?i:hereinafter|hereafter|henceforth)[,\s]*"
    r"(?i:(?:to be )?referred to as|called|known as|named|as)?[\s,:–—-]*(?:[Tt]he\s+)?(?P<short>[A-Z][\w/ -]{1,39}?)\s*\)"
)
ACRONYM = re.compile(r"\s*\(\s*(?:the\s+)?[\"“]?(?P<short>[A-Z][A-Za-z/-]{1,11})[\"”]?\s*\)")


def short_name(text: str, at: int) -> str | None:
    """The short name that a text gives what it names just before this place: '(hereinafter "the Front")', '(NLF)'."""
    called = CALLED.match(text, at) or _UNQUOTED.match(text, at) or ACRONYM.match(text, at)
    return called["short"].strip() if called else None


def other_short_names(text: str, at: int) -> list[str]:
    """The further ones: the OLF of '(hereinafter "the Front" or "the OLF")'."""
    called = CALLED.match(text, at)
    found = []
    while called and (called := _OR_CALLED.match(text, called.end())):
        found.append(called["short"].strip())
    return found


_OR_CALLED = re.compile(
    r"\s*,?\s*(?:or|and|also)\s+(?:(?:also|simply|as)\s+)*(?:[Tt]he\s+)?[\"“”'‘’«](?:[Tt]he )?"
    r"(?P<short>[A-Z0-9][^\"“”'‘’»«]{1,39})[\"“”'’»]\s*\)?"
)
_LIST = r"(?:the |The )?[^\W\d_a-z0-9][^.;:()\n]*?\s+and\s+(?:the |The )?[^.;:()\n]*"
_BETWEEN = re.compile(rf"\b(?:[Bb]etween|[Oo]f|[Bb]y|[Aa]mong)\s+(?P<list>{_LIST})")
_BETWEEN_ONLY = re.compile(rf"\b(?:[Bb]etween|[Aa]mong)\s+(?P<list>{_LIST})")
_ENDS = re.compile(
    r"\s*(?:,?\s+(?:on|signed|in|at|for|from|under|with|dated|done|to|have|has|was|is|regarding|concerning)\b"
    rf"(?! (?:the )?{CAP}).*|,?\s+(?:on|signed|at|dated|done|have|has|was|is|regarding|concerning)\b.*|,\s*\d.*)$",
    re.DOTALL,
)
_TAIL = re.compile(
    r"\s*(?:\([^)]*\)|,? (?:represented by|meeting|having|acting|through|by (?:the )?(?:one|other|its|their)|on (?:the )?one|"
    r"on (?:the )?other|of the (?:one|other|first|second) part|have\b|has\b|sat\b|met\b|agree|accept|conclude|hereby|desir|"
    r"together with|with (?:the )?mediation|in (?:the )?presence|under (?:the )?auspices|as (?:observer|witness|mediator)).*)$",
    re.DOTALL,
)
_FOR = re.compile(
    rf"(?:^|[,\s])(?:[Ff]or|FOR|[Ff]rom|[Oo]n behalf of)(?: and on behalf of)? (?:the |"
    rf"The )?(?P<name>{NAME})(?P<after>[^\n]{{0,60}})",
    re.MULTILINE,
)
_ROLE_LINE = re.compile(
    r"^(?P<role>guarantors?|witness(?:es|ed by|ed)?|mediat(?:ors?|ed by)|facilitat(?:ors?|ed by)|observers?|in the presence of)"
    r"\b[\s:]*(?P<list>.+)$",
    re.IGNORECASE | re.MULTILINE,
)
_BESIDE = re.compile(
    r"\b(?i:in the presence of|in presence of|together with|with (?:the )?(?:mediation|good offices|support|assistance|"
    r"help) of|"
    r"under (?:the )?(?:auspices|mediation|supervision|chairmanship|patronage|aegis|sponsorship) of|at the request of|"
    r"through (?:the )?(?:good offices|mediation) of|"
    r"mediated by|facilitated by|witnessed by|brokered by|convened by|as (?:an )?(?:observers?|witness(?:es)?|mediators?))"
    rf"[:,]?[ ]+(?:the )?(?P<name>{NAME})"
)
_RANKS = (
    "colonel|col|lieutenant|lt|general|gen|maj|major|captain|capt|commander|cdr|brigadier|brig|sheikh|mr|mrs|ms|dr|minister|"
    "deputy|ambassador|president|chief|elder|mullah|commandant|sergeant|admiral|marshal|hon|haji"
)
_PERSON = re.compile(rf"(?:(?i:{_RANKS})\b\.?\s*)+(?:{CAP}[ ,]*)*")
_STANDS_FOR = re.compile(
    rf"\b(?:(?i:commanders?|leaders?|heads?|chiefs?|representatives?|delegates?|spokes\w+|chair\w*|secretary[- ]general|"
    rf"members?)"
    rf" (?:of|for)|on behalf of|representing|for|of) (?:the )?(?P<name>{NAME})"
)
_SIGNATURE = re.compile(rf"^(?:The )?(?P<name>{NAME}): ?\S", re.MULTILINE)
_WATCH_ROLE = re.compile(r"\b(?:witness|observer|mediator|facilitator|guarantor|chair(?:man|person)?\b)\w*", re.IGNORECASE)
_FOR_WHOM = r"(?:the )?(?:delegations?|representatives?|leaderships?|elders|leaders|people|chiefs|commands?) of(?: the)?"
_KIND = re.compile(r"\b(?:the )?(?:communit(?:y|ies)|tribes?|clans?) (?:of )?(?=[A-Z])")
_RECITAL = re.compile(rf"(?:\w+ing|having|conscious|aware|mindful|convinced|determined|desirous)\b|{RECITES}", re.IGNORECASE)
_ACTING = re.compile(
    rf"\bwith (?:the )?(?P<name>{NAME}) (?:acting |serving |present )?as (?:an? |the )?(?P<role>guarantor|witness|"
    rf"mediator|observer)"
)
_HIGH = r"(?:High|Special|Senior|Personal|Deputy)"
_ENVOY = re.compile(
    rf"(?:the )?(?:(?:Special|Personal|Deputy|Senior) )*(?:Envoy|Representative|Secretary[- ]General|Ambassador|"
    rf"Coordinator)(?: of the "
    rf"Secretary[- ]General)? (?:of|for) (?:the )?(?P<who>{NAME})"
)
_THING = re.compile(
    r"\b(targets?|civilians?|persons?|prisoners?|hostages?|weapons?|articles?|agreement|statement|protocol|annex|memorandum|"
    r"day|phase|combatants?|districts?|regions?|province|valley|corridor|zone|city|port|line|strip|area|governorate|road|"
    r"contact|time|convention|law|charter|resolution|election|war|east|west|north|south|ceasefire|cease-fire|truce|hostilities|"
    r"parties|sides|bridge|village|town|camp|god|preamble|point|hour|point)s?$",
    re.IGNORECASE,
)
_MONTHS = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b", re.IGNORECASE
)


def signatories(text: Layout) -> Iterator[str]:
    """The names of those who conclude the agreement, in their order; the surest places of a text first."""
    beside = {name for _, name in attending(text)}
    beside |= {s for name in beside for s in _shorts(name, text.head)}
    for names in _places(text):
        good = [n for n in dict.fromkeys(names) if is_name(n) and n not in beside]
        yield from good
        if len(good) >= 2:
            break
    for name in (*_called(text.head), *_signed(text)):
        if name not in beside:
            yield name
    yield from (
        m["name"]
        for m in re.finditer(rf"^(?:The )?(?P<name>{NAME}) (?:hereby )?(?:unilaterally )?declares?\b", _first(text))
        if is_name(m["name"])
    )


def attending(text: Layout) -> Iterator[tuple[str, str]]:
    """Who is there without being a party, with the role: guarantors, witnesses, mediators, observers."""
    for m in _ROLE_LINE.finditer(f"{text.head}\n{text.close}"):
        role = "guarantor" if m["role"].lower().startswith("guarant") else "third-party"
        behalf = re.search(rf"\bfor (?:the )?(?P<name>{NAME})", m["list"])
        people = [behalf["name"]] if behalf else listed(m["list"].rstrip(".").replace(";", ","))
        names = [_of_person(n) if _PERSON.match(n) else n for n in people]
        if role == "third-party" and m["role"].lower().startswith("witness"):
            names = [n for n in names if not _only_a_witness(n, text)]
        yield from ((role, n) for n in names if n and is_name(n))
    for m in _ACTING.finditer(text.head):
        if is_name(m["name"]):
            yield ("guarantor" if m["role"].lower() == "guarantor" else "third-party"), m["name"]
    for line in text.head.splitlines():
        if _WATCH_ROLE.match(re.sub(r"^as (?:an? )?", "", line, flags=re.IGNORECASE)):
            name = line.rsplit(", ", 1)[-1]
            name = _of_person(name) if _PERSON.match(name) else plain(name)
            if name and is_name(name):
                yield "third-party", name
    for m in _BESIDE.finditer(f"{text.head}\n{text.close}"):
        name = _of_person(m["name"]) if _PERSON.match(m["name"]) else m["name"]
        if name and is_name(name):
            yield "third-party", name
    for role, line in _attending_lines(text.close):
        words = re.sub(r"^(?:For|On behalf of|H\.E\.) (?:the )?", "", line)
        name = _of_person(words) if _PERSON.match(words) else plain(words)
        if name and is_name(name) and "," not in name and (ORGAN.search(name) or country(name) is not None or line != words):
            yield role, name
    for m in _FOR.finditer(text.close):
        if (
            is_name(m["name"])
            and (WATCHES.search(m["name"]) or _WATCH_ROLE.search(m["after"]))
            and not _MEANT_PARTY.search(m["name"])
        ):
            yield ("third-party" if _WATCH_ROLE.search(m["after"]) else "monitor"), m["name"]


def _only_a_witness(name: str, text: Layout) -> bool:
    """The 'Lena Holt' of 'Witnesses: Lena Holt, Coastal Alliance': a person of whom the text says no more."""
    person = bool(re.fullmatch(r"[^\W\d_a-z][^\W\d_A-Z]+(?: [^\W\d_a-z](?:[^\W\d_A-Z]+|\.)){1,2}", name))
    named = bool(ORGAN.search(name)) or country(name) is not None
    return person and not named and not any(name in p.says for p in text.provisions)


def _attending_lines(close: str) -> Iterator[tuple[str, str]]:
    """The lines under a heading of those who only attend ('As witnesses:', 'In the presence of'), with the role."""
    role = ""
    for line in close.splitlines():
        heads = _ROLE_HEAD.fullmatch(line.strip())
        if heads:
            role = "guarantor" if heads["role"].lower().startswith("guarant") else "third-party"
        elif re.match(r"(?:for )?(?:the )?(?:part(?:y|ies)|sides?|signator(?:y|ies))\b", line, re.IGNORECASE):
            role = ""
        elif role:
            yield role, line


_ROLE_HEAD = re.compile(
    r"(?:as |the )?(?P<role>guarantors?|witness(?:es|ed by|ed)?|mediat(?:ors?|ed by)|facilitat(?:ors?|ed by)|observers?|"
    r"in the presence of|attested by)(?: of (?:this|the) [\w -]+| by)?\s*:?",
    re.IGNORECASE,
)
_MEANT_PARTY = re.compile(r"\b(?:liberation|national|revolutionary|people)\b", re.IGNORECASE)


def listed(words: str) -> list[str]:
    """'the A, the B and the C' as three names; 'and' within a name of one body stays."""
    words = _ENDS.sub("", words)
    last = re.match(rf".*\s+and\s+(?:{_FOR_WHOM} )?(?:(?:of|the)\s+)*[^\W\d_a-z][^,]*", words, re.DOTALL)
    words = last.group() if last else words  # 'X and Y, Geneva'
    parts = re.split(rf",\s+(?:and\s+)?|\s+and\s+(?=(?:{_FOR_WHOM} )?(?:of\s+)?(?:the\s+)?[^\W\d_a-z])", words)
    return [plain(re.sub(rf"^(?:by|of)\s+|^{_FOR_WHOM} |\s*\(.*", "", p)) for p in parts]


def plain(name: str) -> str:
    """A name without its article and marks; of an office or an envoy, the body that it is of."""
    envoy = _ENVOY.fullmatch(name.strip())
    name = envoy["who"] if envoy else re.sub(rf"(?<=\w)(?: {_HIGH})* (?:Representative|Envoy|Mediator|Commissioner)$", "", name)
    name = re.sub(r"^(?:the|both|by|its|a|an)\s+", "", name.strip(' ,.;:"“”'), flags=re.IGNORECASE)
    name = re.sub(r"\s+(?:met|meeting|gathered|convened|assembled)\b.*$", "", name)  # 'delegations of X and Y met on …'
    office = OFFICE.fullmatch(name)
    return re.sub(r"['’]s$", "", office["name"] if office else name).strip()


_NO_NAME = re.compile(
    r"(?:now|therefore|whereas|hereby|further|also|in|on|at|as|all|any|both|each|if|and|or|by|to|with|the)$|"
    r"(?:part(?:y|ies)|sides?)['’]",
    re.IGNORECASE,
)


def is_name(name: str) -> bool:
    """Whether words can be the name of somebody: no thing, no month, no word for the parties together."""
    return bool(
        name
        and (name[0].isupper() or re.match(r"\d{1,3}(?:st|nd|rd|th) [A-Z]", name))
        and len(name) < 120
        and not (_THING.search(name) and len(name.split()) < 6)
        and not _MONTHS.search(name)
        and not (JOINT.search(name) and " " not in name)
        and not re.match(r"[A-Z]\.[A-Z]\b|[A-Z]$", name)
        and not _NO_NAME.match(name)
    )


_PEOPLE = (
    r"(?:people|peoples|villagers|elders|chiefs?|herders|farmers|fishermen|families|youths?|men|clans?|tribes?|"
    r"communit(?:y|ies))"
)
_OF_PEOPLE = rf"(?:the )?(?:{_PEOPLE} of (?:the )?)?"
_PEOPLES = re.compile(
    rf"\bbetween {_OF_PEOPLE}(?P<one>{CAP}(?: {CAP})*(?: {_PEOPLE})?) and {_OF_PEOPLE}"
    rf"(?P<other>{CAP}(?: {CAP})*(?: {_PEOPLE})?)$"
)
"""'Truce between the people of X and the Y herders'."""


def _places(text: Layout) -> Iterator[list[str]]:
    """The names that each place of the text gives; 'between' in the title is the surest."""
    named = _REPRESENTED.sub("", text.named)
    opening = f"{named}\n{text.head[len(text.title) :]}"
    yield _matched(_BETWEEN_ONLY, named)
    yield _matched(OFFICE, named)
    yield [n for n in _matched(_BETWEEN, named) if _acts_somewhere(n, text)]
    yield _matched(OFFICE, opening)
    yield _between_lines(text.head)
    yield _matched(_BETWEEN_ONLY, text.head.split("\n", 1)[-1])
    yield _opening(text.head)
    yield _itemised(text.head)
    yield [n for m in _PEOPLES.finditer(text.title) for n in (m["one"], m["other"])]


_REPRESENTED = re.compile(r",? (?:here\w+ )?(?:duly )?represented by .*?(?:,(?= and\b)|(?=;|\n|$))")
"""'The Ministry of X, represented by General NAME, and …': who stands for it concludes nothing himself."""


def _acts_somewhere(name: str, text: Layout) -> bool:
    """Whether what the title says an agreement is 'of' can be a party: a body, a country, or somebody who owes something."""
    if not is_name(name) or is_deed(name) or re.search(r"\b(?:City|Ports?|Districts?|Towns?|Provinces?|Area) of\b", name):
        return False
    own = re.escape(name)
    first, second = rf"{own}(?: and [^,;.]{{1,40}}?)?", rf"(?:(?!\b(?:of|from|at|in)\b)[^,;.]){{1,40}} and (?:the )?{own}"
    owes = rf"(?:The |the )?(?:{first}|{second}) (?:{DUTY})\b"
    bound = any(re.match(owes, p.says) for p in text.provisions)
    return bound or bool(ORGAN.search(name)) or country(name) is not None or (name.isupper() and " " not in name)


def _matched(pattern: re.Pattern[str], where: str) -> list[str]:
    where = _KIND.sub("", where)
    return [n for m in pattern.finditer(where) for n in (listed(m["list"]) if "list" in m.groupdict() else [m["name"]])]


def _between_lines(head: str) -> list[str]:
    """'Between:' on a line of its own, then a name on each, 'and' between them."""
    lines = [re.sub(r"^(?:and|et)$", "", line.strip(" ,;"), flags=re.IGNORECASE) for line in head.splitlines()]
    start = next(
        (n for n, line in enumerate(lines) if re.fullmatch(r"(?:by and )?(?:between|among)\b:?", line, re.IGNORECASE)), -1
    )
    out: list[str] = []
    for line in lines[start + 1 :] if start >= 0 else []:
        words = re.sub(r",? (?:here\w+ )?represented by .*$", "", re.sub(r"^and\s+", "", line))
        if not words:
            continue
        if (
            _BESIDE.match(f"{words} X")
            or words.endswith(":")
            or not re.match(r"(?:the )?[^\W\d_a-z]", words)
            or len(words) > 90
        ):
            break
        out.append(plain(re.sub(r"\s*\(.*", "", words)))
    return out


def _itemised(head: str) -> list[str]:
    """Parties on lines of their own before they agree, each by its name or by who stands for it."""
    lines = head.splitlines()
    agreed = next((n for n, line in enumerate(lines) if AGREED.search(line)), 0)
    out = []
    for line in lines[1:agreed]:
        short = line.rstrip(" ,;")
        if (
            re.search(r"\b(?:observer|witness|mediator|guarantor|presence|auspices)\b", short, re.IGNORECASE)
            or len(short.split()) > 25
        ):
            continue
        if _PERSON.match(short):
            out.append(_of_person(short))
        elif re.match(rf"(?:The |the )?{NAME}", short) and not _NO_PARTY.match(short):
            out.append(plain(_TAIL.sub("", short)))
    return [n for n in out if n and (len(n.split()) > 1)]


_NO_PARTY = re.compile(
    rf"(?:\w+ing|today|under|at|on|in|with|by|for|between|we|and|have|the parties)\b|{RECITES}", re.IGNORECASE
)


def _of_person(words: str) -> str:
    """'Colonel Timur Asel, commander of the 4th Brigade' as the body that the person stands for; '' where none is told."""
    found = _STANDS_FOR.search(words)
    if found:
        return plain(found["name"])
    apart = words.rsplit(", ", 1)
    return plain(apart[1]) if len(apart) == 2 and is_name(plain(apart[1])) and not _PERSON.match(apart[1]) else ""


def _opening(head: str) -> list[str]:
    """'the A, by one side, and the B (hereinafter "the Parties") … have agreed': who stands before the agreeing."""
    for line in head.splitlines()[1:] or head.splitlines():
        if not AGREED.search(line) and not re.search(r"[\"“](?:the )?(?:Parties|Sides)[\"”]", line):
            continue
        words = re.sub(rf"{_BESIDE.pattern}(?: \([^)]*\))?,?", "", line)
        words = re.split(
            r"\b(?:have|has|hereby|agree|accept|conclude|represented|desirous|meeting|met|sat)\b|"
            r"[\"“](?:the )?(?:Parties|Sides)",
            words,
        )[0]
        words = re.sub(r"\([^)]*\)?", "", words)
        words = re.sub(
            r",? (?:by|on|of|from) (?:the )?(?:one|other|first|second)(?: (?:side|part|hand|party))?\b,?", ",", words
        )
        stands = re.search(r"\b(?:on|in) (?:the )?(?:behalf|name) of (?P<whom>.*)", words)
        words = re.split(r"\s*,", stands["whom"])[0] if stands and " and " in stands["whom"].split(",")[0] else words
        words = _without_adjuncts(words)
        words = re.sub(
            r"^.*?\b(?:the )?(?:elders|leaders|representatives|people|delegates|commanders|chiefs|delegations?) of ", "", words
        )
        words = re.sub(r"^[^A-Z]*(?:[Ww]e|On|Today|In|At),? ?", "", words)
        names = [n for n in listed(words.strip(" ,")) if is_name(n)]
        if len(names) >= 2:
            return names
    return []


def _without_adjuncts(words: str) -> str:
    """'In the talks held at Orr from 3 to 5 May, under the auspices of the Union, the A and the B' as 'the A and the B'."""
    chunks = words.split(", ")
    while len(chunks) > 1 and _ADJUNCT.match(chunks[0]):
        chunks = chunks[1:]
    return ", ".join(chunks)


_ADJUNCT = re.compile(
    r"\s*(?:in|on|at|under|within|with|following|after|pursuant|further|based|held|having|meeting|met|by|through|during|as|"
    r"\w+ing)\b",
    re.IGNORECASE,
)


def _shorts(name: str, head: str) -> Iterator[str]:
    for m in re.finditer(re.escape(name), head):
        if short := short_name(head, m.end()):
            yield short


def _called(head: str) -> Iterator[str]:
    """Names that the opening gives a short name."""
    own = "\n".join(line for line in head.splitlines() if not _RECITAL.match(line))
    for m in re.finditer(rf"(?P<name>{NAME})", own):
        short = short_name(own, m.end())
        if short and not JOINT.search(short) and is_name(m["name"]):
            yield m["name"]


def _signed(text: Layout) -> Iterator[str]:
    """Names for which somebody signs."""
    beside = {line for _, line in _attending_lines(text.close)}
    lines = (line for line in text.close.splitlines() if not _ROLE_LINE.match(line) and line not in beside)
    for m in _FOR.finditer("\n".join(lines)):
        watches = WATCHES.search(m["name"]) and not _MEANT_PARTY.search(m["name"])
        if is_name(m["name"]) and not watches and not _WATCH_ROLE.search(m["after"]):
            yield m["name"]
    title = f"{text.named}\n{text.head}"
    for m in _SIGNATURE.finditer(text.close):
        if is_name(m["name"]) and m["name"] in title and not _WATCH_ROLE.search(m["name"]) and not WATCHES.search(m["name"]):
            yield m["name"]


def _first(text: Layout) -> str:
    return next((p.says for p in text.provisions if p.article is None), "")
