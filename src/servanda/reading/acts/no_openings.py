"""Words that look as if a noun phrase began with them, and none does: 'except that X fired', '3. Withdrawal'.

Invariant: a function looks at a word and those beside it, and at no phrase.
"""

from __future__ import annotations

from servanda.reading.parser.parsed import Token


def opens_clause(token: Token) -> bool:
    """The 'that' of 'except that X fired', tagged as if it stood before a noun."""
    if token.lower_ != "that" or token.pos_ != "DET" or not token.i:
        return False
    doc = token.doc
    following = doc[token.i + 1] if token.i + 1 < len(doc) else None
    return (
        following is not None
        and (following.pos_ == "PROPN" or following.lower_.endswith("s"))
        and doc[token.i - 1].lower_ in {"except", "save", "but"}
    )


def labels(token: Token) -> bool:
    """The number at the head of an item of a list: '3.', 'b)', 'ii.'."""
    doc = token.doc
    if len(doc) < 3 or doc[1].text not in {".", ")"}:
        return False
    word = token.lower_
    return word.isdigit() or len(word) == 1 or not set(word) - set("ivx")
