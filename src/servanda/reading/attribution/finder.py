"""All attributions of a text.

Invariant: the result is sorted by content and cue; `within` points at another entry of the same list whose content
holds this one's; the same input gives the same result.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from servanda.reading.attribution import credits, patterns, quotations, said, statements, turns, versions
from servanda.reading.attribution.behalf import head_of
from servanda.reading.attribution.context import Context
from servanda.reading.attribution.cues import words
from servanda.reading.attribution.fact_checks import of_fact_checks
from servanda.reading.attribution.headline_quotes import of_headlines
from servanda.reading.attribution.listed import of_lists
from servanda.reading.attribution.model import Attribution, Source, Words
from servanda.reading.attribution.own_reports import told_again
from servanda.reading.attribution.recalled import recalled
from servanda.reading.attribution.sources import implicit, of_person, source_of
from servanda.reading.attribution.speaker_kinds import proper_name
from servanda.reading.attribution.told_after import told_after
from servanda.reading.frozen import replace
from servanda.reading.names import Names
from servanda.reading.names.folding import folded_word
from servanda.reading.names.lexicon import country_of
from servanda.reading.names.mention import Mention
from servanda.reading.quotes import Quoted
from servanda.reading.sentences import Sentence, is_title

if TYPE_CHECKING:
    from servanda.reading.parser.parsed import Doc


def find_attributions(
    text: str,
    sentences: Sequence[Sentence],
    docs: Sequence[Doc | None],
    mentions: Sequence[Mention],
    quotes: Sequence[Quoted],
    names: Names | None = None,
) -> list[Attribution]:
    """Who says what in a text.

    `docs` has one entry per sentence, None where the sentence was not parsed (it may also be empty). `names` are
    those of the case: they tell who watches over the agreement and which actors are states. Raises nothing.
    """
    only_state = _only_state(mentions, names) if names is not None else None
    monitors = names.monitors if names is not None else frozenset()
    states = names.states | names.table.unlisted if names is not None else frozenset[str]()
    starts = [s.start for s in sentences]
    context = Context(text, mentions, [m.start for m in mentions], monitors, only_state, starts, states)
    found: list[Attribution] = []
    ends = [q.end for q in quotes]
    last: Source | None = None
    known: dict[str, Source | None] = {}
    paragraph = -1
    for n, sentence in enumerate(sentences):
        doc = docs[n] if n < len(docs) else None
        if sentence.paragraph > paragraph + 1:
            last = None
        paragraph = sentence.paragraph
        near = _quotes_near(quotes, ends, sentence)
        here = said.in_sentence(context, sentence, doc, near, last)
        here += patterns.in_sentence(context, sentence, near, here, last)
        here += statements.in_sentence(context, sentence, near, last)
        here += versions.in_sentence(context, sentence, near, here, last)
        here = recalled(context, [_by_office(_for_the_last(a, last), last) for a in _clipped(text, here)], known)
        if is_title(text, sentence):
            here += credits.headline_colon(context, sentence, here)
        found += here
        last = _last_speaker(context, sentence, here, last)
    found += quotations.without_cue(context, sentences, quotes, found)
    found += of_lists(context, sentences, found)
    found += told_after(context, sentences, found)
    found += turns.of_turns(context, sentences)
    found += of_headlines(context, sentences, quotes, found)
    found += credits.of_agencies(context, sentences)
    found += _comments(text, sentences)
    found = of_fact_checks(context, sentences, told_again(context, sentences, found))
    return _nested(_distinct(found))


def _for_the_last(attribution: Attribution, last: Source | None) -> Attribution:
    """'The army said … "We left," spokesman NAME said': the army's, who spoke just before."""
    source = attribution.source
    if not source.untold or last is None or last.actor is None or _BARE_SPOKESMAN.match(source.text) is None:
        return attribution
    kind = last.kind if last.kind == "monitor" else source.kind
    return replace(attribution, source=replace(source, kind=kind, actor=last.actor, untold=False))


def _by_office(attribution: Attribution, last: Source | None) -> Attribution:
    """'General NAME toured the town. … The general said': NAME, of whom the text spoke last, with that office."""
    source = attribution.source
    office = _BARE_OFFICE.fullmatch(source.text)
    if office is None or source.actor is not None or last is None or last.name is None:
        return attribution
    named = re.search(r"[A-Z][\w’'-]+\s[A-Z]", last.text) is not None
    if not named or re.search(rf"\b{office[1]}\b", last.text, re.IGNORECASE) is None:
        return attribution
    same = replace(source, name=last.name, actor=last.actor, kind=last.kind, untold=last.untold)
    return replace(attribution, source=same)


_BARE_OFFICE = re.compile(
    r"the\s+(general|admiral|colonel|major|commander|minister|president|chairman|chairwoman|ambassador|envoy|spokes(?:man|woman)"
    r"|secretary|mayor|governor|leader)",
    re.IGNORECASE,
)
_BARE_SPOKESMAN = re.compile(r"(?:[Tt]he\s+|[Aa]\s+)?[Ss]pokes(?:man|woman|person)(?:,?\s+[A-Z]|$)")


def _only_state(mentions: Sequence[Mention], names: Names) -> str | None:
    """The state that 'the defence ministry' belongs to: the only side that is one, where a text names no other country."""
    strange = any(m.id is None and m.kind in ("actor", "person") and _of_a_country(m) for m in mentions)
    others = {m.id for m in mentions if m.id in names.states} - {names.government}
    return None if strange or others or names.government not in names.sides else names.government


def _of_a_country(mention: Mention) -> bool:
    forms = [country_of().get(folded_word(word)) for word in mention.text.split()]
    return mention.how != "guessed" and any(form is not None and form[1] != "capital" for form in forms)


def _comments(text: str, sentences: Sequence[Sentence]) -> list[Attribution]:
    """Readers' comments: each paragraph is a commenter's."""
    spans: dict[int, tuple[int, int, int]] = {}
    for s in sentences:
        if s.segment == "comment":
            start, _, index = spans.get(s.paragraph, (s.start, s.end, s.index))
            spans[s.paragraph] = (start, s.end, index)
    return [
        Attribution(implicit(a, "commenter"), Words(a, a, ""), Words(a, b, text[a:b]), None, False, index, None, "comment")
        for a, b, index in spans.values()
    ]


def _quotes_near(quotes: Sequence[Quoted], ends: Sequence[int], sentence: Sentence) -> Sequence[Quoted]:
    """The quotations that touch a sentence or end right before it."""
    first = bisect_left(ends, sentence.start - 3)
    last = first
    while last < len(quotes) and quotes[last].start <= sentence.end:
        last += 1
    return quotes[first:last]


def _clipped(text: str, here: Sequence[Attribution]) -> list[Attribution]:
    """Contents that ran over a closing ', X said' end before it: that belongs to what X said."""
    closing = [a for a in here if a.content.end <= min(a.cue.start, a.source.start) and a.source.text]
    done = []
    for a in here:
        for b in closing:
            inside = b.content.start <= a.cue.start < b.content.end
            if a is not b and inside and a.content.start < b.content.end < a.content.end:
                words = Words(a.content.start, b.content.end, text[a.content.start : b.content.end])
                a = replace(a, content=words)
        done.append(a)
    return done


def _last_speaker(context: Context, sentence: Sentence, here: Sequence[Attribution], last: Source | None) -> Source | None:
    """Whom 'he' in the next sentence stands for: the outermost speaker of this one that is no outlet, else the named
    person with whom it begins."""
    spoken = [a for a in here if a.source.text and a.source.kind != "outlet"]
    outer = [a for a in spoken if not any(b.content.start <= a.cue.start < b.content.end for b in spoken if b is not a)]
    persons = [a for a in outer if of_person(context, a.source)]
    chosen = next(iter(persons or outer), None)
    if chosen is not None:
        return chosen.source
    first = next(iter(context.within(sentence.start, sentence.end)), None)
    if first is not None and _beside_another(context, sentence, first):
        return None
    if first is not None and proper_name(first) is not None and first.start - sentence.start <= 4:
        return head_of(context, source_of(context, (first.start, first.end), first.start), sentence.end)
    return last


_PARTED = re.compile(r"[,;:]|\b(?:who|whose|that)\b")


def _beside_another(context: Context, sentence: Sentence, first: Mention) -> bool:
    """'NAME and NAME spoke on Monday', 'NAME met NAME': 'he' in the next sentence may be either."""
    if first.kind != "person":
        return False
    others = [m for m in context.within(first.end, sentence.end) if m.kind == "person" and proper_name(m) is not None]
    return any(proper_name(m) != proper_name(first) and not _PARTED.search(context.text[first.end : m.start]) for m in others)


def _distinct(found: Sequence[Attribution]) -> list[Attribution]:
    """Without those that say the same twice, in order of the text."""
    seen: dict[tuple[int, int, int, int, int], Attribution] = {}
    for a in found:
        if a.content.start < a.content.end:
            seen.setdefault((a.source.start, a.cue.start, a.cue.end, a.content.start, a.content.end), a)
    return sorted(seen.values(), key=lambda a: (a.content.start, -a.content.end, a.cue.start, a.source.start))


def _nested(found: list[Attribution]) -> list[Attribution]:
    """Sets `within`: the smallest content that holds an attribution's cue or source and its content."""
    done: list[Attribution] = []
    open_: list[int] = []
    for n, a in enumerate(found):
        open_ = [k for k in open_ if found[k].content.end > a.content.start]
        k = n + 1
        same: list[int] = []
        while k < len(found) and found[k].content[:2] == a.content[:2]:
            same.append(k)
            k += 1
        holding = [k for k in (*open_, *same) if _holds(found[k], a, k, n)]
        best = min(holding, key=lambda k: (_size(found[k]), -k)) if holding else None
        done.append(a if a.within == best else replace(a, within=best))
        open_.append(n)
    return done


def _size(a: Attribution) -> int:
    return a.content.end - a.content.start


def _holds(outer: Attribution, inner: Attribution, k: int, n: int) -> bool:
    if not (outer.content.start <= inner.content.start and inner.content.end <= outer.content.end):
        return False
    if _size(outer) == _size(inner):
        # Of two with one content, the one cited is inside the one that cites; else the later cue is.
        return (
            (outer.cue.start, k) < (inner.cue.start, n)
            if inner.verb == "cite" or outer.verb == "credit"
            else (outer.verb != "cite" and inner.verb != "credit" and k < n)
        )
    place = inner.cue.start if inner.cue.end > inner.cue.start else inner.content.start
    return outer.content.start <= place < outer.content.end or outer.verb in ("credit", "comment")


def speakers_at(attributions: Sequence[Attribution], start: int, end: int) -> list[Source]:
    """The chain of sources for the clause text[start:end], innermost first; empty where the report itself speaks.

    'We' and 'I' are whoever speaks around them: the source farther out, or the report.
    """
    holding = [n for n, a in enumerate(attributions) if a.content.start <= start and end <= a.content.end and start < end]
    if not holding:
        return []

    def depth(n: int) -> int:
        steps, at = 0, attributions[n].within
        while at is not None and steps <= len(attributions):
            steps, at = steps + 1, attributions[at].within
        return steps

    order = sorted(holding, key=lambda n: (-depth(n), _size(attributions[n]), n))
    chain: list[Source] = []
    for n in order:
        source = attributions[n].source
        if source.text.lower() in ("we", "i"):
            continue
        if not any(_same(source, s) for s in chain):
            chain.append(source)
    return chain


def what_was_seen(attributions: Sequence[Attribution], start: int, end: int) -> tuple[int, int]:
    """'The monitors saw soldiers in the town': where the word of an act is how they say it, what they say."""
    saw = next((a for a in attributions if a.cue.start == start and a.verb in words("counting")), None)
    return (saw.content.start, saw.content.start + 1) if saw is not None and saw.content.text else (start, end)


def _same(one: Source, other: Source) -> bool:
    return (one.start, one.end, one.kind) == (other.start, other.end, other.kind) or (
        one.name is not None and one.name == other.name and one.actor == other.actor
    )
