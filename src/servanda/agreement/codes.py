"""The codes of errors in agreement.yaml and coverage.yaml: what each says, for docs/errors.md.

Invariant: every code that the room raises stands here, and the documentation lists exactly these.
"""

from __future__ import annotations

CODES: dict[str, tuple[str, str]] = {
    "A100": ("there is no such file, or it is a folder", "name the file, or make one with `servanda init DIR`"),
    "A101": ("the file is too large or nested too deep", "split it into several cases, or write it flatter"),
    "A102": ("anchors, aliases or tags (`&`, `*`, `!`)", "write the value out; quote a text that begins so"),
    "A103": ("not YAML 1.2, or not UTF-8; the line and column are given", "mend it there, as the message says"),
    "A104": ("the file is empty", "write at least servanda, id, title, actors and terms"),
    "A105": ("a key stands twice", "keep one, or give the second another id"),
    "A106": ("a tab in the indentation", "replace each tab by two spaces"),
    "A107": ("another version of the format", "write `servanda: 1`"),
    "A108": ("a key that is not known", "the message names the nearest known key and all that are allowed"),
    "A109": ("something that is needed is missing or empty", "write it, as the message shows"),
    "A110": ("a word that is none of those allowed", "take one of those that the message lists"),
    "A111": ("a value of the wrong form", "write it as the message shows"),
    "A112": ("no time zone of the IANA database", "take a name such as Asia/Baku or UTC"),
    "A113": ("a geometry that is not on the earth, not closed, or not found", "longitude comes first; see the message"),
    "A114": ("an id that names nothing in the file", "the message names the nearest id and all that are allowed"),
    "A115": ("two days in the wrong order", "swap them, or correct one"),
    "A116": ("a field that does not go with the norm", "change the norm, or take the field out"),
    "A117": ("no act of the vocabulary", "take one of those that the message lists"),
    "A118": ("no event, or a day that the file does not give", "write signed, in-force, TERM.fulfilled or {act: …}"),
    "A119": ("a limit without bounds, inverted, or with steps out of order", "write {at_most: n} or {at_least: n}"),
    "A120": ("a circle: actors under each other, zones within each other, or terms that wait for each other",
             "the message shows the path; take one link out"),
    "A121": ("no rival text of that id", "take one of those that the message lists"),
    "A122": ("a day, moment or period in another form, or that does not exist", "the message shows what to write"),
    "A123": ("an id with other characters", "small letters, digits, `-`, `_` and `.`; the message shows one"),
    "A124": ("a bearer is named twice", "name each once"),
    "A125": ("a name or alias belongs to two actors, or to two zones", "leave it with one of them"),
}  # fmt: skip


def section() -> str:
    """The room's section of docs/errors.md."""
    rows = "\n".join(f"| {code} | {what} | {do} |" for code, (what, do) in CODES.items())
    return (
        "## A: agreements\n\n"
        "A file with errors is refused whole, with all its errors at once; the ledger stays as it was.\n\n"
        f"| code | what is wrong | what to do |\n|---|---|---|\n{rows}\n"
    )
