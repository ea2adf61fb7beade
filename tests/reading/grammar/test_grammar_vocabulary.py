"""The vocabularies of acts and modality hold together."""

from __future__ import annotations

import pytest

from servanda.reading.acts.forms import forms_of, noun_lemmas
from servanda.reading.acts.lexicon import entailed, lexicon
from servanda.reading.claim import MODALITIES
from servanda.reading.modality.lexicon import modality_lexicon
from servanda.vocabulary import vocabulary

DESIGN_ACTS = [
    "withdraw",
    "remain",
    "enter",
    "hand-over",
    "deploy",
    "reinforce",
    "advance",
    "attack",
    "breach-ceasefire",
    "cease-fire",
    "exchange-prisoners",
    "release",
    "return-bodies",
    "return-displaced",
    "open-route",
    "block-route",
    "allow-passage",
    "demine",
    "lay-mines",
    "disarm",
    "hand-over-weapons",
    "disband",
    "verify",
    "obstruct-monitor",
    "extend-deadline",
    "request-extension",
    "waive",
    "suspend",
    "terminate",
    "sign",
    "agree",
    "refuse-terms",
    "demand",
    "accuse",
    "deny",
    "retract",
    "notify-termination",
    "threaten",
]


def test_every_act_that_the_design_names_is_there() -> None:
    assert set(DESIGN_ACTS) <= set(lexicon().acts)


def test_relations_name_acts_of_the_vocabulary() -> None:
    acts = lexicon().acts
    for act in acts.values():
        assert act.entails | act.excludes | act.part_of <= set(acts), act.id
        assert act.id not in act.excludes
        assert not entailed(act.id) & act.excludes, act.id


def test_classes_that_patterns_name_exist() -> None:
    lex = lexicon()
    known = set(lex.classes) | {"any", "name", "own", "zone", "date", "act", "somebody"}
    for patterns in (*lex.verbs.values(), *lex.nouns.values()):
        for pattern in patterns:
            for _, names in pattern.tests:
                assert {n[1:] for n in names if n.startswith("@")} <= known, pattern.written


def test_a_handover_is_a_withdrawal_and_an_entry_is_not() -> None:
    assert "withdraw" in entailed("hand-over")
    assert "withdraw" not in entailed("enter")
    assert "withdraw" in lexicon().acts["enter"].part_of


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("leave", {"leave", "leaves", "left", "leaving"}),
        ("withdraw", {"withdraw", "withdraws", "withdrew", "withdrawn", "withdrawing"}),
        ("permit", {"permit", "permits", "permitted", "permitting"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("free", {"free", "frees", "freed", "freeing"}),
    ],
)
def test_forms(verb: str, forms: set[str]) -> None:
    assert {f for f, _ in forms_of(verb)} == forms


def test_plurals() -> None:
    assert "ceasefire" in noun_lemmas("Ceasefires")
    assert "territory" in noun_lemmas("territories")
    assert "man" in noun_lemmas("men")


def test_effects_are_modalities_or_known_operations() -> None:
    known = set(MODALITIES) | {"pass", "negate", "begun", "finished", "stopped", "performed", "forbidden", "presupposed", "rejected"}
    assert set(vocabulary("modality.yaml")["governors"]) <= known
    assert modality_lexicon().unknown.search("It is not known how many units remain")
