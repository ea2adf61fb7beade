"""Sentences as bulletins of monitors and reports of pull-outs are written: who did it, is it done, or only said and due."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from servanda.agreement import loads
from servanda.agreement.model import Agreement
from servanda.reading import read
from servanda.reading.claim import Claim
from servanda.reports.building import Content, build
from servanda.reports.metadata import Metadata


@pytest.fixture(scope="module")
def agreement() -> Agreement:
    return loads(
        """
servanda: 1
id: bulletins
title: Bulletins
actors:
  army: {name: Army, aliases: [the government, government troops, the military], role: signatory}
  front: {name: Front, aliases: [rebels, Republic of Dolan], role: signatory}
  patron: {name: Norland, role: guarantor}
  mission: {name: Monitoring Mission, aliases: [monitors, the Mission], role: monitor}
zones: {keti: {name: Keti}, dolan: {name: Dolan}}
terms: {t: {norm: prohibition, bearer: [army, front], act: [attack, breach-ceasefire]}}
"""
    )


def claims(agreement: Agreement, text: str) -> list[Claim]:
    content = Content(text, Metadata(source="Agency", published=date(2021, 3, 20), language="en"))
    report = build("r.txt", hashlib.sha256(text.encode()).hexdigest(), "txt", content)
    return list(read(report, agreement).claims)


def told(agreement: Agreement, text: str, act: str) -> list[tuple[str, str, tuple[str | None, ...]]]:
    return [(c.modality, c.polarity, tuple(p.id for p in c.actors)) for c in claims(agreement, text) if c.act == act]


DONE, NOT_DONE = ("completed", "affirmed"), ("completed", "negated")


@pytest.mark.parametrize(
    ("text", "act", "expected"),
    [
        # what monitors observe they do not honour, nor break
        ("The Mission observed a small number of ceasefire violations near Keti.", "breach-ceasefire", [(*DONE, ())]),
        ("The Mission observed a small number of ceasefire violations near Keti.", "comply", []),
        ("The monitors observed no ceasefire violations.", "breach-ceasefire", [(*NOT_DONE, ())]),
        ("The Mission saw two howitzers of the Army in violation of the lines.", "breach-ceasefire", [(*DONE, ())]),
        # whose weapons were used
        ("Army posts were attacked using rockets near Keti.", "attack", [(*DONE, ()), (*DONE, ())]),
        ("Rebels fired at a post of the Army located near Keti using mortars.", "attack", [(*DONE, ("front",))]),
        # what took lives is an event, not the land in which it raged
        ("The truce is to end the unrest in Norland that has killed thousands.", "attack", [(*DONE, ())]),
        ("Talks stalled after an attack on an Army base that killed three soldiers.", "attack", [(*DONE, ())]),
        # not done yet
        ("Rebels committed themselves to withdraw their guns from Keti.", "withdraw", [("promised", "affirmed", ("front",))]),
        ("The Army gave the rebels 48 hours Sunday to complete the withdrawal from Keti.", "withdraw",
         [("possible", "affirmed", ("front",))]),
        ("The Army says it is on course to complete its withdrawal from Keti.", "withdraw", [("announced", "affirmed", ("army",))]),
        ("There was an ultimatum to the rebels to withdraw from Keti or be bombed.", "withdraw",
         [("requested", "affirmed", ("front",))]),
        ("There was an ultimatum to the rebels to withdraw from Keti or be bombed.", "attack", [("possible", "affirmed", ())]),
        ("'There is no question of us withdrawing from Keti,' an Army spokesman said.", "withdraw",
         [("refused", "affirmed", ("army",))]),
        ("Air strikes remain an option if rebels stay in Keti, the Army said.", "attack", [("possible", "affirmed", ())]),
        ("The Army moved guns to Keti in order to fire at rebels.", "attack", [("possible", "affirmed", ("army",))]),
        ("The monitors went to make sure that rebels had left Keti.", "withdraw", [("possible", "affirmed", ("front",))]),
        ("The general evaded questions as to whether his men shelled Keti.", "attack", [("unknown", "affirmed", (None,))]),
        ("If the Army's claims are true, rebels broke the truce on Monday.", "breach-ceasefire",
         [("possible", "affirmed", ("front",))]),
        # done
        ("Just before leaving Keti at noon, government troops blew up a depot.", "withdraw", [(*DONE, ("army",))]),
        ("Next, the Army carried out its prisoner exchange with the rebels.", "exchange-prisoners", [(*DONE, ("army",))]),
        ("The Mission has determined that rebels have met their commitments.", "comply", [(*DONE, ("front",))]),
        ("The process of withdrawing government troops from Keti has been completed.", "withdraw", [(*DONE, ("army",))]),
        ("The retreat of rebels from Keti now underway leaves much unsettled.", "withdraw", [("under-way", "affirmed", ("front",))]),
        ("While the Army \"adhered to it fully,\" rebels did not.", "comply",
         [("under-way", "affirmed", ("army",)), ("under-way", "negated", ("front",))]),
        ("There were no reports of people killed in Keti by rebels.", "attack", [("possible", "negated", ("front",))]),
        ("The Army reached an accord with the rebels to halt the shelling and withdraw its troops from Keti.", "withdraw",
         [("possible", "affirmed", ("army",))]),
        ("The truce calls for both sides to pull out of Keti, leaving security in the hands of monitors.", "withdraw",
         [("requested", "affirmed", ("army", "front"))]),
        ("It is not sure that government troops will stay out of Keti.", "remain", []),
        # names with hyphens, days without prepositions
        ("The government and Norland-backed rebels in the war-torn north exchanged 200 prisoners.", "exchange-prisoners",
         [(*DONE, ("army", "front"))]),
        ("Families wait for men held by the self-proclaimed \"Republic of Dolan\".", "detain",
         [("under-way", "affirmed", ("front",))]),
        ("The Army Sunday took the village of Keti from the rebels.", "capture", [(*DONE, ("army",))]),
        ("Rebels besieging Keti turned in more guns Monday.", "hand-over-weapons", [(*DONE, ("front",))]),
        # charges
        ("There were accusations by either side of truce violations near Keti.", "breach-ceasefire", [("alleged", "affirmed", ())]),
        ("The Army accused the rebels of conducting raids, targeting two villages.", "attack",
         [("alleged", "affirmed", ("front",))] * 2),
        ("The Army handed over to the rebels five men suspected of killing a nurse.", "attack", [("alleged", "affirmed", (None,))]),
        # words that tell something else
        ("The Army left a lot of rifles on the road to Keti.", "withdraw", []),
        ("Rebels left the town of Keti without electricity on Monday.", "withdraw", []),
        ("The truce was followed by peace talks between the Army and the rebels.", "comply", []),
        ("The photographs offered evidence that rebels had shelled Keti.", "agree", []),
        ("The Army insisted on Friday its withdrawal from Keti was going on.", "demand", []),
        ("The government refused to meet the rebels' conditions for a truce.", "suspend", []),
        ("The Army plans to keep 7,000 troops in each of the two towns, rebels said.", "remain",
         [("announced", "affirmed", ("army",))]),
        ("Rebels decided to call a truce on March 20.", "demand", []),
    ],
)  # fmt: skip
def test_who_did_it_and_is_it_done(
    agreement: Agreement, text: str, act: str, expected: list[tuple[str, str, tuple[str | None, ...]]]
) -> None:
    assert told(agreement, text, act) == expected


@pytest.mark.parametrize(
    ("text", "act", "expected"),
    [
        ("An estimated 800 rebels remain in Keti.", "remain", [None]),
        ("With Norland claiming that rebels have shelled Keti, the truce is in doubt.", "attack", ["patron"]),
        ("On Monday a paper was signed in Keti, according to which all rebels have to leave.", "withdraw", [None]),
        ("The Mission monitoring the cease-fire was pleased. The cease-fire also calls for rebels to leave Keti.", "withdraw", [None]),
        ("However, Norland's spokesman, General Tamaz Korani, said that rebels shelled Keti. Mr Korani said they had also shelled Dolan.",
         "attack", ["patron", "patron"]),
    ],
)  # fmt: skip
def test_whose_word_it_is(agreement: Agreement, text: str, act: str, expected: list[str | None]) -> None:
    assert [c.speaker.actor for c in claims(agreement, text) if c.act == act] == expected


def test_the_day_of_a_participle_is_its_own(agreement: Agreement) -> None:
    text = "Rebels broke a truce brokered in February. The Army is to leave Keti under a plan agreed last week by both."
    found = [(c.act, str(c.when.earliest)) for c in claims(agreement, text) if c.act in {"breach-ceasefire", "withdraw"}]
    assert found == [("breach-ceasefire", "None"), ("withdraw", "2021-03-20")]


def test_a_modal_before_a_bound_looks_ahead(agreement: Agreement) -> None:
    text = "Rebels must pull their guns out of areas near Keti by Friday under a truce brokered by Norland."
    assert [str(c.when.latest) for c in claims(agreement, text) if c.act == "withdraw"] == ["2021-03-26"]


def test_weapons_and_persons_are_no_places(agreement: Agreement) -> None:
    text = "According to Tamaz Kori, rebels used Grad rockets against an Army post."
    assert [c.zone_words for c in claims(agreement, text) if c.act == "attack"] == [None]
