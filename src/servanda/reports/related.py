"""What stands within an article and tells of other stories: links to them, and the words that lead to them.

Invariant: nothing is taken that holds half of the page's words or its first heading, and of what is named like a box of
links only what consists mostly of links: an article under an odd class stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from servanda.vocabulary import vocabulary

_WORDS = vocabulary("report_words.yaml")["page"]
_NAMED = re.compile("|".join(_WORDS["related_boxes"].split()), re.I)
_LED = re.compile(rf"(?:{'|'.join(_WORDS['related_leads'])})\s*[:：|»>–—]", re.I)
_LEAD = re.compile("|".join((*_WORDS["related_leads"], *_WORDS["related_headings"])), re.I)
_BOXES = frozenset({"div", "section", "ul", "ol", "dl", "table"})
_HEADS = frozenset({"h2", "h3", "h4", "h5", "h6", "strong"})
_LISTS = frozenset({"ul", "ol"})
_LEADING = frozenset({"p", "div", "h2", "h3", "h4", "h5", "h6", "li"})
_MOSTLY = 0.5
_ALL_BUT_ALL = 0.9
_LONGEST_LEAD = 400


def drop_related(tree: HtmlElement) -> None:
    """Take out boxes and lists of links to other stories, 'Read also: …', and headings that lead to no more than those."""
    most = 0.5 * _length(tree)
    for element in list(_within(tree)):
        if not element.xpath("ancestor::body") or not _leads_away(element):
            continue
        if _length(element) < most and not element.xpath(".//h1"):
            element.drop_tree()


def _within(tree: HtmlElement) -> Iterator[HtmlElement]:
    return (e for e in tree.iter() if isinstance(e.tag, str) and e.tag in _BOXES | _LEADING)


def _leads_away(element: HtmlElement) -> bool:
    """Whether an element tells of other stories: a box named so, mostly of links; a list of links only; a line that says so."""
    if element.tag in _BOXES and _is_named(element) and _linked(element) >= _MOSTLY:
        return True
    if element.tag in _LISTS and len(element) and _linked(element) >= _ALL_BUT_ALL:
        return True
    words = _opening(element) if element.tag in _LEADING else ""
    return len(words) <= _LONGEST_LEAD and bool(_LED.match(words) or _LEAD.fullmatch(words))


def _opening(element: HtmlElement) -> str:
    """The words of an element, as far as a line that leads to another story may go, and a little more."""
    held, length = [], 0
    for text in element.itertext():
        held.append(text)
        length += len(text.strip())
        if length > _LONGEST_LEAD:
            break
    return " ".join("".join(held).split())


def _is_named(element: HtmlElement) -> bool:
    words = [*(element.get("id") or "").split(), *(element.get("class") or "").split()]
    return any(_NAMED.fullmatch(word) for word in words)


def _linked(element: HtmlElement) -> float:
    """Which share of an element's words are links, a short heading aside."""
    heads = sum(_length(child) for child in element if child.tag in _HEADS and not child.xpath(".//a"))
    whole = _length(element) - heads
    return sum(_length(a) for a in element.xpath(".//a[@href]")) / whole if whole > 0 else 0.0


def _length(element: HtmlElement) -> int:
    return len("".join(element.text_content().split()))
