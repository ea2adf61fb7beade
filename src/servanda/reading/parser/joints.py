"""Joints mended: what is joined by 'and' shares its verb or its noun, and a participle before a noun belongs to it; a tree
stays one."""

from __future__ import annotations

from servanda.reading.parser.arcs import Arcs
from servanda.reading.parser.headlines import words_of
from servanda.reading.parser.skeleton import SUBJECTS, is_finite

OPENERS = frozenset({"a", "an", "the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "any", "no"})


def joined_participles(arcs: Arcs) -> None:
    """'Accused X of shelling the camp and taking prisoners': 'taking' goes with 'shelling', not with 'accused'."""
    for i in range(2, len(arcs)):
        if arcs.deps[i] != "conj" or not _bare_ing(arcs, i):
            continue
        head = arcs.heads[i]
        if not head < i or arcs.forms[head].endswith("ing") or arcs.pos[head] not in ("VERB", "AUX"):
            continue
        near = next((j for j in range(i - 1, head, -1) if _bare_ing(arcs, j) and arcs.deps[j] != "conj"), None)
        if near is not None and head in arcs.above(near) and arcs.child(i, *SUBJECTS, "mark") is None:
            arcs.attach(i, near, "conj")


def _bare_ing(arcs: Arcs, i: int) -> bool:
    return arcs.forms[i].endswith("ing") and arcs.pos[i] == "VERB" and arcs.child(i, "aux", "aux:pass", "cop") is None


def participles_before_nouns(arcs: Arcs) -> None:
    """'Violating a recently agreed truce': an article, a participle and a noun in a row are one phrase, and no clause."""
    for i in range(2, len(arcs) - 1):
        if arcs.pos[i] != "VERB" or not arcs.forms[i].endswith(("ed", "en")) or arcs.pos[i + 1] != "NOUN":
            continue
        noun, start = i + 1, i - 1
        while start > 0 and arcs.pos[start] == "ADV":
            start -= 1
        counted = arcs.pos[start] == "NUM" and arcs.pos[start - 1] == "ADP"  # 'a convoy of 15 towed howitzers'
        relative = arcs.deps[i] == "acl:relcl" and arcs.deps[start] in SUBJECTS  # 'the army that opened fire'
        if relative or (arcs.forms[start].lower() not in OPENERS and not counted) or arcs.heads[noun] != i:
            continue
        _make_phrase(arcs, i, noun, start)


_ON_THE_MOVE = frozenset(["departing", "withdrawing", "retreating", "fleeing", "advancing", "returning", "surrendering"])
_OF_DOING = frozenset(
    ["begin", "start", "stop", "keep", "continue", "resume", "finish", "complete", "avoid", "consider", "delay", "deny",
     "admit", "report", "postpone", "mean", "involve", "halt", "cease", "suggest", "propose", "discuss", "recommend", "risk",
     "favour", "favor", "oppose", "be"]
)  # fmt: skip
"""Verbs that a gerund completes: 'began withdrawing its troops'."""


def those_on_the_move(arcs: Arcs) -> None:
    """'Cheered the withdrawing Guard troops', 'pelted departing soldiers': the troops withdraw, not those who cheer."""
    for i in range(1, len(arcs) - 1):
        clausal = arcs.pos[i] == "VERB" and arcs.deps[i] in ("xcomp", "ccomp", "advcl")
        if not clausal or arcs.forms[i].lower() not in _ON_THE_MOVE:
            continue
        verb, noun = arcs.heads[i], i + 1
        while noun + 1 < len(arcs) and arcs.pos[noun] in ("PROPN", "ADJ") and arcs.pos[noun + 1] in ("PROPN", "ADJ", "NOUN"):
            noun += 1
        right_before = verb == i - 1 or (verb == i - 2 and arcs.pos[i - 1] == "DET")
        if not right_before or arcs.pos[noun] != "NOUN" or arcs.lemmas[verb] in _OF_DOING:
            continue
        if arcs.heads[noun] in (i, verb):
            arcs.heads[noun], arcs.deps[noun] = verb, "obj"
        elif arcs.deps[noun] != "nsubj":  # 'saw retreating fighters burn the village'
            continue
        for c in arcs.children(i):
            arcs.heads[c] = noun if c < noun else verb
        arcs.heads[i], arcs.deps[i] = noun, "amod"


def perfects_in_a_row(arcs: Arcs) -> None:
    """'X has shelled the town, has killed three and has cut the road': all that stands in one row is done by X."""
    for i in range(4, len(arcs)):
        aux = arcs.child(i, "aux")
        if aux is None or not 1 < aux < i or arcs.lemmas[aux] != "have" or arcs.forms[aux - 1] != ",":
            continue
        if arcs.deps[i] not in ("ccomp", "parataxis", "advcl", "conj") or arcs.child(i, *SUBJECTS, "mark") is not None:
            continue
        first = next((j for j in range(aux - 2, 0, -1) if arcs.pos[j] == "VERB" and is_finite(arcs, j)), None)
        same = arcs.child(first, "aux") if first is not None else None
        if first is None or same is None or arcs.forms[same] != arcs.forms[aux]:
            continue
        if arcs.child(first, "nsubj") is not None or arcs.deps[first] == "conj":
            arcs.attach(i, first, "conj")


_SAYS_NO = frozenset(["deny", "reject", "dismiss", "refute", "say", "insist", "claim", "maintain", "announce", "warn", "state"])
_THEN_SAYS = frozenset(["accuse", "blame", "urge", "demand", "warn", "threaten", "vow", "condemn", "pledge"])


def sayings_joined(arcs: Arcs) -> None:
    """'Denied that its men had fired and accused X of firing': who denies accuses, and it is no part of what is denied."""
    for i in range(2, len(arcs)):
        if arcs.deps[i] != "conj" or arcs.pos[i] != "VERB" or arcs.lemmas[i] not in _THEN_SAYS:
            continue
        told = arcs.heads[i]
        says = arcs.heads[told]
        if arcs.deps[told] != "ccomp" or not says < told < i or arcs.lemmas[says] not in _SAYS_NO:
            continue
        own = arcs.child(i, "nsubj", "nsubj:pass", "aux", "aux:pass", "mark")
        if own is None and arcs.has(i, "Tense=Past"):
            arcs.heads[i] = says


def _make_phrase(arcs: Arcs, participle: int, noun: int, start: int) -> None:
    top = arcs.heads[participle] == participle
    main = _verb_on_the_subject(arcs, participle, start) if top else None
    late = _verb_behind(arcs, participle, noun) if main is None else None
    if late is not None:
        arcs.heads[late], arcs.deps[late] = late if top else arcs.heads[participle], arcs.deps[participle]
        arcs.heads[noun], arcs.deps[noun] = late, "nsubj:pass" if arcs.child(late, "aux:pass") is not None else "nsubj"
        main = late
    elif main is not None:
        subject = arcs.heads[main]
        arcs.heads[main], arcs.deps[main] = main, "ROOT"
        arcs.heads[subject], arcs.deps[subject] = main, "nsubj"
        arcs.set_feats(main, VerbForm="Fin", Mood="Ind", Tense="Past", Voice="")
        governor = max((v for v in range(start) if arcs.pos[v] == "VERB"), default=main)
        arcs.heads[noun], arcs.deps[noun] = governor, "obj" if arcs.child(governor, "obj") in (None, start) else "obl"
    else:
        arcs.heads[noun], arcs.deps[noun] = noun if top else arcs.heads[participle], arcs.deps[participle]
    arcs.heads[participle], arcs.deps[participle] = noun, "amod"
    over = "nummod" if arcs.pos[start] == "NUM" else "det"
    arcs.heads[start], arcs.deps[start] = noun, over if arcs.deps[start] != "nmod:poss" else "nmod:poss"
    for c in range(len(arcs)):
        if arcs.heads[c] == participle and not start < c < participle:
            arcs.heads[c] = main if main is not None else noun


def _verb_behind(arcs: Arcs, participle: int, noun: int) -> int | None:
    """The finite verb that follows the noun and has no subject: 'a hastily agreed truce collapsed'."""
    behind = (c for c in arcs.children(participle) if c > noun and arcs.pos[c] == "VERB" and is_finite(arcs, c))
    return next((c for c in behind if arcs.child(c, *SUBJECTS, "mark", "cc") is None), None)


def _verb_on_the_subject(arcs: Arcs, participle: int, end: int) -> int | None:
    """The verb that was read as a participle on what was read as the subject."""
    subject = arcs.child(participle, *SUBJECTS)
    if subject is None or subject > end:
        return None
    return next(
        (v for v in arcs.children(subject) if subject < v < end and arcs.deps[v] == "acl" and arcs.pos[v] == "VERB"), None
    )


def participles_within(arcs: Arcs) -> None:
    """'Shot nineteen captured guerrillas', 'buses and looted cars clogged the road': a participle between a number, or the
    'and' of a row, and its noun belongs to the noun."""
    for i in range(1, len(arcs) - 1):
        noun, opens = i + 1, arcs.heads[i - 1]
        if arcs.pos[i] != "VERB" or not arcs.forms[i].lower().endswith(("ed", "en")) or arcs.pos[noun] not in ("NOUN", "PROPN"):
            continue
        row = arcs.deps[i - 1] == "cc" and arcs.deps[noun] == "conj" and arcs.pos[arcs.heads[noun]] in ("NOUN", "PROPN")
        if row and opens == i and arcs.deps[i] == "conj" and arcs.heads[i] > i:
            arcs.heads[i - 1] = opens = noun  # nothing is joined to what comes after it
        opener = row or arcs.deps[i - 1] in ("nummod", "det", "amod", "nmod:poss")  # 'buses and looted cars'
        if opens != noun or not opener or arcs.heads[i] == noun:
            continue
        if not arcs.children(i):
            arcs.attach(i, noun, "amod")


def shared_heads(arcs: Arcs) -> None:
    """'Several artillery and bombing attacks': the last noun of the row is the head that both share."""
    for last in range(3, len(arcs)):
        second = arcs.heads[last]
        first = arcs.heads[second]
        if arcs.deps[last] != "obj" or second != last - 1 or arcs.deps[second] != "conj" or first >= second:
            continue
        if {arcs.pos[k] for k in (last, second, first)} != {"NOUN"} or arcs.forms[second - 1].lower() not in ("and", "or"):
            continue
        if first != second - 2:
            continue
        top = arcs.heads[first] == first
        arcs.heads[last], arcs.deps[last] = last if top else arcs.heads[first], arcs.deps[first]
        arcs.heads[first], arcs.deps[first] = last, "compound"
        for c in arcs.children(first):
            if c < first and arcs.deps[c] in ("det", "amod", "nummod", "nmod:poss", "case"):
                arcs.heads[c] = last
        for c in (*arcs.children(first), *arcs.children(second)):
            if c > last:
                arcs.heads[c] = last


def tolls(arcs: Arcs) -> None:
    """'Fired on a crowd trying to go home, killing ten': who fired killed, not the crowd."""
    harm = words_of("harm")
    for i in range(3, len(arcs)):
        if arcs.lemmas[i].lower() not in harm or not _bare_ing(arcs, i) or arcs.forms[i - 1] != ",":
            continue
        clause = arcs.heads[i]
        while arcs.deps[clause] in ("xcomp", "advcl", "conj") and not is_finite(arcs, clause) and clause < i:
            clause = arcs.heads[clause]
        if arcs.deps[clause] != "acl" or arcs.forms[clause].lower().endswith(("ed", "en")) or clause > i:
            continue
        noun = arcs.heads[clause]
        verb = arcs.heads[noun]
        if arcs.pos[verb] == "VERB" and verb < noun < clause and arcs.deps[noun] in ("obj", "obl"):
            arcs.attach(i, verb, "advcl")


def agents_taken_for_subjects(arcs: Arcs) -> None:
    """'The teacher seized last week by rebels has been freed': what stands behind 'by' is no subject."""
    first = arcs.forms.index("by") if "by" in arcs.forms else len(arcs)
    for verb in range(first + 2, len(arcs)):
        agent = arcs.child(verb, *SUBJECTS) if arcs.pos[verb] == "VERB" else None
        by = arcs.child(agent, "case") if agent is not None and agent < verb else None
        if agent is None or by is None or arcs.forms[by].lower() != "by":
            continue
        seized = next((v for v in range(by - 1, 0, -1) if arcs.pos[v] == "VERB"), None)
        subject = arcs.child(seized, *SUBJECTS) if seized is not None else None
        if seized is None or subject is None or subject > seized or verb in arcs.above(subject):
            continue
        if not arcs.has(seized, "Tense=Past") or arcs.child(seized, "aux", "aux:pass", "cop", "obj") is not None:
            continue
        if arcs.heads[verb] not in (seized, arcs.heads[seized]):
            continue
        _seize(arcs, verb, seized, subject, agent)


def _seize(arcs: Arcs, verb: int, seized: int, subject: int, agent: int) -> None:
    """Who was seized is the later verb's subject; who did it stays with the participle."""
    top = arcs.heads[seized] == seized
    passive = arcs.child(verb, "aux:pass") is not None
    if arcs.heads[verb] == seized or top:
        arcs.heads[verb], arcs.deps[verb] = (verb if top else arcs.heads[seized]), arcs.deps[seized]
    arcs.heads[agent], arcs.deps[agent] = seized, "obl:agent"
    arcs.heads[subject], arcs.deps[subject] = verb, "nsubj:pass" if passive else "nsubj"
    for c in arcs.children(seized):
        if c < subject or (c > verb and c != agent):
            arcs.heads[c] = verb
    arcs.heads[seized], arcs.deps[seized] = subject, "acl"
    arcs.set_feats(seized, VerbForm="Part", Mood="", Number="", Person="", Voice="Pass")


def participles_ahead(arcs: Arcs) -> None:
    """'The teacher seized by rebels has been freed', with 'seized' taken for a clause of its own: the teacher is freed."""
    for i in range(1, len(arcs) - 2):
        main = arcs.heads[i]
        if arcs.deps[i] != "advcl" or main < i + 2 or arcs.pos[i] != "VERB" or not arcs.forms[i].lower().endswith(("ed", "en")):
            continue
        subject = arcs.child(i, "nsubj:pass")
        if subject is None or subject > i or arcs.child(i, "aux", "aux:pass", "mark", "cop") is not None:
            continue
        if arcs.child(main, *SUBJECTS) is not None or any(arcs.forms[c] in (",", ":", ";") for c in range(i, main)):
            continue
        arcs.heads[subject], arcs.deps[subject] = main, "nsubj:pass" if arcs.child(main, "aux:pass") is not None else "nsubj"
        arcs.heads[i], arcs.deps[i] = subject, "acl"
