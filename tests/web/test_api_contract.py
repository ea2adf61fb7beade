"""The API under generated requests: no answer that its OpenAPI document does not describe, and never a 500."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from starlette.testclient import TestClient
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


ODD_WORDS = ["", " ", "x" * 4000, "\u202e\u0000", "'; DROP TABLE report; --", "../../etc/passwd", "%00", "🕊" * 50, "None", "-1"]


def _edges(schema: dict[str, Any]) -> list[Any]:
    """Values at and just beyond the edges of what a parameter allows."""
    if "anyOf" in schema:
        return [v for part in schema["anyOf"] for v in _edges(part)]
    if schema.get("type") == "integer":
        low, high = schema["minimum"], schema["maximum"]
        return [low, high, low - 1, high + 1, "x"]
    if schema.get("format") == "date":
        return ["1900-01-01", "2199-12-31", "1899-12-31", "2020-02-30", "0001-01-01", "", "x"]
    return ["" if schema.get("type") == "null" else w for w in ODD_WORDS]


def test_the_edges_of_every_parameter_meet_a_described_answer(client: TestClient) -> None:
    paths, asked = client.get("/api/openapi.json").json()["paths"], 0
    for path, operations in paths.items():
        told = operations.get("get")
        if told is None:
            continue
        needed = {p["name"]: "2020-11-24" if p["schema"].get("format") == "date" else "kalbajar"
                  for p in told["parameters"] if p["required"] and p["in"] == "query"}  # fmt: skip
        for parameter in told["parameters"]:
            for value in _edges(parameter["schema"]):
                inside = {p["name"]: "6-kalbajar" for p in told["parameters"] if p["in"] == "path"}
                query = dict(needed)
                (inside if parameter["in"] == "path" else query)[parameter["name"]] = str(value)
                address = path.format(**{k: quote(v, safe="") or "%20" for k, v in inside.items()})
                answer = client.get(address, params=query)
                assert str(answer.status_code) in told["responses"] and answer.status_code != 500, (address, query, answer.text)
                assert answer.headers["content-type"] == "application/json"
                asked += 1
    assert asked > 250
