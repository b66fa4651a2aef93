"""The language of a page: what it says of itself, unless the words of its story are clearly of another."""

from __future__ import annotations

import pytest

from generator.model.project import File
from generator.read.html import read

GERMAN = (
    "Der Kai wurde am Montag gesperrt, und nach dem Sturm ist nicht klar, ob die Lampen auf dem Kai noch mit den Kabeln verbunden sind. "
    "Die Behörde hat sich dazu nicht geäußert, und der Hafenmeister ist auch nach einem Tag nicht zu erreichen."
)
ENGLISH = (
    "The quay was closed on Monday, and the master of the harbour said that it would be weeks before the lamps were mended. "
    "The council of the town said that it was sorry for those who had to wait."
)


@pytest.mark.parametrize(
    ("attributes", "head", "story", "language"),
    [
        ("lang=de-AT", "", GERMAN, "de"),
        ("lang=en", "", GERMAN, "de"),  # a theme that says "en" whatever it holds
        ("lang=nl", "", ENGLISH, "en"),
        ("", "<meta property='og:locale' content='de_DE'>", GERMAN, "de"),
        ("", "<meta http-equiv='Content-Language' content='en-gb'>", ENGLISH, "en"),
        ("", "", GERMAN, None),
        ("lang=pt-BR", "", "O cais fechou.", "pt"),
        ("lang=x", "", ENGLISH, None),
    ],
)
def test_the_language_is_the_storys(attributes: str, head: str, story: str, language: str | None) -> None:
    body = f"<article><h1>Kai</h1><p>{story}</p><p>{story}</p></article>"
    page = f"<!doctype html><html {attributes}><head><title>Kai</title>{head}</head><body>{body}"
    found = read(File("p.html", page.encode())).value
    assert found is not None
    assert found.about.language == language


def test_a_page_that_is_not_free_and_shows_little_is_an_opening() -> None:
    data = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Kai gesperrt", "isAccessibleForFree": "False"}</script>'
    )
    page = "<!doctype html><html lang=de><head><title>Kai gesperrt</title>{}</head><body><article><h1>Kai gesperrt</h1><p>{}</p></article>"
    opening, whole = (read(File("p.html", page.format(data, words).encode())).value for words in (GERMAN, GERMAN * 4))
    assert opening is not None
    assert whole is not None
    assert (opening.instead, whole.instead) == ("the opening of an article behind a paywall", None)
