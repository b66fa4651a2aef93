"""Find the event mentions of an article: what each dated clause says happened, was said, or is to come.

In: Article, its Sentences and Timexes, the Story vocabulary. Out: EventMentions in reading order.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.extract.events.detection import Detection
from generator.extract.posts import parts
from generator.extract.quotations import lawful
from generator.model.article import Article, Sentence
from generator.model.mention import EventMention
from generator.model.story import Story
from generator.model.timex import Timex
from generator.model.tree import Tree


def detect(
    article: Article,
    sentences: tuple[Sentence, ...],
    timexes: tuple[Timex, ...],
    story: Story,
    trees: Mapping[int, Tree] | None = None,
) -> tuple[EventMention, ...]:
    """Return the article's event mentions. Depends on nothing but its arguments.

    Args:
        article: the article.
        sentences: its sentences.
        timexes: its time expressions.
        story: the vocabulary of its language.
        trees: the structure of the sentences by their numbers, made when asked for; None to have them parsed here.
    """
    del trees  # what is made of them comes with the frames
    found: list[EventMention] = []
    for part, told in parts(article, sentences):
        if told:
            within = tuple(each for each in timexes if told[0].span.start <= each.span.start < told[-1].span.end)
            found += Detection(part, told, within, story).mentions()
    once = {each.id: each for each in reversed(found)}  # a post that is repeated word for word tells nothing again
    return tuple(lawful(each, article.text, story) for each in found if once[each.id] is each)
