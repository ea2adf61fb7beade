"""The main verb, joint subjects and cases are put right, and right trees are left alone."""

from __future__ import annotations

import pytest
from tests.reading.parser.drawn import tree

from servanda.reading.parser.repair import agents, said_before
from servanda.reading.parser.skeleton import (
    cases,
    empty_subjects,
    joined_subjects,
    lost_main_verb,
    main_verb_in_relative,
    perfects,
    reduced_relative,
    relative_clauses,
)

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"


def test_a_preposition_inside_a_phrase_goes_to_its_head() -> None:
    arcs = tree("""
shelled shell VERB 0 ROOT Voice=Pass
by by ADP 2 case
rebel rebel NOUN 3 compound
artillery artillery NOUN 0 obl""")
    cases(arcs)
    agents(arcs)
    assert arcs.heads[1] == 3
    assert arcs.deps[3] == "obl:agent"


def test_the_agent_leaves_a_noun_that_has_none() -> None:
    text = """
withdrawn withdraw VERB 0 ROOT Voice=Pass
from from ADP 2 case
{noun} {noun} NOUN 0 obl
by by ADP 4 case
allies ally NOUN 2 nmod"""
    arcs = tree(text.format(noun="island"))
    agents(arcs)
    assert (arcs.heads[4], arcs.deps[4]) == (0, "obl:agent")
    kept = tree(text.format(noun="shelling"))
    agents(kept)
    assert (kept.heads[4], kept.deps[4]) == (2, "nmod")


def test_two_subjects_with_and_between_are_one() -> None:
    arcs = tree(f"""
witness witness NOUN 3 nsubj
and and CCONJ 3 cc
officials official NOUN 3 nsubj
said say VERB 3 ROOT {FIN}""")
    joined_subjects(arcs)
    assert (arcs.heads[2], arcs.deps[2]) == (0, "conj")
    assert arcs.heads[1] == 2


def test_participle_before_the_finite_verb() -> None:
    arcs = tree(f"""
convoy convoy NOUN 1 nsubj
carrying carry VERB 1 ROOT Tense=Pres|VerbForm=Part
food food NOUN 1 obj
was be AUX 4 aux:pass {FIN}
stopped stop VERB 1 conj Tense=Past|VerbForm=Part|Voice=Pass
. . PUNCT 1 punct""")
    reduced_relative(arcs)
    assert arcs.root() == 4
    assert (arcs.heads[0], arcs.deps[0]) == (4, "nsubj:pass")
    assert (arcs.heads[1], arcs.deps[1]) == (0, "acl")
    assert arcs.heads[5] == 4


def test_two_verbs_with_and_or_a_comma_stay() -> None:
    for between in ("and and CCONJ 3 cc", ", , PUNCT 3 punct"):
        text = f"""
They they PRON 1 nsubj
came come VERB 1 ROOT {FIN}
{between}
saw see VERB 1 conj {FIN}"""
        arcs = tree(text)
        reduced_relative(arcs)
        assert arcs == tree(text)


def test_main_verb_taken_for_a_relative_clause() -> None:
    arcs = tree("""
presidents president NOUN 0 ROOT
signed sign VERB 0 acl Tense=Past|VerbForm=Part
deal deal NOUN 1 obj
. . PUNCT 0 punct""")
    lost_main_verb(arcs)
    assert arcs.root() == 1
    assert arcs.deps[0] == "nsubj"
    assert arcs.has(1, "VerbForm=Fin")


def test_a_title_without_a_verb_stays() -> None:
    text = """
Agreement agreement NOUN 0 ROOT
signed sign VERB 0 acl Tense=Past|VerbForm=Part
in in ADP 3 case
Tavil Tavil PROPN 1 obl
. . PUNCT 0 punct"""
    arcs = tree(text)
    lost_main_verb(arcs)
    assert arcs == tree(text)


def test_saying_with_its_subject_after_it() -> None:
    arcs = tree("""
withdrawal withdrawal NOUN 1 nsubj
begun begin VERB 3 advcl Tense=Past|VerbForm=Part
, , PUNCT 3 punct
reports report VERB 3 ROOT Mood=Ind|Tense=Pres|VerbForm=Fin
ministry ministry NOUN 3 obj""")
    said_before(arcs)
    assert arcs.deps[1] == "ccomp"
    assert arcs.deps[4] == "nsubj"


def test_what_is_said_before_he_wrote() -> None:
    text = """
side side NOUN 1 nsubj
pay pay VERB 4 {label} VerbForm=Inf
, , PUNCT 1 punct
he he PRON 4 nsubj
wrote write VERB 4 ROOT Mood=Ind|Tense=Past|VerbForm=Fin"""
    arcs = tree(text.format(label="advcl"))
    said_before(arcs)
    assert arcs == tree(text.format(label="ccomp"))


def test_a_condition_before_a_saying_stays() -> None:
    text = """
if if SCONJ 2 mark
they they PRON 2 nsubj
pay pay VERB 5 advcl VerbForm=Fin
, , PUNCT 2 punct
he he PRON 5 nsubj
wrote write VERB 5 ROOT Mood=Ind|Tense=Past|VerbForm=Fin"""
    arcs = tree(text)
    said_before(arcs)
    assert arcs == tree(text)


def test_have_before_a_participle_is_an_auxiliary() -> None:
    arcs = tree("""
Guard Guard PROPN 1 nsubj
has have VERB 1 ROOT Mood=Ind|VerbForm=Fin
neither neither CCONJ 3 cc:preconj
confirmed confirm VERB 1 obj Tense=Past|VerbForm=Part
nor nor CCONJ 5 cc
denied deny VERB 1 conj Tense=Past|VerbForm=Part""")
    perfects(arcs)
    assert arcs.root() == 3
    assert (arcs.heads[1], arcs.deps[1], arcs.pos[1]) == (3, "aux", "AUX")
    assert arcs.heads[0] == arcs.heads[5] == 3


def test_it_with_an_object_is_a_subject_and_with_a_clause_it_is_none() -> None:
    arcs = tree("""
It it PRON 1 expl
took take VERB 1 ROOT
control control NOUN 1 obj""")
    empty_subjects(arcs)
    assert arcs.deps[0] == "nsubj"
    clause = tree("""
It it PRON 1 expl
seems seem VERB 1 ROOT
left leave VERB 1 ccomp""")
    empty_subjects(clause)
    assert clause.deps[0] == "expl"


def test_main_verb_after_a_relative_clause() -> None:
    arcs = tree("""
Soldiers soldier NOUN 0 ROOT
who who PRON 3 nsubj PronType=Rel
had have AUX 3 aux Mood=Ind|Tense=Past|VerbForm=Fin
fought fight VERB 0 acl:relcl Tense=Past|VerbForm=Part
there there ADV 3 advmod
left leave VERB 3 xcomp Mood=Ind|Tense=Past|VerbForm=Fin
. . PUNCT 0 punct""")
    main_verb_in_relative(arcs)
    assert arcs.root() == 5
    assert (arcs.heads[0], arcs.deps[0]) == (5, "nsubj")
    assert (arcs.heads[3], arcs.heads[6]) == (0, 5)


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
