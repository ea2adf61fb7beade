"""Acts that are done to all of a thing: 'dissolved its armed wing', 'reopened it', 'the barriers were removed'.

Invariant: a thing of which a part is named, or that is joined to others, is no whole.
"""

from __future__ import annotations

import re

from servanda.reading.acts.clause import Sentence
from servanda.reading.acts.forms import noun_lemmas
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.triggers import Trigger

_BODIES = frozenset({"force", "corps", "battalion", "brigade", "police", "guard", "staff", "regiment", "division"})
_BARRIERS = frozenset({"checkpoint", "roadblock", "barricade", "blockade", "barrier", "siege"})


def is_one_whole(sentence: Sentence, trigger: Trigger) -> bool:
    """'Dissolved its armed wing', 'reopened it': one thing, and all of it."""
    thing = trigger.frame.first("obj")
    written = trigger.pattern.written
    if thing is not None and trigger.pattern.act == "open-route" and not written.startswith("be gone"):
        opened = _lower(sentence, thing)
        definite = opened[0] in {"the", "its", "their"} or opened[-2:-1] == ["'s"]
        return opened == ["it"] or (definite and bool(noun_lemmas(opened[-1]) & _BARRIERS))
    if trigger.pattern.act == "open-route" and written.startswith("be gone"):
        gone = trigger.frame.first("subj")  # 'the army's barriers are gone'
        return gone is not None and _lower(sentence, gone)[0] in {"the", "its", "their", "all"}
    if thing is None or (thing.end < len(sentence.doc) and sentence.doc[thing.end].lower_ == "of"):
        return False
    head = sentence.doc[thing.head].lower_
    if trigger.pattern.act == "demine" and head in {"mines", "landmines"}:
        return sentence.doc[thing.start].lower_ in {"the", "its", "their"}
    named = _names_a_body(sentence, thing)
    the_body = head in _BODIES and sentence.doc[thing.start].lower_ in {"the", "its", "their"}
    whole = named or the_body or head in {"wing", "army", "militia", "group"}
    return trigger.pattern.act == "disband" and whole and thing.joined is None


def only_so_far(sentence: Sentence, trigger: Trigger) -> bool:
    """'Cleared the road up to the bridge', 'is clear of mines as far as Kest'."""
    if trigger.pattern.act != "demine":
        return False
    return _SO_FAR.match(sentence.doc.text, sentence.doc[trigger.at].idx) is not None


_SO_FAR = re.compile(r"[^.;:,]*?\b(?:up to|as far as)\s+(?:the\s+|its\s+)?[^\W\d]", re.IGNORECASE)


def _names_a_body(sentence: Sentence, thing: Phrase) -> bool:
    """'Disbanded the Upland Guard': one body of the case, by its own name; 'Guard units' may be some of them."""
    end = sentence.span(thing.start, thing.end)[1]
    named = [m for m in thing.mentions if m.kind == "actor" and m.id and m.how == "alias" and m.end == end]
    return bool(named) and sentence.doc[thing.head].pos_ == "PROPN"


def _lower(sentence: Sentence, phrase: Phrase) -> list[str]:
    return [sentence.doc[k].lower_ for k in range(phrase.start, phrase.end)]
