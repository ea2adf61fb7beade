"""What a governing word makes of the act that it governs.

Invariant: an effect looks at the force of the governor and of the act only.
The effects follow the implicative and factive signatures described by Karttunen (1971) and by Nairn, Condoravdi and
Karttunen (2006): 'failed to' turns the truth over, 'managed to' keeps it, 'promised to' leaves it open.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from servanda.reading.acts.clause import Governor, Sentence, group_of
from servanda.reading.acts.cues_at import HOST
from servanda.reading.acts.slots import LENGTHS
from servanda.reading.acts.verbs import BE
from servanda.reading.claim import Modality, Polarity
from servanda.reading.modality.outcome import REAL, Force, either_negated
from servanda.vocabulary import vocabulary

_HOLDS_TRUE = frozenset({"true"})
_UNTRUE = frozenset({"untrue", "false", "lie", "myth"})
_SLIPS = frozenset({"deadline", "date", "timetable", "schedule"})
"""Who misses one of these has not done what it was set for."""
_GOES_ON = frozenset({"continue", "keep", "carry", "go"})
"""What is forbidden and still goes on is under way; what began, or was resumed, has happened."""
_COMES = frozenset({"come", "coincide"})
_MISSING = frozenset({"miss", "fail", "neglect", "skip", "failure"})
SHOWS = frozenset(
    {
        "say",
        "confirm",
        "prove",
        "show",
        "know",
        "report",
        "evidence",
        "proof",
        "indication",
        "trace",
        "confirmation",
        "news",
        "find",
    }
)
"""What these, negated, do not say, may still be so: 'found no evidence that they fired'."""
_BEARS_OUT = frozenset({"confirm", "verify", "corroborate", "establish"})
"""What has not been borne out may still be so."""
_CHECKS = frozenset({"verify", "certify", "ascertain", "establish", "check"})
"""Who is yet to do this to a fact does not tell it."""
_SEES = frozenset({"see", "watch", "hear", "notice", "witness", "observe"})
"""What was not seen may have been so all the same."""
_DISLIKED = frozenset({"wrong", "absurd", "ridiculous"})
"""Of a report these say that it is untrue; of a deed, that it should not have been."""
_DEPLORES = frozenset({"condemn", "denounce", "deplore", "criticise", "criticize", "decry"})
_FOR_GRANTED = frozenset({"regret", "remorse", "repent", "apologise", "apologize", "apology", "qualm"})
"""Who is not sorry for it did it all the same."""
_OWNS_UP = frozenset({"claim", "admit", "concede", "confess", "acknowledge", "own up", "plead guilty"})
"""'Did not admit that it had fired', 'did not claim that X had': whether it had is left open."""
_HINTS = frozenset({"sign", "hint", "indication", "trace"})
_FOR_A_PURPOSE = frozenset({"launch", "mount", "stage", "conduct", "unleash"})
"""What follows with 'to' is what these were for."""
_OFFERS = frozenset({"offer", "promise", "vow", "swear", "pledge", "assure", "willingness", "readiness", "undertake"})
"""Who offers or promises to extend has not extended yet; who agrees to has."""
_OFFERED = frozenset({"requested", "possible", "promised"})
_RAISING = frozenset({"think", "believe", "expect", "imagine", "suppose", "guess"})
"""'I do not think that they left' says 'I think that they did not'."""


@cache
def _waves_off() -> frozenset[str]:
    """The verbs with which a claim, a call or an offer is turned down."""
    return frozenset(word.split()[0] for word in vocabulary("modality.yaml")["governors"]["rejected"]["verbs"])


_TELLS = frozenset({"confirm", "announce", "reveal", "report", "disclose", "verify", "certify", "affirm"})
_DEEMS = frozenset({"consider", "regard", "deem", "think"})
_ONESELF = frozenset({"itself", "themselves", "himself", "herself", "ourselves"})
"""'Considers itself bound by the truce': what one holds of oneself is so as one holds it."""

_DOUBTS = frozenset({"doubt", "question", "dispute", "argument", "deny", "denying"})


def _is_free_to_tell(sentence: Sentence, verb: int) -> bool:
    """'We can now confirm that …' confirms it; 'only the mission can confirm that …' does not."""
    group = group_of(sentence, verb)
    before = {t.lower_ for t in sentence.doc[max(0, group.start - 5) : group.start]}
    return "can" in group.words and before.isdisjoint({"only", "nobody", "who", "whether", "if"})


REPELS = frozenset({"repel", "repulse", "rebuff", "counter", "resist", "withstand", "fend off", "ward off", "beat back"})
"""What one is ready or meant to do this to has not happened by that."""
_SANCTIONS = frozenset(["endorse", "authorise", "authorize", "approve", "sanction", "condone", "justify", "order", "plan"])
"""What is said not to have been met so took place."""
_MAKES = frozenset({"reach", "make", "sign", "strike", "conclude", "secure", "clinch", "give", "seal", "get", "obtain", "find"})
_CONSENTS = frozenset({"agree", "accept", "consent", "assent", "willingness", "readiness"})


def _only_lacking(sentence: Sentence, governor: Governor) -> bool:
    """'Made no promise to leave', 'has yet to agree to it': nobody has refused; who 'has not agreed to leave' has."""
    if governor.cue.lemma not in _CONSENTS:
        return True
    if governor.cue.sort != "verbs":
        return False
    start = group_of(sentence, governor.token).start
    return "yet" in {t.lower_ for t in sentence.doc[max(0, start - 1) : governor.token]}


def _nearly(sentence: Sentence, at: int) -> bool:
    """'Have almost completed the withdrawal'."""
    return at > 0 and sentence.doc[at - 1].lower_ in {"nearly", "almost", "virtually", "practically"}


def _says_neither(sentence: Sentence, verb: int) -> bool:
    """'Neither confirmed nor denied', 'could not confirm or deny'."""
    return (
        verb > 1
        and sentence.doc[verb - 1].lower_ in {"or", "nor"}
        and sentence.doc[verb - 2].lower_ in {"confirm", "confirmed", "confirms", "confirming"}
    )


def _is_now(sentence: Sentence, adjective: int) -> bool:
    """'Are able to', 'is now fully able to'."""
    k = adjective - 1
    while k > 0 and sentence.doc[k].pos_ == "ADV":
        k -= 1
    return k >= 0 and sentence.doc[k].lower_ in {"is", "are", "am", "'s", "’s", "'re", "’re"}


def _of_us(sentence: Sentence, verb: int) -> bool:
    """'Expect us to leave': what whoever speaks would do."""
    return verb + 1 < len(sentence.doc) and sentence.doc[verb + 1].lower_ in {"us", "me"}


_AVERTS = frozenset(
    [
        *["obstruct", "prevent", "block", "thwart", "foil", "disrupt", "derail", "sabotage", "torpedo", "frustrate", "avert"],
        *["forestall", "stave off", "head off", "scupper", "scuttle", "hold off", "hold back", "keep from", "avoid"],
    ]
)
"""What is their subject undoes something else, and is done itself."""


_MISSES = frozenset({"fail", "falter", "founder", "flounder", "stall", "fall short", "bog down", "run aground"})
_COMES_ABOUT = frozenset({"materialise", "materialize", "happen", "occur", "take", "come", "begin", "start"})


_HELPS = frozenset(
    [
        "aid",
        "assistance",
        "help",
        "support",
        "backing",
        "cover",
        "strike",
        "airstrike",
        "intervention",
        "arrival",
        "weapon",
        "arms",
    ]
) | {"reinforcement", "raid", "bombardment", "barrage", "breakthrough"}


def _helped_by(sentence: Sentence, verb: int) -> bool:
    """'Air strikes allowed the army to retake the town': a thing gives no leave, it makes possible what was done."""
    group = group_of(sentence, verb)
    if group.infinitive or not (group.tag == "past" or group.perfect) or group.passive:
        return False
    return any(c.dep_ == "nsubj" and c.lemma_.lower() in _HELPS for c in sentence.doc[verb].children)


def _came_about(sentence: Sentence, governor: Governor) -> bool:
    """'The attack failed to materialise': there was none."""
    behind = [t.lemma_.lower() for t in sentence.doc[governor.token + 1 : governor.token + 3]]
    return behind[:1] == ["to"] and not _COMES_ABOUT.isdisjoint(behind)


def _took_time(sentence: Sentence, governor: Governor) -> bool:
    """'The withdrawal took four days', 'lasted a week': whatever took so long has been done."""
    if governor.relation != "subj" or governor.cue.lemma not in {"take", "last"}:
        return False
    behind = [t.lower_ for t in sentence.doc[governor.token + 1 : governor.token + 7]]
    return governor.cue.lemma == "last" or not LENGTHS.isdisjoint(behind)


def _has_object(sentence: Sentence, verb: int) -> bool:
    behind = sentence.phrase_of(verb + 1) if verb + 1 < len(sentence.doc) else None
    if behind is not None and behind.prep is None:
        return True
    return any(c.dep_ == "obj" and c.i > verb for c in sentence.doc[verb].children)


_LOOSELY = frozenset({"tentatively", "provisionally", "informally"})


def _tentative(sentence: Sentence, verb: int) -> bool:
    """'Agreed in principle', 'tentatively agreed': no more than a promise."""
    after = [t.lower_ for t in sentence.doc[verb + 1 : verb + 3]]
    beside = {sentence.doc[verb - 1].lower_ if verb else "", *after[:1]}
    return after == ["in", "principle"] or not _LOOSELY.isdisjoint(beside)


_PERFORMS = frozenset({"carry", "conduct", "implement", "execute", "perform", "effect", "realise", "realize"})


def _goes_on(sentence: Sentence, governor: Governor) -> bool:
    """'The withdrawal is carried out according to plan': it goes on; 'has been carried out' is done."""
    if governor.relation != "subj" or governor.token not in sentence.verbs:
        return False
    group = group_of(sentence, governor.token)
    return group.passive and not group.perfect and group.words[:1] in {("is",), ("are",)}


_LEAVES_OUT = frozenset({"omit", "forget", "neglect"})


def apply(sentence: Sentence, governor: Governor, above: Force, own: Force, telic: bool, performative: bool) -> Force:
    effect = governor.cue.effect
    lemma = governor.cue.lemma
    if lemma == "argue" and governor.relation == "that":
        effect = "pass"  # who argues that it was so says so
    if lemma == "ground" and sentence.doc[governor.token - 1].lower_ == "common":
        return own  # 'it is common ground that they fired'
    if lemma in _LEAVES_OUT and governor.relation == "that":
        return own  # 'omitted that the army had left': it had, whoever left it out
    negative = above.polarity == "negated"
    open_above = above.modality not in REAL
    flipped: Polarity = "affirmed" if own.polarity == "negated" else "negated"
    carried = replace(
        own,
        bare=False,
        past=own.past or (above.past and not own.present),
        present=own.present or (own.bare and above.present),
        future=own.future or above.future,
        reaches_back=own.reaches_back or above.reaches_back,
    )

    def held(**changes: object) -> Force:
        return replace(carried, **{"speech": own.speech or lemma, "speech_at": governor.token, **changes})  # type: ignore[arg-type]

    if lemma == "expect" and negative and _of_us(sentence, governor.token):
        return held(modality="refused", speech=None)  # 'nobody should expect us to leave'
    if above.modality == "denied" and effect == "required":
        return held(modality="required", polarity=flipped)  # 'denied that it was obliged to leave'
    if above.modality == "denied":
        waved_off = above.speech in _waves_off() and governor.cue.sort == "nouns" and effect in _OFFERED
        if effect == "negate" and not negative and own.polarity == "affirmed":
            return held(modality="denied", polarity=flipped)  # 'denied that it had failed to leave'
        if effect in {"stopped", "refused"}:
            return held(modality="possible")  # 'denied that the pull-out had been put off': nor does he say that it was done
        return held(modality="refused" if waved_off else "denied")  # 'dismissed the call for …', 'dismissed the report of …'
    if governor.relation == "subj" and not telic and own.bare and not open_above and governor.token in sentence.verbs:
        if negative and lemma in _SANCTIONS:
            return held(modality="completed", polarity="affirmed", speech=None)  # 'the shelling was not authorised'
        if effect == "requested" and not group_of(sentence, governor.token).passive:
            return held(modality="completed", speech=None)  # 'the raid pushed them to the brink': there was one
    charged = governor.relation == "that" or (effect == "alleged" and governor.relation in {"ing", "noun"})
    if above.modality == "refused" and governor.cue.sort == "nouns" and (charged or effect == "denied"):
        return held(modality="alleged" if effect == "denied" else "denied")  # 'rejects the report, the denial of it'
    if effect == "forbidden" and lemma == "warn":
        return held(modality="requested" if not open_above else above.modality, polarity=flipped)  # 'warned X against it'
    if effect == "forbidden":
        return held(modality="required" if not open_above else above.modality, polarity=own.polarity if negative else flipped)
    if effect == "pass" and lemma == "able" and not negative and not open_above and _is_now(sentence, governor.token):
        return held(modality="possible")  # 'are able to verify'; whoever 'was able to' did
    sorry = negative or above.modality in {"refused", "possible"}
    if effect == "pass" and sorry and lemma in _FOR_GRANTED and (not open_above or above.modality in {"refused", "possible"}):
        return replace(carried, modality="completed" if own.bare else own.modality)  # 'has no regrets about shelling'
    if effect == "pass" and lemma in _PERFORMS and telic and own.bare and _goes_on(sentence, governor) and not open_above:
        return held(modality="under-way", polarity=flipped if negative else own.polarity, speech=None)
    if effect in {"pass", HOST} and lemma in REPELS and above.modality in {"announced", "promised", "requested", "required"}:
        return held(modality="possible", polarity="affirmed", speech=None)  # 'aimed at repelling attacks': there may be some
    if lemma == "claim" and sorry and governor.relation == "noun" and own.bare and own.polarity == "affirmed":
        return held(modality="completed", speech=None)  # 'nobody has claimed the attack': there was one
    if effect == "pass" and lemma in _OWNS_UP and sorry and (own.bare or governor.relation == "that"):
        return held(modality="possible", polarity="affirmed", speech=None)  # 'did not admit to shelling the town'
    if effect in {"pass", HOST}:
        if lemma in _DEPLORES and not telic and own.modality in REAL and above.modality in {"requested", "required", "refused"}:
            return held(modality="completed", speech=None)  # 'urged the mission to condemn the shelling': there was some
        if above.modality == "refused" and lemma in _BEARS_OUT and governor.relation in {"noun", "that"}:
            return held(modality="unknown", polarity="affirmed")  # 'would not confirm that they fired'
        none = governor.relation == "subj" and own.polarity == "negated"  # 'no withdrawal has been confirmed'
        if (negative or none) and lemma in _BEARS_OUT and governor.relation in {"noun", "that", "subj"} and not open_above:
            return held(modality="unknown", polarity="affirmed")  # 'could not confirm the withdrawal'
        if effect == HOST and lemma == "meet" and governor.relation == "noun" and own.modality in REAL and not open_above:
            return replace(
                carried, polarity=either_negated(own.polarity, above.polarity), speech="miss" if negative else "meet"
            )
        if effect == HOST and lemma in BE and governor.relation == "subj":
            return replace(carried, modality=above.modality, polarity=either_negated(own.polarity, above.polarity))
        told_when = lemma in _COMES and governor.relation == "subj"  # 'the withdrawal came a day after the talks'
        told_when = told_when or _took_time(sentence, governor)
        if (
            own.bare
            and effect == HOST
            and governor.relation in {"noun", "subj"}
            and telic
            and lemma not in BE
            and not told_when
        ):
            return held(modality="possible" if not open_above else above.modality, speech=None)
        if effect == HOST and negative and governor.relation == "noun" and lemma in _MAKES and not own.bare and not open_above:
            return replace(carried, polarity="negated")  # 'have not reached an agreement on leaving'
        if lemma in _HINTS and not negative and governor.cue.sort == "nouns" and not open_above:
            return held(modality="possible")  # 'there are signs that they left'
        if negative and lemma == "aware":
            return held(modality="possible")  # 'is not aware of any attack'
        if negative and lemma in _SEES and governor.relation == "that":
            return held(modality="possible", polarity="affirmed")  # 'nobody saw them leave'
        if lemma in SHOWS and negative and governor.cue.sort == "nouns":
            return held(modality="possible")  # 'no evidence of an attack', 'no word of one': there may have been one
        if own.bare:
            twice = (
                governor.relation in {"noun", "subj"} and own.polarity == "negated"
            )  # 'there was no fighting' is negated once
            polarity = "negated" if twice else either_negated(own.polarity, above.polarity)
            return replace(
                carried,
                modality=above.modality,
                polarity=polarity,
                speech=above.speech,
                speech_at=above.speech_at,
                begun=above.begun,
            )
        if (
            governor.relation == "that"
            and open_above
            and own.present
            and above.modality in {"requested", "required", "promised"}
        ):
            return held(modality=above.modality)
        asked_for = open_above and lemma in SHOWS and governor.cue.sort == "nouns"
        if governor.relation == "that" and asked_for and not negative:
            return held(modality="possible")  # 'asked for confirmation that they had left'
        if governor.relation == "that" and negative and lemma in _HOLDS_TRUE:
            return held(modality="denied")
        if governor.relation == "that" and negative and not open_above:
            return held(modality="possible") if lemma in SHOWS | _HINTS | _OWNS_UP else carried
        if governor.relation == "that" and lemma in _TELLS and _is_free_to_tell(sentence, governor.token) and not negative:
            return carried  # 'we can now confirm that they have left'
        if (
            governor.relation == "that"
            and above.modality in {"possible"}
            and lemma not in {"say", "tell", "add", "note", "know"}
        ):
            return held(modality="possible")
        if above.modality == "alleged":
            return held(modality="alleged")
        if governor.relation == "that" and lemma in _CHECKS and open_above and not negative:
            return held(modality="possible")  # 'tasked with verifying that all arms were handed over'
        return carried
    if effect == "presupposed":
        if own.bare and not telic:
            return held(modality="completed", speech=None)  # 'could not attribute the violations': there were some
        return held(modality="possible" if own.bare and not open_above else above.modality, speech=None)
    if effect == "negate" and governor.relation == "subj" and lemma in _AVERTS and _has_object(sentence, governor.token):
        return held(modality=above.modality if open_above else "completed", speech=None)  # 'the raid prevented others from …'
    missed = effect == "negate" and governor.relation == "subj" and lemma in _MISSES
    if missed and not telic and not _came_about(sentence, governor):
        return held(modality=above.modality if open_above else "completed", speech=None)  # 'the attack failed': there was one
    if effect == "negate":
        modality: Modality = above.modality if open_above else "completed"
        return held(modality=modality, polarity=own.polarity if negative else flipped)
    if effect in {"pass", "begun"} and lemma in _FOR_A_PURPOSE and governor.relation == "to" and not open_above:
        return held(modality="possible")  # 'launched an offensive to take the town'
    if effect == "begun" and lemma == "process" and above.whole and not negative and not open_above:
        return held(modality="completed", whole=True, speech=None)  # 'the process of leaving has been completed'
    if effect == "begun":
        if not open_above and not negative and not telic and lemma in _GOES_ON and not above.past:
            return held(modality="under-way", begun=True, speech=None)
        if open_above:
            return held(modality=above.modality, polarity=either_negated(own.polarity, above.polarity), speech=above.speech)
        if negative:
            return held(modality="completed", polarity="negated")
        return held(modality="under-way" if telic else "completed", begun=True, speech=None)
    if effect == "finished":
        if open_above:
            return held(modality=above.modality, polarity=either_negated(own.polarity, above.polarity), speech=above.speech)
        return held(
            modality="completed" if above.modality == "completed" and not _nearly(sentence, governor.token) else "under-way",
            polarity=either_negated(own.polarity, above.polarity),
            whole=True,
            speech=None,
        )
    if effect == "stopped":
        if open_above:
            return held(modality=above.modality, polarity=either_negated(flipped, above.polarity), speech=above.speech)
        return held(modality="completed", polarity=own.polarity if negative else flipped)
    if effect == "performed":
        if open_above:
            return held(modality=above.modality, polarity=either_negated(own.polarity, above.polarity), speech=above.speech)
        if performative:
            return held(modality="completed", polarity=either_negated(own.polarity, above.polarity), speech=None)
        allowed = lemma in {"allow", "permit", "let"}
        if allowed and not negative and own.polarity == "affirmed" and _helped_by(sentence, governor.token):
            return held(modality="completed")
        if negative:
            return held(modality="refused" if not allowed else "completed", polarity="affirmed" if not allowed else "negated")
        if own.polarity == "negated":
            return held(modality="refused", polarity="affirmed") if not allowed else held(modality="possible")
        return held(modality="possible" if allowed else "announced")
    if governor.relation == "subj" and lemma == "threaten" and own.bare and not open_above:
        return held(modality="possible" if telic else "completed", speech=None)  # 'clashes threaten the truce': there are some
    if effect in {"promised", "announced"}:
        outright = performative and lemma not in _OFFERS and not _tentative(sentence, governor.token)
        if effect == "promised" and outright and not open_above and not negative:
            return held(modality="completed", speech=None)
        if governor.relation == "that" and own.past and not own.bare and own.modality in REAL:
            return carried  # '"They have left," he assured us'
        if lemma == "threat" and negative and not open_above:
            return held(modality="possible")  # 'averted the threat of strikes': nobody has refused to strike
        if negative and not open_above and effect == "promised" and _only_lacking(sentence, governor):
            return held(modality="possible")
        if negative and not open_above:
            return held(modality="refused", polarity="affirmed")
        if above.modality in {"possible", "alleged", "requested", "required", "refused"}:
            return held(modality=above.modality, speech=above.speech or lemma)
        if own.modality == "refused" and governor.relation == "that":
            return held(modality=effect, polarity="negated") if effect == "promised" else carried
        if own.polarity == "negated" and effect == "announced":
            return held(modality="refused", polarity="affirmed")
        return held(modality=effect)
    if effect == "refused":
        if negative or above.modality in {"possible", "required"}:
            return held(modality="possible")
        if above.modality == "alleged":
            return held(modality="refused")
        if governor.relation == "that" and own.past and not own.bare and own.modality in REAL:
            return held(modality="denied")  # 'ruled out that its men had fired'
        return held(modality="refused", polarity=own.polarity)
    if effect == "requested" and above.modality == "refused":
        return held(modality="refused", speech=above.speech, speech_at=above.speech_at)
    if effect == "requested":
        return held(modality="possible" if negative or above.modality == "possible" else "requested")
    if effect == "required" and lemma in _SLIPS and above.speech in _MISSING and negative:
        return held(modality="completed", polarity=flipped)  # 'missed the deadline for leaving'
    if effect == "required" and lemma in _SLIPS and above.speech == "meet" and not negative and not open_above:
        return held(modality="completed", polarity=own.polarity)  # 'met the deadline for leaving'
    if effect == "required" and lemma in _SLIPS and above.modality == "possible" and not above.speech and not above.conditional:
        return held(modality="required")  # 'the deadline for the withdrawal is 10 October'
    if effect == "required" and lemma in _SLIPS and above.modality == "refused":
        return held(modality="possible", speech=None)  # 'objected to the new date for the handover': not to the handover
    if effect == "required" and above.modality in {"possible", "requested", "refused"}:
        return held(modality=above.modality)
    if effect == "required":
        if own.modality == "completed" and not own.bare and governor.relation == "that":
            return held(modality="required")
        return (
            held(
                modality="required",
                polarity=either_negated(own.polarity, above.polarity) if negative and lemma in {"suppose"} else own.polarity,
            )
            if not negative or lemma == "suppose"
            else held(modality="possible")
        )
    if lemma in _DEEMS and sentence.doc.words(governor.token + 1, governor.token + 2) in _ONESELF:
        return held(modality=above.modality, polarity=flipped if negative else own.polarity)
    no_doubt = lemma in _DOUBTS and sentence.doc[governor.token - 1].lower_ == "no"
    if governor.relation == "that" and (no_doubt or (lemma == "clear" and effect == "denied")):
        return carried  # 'no doubt that they left', 'made it clear that they had left'
    if effect == "denied" and lemma in _DISLIKED and governor.relation in {"subj", "noun"} and own.bare:
        return held(modality="possible" if telic else "completed", speech=None)  # 'the attack was wrong': there was one
    if effect == "denied" and _says_neither(sentence, governor.token):
        return held(modality="unknown")  # 'could not confirm or deny the release'
    if effect == "denied" and own.modality == "required" and governor.relation == "that" and not negative:
        return held(modality="required", polarity=flipped)  # 'denied that it had to leave'
    if effect == "denied":
        return held(modality="possible" if negative and lemma != "disown" and not lemma.startswith("no") else "denied")
    if effect == "alleged" and above.speech in _UNTRUE and negative and not open_above:
        return held(modality="denied")  # 'the claim that they fired is untrue'
    if effect == "alleged":
        if not own.bare and own.modality not in REAL:
            return replace(carried, speech=lemma)
        return held(modality="possible" if negative and lemma != "accuse" else "alleged")
    if effect == "unknown":
        return held(modality="unknown") if not negative else held(modality="possible")
    if effect == "stated":
        return held(modality="possible" if telic else above.modality, speech=None)
    if negative and lemma == "possible" and own.bare and governor.relation != "that":
        return held(modality="completed", polarity=flipped)  # 'verification was not possible'
    if (
        lemma in {"warn", "warning"}
        and governor.relation == "that"
        and not own.bare
        and own.modality in REAL
        and (own.past or own.begun)
    ):
        return carried  # 'warned that the rebels were massing': that they were is told
    wanting = lemma in {"want", "wish", "like"}
    if negative and wanting and governor.relation == "to":
        return held(modality="refused", polarity="affirmed")
    if negative and lemma in _RAISING and governor.relation == "that":
        return held(modality="possible", polarity=flipped)
    return held(modality="possible")
