"""Noun phrases of one sentence, found from parts of speech and known names alone.

Invariant: phrases are in order and do not overlap; `head` lies in `[start, end)`; names known to the case stay whole.
A chunker needs no tree, so it stays right where a long sentence leads the parser astray.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from servanda.reading.acts import amount_words as amounts
from servanda.reading.acts.date_words import MONTHS, day_behind, ends_date
from servanda.reading.acts.fronted import ends_front
from servanda.reading.acts.joined_words import between_adjectives, joins_kinds
from servanda.reading.acts.no_openings import labels, opens_clause
from servanda.reading.acts.summing_up import ends_summing_up
from servanda.reading.frozen import dataclass
from servanda.reading.names import Mention
from servanda.reading.parser.parsed import Doc, Token

_INSIDE = frozenset({"DET", "NUM", "ADJ", "PROPN", "NOUN", "SYM"})
_HEADS = frozenset({"PROPN", "NOUN", "NUM", "PRON", "SYM"})
_SAID_OF = frozenset({"void", "null", "invalid", "defunct", "empty", "deserted"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose", "where", "what"})
_DEMONSTRATIVES = frozenset({"this", "that", "these", "those"})
_CLOCK = frozenset({"'s", "’s"})
_PREPOSITIONS = frozenset(
    [
        "of",
        "from",
        "to",
        "in",
        "into",
        "at",
        "on",
        "onto",
        "near",
        "around",
        "inside",
        "outside",
        "within",
        "along",
        "across",
        "over",
        "through",
        "under",
        "towards",
        "toward",
        "against",
        "by",
        "with",
        "without",
        "between",
        "among",
        "for",
        "after",
        "before",
        "since",
        "until",
        "till",
        "during",
        "amid",
        "despite",
        "above",
        "below",
        "behind",
        "beyond",
        "beside",
        "off",
        "upon",
        "out",
        "about",
        "as",
        "than",
        "like",
        "via",
        "per",
    ]
)
_NOT_NOUNS = frozenset(
    {
        "still",
        "yet",
        "not",
        "there",
        "here",
        "also",
        "again",
        "then",
        "now",
        "ago",
        "away",
        "back",
        "ahead",
        "each",
        "according",
    }
)
_DETERMINERS = frozenset(
    {
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
        "some",
        "all",
        "any",
        "no",
        "each",
        "every",
        "both",
        "several",
        "many",
        "few",
        "another",
    }
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: tokens `start` to `end`, `head` its noun, `prep` the preposition before it (lower case).

    `joined` is the index of the phrase that it is coordinated with ('A and B': that of A), else None.
    """

    start: int
    end: int
    head: int
    prep: str | None
    joined: int | None
    mentions: tuple[Mention, ...] = ()


def find_phrases(doc: Doc, offset: int, mentions: Sequence[Mention], verbs: frozenset[int]) -> list[Phrase]:
    """The phrases of a sentence that begins at code point `offset`. Tokens in `verbs` never stand in a phrase."""
    covers: dict[int, Mention] = {}
    for mention in mentions:
        if mention.kind == "pronoun":
            continue
        first = max(0, bisect_right(doc, mention.start - offset, key=_begin) - 1)
        for k in range(first, len(doc)):
            if doc[k].idx >= mention.end - offset:
                break
            if mention.start - offset < doc[k].idx + len(doc[k].text):
                covers[k] = mention
    found: list[Phrase] = []
    i = 0
    while i < len(doc):
        if amounts.opens_total(doc, i):
            i += 3
        emphatic = doc[i].lower_ in _EMPHATIC and bool(found) and found[-1].end == i  # 'the bridge itself has been open'
        if emphatic or not _opens(doc[i], verbs, covers):
            i += 1
            continue
        end = _end(doc, i, verbs, covers)
        head = _head(doc, i, end)
        if head is None and i in covers:
            head = end - 1  # 'Neither has left'
        if head is None:
            i = end
            continue
        inside = tuple(dict.fromkeys(covers[k] for k in range(i, end) if k in covers))
        if (named := _named_over_brackets(doc, found, i, head)) is not None:
            found.pop()
            found[-1] = Phrase(named.start, end, head, named.prep, named.joined, (*named.mentions, *inside))
            i = end
            continue
        joined = _joined(doc, found, i)
        beside = joined is None and _beside_as_well(doc, found, i, head)
        prep = None if beside else _preposition(doc, i, verbs)
        found.append(Phrase(i, end, head, prep, len(found) - 1 if beside else joined, inside))
        i = end
    return found


def _begin(token: Token) -> int:
    return token.idx


def _is_noun(token: Token, verbs: frozenset[int]) -> bool:
    """A word tagged as a verb that the clause view has taken for a noun ('truce breach')."""
    return token.pos_ == "VERB" and token.i not in verbs and token.dep_ not in {"amod", "case", "fixed", "mark"}


def _opens(token: Token, verbs: frozenset[int], covers: dict[int, Mention]) -> bool:
    if token.i in covers:
        return True
    if not token.i and labels(token):
        return False
    if token.lower_ == "particular" and token.i and token.nbor(-1).lower_ == "in":
        return False
    if token.lower_ == "dead" and token.i and token.nbor(-1).lower_ in {"shot", "shoot", "shoots", "shooting"}:
        return False  # 'shot dead a man'
    if token.i in verbs or token.lower_ in _NOT_NOUNS or (token.lower_ == "that" and opens_clause(token)):
        return False
    if token.pos_ == "PRON":
        return token.lower_ not in RELATIVE or (token.lower_ == "that" and token.dep_ in {"nsubj", "obj"} and not token.i)
    if token.pos_ == "VERB":
        return token.dep_ == "amod" or _is_noun(token, verbs)
    return token.pos_ in _INSIDE or _is_noun(token, verbs)


def _end(doc: Doc, start: int, verbs: frozenset[int], covers: dict[int, Mention]) -> int:
    i = start
    noun = False
    while i < len(doc):
        token = doc[i]
        one_name = i > start and i in covers and covers.get(i - 1) is covers[i]
        if i > start and (ends_date(doc, start, i) or (not one_name and ends_front(doc, start, i))):
            break
        if i > start and noun and i not in covers and day_behind(doc, i, covers):
            break
        if noun and token.lower_ in _SAID_OF and i not in covers and (i + 1 == len(doc) or doc[i + 1].pos_ not in _HEADS):
            break  # 'declared the accord void'
        if amounts.spans_numbers(doc, start, i):
            i += 2
            continue
        if i in covers:
            other = noun and i > start and covers.get(i - 1) is not covers[i]
            if other and (token.lower_ in _DETERMINERS or ends_summing_up(doc, start, i)):
                break
            noun = True
        elif token.lower_ in {"per", "cent"} and i > start and doc[i - 1].lower_ in {"per"} | _numbers(doc, i - 1):
            noun = noun or token.lower_ == "cent"
        elif i in verbs or (token.lower_ in _NOT_NOUNS and i > start):
            break
        elif noun and token.pos_ == "ADJ" and token.dep_ in {"acl", "case"}:
            break  # 'a convoy bound for', 'the captives due on Monday'
        elif token.pos_ == "PRON":
            possessive = "Yes" in token.morph.get("Poss", []) or token.lower_ in _DETERMINERS
            if i > start and not possessive:
                break
            if i > start and noun:
                break
            if not possessive:
                return i + 1
        elif token.lower_ == "and" and i > start and not noun and between_adjectives(doc, i):
            pass
        elif token.lower_ in _CLOCK or (token.text in {"'", "’"} and token.dep_ == "case"):
            noun = False
            i += 1
            continue
        elif token.pos_ in _INSIDE or _is_noun(token, verbs):
            counted = i > start and (doc[i - 1].pos_ == "NUM" or doc[i - 1].lower_ in _DEMONSTRATIVES)
            if counted and token.lower_ in {"the", "a", "an"}:
                break
            if noun and (token.lower_ in _DETERMINERS or amounts.opens_another(doc, i)):
                break
            if token.pos_ in {"NOUN", "PROPN", "VERB"}:
                noun = True
        elif token.pos_ == "ADP" and i > start + 1 and hyphened(doc, i) is not None:
            noun = True
        elif token.text in {"-", "–", "/", "%"} and start < i < len(doc) - 1 and not token.whitespace_:
            pass
        elif is_hyphened_participle(doc, i):
            noun = False
        elif token.is_quote and i > start + 1 and is_hyphened_participle(doc, i - 1) and i + 1 in covers:
            pass  # 'the self-proclaimed "Republic of X"'
        elif token.text == "%" and i > start:
            noun = True
        elif token.lower_ == "and" and i > start and joins_kinds(doc, i, covers):
            pass
        elif (token.pos_ == "VERB" and (token.dep_ == "amod" or is_between(doc, i))) or (
            token.pos_ == "ADV" and _before_adjective(doc, i, start)
        ):
            if noun and not _hyphen_before(doc, i):
                break
        else:
            break
        i += 1
    return max(i, start + 1)


_EMPHATIC = frozenset({"itself", "himself", "herself", "themselves"})


def _hyphen_before(doc: Doc, i: int) -> bool:
    """The 'led' of 'Wani-led forces'."""
    return i > 0 and doc[i - 1].text == "-" and not doc[i - 1].whitespace_


def hyphened(doc: Doc, i: int) -> str | None:
    """'pull-out', 'hand-over', 'cease-fire' as written, at its last part; None for a word without a hyphen."""
    if i < 2 or doc[i - 1].text != "-" or doc[i - 1].whitespace_ or doc[i - 2].whitespace_:
        return None
    return f"{doc[i - 2].lower_}-{doc[i].lower_}"


def is_hyphened_participle(doc: Doc, i: int) -> bool:
    """The 'backed' of 'X-backed rebels', the 'torn' of 'war-torn east': it says what follows it is like."""
    if i < 2 or i + 1 >= len(doc) or doc[i - 1].text != "-" or doc[i - 1].whitespace_ or doc[i - 2].whitespace_:
        return False
    if not doc[i].lower_.endswith(("ed", "en", "rn", "ld", "led", "run")) or doc[i - 2].lower_ in _PREFIXES:
        return False
    return doc[i].pos_ in {"VERB", "ADJ"} and (doc[i + 1].pos_ in {"NOUN", "PROPN", "ADJ", "VERB"} or doc[i + 1].is_quote)


_PREFIXES = frozenset({"re", "co", "over", "counter", "cross", "pre", "un", "mis", "out"})


def _numbers(doc: Doc, i: int) -> frozenset[str]:
    return frozenset([doc[i].lower_]) if doc[i].pos_ == "NUM" else frozenset()


def is_between(doc: Doc, i: int) -> bool:
    """The participle of 'all twenty living hostages': between a number or a determiner and the noun they belong to."""
    if i == 0 or i + 1 >= len(doc) or not doc[i].lower_.endswith(("ing", "ed")):
        return False
    led = doc[i - 1].pos_ == "NUM" or doc[i - 1].lower_ in _DETERMINERS
    return led and doc[i + 1].pos_ == "NOUN" and doc[i].dep_ in {"compound", "amod", "nmod"}


def _before_adjective(doc: Doc, i: int, start: int) -> bool:
    """'the still deployed men', 'its recently signed truce'."""
    described = i > start and i + 1 < len(doc) and (doc[i + 1].pos_ in {"ADJ", "NUM"} or doc[i + 1].dep_ == "amod")
    return described and doc[i].dep_ == "advmod"


def _ends_head(doc: Doc, k: int) -> bool:
    """Whether a preposition within a name stands behind its head: 'Ministry of Defence', 'road between Merin and Halia'; not
    the 'to' of 'the Merin to Halia road'."""
    of = doc[k].lower_ in {"of", "in", "for", "on"}
    return of or (doc[k].lower_ in {"between", "from", "to", "along", "near", "at"} and doc[k - 1].pos_ == "NOUN")


def _head(doc: Doc, start: int, end: int) -> int | None:
    of = next((k for k in range(start + 1, end) if doc[k].pos_ == "ADP" and _ends_head(doc, k)), None)
    for i in range((of or end) - 1, start - 1, -1):
        if (
            doc[i].pos_ == "NUM"
            and i > start
            and i + 1 == end
            and doc[i - 1].pos_ == "NOUN"
            and not amounts.of_length(doc[i - 1])
        ):
            return i - 1  # 'article 2', 'phase 3'
        if (doc[i].pos_ in _HEADS or (i + 1 == end and doc[i].pos_ == "VERB")) and doc[i].lower_ not in _CLOCK:
            return i
        if i > start + 1 and i + 1 == end and doc[i].pos_ == "ADP" and hyphened(doc, i) is not None:
            return i
        if doc[i].pos_ == "ADJ" and doc[i].text.istitle() and i > start and doc[i - 1].pos_ == "PROPN":
            return i  # the 'Hill' of 'Stone Hill', whatever the tagger thought
    last = doc[end - 1]
    return last.i if last.pos_ in {"ADJ", "DET"} and end - start >= 1 and last.lower_ not in {"the", "a", "an"} else None


def _preposition(doc: Doc, start: int, verbs: frozenset[int]) -> str | None:
    i = start - 1
    while i >= 0 and (doc[i].text in "\"“‘'" or (doc[i].pos_ == "ADV" and doc[i].lower_ not in _PREPOSITIONS)):
        if (
            doc[i].lower_ in {"not", "only", "even", "just", "still", "nearly", "almost", "about", "approximately", "around"}
            or doc[i].is_quote
        ):
            i -= 1
        else:
            break
    if i < 0:
        return None
    if amounts.opens_total(doc, i - 2):
        return _preposition(doc, i - 2, verbs)
    word = doc[i].lower_
    if word == "including" or (word in {"following", "regarding", "concerning"} and doc[i].dep_ == "case"):
        return word
    if (word == "at" and doc[start].lower_ in {"least", "most"}) or amounts.no_preposition(doc, i, start):
        return _preposition(doc, i, verbs)
    if word == "as" and i and doc[i - 1].lower_ in {"long", "soon"}:
        return None  # 'as long as the rebels keep shelling'
    if doc[i].dep_ == "mark" and word in {"after", "before", "since", "until", "till"}:
        return None  # 'after the truce ran out': it opens a clause
    if doc[i].dep_ == "mark" and word == "as" and doc[i].head.i in verbs and doc[i].head.i > start and not _taken_as(doc, i):
        return None  # 'were halted as jets began a raid'
    if doc[i].dep_ == "mark" and word == "as" and not (i and any(c.dep_ == "aux:pass" for c in doc[i - 1].children)):
        return None  # 'watched as the rebels left'; 'jailed as separatists' is none
    if word == "out" and doc[i].dep_ == "compound:prt":
        return None  # the particle of 'carried out air strikes'
    if (
        word in {"than", "to", "as"}
        and i
        and amounts.opens_amount(doc, start)
        and doc[i - 1].lower_ in {"more", "less", "fewer", "up", "many", "few"}
    ):
        back = i - 2 if word != "as" else i - 3
        word = doc[back].lower_ if back >= 0 and doc[back].dep_ != "compound:prt" else ""
        return word if word in _PREPOSITIONS else None
    if word == "of" and i and doc[i - 1].lower_ == "out" and hyphened(doc, i - 1) is None:
        return "out of"
    if word in {"about", "around", "over", "under"} and doc[i].pos_ == "ADV" and doc[start].pos_ == "NUM":
        return None
    if word in _PREPOSITIONS and doc[i].pos_ in {"ADP", "SCONJ", "ADV", "PART"}:
        return word
    return word if doc[i].pos_ == "ADP" and doc[i].dep_ != "compound:prt" else None


def _taken_as(doc: Doc, i: int) -> bool:
    """The 'as' of 'jailed as separatists'."""
    return doc[i - 1].lower_ in _AS_WHAT if i else False


_AS_WHAT = frozenset(
    [
        *["jailed", "held", "detained", "arrested", "convicted", "tried", "charged", "known", "described", "identified"],
        *[
            "seen",
            "regarded",
            "treated",
            "branded",
            "labelled",
            "labeled",
            "listed",
            "classified",
            "recognised",
            "recognized",
            "used",
        ],
    ]
)


def _joined(doc: Doc, found: list[Phrase], start: int) -> int | None:
    """'A and B', 'A, B and C': the phrase before, where nothing but a comma or 'and' stands between."""
    if not found:
        return None
    if _is_date(doc, found[-1]) and doc[start].pos_ != "NUM" and doc[start].lower_[:3] not in MONTHS:
        return None
    between, last = [doc[k].lower_ for k in range(found[-1].end, amounts.before_hedge(doc, start))], len(found) - 1
    if between[:1] == [")"] and last and doc[found[-1].start - 1].text == "(" and found[-2].end == found[-1].start - 1:
        between, last = between[1:], last - 1  # 'the Armed Forces (SAF) and the Support Forces (RSF)'
    if between and len(between) <= 2 and set(between) <= {"and", ",", "or", "&", "nor"}:
        closed = found[-1].joined is not None and doc[found[-1].start - 1].lower_ == "and"  # 'by A and B, four C and two D'
        if "," in between and ((between == [","] and (closed or not _list_goes_on(doc, start))) or _fronted(doc, found)):
            return None
        return last
    return None


def _named_over_brackets(doc: Doc, found: list[Phrase], start: int, head: int) -> Phrase | None:
    """The name of 'Kest Front (KF) fighters': the noun right behind the brackets is of it."""
    if len(found) < 2 or start < 4 or doc[start - 1].text != ")" or doc[start].pos_ not in {"NOUN", "ADJ"}:
        return None
    name, short = found[-2], found[-1]
    apart = name.end != short.start - 1 or doc[name.end].text != "(" or short.end != start - 1
    if apart or not any(m.kind == "actor" for m in name.mentions) or doc[head].pos_ != "NOUN":
        return None
    return name if doc[start].dep_ in {"amod", "compound"} or start == head else None


def _beside_as_well(doc: Doc, found: list[Phrase], start: int, head: int) -> bool:
    """'A as well as B': joined to what the parser joins it to, where that stands right before and is of its sort."""
    if not found or start < 4 or [t.lower_ for t in doc[start - 3 : start]] != ["as", "well", "as"]:
        return False
    before = found[-1]
    gap = [doc[k].text for k in range(before.end, start - 3)]
    named = doc[before.head].pos_ == "PROPN", doc[head].pos_ == "PROPN"
    return (
        gap in ([], [","])
        and named != (True, False)
        and doc[head].dep_ == "conj"
        and before.start <= doc[head].head.i < before.end
    )


def _is_date(doc: Doc, phrase: Phrase) -> bool:
    head = doc[phrase.head]
    return head.lower_[:3] in MONTHS or (head.pos_ == "NUM" and doc[phrase.start].lower_[:3] in MONTHS)


def _fronted(doc: Doc, found: list[Phrase]) -> bool:
    """The comma closes a phrase put in front ('Despite calm in the north, the army …'): no list."""
    before = range(found[-1].end)
    if doc[0].pos_ not in {"ADP", "SCONJ"} and doc[0].lower_ not in _PREPOSITIONS:
        return False
    return not any(doc[k].pos_ in {"VERB", "AUX"} and doc[k].dep_ not in {"amod", "case"} for k in before) and not any(
        p.joined is not None for p in found
    )


def _list_goes_on(doc: Doc, start: int) -> bool:
    """After 'A, B' an 'and' with a further noun comes before any verb."""
    for k in range(start, min(start + 8, len(doc))):
        if doc[k].lower_ == "and":
            return True
        if doc[k].pos_ in {"VERB", "AUX"} or doc[k].text in ";:.":
            return False
    return False
