"""Makes the helpers of the findings' tests importable: `hand` (claims written by hand)."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "findings"))
sys.path.insert(0, str(Path(__file__).parent))
