"""A web page to text: title, body, readers' comments, and what the page says of itself.

Invariant: no script, style or attribute becomes text, and what the page shows as text stays text, markup characters
included; nothing is fetched.
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree, html
from lxml.html import HtmlElement

from servanda.errors import Place, ReportError
from servanda.reports.building import Content
from servanda.reports.decoding import Decoded, decode, without_surrogates
from servanda.reports.metadata import language_code
from servanda.reports.page_metadata import page_metadata
from servanda.reports.related import drop_related
from servanda.vocabulary import vocabulary

_CHARSET = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,30})|<\?xml[^>]{0,100}encoding=[\"']([A-Za-z0-9_-]{2,30})",
    re.I,
)
_WORDS = vocabulary("report_words.yaml")["page"]
_COMMENTS = re.compile("|".join(_WORDS["comment_sections"].split()), re.I)
_NO_TEXT = tuple(_WORDS["no_text"].split())
_AROUND = tuple(_WORDS["around"].split())
_BLOCKS = frozenset(_WORDS["blocks"].split())
_SMALL_PAGE = 1_500


def read_page(raw: bytes, file: str) -> Content:
    """The content of an HTML document. Raises ReportError R107, R108 (not text), R210 (no text in it), R211."""
    place = Place(file)
    found = _CHARSET.search(raw[:4096])
    declared = next((g for g in found.groups() if g), b"").decode("ascii") if found else None
    decoded = decode(raw, place, declared)
    return page_content(decoded, file)


def page_content(decoded: Decoded, file: str) -> Content:
    """The content of a decoded page. Raises ReportError R210, R211."""
    tree = _parse(decoded.text, Place(file))
    if tree is None:
        raise ReportError(
            "R210", "no text in this HTML. Save the page with its article, or its text as .txt", Place(file)
        )
    meta = page_metadata(tree)
    _drop(tree, _NO_TEXT)
    comments = _take_comments(tree)
    body = _body(tree, meta.title)
    if not body and not comments:
        raise ReportError(
            "R210", "no text in this HTML (its text may be loaded by a script). Save the text as .txt", Place(file)
        )
    stated = language_code(tree.get("lang") or "")
    extra = (
        {"encoding": decoded.encoding}
        | ({"encoding_guessed": "yes"} if decoded.guessed else {})
        | ({"page_language": stated} if stated else {})
    )
    return Content("\n\n".join(body), meta, "\n\n".join(comments), markup=True, extra=extra)


def fragment_text(text: str, place: Place) -> str:
    """The text of a piece of HTML, a paragraph for each block. Raises ReportError R211."""
    tree = _parse(f"<html><body><div>{text}</div></body></html>", place)
    if tree is None:
        return ""
    _drop(tree, _NO_TEXT)
    return "\n\n".join(_blocks(tree))


def _parse(text: str, place: Place) -> HtmlElement | None:
    """The tree of a page, None where there is none. Raises ReportError R211 where the parser gave up on its depth."""
    # An XML declaration with an encoding may not stand before decoded text.
    text = re.sub(r"\A\s*<\?xml[^>]{0,200}\?>", "", text)
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding=None)
    try:
        tree = html.fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        tree = None
    if any("depth" in entry.message for entry in parser.error_log):
        raise ReportError("R211", "its elements are nested too deep to be read whole. Save the text as .txt", place)
    return tree if isinstance(tree, HtmlElement) and isinstance(tree.tag, str) else None


def _take_comments(tree: HtmlElement) -> list[str]:
    """The paragraphs of the page's comment sections, which are taken out of the tree."""
    whole = len(tree.text_content())
    taken: list[str] = []
    gone: set[HtmlElement] = set()
    for element in list(tree.iter()):
        if (
            element in gone
            or not isinstance(element.tag, str)
            or element.tag in ("body", "html", "article", "main")
            or element.getparent() is None
        ):
            continue
        words = [*(element.get("id") or "").split(), *(element.get("class") or "").split()]
        if element.tag != "a" and any(_COMMENTS.fullmatch(word) for word in words):
            inside = element.text_content()
            if element.xpath(".//h1") or (len(inside) > 0.85 * whole and whole > 400):
                continue  # the article itself under an unlucky name
            gone.update(element.iter())
            taken += _blocks(element)
            element.drop_tree()
    return taken


def _body(tree: HtmlElement, title: str | None) -> list[str]:
    _drop(tree, _AROUND)
    drop_related(tree)
    simple = _blocks(_main(tree))
    if sum(map(len, simple)) > _SMALL_PAGE:
        extracted = _extracted(tree)
        simple = extracted or simple
    if title:  # the headline is put on top by the builder: once
        same = [i for i, block in enumerate(simple[:6]) if block.casefold() == title.casefold()]
        simple = simple[: same[0]] + simple[same[0] + 1 :] if same else simple
    return simple


def _drop(tree: HtmlElement, names: tuple[str, ...]) -> None:
    """Take elements out of the tree, but none that holds most of its text (a form around a whole page)."""
    whole = len(tree.text_content()) if "form" in names else 0
    for element in list(tree.iter(*names)):
        if element.getparent() is not None and not (whole and len(element.text_content()) > 0.5 * whole):
            element.drop_tree()


def _main(tree: HtmlElement) -> HtmlElement:
    """The smallest of article, main and body that holds the page's text."""
    for name in ("article", "main"):
        held = tree.xpath(f"//{name}")
        if len(held) == 1:
            return held[0]
    bodies = tree.xpath("//body")
    return bodies[0] if bodies else tree


def _extracted(tree: HtmlElement) -> list[str]:
    import trafilatura

    try:
        document = trafilatura.bare_extraction(tree, fast=True, include_comments=False, include_tables=True)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return []
    body = getattr(document, "body", None)
    return _blocks(body) if body is not None else []


def _blocks(element: Any) -> list[str]:
    """The text of an element, one string for each block in it; no markup, white space made single."""
    done: list[str] = []
    held: list[str] = []

    def flush() -> None:
        words = " ".join("".join(held).split())
        held.clear()
        if words:
            done.append(without_surrogates(words))

    for event, node in etree.iterwalk(element, events=("start", "end")):
        name = node.tag if isinstance(node.tag, str) else ""
        if name in _BLOCKS or (event == "start" and name in ("br", "lb")):
            flush()
        if name in ("td", "th", "cell"):
            held.append(" ")
        if event == "start" and name:
            held.append(node.text or "")
        elif event == "end" and node is not element:
            held.append(node.tail or "")
    flush()
    return done
