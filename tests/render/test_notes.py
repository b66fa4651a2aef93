import pytest

from generator.model.codes import MARKDOWN_LIMIT
from generator.render.notes import MOST_CHARACTERS, rendered


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("No *day* is **given**.", "<p>No <em>day</em> is <strong>given</strong>.</p>"),
        ("See [the minutes](https://a.example/m).", '<p>See <a href="https://a.example/m" rel="nofollow noopener">the minutes</a>.</p>'),
        ("<script>alert(1)</script>\n\nText", "<p>Text</p>"),
        ('<img src=x onerror="alert(1)">Text', "<p>Text</p>"),
        ("[x](javascript:alert(1))", '<p><a rel="nofollow noopener">x</a></p>'),
        ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"),
    ],
)
def test_a_note_becomes_harmless_html(text: str, html: str) -> None:
    assert rendered(text).value == html


@pytest.mark.parametrize(
    "text",
    ["[" * 8_000, "> " * 60 + "deep", "1. " * 500, "x" * (MOST_CHARACTERS + 1), "*" * 3_000, "    " * 30 + "- x"],
    ids=["brackets", "quotes", "numbers", "length", "stars", "indent"],
)
def test_what_could_hang_the_reader_is_shown_as_it_stands_and_told(text: str) -> None:
    result = rendered(text)
    assert [each.code for each in result.diagnostics] == [MARKDOWN_LIMIT]
    assert result.value.startswith("<p>")
    assert "<" not in result.value[3:-4]


def test_markup_in_a_note_beyond_its_limits_is_escaped() -> None:
    assert "&lt;script&gt;" in rendered("<script>" + "[" * 9_000).value
