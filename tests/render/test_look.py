"""Accent, font, logo, footer and the language of the site's words, as settings ask for them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.project import File
from generator.model.settings import Settings
from generator.read.settings import settings as read
from generator.render.look import contrast, readable, stylesheet
from generator.render.plan import plan
from generator.render.site import render
from tests.render.invented import SETTINGS, small, theme

PAGES = ((255, 255, 255), (0x14, 0x17, 0x1A))
channels = st.integers(0, 255)


def page(settings: Settings, path: str = "index.html") -> str:
    outputs = {output.path: output.content.decode() for output in render(plan(small(), settings), small(), settings, theme()).whole().value}
    return outputs[path]


@given(st.tuples(channels, channels, channels), st.sampled_from(PAGES))
def test_any_colour_becomes_one_that_can_be_read(colour: tuple[int, int, int], behind: tuple[int, int, int]) -> None:
    assert contrast(readable(colour, behind), behind) >= 4.5


def test_an_accent_has_a_stylesheet_of_its_own_after_the_themes() -> None:
    settings = replace(SETTINGS, accent="#c8102e")
    assert "--accent:#c8102e" in page(settings, "look.css")
    text = page(settings)
    assert text.index("style.css") < text.index("look.css")
    assert "look.css" not in page(SETTINGS)
    assert stylesheet(SETTINGS) == ""


def test_logo_and_footer_stand_on_every_page() -> None:
    settings = replace(SETTINGS, logo="logo.svg", footer="Funded by our readers")
    for path, src in (("index.html", "logo.svg"), ("event/e-talks/index.html", "../../logo.svg")):
        text = page(settings, path)
        assert f'<img class="logo" src="{src}" alt="The Example Desk">' in text
        assert "Funded by our readers" in text


def test_the_sites_words_may_be_in_another_language_than_the_articles() -> None:
    text = page(replace(SETTINGS, site_language="de"))
    assert '<html lang="de"' in text
    assert '<blockquote lang="en"' in text


@pytest.mark.parametrize("line", ['accent = "red"', 'accent = "#fff"', 'font = "comic"', 'logo = "../x.svg"'])
def test_what_cannot_be_used_is_told(line: str) -> None:
    assert [each.where.line for each in read(File("timeline.toml", line.encode())).diagnostics if each.where] == [1]
