"""Walls, errors and lists are named as what they are; short news is not."""

from __future__ import annotations

import re

import pytest

from generator.read.gate import what_it_is
from generator.read.walls import HINTS

WALL = "a consent page"
ROBOTS = "a check for robots"
PAYWALL = "the opening of an article behind a paywall"


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
        ("Post", "Bitte aktivieren Sie JavaScript, um weiterzugehen.", "a page that needs a script"),
        ("Post", "Wir und unsere 12 Partner verwenden Cookies. Alle akzeptieren oder Einwilligung widerrufen.", WALL),
        ("Kai gesperrt", "Der Kai wurde am Montag gesperrt. Weiterlesen mit Post+", PAYWALL),
        ("Un momento", "Confirme que eres humano", ROBOTS),
        ("Puerto", "Aceptar todo o rechazar todo. Publicidad personalizada.", WALL),
        ("Cierra el muelle", "El muelle cerró el lunes. Suscríbete para seguir leyendo.", PAYWALL),
        ("Page introuvable - Le Port", "Retour", "an error page"),
        ("Le quai ferme", "Le quai a fermé lundi. Il vous reste 82,5 % de cet article à lire.", PAYWALL),
        ("Le Port", "Continuer sans accepter. Publicités personnalisées.", WALL),
        ("Pagina non trovata | Il Porto", "Torna alla home", "an error page"),
        ("Il molo chiude", "Il molo chiude lunedì. Abbonati per leggere il resto.", PAYWALL),
        ("De haven", "Alle cookies accepteren of alles weigeren, ook gepersonaliseerde advertenties.", WALL),
        ("Het dok gaat dicht", "De haven sluit maandag. Exclusief voor abonnees.", PAYWALL),
        ("O cais fecha", "O cais fechou na segunda. Assine para ler o resto.", PAYWALL),
        ("Redirecionando…", "", "a page that leads on to another"),
        ("Siden blev ikke fundet", "Til forsiden", "an error page"),
        ("Kajen stängs", "Kajen stängs på måndag. Logga in för att läsa resten.", PAYWALL),
        ("Nabrzeże zamknięte", "Nabrzeże zamknięto w poniedziałek. Tylko dla prenumeratorów.", PAYWALL),
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
        ("Un momento de paz en el puerto", "El muelle abrió el lunes, dijo el alcalde."),
        ("Datenschutz: Behörde straft Hafen", "Der Hafen muss zahlen, sagte die Behörde am Montag."),
        ("Accedi al molo, dice il sindaco", "Il molo apre lunedì."),
        ("Contenu illégal retiré", "Le contenu a été supprimé par la police du port lundi, a dit le maire."),
        ("Quay closed", "The quay was closed on Monday. See https://post.example/quay for more.\n"),
        (None, ""),
    ],
)
def test_news_is_not(title: str | None, text: str) -> None:
    assert what_it_is(title, text) is None


def test_small_letters_are_enough_to_tell_that_no_words_of_a_wall_stand_in_a_text() -> None:
    for hints in HINTS.values():
        for hint in hints:
            plain = re.sub(r"\\.", "", hint.pattern)
            assert plain == plain.lower(), hint.pattern
    assert what_it_is(None, "PLEASE VERIFY YOU ARE A HUMAN") == what_it_is(None, "Please verify you are a human") == "a check for robots"
