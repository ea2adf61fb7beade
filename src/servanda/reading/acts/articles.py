"""Numbered parts of papers: the article of 'broke Article 2'.

Invariant: a number that the agreement does not have is one of it only where the text speaks of an agreement.
"""

from __future__ import annotations

import re

from servanda.agreement.model import Agreement

_ARTICLE = re.compile(
    r"\b(?:Article|Point|Paragraph|Clause|Section|Annex|article|point|paragraph|clause|section)\s+(\d{1,3}(?:\.\d+)?|[IVX]{1,5})\b"
)
_PAPERS = re.compile(
    r"\b(?:agreement|accord|truce|cease-?fire|deal|pact|treaty|armistice|memorandum|protocol|settlement|declaration|statement"
    r"|arrangement|roadmap|plan|resolution|cessation)s?\b",
    re.IGNORECASE,
)


def article_in(words: str) -> str | None:
    """The number of the article that the words name: '2' of 'Article 2'."""
    found = _ARTICLE.search(words)
    return found.group(1) if found else None


def is_of_another_paper(text: str, agreement: Agreement | None, article: str) -> bool:
    """Whether 'violated Article 370' may be about any paper: the text names none, and the agreement numbers its articles
    and has no such one."""
    numbered = [t.article for t in agreement.terms.values() if t.article] if agreement is not None else []
    listed = any(a == article or a.startswith(f"{article}.") for a in numbered)
    return bool(numbered) and not listed and _PAPERS.search(text) is None
