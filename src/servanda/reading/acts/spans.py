"""The clause that makes a claim, as a span of the report's text.

Invariant: a span lies in its sentence, begins and ends on a token, and holds the words that carry the act.
"""

from __future__ import annotations

from servanda.reading.acts.clause import Sentence
from servanda.reading.acts.triggers import Trigger

_EDGES = frozenset({",", ";", ":", "—", "–", "--", "“", "”", '"', "(", ")"})
_OPENERS = frozenset({"and", "but", "while", "whereas", "although", "though", "because", "that", "who", "which"})
_TRIM = frozenset({",", ";", ":", "—", "–", "-", "--", "“", "”", '"', ".", "and", "but"})


def core(sentence: Sentence, trigger: Trigger) -> tuple[int, int]:
    """First token and the token after the last of the act with its subject, governor and complements."""
    frame = trigger.frame
    starts = [frame.at, *trigger.words]
    if frame.group is not None:
        starts.append(frame.group.start)
    if frame.governor is not None and 0 <= frame.at - frame.governor.token < 25:
        starts.append(frame.governor.token)
    for slot in ("subj", "obj", "iobj"):
        starts += [p.start for p in frame.slots.get(slot, []) if frame.at - p.start < 40]
    ends = [frame.end, frame.at + 1, *(w + 1 for w in trigger.words)]
    if frame.governor is not None and frame.governor.relation == "subj":
        ends.append(frame.governor.token + 1)
    return min(starts), max(ends)


def clauses(sentence: Sentence, triggers: list[Trigger]) -> list[tuple[int, int]]:
    """Token spans of the clauses of the triggers: the whole sentence for a lone one."""
    doc = sentence.doc
    if len(triggers) < 2:
        return [(0, len(doc))] * len(triggers)
    cores = [core(sentence, t) for t in triggers]
    out = []
    for n, (start, end) in enumerate(cores):
        others = [t for k, t in enumerate(triggers) if k != n]
        walls = {
            c
            for k, t in enumerate(triggers)
            if k != n and _own_clause(sentence, t)
            for c in range(*cores[k])
            if c > triggers[n].at
        }
        back = {t.at for t in others}
        while start > 0 and not _edge(sentence, start - 1) and start - 1 not in back:
            start -= 1
        if triggers[n].frame.group is None and start - 1 in back and doc[start].lower_ == "of":
            start = cores[n][0]  # 'the withdrawal of tanks and joint mine clearance': the tanks are the withdrawal's
        while end < len(doc) and not _edge(sentence, end) and end not in walls:
            end += 1
        while start < triggers[n].at and doc[start].lower_ in _TRIM:
            start += 1
        while end - 1 > triggers[n].at and doc[end - 1].lower_ in _TRIM | _DANGLING:
            end -= 1
        out.append((start, end))
    return out


_DANGLING = frozenset(
    {
        "to",
        "of",
        "by",
        "without",
        "from",
        "the",
        "a",
        "an",
        "for",
        "with",
        "when",
        "after",
        "before",
        "if",
        "as",
        "in",
        "at",
        "on",
        "because",
    }
)


def _edge(sentence: Sentence, k: int) -> bool:
    token = sentence.doc[k]
    if (
        token.text == ","
        and 0 < k < len(sentence.doc) - 1
        and (nxt := sentence.phrase_of(k + 1)) is not None
        and nxt.joined is not None
    ):
        return False
    if (
        token.lower_ in {"and", "that"}
        and k + 1 < len(sentence.doc)
        and (nxt := sentence.phrase_of(k + 1)) is not None
        and nxt.joined is not None
    ):
        return False
    return token.text in _EDGES or token.lower_ in _OPENERS


def _own_clause(sentence: Sentence, trigger: Trigger) -> bool:
    """A finite clause with a subject of its own, not one that the act before governs."""
    frame = trigger.frame
    return frame.group is not None and frame.group.finite and frame.governor is None
