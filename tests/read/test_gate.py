"""Walls, errors and lists are named as what they are; short news is not."""

from __future__ import annotations

import pytest

from generator.read.gate import what_it_is

WALL = "a consent page"


@pytest.mark.parametrize(
    ("title", "text", "what"),
    [
        ("Just a moment...", "Checking your browser before you go on.", "a check for robots"),
        ("Post", "Please verify that you are a human to go on.", "a check for robots"),
        ("Post", "Please enable JavaScript to read this page.", "a page that needs a script"),
        ("404 - Page Not Found | Post", "It may have moved.", "an error page"),
        ("Seite nicht gefunden", "Zur Startseite", "an error page"),
        ("Post", "Sorry, we can't find the page you were looking for.", "an error page"),
        ("Redirecting…", "Click here if you are not redirected.", "a page that leads on to another"),
        ("Before you continue to Post", "We and our partners use cookies. Accept all or reject all.", WALL),
        ("Sign in to Post", "Name and password", "a login page"),
        ("Quay closed", "The quay was closed on Monday. Subscribe to continue reading.", "the opening of an article behind a paywall"),
        (None, "https://post.example/a\nhttps://post.example/b\n", "a list of addresses"),
    ],
)
def test_what_is_no_article_is_named(title: str | None, text: str, what: str) -> None:
    assert what_it_is(title, text) == what


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("404 people saved from the flood", "Boats brought them to Tarn on Monday."),
        ("Cookies banned in schools", "The ministry said so on Monday."),
        ("Register of ships to be public", "The council decided it on Monday."),
        ("Court rules on cookies", "Sites that use cookies must ask, the court ruled. " * 60),
        ("Quay closed", "The quay was closed on Monday. See https://post.example/quay for more.\n"),
        (None, ""),
    ],
)
def test_news_is_not(title: str | None, text: str) -> None:
    assert what_it_is(title, text) is None
