"""Each repair mends its mistake, leaves right trees alone, and never makes a circle."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.reading.parser.drawn import tree

from servanda.reading.parser.arcs import Arcs
from servanda.reading.parser.repair import (
    agents,
    appositions,
    attribution,
    deadlines,
    headlines,
    moods,
    one_root,
    particles,
    repair,
    reported_clause,
)

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"


def test_extra_roots_hang_on_the_first_verb() -> None:
    arcs = tree("Talks talk NOUN 0 ROOT", "failed fail VERB 1 ROOT", ". . PUNCT 2 ROOT")
    one_root(arcs)
    assert arcs.heads == [1, 1, 1]
    assert arcs.deps == ["parataxis", "ROOT", "punct"]


def test_by_a_time_is_no_agent_and_by_somebody_is_one() -> None:
    arcs = tree(
        "shelled shell VERB 0 ROOT Tense=Past|VerbForm=Part|Voice=Pass",
        "by by ADP 2 case",
        "Monday Monday PROPN 0 obl:agent",
        "by by ADP 4 case",
        "rebels rebel NOUN 0 obl",
    )
    agents(arcs)
    assert arcs.deps[2] == "obl"
    assert arcs.deps[4] == "obl:agent"


def test_by_a_date_with_a_number_is_no_agent() -> None:
    arcs = tree(
        "vacated vacate VERB 0 ROOT Voice=Pass",
        "by by ADP 2 case",
        "25 25 NUM 0 obl:agent",
        "November November PROPN 2 nmod:unmarked",
    )
    agents(arcs)
    assert arcs.deps[2] == "obl"


def test_by_the_end_of_the_army_is_not_a_time() -> None:
    arcs = tree(
        "shelled shell VERB 0 ROOT Voice=Pass",
        "by by ADP 2 case",
        "end end NOUN 0 obl:agent",
        "of of ADP 4 case",
        "army army NOUN 2 nmod",
    )
    agents(arcs)
    assert arcs.deps[2] == "obl:agent"


def test_particle_takes_its_object_back() -> None:
    arcs = tree(
        "rebels rebel NOUN 1 nsubj",
        "handed hand VERB 1 ROOT " + FIN,
        "over over ADP 4 case",
        "the the DET 4 det",
        "town town NOUN 1 obl",
    )
    particles(arcs)
    assert (arcs.deps[2], arcs.heads[2]) == ("compound:prt", 1)
    assert (arcs.deps[4], arcs.heads[4]) == ("obj", 1)


def test_pulled_out_of_keeps_its_oblique() -> None:
    arcs = tree(
        "They they PRON 1 nsubj",
        "pulled pull VERB 1 ROOT " + FIN,
        "out out ADP 4 case",
        "of of ADP 4 case",
        "town town NOUN 1 obl",
    )
    particles(arcs)
    assert arcs.deps[2:] == ["compound:prt", "case", "obl"]
    assert arcs.heads[2] == 1


def test_an_unlisted_pair_stays() -> None:
    arcs = tree("They they PRON 1 nsubj", "flew fly VERB 1 ROOT " + FIN, "over over ADP 3 case", "town town NOUN 1 obl")
    particles(arcs)
    assert arcs.deps[2:] == ["case", "obl"]


def test_particle_after_the_object() -> None:
    arcs = tree("They they PRON 1 nsubj", "handed hand VERB 1 ROOT " + FIN, "towns town NOUN 1 obj", "over over ADV 2 advmod")
    particles(arcs)
    assert (arcs.deps[3], arcs.heads[3]) == ("compound:prt", 1)


def test_no_later_than_reaches_the_verb() -> None:
    arcs = tree(
        "leave leave VERB 0 ROOT VerbForm=Inf",
        "town town NOUN 0 obj",
        "no no DET 3 advmod",
        "later late ADV 1 advmod",
        "than than ADP 6 case",
        "15 15 NUM 6 nummod",
        "May May PROPN 1 nmod",
    )
    deadlines(arcs)
    assert (arcs.heads[3], arcs.deps[3]) == (0, "advmod")
    date = 5 if arcs.heads[5] == 3 else 6
    assert (arcs.heads[date], arcs.deps[date]) == (3, "obl")
    assert arcs.deps[4] == "case"


def test_postposed_saying_becomes_the_root() -> None:
    arcs = tree(
        "troops troop NOUN 1 nsubj",
        "left leave VERB 1 ROOT " + FIN,
        ", , PUNCT 1 punct",
        "ministry ministry NOUN 4 nsubj",
        "said say VERB 1 parataxis " + FIN,
        ". . PUNCT 1 punct",
    )
    attribution(arcs)
    assert (arcs.heads[4], arcs.deps[4]) == (4, "ROOT")
    assert (arcs.heads[1], arcs.deps[1]) == (4, "ccomp")


def test_a_relative_clause_of_saying_is_no_attribution() -> None:
    rows = (
        "he he PRON 1 nsubj",
        "read read VERB 1 ROOT " + FIN,
        ", , PUNCT 1 punct",
        "which which PRON 5 obj PronType=Rel",
        "envoys envoy NOUN 5 nsubj",
        "said say VERB 1 acl:relcl " + FIN,
    )
    arcs = tree(*rows)
    attribution(arcs)
    assert arcs == tree(*rows)


def test_a_comma_that_hangs_on_the_speaker_hides_no_saying() -> None:
    arcs = tree(
        "troops troop NOUN 1 nsubj",
        "left leave VERB 1 ROOT " + FIN,
        ", , PUNCT 3 punct",
        "aide aide NOUN 4 nsubj",
        "said say VERB 1 conj " + FIN,
        ". . PUNCT 1 punct",
    )
    attribution(arcs)
    assert (arcs.heads[4], arcs.deps[1]) == (4, "ccomp")


def test_what_is_said_in_a_statement_is_no_part_of_it() -> None:
    arcs = tree(
        "said say VERB 0 ROOT " + FIN,
        "in in ADP 2 case",
        "statement statement NOUN 0 obl",
        "that that SCONJ 5 mark",
        "troops troop NOUN 5 nsubj",
        "left leave VERB 2 acl " + FIN,
    )
    reported_clause(arcs)
    assert (arcs.heads[5], arcs.deps[5]) == (0, "ccomp")


def test_a_relative_clause_of_a_statement_stays() -> None:
    rows = (
        "told tell VERB 0 ROOT " + FIN,
        "envoys envoy NOUN 0 iobj",
        "that that PRON 3 nsubj PronType=Rel",
        "left leave VERB 1 acl:relcl " + FIN,
    )
    arcs = tree(*rows)
    reported_clause(arcs)
    assert arcs == tree(*rows)


def test_one_subject_with_its_apposition() -> None:
    arcs = tree(
        "Rell Rell PROPN 5 nsubj",
        ", , PUNCT 3 punct",
        "an a DET 3 det",
        "aide aide NOUN 5 nsubj",
        ", , PUNCT 3 punct",
        "spoke speak VERB 5 ROOT " + FIN,
    )
    appositions(arcs)
    assert [i for i in arcs.children(5) if arcs.deps[i] == "nsubj"] == [0]
    assert (arcs.heads[3], arcs.deps[3]) == (0, "appos")


def test_office_taken_for_a_clause() -> None:
    arcs = tree(
        "It it PRON 1 nsubj",
        "ended end VERB 8 ccomp " + FIN,
        ", , PUNCT 1 punct",
        "Karsin Karsin PROPN 5 nsubj",
        ", , PUNCT 5 punct",
        "aide aide NOUN 8 ccomp",
        "to to ADP 7 case",
        "Molvar Molvar PROPN 5 nmod",
        "said say VERB 8 ROOT " + FIN,
    )
    appositions(arcs)
    assert (arcs.heads[3], arcs.deps[3]) == (8, "nsubj")
    assert (arcs.heads[5], arcs.deps[5]) == (3, "appos")


def test_headline_noun_that_is_a_verb() -> None:
    arcs = tree(
        "Army army NOUN 1 compound",
        "withdraws withdraw NOUN 1 ROOT Number=Plur",
        "from from ADP 3 case",
        "valley valley NOUN 1 nmod",
    )
    headlines(arcs)
    assert arcs.pos[1] == "VERB"
    assert arcs.deps == ["nsubj", "ROOT", "case", "obl"]


def test_headline_to_infinitive() -> None:
    arcs = tree(
        "Troops troops NOUN 0 ROOT",
        "to to PART 2 mark",
        "leave leave VERB 0 acl VerbForm=Inf",
        "valley valley NOUN 2 obj",
    )
    headlines(arcs)
    assert arcs.heads == [2, 2, 2, 2]
    assert arcs.deps == ["nsubj", "mark", "ROOT", "obj"]


def test_plan_to_leave_stays_a_noun() -> None:
    rows = (
        "Plan plan NOUN 0 ROOT",
        "to to PART 2 mark",
        "leave leave VERB 0 acl VerbForm=Inf",
        "valley valley NOUN 2 obj",
    )
    arcs = tree(*rows)
    headlines(arcs)
    assert arcs == tree(*rows)


def test_bare_participle_is_passive_in_a_headline_only() -> None:
    rows = ["Five five NUM 1 nsubj", "killed kill VERB 1 ROOT " + FIN, "in in ADP 3 case", "raid raid NOUN 1 obl"]
    arcs = tree(*rows)
    headlines(arcs)
    assert arcs.deps[0] == "nsubj:pass"
    assert arcs.has(1, "VerbForm=Part", "Voice=Pass")
    sentence = tree(*rows, ". . PUNCT 1 punct")
    headlines(sentence)
    assert sentence.deps[0] == "nsubj"


def test_an_imperative_with_a_subject_before_it_is_present() -> None:
    arcs = tree("Rebels rebel NOUN 1 nsubj", "attack attack VERB 1 ROOT Mood=Imp|VerbForm=Fin", "town town NOUN 1 obj")
    moods(arcs)
    assert arcs.has(1, "Mood=Ind", "Tense=Pres")


WORDS = [
    "handed",
    "over",
    "said",
    "by",
    "Monday",
    "no",
    "later",
    "than",
    ",",
    "army",
    "withdraws",
    "to",
    "leave",
    "killed",
    "aide",
    ".",
]
POS = ["VERB", "NOUN", "PROPN", "ADP", "ADV", "NUM", "PUNCT", "PART"]
DEPS = [
    "nsubj",
    "obj",
    "obl",
    "case",
    "punct",
    "conj",
    "ccomp",
    "acl",
    "parataxis",
    "obl:agent",
    "advmod",
    "compound",
    "nmod",
]


@st.composite
def trees(draw: st.DrawFn) -> Arcs:
    n = draw(st.integers(1, 12))
    order = draw(st.permutations(range(n)))
    heads = [0] * n
    for k, i in enumerate(order):
        heads[i] = i if k == 0 else order[draw(st.integers(0, k - 1))]
    forms = [draw(st.sampled_from(WORDS)) for _ in range(n)]
    lemmas = [{"handed": "hand", "said": "say", "killed": "kill"}.get(f, f) for f in forms]
    pos = [draw(st.sampled_from(POS)) for _ in range(n)]
    feats = [draw(st.sampled_from(["", FIN, "VerbForm=Inf", "Mood=Imp|VerbForm=Fin"])) for _ in range(n)]
    deps = ["ROOT" if heads[i] == i else draw(st.sampled_from(DEPS)) for i in range(n)]
    return Arcs(forms, [True] * n, lemmas, pos, feats, heads, deps)


@given(trees())
def test_whatever_the_parse_a_tree_comes_out(arcs: Arcs) -> None:
    forms = list(arcs.forms)
    repair(arcs)
    assert arcs.forms == forms
    assert sum(h == i for i, h in enumerate(arcs.heads)) == 1
    assert all(arcs.above(i)[-1:] == [arcs.root()] or i == arcs.root() for i in range(len(arcs)))
    assert [arcs.deps[i] for i in range(len(arcs)) if arcs.heads[i] == i] == ["ROOT"]
