"""The editors of a project: names alone or with their marks; what is no editor is told where it stands, and the others are kept."""

from __future__ import annotations

import pytest

from generator.model.editor import Editor
from generator.model.project import File
from generator.read.settings import settings


def told(text: str) -> tuple[tuple[Editor, ...], list[str]]:
    found = settings(File("timeline.toml", text.encode()))
    return found.value.editors, [f"{each.where.line if each.where else 0}: {each.message}" for each in found.diagnostics]


def test_names_are_enough() -> None:
    assert told('editors = ["Ruth Kern", "ida"]') == ((Editor("Ruth Kern", "RK", "#0b4f6c"), Editor("ida", "I", "#8a3b12")), [])


def test_initials_and_colours_may_be_given_and_no_other_editor_gets_the_same() -> None:
    text = '[editors]\n"Ruth Kern" = { initials = "R", colour = "#0b4f6c" }\n"Ida Lund" = {}\n'
    assert told(text) == ((Editor("Ruth Kern", "R", "#0b4f6c"), Editor("Ida Lund", "IL", "#8a3b12")), [])


@pytest.mark.parametrize(
    "text", ['editors = ["A B", { name = "C", initials = "X" }]', '[[editors]]\nname = "A B"\n[[editors]]\nname = "C"\ninitials = "X"']
)
def test_names_may_stand_inside_the_tables_of_a_list(text: str) -> None:
    assert told(text) == ((Editor("A B", "AB", "#0b4f6c"), Editor("C", "X", "#8a3b12")), [])


def test_a_name_that_is_the_key_has_no_other_inside() -> None:
    assert "unknown setting “name”" in told('[editors]\n"A B" = { name = "C" }')[1][0]


@pytest.mark.parametrize(
    ("line", "place", "kept"),
    [
        ('"A B" = { initials = "ABCDE" }', "1 to 4", ["A B", "Ida Lund"]),
        ('"A B" = { colour = "red" }', "#0b4f6c", ["A B", "Ida Lund"]),
        ('"A B" = { color = "#000000" }', "color", ["A B", "Ida Lund"]),
        ('"A B" = "AB"', "initials", ["Ida Lund"]),
        ('"" = {}', "name", ["Ida Lund"]),
    ],
)
def test_what_is_wrong_with_an_editor_is_told_where_it_stands_and_the_rest_is_kept(line: str, place: str, kept: list[str]) -> None:
    made, said = told(f'title = "T"\n[editors]\n{line}\n"Ida Lund" = {{}}\n')
    assert [each.name for each in made] == kept
    assert len(said) == 1
    assert said[0].startswith("3: ")
    assert place.replace("1 to 4", "one to 4") in said[0]


def test_a_value_of_another_kind_is_told() -> None:
    assert told("editors = 3")[0] == ()
    assert "a list of names" in told("editors = 3")[1][0]
