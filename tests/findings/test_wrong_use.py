"""What the findings refuse."""

from __future__ import annotations

from datetime import date

import pytest
from hand import case

from servanda.errors import FindingError
from servanda.findings import find_term


def test_a_term_that_the_agreement_does_not_have() -> None:
    empty = case()
    with pytest.raises(FindingError, match="F101") as caught:
        find_term(empty.agreement, empty.evidence(date(2020, 11, 24)), "9-salt", date(2020, 11, 24))
    assert "6-kalbajar" in str(caught.value)
