"""A web page to text: title, body, readers' comments, and what the page says of itself.

Invariant: no script, style or attribute becomes text, and what the page shows as text stays text, markup characters
included; nothing is fetched.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from datetime import date
from typing import Any

from lxml import etree, html
from lxml.html import HtmlElement

from servanda.errors import Place, ReportError
from servanda.reports.building import Content
from servanda.reports.decoding import Decoded, decode, without_surrogates
from servanda.reports.metadata import Metadata, clean, language_code, parse_machine_day

_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,30})|<\?xml[^>]{0,100}encoding=[\"']([A-Za-z0-9_-]{2,30})", re.I)
_COMMENTS = re.compile(
    r"(?:user-?|reader-?|article-?|post-?|fb-|facebook-)?comments?(?:-?(?:list|area|section|thread|body|content|container|wrapper|block|wrap|holder|box|"
    r"template|respond|feed|items?))?s?|commentlist|comentarios|disqus(?:_thread|-thread)?|respond|reader-?responses|livefyre|viafoura.*|coral[-_].*",
    re.I,
)
_NO_TEXT = ("head", "script", "style", "noscript", "template", "iframe", "object", "embed", "button", "select", "textarea", "svg", "math", "canvas")
_AROUND = ("nav", "aside", "footer", "form")
_BLOCKS = frozenset(
    "p div section article main header h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote pre table tr figure figcaption body head quote list item "
    "row hr address details summary".split()
)
_SMALL_PAGE = 1_500
_PUBLISHED = ("article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date",
              "dcterms.issued", "dcterms.created", "pubdate", "publishdate", "publish-date", "publication_date", "parsely-pub-date", "sailthru.date",
              "article.published", "citation_publication_date", "rnews:datepublished")  # fmt: skip
_SOURCE = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher")
_AUTHOR = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "byl")
_ARTICLE_TYPES = re.compile(r"(?:news|blog|analysis|report|opinion|review|scholarly|liveblog|social)?\w*(?:article|posting|webpage|report)", re.I)


def read_page(raw: bytes, file: str) -> Content:
    """The content of an HTML document. Raises ReportError R107, R108 (not text), R210 (no text in it)."""
    place = Place(file)
    found = _CHARSET.search(raw[:4096])
    declared = next((g for g in found.groups() if g), b"").decode("ascii") if found else None
    decoded = decode(raw, place, declared)
    return page_content(decoded, file)


def page_content(decoded: Decoded, file: str) -> Content:
    """The content of a decoded page. Raises ReportError R210."""
    tree = _parse(decoded.text)
    if tree is None:
        raise ReportError("R210", "no text in this HTML. Save the page with its article, or its text as .txt", Place(file))
    meta = _metadata(tree, decoded.text)
    _drop(tree, _NO_TEXT)
    comments = _take_comments(tree)
    body = _body(tree, meta.title)
    if not body and not comments:
        raise ReportError("R210", "no text in this HTML (its text may be loaded by a script). Save the text as .txt", Place(file))
    extra = {"encoding": decoded.encoding} | ({"encoding_guessed": "yes"} if decoded.guessed else {})
    return Content("\n\n".join(body), meta, "\n\n".join(comments), markup=True, extra=extra)


def looks_like_markup(text: str) -> bool:
    """Whether a text is a piece of HTML, as feeds deliver it."""
    return len(re.findall(r"</?(?:p|div|br|h\d|li|article)\b[^<>]{0,500}>", text[:20_000], re.I)) >= 2


def fragment_text(text: str) -> str:
    """The text of a piece of HTML, a paragraph for each block."""
    tree = _parse(f"<html><body><div>{text}</div></body></html>")
    if tree is None:
        return ""
    _drop(tree, _NO_TEXT)
    return "\n\n".join(_blocks(tree))


def _parse(text: str) -> HtmlElement | None:
    # XML declarations with an encoding may not stand before decoded text, and lxml refuses control characters.
    text = re.sub(r"\A\s*<\?xml[^>]{0,200}\?>", "", text)
    try:
        tree = html.fromstring(text, parser=html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding=None))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return tree if isinstance(tree, HtmlElement) and isinstance(tree.tag, str) else None


def _metadata(tree: HtmlElement, text: str) -> Metadata:
    tags = _meta_tags(tree)
    linked = _linked_data(tree)
    first = lambda names: next((tags[n] for n in names if tags.get(n)), None)  # noqa: E731
    title = _text_of(linked.get("headline")) or tags.get("og:title") or _only(tree, "//h1") or _only(tree, "//title")
    heading = _only(tree, "//h1")
    title = heading if heading and title and (heading in title or title in heading) else title
    meta = Metadata(
        title=clean(without_surrogates(title)) if title else None,
        source=_named(linked.get("publisher")) or first(_SOURCE),
        author=_named(linked.get("author")) or first(_AUTHOR),
        published=_machine_date(tags, linked, tree),
        url=_url(tree, tags),
        language=None,
    )
    meta = replace(meta, author=None if (meta.author or "").startswith("http") else meta.author)
    return meta if meta.published else _guessed_date(meta, tree)


def _meta_tags(tree: HtmlElement) -> dict[str, str]:
    tags: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        content = clean(tag.get("content") or "")
        if name and content:
            tags.setdefault(name.strip().lower(), content)
    return tags


def _linked_data(tree: HtmlElement) -> dict[str, Any]:
    """The JSON-LD object that describes the article, or an empty one."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or len(script.text or "") > 500_000:
            continue
        try:
            loaded = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for thing in _things(loaded, 0):
            kind = thing.get("@type")
            kinds = kind if isinstance(kind, list) else [kind]
            if any(isinstance(k, str) and _ARTICLE_TYPES.fullmatch(k) for k in kinds) and ("headline" in thing or "datePublished" in thing):
                return thing
    return {}


def _things(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(value, dict):
        yield value
        yield from _things(value.get("@graph"), depth + 1)
    elif isinstance(value, list):
        for item in value[:100]:
            yield from _things(item, depth + 1)


def _machine_date(tags: dict[str, str], linked: dict[str, Any], tree: HtmlElement) -> date | None:
    stated = [_text_of(linked.get("datePublished")), *(tags.get(name) for name in _PUBLISHED)]
    for tag in tree.iter("time"):
        if tag.get("pubdate") is not None or (tag.get("itemprop") or "").lower() == "datepublished":
            stated.append(tag.get("datetime"))
    return next((day for words in stated if words and (day := parse_machine_day(words))), None)


def _guessed_date(meta: Metadata, tree: HtmlElement) -> Metadata:
    """The day as htmldate reads it off the page's address and layout; not off its sentences."""
    import htmldate  # late: most pages state their day

    try:
        found = htmldate.find_date(deepcopy(tree), extensive_search=False, original_date=True, url=meta.url, min_date="1990-01-01", max_date="2100-01-01")
    except (ValueError, TypeError, AttributeError, RecursionError):
        found = None
    day = parse_machine_day(found) if found else None
    return replace(meta, published=day, published_guessed=day is not None)


def _url(tree: HtmlElement, tags: dict[str, str]) -> str | None:
    canonical = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    return next((u for u in [*canonical, tags.get("og:url")] if u and u.startswith(("http://", "https://"))), None)


def _text_of(value: Any) -> str | None:
    return clean(value) if isinstance(value, str) else None


def _named(value: Any) -> str | None:
    """The name in a JSON-LD person, organisation, or list of such."""
    if isinstance(value, list):
        names = [n for v in value[:10] if (n := _named(v))]
        return ", ".join(names) or None
    return _text_of(value.get("name")) if isinstance(value, dict) else _text_of(value)


def _only(tree: HtmlElement, path: str) -> str | None:
    found = tree.xpath(path)
    return clean(found[0].text_content()) if found else None


def _take_comments(tree: HtmlElement) -> list[str]:
    """The paragraphs of the page's comment sections, which are taken out of the tree."""
    whole = len(tree.text_content())
    taken: list[str] = []
    gone: set[HtmlElement] = set()
    for element in list(tree.iter()):
        if element in gone or not isinstance(element.tag, str) or element.tag in ("body", "html", "article", "main") or element.getparent() is None:
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
