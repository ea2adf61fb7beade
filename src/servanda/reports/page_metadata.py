"""What a web page says of itself to machines.

Invariant: a day that the page states for machines is told apart from one that is read off its layout.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from datetime import date
from typing import Any

from lxml.html import HtmlElement

from servanda.reports.decoding import without_surrogates
from servanda.reports.metadata import Metadata, clean, parse_machine_day
from servanda.vocabulary import vocabulary

_WORDS = vocabulary("report_words.yaml")["page"]
_PUBLISHED, _SOURCE, _AUTHOR = (tuple(_WORDS[key].split()) for key in ("published", "source", "author"))
_ARTICLE_TYPES = re.compile(
    r"(?:news|blog|analysis|report|opinion|review|scholarly|liveblog|social)?\w*(?:article|posting|webpage|report)",
    re.I,
)


def page_metadata(tree: HtmlElement) -> Metadata:
    """Title, source, author, day and address as tags and JSON-LD give them; a day read off the layout is guessed."""
    tags = _meta_tags(tree)
    linked = _linked_data(tree)
    title = _text_of(linked.get("headline")) or tags.get("og:title") or _only(tree, "//h1") or _only(tree, "//title")
    heading = _only(tree, "//h1")
    title = heading if heading and title and (heading in title or title in heading) else title
    meta = Metadata(
        title=clean(without_surrogates(title)) if title else None,
        source=_named(linked.get("publisher")) or _first(tags, _SOURCE),
        author=_named(linked.get("author")) or _first(tags, _AUTHOR),
        published=_machine_date(tags, linked, tree),
        url=_url(tree, tags),
    )
    meta = replace(meta, author=None if (meta.author or "").startswith("http") else meta.author)
    return meta if meta.published else _guessed_date(meta, tree)


def _first(tags: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((tags[name] for name in names if tags.get(name)), None)


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
            if any(isinstance(k, str) and _ARTICLE_TYPES.fullmatch(k) for k in kinds) and (
                "headline" in thing or "datePublished" in thing
            ):
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
        found = htmldate.find_date(
            deepcopy(tree),
            extensive_search=False,
            original_date=True,
            url=meta.url,
            min_date="1990-01-01",
            max_date="2100-01-01",
        )
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
