"""Modality, polarity and who says it, in one invented conflict between two states, with a movement and a mission."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date, datetime

import pytest

from servanda.agreement.model import Actor, Agreement, Term, Zone
from servanda.evidence.bearing import bear
from servanda.evidence.testimony import Carrier
from servanda.reading import Claim, read
from servanda.reading.record import claim_from, claim_to
from servanda.reports.model import Report

ISLES = Agreement(
    id="isles",
    title="The Strait Accord",
    signed=date(2024, 2, 1),
    in_force=datetime(2024, 2, 2),
    timezone="UTC",
    actors={
        "karsia": Actor("karsia", "Republic of Karsia", ("signatory",), ("Karsia", "Karsian army", "Karsian")),
        "velmar": Actor("velmar", "Kingdom of Velmar", ("signatory",), ("Velmar", "Velmari army", "Velmari")),
        "front": Actor("front", "Northern Front", ("signatory",), ("the Front",)),
        "mission": Actor("mission", "Strait Observer Mission", ("monitor",), ("the Mission",)),
    },
    zones={"osk": Zone("osk", "Osk"), "tarn": Zone("tarn", "Tarn")},
    terms={},
)


def claims(text: str) -> tuple[Claim, ...]:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return read(Report("r.txt", digest, text, (), "txt", published=date(2024, 3, 15)), ISLES).claims


def one(text: str, act: str) -> Claim:
    found = [c for c in claims(text) if c.act == act]
    assert len(found) == 1, [(c.act, c.quote) for c in claims(text)]
    return found[0]


@pytest.mark.parametrize(
    ("text", "act", "modality", "polarity"),
    [
        # a negation reaches what is promised, and the second of two infinitives
        ("The Front promised that no vehicle of the Mission would be attacked.", "attack", "promised", "negated"),
        ("The Front pledged not to recruit or to attack anybody in Osk.", "attack", "promised", "negated"),
        ("The Front promised that it would not leave Osk.", "withdraw", "promised", "negated"),
        ('"No soldier of ours will enter Osk," the Velmari governor vowed.', "enter", "promised", "negated"),
        # who will not attack refuses nothing; who will not leave does
        ("The Front said it would not attack Osk.", "attack", "announced", "negated"),
        ("The Front said it would not leave Osk.", "withdraw", "refused", "affirmed"),
        ("Velmar is not going to withdraw its artillery from Osk.", "withdraw", "refused", "affirmed"),
        # what a verb in -ing has for its object
        ("Velmar denied shelling Saint Anna hospital in Osk.", "attack", "denied", "affirmed"),
        ("A Karsian official said the Front had admitted shelling Osk.", "attack", "completed", "affirmed"),
        # half done, going on, due, cancelled
        ("The withdrawal of Karsian troops from Osk is halfway through.", "withdraw", "under-way", "affirmed"),
        ("The withdrawal of Karsian troops from Osk is 80 per cent complete.", "withdraw", "under-way", "affirmed"),
        ("Velmar and the Front continue to shell Osk.", "attack", "under-way", "affirmed"),
        ("The Front resumed its attacks on Osk.", "attack", "completed", "affirmed"),
        ("The period set for the withdrawal of Karsian troops ends on Friday.", "withdraw", "required", "affirmed"),
        ("The deadline for the Karsian withdrawal from Osk is 10 April.", "withdraw", "required", "affirmed"),
        (
            "The exchange of prisoners with the Front, planned for Friday, did not take place.",
            "exchange-prisoners",
            "completed",
            "negated",
        ),
        ("The prisoner swap with the Front is off.", "exchange-prisoners", "completed", "negated"),
        ("Karsia and the Front will decide whether to extend the truce.", "extend-deadline", "possible", "affirmed"),
        ("The Front hid its guns near Osk instead of withdrawing them.", "withdraw", "completed", "negated"),
        # arm's length, hearsay of a condition
        ('The Front "withdrew" from Osk only to come back at night.', "withdraw", "alleged", "affirmed"),
        ("If confirmed, the shelling of Osk by the Front is the gravest incident so far.", "attack", "possible", "affirmed"),
        # whoever orders what his own side is to do announces it
        ("Velmar has ordered its troops to leave Osk.", "withdraw", "announced", "affirmed"),
        ("The Mission ordered Velmar to leave Osk.", "withdraw", "required", "affirmed"),
        # what is left out is what was told before; what is nearly done is not done; what is untrue is denied
        ("The Front has almost completed its withdrawal from Osk.", "withdraw", "under-way", "affirmed"),
        ("The Front nearly left Osk on Monday.", "withdraw", "completed", "negated"),
        ("Rumours that the Front had left Osk proved false.", "withdraw", "denied", "affirmed"),
        ("There is no truth in reports that the Front has left Osk, the Mission said.", "withdraw", "denied", "affirmed"),
        ("Fighters of the Front are understood to have left Osk.", "withdraw", "alleged", "affirmed"),
        # what is insisted on, made a condition, or called for in a headline, is not told
        ("Karsia insisted on the release of its officers by the Front.", "release", "requested", "affirmed"),
        ("Karsia made the release of its officers by the Front a condition for talks.", "release", "possible", "affirmed"),
        ("Velmar is not aware of any attack on Osk, its spokesman said.", "attack", "possible", "affirmed"),
        # after a quotation a word of promising makes nothing of what has happened a promise
        ('"Our men have left Osk," the Karsian general assured reporters.', "withdraw", "completed", "affirmed"),
        ('"We will leave Osk within a week," the Karsian general promised.', "withdraw", "promised", "affirmed"),
    ],
)
def test_what_is_said_of_the_act(text: str, act: str, modality: str, polarity: str) -> None:
    claim = one(text, act)
    assert (claim.modality, claim.polarity) == (modality, polarity)


@pytest.mark.parametrize(
    ("text", "act", "name", "actor", "kind"),
    [
        ("On behalf of the Front, Ana Brol said that Velmar had shelled Osk.", "attack", "Ana Brol", "front", "named-official"),
        ("Ana Brol, speaking on behalf of the Front, said that Velmar had shelled Osk.", "attack", "Ana Brol", "front", "named-official"),
        ("Ana Brol said on behalf of the Front that Velmar had shelled Osk.", "attack", "Ana Brol", "front", "named-official"),
        # a phrase of saying that parts a subject from its verb
        ("The troops of the Front, a Karsian statement said, have burned three houses in Osk.", "attack", "Karsian statement", "karsia", "named-official"),
        # office, place, name
        ("The Karsian spokesman in Osk, Ivo Lenk, said that the Front had shelled the town.", "attack", "Ivo Lenk", "karsia", "named-official"),
        ("Sources in the Karsian army, who asked not to be named, said that the Front had shelled Osk.", "attack", "Sources in the Karsian army", "karsia", "unnamed-official"),
        ("The Karsian spokesman, Ivo Lenk, dismissed the report, saying that it was the Front that had shelled Osk.", "attack", "Ivo Lenk", "karsia", "named-official"),
        ("The soldiers, witnesses said, had shelled Osk.", "attack", "witnesses", None, "witness"),
        ("An officer of the Front who asked that his name be withheld said Velmar had shelled Osk.", "attack", "officer of the Front", "front", "unnamed-official"),
        ("Karsia says the Front, which has denied any part in it, shelled Osk on Friday.", "attack", "Karsia", "karsia", "named-official"),
        ("According to one account the Front fired first in Osk.", "attack", "one account", None, "unknown"),
        # the one who turns a charge down, not the one whose charge it is
        ("The Karsian spokesman rejected as groundless the Front's claim that troops had shelled Osk.", "attack", "Karsian spokesman", "karsia", "named-official"),
        # doubts, hopes and promises of a person
        ("The Karsian spokesman, Ivo Lenk, voiced deep concern over reports of shelling by the Front in Osk.", "attack", "Ivo Lenk", "karsia", "named-official"),
        ("Karsian Defence Minister Ivo Lenk promised to open the road to Osk.", "open-route", "Ivo Lenk", "karsia", "named-official"),
        # machine-translated
        ("Fighters of the Front, by the words of local inhabitants, shelled Osk from mortars.", "attack", "local inhabitants", None, "witness"),
        # who runs a port speaks for no side; a body of many states is none
        ("Had the Karsians not left Osk, the port would have been closed by them, its director said.", "withdraw", "its director", None, "unknown"),
        ("The Front has left Osk, the UN said.", "withdraw", "UN", None, "named-official"),
        # 'he' after two persons may be either
        ("Karsian president Ivo Lenk and Velmari foreign minister Otto Rehm met on Monday. The Front had left Osk, he said.", "withdraw", "he", None, "unknown"),
    ],
)  # fmt: skip
def test_who_says_it(text: str, act: str, name: str, actor: str | None, kind: str) -> None:
    speaker = one(text, act).speaker
    assert (speaker.name, speaker.actor, speaker.kind) == (name, actor, kind)


@pytest.mark.parametrize(
    "text",
    [
        "The Front was to have left Osk by 1 March. It did not.",
        "The Front was to have left Osk by 1 March, but its fighters did not.",
        "The Front promised to leave Osk. The rebels have not.",
    ],
)
def test_what_is_left_out_is_the_act_told_before(text: str) -> None:
    told = [c for c in claims(text) if c.act == "withdraw"]
    assert [(c.modality, c.polarity) for c in told][1:] == [("completed", "negated")]


@pytest.mark.parametrize(
    ("text", "untold"),
    [
        ("A military spokesman said that the Front had shelled Osk.", True),
        ("Foreign Minister Ana Brol said that the Front had shelled Osk.", True),
        ("Officials said that the Front had shelled Osk.", True),
        ("A Karsian military spokesman said that the Front had shelled Osk.", False),
        ("Kenyan Foreign Minister Ana Brol said that the Front had shelled Osk.", False),
        ("A NATO spokesman said that the Front had shelled Osk.", False),
        ("The UN said that the Front had shelled Osk.", False),
        ("Residents said that the Front had shelled Osk.", False),
        ("Two Western diplomats said that the Front had shelled Osk.", False),
    ],
)
def test_an_office_without_a_side_may_be_any_sides(text: str, untold: bool) -> None:
    assert one(text, "attack").speaker.untold is untold


def test_the_word_of_an_official_of_no_told_side_carries_nothing() -> None:
    agreement = replace(ISLES, terms={"truce": Term("truce", "prohibition", bearer=("front",), act=("attack",))})
    carrier = Carrier("wire", "Wire", "agency", "B")
    weighed = {}
    for text in ("A military spokesman said that the Front had shelled Osk.", "The UN said that the Front had shelled Osk."):
        claim = one(text, "attack")
        (found,) = bear(agreement, agreement.terms["truce"], claim, (claim.speaker,), carrier)
        assert claim_from(claim_to(claim)) == claim
        weighed[claim.speaker.name] = (found.interest, found.level)
    assert weighed == {"military spokesman": ("side-untold", 0), "UN": ("disinterested", 1)}


def test_an_attack_that_is_called_a_breach_is_one_deed_of_whoever_broke_the_truce() -> None:
    text = "The attack on the patrol in Osk was a breach of the ceasefire by the Front."
    assert [p.id for p in one(text, "attack").actors] == ["front"]
    assert [c.act for c in claims(text)] == ["attack"]
    charged = claims("The Mission said the attack on Osk was a breach of the ceasefire.")
    assert {c.act for c in charged} == {"attack", "breach-ceasefire"}, "a charge that names nobody stays one"


def test_a_party_called_after_a_country_is_not_that_country() -> None:
    nepal = Agreement(
        id="nepal",
        title="Peace Accord",
        signed=date(2006, 11, 21),
        in_force=datetime(2006, 11, 21),
        timezone="UTC",
        actors={
            "government": Actor("government", "Government of Nepal", ("signatory",)),
            "maoists": Actor("maoists", "Maoists", ("signatory",)),
        },
        zones={},
        terms={},
    )
    text = "Maoists beat up a trader, says the Nepali Congress."
    found = read(Report("r.txt", "0", text, (), "txt", published=date(2007, 3, 1)), nepal).claims
    assert [c.speaker.actor for c in found if c.act == "attack"] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Karsia extended the moratorium on land sales in Osk by two years.",
        "Karsia extended the deadline for tax returns to 31 March.",
        "The Front's team scored with a late attack in the second half of the match in Osk.",
        "Velmar withdrew its advisory for travellers to Karsia.",
        "The Front left the government on Friday and quit the parliament.",
        "Karsia's king entered hospital in Osk.",
        "Velmar struck oil near Osk.",
        "Karsia deployed 400 teachers in Osk.",
    ],
)
def test_words_of_war_and_truce_in_peace(text: str) -> None:
    assert [c.act for c in claims(text)] == []


def test_an_order_in_a_headline_is_a_demand() -> None:
    text = '"Free the prisoners", bishop tells Front\n\nThe Front holds twelve men of Karsia in Osk.'
    told = [(c.modality, c.polarity) for c in claims(text) if c.act == "release"]
    assert told == [("requested", "affirmed")]
