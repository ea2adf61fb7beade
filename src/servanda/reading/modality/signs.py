"""The signs by which the certainty of a predicate is weighed: what stands in its verb group, clause and clauses above.

Invariant: every sign is a readable name, found in one sentence; a larger parser gives the same names.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from servanda.reading.claim import Modality, Polarity
from servanda.reading.parser.parsed import Doc, Token

NEGATIVE = frozenset({"not", "n't", "n’t", "never", "no", "hardly", "nor", "neither"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "expl"})
_AUXILIARY = frozenset({"aux", "aux:pass", "cop"})
_WORDS = frozenset(
    word
    for line in (
        "to not n't will would can could may might should must do does did have has had be is are was were been am",
        "'s 'll 'd i you he it she we they that if when because so please never no able going want need",
        "and or but , . of for in by without before after",
    )
    for word in line.split()
)
_LEFT, _RIGHT, _ABOVE = 7, 4, 3


@dataclass(frozen=True, slots=True)
class _Word:
    """A word with what the signs ask of it, taken from the parse once."""

    at: int
    lemma: str
    tag: str
    label: str
    head: int
    form: str
    auxiliaries: str
    marks: str
    denied: bool
    bare: bool
    clause: tuple[str, ...]


@dataclass(slots=True)
class Signs:
    """The signs of the predicates of one sentence."""

    doc: Doc
    words: dict[int, _Word] = field(default_factory=dict)
    low: list[str] = field(default_factory=list)
    end: str = "-"

    def __post_init__(self) -> None:
        self.low = [t.lower_ for t in self.doc]
        self.end = next((word for word in reversed(self.low) if word in {".", "?", "!"}), "-")

    def of(self, at: int, modality: Modality, polarity: Polarity) -> list[str]:
        """The signs of the predicate at token `at`, to which the rules gave `modality` and `polarity`."""
        word = self._word(at)
        found = [f"rule {modality} {polarity}", *word.clause]
        for part in (self._own(word), self._above(word), self._beside(at), self._paths(word)):
            found += part
        return list(dict.fromkeys(found))

    def _word(self, at: int) -> _Word:
        found = self.words.get(at)
        if found is None:
            found = self.words[at] = _word(self.doc[at])
        return found

    def _own(self, word: _Word) -> Iterator[str]:
        """The word itself, its form with what goes with it, how the sentence ends."""
        form, label = word.form, word.label
        yield f"lemma {word.lemma}"
        yield f"lemma {word.lemma} {form}"
        yield f"tag {word.tag}"
        yield f"end {self.end}"
        yield f"end {self.end} {form} {label}"
        yield f"form {form} {label}"
        yield f"form {form} {word.auxiliaries} {word.denied}"
        yield f"form {form} {label} {word.bare} {bool(word.auxiliaries)}"
        yield f"marks {word.marks} {label} {form}"
        if label == "conj":
            head = self._word(word.head)
            yield f"joined to {head.label} {form} {head.form}"

    def _above(self, word: _Word) -> Iterator[str]:
        """What the clauses above are, as far up as counts, and the clause of the root."""
        current, depth = word, 0
        while current.head != current.at and depth < len(self.low):
            head, label = self._word(current.head), current.label
            depth += 1
            if depth <= _ABOVE:
                yield f"{depth} under {head.lemma} {label}"
                if depth == 1:
                    yield f"1 under {head.lemma} {label} {word.form} {word.marks}"
                yield f"{depth} under {head.tag} {label}"
                yield f"{depth} under negated {head.denied} {label}"
                if head.denied:
                    yield f"{depth} under negated {head.lemma} {label}"
                yield from (f"{depth} {sign}" for sign in head.clause)
            current = head
        yield f"depth {min(depth, 5)}"
        yield f"root {current.lemma} {min(depth, 2)}"
        yield from (f"root {sign}" for sign in current.clause)

    def _beside(self, at: int) -> Iterator[str]:
        """Words to the left within the clause, and a few to the right, whatever the tree says of them."""
        low = self.low
        left: list[str] = []
        for k in range(at - 1, max(-1, at - 1 - _LEFT), -1):
            if low[k] in {";", ":", "."}:
                break
            left.append(low[k])
        yield from (f"left {word}" for word in left)
        yield from (f"right {word}" for word in low[at + 1 : at + 1 + _RIGHT])
        before = [low[k] if k >= 0 else "-" for k in (at - 2, at - 1)]
        yield f"before {before[1]}"
        yield f"before {before[0]} {before[1]}"
        yield f"after {low[at + 1] if at + 1 < len(low) else '-'}"
        yield "frame " + " ".join(word if word in _WORDS else "_" for word in reversed(left[:3]))

    def _paths(self, word: _Word) -> Iterator[str]:
        """The chain of labels upwards, plain and with the function words of each clause."""
        chain = [word]
        while len(chain) < 4 and chain[-1].head != chain[-1].at:
            chain.append(self._word(chain[-1].head))
        yield "path " + " > ".join(w.label for w in chain)
        yield "path " + " > ".join(w.label for w in chain[:2]) + f" {word.form}"
        clauses = [f"{w.label} {w.marks}/{w.auxiliaries}/{'negated' if w.denied else ''}/{w.form}" for w in chain[:3]]
        yield from ("clauses " + " > ".join(clauses[: n + 1]) for n in range(len(clauses)))


def negated(token: Token) -> bool:
    """The word has a negation of its own."""
    return any(c.lower_ in NEGATIVE for c in token.children)


def _word(token: Token) -> _Word:
    """Tense, auxiliaries, negation, marks, adverbs, subject and object of the clause of one word."""
    morph = token.morph
    form = "/".join(value for name in ("VerbForm", "Tense", "Mood") for value in morph.get(name, []))
    auxiliaries: list[str] = []
    marks: list[str] = []
    clause: list[str] = []
    denied, bare = False, True
    for child in token.children:
        label, low = child.dep_, child.lower_
        negative = low in NEGATIVE
        denied = denied or negative
        if label in _AUXILIARY:
            auxiliaries.append(low)
            clause.append(f"auxiliary {low}")
        elif label == "mark":
            marks.append(low)
            clause.append(f"mark {low}")
        elif label == "advmod":
            clause.append(f"adverb {low}")
        elif label in _SUBJECTS or label == "obj":
            role = "object" if label == "obj" else "subject"
            bare = bare and role == "object"
            clause.append(f"{role} {low if child.pos_ in {'PRON', 'DET'} else child.pos_}")
            for inner in child.children:
                if inner.dep_ == "det" or (role == "subject" and inner.dep_ in {"nummod", "advmod"}):
                    clause.append(f"{role} with {inner.lower_}")
        if negative and label in {"advmod", "det", "cc", "cc:preconj", "mark"}:
            clause += ["negated", f"negated by {low}"]
    if bare:
        clause.append("no subject")
    together = " ".join(auxiliaries)
    clause += [f"form {form}", f"label {token.dep_}", f"auxiliaries {together}"]
    return _Word(
        token.i,
        token.lemma_.lower(),
        token.pos_,
        token.dep_,
        token.head.i,
        form,
        together,
        " ".join(marks),
        denied,
        bare,
        tuple(clause),
    )
