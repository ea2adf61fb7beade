"""Repairs of what the parser is known to get wrong; a repair keeps the tree a tree and touches no word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from servanda.reading.parser.arcs import Arcs
from servanda.reading.parser.doers_behind_be import doers_behind_be
from servanda.reading.parser.gerund_objects import objects_behind_commas
from servanda.reading.parser.headlines import NOMINAL, headlines, words_of
from servanda.reading.parser.joints import (
    agents_taken_for_subjects,
    joined_participles,
    participles_ahead,
    participles_before_nouns,
    participles_within,
    perfects_in_a_row,
    sayings_joined,
    shared_heads,
    those_on_the_move,
    tolls,
)
from servanda.reading.parser.seen_firing import seen_firing
from servanda.reading.parser.skeleton import (
    SUBJECTS,
    cases,
    closed_relatives,
    empty_subjects,
    joined_subjects,
    lost_main_verb,
    main_verb_in_relative,
    perfects,
    reduced_relative,
    relative_clauses,
)
from servanda.reading.parser.summed_up import summed_up
from servanda.reading.parser.sums import totals
from servanda.reading.parser.tags import (
    gerunds,
    gerunds_in_a_row,
    nouns_after_to,
    nouns_taken_for_verbs,
    people_by_participle,
    verbs_taken_for_nouns,
)
from servanda.reading.parser.two_clauses import two_clauses
from servanda.reading.parser.two_subjects import two_subjects
from servanda.vocabulary import vocabulary

CLAUSAL = frozenset({"ROOT", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "conj", "parataxis", "csubj"})


@cache
def _particles() -> Mapping[tuple[str, str], bool]:
    return {(p["verb"], p["particle"]): bool(p["object"]) for p in vocabulary("parser.yaml")["particles"]}


def one_root(arcs: Arcs) -> None:
    """One sentence has one root: the first one with a verb, else the first; the others hang on it."""
    roots = [i for i, h in enumerate(arcs.heads) if h == i]
    if len(roots) < 2:
        return
    main = next((i for i in roots if arcs.pos[i] in ("VERB", "AUX")), roots[0])
    for i in roots:
        if i != main:
            arcs.heads[i] = main
            arcs.deps[i] = "punct" if arcs.pos[i] == "PUNCT" else "parataxis"


def _is_passive(arcs: Arcs, verb: int) -> bool:
    if arcs.child(verb, "aux:pass") is not None or arcs.has(verb, "Voice=Pass"):
        return True
    return arcs.deps[verb] == "acl" and arcs.has(verb, "Tense=Past", "VerbForm=Part")


def names_a_time(arcs: Arcs, index: int) -> bool:
    """Whether the phrase at `index` is a time: a weekday, '25 November', 'the end of the month', '6 p.m.', a year."""
    word = arcs.lemmas[index].lower().rstrip(".")
    form = arcs.forms[index].lower().rstrip(".")
    times = words_of("time_nouns")
    if word in times or form in times:
        # "the fall", "march" and "may" are times with a number or a capital; "end of the army" is none.
        if word in ("end", "start", "beginning", "middle"):
            of = arcs.child(index, "nmod")
            return of is None or names_a_time(arcs, of)
        return True
    if arcs.pos[index] == "NUM" or form.isdigit():
        if any(names_a_time(arcs, i) for i in arcs.children(index) if arcs.pos[i] in ("PROPN", "NOUN")):
            return True
        if form.isdigit() and len(form) == 4 and 1400 <= int(form) <= 2200:
            return True
        return form.endswith(("am", "pm", "a.m", "p.m")) or ":" in form
    return False


def agents(arcs: Arcs) -> None:
    """'by <time>' is never an agent; 'by <nominal>' after a passive verb is one."""
    for i in range(len(arcs)):
        if arcs.deps[i] not in ("obl", "obl:agent", "nmod"):
            continue
        _raise_agent(arcs, i)
        head = arcs.heads[i]
        case = arcs.child(i, "case")
        if case is None or arcs.lemmas[case].lower() != "by" or arcs.deps[i] not in ("obl", "obl:agent"):
            continue
        if names_a_time(arcs, i):
            arcs.deps[i] = "obl"
        elif arcs.deps[i] == "obl" and i > head and arcs.pos[i] in NOMINAL and arcs.pos[i] != "NUM" and _is_passive(arcs, head):
            arcs.deps[i] = "obl:agent"


DEVERBAL = ("ing", "ion", "ment", "al", "ance", "ence", "ure", "age")


def _takes_by(noun: str) -> bool:
    """Whether a noun can have a by-phrase of its own: 'the shelling by', 'a statement by'."""
    return noun.endswith(DEVERBAL) or noun in words_of("nouns_with_by")


def _raise_agent(arcs: Arcs, i: int) -> None:
    """'withdrawn from the island by the alliance': the by-phrase leaves an island that nobody made."""
    noun, case = arcs.heads[i], arcs.child(i, "case")
    verb = arcs.heads[noun]
    by = arcs.deps[i] == "nmod" and case is not None and arcs.lemmas[case].lower() == "by"
    if not by or not verb < noun < i or names_a_time(arcs, i) or _takes_by(arcs.lemmas[noun].lower()):
        return
    if arcs.pos[verb] == "VERB" and _is_passive(arcs, verb) and arcs.child(verb, "obl:agent") is None:
        arcs.attach(i, verb, "obl")


def particles(arcs: Arcs) -> None:
    """'hand over the town' has a particle and an object, 'pull out of the town' a particle and an oblique."""
    for i in range(1, len(arcs)):
        if arcs.pos[i] not in ("ADP", "ADV", "PART") or arcs.deps[i] == "compound:prt":
            continue
        verb = next((j for j in range(i - 1, max(-1, i - 7), -1) if arcs.pos[j] == "VERB"), None)
        if verb is None:
            continue
        takes_object = _particles().get((arcs.lemmas[verb].lower(), arcs.forms[i].lower()))
        if takes_object is None or not _only_object_between(arcs, verb, i, takes_object):
            continue
        governed = arcs.heads[i] if arcs.deps[i] == "case" and arcs.heads[i] > i else None
        if governed is not None and i == verb + 1:
            other_case = [c for c in arcs.children(governed) if arcs.deps[c] == "case" and c != i]
            if takes_object and not other_case:
                # "handed over the town": the town is what was handed over.
                passive = _is_passive(arcs, verb) or arcs.child(verb, "obj") not in (None, governed)
                if arcs.heads[governed] == verb and passive:
                    continue
                if not arcs.attach(governed, verb, "obj"):
                    continue
            elif not other_case:
                continue
        elif governed is not None:
            continue
        for child in arcs.children(i):
            arcs.attach(child, verb, "obl" if arcs.deps[child] == "obl" else arcs.deps[child])
        arcs.attach(i, verb, "compound:prt")
        arcs.pos[i] = "ADP"


def _only_object_between(arcs: Arcs, verb: int, particle: int, takes_object: bool) -> bool:
    between = range(verb + 1, particle)
    if not between:
        return True
    obj = arcs.child(verb, "obj")
    return takes_object and obj is not None and all(j == obj or obj in arcs.above(j) for j in between)


def deadlines(arcs: Arcs) -> None:
    """'no later than 25 November': the date reaches the verb through 'later', whatever stands between."""
    for i in range(1, len(arcs) - 1):
        if arcs.forms[i].lower() not in ("later", "earlier", "sooner") or arcs.forms[i + 1].lower() != "than":
            continue
        if arcs.forms[i - 1].lower() not in ("no", "not"):
            continue
        date = next((j for j in range(i + 2, min(len(arcs), i + 8)) if names_a_time(arcs, j) or arcs.pos[j] == "NUM"), None)
        verb = next((j for j in range(i - 2, -1, -1) if arcs.pos[j] == "VERB" and not arcs.deps[j].startswith("amod")), None)
        if verb is None:
            verb = next((j for j in range(i + 2, len(arcs)) if arcs.pos[j] == "VERB" and arcs.deps[j] in CLAUSAL), None)
        if date is None or verb is None:
            continue
        top = date
        while (
            arcs.heads[top] in range(i + 2, len(arcs))
            and arcs.heads[top] != top
            and arcs.pos[arcs.heads[top]] in ("NUM", "NOUN", "PROPN")
        ):
            top = arcs.heads[top]
        if arcs.deps[verb] == "ROOT" and arcs.heads[verb] == verb and i in (verb, *arcs.above(verb)):
            continue
        if not arcs.attach(i, verb, "advmod"):
            continue
        arcs.attach(top, i, "obl")
        arcs.attach(i - 1, i, "advmod")
        arcs.attach(i + 1, top, "case")


def attribution(arcs: Arcs) -> None:
    """'S, X said.' and 'S, said X.' at the end: the saying is the root, S its complement, X its subject."""
    root = arcs.root()
    end = len(arcs)
    while end and arcs.pos[end - 1] == "PUNCT":
        end -= 1
    if root is None:
        return
    verb = _last_saying(arcs, end)
    if verb is None or verb == root or verb in _below_that(arcs, verb):
        return
    if arcs.child(verb, "ccomp", "obj") is not None or arcs.deps[verb] not in (
        "parataxis",
        "conj",
        "ccomp",
        "advcl",
        "acl",
        "dep",
        "acl:relcl",
    ):
        return
    if arcs.child(verb, "mark", "aux", "cc") is not None or root > verb:
        return
    subject = arcs.child(verb, *SUBJECTS)
    start = min((i for i in arcs.subtree(subject) if arcs.pos[i] != "PUNCT"), default=verb) if subject is not None else verb
    before = min(start, verb) - 1
    quotes = {'"', "”", "''", "»", "’"}
    while before > 0 and arcs.forms[before] in quotes:
        before -= 1
    # Without a comma or a mark before it this is some other clause ("what he said").
    if before <= 0 or (
        arcs.forms[before] not in {",", "?", "!", "-", "–", "—"} and arcs.forms[min(start, verb) - 1] not in quotes
    ):
        return
    if subject is None or root >= start:
        return
    arcs.heads[verb], arcs.deps[verb] = verb, "ROOT"
    arcs.heads[root], arcs.deps[root] = verb, "ccomp"


def said_before(arcs: Arcs) -> None:
    """'S, he wrote' and 'S, reports the ministry': S is what is said, and who stands after the verb says it."""
    verb = arcs.root()
    if verb is None or arcs.lemmas[verb].lower() not in words_of("saying") or not arcs.has(verb, "VerbForm=Fin"):
        return
    before = [c for c in arcs.children(verb) if c < verb and arcs.deps[c] in ("ccomp", "advcl", "parataxis")]
    if len(before) != 1 or arcs.child(before[0], "mark") is not None or arcs.child(verb, "mark") is not None:
        return
    said = before[0]
    subject = arcs.child(verb, *SUBJECTS)
    obj = arcs.child(verb, "obj")
    clause = arcs.child(said, *SUBJECTS) is not None and arcs.child(verb, "ccomp") in (None, said)
    if not clause or not any(arcs.forms[c] in {",", "”", '"'} for c in range(said + 1, verb)):
        return
    if subject is None and obj is not None and obj > verb:
        arcs.deps[obj], arcs.deps[said] = "nsubj", "ccomp"
    elif subject is not None and obj is None:
        arcs.deps[said] = "ccomp"


def reported_clause(arcs: Arcs) -> None:
    """'said in a statement that S', 'told the paper that S': S is what is said, and no part of the statement."""
    for clause in range(1, len(arcs)):
        if arcs.deps[clause] not in ("acl", "acl:relcl"):
            continue
        noun = arcs.heads[clause]
        verb = arcs.heads[noun]
        mark = arcs.child(clause, "mark", "obj", "nsubj")
        if mark is None or arcs.forms[mark].lower() != "that" or arcs.child(verb, "ccomp") is not None:
            continue
        # "that" must open a clause with a subject of its own; else it is the pronoun ("a paper that failed").
        subjects = [c for c in arcs.children(clause) if arcs.deps[c] in SUBJECTS and c != mark]
        if not subjects or arcs.pos[verb] != "VERB" or verb > noun:
            continue
        lemma = arcs.lemmas[verb].lower()
        message = arcs.lemmas[noun].lower() in words_of("messages") and arcs.deps[noun] == "obl"
        if not (
            (lemma in words_of("saying") and message) or (lemma in words_of("telling") and arcs.deps[noun] in ("obj", "iobj"))
        ):
            continue
        if arcs.attach(clause, verb, "ccomp"):
            arcs.attach(mark, clause, "mark")
            arcs.pos[mark] = "SCONJ"


def _last_saying(arcs: Arcs, end: int) -> int | None:
    """The saying verb in the last words, after which stand only its subject, a time and adverbs."""
    for i in range(end - 1, max(-1, end - 25), -1):
        if arcs.pos[i] == "VERB" and arcs.has(i, "VerbForm=Fin"):
            if arcs.lemmas[i].lower() not in words_of("saying"):
                return None
            after = [j for j in range(i + 1, end) if arcs.heads[j] == i]
            fits = all(arcs.deps[j] in ("nsubj", "obl", "obl:unmarked", "advmod", "punct", "iobj", "advcl") for j in after)
            return i if fits else None
    return None


def _below_that(arcs: Arcs, verb: int) -> set[int]:
    """The verb itself where a conjunction or 'that', 'who', 'which' opens its clause; else nothing."""
    opened = any(arcs.deps[c] in ("mark", "cc") or arcs.has(c, "PronType=Rel") for c in arcs.children(verb))
    return {verb} if opened else set()


def appositions(arcs: Arcs) -> None:
    """'X, an aide to Y, said': one subject; the second nominal between commas is its apposition."""
    for verb, subjects in arcs.grouped(*SUBJECTS).items():
        if len(subjects) < 2 or arcs.pos[verb] not in ("VERB", "AUX", "NOUN", "ADJ"):
            continue
        first, *others = subjects
        for other in others:
            between = arcs.forms[max(arcs.subtree(first)) + 1 : min(arcs.subtree(other))]
            nominal = arcs.pos[first] in ("NOUN", "PROPN") and arcs.pos[other] in ("NOUN", "PROPN")
            comma = between == [","] or (between == [] and arcs.forms[min(arcs.subtree(other))] == ",")
            if nominal and comma and other < verb:
                arcs.attach(other, first, "appos")
    for i in range(2, len(arcs)):
        if arcs.pos[i] != "NOUN":
            continue
        _office_taken_for_a_clause(arcs, i)
        # "X, aide to Y," taken as a list of two although no conjunction follows.
        head = arcs.heads[i]
        if arcs.deps[i] == "conj" and arcs.pos[head] == "PROPN" and arcs.deps[head] != "conj":
            listed = any(arcs.child(c, "cc") is not None for c in (head, *arcs.children(head)))
            if not listed and arcs.child(head, "punct") is None and "," in arcs.forms[head + 1 : i]:
                arcs.deps[i] = "appos"


def unclosed_appositions(arcs: Arcs) -> None:
    """A subject with an apposition that no comma closes."""
    for verb in arcs.grouped(*SUBJECTS):
        _left_open(arcs, verb)


def _left_open(arcs: Arcs, verb: int) -> None:
    """'On that day, the sixtieth of the truce, soldiers fired': what no comma parts from the verb is its subject."""
    subject = arcs.child(verb, *SUBJECTS)
    inner = arcs.child(subject, "appos") if subject is not None else None
    if subject is None or inner is None or not subject < inner < verb or arcs.forms[min(arcs.subtree(inner)) - 1] != ",":
        return
    before = next((i for i in range(subject - 1, -1, -1) if arcs.heads[i] == verb and arcs.deps[i].startswith("obl")), None)
    if before is None or "," not in arcs.forms[before:subject] or "," in arcs.forms[inner:verb]:
        return
    if arcs.attach(inner, verb, arcs.deps[subject]):
        arcs.attach(subject, before, "appos")


def _office_taken_for_a_clause(arcs: Arcs, i: int) -> None:
    """'Karsin, aide to Molvar, said': a bare noun with a name as its subject is the name's apposition."""
    verb = arcs.heads[i]
    if not i < verb or arcs.pos[verb] != "VERB":
        return
    name = arcs.child(i, "nsubj")
    if name is None or not name < i:
        return
    bare = arcs.child(i, "cop", "aux", "mark", "cc", "det") is None
    if arcs.pos[name] != "PROPN" or not bare or "," not in arcs.forms[name + 1 : i] or arcs.child(verb, *SUBJECTS) is not None:
        return
    if arcs.attach(name, verb, "nsubj"):
        arcs.attach(i, name, "appos")


def moods(arcs: Arcs) -> None:
    """An imperative has no subject of its own before it: such a verb is in the present."""
    for i in range(len(arcs)):
        subject = arcs.child(i, "nsubj") if "Mood=Imp" in arcs.feats[i] else None
        if subject is not None and subject < i:
            arcs.set_feats(i, Mood="Ind", Tense="Pres", Person="3")


REPAIRS: tuple[Callable[[Arcs], None], ...] = (
    one_root,
    nouns_after_to,
    people_by_participle,
    relative_clauses,
    cases,
    shared_heads,
    nouns_taken_for_verbs,
    verbs_taken_for_nouns,
    seen_firing,
    perfects,
    perfects_in_a_row,
    empty_subjects,
    gerunds,
    gerunds_in_a_row,
    participles_before_nouns,
    participles_within,
    joined_participles,
    participles_ahead,
    those_on_the_move,
    tolls,
    objects_behind_commas,
    totals,
    agents_taken_for_subjects,
    headlines,
    lost_main_verb,
    main_verb_in_relative,
    joined_subjects,
    moods,
    summed_up,
    attribution,
    reduced_relative,
    two_clauses,
    said_before,
    reported_clause,
    sayings_joined,
    unclosed_appositions,
    appositions,
    particles,
    deadlines,
    agents,
    closed_relatives,
    two_subjects,
    doers_behind_be,
)


def repair(arcs: Arcs) -> Arcs:
    """All repairs in their order, in place; the same object is returned."""
    if len(arcs):
        for mend in REPAIRS:
            mend(arcs)
    return arcs
