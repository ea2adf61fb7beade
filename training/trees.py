"""Trees made word by word; laid out, a tree gives a Sentence with the same words in the written order."""

from __future__ import annotations

from dataclasses import dataclass, field

from treebank import Sentence, Word

_NO_SPACE_BEFORE = {",", ".", ":", ";", "?", "!", "'s", "’s", "”", ")", "n't", "n’t", "'", "’"}
_NO_SPACE_AFTER = {"“", "("}


@dataclass(slots=True)
class Tree:
    """A word with what stands left and right of it, in the order of the text."""

    form: str
    lemma: str
    pos: str
    feats: str = ""
    dep: str = "ROOT"
    left: list[Tree] = field(default_factory=list)
    right: list[Tree] = field(default_factory=list)

    def as_(self, dep: str) -> Tree:
        """The same tree under another label."""
        self.dep = dep
        return self


def punct(form: str) -> Tree:
    return Tree(form, form, "PUNCT", "", "punct")


def lay_out(root: Tree, *, capital: bool = True) -> Sentence:
    """The sentence of a tree; its first letter in upper case unless told otherwise."""
    order: list[Tree] = []
    head: dict[int, Tree] = {}

    def visit(node: Tree) -> None:
        for child in node.left:
            head[id(child)] = node
            visit(child)
        order.append(node)
        for child in node.right:
            head[id(child)] = node
            visit(child)

    visit(root)
    # The comma that closes an inner phrase is not written before another mark.
    order = [
        n
        for n, after in zip(order, [*order[1:], None], strict=True)
        if not (n.form == "," and after and after.form in (",", ".", "?"))
    ]
    place = {id(node): i for i, node in enumerate(order)}
    words = []
    for i, node in enumerate(order):
        following = order[i + 1].form if i + 1 < len(order) else ""
        space = following not in _NO_SPACE_BEFORE and node.form not in _NO_SPACE_AFTER
        if node.form == '"':  # straight marks: open where a mark is not yet open
            opened = sum(n.form == '"' for n in order[: i + 1]) % 2 == 1
            space = not opened and following not in _NO_SPACE_BEFORE
        elif following == '"' and sum(n.form == '"' for n in order[: i + 1]) % 2 == 1:
            space = False
        form = node.form
        if i == 0 or (i == 1 and order[0].form in ("“", '"')):
            form = form[:1].upper() + form[1:] if capital else form
        words.append(
            Word(form, node.lemma, node.pos, node.feats, place[id(head.get(id(node), node))], node.dep, space)
        )
    return Sentence(tuple(words))
