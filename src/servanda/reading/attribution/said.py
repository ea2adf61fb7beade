"""Verbs of saying: 'X said that …', '…, said X', '"…," X said. "…"', 'X quoted Y as saying …', participles.

Invariant: a cue is a verb of the data file that has a subject before or behind it; a noun of the same form is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from servanda.reading.attribution.behalf import BEHALF, on_behalf
from servanda.reading.attribution.between_commas import teller_between_commas
from servanda.reading.attribution.can_speak import can_speak
from servanda.reading.attribution.carried import carried
from servanda.reading.attribution.contents import (
    THAT,
    Cue,
    as_said_by,
    behind,
    behind_taken_up,
    cites_grounds,
    front,
    hint_of,
    limit_of,
    past_addressee,
    past_setting,
    taken_up_by,
    trim_end,
)
from servanda.reading.attribution.context import Context
from servanda.reading.attribution.cues import (
    TIME_RE,
    bare_source_pattern,
    noun_too,
    setting_pattern,
    verbs,
    words,
)
from servanda.reading.attribution.inversion import subject_behind
from servanda.reading.attribution.manner import ended_with_thanks, is_said_so
from servanda.reading.attribution.model import Attribution, Source, Words
from servanda.reading.attribution.own_clause import goes_on, with_clause_ahead, with_own_clause
from servanda.reading.attribution.parenthetic import one_person, parenthetic
from servanda.reading.attribution.relatives import ended_with_the_clause, over_relative, relative_speaker
from servanda.reading.attribution.saying_words import PAPER_TODAY, TRAILS, auxiliaries, cues_of, is_noun, token_at
from servanda.reading.attribution.second_verb import subject_of_first
from servanda.reading.attribution.sources import KNOWN_AS, noun_phrase_back, of_person, source_of
from servanda.reading.attribution.statements import issuer_before, issuer_of
from servanda.reading.attribution.things import ended_with_its_thing, takes_clause
from servanda.reading.frozen import replace
from servanda.reading.quotes import Quoted
from servanda.reading.sentences import Sentence

if TYPE_CHECKING:
    from servanda.reading.parser.parsed import Doc

_NOT_SAID = re.compile(r"\b(?:would|will|may|might|could|should|must|not|never|to|if)\s", re.IGNORECASE)
_NO_SUBJECT = re.compile(r"\b(?:to|and|but|or|of|by|for|without|before|after|while|in)\s+$", re.IGNORECASE)
_AFTERWARDS = re.compile(r"(?:after|before|following|during|as|when|while|ahead\s+of)\s")
_ASIDE_WORD = re.compile(
    r",\s*(?:however|meanwhile|for\s+(?:his|its|her|their)\s+part|in\s+turn|too|also|though|on\s+the\s+other\s+hand)\s*,\s*$",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\s*,?\s*(?:citing|quoting|referring\s+to|with\s+reference\s+to|according\s+to|as\s+(?:quoted|cited|reported)\s+by)\s(?:(?!\bthat\b)[^,\"“])+,?\s*(?=that\b|[\"“])"
)
_GOES_ON = re.compile(
    r"(?:(?<=\s)|^)(?:(?:also|later|then)\s+)?(?:(?:went|goes|gone)\s+on\s+to|(?:was|were|is|are)\s+(?:quick|keen|at\s+pains)\s+to|hastened\s+to|rushed\s+to"
    r"|had\s+this\s+to|took\s+(?:the\s+)?(?:opportunity|floor)\s+to"
    r"|(?:took\s+to|(?:went|goes|gone|appeared)\s+on)\s+(?:[\w’'-]+\s+){1,4}?to"
    r"|(?:held|called|gave|used|issued)\s+(?:an?|the|his|her|its|their)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:conference|briefing|interview|speech|address|statement|post)\s+to)\s+(?:[\w-]+ly\s+)?$",
    re.IGNORECASE,
)
_NOT_GIVEN = re.compile(
    r"(?:\s+(?!that\b)[\w'’-]+){0,7}?\s+(?:access|entry|passage|permission|entrance|clearance|freedom\s+of\s+movement|a\s+visa|visas)\b",
    re.IGNORECASE,
)


def in_sentence(
    context: Context, sentence: Sentence, doc: Doc | None, quotes: Sequence[Quoted], last: Source | None
) -> list[Attribution]:
    """The attributions by verbs in one sentence, in the order of their cues."""
    text = context.text
    cues = [takes_clause(sentence, c, doc) for c in cues_of(text, sentence) if not is_noun(text, sentence, c, doc)]
    cues = [c for c in cues if is_said_so(text, sentence, c)]
    found: list[Attribution] = []
    speaker = last
    subject: Source | None = None
    for n, cue in enumerate(cues):
        ahead = cues[n + 1 :]
        made = _attribute(context, sentence, cue, ahead, quotes, speaker, subject, doc)
        made = ended_with_its_thing(text, sentence, cue, doc, quotes, made)
        made = with_clause_ahead(text, sentence, cue, doc, with_own_clause(text, sentence, cue, doc, made))
        made = ended_with_thanks(text, sentence, cue, doc, made)
        found += made
        if made:
            subject = made[0].source
        nested = any(a.content.start <= cue.start < a.content.end for a in found[: -len(made)]) if made else True
        named = subject is not None and subject.kind != "outlet"
        if not nested and subject is not None and named and (of_person(context, subject) or speaker is None):
            speaker = subject
    return found


def _attribute(
    context: Context,
    sentence: Sentence,
    cue: Cue,
    ahead: Sequence[Cue],
    quotes: Sequence[Quoted],
    speaker: Source | None,
    subject: Source | None,
    doc: Doc | None,
) -> list[Attribution]:
    text = context.text
    if cue.verb.form == "participle":
        return _participle(context, sentence, cue, ahead, quotes, subject)
    if text[sentence.start : cue.start].strip().lower() == "having":
        return _fronted(context, sentence, cue, quotes)
    if (enclosed := teller_between_commas(context, sentence, cue, doc)) is not None:
        named, (begin, resume) = enclosed
        teller = on_behalf(context, sentence, cue, source_of(context, named, cue.start, speaker))
        whole = begin, trim_end(text, begin, limit_of(context, sentence, cue, resume, ahead, quotes))
        return [_make(context, sentence, cue, teller, whole, quotes, hint_of(text, begin, cue, resume))]
    floor = _floor(text, sentence, cue, quotes)
    back = auxiliaries(text[floor : cue.start])
    verb_start = floor + back.start() if back else cue.start
    adverbial = text[verb_start : cue.start]
    begun = _GOES_ON.search(text[floor : cue.start]) if cue.verb.form == "base" else None
    if begun is not None:
        verb_start, adverbial = floor + begun.start(), ""
    if cue.verb.lemma == "deny" and _NOT_GIVEN.match(text, cue.end, sentence.end):
        return []  # 'denied the patrol access'
    if cue.verb.lemma == "slam" and re.match(r"\s+(?:into|onto|down|through)\s", text[cue.end : cue.end + 10]):
        return []  # 'rockets slammed into the town'
    if _NOT_SAID.search(adverbial + " ") and re.search(r"\b(?:to|if)\s", adverbial + " ", re.I):
        return []
    if re.search(r"\b(?:not|cannot|never|neither|nor)\s|n['’]t\s", adverbial, re.IGNORECASE):
        return []  # 'did not say whether': nothing is said
    ours = _WE_CAN.search(text, floor, cue.start)
    if re.search(r"\b(?:may|might|can|could|should|must)\s", adverbial, re.IGNORECASE) and ours is None:
        return []  # 'commanders may order': nothing is ordered
    if _UNNAMED.match(text, cue.end) and text[: cue.start].rstrip().endswith(" who"):
        return []  # 'an officer who asked not to be named'
    nameless = _WHO_ASKED.search(text[floor:verb_start])
    verb_start = floor + nameless.start() if nameless else verb_start
    at = _before_time(text, floor, verb_start)
    aside = _ASIDE_WORD.search(text[floor:at])
    at = floor + aside.start() if aside else at
    before = text[floor:at].rstrip()
    behind_it = subject_behind(context, sentence, cue, at, quotes)
    if behind_it is None:
        relative = relative_speaker(context, sentence, cue, doc, floor, at)
        if relative is not None:
            who = on_behalf(context, sentence, cue, source_of(context, relative, cue.start, speaker))
            doubtful = _doubtful(context, sentence, cue, who, quotes)
            made = [] if doubtful else _with_content(context, sentence, cue, who, cue.start, cue.end, ahead, quotes)
            return ended_with_the_clause(text, sentence, cue, doc, made)
        if _NO_SUBJECT.search(text[floor:at] if at > floor else ""):
            source = subject or _joined_subject(context, sentence, cue, doc, speaker)
            return _shared_subject(context, sentence, cue, ahead, quotes, source, text[floor:at])
        if (first := subject_of_first(text, sentence, cue, doc)) is not None and can_speak(context, first):
            source = source_of(context, first, cue.start, speaker)
            return _with_content(context, sentence, cue, source, cue.start, cue.end, ahead, quotes)
        span = over_relative(sentence, cue, doc) or noun_phrase_back(context, floor, at)
        span = span or _parsed_subject(context, sentence, cue, doc)
        if span is None or not before:
            return []
        if (behind_it_all := behind_taken_up(text, sentence.start, span)) is not None:
            if cue.verb.lemma not in words("answers"):
                return []  # 'something X has long demanded': nothing is told of it
            span = behind_it_all
        if not can_speak(context, span):
            return []
        span = issuer_of(context, span[0], cue.start) or _both(context, floor, span, cue)
        told = subject if subject is not None and _is_same_teller(text, span, subject) else None
        source = replace(told, start=span[0], end=span[1], text=text[slice(*span)]) if told is not None else None
        source = source or on_behalf(context, sentence, cue, source_of(context, span, cue.start, speaker))
        if _doubtful(context, sentence, cue, source, quotes):
            return []
        return _with_content(context, sentence, cue, source, span[0], cue.end, ahead, quotes)
    source = source_of(context, behind_it, cue.end, speaker)
    return _with_content(context, sentence, cue, source, cue.start, behind_it[1], ahead, quotes)


_WE_CAN = re.compile(r"(?:^|[\s\"“])(?:we|i)\s+(?:can|may)\s+(?:(?:now|also|only|hereby|today)\s+)?$", re.IGNORECASE)
"""'We can confirm that …': whoever says so says it."""
_AGENT = re.compile(r"\b(?:by|with|of|between|from|for|in)\s+(?:the\s+)?$", re.IGNORECASE)
_SAID_HE = re.compile(
    r"\s+(?:said|says|added|adds|announced|claimed|insisted|stated|confirmed|told\s+[\w’'-]+(?:\s+[\w’'-]+)?)"
    r"(?:\s+(?:on\s+)?[A-Z][a-z]+day)?(?:\s+that)?\s+"
)


_AND = re.compile(r",?\s+and\s+(?:the\s+)?$")
_EACH_OTHER = re.compile(r"\s+(?:each\s+other|one\s+another)\b")


def _both(context: Context, floor: int, span: tuple[int, int], cue: Cue) -> tuple[int, int]:
    """'X and Y, who signed it, accused each other': both, not only the one named last."""
    joint = _AND.search(context.text, floor, span[0]) if _EACH_OTHER.match(context.text, cue.end) else None
    first = noun_phrase_back(context, floor, joint.start()) if joint is not None else None
    return (first[0], span[1]) if first is not None else span


def _is_same_teller(text: str, span: tuple[int, int], subject: Source) -> bool:
    """The 'he' of 'NAME said on Monday that he had ordered': NAME, whoever spoke before him."""
    if text[slice(*span)].lower() not in ("he", "she"):
        return False
    return _SAID_HE.fullmatch(text, subject.end, span[0]) is not None


_UNNAMED = re.compile(
    r"\s+(?:that\s+(?:his|her|their|the)\s+(?:names?|identit(?:y|ies))|not\s+to\s+be\s+(?:named|identified|quoted)|to\s+remain\s+(?:anonymous|unnamed)"
    r"|for\s+anonymity|anonymity)\b",
    re.IGNORECASE,
)
_WHO_ASKED = re.compile(
    r"\s+who\s+(?:asked|requested|wished|preferred|insisted|spoke|declined|refused)\s(?:[^,.;:\"“”]*?\b(?:name[sd]?|identified|anonym\w+|quoted|withheld))"
    r"(?:\s+be\s+withheld)?\s*$",
    re.IGNORECASE,
)
def _doubtful(context: Context, sentence: Sentence, cue: Cue, source: Source, quotes: Sequence[Quoted]) -> bool:
    """A form that may be a noun or go without any content, with a subject that is no speaker that we know."""
    text = context.text
    form = text[cue.start : cue.end].lower()
    if source.kind != "unknown" or context.within(source.start, source.end) or source.text.lower() in ("we", "i"):
        return False
    if bare_source_pattern().search(source.text):
        return False
    loose = form in noun_too() or form == "written" or cue.verb.takes == "that"
    loose = loose or (cue.verb.form == "base" and cue.verb.lemma not in ("say", "believe", "think"))
    said_so = THAT.match(text, cue.end, sentence.end) or any(cue.end <= q.start <= cue.end + 3 for q in quotes)
    return loose and not said_so and not any(cue.start - 60 <= q.end <= cue.start for q in quotes)


def _parsed_subject(context: Context, sentence: Sentence, cue: Cue, doc: Doc | None) -> tuple[int, int] | None:
    """The parser's subject of the verb, where the words before it gave none."""
    token = token_at(doc, cue.start - sentence.start)
    if token is None:
        return None
    for child in token.children:
        if child.dep_ in ("nsubj", "nsubj:outer"):
            left, right = child.left_edge.idx, child.right_edge.idx + len(child.right_edge.text)
            if right <= cue.start - sentence.start:
                return sentence.start + left, sentence.start + right
    return None


def _joined_subject(context: Context, sentence: Sentence, cue: Cue, doc: Doc | None, speaker: Source | None) -> Source | None:
    """'The Front at first refused but later admitted': the subject of the verb that it is joined to."""
    token = token_at(doc, cue.start - sentence.start)
    if token is None or token.dep_ != "conj" or token.head.i >= token.i:
        return None
    span = _parsed_subject(context, sentence, Cue(sentence.start + token.head.idx, cue.end, cue.verb), doc)
    return source_of(context, span, cue.start, speaker) if span is not None and can_speak(context, span) else None


def _floor(text: str, sentence: Sentence, cue: Cue, quotes: Sequence[Quoted]) -> int:
    """From where on the cue's clause may begin: the sentence, or the quotation that it stands in or behind."""
    floor = sentence.start
    for q in quotes:
        if q.start >= cue.start:
            break
        if q.end < cue.start and q.end >= floor and not _is_byname(text, sentence, q):
            floor = min(q.end + 1, cue.start)
        elif q.start <= cue.start <= q.end and q.start > floor:
            floor = q.start
    return floor


def _is_byname(text: str, sentence: Sentence, quote: Quoted) -> bool:
    """'A commander known as "Falcon" said', '"DPR" officials told': a name in quotation marks is no quotation."""
    label = text[quote.start : quote.end]
    if label[:1].isupper() and len(label.split()) <= 3 and label[-1:].isalnum():
        behind = _BEHIND_LABEL.match(text, quote.end, sentence.end)
        if behind is not None and behind[1].lower() not in verbs():
            return True
    return quote.end - quote.start < 40 and KNOWN_AS.search(text, sentence.start, quote.end + 1) is not None


_BEHIND_LABEL = re.compile(r"[\"”»’']\s([a-z]+)\b")


def _before_time(text: str, floor: int, at: int) -> int:
    """Leaves out words of time between subject and verb ('the ministry on Sunday said'), but not those that close what is
    said ('fired on Sunday, said a resident')."""
    for match in TIME_RE.finditer(text, floor, at):
        between, ahead = text[match.end() : at], text[floor : match.start()]
        closes = "," in between and not ahead.rstrip().endswith(",")
        if PAPER_TODAY.search(text, floor, match.end()):
            continue
        if not between.strip(" ,") and not closes and match.start() > floor and ahead.strip(" ,"):
            return match.start()
    return at


def _shared_subject(
    context: Context,
    sentence: Sentence,
    cue: Cue,
    ahead: Sequence[Cue],
    quotes: Sequence[Quoted],
    subject: Source | None,
    before: str,
) -> list[Attribution]:
    """'X said A and added B': the verb goes with the subject before it. 'to say' goes with nobody."""
    if subject is None or not re.search(r"\b(?:and|but)\s+$", before) or cue.verb.form == "base":
        return []
    return _with_content(context, sentence, cue, subject, cue.start, cue.end, ahead, quotes)


def _participle(
    context: Context,
    sentence: Sentence,
    cue: Cue,
    ahead: Sequence[Cue],
    quotes: Sequence[Quoted],
    subject: Source | None,
) -> list[Attribution]:
    """', adding that …', ', accusing Y of …': with the subject of the verb before, or of the clause."""
    text = context.text
    form = text[cue.start : cue.end].lower()
    before = text[sentence.start : cue.start]
    issued = issuer_before(context, sentence, cue.start, subject)
    if issued is not None:
        return _with_content(context, sentence, cue, issued, cue.start, cue.end, ahead, quotes)
    if (
        form not in words("participles")
        or (cue.verb.lemma in ("cite", "quote") and not cites_grounds(text, cue.end, sentence.end))
        or not (TRAILS.search(before) or not before)
    ):
        return []
    if not before.strip():
        return _fronted(context, sentence, cue, quotes)
    source = subject
    if source is None:
        first = next((m for m in context.within(sentence.start, cue.start) if m.kind in ("actor", "person")), None)
        if first is None or not before or _AGENT.search(text[sentence.start : first.start]):
            return []  # the last: 'a deal attended by X was reached, calling for …': X calls for nothing
        source = source_of(context, (first.start, first.end), cue.start)
    if cue.verb.takes == "carry":
        start, end = cue.end + 1, trim_end(text, cue.end, sentence.end)
        return [_make(context, sentence, cue, source, (start, end), quotes, None)]
    return _with_content(context, sentence, cue, source, cue.start, cue.end, ahead, quotes)


def _fronted(context: Context, sentence: Sentence, cue: Cue, quotes: Sequence[Quoted]) -> list[Attribution]:
    """'Accusing Y of …, X suspended the talks': with the subject of the clause that follows."""
    text = context.text
    for comma in re.finditer(r",\s+", text[cue.end : sentence.end]):
        at = cue.end + comma.end()
        first = next(iter(context.within(at, min(at + 60, sentence.end))), None)
        lead = text[at : first.start] if first is not None else ""
        if first is None or first.kind not in ("actor", "person", "group") or not _ARTICLE.fullmatch(lead):
            continue
        end = trim_end(text, cue.end, cue.end + comma.start())
        start = cue.end
        while start < end and text[start].isspace():
            start += 1
        source = source_of(context, (at, first.end), at)
        return [_make(context, sentence, cue, source, (start, end), quotes, None)] if start < end else []
    return []


_ARTICLE = re.compile(r"(?:the\s+|an?\s+|its\s+|their\s+)?(?:[\w-]+\s+){0,2}", re.IGNORECASE)


def _with_content(
    context: Context,
    sentence: Sentence,
    cue: Cue,
    source: Source,
    phrase_start: int,
    phrase_end: int,
    ahead: Sequence[Cue],
    quotes: Sequence[Quoted],
) -> list[Attribution]:
    """The content before the phrase of saying, behind it, or both; several attributions where there are several."""
    text = context.text
    setting = setting_pattern().match(text, phrase_end, sentence.end)
    resume = setting.end() if setting else phrase_end
    spoken_for = BEHALF.match(text, resume, sentence.end)
    resume = spoken_for.end() if spoken_for is not None and (THAT.match(text, spoken_for.end())) else resume
    resume = past_setting(text, cue, resume, sentence.end)
    hint = hint_of(text, phrase_start, cue, resume)
    aside = _ASIDE.match(text, resume, sentence.end)
    resume = aside.end() if aside else resume
    if cue.verb.takes == "told":
        resume = past_addressee(context, resume, sentence.end)
        hint = hint or hint_of(text, phrase_start, cue, resume)  # 'told me yesterday that'
    if cue.verb.takes == "carry":
        told = front(context, sentence, phrase_start, quotes)
        return carried(context, sentence, cue, source, resume, hint, told[:2] if told is not None else None)
    spans: list[tuple[int, int]] = []
    if source.kind in ("monitor", "expert") and cue.verb.lemma in words("counting"):
        cue = Cue(cue.start, cue.end, replace(cue.verb, takes="thing"))  # what monitors recorded is what they say
    person = any(m.kind == "person" for m in context.within(source.start, source.end))
    after = behind(context, sentence, cue, resume, ahead, quotes, person=person)
    shared = phrase_start == cue.start and phrase_end == cue.end
    bare = after is None and not shared
    within = parenthetic(context, sentence, cue, (phrase_start, resume), ahead, quotes) if bare else None
    onward = cue.verb.lemma in words("onward") and one_person(context, source)
    if within is not None and (onward or cue.verb.lemma not in words("quoted_before")):
        return [_make(context, sentence, cue, source, within, quotes, hint)]
    parted = after is None and goes_on(text, resume, sentence)
    ahead_of = None if shared else front(context, sentence, phrase_start, quotes, 1 if parted else 3)
    inverted = phrase_start == cue.start and not shared
    if ahead_of is not None and not ahead_of[2] and not onward and cue.verb.lemma in words("quoted_before"):
        ahead_of = None
    if ahead_of is not None and after is not None and not ahead_of[2] and _is_adjunct(text[ahead_of[0] : ahead_of[1]]):
        ahead_of = None
    if ahead_of is not None and ahead_of[2] and not inverted and _is_over(text, ahead_of[1], sentence, resume, after):
        ahead_of = None
    aside_ = after is not None and _AFTERWARDS.match(text, after[0]) is not None
    if ahead_of is not None and aside_:
        after = None
    if ahead_of is not None and after is not None and _tail_only(text, resume, after, quotes):
        after = None  # 'A, he told reporters at the airport': where and when, not what
    if inverted and ahead_of is not None and after is not None and not any(q.start == after[0] for q in quotes):
        after = None  # '"…," said X, who …': what follows tells of the speaker
    if ahead_of is not None and parted and not ahead_of[2] and not inverted:
        return [_make(context, sentence, cue, source, (ahead_of[0], trim_end(text, resume, sentence.end)), quotes, hint)]
    taken_up = taken_up_by(text, sentence, cue, phrase_start) if after is None else None
    as_said = as_said_by(text, sentence, phrase_start, resume) if after is None else None
    if taken_up is not None or as_said is not None:
        return [_make(context, sentence, cue, source, taken_up or as_said or (0, 0), quotes, hint)]
    if after is not None:
        spans.append(after)
    resumed = after is not None and any(q.start == after[0] for q in quotes) and _RESUMED.match(text, after[0])
    if ahead_of is not None and (after is None or ahead_of[2] or resumed):
        spans.append(ahead_of[:2])
    return [_make(context, sentence, cue, source, span, quotes, hint) for span in sorted(spans)]


_RESUMED = re.compile(r"(?:and|but|or|so)\s")
"""'A, X said, "and B": both are said."""


def _is_over(text: str, end: int, sentence: Sentence, resume: int, after: tuple[int, int] | None) -> bool:
    """'"They fired." The Front denied any role.': a quotation closed with its own full stop, then another's clause."""
    if text[end - 1 : end] != "." or (after is not None and text[after[0] - 1] in '"“«‘'):
        return False
    return after is not None or re.search(r"\w+\s+\w", text[resume : sentence.end]) is not None


def _tail_only(text: str, resume: int, after: tuple[int, int], quotes: Sequence[Quoted]) -> bool:
    """Whether the few words behind a phrase of saying that closes a sentence say no more: no 'that', colon or quotation."""
    opened = THAT.match(text, resume) or text[resume : after[0]].strip() or any(q.start == after[0] for q in quotes)
    return not opened and len(text[after[0] : after[1]].split()) <= 6


_ADJUNCT = re.compile(
    r"(?:in|on|at|during|after|before|following|by|for|with|amid|despite|from|as|when|while|earlier|later|late|early|meanwhile"
    r"|asked|speaking|reached|contacted|responding|commenting|addressing|quoted|\w+ing)\s(?:(?!\b(?:but|and\s+then)\b)[^,;])*$",
    re.IGNORECASE,
)


def _is_adjunct(lead: str) -> bool:
    """'In a post on Telegram', 'Asked about the shelling': where, when, to what it was said."""
    return _ADJUNCT.match(lead) is not None


def _make(
    context: Context,
    sentence: Sentence,
    cue: Cue,
    source: Source,
    span: tuple[int, int],
    quotes: Sequence[Quoted],
    hint: Words | None,
) -> Attribution:
    text = context.text
    quoted = any(q.start < span[1] and span[0] < q.end for q in quotes)
    content = Words(span[0], span[1], text[span[0] : span[1]])
    return Attribution(source, cue.words(text), content, None, quoted, sentence.index, hint, cue.verb.lemma)
