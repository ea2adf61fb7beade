"""A text as it was before a page broke it: words hyphenated at line ends made whole, numbers of pages taken out.

Invariant: a text that was not broken so (fewer than three hyphens at line ends) comes back as it is.
"""

from __future__ import annotations

import re

_BROKEN = re.compile(r"([^\W\d_]{2,})[-‐¬]\s*\n\s*([^\W\d_]+)")
_PAGE = re.compile(r"^[ \t]*(?:[-–—][ \t]*)?(?:page[ \t]+)?\d{1,3}(?:[ \t]*[-–—])?[ \t]*$\n?", re.IGNORECASE | re.MULTILINE)
_MISREAD = re.compile(r"\b(article|art\.|section)\s+([lI])(?=[.):\s])", re.IGNORECASE)
_SIGNS = re.compile(r"[^\W\d_a-z][^:.;]{1,60}: ?[^:;]{2,60}$")
_LEAST = 3


def unbroken(text: str) -> str:
    """The text with its words made whole, and the lines of a paragraph joined where a scan cut them."""
    if len(_BROKEN.findall(text)) < _LEAST:
        return text
    whole = {w.casefold() for w in re.findall(r"[^\W\d_]+-[^\W\d_]+(?=[ ,.;])", text)}

    def joined(found: re.Match[str]) -> str:
        first, second = found[1], found[2]
        return f"{first}-{second}" if f"{first}-{second}".casefold() in whole else first + second

    kept = _PAGE.sub("", text)
    while (made := _BROKEN.sub(joined, kept)) != kept:
        kept = made
    kept = _MISREAD.sub(lambda m: f"{m[1]} 1", kept)
    paragraphs = [_joined(p) for p in re.split(r"\n\s*\n", kept)]
    return "\n\n".join(p for p in paragraphs if p) + "\n"


def _joined(paragraph: str) -> str:
    """The paragraph on one line; lines that each say who signs for whom ('Beni Harut: Salem') stay lines."""
    lines = [" ".join(line.split()) for line in paragraph.splitlines() if line.strip()]
    return ("\n" if len(lines) > 1 and all(_SIGNS.match(line) for line in lines) else " ").join(lines)
