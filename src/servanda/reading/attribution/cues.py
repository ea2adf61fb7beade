"""The words that attribute, as the data file gives them, with all their forms.

Invariant: every form is in lower case and stands for one lemma.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from servanda.reading.any_word import any_word
from servanda.reading.frozen import dataclass
from servanda.reading.small_letters import compile_small
from servanda.vocabulary import vocabulary

_FILE = "attribution_cues.yaml"
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of saying: its lemma, what it takes (clause, thing, object, told, carry), its form's ending."""

    lemma: str
    takes: str
    form: str


def forms(lemma: str, irregular: Iterable[str] | None = None) -> dict[str, str]:
    """All forms of a verb to what they are: base, third, past, participle (-ing). Particles stay behind."""
    head, _, rest = lemma.partition(" ")
    tail = f" {rest}" if rest else ""
    if irregular is not None:
        third, past, ing, *more = irregular
        found = {head: "base", third: "third", ing: "participle", **dict.fromkeys((past, *more), "past")}
        return {f"{w}{tail}": f for w, f in found.items()}
    if head == "go":
        return {f"{w}{tail}": f for w, f in (("go", "base"), ("goes", "third"), ("went", "past"), ("going", "participle"))}
    if head.endswith("e"):
        third, past, ing = f"{head}s", f"{head}d", f"{head[:-1]}ing"
    elif head.endswith("y") and head[-2] not in _VOWELS:
        third, past, ing = f"{head[:-1]}ies", f"{head[:-1]}ied", f"{head}ing"
    else:
        third = f"{head}es" if head.endswith(("s", "sh", "ch", "x")) else f"{head}s"
        past, ing = f"{head}ed", f"{head}ing"
    return {f"{w}{tail}": f for w, f in ((head, "base"), (third, "third"), (past, "past"), (ing, "participle"))}


@cache
def verbs() -> dict[str, Verb]:
    """Every form of every verb of saying."""
    data = vocabulary(_FILE)
    found: dict[str, Verb] = {}
    for takes, lemmas in data["verbs"].items():
        for lemma in lemmas:
            for word, form in forms(lemma, data["irregular"].get(lemma.split()[0])).items():
                found.setdefault(word, Verb(lemma, takes, form))
    return found


@cache
def always_said() -> frozenset[str]:
    """The forms that say something wherever they are verbs; 'stormed' and 'thanked' do only beside what is said."""
    beside = {*words("beside_words"), *words("thanking")}
    return frozenset(form for form, verb in verbs().items() if verb.lemma not in beside)


@cache
def longer_verbs() -> frozenset[str]:
    """The first words of the forms that have two ('points out')."""
    return frozenset(form.split()[0] for form in verbs() if " " in form)


@cache
def words(key: str) -> tuple[str, ...]:
    """One list of the data file."""
    return tuple(str(w) for w in vocabulary(_FILE)[key])


def any_of(items: Iterable[str]) -> str:
    """A regular expression for any of the words, longest first, any white space between their parts."""
    return any_word(items, lambda letter: r"\s+" if letter == " " else re.escape(letter))


@cache
def verb_pattern() -> re.Pattern[str]:
    """Any form of a verb of saying."""
    return re.compile(rf"(?<![\w-])(?:{any_of(always_said())})(?![\w-])", re.IGNORECASE)


@cache
def verb_in_small_letters() -> re.Pattern[str]:
    """Any form of a verb of saying in a text in small letters."""
    return compile_small(rf"(?<![\w-])(?:{any_of(always_said())})(?![\w-])")


@cache
def noun_too() -> frozenset[str]:
    """Forms that are nouns as well."""
    return frozenset(words("noun_too"))


@cache
def kind_words() -> dict[str, str]:
    """Head noun of a source to the speaker kind that it shows."""
    found: dict[str, str] = {}
    for kind, nouns in vocabulary(_FILE)["kinds"].items():
        for noun in nouns:
            found.setdefault(str(noun), kind)
    return found


@cache
def kind_pattern() -> re.Pattern[str]:
    """Any head noun of a source."""
    return re.compile(rf"(?<![\w-])(?:{any_of(kind_words())})(?![\w-])", re.IGNORECASE)


@cache
def official_pattern() -> re.Pattern[str]:
    """Any head noun of an office or an official body."""
    return re.compile(rf"(?<![\w-])(?:{any_of(words('official'))})(?![\w-])", re.IGNORECASE)


@cache
def bodies_pattern() -> re.Pattern[str]:
    """The whole name of a body of many states, as it is written ('UN')."""
    return re.compile(rf"(?:{any_of(words('bodies'))})")


@cache
def bare_source_pattern() -> re.Pattern[str]:
    """'sources' without a word of what they are sources in."""
    other = "".join(rf"(?<!{w} )" for w in ("diplomatic", "security", "intelligence", "ministerial"))
    return re.compile(rf"(?<![\w-]){other}sources?(?![\w-])", re.IGNORECASE)


@cache
def state_pattern() -> re.Pattern[str]:
    """An office or body that a state has."""
    return re.compile(rf"(?<![\w-])(?:{any_of(words('state_bodies'))})(?![\w-])", re.IGNORECASE)


@cache
def not_state_pattern() -> re.Pattern[str]:
    """Words beside it by which it is no state's, or not the state's own any more."""
    return re.compile(rf"(?<![\w-])(?:{any_of(words('not_state'))})(?![\w])", re.IGNORECASE)


@cache
def agency_pattern() -> re.Pattern[str]:
    """The name of a news agency or outlet that the data file lists, as it is written."""
    return re.compile(rf"(?<![\w-])(?:{any_of(words('agencies'))})(?![\w-])")


_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_NO_EVENT = r"(?!\s+(?:the|an?|its|their|his|her|it|they|he|she|any)\b)"
"""'A day before', and not 'a day before the deadline'."""
TIME = (
    r"(?:(?:earlier|later|late|early|previously|recently|today|yesterday|again|separately)"
    r"(?:\s+(?:today|yesterday|in the day|this week|this month|on\s+\w+day))?"
    rf"|(?:(?:on|late|early)\s+)?(?:last\s+|this\s+)?{_WEEKDAY}(?:\s+(?:morning|evening|night|afternoon))?"
    rf"|(?:on\s+)?(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}})?"
    rf"|(?:on\s+)?{_MONTH}\s+\d{{1,2}}(?:,?\s+\d{{4}})?"
    rf"|(?:on\s+)?(?:this|last|that|the\s+(?:same|next|following))\s+(?:morning|afternoon|evening|night|day)|the\s+day\s+(?:before|after){_NO_EVENT}"
    rf"|(?:last|this)\s+(?:week|month|year)|in\s+{_MONTH}(?:\s+\d{{4}})?|on\s+\d{{4}}-\d{{2}}-\d{{2}}"
    rf"|(?:a|one|two|three|several|\d+)\s+(?:day|week|month|hour|year)s?\s+(?:ago|earlier|later|before{_NO_EVENT}))"
)
TIME_RE = re.compile(rf"(?<!\w){TIME}(?!\w)", re.IGNORECASE)


@cache
def setting_pattern() -> re.Pattern[str]:
    """What may stand between a verb of saying and what is said: when, where, in what, to whom."""
    settings, people = any_of(words("settings")), any_of(words("addressees"))
    article = r"(?:an?|the|his|her|its|their|this|that)\s+"
    after = r"(?:on|to|with|from|for|of|in|issued|released|published|posted|carried|by|late|early)"
    inside = (
        rf"(?i:in|at|during|on|via|through)\s+(?:{article})?(?:[\w-]+\s+){{0,3}}?(?i:{settings})(?:\s+(?i:{settings}))?"
        rf"(?:\s+[A-Z][\w'’-]+){{0,3}}"
        rf"(?:\s+{after}\s+(?!that\b)[^,.;:\"“”«»]{{1,60}}?)?"
    )
    place = r"(?:in|from|at)\s+(?:the\s+)?[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)*"
    to = rf"to\s+(?i:{people})|to\s+(?:the\s+)?[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*)*"
    clock = r"\d{1,2}(?:[:.]\d\d)?(?:\s?(?:[ap]\.?m\.?|hours|hrs|GMT|UTC|local\s+time))*"
    hour = (
        r"(?:(?:shortly|just|soon|late|early)\s+)?(?:(?:at|before|after|around)\s+(?:noon|midday|midnight|dawn|dusk|night|nightfall"
        r"|daybreak|sunrise|sunset)|(?:in|during)\s+the\s+(?:(?:early|late)\s+)?(?:morning|afternoon|evening|night)|overnight)"
        rf"|at\s+{clock}"
    )
    reply = r"in\s+(?:response|reply|reference)(?:\s+to\s+[^,.;:\"“”«»]{1,40}?)?"
    by = r"by\s+(?:(?:\w+\s+)?(?:tele)?phone|radio|e-?mail|letter|fax)"
    one = rf"(?:(?i:{TIME})|{hour}|here|there|{inside}|{by}|{place}|{to}|{reply})"
    return re.compile(rf"(?:\s*,?\s*{one}(?=[\s,.;:\"“”«»]|$))*")
