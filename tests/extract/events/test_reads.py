"""Sentences as events read them: in order, with their place in the story and the predicate above each word."""

from __future__ import annotations

from generator.extract.events.reads import Read
from tests.extract.events.heard import read


def test_the_first_sentences_open_the_story() -> None:
    _, found = read("A fire broke out. Crews left. The port closed.")
    assert [(type(each), each.position, each.lead) for each in found] == [(Read, 1, True), (Read, 2, True), (Read, 3, False)]


def test_the_frame_above_a_word_is_that_of_its_verb() -> None:
    _, (found,) = read("Crews left the old port.")
    port = next(token.index for token in found.tree if token.text == "port")
    frame = found.above(port)
    assert frame is not None
    assert found.tree[frame.predicate].text == "left"
