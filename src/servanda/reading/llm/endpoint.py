"""Asking an OpenAI-compatible endpoint for one answer of a given JSON form. The only module that knows the client.

Invariant (S5, S6): one request goes to the address that the user named and nowhere else: no redirect is followed, no
proxy of the environment is used, no tool is offered, and answer and waiting time have limits.
"""

from __future__ import annotations

import json
import os
import time
from dataclasses import dataclass
from typing import Any, NoReturn

from servanda.errors import ReadingError
from servanda.settings import LlmSettings

ANSWER_BYTES = 4_000_000


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An address (ending in /v1), the model's name there, the variable that holds its key, limits."""

    url: str
    model: str
    key_variable: str | None = None
    seconds: float = 120
    answer_tokens: int = 4096

    @classmethod
    def of(cls, url: str | None, model: str | None) -> Endpoint:
        """From two words of a command line. Raises ReadingError D210 where one is missing or no address."""
        if not url or not model:
            raise ReadingError(
                "D210", "the reader llm needs an address and a model. Write --endpoint http://localhost:8080/v1 --model NAME"
            )
        if not url.startswith(("http://", "https://")):
            raise ReadingError("D210", f"{url!r} is no address. Write one such as http://localhost:8080/v1")
        return cls(url.rstrip("/"), model)

    @classmethod
    def set_in(cls, settings: LlmSettings | None) -> Endpoint:
        """From the user's settings. Raises ReadingError D210 where there are none."""
        if settings is None:
            raise ReadingError(
                "D210", "no language model is set. Write llm: {url: http://localhost:8080/v1, model: NAME} in settings.yaml"
            )
        return cls(**settings.model_dump())

    def ask(self, system: str, user: str, schema: dict[str, Any]) -> str:
        """The text of the answer to one question.

        Raises ReadingError: D211 the server cannot be reached, refuses or is not such a server; D212 the answer is
        no answer of the protocol, is cut off or too large; D213 it took too long.
        """
        return _content(self._post(self._body(system, user, schema)))

    def _body(self, system: str, user: str, schema: dict[str, Any]) -> dict[str, Any]:
        form = {"type": "json_schema", "json_schema": {"name": "claims", "strict": True, "schema": schema}}
        return {
            "model": self.model,
            "messages": [{"role": "system", "content": system}, {"role": "user", "content": user}],
            "temperature": 0,
            "seed": 0,
            "max_tokens": self.answer_tokens,
            "stream": False,
            "response_format": form,
        }

    def _post(self, body: dict[str, Any]) -> bytes:
        client = _client()
        key = os.environ.get(self.key_variable) if self.key_variable else None
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        until = time.monotonic() + self.seconds
        try:
            with (
                client.Client(trust_env=False, follow_redirects=False, timeout=self.seconds) as http,
                http.stream("POST", f"{self.url}/chat/completions", json=body, headers=headers) as answer,
            ):
                raw = self._received(answer, until)
                if answer.status_code != 200:
                    self._refused(answer.status_code, raw)
                return raw
        except client.TimeoutException:
            self._too_slow()
        except client.RemoteProtocolError as error:
            raise ReadingError("D212", f"the answer of {self.url} broke off ({error})") from None
        except client.HTTPError as error:
            raise ReadingError("D211", f"{self.url} cannot be reached ({error}). Is the server running?") from None

    def _received(self, answer: Any, until: float) -> bytes:
        raw = bytearray()
        for part in answer.iter_bytes():
            raw += part
            if time.monotonic() > until:
                self._too_slow()
            if len(raw) > ANSWER_BYTES:
                raise ReadingError("D212", f"the answer is larger than {ANSWER_BYTES:,} bytes")
        return bytes(raw)

    def _too_slow(self) -> NoReturn:
        raise ReadingError("D213", f"no whole answer within {self.seconds:g} seconds. Set llm.seconds higher")

    def _refused(self, status: int, raw: bytes) -> NoReturn:
        told = raw[:200].decode("utf-8", "replace").replace("\n", " ")
        if status == 413 or (status == 400 and "context" in told.lower()):
            raise ReadingError("D212", f"the document is too long for {self.model} (HTTP {status}: {told})")
        raise ReadingError("D211", f"{self.url} answered with HTTP {status}: {told}")


def _client() -> Any:
    try:
        import httpx2
    except ImportError:
        raise ReadingError("D210", "the client is not installed. Run: pip install 'servanda[llm]'") from None
    return httpx2


def _content(raw: bytes) -> str:
    """The message of a chat completion."""
    try:
        choice = json.loads(raw)["choices"][0]
        content = choice["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        raise ReadingError("D212", "the server's answer is no chat completion") from None
    if choice.get("finish_reason") == "length":
        raise ReadingError("D212", "the answer was cut off. Set llm.answer_tokens higher")
    if not isinstance(content, str):
        raise ReadingError("D212", "the server's answer holds no text")
    return content
