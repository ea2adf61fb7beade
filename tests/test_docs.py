"""Docs cannot rot: every error code, command, flag, rule, setting and path that is documented is there, and back."""

from __future__ import annotations

import re
from pathlib import Path

from typer.testing import CliRunner

import servanda
from servanda.cli.main import app
from servanda.vocabulary import compiled, vocabulary

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "src" / "servanda").rglob("*.py"))
CODE = re.compile(r'["\[]([ABCDEFLRW]\d{3})["\]]')


def test_every_error_code_is_documented_and_every_documented_one_is_raised() -> None:
    raised = {m for p in SOURCES for m in CODE.findall(p.read_text(encoding="utf-8"))}
    listed = set(re.findall(r"^\| ([A-Z]\d{3}) \|", (ROOT / "docs" / "errors.md").read_text(encoding="utf-8"), re.M))
    assert raised == listed


def test_every_error_code_is_met_by_a_test() -> None:
    tests = "\n".join(
        p.read_text(encoding="utf-8")
        for p in (ROOT / "tests").rglob("*")
        if p.suffix in {".py", ".txt", ".yaml"} and p.is_file()
    )
    listed = set(re.findall(r"^\| ([A-Z]\d{3}) \|", (ROOT / "docs" / "errors.md").read_text(encoding="utf-8"), re.M))
    assert {c for c in listed if c not in tests} == set()


def test_the_readme_names_every_command_and_no_other() -> None:
    commands = {c.name or c.callback.__name__.rstrip("_") for c in app.registered_commands if c.callback}
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"servanda ([a-z]+)\b", text)) - {"and", "tells", "answers"}
    assert named <= commands
    assert commands - named <= {"demo", "schema", "review"}


def test_paths_that_docs_name_exist() -> None:
    pages = [ROOT / "README.md", ROOT / "SECURITY.md", *sorted((ROOT / "docs").glob("*.md"))]
    missing = []
    for page in pages:
        for path in re.findall(r"\b(?:docs|tests|examples|training|benchmarks)/[\w./-]+\w", page.read_text(encoding="utf-8")):
            if not (ROOT / path).exists():
                missing.append(f"{page.name}: {path}")
    assert missing == []


def test_the_map_names_files_that_exist() -> None:
    text = (ROOT / "docs" / "map.md").read_text(encoding="utf-8")
    package = ROOT / "src" / "servanda"
    rooms = "agreement|reports|reading|evidence|findings|outputs|ledger|case|cli|data"
    named = set(re.findall(rf"`((?:{rooms})/[\w./]*)`", text))
    assert named
    assert {n for n in named if not (package / n).exists() and "NAME" not in n} == set()


def test_the_flags_in_the_code_are_those_of_the_closed_list() -> None:
    code = (ROOT / "src" / "servanda" / "findings" / "flags.py").read_text(encoding="utf-8")
    listed = set(vocabulary("flags.yaml")["flags"])
    used = set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', code)) - {"partly-fulfilled", "fulfilled-late", "extend-deadline"}
    assert used <= listed | {"in-force"}


def test_rules_cited_in_the_code_are_rules() -> None:
    listed = set(vocabulary("rules.yaml")["rules"])
    rooms = [p for p in SOURCES if p.parent.name in {"evidence", "findings"}]
    cited = {r for p in rooms for r in re.findall(r"\bR\d{1,2}\b", p.read_text(encoding="utf-8"))}
    assert cited <= listed
    assert {f"R{n}" for n in range(1, 13)} == listed


def test_compiled_vocabularies_are_current() -> None:
    import json

    folder = ROOT / "src" / "servanda" / "data"
    kept = json.loads((folder / "compiled.json").read_text(encoding="utf-8"))
    assert kept == compiled(folder), "make it anew: python -m servanda.vocabulary"


def test_the_public_surface_is_pinned() -> None:
    assert servanda.__all__ == ["__version__"]
    assert (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").find(servanda.__version__) > 0


def test_every_promise_of_security_has_a_test_with_its_number() -> None:
    promised = set(re.findall(r"^\| (S\d+) \|", (ROOT / "SECURITY.md").read_text(encoding="utf-8"), re.M))
    tests = [p.read_text(encoding="utf-8") for p in (ROOT / "tests").rglob("test_*.py")]
    numbered = {f"S{n}" for text in tests for n in re.findall(r"def test_s(\d+)_", text)}
    assert promised <= numbered, sorted(promised - numbered)


def test_the_page_of_rules_gives_every_rule_in_its_own_words() -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| (R\d+) \| (.+) \|$", page, re.M))
    assert rows == vocabulary("rules.yaml")["rules"]
    explained = set(re.findall(r"\*\*((?:R\d+(?:, )?)+)\.?\*\*", page))
    assert {r for group in explained for r in re.findall(r"R\d+", group)} == rows.keys()


def test_the_page_of_rules_names_every_word_of_a_status() -> None:
    from servanda.findings.finding import SEVERITY

    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    shown = {"overdue": "date passed, outcome unknown"}
    assert [w for w in SEVERITY if f"*{shown.get(w, w.replace('-', ' '))}*" not in page] == []


def test_the_status_shown_in_the_readme_is_what_the_program_prints(karabakh: Path) -> None:
    """Row for row, whatever the width of the terminal."""
    runner = CliRunner()
    day = ["--as-of", "2020-11-24", "--known-at", "2020-11-24"]
    assert runner.invoke(app, ["run", str(karabakh), *day]).exit_code == 0
    printed = runner.invoke(app, ["status", str(karabakh), *day], env={"COLUMNS": "120"}).stdout
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = readme.split("$ servanda status karabakh-2020", 1)[1].split("```", 1)[0].split("\n…", 1)[0]
    rows = [" ".join(line.split()) for line in shown.splitlines()[2:] if line.strip()]
    there = [" ".join(line.split()) for line in printed.splitlines() if line.strip()]
    assert len(rows) > 8
    assert rows == there[: len(rows)]
