"""The skeleton of a clause mended: its main verb, its subjects, its cases; the tree stays a tree."""

from __future__ import annotations

from itertools import pairwise

from servanda.reading.parser.arcs import Arcs

SUBJECTS = ("nsubj", "nsubj:pass")
WITHIN_PHRASE = frozenset({"compound", "amod", "nummod", "det"})
MARKS = frozenset({",", ":", ";", "-", "–", "—", '"', "“", "”"})
RELATIVES = frozenset({"which", "who", "whom", "whose"})
LOOSE = frozenset({"conj", "ccomp", "xcomp", "advcl", "parataxis", "dep", "acl"})


def is_finite(arcs: Arcs, verb: int) -> bool:
    """Whether a verb is finite by itself or by an auxiliary."""
    own = arcs.has(verb, "VerbForm=Fin") and not arcs.has(verb, "Mood=Imp")
    return own or any(arcs.deps[c] in ("aux", "aux:pass") and arcs.has(c, "VerbForm=Fin") for c in arcs.children(verb))


def cases(arcs: Arcs) -> None:
    """'by rebel artillery': the preposition belongs to the head of the phrase, not to a word inside it."""
    for i in range(len(arcs)):
        inner = arcs.heads[i]
        outer = arcs.heads[inner]
        if arcs.deps[i] != "case" or arcs.deps[inner] not in WITHIN_PHRASE or not i < inner < outer:
            continue
        if arcs.forms[i].lower() not in ("'s", "’s", "of") and arcs.pos[outer] in ("NOUN", "PROPN"):
            arcs.heads[i] = outer


def joined_subjects(arcs: Arcs) -> None:
    """'A witness and two officials said': one subject with a conjunct, not two subjects."""
    for verb, found in arcs.grouped(*SUBJECTS).items():
        subjects = [c for c in found if c < verb]
        for first, second in pairwise(subjects):
            joint = next(
                (c for c in range(first + 1, second) if arcs.deps[c] == "cc" and arcs.heads[c] in (verb, second)),
                None,
            )
            if joint is None or not arcs.attach(second, first, "conj"):
                continue
            arcs.attach(joint, second, "cc")
            for c in range(first + 1, joint):
                if arcs.heads[c] == verb and arcs.deps[c] == "punct":
                    arcs.heads[c] = second


def reduced_relative(arcs: Arcs) -> None:
    """'A convoy carrying food was stopped': the finite verb is the main one, the participle hangs on the noun."""
    for verb in range(len(arcs)):
        if arcs.pos[verb] == "VERB" and arcs.deps[verb] in ("ROOT", "ccomp", "parataxis"):
            _reduce(arcs, verb)


def _reduce(arcs: Arcs, verb: int) -> None:
    if not any(arcs.has(verb, f) for f in ("VerbForm=Part", "VerbForm=Ger", "Tense=Past")):
        return
    subject = arcs.child(verb, *SUBJECTS)
    if subject is None or subject > verb or arcs.child(verb, "aux", "aux:pass") is not None:
        return
    main = next(
        (c for c in arcs.children(verb) if c > verb and (_second_finite(arcs, verb, c) or _behind_aside(arcs, verb, c))), None
    )
    if main is None:
        return
    passive = arcs.child(main, "aux:pass") is not None
    top = arcs.heads[verb] == verb
    arcs.heads[main], arcs.deps[main] = (main if top else arcs.heads[verb]), arcs.deps[verb]
    arcs.heads[subject], arcs.deps[subject] = main, "nsubj:pass" if passive else "nsubj"
    arcs.heads[verb], arcs.deps[verb] = subject, "acl"
    arcs.set_feats(verb, VerbForm="Part", Mood="", Number="", Person="")
    for c in arcs.children(verb):
        late = c > main or (arcs.deps[c] == "punct" and c == len(arcs) - 1)
        if c < subject or late:
            arcs.heads[c] = main


def main_verb_in_relative(arcs: Arcs) -> None:
    """'Soldiers who had occupied the school left': the verb after the relative clause belongs to the noun."""
    root = arcs.root()
    if root is None or arcs.pos[root] not in ("NOUN", "PROPN", "PRON") or arcs.child(root, "cop", "nsubj") is not None:
        return
    for relative in arcs.children(root):
        if arcs.deps[relative] != "acl:relcl" or arcs.pos[relative] != "VERB":
            continue
        main = next((c for c in arcs.children(relative) if c > relative and _second_finite(arcs, relative, c)), None)
        if main is None:
            continue
        arcs.make_root(main, "nsubj:pass" if arcs.child(main, "aux:pass") is not None else "nsubj")
        for c in (*arcs.children(root), *arcs.children(relative)):
            if c > main or (arcs.deps[c] == "punct" and c == len(arcs) - 1):
                arcs.heads[c] = main
        return


def _second_finite(arcs: Arcs, root: int, verb: int) -> bool:
    """A finite verb with no subject, conjunction, mark or comma of its own cannot be a second clause."""
    if arcs.pos[verb] != "VERB" or arcs.deps[verb] not in LOOSE or not is_finite(arcs, verb):
        return False
    if arcs.child(verb, *SUBJECTS, "mark", "cc", "csubj", "expl") is not None:
        return False
    if any(arcs.has(c, "PronType=Rel") or arcs.has(c, "PronType=Int") for c in arcs.children(verb)):
        return False
    outer = [c for c in range(root + 1, verb) if arcs.heads[c] in (root, verb)]
    return not any(arcs.deps[c] == "cc" or arcs.forms[c] in MARKS for c in outer)


def _behind_aside(arcs: Arcs, participle: int, verb: int) -> bool:
    """'The exchange, planned for Friday, did not take place': the finite verb behind the commas is the main one."""
    if arcs.forms[participle - 1] != "," or arcs.pos[verb] != "VERB" or arcs.deps[verb] not in LOOSE:
        return False
    if not is_finite(arcs, verb):
        return False
    if arcs.child(verb, *SUBJECTS, "mark", "cc", "csubj", "expl") is not None:
        return False
    first = min((c for c in arcs.children(verb) if c < verb and arcs.pos[c] != "PUNCT"), default=verb)
    commas = [c for c in range(participle + 1, verb) if arcs.forms[c] == ","]
    return commas == [first - 1]


def lost_main_verb(arcs: Arcs) -> None:
    """'Both presidents signed the deal.': no other verb is finite, and the 'relative clause' has an object."""
    root = arcs.root()
    if root is None or arcs.pos[root] not in ("NOUN", "PROPN") or arcs.forms[-1] not in {".", "!"}:
        return
    if arcs.child(root, "cop", "nsubj", "expl") is not None:
        return
    verbs = [v for v in range(root + 1, len(arcs)) if arcs.pos[v] == "VERB" and arcs.has(v, "Tense=Past")]
    verb = next((v for v in verbs if arcs.deps[v] == "acl" and arcs.child(v, "obj", "ccomp") is not None), None)
    if verb is None or arcs.child(verb, *SUBJECTS, "mark", "aux", "aux:pass") is not None:
        return
    # Some other finite verb may be the main one: then the parse is left alone.
    if any(is_finite(arcs, v) for v in range(len(arcs)) if v != verb and arcs.pos[v] in ("VERB", "AUX")):
        return
    arcs.make_root(verb, "nsubj")
    arcs.set_feats(verb, VerbForm="Fin", Mood="Ind", Tense="Past", Voice="")
    for c in arcs.children(root):
        if c > verb:
            arcs.heads[c] = verb


def perfects(arcs: Arcs) -> None:
    """'has neither confirmed nor denied': have before a participle is its auxiliary."""
    for have in range(len(arcs)):
        if arcs.pos[have] != "VERB" or arcs.lemmas[have].lower() != "have":
            continue
        main = arcs.child(have, "obj", "xcomp", "ccomp")
        if main is None or main < have or arcs.pos[main] != "VERB" or not arcs.has(main, "VerbForm=Part", "Tense=Past"):
            continue
        between = range(have + 1, main)
        if arcs.child(main, "det", "amod", "mark", *SUBJECTS) is not None or any(
            arcs.pos[c] not in ("ADV", "PART", "CCONJ") for c in between
        ):
            continue
        top = arcs.heads[have] == have
        above, label = arcs.heads[have], arcs.deps[have]
        for c in arcs.children(have):
            arcs.heads[c] = main
        arcs.heads[main], arcs.deps[main] = (main if top else above), label
        arcs.heads[have], arcs.deps[have], arcs.pos[have] = main, "aux", "AUX"


def empty_subjects(arcs: Arcs) -> None:
    """'It took control': 'it' before a verb with an object and no clause after it is a subject like any other."""
    for i in range(len(arcs)):
        verb = arcs.heads[i]
        if arcs.deps[i] != "expl" or arcs.forms[i].lower() != "it" or arcs.pos[verb] != "VERB" or i > verb:
            continue
        clause = arcs.child(verb, *SUBJECTS, "csubj", "ccomp", "xcomp", "advcl", "aux:pass")
        if clause is None and arcs.child(verb, "obj") is not None:
            arcs.deps[i] = "nsubj"


def relative_clauses(arcs: Arcs) -> None:
    """'The time within which they were to leave': a finite clause with a relative pronoun is a relative clause."""
    for i in range(2, len(arcs)):
        if arcs.deps[i] != "acl" or arcs.pos[i] not in ("VERB", "AUX") or arcs.child(i, "mark") not in (None, i - 1):
            continue
        opened = any(arcs.forms[c].lower() in RELATIVES and arcs.heads[i] < c < i for c in arcs.children(i))
        if opened and (
            is_finite(arcs, i) or any(arcs.deps[c] == "cop" and arcs.has(c, "VerbForm=Fin") for c in arcs.children(i))
        ):
            arcs.deps[i] = "acl:relcl"


_OPENS = frozenset({",", "that", "which", "whom"})
_WHO = frozenset({"it", "they", "he", "she", "we", "i"})


def closed_relatives(arcs: Arcs) -> None:
    """'Freed the men (whom) it had promised to free, in an exchange on Monday': the comma closes the clause,
    the rest is the main one's."""
    for i in range(2, len(arcs)):
        noun = arcs.heads[i]
        if arcs.deps[i] != "acl:relcl" or not noun < i or arcs.deps[noun] != "obj":
            continue
        inside = arcs.subtree(i)
        who = next((arcs.forms[k].lower() for k in inside if arcs.forms[k].lower() not in _OPENS), "")
        if who not in _WHO:
            continue
        for k in inside:
            if arcs.deps[k] == "obl" and arcs.heads[k] < k and arcs.forms[arcs.subtree(k)[0]] == ",":
                arcs.attach(k, arcs.heads[noun], "obl")
