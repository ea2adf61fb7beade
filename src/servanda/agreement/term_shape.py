"""The shape of a term: one promise, with every field that may stand on it.

Invariant: each field has a description and an example that loads; `TermFields` asks for none of them, because a
rival text gives only what it words otherwise, and `TermShape` is a term of the agreement itself.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag, model_validator

from servanda.agreement.scalars import (
    AnyNumberOf,
    Day,
    Label,
    LongerPeriod,
    Number,
    OneOrMore,
    PeriodText,
    Slug,
    Text,
    Timezone,
    date_hint,
    form,
    no_truth,
    written,
)


class Shape(BaseModel):
    """A mapping of a file: unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", populate_by_name=False)


def example(shown: Any, description: str, **rest: Any) -> Any:
    """A field with what it means and one example, both for people."""
    return Field(description=description, examples=[shown], **rest)


class EventShape(Shape):
    """An act by somebody, as a condition or the base of a deadline."""

    act: Text = example("verify", "From the vocabulary of acts.")
    actor: Slug | None = example("russia", "By whom; without it, by anybody.", default=None)
    zone: Slug | None = example("kalbajar", "Where; without it, anywhere.", default=None)


EventText = Annotated[Annotated[Text, Tag("a text")] | Annotated[EventShape, Tag("a mapping")], Discriminator(form)]


class DueShape(Shape):
    """When a duty is due: one of `by`, `before`, `within`."""

    by: Day | None = example("2020-11-15", "The last day in time.", default=None)
    before: Day | None = example("2020-11-15", "The first day that is too late.", default=None)
    bound: Literal["unclear"] | None = example(
        "unclear", "With `by` or `before`: the text leaves open whether the day itself is in time.", default=None
    )
    within: PeriodText | None = example("P60D", "A period counted from an event; goes with `of`.", default=None)
    of: EventText | None = example(
        "in-force",
        "The event: `signed`, `in-force`, `TERM.fulfilled`, `TERM.breached`, `TERM.started`, or `{act: …, actor: …, zone: …}`.",
        default=None,
    )
    base_day: Literal["excluded", "included"] = example(
        "included", "With `within`: whether the day of the event counts as the first.", default="excluded"
    )
    timezone: Timezone | None = example(
        "Europe/Moscow", "IANA name in which this day ends, where it is not the agreement's.", default=None
    )

    @model_validator(mode="before")
    @classmethod
    def _not_bare(cls, value: Any) -> Any:
        text = written(value)
        days = date_hint(text) if isinstance(text, str) else ()
        if days:
            raise ValueError(
                f"a bare day does not tell whether the day itself is in time. "
                f"Write {{by: {days[0]}}}, or {{before: {days[0]}}} where that day is too late"
            )
        return value

    @model_validator(mode="after")
    def _one(self) -> Self:
        given = [k for k in ("by", "before", "within") if getattr(self, k) is not None]
        if len(given) != 1:
            found = ", ".join(given) or "none"
            raise ValueError(f"exactly one of by, before, within is wanted, not {found}. Write {{by: 2020-11-15}}")
        if self.within and self.of is None:
            raise ValueError("within needs of:, the event from which it counts. Write {within: P60D, of: in-force}")
        if self.within and self.bound:
            raise ValueError("bound goes with by or before, not with within. Leave it out")
        if not self.within and (self.of is not None or "base_day" in self.model_fields_set):
            raise ValueError("of and base_day go with within, not with by or before. Leave them out")
        return self


class PowerShape(Shape):
    """Who may do something to a term: any of the holders, or all together."""

    any_: OneOrMore[Slug] | None = example(["azerbaijan"], "Any one of them is enough.", default=None, alias="any")
    all_: OneOrMore[Slug] | None = example(["armenia", "azerbaijan"], "All together.", default=None, alias="all")

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.any_ is None) == (self.all_ is None):
            raise ValueError("exactly one of any and all is wanted. Write {any: [a, b]} or {all: [a, b]}")
        return self


class JointShape(Shape):
    """Several actors with one shared duty."""

    jointly: list[Slug] = example(["armenia", "azerbaijan"], "The actors that owe it together.", min_length=2)


class LimitShape(Shape):
    """Bounds on a counted thing, both inclusive; in a list, each step holds from its `since` on."""

    at_most: Number | None = example(1960, "The largest number allowed.", default=None)
    at_least: Number | None = example(3, "The smallest number allowed.", default=None)
    since: Day | None = example("2020-12-01", "The first day of this step; without it, from the beginning.", default=None)


class ExceptShape(Shape):
    """What the text itself exempts."""

    acts: AnyNumberOf[Text] = example(["verify"], "Acts.", default_factory=list)
    actors: AnyNumberOf[Slug] = example(["armenia"], "Actors.", default_factory=list)
    zones: AnyNumberOf[Slug] = example(["kalbajar"], "Zones.", default_factory=list)


Holders = Annotated[
    Annotated[Slug, Tag("a text")]
    | Annotated[list[Slug], Field(min_length=1), Tag("a list")]
    | Annotated[PowerShape, Tag("a mapping")],
    Discriminator(form),
]
Bearer = Annotated[
    Annotated[Slug, Tag("a text")]
    | Annotated[list[Slug], Field(min_length=1), Tag("a list")]
    | Annotated[JointShape, Tag("a mapping")],
    Discriminator(form),
]
LimitSteps = Annotated[
    Annotated[LimitShape, Tag("a mapping")] | Annotated[list[LimitShape], Field(min_length=1), Tag("a list")],
    Discriminator(form),
]


class TermFields(Shape):
    """The fields of a term; a rival text may give any of them anew."""

    article: Label | None = example("6", "Where it stands in the text.", default=None)
    says: Text | None = example(
        "Armenia returns Kalbajar district by 15 November 2020.",
        "The agreement's own words, or a faithful translation.",
        default=None,
    )
    norm: Literal["obligation", "prohibition", "maintenance"] | None = example(
        "obligation",
        "`obligation` (do, usually by a date), `prohibition` (never do while in force), `maintenance` (keep a state, "
        "or a quantity within limits).",
        default=None,
    )
    bearer: Bearer | None = example(
        ["armenia"],
        "Who owes it: an id, a list (each alone), or `{jointly: [a, b]}` for one shared duty.",
        default=None,
    )
    toward: AnyNumberOf[Slug] = example(["azerbaijan"], "To whom it is owed.", default_factory=list)
    act: OneOrMore[Text] | None = example(
        ["withdraw", "hand-over"],
        "What is to be done, or never done, or kept; from the vocabulary of acts, one or a list where several acts perform it.",
        default=None,
    )
    zone: Slug | None = example("kalbajar", "Where.", default=None)
    due: DueShape | None = example(
        {"by": "2020-11-15"},
        "When an obligation is due. `by` counts the day itself as in time, `before` as too late.",
        default=None,
    )
    may_extend: Holders | None = example(
        ["azerbaijan"], "Who may move the date: any of these, or `{all: [a, b]}` together.", default=None
    )
    may_waive: Holders | None = example(["azerbaijan"], "Who may give the promise up.", default=None)
    may_suspend: Holders | None = example({"all": ["armenia", "azerbaijan"]}, "Who may suspend it.", default=None)
    may_terminate: Holders | None = example({"any": ["armenia", "azerbaijan"]}, "Who may end it.", default=None)
    limit: dict[str, LimitSteps] = example(
        {"personnel": [{"at_most": 1960}, {"since": "2021-06-01", "at_most": 1000}], "posts": {"at_least": 3}},
        "Bounds on counted things, by what is counted; a list of steps with `since` makes a schedule. On an obligation: "
        "the quantity owed, each step due on its `since`.",
        default_factory=dict,
    )
    when: EventText | None = example(
        "signed",
        "The condition under which it comes into force: an event, or `{act: …, actor: …, zone: …}`.",
        default=None,
    )
    phase: Label | None = example("1", "The phase that it belongs to; extending a phase moves its terms.", default=None)
    in_parallel_with: AnyNumberOf[Slug] = example(
        ["7-returns"],
        "Terms to be performed side by side with it; without a date of its own it shares theirs, as extended.",
        default_factory=list,
    )
    after: AnyNumberOf[Slug] = example(["7-returns"], "Terms that must be fulfilled first.", default_factory=list)
    every: LongerPeriod | None = example("P1M", "It falls due again each period.", default=None)
    from_: Day | None = example("2020-11-20", "The first day of its own period.", default=None, alias="from")
    until: Day | None = example("2021-11-20", "The last day of its own period.", default=None)
    ends_with: EventText | None = example(
        "7-returns.fulfilled", "The event that ends it, as with `when`; it binds until the day before.", default=None
    )
    strength: Literal["result", "ensure", "best-efforts"] = example(
        "best-efforts",
        "What is promised: the result, to ensure it, or best efforts. Where best efforts bring no result, whether enough "
        "was done is disputed.",
        default="result",
    )
    except_: ExceptShape | None = example(
        {"zones": ["conflict-zone"]}, "What the text itself exempts.", default=None, alias="except"
    )
    baseline: Text | None = example(
        "positions held at midnight on 10 November 2020", "The state from which change is counted.", default=None
    )
    target: AnyNumberOf[Slug] = example(["azerbaijan"], "Who may not be attacked; without it, `toward`.", default_factory=list)
    protects: AnyNumberOf[Slug] = example(["russia"], "Whom it protects, where others than the parties.", default_factory=list)
    verifier: Slug | None = example("russia", "The body that the text names to confirm performance.", default=None)
    absence: Literal["unknown", "breach"] = example(
        "breach",
        "What silence means once the date has passed: `unknown`, or `breach` where a register is complete.",
        default="unknown",
    )
    window: LongerPeriod | None = example(
        "P30D", "The window up to the day asked about to which the word of a prohibition applies.", default=None
    )
    level: Annotated[int, BeforeValidator(no_truth), Field(ge=0, le=3)] | None = example(
        2, "0 to 3, how far the provision goes, as in the Peace Accords Matrix.", default=None
    )
    renewal: LongerPeriod | None = example("P5Y", "It is renewed by this period unless notice is given.", default=None)
    superseded_by: AnyNumberOf[Slug] = example(
        ["7-returns"],
        "Terms that take its place: it ends on the day before one of them comes into force.",
        default_factory=list,
    )


def _published(schema: dict[str, Any]) -> None:
    """What the JSON Schema says beyond the fields: what a term needs, and that a prohibition has no due date."""
    schema["required"] = ["norm", "bearer", "act"]
    schema["if"] = {"properties": {"norm": {"const": "prohibition"}}, "required": ["norm"]}
    schema["then"] = {"properties": {"due": {"type": "null"}, "limit": {"maxProperties": 0}}}


class TermShape(TermFields):
    """One promise."""

    model_config = ConfigDict(extra="forbid", populate_by_name=False, json_schema_extra=_published)
