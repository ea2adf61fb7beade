"""The gate: what could carry an act of the case passes, ordinary news does not."""

from __future__ import annotations

import pytest

from servanda.evaluation.gold import load_gold
from servanda.reading.acts.forms import forms_of, noun_forms, noun_lemmas
from servanda.reading.acts.gate import NEAR, Heard, worth_looking, worth_parsing
from servanda.reading.acts.lexicon import lexicon
from servanda.reading.grammar import read
from servanda.reading.names import Names
from servanda.reading.sentences import split


def passed(text: str, *, wide: bool = False, of_it: bool = False) -> list[bool]:
    sentences = split(text, ())
    names = Names.of(load_gold("dev")[0].agreement())
    return worth_parsing(Heard.of(text, sentences), sentences, names.find(text), wide=wide, of_it=of_it)


@pytest.mark.parametrize(
    "text",
    [
        "I would like to place an order of two pizzas with extra cheese.",
        "The bank agreed to waive the fee for students.",
        "Students may exchange books at the library until Friday.",
        "The museum opens at nine and will remain open until six.",
        "She left the company in May to return to her family.",
        "The council rejected the proposal to extend the swimming pool.",
        "A bouncer released a man after a fight in a bar.",
        "Our team attacked from the first minute and took the lead.",
    ],
)
def test_ordinary_news_is_left_out(text: str) -> None:
    assert passed(text) == [False]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels left the town on Sunday.",
        "The army has withdrawn.",
        "Both sides agreed to a truce.",
        "Shells were fired at the outpost.",
        "Soldiers are still there and remain in the valley.",
        "Two prisoners were exchanged at the bridge.",
        "The militia's taken the airport.",
    ],
)
def test_words_of_conflict_need_no_name(text: str) -> None:
    assert passed(text) == [True]


def test_a_sentence_stands_in_its_passage() -> None:
    far = "The weather was fine. " * (NEAR + 3)
    near = "It was a good harvest this year. Prices fell. The rebels spoke to nobody. They left the town on Sunday. "
    found = passed(near + far + "They left the town on Monday.")
    assert found[3]
    assert not found[-1]


def test_the_head_of_a_report_tells_what_all_of_it_is_about() -> None:
    far = "The weather was fine. " * 9
    end = "They left the town on Sunday."
    assert passed(f"The rebels are on the move again, the militia says. {far}{end}")[-1]
    assert not passed(f"He was born after the war. {far}{end}")[-1]


def test_a_report_of_the_case_needs_no_names() -> None:
    text = "We have left the town as agreed."
    assert passed(text) == [False]
    assert passed(text, of_it=True) == [True]


def test_a_pattern_needs_all_of_its_words() -> None:
    assert passed("The army has opened a museum.") == [False]
    assert passed("The army has opened fire.") == [True]
    assert passed("Soldiers will lay flowers.") == [False]
    assert passed("The army will lay down its weapons.") == [True]


def test_wide_lets_everything_through_that_names_somebody() -> None:
    text = "Officials met Ann Miller in Paris. Nothing else was on the menu."
    assert passed(text, wide=True) == [True, False]


def test_forms_of_nouns_are_traced_back() -> None:
    for noun in lexicon().nouns:
        forms = noun_forms(noun)
        assert noun in forms
        assert all(noun in noun_lemmas(form) for form in forms)
    assert "gunmen" in noun_forms("gunman")
    assert "factories" in noun_forms("factory")


def test_every_bare_pattern_passes_in_all_its_forms() -> None:
    bare = {p.lemma for ps in lexicon().verbs.values() for p in ps if not (p.skip or p.particles or p.tests)}
    assert len(bare) > 50
    for verb in sorted(bare):
        for form, _ in forms_of(verb):
            text = f"The army {form}."
            assert worth_looking(Heard.of(text, split(text, ()))), form


def test_nothing_that_the_whole_text_would_give_is_lost() -> None:
    """On the annotated reports: what is read behind the gate is what is read without it, but for what it is there for."""
    lost, all_ = 0, 0
    for conflict in load_gold("dev"):
        agreement = conflict.agreement()
        names = Names.of(agreement)
        for gold in conflict.reports:
            report = conflict.report(gold)
            behind = {c.id for c in read(report, agreement, names=names).claims}
            everything = {c.id for c in read(report, agreement, names=names, all_sentences=True).claims}
            assert behind <= everything
            lost += len(everything - behind)
            all_ += len(everything)
    assert lost <= all_ / 200, (lost, all_)
