"""The signs by which the certainty of a predicate is weighed: what stands in its verb group, clause and clauses above.

Invariant: every sign is a readable name, found in one sentence; a larger parser gives the same names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from servanda.reading.claim import Modality, Polarity

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


def signs(doc: Doc, at: int, modality: Modality, polarity: Polarity) -> list[str]:
    """The signs of the predicate at token `at`, to which the rules gave `modality` and `polarity`."""
    token = doc[at]
    return list(
        dict.fromkeys(
            [
                f"rule {modality} {polarity}",
                *_clause(token, ""),
                *_word(doc, token),
                *_heads(token),
                *_neighbours(doc, token),
                *_paths(token),
            ]
        )
    )


def negated(token: Token) -> bool:
    """The word has a negation of its own."""
    return any(c.lower_ in NEGATIVE for c in token.children)


def _form(token: Token) -> str:
    morph = token.morph
    return "/".join(value for name in ("VerbForm", "Tense", "Mood") for value in morph.get(name, []))


def _auxiliaries(token: Token) -> str:
    return " ".join(c.lower_ for c in token.children if c.dep_ in _AUXILIARY)


def _marks(token: Token) -> str:
    return " ".join(c.lower_ for c in token.children if c.dep_ == "mark")


def _closed(token: Token) -> str:
    return token.lower_ if token.pos_ in {"PRON", "DET"} else token.pos_


def _clause(token: Token, where: str) -> Iterator[str]:
    """Tense, auxiliaries, negation, marks, adverbs, subject and object of one clause."""
    yield f"{where}form {_form(token)}"
    yield f"{where}label {token.dep_}"
    yield f"{where}auxiliaries {_auxiliaries(token)}"
    subject = False
    for child in token.children:
        label, low = child.dep_, child.lower_
        if label in _AUXILIARY:
            yield f"{where}auxiliary {low}"
        elif label == "mark":
            yield f"{where}mark {low}"
        elif label == "advmod":
            yield f"{where}adverb {low}"
        elif label in _SUBJECTS or label == "obj":
            role = "object" if label == "obj" else "subject"
            subject = subject or role == "subject"
            yield f"{where}{role} {_closed(child)}"
            for word in child.children:
                if word.dep_ == "det" or (role == "subject" and word.dep_ in {"nummod", "advmod"}):
                    yield f"{where}{role} with {word.lower_}"
        if low in NEGATIVE and label in {"advmod", "det", "cc", "cc:preconj", "mark"}:
            yield f"{where}negated"
            yield f"{where}negated by {low}"
    if not subject:
        yield f"{where}no subject"


def _word(doc: Doc, token: Token) -> Iterator[str]:
    """The word itself, its form with what goes with it, how the sentence ends."""
    lemma, form, label = token.lemma_.lower(), _form(token), token.dep_
    bare = not any(c.dep_ in _SUBJECTS for c in token.children)
    end = next((t.text for t in reversed(doc) if t.text in {".", "?", "!"}), "-")
    auxiliaries = _auxiliaries(token)
    yield f"lemma {lemma}"
    yield f"lemma {lemma} {form}"
    yield f"tag {token.pos_}"
    yield f"end {end}"
    yield f"end {end} {form} {label}"
    yield f"form {form} {label}"
    yield f"form {form} {auxiliaries} {negated(token)}"
    yield f"form {form} {label} {bare} {bool(auxiliaries)}"
    yield f"marks {_marks(token)} {label} {form}"
    if label == "conj":
        yield f"joined to {token.head.dep_} {form} {_form(token.head)}"


def _heads(token: Token) -> Iterator[str]:
    """What the clauses above are, as far up as counts, and the clause of the root."""
    form, marks = _form(token), _marks(token)
    current, depth = token, 0
    while current.head.i != current.i and depth < len(token.doc):
        head = current.head
        depth += 1
        if depth <= _ABOVE:
            lemma, label, denied = head.lemma_.lower(), current.dep_, negated(head)
            yield f"{depth} under {lemma} {label}"
            yield f"{depth} under {lemma} {label} {form} {marks}" if depth == 1 else f"{depth} under {lemma} {label}"
            yield f"{depth} under {head.pos_} {label}"
            yield f"{depth} under negated {denied} {label}"
            if denied:
                yield f"{depth} under negated {lemma} {label}"
            yield from _clause(head, f"{depth} ")
        current = head
    yield f"depth {min(depth, 5)}"
    yield f"root {current.lemma_.lower()} {min(depth, 2)}"
    yield from _clause(current, "root ")


def _neighbours(doc: Doc, token: Token) -> Iterator[str]:
    """Words to the left within the clause, and a few to the right, whatever the tree says of them."""
    at = token.i
    left: list[str] = []
    for k in range(at - 1, max(-1, at - 1 - _LEFT), -1):
        if doc[k].text in {";", ":", "."}:
            break
        left.append(doc[k].lower_)
    yield from (f"left {word}" for word in left)
    yield from (f"right {doc[k].lower_}" for k in range(at + 1, min(len(doc), at + 1 + _RIGHT)))
    before = [doc[k].lower_ if k >= 0 else "-" for k in (at - 2, at - 1)]
    yield f"before {before[1]}"
    yield f"before {before[0]} {before[1]}"
    yield f"after {doc[at + 1].lower_ if at + 1 < len(doc) else '-'}"
    yield "frame " + " ".join(word if word in _WORDS else "_" for word in reversed(left[:3]))


def _paths(token: Token) -> Iterator[str]:
    """The chain of labels upwards, plain and with the function words of each clause."""
    chain = _chain(token, 4)
    yield "path " + " > ".join(t.dep_ for t in chain)
    yield "path " + " > ".join(t.dep_ for t in chain[:2]) + f" {_form(token)}"
    clauses = [f"{t.dep_} {_marks(t)}/{_auxiliaries(t)}/{'negated' if negated(t) else ''}/{_form(t)}" for t in chain[:3]]
    yield from ("clauses " + " > ".join(clauses[: n + 1]) for n in range(len(clauses)))


def _chain(token: Token, length: int) -> Sequence[Token]:
    chain = [token]
    while len(chain) < length and chain[-1].head.i != chain[-1].i:
        chain.append(chain[-1].head)
    return chain
