# ruff: noqa: RUF005  (tables of sentences read best unbroken)
"""Attribution over a dozen conflicts: who says what. All wording is ours."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servanda.agreement.model import Agreement
from servanda.reading.attribution import Attribution, find_attributions, speakers_at
from servanda.reading.claim import SPEAKER_KINDS
from servanda.reading.names import Names
from servanda.reading.quotes import find_quotes
from servanda.reading.sentences import paragraphs, split
from servanda.reports.model import Segment

_path = Path(__file__).parent.parent / "names" / "agreements.py"
_spec = importlib.util.spec_from_file_location("agreements_for_tests", _path)
assert _spec is not None and _spec.loader is not None
cases = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(cases)


def read(agreement: Agreement | None, text: str, segments: list[Segment] | None = None) -> list[Attribution]:
    names = Names.of(agreement)
    sentences = split(text, segments or [])
    quotes = find_quotes(text, paragraphs(sentences))
    got = find_attributions(text, sentences, [None] * len(sentences), names.find(text), quotes, names)
    for a in got:
        for w in (a.source, a.cue, a.content):
            assert text[w.start : w.end] == w.text
        assert a.source.kind in SPEAKER_KINDS
    return got


def speakers(case: str, text: str, clause: str) -> list[tuple[str | None, str | None, str]]:
    got = read(getattr(cases, case), text)
    at = text.index(clause)
    return [(s.name, s.actor, s.kind) for s in speakers_at(got, at, at + len(clause))]


@pytest.mark.parametrize(
    ("case", "text", "clause", "name", "actor", "kind"),
    [
        # indirect
        ("KARABAKH", "The Armenian defence ministry said that the last unit had left.", "the last unit had left", "Armenian defence ministry", "armenia", "named-official"),
        ("SUDAN", "The RSF said on Sunday its men had left the bridge.", "its men had left the bridge", "RSF", "rsf", "named-official"),
        ("CONGO", "A spokesman for the Congolese army said M23 rebels had fired first.", "M23 rebels had fired first", "spokesman for the Congolese army", "drc", "named-official"),
        ("ETHIOPIA", "Ethiopian officials said aid had reached Mekelle.", "aid had reached Mekelle", "Ethiopian officials", "ethiopia", "unnamed-official"),
        ("YEMEN", "A Houthi military source said the port would be handed over.", "the port would be handed over", "Houthi military source", "houthis", "unnamed-official"),
        ("MYANMAR", "Residents of Laiza said jets had bombed a camp.", "jets had bombed a camp", "Residents of Laiza", None, "witness"),
        ("SRI_LANKA", "The Sri Lanka Monitoring Mission said both sides had broken the truce.", "both sides had broken the truce", "Sri Lanka Monitoring Mission", "slmm", "monitor"),
        ("UKRAINE", "OSCE monitors said 40 howitzers were missing.", "40 howitzers were missing", "OSCE monitors", "osce", "monitor"),
        ("PHILIPPINES", "Philippine President Benigno Aquino told Congress that the camp had been closed.", "the camp had been closed", "Benigno Aquino", "government", "named-official"),
        ("SOUTH_SUDAN", "Military analysts believe the truce will not hold.", "the truce will not hold", "Military analysts", None, "expert"),
        ("COLOMBIA", "Bogota later announced that the zone had been cleared.", "the zone had been cleared", "Bogota", "government", "named-official"),
        ("KARABAKH", "Hikmet Hajiyev, an aide to the president of Azerbaijan, said the date had been moved.", "the date had been moved", "Hikmet Hajiyev", "azerbaijan", "named-official"),
        ("UKRAINE", "The ministry in Kiev said two shells had landed.", "two shells had landed", "ministry in Kiev", None, "named-official"),
        # 'according to', before and behind
        ("SUDAN", "According to the Sudanese army, the RSF shelled a market.", "the RSF shelled a market", "Sudanese army", "saf", "named-official"),
        ("YEMEN", "The ships left Salif at noon, according to witnesses.", "The ships left Salif at noon", "witnesses", None, "witness"),
        ("CONGO", "Fighting resumed near Goma, according to a UN report seen by Reuters.", "Fighting resumed near Goma", "UN report", None, "unknown"),
        # behind a comma
        ("COLOMBIA", "The rifles were handed in, the UN mission said.", "The rifles were handed in", "UN mission", "un-mission", "monitor"),
        ("MYANMAR", "Two villages were burned, said a Kachin Independence Army officer.", "Two villages were burned", "Kachin Independence Army officer", "kia", "unnamed-official"),
        # 'told'
        ("SOUTH_SUDAN", "An SPLM-IO commander told Radio Tamazuj that his men would not move.", "his men would not move", "SPLM-IO commander", "splm-io", "unnamed-official"),
        # participles
        ("SUDAN", "The RSF withdrew at dawn, saying the army had agreed.", "the army had agreed", "RSF", "rsf", "named-official"),
        # accusations
        ("UKRAINE", "Ukraine accused Russia of moving guns to Debaltseve.", "moving guns to Debaltseve", "Ukraine", "ukraine", "named-official"),
        ("KARABAKH", "Baku denied that its troops had fired.", "its troops had fired", "Baku", "azerbaijan", "named-official"),
        # nouns
        ("ETHIOPIA", "The claim by the TPLF that Eritrean forces stayed could not be verified.", "Eritrean forces stayed", "TPLF", "tplf", "named-official"),
        ("YEMEN", "Sanaa's statement that the port was clear surprised nobody.", "the port was clear", "Sanaa", "government", "named-official"),
        # passives with an agent
        ("CONGO", "It was reported by Rwanda that shells had crossed the border.", "shells had crossed the border", "Rwanda", "rwanda", "named-official"),
    ],
)  # fmt: skip
def test_says(case: str, text: str, clause: str, name: str, actor: str | None, kind: str) -> None:
    got = speakers(case, text, clause)
    assert got, read(getattr(cases, case), text)
    assert got[0] == (name, actor, kind)


@pytest.mark.parametrize(
    ("case", "text", "clause", "chain"),
    [
        ("KARABAKH", "The minister said that rebels had admitted that they fired first.", "they fired first", ["rebels", "minister"]),
        ("SUDAN", "AFP quoted an army spokesman as saying that the RSF had shelled Khartoum.", "the RSF had shelled Khartoum", ["army spokesman", "AFP"]),
        ("UKRAINE", "Interfax reported, citing the Russian defence ministry, that guns had been moved.", "guns had been moved", ["Russian defence ministry", "Interfax"]),
        ("YEMEN", "Ansar Allah leader Abdulmalik al-Houthi was quoted by Al-Masirah as saying the port was free.", "the port was free", ["Abdulmalik al-Houthi", "Al-Masirah"]),
        ("CONGO", 'GOMA, Jan 5 (Reuters) - "We left at dawn," M23 spokesman Lawrence Kanyuka said.', "We left at dawn", ["Lawrence Kanyuka", "Reuters"]),
        ("MYANMAR", "Troops shelled Laiza, the KIA said. - AFP", "Troops shelled Laiza", ["KIA", "AFP"]),
    ],
)  # fmt: skip
def test_nested(case: str, text: str, clause: str, chain: list[str]) -> None:
    assert [name for name, _, _ in speakers(case, text, clause)] == chain


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("The troops have reportedly left the valley.", "troops have"),
        ("The army allegedly burned two villages.", "burned two villages"),
        ("The rebels are said to have mined the road.", "mined the road"),
        ("It was reported that mines were laid.", "mines were laid"),
        ("The army is accused of shelling a school.", "shelling a school"),
        ("Rebels are believed to hold the bridge.", "hold the bridge"),
        ("There are rumours that the bridge fell.", "the bridge fell"),
    ],
)
def test_hearsay_has_an_unknown_source(text: str, clause: str) -> None:
    got = read(cases.SUDAN, text)
    at = text.index(clause)
    (a,) = [x for x in got if x.content.start <= at < x.content.end]
    assert (a.source.kind, a.source.text, a.doubt) == ("unknown", "", True)


QUOTED = [
    ('"We left," he said.', "We left"),
    ("“We left at dawn,” said RSF spokesman Al-Fateh Qurashi. “Nobody was hurt. We are not coming back.”", "We are not coming back"),
    ('"We left at dawn today", - RSF spokesman Al-Fateh Qurashi says.', "We left at dawn today"),
    ('"We left at dawn today"- RSF spokesman Al-Fateh Qurashi, said earlier.', "We left at dawn today"),
    ('RSF spokesman Al-Fateh Qurashi: "We left at dawn today."', "We left at dawn today"),
    ('RSF spokesman Al-Fateh Qurashi said: "We left. We shall not be back."', "We shall not be back"),
    ('The troops "have left for good", RSF spokesman Al-Fateh Qurashi said.', "have left for good"),
    ('"We," RSF spokesman Al-Fateh Qurashi said, "left at dawn today."', "left at dawn today"),
    ("“We left.\n\n“Nobody was hurt,” RSF spokesman Al-Fateh Qurashi said.", "Nobody was hurt"),
    ('RSF spokesman Al-Fateh Qurashi spoke at noon. "We left," he said.', "We left"),
    ('RSF spokesman Al-Fateh Qurashi said the bridge was empty. "Our men left it at dawn."', "Our men left it at dawn"),
    ('RSF spokesman Al-Fateh Qurashi said in a statement on Sunday: "We left at dawn."', "We left at dawn"),
    ('"We left at dawn" - RSF spokesman Al-Fateh Qurashi.', "We left at dawn"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "clause"), QUOTED)
def test_quotations(text: str, clause: str) -> None:
    got = read(cases.SUDAN, text)
    at = text.index(clause)
    chain = speakers_at(got, at, at + len(clause))
    assert chain, got
    if "RSF" in text:
        assert (chain[0].actor, chain[0].kind) == ("rsf", "named-official")
    assert any(a.quoted for a in got)


def test_what_is_outside_the_quotation_is_not_said() -> None:
    text = 'The army left. "We are gone," it said. The bridge is empty.'
    got = read(cases.SUDAN, text)
    for clause in ("The army left", "The bridge is empty"):
        at = text.index(clause)
        assert speakers_at(got, at, at + len(clause)) == []


def test_two_speakers_in_one_sentence_keep_their_own() -> None:
    text = "The RSF said the army had fired, but the army said that nobody had fired."
    got = read(cases.SUDAN, text)
    first, second = "the army had fired", "nobody had fired"
    assert [s.actor for s in speakers_at(got, text.index(first), text.index(first) + len(first))] == ["rsf"]
    assert [s.actor for s in speakers_at(got, text.index(second), text.index(second) + len(second))] == ["saf"]


def test_shared_subject() -> None:
    text = "The RSF said that its men had left and denied that they had looted."
    got = {a.content.text: (a.source.actor, a.verb) for a in read(cases.SUDAN, text)}
    assert got == {"its men had left": ("rsf", "say"), "they had looted": ("rsf", "deny")}


def test_he_is_the_speaker_before() -> None:
    text = "Ukraine's foreign minister, Pavlo Klimkin, said guns had moved. He added that more would follow."
    assert [(a.source.name, a.source.actor) for a in read(cases.UKRAINE, text)] == [("Pavlo Klimkin", "ukraine")] * 2


def test_he_is_whoever_denied_it_since() -> None:
    text = "Armenian Defence Minister Davit Tonoyan accused them. An Azerbaijani commander denied this. He said that his men had stayed."
    assert speakers("KARABAKH", text, "his men had stayed")[0][1] == "azerbaijan"


def test_when_it_was_said() -> None:
    text = "The TPLF said on 5 November that its men had left."
    (a,) = read(cases.ETHIOPIA, text)
    assert a.said is not None and a.said.text == "on 5 November"
    (b,) = read(cases.ETHIOPIA, "The road is open, the TPLF said earlier.")
    assert b.said is not None and b.said.text == "earlier"


@pytest.mark.parametrize(
    ("headline", "actor", "content"),
    [
        ("Kiev: guns were moved back", "ukraine", "guns were moved back"),
        ("Guns were moved back: Kiev", "ukraine", "Guns were moved back"),
        ("Guns were moved back, says Kiev", "ukraine", "Guns were moved back"),
        ("Truce broken forty times - OSCE", "osce", "Truce broken forty times"),
    ],
)
def test_headline_colon(headline: str, actor: str, content: str) -> None:
    got = read(cases.UKRAINE, headline, [Segment("headline", 0, len(headline))])
    assert [(a.source.actor, a.content.text) for a in got] == [(actor, content)]


@pytest.mark.parametrize("text", ["Ceasefire: day three", "Live: troops leave the valley", "Map - the new line"])
def test_headlines_that_name_no_speaker(text: str) -> None:
    assert read(cases.UKRAINE, text, [Segment("headline", 0, len(text))]) == []


@pytest.mark.parametrize(
    "text",
    [
        "The report was long. The state of the road is bad.",
        "They are to report on Monday.",
        "Troops left according to plan.",
        "The withdrawal went according to the agreement.",
        "The army continued to shell the town.",
        "Russia maintains 1,960 men there.",
        "The rebels agreed to leave.",
        "The army added troops at the bridge.",
        "Claims rose and fears grew.",
    ],
)
def test_no_attribution(text: str) -> None:
    assert read(cases.UKRAINE, text) == []


def test_comments_are_of_commenters() -> None:
    text = "Rebels left.\n\nNonsense, the army said they stayed."
    got = read(cases.SUDAN, text, [Segment("body", 0, 12), Segment("comment", 12, len(text))])
    at = text.index("they stayed")
    assert [s.kind for s in speakers_at(got, at, at + 11)][-1] == "commenter"
    assert speakers_at(got, 0, 11) == []


def test_an_aggregator_as_it_comes() -> None:
    text = (
        'Guards stay on the bridge\n\n"In view of the floods the Council decided to give 5 more days - the date is now '
        'not May 3, but May 8"- Aye Naing, aide to Myanmar President Htin Kyaw, said earlier.\n\n'
        '“The problem is that the guards do not want to go. It may lead to new clashes ", - the expert marks.'
    )
    got = read(None, text)
    (aide,) = [a for a in got if a.verb == "say"]
    assert aide.source.name == "Aye Naing" and aide.source.kind == "named-official"
    assert aide.content.text.startswith("In view") and aide.content.text.endswith("May 8")
    (expert,) = [a for a in got if a.source.kind == "expert"]
    assert expert.content.text.startswith("The problem") and "new clashes" in expert.content.text


@pytest.mark.parametrize(
    ("case", "text", "got"),
    [
        ("SUDAN", "The army said the RSF had shelled a school, a charge the RSF denied.", [("saf", "say", "the RSF had shelled a school"), ("rsf", "deny", "a charge")]),
        ("KARABAKH", "Yerevan says prisoners are missing, which Baku denies.", [("armenia", "say", "prisoners are missing"), ("azerbaijan", "deny", "which")]),
        ("YEMEN", "The Houthis did not say whether they had left.", []),
        ("UKRAINE", "Kiev has not confirmed that guns were moved.", []),
        ("UKRAINE", "As Kiev noted, guns were moved.", [("ukraine", "note", "guns were moved")]),
        ("UKRAINE", "Guns were moved at night, as Kiev noted.", [("ukraine", "note", "Guns were moved at night")]),
        ("UKRAINE", "Kiev, however, said guns were moved.", [("ukraine", "say", "guns were moved")]),
        ("ETHIOPIA", "An Ethiopian official, speaking on condition of anonymity, said troops had left.", [("ethiopia", "say", "troops had left")]),
        ("UKRAINE", "The withdrawal is over, reports Interfax with reference to the Russian Defence Ministry.", [("russia", "cite", "The withdrawal is over"), (None, "report", "The withdrawal is over")]),
        ("CONGO", "Kinshasa has rejected the offer, a Rwandan official said.", [("rwanda", "say", "Kinshasa has rejected the offer"), ("drc", "reject", "the offer")]),
        ("CONGO", "Kinshasa and Kigali said the border was open.", [(None, "say", "the border was open")]),
        ("YEMEN", "After a week of talks in a castle, the government and the Houthis agreed.", []),
        ("YEMEN", "The ports are empty, the government said after two days of talks.", [("government", "say", "The ports are empty")]),
        ("SUDAN", '"They came at four," said a shepherd, who had walked all night.', [(None, "say", "They came at four,")]),
        ("SUDAN", "Two people who live near the mills said shells fell there.", [(None, "say", "shells fell there")]),
        ("SUDAN", "Nobody disputes that the town was held.", []),
        ("UKRAINE", "Guns, according to some reports, are still in the town, and Kiev is silent.", [(None, "according to", "Guns, according to some reports, are still in the town")]),
        ("PHILIPPINES", "The United States continued to send arms.", []),
        ("COLOMBIA", "The court opened a case over alleged crimes by FARC rebels.", []),
    ],
)  # fmt: skip
def test_answers_asides_and_silence(case: str, text: str, got: list[tuple[str | None, str, str]]) -> None:
    found = [(a.source.actor, a.verb, a.content.text) for a in read(getattr(cases, case), text)]
    assert sorted(found, key=str) == sorted(got, key=str)


def test_the_one_cited_speaks_inside_the_one_that_cites() -> None:
    text = "The withdrawal is over, reports Interfax with reference to the Russian Defence Ministry."
    got = read(cases.UKRAINE, text)
    assert [s.name for s in speakers_at(got, 0, 22)] == ["Russian Defence Ministry", "Interfax"]


PIECES = st.lists(
    st.one_of(
        st.text(max_size=10),
        st.sampled_from(
            ["The army ", "RSF ", "said ", "that ", "told Reuters ", '"', "“", "”", ", ", ". ", "\n", "\n\n", "he ", "They "]
            + [
                "according to ",
                "was quoted by ",
                "as saying ",
                "It was reported that ",
                "allegedly ",
                "citing ",
                "'s claim that ",
            ]
            + ["(Reuters)", " - ", ": ", "troops left", "President Omar Ali ", "and ", "but ", "of ", "'s ", "\u0301", "İ", "ﬁ"]
        ),
    ),
    max_size=20,
).map("".join)


@settings(max_examples=250, deadline=None)
@given(PIECES)
def test_never_raises_and_is_deterministic(text: str) -> None:
    names = Names.of(cases.SUDAN)
    mentions = names.find(text)
    assert mentions == names.find(text)
    last = 0
    for m in mentions:
        assert last <= m.start < m.end and text[m.start : m.end] == m.text
        last = m.end
    got = read(cases.SUDAN, text)
    assert got == read(cases.SUDAN, text)
    for n, a in enumerate(got):
        seen, at = {n}, a.within
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = got[at].within


@pytest.mark.parametrize(
    ("case", "text", "clause", "speaker"),
    [
        ("SRI_LANKA", "The Sri Lanka Monitoring Mission recorded 14 air strikes on Sunday.", "14 air strikes", "slmm"),
        (
            "SUDAN",
            "A member of the RSF, who did not want to be named, said they had left the bridge.",
            "they had left the bridge",
            "rsf",
        ),
        (
            "YEMEN",
            "The ships left Salif at noon, a spokesman for the Houthis told reporters at the airport.",
            "The ships left Salif",
            "houthis",
        ),
    ],
)
def test_who_is_behind_the_words(case: str, text: str, clause: str, speaker: str) -> None:
    assert [actor for _, actor, _ in speakers(case, text, clause)][:1] == [speaker]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("We deny that our men burned the village.", "our men burned the village"),
        ("The ceasefire agreement states that the army leaves within ten days.", "the army leaves"),
        ("Its commanders may order return fire.", "return fire"),
    ],
)
def test_nobody_else_speaks(text: str, clause: str) -> None:
    assert speakers("SUDAN", text, clause) == []


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("A spokesman for President Ivo Maran said troops had left.", "spokesman for President Ivo Maran", "unnamed-official"),
        ("Troops had left, an adviser to President Ivo Maran said.", "adviser to President Ivo Maran", "unnamed-official"),
        (
            "President Ivo Maran's press secretary said troops had left.",
            "President Ivo Maran's press secretary",
            "unnamed-official",
        ),
        ("President Ivo Maran said troops had left.", "Ivo Maran", "named-official"),
        ("Troops had left, a spokesman for the Oma Guard, Carl Holm, said on Tuesday.", "Carl Holm", "named-official"),
        ("Lena Orr, a spokeswoman for President Ivo Maran, said troops had left.", "Lena Orr", "named-official"),
    ],
)
def test_who_speaks_for_another_is_not_the_other(text: str, name: str, kind: str) -> None:
    (got,) = {(a.source.name, a.source.kind) for a in read(None, text)}
    assert got == (name, kind)
