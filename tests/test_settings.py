"""The user's settings: where they lie, what they may hold, and that a case folder can set nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from servanda.cli.main import main
from servanda.errors import CaseError
from servanda.settings import VARIABLE, Settings, known_settings, settings, settings_file

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "settings.yaml"
    monkeypatch.setenv(VARIABLE, str(file))
    return file


def test_without_a_file_everything_is_at_its_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert settings_file() == tmp_path / "servanda" / "settings.yaml"
    assert settings() == Settings()
    assert settings().llm is None


def test_what_is_written_is_taken(written: Path) -> None:
    written.write_text("spacy_model: en_core_web_md\nllm: {url: http://localhost:8080/v1/, model: small}\n")
    assert settings().spacy_model == "en_core_web_md"
    assert settings().llm is not None and settings().llm.url == "http://localhost:8080/v1"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("spacy: x\n", "spacy"),
        ("llm: {url: localhost, model: x}\n", "http://"),
        ("llm: {url: http://localhost}\n", "llm.model"),
        ("llm: [\n", "not YAML"),
        ("spacy_model: 5\nlmm: {}\n", ":2:1: found the unknown key 'lmm' in the file. Did you mean llm?"),
        ("llm: {url: no, model: x}\nspacy_model: []\n", ":2:14: spacy_model: found an empty list"),
        ("- a\n", "a mapping with spacy_model, llm"),
        ("llm: {url: http://x, model: m, seconds: 0}\n", "llm.seconds"),
    ],
)
def test_a_wrong_file_is_named_with_what_is_wrong(written: Path, text: str, says: str) -> None:
    written.write_text(text)
    with pytest.raises(CaseError, match="C110") as caught:
        settings()
    assert says in str(caught.value)
    assert str(written) in str(caught.value)


def test_a_file_that_is_named_must_be_there(written: Path) -> None:
    with pytest.raises(CaseError, match="C110"):
        settings()


def test_a_model_that_is_not_there_stops_the_run_and_loses_nothing(
    written: Path, karabakh: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written.write_text("spacy_model: no_such_model\n")
    with pytest.raises(SystemExit) as stopped:
        main(["run", str(karabakh)])
    assert stopped.value.code == 2
    assert "[D201]" in capsys.readouterr().err


def test_s6_a_case_folder_sets_nothing(karabakh: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "empty"))
    (karabakh / "settings.yaml").write_text("llm: {url: http://192.0.2.1/v1, model: x}\n")
    monkeypatch.chdir(karabakh)
    assert settings() == Settings()


def test_every_setting_is_documented_and_every_documented_one_is_there() -> None:
    text = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `([a-z_.]+)` \|", text.split("## Settings")[1], re.M)
    assert tuple(listed) == known_settings()
