"""The title of an agreement among the lines before it: what a web page shows above, and a title over several lines.

Invariant: only lines above one that names a paper are left out, and only where one of them is a page's own ('Home').
"""

from __future__ import annotations

import re
from dataclasses import replace

from servanda.drafting.blocks import Block

_PAPER = re.compile(
    r"\b(?:agreement|accord|cease-?fire|truce|armistice|memorandum|protocol|declaration|statement|treaty|pact|arrangement"
    r"|communiqu[eé]|understanding|resolution|act|convention|settlement|charter|document)\b",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"(?:home(?:page)?|menu|main menu|search|about(?: us)?|contact(?: us)?|documents|library|log ?in|sign in|subscribe|english"
    r"|skip to (?:main )?content|print|share|back(?: to .*)?|navigation|breadcrumb|download(?: pdf)?|news|topics)\W*",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"\b(?:an?|and|at|between|by|concerning|for|from|in|of|on|or|regarding|the|to|under|with)$", re.IGNORECASE
)
_LINES = 12
_SHORT = 5


def titled(found: list[Block]) -> list[Block]:
    """The blocks from the title on, the title in one block: 'Home', 'AGREEMENT ON THE CESSATION OF', 'HOSTILITIES'."""
    found = _without_page(found)
    if not found or found[0].kind is not None or not _PAPER.search(found[0].words):
        return found
    words, n = found[0].words, 1
    while n < len(found) and found[n].kind is None and _goes_on(words, found[n].words):
        words = f"{words} {found[n].words}"
        n += 1
    return [replace(found[0], words=words), *found[n:]]


def _without_page(found: list[Block]) -> list[Block]:
    """The blocks without what a page shows above the title: short lines, one of them 'Home' or 'Contact'."""
    above: list[str] = []
    for n, block in enumerate(found[:_LINES]):
        if block.kind is not None:
            return found
        if _PAPER.search(block.words) and not _PAGE.fullmatch(block.words):
            return found[n:] if any(_PAGE.fullmatch(words) for words in above) else found
        if len(block.words.split()) > _SHORT or block.words.endswith((".", ":", ",")):
            return found
        above.append(block.words)
    return found


def _goes_on(title: str, line: str) -> bool:
    """Whether a line is the rest of a title: that ends in 'of', 'the', and this one is written alike."""
    alike = title.isupper() == line.isupper()
    return alike and _UNFINISHED.search(title) is not None and not line.endswith((".", ":", ";", ","))
