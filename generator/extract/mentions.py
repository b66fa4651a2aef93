"""Find the event mentions of an article: what each dated clause says happened, was said, or is to come.

In: Article, its Sentences and Timexes, the Story vocabulary. Out: EventMentions in reading order.
"""

from __future__ import annotations

from generator.extract.events.detection import Detection
from generator.model.article import Article, Sentence
from generator.model.mention import EventMention
from generator.model.story import Story
from generator.model.timex import Timex


def detect(article: Article, sentences: tuple[Sentence, ...], timexes: tuple[Timex, ...], story: Story) -> tuple[EventMention, ...]:
    """Return the article's event mentions. Depends on nothing but its arguments."""
    return Detection(article, sentences, timexes, story).mentions()
