"""Where a sentence has a verb of saying, and where a word of that form is a noun, an adjective or a part of a name.

Invariant: only the word and what stands around it decide; who says what is not asked here.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from servanda.reading.attribution.contents import Cue
from servanda.reading.attribution.cues import any_of, longer_verbs, noun_too, verbs, words
from servanda.reading.attribution.inversion import names_source
from servanda.reading.names.casing import title_case
from servanda.reading.sentences import Sentence
from servanda.reading.tasked import is_tasked

if TYPE_CHECKING:
    from servanda.reading.parser.parsed import Doc, Token

_BE = re.compile(
    r"\b(?:is|are|was|were|been|being|be)\s+"
    r"(?:(?:[\w-]+ly|also|once|later|first|then|never|already|still|again|not|since|soon|now)\s+)*$",
    re.IGNORECASE,
)
_ORDINARY = (
    "new|latest|last|first|official|joint|daily|weekly|recent|press|media|news|written|false|similar|previous|earlier|final|"
    "public|formal|strong|angry|verbal|brief|short|long|detailed|preliminary|interim|medical|police|intelligence|un|annual|monthly"
)
_DETERMINED = re.compile(
    rf"(?:\b(?:the|an?|this|that|his|her|its|their|our|any|no|such|of|in|on|under|with|have|has|had|for|from|by)|['’]s)\s+"
    rf"(?:(?:{_ORDINARY})\s+)?$|\b(?:{_ORDINARY})\s+$",
    re.IGNORECASE,
)
_CLOSES_QUOTE = re.compile(r"[\"”»]\s*[,.]?\s*[-–—]*\s*(?:[\w’'.-]+\s+){1,6}$")
# A base form after one noun in the singular is a noun itself ('a U.S. request', 'Iraq's first demand').
_OWNED = re.compile(r"(?:\b(?:the|an?|his|her|its|their|this)|['’]s)\s+[\w.-]+\s+$", re.IGNORECASE)
_WORD = re.compile(r"(?<![\w-])[A-Za-z]+(?![\w-])")
_TWO = re.compile(r"([A-Za-z]+)\s+(?:(?:deep|grave|serious|great|strong|some|his|her|its|their)\s+)?([A-Za-z]+)(?![\w-])")


def cues_of(text: str, sentence: Sentence) -> list[Cue]:
    """The words of a sentence that are forms of a verb of saying, in order."""
    found = []
    known, longer = verbs(), longer_verbs()
    for match in _WORD.finditer(text, sentence.start, sentence.end):
        word = match.group().lower()
        if word in longer and (both := _TWO.match(text, match.start(), sentence.end)) is not None:
            form = f"{both[1]} {both[2]}".lower()
            if form in known:
                found.append(Cue(match.start(), both.end(), known[form]))
                continue
        if word in known:
            found.append(Cue(match.start(), match.end(), known[word]))
    return found


_RULES = frozenset({"rule", "rules"})
_GROUND = re.compile(
    r"\b(?:ground|truce|ceasefire|accord|house|under|these|those|the|all|its|their|such|strict|new)[- ]$", re.IGNORECASE
)


_SOME_NUMBER = re.compile(
    r"\s+(?:\d|some\b|several\b|(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|hundred|thousand)s?\b)", re.I
)
_OWNER = re.compile(r"(?:['’]s?|\b(?:the|an|its|their|his|of|all|with))\s+$", re.IGNORECASE)


def is_noun(text: str, sentence: Sentence, cue: Cue, doc: Doc | None) -> bool:
    """Whether such a word is no verb of saying where it stands: a noun, an adjective, a passive, a part of a name."""
    form = text[cue.start : cue.end].lower()
    before = text[max(sentence.start, cue.start - 40) : cue.start]
    if is_tasked(text, cue.start) or _BE.search(before) or _part_of_name(text, sentence, cue):
        return True
    if form == "estimated" and _SOME_NUMBER.match(text, cue.end) and _OWNER.search(before):
        return True  # 'its estimated 900 fighters'
    if form in _RULES and _GROUND.search(before):
        return True  # 'violated the ground rules'
    had = _HAD_EARLIER.search(before) is not None
    if cue.verb.form == "past" and not had and _SAID_OF.search(before + "\0" + text[cue.end : cue.end + 24]):
        return True
    if (
        form in _ADJECTIVES
        and not re.match(r"\s+that\b", text[cue.end : cue.end + 8])
        and (not _WHO.search(before) or before[-3:].lower() == "an ")
    ):
        return True
    if form in _TO_WHOM and re.match(r"\s+to\s", text[cue.end : cue.end + 4]):
        return _to_somebody().match(text, cue.end, sentence.end) is None
    if _of_what_is_listed(text, sentence, cue, doc):
        return True
    if cue.verb.lemma in ("continue", "go on") and _GOING_ON.match(text, cue.end):
        return True  # 'continued to shell'
    if form in _FOR_WHAT and re.match(r"\s+(?:for|over)\s", text[cue.end : cue.end + 6]):
        return True  # 'X blamed for the attack'
    if form in _FOR_WHAT and _MUTUAL.search(before):
        return True  # 'trade blame over the attack'
    if form in _FOR_WHAT and not re.search(r"\w", text[cue.end : sentence.end]):
        return True  # 'Five killed in shelling, X blamed'
    if form in _OF_WHOM and re.match(r"\s+(?:of|for|in)\s", text[cue.end : cue.end + 6]):
        return True
    if _CLOSES_QUOTE.search(before) and not re.search(r"\w", text[cue.end : sentence.end]):
        return False  # '"…", - the expert marks.': after a quotation the last word says so
    if _ENDS_LINE.search(before) and names_source(text[cue.end : sentence.end]):
        return False  # '…, report local sources'
    if cue.verb.form == "participle" and TRAILS.search(before):
        return False  # ', warning that …'
    if form in noun_too() or cue.verb.form == "base":
        if _DETERMINED.search(before):
            return True
        if cue.verb.form == "base" and (owned := _OWNED.search(before)) and not owned.group().rstrip().endswith("s"):
            return True
        token = token_at(doc, cue.start - sentence.start)
        if token is not None:
            return token.pos_ not in ("VERB", "AUX")
    return False


def _of_what_is_listed(text: str, sentence: Sentence, cue: Cue, doc: Doc | None) -> bool:
    """'The prisoners listed in annex B had been released': what was done to them, and nothing they say."""
    token = token_at(doc, cue.start - sentence.start) if cue.verb.form == "past" else None
    if token is None or token.dep_ != "acl" or token.head.i >= token.i:
        return False
    return _WHERE_LISTED.match(text, cue.end) is not None


_WHERE_LISTED = re.compile(
    r"\s+(?:in|on|at|as|under|with|for|near|during|since|within|missing|dead|killed|wounded|captured)\s"
    r"(?![^,;.]*(?:\bthat\s|[\"“]))"
)
_MUTUAL = re.compile(r"\b(?:trad(?:e[sd]?|ing)|swap(?:s|ped|ping)?|exchang(?:e[sd]?|ing))\s$", re.IGNORECASE)
_HAD_EARLIER = re.compile(r"\b(?:has|had|have)\s+(?:earlier|recently|jointly|hastily|newly)\s+$", re.IGNORECASE)
"""'Had earlier said A': a verb, unlike the 'declared' of 'an earlier declared truce'."""
_GOING_ON = re.compile(r"\s+(?:to|with|in|on|for|into|its|their|his|the)\s")
_SAID_OF = re.compile(
    r"(?:\b(?:the|an?|its|their|his|her|our|these|those|newly|jointly|hastily|earlier|recently)|['’]s)\s\0\s(?!that\b)[a-z]"
    r"|\b(?!by\b)[a-z-]+,?\s\0\sby\s(?!(?:satellite\s|mobile\s|cell\s)?(?:tele)?phone\b|radio\b|e-?mail\b|letter\b|fax\b|\w+ing\b)",
    re.IGNORECASE,
)
"""Around a past form (the place of the cue is the zero): 'their disputed border', 'a truce declared by X' say nothing."""
TRAILS = re.compile(r",[\"”’']?\s*(?:\w+ly\s+|also\s+|while\s+)?$")
_ENDS_LINE = re.compile(r",\s*$")


# Past forms that stand as adjectives before a noun, and those that are passive where 'of' follows.
_ADJECTIVES = frozenset(["alleged", "suspected", "suspect", "estimated", "published", "broadcast", "registered", "feared"])


@cache
def _to_somebody() -> re.Pattern[str]:
    """'Said to our reporter that', 'said to the press: "': to a listener, not 'said to have left'."""
    return re.compile(
        rf"\s+to\s+(?i:{any_of(words('addressees'))})(?:\s+[^,.;:\"“”]{{1,40}}?)??\s*(?:,?\s+that\b|[:,]\s|,?\s*[\"“«])"
    )


_TO_WHOM = frozenset(["believed", "thought", "said", "reported", "estimated", "alleged", "suspected"])
_OF_WHOM = frozenset(["accused", "suspected"])
_FOR_WHAT = frozenset(
    ["blamed", "condemned", "criticised", "criticized", "slammed", "faulted", "censured", "rebuked", "denounced"]
)
_WHO = re.compile(
    r"(?:^|[\s\"“])(?:(?:he|she|it|they|we|who)\s+|(?:the\s+)?[A-Z][\w'’-]*\s+|[a-z]+(?:ry|ties|ment|cy|ls)\s+)(?:has\s+|had\s+|have\s+)?$"
)


def _part_of_name(text: str, sentence: Sentence, cue: Cue) -> bool:
    """'United States': a capital in the middle of a sentence that is not set in title case."""
    if not text[cue.start].isupper() or cue.start == sentence.start or sentence.segment == "headline":
        return False
    if cue.end - cue.start > 3 and text[cue.start : cue.end].isupper() and not text[sentence.start : sentence.end].isupper():
        return False  # 'the army has DENIED that'
    return text[cue.start - 1] not in "\"“«‘'" and not title_case(text, cue.start)


_BESIDE_VERB = (
    r"has|have|had|did|does|do|also|later|earlier|then|since|further|again|repeatedly|immediately|now|still|already|"
    r"once|first|initially|originally|jointly|unilaterally|formally|separately|previously|recently|publicly|officially|reportedly|however|always|often|only|would|will|may|might|could|can|cannot|"
    r"should|must|hereby|not|never|neither|nor|even|nevertheless|thus|therefore|quickly|promptly|strongly|firmly|flatly|categorically|consistently|"
    r"furthermore|moreover|long|additionally|likewise|meanwhile|instead|subsequently|eventually|finally|nonetheless|accordingly|similarly|too|"
    r"angrily|bluntly|openly|reluctantly|duly|vehemently|strenuously|indirectly|tacitly|explicitly|expressly|clearly|grudgingly|"
    r"privately|specifically|simply|merely|simultaneously|defiantly|indignantly|solemnly|"
    r"won['’]t|wouldn['’]t|didn['’]t|doesn['’]t|don['’]t|hasn['’]t|haven['’]t|couldn['’]t|can['’]t|"
    r"until\s+now|till\s+now|until\s+then|up\s+to\s+now|until\s+recently|hitherto|"
    r"today|yesterday|in\s+turn|for\s+his\s+part|for\s+its\s+part|himself|herself|itself|themselves"
)
_AUXILIARY = re.compile(rf"(?:(?<=\s)|^)(?:(?:{_BESIDE_VERB})\s+)+$", re.IGNORECASE)
_NEXT_TO_VERB = frozenset(re.split(r"\|(?:\w+\\s\+)*", _BESIDE_VERB.replace("['’]", "'"))) | frozenset(
    re.split(r"\|(?:\w+\\s\+)*", _BESIDE_VERB.replace("['’]", "’"))
)
"""The last words of these; most verbs have none right before them."""


PAPER_TODAY = re.compile(r"(?:^|\s)[A-Z][\w'’-]*\sToday\s*$")
"""'Rusa Today': with two capitals it is the name of an outlet, and no word of time."""


def auxiliaries(before: str) -> re.Match[str] | None:
    """The auxiliaries and adverbs that stand right before a verb."""
    last = before.rsplit(None, 1)[-1:]
    if PAPER_TODAY.search(before):
        return None
    return _AUXILIARY.search(before) if last and last[0].lower() in _NEXT_TO_VERB else None


def token_at(doc: Doc | None, offset: int) -> Token | None:
    """The token at a place of its sentence; None where the sentence was not parsed."""
    if doc is None:
        return None
    return doc.token_at(offset)
