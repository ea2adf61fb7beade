"""What kind of speaker a description shows: a monitor, an outlet, an official named or not, a witness, an expert.

Invariant: nothing is an official that the text does not show as one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from servanda.reading.attribution.context import Context
from servanda.reading.attribution.cues import (
    agency_pattern,
    any_of,
    bare_source_pattern,
    bodies_pattern,
    kind_pattern,
    kind_words,
    official_pattern,
    words,
)
from servanda.reading.attribution.described import without_description
from servanda.reading.claim import SpeakerKind
from servanda.reading.names.mention import Mention

_INDEFINITE = re.compile(r"(?:^|\s)(?:an?|some|several|many|two|three|four|one|unnamed|anonymous|unidentified)\s", re.I)
INSIDE = re.compile(
    r"(?:\b(?:[Oo]f|[Ii]n|[Ff]rom|[Aa]t|[Ff]or|[Nn]ear|[Ww]ith|[Ww]ithin|[Aa]mong|[Tt]o|[Oo]n|[Bb]y|[Ii]nside|[Oo]utside|[Aa]round)"
    r"|(?<=[a-z]\s)(?:supporting|backing|representing|besieging|opposing))"
    r"\s+(?:the\s+)?(?:(?!(?:the|an?|its?|his|her|their|our)\s)[a-z][a-z-]*\s+){0,2}$"
)


def first_of_joined(context: Context, last: Mention) -> int:
    """Where the first of names joined by 'and' begins: 'the army for PLACE and PLACE' is headed by neither."""
    start, text = last.start, context.text
    for m in reversed(context.within(max(0, start - 80), start)):
        if m.kind != last.kind or re.fullmatch(r",?\s+and\s+(?:the\s+)?|,\s+", text[m.end : start]) is None:
            break
        start = m.start
    return start


def is_inside(context: Context, floor: int, last: Mention) -> bool:
    """Whether a name stands within a phrase and does not head it: 'a mission in Dolan', 'the commander of Norland
    peacekeepers', 'a spokesman in New Dolan' of which only 'Dolan' is taken for a name."""
    before = context.text[max(floor, last.start - 50) : first_of_joined(context, last)]
    if INSIDE.search(before):
        return True
    common = last.text.islower() or (last.how == "guessed" and last.kind != "person")
    return common and _INSIDE_NAMED.search(before) is not None


_INSIDE_NAMED = re.compile(r"[a-z]\s+(?:of|in|at|from|for)\s+(?:the\s+)?(?:[A-Z][\w-]*\s+){1,2}$")


def proper_name(mention: Mention) -> str | None:
    """The person's own name in a mention ('Defence Minister NAME' gives NAME); None where there is none."""
    if mention.kind != "person":
        return None
    if mention.office is None:
        return mention.text
    at = mention.text.find(mention.office)
    tail = mention.text[at + len(mention.office) :].strip(" .\n") if at >= 0 else mention.text
    return tail if at < 0 or tail[:1].isupper() else None


_THEN = re.compile(r"^(?:[\w-]+\s+){1,3}?(?:later|earlier|before|after(?:wards)?)\s+(?=[A-Z]|the\s)")
"""'A day later X said'."""


def tidy(words: str) -> str:
    """A speaker's name without an article, a number of its paragraph or a time before it, and gaps."""
    plain = _THEN.sub("", re.sub(r"\s+", " ", words).strip(" ,"))
    return re.sub(r"^(?:\d+(?:/\d+|[.)])\s+)?(?:the|an?)\s|^\d+(?:/\d+|[.)])\s+", "", plain, flags=re.IGNORECASE)


def kind_of(context: Context, words: str, inside: Sequence[Mention]) -> SpeakerKind:
    """The kind of speaker that a description shows."""
    actor = next((m for m in inside if m.kind in ("actor", "person", "group")), None)
    if actor is not None and actor.id:
        words = without_description(words)
    if any(m.id in context.monitors for m in inside if m.id):
        return "monitor"
    if _HELD.search(words):
        return "witness"  # who is held, or has gone over, speaks for no side
    if any(m.id and m.kind in ("actor", "group") and _OWN_CHANNEL.match(context.text, m.end) for m in inside):
        return "named-official"  # 'a post on the Front's Telegram channel'
    if _outlet_name().search(words) is not None and not any(m.office and m.id for m in inside):
        return "outlet"
    found = [m for m in kind_pattern().finditer(words) if not _MEDIA_WING.match(words, m.start())]
    shown = [kind_words()[re.sub(r"\s+", " ", m.group().lower())] for m in found]
    if "monitor" in shown:
        return "expert" if "expert" in shown else "monitor"  # 'the X Observatory for Y monitoring group'
    agency = agency_pattern().search(words)
    if (agency and not INSIDE.search(words[: agency.start()])) or "outlet" in shown:
        return "outlet" if not any(m.office and m.id for m in inside) else "named-official"
    if any(m.kind == "person" and m.office and proper_name(m) is not None for m in inside):
        return "expert" if "expert" in shown and actor is not None and actor.id is None else "named-official"
    if "witness" in shown and re.search(r"\sand\s", words):
        return "witness"
    if "expert" in shown or "witness" in shown:
        plain = kind_pattern().sub(" ", words)
        if not (actor is not None and actor.id and official_pattern().search(plain)):
            return "expert" if "expert" in shown else "witness"
    if bare_source_pattern().search(words) and not (actor and actor.id) and not official_pattern().search(words):
        return "unknown"  # 'sources', 'local sources': nothing shows an office
    if any(m.id and m.how == "alias" and m.kind == "actor" and _is_all(words, m) for m in inside):
        return "named-official"  # 'the former rebels', whom the case calls so: a party speaks for itself
    if "unnamed-official" in shown and not _named_person(words, inside) and not _body_heads(words):
        return "unnamed-official"
    named = any(m.kind == "person" and words.startswith(f"{m.text}, ") and proper_name(m) is not None for m in inside)
    state = actor is not None and actor.kind == "actor" and actor.how in ("alias", "demonym", "variant")
    if actor is not None and (actor.id or actor.office or state) and actor.how != "guessed":
        if actor.kind == "group" and not actor.office and actor.id is None:
            return "unknown"
        return (
            "unnamed-official"
            if actor.kind == "person" and _INDEFINITE.search(words) and not speaks(words) and not named
            else "named-official"
        )
    if official_pattern().search(words) or bodies_pattern().fullmatch(tidy(words)):
        return "unnamed-official" if _INDEFINITE.search(words) and not speaks(words) and not named else "named-official"
    return "unknown"


def _is_all(words: str, mention: Mention) -> bool:
    """Whether a speaker's words are one name, an article before it or not."""
    return words.strip().lower().removeprefix("the").strip() == mention.text.lower()


_MEDIA_WING = re.compile(
    r"(?:media|press|news|information)\s+(?:wing|office|arm|cent(?:re|er)|department|bureau|cell|unit)\b", re.IGNORECASE
)
"""'The Front's media wing' is the Front, and no outlet."""


_HELD = re.compile(
    r"\b(?:captured|detained|captive|imprisoned|jailed)\s+(?:[\w-]+\s+){0,2}"
    r"(?:soldiers?|fighters?|officers?|troops|militiam[ae]n|rebels?|commanders?|pilots?)\b|\b(?:deserters?|defectors?)\b"
    r"|\bwho\s+(?:(?:has|have|had)\s+)?(?:defected|deserted|switched\s+sides)\b"
    r"|\b(?:soldiers?|fighters?|officers?|troops|militiam[ae]n|rebels?|commanders?|pilots?|men|man)\s+(?:who\s+(?:was|were)\s+)?"
    r"(?:captured|detained|held|taken\s+prisoner|imprisoned|jailed)\b",
    re.IGNORECASE,
)
_OWN_CHANNEL = re.compile(
    r"['’]s?\s+(?:(?:own|official|verified|public)\s+)*(?:(?:telegram|facebook|twitter|x|youtube|whatsapp|social\s+media|web)\s+)?"
    r"(?:web\s?sites?|sites?|pages?|accounts?|channels?|feeds?|handles?|media\s+(?:arm|wing|office|cent(?:re|er)))\b",
    re.IGNORECASE,
)
"""What a side publishes by itself is its word; a state's television is an outlet that speaks for it (`mouthpieces.py`)."""


@cache
def _outlet_name() -> re.Pattern[str]:
    """'State-run NAME', 'NAME TV', 'the NAME Herald'."""
    heads = any_of(words("outlet_heads"))
    named = rf"(?:[A-Z][\w.'’-]*\s+){{1,3}}(?:{heads})$"
    return re.compile(rf"^(?:the\s+)?(?:[Ss]tate-(?:run|owned)\s+[A-Z]|{named})|^(?:[A-Z]+TV|TV[A-Z\d]+)$")


def _body_heads(words: str) -> bool:
    """Whether the head of the phrase is an office or a body ('the prosecutor general's office')."""
    head = re.split(r"\s(?:of|in|from|at|for|with|within|among|close|near)\s|,", words, maxsplit=1)[0]
    official = [m.end() for m in official_pattern().finditer(head)]
    unnamed = [m.end() for m in kind_pattern().finditer(head)]
    if re.search(r"\bchief\b", head) and not _INDEFINITE.search(words):
        return True
    return bool(official) and (not unnamed or official[-1] > unnamed[-1])


def speaks(words: str) -> bool:
    """A spokesperson, named or not, speaks for the body."""
    return re.search(r"\bspokes(?:man|woman|person|men|people)\b", words, re.IGNORECASE) is not None


def _named_person(words: str, inside: Sequence[Mention]) -> bool:
    """Whether a proper name of a person stands in the words."""
    return any(proper_name(m) is not None for m in inside)
