"""Markdown to the text that a reader sees.

Invariant: words are neither added nor lost; only marks go. Raw HTML in it stays text.
"""

from __future__ import annotations

import re

_FENCE = re.compile(r"^(?:```|~~~).*$", re.M)
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(\S[^\n]{0,400}?)[ \t]{0,9}#{0,9}[ \t]{0,9}$", re.M)
_UNDERLINE = re.compile(r"^(?=[^\n]*[^\s=-])([^\n]+)\n {0,3}(?:=+|-{3,})[ \t]*$", re.M)
_RULE = re.compile(r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$", re.M)
_QUOTE = re.compile(r"^ {0,3}(?:> ?)+", re.M)
_IMAGE = re.compile(r"!\[([^\[\]\n]{0,500})\]\([^()\n]{0,2000}\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,500})\]\([^()\n]{0,2000}\)")
_AUTOLINK = re.compile(r"<(https?://[^>\s]{1,2000})>")
_STRONG = re.compile(r"(?:\*\*(?=\S)([^*\n]{1,2000})(?<=\S)\*\*|__(?=\S)([^_\n]{1,2000})(?<=\S)__)")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^\n*_]{0,1000}[^\s*_]|[^\s*_])\1(?![\w*])")
_CODE = re.compile(r"`([^`\n]{1,1000})`")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>|~])")


def plain(text: str) -> str:
    """The text of a Markdown document with headings, emphasis, links and quotation bars as plain words."""
    for pattern, put in (
        (_FENCE, ""),
        (_HEADING, r"\n\1\n"),
        (_UNDERLINE, r"\n\1\n"),
        (_RULE, ""),
        (_QUOTE, ""),
        (_IMAGE, r"\1"),
        (_LINK, r"\1"),
        (_AUTOLINK, r"\1"),
        (_EMPHASIS, r"\2"),
        (_STRONG, r"\1\2"),
        (_CODE, r"\1"),
        (_ESCAPE, r"\1"),
    ):
        text = pattern.sub(put, text)
    return text
