"""The English of a text that stands in two languages side by side, or one below the other.

Invariant: a text of which only a few lines are in another language comes back as it is; what is taken out is counted, and
the draft says so.
"""

from __future__ import annotations

import re

from servanda.reports.languages import english_share

_PAIR = re.compile(r"\s+[/|]\s+")
_SURE = re.compile(r"\b(?:the|shall|this|and|within)\b", re.IGNORECASE)
_WORDS = 5
_FOREIGN = 0.12
_LINES = 3
_SHARE = 0.2


def english(text: str) -> tuple[str, int]:
    """The text without its lines in another language, and how many those were; a pair 'A / B' keeps its English side."""
    lines = text.splitlines()
    long = [line for line in lines if len(_words(line)) >= _WORDS and not _PAIR.search(line)]
    foreign = [line for line in long if _is_foreign(line)]
    if len(foreign) < _LINES or not _SHARE <= len(foreign) / len(long) <= 1 - _SHARE:
        return text, 0
    second = _english_second(lines)
    out, left = [], 0
    for line in lines:
        if _PAIR.search(line):
            out.append(_side(line, second))
        elif len(_words(line)) >= _WORDS and _is_foreign(line):
            left += 1
        else:
            out.append(line)
    return "\n".join(out) + "\n", left


def _is_foreign(line: str) -> bool:
    return english_share(line) < _FOREIGN and not _SURE.search(line)


def _words(line: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", line)


def _english_second(lines: list[str]) -> bool:
    """Whether the English stands behind the stroke in most pairs."""
    behind = 0
    for line in lines:
        first, *rest = _PAIR.split(line)
        if rest:
            behind += (english_share(rest[-1]) > english_share(first)) - (english_share(rest[-1]) < english_share(first))
    return behind >= 0


def _side(line: str, second: bool) -> str:
    first, *rest = _PAIR.split(line)
    if english_share(rest[-1]) == english_share(first):
        return rest[-1] if second else first
    return rest[-1] if english_share(rest[-1]) > english_share(first) else first
