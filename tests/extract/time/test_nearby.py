"""What stands round an expression, as far as names are told by it."""

from generator.extract.time.nearby import Nearby, nearby
from generator.extract.time.recognise import Recognised
from generator.model.said import Weekday
from generator.model.span import Span


def of(text: str, words: str) -> Nearby:
    start = text.index(words)
    end = start + len(words)
    return nearby(Recognised(start, end, start, end, Weekday(1), ""), text, Span(0, len(text)))


def test_the_two_words_before_are_known_without_the_marks_between() -> None:
    assert of("He met Dr. (Old) Monday there", "Monday").before == ("Old", "Dr")
    assert of("Ferries of Monday", "Monday").before == ("of", "Ferries")
    assert of("Monday came", "Monday").opens


def test_no_word_stands_right_before_behind_a_mark() -> None:
    assert of("It sank, Monday or so", "Monday").last == ""
    assert of("It sank St. Monday", "Monday").last == "st"


def test_what_follows_and_what_is_glued_before_are_kept() -> None:
    place = of("see port.example/2019/05 now", "2019")
    assert (place.head, place.after, place.words) == ("port.example/", "/05 now", "2019")
