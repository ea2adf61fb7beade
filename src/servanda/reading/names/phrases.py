"""Phrases: an anchor with the offices and bodies around it ('aide to the president of X', 'X troops').

Invariant: a phrase holds its anchor; its words are joined by single spaces, so that no comma or full stop lies
between them.
"""

from __future__ import annotations

import re

from servanda.reading.frozen import dataclass
from servanda.reading.names.aliases import Table
from servanda.reading.names.anchors import Anchor
from servanda.reading.names.casing import UPPER, opens, stops, title_case
from servanda.reading.names.folding import Folded, folded_word
from servanda.reading.names.lexicon import (
    HeadClass,
    chain_at,
    claimed,
    collectives,
    country_of,
    heads,
    lead_pattern,
    word_set,
)
from servanda.reading.names.mention import Kind
from servanda.reading.names.protocol_party import as_a_party
from servanda.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Phrase:
    """`start`, `end` in the original text. `head` is the class of what it is, `office` its words.

    `person` is the name (start, end) of the person in or beside it; `inner` that of a person further inside.
    """

    start: int
    end: int
    kind: Kind
    id: str | None
    anchor: Anchor
    head: HeadClass | None = None
    office: str | None = None
    person: tuple[int, int] | None = None
    inner: tuple[tuple[int, int], str] | None = None


_WORD = rf"(?:[{UPPER}][\w'’\-]*[\w’]|(?:[{UPPER}]\.)+)"
_PARTICLE = r"(?:al|el|bin|ibn|von|van|de|da|del|der|di|dos|la|den|ter|abu|ben|ould|al-|el-)"
NAME = rf"{_WORD}(?:[ \n](?:{_PARTICLE}[ -]?){{0,2}}{_WORD}){{0,3}}"
_RANK = (
    r"(?:(?:Brig|Lt|Lieut|Col|Maj|Gen|Capt|Cmdr|Cdr|Sgt|Adm|Dr|Mr|Mrs|Ms|Prof)(?:\.\s?|\s)"
    r"|(?:Brigadier|Lieutenant|Colonel|Major|General|Captain|Commander|Admiral|Sergeant)[ -])"
)
"""A rank before a name ('army spokesman Brig. Gen. NAME'): no part of the name."""
_SECOND_OFFICE = (
    r"(?:and (?:(?:legal|chief|political|senior|military|main|top) )?"
    r"(?:representative|spokes\w+|negotiator|leader|founder|delegate) )?"
)
_AFTER = re.compile(rf"[ \n]{_SECOND_OFFICE}{_RANK}{{0,3}}({NAME})")
_BESIDE_BEFORE = re.compile(
    rf"(?<![\w.])({NAME}),\s+(?:(?:who\s+is|who\s+was|then|now|also)\s+)?(?:(?:the|an|a|its|his|her)\s+)?"
    r"(?:(?!(?:said|says|told|added|reported|according|to|by)\b)[a-z\-]+\s+){0,2}$"
)
_BESIDE_AFTER = re.compile(rf",\s+{_RANK}{{0,3}}({NAME})(?=\s*(?:,|\.|;|\)|:))")
_RUN_AFTER = re.compile(rf"(?: (?:(?:of|and|for) (?:the )?)?[{UPPER}][\w’'-]*)+")
_RUN_BEFORE = re.compile(rf"(?:^|[^\w’'-])([{UPPER}][a-z]+ )$")
_TWO_WORDS = re.compile(r" ([^\W_]+)(?: ([^\W_]+))?")
_TITLES = "|".join(re.escape(str(t)) for t in sorted(vocabulary("offices.yaml")["titles"], key=len, reverse=True))
_OF_NAME = re.compile(rf"(?<!\w)((?i:{_TITLES})s?)\s({NAME})\s(?:of|from)\s(?:the\s)?$")
_OF_NEXT = re.compile(
    rf"(?<!\w)((?i:{_TITLES}))s\s{NAME}\s(?:of|from)\s(?:the\s)?{NAME},?\s(?:and\s)?({NAME})\s(?:of|from)\s(?:the\s)?$"
)
"""'Presidents NAME of X and NAME of Y'."""
_RISEN = frozenset(
    f"{w}{n}" for w in ("rebel", "insurgent", "guerrilla", "separatist", "militant", "dissident") for n in ("", "s")
) | {"opposition", "breakaway", "exiled"}
"""'Burundian rebels', 'a Burundian rebel group' are no forces of Burundi's."""
_SPLIT_OFF = re.compile(
    r" (?:dissident|splinter|breakaway|renegade)s?(?: (?:group|faction|wing|unit|fighter|commander|movement)s?)?(?![\w-])"
)
"""'The Front splinter group' is no longer the Front."""
_SPLIT_FROM = re.compile(
    r"\b(?:dissident|splinter|breakaway|renegade)(?: [a-z]+)? (?:faction|group|wing|unit|branch)s? (?:of|from) (?:the )?$",
    re.IGNORECASE,
)
_SPLIT_BODY = re.compile(
    r" (?:[a-z]+ )?(?:faction|group|wing|unit|branch|fighter|rebel|soldier|commander|leader|guerrilla)s?(?![\w-])"
)
_SPLIT_SO = re.compile(r"\b(?:dissident|splinter|breakaway|renegade) $", re.IGNORECASE)
_ANOTHER_SO = re.compile(
    r"\b(?:another|an? (?:second|third|rival|different|smaller|minor|separate|opposing)|the other|(?:two |the )?rival) $",
    re.IGNORECASE,
)
_FACTION = re.compile(r" (?:rebel )?(?:faction|wing)s?(?![\w-])")
"""'Another Front faction', 'a breakaway Front unit', 'a splinter group of the Front': whoever they are, not the Front."""
RISEN_OR_GONE = re.compile(
    r"\b(?:disgruntled|disaffected|mutinous|mutinying|rebellious|renegade|dissident|breakaway|defecting|deserting|former|retired"
    r"|demobili[sz]ed|sacked|dismissed|ex-?) ?$",
    re.IGNORECASE,
)
"""'Mutinous soldiers', 'former troops': the state's no longer."""
_RISEN_ARMY = re.compile(
    r"['’]s (?:[a-z-]+ ){0,4}?(?:rebel|guerrilla|guerilla|insurgent|separatist)s?"
    r" (?:army|armies|forces?|militias?|groups?|movements?|factions?|alliances?|coalitions?|organi[sz]ations?)\b"
)
"""'Burundi's oldest rebel army'."""
_STATE_WHAT = re.compile(
    r"-|\s(?:[A-Z]|(?:tv|television|radio|news|news\w+|media|agenc(?:y|ies)|broadcasters?|press|channels?|outlets?|run|owned|daily"
    r"|visits?|funerals?|secrets?|budget|employees?|property|lands?|oil|compan(?:y|ies)|banks?|universit(?:y|ies)|schools?"
    r"|institutions?|bodies|borders?|visitors?|sovereignty|capital|building|solution|religion|language|flag)\b)"
)
"""'The X state' acts; 'X state television', 'X state property' is something else."""
_QUANTITIES = frozenset(("several", "some", "many", "remaining", "last", "other", "more", "additional", "new"))


def phrase_at(text: str, folded: Folded, anchor: Anchor, table: Table) -> Phrase:
    """The widest phrase around an anchor."""
    a, b = folded.place(anchor.start), folded.place(anchor.end)
    if anchor.kind == "zone":
        return _place(text, folded, anchor)
    other = _other_body(text, a, b) if anchor.form == "adjective" else None
    if other is not None:
        return Phrase(*other, "actor", None, Anchor(anchor.start, anchor.end, "actor", None, "guessed"))
    ident, start, end = anchor.id, anchor.start, anchor.end
    head: HeadClass | None = None
    chain = chain_at(folded.text, end) if anchor.form != "people" else None
    if chain is not None and chain["h"] == "state" and _STATE_WHAT.match(text, folded.place(chain.end())):
        chain = None
    if chain is not None and not _is_verb(text, folded, anchor, chain):
        head = heads()[chain["h"]]
        end = chain.end()
        ident = _armed_owner(anchor, chain["h"], head, table)
    elif anchor.form != "people" and anchor.id in table.sides and (side := as_a_party(text, a, b)) is not None:
        return Phrase(a, side, "actor", anchor.id, anchor, "speaking_body", "party")
    elif _civil(folded.text, anchor):
        return Phrase(a, b, "group", None, anchor)
    if table.is_state(anchor.id) and (risen := _RISEN_ARMY.match(text, b)) is not None:
        return Phrase(a, risen.end(), "group", None, anchor)
    of_arms = chain is not None and heads()[chain["h"]] == "armed_body"
    if of_arms and table.is_state(ident) and RISEN_OR_GONE.search(text, max(0, a - 24), a) is not None:
        return Phrase(a, folded.place(end), "group", None, anchor)
    if not table.is_state(anchor.id) and (split := _SPLIT_OFF.match(text, b)) is not None:
        return Phrase(a, split.end(), "group", None, anchor)
    if not table.is_state(anchor.id) and (split_end := _split_from_it(text, a, b)) is not None:
        return Phrase(a, split_end, "group", None, anchor)
    if not table.is_state(anchor.id) and text[a:b].endswith("s") and _SPLIT_SO.search(text, max(0, a - 24), a) is not None:
        return Phrase(a, b, "group", None, anchor)  # 'dissident republicans'
    right = _office_words(text, folded, anchor.end, end)
    right_head = head
    if (chain is None or chain["h"] in _GROUPS) and (whose := _of_its_own_name(text, a, b, table)) is not None:
        return Phrase(a, whose, "actor", None, Anchor(anchor.start, anchor.end, "actor", None, "guessed"))
    lead = _lead(folded.text, anchor.start) if chain is not None or not _of_another(text, b) else None
    office = right
    if lead is not None:
        start, lead_head = lead
        office = _clean(text[folded.place(start) : a] + (f"{text[a:b]}{right}" if right else ""))
        head = heads()[lead_head]
        if head == "armed_body" and right_head is None:
            ident = _armed_owner(anchor, lead_head, head, table)
    kind: Kind = "person" if head == "person" else ("group" if anchor.form == "people" and head is None else "actor")
    first, last = folded.place(start), folded.place(end)
    if kind == "group" and _ethnic(folded.text, anchor.start):
        ident = None
    of_state = chain is not None and table.is_state(ident)
    if of_state and chain is not None and chain["h"] in _RISEN:
        return Phrase(first, last, "group", None, anchor, head, "rebels")
    called = table.aliases.get(chain["h"]) if of_state and chain is not None else None
    if called is not None and called.kind == "actor" and called.id != ident:
        return Phrase(first, last, "actor", called.id, anchor, head)  # 'Boran militias', where 'the militias' are of the case
    if of_state and chain is not None and not _RISEN.isdisjoint(chain.group().split()):
        ident = None  # 'Mozambican rebel leader NAME'
    if out_of_office(folded.text, start):
        return Phrase(first, last, kind, None, anchor, head, _clean(office) if office else None)
    made = Phrase(first, last, kind, ident, anchor, head, _clean(office) if office else None)
    return _with_person(text, made, right_head) if "person" in (head, right_head) else _of_name(text, made)


def _split_from_it(text: str, start: int, end: int) -> int | None:
    """Where the words end for those who have split from the one named at a place, or are another faction of the name."""
    before = text[max(0, start - 48) : start]
    if _SPLIT_FROM.search(before):
        return end
    body = _SPLIT_BODY.match(text, end) if _SPLIT_SO.search(before) else None
    body = body or (_FACTION.match(text, end) if _ANOTHER_SO.search(before) else None)
    return body.end() if body is not None else None


_GROUPS = frozenset(
    ["movement", "front", "council", "committee", "party", "alliance", "league", "union", "coalition", "congress", "resistance"]
)
_OF_STATE = frozenset(
    ["security", "defence", "defense", "ministers", "presidential", "state", "federal", "military", "sovereignty", "ruling"]
) | {"transitional"}
_REGIONS = frozenset(["southern", "northern", "eastern", "western"])
_NAMED = re.compile(rf"(?:['’]s)? ((?:[{UPPER}][\w'’-]+ ){{1,4}}[{UPPER}][\w’-]+)")


def _of_its_own_name(text: str, start: int, end: int, table: Table) -> int | None:
    """Where a body ends that has a name of its own behind a country's: 'Yemen's Southern Movement' is not Yemen."""
    named = _NAMED.match(text, end)
    words = folded_word(named[1]).split() if named is not None else []
    if named is None or words[-1] not in word_set("short") | word_set("organisation_word") or named.end() == end:
        return None
    if _OF_STATE & set(words) and not _REGIONS & set(words):
        return None
    parts = {" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)}
    known = any(p in table.aliases and not table.aliases[p].bare for p in parts)
    return None if known or title_case(text, start) else named.end()


_OWNS = re.compile(rf"['’]s (?:[a-z-]+ )?[{UPPER}][\w'’-]+")


def _of_another(text: str, end: int) -> bool:
    """The 'Yemen' of 'the head of Yemen's Revolutionary Committee': whose head it is, the name behind says."""
    return _OWNS.match(text, end) is not None


def _other_body(text: str, a: int, b: int) -> tuple[int, int] | None:
    """The span of a body of another name around an adjective ('Free Syrian Army', 'Syrian Democratic Forces')."""
    behind = _RUN_AFTER.match(text, b)
    words = folded_word(behind.group()).split() if behind else []
    while words and words[-1] not in heads():
        words.pop()
    if not words or behind is None:
        return None
    before = _RUN_BEFORE.search(text[max(0, a - 30) : a])
    ahead = folded_word(before.group(1)).split() if before else []
    lead_is_name = bool(ahead) and not any(w in stops() or w in country_of() or w in heads() for w in ahead)
    ordinary = word_set("modifier") | {"defence", "defense", "armed", "and", "of", "the"}
    strange = [w for w in words[:-1] if w not in ordinary and w not in heads()]
    if (not strange and not lead_is_name) or (heads()[words[-1]] == "person") or title_case(text, a):
        return None
    if lead_is_name and not strange and opens(text, a - len(before.group(1)) if before else a) and len(words) > 2:
        return None
    start = a - len(before.group(1)) if before and lead_is_name else a
    end = b
    for match in re.finditer(r"[\w’'-]+", text[b : behind.end()]):
        end = b + match.end() if folded_word(match.group()) == words[-1] else end
    return start, end


def _place(text: str, folded: Folded, anchor: Anchor) -> Phrase:
    """A zone with the common nouns of places around it ('the territory of the X region' gives 'X region')."""
    start, end = anchor.start, anchor.end
    behind = folded.text[end : end + 24]
    word = behind[1:].split(" ", 1)[0] if behind[:1] == " " else ""
    if word in word_set("place_noun"):
        end += len(word) + 1
    return Phrase(folded.place(start), folded.place(end), "zone", anchor.id, anchor)


def _is_verb(text: str, folded: Folded, anchor: Anchor, chain: re.Match[str]) -> bool:
    """'Armenia forces Georgia to …': after a bare name the head is a verb if an object follows."""
    if chain["h"] not in word_set("verb_heads") or anchor.form == "adjective":
        return False
    if folded.text[anchor.end : anchor.end + 3] == " s " or len(chain.group().split()) > 1:
        return False
    rest = text[folded.place(chain.end()) : folded.place(chain.end()) + 14]
    return bool(re.match(rf"\s(?:the|its|their|an?|to|all|two|three|on|back)\b|\s[{UPPER}]", rest))


def _armed_owner(anchor: Anchor, word: str, head: HeadClass, table: Table) -> str | None:
    """The case's own armed body of that name, where the head is that of a regular force."""
    own = table.armed.get(f"#{anchor.row}") if anchor.row in claimed() else None
    if own is not None and anchor.id is None and head == "armed_body":
        return own  # who has the forces of an entity that is no state has all its fighters
    if head != "armed_body" or word in word_set("irregular"):
        return anchor.id
    keys = [f"#{anchor.row}"] if anchor.row is not None else []
    if anchor.id is not None:
        keys.append(f"@{anchor.id}")
    return next((table.armed[k] for k in keys if k in table.armed), anchor.id)


def _civil(folded: str, anchor: Anchor) -> bool:
    if anchor.form not in ("adjective", "people"):
        return False
    after = _TWO_WORDS.match(folded, anchor.end)
    if after is None:
        return False
    civil = word_set("civil")
    two = f"{after.group(1)} {after.group(2)}"
    return after.group(1) in civil or two in civil


def _lead(folded: str, start: int) -> tuple[int, str] | None:
    window = folded[max(0, start - 100) : start]
    if not window.endswith((" of ", " of the ", " to ", " to the ", " for ", " for the ", " at the ")):
        return None
    match = lead_pattern().search(window)
    if match is None:
        return None
    head = match["h"].split()
    word = next((w for n in range(len(head)) if (w := " ".join(head[n:])) in heads()), None)
    if word is None or word in word_set("no_lead"):
        return None
    joined = match.group(1)
    if word in word_set("sent") and re.search(r" (?:to|for|at)(?: the)? $", joined) and " of " not in joined:
        return None
    if heads()[word] != "person" and re.search(r" (?:to|at)(?: the)? $", joined):
        return None
    begin = match.start(1)
    while (first := window[begin:].split(" ", 1)[0]) in _QUANTITIES:
        begin += len(first) + 1
    return max(0, start - 100) + begin, word


def _office_words(text: str, folded: Folded, start: int, end: int) -> str:
    words = text[folded.place(start) : folded.place(end)]
    return words if start < end else ""


def _clean(words: str) -> str:
    """The words of an office without possessives and joints at their ends, on one line."""
    plain = re.sub(r"\s+", " ", words).strip()
    plain = re.sub(r"^['’]s?\s", "", plain)
    return re.sub(r"\s(?:of|to|for|at|with)(?: the)?$", "", plain, flags=re.IGNORECASE)


def out_of_office(folded: str, start: int) -> bool:
    """'Former president NAME', 'ex-minister NAME': who speaks for nobody any more."""
    before = folded[max(0, start - 12) : start].replace("-", " ").split()
    return bool(before) and before[-1] in word_set("past")


def _ethnic(folded: str, start: int) -> bool:
    before = folded[max(0, start - 14) : start].split()
    return bool(before) and before[-1] in {"ethnic", "karabakh", "local", "civilian", "displaced", "many", "some"}


def name_follows(text: str, at: int) -> tuple[int, int] | None:
    """The span of a person's name right behind `at`, or None."""
    match = _AFTER.match(text, at)
    if match is None:
        return None
    return _as_name(text, match.start(1), match.end(1))


def _as_name(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span without trailing possessive, or None where it is no person's name."""
    words = text[start:end]
    for suffix in ("'s", "’s"):
        if words.endswith(suffix):
            end -= 2
    parts = [folded_word(w) for w in text[start:end].split()]
    if not parts or len(text[start:end].strip(".")) < 2:
        return None
    if any(p in country_of() or p in heads() or p in _NOT_NAMES for p in parts[:1]) or parts[0] in collectives():
        return None
    return start, end


_NOT_NAMES = frozenset(
    [
        *[
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "january",
            "february",
            "march",
        ],
        *["april", "june", "july", "august", "september", "october", "november", "december", "the", "a", "in", "on"],
        *[
            "he",
            "she",
            "they",
            "it",
            "but",
            "and",
            "according",
            "after",
            "before",
            "meanwhile",
            "i",
            "we",
            "for",
            "at",
        ],
    ]
)


def _with_person(text: str, made: Phrase, right_head: HeadClass | None) -> Phrase:
    """The name of the office's holder: right behind, or beside it between commas."""
    behind = name_follows(text, made.end)
    inner = None
    person = None
    plural = (made.office or "").split(" of ")[0].split(" for ")[0].endswith("s")
    start, end = made.start, made.end
    if behind is not None:
        end = behind[1]
        if right_head == "person" and made.office is not None and made.anchor.start > 0 and _has_lead(text, made):
            inner = (behind, made.office)
        else:
            person = behind
    if person is None:
        before = _BESIDE_BEFORE.search(text[max(0, made.start - 90) : made.start])
        one_word = before is not None and " " not in before.group(1)
        if one_word and (text[end : end + 1] != "," or _BESIDE_AFTER.match(text, made.end) is not None):
            before = None  # the 'However' of 'However, X's spokesman, NAME, said'
        if before is not None and not plural:
            base = max(0, made.start - 90)
            person = _as_name(text, base + before.start(1), base + before.end(1))
    if person is None and behind is None and not plural:
        after = _BESIDE_AFTER.match(text, made.end)
        if after is not None:
            person = _as_name(text, after.start(1), after.end(1))
    return Phrase(start, end, made.kind, made.id, made.anchor, made.head, made.office, person, inner)


def _has_lead(text: str, made: Phrase) -> bool:
    """Whether words of office stand before the anchor too ('aide to X President NAME')."""
    return re.match(r"[^,]*?\s(?:of|to|for|at)\s", text[made.start : made.end]) is not None and (
        heads().get(folded_word(text[made.start : made.end].split()[0])) is not None
        or text[made.start : made.start + 1].islower()
    )


def _of_name(text: str, made: Phrase) -> Phrase:
    """'President NAME of X': the person before the anchor."""
    window = text[max(0, made.start - _FAR) : made.start]
    if not window.endswith((" of ", " of the ")):
        return made
    base = max(0, made.start - _FAR)
    if (match := _OF_NAME.search(window)) is not None:
        start = base + match.start(1)
    elif (match := _OF_NEXT.search(window)) is not None:
        start = base + match.start(2)
    else:
        return made
    person = _as_name(text, base + match.start(2), base + match.end(2))
    if person is None:
        return made
    return Phrase(start, made.end, "person", made.id, made.anchor, "person", match.group(1), person)


_FAR = 110
