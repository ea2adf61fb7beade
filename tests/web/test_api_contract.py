"""The API under generated requests: no answer that its OpenAPI document does not describe, and never a 500."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from tests.web.conftest import TOKEN

from servanda.web.app import create_app

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")
EXAMPLES = 6
HEADERS = {"Host": "127.0.0.1", "Authorization": f"Bearer {TOKEN}"}


@pytest.fixture(scope="module")
def contract(folder: Path) -> Any:
    """The API's schema, bound to the app."""
    return schemathesis.openapi.from_asgi("/api/openapi.json", create_app([folder], TOKEN), headers=HEADERS)


def test_every_answer_is_described(contract: Any) -> None:
    from schemathesis.checks import not_a_server_error
    from schemathesis.specs.openapi.checks import (
        content_type_conformance,
        response_schema_conformance,
        status_code_conformance,
    )

    checks = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
    seen = []
    for result in contract.get_all_operations():
        operation = result.ok()

        @given(case=operation.as_strategy())
        @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
        def asked(case: Any) -> None:
            case.call_and_validate(headers=HEADERS, checks=checks)

        asked()
        seen.append(operation.label)
    assert len(seen) >= 16, seen
