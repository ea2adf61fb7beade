"""Bad agreement files: code, line and column, what was found, what is allowed, what to write."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from servanda.agreement import load, loads
from servanda.agreement.codes import CODES, section
from servanda.errors import AgreementError, AgreementErrors

_SPEC = importlib.util.spec_from_file_location("samples", Path(__file__).with_name("samples.py"))
assert _SPEC and _SPEC.loader
samples = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(samples)
GOOD, with_, term = samples.GOOD, samples.with_, samples.term
OWES = "norm: obligation, bearer: guard, act: withdraw"


def errors(text: str) -> tuple[AgreementError, ...]:
    with pytest.raises(AgreementErrors) as caught:
        loads(text)
    return caught.value.errors


def only(text: str) -> AgreementError:
    found = errors(text)
    assert len(found) == 1, [str(e) for e in found]
    return found[0]


CASES = [
    # the form of the file
    ("", "A104", None, ["empty", "servanda: 1"]),
    ("# nothing but a comment\n", "A104", None, ["empty"]),
    ("- a\n- b\n", "A111", (1, 1), ["a list of 2", "Write servanda: 1"]),
    ("just words\n", "A111", (1, 1), ["just words"]),
    (GOOD + "terms: {}\n", "A105", (32, 1), ["'terms' stands twice", "line 14"]),
    (with_("title: Valley agreement", "title: Valley: agreement"), "A103", (3, 14), ["quoted"]),
    (with_("  crown: {name: The Crown", "\tcrown: {name: The Crown"), "A106", (8, 1), ["tab", "two spaces"]),
    (with_("role: monitor", "role: &r monitor"), "A102", (10, 41), ["refused", "Write the value out"]),
    (with_("role: monitor", "role: *r"), "A102", (10, 41), ["refused"]),
    (with_("role: monitor", "role: !x monitor"), "A102", (10, 41), ["tags", "!x"]),
    ("%YAML 1.1\n---\n" + GOOD, "A103", (1, 1), ["1.2"]),
    (GOOD + "---\na: 1\n", "A103", (32, 1), ["second document"]),
    ("a: " + "[" * 80, "A101", (1, 63), ["deep"]),
    (with_("role: monitor", "role: 'monitor"), "A103", (32, 1), ["quotation mark"]),
    (with_("servanda: 1", "servanda: 2"), "A107", (1, 11), ["version 2", "Write servanda: 1"]),
    (with_("role: monitor", "<<: {role: monitor}"), "A102", (10, 35), ["merge keys"]),
    # keys
    (with_("    toward: crown", "    towards: crown"), "A108", (18, 5), ["'towards'", "Did you mean toward?", "norm"]),
    (GOOD + "zoens: {}\n", "A108", (32, 1), ["'zoens'", "Did you mean zones?"]),
    (with_("role: monitor", "rôle: monitor"), "A108", (10, 35), ["Did you mean role?", "aliases"]),
    (with_("{by: 2024-06-01}", "{on: 2024-06-01}"), "A108", (21, 11), ["by, before"]),
    (with_("id: valley\n", ""), "A109", (1, 1), ["id is missing", "Write id:"]),
    (with_("name: The Crown, ", ""), "A109", (8, 3), ["actors.crown.name", "Write name:"]),
    (term("norm: obligation, act: withdraw"), "A109", (32, 10), ["extra has no bearer", "Write bearer:"]),
    (term("bearer: guard, act: withdraw"), "A109", (32, 10), ["no norm", "Write norm: obligation"]),
    (term("norm: obligation, bearer: guard"), "A109", (32, 10), ["no act"]),
    (GOOD[: GOOD.index("terms:")] + "terms: {}\n", "A109", (14, 8), ["terms is empty"]),
    # values
    (with_("    norm: prohibition", "    norm: prohibtion"), "A110", (24, 11), ["'prohibtion'", "mean prohibition?"]),
    (with_("role: monitor", "role: watcher"), "A110", (10, 41), ["signatory, bound, guarantor", "Write role:"]),
    (with_("role: monitor", "role: [monitor, guarantr]"), "A110", (10, 51), ["Did you mean guarantor?"]),
    (with_("{by: 2024-06-01}", "2024-06-01"), "A111", (21, 10), ["Write {by: 2024-06-01}", "{before: 2024-06-01}"]),
    (with_("{by: 2024-06-01}", "1 June 2024"), "A111", (21, 10), ["Write {by: 2024-06-01}"]),
    (with_("{by: 2024-06-01}", "{by: 2024-06-01, before: 2024-06-02}"), "A111", (21, 10), ["by, before"]),
    (with_("{by: 2024-06-01}", "{within: P60D}"), "A111", (21, 10), ["needs of:", "{within: P60D, of: in-force}"]),
    (with_("{by: 2024-06-01}", "{by: 2024-06-01, base_day: included}"), "A111", (21, 10), ["within"]),
    (with_("[crown]\n", "{any: crown, all: guard}\n"), "A111", (22, 17), ["{any: [a, b]}"]),
    (term("norm: obligation, bearer: {jointly: [guard]}, act: withdraw"), "A111", (32, 47), ["at least 2"]),
    (with_("title: Valley agreement", "title: [a]"), "A111", (3, 8), ["a list of 1", "a text"]),
    (with_("  mission: {name: Valley Mission, role: monitor}", "  mission: monitors"), "A111", (10, 12), ["mapping"]),
    (term(f"{OWES}, level: 7"), "A111", (32, 66), ["the number 7", "3"]),
    (with_("{at_most: 100}", "{at_most: many}"), "A111", (31, 34), ["'many'", "a number"]),
    (with_("{at_most: 100}", "{at_most: -1}"), "A111", (31, 34), ["-1"]),
    (with_("Europe/Moscow", "Europe/Moskow"), "A112", (6, 11), ["Did you mean Europe/Moscow?"]),
    (with_("Europe/Moscow", "../../etc/passwd"), "A112", (6, 11), ["no such time zone"]),
    (with_("  mission: {name", "  The Crown: {name").replace("mission", "guard"), "A123", (10, 3), ["Write the-crown"]),
    # days and periods
    (with_("2024-05-01", "15.11.2020"), "A122", (4, 9), ["'15.11.2020'", "Write 2020-11-15"]),
    (with_("2024-05-01", "11/05/2020"), "A122", (4, 9), ["2020-05-11 or 2020-11-05"]),
    (with_("2024-05-01", "November 15, 2020"), "A122", (4, 9), ["Write 2020-11-15"]),
    (with_("2024-05-01", "20201115"), "A122", (4, 9), ["Write 2020-11-15"]),
    (with_("2024-05-01", "2020-W46-7"), "A122", (4, 9), ["YYYY-MM-DD"]),
    (with_("2024-05-01", "soon"), "A122", (4, 9), ["YYYY-MM-DD"]),
    (with_("2024-06-01", "2023-02-29"), "A122", (21, 15), ["no such day", "2023-02-28"]),
    (with_("2024-06-01", "2024-13-01"), "A122", (21, 15), ["months are 01 to 12"]),
    (with_("in_force: 2024-05-02", "in_force: 2024-05-02T25:00:00"), "A122", (5, 11), ["no such moment"]),
    (with_("{by: 2024-06-01}", "{within: 60 days, of: signed}"), "A122", (21, 19), ["Write P60D"]),
    (term("norm: maintenance, bearer: guard, act: deploy, every: P0D"), "A122", (32, 65), ["longer than nothing"]),
    (with_("in_force: 2024-05-02", "in_force: 2024-04-02"), "A115", (5, 11), ["before signed 2024-05-01"]),
    (GOOD + "expires: 2024-01-01\n", "A115", (32, 10), ["before"]),
    (term(f"{OWES}, from: 2024-07-01, until: 2024-06-01"), "A115", (32, 84), ["Swap"]),
    # geometry
    (with_("{name: Long Valley}", "{name: V, geometry: {point: [200, 10]}}"), "A113", (12, 31), ["not on the earth"]),
    (with_("{name: Long Valley}", "{name: V, geometry: {point: [40, 146]}}"), "A113", (12, 31), ["mean [146, 40]"]),
    (with_("{name: Long Valley}", "{name: V, geometry: {type: Blob, coordinates: [1, 2]}}"), "A113", (12, 31), ["Point"]),
    (
        with_("{name: Long Valley}", "{name: V, geometry: {type: Polygon, coordinates: [[[1, 2], [2, 2], [2, 3]]]}}"),
        "A113",
        (12, 31),
        ["end where it begins"],
    ),
    (with_("{name: Long Valley}", "{name: V, geometry: {radius_km: 3}}"), "A109", (12, 21), ["point"]),
    (with_("{name: Long Valley}", "{name: V, geometry: {point: [1]}}"), "A111", (12, 39), ["at least 2"]),
    # ids
    (with_("    toward: crown", "    toward: crwon"), "A114", (18, 13), ["'crwon'", "Did you mean crown?"]),
    (with_("[crown, guard]", "[crown, gaurd]"), "A114", (25, 21), ["Did you mean guard?", "crown, guard, mission"]),
    (with_("[crown]\n", "{all: [crown, nobody]}\n"), "A114", (22, 31), ["no actor 'nobody'"]),
    (with_("zone: valley", "zone: valey"), "A114", (20, 11), ["Did you mean valley?"]),
    (with_("within: valley", "within: hills"), "A114", (13, 34), ["no zone 'hills'"]),
    (with_("role: monitor", "under: crwon"), "A114", (10, 42), ["Did you mean crown?"]),
    (with_("role: monitor", "under: {actor: crown, contested_by: x}"), "A114", (10, 71), ["no actor 'x'"]),
    (term(f"{OWES}, after: [leaf]"), "A114", (32, 67), ["Did you mean leave?"]),
    (term(f"{OWES}, verifier: un"), "A114", (32, 69), ["no actor"]),
    (term(f"{OWES}, except: {{zones: x}}"), "A114", (32, 75), ["no zone"]),
    (GOOD + "texts: {t: {terms: {leav: {zone: bridge}}}}\n", "A114", (32, 27), ["Did you mean leave?"]),
    (GOOD + "texts: {t: {terms: {leave: {zone: bridg}}}}\n", "A114", (32, 35), ["Did you mean bridge?"]),
    (GOOD + "unmodelled: [{says: x, concerns: [leav]}]\n", "A114", (32, 35), ["Did you mean leave?"]),
    (term("norm: obligation, bearer: [guard, guard], act: withdraw"), "A124", (32, 45), ["twice"]),
    (with_("[guardsmen]", "[the  crown]"), "A125", (9, 55), ["a name of crown too", "Leave it with one"]),
    (with_("{name: Bridge,", "{name: LONG Valley,"), "A125", (13, 18), ["a name of valley too"]),
    (with_("[guardsmen]", "\"Guards; Sentries\""), "A111", (9, 54), ["Write [Guards, Sentries]"]),
    (with_("[guardsmen]", "[' ']"), "A111", (9, 55), ["no words"]),
    (term(f"{OWES}, level: true"), "A111", (32, 66), ["true", "a number"]),
    (term(f"{OWES}, every: monthly"), "A122", (32, 66), ["Write P1M"]),
    (with_("{by: 2024-06-01}", "{within: 72 hours, of: signed}"), "A122", (21, 19), ["Write P3D".replace("Write", "write")]),
    (with_("{by: 2024-06-01}", "{within: 60, of: signed}"), "A122", (21, 19), ["Write P60D"]),
    (with_("Europe/Moscow", "GMT+3"), "A112", (6, 11), ["Etc/GMT-3", "the place"]),
    (term(f"{OWES}, when: leave"), "A118", (32, 65), ["Did you mean leave.fulfilled?"]),
    # what does not go together
    (with_("    act: attack", "    act: attack\n    due: {by: 2024-06-01}"), "A116", (27, 10), ["no due date", "until:"]),
    (with_("    act: attack", "    act: attack\n    limit: {x: {at_most: 1}}"), "A116", (27, 12), ["maintenance"]),
    (term("norm: maintenance, bearer: guard, act: agree"), "A116", (32, 50), ["said once"]),
    (with_("    act: attack", "    act: atack"), "A117", (26, 10), ["Did you mean attack?", "withdraw"]),
    (term(f"{OWES}, when: {{act: verfy}}"), "A117", (32, 71), ["Did you mean verify?"]),
    (with_("    act: attack", "    act: shelled"), "A117", (26, 10), ["Allowed: "]),
    (with_("    act: attack", "    act: redeploy"), "A117", (26, 10), ["Did you mean withdraw or deploy?"]),
    (with_("    act: attack", "    act: cantonment"), "A117", (26, 10), ["Did you mean disarm"]),
    (with_("    toward: crown", "    quantity: 5"), "A108", (18, 5), ["Did you mean limit?"]),
    (with_("    toward: crown", "    deadline: 2024-06-01"), "A108", (18, 5), ["Did you mean due?"]),
    (term(f"{OWES}, when: leave.fulfiled"), "A118", (32, 65), ["Did you mean leave.fulfilled?", "in-force"]),
    (term(f"{OWES}, when: tomorrow"), "A118", (32, 65), ["signed, in-force"]),
    (with_("signed: 2024-05-01\n", "").replace("P", "P") + f"  extra: {{{OWES}, when: signed}}\n", "A118", (31, 65),
     ["Write signed: YYYY-MM-DD"]),
    (with_("{at_most: 100}", "{}"), "A119", (31, 24), ["no bound", "{at_most: n}"]),
    (with_("{at_most: 100}", "{at_most: 5, at_least: 9}"), "A119", (31, 24), ["Swap"]),
    (with_("{at_most: 100}", "[{at_most: 5, since: 2024-07-01}, {at_most: 9}]"), "A119", (31, 24), ["earliest first"]),
    # circles
    (with_("name: The Crown,", "name: The Crown, under: guard,").replace("[guardsmen]", "[x], under: crown"), "A120",
     (8, 35), ["crown -> guard -> crown"]),
    (with_("{name: Long Valley}", "{name: Long Valley, within: bridge}"), "A120", (12, 39), ["valley -> bridge -> valley"]),
    (term(f"{OWES}, after: extra"), "A120", (32, 10), ["extra -> extra"]),
    (with_("{by: 2024-06-01}", "{within: P1D, of: extra.started}") + f"  extra: {{{OWES}, when: leave.fulfilled}}\n",
     "A120", (16, 5), ["leave -> extra -> leave"]),
    (GOOD + "texts: {t: {terms: {leave: {after: leave}}}}\n", "A120", (32, 28), ["leave -> leave"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "place", "says"), CASES, ids=lambda v: v if isinstance(v, str) and len(v) == 4 else "")
def test_one_error_with_its_place(text: str, code: str, place: tuple[int, int] | None, says: list[str]) -> None:
    error = only(text)
    assert error.code == code, str(error)
    assert error.place is not None and error.place.file == "agreement.yaml"
    if place is not None and code != "A120":
        assert (error.place.line, error.place.column) == place, str(error)
    elif place is not None:
        assert error.place.line == place[0], str(error)
    for part in says:
        assert part in str(error), str(error)


def test_every_code_is_met_by_a_test() -> None:
    elsewhere = {"A100", "A121"}
    assert {code for _, code, _, _ in CASES} | elsewhere == set(CODES)


def test_all_errors_at_once_in_the_order_of_the_file() -> None:
    text = (
        with_("2024-05-01", "1.5.2024")
        .replace("role: monitor", "rol: monitor")
        .replace("toward: crown", "toward: crwon")
        .replace("act: attack", "act: atack")
        .replace("{at_most: 100}", "{at_most: many}")
        .replace("zone: valley", "zone: valley\n    when: truce.broken")
    )
    found = errors(text + "nonsense: 1\n")
    assert [e.code for e in found] == ["A122", "A108", "A114", "A118", "A117", "A111", "A108"]
    assert [e.place.line for e in found if e.place] == [4, 10, 18, 21, 27, 32, 33]


def test_an_error_brings_no_others_that_only_follow_from_it() -> None:
    assert only(with_("  mission: {name: Valley Mission, role: monitor}", "  mission: 7")).code == "A111"
    assert only(with_("{by: 2024-06-01}", "{by: never}")).code == "A122"
    assert only(with_("    bearer: [guard]", "    bearer: {jointly: [guard]}")).code == "A111"


def test_every_line_with_a_tab_is_told() -> None:
    text = GOOD.replace("    norm:", "\tnorm:")
    found = errors(text)
    assert {e.code for e in found} == {"A106"}
    assert len(found) == 3


def test_files_that_are_not_there(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "agreement.yaml"):
        with pytest.raises(AgreementErrors) as caught:
            load(path)
        assert caught.value.errors[0].code == "A100"
        assert str(path) in str(caught.value)


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "agreement.yaml"
    path.write_bytes(GOOD.replace("Long Valley", "Langes Täl").encode("latin-1"))
    with pytest.raises(AgreementErrors) as caught:
        load(path)
    assert caught.value.errors[0].code == "A103"


def test_a_huge_file_is_refused_before_it_is_read() -> None:
    assert only(GOOD + "#" * 2_100_000).code == "A101"


@pytest.mark.parametrize(
    ("geometry", "says"),
    [
        ("no.geojson#x", "no file no.geojson"),
        ("zones.geojson#brige", "Did you mean bridge?"),
        ("zones.geojson", "Write zones.geojson#ID"),
        ("../zones.geojson#x", "outside the case"),
        ("bad.json#x", "not JSON"),
    ],
)
def test_geometry_files(tmp_path: Path, geometry: str, says: str) -> None:
    feature = '{"type": "Feature", "id": "%s", "geometry": {"type": "Point", "coordinates": [1, 2]}}'
    two = ", ".join(feature % name for name in ("bridge", "hill"))
    collection = f'{{"type": "FeatureCollection", "features": [{two}]}}'
    (tmp_path / "zones.geojson").write_text(collection)
    (tmp_path / "bad.json").write_text("{")
    (tmp_path / "agreement.yaml").write_text(with_("within: valley", f'geometry: "{geometry}"'))
    with pytest.raises(AgreementErrors) as caught:
        load(tmp_path / "agreement.yaml")
    (error,) = caught.value.errors
    assert error.code == "A113" and says in str(error)


def test_coverage_errors_name_their_own_file(tmp_path: Path) -> None:
    (tmp_path / "agreement.yaml").write_text(GOOD)
    (tmp_path / "coverage.yaml").write_text(
        "- {observer: Mission, zone: valey, from: 2024-05-01, until: 2024-04-01}\n- {observer: M, form: 2024-05-01}\n"
    )
    with pytest.raises(AgreementErrors) as caught:
        load(tmp_path / "agreement.yaml")
    assert {e.place.file for e in caught.value.errors if e.place} == {"coverage.yaml"}
    assert {e.code for e in caught.value.errors} >= {"A108", "A109"}


def test_the_documentation_lists_exactly_these_codes() -> None:
    page = Path(__file__).parents[2] / "docs" / "errors.md"
    assert section() in page.read_text(encoding="utf-8")
