"""Augmentation of treebank sentences; the tree that comes out is always the right one for the words that come out."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from phrases import Phrases
from treebank import Sentence, Word, reorder

CURLY = {"'s": "’s", "n't": "n’t", "'re": "’re", "'ve": "’ve", "'ll": "’ll", "'d": "’d", "'m": "’m", "'": "’"}
SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "by",
        "to",
        "for",
        "from",
        "and",
        "or",
        "as",
        "is",
        "with",
        "that",
    ]
)
SAYING = (
    ("said", "say"),
    ("said", "say"),
    ("said", "say"),
    ("says", "say"),
    ("added", "add"),
    ("reported", "report"),
)
PAST = "Mood=Ind|Number={}|Person=3|Tense=Past|VerbForm=Fin"
PRESENT = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"


def upper(s: Sentence, rng: random.Random) -> Sentence:
    """ALL CAPITALS."""
    return Sentence(tuple(replace(w, form=w.form.upper()) for w in s.words))


def title(s: Sentence, rng: random.Random) -> Sentence:
    """Capitals on All but the Small Words."""

    def cased(i: int, w: Word) -> Word:
        small = i > 0 and w.form in SMALL
        return w if small else replace(w, form=w.form[:1].upper() + w.form[1:])

    return Sentence(tuple(cased(i, w) for i, w in enumerate(s.words)))


def lower(s: Sentence, rng: random.Random) -> Sentence:
    """names too in small letters"""
    return Sentence(tuple(replace(w, form=w.form.lower()) for w in s.words))


def curly(s: Sentence, rng: random.Random) -> Sentence:
    """Curly marks for straight ones; now and then one of them is missing."""
    opened, out, dropped = False, [], []
    for i, w in enumerate(s.words):
        form = CURLY.get(w.form, w.form)
        if w.form in ('"', "``", "''") and w.pos == "PUNCT":
            form, opened = ("”" if opened else "“"), not opened
            if rng.random() < 0.1 and not s.children(i):
                dropped.append(i)
        out.append(replace(w, form=form))
    return drop(Sentence(tuple(out)), dropped)


def drop(s: Sentence, gone: Sequence[int]) -> Sentence:
    """The sentence without some words that bear nothing; the space after a dropped one goes to the word before."""
    if not gone or len(gone) == len(s.words):
        return s
    words = list(s.words)
    for i in gone:
        if i > 0 and words[i].space:
            words[i - 1] = replace(words[i - 1], space=True)
    return reorder(words, [i for i in range(len(words)) if i not in set(gone)])


def without_articles(s: Sentence, rng: random.Random) -> Sentence:
    """Articles left out, as in headlines and in translated English."""
    articles = {"the", "a", "an"}
    return drop(
        s, [i for i, w in enumerate(s.words) if w.dep == "det" and w.form.lower() in articles and not s.children(i)]
    )


def without_stop(s: Sentence, rng: random.Random) -> Sentence:
    last = len(s.words) - 1
    return drop(s, [last]) if last > 1 and s.words[last].form == "." and not s.children(last) else s


def headline(s: Sentence, rng: random.Random) -> Sentence:
    cased = rng.choice([title, title, upper, lambda t, r: t])
    return cased(without_stop(without_articles(s, rng), rng), rng)


def adjunct_first(s: Sentence, rng: random.Random) -> Sentence:
    """An oblique from the end of the clause to its front, as translated English has it."""
    root = next((i for i, w in enumerate(s.words) if w.dep == "ROOT"), 0)
    moved = [i for i in s.children(root) if i > root and s.words[i].dep in ("obl", "obl:unmarked")]
    if not moved or s.words[root].pos != "VERB":
        return s
    block = s.subtree(rng.choice(moved))
    if block[0] < root or block[-1] - block[0] != len(block) - 1 or s.words[block[-1]].pos == "PUNCT":
        return s
    words = list(s.words)
    if not words[block[-1]].space:  # it stood before the final stop
        words[block[0] - 1] = replace(words[block[0] - 1], space=False)
        words[block[-1]] = replace(words[block[-1]], space=True)
    if words[0].pos != "PROPN" and words[0].form != "I":
        words[0] = replace(words[0], form=words[0].form[:1].lower() + words[0].form[1:])
    words[block[0]] = replace(words[block[0]], form=words[block[0]].form[:1].upper() + words[block[0]].form[1:])
    return reorder(words, block + [i for i in range(len(words)) if i not in set(block)])


def said(s: Sentence, rng: random.Random) -> Sentence:
    """'…,' X said. / …, said X. The sentence becomes the complement of a verb of saying after it."""
    root = next((i for i, w in enumerate(s.words) if w.dep == "ROOT"), 0)
    last = len(s.words) - 1
    if s.words[last].form != "." or s.words[last].head != root or s.words[root].pos not in ("VERB", "NOUN", "ADJ"):
        return s
    if any(w.form in ('"', "“", "”") for w in s.words) or len(s.words) < 4:
        return s
    phrases = Phrases(rng)
    form, lemma = rng.choice(SAYING)
    person = [phrases.made_up(), phrases.made_up()][: rng.choice((1, 2))]
    quoted = rng.choice([None, ("“", "”"), ('"', '"')])
    inner = [replace(w, dep="ccomp") if i == root else w for i, w in enumerate(s.words[:-1])]
    shift = 1 if quoted else 0
    if quoted:
        inner = [replace(w, head=w.head + 1) for w in inner]
        inner.insert(0, Word(quoted[0], quoted[0], "PUNCT", "", root + 1, "punct", False))
    inner[-1] = replace(inner[-1], space=False)
    inner.append(Word(",", ",", "PUNCT", "", root + shift, "punct", not quoted))
    if quoted:
        inner.append(Word(quoted[1], quoted[1], "PUNCT", "", root + shift, "punct", True))
    inverted = rng.random() < 0.35
    at = len(inner)
    verb_at = at if inverted else at + len(person)
    name_at = at + 1 if inverted else at
    names = [
        Word(p, p, "PROPN", "Number=Sing", verb_at if k == 0 else name_at, "nsubj" if k == 0 else "flat", True)
        for k, p in enumerate(person)
    ]
    feats = PRESENT if form == "says" else PAST.format("Sing")
    verb = Word(form, lemma, "VERB", feats, verb_at, "ROOT", True)
    tail = [verb, *names] if inverted else [*names, verb]
    tail[-1] = replace(tail[-1], space=False)
    inner[root + shift] = replace(inner[root + shift], head=verb_at)
    return Sentence((*inner, *tail, Word(".", ".", "PUNCT", "", verb_at, "punct", True)))


Change = Callable[[Sentence, random.Random], Sentence]
CHANGES: tuple[tuple[Change, float], ...] = (
    (headline, 0.05), (upper, 0.015), (title, 0.02), (lower, 0.03), (without_stop, 0.05),
    (without_articles, 0.02), (adjunct_first, 0.02), (said, 0.05),
)  # fmt: skip


def augment(sentence: Sentence, rng: random.Random) -> Sentence:
    """The sentence as it is, three times out of four, or changed in one way; marks are made curly apart from that."""
    draw = rng.random()
    for change, share in CHANGES:
        if draw < share:
            sentence = change(sentence, rng)
            break
        draw -= share
    return curly(sentence, rng) if rng.random() < 0.4 else sentence
