"""The parser as PyTorch modules: what learn.py trains, and parser/ of the package works out again with numpy.

A word's own vector comes from tables (words.py); residual layers of windows and of attention set words beside each
other; arcs are scored between all pairs of words of a sentence (Dozat and Manning, 2017).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

FAR = 20
"""Distances between words are told apart up to this."""


@dataclass(frozen=True)
class Shape:
    """How wide and deep a network is."""

    width: int = 160
    blocks: int = 3
    pieces: int = 2
    heads: int = 8
    arc: int = 128
    label: int = 128
    drop: float = 0.15


class Layer(nn.Module):
    """x + norm(greatest of some linear pieces of a word and its neighbours)."""

    def __init__(self, width: int, pieces: int, drop: float) -> None:
        super().__init__()
        self.pieces = pieces
        self.linear = nn.Linear(3 * width, pieces * width)
        self.norm = nn.LayerNorm(width)
        self.drop = nn.Dropout(drop)

    def forward(self, x: Tensor, there: Tensor) -> Tensor:
        x = x * there[..., None]
        before, after = F.pad(x, (0, 0, 1, 0))[:, :-1], F.pad(x, (0, 0, 0, 1))[:, 1:]
        y: Tensor = self.linear(torch.cat([before, x, after], dim=-1))
        y = self.drop(self.norm(y.view(*y.shape[:-1], self.pieces, -1).amax(dim=-2)))
        return x + y


class Attention(nn.Module):
    """x + what the words of the sentence give each other, weighted by likeness and distance."""

    def __init__(self, width: int, heads: int, drop: float) -> None:
        super().__init__()
        self.heads = heads
        self.norm = nn.LayerNorm(width)
        self.three = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.near = nn.Parameter(torch.zeros(heads, 2 * FAR + 1))
        self.drop = nn.Dropout(drop)

    def forward(self, x: Tensor, there: Tensor, distance: Tensor) -> Tensor:
        number, length, width = x.shape
        q, k, v = self.three(self.norm(x)).view(number, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        score = q @ k.transpose(-1, -2) / math.sqrt(width / self.heads) + self.near[:, distance]
        score = score.masked_fill(~there[:, None, None, :], -1e4)
        mixed = (self.drop(score.softmax(-1)) @ v).transpose(1, 2).reshape(number, length, width)
        given: Tensor = self.drop(self.out(mixed))
        return x + given


def distances(length: int, device: torch.device) -> Tensor:
    """(length, length): how far the second word stands behind the first, cut at FAR, counted from 0."""
    at = torch.arange(length, device=device)
    return (at[None, :] - at[:, None]).clamp(-FAR, FAR) + FAR


class Heads(nn.Module):
    """Scores of arcs, labels and tags from the vectors of words."""

    def __init__(self, width: int, shape: Shape, labels: int, tags: int) -> None:
        super().__init__()
        self.drop = nn.Dropout(0.33)
        self.tag = nn.Linear(width, tags)
        self.under, self.over = nn.Linear(width, shape.arc), nn.Linear(width, shape.arc)
        self.pair = nn.Linear(shape.arc, shape.arc, bias=False)
        self.lone = nn.Linear(shape.arc, 1)
        self.root = nn.Linear(shape.arc, 1)
        self.near = nn.Parameter(torch.zeros(2 * FAR + 1))
        self.label_under, self.label_over = nn.Linear(width, 2 * shape.label), nn.Linear(width, 2 * shape.label)
        self.label_root = nn.Parameter(torch.zeros(2 * shape.label))
        self.label = nn.Linear(shape.label, labels)

    def arcs(self, x: Tensor, there: Tensor, distance: Tensor) -> Tensor:
        """(number, length, length): how well the second word heads the first; on the diagonal, how well none does."""
        under, over = self.drop(F.relu(self.under(x))), self.drop(F.relu(self.over(x)))
        scores = self.pair(under) @ over.transpose(-1, -2) / math.sqrt(under.shape[-1])
        scores = scores + self.lone(over).transpose(-1, -2) + self.near[distance]
        eye = torch.eye(x.shape[1], dtype=torch.bool, device=x.device)
        scores = torch.where(eye, self.root(under), scores)
        return scores.masked_fill(~there[:, None, :], -1e4)

    def labels(self, x: Tensor, heads: Tensor) -> Tensor:
        """(number, length, labels) of each word under its head; a word that is its own head is the root."""
        under, over = self.label_under(self.drop(x)), self.label_over(self.drop(x))
        chosen = over.gather(1, heads[..., None].expand(-1, -1, over.shape[-1]))
        at = torch.arange(x.shape[1], device=x.device)
        chosen = torch.where((heads == at)[..., None], self.label_root, chosen)
        both = (under + chosen).view(*under.shape[:-1], 2, -1).amax(dim=-2)
        scores: Tensor = self.label(self.drop(both))
        return scores


class Words(nn.Module):
    """The vector of a word by itself, from its rows in the tables."""

    def __init__(self, known: Tensor, rows: list[int], widths: list[int], out: int) -> None:
        super().__init__()
        self.known = nn.Embedding(known.shape[0] + 1, known.shape[1])
        with torch.no_grad():
            self.known.weight[1:] = known
            self.known.weight[0] = 0
        tables = [nn.Embedding(r, w) for r, w in zip(rows, widths, strict=True)]
        for table in tables:
            nn.init.normal_(table.weight, std=0.5)
        self.tables = nn.ModuleList(tables)
        self.linear = nn.Linear(known.shape[1] + sum(widths), 2 * out)
        self.norm = nn.LayerNorm(out)

    def forward(self, keys: Tensor, hide: float, hide_piece: float) -> Tensor:
        known = keys[..., 0]
        if self.training and hide:
            known = torch.where(torch.rand(known.shape, device=known.device) < hide, 0, known)
        parts = [self.known(known)]
        for n, table in enumerate(self.tables):
            part = table(keys[..., n + 1])
            if self.training and hide_piece:
                part = part * (torch.rand(part.shape[:-1], device=part.device) >= hide_piece)[..., None]
            parts.append(part)
        y: Tensor = self.linear(torch.cat(parts, dim=-1))
        normed: Tensor = self.norm(y.view(*y.shape[:-1], 2, -1).amax(dim=-2))
        return normed


class Student(nn.Module):
    """The parser that is shipped."""

    def __init__(self, shape: Shape, known: Tensor, rows: list[int], widths: list[int], labels: int, tags: int) -> None:
        super().__init__()
        self.shape = shape
        self.words = Words(known, rows, widths, shape.width)
        self.drop = nn.Dropout(shape.drop)
        self.layers = nn.ModuleList(Layer(shape.width, shape.pieces, shape.drop) for _ in range(shape.blocks))
        self.attend = nn.ModuleList(Attention(shape.width, shape.heads, shape.drop) for _ in range(shape.blocks))
        self.norm = nn.LayerNorm(shape.width)
        self.out = Heads(shape.width, shape, labels, tags)

    def forward(self, keys: Tensor, there: Tensor, hide: float = 0.0) -> tuple[Tensor, Tensor]:
        distance = distances(keys.shape[1], keys.device)
        x = self.drop(self.words(keys, hide, 0.1))
        for layer, attend in zip(self.layers, self.attend, strict=True):
            x = attend(layer(x, there), there, distance)
        return self.norm(x), distance


HEADS = 12
"""Heads of attention of the encoder below: its weights do not say."""


class Bert(nn.Module):
    """A small encoder of the BERT kind, by its published weights; words are given by their first pieces."""

    def __init__(self, weights: dict[str, Tensor]) -> None:
        super().__init__()
        self.weights = nn.ParameterDict({k.replace(".", "/"): nn.Parameter(v.float()) for k, v in weights.items()})
        self.count = 1 + max(int(k.split(".")[2]) for k in weights if k.startswith("encoder.layer."))
        self.drop = nn.Dropout(0.1)

    def _w(self, name: str) -> Tensor:
        weight: Tensor = self.weights[name.replace(".", "/")]
        return weight

    def _linear(self, x: Tensor, name: str) -> Tensor:
        return F.linear(x, self._w(name + ".weight"), self._w(name + ".bias"))

    def _norm(self, x: Tensor, name: str) -> Tensor:
        return F.layer_norm(x, x.shape[-1:], self._w(name + ".weight"), self._w(name + ".bias"), 1e-12)

    def forward(self, ids: Tensor, there: Tensor) -> Tensor:
        x = F.embedding(ids, self._w("embeddings.word_embeddings.weight"))
        x = x + self._w("embeddings.position_embeddings.weight")[: ids.shape[1]]
        x = self.drop(self._norm(x + self._w("embeddings.token_type_embeddings.weight")[0], "embeddings.LayerNorm"))
        mask = there[:, None, None, :]
        for n in range(self.count):
            at = f"encoder.layer.{n}."
            q, k, v = (
                self._linear(x, f"{at}attention.self.{p}").view(*x.shape[:2], HEADS, -1).transpose(1, 2)
                for p in ("query", "key", "value")
            )
            y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask, dropout_p=0.1 if self.training else 0.0)
            y = self.drop(self._linear(y.transpose(1, 2).flatten(2), f"{at}attention.output.dense"))
            x = self._norm(x + y, f"{at}attention.output.LayerNorm")
            y = self._linear(F.gelu(self._linear(x, f"{at}intermediate.dense")), f"{at}output.dense")
            x = self._norm(x + self.drop(y), f"{at}output.LayerNorm")
        return x


class Teacher(nn.Module):
    """A large parser: the encoder, the pieces of the spelling beside it, and the same heads."""

    def __init__(
        self, bert: dict[str, Tensor], pieces: Tensor, known: Tensor, rows: list[int], widths: list[int], labels: int, tags: int
    ) -> None:
        super().__init__()
        self.bert = Bert(bert)
        self.pieces: Tensor  # (words, most pieces): numbers of the pieces of each word, -1 for none
        self.register_buffer("pieces", pieces)
        self.spelled = Words(known, rows, widths, 128)
        wide = bert["embeddings.word_embeddings.weight"].shape[1] + 128
        self.out = Heads(wide, Shape(arc=400, label=256), labels, tags)

    def forward(self, words: Tensor, keys: Tensor, there: Tensor, hide: float = 0.0) -> tuple[Tensor, Tensor]:
        """As Student, with the numbers of the words beside their keys."""
        number, length = words.shape
        pieces = self.pieces[words]  # (number, length, most)
        real = (pieces >= 0) & there[..., None]
        counts = real.sum(-1)
        starts = counts.cumsum(1) - counts + 1  # one for the mark that opens a sentence
        total = int(counts.sum(1).max()) + 2
        ids = torch.zeros(number, total, dtype=torch.long, device=words.device)
        places = starts[..., None] + torch.arange(pieces.shape[-1], device=words.device)
        row = torch.arange(number, device=words.device)[:, None, None].expand_as(places)
        ids[row[real], places[real]] = pieces[real].long()
        ends = counts.sum(1) + 1
        ids[:, 0] = OPEN
        ids[torch.arange(number, device=words.device), ends] = CLOSE
        inside = torch.arange(total, device=words.device)[None, :] <= ends[:, None]
        found = self.bert(ids, inside)
        x = found.gather(1, starts.clamp(max=total - 1)[..., None].expand(-1, -1, found.shape[-1]))
        x = torch.cat([x, self.spelled(keys, hide, 0.1)], dim=-1)
        return x, distances(length, words.device)


OPEN, CLOSE = 1, 2
"""Numbers of the marks that open and close a text, among the pieces kept."""
