"""Score of the comment detector on the invented samples: run as a script it prints one line for each half."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from servanda.reports.segments import segment

SAMPLES = Path(__file__).with_name("comment_samples")
MARK = "<<<comments>>>\n"


@dataclass(frozen=True)
class Score:
    """Paragraphs: comments found, comments taken for body, body taken for comments; and where each file was cut."""

    found: int
    missed: int
    wrong: int
    off: dict[str, str]

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.wrong)

    @property
    def recall(self) -> float:
        return self.found / (self.found + self.missed)


def score(half: str) -> Score:
    """The score on `dev` or `test`."""
    found = missed = wrong = 0
    off = {}
    for path in sorted((SAMPLES / half).glob("*.txt")):
        article, _, comments = path.read_text(encoding="utf-8").partition(MARK)
        text = f"{article.rstrip()}\n\n{comments}".rstrip()
        boundary = len(article.rstrip()) + 2
        told = [s for s in segment(text).segments if s.kind == "comment"]
        cut = told[0].start if told else len(text)
        starts = [0, *(i + 2 for i in range(len(text)) if text.startswith("\n\n", i))]
        for start in starts:
            is_comment, taken = start >= boundary, start >= cut
            found += is_comment and taken
            missed += is_comment and not taken
            wrong += taken and not is_comment
        if cut != min(boundary, len(text)):
            off[path.stem] = "late" if cut > boundary else "early"
    return Score(found, missed, wrong, off)


if __name__ == "__main__":
    for half in sys.argv[1:] or ("dev", "test"):
        s = score(half)
        print(f"{half}: precision {s.precision:.3f} recall {s.recall:.3f} off {s.off}")
