"""The day that an article reports: what its undated sentences are of, unless they say otherwise.

In: the sentences of an article and their dated mentions, its day of publication. Out: a NewsDay, or None where the article reports no day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.extract.events.dating import dated
from generator.extract.events.nouns import is_bound
from generator.extract.events.reads import Read
from generator.model.calendar import day_number
from generator.model.edtf import Date, Edtf, bounds
from generator.model.mention import EventMention, Status
from generator.model.story import Story
from generator.model.timex import TimexType
from generator.model.tree import Rel

_NEAR = 2
"""How many days before its publication an article's news may lie."""
_EARLY = 6
"""Among so many sentences the day is told that the news is of."""
_NEWS = 10
"""An article is news when it names a day that lies at most so many days from its publication."""

_BY_THE_WAY = frozenset({Rel.ACL_RELCL, Rel.APPOS})


@dataclass(frozen=True, slots=True)
class NewsDay:
    """The day, in words why, and whether it is that of publication."""

    date: Date
    why: str
    is_published: bool


def news_day(
    reads: Sequence[Read], told: Mapping[int, Sequence[EventMention]], published: date | None, story: Story, stamped: date | None = None
) -> NewsDay | None:
    """Return the day that the first dated news of an article gives, else the day of publication; None for what is no news.

    What is told by the way is no news: 'the singer, who died on Thursday, …'. *stamped* is the day on the article itself, where that
    is not the one that it is told as of: no other is called that of publication.
    """
    if published is None:
        return None
    number = day_number(published.year, published.month, published.day)
    times = (each.edtf for read in reads for each in read.timexes if each.edtf is not None)
    if not any(_is_day(each) and abs((bounds(each).earliest or 0) - number) <= _NEWS for each in times):
        return None
    for mention in (mention for read in reads for mention in _latest(read, told[read.sentence.number], story)):
        days = number - (bounds(mention.date).earliest or 0)
        if (
            mention.status is Status.HAPPENED
            and 0 <= days <= _NEAR
            and mention.sentence <= _EARLY
            and isinstance(mention.date, Date)
            and _is_day(mention.date)
        ):
            return NewsDay(
                Date(mention.date.year, mention.date.month, mention.date.day),
                f"the day of the news (sentence {mention.sentence})",
                is_published=days == 0 and stamped in {None, published},
            )
    own = stamped in {None, published}
    why = "the day of publication" if own else "the day that the text is told as of"
    return NewsDay(Date(published.year, published.month, published.day), why, is_published=own)


def _latest(read: Read, mentions: Sequence[EventMention], story: Story) -> list[EventMention]:
    """Return what a sentence tells in its main clauses, the latest first: 'took off on Wednesday and landed on Thursday'."""
    main = [each for each in mentions if _is_main(read, each, story)]
    return sorted(main, key=lambda each: bounds(each.date).earliest or 0, reverse=True)


def _is_main(read: Read, mention: EventMention, story: Story) -> bool:
    """Tell whether a mention's predicate stands in no relative clause or apposition, and is not what the news followed."""
    token = next((each.index for each in read.tree if each.span == mention.trigger), None)
    if token is None or is_bound(read.tree, token, story):
        return False
    return all(read.tree[each].rel not in _BY_THE_WAY for each in (token, *read.tree.ancestors(token)))


def is_of_another_day(read: Read, day: NewsDay, story: Story) -> bool:
    """Tell whether a time that stands with a verb of the sentence leaves out the day of the news, or is an hour of some day."""
    news = bounds(day.date).earliest or 0
    for timex in read.timexes:
        time = read.tree.head_of(timex.span)
        words = [read.tree[each].text.lower() for each in read.tree.inside(timex.said)]
        if time is not None and timex.edtf is None and words and words[-1] in story.of("bounding"):
            return True  # 'less than two weeks before the war'
        if time is None or timex.edtf is None or isinstance(dated(read.tree, time, read.frames, story), str):
            continue
        when = bounds(timex.edtf)
        if timex.type is TimexType.TIME or (when.latest or news) < news or (when.earliest or news) > news:
            return True
    return False


def _is_day(day: Edtf) -> bool:
    return isinstance(day, Date) and day.day is not None
