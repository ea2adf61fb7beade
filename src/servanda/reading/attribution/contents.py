"""Contents: the stretch of text that a verb of saying attributes, before it or behind it.

Invariant: a content begins and ends with a word, lies in one paragraph, and does not reach into the clause of another
speaker that stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from servanda.reading.attribution.context import Context
from servanda.reading.attribution.cues import TIME_RE, Verb, any_of, setting_pattern, verb_pattern, words
from servanda.reading.attribution.model import Attribution, Words
from servanda.reading.frozen import dataclass, replace
from servanda.reading.quotes import Quoted
from servanda.reading.sentences import Sentence, is_title
from servanda.reading.times.ahead import of_what_is_ahead

THAT = re.compile(r"\s*,?\s*(?:that\s*,?|how|whether)\s+")
_AT_LENGTH = re.compile(
    r"(?:\s*,?\s+(?:in|at|on|during|after|before|to|from|following|upon)\s+(?:(?!\bthat\b)[^,;:\"“”]){1,80})?"
    r"(?:,\s+(?:(?!\bthat\b)[^,;:\"“”]){1,60}){0,4}(?=,\s+that\s)"
)
"""'Said at a meeting, on 5 May, on the truce, that …': where, when and of what, before what is said."""
_TO_WHOM = re.compile(r"\s+(?:to|before)\s+(?:the|all|our|its|his|her|their)\s+(?P<whom>(?:[\w'’-]+\s+){1,6}?)(?=that\s)")
_COLON = re.compile(r"\s*[:,]?\s*(?=[\"“„«'‘])|\s*:\s*")
_PROMISED = re.compile(r"\s+(?:not\s+to|to|the|an?|his|her|their|its)\s", re.IGNORECASE)
_OTHER_CLAUSE = re.compile(r",?\s*(?:but|while|whereas|although|though)\s|;\s|,\s*and\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying at its place, with the sentence's limits."""

    start: int
    end: int
    verb: Verb

    def words(self, text: str) -> Words:
        """The cue as a stretch of text."""
        return Words(self.start, self.end, text[self.start : self.end])


@cache
def _grounds() -> re.Pattern[str]:
    """Words by which what is cited is a ground for what was done, and no source."""
    return re.compile(
        rf"\s*(?:(?:the|its|their|his|an?|what)\s+)?(?:[\w'’-]+\s+){{0,3}}?(?:{any_of(words('grounds'))})\b", re.I
    )


def cites_grounds(text: str, at: int, ceiling: int) -> bool:
    """'Suspended the talks, citing violations of the truce': the grounds are the doer's own word."""
    return _grounds().match(text, at, ceiling) is not None or _DOING.match(text, at, ceiling) is not None


_DOING = re.compile(
    r"\s*(?:(?:the|its|their|some|several|\d+)\s+)?(?:[\w'’-]+\s+){1,4}?(?:leav|enter|attack|fir|shell|mov|cross|violat|breach|refus"
    r"|fail|carry|bomb|kill|abduct|block|deploy|build|arrest|seiz|captur|loot|roam)ing\s",
    re.IGNORECASE,
)
"""'Citing rebels leaving their camps'."""


def past_setting(text: str, cue: Cue, at: int, ceiling: int) -> int:
    """Behind where and to whom it was said: 'announces to the masses that', 'told, at a meeting, that'."""
    where = _AT_LENGTH.match(text, at, ceiling) if cue.verb.takes == "clause" else None
    at = where.end() if where is not None else at
    whom = _TO_WHOM.match(text, at, ceiling) if cue.verb.takes in ("clause", "that", "thing") else None
    return whom.start("whom") + len(whom["whom"].rstrip()) if whom is not None and not _answered_thing(whom["whom"]) else at


def _answered_thing(whom: str) -> bool:
    """'Replied to the charge that', 'admitted to the fact that': what is answered, and nobody who is told."""
    return not {"fact", "point", *words("nouns"), *words("taken_up")}.isdisjoint(whom.lower().split())


_OUTLET_BEHIND = re.compile(
    r"(?:['’]s)?(?:\s+(?:state|news|local|private|public|independent))?\s+(?:news\s+)?"
    r"(?:agency|television|TV|radio|newspaper|newspapers|website|broadcaster|channel|magazine|daily|service|network)(?![\w-])"
)
"""'told the NAME news agency'."""


_CLAUSE_ON = re.compile(r"\b(?:had|has|have|was|were|is|are|will|would|did)\s", re.IGNORECASE)


def past_addressee(context: Context, at: int, ceiling: int) -> int:
    """Behind whoever is told: 'told Reuters that …', 'told the council: …'."""
    text = context.text
    stop = re.compile(r"\s*[:,]|\s+(?:that|how|whether)\s|\s*[\"“«]").search(text, at, min(at + 80, ceiling))
    for m in context.within(at, min(at + 50, ceiling)):
        if re.fullmatch(r"\s*(?:the\s+|an?\s+)?(?:[\w-]+\s+){0,2}", text[at : m.start]):
            if stop is None or m.end <= stop.start():
                at = m.end
            break
    else:
        people = any_of(words("addressees"))
        name = re.compile(rf"\s+(?:(?i:{people})\b|(?:the\s+)?[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*)*)").match(text, at, ceiling)
        at = name.end() if name else at
    outlet = _OUTLET_BEHIND.match(text, at, ceiling)
    at = outlet.end() if outlet else at
    setting = setting_pattern().match(text, at, ceiling)
    at = setting.end() if setting else at
    near = stop if stop is not None and stop.start() >= at else None
    if near is not None and near.group().strip()[-1:] in '"“«' and _CLAUSE_ON.search(text, at, near.start()):
        return at  # 'told NAME troops had come under "a heavy attack"': the clause is told too
    return near.start() if near is not None and len(text[at : near.start()].split()) <= 7 else at


def behind(
    context: Context,
    sentence: Sentence,
    cue: Cue,
    at: int,
    ahead: Sequence[Cue],
    quotes: Sequence[Quoted],
    *,
    person: bool = False,
) -> tuple[int, int] | None:
    """The content that follows the phrase of saying, or None where only a full stop or an aside follows."""
    text = context.text
    end = limit_of(context, sentence, cue, at, ahead, quotes)
    quote = next((q for q in quotes if at <= q.start <= end and not re.search(r"[^\W_]", text[at : q.start])), None)
    if quote is not None:
        return quote.start, max(quote.end, _quote_tail(text, quote, end))
    that = THAT.match(text, at, end)
    start = that.end() if that else at
    if that is None and (colon := _COLON.match(text, at, end)):
        start = colon.end()
    rest = text[start:end]
    if re.match(r"\s*,?\s*(?:with\s+reference|citing|referring|quoting|so\b[,.]?)\s*", rest) and that is None:
        return None
    promises = person and cue.verb.lemma in words("promising") and _PROMISED.match(text, at, end) is not None
    if that is None and cue.verb.takes == "that" and not promises and not _COLON.match(text, at, end):
        return None
    if that is None and cue.verb.takes == "clause" and _ABOUT.match(rest):
        return None
    if that is None and re.match(r"\s*to\s", rest) and cue.verb.takes in ("clause", "thing") and cue.verb.lemma != "claim":
        return None
    if that is None and re.match(r"\s*(?:[.;!?)\]]|,)", rest) and not re.match(r"\s*,\s*(?:that|however)\b", rest):
        return None
    while start < end and (text[start].isspace() or text[start] in ",:"):
        start += 1
    end = trim_end(text, start, end)
    minimum = 1 if cue.verb.takes in ("thing", "object") or that else 2
    return (start, end) if len(text[start:end].split()) >= minimum else None


_ABOUT = re.compile(
    r"\s*(?:(?:on|with|of|against)|(?:in|at|for)(?!\s+(?:least|most|all|total)\s)"
    r"|(?:about|over)(?!\s+(?:\d|half|a\s|an\s|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|dozens|hundreds)))\s"
)
"""What was spoken of, where, to whom; 'said over 200 soldiers …', 'said at least six …' are said."""


def _quote_tail(text: str, quote: Quoted, end: int) -> int:
    """A quotation that is part of a longer clause: the content runs on ('said "terrorists" had attacked')."""
    inside = text[quote.start : quote.end]
    if len(inside.split()) > 6 or inside.rstrip()[-1:] in ".!?,":
        return quote.end
    tail = text[quote.end + 1 : end]
    return trim_end(text, quote.start, end) if re.match(r"\s+[a-z]", tail) else quote.end


_SCENE = re.compile(
    r",\s+(?:even\s+)?(?:just\s+)?as\s+(?=(?:the|its|their|his|an?|both|two)\b|[A-Z])"
    r"(?!(?:the|an?)\s+(?:result|consequence|part|sign|gesture|means|way|step|response|condition|guarantee|precaution)\b)"
    r"(?=[^,;\"“”]*\s(?:\w+ed|was|were|is|are|has|have|had|let|began|continues?|continued|fought|left|fell|held|kept|made|took)\b)"
)
"""'Announced that the truce was extended, as the army let the deadline pass': what goes on beside it the narrator tells."""


def limit_of(context: Context, sentence: Sentence, cue: Cue, at: int, ahead: Sequence[Cue], quotes: Sequence[Quoted]) -> int:
    """Where the content behind ends: with the sentence, its quotation, or before another speaker's clause."""
    end = sentence.end
    for q in quotes:
        if q.start <= cue.start < q.end:
            end = min(end, q.end)
        elif at <= q.start and q.end > end and q.start < end:
            end = q.end
    if _CONCEDES.match(context.text, sentence.start, cue.start) and (comma := context.text.find(",", at, end)) > 0:
        end = comma
    if is_title(context.text, sentence) and (beside := context.text.find("; ", at, end)) > 0:
        end = beside  # 'UN says A; army admits B': two headlines in one
    scene = _SCENE.search(context.text, at, end)
    if scene is not None and not any(q.start <= scene.start() < q.end for q in quotes):
        end = scene.start()
    mended = _MENDED.search(context.text, at, end)
    of_a_text = mended is not None and (mended["fact"] or _A_TEXT.search(context.text, sentence.start, cue.start))
    if mended is not None and of_a_text and not any(q.start <= mended.start() < q.end for q in quotes):
        end = mended.start()
    joined = cue.verb.form == "past" and (" and " in context.text[at:end] or " but " in context.text[at:end])
    borne_out = _BORNE_OUT.search(context.text, at, end) if joined else None
    if borne_out is not None and not any(q.start <= borne_out.start() < q.end for q in quotes):
        end = borne_out.start()
    for before, nxt in zip((cue, *ahead), ahead, strict=False):
        if nxt.start >= end:
            break
        cut = _coordinate(context.text, max(at, before.end), nxt)
        if cut is not None and not any(q.start <= cut < q.end for q in quotes):
            return cut
    return end


_MENDED = re.compile(
    r"\s*[;–—]\s+(?:(?P<fact>(?:but\s+)?(?:in\s+(?:fact|reality|truth)|actually)\b)|it\s+(?:was|is)\s+[^;,]{3,50}?\s(?:that|who)\s)",
    re.IGNORECASE,
)
_A_TEXT = re.compile(r"\b(?:caption|headline|article|graphic|story|item|chart|map)\s+(?:also\s+|wrongly\s+)?\Z", re.IGNORECASE)
"""'Said X had fired; in fact it was Y', 'a caption said X had fired; it was Y that did': the narrator sets it right."""
_BORNE_OUT = re.compile(
    r",?\s+(?:and|but)\s+(?:(?:it|they|he|she)\s+)?(?:never\s+|still\s+|duly\s+|then\s+)*"
    r"(?:(?:did|has|have)(?:\s+not|n['’]t)?(?:\s+done)?(?:\s+so)?|(?<=it\s)had\s+not|(?<=they\s)had\s+not)(?=\s*[.;,]|\s+(?:on|by|in|at)\b|\s*$)"
)
"""'Said it would leave, and did', 'said it had left, but it had not': whether it was so the narrator tells."""
_CONCEDES = re.compile(r"[\"“]?(?:al|even\s+)?(?:though|while|whereas)\s[^,;:\"“”]*\Z", re.IGNORECASE)
"""'Although X says A, B': B is not said by X."""


def _coordinate(text: str, at: int, cue: Cue) -> int | None:
    """Where the clause of another verb of saying begins that stands beside the one before, not in it."""
    stretch = text[at : cue.start]
    shared = re.search(r",?\s+(?:and|but|or)\s+(?:also\s+|then\s+|\w+ly\s+|has\s+|had\s+|have\s+)?$", stretch)
    if shared is not None and cue.verb.form in ("past", "third"):
        return at + shared.start()
    if cue.verb.form == "participle":
        comma = stretch.rfind(",")
        if comma >= 0 and len(stretch[comma + 1 :].split()) <= 1 and text[cue.start : cue.end].lower() in words("participles"):
            return at + comma
        return None
    if cue.verb.lemma in words("answers"):
        answer = re.search(
            rf",\s*(?:(?:an?|the)\s+(?:{any_of(words('taken_up'))})|something|which(?!\s+(?:has|have|had|is|are|was|were)\b))\s[^,]*$",
            stretch,
            re.IGNORECASE,
        )
        if answer is not None:
            return at + answer.start()
    last = None
    for match in _OTHER_CLAUSE.finditer(stretch):
        last = match
    if last is None or len(stretch[last.end() :].split()) > 9:
        return None
    return at + last.start()


def front(
    context: Context, sentence: Sentence, begin: int, quotes: Sequence[Quoted], least: int = 3
) -> tuple[int, int, bool] | None:
    """The content before the phrase of saying, of so many words at `least`: (start, end, is a quotation)."""
    text = context.text
    edge = begin
    while edge > sentence.start and (text[edge - 1].isspace() or text[edge - 1] in "-–—,"):
        edge -= 1
    for q in reversed(quotes):
        if q.start > begin:
            continue
        if q.end < begin and not re.search(r"[^\W_]", text[q.end : begin]):
            start = q.start
            if q.end < sentence.start and _of_a_clause(text, q.start):
                return None
            if q.start >= sentence.start and _runs_on(text, sentence.start, q.start):
                start = sentence.start
            return start, q.end, True
        break
    if edge <= sentence.start or edge == begin:
        return None
    if text[edge : edge + 1] != "," and not re.match(r"\s*[-–—]", text[edge:begin]):
        return None
    floor = sentence.start
    for q in quotes:
        if q.start <= begin <= q.end:
            floor = max(floor, q.start)
    if _WITHIN.match(text, begin, sentence.end):
        floor = max(floor, text.rfind("; ", floor, edge) + 1)  # 'A; B, residents said, had fled': of B alone
    start, end = floor, trim_end(text, floor, edge)
    while start < end and text[start].isspace():
        start += 1
    if _CONDITION.match(text, start, end) and _TO_COME.match(text, begin, sentence.end):
        return None  # 'if the army fires, the rebels will respond'
    return (start, end, False) if len(text[start:end].split()) >= least else None


_TO_COME = re.compile(r"[^,.;\"“”]{2,60}?\s(?:will|would|shall|could|may|might|must|can)\s")
_CONDITION = re.compile(r"(?:if|should|unless|once|whenever|had|were|in case|as soon as)\b[^,]*$", re.IGNORECASE)
_WITHIN = re.compile(r"[\s]*[\w\s'’-]{3,60},\s+(?:[a-z]|[A-Z]{2})")
"""', residents said, had fled': who says so stands within what he says."""


def _of_a_clause(text: str, quote: int) -> bool:
    """'X spoke of "a violation". Y …': a few words quoted at the end of a sentence are no saying of the next one's."""
    before = text[max(0, quote - 60) : quote].rstrip(" \"“«‘'")
    return before[-1:].isalnum() or before[-1:] == ","


def _runs_on(text: str, start: int, quote: int) -> bool:
    """Whether words before a quotation belong to the same content ('Troops "will stay," he said')."""
    lead = text[start : quote - 1].strip()
    return len(lead.split()) >= 2 and lead[-1:] not in ":.!?" and not verb_pattern().search(lead)


def trim_end(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] in '.,;:-–—"”»!?…'):
        end -= 1
    return end


def cut_at(text: str, a: Attribution, at: int) -> Attribution:
    """The attribution with its content ended before a place within it."""
    end = trim_end(text, a.content.start, at)
    return replace(a, content=Words(a.content.start, end, text[a.content.start : end]))


def taken_up_by(text: str, sentence: Sentence, cue: Cue, begin: int) -> tuple[int, int] | None:
    """', a charge X denied', ', which X denied': the content is the word that takes up what was just said."""
    if cue.verb.lemma not in words("answers"):
        return None
    pattern = rf",\s*((?:(?:an?|the)\s+(?:{any_of(words('taken_up'))})|something)(?:\s+(?:that|which))?|which)\s*$"
    match = re.search(pattern, text[sentence.start : begin], re.IGNORECASE)
    return (sentence.start + match.start(1), sentence.start + match.end(1)) if match else None


def behind_taken_up(text: str, floor: int, span: tuple[int, int]) -> tuple[int, int] | None:
    """The X of ', a charge X denied', ', something X has demanded'; None where the words take nothing up."""
    opens = _TAKES_UP.match(text, *span) if text[floor : span[0]].rstrip().endswith(",") else None
    return (opens.end(), span[1]) if opens is not None and opens.end() < span[1] else None


_TAKES_UP = re.compile(
    r"(?:(?:an?|the)\s+(?:\w+\s+)?(?:charge|claim|allegation|accusation|assertion|statement|report|version|account|move|suggestion|step"
    r"|decision|demand|condition|proposal|offer|gesture)|something)\s+(?:(?:that|which)\s+)?(?=[A-Z]|the\s)"
)
_OPENING = re.compile(
    r"(?:but|and|yet|still|however|meanwhile|indeed|moreover|nevertheless|nonetheless|instead|so|also|then)\s*", re.IGNORECASE
)
"""'However, as X noted, A': A is said, and nothing before it."""


def as_said_by(text: str, sentence: Sentence, begin: int, resume: int) -> tuple[int, int] | None:
    """'As X noted, CONTENT' and 'CONTENT, as X noted'."""
    if re.search(r"\b(?:promised|vowed|pledged|hoped|agreed|feared|demanded)\s*$", text[begin:resume]):
        return None  # 'as NAME had promised'
    lead = re.search(r"(?:^|,\s*|\(\s*|^(?:but|and|yet|so)\s+)as\s*$", text[sentence.start : begin], re.IGNORECASE)
    if lead is None:
        return None
    if lead.start() > 0 and not _OPENING.fullmatch(text, sentence.start, sentence.start + lead.start()):
        return sentence.start, sentence.start + lead.start()
    comma = re.compile(r"\s*,\s*").match(text, resume, sentence.end)
    return (comma.end(), trim_end(text, comma.end(), sentence.end)) if comma else None


_ASIDE_OF = re.compile(r",\s(?:who|whose|which|whom)\s[^,;:\"“”]*")
"""'NAME, whose men lost the town in May, said': he did not speak in May."""
_THAT_DID = re.compile(r"\w\s(?:who|that|which)\s[^,;:\"“”]*")
"""Nor did 'a patrol that reached the village on 18 June found'."""


def hint_of(text: str, begin: int, cue: Cue, resume: int) -> Words | None:
    """When it was said, where the phrase of saying tells."""
    for start, end in ((cue.end, resume), (begin, cue.start)):
        asides = [m.span() for m in _ASIDE_OF.finditer(text, start, end)]
        asides += [m.span() for m in _THAT_DID.finditer(text, start, end) if start == begin]
        times = (m for m in TIME_RE.finditer(text, start, end) if of_what_is_ahead(text, m.start()) is None)
        match = next((m for m in times if not any(a < m.start() < b for a, b in asides)), None)
        if match is not None:
            return Words(match.start(), match.end(), match.group())
    return None
