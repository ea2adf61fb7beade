"""What people write wrongly in claims/*.yaml: each with its line and column, what is allowed, and all of it at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import SMALL

from servanda.agreement import loads
from servanda.case import ask, open_case, take_in
from servanda.errors import EvidenceError
from servanda.reading.hand import read_hand

HEAD = "claims:\n  - quote: They left.\n"


def wrong(tmp_path: Path, text: str | bytes) -> str:
    folder = tmp_path / "claims"
    folder.mkdir(exist_ok=True)
    (folder / "a.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(EvidenceError) as caught:
        read_hand(folder / "a.yaml", tmp_path, loads(SMALL))
    return str(caught.value)


@pytest.mark.parametrize(
    ("rest", "code", "place", "says"),
    [
        ("    act: withdrew\n", "E201", "3:10", "Did you mean withdraw?"),
        ("    act: [withdraw]\n", "E201", "3:10", "found a list of 1; allowed: a text"),
        ("    acts: withdraw\n", "E201", "3:5", "Did you mean act?"),
        ("    act: withdraw\n    zone: vally\n", "E202", "4:11", "Did you mean valley?"),
        ("    act: withdraw\n    actors: [gaurd]\n", "E202", "4:14", "Did you mean guard?"),
        ("    act: withdraw\n    target: councli\n", "E202", "4:13", "Did you mean council?"),
        ("    act: withdraw\n    when: 30.5.2024\n", "E201", "4:11", "Write 2024-05-30"),
        ("    act: withdraw\n    when: 2024-05-30T10:00\n", "E201", "4:11", "YYYY-MM-DD"),
        ("    act: withdraw\n    when: {form: 2024-05-30}\n", "E201", "4:12", "Did you mean from?"),
        ("    act: withdraw\n    when: {from: 2024-05-30, to: 2024-05-03}\n", "E201", "4:34", "Swap them"),
        ("    act: withdraw\n    when: {}\n", "E201", "4:11", "{from: DAY, to: DAY}"),
        ("    act: withdraw\n    when: 2024-06-30\n    published: 2024-06-01\n", "E201", "4:11", "modality: announced"),
        ("    act: withdraw\n    said: 2024-06-02\n    published: 2024-06-01\n", "E201", "5:16", "Swap them"),
        ("    act: withdraw\n    published: yesterday\n", "E201", "4:16", "a day is written YYYY-MM-DD"),
        ("    act: withdraw\n    polarity: no\n", "E201", "4:15", "allowed: affirmed, negated"),
        ("    act: withdraw\n    modality: done\n", "E201", "4:15", "completed"),
        ("    act: withdraw\n    speaker: A. Resident\n", "E201", "4:14", "a mapping with name, actor, kind"),
        ("    act: withdraw\n    speaker: {kind: official}\n", "E201", "4:21", "named-official"),
        ("    act: withdraw\n    quantity: 12\n", "E201", "4:15", "a mapping with what, low"),
        ("    act: withdraw\n    quantity: {low: 12, high: 10}\n", "E201", "4:31", "Swap them"),
        ("    act: withdraw\n    quantity: {what: troops}\n", "E201", "4:15", "without a number"),
        ("    act: withdraw\n    quantity: {share: 60}\n", "E201", "4:23", "0.6"),
        ("    act: withdraw\n    new_due: 2024-07-01\n", "E201", "4:14", "goes with extend-deadline"),
        ("    act: attack\n    kind: artilery\n", "E201", "4:11", "Allowed: air-strike"),
        ("    act: withdraw\n    act: enter\n", "E201", "4:5", "stands twice"),
        ("\tact: withdraw\n", "E201", "3:1", "tab"),
        ("    act: &a withdraw\n", "E201", "3:10", "anchors"),
        ("    act: withdraw\n    extent: null\n", "E201", "4:13", "allowed: all, part, unknown"),
        ("    act: withdraw\n    actors: {guard: yes}\n", "E201", "4:13", "a list"),
    ],
)
def test_each_is_named_with_its_place(tmp_path: Path, rest: str, code: str, place: str, says: str) -> None:
    told = wrong(tmp_path, HEAD + rest)
    assert f"[{code}] claims/a.yaml:{place}: " in told
    assert says in told
    assert "pydantic" not in told and "Input should" not in told


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        ("", "claims/a.yaml: the file is empty. Write claims:"),
        ("claims:\n", "claims/a.yaml:1:1: claims: found nothing; allowed: a list"),
        ("clams: []\n", "claims/a.yaml:1:1: found the unknown key 'clams' in the file. Did you mean claims?"),
        ("claims: [a]\n", "claims/a.yaml:1:10: claims[1]: found 'a'"),
        (HEAD.encode("utf-16"), "claims/a.yaml:1:1: the file is UTF-16. Save it as UTF-8"),
        (HEAD.encode() + b"    act: with\xe9\n", "claims/a.yaml:3:14: the bytes here are not UTF-8"),
        ("claims: " + "[" * 200, "nested more than 60 deep"),
        ("claims:\n" + "  - {quote: x, act: withdraw}\n" * 100_000, "at most 2,000,000 are read"),
        ("a: &a [x,x]\nb: &b [*a,*a]\n", "anchors and aliases"),
    ],
)
def test_a_file_that_is_none(tmp_path: Path, raw: str | bytes, says: str) -> None:
    assert says in wrong(tmp_path, raw)


def test_all_errors_of_all_claims_come_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    told = wrong(
        tmp_path,
        "- {quote: a, act: withdraw, zone: hill}\n- {quote: b}\n- {quote: c, act: go, speaker: {actor: nobody}}\n- 5\n",
    )
    places = [line.split("claims/a.yaml:")[1].split(": ")[0] for line in told.splitlines()]
    assert places == ["1:35", "2:3", "3:19", "3:40", "4:3"]


@pytest.mark.parametrize(
    "raw", [HEAD.encode() + b"    act: withdraw\n", b"\xef\xbb\xbf" + HEAD.encode() + b"    act: withdraw\n"]
)
def test_a_byte_order_mark_and_other_line_ends_are_no_fault(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "claims").mkdir()
    for text in (raw, raw.replace(b"\n", b"\r\n")):
        (tmp_path / "claims" / "a.yaml").write_bytes(text)
        assert len(read_hand(tmp_path / "claims" / "a.yaml", tmp_path, loads(SMALL)).items) == 1


def test_words_that_look_like_numbers_stay_words(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "a.yaml").write_text(
        "- {quote: 1960, act: withdraw, language: no, actors: guard, source: 24.com}\n", encoding="utf-8"
    )
    ((report, claim),) = read_hand(tmp_path / "claims" / "a.yaml", tmp_path, loads(SMALL)).items
    assert (claim.quote, report.language, report.source) == ("1960", "no", "24.com")
    assert [a.id for a in claim.actors] == ["guard"]


def test_a_claims_file_is_read_once_the_agreement_is_mended(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    (tmp_path / "agreement.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "claims" / "a.yaml").write_text("- {quote: left, act: withdraw, actors: guard, zone: hill}\n", encoding="utf-8")

    def run() -> list[str]:
        case = open_case(tmp_path)
        with case.ledger() as ledger:
            taken = take_in(case, ledger)
        assert [u.path for u in ask(case).document.unread] == [p for p, _ in taken.unread]
        return [*taken.read, *(why[:6] for _, why in taken.unread)]

    assert run() == ["claims/a.yaml", "[E202]"]
    assert run() == ["[E202]"]
    (tmp_path / "agreement.yaml").write_text(SMALL.replace("zones:\n", "zones:\n  hill: {name: Hill}\n"), encoding="utf-8")
    assert run() == ["claims/a.yaml"]
    assert len(ask(open_case(tmp_path)).evidence.testimonies) == 1
    (tmp_path / "agreement.yaml").write_text(SMALL, encoding="utf-8")
    assert run() == ["claims/a.yaml", "[E202]"]
    assert not ask(open_case(tmp_path)).evidence.testimonies
