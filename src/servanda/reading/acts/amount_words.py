"""Words of number and length, which open or close a noun phrase: 'ten more days', 'hours later', 'half a million'."""

from __future__ import annotations

from servanda.reading.acts.date_words import MONTHS
from servanda.reading.parser.parsed import Doc, Token

LENGTHS = frozenset({"hours", "days", "weeks", "months", "years", "minutes"})


_HOURS = frozenset({"nightfall", "dusk", "dawn", "noon", "midday", "midnight", "evening", "morning", "afternoon", "yesterday"})


def opens_length(doc: Doc, i: int) -> bool:
    """The 'hours' of 'reported shelling hours later', 'shell Kest hours after truce'."""
    if doc[i].lower_ not in LENGTHS or i + 1 >= len(doc):
        return False
    following = doc[i + 1].lower_
    unmarked = doc[i].dep_ == "obl:unmarked" and following in {"after", "before", "into"}
    return unmarked or following in {"later", "ago", "earlier"}


def opens_times(doc: Doc, i: int) -> bool:
    """The 'dozens' of 'broke the truce dozens of times'."""
    after = [t.lower_ for t in doc[i + 1 : i + 3]]
    return doc[i].lower_ in {"dozens", "scores", "hundreds", "thousands"} and after == ["of", "times"]


def starts_number(doc: Doc, i: int) -> bool:
    """A number that counts what comes after it ('gave Armenia ten more days') opens a phrase of its own."""
    if doc[i].pos_ == "NUM" and i and doc[i - 1].lower_ in _HOURS and i + 1 < len(doc) and doc[i + 1].lower_ == "of":
        return True  # 'by nightfall 340 of the 900'
    if (
        doc[i].pos_ == "NUM"
        and i > 1
        and doc[i - 1].pos_ == "NUM"
        and doc[i - 2].lower_[:3] in MONTHS
        and i + 1 < len(doc)
        and doc[i + 1].pos_ in {"NOUN", "ADJ"}
    ):
        return True
    if doc[i].pos_ != "NUM" or i + 1 >= len(doc) or doc[i - 1].lower_[:3] in MONTHS or doc[i - 1].pos_ == "NUM":
        return False
    last = i + 2 if i + 3 < len(doc) and doc[i + 1].text == "-" and doc[i + 2].pos_ == "NUM" else i  # 'forty-two'
    return (
        doc[last + 1].pos_ in {"NOUN", "ADJ", "PROPN"}
        and doc[i - 1].pos_ in {"PROPN", "NOUN", "PRON"}
        and doc[i - 1].dep_ not in {"compound", "nummod"}
    )


def opens_total(doc: Doc, i: int) -> bool:
    """The 'a total of' of 'a total of 145 fighters'."""
    if i < 0 or i + 3 >= len(doc) or [t.lower_ for t in doc[i : i + 3]] != ["a", "total", "of"]:
        return False
    return doc[i + 3].pos_ == "NUM"


def opens_another(doc: Doc, i: int) -> bool:
    """Whether the word at `i`, behind a noun, is of a phrase of its own."""
    return starts_number(doc, i) or opens_length(doc, i) or opens_times(doc, i)


def of_length(token: Token) -> bool:
    return token.lower_ in LENGTHS or token.lower_[:3] in MONTHS


def opens_amount(doc: Doc, start: int) -> bool:
    """The 'half a million' of 'more than half a million'."""
    following = doc[start + 1].pos_ if start + 1 < len(doc) else ""
    share = start + 1 < len(doc) and doc[start].pos_ == "DET" and doc[start + 1].lower_ in _SHARES  # 'about a third of'
    return share or doc[start].pos_ == "NUM" or doc[start].lower_ == "half" or (doc[start].pos_ == "DET" and following == "NUM")


_SHARES = frozenset({"third", "quarter", "fifth", "half", "dozen", "hundred", "thousand", "million"})


def spans_numbers(doc: Doc, start: int, i: int) -> bool:
    """The 'to' of '80 to 100 mines', the 'and' of 'between 80 and 100 men': one amount, from the word at `start` on."""
    if i <= start or i + 2 >= len(doc) or doc[i - 1].pos_ != "NUM" or doc[i + 1].pos_ != "NUM":
        return False
    before = doc[start - 1].lower_ if start else ""
    joint = doc[i].lower_ == "and" if before == "between" else doc[i].lower_ in {"to", "or"} and before != "from"
    months = (doc[i - 2].lower_[:3] if i > 1 else "", doc[i + 2].lower_[:3])
    return joint and doc[i + 2].pos_ in {"NOUN", "PROPN", "ADJ"} and MONTHS.isdisjoint(months)


def no_preposition(doc: Doc, i: int, start: int) -> bool:
    """The 'about' of 'about a third of them left', the 'between' of 'between 80 and 100 men left'."""
    if doc[i].lower_ in {"about", "around"}:
        counted = doc[start].pos_ == "NUM" and doc[i].pos_ == "ADV"  # 'the presence of about 200 soldiers'
        return counted or (start + 1 < len(doc) and doc[start].pos_ == "DET" and doc[start + 1].lower_ in _SHARES)
    return doc[i].lower_ == "between" and any(spans_numbers(doc, start, k) for k in (start + 1, start + 2))


_HEDGES = (
    ("at",),
    ("as", "many", "as"),
    *((more, "than") for more in ("more", "fewer", "less")),
    ("up", "to"),
    *((word,) for word in ("about", "around", "approximately", "roughly", "nearly", "almost", "over", "some", "an")),
)


def before_hedge(doc: Doc, start: int) -> int:
    """Where the words begin that hedge the amount at `start` ('at least', 'up to', 'about'); `start` where none do."""
    least = doc[start].lower_ in {"least", "most"}
    if not (least or opens_amount(doc, start) or doc[start].lower_ == "estimated"):
        return start
    for hedge in _HEDGES:
        first = start - len(hedge)
        if first > 0 and (hedge == ("at",)) == least and tuple(t.lower_ for t in doc[first:start]) == hedge:
            return first
    return start


def past_hedge(doc: Doc, start: int) -> int:
    """The other way: from the first of such words to the amount; `start` where none stand there."""
    for hedge in _HEDGES:
        end = start + len(hedge)
        if end < len(doc) and tuple(t.lower_ for t in doc[start:end]) == hedge and before_hedge(doc, end) == start:
            return end
    return start
