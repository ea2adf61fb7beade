"""Phrases that tell a part of somebody, or whose they are, beside their own words: 'two of its men', 'half of the fighters',
'the Ruritanians of the Legion', 'of the Boran side 16 guns are …'.

Invariant: what is found is a phrase right beside; where none stands there, nobody is added.
"""

from __future__ import annotations

from collections.abc import Sequence

from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.forms import noun_lemmas
from servanda.reading.acts.fronted_wholes import fronted_whole
from servanda.reading.acts.phrases import Phrase
from servanda.reading.names import Mention

_SOME = frozenset(["some", "several", "many", "most", "dozens", "hundreds", "thousands", "half", "none", "one", "number"])
_SHARE = frozenset(["percent", "cent", "quarter", "third", "half", "majority", "bulk", "two-thirds", "three-quarters"])


def counted(view: View, phrase: Phrase) -> Phrase | None:
    """The 'its men' of 'two of its men'."""
    head, k = view.doc[phrase.head], phrase.end
    if not (head.pos_ == "NUM" or head.lower_ in _SOME) or k + 1 >= len(view.doc) or view.doc[k].lower_ != "of":
        return None
    return view.phrase_of(k + 1)


def counted_with(view: View, phrase: Phrase) -> Phrase | None:
    """The '20 low-powered weapons' of '75 high-powered and 20 low-powered weapons': what both count stands with the last."""
    head = view.doc[phrase.head]
    told = head.pos_ in {"ADJ", "VERB"} and phrase.head > phrase.start and view.doc[phrase.head - 1].text == "-"
    after = view.all_of(phrase)[1:] if told and phrase in view.phrases else []
    return next((p for p in after if p.start > phrase.end and view.doc[p.head].pos_ == "NOUN"), None)


def whose_beside(view: View, phrase: Phrase) -> Phrase | None:
    """The phrase beside this one that says whose or what it is, if it is not the phrase itself that does."""
    return _share_of(view, phrase) or _people_of(view, phrase) or _fronted_whole(view, phrase)


def _share_of(view: View, phrase: Phrase) -> Phrase | None:
    """The 'his fighters' of '65 percent of his fighters'."""
    k = phrase.end
    if not noun_lemmas(view.doc[phrase.head].lower_) & _SHARE or k + 1 >= len(view.doc) or view.doc[k].lower_ != "of":
        return None
    return view.phrase_of(k + 1)


def _people_of(view: View, phrase: Phrase) -> Phrase | None:
    """The 'Legion' of 'the Ruritanians of the Legion': whoever has a land's people among its men acts, and not the land."""
    k = phrase.end
    if k + 1 >= len(view.doc) or view.doc[k].lower_ != "of" or not _is(phrase.mentions, "group"):
        return None
    tail = view.phrase_of(k + 1)
    return tail if tail is not None and _is(tail.mentions, "actor") else None


def _is(mentions: Sequence[Mention], kind: str) -> bool:
    """Whether all that a phrase names is one people by its demonym (a 'group'), or one actor of the case."""
    if len(mentions) != 1 or mentions[0].kind != kind:
        return False
    return mentions[0].how == "demonym" if kind == "group" else mentions[0].id is not None


def _fronted_whole(view: View, phrase: Phrase) -> Phrase | None:
    """'(That) of the Boran side 16 guns are still there', 'of the Front's 60 men, 41 have left': the Boran side, the Front's
    men, put in front of what is counted of them."""
    whole = fronted_whole(view, phrase)
    tail = view.phrase_of(whole.end + 1) if whole is not None and whole.end + 1 < len(view.doc) else None
    owned = [*whole.mentions, *(tail.mentions if tail is not None and tail.prep == "of" else ())] if whole is not None else []
    if any(m.kind == "actor" and m.id for m in owned):
        return whole
    doc, before = view.doc, view.phrase_of(phrase.start - 1) if phrase.start else None
    if before is None or before.end != phrase.start or before.prep != "of" or doc[phrase.start].pos_ != "NUM":
        return None
    k = before.start - 2
    opens = k < 0 or doc[k].lower_ in {"that", "and", "but", ",", ";", ":"}
    return before if opens and any(m.kind == "actor" and m.id for m in before.mentions) else None


def beside_tail(view: View, phrase: Phrase) -> list[Phrase]:
    """The Y of 'units of X and Y have left': joined to the tail of the subject, right before its verb."""
    k = phrase.end
    tail = view.phrase_of(k + 1) if k + 1 < len(view.doc) and view.doc[k].lower_ in {"of", "from"} else None
    if tail is None or tail.start != k + 1 or tail.joined is not None:
        return []
    others = view.all_of(tail)[1:]
    known = all(any(m.kind in {"actor", "group"} and m.id for m in p.mentions) for p in others)
    return others if others and known and others[-1].end in view.verbs else []
