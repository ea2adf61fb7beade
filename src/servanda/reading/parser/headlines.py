"""Headlines mended: in a line without a final stop the verb is present, infinitive or a bare participle."""

from __future__ import annotations

from functools import cache

from servanda.reading.parser.arcs import Arcs
from servanda.vocabulary import vocabulary

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


@cache
def words_of(key: str) -> frozenset[str]:
    """A list of words of parser.yaml."""
    return frozenset(vocabulary("parser.yaml")[key])


def _has_finite_verb(arcs: Arcs) -> bool:
    return any(arcs.has(i, "VerbForm=Fin") and not arcs.has(i, "Mood=Imp") for i in range(len(arcs)))


def headlines(arcs: Arcs) -> None:
    """A line without a final stop: 'Army attacks village', 'Troops to leave X', 'Five killed in shelling'."""
    if not len(arcs) or arcs.forms[-1] in {".", "?", "!"}:
        return
    root = arcs.root()
    if root is None:
        return
    if not _has_finite_verb(arcs):
        _present_of_several(arcs)
        _present_for_plural(arcs)
        _to_infinitive(arcs)
    _bare_participle(arcs)


def _verb_stem(form: str) -> str | None:
    """The listed verb of which a form such as "attacks" can be the third person; None if there is none."""
    word = form.lower()
    for cut, ending in (("ies", "y"), ("es", ""), ("s", "")):
        if word.endswith(cut) and word[: -len(cut)] + ending in words_of("present_in_headlines"):
            return word[: -len(cut)] + ending
    return None


def _present_for_plural(arcs: Arcs) -> None:
    for i in range(1, len(arcs) - 1):
        stem = _verb_stem(arcs.forms[i])
        if arcs.pos[i] not in ("NOUN", "PROPN") or stem is None or arcs.pos[i - 1] not in ("NOUN", "PROPN", "NUM"):
            continue
        if any(arcs.pos[j] == "VERB" for j in range(len(arcs))) and arcs.deps[i] != "ROOT":
            continue
        follows = arcs.pos[i + 1]
        if follows not in ("ADP", "NOUN", "PROPN", "DET", "ADJ", "PART", "NUM", "PRON"):
            continue
        _retag(arcs, i, stem)
        return


def _present_of_several(arcs: Arcs) -> None:
    """'Army, rebels trade fire', 'Army and rebels swap prisoners': the bare form behind two names is their verb."""
    joint = next((i for i in range(1, min(6, len(arcs))) if arcs.forms[i].lower() in {",", "and"}), None)
    if joint is None or any(arcs.pos[i] not in {*NOMINAL, "ADJ", "DET"} for i in range(joint)):
        return
    for i in range(joint + 2, min(joint + 6, len(arcs) - 1)):
        named = all(arcs.pos[j] in {*NOMINAL, "ADJ", "DET"} for j in range(joint + 1, i))
        form = arcs.forms[i]
        if not named or not form.islower() or form not in words_of("present_in_headlines") or arcs.pos[i] not in NOMINAL:
            continue
        if arcs.pos[i + 1] not in ("ADP", "NOUN", "PROPN", "DET", "ADJ", "PART", "NUM", "PRON"):
            continue
        _retag(arcs, i, form)
        first = joint - 1
        for j in range(joint):
            arcs.heads[j], arcs.deps[j] = (i, "nsubj") if j == first else (first, "compound")
        arcs.heads[i - 1], arcs.deps[i - 1] = first, "conj"
        arcs.heads[joint], arcs.deps[joint] = i - 1, "punct" if arcs.forms[joint] == "," else "cc"
        return


def _retag(arcs: Arcs, verb: int, stem: str) -> None:
    """Make a noun the root verb: what stands before is its subject, what follows its object or oblique."""
    subject = verb - 1
    following = arcs.heads[verb] if arcs.heads[verb] > verb else None
    arcs.make_root(verb, "obj" if following is not None else "dep")
    arcs.pos[verb], arcs.lemmas[verb] = "VERB", stem
    arcs.feats[verb] = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
    for i in range(verb):
        if arcs.heads[i] >= verb:
            arcs.heads[i] = subject if i != subject else verb
            if i != subject and arcs.deps[i] in ("nsubj", "obj", "ROOT"):
                arcs.deps[i] = "compound"
    arcs.heads[subject], arcs.deps[subject] = verb, "nsubj"
    for i in range(verb + 1, len(arcs)):
        if arcs.heads[i] < verb or arcs.heads[i] == i:
            arcs.heads[i] = verb
        if arcs.heads[i] == verb and arcs.deps[i] in ("nmod", "obl"):
            arcs.deps[i] = "obl"
        elif arcs.heads[i] == verb and arcs.deps[i] in ("dep", "appos", "compound", "nsubj", "ROOT", "nmod:unmarked"):
            arcs.deps[i] = "obj" if arcs.pos[i] in NOMINAL else "dep"


def _to_infinitive(arcs: Arcs) -> None:
    root = arcs.root()
    if root is None or arcs.pos[root] not in ("NOUN", "PROPN"):
        return
    verb = next((i for i in arcs.children(root) if arcs.pos[i] == "VERB" and arcs.has(i, "VerbForm=Inf") and i > root), None)
    if verb is None or arcs.deps[verb] not in ("acl", "advcl", "xcomp", "parataxis"):
        return
    mark = arcs.child(verb, "mark")
    if mark is None or arcs.forms[mark].lower() != "to":
        return
    # "Decision to withdraw" keeps its noun: only those who can act take the verb.
    if arcs.lemmas[root].lower() in words_of("nouns_with_infinitive"):
        return
    arcs.make_root(verb, "nsubj")
    for i in arcs.children(root):
        if i > verb or arcs.deps[i] == "punct":
            arcs.heads[i] = verb


def _bare_participle(arcs: Arcs) -> None:
    for i in range(1, len(arcs)):
        if arcs.pos[i] != "VERB" or arcs.lemmas[i].lower() not in words_of("passive_in_headlines"):
            continue
        subject = arcs.child(i, "nsubj")
        if subject is None or arcs.child(i, "obj", "aux", "cop", "aux:pass", "xcomp", "ccomp") is not None:
            continue
        past = arcs.has(i, "Tense=Past") and arcs.deps[i] in ("ROOT", "ccomp", "parataxis")
        following = arcs.pos[i + 1] if i + 1 < len(arcs) else "PUNCT"
        if past and subject < i and following in ("ADP", "PUNCT", "SCONJ", "ADV", "NUM"):
            arcs.deps[subject] = "nsubj:pass"
            arcs.feats[i] = "Tense=Past|VerbForm=Part|Voice=Pass"
