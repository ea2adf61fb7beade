"""Claims that touch a term and are no word on it: other targets, other acts, other measures, threats of nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hand import case, says, with_term

from servanda.reading.claim import LEFT, Claim, Party, Quantity

AGREEMENT = with_term(
    """
  fire: {norm: prohibition, bearer: [armenia, azerbaijan], toward: [armenia, azerbaijan], act: attack}
  release: {norm: obligation, bearer: [armenia], act: release, due: {by: 2020-12-01}}
  seize: {norm: prohibition, bearer: [armenia], act: detain}
  few: {norm: obligation, bearer: [armenia], act: withdraw, zone: hadrut, due: {by: 2020-12-01}, limit: {personnel: {at_most: 200}}}
  men: {norm: obligation, bearer: [armenia], act: disarm, due: {by: 2020-12-01}, limit: {personnel: {at_least: 600}}}
"""
)
CIVILIANS = AGREEMENT.replace("  turkey:", "  people: {name: civilians, aliases: [villagers, journalists]}\n  turkey:")


def bears(claim: Claim, term: str, agreement: str = AGREEMENT) -> str:
    """How a claim bears on a term."""
    (told,) = case(claim, agreement=agreement).evidence().testimonies
    (how,) = {b.as_ for b in told.on(term)}
    return how


@pytest.mark.parametrize(
    ("words", "quote", "agreement", "as_"),
    [
        ("shopkeeper", "killed a shopkeeper", CIVILIANS, "none"),
        ("Aram Vey", "killed the journalist Aram Vey", CIVILIANS, "none"),
        ("Aram Vey", "killed Aram Vey", CIVILIANS, "violates"),
        ("villagers and soldiers", "killed villagers and soldiers", CIVILIANS, "violates"),
        ("shopkeeper", "killed a shopkeeper", AGREEMENT, "violates"),
    ],
)
def test_people_whom_the_text_knows_apart(words: str, quote: str, agreement: str, as_: str) -> None:
    claim = replace(says("attack", "armenia", on="11-20", quote=quote), target=Party(words))
    assert bears(claim, "fire", agreement) == as_


@pytest.mark.parametrize(
    ("words", "modality", "as_"),
    [("abducted", "completed", "none"), ("still hold", "under-way", "fails"), ("held", "completed", "fails")],
)
def test_who_seized_somebody_may_have_freed_others(words: str, modality: str, as_: str) -> None:
    claim = replace(says("detain", "armenia", on="11-20", modality=modality), words=words)
    assert bears(claim, "release") == as_


def test_who_freed_some_may_have_seized_others() -> None:
    assert bears(says("release", "armenia", on="11-20"), "seize") == "none"
    assert bears(says("detain", "armenia", on="11-20", polarity="negated"), "seize") == "denies"


@pytest.mark.parametrize(("actors", "as_"), [((), "none"), ("armenia", "warns")])
def test_a_threat_of_nobody_warns_of_no_party(actors: tuple[str, ...] | str, as_: str) -> None:
    assert bears(says("attack", actors, on="11-20", modality="announced"), "fire") == as_


@pytest.mark.parametrize(
    ("quote", "as_"),
    [("has not disarmed all its men", "none"), ("has not disarmed a single man", "fails")],
)
def test_not_all_is_no_word_on_a_counted_part(quote: str, as_: str) -> None:
    assert bears(says("disarm", "armenia", on="12-05", polarity="negated", quote=quote), "men") == as_


@pytest.mark.parametrize(
    ("act", "quantity", "as_"),
    [
        ("hand-over-weapons", Quantity("rifles", 40, 40), "none"),
        ("hand-over-weapons", None, "progress"),
        ("disarm", Quantity("fighters", 640, 640), "counts"),
    ],
)
def test_what_is_counted(act: str, quantity: Quantity | None, as_: str) -> None:
    assert bears(says(act, "armenia", on="11-20", extent="unknown", quantity=quantity), "men") == as_


@pytest.mark.parametrize(
    ("act", "modality", "quantity", "words", "as_"),
    [
        ("withdraw", "completed", Quantity("soldiers", 150, 150), "withdrew", "progress"),
        ("withdraw", "completed", Quantity("soldiers", 150, 150, unit=LEFT), "reduced", "counts"),
        ("remain", "under-way", Quantity("soldiers", 150, 150), "are", "counts"),
        ("remain", "under-way", Quantity("soldiers", 150, 150), "guard", "none"),
        ("remain", "under-way", None, "are", "none"),
    ],
)
def test_those_left_and_those_gone(act: str, modality: str, quantity: Quantity | None, words: str, as_: str) -> None:
    claim = says(act, "armenia", on="12-05", zone="hadrut", extent="unknown", modality=modality, quantity=quantity)
    assert bears(replace(claim, words=words), "few") == as_


def test_some_of_them_are_nobody_known() -> None:
    claim = replace(says("disarm", (), on="11-20"), actors=(Party("two of them"),))
    assert bears(claim, "men") == "none"
