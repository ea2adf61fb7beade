"""CoNLL-U treebanks as plain sentences; the words always spell the text, white space aside."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

EWT = "ud-english-ewt/en_ewt-ud-{}.conllu.gz"
GUM = "ud-english-gum-free/en_gum-free-{}.conllu.gz"
# Features kept; the others (spelling, style, kinds of numerals) serve no reader here.
KEPT_FEATURES = frozenset(
    [
        "Aspect",
        "Case",
        "Definite",
        "Degree",
        "Mood",
        "Number",
        "Person",
        "Polarity",
        "Poss",
        "PronType",
        "Tense",
        "VerbForm",
        "Voice",
    ]
)
# Labels too rare to learn go to their nearest neighbour.
MERGED_LABELS = {"csubj:outer": "csubj", "csubj:pass": "csubj", "dislocated": "dep"}


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word; `head` is an index in the sentence, its own index for the root."""

    form: str
    lemma: str
    pos: str
    feats: str
    head: int
    dep: str
    space: bool = True


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its tree. `text` is its surface, as the words and spaces spell it."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return "".join(w.form + (" " if w.space else "") for w in self.words).strip()

    def children(self, index: int) -> list[int]:
        """Indices of the words that hang on the word at `index`."""
        return [i for i, w in enumerate(self.words) if w.head == index and i != index]

    def subtree(self, index: int) -> list[int]:
        """Indices of the word at `index` and all below it, in order."""
        found, stack = {index}, [index]
        while stack:
            for child in self.children(stack.pop()):
                if child not in found:
                    found.add(child)
                    stack.append(child)
        return sorted(found)


def kept_features(feats: str) -> str:
    """The features that the pipeline learns, out of a CoNLL-U FEATS column."""
    if feats in ("_", ""):
        return ""
    # The treebanks disagree on Degree=Pos of adverbs; the positive is what no Degree says.
    kept = [f for f in feats.split("|") if f.split("=")[0] in KEPT_FEATURES and f != "Degree=Pos"]
    return "|".join(sorted(kept))


def reorder(words: Sequence[Word], order: Sequence[int]) -> Sentence:
    """The sentence that has the words at `order` (indices into `words`), heads renumbered.

    Raises ValueError where a kept word hangs on a dropped one.
    """
    place = {old: new for new, old in enumerate(order)}
    out = []
    for new, old in enumerate(order):
        word = words[old]
        if word.head not in place:
            raise ValueError(f"head of {word.form!r} is not kept")
        out.append(replace(word, head=place[word.head]))
        assert place[old] == new
    return Sentence(tuple(out))


def _parse_block(lines: Sequence[str]) -> Sentence | None:
    words: list[Word] = []
    range_end, range_space = 0, True
    for line in lines:
        if line.startswith("#"):
            continue
        cols = line.split("\t")
        if "." in cols[0]:
            continue
        space = "SpaceAfter=No" not in cols[9].split("|")
        if "-" in cols[0]:
            range_end, range_space = int(cols[0].split("-")[1]), space
            continue
        number = int(cols[0])
        if number <= range_end:
            space = range_space if number == range_end else False
        head = int(cols[6])
        dep = MERGED_LABELS.get(cols[7], cols[7])
        words.append(
            Word(
                cols[1],
                cols[2],
                cols[3],
                kept_features(cols[5]),
                number - 1 if head == 0 else head - 1,
                "ROOT" if head == 0 else dep,
                space,
            )
        )
    # Words with spaces inside (figures such as "5 000") cannot be one token of the tokeniser.
    if not words or any(re.search(r"\s", w.form) for w in words):
        return None
    return Sentence(tuple(words))


def read_documents(path: Path) -> Iterator[list[Sentence]]:
    """Documents (lists of sentences) of a .conllu or .conllu.gz file, in the file's order."""
    opener = gzip.open if path.suffix == ".gz" else open
    document: list[Sentence] = []
    block: list[str] = []
    with opener(path, "rt", encoding="utf-8") as lines:
        for raw in lines:
            line = raw.rstrip("\n")
            if line.startswith("# newdoc") and document:
                yield document
                document = []
            if line:
                block.append(line)
                continue
            if block and (sentence := _parse_block(block)) is not None:
                document.append(sentence)
            block = []
    if document:
        yield document
