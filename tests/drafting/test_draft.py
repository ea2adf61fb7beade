"""Drafting: a draft loads, quotes word for word, marks its guesses and loses no promise."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servanda.agreement import loads
from servanda.drafting import draft

STATEMENT = """\
Statement of the Government of Norland and the Southern Front, signed at Port Vale on 3 March 2031

1. The parties shall cease all hostilities from midnight on 5 March 2031.
2. The Southern Front shall withdraw its forces from the Tala district by 20 March 2031.
3. Norland undertakes to release all prisoners within 30 days of the signing of this agreement.
4. Neither side shall lay mines in the Mera valley.
5. A joint commission will be set up. Fishing rights remain as they are.
"""


def test_a_statement_becomes_terms() -> None:
    got = loads(draft(STATEMENT))
    assert got.signed == date(2031, 3, 3)
    assert {a.name for a in got.actors.values()} == {"Government of Norland", "Southern Front"}
    terms = {t.article: t for t in got.terms.values()}
    assert (terms["1"].norm, terms["1"].act, set(terms["1"].bearer)) == ("prohibition", ("attack",), set(got.actors))
    assert (terms["2"].norm, terms["2"].act, terms["2"].bearer) == ("obligation", ("withdraw",), ("southern-front",))
    assert terms["2"].due is not None and terms["2"].due.day == date(2031, 3, 20)
    assert terms["3"].due is not None and terms["3"].due.within is not None and terms["3"].due.within.days == 30
    assert (terms["4"].norm, terms["4"].act) == ("prohibition", ("lay-mines",))


def test_words_are_quoted_and_nothing_promised_is_lost() -> None:
    got = loads(draft(STATEMENT))
    said = [t.says for t in got.terms.values()] + [u.says for u in got.unmodelled]
    plain = " ".join(STATEMENT.split())
    assert all(s and s in plain for s in said)
    for promise in ("cease all hostilities", "withdraw its forces", "release all prisoners", "lay mines", "joint commission"):
        assert any(s and promise in s for s in said), promise


VALLEY = """\
Agreement on the Green Valley

Signed at Port Azure on 3 March 2023

1. The parties shall observe a full ceasefire in the Green Valley from 00:00 on 5 March 2023.
2. The Valley Front shall withdraw its heavy weapons 30 km from the line of contact within 14 days of the signing of \
this Agreement. The deadline may be extended by the Government of Norland.
3. The Government of Norland shall release all prisoners no later than 1 April 2023. This period may be prolonged by \
mutual agreement.
4. A mission of the Regional Union shall verify the withdrawal.
5. Both sides guarantee safe access along the Azure road.
6. This Agreement is concluded for two years.
"""


def test_powers_are_read_and_what_is_verified_is_no_second_duty() -> None:
    got = loads(draft(VALLEY))
    terms = {t.article: t for t in got.terms.values()}
    assert got.title == "Agreement on the Green Valley"
    assert {a.name for a in got.actors.values()} == {"Government of Norland", "Valley Front", "Regional Union"}
    assert (terms["1"].norm, terms["1"].act) == ("prohibition", ("attack",))
    assert terms["1"].from_ == date(2023, 3, 5)
    power = terms["2"].may_extend
    assert power is not None and (power.mode, power.holders) == ("any", ("government-of-norland",))
    power = terms["3"].may_extend
    assert power is not None and power.mode == "all" and set(power.holders) == {"government-of-norland", "valley-front"}
    assert terms["1"].may_extend is None
    assert [t.act for t in got.terms.values() if t.article == "4"] == [("verify",)]
    assert set(got.zones) == {"green-valley", "azure-road"}
    assert (terms["5"].act, set(terms["5"].bearer)) == (("allow-passage",), {"valley-front", "government-of-norland"})
    assert terms["4"].bearer == ("regional-union",) and got.actors["regional-union"].roles == ("monitor",)
    assert terms["2"].verifier == "regional-union"


def test_articles_that_no_field_holds_are_quoted() -> None:
    left = {u.article: u.says for u in loads(draft(VALLEY)).unmodelled}
    assert left["6"] == "This Agreement is concluded for two years."


def test_guesses_are_marked() -> None:
    text = draft("The road to Tala must be opened before 1 April 2031.")
    assert "# check: the text does not name who owes this" in text
    assert "# check: the text tells no day of signing" in text


@pytest.mark.parametrize(
    "text", ["", "hello", "x: {y}\n- shall # not: 'a'", 'Zed shall leave "Foo" by 31 February.', "Статья 1. Стороны."]
)
def test_any_text_gives_a_draft_that_loads(text: str) -> None:
    assert loads(draft(text)).terms


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from([*STATEMENT.splitlines(), "- key: [value", '"quoted" shall: #', "Article 7. X must leave Y.", ""]),
        max_size=6,
    )
)
def test_lines_in_any_order_give_a_draft_that_loads(lines: list[str]) -> None:
    assert loads(draft("\n".join(lines))).terms


def test_a_title_of_many_words_in_capitals_holds_nothing_up() -> None:
    who = "THE SUPREME PROVISIONAL COUNCIL OF THE UNITED FREE HILL COUNTIES OF UPPER AND LOWER ORR IN THE WEST"
    text = f"AGREEMENT ON A TRUCE BETWEEN {who} AND THE SONS OF TEL\n\nThe JMC shall watch.\n\n1. The SOT shall leave Orr.\n"
    started = process_time()
    loads(draft(text))
    assert process_time() - started < 20


def test_the_beginning_of_the_whole_is_a_time_and_no_condition() -> None:
    text = STATEMENT + "6. Upon the commencement of the cessation of hostilities, Norland shall leave the Tala district.\n"
    (leaves,) = [t for t in loads(draft(text)).terms.values() if t.article == "6"]
    assert (leaves.act, leaves.bearer, leaves.when) == (("withdraw",), ("government-of-norland",), None)
