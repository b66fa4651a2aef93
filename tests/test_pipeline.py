"""The chain between the wings: which vocabulary mentions are compared by."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.build import default_recipe
from generator.model.event import Event
from generator.model.settings import Settings
from generator.model.story import Story
from generator.pipeline import Draft, merged
from tests.articles import WEDNESDAY, article


@pytest.mark.parametrize(
    ("languages", "site", "wanted"),
    [
        (("en", "en"), "de", "en"),  # a German timeline of English reports
        (("de", "de", "en"), "de", "en"),  # German has no vocabulary of events
        (("de", "de"), "de", "de"),
        ((), "en", "en"),
    ],
)
def test_mentions_are_compared_by_the_vocabulary_of_their_articles(languages: tuple[str, ...], site: str, wanted: str) -> None:
    asked: list[str] = []

    def corefer(_articles: object, _mentions: object, story: Story) -> tuple[Event, ...]:
        asked.append(story.code)
        return ()

    made = (article("It closed.", WEDNESDAY, name=f"a{number}", language=each) for number, each in enumerate(languages))
    drafts = tuple(Draft(each, (), (), ()) for each in made)
    merged(drafts, Settings(language=site), replace(default_recipe(), corefer=corefer))
    assert asked == [wanted]
