"""The layout of an agreement's text: its head, its provisions with their numbers, and what closes it.

Invariant: `says` of a provision stands in the text word for word, but for line breaks and runs of spaces; an item of a
list keeps the words that lead it in `sentence`, so that '(b) to hand over all weapons' is read with who undertakes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from servanda.drafting.blocks import CLOSING, HEADING_WORDS, Block, blocks
from servanda.drafting.orders import as_duty, forbidden
from servanda.drafting.titles import titled
from servanda.reading.sentences import sentences_within

_DUTIES = 3
_TO_COME = re.compile(r"\b(?:follow(?:ing|s)|steps|measures|below|as under)\b", re.IGNORECASE)
DUTY = "shall|will|must|undertakes?|agrees?|commits?|pledges?"
"""Words by which an agreement lays a duty on the one named before them, as alternatives of a pattern."""
_OWES = re.compile(rf"^(?P<who>.{{2,160}}?)\s+(?:{DUTY}|(?:is|are) (?:obliged )?to)\b", re.IGNORECASE | re.DOTALL)
_ENDS = re.compile(r"[;,]?\s*(?:\b(?:and|or))?\s*[;,.]*\s*$")
_SUCH_AS = re.compile(r"\b(?:such (?:acts|actions|activities) as|including|among others|among other things)$", re.IGNORECASE)
_SAYS = re.compile(
    rf"\b(?:{DUTY}|not|is|are|has|have|includes?|undertake|following|that|to [a-z]+)\b|\b(?:Date|Place)\b", re.IGNORECASE
)
JOINTLY = re.compile(r"\b(?:part(?:y|ies)|sides?|signator(?:y|ies))\b", re.IGNORECASE)
_VERB_TO_COME = re.compile(rf"(?:\bto|\b(?:{DUTY})|\bnot)\s*:?\s*$", re.IGNORECASE)
_TWICE = re.compile(
    r"\b(?:(?:one|two|three|four|five|six|seven|eight|nine) hundred (?:and )?)?[a-z]+(?:-[a-z]+)? \((\d{1,4})\)", re.IGNORECASE
)
_BINDS = re.compile(r"\b(?:shall|will|must)\b", re.IGNORECASE)
_OPEN = re.compile(rf"\b(?:{DUTY}|following|to|from|not)$", re.IGNORECASE)
_TIMETABLE = re.compile(r"^(?:implementation )?(?:time ?table|calendar|time ?line|implementation schedule)\b", re.IGNORECASE)
_NO_LEAVE = re.compile(r"^((?:[^,]*, )?(?:neither|no|none|nobody)\b[^,;.]{0,60}?) (?:may|can)\b", re.IGNORECASE)
MAY_UP_TO = re.compile(
    r"\bmay(?= (?:deploy|station|keep|maintain|retain|have|hold|field) (?:(?:no|not) more than|up to|at most|a maximum of) \w)",
    re.IGNORECASE,
)
"""The 'may' of 'may deploy no more than 400 officers': a limit on what is kept."""
_AGAIN = re.compile(r"\bre-(?=(?:deploy|open|establish|locat|settl|instat|group|position))", re.IGNORECASE)
_NOUGHT = re.compile(r"(?<=[^\W\d_])0(?=[^\W\d_])|(?<=\bn)0\b", re.IGNORECASE)
AGREED = re.compile(
    r"\b(?:agree[sd]?|accept(?:ed|s)?|decided?|concluded?|undertake|commit|declare|"
    r"pledge)\b[^.;]{0,80}\b(?:follow(?:ing|s)|below|"
    r"this)\b[^.;]{0,40}[:.]?$|"
    r"\bhave sworn\b[^.;]{0,40}[:,.]?$|\breached the following [a-z]+:?$|"
    r"\b(?:hereby|have) agreed?\b[^.;]{0,40}[:,.]?$|\babout the following[:.]?$",
    re.IGNORECASE,
)
"""The words with which the parties turn from who they are to what they promise."""
_TITLE_WORDS = 12
_SMALL_WORDS = re.compile(
    r"(?:an?|and|as|at|between|by|among|concerning|constituting|during|for|from|in|of|on|or|regarding|relating|the|through|"
    r"to|under|with)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Provision:
    """One sentence or item. `article` is its number ('2.1(a)'), `listed` whether it stands under a number or mark.

    `sentence` is what is read: with the words that lead the item, and 'thirty (30) days' as '30 days'; `day` the day
    under which it stands in a timetable ('D+15'), `own` where in `sentence` its own words begin: what leads a verb is not it;
    `implied` says that it is told as an order, to nobody by name; `led` is where the words that lead it end.
    """

    article: str | None
    says: str
    sentence: str
    phase: str | None = None
    listed: bool = False
    day: str | None = None
    own: int = 0
    implied: bool = False
    led: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """A text taken apart. `title` is one line; `head` is what stands before the first provision, `close` what closes.

    `named` is the title as names are looked for in it: of one in capitals, with small letters where names have them.
    """

    title: str
    named: str
    head: str
    provisions: tuple[Provision, ...]
    close: str


def layout(text: str) -> Layout:
    """The layout of a text, whatever it is; an empty one has no provisions."""
    found = titled(list(blocks(text)))
    whole_kind = "number" if any(b.kind == "article" for b in found) else "article"
    found = [replace(b, kind=whole_kind) if b.kind == "ordinal" else b for b in found]
    numbered = any(b.kind is not None for b in found)
    first = _first(found) if numbered else 0
    last, again = _closing(found, first)
    head = found[:first]
    provisions = [
        *_recited(head),
        *_provisions(found[first:last], numbered),
        *_provisions(found[again:], numbered),
    ]
    words = "\n".join(b.words for b in found[last:again])
    title, whole = _title(found), "\n".join(b.words for b in found)
    return Layout(title, _lowered(title, whole), "\n".join(_lowered(b.words, whole) for b in head), tuple(provisions), words)


def _lowered(words: str, whole: str) -> str:
    """A line in capitals as the text writes its words elsewhere, else as names are written; other lines as they are."""
    if not words.isupper() or len(words.split()) < 3:
        return words
    others = [line for line in whole.splitlines() if not line.isupper()]
    body = "\n".join(others)

    def one(found: re.Match[str]) -> str:
        word = found[0]
        if re.search(rf"\b{re.escape(word)}\b", body):
            return word
        if _SMALL_WORDS.match(word):
            return word.lower()
        return word[:1] + word[1:].lower()

    return re.sub(r"[^\W\d_](?:[\w'’])*", one, words)


def _first(found: list[Block]) -> int:
    """Where the provisions begin: at the first label, but not at one of the parties listed before they agree."""
    start = next(n for n, b in enumerate(found) if b.kind is not None)
    agreed = next((n for n, b in enumerate(found) if AGREED.search(b.words)), -1)
    if agreed > start and not any(b.kind and _BINDS.search(b.words) for b in found[start:agreed]):
        return next((n for n in range(agreed, len(found)) if found[n].kind is not None), agreed)
    return start


def _closing(found: list[Block], first: int) -> tuple[int, int]:
    """Where the closing begins and where an annex behind it does: closing words behind which nothing is numbered."""
    for n in range(first, len(found)):
        if found[n].kind is None and CLOSING.match(found[n].words):
            again = next((k for k in range(n, len(found)) if _annexed(found[k])), len(found))
            closes = found[n:again]
            if not any(b.kind in {"article", "number", "letter", "day"} for b in closes) and not _binds(closes):
                while n > first and _signs(found[n - 1]):
                    n -= 1
                return n, again
    return len(found), len(found)


def _annexed(block: Block) -> bool:
    """A heading behind the signatures under which provisions stand."""
    heads = block.kind is None and len(block.words.split()) <= HEADING_WORDS and bool(_TIMETABLE.search(block.words))
    return block.kind in {"annex", "day"} or heads


def _signs(block: Block) -> bool:
    """A line of names ('Col. T. Asel'): short, each word a name or a rank."""
    words = block.words.split()
    return block.kind is None and len(words) <= 5 and all(w[:1].isupper() for w in words) and len(words) > 1


def _binds(closes: list[Block]) -> bool:
    """Whether a duty is still laid on somebody in several of these paragraphs or sentences: then they close nothing."""
    return len(_BINDS.findall(" ".join(b.words for b in closes))) >= _DUTIES


def _title(found: list[Block]) -> str:
    """The first line; a first line that only says what it is ('AGREEMENT') goes on with those below it."""
    if not found:
        return ""
    words = found[0].words
    if words.endswith(".") and len(words.split()) > _TITLE_WORDS:
        return " ".join(words.split()[:_TITLE_WORDS]).rstrip(",;.") + " …"
    for block in found[1:4]:
        if block.kind is None and (len(words.split()) < 3 or block.words[:1].islower() or words.endswith((" and", " of"))):
            words += " " + block.words
        else:
            break
    return words.strip(" #*_")


def _recited(head: list[Block]) -> Iterator[Provision]:
    """Sentences before the first number: of no article; recitals ('Recognising …', 'We, …') promise nothing."""
    for block in head[1:] if len(head) > 1 else head:
        if re.match(r"(?:we,|\w+ing\b|have (?:agreed|stated)|the parties have)", block.words, re.IGNORECASE):
            continue
        for says in _sentences(block.words):
            if says.endswith((".", "!")):
                yield Provision(None, says, _TWICE.sub(r"\1", says))


def _provisions(found: list[Block], numbered: bool) -> Iterator[Provision]:
    article = number = letter = None
    phase: str | None = None
    lead, of_article, of_number = "", False, ""
    for n, block in enumerate(found):
        if block.kind == "phase":
            phase, article, number, letter, lead = block.label, None, None, None, ""
            continue
        if block.kind in {"article", "annex"}:
            article, number, letter, lead = block.label, None, None, ""
        elif block.kind == "number":
            number, letter = block.label, None
            lead = lead if of_article or (of_number and number.startswith(f"{of_number}.")) else ""
        elif block.kind == "letter":
            letter = block.label
        elif block.kind == "day":
            number, letter, lead = block.label, None, ""
        elif block.kind == "stage":
            letter = block.label.split("|")[0]
        elif block.kind is None and letter is not None:
            letter, lead = None, ""
        if not block.words or _is_heading(block, found[n + 1 : n + 2], found[n - 1 : n] if n else []):
            phase = None if block.kind is None and _AFTER_PHASES.match(block.words) else phase
            continue
        key = _key(article, number, letter)
        listed = key is not None or block.kind in {"bullet", "stage"}
        if _leads(block, found[n + 1 : n + 2]):
            *whole, lead = _sentences(block.words)
            of_article = block.kind in {"article", "annex"}
            of_number = block.label if block.kind == "number" else ""
            yield from (Provision(key, s, _readable(s), phase, listed) for s in whole)
            continue
        led = (
            lead
            if block.kind in {"letter", "bullet", "stage"} or (block.kind == "number" and block.words[:1].islower())
            else ""
        )
        day = block.label if block.kind == "day" else block.label.partition("|")[2] or None
        for k, says in enumerate(_sentences(block.words)):
            read = _together(led, says) if k == 0 else says
            begins = led.rstrip(": ").strip()
            head = len(_readable(begins)) if begins and read.startswith(begins) else 0
            own = head if _VERB_TO_COME.search(led) else 0
            order = as_duty(read) if listed else read
            for one in _kept_from(order):
                stage = block.label.split("|")[0] if block.kind == "stage" else phase
                yield Provision(key, says, _readable(one), stage, listed, day, own, order != read, head)
        if not numbered or block.kind is None:
            lead = ""


_AFTER_PHASES = re.compile(r"(?:general|final|common|other|closing|miscellaneous|concluding)\b", re.IGNORECASE)
"""A heading under which nothing belongs to a phase any more."""


def _leads(block: Block, after: list[Block]) -> bool:
    """Words that are finished by the items below them: 'The Front shall:', 'The Front undertakes'."""
    if not after or after[0].kind not in {"letter", "bullet", "number", "stage"}:
        return False
    unfinished = not block.words.endswith((".", ";", "!", "?", ",")) and bool(_OPEN.search(block.words))
    return block.words.endswith(":") or (unfinished and after[0].kind != "number")


def _readable(words: str) -> str:
    """What is read of words: a number told twice once, a scan's nought as an o, 'neither side may' as 'shall', and so 'may
    deploy no more than'."""
    words = MAY_UP_TO.sub("shall", words)
    return _NO_LEAVE.sub(r"\1 shall", _NOUGHT.sub("o", _TWICE.sub(r"\1", _AGAIN.sub("re", words))))


def _key(article: str | None, number: str | None, letter: str | None) -> str | None:
    if article and number and not number.startswith(f"{article}.") and number != article:
        number = f"{article}.{number}"
    key = number or article
    return f"{key or ''}({letter})" if letter else key


def _is_heading(block: Block, after: list[Block], before: list[Block]) -> bool:
    """A short line without a full stop, under an article's number alone or over items of its own; one in capitals."""
    words = block.words
    if words.endswith(":") and _is_headline(block, after):
        return True
    if words.endswith((".", ";", ":", ",")) or len(words.split()) > HEADING_WORDS or _OPEN.search(words):
        return False
    if (
        block.kind is None
        and before
        and _above(after)
        and (words[:1].isupper() or words[:1].isdigit())
        and not _SAYS.search(words)
    ):
        return True
    if words.isupper() and after and block.kind != "bullet" and len(words) > 3:
        return True
    if block.kind is None:
        return bool(before) and before[0].kind in {"article", "annex", "number", "phase"} and not before[0].words
    below = after[0].kind if after else None
    deeper = {
        "article": ("number", "letter", "bullet", "article", "day", None),
        "annex": ("number", "letter", "bullet", "article", "day", None),
        "number": ("letter", "bullet"),
    }.get(block.kind, ())
    return (bool(after) and below in deeper and not (below == "article" and _BINDS.search(words))) or (
        block.kind == "number" and bool(after) and after[0].label.startswith(f"{block.label}.")
    )


def _is_headline(block: Block, after: list[Block]) -> bool:
    """'Prisoner exchange:' over paragraphs of its own; 'The Front shall:' and 'Both sides agree:' lead their items."""
    words = block.words
    if block.kind is None or not after or len(words.split()) > HEADING_WORDS or _SAYS.search(words) or _TO_COME.search(words):
        return False
    return after[0].words[:1].isupper() and not JOINTLY.search(words) and not AGREED.search(words)


def _above(after: list[Block]) -> bool:
    """Whether a numbered provision follows."""
    return bool(after) and after[0].kind in {"number", "article", "phase", "annex"}


_KEPT_FROM = re.compile(
    r"(?P<lead>.*\b(?:refrains?|abstains?|desists?) from) (?P<items>[^.;:]+?,[^.;:]+ and [^.;:]+)\.?$",
    re.IGNORECASE | re.DOTALL,
)
_ITEM = re.compile(
    r"(?:(?:any|all|the|further|new|acts? of|every) )*[a-z-]+(?:ing|tion|sion|ment|ments|fare|attacks?|acts?|use|propaganda|"
    r"transfers?|supply|purchases?|arrests?)\b|(?:any|all) |[a-z]+ing\b",
    re.IGNORECASE,
)


def _kept_from(words: str) -> list[str]:
    """'Shall refrain from A, B and C' as a sentence for each; other words as they are."""
    found = _KEPT_FROM.match(words)
    items = re.split(r",\s+(?:and\s+|or\s+)?|\s+and\s+", found["items"]) if found else []
    if found is None or len(items) < 3 or not all(_ITEM.match(i) for i in items[:-1]):
        return [words]
    return [f"{found['lead']} {re.sub(r'^(?=[a-z]+ing of )', 'the ', item)}." for item in items]


def _sentences(words: str) -> list[str]:
    return [words[a:b].strip() for a, b in sentences_within(words, 0, len(words)) if words[a:b].strip()]


_WHERE = re.compile(r"(from|in|to|at|into|out of)\b")
_FOLLOWS = re.compile(r",? (?:as follows|in the following (?:order|way|manner|phases|stages|steps))$", re.IGNORECASE)


def _together(lead: str, item: str) -> str:
    """The lead and its item as one sentence: 'X undertakes:' with 'to leave Y;' is 'X undertakes to leave Y.'"""
    plain = _ENDS.sub("", item)
    lead = lead.rstrip(": ").strip()
    kept = forbidden(lead, plain) if _TO_COME.search(lead) or _SUCH_AS.search(lead) else None
    if kept:
        return f"{kept}."
    if not lead or (item[:1].isupper() and _OWES.match(item)):
        return item
    if not _TO_COME.search(lead):
        return f"{lead} {plain[:1].lower() + plain[1:] if plain[1:2].islower() else plain}."
    owes = _OWES.match(lead)
    if (there := _WHERE.match(plain)) is not None and (core := _FOLLOWS.sub("", lead)) != lead:
        return f"{re.sub(rf' {there[1]} [A-Z][^,;]*$', '', core)} {plain}."  # 'redeploy from X as follows:' 'from Y'
    if owes and plain[:1].islower():
        return f"{owes['who']} shall {plain.removeprefix('to ')}."
    return item
