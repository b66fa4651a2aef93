"""Find the event mentions of an article: what each dated clause says happened, was said, or is to come.

In: Article, the Sentences of its story, Timexes, the Story vocabulary, the sentences' Trees. Out: EventMentions in reading order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from generator.extract.events import detection
from generator.extract.events.plainly import plain_mentions
from generator.extract.posts import parts
from generator.extract.quotations import lawful
from generator.model.article import Article, Sentence
from generator.model.mention import EventMention
from generator.model.story import Story
from generator.model.timex import Timex
from generator.model.tree import Tree

_LEADS = 2
"""Sentences that are read whatever dates there are."""
_CARRIED = 16
"""How many sentences behind the last date are still read."""


def detect(
    article: Article, sentences: tuple[Sentence, ...], timexes: tuple[Timex, ...], story: Story, trees: Mapping[int, Tree]
) -> tuple[EventMention, ...]:
    """Return the article's event mentions. Depends on nothing but its arguments.

    Args:
        article: the article.
        sentences: those of its story, each from where it begins to tell something.
        timexes: its time expressions.
        story: the vocabulary of its language; without one each dated sentence tells one thing as a whole.
        trees: the structure of the sentences by their numbers, made when asked for.
    """
    if not story.reporting:
        plain = (plain_mentions(part, told, timexes) for part, told in parts(article, sentences))
        return tuple({each.id: each for each in chain.from_iterable(plain)}.values())
    found: list[EventMention] = []
    stamped = article.published.day if article.published else None
    for part, told in parts(article, sentences):
        within = [each for each in timexes if told and told[0].span.start <= each.span.start < told[-1].span.end]
        read = (trees.get(each.number) for each in _reached(told, within))
        found += detection.detect(part, told, tuple(tree for tree in read if tree is not None), within, story, stamped=stamped)
    once = {each.id: each for each in reversed(found)}  # a post that is repeated word for word tells nothing again
    return tuple(lawful(each, article.text, story) for each in found if once[each.id] is each)


def _reached(sentences: Sequence[Sentence], timexes: Sequence[Timex]) -> Sequence[Sentence]:
    """Return the sentences that a date can reach: a lead, and all up to some behind the last date."""
    last = max((each.said.start for each in timexes if each.edtf is not None), default=-1)
    before = sum(each.span.start <= last for each in sentences)
    return sentences[: max(_LEADS, before + _CARRIED)] if last >= 0 else ()
