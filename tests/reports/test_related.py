"""Links to other stories within an article are no part of it; an article under an odd class is."""

from __future__ import annotations

import pytest

PAGE = """<!doctype html><html lang="en"><head><title>Guard leaves bridge</title></head><body><article>
<h1>Guard leaves bridge</h1><p>The guard left the Sarnet bridge on Monday, the commission said.</p>{inside}
<p>Nobody was hurt.</p></article></body></html>"""


@pytest.mark.parametrize(
    "inside",
    [
        '<div class="related"><h3>Read also</h3><ul><li><a href="/b">Crown shells ford</a></li></ul></div>',
        '<div class="more-stories"><p><a href="/b">Crown shells ford</a></p></div>',
        '<ul><li><a href="/b">Crown shells ford</a></li><li><a href="/c">Crown shells mill</a></li></ul>',
        '<p>Read also: Crown shells ford</p>',
        '<p>Related: <a href="/b">Crown shells ford</a></p>',
        '<h4>More stories</h4><ul><li><a href="/b">Crown shells ford</a></li></ul>',
        "<figure><img src='x.jpg'><figcaption>The day the Crown shells ford, in May.</figcaption></figure>",
    ],
)
def test_other_stories_are_left_out(opened, inside: str) -> None:
    text = opened("a.html", PAGE.format(inside=inside)).text
    assert "Crown shells" not in text and "More stories" not in text
    assert "Sarnet bridge" in text and "Nobody was hurt." in text


@pytest.mark.parametrize(
    "inside",
    [
        '<div class="related"><p>The Crown shells ford each night, <a href="/b">the mayor</a> said.</p></div>',
        "<p>More from the ministry: the Crown shells ford.</p>",
        '<ul><li>The Crown shells ford (<a href="/b">map</a>).</li></ul>',
        "<p>Two <b>related</b> incidents: the Crown shells ford and mill.</p>",
        "<p>Readers should see also that the Crown shells ford.</p>",
    ],
)
def test_words_of_the_article_stay(opened, inside: str) -> None:
    assert "Crown shells ford" in opened("a.html", PAGE.format(inside=inside)).text


def test_an_article_that_lies_in_a_box_so_named_stays(opened) -> None:
    whole = PAGE.format(inside="").replace("<article>", '<div class="related-content">').replace("</article>", "</div>")
    assert "Sarnet bridge" in opened("a.html", whole).text


def test_a_page_that_is_a_list_of_links_stays(opened) -> None:
    page = '<html lang="en"><body><ul><li><a href="/a">Guard leaves bridge, says the commission</a></li></ul></body></html>'
    assert "Guard leaves bridge" in opened("a.html", page).text


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_joined_letters_are_read_apart(opened, name: str) -> None:
    text = opened(name, "<p>The ceaseﬁre was oﬃcially in eﬀect, the ﬂeet said.</p>" if name.endswith("html") else
                  "The ceaseﬁre was oﬃcially in eﬀect, the ﬂeet said.").text  # fmt: skip
    assert text == "The ceasefire was officially in effect, the fleet said."
