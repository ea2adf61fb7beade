"""The scorer of claims: what agrees is counted, once, and what does not is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from servanda.evaluation.claims import FIELDS, agreeing, pairs
from servanda.evaluation.gold import GoldClaim, GoldConflict, GoldReport, GoldSpeaker
from servanda.reading.claim import Claim, Party, Speaker, When

DAY = date(2031, 2, 11)
CONFLICT = GoldConflict(
    "x", "dev", {"north": ("Northern Guard",), "patrol": ("Patrol",)}, ("patrol",), (), {"kest": ("Kest",)}, ()
)
OWN = GoldReport("x-1", "wire", DAY, "Gazette", GoldSpeaker(None, None, "outlet"), "", ())
GOLD = GoldClaim(
    "shelled Kest", 10, 22, "attack", ("north",), None, "kest", (DAY, DAY), "affirmed", "completed",
    GoldSpeaker("Ada Wick", "north", "named-official"), None,
)  # fmt: skip
READ = Claim(
    id="c-1", report="r", report_sha256="0", segment="body", quote="The Guard shelled Kest", start=0, end=22,
    speaker=Speaker("Wick", "north", "unnamed-official"), via=(), act="attack", words="shelled",
    actors=(Party("Northern Guard", "north"),), target=None, zone="kest", when=When(DAY, DAY, "explicit"),
    said=When(DAY, DAY, "publication"), extent="unknown", polarity="affirmed", modality="completed",
)  # fmt: skip


def test_a_claim_read_right_agrees_in_all() -> None:
    """A named and an unnamed official are one kind of speaker here: names are not compared."""
    assert agreeing(CONFLICT, OWN, GOLD, READ) == frozenset(FIELDS)


def test_each_field_is_compared() -> None:
    """Each difference takes away its own field and no other."""
    for name, other in {
        "modality": replace(READ, modality="alleged"),
        "polarity": replace(READ, polarity="negated"),
        "actors": replace(READ, actors=(Party("Patrol", "patrol"),)),
        "zone": replace(READ, zone=None),
        "when": replace(READ, when=When(None, DAY, "explicit")),
        "speaker": replace(READ, speaker=Speaker("Wick", None, "outlet")),
    }.items():
        assert agreeing(CONFLICT, OWN, GOLD, other) == frozenset(FIELDS) - {name}


def test_open_bounds_are_not_compared() -> None:
    """Where the annotation leaves a bound open, any bound agrees."""
    gold = replace(GOLD, when=(None, DAY))
    assert "when" in agreeing(CONFLICT, OWN, gold, READ)
    assert "when" not in agreeing(CONFLICT, OWN, gold, replace(READ, when=When(DAY, None, "explicit")))


def test_words_of_nobody_known() -> None:
    """Words where no actor is annotated do no harm; an actor of the conflict does."""
    gold = replace(GOLD, actors=())
    assert "actors" in agreeing(CONFLICT, OWN, gold, replace(READ, actors=(Party("Shells"),)))
    assert "actors" not in agreeing(CONFLICT, OWN, gold, READ)
    crowd = replace(GOLD, actors=("a crowd",))
    assert "actors" in agreeing(CONFLICT, OWN, crowd, replace(READ, actors=(Party("the crowd"),)))
    assert "actors" not in agreeing(CONFLICT, OWN, crowd, replace(READ, actors=(Party("masked men"),)))


def test_one_claim_counts_once() -> None:
    """The better of two readings is paired, the other is left over."""
    worse = replace(READ, modality="alleged")
    assert pairs(CONFLICT, OWN, [GOLD], [worse, READ]) == [(0, 1)]
    assert pairs(CONFLICT, OWN, [GOLD, GOLD], [READ]) == [(0, 0)]
    assert pairs(CONFLICT, OWN, [GOLD], [replace(READ, act="withdraw")]) == []
    assert pairs(CONFLICT, OWN, [GOLD], [replace(READ, start=30, end=40)]) == []


def test_the_reports_own_words_are_its_speakers() -> None:
    """In a ministry's statement what no other speaker says is said by the ministry."""
    own = replace(OWN, style="statement", speaker=GoldSpeaker("Council", "north", "named-official"))
    told = replace(READ, speaker=Speaker("Gazette", None, "outlet"))
    assert "speaker" in agreeing(CONFLICT, own, GOLD, told)
    assert "speaker" not in agreeing(CONFLICT, OWN, GOLD, told)


def test_another_outlet_is_not_the_reports_own() -> None:
    """Neither where the report is an outlet's nor where it is a ministry's; which other outlet it is, is not compared."""
    ministry = replace(OWN, style="statement", speaker=GoldSpeaker("Council", "north", "named-official"))
    portal = replace(GOLD, speaker=GoldSpeaker("a portal", None, "outlet"))
    read_own = replace(READ, speaker=Speaker("Gazette", None, "outlet"))
    read_other = replace(READ, speaker=Speaker("the portal", None, "outlet"))
    for report in (OWN, ministry):
        its_own = replace(GOLD, speaker=report.speaker)
        assert "speaker" in agreeing(CONFLICT, report, its_own, read_own)
        assert "speaker" in agreeing(CONFLICT, report, its_own, replace(READ, speaker=Speaker(None, None, "unknown")))
        assert "speaker" in agreeing(CONFLICT, report, portal, read_other)
        assert "speaker" not in agreeing(CONFLICT, report, portal, read_own)
        assert "speaker" not in agreeing(CONFLICT, report, its_own, read_other)
