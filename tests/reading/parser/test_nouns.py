"""Nouns that the tagger took for verbs are nouns again, and a finite clause with 'which' is a relative clause."""

from __future__ import annotations

import pytest
from tests.reading.parser.test_repair import tree

from servanda.reading.parser.nouns import nouns_after_to, people_by_participle, relative_clauses

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"


def test_a_name_behind_to_is_no_infinitive() -> None:
    arcs = tree(
        f"He he PRON 1 nsubj {FIN}",
        f"returned return VERB 1 ROOT {FIN}",
        "to to PART 3 mark",
        "Halt halt VERB 1 advcl VerbForm=Inf",
        "district district NOUN 3 obj",
        "in in ADP 6 case",
        "May May PROPN 3 obl",
    )
    nouns_after_to(arcs)
    assert (arcs.pos[2], arcs.pos[3]) == ("ADP", "PROPN")
    assert arcs.heads == [1, 1, 4, 4, 1, 6, 1]
    assert arcs.deps == ["nsubj", "ROOT", "case", "compound", "obl", "case", "obl"]


def test_an_object_with_words_of_its_own_goes_to_the_verb() -> None:
    arcs = tree(
        f"gave give VERB 0 ROOT {FIN}",
        "to to PART 2 mark",
        "Committee committee VERB 0 advcl VerbForm=Inf",
        "forty forty NUM 4 nummod",
        "rifles rifle NOUN 2 obj",
    )
    nouns_after_to(arcs)
    assert (arcs.heads[2], arcs.deps[2]) == (0, "obl")
    assert (arcs.heads[4], arcs.deps[4]) == (0, "obj")


def test_what_follows_according_to_is_no_infinitive() -> None:
    arcs = tree(
        f"freed free VERB 0 ROOT {FIN}",
        "according accord VERB 3 mark",
        "to to PART 1 fixed",
        "list list VERB 0 advcl VerbForm=Inf",
        "three three NUM 3 obj",
    )
    nouns_after_to(arcs)
    assert arcs.pos[2:4] == ["ADP", "NOUN"]
    assert arcs.deps == ["ROOT", "case", "fixed", "obl", "flat"]


@pytest.mark.parametrize("form", ["halt", "HALT"])
def test_an_infinitive_stays_one(form: str) -> None:
    arcs = tree(
        f"agreed agree VERB 0 ROOT {FIN}", "to to PART 2 mark", f"{form} halt VERB 0 xcomp VerbForm=Inf", "fire fire NOUN 2 obj"
    )
    nouns_after_to(arcs)
    assert arcs.pos[2] == "VERB"
    assert arcs.deps[2:] == ["xcomp", "obj"]


def test_in_a_title_a_capital_tells_nothing() -> None:
    arcs = tree("Army army NOUN 0 ROOT", "to to PART 2 mark", "Leave leave VERB 0 acl VerbForm=Inf", "Kest Kest PROPN 2 obj")
    nouns_after_to(arcs)
    assert arcs.pos[2] == "VERB"


def test_people_named_by_a_participle_are_a_noun() -> None:
    arcs = tree(
        "The the DET 1 det", "displaced displace VERB 2 nsubj Tense=Past|VerbForm=Part", f"returned return VERB 2 ROOT {FIN}"
    )
    people_by_participle(arcs)
    assert (arcs.pos[1], arcs.lemmas[1]) == ("NOUN", "displaced")
    other = tree("The the DET 2 det", "displaced displace VERB 2 amod Tense=Past|VerbForm=Part", "men man NOUN 2 ROOT")
    people_by_participle(other)
    assert other.pos[1] == "VERB"


@pytest.mark.parametrize(("feats", "label"), [(FIN, "acl:relcl"), ("VerbForm=Inf", "acl")])
def test_a_finite_clause_with_which_is_a_relative_clause(feats: str, label: str) -> None:
    arcs = tree(
        "period period NOUN 0 ROOT",
        "within within ADP 2 case",
        "which which PRON 3 obl PronType=Rel",
        f"left leave VERB 0 acl {feats}",
    )
    relative_clauses(arcs)
    assert arcs.deps[3] == label
