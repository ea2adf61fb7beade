"""The parser worked out with numpy against the plain definition, word by word in double precision."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pytest

from servanda.reading.parser import encoder, load, network, word_vectors
from servanda.reading.parser.component import PARSER, Parser
from servanda.reading.parser.encoder import FAR, Together, by_distance, lined
from servanda.reading.parser.network import Network, Parse, Tag
from servanda.reading.parser.products import SHAPES, STEP, TOGETHER, Floats, one_thread, product
from servanda.reading.parser.word_vectors import WordVectors
from servanda.reading.parser.words import PIECES, keys

WIDTH, BLOCKS, PARTS, HEADS, ARC, LABEL = 12, 2, 3, 3, 8, 6
"""None of them the shape of the shipped model."""
ROWS, WIDTHS = [20, 21, 7, 9, 5, 11, 13, 17, 8], [3, 4, 2, 3, 2, 3, 4, 3, 2]
KNOWN = ["the", "army", "left", "."]
LABELS, TAGS = ["ROOT", "nsubj", "obj", "punct"], ["NOUN", "NOUN Number=Plur", "VERB", "X"]
SENTENCES = [
    ["The", "army", "left", "Qadir-Tavil", "."],
    ["Why", "?"],
    ["Ceasefire"],
    ["They", "did", "n't", "hand", "over", "the", "14", "prisoners", "."],
    ["It", "left", "the", "old", "."],
    [f"word{n % 7}" for n in range(45)],
]


def weights(seed: int = 3) -> dict[str, Floats]:
    """Random ones, by their names."""
    random = np.random.default_rng(seed)
    shapes: dict[str, tuple[int, ...]] = {"words.known.weight": (len(KNOWN) + 1, 5)}
    shapes |= {f"words.tables.{n}.weight": (r, w) for n, (r, w) in enumerate(zip(ROWS, WIDTHS, strict=True))}

    def linear(name: str, deep: int, wide: int, bias: bool = True) -> None:
        shapes[f"{name}.weight"] = (wide, deep)
        if bias:
            shapes[f"{name}.bias"] = (wide,)

    def norm(name: str) -> None:
        shapes[f"{name}.weight"] = shapes[f"{name}.bias"] = (WIDTH,)

    linear("words.linear", 5 + sum(WIDTHS), 2 * WIDTH)
    norm("words.norm")
    for n in range(BLOCKS):
        linear(f"layers.{n}.linear", 3 * WIDTH, PARTS * WIDTH)
        norm(f"layers.{n}.norm")
        norm(f"attend.{n}.norm")
        linear(f"attend.{n}.three", WIDTH, 3 * WIDTH)
        linear(f"attend.{n}.out", WIDTH, WIDTH)
        shapes[f"attend.{n}.near"] = (HEADS, 2 * FAR + 1)
    norm("norm")
    linear("out.tag", WIDTH, len(TAGS))
    for name in ("under", "over"):
        linear(f"out.{name}", WIDTH, ARC)
        linear(f"out.label_{name}", WIDTH, 2 * LABEL)
    linear("out.pair", ARC, ARC, bias=False)
    linear("out.lone", ARC, 1)
    linear("out.root", ARC, 1)
    shapes |= {"out.near": (2 * FAR + 1,), "out.label_root": (2 * LABEL,)}
    linear("out.label", LABEL, len(LABELS))
    return {name: random.normal(0, 0.5, shape).astype(np.float32) for name, shape in shapes.items()}


class Plain:
    """What training/network.py defines, in loops over words."""

    def __init__(self, given: dict[str, Floats]) -> None:
        self.w: dict[str, Any] = {k: v.astype(np.float64) for k, v in given.items()}

    def linear(self, x: Any, name: str) -> Any:
        return self.w[f"{name}.weight"] @ x + self.w.get(f"{name}.bias", 0.0)

    def norm(self, x: Any, name: str) -> Any:
        return (x - x.mean()) / math.sqrt(x.var() + 1e-5) * self.w[f"{name}.weight"] + self.w[f"{name}.bias"]

    def word(self, form: str) -> Any:
        rows = keys(form, {w: n + 1 for n, w in enumerate(KNOWN)}, ROWS)
        tables = ["words.known", *(f"words.tables.{n}" for n in range(len(PIECES)))]
        x = np.concatenate([self.w[f"{t}.weight"][r] for t, r in zip(tables, rows, strict=True)])
        return self.norm(self.linear(x, "words.linear").reshape(2, -1).max(axis=0), "words.norm")

    def window(self, xs: list[Any], n: int) -> list[Any]:
        nothing = np.zeros(WIDTH)
        around = [nothing, *xs, nothing]
        out = []
        for i, x in enumerate(xs):
            y = self.linear(np.concatenate(around[i : i + 3]), f"layers.{n}.linear").reshape(PARTS, -1).max(axis=0)
            out.append(x + self.norm(y, f"layers.{n}.norm"))
        return out

    def attention(self, xs: list[Any], n: int) -> list[Any]:
        name, deep = f"attend.{n}", WIDTH // HEADS
        three = [self.linear(self.norm(x, f"{name}.norm"), f"{name}.three").reshape(3, HEADS, deep) for x in xs]
        out = []
        for i, x in enumerate(xs):
            mixed = np.zeros((HEADS, deep))
            for h in range(HEADS):
                near = self.w[f"{name}.near"][h]
                scores = [three[i][0, h] @ t[1, h] / math.sqrt(deep) + near[far(i, j)] for j, t in enumerate(three)]
                shares = [math.exp(s) for s in scores]
                mixed[h] = sum(s / sum(shares) * t[2, h] for s, t in zip(shares, three, strict=True))
            out.append(x + self.linear(mixed.ravel(), f"{name}.out"))
        return out

    def vectors(self, forms: Sequence[str]) -> list[Any]:
        xs = [self.word(form) for form in forms]
        for n in range(BLOCKS):
            xs = self.attention(self.window(xs, n), n)
        return [self.norm(x, "norm") for x in xs]

    def arcs(self, xs: list[Any]) -> Any:
        under, over = ([np.maximum(self.linear(x, f"out.{name}"), 0) for x in xs] for name in ("under", "over"))
        scores = np.zeros((len(xs), len(xs)))
        for i, u in enumerate(under):
            for j, o in enumerate(over):
                scores[i, j] = self.linear(u, "out.pair") @ o / math.sqrt(ARC) + self.linear(o, "out.lone")[0]
                scores[i, j] += self.w["out.near"][far(i, j)]
            scores[i, i] = self.linear(u, "out.root")[0]
        return scores

    def labels(self, xs: list[Any], heads: Sequence[int]) -> Any:
        out = []
        for i, head in enumerate(heads):
            above = self.w["out.label_root"] if head == i else self.linear(xs[head], "out.label_over")
            both = (self.linear(xs[i], "out.label_under") + above).reshape(2, -1).max(axis=0)
            out.append(self.linear(both, "out.label"))
        return np.array(out)


def far(i: int, j: int) -> int:
    return max(-FAR, min(FAR, j - i)) + FAR


def made(seed: int = 3) -> Network:
    return Network.of(weights(seed), KNOWN, BLOCKS, LABELS, TAGS)


def test_scores_are_those_of_the_definition() -> None:
    net, plain = made(), Plain(weights())
    sentences = sorted(SENTENCES, key=len)
    together = Together.of([len(s) for s in sentences])
    rows = np.zeros((together.rows, WIDTH), dtype=np.float32)
    rows[together.words] = net.words([form for s in sentences for form in s])
    vectors = net.encoder(rows, together)
    arcs = [scores for _, some in net.scoring.arcs(vectors, together) for scores in some]
    tags = net.scoring.tags(vectors)
    heads = [[(7 * i + 3) % len(s) for i in range(len(s))] for s in sentences]
    starts = together.firsts.tolist()
    above = np.arange(together.rows)
    above[together.words] = [start + h for start, some in zip(starts, heads, strict=True) for h in some]
    labels = net.scoring.labels(vectors, above)
    for start, sentence, mine, under in zip(starts, sentences, arcs, heads, strict=True):
        xs = plain.vectors(sentence)
        rest = slice(start, start + len(sentence))
        np.testing.assert_allclose(mine, plain.arcs(xs), rtol=0, atol=1e-4)
        np.testing.assert_allclose(labels[rest], plain.labels(xs, under), rtol=0, atol=1e-4)
        np.testing.assert_allclose(tags[rest], [plain.linear(x, "out.tag") for x in xs], rtol=0, atol=1e-4)


def test_a_parse_is_made_of_the_best_scores() -> None:
    net, plain = made(), Plain(weights())
    for sentence, (tags, heads, labels) in zip(SENTENCES, net.parse(SENTENCES), strict=True):
        xs = plain.vectors(sentence)
        assert tags == [Tag.of(TAGS[int(plain.linear(x, "out.tag").argmax())]) for x in xs]
        scores = plain.labels(xs, heads)
        scores[:, 0] = -np.inf  # ROOT
        assert labels == ["ROOT" if h == i else LABELS[scores[i].argmax()] for i, h in enumerate(heads)]
        best = plain.arcs(xs).argmax(axis=1).tolist()
        if is_tree(best):
            assert heads == best


def is_tree(heads: Sequence[int]) -> bool:
    ends = list(range(len(heads)))
    for _ in heads:
        ends = [heads[e] for e in ends]
    return len(set(ends)) == 1 and sum(h == i for i, h in enumerate(heads)) == 1


def test_a_parse_is_a_tree_under_one_root_by_any_weights() -> None:
    for seed in range(10):
        for sentence, parse in zip(SENTENCES, made(seed).parse(SENTENCES), strict=True):
            assert len(parse.tags) == len(parse.heads) == len(parse.labels) == len(sentence)
            assert is_tree(parse.heads)
            assert [label == "ROOT" for label in parse.labels] == [h == i for i, h in enumerate(parse.heads)]


@pytest.fixture(autouse=True)
def one_at_a_time() -> Iterator[None]:
    """As in `Network.parse`."""
    with one_thread():
        yield


def scored(net: Network, sentences: Sequence[Sequence[str]]) -> list[bytes]:
    """All scores of arcs of each sentence, to the bit; the sentences in the order of their lengths."""
    together = Together.of([len(s) for s in sentences])
    rows = np.zeros((together.rows, net.words.width), dtype=np.float32)
    rows[together.words] = net.words([form for s in sentences for form in s])
    vectors = net.encoder(rows, together)
    return [scores.tobytes() for _, some in net.scoring.arcs(vectors, together) for scores in some]


@pytest.mark.parametrize("pairs", [1, 60, 32_768])
def test_a_sentence_has_the_same_bits_alone_and_among_others(monkeypatch: pytest.MonkeyPatch, pairs: int) -> None:
    monkeypatch.setattr(encoder, "_PAIRS", pairs)
    sentences = sorted(SENTENCES * 3, key=len)
    together = scored(made(), sentences)
    net = made()
    assert together == [scored(net, [s])[0] for s in sentences]


def test_so_it_has_with_the_shipped_weights() -> None:
    parser = load().get_pipe(PARSER)
    assert isinstance(parser, Parser) and parser.network is not None
    sentences = sorted([*SENTENCES, *(SENTENCES[-1][:n] for n in range(1, 41))] * 2, key=len)
    assert scored(parser.network, sentences) == [scored(parser.network, [s])[0] for s in sentences]


def test_the_step_is_tried_with_the_matrices_of_the_parser() -> None:
    parser = load().get_pipe(PARSER)
    assert isinstance(parser, Parser) and parser.network is not None
    net = parser.network
    blocks = [(window.dense, attention.three, attention.out) for window, attention in net.encoder.blocks]
    scoring = net.scoring
    dense = [
        net.words.dense,
        *(d for b in blocks for d in b),
        scoring.ends,
        scoring.pair,
        scoring.sides,
        scoring.label,
        scoring.tag,
    ]
    assert {d.weights.shape for d in dense} == set(SHAPES)


def test_order_and_number_of_sentences_change_no_parse(monkeypatch: pytest.MonkeyPatch) -> None:
    net = made()
    found = net.parse(SENTENCES)
    assert net.parse([*SENTENCES, [], *SENTENCES])[: len(SENTENCES)] == found
    assert net.parse(SENTENCES[::-1])[::-1] == found
    monkeypatch.setattr(network, "_ROWS", 6)
    assert net.parse(SENTENCES) == found
    assert net.parse([]) == [] and net.parse([[]]) == [Parse([], [], [])]


def test_a_sentence_longer_than_the_longest_is_one_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    net = made()
    words = SENTENCES[-1]
    first = net.parse([words[:20]])[0]
    monkeypatch.setattr(network, "MOST", 20)
    both, short = net.parse([words, words[:20]])
    assert is_tree(both.heads)
    assert short == first
    assert both.labels.count("ROOT") == 1
    assert both.labels.count("parataxis") == 2
    assert (both.heads[:20], both.tags[:20]) == (first.heads, first.tags)


def test_sentences_of_one_length_go_together_but_not_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "_PAIRS", 20)
    together = Together.of([1, 3, 3, 3, STEP + 1])
    groups = [(g.start, g.number, g.length) for g in together.groups]
    assert groups == [(0, 1, 1), (STEP, 2, 3), (3 * STEP, 1, 3), (4 * STEP, 1, STEP + 1)]
    assert together.rows == -(-6 * STEP // TOGETHER) * TOGETHER
    assert together.firsts.tolist() == [n * STEP for n in range(5)]
    assert together.lasts.tolist() == [0, STEP + 2, 2 * STEP + 2, 3 * STEP + 2, 5 * STEP]
    assert together.words.tolist()[:4] == [0, STEP, STEP + 1, STEP + 2]


def test_what_is_added_by_distance() -> None:
    near = np.arange(2 * FAR + 1, dtype=np.float32)
    added = by_distance(lined(near), 60)
    assert all(added[i, j] == far(i, j) for i in range(60) for j in range(60))


def word_vectors_of(forms: Sequence[str], words: WordVectors) -> Floats:
    return words(forms)


def test_words_are_remembered_until_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_vectors, "MOST_WORDS", 8)
    words, plain = WordVectors.of(weights(), KNOWN), Plain(weights())
    worked: list[str] = []
    made_of = WordVectors._made

    def counted(self: WordVectors, forms: Sequence[str]) -> Floats:
        worked.extend(forms)
        return made_of(self, forms)

    monkeypatch.setattr(WordVectors, "_made", counted)
    for sentence in [*SENTENCES, *SENTENCES[:1] * 2]:
        found = word_vectors_of(sentence, words)
        np.testing.assert_allclose(found, [plain.word(form) for form in sentence], rtol=0, atol=1e-4)
        assert len(words.places) <= max(8, len(set(sentence)))
    assert worked[-5:] == SENTENCES[0]
    assert worked.count("Ceasefire") == 1


def test_a_word_has_the_same_bits_whatever_was_asked_before() -> None:
    first, second = WordVectors.of(weights(), KNOWN), WordVectors.of(weights(), KNOWN)
    word_vectors_of(SENTENCES[3], second)
    assert (word_vectors_of(SENTENCES[0], first) == word_vectors_of(SENTENCES[0], second)).all()


@pytest.mark.parametrize("number", [1, 2, 59, 60, 61, 200])
def test_a_row_of_a_product_depends_on_itself_and_its_place_alone(number: int) -> None:
    random = np.random.default_rng(7)
    rows = random.standard_normal((200, 96)).astype(np.float32)
    matrix = random.standard_normal((96, 144)).astype(np.float32)
    whole = product(rows, matrix)
    assert (product(rows[:number], matrix) == whole[:number]).all()
    for start in range(0, 200, STEP):
        assert (product(rows[start:], matrix) == whole[start:]).all()
    np.testing.assert_allclose(whole, rows @ matrix, rtol=0, atol=1e-4)
