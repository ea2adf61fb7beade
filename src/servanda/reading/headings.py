"""Headings inside a text: 'II. Implementation of the accord', 'Withdrawal of forces' above the paragraphs about it, and
'2. Withdrawal. The last men left on Monday' at the head of one.

Invariant: only words without a verb, a number or an author, above prose and without an end mark, or at the head of a
paragraph that goes on, are one; it names what is told of, and tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from servanda.reading.sentences import Sentence

_LABEL = re.compile(r"\(?(?:(?P<number>\d{1,2}(?:\.\d{1,2})*)|(?P<letter>[A-Z]|[IVX]{1,5}|[a-z]|[ivx]{2,4}))[.)]\s+")
_LABELLED = re.compile(
    r"(?:(?:daily|weekly|monthly|situation|special|press|field|joint)\s+)?(?:bulletin|update|report|explainer|explained|analysis|q\s?&\s?a|timeline"
    r"|chronology|background|factbox|fact\s?sheet|briefing|brief|interview|opinion|comment|commentary|profile|podcast|video|watch|map|statement"
    r"|communiqu[eé]|note|press\s+release|agenda|minutes|annex)(?:\s+(?:no\.?\s*)?[\d/-]+)?\s*[:–—|-]\s",
    re.IGNORECASE,
)
"""'Bulletin 14: demining of the road': what it is about."""
_TELLS = re.compile(r"\d|\b(?:by|says?|said)\b|[.!?…:;\"”»]$", re.IGNORECASE)
_LONGEST = 12  # a heading has no more words
_SHORT = 3  # nor, without a number at the head of a paragraph, than so many


def heads_section(text: str, sentences: Sequence[Sentence], sentence: Sentence) -> bool:
    """Whether a sentence without a verb is the heading of the paragraph that follows."""
    if sentence.segment == "comment":
        return False
    if sentence.segment == "headline" and _LABELLED.match(text, sentence.start, sentence.end):
        return True
    if _opens_paragraph(text, sentences, sentence):
        return True
    if not _alone(text, sentences, sentence):
        return False
    words = text[sentence.start : sentence.end]
    label = _LABEL.match(words)
    rest = words[label.end() :] if label else words
    if _TELLS.search(rest) or len(rest.split()) > _LONGEST or not rest[:1].isupper():
        return False
    if label is None and (sentence.index == 0 or sentence.segment == "headline"):
        return False
    below = sentences[sentence.index + 1]
    if not text[below.start : below.end].rstrip("\"”»'’)").endswith((".", "!", "?", ":")):
        return False
    listed = _LABEL.match(text, below.start)
    return label is None or label["letter"] is not None or listed is None


def _opens_paragraph(text: str, sentences: Sequence[Sentence], sentence: Sentence) -> bool:
    """'2. Withdrawal. The last men left', 'Ceasefire violations. None were recorded': with a number, or a word or three."""
    k = sentence.index
    if k + 1 >= len(sentences) or sentences[k + 1].paragraph != sentence.paragraph or sentence.segment == "headline":
        return False
    if k and sentences[k - 1].paragraph == sentence.paragraph:
        return False
    words = text[sentence.start : sentence.end]
    label = _LABEL.match(words)
    rest = words[label.end() :] if label else words
    if not rest[:1].isupper() or not rest.endswith(".") or _TELLS.search(rest[:-1]):
        return False
    return len(rest.split()) <= (_LONGEST if label else _SHORT)


def _alone(text: str, sentences: Sequence[Sentence], sentence: Sentence) -> bool:
    """Whether it is a paragraph of its own, with nothing before it on its line and another paragraph below."""
    k = sentence.index
    if k + 1 >= len(sentences) or sentences[k + 1].paragraph == sentence.paragraph or sentences[k + 1].segment == "comment":
        return False
    if k and sentences[k - 1].paragraph == sentence.paragraph:
        return False
    return not text[text.rfind("\n", 0, sentence.start) + 1 : sentence.start].strip(" \t#*_")


__all__ = ["heads_section"]
