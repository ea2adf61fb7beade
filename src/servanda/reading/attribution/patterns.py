"""Other marks of attribution: 'according to', adverbs, passives, statement nouns, 'citing'.

Invariant: where the words name nobody the source is unknown and has an empty span; such contents are in doubt
unless the words say that it was announced or confirmed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from servanda.reading.attribution.contents import cites_grounds
from servanda.reading.attribution.context import Context
from servanda.reading.attribution.cues import TIME, TIME_RE, any_of, bare_source_pattern, setting_pattern, verbs, words
from servanda.reading.attribution.model import Attribution, Source, Words
from servanda.reading.attribution.sources import implicit, noun_phrase_back, noun_phrase_on, source_of
from servanda.reading.frozen import replace
from servanda.reading.quotes import Quoted
from servanda.reading.sentences import Sentence
from servanda.reading.small_letters import compile_small, small


@cache
def _according() -> re.Pattern[str]:
    return compile_small(rf"(?<![\w-])(?P<cue>{any_of(words('according'))})(?!\w)")


@cache
def _citing() -> re.Pattern[str]:
    return compile_small(rf"(?<![\w-])(?P<cue>{any_of(words('citing'))})\s")


@cache
def _adverbs() -> re.Pattern[str]:
    return compile_small(rf"(?<![\w-])(?P<cue>{any_of(words('adverbs'))})(?![\w-])")


@cache
def _impersonal() -> re.Pattern[str]:
    said = any_of(words("passive"))
    return re.compile(
        rf"(?<![\w-])(?P<cue>[Ii]t\s+(?:is|was|has\s+been|had\s+been)\s+(?:(?:also|earlier|previously|widely|later|further)\s+)?"
        rf"(?P<verb>{said}))(?:\s+{TIME})?(?P<by>\s+(?:by|in)\s+(?:(?!\bthat\b)[^,.;:])+?)?\s+that\s",
        re.IGNORECASE,
    )


@cache
def _passive() -> re.Pattern[str]:
    said = any_of(words("passive"))
    return re.compile(
        rf"(?<![\w-])(?P<cue>(?:is|are|was|were|has\s+been|have\s+been|had\s+been|being)\s+"
        rf"(?:(?:also|earlier|previously|widely|repeatedly|later|now|still)\s+)?(?P<verb>{said})|(?P<bare>accused|suspected)(?=\s+(?:of\s|by\s[^,.;:]{{2,50}}?\sof\s))"
        rf"|(?P<blamed>blamed)(?=\s+by\s[^,.;:]{{2,50}}?\sfor\s))(?:\s+{TIME})?(?=\s+(?:to\s|of\s|as\s|by\s|for\s))",
        re.IGNORECASE,
    )


_MADE = r"(?:\s+(?:made|issued|voiced|raised|lodged|levelled|leveled|published|released|submitted|repeated))?"
_WHEN_MADE = re.compile(r"\s(?:at|during|in|on|last|this|earlier|yesterday|today)\b")


@cache
def _nouns() -> re.Pattern[str]:
    return compile_small(rf"(?<![\w-])(?P<cue>{any_of(words('nouns'))})(?P<by>{_MADE}\s+(?:by|from|of)\s+[^,.;:]+?)?\s+that\s")


@cache
def _not_speakers() -> re.Pattern[str]:
    """'according to plan', 'according to the agreement': nobody says it."""
    return re.compile(rf"\s+(?:the\s+)?(?:[\w-]+\s+){{0,3}}?(?:{any_of(words('not_speakers'))})\b", re.IGNORECASE)


_OPENING = re.compile(
    r"(?:(?:but|and|however|meanwhile|also|still|yet|so|now|then|even|though|instead|thus|earlier|later|that|at\s+least)[\s,]*)*",
    re.IGNORECASE,
)
_BY = re.compile(r"\s+(?:by|in)\s+")
_CLAUSE = re.compile(r"[;:]\s|,\s+(?:and|but|while|whereas|although)\s|\s[-–—]\s|\bthat,?\s", re.IGNORECASE)


def in_sentence(
    context: Context,
    sentence: Sentence,
    quotes: Sequence[Quoted],
    before: Sequence[Attribution],
    last: Source | None = None,
) -> list[Attribution]:
    """The attributions of these sorts in one sentence; `before` are those by verbs, `last` whoever spoke before."""
    return [
        *_by_according(context, sentence, quotes, before, last),
        *_by_paper(context, sentence, quotes),
        *_by_citing(context, sentence, before),
        *_by_with(context, sentence, quotes),
        *_by_adverb(context, sentence),
        *_by_impersonal(context, sentence, quotes),
        *_by_passive(context, sentence),
        *_by_noun(context, sentence, quotes, {a.cue.start for a in before}),
        *_by_naming(context, sentence),
    ]


def _make(
    context: Context,
    sentence: Sentence,
    source: Source,
    cue: tuple[int, int],
    span: tuple[int, int],
    verb: str,
    quotes: Sequence[Quoted] = (),
    doubt: bool = False,
) -> list[Attribution]:
    text = context.text
    start, end = span
    while start < end and (text[start].isspace() or text[start] in ",:;-–—"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in '.,;:-–—"”»!?…'):
        end -= 1
    if start >= end:
        return []
    quoted = any(q.start < end and start < q.end for q in quotes)
    hint = TIME_RE.search(text, cue[1], min(cue[1] + 30, sentence.end)) if verb != "according to" else None
    said = Words(hint.start(), hint.end(), hint.group()) if hint and not text[cue[1] : hint.start()].strip(" ,") else None
    return [
        Attribution(
            source,
            Words(*cue, text[slice(*cue)]),
            Words(start, end, text[start:end]),
            None,
            quoted,
            sentence.index,
            said,
            verb,
            doubt,
        )
    ]


_RELATES = re.compile(r"\s+which\b", re.IGNORECASE)


def _by_according(
    context: Context, sentence: Sentence, quotes: Sequence[Quoted], before: Sequence[Attribution], last: Source | None
) -> list[Attribution]:
    text = context.text
    found: list[Attribution] = []
    for match in _according().finditer(small(text), sentence.start, sentence.end):
        if _not_speakers().match(text, match.end(), sentence.end) or _RELATES.match(text, match.end()):
            continue
        span = noun_phrase_on(context, match.end(), sentence.end)
        if span is None:
            continue
        source = source_of(context, span, match.end(), last)
        here, _ = clause_around(text, sentence, match.start())
        lead = text[here : match.start()].strip(' ,\n"“(-–—')
        start, end = (span[1], sentence.end) if _OPENING.fullmatch(lead) else (sentence.start, match.start())
        clause_on = re.compile(r",(?!\s+(?:who|which|whose|an?)\s)").match(text, span[1], sentence.end)
        if clause_on and not _OPENING.fullmatch(lead) and len(text[span[1] : sentence.end].strip(' .,;"”)').split()) > 1:
            start, end = clause_around(text, sentence, match.start())
        for q in quotes:
            if q.start <= match.start() < q.end:
                start, end = max(start, q.start), min(end, q.end)
        found += _make(context, sentence, source, match.span("cue"), (start, end), "according to", quotes)
    return found


_PAPER = re.compile(
    r"\b(?:statement|report|communiqu[eé]|announcement|message|letter|claim|information)s?"
    r"(?:\s+(?:of|by|from)\s+(?:the\s+)?(?P<who>[^,.;:\"“”]{2,70}?))?,?\s+(?P<cue>according\s+to\s+which)\s+"
)
_ISSUED = re.compile(
    r"(?P<verb>\s(?:has\s+|had\s+)?(?:issued|released|published|made|circulated|spread|disseminated|posted|sent)\s)"
    r"(?:an?|another|its|the)\s+(?:[\w-]+\s+){0,2}$"
)
_PASSED_ON = re.compile(r",[\"”’]*\s+[^,;:\"“”]{2,90}?\s(?:said|reported|reports|says|added|stated|noted|announced)\b")


def _by_paper(context: Context, sentence: Sentence, quotes: Sequence[Quoted]) -> list[Attribution]:
    """'The ministry issued a statement according to which A', 'the statement of the ministry according to which A': the
    ministry says A, whoever passes it on or denies it."""
    text = context.text
    found: list[Attribution] = []
    for match in _PAPER.finditer(text, sentence.start, sentence.end):
        span = match.span("who") if match["who"] else None
        if span is None and (issued := _ISSUED.search(text, sentence.start, match.start())) is not None:
            span = noun_phrase_back(context, sentence.start, issued.start("verb"))
        if span is None:
            continue
        passed = _PASSED_ON.search(text, match.end(), sentence.end)
        content = (match.end(), passed.start() if passed is not None else sentence.end)
        source = source_of(context, span, match.start("cue"))
        found += _make(context, sentence, source, match.span("cue"), content, "statement", quotes)
    return found


_WITH = re.compile(
    r"\b[Ww]ith\s+(?P<who>[^,.;:\"“”]{2,60}?)\s+(?P<cue>claiming|saying|insisting|alleging|maintaining|arguing|reporting|stating)"
    r"\s+(?:that\s+)?(?=\S)"
)


def _by_with(context: Context, sentence: Sentence, quotes: Sequence[Quoted]) -> list[Attribution]:
    """'With X claiming Y has fired …': X says so."""
    text = context.text
    found: list[Attribution] = []
    for match in _WITH.finditer(text, sentence.start, sentence.end):
        source = source_of(context, match.span("who"), match.start())
        if source.kind == "unknown" and source.actor is None:
            continue
        comma = text.find(", ", match.end(), sentence.end) if match.start() == sentence.start else -1
        end = comma if comma > 0 else sentence.end
        found += _make(context, sentence, source, match.span("cue"), (match.end(), end), "claim", quotes)
    return found


def _by_citing(context: Context, sentence: Sentence, before: Sequence[Attribution]) -> list[Attribution]:
    """'TASS reported, citing the ministry, that …': the one cited is the speaker, the other carries."""
    text = context.text
    found: list[Attribution] = []
    for match in _citing().finditer(small(text), sentence.start, sentence.end):
        span = noun_phrase_on(context, match.end(), sentence.end)
        if span is None or cites_grounds(text, match.end("cue"), sentence.end):
            continue
        source = source_of(context, span, match.end())
        if source.kind == "unknown" and not context.within(*span):
            continue
        outer = next((a for a in reversed(before) if a.cue.start < match.start()), None) or next(iter(before), None)
        that = re.compile(r"\s*,?\s*that\s").match(text, span[1], sentence.end)
        told = source.kind == "outlet" or bare_source_pattern().search(source.text) is not None
        if that is None and not told and match.group("cue").startswith("referring"):
            continue  # 'he said, referring to the rebels': whom he meant, not who told him
        if that is not None:
            content = (that.end(), sentence.end)
        elif outer is not None and not outer.content.start <= match.start() < outer.content.end:
            content = (outer.content.start, outer.content.end)
        elif outer is not None:
            content = (outer.content.start, match.start())
            if len(text[slice(*content)].strip(" ,").split()) < 2:
                content = (span[1], outer.content.end)
        else:
            content = (sentence.start, match.start())
        found += _make(context, sentence, source, match.span("cue"), content, "cite")
    return found


def _by_adverb(context: Context, sentence: Sentence) -> list[Attribution]:
    text = context.text
    found: list[Attribution] = []
    for match in _adverbs().finditer(small(text), sentence.start, sentence.end):
        start, end = clause_around(text, sentence, match.start())
        asides = [aside.end() for aside in _RELATIVE.finditer(text, start, match.start())]
        start = asides[-1] if asides else start  # 'X, which did not sign, allegedly …'
        if text[start : match.start()].rstrip().endswith(",") and _DOING.match(text, match.end()):
            start = match.start()  # 'attacked the town, reportedly killing five': that they attacked is told outright
        found += _make(context, sentence, implicit(match.start()), match.span(), (start, end), match.group().lower(), (), True)
    return found


_DOING = re.compile(r"\s+\w+ing\b")
_RELATIVE = re.compile(r",\s+(?:which|who|whose|where|whom)\s[^,]+,\s*")


def clause_around(text: str, sentence: Sentence, at: int) -> tuple[int, int]:
    """The rough clause that holds a place: parted from others by a semicolon, ', and', ', but', 'that'."""
    start, end = sentence.start, sentence.end
    for match in _CLAUSE.finditer(text, sentence.start, sentence.end):
        if match.end() <= at:
            start = match.end()
        elif match.start() >= at and match.group().lower().strip(" ,") != "that":
            end = match.start()
            break
    return start, end


def _by_impersonal(context: Context, sentence: Sentence, quotes: Sequence[Quoted]) -> list[Attribution]:
    text = context.text
    found: list[Attribution] = []
    for match in _impersonal().finditer(text, sentence.start, sentence.end):
        span = None
        if match["by"]:
            opening = _BY.match(text, match.start("by"))
            span = noun_phrase_on(context, opening.end(), match.end("by")) if opening else None
        source = source_of(context, span, match.start()) if span else implicit(match.start())
        verb = match["verb"].lower()
        doubt = span is None and verb not in words("plain_passive")
        found += _make(context, sentence, source, match.span("cue"), (match.end(), sentence.end), verb, quotes, doubt)
    return found


def _by_passive(context: Context, sentence: Sentence) -> list[Attribution]:
    """'troops are said to have left', 'the army was accused by X of …', 'he was quoted by Y as saying …'."""
    text = context.text
    found: list[Attribution] = []
    for match in _passive().finditer(text, sentence.start, sentence.end):
        verb = (match["verb"] or match["bare"] or match["blamed"]).lower()
        subject = noun_phrase_back(context, _clause_start(text, sentence, match.start()), match.start())
        start = subject[0] if subject else sentence.start
        by = re.compile(r"\s+(?:[\w-]+\s+){0,2}?by\s+").match(text, match.end("cue"), sentence.end)
        agent = noun_phrase_on(context, by.end(), sentence.end) if by and not _BY_WHEN.match(text, by.end()) else None
        if verb in ("quoted", "cited"):
            found += _quoted_by(context, sentence, match, subject, agent)
            continue
        if by is not None and agent is None:
            continue
        after = text[match.end() : match.end() + 4]
        if by is None and (after.startswith((" as ", " for ", " by ")) or (verb in _NEEDS_TO and not after.startswith(" to "))):
            continue
        source = source_of(context, agent, match.start()) if agent else implicit(match.start())
        doubt = verb not in words("plain_passive") and verb not in ("expected",)
        _, end = clause_around(text, sentence, match.end())
        if _IN_RELATIVE.search(text, sentence.start, match.start()) and (comma := text.find(",", match.end(), end)) > 0:
            end = comma  # 'X, which is accused of shelling the town, left it'
        if verb in ("expected", "told", "informed", "denied") and agent is None:
            continue
        found += _make(context, sentence, source, match.span("cue"), (start, end), verb, (), doubt)
    return found


_BY_WHEN = re.compile(
    rf"{TIME}\b|(?:the\s+)?(?:early|mid|late|end|start|beginning|middle|close|next|noon|midday|midnight|dawn|dusk|nightfall"
    r"|sunset|sunrise|then|now|this\s|tomorrow|tonight|christmas|easter|ramadan|spring|summer|autumn|winter|\d{1,2}[:.]\d\d|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""'Are expected to resume by Friday': a day, and nobody who expects it."""
_IN_RELATIVE = re.compile(r",\s+(?:which|who)\s+$")
_NEEDS_TO = frozenset(
    [
        *["said", "reported", "alleged", "claimed", "believed", "understood", "thought", "rumoured"],
        *["rumored", "estimated", "considered", "confirmed", "presumed", "announced", "stated"],
    ]
)


def _clause_start(text: str, sentence: Sentence, at: int) -> int:
    start, _ = clause_around(text, sentence, at)
    return start


def _quoted_by(
    context: Context,
    sentence: Sentence,
    match: re.Match[str],
    subject: tuple[int, int] | None,
    agent: tuple[int, int] | None,
) -> list[Attribution]:
    text = context.text
    saying = re.compile(r"\bas\s+(?:saying|stating|telling|having\s+said)\b(?:\s+(?:that\s)?)?").search(
        text, match.end(), min(match.end() + 120, sentence.end)
    )
    if saying is None or subject is None:
        return []
    tail = re.compile(r"\s+by\s+(?=[A-Z]|the\s)[^,.\"“”]*[.\s]*$").search(text, saying.end(), sentence.end)
    end = tail.start() if tail and agent is None else sentence.end
    if agent is None and tail is not None:
        agent = noun_phrase_on(context, tail.start() + 4, sentence.end)
    opening = re.compile(r"[\s\"“,:]*").match(text, saying.end())
    start = opening.end() if opening else saying.end()
    inner = _make(context, sentence, source_of(context, subject, match.start()), match.span("cue"), (start, end), "say")
    if agent is None:
        return inner
    outer = _make(context, sentence, source_of(context, agent, match.start()), match.span("cue"), (subject[0], end), "quote")
    return outer + inner


@cache
def _named_as() -> re.Pattern[str]:
    """'described the move as', 'called it "…"', 'called the move a violation', 'holds X responsible for'."""
    verb = any_of(words("naming"))
    thing = r"(?:(?!\bas\b|\bwhat\b|\bresponsible\b)[^,.;:\"“]){1,60}?"
    called = r"(?:call(?:s|ed)(?!\s+(?:on|for))|(?:label|brand|term|dubb?)\w*)"
    fault = r"(?:[\w-]+\s){0,3}(?:violation|breach|infringement|contravention|infraction|betrayal)\b"
    plain = rf"(?=(?:the|its|their|this|that|these|those|it|them)\b){thing}(?=\san?\s{fault})"
    held = rf"(?:holds?|held)\s+{thing}\s+(?:responsible|accountable)\s+for"
    return compile_small(rf"(?<![\w-])(?P<cue>(?:{verb})\s+{thing}\s+as|{called}\s+(?:{thing}(?=\s[\"“])|{plain})|{held})\s")


@cache
def _what_named() -> re.Pattern[str]:
    """'what it called', 'what they have described as'."""
    verb = any_of(words("naming"))
    return re.compile(
        rf"(?<![\w-])(?P<cue>what\s+(?:he|she|it|they)\s+(?:has\s+|had\s+|have\s+)?(?:{verb})(?:\s+as)?)\s", re.IGNORECASE
    )


def _by_naming(context: Context, sentence: Sentence) -> list[Attribution]:
    """'what it called an attack', 'X described the move as a violation': the word for it is the speaker's."""
    text = context.text
    found: list[Attribution] = []
    named = _what_named().finditer(text, sentence.start, sentence.end)
    subjects = [
        *((m, _subject_before(context, sentence, m.start())) for m in named),
        *(
            (m, noun_phrase_back(context, _clause_start(text, sentence, m.start()), m.start()))
            for m in _named_as().finditer(small(text), sentence.start, sentence.end)
        ),
    ]
    for match, span in subjects:
        if span is None:
            continue
        source = source_of(context, span, match.start())
        if source.kind == "unknown" and source.actor is None:
            continue
        stop = _NAMED_END.search(text, match.end(), sentence.end)
        end = stop.start() if stop else sentence.end
        found += _make(context, sentence, source, match.span("cue"), (match.end(), end), "call", (), True)
    return found


_NAMED_END = re.compile(r"[,;:.!?]\s|[.!?]$|\s(?:and|but|while|when|after|before|because|that|which|who)\s")


def _subject_before(context: Context, sentence: Sentence, at: int) -> tuple[int, int] | None:
    """The first actor of the sentence before a place: whom 'it' in 'what it called' stands for."""
    first = next((m for m in context.within(sentence.start, at) if m.kind in ("actor", "person", "group")), None)
    return (first.start, first.end) if first is not None else None


def _by_noun(context: Context, sentence: Sentence, quotes: Sequence[Quoted], verbs_at: set[int]) -> list[Attribution]:
    """'X's claim that …', 'accusations from Y that …', 'a statement by Z that …'; not where a verb was found (`verbs_at`)."""
    text = context.text
    found: list[Attribution] = []
    doubtful = words("doubtful_nouns")
    for match in _nouns().finditer(small(text), sentence.start, sentence.end):
        span = None
        if match.start("cue") in verbs_at:
            continue
        if match["by"]:
            opening = re.match(rf"{_MADE}\s+(?:by|from|of)\s+", match["by"])
            at = match.start("by") + (opening.end() if opening else 0)
            span = _maker(context, at, match.end("by"))
        else:
            span = _owner(context, sentence, match.start())
        if match.start("cue") in verbs_at:
            continue  # 'the Front claims that …'
        if _TRAILING.search(text[sentence.start : match.start()]) and match["cue"].lower().endswith("ing"):
            continue  # ', warning that …' is no noun
        if span is None and (_answered(text, sentence, match.start()) or _own_paper(text, sentence, match.start())):
            continue  # 'we reject the report that', 'said in a statement that': whoever rejects or says it speaks
        noun = match["cue"].lower()
        source = source_of(context, span, match.start()) if span else implicit(match.start())
        _, end = clause_around(text, sentence, match.end())
        verdict = _VERDICT.search(text, match.end(), end)
        end = verdict.start() if verdict else end
        goes_on = _AND_SAID.search(text, match.end(), end) or _NEXT_SAYS.search(text, match.end(), end)
        end = goes_on.start() if goes_on else end  # 'denied claims by X that A and said B'
        doubt = noun in doubtful or span is None
        made = _make(context, sentence, source, match.span("cue"), (match.end(), end), noun, quotes, doubt)
        day = TIME_RE.search(text, span[1], match.end()) if span is not None and match["by"] else None
        found += [replace(a, said=Words(day.start(), day.end(), day.group())) for a in made] if day is not None else made
    return found


def _maker(context: Context, at: int, ceiling: int) -> tuple[int, int] | None:
    """Who made a claim, without when and where: 'a spokesman of X at a meeting in May'."""
    span = noun_phrase_on(context, at, ceiling)
    named = next(iter(context.within(*span)), None) if span is not None else None
    timed = named is not None and _WHEN_MADE.match(context.text, named.end, ceiling) is not None
    return (span[0], named.end) if span and named and timed else span


_AND_SAID = re.compile(r",?\s+(?:and|but)\s+(?:said|says|added|insisted|stressed|claimed|told|accused|stated|announced)\s")
_NEXT_SAYS = re.compile(r",\s+[^,;.\"“]{2,50}\s(?:said|says|replied|answered|stated)[,:]?\s[\"“]")
_TRAILING = re.compile(r",\s*(?:\w+ly\s+|also\s+)?$")
_IN_PAPER = re.compile(r"\b(?:in|through|via|during|by)\s+(?:an?|the|its|his|her|their)\s+(?:[\w-]+\s+){0,3}?$", re.IGNORECASE)


def _answered(text: str, sentence: Sentence, at: int) -> bool:
    """Whether the noun at `at` is the object of a verb that answers ('denied the report that')."""
    lead = text[sentence.start : at].lower().split()[-5:]
    return any((verb := verbs().get(w)) is not None and verb.lemma in words("answers") and verb.form != "base" for w in lead)


def _own_paper(text: str, sentence: Sentence, at: int) -> bool:
    """'said in a statement that': whoever says it speaks."""
    return _IN_PAPER.search(text[sentence.start : at]) is not None


_VERDICT = re.compile(
    r"\s(?:is|are|was|were|has\s+been|have\s+been|had\s+been|could\s+not\s+be|cannot\s+be|remains?|proved)\s(?:not\s|yet\s|immediately\s|"
    r"quickly\s|independently\s|later\s|be\s)*(?:confirmed|rejected|denied|dismissed|disputed|false|untrue|unfounded|verified|baseless|"
    r"refuted|true|unconfirmed|unverified|groundless|wrong|met\b|(?:being\s+)?(?:examined|investigated|checked|probed|reviewed)\b)"
)


def _owner(context: Context, sentence: Sentence, at: int) -> tuple[int, int] | None:
    """Whose claim: a possessive or an adjective of an actor before the noun."""
    text = context.text
    for m in context.within(max(sentence.start, at - 80), at):
        gap = text[m.end : at]
        answered = any((v := verbs().get(w)) and v.lemma in words("answers") for w in gap.lower().split())
        if not answered and re.fullmatch(r"(?:['’]s?)?\s+(?:[\w-]+\s+){0,2}", gap):
            return m.start, m.end
    match = re.search(r"\b(his|her|its|their)\s+(?:[\w-]+\s+){0,2}$", text[sentence.start : at])
    return (sentence.start + match.start(1), sentence.start + match.end(1)) if match else None


__all__ = ["clause_around", "in_sentence", "setting_pattern"]
