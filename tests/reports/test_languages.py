"""Languages, and translations read in an original's place."""


from __future__ import annotations

import pytest

from servanda.reports import pair_translations, read_folder, readable
from servanda.reports.languages import detect

RUSSIAN = "Военные покинули долину в понедельник, сообщило министерство обороны. Наблюдатели подтвердили это во вторник утром."
ARABIC = "غادر الجيش الوادي يوم الاثنين، بحسب ما أعلنته وزارة الدفاع، وأكد المراقبون ذلك صباح الثلاثاء."
ENGLISH = (
    "The army left the valley on Monday, the ministry of defence said. Observers confirmed it on Tuesday morning."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (RUSSIAN, "ru"),
        (ARABIC, "ar"),
        (
            "L'armée a quitté la vallée lundi, a indiqué le ministère de la défense. Les observateurs l'ont confirmé mardi matin.",
            "fr",
        ),
        (
            "Ordu bazar ertəsi vadini tərk etdi, Müdafiə Nazirliyi bildirdi. Müşahidəçilər bunu çərşənbə axşamı səhər təsdiq etdilər.",
            "az",
        ),
        (
            "Kəlbəcər and Laçın: the units of the Xankəndi garrison left for Gorus by the road of Şuşa, the ministry said.",
            "en",
        ),
        ("Army leaves.", "en"),
    ],
)
def test_languages_are_detected(text, language):
    assert detect(text)[0] == language


def test_another_language_is_kept_and_listed_as_not_read(opened):
    report = opened("a.txt", RUSSIAN)
    assert report.language == "ru" and report.text == RUSSIAN
    unread = readable(report)
    assert unread is not None and unread.path == "reports/a.txt" and unread.sha256 == report.sha256
    assert unread.why.startswith("[R501] in language 'ru'") and "a.en.txt" in unread.why
    assert readable(opened("b.txt", ENGLISH)) is None
    assert readable(report, languages=("en", "ru")) is None


def test_a_stated_language_is_believed(opened):
    assert opened("a.txt", f"---\nlanguage: hy\n---\n{ENGLISH}").language == "hy"


def test_short_words_are_taken_for_english_and_say_so(opened):
    report = opened("a.txt", "Army leaves.")
    assert (report.language, report.extra["language"]) == ("en", "assumed")


def test_translations_are_paired_by_name_and_by_front_matter(put, tmp_path):
    put("one.ru.html", f"<html lang=ru><body><h1>Военные покинули долину</h1><p>{RUSSIAN}</p></body></html>")
    put("one.en.txt", ENGLISH)
    put("two.txt", ARABIC)
    put("two.en.md", ENGLISH + " Twice.")
    put("three.txt", f"---\nurl: https://x.example/3\n---\n{RUSSIAN} Да.")
    put("sub/mine.txt", f"---\ntranslation_of: https://x.example/3\n---\n{ENGLISH} Thrice.")
    put("four.txt", f"{RUSSIAN} Нет.")
    put("five.txt", f"---\ntranslation_of: four.txt\n---\n{ENGLISH} Again.")
    put("alone.txt", f"{RUSSIAN} Никто.")
    put(
        "six.de.txt",
        "Die Armee hat das Tal am Montag verlassen, teilte das Ministerium mit. Beobachter haben das bestätigt.",
    )
    put("six.ru.txt", f"{RUSSIAN} Шесть.")
    reports = list(read_folder(tmp_path))
    pairs = pair_translations(reports)
    assert pairs == {
        "reports/one.ru.html": "reports/one.en.txt",
        "reports/two.txt": "reports/two.en.md",
        "reports/three.txt": "reports/sub/mine.txt",
        "reports/four.txt": "reports/five.txt",
    }
    assert pair_translations(reversed(reports)) == pairs
    original = next(r for r in reports if r.path == "reports/one.ru.html")
    told = readable(original, translations=pairs)
    assert told is not None and told.why == "[R502] in 'ru': read in its translation reports/one.en.txt"
