"""A mention as coreference sees it: where it stands in the order of reports, when, who, and what about.

In: mentions and their articles. Out: profiles in the order of publication, then article, then offset.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import chain

from generator.model.article import Article
from generator.model.edtf import Edtf, Interval, OneOf, bounds
from generator.model.mention import DateBasis, EventMention, MentionKind, Status
from generator.model.recall import Forgetful, Recall
from generator.model.story import Story
from generator.model.timex import Reference, TimexType
from generator.weave.register import NameByItself, Register, Spelled, Who
from generator.weave.stems import figures, function_words, kin_of, stem, stems

OPEN = 30
"""How many days an open end is taken to reach when two dates are compared: what lasts is told for its beginning or its end."""

SHORT = 4
"""Dates of at most so many days meet in order of time; a longer one meets what is reported next to it."""
UNKNOWN_DAY = date.max.toordinal()
"""Stands for the day of publication where that is not known."""


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """What is compared of a mention. ``first`` and ``last`` are day numbers, ``published`` that of its article.

    ``who`` are the speaker of a statement and those he speaks for, the doers of a deed; ``trigger`` is the stem that stands for the group
    of event words to which the predicate belongs; ``matter`` are the stems of the clause, ``told`` of the whole quote; ``is_counted``
    tells doers with a number ("12 people"). ``reported`` is where it stands in the order of reports, whatever else comes and goes: by day
    of publication, article, and place in the text.
    """

    mention: EventMention
    published: int
    first: int
    last: int
    trigger: str
    who: tuple[Who, ...]
    matter: frozenset[str]
    told: frozenset[str]
    figures: frozenset[str]
    wording: str
    is_counted: bool = False
    reported: tuple[int, str, int, int, str] = field(init=False)

    def __post_init__(self) -> None:
        """Place it in the order of reports."""
        object.__setattr__(self, "reported", (self.published, self.mention.article, *_order(self.mention)))

    @property
    def days(self) -> int:
        """How many days the date of the mention covers."""
        return self.last - self.first + 1

    @property
    def is_statement(self) -> bool:
        """Tell whether the mention is of something said."""
        return self.mention.kind is MentionKind.STATEMENT

    @property
    def speakers(self) -> frozenset[tuple[str, ...]]:
        """Those with a name who make a statement, or for whom it is made, not "officials" or "the minister"; nobody for a deed."""
        return frozenset(each.parts for each in self.who if each.is_named) if self.is_statement else frozenset()

    @property
    def is_named(self) -> bool:
        """Tell whether somebody with a name speaks, or does it."""
        return any(each.is_named for each in self.who)

    @property
    def has_full_name(self) -> bool:
        """Tell whether the first who speaks or does it has a name of several words."""
        return bool(self.who) and self.who[0].is_named and len(self.who[0].parts) > 1

    @property
    def is_ahead(self) -> bool:
        """Tell whether it is yet to come, as the source tells it."""
        return self.mention.status in {Status.PLANNED, Status.EXPECTED}

    @property
    def is_said(self) -> bool:
        """Tell whether the clause names the date itself."""
        return self.mention.basis in {DateBasis.SAID, DateBasis.EDITOR}

    @property
    def is_same_day(self) -> bool:
        """Tell whether the clause takes its day from what was told before it ("on the same day a tank …")."""
        timex = self.mention.timex
        return timex is not None and timex.reference is Reference.DISCOURSE and timex.type is TimexType.DATE

    @property
    def adds(self) -> bool:
        """Tell whether the text adds another deed to a day told of before ("thousands marched", after what was dated)."""
        return self.mention.basis is DateBasis.INHERITED and self.mention.continues is None


def closed(date: Edtf) -> tuple[int, int]:
    """Return first and last day of a date; an open end reaches a month beyond the end that is known."""
    span = bounds(date)
    if span.earliest is None:
        known = _known_end(date)
        return known[0] - OPEN, known[1]
    if span.latest is None:
        known = _known_end(date)
        return known[0], known[1] + OPEN
    return span.earliest, span.latest


def _known_end(date: Edtf) -> tuple[int, int]:
    ends = (date.start, date.end) if isinstance(date, Interval) else (date.earliest, date.latest) if isinstance(date, OneOf) else (date,)
    known = next(bounds(end) for end in ends if end is not None)
    return known.earliest or 0, known.latest or 0


def profiled(
    articles: tuple[Article, ...], mentions: tuple[EventMention, ...], story: Story, recall: Recall | None = None
) -> tuple[Profile, ...]:
    """Return the profiles of all mentions whose article is known, in order of publication, article, place in the text, and id.

    An article without a date of publication comes last. Two mentions with one id are one.
    """
    recall = recall or Forgetful()
    own: dict[str, list[EventMention]] = {article.id: [] for article in articles}
    for mention in mentions:
        if mention.article in own:
            own[mention.article].append(mention)
    register = Register({article.id: article.text for article in articles}, story, recall)
    reader = recall.state("reader", lambda: _Reader(story))
    found: list[tuple[Profile, ...]] = []
    ordered = sorted(articles, key=lambda article: (_day(article), article.id))
    told = [_told(article, tuple(own[article.id]), reader, register, recall) for article in ordered]
    register.spell_out([each.spelled for each in told])
    for article, each in zip(ordered, told, strict=True):
        who = tuple([register.of(article.id, asked) for asked in each.open.values()])
        given = (each, article.text, _day(article), who)
        found.append(recall.once("profiles", article.id, given, partial(reader.profiles, each, article, who)))
    return tuple(chain.from_iterable(found))


@dataclass(frozen=True, slots=True, eq=False)
class _Told:
    """The mentions of one article in order, with the stem of each one's trigger and the names of those who speak or do it.

    ``known`` are the bearers of names in which no other article has a say, ``open`` the other names, ``spelled`` what names have initials.
    """

    mentions: tuple[tuple[EventMention, str, tuple[str, ...]], ...]
    known: Mapping[str, Who]
    open: Mapping[str, NameByItself]
    spelled: tuple[Spelled, ...]


def _told(article: Article, mentions: tuple[EventMention, ...], reader: _Reader, register: Register, recall: Recall) -> _Told:
    def read() -> _Told:
        once = {mention.id: mention for mention in sorted(mentions, key=_place)}
        named = [(mention, *reader.names(mention, article.text)) for mention in sorted(once.values(), key=_order)]
        names = dict.fromkeys(name for _, _, each in named for name in each)
        every = dict.fromkeys(name for mention in once.values() for name in (mention.speaker or "", *mention.actors))
        asked = {name: register.asked(name) for name in names}
        known = {name: each.who for name, each in asked.items() if not each.is_open}
        return _Told(tuple(named), known, {name: each for name, each in asked.items() if each.is_open}, register.spelled_by(every))

    return recall.once("told", article.id, (article.text, mentions), read)


def _day(article: Article) -> int:
    return article.published.day.toordinal() if article.published else UNKNOWN_DAY


def _place(mention: EventMention) -> tuple[int, int, int]:
    return -mention.quote.start, -mention.trigger.start, -mention.quote.end


def _order(mention: EventMention) -> tuple[int, int, str]:
    return mention.quote.start, mention.trigger.start, mention.id


class _Reader:
    """Reads mentions with the vocabulary of one language."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._kin = kin_of(story)
        self._events = frozenset(map(stem, story.events))
        idle = story.be | story.have | story.do | story.reporting
        forms = frozenset(form for form, readings in story.forms.items() if any(lemma in idle for lemma, _ in readings))
        self._dull = function_words(story) | forms
        self._empty = story.be | story.have | story.do | story.light | story.evidence

    def profiles(self, told: _Told, article: Article, who: Sequence[Who]) -> tuple[Profile, ...]:
        """Return the profiles of the mentions of an article, *who* being the bearers of its open names."""
        bearers = {**told.known, **dict(zip(told.open, who, strict=True))}
        return tuple(
            self._read(mention, article, trigger, tuple(found for name in names if (found := bearers[name]).parts))
            for mention, trigger, names in told.mentions
        )

    def names(self, mention: EventMention, text: str) -> tuple[str, tuple[str, ...]]:
        """Return the trigger's stem, and the names of those who speak or do it."""
        trigger = self._trigger(mention, text)
        # "the call was polite": nobody does it, the call is what is told
        if mention.speaker:
            return trigger, tuple(dict.fromkeys((mention.speaker, *mention.actors)))
        return trigger, tuple(name for name in mention.actors if self._head(name) != trigger)

    def _read(self, mention: EventMention, article: Article, trigger: str, who: tuple[Who, ...]) -> Profile:
        quote = mention.quote.of(article.text)
        dated = mention.said.of(article.text) if mention.said else ""
        first, last = closed(mention.date)
        told = self._grouped(stems(quote, self._dull, self._story) - stems(dated))
        named = self._grouped(stem(part) for each in who for part in each.parts)
        return Profile(
            mention=mention,
            published=_day(article),
            first=first,
            last=last,
            trigger=trigger,
            who=who,
            matter=(self._grouped(map(stem, mention.matter)) or told) | named,
            told=told,
            figures=figures(quote) - figures(dated),
            wording=" ".join(quote.casefold().replace("’", "'").split()),
            is_counted=any(self._is_number(word) for name in mention.actors for word in name.split()),
        )

    def _grouped(self, found: Iterable[str]) -> frozenset[str]:
        return frozenset(self._kin.get(each, each) for each in found)

    def _is_number(self, word: str) -> bool:
        return word[:1].isdigit() or word.casefold() in self._story.numbers

    def _trigger(self, mention: EventMention, text: str) -> str:
        """Return the stem that stands for the predicate's group of event words.

        Where the predicate is empty ("took place", "began") or no event word ("was polite"), what takes place is what happens.
        """
        words = mention.trigger.of(text).split()
        lemma = mention.lemma or (words[-1].strip(".,;:'’\"“”").casefold().removesuffix("'s").removesuffix("’s") if words else "")
        readings = self._story.readings(lemma)
        known = lemma if lemma in self._story.events or not readings else readings[0][0]
        found = stem(known)
        if known in self._empty or (not readings and known not in self._story.events):
            told = next((name for name in mention.actors if stem(name.rpartition(" ")[2]) in self._events), None)
            return self._head(told) if told else "" if known in self._empty else self._kin.get(found, found)
        return self._kin.get(found, found)

    def _head(self, name: str) -> str:
        head = stem(name.rpartition(" ")[2])
        return self._kin.get(head, head)
