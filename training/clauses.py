"""Made-up sentences about wars and truces with their trees: what a general treebank has too few of."""

from __future__ import annotations

from dataclasses import dataclass

from phrases import Phrases, adp, noun, singular
from trees import Tree, punct

FIN = "Mood=Ind|Number={}|Person=3|Tense={}|VerbForm=Fin"


@dataclass(frozen=True, slots=True)
class Verb:
    """The five forms of a verb."""

    base: str
    third: str
    past: str
    participle: str
    ing: str

    @staticmethod
    def of(forms: str) -> Verb:
        return Verb(*forms.split())


BE = Verb("be", "is", "was", "been", "being")


def aux(form: str, lemma: str, feats: str, dep: str = "aux") -> Tree:
    return Tree(form, lemma, "AUX", feats, dep)


def finite_be(past: bool, plural: bool, dep: str) -> Tree:
    form = ("were" if plural else "was") if past else ("are" if plural else "is")
    return aux(form, "be", FIN.format("Plur" if plural else "Sing", "Past" if past else "Pres"), dep)


class Clauses(Phrases):
    """Clauses and sentences; a method that returns a Tree gives the head of the clause."""

    def chance(self, p: float) -> bool:
        return self.rng.random() < p

    def negation(self) -> Tree:
        if self.chance(0.2):
            return Tree("never", "never", "ADV", "", "advmod")
        return Tree("not", "not", "PART", "Polarity=Neg", "advmod")

    def verb_group(self, verb: Verb, plural: bool, dep: str, *, form: str | None = None) -> Tree:
        """The verb with its auxiliaries to the left; `form` fixes one, else any."""
        number = "Plur" if plural else "Sing"
        form = (
            form
            or self.rng.choices(
                ["past", "perfect", "present", "will", "modal", "prog", "is-to", "past-perfect", "did-not"],
                [40, 16, 7, 9, 7, 7, 5, 5, 6],
            )[0]
        )
        head = Tree(verb.base, verb.base, "VERB", "VerbForm=Inf", dep)
        negated = self.chance(0.12)
        if form == "past" or form == "present":
            head.form = verb.past if form == "past" else (verb.base if plural else verb.third)
            head.feats = FIN.format(number, "Past" if form == "past" else "Pres")
            return head
        if form in ("perfect", "past-perfect"):
            head.form, head.feats = verb.participle, "Tense=Past|VerbForm=Part"
            past = form == "past-perfect"
            word = "had" if past else ("have" if plural else "has")
            head.left.append(aux(word, "have", FIN.format(number, "Past" if past else "Pres")))
        elif form == "prog":
            head.form, head.feats = verb.ing, "Tense=Pres|VerbForm=Part"
            head.left.append(finite_be(self.chance(0.5), plural, "aux"))
        elif form == "is-to":
            head.left.append(finite_be(self.chance(0.4), plural, "cop"))
            head.left.append(Tree("to", "to", "PART", "", "mark"))
            negated = False
        elif form == "did-not":
            head.left.append(aux("did", "do", FIN.format(number, "Past")))
            short = Tree(self.rng.choice(["n't", "n’t"]), "not", "PART", "Polarity=Neg", "advmod")
            head.left.append(short if self.chance(0.3) else self.negation())
            return head
        else:
            word = (
                "will"
                if form == "will"
                else self.rng.choice(["must", "should", "would", "may", "could", "shall", "can"])
            )
            head.left.append(aux(word, word, "VerbForm=Fin"))
        if negated:
            head.left.append(self.negation())
        elif self.chance(0.1):
            adverb = self.pick("adverbs")
            head.left.append(Tree(adverb, adverb, "ADV", "", "advmod"))
        return head

    def passive_group(self, verb: Verb, plural: bool, dep: str) -> Tree:
        head = Tree(verb.participle, verb.base, "VERB", "Tense=Past|VerbForm=Part|Voice=Pass", dep)
        number = "Plur" if plural else "Sing"
        draw = self.rng.random()
        if draw < 0.55:
            head.left.append(finite_be(draw < 0.42, plural, "aux:pass"))
        elif draw < 0.75:
            head.left.append(aux("have" if plural else "has", "have", FIN.format(number, "Pres")))
            head.left.append(aux("been", "be", "Tense=Past|VerbForm=Part", "aux:pass"))
        elif draw < 0.92:
            word = self.rng.choice(["will", "must", "should", "would", "could"])
            head.left.append(aux(word, word, "VerbForm=Fin"))
            head.left.append(aux("be", "be", "VerbForm=Inf", "aux:pass"))
        else:
            head.left.append(finite_be(self.chance(0.5), plural, "aux"))
            head.left.append(aux("being", "be", "Tense=Pres|VerbForm=Part", "aux:pass"))
        if self.chance(0.12):
            head.left.insert(1, self.negation())
        return head

    def complements(self, head: Tree, frame: str, verb_entry: object) -> None:
        """Objects and obliques that the frame asks for, to the right of the verb."""
        if frame == "motion":
            preposition = self.rng.choice(verb_entry[1])  # type: ignore[index]
            if self.chance(0.85):
                head.right.append(self.in_place(preposition))
        elif frame == "particle_motion":
            _, particle, prepositions = verb_entry  # type: ignore[misc]
            head.right.append(adp(particle, "compound:prt"))
            if self.chance(0.8):
                head.right.append(self.in_place(self.rng.choice(prepositions)))
        elif frame == "transfer":
            particle = verb_entry[1]  # type: ignore[index]
            obj = self.rng.choice([self.place, self.people, self.thing])("obj")
            late = self.chance(0.4)
            if particle and not late:
                head.right.append(adp(particle, "compound:prt"))
            head.right.append(obj)
            if particle and late:
                head.right.append(adp(particle, "compound:prt"))
            if self.chance(0.8):
                to, _ = self.actor("obl")
                to.left.insert(0, adp("to"))
                head.right.append(to)
        else:
            head.right.append(self.object_of(frame))
            if frame == "transitive_people" and self.chance(0.4):
                head.right.append(self.in_place(self.rng.choice(["in", "near", "to"])))

    def object_of(self, frame: str, dep: str = "obj") -> Tree:
        if frame == "transitive_place":
            return self.place(dep)
        if frame == "transitive_thing":
            return self.thing(dep)
        if frame == "transitive_deal":
            return self.deal(dep)
        return self.people(dep) if self.chance(0.5) else self.unit(dep, plural=True)

    def frame(self) -> tuple[str, object, Verb]:
        frame = self.rng.choices(
            [
                "motion",
                "particle_motion",
                "transitive_place",
                "transitive_thing",
                "transitive_deal",
                "transitive_people",
                "transfer",
            ],
            [22, 8, 22, 10, 14, 14, 14],
        )[0]
        entry = self.pick(frame)
        return frame, entry, Verb.of(entry[0] if isinstance(entry, list) else entry)

    def adjuncts(self, head: Tree) -> None:
        if self.chance(0.5):
            head.right.append(self.time())
        if self.chance(0.12):
            means = noun(
                w := self.rng.choice(["artillery", "mortars", "drones", "tanks"]),
                singular(w),
                "obl",
                plural=w != "artillery",
            )
            means.left.append(adp("with"))
            head.right.append(means)
        if self.chance(0.1):
            deed = self.deed("obl", heavy=False)
            deed.left.insert(
                0,
                self.rng.choice(
                    [adp("despite"), adp("after"), adp("during"), Tree("under", "under", "ADP", "", "case")]
                ),
            )
            head.right.append(deed)

    def deed(self, dep: str, *, heavy: bool = True) -> Tree:
        """An act as a noun: the withdrawal of troops from X by Y, X's shelling of Y."""
        head = noun(form := self.pick("deeds"), form, dep)
        owned = self.chance(0.3)
        if owned:
            self.possessive(self.country(""), head)
        if heavy and self.chance(0.75):
            of = (
                self.unit("nmod")
                if form in ("withdrawal", "deployment", "return", "evacuation", "pullout", "advance")
                else self.place("nmod")
            )
            of.left.insert(0, adp("of"))
            head.right.append(of)
            if form in ("withdrawal", "evacuation", "pullout") and self.chance(0.6):
                head.right.append(self.in_place("from", "nmod"))
            if not owned and self.chance(0.35):
                by, _ = self.actor("nmod")
                by.left.insert(0, adp("by"))
                head.right.append(by)
        return head if owned else self._the(head)

    def active(
        self,
        dep: str = "ROOT",
        *,
        subject: Tree | None = None,
        plural: bool = False,
        form: str | None = None,
        bare: bool = False,
    ) -> Tree:
        """A clause in the active; without a subject it is non-finite (`form` says how)."""
        frame, entry, verb = self.frame()
        if form in ("inf", "ger"):
            feats = "VerbForm=Inf" if form == "inf" else "VerbForm=Ger"
            head = Tree(verb.base if form == "inf" else verb.ing, verb.base, "VERB", feats, dep)
        else:
            head = self.verb_group(verb, plural, dep, form=form)
        if subject is not None:
            head.left.insert(0, subject)
        self.complements(head, frame, entry)
        if not bare:
            self.adjuncts(head)
        return head

    def passive(self, dep: str = "ROOT") -> Tree:
        frame = self.rng.choice(
            ["transitive_place", "transitive_thing", "transitive_deal", "transitive_people", "transfer"]
        )
        entry = self.pick(frame)
        verb = Verb.of(entry[0] if isinstance(entry, list) else entry)
        subject = self.place("nsubj:pass") if frame == "transfer" else self.object_of(frame, "nsubj:pass")
        head = self.passive_group(verb, subject.feats == "Number=Plur", dep)
        head.left.insert(0, subject)
        if frame == "transfer":
            if entry[1]:
                head.right.append(adp(entry[1], "compound:prt"))
            if self.chance(0.7):
                to, _ = self.actor("obl")
                to.left.insert(0, adp("to"))
                head.right.append(to)
        if self.chance(0.5):
            by, _ = self.actor("obl:agent")
            by.left.insert(0, adp("by"))
            head.right.append(by)
        self.adjuncts(head)
        return head

    def controlled(self, dep: str = "ROOT") -> Tree:
        """X refused to Y; X was ordered to Y; X ordered Y to Z; X was supposed to Y."""
        draw = self.rng.random()
        inner = self.active("xcomp", form="inf", bare=self.chance(0.5))
        inner.left.insert(0, Tree("to", "to", "PART", "", "mark"))
        if self.chance(0.12):
            inner.left.insert(0, Tree("not", "not", "PART", "Polarity=Neg", "advmod"))
        if draw < 0.55:
            subject, plural = self.actor("nsubj")
            head = self.verb_group(Verb.of(self.pick("control")), plural, dep)
            head.left.insert(0, subject)
        elif draw < 0.78:
            subject, plural = self.actor("nsubj:pass")
            verb = self.rng.choice(
                [
                    Verb.of(self.pick("object_control")),
                    Verb("suppose", "supposes", "supposed", "supposed", "supposing"),
                    Verb("oblige", "obliges", "obliged", "obliged", "obliging"),
                    Verb("expect", "expects", "expected", "expected", "expecting"),
                ]
            )
            head = self.passive_group(verb, plural, dep)
            head.left.insert(0, subject)
        else:
            subject, plural = self.actor("nsubj")
            head = self.verb_group(Verb.of(self.pick("object_control")), plural, dep)
            head.left.insert(0, subject)
            head.right.append(self.actor("obj")[0])
        head.right.append(inner)
        return head

    def accusing(self, dep: str = "ROOT") -> Tree:
        subject, plural = self.speaker("nsubj")
        head = self.verb_group(
            Verb.of("accuse accuses accused accused accusing"), plural, dep, form="past" if self.chance(0.7) else None
        )
        head.left.insert(0, subject)
        head.right.append(self.actor("obj")[0])
        inner = self.active("advcl", form="ger")
        inner.left.insert(0, Tree("of", "of", "SCONJ", "", "mark"))
        head.right.append(inner)
        return head

    def nominal(self, dep: str = "ROOT") -> Tree:
        subject = self.deed("nsubj")
        passive = self.chance(0.5)
        forms = [
            "complete completes completed completed completing",
            "suspend suspends suspended suspended suspending",
        ]
        if passive:
            subject.dep = "nsubj:pass"
            head = self.passive_group(Verb.of(self.rng.choice(forms)), False, dep)
        else:
            forms = [
                "begin begins began begun beginning",
                "continue continues continued continued continuing",
                "start starts started started starting",
                "fail fails failed failed failing",
            ]
            head = self.verb_group(Verb.of(self.rng.choice(forms)), False, dep)
        head.left.insert(0, subject)
        self.adjuncts(head)
        return head

    def simple(self, dep: str = "ROOT") -> Tree:
        """Any clause without a clause above it."""
        draw = self.rng.random()
        if draw < 0.5:
            subject, plural = self.actor("nsubj")
            if self.chance(0.15):
                self.relative(subject, plural)
            head = self.active(dep, subject=subject, plural=plural)
        elif draw < 0.72:
            head = self.passive(dep)
        elif draw < 0.9:
            head = self.controlled(dep)
        elif draw < 0.95:
            head = self.accusing(dep)
        else:
            head = self.nominal(dep)
        if self.chance(0.12):
            self.second(head)
        return head

    def relative(self, noun_head: Tree, plural: bool) -> None:
        if noun_head.pos == "PRON" or noun_head.right:
            return
        clause = self.active(
            "acl:relcl",
            subject=Tree("who" if plural else "which", "who" if plural else "which", "PRON", "PronType=Rel", "nsubj"),
            plural=plural,
            bare=True,
        )
        if not plural:
            clause.left.insert(0, punct(","))
            clause.right.append(punct(","))
        noun_head.right.append(clause)

    def second(self, head: Tree) -> None:
        """A conjoined or subordinate clause after the first."""
        draw = self.rng.random()
        subject, plural = self.actor("nsubj")
        if draw < 0.35:
            clause = self.active("conj", form="past", bare=True)
            clause.left.append(Tree("and", "and", "CCONJ", "", "cc"))
            if not head.feats.endswith("Fin") or "Past" not in head.feats:
                return
        elif draw < 0.6:
            clause = self.active("conj", subject=subject, plural=plural, bare=True)
            clause.left.insert(0, Tree(w := self.rng.choice(["and", "but"]), w, "CCONJ", "", "cc"))
            clause.left.insert(0, punct(","))
        elif draw < 0.85:
            clause = self.active("advcl", subject=subject, plural=plural, bare=True)
            mark = self.rng.choice(
                ["after", "while", "if", "because", "unless", "before", "until", "when", "although"]
            )
            clause.left.insert(0, Tree(mark, mark, "SCONJ", "", "mark" if mark != "when" else "advmod"))
            if mark == "when":
                clause.left[0].pos, clause.left[0].feats = "ADV", "PronType=Int"
        else:
            clause = self.active("advcl", form="ger", bare=True)
            clause.left.insert(
                0, Tree(m := self.rng.choice(["after", "without", "by", "before"]), m, "SCONJ", "", "mark")
            )
        head.right.append(clause)
