"""What the terms of a text hold, what is only judged, tasks, wars of years, and what was handed over, on which day."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.claims import claims_in

from servanda.reading.claim import Claim

AGREEMENT = """
servanda: 1
id: x
title: x
actors:
  army: {name: Boran army, aliases: [army], role: signatory}
  front: {name: Kest Front, aliases: [Front], role: signatory}
  mission: {name: Joint Watch, aliases: [the monitors], role: monitor}
zones:
  kest: {name: Kest}
  tol: {name: Tol}
terms:
  t: {norm: obligation, bearer: [front], act: hand-over-weapons}
"""


def claims_of(text: str, act: str) -> list[Claim]:
    return [c for c in claims_in(text, AGREEMENT, date(2024, 3, 15), "On the Boran army") if c.act == act]


@pytest.mark.parametrize(
    ("text", "act", "modality"),
    [
        ("The terms of the deal include disarming the Front, opening roads and freeing captives.", "disarm", "possible"),
        ("The terms of the deal include disarming the Front, opening roads and freeing captives.", "open-route", "possible"),
        ("The withdrawal of the army from Kest is seen as crucial to the deal.", "withdraw", "possible"),
        ("The army's operation included shelling Kest.", "attack", "completed"),
        ("The panel is charged with verifying the withdrawal from Kest.", "verify", "required"),
    ],
)
def test_what_a_text_holds_or_somebody_judges_is_not_done(text: str, act: str, modality: str) -> None:
    assert [c.modality for c in claims_of(text, act)] == [modality]


@pytest.mark.parametrize("text", ["The Joint Watch, charged with monitoring the truce, said the army had left Kest."])
def test_a_task_is_no_charge(text: str) -> None:
    assert not claims_of(text, "accuse")
    assert [c.speaker.actor for c in claims_of(text, "withdraw")] == ["mission"]


def test_a_war_of_years_is_no_attack() -> None:
    """It tells of the conflict, and of no day on which fire was opened."""
    text = "The Front, which fought a ten-year war against the army, began handing over its rifles on Tuesday."
    assert not claims_of(text, "attack")
    assert [c.when.earliest for c in claims_of(text, "hand-over-weapons")] == [date(2024, 3, 12)]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The Front gave up its rifles under the accord, which was signed on March 2.", "hand-over-weapons"),
        ("The Front, which shelled Kest, gave up its rifles on Tuesday.", "attack"),
    ],
)
def test_a_clause_about_a_thing_has_days_of_its_own(text: str, act: str) -> None:
    assert [c.when.earliest for c in claims_of(text, act)] == [None]


def test_the_handover_is_of_what_was_told_to_be_given_up() -> None:
    """And those whose teams look on handed nothing over."""
    text = (
        "The Front gave up its tanks in Kest on Tuesday.\n\n"
        "The handover took place in the presence of observers and teams from both sides."
    )
    assert not claims_of(text, "hand-over")
    again = claims_of(text, "hand-over-weapons")[-1]
    assert again.quote.startswith("The handover") and {p.id for p in again.actors} <= {"front"}


def test_who_confirms_a_receipt_tells_of_the_handover() -> None:
    (found,) = claims_of("The Boran army confirmed the receipt of 30 rifles from the Front.", "hand-over-weapons")
    assert (found.modality, found.speaker.actor) == ("completed", "army")


def test_the_quote_of_a_joined_act_begins_with_its_own_words() -> None:
    text = "The deal provides for the withdrawal of tanks and mine clearance."
    assert [c.quote for c in claims_of(text, "demine")] == ["mine clearance"]


@pytest.mark.parametrize(
    ("text", "act", "who"),
    [
        ("The Joint Watch called out the army and the Front for shelling Kest.", "attack", ["army", "front"]),
        ("The Joint Watch rebuked the Front for shelling Kest.", "attack", ["front"]),
        ("The army attacked the Front for breaking the truce.", "breach-ceasefire", ["front"]),
        ("The truce was extended by five days by the army and the Front.", "extend-deadline", ["army", "front"]),
        ("The Boran Army (BA) and the Kest Front (KF) agreed to extend the truce.", "extend-deadline", ["army", "front"]),
        ("The army and the Front signed an extension to the truce.", "extend-deadline", ["army", "front"]),
        ("A five-day extension of the truce was announced by the Joint Watch.", "extend-deadline", []),
        ("A five-day extension of the truce was announced by the army.", "extend-deadline", ["army"]),
        ("The talks came as the Front was under pressure to leave Kest.", "withdraw", ["front"]),
        ("Fighting broke out between the army, led by General Tam, and the Front.", "attack", ["army", "front"]),
        ("The army is still inside the school in Kest.", "remain", ["army"]),
    ],
)
def test_whose_it_is(text: str, act: str, who: list[str]) -> None:
    assert [sorted(p.label for p in c.actors) for c in claims_of(text, act)] == [who]


def test_who_calls_another_out_is_the_speaker() -> None:
    (found,) = claims_of("The Joint Watch called out the Front for shelling Kest.", "attack")
    assert found.speaker.actor == "mission"


def test_what_could_be_heard_was_heard() -> None:
    assert [c.modality for c in claims_of("Residents said they could hear shelling in Kest.", "attack")] == ["completed"]


def test_sides_that_battle_for_a_country_attack_nobody_by_that() -> None:
    assert not claims_of("The two sides battling to rule the country met in Tol on Monday.", "attack")


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The army failed to meet the deadline for leaving Kest.", "negated"),
        ("The army met the deadline for leaving Kest.", "affirmed"),
        ("The Front spoke of the army's failure to meet the deadline for leaving Kest.", "negated"),
        ("The army let the deadline pass without leaving Kest.", "negated"),
        ("The Front blamed the army for the delay in leaving Kest.", "negated"),
    ],
)
def test_deadlines_met_missed_and_let_pass(text: str, polarity: str) -> None:
    (found,) = claims_of(text, "withdraw")
    assert (found.polarity, [p.id for p in found.actors]) == (polarity, ["army"])
    assert not claims_of(text, "allow-passage")


def test_the_period_that_a_text_gives_moves_no_date() -> None:
    assert not claims_of("The accord gave the army 60 days to leave Kest.", "extend-deadline")
    assert claims_of("The Front gave the army ten more days to leave Kest.", "extend-deadline")


def test_who_demands_that_another_leaves_does_not_leave() -> None:
    assert [p.id for p in claims_of("The army met the Front's demand to leave Kest.", "withdraw")[0].actors] == ["army"]
    assert not claims_of("The Front's demand to leave Kest was repeated.", "withdraw")[0].actors


def test_the_military_is_an_it() -> None:
    text = "The Joint Watch gave a statement. Boran's army said it fired warning shots and detained two men in Kest."
    assert [p.id for c in claims_of(text, "detain") for p in c.actors] == ["army"]


def test_what_follows_a_promise_is_promised() -> None:
    text = "The sides agreed to pull back from Tol, followed by a withdrawal from Kest."
    assert [c.modality for c in claims_of(text, "withdraw")] == ["promised", "promised"]


def test_what_somebody_is_able_to_do_is_not_done() -> None:
    assert [c.modality for c in claims_of("The Joint Watch is able to verify the withdrawal.", "verify")] == ["possible"]
    assert [c.modality for c in claims_of("The Joint Watch was able to visit Kest.", "verify")] == ["completed"]


def test_whoever_takes_another_to_task_did_not_do_it() -> None:
    text = "The Joint Watch took the Front to task for shelling Kest."
    assert [[p.id for p in c.actors] for c in claims_of(text, "attack")] == [["front"]]
    assert not claims_of(text, "capture")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("When the army shells Kest, people flee.", "possible"),
        ("People fled when the army shelled Kest.", "completed"),
    ],
)
def test_what_happens_at_such_times_did_not_happen_once(text: str, modality: str) -> None:
    assert [c.modality for c in claims_of(text, "attack")] == [modality]


def test_what_goes_on_beside_an_announcement_the_narrator_tells() -> None:
    """Else a monitor would seem to have found it."""
    text = "The Joint Watch announced that the truce was extended until May 1, as the army let the deadline pass without leaving Kest."
    assert [c.speaker.kind for c in claims_of(text, "withdraw")] == ["outlet"]
    assert [c.speaker.actor for c in claims_of("The Joint Watch said the army had left Kest, as agreed.", "withdraw")] == [
        "mission"
    ]


def test_what_something_is_done_to_prevent_is_not_told_to_have_stayed_away() -> None:
    assert [c.modality for c in claims_of("The two sides met in Tol to prevent attacks.", "attack")] == ["possible"]
    assert [c.modality for c in claims_of("The truce prevented attacks in Tol.", "attack")] == ["completed"]


def test_whoever_wasted_no_time_did_it() -> None:
    assert [c.polarity for c in claims_of("The Front wasted no time resuming its attacks on Kest.", "attack")] == ["affirmed"]


def test_what_is_renounced_is_given_up() -> None:
    told = [(c.modality, c.polarity) for c in claims_of("The Front pledged to renounce attacks on convoys.", "attack")]
    assert told == [("promised", "negated")]


def test_a_dispute_over_a_handover_is_not_a_handover_that_is_over() -> None:
    assert [c.modality for c in claims_of("The Front broke the deal over the handover of rifles.", "hand-over-weapons")] in (
        [],
        ["possible"],
    )


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The army threatened to keep Kest closed.", "announced"),
        ("The army kept Kest closed for a week.", "completed"),
    ],
)
def test_a_threat_to_keep_a_place_closed_closes_nothing(text: str, modality: str) -> None:
    assert [c.modality for c in claims_of(text, "block-route")] == [modality]


def test_through_a_day_looks_ahead() -> None:
    (found,) = claims_of(
        "The army announced on Thursday that the road to Kest would remain closed through Sunday.", "block-route"
    )
    assert found.when.latest == date(2024, 3, 17)


def test_who_received_a_day_before_is_who_speaks_now() -> None:
    (found,) = claims_of("A day after receiving all captives, the army announced that talks would go on.", "release")
    assert found.target is not None and found.target.id == "army"


@pytest.mark.parametrize(
    ("text", "act", "modality"),
    [
        (
            "The sides would begin work on the road, including clearing mines and withdrawing men from Kest.",
            "withdraw",
            "possible",
        ),
        ("An agreement has been reached to release the captives.", "release", "promised"),
        ("The main stretch of the road to Kest has been reopened.", "open-route", "completed"),
    ],
)
def test_what_is_as_real_as_what_it_stands_beside(text: str, act: str, modality: str) -> None:
    assert [c.modality for c in claims_of(text, act)] == [modality]


DENIALS = [
    "The Front denied the accusations of the Boran army on shelling Kest.",
    "The Front rejects the army's allegations about opening fire near Kest.",
    "The statement of the Boran army according to which the Front shelled Kest has nothing to do with reality, the Front said.",
    "The report of the Boran army, according to which the Front shelled Kest, is completely false, the Front said.",
    "The claim of the Boran army that the Front shelled Kest does not correspond to reality, the Front said.",
    "The army's report on the shelling of Kest by the Front is another lie, the Front said.",
    "The Front rejected accusations it had shelled Kest.",
    "The Front dismissed as absurd the accusations that it had shelled Kest.",
]


@pytest.mark.parametrize("text", DENIALS)
def test_a_denial_admits_nothing(text: str) -> None:
    told = [(c.modality, [p.id for p in c.actors], c.speaker.actor) for c in claims_of(text, "attack")]
    assert told == [("denied", ["front"], "front")]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("There were reports the Front had shelled Kest.", "alleged"),
        ("The army would not confirm that the Front had shelled Kest.", "unknown"),
    ],
)
def test_what_is_only_told_or_not_confirmed_is_not_done(text: str, modality: str) -> None:
    assert [c.modality for c in claims_of(text, "attack")] == [modality]


def test_a_statement_according_to_which_is_its_authors() -> None:
    """Whoever passes it on admits nothing by that."""
    text = "The Boran army issued a statement according to which the Front shelled Kest on Monday, the Front's press service reported."
    told = [(c.modality, [p.id for p in c.actors], c.speaker.actor) for c in claims_of(text, "attack")]
    assert told == [("completed", ["front"], "army")]


def test_a_meeting_held_holds_nobody() -> None:
    assert not claims_of("They spoke after the meeting of the two sides' leaders held in Tol.", "detain")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Rumours spread that the Front had left Kest.", "alleged"),
        ("The Front wrongly claimed that its men had left Kest.", "alleged"),
        ("The day the army leaves Kest, talks will resume.", "possible"),
    ],
)
def test_rumours_errors_and_days_to_come(text: str, modality: str) -> None:
    assert [c.modality for c in claims_of(text, "withdraw")] == [modality]


def test_who_accuses_it_is_not_it() -> None:
    told = [
        (c.modality, [p.id for p in c.actors])
        for c in claims_of("The Front said the army had accused it of shelling Kest.", "attack")
    ]
    assert told == [("alleged", ["front"])]


def test_what_another_does_beside_an_announcement_is_not_the_announcers_word() -> None:
    text = "The army announced that it had agreed to more talks, as Kest Front fighters let the deadline pass without leaving Kest."
    assert [c.speaker.kind for c in claims_of(text, "withdraw")] == ["outlet"]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The Front was summoned after reports it had shelled Kest.", "alleged"),
        ("There is no proof the Front shelled Kest.", "possible"),
        ("If, as the army says, the Front shelled Kest, the talks are over.", "possible"),
        ("The Joint Watch cleared the Front of having shelled Kest.", "denied"),
    ],
)
def test_reports_proofs_and_verdicts(text: str, modality: str) -> None:
    told = [(c.modality, "mission" in [p.id for p in c.actors]) for c in claims_of(text, "attack")]
    assert told == [(modality, False)]
