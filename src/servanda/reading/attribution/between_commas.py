"""Who tells it, between a subject and its verb: 'The rebels, said the minister, shelled Kest', 'X, the army said on
Monday, has left'.

Invariant: a bare noun phrase stands before the first comma and a finite verb without a subject right behind the second;
the teller is a name or an office of the case or the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from servanda.reading.attribution.can_speak import can_speak
from servanda.reading.attribution.contents import Cue
from servanda.reading.attribution.context import Context
from servanda.reading.attribution.cues import official_pattern
from servanda.reading.attribution.saying_words import token_at
from servanda.reading.sentences import Sentence

if TYPE_CHECKING:
    from servanda.reading.parser.parsed import Doc, Token

_SAYS = frozenset(
    [
        *["say", "claim", "insist", "maintain", "add", "note", "state", "announce", "confirm", "admit", "concede", "report"],
        *["acknowledge", "complain", "assert", "allege", "argue", "explain", "stress", "declare", "believe"],
    ]
)
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_CLAUSE_MARKS = frozenset({":", ";", "–", "—"})
_FINITE = frozenset({"VERB", "AUX"})
_OPENS_OTHER = frozenset({"who", "which", "that", "whose", "whom", "but", "and", "or", "as", "where", "when", "while"})


def teller_between_commas(
    context: Context, sentence: Sentence, cue: Cue, doc: Doc | None
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The words for the teller, and from where on the clause begins to the second comma; None where it is no such aside."""
    verb = token_at(doc, cue.start - sentence.start)
    if doc is None or verb is None or cue.verb.lemma not in _SAYS or cue.verb.form not in ("past", "third"):
        return None
    first = next((k for k in range(verb.i - 1, 0, -1) if doc[k].text == ","), None)
    second = next((k for k in range(verb.i + 1, len(doc)) if doc[k].text == ","), None)
    if first is None or second is None:
        return None
    opens = next((k + 1 for k in range(first - 1, -1, -1) if doc[k].text in _CLAUSE_MARKS), 0)
    if not _is_subject(list(doc[opens:first])) or not _goes_on(list(doc[second + 1 :])):
        return None
    inverted = first == verb.i - 1
    who = list(doc[verb.i + 1 : second] if inverted else doc[first + 1 : verb.i])
    rest = [] if inverted else list(doc[verb.i + 1 : second])
    if not _is_bare_phrase(who) or any(t.pos_ in _FINITE or t.lower_ in _OPENS_OTHER for t in rest):
        return None
    start, end = sentence.start + who[0].idx, sentence.start + who[-1].idx + len(who[-1].text)
    named = any(m.kind in {"actor", "person", "group", "pronoun"} for m in context.within(start, end))
    named = named or official_pattern().search(context.text, start, end) is not None
    clause = sentence.start + doc[opens].idx, sentence.start + doc[second].idx
    return ((start, end), clause) if named and can_speak(context, (start, end)) else None


def _is_subject(before: list[Token]) -> bool:
    """Whether the words before the first comma are one noun phrase: 'PLML fighters in Vessen'."""
    if not before or before[0].pos_ in {"ADP", "SCONJ", "ADV", "CCONJ"} or not any(t.pos_ in _NOMINAL for t in before):
        return False
    loose = (t for t in before if t.pos_ in _FINITE and t.dep_ not in {"amod", "acl", "compound", "nmod"})
    return next(loose, None) is None and not any(t.text in {",", ";", ":", '"', "“", "”"} for t in before)


def _is_bare_phrase(who: list[Token]) -> bool:
    """Whether words are a noun phrase that no preposition opens and no verb follows."""
    if not who or who[0].pos_ == "ADP" or who[0].lower_ in _OPENS_OTHER:
        return False
    return any(t.pos_ in _NOMINAL for t in who) and not any(t.pos_ in _FINITE and t.dep_ not in {"amod"} for t in who)


def _goes_on(after: list[Token]) -> bool:
    """Whether a finite verb comes next, over adverbs: 'never left', 'have been shelled'."""
    verb = next((t for t in after if t.pos_ not in {"ADV", "PART"}), None)
    return verb is not None and verb.pos_ in _FINITE and not verb.lower_.endswith("ing")
