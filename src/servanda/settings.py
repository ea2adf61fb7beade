"""The user's own settings: a larger parser, a language model. They are never read from a case folder.

Invariant: a case that came from somebody else can neither name an address to which its reports are sent nor a model
that is loaded; only the user's own file can (S6). Without that file everything is at its default: offline, own parser.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from servanda.errors import CaseError, Place

VARIABLE = "SERVANDA_SETTINGS"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class LlmSettings(_Part):
    """Where an OpenAI-compatible language model answers, and what it may take."""

    url: str = Field(description="Its base address, for example http://localhost:8080/v1")
    model: str = Field(min_length=1, description="The model's name on that server")
    key_variable: str | None = Field(None, description="The environment variable that holds the key, if one is needed")
    seconds: float = Field(120, gt=0, le=3600, description="How long one answer may take")
    answer_tokens: int = Field(4096, ge=256, le=200_000, description="How long one answer may be")

    @field_validator("url")
    @classmethod
    def _http(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")):
            raise ValueError("an address begins with http:// or https://")
        return value.rstrip("/")


class Settings(_Part):
    """Everything that can be set."""

    spacy_model: str | None = Field(None, description="An installed spaCy model to parse with, in place of our own")
    llm: LlmSettings | None = Field(None, description="A language model for `--reader llm`")


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
    try:
        raw = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        if os.environ.get(VARIABLE):
            raise CaseError("C110", f"{VARIABLE} names a file that is not there", Place(str(path))) from None
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise CaseError("C110", f"the settings cannot be read ({error})", Place(str(path))) from None
    try:
        data: Any = YAML(typ="safe", pure=True).load(raw) or {}
        return Settings.model_validate(data)
    except YAMLError as error:
        raise CaseError("C110", f"not YAML: {str(error).splitlines()[0]}", Place(str(path))) from None
    except ValidationError as error:
        found = "; ".join(f"{'.'.join(str(p) for p in e['loc'])}: {e['msg']}" for e in error.errors())
        raise CaseError("C110", f"{found}. Allowed: {', '.join(known_settings())}", Place(str(path))) from None


def known_settings() -> tuple[str, ...]:
    """The names of all settings, as docs/reading.md lists them."""
    return (*(n for n in Settings.model_fields if n != "llm"), *(f"llm.{n}" for n in LlmSettings.model_fields))
