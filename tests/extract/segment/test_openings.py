"""Where a sentence begins to tell something: behind datelines, stamps and captions, and not in a reader's comment."""

from __future__ import annotations

import pytest

from generator.extract.segment.openings import is_comment, is_stamped, told_from
from generator.extract.segment.reach import reached
from generator.extract.segment.sentences import segment
from generator.language.story import load_story
from generator.model import codes
from generator.model.span import Span
from tests.articles import article, english

STORY = load_story("en")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("SARN (Agency) - Two ferries sank.", "Two ferries sank."),
        ("SARN, Fife — Two ferries sank.", "Two ferries sank."),
        ("• Two ferries sank.", "Two ferries sank."),
        ("15 May 2024, 11:07 Two ferries sank.", "Two ferries sank."),
        ("Two ferries sank.", "Two ferries sank."),
        (
            "SLOWER CROSSINGS FHT ferries ran late on nine days in old Fife.",
            "FHT ferries ran late on nine days in old Fife.",
        ),
        (
            "BY THE NUMBERS Ferries of the FHT ran late on nine days.",
            "Ferries of the FHT ran late on nine days.",
        ),
        ("US NAVY ships ran late on nine days in old Fife.", "US NAVY ships ran late on nine days in old Fife."),
    ],
)
def test_a_sentence_tells_from_behind_its_dateline(text: str, told: str) -> None:
    start = told_from(text, Span(0, len(text)), STORY)
    assert start is not None
    assert text[start:] == told


def test_what_only_names_the_agency_tells_nothing() -> None:
    text = "SARN (Agency) -"
    assert told_from(text, Span(0, len(text)), STORY) is None


def test_a_readers_comment_opens_with_its_hour() -> None:
    text = "At 11:07 am on 15 May 2024, oldsailor wrote: I saw it."
    assert is_comment(text, Span(0, len(text)), STORY)
    assert not is_comment("On 15 May 2024 it sank.", Span(0, 23), STORY)
    stamped = "8th November 2024-17:42 This is wrong."
    assert is_stamped(stamped, Span(0, len(stamped)))


def test_of_a_long_text_the_beginning_is_read_and_the_rest_is_named() -> None:
    made = article("Two ferries sank on Monday. " * 40)
    sentences = segment(made, english())
    whole = reached(made, sentences, english(), 1_000_000)
    assert (whole.value, whole.diagnostics) == (sentences, ())
    cut = reached(made, sentences, english(), 300)
    assert 0 < len(cut.value) < len(sentences)
    assert [each.code for each in cut.diagnostics] == [codes.TOO_LONG]
