"""`python -m servanda.evaluate`: the same as `python -m servanda.evaluation`."""

from __future__ import annotations

import sys

from servanda.evaluation.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
