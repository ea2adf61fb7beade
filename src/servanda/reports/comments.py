"""Where reader comments begin below an article, in a text without markup.

Two ways: a line that says so ('3 comments', 'Leave a reply', 'petrov says:'), and a change of style. For the second
each paragraph is scored by cues of a data file, and the stretch at the end with the largest sum is taken if it is
clear enough beside the article's own style. Invariant: comments are a stretch at the end, below some article.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from servanda.reports.paragraphs import Paragraph
from servanda.vocabulary import vocabulary

_QUOTED = re.compile(r"“[^”]{1,1500}”|«[^»]{1,1500}»|„[^“”]{1,1500}[“”]|\"[^\"]{1,1500}\"|‘[^’]{3,800}’(?!\w)")
_SENTENCES = re.compile(r"[.!?…]+[\"”»’')\]]*\s+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*")


_WINDOW = 400  # paragraphs at the end in which a change of style is looked for
_LOOKED_AT = 4_000  # characters of a paragraph that are weighed
_NEXT = 60  # paragraphs below a marker that are weighed


@dataclass(frozen=True, slots=True)
class _Cue:
    name: str
    weight: float
    pattern: re.Pattern[str]
    quotes: bool


@dataclass(frozen=True, slots=True)
class Style:
    """The score of one paragraph: what speaks for a comment, what may also be the article's own way, and against.

    `voice` tells that it speaks as 'I', 'we' or 'you', `fragment` that it is a few words without a verb.
    """

    hard: float
    soft: float
    reporting: float
    words: int
    voice: bool = False
    fragment: bool = False

    @property
    def score(self) -> float:
        """The sum; above 0 a comment is the likelier."""
        return self.hard + self.soft + self.reporting


@cache
def _cues(group: str) -> tuple[_Cue, ...]:
    return tuple(
        _Cue(
            name,
            float(cue["weight"]),
            re.compile(cue["pattern"], 0 if cue.get("case") else re.IGNORECASE),
            bool(cue.get("quotes")),
        )
        for name, cue in _data()[group].items()
    )


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_data()['verbs'].split())}|\w{{2,}}ed|\w+[’']\w+)\b", re.IGNORECASE)


@cache
def _markers(group: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in _data()["markers"][group]), re.IGNORECASE)


def _data() -> Mapping[str, Any]:
    return vocabulary("comment_cues.yaml")


def first_comment(text: str, body: Sequence[Paragraph]) -> tuple[int | None, bool]:
    """The index in `body` of the first comment, and whether style alone told it; (None, False) if there is none."""
    marked = _marked(text, body)
    if marked is not None:
        return marked, False
    skipped = max(0, len(body) - _WINDOW)
    texts = [text[p.start : p.end] for p in body[skipped:]]
    turned = _turn([style(t) for t in texts], conversation=_is_interview(texts))
    return (None, False) if turned is None else (turned + skipped, True)


def style(paragraph: str) -> Style:
    """The style of one paragraph."""
    paragraph = paragraph[:_LOOKED_AT]
    outside = _QUOTED.sub(" “…” ", paragraph)
    words = _WORD.findall(outside)
    if not words and _QUOTED.search(paragraph):
        return Style(0.0, 0.0, -1.0, len(_WORD.findall(paragraph)))
    hard = sum(c.weight for c in _cues("hard") if c.pattern.search(outside))
    met = {c.name: c.weight for c in _cues("soft") if c.pattern.search(outside)}
    soft = sum(met.values())
    reporting = sum(c.weight for c in _cues("reporting") if c.pattern.search(paragraph if c.quotes else outside))
    fragment = len(words) <= _data()["shapes"]["fragment"]["at_most_words"] and not _verb().search(outside)
    plus, minus = _shapes(outside, words, bare=reporting == 0, fragment=fragment)
    voice = bool(met.keys() & {"we", "first-person", "second-person"})
    return Style(hard, soft + plus, reporting + minus, len(words), voice, fragment)


def _shapes(outside: str, words: Sequence[str], *, bare: bool, fragment: bool) -> tuple[float, float]:
    shapes = _data()["shapes"]
    sentences = [s for s in _SENTENCES.split(outside) if s.strip()]
    firsts = {found.group() for s in sentences if (found := _WORD.search(s))}
    names = [w for w in words if w[0].isupper() and w not in firsts and w != "I"]
    plus = minus = 0.0
    if bare and fragment:
        plus += shapes["fragment"]["weight"]
    if bare and len(words) <= shapes["short-bare"]["at_most_words"]:
        plus += shapes["short-bare"]["weight"]
    if bare and not names:
        plus += shapes["no-names"]["weight"]
    if words and len(names) / len(words) >= shapes["dense-names"]["share"]:
        minus += shapes["dense-names"]["weight"]
    if sentences and len(words) / len(sentences) >= shapes["long-sentences"]["words"]:
        minus += shapes["long-sentences"]["weight"]
    return plus, minus


def _is_interview(texts: Sequence[str]) -> bool:
    """Whether questions and answers take turns: several questions, none next to another, and announced or many."""
    rule = _data()["interview"]
    asked = [i for i, t in enumerate(texts) if t.rstrip().endswith("?") and len(t.split()) <= 60]
    if len(asked) < rule["questions"] or any(b - a == 1 for a, b in pairwise(asked)):
        return False
    announced = re.search(rule["announced"], " ".join(texts[: asked[0]])[:3000], re.I)
    regular = sum(b - a <= 3 for a, b in pairwise(asked)) >= 0.7 * (len(asked) - 1)
    return regular and (announced is not None or len(asked) >= 2 * rule["questions"])


def _turn(styles: Sequence[Style], *, conversation: bool = False) -> int | None:
    """The paragraph at which the style turns from an article's to comments', or None."""
    rule = _data()["decision"]
    best, at = 0.0, None
    for k in range(1, len(styles)):
        if sum(s.words for s in styles[:k]) < rule["body_words"]:
            continue
        own_voice = conversation or sum(s.voice for s in styles[:k]) >= rule["own_voice"] * k
        # How far the article itself writes so; where it speaks in its own voice, such cues tell nothing.
        own = math.inf if own_voice else sum(max(0.0, s.soft) for s in styles[:k]) / k
        scores = [_score(s, own) for s in styles[k:]]
        above = [_score(s, own) for s in styles[:k]]
        total = sum(scores)
        clear = (
            total >= rule["total"]
            and max(scores) >= rule["one"]
            and scores[0] >= rule["first"]
            and total / len(scores) - sum(above) / k >= rule["contrast"]
        )
        if clear and total > best:
            best, at = total, k
    return at if at is None else _begin(styles, at)


def _begin(styles: Sequence[Style], at: int) -> int:
    """Where a stretch found at `at` begins: further up while it speaks in a voice that the article never has.

    A first comment often tells facts, as the article does, or is a few words flung down; but an article that never
    says 'I', 'we' or 'you' does not begin to at its end. To take a comment for the article is the worse mistake.
    """
    least = _data()["decision"]["near"]
    while at > 1 and styles[at - 1].score > least:
        above = styles[: at - 1]
        spoken = styles[at - 1].voice and not any(s.voice for s in above)
        flung = styles[at - 1].fragment and not any(s.fragment for s in above)
        if not (spoken or flung):
            break
        at -= 1
    return at


def _score(s: Style, own: float) -> float:
    rule = _data()["decision"]
    value = s.hard + max(0.0, s.soft - own) + s.reporting + rule["prior"]
    return float(max(-rule["cap"], min(rule["cap"], value)))


def _marked(text: str, body: Sequence[Paragraph]) -> int | None:
    """The paragraph that announces comments or is the head of the first one, or None."""
    heads = [i for i, p in enumerate(body) if _is_head(text, p)]
    words = 0
    for i, p in enumerate(body):
        line = text[slice(*p.lines[0])] if p.lines else ""
        if words >= 12 and len(line) <= 120:
            if _markers("sure").fullmatch(line):
                return i
            if _markers("likely").fullmatch(line) and i + 1 < len(body) and not _reports(text, body[i + 1 :]):
                return i
            if i in heads and _thread(text, body, i, heads):
                return i
        words += len(text[p.start : p.end].split())
    return None


def _is_head(text: str, p: Paragraph) -> bool:
    line = text[slice(*p.lines[0])] if p.lines else ""
    return len(line) <= 80 and bool(_markers("head").fullmatch(line))


def _thread(text: str, body: Sequence[Paragraph], i: int, heads: Sequence[int]) -> bool:
    """Whether heads of comments from here on are a thread: at least two, or one above what is no reporting."""
    later = [h for h in heads if h >= i]
    return (len(later) >= 2 and not _reports(text, body[i:])) or _scores_as_comments(text, body[i + 1 :])


def _reports(text: str, rest: Sequence[Paragraph]) -> bool:
    """Whether most of these paragraphs are plainly reporting."""
    styles = [style(text[p.start : p.end]) for p in rest[:_NEXT] if not _is_head(text, p)]
    return bool(styles) and sum(s.score < -2.0 for s in styles) > 0.5 * len(styles)


def _scores_as_comments(text: str, rest: Sequence[Paragraph]) -> bool:
    styles = [style(text[p.start : p.end]) for p in rest[:_NEXT] if not _is_head(text, p)]
    return bool(styles) and sum(s.score for s in styles) / len(styles) > 0.5
