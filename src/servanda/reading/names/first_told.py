"""Bodies and people whom a sentence begins with, and who go on as 'it' or 'they': 'The council welcomed X. But it condemned …'.

Invariant: only words that stand first in their sentence and before a verb are taken.
"""

from __future__ import annotations

import re

_OPENS = re.compile(r"\W*(?:(?:But|And|However|Meanwhile|Yet|Still|Instead|Nevertheless),? ?)?")
_LEAD = r"\W*(?:(?:But|And|However|Meanwhile),? )?"
_GOES_ON = (
    r"(?: in (?:a|an|its|their) (?:\w+ )?(?:statement|report|resolution|letter|briefing|communiqu[eé]|declaration))?"
    r" (?!of\b|in\b|for\b|on\b|from\b|and\b)\w"
)
_BODY = re.compile(
    rf"{_LEAD}(?P<who>(?:[Tt]he|[Aa]n?) (?:[\w.'’-]+ ){{0,3}}?(?:[Cc]ouncil|[Cc]ommittee|[Cc]ommission|[Cc]ourt|[Aa]ssembly"
    rf"|bloc|panel|[Pp]arliament|[Aa]gency|[Ss]ecretariat|[Tt]ribunal|board|bureau)){_GOES_ON}"
)
_PEOPLE = re.compile(
    rf"{_LEAD}(?P<who>(?:(?:[Tt]he|[Ss]ome|[Tt]wo|[Ss]everal|[Mm]any) )?(?:[\w.'’-]+ ){{0,3}}?(?:[Oo]fficials"
    r"|[Dd]iplomats|[Oo]bservers|[Mm]onitors|[Mm]ediators|[Nn]egotiators|[Ee]nvoys|[Mm]inisters|[Aa]nalysts|[Rr]eporters|[Jj]ournalists|[Rr]esidents"
    rf"|[Vv]illagers|[Ww]itnesses|[Aa]ctivists|[Ll]awmakers|[Aa]mbassadors|[Rr]elatives)){_GOES_ON}"
)


def first_told(text: str, here: int, before: int, at: int, *, several: bool) -> tuple[int, int] | None:
    """Whom the pronoun at `at` takes up: of the sentence before (from `before` on) where it opens its own (at `here`),
    of its own where it stands behind 'and'."""
    opens = _OPENS.fullmatch(text, here, at) is not None
    if not opens and not text[:at].rstrip().endswith((" and", " but")):
        return None
    told = (_PEOPLE if several else _BODY).match(text, before if opens else here, at)
    return told.span("who") if told is not None else None
