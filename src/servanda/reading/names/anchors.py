"""Anchors: the hits of the automaton that name something, checked against what stands around them.

Invariant: an anchor is written as its alias demands, is no part of a compound word, and is no homonym that the
words beside it give away.
"""

from __future__ import annotations

import re

from servanda.reading.frozen import dataclass
from servanda.reading.names.aliases import Alias, Table, is_common
from servanda.reading.names.casing import opens
from servanda.reading.names.folding import Folded, folded_word
from servanda.reading.names.lexicon import Form, ambiguous, chain_at, country_of, heads, lead_pattern, word_set
from servanda.reading.names.mention import How
from servanda.reading.names.protocol_party import as_a_party


@dataclass(frozen=True, slots=True)
class Anchor:
    """`start`, `end` count in the folded text. `row` is the country's number where it is one, `form` its form."""

    start: int
    end: int
    kind: str
    id: str | None
    how: How
    form: Form | None = None
    row: int | None = None


_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_COMPOUND = re.compile(r"-[a-z]")
_RUN_BY = re.compile(
    r"-(?:run|controlled|administered) (?:[a-z]+['’]? ){0,2}(?:minist(?:ry|er)|office|polic(?:e|emen)|authorit(?:y|ies)"
    r"|government|administration|department|directorate|agency|prison)\b"
)
"""'The X-run health ministry' is a body of X."""
_FACTION = re.compile(r"[-/][A-Z][A-Za-z]{0,4}(?![\w])")
_BEFORE_COMPOUND = re.compile(r"(?:^|[\s(\"“'‘])(?:pro|anti|non|ex|un|mid|trans|inter|intra|post|pre)-$", re.IGNORECASE)


def anchor_at(text: str, folded: Folded, hit: tuple[int, int, str], table: Table) -> Anchor | None:
    """What a hit names, or None where it is no name here."""
    start, end, form = hit
    a, b = folded.place(start), folded.place(end)
    if text[b : b + 1] == "." and _DOTTED.fullmatch(text[a:b]) and folded.place(end + 1) == b + 1:
        end, b = end + 1, b + 1
    if "-" in text and _in_linked_name(text, a, b):
        return None
    alias = table.aliases.get(form)
    if alias is not None and (_written_so(text[a:b], alias) or _in_small_letters(text, a, b, alias)):
        if _compound(text, a, b, alias) or (alias.bare and _in_longer_name(text, a, b)):
            return None
        if alias.written.endswith(" party") and as_a_party(text, a, b - len(" party")) is None:
            return None
        twin = table.twins.get(form)
        if alias.kind == "zone" and twin is not None and _acts(text, folded, hit):
            alias = twin
        if alias.kind == "zone":
            return None if _other_thing(text, folded.text, start, end, b) else Anchor(start, end, "zone", alias.id, "alias")
        row = country_of().get(form)
        if row is not None and row[1] == "capital" and _is_location(folded.text, start, end):
            return None
        form_of = alias.sort or (row[1] if row else None)
        return Anchor(start, end, "actor", alias.id, "alias", form_of, row[0] if row else None)
    if alias is not None and alias.case == "upper":
        return None
    return _country(text, folded, (start, end, form), table)


_LINK = r"[A-Z][\w’']*-(?:e|i|ul|ud|us|ur|uz|al|el)-"
_LINKED = re.compile(rf"{_LINK}(?:[A-Z]\w*\s)?$")
_LINKED_BEHIND = re.compile(rf"\s{_LINK}[A-Z]")


def _in_linked_name(text: str, a: int, b: int) -> bool:
    """The words of 'Tehrik-e-Taliban Pakistan', 'Pakistan Tehreek-e-Insaf', where the case has no such name: neither the
    Taliban nor Pakistan."""
    return _LINKED.search(text, max(0, a - 48), a) is not None or _LINKED_BEHIND.match(text, b) is not None


def _country(text: str, folded: Folded, hit: tuple[int, int, str], table: Table) -> Anchor | None:
    start, end, key = hit
    if text[folded.place(start) : folded.place(end)].endswith("."):
        key = key.strip()
    known = country_of().get(key)
    if known is None:
        return None
    a, b = folded.place(start), folded.place(end)
    row, form = known
    if not text[a].isupper() or (len(key.replace(" ", "")) <= 4 and key in _SHORT and not text[a:b].isupper()):
        return None
    if _compound(text, a, b, None):
        return None
    if form == "capital" and (_is_location(folded.text, start, end) or row not in table.states):
        return None
    if key in ambiguous() and _beside_name(text, a, b):
        return None
    if form not in ("name", "capital") and _OF_A_PARTY.match(text, b):
        return None
    return Anchor(start, end, "actor", table.states.get(row), "demonym" if form != "name" else "alias", form, row)


_OF_A_PARTY = re.compile(
    r" (?:[A-Z][\w-]+ ){0,2}"
    r"(?:Congress|Dream|Party|League|Alliance|Bloc|Movement|Front|Coalition|Brotherhood|Democratic Forces|Opposition)\b"
)
"""'Nepali Congress', 'Syrian National Coalition': a party or a movement, and not the state that its name is taken from."""


_SHORT = frozenset(
    [
        "us",
        "u s",
        "uk",
        "u k",
        "uae",
        "eu",
        "usa",
        "u s a",
        "drc",
        "car",
        "prc",
        "dprk",
        "rok",
        "png",
        "ksa",
        "dpr",
        "dnr",
        "lpr",
        "lnr",
        "nkr",
        "bih",
        "krg",
        "trnc",
        "sadr",
        "ussr",
    ]
)


def _written_so(written: str, alias: Alias) -> bool:
    if alias.case == "any":
        return True
    if alias.case == "upper":
        spoken = len(written) >= 4 and written.istitle() and any(c in "aeiou" for c in written)
        return written.isupper() or spoken  # 'Nato', 'Farc'
    if written[:1].isupper() and alias.word == 0:
        return True
    words = re.findall(r"\w+", written)
    return alias.word < len(words) and words[alias.word][0].isupper()


def _in_small_letters(text: str, a: int, b: int, alias: Alias) -> bool:
    """'The military junta' of a case that has a 'Military Junta': with the article, and no 'military junta of X'."""
    if alias.kind != "actor" or alias.case != "capital" or not text[a:b].islower() or not is_common(alias):
        return False
    return text[max(0, a - 4) : a].lower() == "the " and text[b : b + 4] not in {" of ", " in ", " for"}


_PLACE_BEFORE = frozenset(
    [
        *["in", "near", "outside", "inside", "around", "across", "at", "throughout", "within", "via", "towards", "toward"],
        *["from", "to", "into", "through", "over", "of", "on", "between", "leave", "left", "leaving", "enter", "entered"],
        *["entering", "for", "reach", "reached", "central", "western", "eastern", "northern", "southern", "downtown"],
    ]
)
_SPOKEN_TO = re.compile(
    r" (?:told|accused?|blame[sd]?|urge[sd]?|ask(?:s|ed)?|by|with|against|warn(?:s|ed)?|said|says|that|order(?:s|ed)?|forced?"
    r"|promised?|gave|let|demand(?:s|ed)?) $"
)
_DOING = re.compile(
    r" (?:ha[sd]|have|will|would|must|should|can|could|may|might|said|says|is|was|to|did|does|not|also|still|never|again"
    r"|[a-z]+ed|(?!hospital|airport|this|across|suburbs)[a-z]+[^s ]s)(?: |$)"
)
_PLACE_OF = re.compile(
    r" (?:s )?(?:airport|port|harbour|harbor|suburbs?|district|province|region|city|outskirts|streets?|centre|center|road"
    r"|hospital|exclusion zone|area|market|university|prison|mosque|airfield|population|residents)(?: |$)"
)


def _acts(text: str, folded: Folded, hit: tuple[int, int, str]) -> bool:
    """Whether a name that is a place's and an actor's too (a capital) stands for the actor here: with an office or body
    behind it, addressed, or at the head of a clause of its own."""
    start, end, _ = hit
    if _PLACE_OF.match(folded.text, end):
        return False
    if folded.text.endswith((" of ", " of the "), 0, start) and lead_pattern().search(folded.text[max(0, start - 60) : start]):
        return True
    before = folded.text[max(0, start - 24) : start]
    word = before.split()[-1] if before.split() else ""
    glued = text[folded.place(start) - 1 : folded.place(start)] == " " and not opens(text, folded.place(start))
    if glued and word in _PLACE_BEFORE:
        return False
    if chain_at(folded.text, end) or _SPOKEN_TO.search(before):
        return True
    return _DOING.match(folded.text, end) is not None and not (glued and word.endswith("ed"))


_NAME_BEFORE = re.compile(r"((?:[A-Z]\.){2,}|[^\W\d_][\w’'-]*)\s$")
_NAME_AFTER = re.compile(r"\s(?:of\s(?:the\s)?)?[A-Z]|\sof\s(?!\w+ing\b)")


def _in_longer_name(text: str, a: int, b: int) -> bool:
    """'Security Council', 'Council of Europe': the word belongs to a name of its own."""
    before = _NAME_BEFORE.search(text[max(0, a - 25) : a])
    opens = before is not None and not text[: a - len(before.group())].rstrip(" \"“‘'(")[-1:].isalnum()
    if before and before.group(1)[0].isupper() and not (opens and before.group(1).lower() in _DETERMINERS):
        return True
    return _NAME_AFTER.match(text[b : b + 12]) is not None


_DETERMINERS = frozenset(["the", "its", "their", "our", "this", "that", "a", "each", "every", "no"])


def _compound(text: str, a: int, b: int, alias: Alias | None) -> bool:
    """Part of another word or name: 'X-backed', 'pro-X', another faction 'ABC-D'."""
    if text[b : b + 1] == "-" and _RUN_BY.match(text, b):
        return False
    if text[b : b + 1] == "-" and _COMPOUND.match(text, b) and text[b + 1 : b + 5] not in ("and ", "to "):
        return True
    if text[max(0, a - 1) : a] == "-" and _BEFORE_COMPOUND.search(text[max(0, a - 7) : a]):
        return True
    return alias is not None and text[a:b].isupper() and _FACTION.match(text, b) is not None and text[b] == "-"


_SCENE = re.compile(
    r" (?:(?:car|suicide|bus|market|airport|hotel|embassy|train) )?(?:bombing|blast|explosion|massacre|shooting|attack)s?"
    r"(?! (?:on|against)\b)(?= |$)"
    r"|(?: s)? (?:suburb|airport|countryside|neighbou?rhood|district|governorate|market|outskirt|street)s?(?= |$)"
)
"""'The Ruritania City bombing', 'a suburb of it': the capital is where it was, and did nothing."""


def _is_location(folded: str, start: int, end: int) -> bool:
    if _SCENE.match(folded, end) is not None:
        return True
    before = folded[max(0, start - 12) : start].split()
    return bool(before) and folded[start - 1 : start] == " " and before[-1] in word_set("location_before")


def _other_thing(text: str, folded: str, start: int, end: int, b: int) -> bool:
    """A street, a club, a person called like the place."""
    if folded[end : end + 1] == " ":
        after = folded[end + 1 : end + 30].split(" ", 1)[0]
        named = after in word_set("other_after_capital") and text[b + 1 : b + 2].isupper()
        if named or after in word_set("other_after"):
            return True
    if folded[start - 1 : start] == " ":
        before = folded[max(0, start - 20) : start - 1].rpartition(" ")[2]
        if before in word_set("other_before"):
            return True
    if not text[b + 1 : b + 2].isupper():
        return False
    name = re.match(r" ([A-Z][\w]+)", text[b : b + 30])
    word = folded_word(name.group(1)) if name else ""
    if len(word) < 5 or word in country_of() or word in heads():
        return False
    return word.endswith(tuple(word_set("surname_endings")))


def _beside_name(text: str, a: int, b: int) -> bool:
    """A given name before or a surname behind: 'Michael Jordan', 'Georgia Brown'."""
    before = re.search(r"(\S+) $", text[max(0, a - 25) : a])
    if before and before.group(1)[0].isupper() and before.group(1).isalpha() and a - len(before.group()) > 1:
        lead = text[: a - len(before.group())].rstrip()
        if lead and lead[-1] not in '.!?\n"“' and folded_word(before.group(1)) not in country_of():
            return True
    after = re.match(r" ([A-Z][a-z]+)", text[b : b + 25])
    follower = folded_word(after.group(1)) if after else ""
    opens = text[:a].rstrip()[-1:] in ".!?\n" or not text[:a].strip()
    return bool(follower) and follower not in country_of() and follower not in heads() and not opens
