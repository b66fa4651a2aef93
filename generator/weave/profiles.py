"""A mention as coreference sees it: where it stands in the order of reports, when, who, and what about.

In: mentions and their articles. Out: profiles in the order of publication, then article, then offset.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.article import Article
from generator.model.edtf import Bounds, bounds
from generator.model.mention import DateBasis, EventMention, MentionKind
from generator.model.story import Story
from generator.weave.words import figures, function_words, name_parts, stem, stems

OPEN = 365
"""How many days an open end is taken to reach when two dates are compared."""

_UNKNOWN_DAY = date.max.toordinal()


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """What is compared of a mention. ``first`` and ``last`` are day numbers, ``published`` that of its article.

    ``speaker`` and ``actors`` are the telling words of names, in order; ``matter`` are stems; ``trigger`` is the stem of the lemma.
    """

    mention: EventMention
    published: int
    first: int
    last: int
    trigger: str
    speaker: tuple[str, ...]
    actors: tuple[tuple[str, ...], ...]
    matter: frozenset[str]
    figures: frozenset[str]
    wording: str

    @property
    def days(self) -> int:
        """How many days the date of the mention covers."""
        return self.last - self.first + 1

    @property
    def is_statement(self) -> bool:
        """Tell whether the mention is of something said."""
        return self.mention.kind is MentionKind.STATEMENT

    @property
    def is_said(self) -> bool:
        """Tell whether the clause names the date itself."""
        return self.mention.basis in {DateBasis.SAID, DateBasis.EDITOR}


def closed(span: Bounds) -> tuple[int, int]:
    """Return first and last day of a date; an open end reaches a year."""
    if span.earliest is None:
        last = span.latest or 0
        return last - OPEN, last
    return span.earliest, span.latest if span.latest is not None else span.earliest + OPEN


def profiled(articles: tuple[Article, ...], mentions: tuple[EventMention, ...], story: Story) -> tuple[Profile, ...]:
    """Return the profiles of all mentions whose article is known, in order of publication, article, place in the text, and id.

    An article without a date of publication comes last. Two mentions with one id are one.
    """
    by_id = {article.id: article for article in articles}
    known = {mention.id: mention for mention in sorted(mentions, key=_place) if mention.article in by_id}
    function = function_words(story)
    dull = function | story.titles | story.abbreviated_titles
    return tuple(sorted((_profile(mention, by_id[mention.article], story, function, dull) for mention in known.values()), key=_order))


def _place(mention: EventMention) -> tuple[str, int, int, int]:
    return mention.article, -mention.quote.start, -mention.trigger.start, -mention.quote.end


def _order(profile: Profile) -> tuple[int, str, int, int, str]:
    mention = profile.mention
    return profile.published, mention.article, mention.quote.start, mention.trigger.start, mention.id


def _profile(mention: EventMention, article: Article, story: Story, function: frozenset[str], dull: frozenset[str]) -> Profile:
    quote = mention.quote.of(article.text)
    dated = mention.said.of(article.text) if mention.said else ""
    first, last = closed(bounds(mention.date))
    names = tuple(parts for name in mention.actors if (parts := name_parts(name, dull)))
    trigger = _trigger(mention.trigger.of(article.text), story)
    matter = mention.matter or (stems(quote, function) - stems(dated))
    return Profile(
        mention=mention,
        published=article.published.day.toordinal() if article.published else _UNKNOWN_DAY,
        first=first,
        last=last,
        trigger=trigger,
        speaker=name_parts(mention.speaker, dull) if mention.speaker else (),
        actors=names,
        matter=frozenset(matter),
        figures=figures(quote) - figures(dated),
        wording=" ".join(quote.casefold().replace("’", "'").split()),
    )


def _trigger(words: str, story: Story) -> str:
    """Return the stem of the trigger's last word that is a verb or event noun, else of its last word."""
    parts = [word.strip(".,;:'’\"“”").casefold() for word in words.split()]
    for part in reversed(parts):
        readings = story.readings(part)
        if readings:
            return stem(readings[0][0])
        if part in story.events:
            return stem(part)
    return stem(parts[-1]) if parts else ""
