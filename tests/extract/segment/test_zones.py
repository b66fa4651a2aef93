"""Which sentences tell the story, and where each begins to."""

from __future__ import annotations

from generator.extract.segment.sentences import segment
from generator.extract.segment.zones import told
from generator.language.story import load_story
from generator.model.article import BlockKind
from generator.model.story import Story
from tests.articles import article, english


def shown(text: str, kind: BlockKind = BlockKind.PARAGRAPH, story: Story | None = None) -> list[str]:
    made = article(text, kind=kind)
    found = told(made, segment(made, english()), load_story("en") if story is None else story)
    return [each.span.of(text) for each in found]


def test_a_dateline_is_left_out() -> None:
    assert shown("LISBON (Agency) - Two ferries sank near the pier on Monday.") == ["Two ferries sank near the pier on Monday."]


def test_behind_the_first_readers_comment_nothing_is_story() -> None:
    text = "Two ferries sank on Monday. At 11:07 am on 15 May 2024, oldsailor wrote: I saw it on Sunday. A ship sank on Friday."
    assert shown(text) == ["Two ferries sank on Monday."]


def test_a_caption_and_what_is_no_story_tell_nothing() -> None:
    assert shown("Smoke over the old harbour of Setubal") == []
    assert shown("Police arrested three men on Monday.", BlockKind.CAPTION) == []


def test_without_a_vocabulary_the_storys_sentences_stay_as_they_are() -> None:
    assert shown("LISBON (Agency) - Two ferries sank on Monday.", story=Story()) == ["LISBON (Agency) - Two ferries sank on Monday."]


def test_a_plural_behind_a_name_is_of_the_name_and_opens_nothing() -> None:
    named = "Members met officials from the Fife Harbour Workers labor union and three of the banks on Friday."
    assert shown(named) == [named]
    glued = "A torn sail seen above the old harbour Residents said on Friday that the pier had been closed."
    assert shown(glued) == ["Residents said on Friday that the pier had been closed."]


def test_behind_the_first_of_several_stamps_with_day_and_hour_are_comments() -> None:
    story = "Two ferries sank on Monday. Both of them were old. Nobody was hurt."
    comments = "8th May 2024-17:42 I saw it on Sunday. 9th May 2024-8:40 A ship sank on Friday."
    assert shown(f"{story} {comments}") == ["Two ferries sank on Monday.", "Both of them were old.", "Nobody was hurt."]
