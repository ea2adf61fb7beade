"""Names beside a speaker that say nothing of whose word it is. All wording is ours."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from servanda.reading.attribution import find_attributions, speakers_at
from servanda.reading.names import Names
from servanda.reading.quotes import find_quotes
from servanda.reading.sentences import paragraphs, split

_path = Path(__file__).parent.parent / "names" / "agreements.py"
_spec = importlib.util.spec_from_file_location("agreements_for_apart", _path)
assert _spec is not None and _spec.loader is not None
cases = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(cases)


def speakers(case: str, text: str, clause: str) -> list[tuple[str | None, str | None, str]]:
    names = Names.of(getattr(cases, case))
    sentences = split(text, [])
    quotes = find_quotes(text, paragraphs(sentences))
    got = find_attributions(text, sentences, [None] * len(sentences), names.find(text), quotes, names)
    at = text.index(clause)
    return [(s.name, s.actor, s.kind) for s in speakers_at(got, at, at + len(clause))]


@pytest.mark.parametrize(
    ("case", "text", "clause", "actor", "kind"),
    [
        # to whom one is sent is not whose word it is
        (
            "YEMEN",
            "Ola Berg, the Norwegian ambassador to the United Nations, said shells had hit the quay.",
            "shells had hit",
            None,
            "named-official",
        ),
        (
            "YEMEN",
            "Norway's UN Ambassador Ola Berg said the truce was holding.",
            "the truce was holding",
            None,
            "named-official",
        ),
        (
            "YEMEN",
            "Ali Saleh, Yemen's liaison with the UN observers, said the guns had fallen silent.",
            "the guns had fallen silent",
            "government",
            "named-official",
        ),
        (
            "YEMEN",
            "A tribal alliance backing the recognised Yemeni government said the Houthis had shelled Salif.",
            "the Houthis had shelled",
            None,
            "unknown",
        ),
        (
            "YEMEN",
            "Yemen, writing an urgent letter to the United Nations, said the Houthis had massed guns.",
            "the Houthis had massed",
            "government",
            "named-official",
        ),
        # a demonym in the name of a body that watches
        (
            "YEMEN",
            "The Yemeni Observatory for Civic Peace monitoring group said shells fell on Salif.",
            "shells fell",
            None,
            "expert",
        ),
        ("YEMEN", "Shells fell on Salif overnight, a monitor said.", "Shells fell", None, "monitor"),
        ("YEMEN", "Shells fell on Salif overnight, the monitors said.", "Shells fell", "un", "monitor"),
        # an army by its own name is no state's
        (
            "YEMEN",
            "A spokesman for the Army of Dawn group said the convoy had been hit.",
            "the convoy had been hit",
            None,
            "named-official",
        ),
        # a movement's media wing is no outlet
        (
            "YEMEN",
            "The Houthis' media wing claimed that the army had broken the truce.",
            "the army had broken",
            "houthis",
            "named-official",
        ),
        # a plural verb of claiming is a verb
        (
            "YEMEN",
            "Opposition activists claim that the army shelled Salif on Friday.",
            "the army shelled",
            None,
            "witness",
        ),
        # after a quotation closed with its comma
        (
            "YEMEN",
            "On Monday a Houthi official said “the guns left Salif,” adding that the army had then fired.",
            "the army had then fired",
            "houthis",
            "unnamed-official",
        ),
    ],
)
def test_whose_word(case: str, text: str, clause: str, actor: str | None, kind: str) -> None:
    assert [(a, k) for _, a, k in speakers(case, text, clause)][:1] == [(actor, kind)]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Monitors arrived in Salif on Monday, as Houthi forces continued to shell the port.", "Monitors arrived"),
        ("The army left Salif, apparently for fear of losing the road his family has ruled.", "The army left"),
    ],
)
def test_nobody_says_it(text: str, clause: str) -> None:
    assert speakers("YEMEN", text, clause) == []


def test_an_adverb_in_a_quotation_is_no_speaker() -> None:
    text = 'UN spokesman Ola Berg said the two envoys "have said publicly that the truce is holding."'
    assert "publicly" not in {name for name, _, _ in speakers("YEMEN", text, "the truce is holding")}


def test_the_name_of_a_body_is_whole() -> None:
    text = "The Yemeni Observatory for Civic Peace said shells fell on Salif."
    assert speakers("YEMEN", text, "shells fell")[0][0] == "Yemeni Observatory for Civic Peace"


def test_media_in_a_town_are_not_the_town() -> None:
    text = "The pact held as media outlets in rebel-held Salif reported injuries from shelling."
    assert speakers("YEMEN", text, "injuries")[0][2] == "outlet"


def test_what_is_reported_before_a_noun_reports_nothing() -> None:
    text = "After the reported capture, the army shelled Salif, the health ministry told reporters."
    assert [s[0] for s in speakers("YEMEN", text, "the army shelled")] != ["After the"]
