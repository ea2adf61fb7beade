"""The commands on the bundled case: what they print, in JSON and for people, and what they leave alone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from servanda.cli.main import app
from tests.cli.conftest import ROOT, Outcome

Servanda = Callable[..., Outcome]
DAY = ("--as-of", "2020-11-24", "--known-at", "2020-11-24")


def test_status_json_fits_the_published_schema(servanda: Servanda, bundled: Path) -> None:
    schema = json.loads(servanda("schema", "status").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    for days in (DAY, ("--as-of", "2021-03-20"), ("--as-of", "2020-11-01")):
        document = json.loads(servanda("status", bundled, *days, "--json").out)
        jsonschema.validate(document, schema)


def test_the_bundled_agreement_fits_the_published_schema(servanda: Servanda) -> None:
    from ruamel.yaml import YAML

    schema = json.loads(servanda("schema", "agreement").out)
    for path in sorted((ROOT / "examples").glob("*/agreement.yaml")):
        data = json.loads(json.dumps(YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8")), default=str))
        jsonschema.validate(data, schema)


@pytest.mark.parametrize(
    ("what", "asked"),
    [
        ("explain", [("6-kalbajar", *DAY), ("1-ceasefire", "--as-of", "2021-03-20"), ("5-centre", "--as-of", "2020-11-01")]),
        ("changes", [("--since", "2020-11-14", "--known-at", "2020-11-25"), ("--since", "2020-11-24", "--known-at", "2020-11-24")]),
        ("due", [("--within", "30d", "--as-of", "2020-11-12", "--known-at", "2020-11-12"), ("--as-of", "2021-06-01")]),
        ("verify", [()]),
    ],
)
def test_what_a_command_prints_fits_its_published_schema(
    servanda: Servanda, bundled: Path, what: str, asked: list[tuple[str, ...]]
) -> None:
    schema = json.loads(servanda("schema", what).out)
    jsonschema.Draft202012Validator.check_schema(schema)
    for arguments in asked:
        document = json.loads(servanda(what, bundled, *arguments, "--json").out)
        jsonschema.validate(document, schema, format_checker=jsonschema.FormatChecker())
        for key in document:
            with pytest.raises(jsonschema.ValidationError):
                jsonschema.validate({k: v for k, v in document.items() if k != key}, schema)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**document, "more": 1}, schema)


def test_verdicts_on_a_text_fit_their_published_schema(servanda: Servanda, bundled: Path, tmp_path: Path) -> None:
    schema = json.loads(servanda("schema", "check").out)
    texts = {
        "charge.txt": "Armenia violated the agreement on Kalbajar, Azerbaijan's foreign ministry said on 20 November 2020.",
        "plain.txt": "The weather was fine.",
    }
    counts = []
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        document = json.loads(servanda("check", bundled, tmp_path / name, "--published", "2020-11-20", "--json").out)
        jsonschema.validate(document, schema)
        counts.append(len(document["checks"]))
    assert counts[0] >= 1 and counts[1] == 0


def test_faults_found_by_verify_fit_its_published_schema(servanda: Servanda, small: Path) -> None:
    servanda("run", small)
    for path in (small / "reports").iterdir():
        path.write_text("other words", encoding="utf-8")
    document = json.loads(servanda("verify", small, "--json").out)
    assert document["faults"]
    jsonschema.validate(document, json.loads(servanda("schema", "verify").out))


def test_every_quote_stands_where_it_is_said_to(servanda: Servanda, bundled: Path) -> None:
    from servanda.case import ask, open_case

    answer = ask(open_case(bundled))
    texts = {p: r.text for p, r in answer.knowledge.reports.items()}
    document = json.loads(servanda("status", bundled, "--json").out)
    assert document["claims"]
    for claim in document["claims"]:
        assert texts[claim["report"]][claim["start"] : claim["end"]] == claim["quote"]


def test_a_second_run_reads_nothing_and_says_the_same(servanda: Servanda, bundled: Path) -> None:
    one = servanda("run", bundled, *DAY, "--json").out
    two = servanda("run", bundled, *DAY)
    assert "read 0 new file(s)" in two.out
    assert servanda("run", bundled, *DAY, "--json").out == one


def test_s10_the_report_page_is_the_same_to_the_byte(servanda: Servanda, bundled: Path) -> None:
    servanda("run", bundled, *DAY)
    one = (bundled / "out" / "report.html").read_bytes()
    servanda("run", bundled, *DAY)
    assert (bundled / "out" / "report.html").read_bytes() == one


def test_explain_tells_rule_claims_and_what_would_change_it(servanda: Servanda, bundled: Path) -> None:
    text = servanda("explain", bundled, "6-kalbajar", *DAY).out
    assert "R4" in text
    assert "Hikmet Hajiyev" in text
    assert "What would change it" in text
    data = json.loads(servanda("explain", bundled, "6-kalbajar", *DAY, "--json").out)
    assert data["finding"]["status"] == "pending"


def test_changes_name_what_and_why(servanda: Servanda, bundled: Path) -> None:
    data = json.loads(servanda("changes", bundled, "--since", "2020-11-14", "--known-at", "2020-11-25", "--json").out)
    kalbajar = [c for c in data["changes"] if c["term"] == "6-kalbajar" and c["what"] == "status"]
    assert [(c["before"], c["after"]) for c in kalbajar] == [("pending", "fulfilled")]
    assert kalbajar[0]["why"]
    assert kalbajar[0]["claims"]


def test_due_lists_the_nearest_first(servanda: Servanda, bundled: Path) -> None:
    data = json.loads(servanda("due", bundled, "--as-of", "2020-11-12", "--known-at", "2020-11-12", "--json").out)
    days = [i["due"] for i in data["due"]]
    assert days == sorted(days)
    assert "6-kalbajar" in {i["term"] for i in data["due"]}


def test_the_rival_text_moves_the_deadline(servanda: Servanda, bundled: Path) -> None:
    from servanda.case import open_case

    texts = open_case(bundled).agreement.texts
    rival = next(k for k, t in texts.items() if "6-kalbajar" in t.terms and t.terms["6-kalbajar"].due.bound == "before")
    document = json.loads(
        servanda("status", bundled, "--as-of", "2020-11-15", "--known-at", "2020-11-14", "--text", rival, "--json").out
    )
    term = next(t for t in document["terms"] if t["id"] == "6-kalbajar")
    assert term["status"] == "overdue"


def test_verify_finds_what_was_changed(servanda: Servanda, small: Path) -> None:
    servanda("run", small)
    assert "all as recorded" in servanda("verify", small).out
    with (small / "reports" / "a.md").open("a", encoding="utf-8") as file:
        file.write("And more.\n")
    got = servanda("verify", small)
    assert got.code == 0
    assert "reports/a.md" in got.out


def test_a_changed_and_a_removed_file_are_history(servanda: Servanda, small: Path) -> None:
    servanda("run", small)
    path = small / "reports" / "a.md"
    path.write_text(
        path.read_text(encoding="utf-8").replace("has withdrawn all its", "has not withdrawn its"), encoding="utf-8"
    )
    assert "1 of them changed" in servanda("run", small).out
    early = json.loads(servanda("status", small, "--as-of", "2024-05-31", "--known-at", "2024-05-31", "--json").out)
    assert early["terms"][0]["status"] == "fulfilled"
    path.unlink()
    assert "1 gone since last time" in servanda("run", small).out
    later = json.loads(servanda("status", small, "--as-of", "2024-06-02", "--json").out)
    assert later["reports"] == []


def _status_on(servanda: Servanda, case: Path, day: str) -> str:
    got = json.loads(servanda("status", case, "--as-of", day, "--known-at", day, "--json").out)
    return str(got["terms"][0]["status"])


def test_a_report_that_could_be_read_only_after_its_front_matter_was_mended_is_known_from_its_day(
    servanda: Servanda, small: Path
) -> None:
    path = small / "reports" / "a.md"
    right = path.read_text(encoding="utf-8")
    path.write_text(right.replace("published:", "date:"), encoding="utf-8")
    assert "Did you mean 'published'?" in servanda("run", small).out
    path.write_text(right, encoding="utf-8")
    servanda("run", small)
    assert _status_on(servanda, small, "2024-05-31") == "fulfilled"


def test_a_corrected_front_matter_makes_no_second_report(servanda: Servanda, small: Path) -> None:
    path = small / "reports" / "a.md"
    right = path.read_text(encoding="utf-8")
    path.write_text(right.replace("published: 2024-05-30\n", ""), encoding="utf-8")
    servanda("run", small)
    path.write_text(right, encoding="utf-8")
    document = json.loads(servanda("run", small, "--json").out)
    assert len(document["reports"]) == 1
    assert _status_on(servanda, small, "2024-05-31") == "fulfilled"


def test_the_same_bytes_twice_are_one_report(servanda: Servanda, small: Path) -> None:
    (small / "reports" / "copy.md").write_bytes((small / "reports" / "a.md").read_bytes())
    document = json.loads(servanda("run", small, "--json").out)
    claims = [c for c in document["claims"] if c["act"] == "withdraw"]
    assert len({c["origin"] for c in claims}) == 1


def test_read_needs_no_case(servanda: Servanda, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Norlandic troops withdrew from Tala on Friday, the ministry said.", encoding="utf-8")
    data = json.loads(servanda("read", path, "--published", "2031-03-03", "--json").out)
    jsonschema.validate(data, json.loads(servanda("schema", "read").out))
    assert any(a["act"] == "withdraw" for a in data["acts"])
    lines = tmp_path / "in.jsonl"
    lines.write_text(json.dumps({"id": "x", "text": path.read_text(), "published": "2031-03-03"}) + "\n", encoding="utf-8")
    out = [json.loads(line) for line in servanda("read", lines, "--jsonl").out.splitlines()]
    assert [o["id"] for o in out] == ["x"]


@pytest.mark.parametrize("name", [c.name or c.callback.__name__ for c in app.registered_commands if c.callback])
def test_help_teaches_with_an_example(servanda: Servanda, name: str) -> None:
    got = servanda(name.rstrip("_"), "--help")
    assert got.code == 0
    assert "Example" in got.out


def test_nothing_is_coloured_outside_a_terminal(servanda: Servanda, bundled: Path) -> None:
    assert not re.search(r"\x1b\[", servanda("status", bundled, *DAY).out)
