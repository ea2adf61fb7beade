"""Small agreements of eleven conflicts, for the tests of names and attribution. Facts of names only, no terms."""

from __future__ import annotations

from servanda.agreement.model import Actor, Agreement, Under, Zone


def actor(ident: str, name: str, *aliases: str, roles: tuple[str, ...] = ("signatory",), under: str = "") -> Actor:
    return Actor(ident, name, roles, aliases, (Under(under),) if under else ())


def agreement(actors: list[Actor], zones: list[Zone]) -> Agreement:
    return Agreement("x", "x", None, None, "UTC", {a.id: a for a in actors}, {z.id: z for z in zones}, {})


KARABAKH = agreement(
    [
        actor("armenia", "Armenia", "Republic of Armenia", "Yerevan", "the Armenian side"),
        actor("artsakh-army", "Artsakh Defence Army", "army of Artsakh", "Karabakh army", roles=("bound",), under="armenia"),
        actor("azerbaijan", "Azerbaijan", "Baku"),
        actor("russia", "Russia", roles=("signatory", "guarantor")),
    ],
    [
        Zone("kalbajar", "Kalbajar district", ("Karvachar",), "conflict-zone"),
        Zone("lachin", "Lachin district", ("Berdzor",), "conflict-zone"),
        Zone("corridor", "Lachin corridor"),
        Zone("aghdam", "Aghdam district"),
        Zone("fuzuli", "Fuzuli"),
        Zone("conflict-zone", "zone of the conflict", ("Nagorno-Karabakh", "Karabakh")),
    ],
)
SUDAN = agreement(
    [
        actor("saf", "Sudanese Armed Forces", "SAF", "the army"),
        actor("rsf", "Rapid Support Forces", "RSF"),
        actor("saudi", "Saudi Arabia", roles=("guarantor",)),
        actor("us", "United States", "US", roles=("guarantor",)),
    ],
    [Zone("khartoum", "Khartoum"), Zone("fasher", "El Fasher"), Zone("omdurman", "Omdurman")],
)
COLOMBIA = agreement(
    [
        actor("government", "Government of Colombia"),
        actor("farc", "FARC-EP", "FARC", "Revolutionary Armed Forces of Colombia"),
        actor("un-mission", "UN Mission in Colombia", roles=("monitor",)),
    ],
    [Zone("cauca", "Cauca department"), Zone("cali", "city of Cali")],
)
CONGO = agreement(
    [
        actor("drc", "Democratic Republic of the Congo"),
        actor("m23", "M23", "March 23 Movement"),
        actor("rwanda", "Rwanda", roles=("guarantor",)),
    ],
    [Zone("goma", "Goma"), Zone("rutshuru", "Rutshuru territory"), Zone("kivu", "North Kivu")],
)
SOUTH_SUDAN = agreement(
    [
        actor("government", "Government of South Sudan"),
        actor("splm-io", "SPLM-IO", "SPLM/A-IO"),
        actor("ctsamvm", "CTSAMVM", roles=("monitor",)),
    ],
    [Zone("malakal", "Malakal"), Zone("juba", "Juba"), Zone("upper-nile", "Upper Nile state")],
)
YEMEN = agreement(
    [
        actor("government", "Government of Yemen"),
        actor("houthis", "Ansar Allah", "Houthis", "Houthi"),
        actor("un", "United Nations", "UN", roles=("monitor",)),
    ],
    [Zone("hodeidah", "Hodeidah governorate"), Zone("salif", "port of Salif", ("Salif",))],
)
UKRAINE = agreement(
    [
        actor("ukraine", "Ukraine"),
        actor("russia", "Russian Federation"),
        actor("osce", "OSCE Special Monitoring Mission", "OSCE", "SMM", roles=("monitor",)),
    ],
    [Zone("debaltseve", "Debaltseve"), Zone("luhansk", "Luhansk region"), Zone("stanytsia", "Stanytsia Luhanska")],
)
ETHIOPIA = agreement(
    [
        actor("ethiopia", "Federal Democratic Republic of Ethiopia"),
        actor("tplf", "Tigray People's Liberation Front", "TPLF"),
        actor("tdf", "Tigray Defence Forces", "TDF", under="tplf"),
        actor("eritrea", "Eritrea", roles=("bound",)),
    ],
    [Zone("mekelle", "Mekelle"), Zone("tigray", "Tigray region")],
)
MYANMAR = agreement(
    [
        actor("tatmadaw", "Tatmadaw", "Myanmar Armed Forces"),
        actor("kio", "Kachin Independence Organisation", "KIO"),
        actor("kia", "Kachin Independence Army", "KIA", under="kio"),
    ],
    [Zone("laiza", "Laiza"), Zone("kachin", "Kachin state")],
)
SRI_LANKA = agreement(
    [
        actor("sri-lanka", "Sri Lanka"),
        actor("ltte", "LTTE", "Tamil Tigers", "Liberation Tigers of Tamil Eelam"),
        actor("slmm", "Sri Lanka Monitoring Mission", "SLMM", roles=("monitor",)),
    ],
    [Zone("jaffna", "Jaffna peninsula", ("Jaffna",)), Zone("kilinochchi", "Kilinochchi")],
)
PHILIPPINES = agreement(
    [
        actor("government", "Philippines", "GPH"),
        actor("milf", "Moro Islamic Liberation Front", "MILF"),
        actor("imt", "International Monitoring Team", "IMT", roles=("monitor",)),
    ],
    [Zone("maguindanao", "Maguindanao"), Zone("marawi", "Marawi")],
)
WHO = agreement(
    [
        actor("state", "Government of Burundi", "Burundian army"),
        actor("fnl", "National Liberation Forces", "FNL"),
        actor("fdd", "Forces for the Defence of Democracy", "FDD"),
        actor("mission", "African Mission in Burundi", "AMIB", roles=("monitor",)),
        actor("un", "United Nations"),
    ],
    [Zone("bujumbura", "Bujumbura"), Zone("gatumba", "Gatumba")],
)
CAPITALS = agreement(
    [
        actor("gna", "Government of National Accord", "GNA", "Tripoli"),
        actor("lna", "Libyan National Army", "LNA", "Khalifa Haftar"),
        actor("alliance", "Alliance for the Re-liberation of Libya"),
        actor("turkey", "Turkey", roles=("third-party",)),
    ],
    [Zone("tripoli", "Tripoli"), Zone("sirte", "Sirte")],
)
KACHIN = agreement(
    [
        actor("military", "Tatmadaw", "Myanmar military"),
        actor("kia", "Kachin Independence Army", "KIA"),
        actor("nato", "NATO", roles=("third-party",)),
    ],
    [Zone("lashio", "Lashio")],
)
TWO_STATES = agreement([actor("india", "India"), actor("pakistan", "Pakistan")], [Zone("uri", "Uri")])
BOSNIA = agreement(
    [
        actor("vrs", "Bosnian Serb Army", "Bosnian Serbs", "VRS"),
        actor("abih", "Bosnian army", "Sarajevo government"),
        actor("unprofor", "UNPROFOR", roles=("monitor",)),
    ],
    [Zone("tuzla", "Tuzla")],
)
