"""The user's own settings: a larger parser, a language model. They are never read from a case folder.

Invariant: a case that came from somebody else can neither name an address to which its reports are sent nor a model
that is loaded; only the user's own file can (S6). Without that file everything is at its default: offline, own parser.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, field_validator

from servanda.agreement.shaped import shaped, text_of
from servanda.agreement.term_shape import example
from servanda.errors import AgreementError, CaseError, Place, joined

VARIABLE = "SERVANDA_SETTINGS"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class LlmSettings(_Part):
    """Where an OpenAI-compatible language model answers, and what it may take."""

    url: str = example("http://localhost:8080/v1", "Its base address.")
    model: str = example("qwen3-4b", "The model's name on that server.", min_length=1)
    key_variable: str | None = example("LLM_KEY", "The environment variable that holds the key, if any.", default=None)
    seconds: float = example(120, "How long one answer may take.", default=120, gt=0, le=3600)
    answer_tokens: int = example(4096, "How long one answer may be.", default=4096, ge=256, le=200_000)

    @field_validator("url")
    @classmethod
    def _http(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")):
            raise ValueError("an address begins with http:// or https://")
        return value.rstrip("/")


class Settings(_Part):
    """Everything that can be set."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, json_schema_extra={"examples": [{"spacy_model": "en_core_web_md"}]}
    )

    spacy_model: str | None = example("en_core_web_md", "An installed spaCy model to parse with.", default=None)
    llm: LlmSettings | None = example(
        {"url": "http://localhost:8080/v1", "model": "qwen3-4b"}, "A language model for `--reader llm`.", default=None
    )


def settings_file() -> Path:
    """Where the settings lie: the file named by SERVANDA_SETTINGS, else settings.yaml in the user's configuration."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    base = os.environ.get("XDG_CONFIG_HOME")
    return (Path(base) if base else Path.home() / ".config") / "servanda" / "settings.yaml"


def settings() -> Settings:
    """The settings of this user; the defaults where there is no file. Raises CaseError C110 for a file that is wrong."""
    path = settings_file()
    if not path.exists():
        if os.environ.get(VARIABLE):
            raise CaseError("C110", f"{VARIABLE} names a file that is not there", Place(str(path)))
        return Settings()
    try:
        text = text_of(path, str(path))
    except AgreementError as error:
        raise CaseError("C110", error.message, error.place) from None
    if not any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines()):
        return Settings()
    _, found, errors = shaped(text, str(path), Settings, _schema(), empty="")
    if found is None or errors:
        raise joined([CaseError("C110", e.message, e.place) for e in errors])
    return found


@cache
def _schema() -> Mapping[str, Any]:
    return Settings.model_json_schema()


def known_settings() -> tuple[str, ...]:
    """The names of all settings, as docs/reading.md lists them."""
    return (*(n for n in Settings.model_fields if n != "llm"), *(f"llm.{n}" for n in LlmSettings.model_fields))
