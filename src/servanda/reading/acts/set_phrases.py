"""Governors of more than one word: 'on course to leave', 'no question of leaving', 'the period set for it', 'half done'.

Invariant: each answer rests on the words around the act alone, in their order; no cue of the vocabulary is asked.
"""

from __future__ import annotations

from servanda.reading.acts.classes import is_a
from servanda.reading.acts.clause import HAVE, Governor, Sentence
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.verbs import BE
from servanda.reading.modality.lexicon import Cue

LASTING = frozenset({"occupation", "siege", "blockade", "presence", "shelling", "attacks", "bombardment", "bombing"}) | {
    *["kidnapping", "kidnappings", "abductions", "raids", "ambushes", "airstrikes", "looting", "killings"]
}
"""Whose end is that they go on no more, where the end of a withdrawal is that it is done."""
_COURSE = frozenset({"course", "track", "schedule"})
_SELVES = frozenset({"themselves", "itself", "himself", "herself", "ourselves"})
_BIND = frozenset({"commit", "commits", "committed", "committing", "bind", "binds", "bound", "pledge", "pledged"})


def is_purpose(sentence: Sentence, k: int) -> bool:
    """The 'order' of 'in order to fire': a purpose, and no order."""
    return k > 0 and sentence.doc[k].lower_ == "order" and sentence.doc[k - 1].lower_ == "in"


def on_course(sentence: Sentence, k: int) -> Governor | None:
    """'Is on course to complete the withdrawal', 'on track to leave': to come, and not done."""
    if k > 0 and sentence.doc[k].lower_ in _COURSE and sentence.doc[k - 1].lower_ == "on":
        return Governor(Cue("on course", "adjectives", "announced"), k - 1, "to")
    return None


def bound_self(sentence: Sentence, k: int) -> Governor | None:
    """'Committed themselves to withdraw their guns'."""
    if k > 0 and sentence.doc[k].lower_ in _SELVES and sentence.doc[k - 1].lower_ in _BIND and k - 1 in sentence.verbs:
        return Governor(Cue("commit", "verbs", "promised"), k - 1, "to")
    return None


_RANKS = frozenset({"first", "last", "only", "second", "third", "next", "sole"})
_BECOMES = frozenset({"became", "become", "becomes"})


def ranked(sentence: Sentence, k: int) -> Governor | None:
    """'X was the first party to break it', 'X became the only one to leave': X did, if it was; `k` is the word before the 'to'.
    'Was not the first to' leaves open whether X did."""
    phrase = sentence.phrase_of(k) if k >= 0 else None
    if phrase is None or phrase.end != k + 1 or phrase.prep is not None or phrase.start < 1:
        return None
    be = phrase.start - 1
    negated = sentence.doc[be].lower_ == "not"
    be -= negated
    if be < 0 or be not in sentence.verbs or sentence.doc[be].lower_ not in BE | _BECOMES:
        return None
    if _RANKS.isdisjoint(t.lower_ for t in sentence.doc[phrase.start : phrase.end]):
        return None
    return Governor(Cue("first", "verbs", "possible" if negated else "pass"), be, "to")


_UNDONE = frozenset(
    ["lifted", "ended", "removed", "broken", "eased", "cancelled", "abandoned", "averted", "foiled", "reversed"]
)


def undone_behind(sentence: Sentence, phrase: Phrase) -> Governor | None:
    """'Resulted in the blockade of the port being lifted': it is there no more."""
    end = phrase.end
    while end + 1 < len(sentence.doc) and sentence.doc[end].lower_ in {"of", "on"}:
        tail = sentence.phrase_of(end + 1)
        if tail is None:
            return None
        end = tail.end
    if end + 1 >= len(sentence.doc) or sentence.doc[end].lower_ != "being" or sentence.doc[end + 1].lower_ not in _UNDONE:
        return None
    return Governor(Cue("lift", "verbs", "stopped"), end + 1, "noun")


OUT_OF_QUESTION = "out of the question"


def out_of_question(sentence: Sentence, k: int) -> Governor | None:
    """'There is no question of us withdrawing': refused; `k` is the word before the participle."""
    words = [t.lower_ for t in sentence.doc[max(0, k - 8) : k + 1]]
    if "question" not in words or "of" not in words[words.index("question") :]:
        return None
    at = max(0, k - 8) + words.index("question")
    none = at > 0 and sentence.doc[at - 1].lower_ == "no"
    return Governor(Cue(OUT_OF_QUESTION, "adjectives", "refused"), at - 1, "ing") if none else None


_PROSPECTS = frozenset({"option", "possibility", "prospect", "risk", "likelihood", "hope", "chance", "danger", "idea"})
_STILL = _PROSPECTS | {"possible", "likely", "unlikely", "imminent", "conceivable", "improbable", "threat"}


def is_prospect(sentence: Sentence, k: int) -> Governor | None:
    """'A further attack is a possibility', 'air strikes remain possible': `k` is what is said of it, or the verb."""
    remains = sentence.doc[k].lower_.startswith("remain")
    words, told = (sentence.doc[k : k + 4], _STILL) if remains else (sentence.doc[k : k + 1], _PROSPECTS)
    at = next((t.i for t in words if t.lower_ in told), None)
    if at is not None and [t.lower_ for t in sentence.doc[at : at + 2]] == ["threat", "to"]:
        return None  # 'the shelling remains a threat to the truce': it goes on
    return Governor(Cue(sentence.doc[at].lower_, "adjectives", "possible"), at, "subj") if at is not None else None


def is_going_on(sentence: Sentence, k: int) -> Governor | None:
    """'The withdrawal now underway': `k` is the word behind the noun."""
    while (tail := sentence.phrase_of(k + 1)) is not None and tail.prep in {"of", "by", "from"}:
        k = tail.end
    while k < len(sentence.doc) and sentence.doc[k].lower_ in {"now", "currently", "already", "still"}:
        k += 1
    words = [t.lower_ for t in sentence.doc[k : k + 2]]
    if words[:1] in (["underway"], ["ongoing"]) or words == ["under", "way"]:
        return Governor(Cue("under way", "adjectives", "begun"), k, "noun")
    return None


_CONDITIONS = frozenset({"condition", "precondition", "conditional", "prerequisite", "dependent", "contingent"})


def made_a_condition(sentence: Sentence, phrase: Phrase, verb: int) -> bool:
    """'Made the release a condition for the talks': it is asked for, and not told."""
    if sentence.doc[verb].lower_ not in {"make", "makes", "made", "making", "set", "sets", "call", "called", "calls"}:
        return False
    return any(t.lower_ in _CONDITIONS for t in sentence.doc[phrase.end : phrase.end + 12])


_SET = frozenset({"set", "fixed", "given", "allotted", "allowed", "foreseen", "agreed", "laid", "stipulated", "appointed"})


def set_for(sentence: Sentence, phrase: Phrase) -> Governor | None:
    """'The period set for the withdrawal', 'the date fixed for it': what a time is set for is due."""
    k = phrase.start - 2
    if phrase.prep != "for" or k < 1:
        return None
    if sentence.doc[k].lower_ == "down":
        k -= 1
    time = sentence.phrase_of(k - 1)
    if sentence.doc[k].lower_ not in _SET or time is None or time.end != k:
        return None
    return Governor(Cue("deadline", "nouns", "required"), time.head, "noun")


_HALF = frozenset({"halfway", "half-way", "midway", "half", "partly", "partially", "nearly", "almost"})


def _said_of(sentence: Sentence, phrase: Phrase) -> int | None:
    """The first word that 'is', 'was' or 'has been' says of a noun: 'halfway' in 'the withdrawal of X is halfway through'."""
    doc = sentence.doc
    be = next((k for k in range(phrase.end, min(len(doc), phrase.end + 16)) if k in sentence.verbs), None)
    if be is None or doc[be].lower_ not in BE or doc[be - 1].text == ",":
        return None
    after = be + 1
    while after < len(doc) and doc[after].lower_ in {"still", "now", "currently", "already", "again"}:
        after += 1
    return after if after < len(doc) else None


def half_done(sentence: Sentence, phrase: Phrase) -> int | None:
    """'The withdrawal is halfway through', 'is 80 per cent complete', 'is in full swing': the word that says so."""
    said = _said_of(sentence, phrase)
    if said is None:
        return None
    after = [t.lower_ for t in sentence.doc[said : said + 5]]
    share = any(w in {"complete", "completed", "done", "finished", "over"} for w in after) and (
        "cent" in after or "percent" in after or "%" in after
    )
    swing = after[:2] in _RUNS or after[:3] == ["in", "full", "swing"] or after[:1] == ["nearing"]
    return said if after[0] in _HALF or share or swing else None


_RUNS = (["in", "progress"], ["on", "schedule"], ["ahead", "of"], ["well", "advanced"], ["well", "along"])
_STUCK = frozenset({"stuck", "frozen", "deadlocked", "stalled", "blocked", "bogged"})


_AHEAD = (["on", "the", "cards"], ["on", "the", "horizon"], ["in", "the", "offing"], ["in", "the", "works"])


def standing(sentence: Sentence, phrase: Phrase) -> Governor | None:
    """'The withdrawal is stuck', 'is on hold': not done; 'the withdrawal is done': done."""
    said = _said_of(sentence, phrase)
    if said is None:
        return None
    after = [t.lower_ for t in sentence.doc[said : said + 3]]
    if after[0] in _STUCK or after[:2] in (["on", "hold"], ["on", "ice"], ["in", "limbo"], ["in", "deadlock"], ["at", "a"]):
        return Governor(Cue("stuck", "adjectives", "negate"), said, "noun")
    if after in _AHEAD:
        return Governor(Cue("on the cards", "adjectives", "possible"), said, "noun")
    if after[0] == "done" and after[1:2] in ([], ["."], [","]):
        return Governor(Cue("done", "adjectives", "finished"), said, "noun")
    return None


def yet_to(sentence: Sentence, verb: int) -> int:
    """'The withdrawal has yet to start': what is said of it is the start; other verbs are given back as they are."""
    words = [t.lower_ for t in sentence.doc[verb + 1 : verb + 4]]
    if words[:2] == ["yet", "to"] and sentence.doc[verb].lower_ in {"has", "have", "had", *BE} and verb + 3 in sentence.verbs:
        return verb + 3
    return verb


def date_given(sentence: Sentence, time: Phrase) -> str:
    """'Had until Monday to leave', 'the accord gave it until May to leave': a duty; 'the army gave it until May': a demand."""
    before = time.start - (2 if time.prep is not None else 1)
    if before >= 0 and sentence.doc[before].lower_ in HAVE and before in sentence.verbs:
        return "required"
    whom = sentence.phrase_of(before) if before >= 0 else None
    give = whom.start - 1 if whom is not None and whom.prep is None else -1
    giver = sentence.phrase_of(give - 1) if give > 0 and sentence.doc[give].lower_ in {"gives", "gave", "give"} else None
    if giver is None:
        return "possible"
    if is_a(sentence, giver, ("@pact", "@truce")):
        return "required"
    return "requested" if time.prep in {"until", "till"} else "possible"


_TIMES_SET = frozenset({"deadline", "deadlines", "date", "day", "days", "week", "month", "time", "ultimatum", "period"})


def lets_time_pass(sentence: Sentence, verb: int) -> int | None:
    """The 'let' of 'let the deadline for leaving pass', for its verb of passing; None for any other verb."""
    if sentence.doc[verb].lower_ not in {"pass", "lapse", "expire", "slip", "go"}:
        return None
    for k in range(verb - 1, max(-1, verb - 20), -1):
        if sentence.doc[k].lower_ in {"let", "lets", "letting", "allow", "allowed", "allows", "allowing"}:
            named = any(sentence.doc[j].lower_ in _TIMES_SET for j in range(k + 1, min(k + 6, verb)))
            return k if named else None
    return None


def may_be(sentence: Sentence, be: int) -> bool:
    """The 'be' of 'it may be that they left', 'it could well be that they are brought back'."""
    if be < 1 or sentence.doc[be].lower_ != "be":
        return False
    return not _MAY.isdisjoint(t.lower_ for t in sentence.doc[max(0, be - 3) : be])


_MAY = frozenset({"may", "might", "could", "can"})


def called_so(sentence: Sentence, i: int, phrase: Phrase, told: Governor | None) -> Governor | None:
    """'The promised withdrawal', 'the expected Front pull-out', 'an alleged attack': the word before the noun, where nothing
    says whether it was done; `told` is what governs the noun from outside."""
    held = next((k for k in range(i - 1, phrase.start - 1, -1) if sentence.doc[k].lower_ in _CALLED_SO), None)
    if held is None:
        return None
    over = told.cue if told is not None else None
    if over is not None and over.effect in _DECIDES and over.lemma not in BE and over.lemma not in _ONLY_TOLD:
        return None
    word = sentence.doc[held].lower_
    return Governor(Cue(word, "adjectives", _CALLED_SO[word]), held, "noun")


_DECIDES = frozenset({"pass", "finished", "begun", "negate"})
_ONLY_TOLD = frozenset(
    [
        *["say", "tell", "add", "state", "announce", "confirm", "note", "report", "welcome", "hail", "praise", "applaud"],
        *["stress", "reiterate", "cite", "write", "describe", "recall", "remark", "declare", "see"],
    ]
)
"""Who welcomes the planned withdrawal, or tells of it, does not say that it is done."""
_CALLED_SO = {
    "promised": "promised",
    "agreed": "promised",
    "planned": "announced",
    "announced": "announced",
    "intended": "announced",
    "threatened": "announced",
    "scheduled": "required",
    "ordered": "required",
    "demanded": "requested",
    "alleged": "alleged",
    "suspected": "alleged",
    "purported": "alleged",
    **dict.fromkeys(("proposed", "attempted", "possible", "expected", "anticipated", "impending", "prospective"), "possible"),
    **dict.fromkeys(("potential", "future", "imminent", "eventual", "upcoming", "forthcoming", "feared"), "possible"),
}


def if_any(sentence: Sentence, at: int) -> bool:
    """'What, if any, withdrawals have occurred', 'few, if any, guns have left': whether there were any is left open."""
    for k in range(at - 1, max(-1, at - 9), -1):
        if sentence.doc[k].lower_ == "any" and k and sentence.doc[k - 1].lower_ == "if":
            return not any(j in sentence.verbs and sentence.doc[j].pos_ == "VERB" for j in range(k, at))
    return False


def asked_which(sentence: Sentence, phrase: Phrase | None) -> bool:
    """'To determine which withdrawals have taken place', 'to clarify how many posts were left': a question still open."""
    if phrase is None or phrase.start < 1 or sentence.doc[phrase.start].lower_ not in {"what", "which", "how", "whose"}:
        return False
    asks = sentence.doc[phrase.start - 1]
    if asks.lower_ not in _FIND_OUT:
        return False
    before = {t.lower_ for t in sentence.doc[max(0, asks.i - 3) : asks.i]}
    return asks.i < 1 or sentence.doc[asks.i - 1].lower_ in {"to", "and"} or not before.isdisjoint(_NOT_YET)


_NOT_YET = frozenset({"will", "would", "must", "should", "can", "could", "may"})
_FIND_OUT = frozenset({"determine", "establish", "ascertain", "clarify", "verify", "assess", "investigate", "learn", "decide"})
