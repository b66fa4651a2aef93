"""Every language table says everything that the English one says, with the same parts to fill in."""

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from generator.render.words import merged, words

TABLES = sorted(path.name.removesuffix(".toml") for path in (files("generator.render") / "words").iterdir() if path.name.endswith(".toml"))
FREE = {"season_words", "not_shades", "deadline", "before", "shades"}


def flat(language: str) -> dict[str, object]:
    tables = tomllib.loads((files("generator.render") / "words" / f"{language}.toml").read_text(encoding="utf-8"))

    def walk(value: object, path: str) -> dict[str, object]:
        if isinstance(value, dict) and path.rpartition(".")[2] not in FREE:
            return {key: found for name, each in value.items() for key, found in walk(each, f"{path}.{name}").items()}
        return {path: value}

    return walk(tables, "")


@pytest.mark.parametrize("language", TABLES)
def test_a_language_says_everything(language: str) -> None:
    own, english = flat(language), flat("en")
    optional = {".thousands", ".plurals"}
    assert set(own) - optional == set(english) - optional
    for key, value in english.items():
        if isinstance(value, str):
            assert parts(value) == parts(own[key]), key
        elif isinstance(value, list) and key.rpartition(".")[2] not in FREE:
            other = own[key]
            assert isinstance(other, list)
            forms = own.get(".plurals", value) if key.startswith(".count.") else value
            assert isinstance(forms, list)
            assert len(other) == len(forms), key


def parts(text: object) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", str(text)))


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", {0: "0 events", 1: "1 event", 2: "2 events"}),
        ("fr", {0: "0 événement", 1: "1 événement", 2: "2 événements"}),
        ("pl", {1: "1 wydarzenie", 3: "3 wydarzenia", 5: "5 wydarzeń", 22: "22 wydarzenia", 25: "25 wydarzeń"}),
        ("he", {1: "אירוע אחד", 2: "שני אירועים", 3: "3 אירועים"}),
        ("ar", {1: "حدث واحد", 2: "حدثان", 5: "5 أحداث", 15: "15 حدثًا", 100: "100 حدث"}),
    ],
)
def test_a_count_takes_the_form_that_its_language_asks_for(language: str, forms: dict[int, str]) -> None:
    assert {n: words(language).count("events", n) for n in forms} == forms


def test_a_word_that_a_language_lacks_is_said_in_english() -> None:
    assert merged({"page": {"a": "A", "b": "B"}, "x": "X"}, {"page": {"a": "Ä"}}) == {"page": {"a": "Ä", "b": "B"}, "x": "X"}


def test_an_unknown_language_falls_back_to_english_and_says_so() -> None:
    assert words("xx").language == "en"
    assert words("de-AT").language == "de"
    assert words("../../etc/passwd").language == "en"


def test_no_phrase_is_unused() -> None:
    root = Path(__file__).parents[2]
    files_ = [*(root / "templates").rglob("*.html"), *(root / "generator" / "render").rglob("*.py")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files_)
    page = words("en")["page"]
    built = {f"line_{kind}" for kind in ("one", "many", "one_past", "many_past")}
    built |= {
        "earlier",
        "later",
        "by_source",
        "by_name",
        "nearby_before",
        "nearby_after",
        "inferred",
        "inferred_publication",
        "set_by_editor",
        *("follows", "followed", "answers", "answered"),
        *(f"overview_{unit}" for unit in ("day", "week", "month", "year", "decade")),
    }
    assert [
        key for key in page if key not in built and not re.search(rf'page\.{key}\b|"page", "{key}"|"{key}" if|else "{key}"', text)
    ] == []
