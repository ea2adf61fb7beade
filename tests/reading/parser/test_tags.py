"""Words taken for another kind, mended; the joints beside them."""

from __future__ import annotations

import pytest
from tests.reading.parser.drawn import tree

from servanda.reading.parser.joints import participles_within, shared_heads
from servanda.reading.parser.repair import unclosed_appositions
from servanda.reading.parser.tags import (
    gerunds_in_a_row,
    nouns_after_to,
    nouns_taken_for_verbs,
    people_by_participle,
    verbs_taken_for_nouns,
)

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"


def test_a_noun_with_subject_and_object_is_a_verb() -> None:
    arcs = tree(
        "They they PRON 1 nsubj",
        "watched watched VERB 1 ROOT",
        "troops troops NOUN 3 nsubj",
        "shell shell NOUN 1 xcomp",
        "Kest kest PROPN 3 obj",
    )
    verbs_taken_for_nouns(arcs)
    assert (arcs.pos[3], arcs.feats[3]) == ("VERB", "VerbForm=Inf")
    assert arcs.pos[2] == "NOUN"


def test_a_noun_with_a_copula_stays_one() -> None:
    arcs = tree("It it PRON 2 nsubj", "is is AUX 2 cop", "proof proof NOUN 2 ROOT", "that that PRON 2 obj")
    verbs_taken_for_nouns(arcs)
    assert arcs.pos[2] == "NOUN"


def test_what_cannot_be_a_verb_is_a_noun() -> None:
    arcs = tree(
        "one one NUM 1 nummod", "truce truce NOUN 2 nsubj", "violation violation VERB 2 ROOT", "Monday monday PROPN 2 obl"
    )
    nouns_taken_for_verbs(arcs)
    assert arcs.pos[2] == "NOUN"
    assert arcs.deps == ["nummod", "compound", "ROOT", "nmod"]
    assert arcs.heads == [2, 2, 2, 2]
    for form in ("station", "stations", "ration"):
        other = tree("They they PRON 1 nsubj", f"{form} {form} VERB 1 ROOT", "troops troops NOUN 1 obj")
        nouns_taken_for_verbs(other)
        assert other.pos[1] == "VERB"


def test_what_is_joined_to_a_gerund_is_one() -> None:
    arcs = tree("of of SCONJ 1 mark", "burning burning VERB 1 ROOT", "and and CCONJ 3 cc", "looting looting NOUN 1 conj")
    gerunds_in_a_row(arcs)
    assert (arcs.pos[3], arcs.feats[3]) == ("VERB", "VerbForm=Ger")
    own = tree("burning burning VERB 0 ROOT", "and and CCONJ 3 cc", "the the DET 3 det", "shelling shelling NOUN 0 conj")
    gerunds_in_a_row(own)
    assert own.pos[3] == "NOUN"


def test_the_last_noun_heads_the_row() -> None:
    arcs = tree(
        "made made VERB 0 ROOT",
        "several several ADJ 2 amod",
        "artillery artillery NOUN 0 obj",
        "and and CCONJ 4 cc",
        "bombing bombing NOUN 2 conj",
        "attacks attacks NOUN 4 obj",
        "on on ADP 7 case",
        "Kest kest PROPN 5 nmod",
    )
    shared_heads(arcs)
    assert arcs.heads == [0, 5, 5, 4, 2, 0, 7, 5]
    assert arcs.deps == ["ROOT", "amod", "compound", "cc", "conj", "obj", "case", "nmod"]


def test_a_gerund_with_an_article_is_a_noun() -> None:
    arcs = tree(
        "The the DET 1 det",
        "laying laying VERB 5 csubj",
        "down down ADP 1 compound:prt",
        "of of ADP 4 case",
        "arms arms NOUN 1 nmod",
        "ended ended VERB 5 ROOT",
    )
    nouns_taken_for_verbs(arcs)
    assert (arcs.pos[1], arcs.deps[1]) == ("NOUN", "nsubj")


def test_neither_is_somebody() -> None:
    arcs = tree("neither neither CCONJ 1 nsubj", "left left VERB 1 ROOT")
    nouns_taken_for_verbs(arcs)
    assert arcs.pos[0] == "PRON"


def test_a_participle_between_number_and_noun() -> None:
    arcs = tree("shot shot VERB 0 ROOT", "nine nine NUM 3 nummod", "captured captured VERB 0 xcomp", "men men NOUN 0 obj")
    participles_within(arcs)
    assert (arcs.heads[2], arcs.deps[2]) == (3, "amod")


def test_what_no_comma_parts_from_the_verb_is_its_subject() -> None:
    arcs = tree(
        "On on ADP 1 case",
        "day day NOUN 8 obl",
        ", , PUNCT 1 punct",
        "the the DET 4 det",
        "last last NOUN 8 nsubj",
        ", , PUNCT 4 punct",
        "some some DET 7 det",
        "soldiers soldiers NOUN 4 appos",
        "fired fired VERB 8 ROOT",
    )
    unclosed_appositions(arcs)
    assert (arcs.heads[7], arcs.deps[7]) == (8, "nsubj")
    assert (arcs.heads[4], arcs.deps[4]) == (1, "appos")


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
