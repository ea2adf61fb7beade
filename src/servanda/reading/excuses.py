"""Reasons given for an act: self-defence, an answer to another's act, consent, the other's prior breach, and so on.

Invariant: an excuse is a slice of the claim's own sentence or of the next one in its paragraph; finding one changes
nothing else of a claim, its id included. That a reason is given says nothing of whether it is good.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from servanda.reading.attribution import Attribution
from servanda.reading.claim import Claim
from servanda.reading.frozen import dataclass, replace
from servanda.reading.sentences import Sentence
from servanda.reading.small_letters import compile_small, small
from servanda.vocabulary import vocabulary

_CLAUSE_END = re.compile(r"[,;:.!?\"”»)]|\s[-–—]\s|$")
_WORD = re.compile(r"[\w-]+(?:['’]\w+)?")
_BREAK = re.compile(r"[,;:]|\s[-–—]\s|\b(?:but|and|while|whereas)\b", re.IGNORECASE)
_SUBJECT = re.compile(r"[\"“«'‘]?\s*(\w+)")
_CAUSE = re.compile(r"(?:because|due|owing|on account|for|since|as|after|given|in view|citing|at|on|upon)\b", re.IGNORECASE)
_OWN_FAILING = re.compile(
    r"(?:because|since|as|given that)\s(?:the\s)?(?P<who>[^.,;]+?)"
    r"\s(?:(?:do|does|did|had|has|have)\s?n[o'’]t|failed|refused|never)\b",
    re.IGNORECASE,
)
_AFTER = 3


@dataclass(frozen=True, slots=True)
class _Reason:
    """Where a reason stands: its cue and all its words."""

    start: int
    end: int


def with_excuses(
    text: str, sentences: Sequence[Sentence], attributions: Sequence[Attribution], claims: Sequence[Claim]
) -> list[Claim]:
    """The same claims in the same order, `excuse` filled in where the text gives a reason for what they tell."""
    by_place = {(s.start, s.end): s for s in sentences}
    held: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        sentence = by_place.get(claim.sentence) if claim.sentence else None
        if sentence is not None:
            held[sentence.index].append(claim)
    excused: dict[str, str] = {}
    for index, told in held.items():
        sentence = sentences[index]
        if not any(needs_reason(claim) for claim in told):
            continue
        for reason in _reasons(text, sentence):
            for claim in _explained(text, reason, told):
                excused.setdefault(claim.id, text[reason.start : reason.end])
        if index + 1 < len(sentences):
            for claim, reason in _in_next(text, sentence, sentences[index + 1], attributions, told, excused):
                excused[claim.id] = text[reason.start : reason.end]
    return [replace(c, excuse=excused[c.id]) if c.id in excused else c for c in claims]


def needs_reason(claim: Claim) -> bool:
    """Whether the claim tells what an agreement may forbid: an act of that kind, or that something is not done."""
    words = vocabulary("excuses.yaml")
    if claim.modality not in words["modalities"] or claim.opinion:
        return False
    undone = claim.polarity == "negated" or claim.modality == "refused"
    return undone != (claim.act in words["done"])


def _reasons(text: str, sentence: Sentence) -> list[_Reason]:
    found: list[_Reason] = []
    for match in _cues().finditer(small(text), sentence.start, sentence.end):
        end = _CLAUSE_END.search(text, match.end(), sentence.end)
        reason = _Reason(match.start(), (end.start() if end else sentence.end))
        if not _is_turned(text, sentence, match) and not _is_courtesy(text, match):
            found.append(reason)
    return found


def _is_turned(text: str, sentence: Sentence, cue: re.Match[str]) -> bool:
    """Whether the clause of the cue denies the reason, supposes it, or says it of what may come."""
    before = text[sentence.start : cue.start()]
    clause = _BREAK.split(before)[-1]
    after = _WORD.findall(text[cue.end() : sentence.end])[:_AFTER]
    turned = set(vocabulary("excuses.yaml")["turned"])
    words = [w.casefold().replace("’", "'") for w in _WORD.findall(clause)]
    if words[-1:] == ["not"]:
        return True  # 'and not because'
    if any(w in turned or (w.endswith("n't")) for w in words):
        # 'has not left because of the snow' gives the reason for what is not done
        return not (_is_cause(cue.group()) and _negates_verb(words))
    return any(w.casefold() in {"not", "never"} for w in after[:1])


def _is_cause(cue: str) -> bool:
    return _CAUSE.match(cue) is not None


def _negates_verb(words: Sequence[str]) -> bool:
    return any(w in {"not", "never", "no"} or w.endswith("n't") for w in words) and not any(
        w in {"if", "unless", "whether", "pretext", "so-called"} for w in words
    )


def _is_courtesy(text: str, cue: re.Match[str]) -> bool:
    following = _WORD.findall(text[cue.end() : cue.end() + 60])[:_AFTER]
    return any(w.casefold() in vocabulary("excuses.yaml")["courtesies"] for w in following)


def _explained(text: str, reason: _Reason, told: Sequence[Claim]) -> list[Claim]:
    """The claims of the reason's sentence that it is given for: those of the act nearest before it, else after it."""
    places = [(c, _place(text, c)) for c in told if needs_reason(c)]
    places = [(c, at) for c, at in places if not _is_own_failing(text, c, reason)]
    free = [(c, at) for c, at in places if not reason.start <= at < reason.end or _is_itself(text, c, reason)]
    before = [at for _, at in free if at <= reason.start]
    chosen = max(before) if before else min((at for _, at in free), default=None)
    return [c for c, at in free if at == chosen]


def _is_own_failing(text: str, claim: Claim, reason: _Reason) -> bool:
    """'Did not leave because the Guard did not want to', of the Guard: what one does not do oneself excuses nothing."""
    subject = _OWN_FAILING.match(text, reason.start, reason.end)
    return subject is not None and subject["who"].casefold() in {p.words.casefold() for p in claim.actors}


def _is_itself(text: str, claim: Claim, reason: _Reason) -> bool:
    """Whether the words of the act are the cue ('retaliated', 'returned fire')."""
    return text.startswith(claim.words, reason.start)


def _place(text: str, claim: Claim) -> int:
    at = text.find(claim.words, claim.start, claim.end)
    return at if at >= 0 else claim.start


def _in_next(
    text: str,
    sentence: Sentence,
    following: Sentence,
    attributions: Sequence[Attribution],
    told: Sequence[Claim],
    excused: dict[str, str],
) -> list[tuple[Claim, _Reason]]:
    """Reasons that the next sentence of the paragraph gives, by the same speaker or by the side that acted."""
    if following.paragraph != sentence.paragraph or following.segment != sentence.segment:
        return []
    open_ = [c for c in told if needs_reason(c) and c.id not in excused]
    if not open_ or any(c.id in excused for c in told):
        return []
    reasons = _reasons(text, following)
    if not reasons:
        return []
    last = max(_place(text, c) for c in open_)
    speakers = [a for a in attributions if a.sentence == following.index]
    subject = _SUBJECT.match(text, following.start, following.end)
    pronoun = subject is not None and subject.group(1).casefold() in vocabulary("excuses.yaml")["pronouns"]
    return [(c, reasons[0]) for c in open_ if _place(text, c) == last and _same_voice(c, reasons[0], speakers, pronoun=pronoun)]


def _same_voice(claim: Claim, reason: _Reason, speakers: Sequence[Attribution], *, pronoun: bool) -> bool:
    around = [a for a in speakers if a.content.start <= reason.start < a.content.end]
    if not around:
        return not speakers and (pronoun or claim.speaker.kind == "outlet")
    source = min(around, key=lambda a: a.content.end - a.content.start).source
    if source.text.casefold() in vocabulary("excuses.yaml")["pronouns"]:
        return True
    sides = {claim.speaker.actor, *(p.id for p in claim.actors)} - {None}
    return source.actor in sides if source.actor else source.name is not None and source.name == claim.speaker.name


@cache
def _cues() -> re.Pattern[str]:
    patterns = [p for kind in vocabulary("excuses.yaml")["kinds"].values() for p in kind]
    return compile_small(r"\b(?:" + "|".join(f"(?:{p})" for p in patterns) + r")\b")
