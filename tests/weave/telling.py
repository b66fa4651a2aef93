"""Stories in few words: lines of what happened in, an Article and its mentions out, and the events they are woven into."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.article import Article
from generator.model.edtf import parse
from generator.model.event import Event
from generator.model.mention import DateBasis, EventMention, MentionKind, Status
from generator.model.span import Span
from generator.model.story import Story
from generator.model.timex import Reference, Timex, TimexType
from generator.weave.coreference import corefer
from tests.articles import article

STORY = Story(
    code="en",
    determiners=frozenset({"the", "that", "its", "his", "her"}),
    prepositions=frozenset({"with", "for", "from", "after", "about", "over", "into"}),
    titles=frozenset({"president", "minister", "mayor", "spokesman"}),
    events=frozenset({"call", "talks", "strike"}),
)


@dataclass(frozen=True)
class Told:
    """One line of a story as the tests write it: ``words | trigger | date | said | speaker or actor``."""

    words: str
    trigger: str
    date: str
    said: str = ""
    who: str = ""
    status: Status = Status.HAPPENED
    basis: DateBasis = DateBasis.SAID
    lead: bool = False
    statement: bool = False
    background: bool = False
    same_day: bool = False
    """Whether its date is counted from one that was told before."""
    behind: tuple[str, ...] = ()
    """Those for whom a speaker speaks."""


def an_article(name: str, published: str, *lines: Told) -> tuple[Article, tuple[EventMention, ...]]:
    """Make an article of one paragraph a line, and a mention for each."""
    text, mentions = "", []
    for number, told in enumerate(lines, start=1):
        start = len(text)
        text += told.words + "\n\n"
        quote = Span(start, start + len(told.words))
        trigger = start + told.words.index(told.trigger)
        said = Span(start + told.words.index(told.said), start + told.words.index(told.said) + len(told.said)) if told.said else None
        day = parse(told.date)
        assert day is not None
        mentions.append(
            EventMention(
                id=f"e-{name}-{number}",
                article=name,
                sentence=number,
                quote=quote,
                trigger=Span(trigger, trigger + len(told.trigger)),
                said=said,
                timex=Timex(said, said, TimexType.DATE, told.date, reference=Reference.DISCOURSE) if said and told.same_day else None,
                date=day,
                basis=told.basis,
                kind=MentionKind.STATEMENT if told.statement else MentionKind.DEED,
                status=told.status,
                background=told.background,
                headline=told.words.rstrip("."),
                actors=(told.who, *told.behind) if told.who else (),
                speaker=told.who if told.statement and told.who else None,
                lead=told.lead,
            )
        )
    return article(text, date.fromisoformat(published), name=name), tuple(mentions)


def woven(*stories: tuple[Article, tuple[EventMention, ...]]) -> tuple[Event, ...]:
    return corefer(tuple(article for article, _ in stories), tuple(mention for _, each in stories for mention in each), STORY)
