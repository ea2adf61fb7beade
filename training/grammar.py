"""Sentences by style: plain, reported, quoted, headlines, translated; chance decides, the seed repeats it."""

from __future__ import annotations

import random
from dataclasses import replace

from clauses import FIN, Clauses, Verb
from phrases import adp, name, noun
from scenes import Scenes
from treebank import Sentence
from trees import Tree, lay_out, punct


def _say(c: Clauses, plural: bool, *, form: str = "past", only_say: bool = False) -> Tree:
    verb = Verb.of("say says said said saying" if only_say or c.chance(0.5) else c.pick("saying"))
    return c.verb_group(verb, plural, "ROOT", form=form)


def _when(c: Clauses, head: Tree) -> None:
    if c.chance(0.35):
        day = name(c.pick("days"), "obl:unmarked")
        if c.chance(0.6):
            day.dep = "obl"
            day.left.append(adp("on"))
        head.right.append(day)


def plain(c: Clauses) -> Sentence:
    root = c.simple()
    if c.chance(0.12):
        start = c.time()
        if start.dep != "advmod" or start.form == "ago":
            start.right.append(punct(","))
            root.left.insert(0, start)
    root.right.append(punct("."))
    return lay_out(root)


def reported_after(c: Clauses) -> Sentence:
    """X said (that) S."""
    speaker, plural = c.speaker("nsubj")
    root = _say(c, plural, form=c.rng.choice(["past", "past", "present", "perfect"]))
    root.left.insert(0, speaker)
    _when(c, root)
    inner = c.simple("ccomp")
    if c.chance(0.65):
        inner.left.insert(0, Tree("that", "that", "SCONJ", "", "mark"))
    root.right += [inner, punct(".")]
    return lay_out(root)


def reported_before(c: Clauses) -> Sentence:
    """S, X said. S, said X. With or without quotation marks, of either kind, or one of them missing."""
    speaker, plural = c.speaker("nsubj")
    root = _say(c, plural, only_say=c.chance(0.7))
    inner = c.simple("ccomp")
    marks = c.rng.choice([None, None, ("“", "”"), ('"', '"'), ("", "”"), ("", '"')])
    comma = punct(",")
    if marks is None:
        inner.right.append(comma)
    else:
        if marks[0]:
            inner.left.insert(0, punct(marks[0]))
        inner.right += [comma, punct(marks[1])] if c.chance(0.7) else [punct(marks[1]), comma]
    root.left.insert(0, inner)
    if speaker.pos != "PRON" and c.chance(0.4):
        root.right.append(speaker)
    else:
        root.left.insert(1, speaker)
    _when(c, root)
    root.right.append(punct("."))
    return lay_out(root)


def told(c: Clauses) -> Sentence:
    return lay_out(Scenes(c.rng).told())


def question(c: Clauses) -> Sentence:
    return lay_out(Scenes(c.rng).question())


def according_to(c: Clauses) -> Sentence:
    root = c.simple()
    source, _ = c.speaker("obl")
    if source.pos == "PRON":
        source = c.body("obl")
    according = Tree("according", "accord", "VERB", "Tense=Pres|VerbForm=Part", "case", [], [adp("to", "fixed")])
    source.left.insert(0, according)
    if c.chance(0.5):
        source.right.append(punct(","))
        root.left.insert(0, source)
    else:
        if c.chance(0.6):
            source.left.insert(0, punct(","))
        root.right.append(source)
    root.right.append(punct("."))
    return lay_out(root)


def unknown(c: Clauses) -> Sentence:
    """It is not known / unclear whether S."""
    root = Tree(
        *c.rng.choice(
            [
                ("known", "know", "VERB", "Tense=Past|VerbForm=Part|Voice=Pass"),
                ("clear", "clear", "ADJ", ""),
                ("unclear", "unclear", "ADJ", ""),
            ]
        )
    )
    inner = c.simple("ccomp" if root.pos == "VERB" else "csubj")
    inner.left.insert(0, Tree("whether", "whether", "SCONJ", "", "mark"))
    passive = root.pos == "VERB"
    root.left = [
        Tree("it", "it", "PRON", "Case=Nom|Number=Sing|Person=3|PronType=Prs", "expl"),
        Tree("is", "be", "AUX", FIN.format("Sing", "Pres"), "aux:pass" if passive else "cop"),
    ]
    if root.form != "unclear":
        root.left.append(Tree("not", "not", "PART", "Polarity=Neg", "advmod"))
    root.right = [inner, punct(".")]
    return lay_out(root)


def _cased(sentence: Sentence, c: Clauses) -> Sentence:
    """Headline casing: as it is, title case, or capitals."""
    draw = c.rng.random()
    if draw < 0.6:
        return sentence
    small = {"to", "of", "in", "on", "by", "from", "and", "the", "a", "at", "for", "into", "is", "as", "’s", "'s"}
    if draw < 0.85:
        return Sentence(
            tuple(w if w.form in small else replace(w, form=w.form[:1].upper() + w.form[1:]) for w in sentence.words)
        )
    return Sentence(tuple(replace(w, form=w.form.upper()) for w in sentence.words))


def headline(c: Clauses) -> Sentence:
    """Present, infinitive or bare-participle headlines, with a source before a colon or after a comma."""
    draw = c.rng.random()
    if draw < 0.35:
        subject, plural = c.actor("nsubj")
        root = c.active(subject=subject, plural=plural, form="present", bare=c.chance(0.6))
    elif draw < 0.5:
        subject, _ = c.actor("nsubj")
        root = c.active(form="inf", bare=c.chance(0.5))
        root.left.insert(0, Tree("to", "to", "PART", "", "mark"))
        root.left.insert(0, subject)
    elif draw < 0.65:
        root = c.passive()
        root.left = [t for t in root.left if t.pos != "AUX" and t.lemma not in ("not", "never")]
    elif draw < 0.75:
        subject, plural = c.actor("nsubj")
        root = c.verb_group(Verb.of(c.pick("control")), plural, "ROOT", form="present")
        root.left.insert(0, subject)
        inner = c.active("xcomp", form="inf", bare=True)
        inner.left.insert(0, Tree("to", "to", "PART", "", "mark"))
        root.right.append(inner)
    elif draw < 0.85:
        subject, plural = c.actor("nsubj")
        root = c.verb_group(Verb.of("accuse accuses accused accused accusing"), plural, "ROOT", form="present")
        root.left.insert(0, subject)
        root.right.append(c.actor("obj")[0])
        inner = c.active("advcl", form="ger", bare=True)
        inner.left.insert(0, Tree("of", "of", "SCONJ", "", "mark"))
        root.right.append(inner)
    else:
        root = c.deed("ROOT")
    if c.chance(0.2):
        _headline_clause(c, root)
    if c.chance(0.25) and root.pos == "VERB":
        root = _headline_source(c, root)
    return _cased(lay_out(root), c)


def _headline_clause(c: Clauses, root: Tree) -> None:
    """'… as rebels storm base', '… after army shells town', 'Two killed, five wounded'."""
    if root.pos == "VERB" and root.feats.endswith("Voice=Pass") and c.chance(0.4):
        n = c.rng.choice(["five", "two", "dozens", "12"])
        number = Tree(n, n, "NUM", "", "nsubj:pass")
        other = Tree(
            *c.rng.choice([("wounded", "wound"), ("injured", "injure"), ("captured", "capture")]),
            "VERB",
            root.feats,
            "conj",
            [punct(","), number],
        )
        root.right.insert(0, other)
        return
    subject, plural = c.actor("nsubj")
    clause = c.active("advcl", subject=subject, plural=plural, form="present", bare=True)
    mark = c.rng.choice(["as", "after", "after", "while", "before"])
    clause.left.insert(0, Tree(mark, mark, "SCONJ", "", "mark"))
    if root.pos == "VERB":
        root.right.append(clause)
    else:
        clause.dep = "advcl"
        root.right.append(clause)


def _headline_source(c: Clauses, root: Tree) -> Tree:
    """A source before a colon (a name with the clause beside it), after a dash, or after a comma."""
    draw = c.rng.random()
    if draw < 0.15:
        after = c.country("parataxis") if c.chance(0.4) else c.body("parataxis")
        after.left.insert(0, punct(c.rng.choice([":", "-", "–"])))
        root.right.append(after)
        return root
    if draw < 0.55:
        source = c.country("ROOT") if c.chance(0.6) else c.body("ROOT")
        source.right.append(punct(":"))
        source.right.append(root.as_("parataxis"))
        return source
    speaker = noun(w := c.pick("speakers_plural"), w, "nsubj", plural=True) if c.chance(0.6) else c.country("nsubj")
    say = c.verb_group(Verb.of("say says said said saying"), speaker.feats == "Number=Plur", "ROOT", form="present")
    root.as_("ccomp").right.append(punct(","))
    say.left += [root, speaker]
    return say


def translated(c: Clauses) -> Sentence:
    """Articles gone and adjuncts in front of the verb, as in texts put into English by a machine."""
    c.bare = True
    root = c.simple()
    c.bare = False
    movable = [t for t in root.right if t.dep in ("obl", "obl:agent", "obl:unmarked")]
    if movable and c.chance(0.6):
        moved = c.rng.choice(movable)
        root.right.remove(moved)
        root.left.insert(0, moved)
        if c.chance(0.3):
            moved.right.append(punct(","))
    root.right.append(punct("."))
    return lay_out(root)


STYLES = (
    (plain, 26),
    (reported_after, 12),
    (reported_before, 18),
    (told, 8),
    (question, 3),
    (according_to, 6),
    (unknown, 3),
    (headline, 22),
    (translated, 10),
)


def made_up(rng: random.Random, count: int) -> list[Sentence]:
    """`count` sentences of all styles."""
    makers, weights = zip(*STYLES, strict=True)
    out = []
    while len(out) < count:
        maker = rng.choices(makers, weights)[0]
        sentence = maker(Scenes(rng, bare=maker is headline and rng.random() < 0.8))
        if len(sentence.words) <= 60:
            out.append(sentence)
    return out


if __name__ == "__main__":
    for s in made_up(random.Random(7), 40):
        print(s.text)
