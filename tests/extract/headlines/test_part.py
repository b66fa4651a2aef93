"""A deed that a sentence tells by the way is shown by its part of the sentence, with who says so, or the sentence is shown whole."""

from __future__ import annotations

import pytest

from generator.extract.discourse.reading import names_of
from generator.extract.events.frames import frames_of
from generator.extract.headlines.alone import shown_alone
from generator.extract.headlines.part import told_by_the_way
from generator.extract.headlines.telling import Headline, Telling
from generator.language.story import load_story
from generator.model.frame import Frame
from tests.extract.headlines.grown import grown

STORY = load_story("en")


def shown(sentence: str, deed: str, said: str = "") -> tuple[str, ...]:
    """Return the parts that are shown of a sentence for the deed of a word, and the words of them as they are shown."""
    text, (tree,) = grown(sentence)
    at = next(token.index for token in tree if token.text == deed)
    own = tuple(token.span for token in tree if token.text == said)
    telling = Telling(text, names_of(text, (tree,), STORY), STORY, own)
    frame = frames_of(tree, STORY).get(at) or Frame(tree, at, nominal=True)
    parts = next(told_by_the_way(frame, telling, tree.span), ())
    return (*(each.of(text) for each in parts), shown_alone(Headline(""), frame, telling, tree.span).alone)


@pytest.mark.parametrize(
    ("sentence", "deed", "words"),
    [
        (
            "The port opened a bridge and a market to the public after Ann Hale, who led Fife Council in 2009, cut a ribbon.",
            "led",
            "[…] Ann Hale, who led Fife Council in 2009 […]",
        ),
        (
            "Shares of the line rose by two percent on Monday after Arden Steel closed its yard in Fife in 2009.",
            "closed",
            "[…] Arden Steel closed its yard in Fife in 2009",
        ),
        (
            "The mayor, who resigned from the council of Fife in 2009, opened a bridge and a market to the public.",
            "resigned",
            "The mayor, who resigned from the council of Fife in 2009 […]",
        ),
        (
            "Arden Steel sold its old yard in Fife for two million pounds after closing its mill in Leeds in 2009.",
            "closing",
            "Arden Steel […] after closing its mill in Leeds in 2009",
        ),
        (
            "Banks gave no loans to any firm in Fife for years after the 2009 fire in the port of Leeds.",
            "fire",
            "[…] the 2009 fire in the port of Leeds",
        ),
    ],
)
def test_a_deed_told_by_the_way_is_shown_by_its_part(sentence: str, deed: str, words: str) -> None:
    assert shown(sentence, deed)[-1] == words


def test_who_says_it_is_shown_with_it() -> None:
    sentence = "Ann Hale said the port and the market had to wait for a bridge that burned down in Fife in 2009."
    assert shown(sentence, "burned")[-1] == "Ann Hale said […] a bridge that burned down in Fife in 2009"


@pytest.mark.parametrize(
    ("sentence", "deed", "said"),
    [
        ("The mayor of Fife resigned on Monday and left the town for good.", "resigned", ""),  # the main clause
        ("Rain was one of the causes of a flood in Fife that closed all mills of the old town in 2009.", "closed", ""),  # not all of them
        ("Ann Hale opened a bridge that burned in 2009.", "burned", ""),  # nothing is gained
        ("The yard in Fife was seen by many as standing for a time of peace in 2009.", "standing", ""),  # 'as standing' is no deed
        ("A bridge that burned in Fife in 2009 was opened to all traffic again on Monday.", "burned", "Monday"),  # another day
        ("On Monday the firm opened a shop with a passport, who burned the yard in Fife in 2009.", "burned", ""),  # 'who' is no passport
    ],
)
def test_all_else_is_shown_whole(sentence: str, deed: str, said: str) -> None:
    assert len(shown(sentence, deed, said)) == 1
