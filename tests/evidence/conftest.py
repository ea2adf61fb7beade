"""Makes the helper `hand` (claims written by hand), which lies with the tests of findings, importable."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "findings"))
