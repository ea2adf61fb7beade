"""Richer made-up sentences: modified subjects, questions, fronted conditions, reports of numbers, existentials."""

from __future__ import annotations

from clauses import FIN, Clauses, Verb, aux, finite_be
from phrases import adjective, adp, det, noun, singular
from trees import Tree, punct

PASSIVE_PARTICIPLE = "Tense=Past|VerbForm=Part|Voice=Pass"
STATIONED = (
    "stationed station",
    "deployed deploy",
    "based base",
    "trapped trap",
    "positioned position",
    "located locate",
)
HELD = (
    "held hold",
    "seized seize",
    "controlled control",
    "captured capture",
    "shelled shell",
    "led lead",
    "backed back",
    "signed sign",
    "carried out carry",
    "launched launch",
    "brokered broker",
    "ordered order",
)


class Scenes(Clauses):
    """Clauses whose noun phrases carry more."""

    def actor(self, dep: str) -> tuple[Tree, bool]:
        head, plural = super().actor(dep)
        if (
            head.pos == "NOUN"
            and not any(t.pos == "VERB" or t.dep == "conj" for t in head.right)
            and self.chance(0.18)
        ):
            self.modify(head)
        return head, plural

    def thing(self, dep: str) -> Tree:
        head = super().thing(dep)
        if self.chance(0.12):
            head.right.append(self.participial())
        return head

    def place(self, dep: str) -> Tree:
        head = super().place(dep)
        if head.pos == "NOUN" and not head.right and self.chance(0.08):
            head.right.append(self.participial())
        elif head.pos == "NOUN" and self.chance(0.08) and not head.right:
            direction = self.rng.choice(["east", "north", "west", "south"])
            measure = noun(
                unit := self.rng.choice(["km", "miles", "kilometres"]),
                "mile" if unit == "miles" else unit,
                "obl:unmarked",
                plural=True,
            )
            measure.left.append(Tree(n := str(self.rng.randint(2, 90)), n, "NUM", "", "nummod"))
            of = super().place("obl")
            of.left.insert(0, adp("of"))
            head.right += [punct(","), Tree(direction, direction, "ADV", "", "advmod", [measure], [of])]
            head.right.append(punct(","))
        return head

    def participial(self) -> Tree:
        """'held by the rebels', 'stationed in the valley'."""
        if self.chance(0.5):
            form, lemma = self.rng.choice(STATIONED).split()
            node = Tree(form, lemma, "VERB", PASSIVE_PARTICIPLE, "acl")
            where = super().place("obl")
            where.left.insert(0, adp(self.rng.choice(["in", "near", "along", "at"])))
        else:
            words = self.rng.choice(HELD).split()
            node = Tree(words[0], words[-1], "VERB", PASSIVE_PARTICIPLE, "acl")
            if len(words) == 3:
                node.right.append(adp(words[1], "compound:prt"))
            where, _ = super().actor("obl:agent")
            where.left.insert(0, adp("by"))
        node.right.append(where)
        return node

    def modify(self, head: Tree) -> None:
        draw = self.rng.random()
        if draw < 0.4:
            head.right.append(self.participial())
        elif draw < 0.6:
            of = self.person("obl") if self.chance(0.5) else self.country("obl")
            of.left.insert(0, adp("to"))
            loyal = self.rng.choice(["loyal", "opposed", "allied"])
            head.right.append(Tree(loyal, loyal, "ADJ", "", "amod", [], [of]))
        elif draw < 0.75:
            some = (
                self.people("nmod")
                if self.chance(0.5)
                else self.counted(noun("children", "child", "nmod", plural=True))
            )
            some.left.insert(0, Tree("including", "include", "VERB", "Tense=Pres|VerbForm=Part", "case"))
            some.left.insert(0, punct(","))
            some.right.append(punct(","))
            head.right.append(some)
        else:
            plural = head.feats == "Number=Plur"
            who = Tree(w := "who" if plural and self.chance(0.6) else "which", w, "PRON", "PronType=Rel", "nsubj")
            clause = (
                self.under_duty("acl:relcl", who, plural)
                if self.chance(0.6)
                else self.active("acl:relcl", subject=who, plural=plural, bare=True)
            )
            clause.left.insert(0, punct(","))
            clause.right.append(punct(","))
            head.right.append(clause)

    def under_duty(self, dep: str, subject: Tree, plural: bool) -> Tree:
        """'were supposed to leave', 'have refused to leave'."""
        inner = self.active("xcomp", form="inf", bare=self.chance(0.5))
        inner.left.insert(0, Tree("to", "to", "PART", "", "mark"))
        if self.chance(0.5):
            forms = [
                "suppose supposes supposed supposed supposing",
                "order orders ordered ordered ordering",
                "oblige obliges obliged obliged obliging",
            ]
            head = self.passive_group(Verb.of(self.rng.choice(forms)), plural, dep)
            subject.dep = "nsubj:pass"
        else:
            head = self.verb_group(Verb.of(self.pick("control")), plural, dep)
        head.left.insert(0, subject)
        head.right.append(inner)
        return head

    def partitive(self, dep: str) -> Tree:
        """'two of its soldiers', '30 per cent of the weapons'."""
        of = noun(form := self.pick("plural_units"), singular(form), "nmod", plural=True)
        owner = self.rng.choice(["its", "their", "his"])
        number = "Plur" if owner == "their" else "Sing"
        lemma = {"its": "its", "their": "their", "his": "his"}[owner]
        of.left += [
            adp("of"),
            Tree(owner, lemma, "PRON", f"Case=Gen|Number={number}|Person=3|Poss=Yes|PronType=Prs", "nmod:poss"),
        ]
        if self.chance(0.6):
            n = self.rng.choice(["two", "three", "five", "some", "many", "most"])
            top = Tree(n, n, "NUM" if n in ("two", "three", "five") else "DET" if n == "some" else "ADJ", "", dep)
        else:
            per = self.chance(0.3)
            top = noun("cent" if per else "percent", "cent" if per else "percent", dep)
            if per:
                top.left.append(Tree("per", "per", "ADP", "", "case"))
            top.left.insert(0, Tree(n := str(self.rng.randint(5, 95)), n, "NUM", "", "nummod"))
            if self.chance(0.3):
                top.left[0].left.append(Tree("some", "some", "ADV", "", "advmod"))
        top.right.append(of)
        return top

    def casualties(self, dep: str = "ROOT") -> Tree:
        """'two of its soldiers were killed and five others wounded in a raid on X'."""
        head = self.passive_group(Verb("kill", "kills", "killed", "killed", "killing"), True, dep)
        subject = self.partitive("nsubj:pass") if self.chance(0.5) else self.people("nsubj:pass")
        head.left.insert(0, subject)
        if self.chance(0.6):
            others = noun("others", "other", "nsubj:pass", plural=True)
            n = self.rng.choice(["five", "two", "dozens", "12"])
            others.left.append(Tree(n, n, "NUM", "", "nummod"))
            wounded = Tree(
                *self.rng.choice([("wounded", "wound"), ("injured", "injure")]), "VERB", PASSIVE_PARTICIPLE, "conj"
            )
            wounded.left += [Tree("and", "and", "CCONJ", "", "cc"), others]
            head.right.append(wounded)
        if self.chance(0.5):
            raid = self.deed("obl", heavy=False)
            raid.left.insert(0, adp("in"))
            head.right.append(raid)
        else:
            subject2, plural = super().actor("nsubj")
            when = self.active("advcl", subject=subject2, plural=plural, form="past", bare=True)
            when.left.insert(0, Tree("when", "when", "ADV", "PronType=Int", "advmod"))
            head.right.append(when)
        return head

    def existential(self, dep: str = "ROOT") -> Tree:
        """'There were no reports of shelling'."""
        head = Tree("were", "be", "VERB", FIN.format("Plur", "Past"), dep)
        head.left.append(Tree("there", "there", "PRON", "", "expl"))
        reports = noun(
            w := self.rng.choice(["reports", "signs", "violations", "casualties", "clashes"]),
            {"casualties": "casualty", "clashes": "clash"}.get(w, w[:-1]),
            "nsubj",
            plural=True,
        )
        reports.left.append(
            Tree("no", "no", "DET", "PronType=Neg", "det")
            if self.chance(0.6)
            else Tree("new", "new", "ADJ", "", "amod")
        )
        if w in ("reports", "signs"):
            of = noun("shelling", "shelling", "nmod") if self.chance(0.6) else self.deed("nmod")
            of.left.insert(0, adp("of"))
            reports.right.append(of)
        head.right.append(reports)
        head.right.append(self.time())
        return head

    def shelling(self, dep: str = "ROOT") -> Tree:
        """'Shelling of the airport by separatists continued': the act as a bare noun."""
        form = self.rng.choice(["shelling", "bombing", "fighting", "looting", "mining", "clashes"])
        head = noun(form, "clash" if form == "clashes" else form, "nsubj", plural=form == "clashes")
        if self.chance(0.4):
            head.left.append(adjective(self.rng.choice(["heavy", "renewed", "fresh", "fierce", "intense"])))
        by, _ = super().actor("nmod")
        by.left.insert(0, adp("by"))
        of = super().place("nmod")
        of.left.insert(0, adp("of" if form in ("shelling", "bombing") else "in"))
        parts = [by, of] if form in ("shelling", "bombing") else [of]
        self.rng.shuffle(parts)
        head.right += parts[: self.rng.choice((1, 2))]
        verb = self.verb_group(
            Verb.of(
                self.rng.choice(
                    [
                        "continue continues continued continued continuing",
                        "resume resumes resumed resumed resuming",
                        "stop stops stopped stopped stopping",
                        "begin begins began begun beginning",
                        "erupt erupts erupted erupted erupting",
                    ]
                )
            ),
            form == "clashes",
            dep,
        )
        verb.left.insert(0, head)
        verb.right.append(self.time())
        return verb

    def copular(self, dep: str = "ROOT") -> Tree:
        """'The road is closed', 'the date is now 25 November', 'the village is under the control of X'."""
        draw = self.rng.random()
        if draw < 0.35:
            subject = super().place("nsubj")
            head = adjective(
                self.rng.choice(["open", "empty", "safe", "calm", "tense", "quiet", "free", "unsafe"])
            ).as_(dep)
        elif draw < 0.6:
            subject = noun(
                w := self.rng.choice(["date", "deadline"]),
                w,
                "nsubj",
            )
            subject.left.append(det("the"))
            head = self.date(dep)
        else:
            subject = super().place("nsubj")
            head = noun("control", "control", dep)
            of, _ = super().actor("nmod")
            of.left.insert(0, adp("of"))
            head.left += [adp("under"), det("the")]
            head.right.append(of)
        now = (
            [Tree(a := self.rng.choice(["now", "still", "again"]), a, "ADV", "", "advmod")]
            if self.chance(0.4)
            else []
        )
        negated = [self.negation()] if self.chance(0.2) else []
        head.left[:0] = [subject, finite_be(self.chance(0.4), False, "cop"), *now, *negated]
        return head

    def simple(self, dep: str = "ROOT") -> Tree:
        draw = self.rng.random()
        if draw < 0.78:
            head = super().simple(dep)
        elif draw < 0.83:
            head = self.casualties(dep)
        elif draw < 0.86:
            head = self.existential(dep)
        elif draw < 0.91:
            head = self.shelling(dep)
        elif draw < 0.95:
            head = self.copular(dep)
        else:
            subject = self.partitive("nsubj")
            head = self.active(dep, subject=subject, plural=True, form="past")
        if self.chance(0.07):
            self.fronted(head)
        return head

    def fronted(self, head: Tree) -> None:
        """A condition or a frame before the clause: 'If …,', 'Under the deal,', 'Despite the truce,'."""
        if self.chance(0.5):
            subject, plural = super().actor("nsubj")
            clause = self.active("advcl", subject=subject, plural=plural, bare=True)
            word = self.rng.choice(["if", "although", "after", "while", "unless", "as", "since"])
            clause.left.insert(0, Tree(word, word, "SCONJ", "", "mark"))
        else:
            clause = self.deal("obl")
            clause.left.insert(0, adp(self.rng.choice(["under", "despite", "during", "after", "since"])))
        clause.right.append(punct(","))
        head.left.insert(0, clause)

    def told(self) -> Tree:
        """'X told reporters that S', 'X said in a statement that S', 'there were reports that S'."""
        speaker, plural = self.speaker("nsubj")
        draw = self.rng.random()
        inner = self.simple("ccomp")
        if self.chance(0.75):
            inner.left.insert(0, Tree("that", "that", "SCONJ", "", "mark"))
        if draw < 0.4:
            root = self.verb_group(Verb.of("tell tells told told telling"), plural, "ROOT", form="past")
            to = self.rng.choice(["reporters", "journalists", "lawmakers"])
            if self.chance(0.5):
                root.right.append(noun(to, to[:-1] if to != "lawmakers" else "lawmaker", "iobj", plural=True))
            else:
                paper = noun(p := self.rng.choice(["agency", "newspaper", "parliament", "broadcaster"]), p, "iobj")
                root.right.append(self._the(paper))
        elif draw < 0.75:
            root = self.verb_group(Verb.of("say says said said saying"), plural, "ROOT", form="past")
            statement = noun(w := self.rng.choice(["statement", "briefing", "interview", "message"]), w, "obl")
            statement.left += [adp(self.rng.choice(["in", "at"])), det("an" if w == "interview" else "a")]
            root.right.append(statement)
        else:
            root = self.verb_group(
                Verb.of(
                    self.rng.choice(
                        [
                            "deny denies denied denied denying",
                            "confirm confirms confirmed confirmed confirming",
                            "dismiss dismisses dismissed dismissed dismissing",
                            "reject rejects rejected rejected rejecting",
                        ]
                    )
                ),
                plural,
                "ROOT",
                form="past",
            )
            claim = noun(w := self.rng.choice(["reports", "claims", "allegations"]), w[:-1], "obj", plural=True)
            inner.dep = "acl"
            if inner.left[0].form != "that":
                inner.left.insert(0, Tree("that", "that", "SCONJ", "", "mark"))
            claim.right.append(inner)
            root.left.insert(0, speaker)
            root.right += [claim, punct(".")]
            return root
        root.left.insert(0, speaker)
        root.right += [inner, punct(".")]
        return root

    def question(self) -> Tree:
        """'Have the troops left the valley?', 'Will X hand over Y?'"""
        subject, plural = super().actor("nsubj")
        form = self.rng.choice(["perfect", "will", "did", "prog"])
        root = self.active(subject=None, plural=plural, form="perfect" if form == "did" else form)
        kept = [t for t in root.left if t.pos != "AUX"]
        helpers = [t for t in root.left if t.pos == "AUX"][:1]
        if form == "did":
            root.form, root.feats = root.lemma, "VerbForm=Inf"
            helpers = [aux("did", "do", FIN.format("Plur" if plural else "Sing", "Past"))]
        root.left = [*helpers, subject, *kept]
        root.right.append(punct("?"))
        return root
