"""Whose words a quotation is."""

from __future__ import annotations

from generator.extract.events.turns import Turns
from tests.extract.events.heard import read


def speakers(*paragraphs: str, speaking: set[int]) -> list[int | None]:
    text, sentences = read(*paragraphs)
    known = Turns(text, sentences).speakers(speaking)
    return [known.get(each.sentence.number) for each in sentences]


def test_a_quotation_runs_on_as_long_as_its_marks_are_open() -> None:
    assert speakers("“The port is shut. Boats lie idle,” Hale said.", speaking={2}) == [2, 2]


def test_an_open_quotation_goes_on_in_a_paragraph_that_opens_with_a_mark() -> None:
    assert speakers("Hale said: “The port is shut.", "“Boats lie idle.”", speaking={1}) == [1, 1]


def test_a_paragraph_without_a_mark_ends_a_quotation() -> None:
    told = speakers("Hale said: “The port is shut. It is Monday.", "Boats lie idle.", "“Nobody came.”", speaking={1})
    assert told == [1, 1, None, None]


def test_a_quotation_behind_a_speaker_is_his_and_the_next_one_too() -> None:
    assert speakers("“The port is shut,” Hale said.", "“Boats lie idle.”", "“Ropes rot.”", speaking={1}) == [1, 1, 1]


def test_each_speaker_has_his_own() -> None:
    told = speakers("“The port is shut,” Hale said.", "“Boats lie idle,” Lopes said. “Ropes rot.”", speaking={1, 2})
    assert told == [1, 2, 2]


def test_a_word_stands_within_a_quotation_or_not() -> None:
    text, sentences = read("Hale said: “The port is shut.", "“Lopes promised it.”")
    turns = Turns(text, sentences)
    assert not turns.is_inside(sentences[0], 0)
    assert turns.is_inside(sentences[1], 2)


def test_where_each_sentence_is_a_paragraph_an_open_quotation_needs_no_new_mark() -> None:
    assert speakers("Hale said: “The port is shut.", "Boats lie idle.”", "Nobody came.", speaking={1}) == [1, 1, None]


def test_a_word_in_marks_is_no_quotation() -> None:
    assert speakers("Hale said that the port was shut.", "The board calls it a “rest”.", speaking={1}) == [1, None]
