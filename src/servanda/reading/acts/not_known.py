"""What a report says is not known: 'it is not clear how many soldiers remain'.

Invariant: the words are those of the sentence; only 'how many' is put as 'number of'.
"""

from __future__ import annotations

import re

from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.triggers import Trigger
from servanda.reading.modality.lexicon import modality_lexicon
from servanda.reading.small_letters import small

_ABOUT = re.compile(r"\b(how many|how much|whether|if|when|where|who|why|which|what)\b\s*(.*)", re.IGNORECASE | re.DOTALL)


def not_known(view: View, trigger: Trigger) -> str:
    """What is not known: 'number of …' for 'how many', else the question's own words."""
    unknown = modality_lexicon().unknown.search(small(view.doc.text))
    if unknown and unknown.start() > view.doc[trigger.at].idx:
        unknown = None
    rest = view.doc.text[unknown.end() :] if unknown else view.doc.text
    match = _ABOUT.search(rest)
    if match is None:
        return rest.strip(" .,:;")[:120]
    words = match.group(2).strip(" .,:;")
    if match.group(1).lower() in {"how many", "how much"}:
        at = view.doc.text.find(words)
        head = next((p for p in view.phrases if view.doc[p.head].idx >= at), None)
        noun = view.doc[head.head].lower_ if head is not None else words.split(" ")[0]
        remaining = " remaining" if trigger.pattern.act == "remain" else ""
        return f"number of {noun}{remaining}"
    return f"{match.group(1).lower()} {words}"[:160]


__all__ = ["not_known"]
