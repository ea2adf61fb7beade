"""Words taken for another kind of word, mended."""

from __future__ import annotations

from servanda.reading.parser.arcs import Arcs
from servanda.reading.parser.repair import unclosed_appositions
from servanda.reading.parser.tags import (
    gerunds_in_a_row,
    nouns_taken_for_verbs,
    participles_within,
    shared_heads,
    verbs_taken_for_nouns,
)


def arcs(*rows: tuple[str, str, int, str]) -> Arcs:
    """Words with their tags, heads and labels."""
    forms = [form for form, *_ in rows]
    columns = [list(c) for c in zip(*[(pos, head, dep) for _, pos, head, dep in rows], strict=True)]
    size = len(forms)
    return Arcs(forms, [True] * size, [f.lower() for f in forms], columns[0], [""] * size, columns[1], columns[2])


def test_a_noun_with_subject_and_object_is_a_verb() -> None:
    tree = arcs(
        ("They", "PRON", 1, "nsubj"), ("watched", "VERB", 1, "ROOT"), ("troops", "NOUN", 3, "nsubj"),
        ("shell", "NOUN", 1, "xcomp"), ("Kest", "PROPN", 3, "obj"),
    )  # fmt: skip
    verbs_taken_for_nouns(tree)
    assert (tree.pos[3], tree.feats[3]) == ("VERB", "VerbForm=Inf")
    assert tree.pos[2] == "NOUN"


def test_a_noun_with_a_copula_stays_one() -> None:
    tree = arcs(("It", "PRON", 2, "nsubj"), ("is", "AUX", 2, "cop"), ("proof", "NOUN", 2, "ROOT"), ("that", "PRON", 2, "obj"))
    verbs_taken_for_nouns(tree)
    assert tree.pos[2] == "NOUN"


def test_what_cannot_be_a_verb_is_a_noun() -> None:
    tree = arcs(
        ("one", "NUM", 1, "nummod"),
        ("truce", "NOUN", 2, "nsubj"),
        ("violation", "VERB", 2, "ROOT"),
        ("Monday", "PROPN", 2, "obl"),
    )
    nouns_taken_for_verbs(tree)
    assert tree.pos[2] == "NOUN"
    assert tree.deps == ["nummod", "compound", "ROOT", "nmod"]
    assert tree.heads == [2, 2, 2, 2]
    for form in ("station", "stations", "ration"):
        other = arcs(("They", "PRON", 1, "nsubj"), (form, "VERB", 1, "ROOT"), ("troops", "NOUN", 1, "obj"))
        nouns_taken_for_verbs(other)
        assert other.pos[1] == "VERB"


def test_the_displaced_are_people() -> None:
    tree = arcs(("The", "DET", 1, "det"), ("displaced", "VERB", 2, "nsubj"), ("returned", "VERB", 2, "ROOT"))
    nouns_taken_for_verbs(tree)
    assert tree.pos == ["DET", "NOUN", "VERB"]


def test_what_is_joined_to_a_gerund_is_one() -> None:
    tree = arcs(
        ("of", "SCONJ", 1, "mark"), ("burning", "VERB", 1, "ROOT"), ("and", "CCONJ", 3, "cc"), ("looting", "NOUN", 1, "conj")
    )
    gerunds_in_a_row(tree)
    assert (tree.pos[3], tree.feats[3]) == ("VERB", "VerbForm=Ger")
    own = arcs(
        ("burning", "VERB", 0, "ROOT"), ("and", "CCONJ", 3, "cc"), ("the", "DET", 3, "det"), ("shelling", "NOUN", 0, "conj")
    )
    gerunds_in_a_row(own)
    assert own.pos[3] == "NOUN"


def test_the_last_noun_heads_the_row() -> None:
    tree = arcs(
        ("made", "VERB", 0, "ROOT"), ("several", "ADJ", 2, "amod"), ("artillery", "NOUN", 0, "obj"), ("and", "CCONJ", 4, "cc"),
        ("bombing", "NOUN", 2, "conj"), ("attacks", "NOUN", 4, "obj"), ("on", "ADP", 7, "case"), ("Kest", "PROPN", 5, "nmod"),
    )  # fmt: skip
    shared_heads(tree)
    assert tree.heads == [0, 5, 5, 4, 2, 0, 7, 5]
    assert tree.deps == ["ROOT", "amod", "compound", "cc", "conj", "obj", "case", "nmod"]


def test_a_gerund_with_an_article_is_a_noun() -> None:
    tree = arcs(
        ("The", "DET", 1, "det"), ("laying", "VERB", 5, "csubj"), ("down", "ADP", 1, "compound:prt"), ("of", "ADP", 4, "case"),
        ("arms", "NOUN", 1, "nmod"), ("ended", "VERB", 5, "ROOT"),
    )  # fmt: skip
    nouns_taken_for_verbs(tree)
    assert (tree.pos[1], tree.deps[1]) == ("NOUN", "nsubj")


def test_neither_is_somebody() -> None:
    tree = arcs(("neither", "CCONJ", 1, "nsubj"), ("left", "VERB", 1, "ROOT"))
    nouns_taken_for_verbs(tree)
    assert tree.pos[0] == "PRON"


def test_a_participle_between_number_and_noun() -> None:
    tree = arcs(
        ("shot", "VERB", 0, "ROOT"), ("nine", "NUM", 3, "nummod"), ("captured", "VERB", 0, "xcomp"), ("men", "NOUN", 0, "obj")
    )
    participles_within(tree)
    assert (tree.heads[2], tree.deps[2]) == (3, "amod")


def test_what_no_comma_parts_from_the_verb_is_its_subject() -> None:
    tree = arcs(
        ("On", "ADP", 1, "case"), ("day", "NOUN", 8, "obl"), (",", "PUNCT", 1, "punct"), ("the", "DET", 4, "det"),
        ("last", "NOUN", 8, "nsubj"), (",", "PUNCT", 4, "punct"), ("some", "DET", 7, "det"), ("soldiers", "NOUN", 4, "appos"),
        ("fired", "VERB", 8, "ROOT"),
    )  # fmt: skip
    unclosed_appositions(tree)
    assert (tree.heads[7], tree.deps[7]) == (8, "nsubj")
    assert (tree.heads[4], tree.deps[4]) == (1, "appos")
