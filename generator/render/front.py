"""What a start page opens with: the few events that weigh most, and the latest reports. In: Order and views. Out: Front.

An event weighs by what tells it: reports, publishers, articles that open with it, and the later days on which news comes back to it (of
a war that articles of two years recall, its beginning); by its salience, and less where its day is not known, where one article alone
tells it, or several in the same words (a box that stands in each of them). What names nobody and nothing that the rest of the articles
speak of weighs nothing (a football match in a war). What lies before the story is not of it, unless it outweighs all; of the month that a
war began in and the day it did, the heavier is taken.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from generator.model.event import Event
from generator.render.extents import Extent
from generator.render.order import Order
from generator.render.views import EventView

FEWEST = 25
"""A timeline of fewer events is short enough to be its own summary."""
_MOST, _MOST_OF_A_SMALL_ONE, _MANY = 7, 5, 100
_MOST_OF_A_DAY = 2
_MOST_LATEST = 4
_OPENING = 2
"""A citation within so many sentences of an article's start is what the article opens with."""
_RECALLED_AFTER = 7
"""An article that comes out more than so many days after an event is no news of it any more: it looks back."""
_WEEK = 7
"""Days: "last Tuesday" is that of this week or of the one before."""
_ALIKE = 0.5
_LEAST_TOPICAL = 0.15
"""What is named in fewer of the other articles, as a share of those that the best known name is in, is another matter."""
_FEWEST_ARTICLES = 4
"""Fewer of them do not tell what a story is about."""
_ALONE, _BEFORE, _AHEAD, _WORDLESS, _VAGUE = 0.6, 0.3, 0.6, 0.5, 0.4
"""What is left of the weight of an event: told by one article alone, before the story, still to come, without headline, dated roughly."""
_CLOSE = 0.1
"""A date is close enough for a story of ten times its length."""
_LATEST_DAYS = 3
_QUOTES = 5000
"""How many quotes of the last timelines are known by their words."""
_INSIDE = re.compile(r"(?<=[\w,;]\s)[^\W\d_][\w’'-]{2,}")
"""A word that does not open its sentence; with a capital it is a name."""
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Front:
    """``main`` is the event that weighs most, ``others`` the next ones and ``latest`` the latest reports, in the order of reading."""

    main: EventView
    others: tuple[EventView, ...]
    latest: tuple[EventView, ...]


def front_of(order: Order, views: Mapping[str, EventView], extents: Mapping[str, Extent], weights: Mapping[str, float]) -> Front | None:
    """Return what the start page opens with; None where the timeline is short."""
    if len(order.all) < FEWEST:
        return None
    most = _MOST if len(order.all) >= _MANY else _MOST_OF_A_SMALL_ONE
    story = _heaviest_first((*order.story, *order.below), weights)
    heaviest = [*_cause(order, story, weights), *story] if story else _heaviest_first(order.all, weights)
    chosen = _chosen(heaviest, weights, extents, most)
    main, rest = chosen[0], {event.id for event in chosen[1:]}
    others = tuple(views[event.id] for event in order.all if event.id in rest)
    return Front(views[main.id], others, tuple(views[event.id] for event in _latest(order, weights, extents, {main.id, *rest})))


def _cause(order: Order, story: Sequence[Event], weights: Mapping[str, float]) -> list[Event]:
    """Return what lies before the story, if it would outweigh all of it: a death of which trials tell two years later."""
    return [event for event in _heaviest_first(order.before, weights)[:1] if weights[event.id] > _BEFORE * weights[story[0].id]]


def _heaviest_first(events: Iterable[Event], weights: Mapping[str, float]) -> list[Event]:
    return sorted(events, key=lambda each: (-weights[each.id], each.id))


def weights_of(order: Order, views: Mapping[str, EventView], extents: Mapping[str, Extent]) -> dict[str, float]:
    """Return what each event weighs on a start page, by its id."""
    articles_of = _articles_by_name(order.all)
    most = max((len(articles) for articles in articles_of.values()), default=1)
    several = len({citation.source for event in order.all for citation in event.citations}) > _MOST
    early, late = {event.id for event in order.before}, {event.id for event in order.below}

    def weight(event: Event) -> float:
        view = views[event.id]
        publishers = len({source.publisher or source.id for source in view.sources})
        leads = len({citation.source for citation in event.citations if 0 < citation.sentence <= _OPENING})
        told = min(event.reports, _sentences(event))
        recalled = min(told, _recalled(view, extents[event.id]))
        found = math.log2(1 + told) + math.log2(1 + recalled) + math.log2(1 + publishers) / 2 + math.log2(1 + leads) / 2
        found *= math.sqrt(event.salience)  # a salience is a share of a day's weight, and what else is told of the day lessens it
        topical = _topical(event, articles_of, most) if most >= _FEWEST_ARTICLES else 1.0
        found *= topical if topical >= _LEAST_TOPICAL else 0.0
        found *= _ALONE if several and told < 2 else 1.0
        found *= _WORDLESS if view.by_itself else 1.0
        found *= _BEFORE if event.id in early else _AHEAD if event.id in late else 1.0
        return found * (_VAGUE if _is_vague(extents[event.id], order) else 1.0)

    return {event.id: weight(event) for event in order.all}


def _is_vague(extent: Extent, order: Order) -> bool:
    """Tell whether an event is known too roughly for a place in the story: a month has one in a war of two years, in a week none."""
    is_near = order.core is not None and extent.days <= _CLOSE * order.core.days and not (extent.open_start or extent.open_end)
    return extent.is_vague and not is_near


def _recalled(view: EventView, extent: Extent) -> int:
    """Count the days of publication on which articles look back at an event."""
    days = {date.fromisoformat(source.machine).toordinal() for source in view.sources if source.machine}
    return sum(day > extent.last + _RECALLED_AFTER for day in days)


def _sentences(event: Event) -> int:
    """Count the different sentences that tell an event; of one that only addresses tell, these."""
    return len({_words(citation.quote) or citation.url for citation in event.citations})


def _articles_by_name(events: Iterable[Event]) -> dict[str, set[str]]:
    """Return the articles whose quotes hold each name."""
    found: dict[str, set[str]] = {}
    for event in events:
        for citation in event.citations:
            for name in _names(citation.quote):
                found.setdefault(name, set()).add(citation.source)
    return found


def _topical(event: Event, articles_of: Mapping[str, set[str]], most: int) -> float:
    """Return how many articles speak of what an event names, one apart, as a share of those that speak of the best known name."""
    names = {name for citation in event.citations for name in _names(citation.quote)}
    return max((len(articles_of[name]) - 1 for name in names), default=0) / (most - 1)


@lru_cache(_QUOTES)
def _words(quote: str) -> str:
    """Return the longer words of a quote, by which it is known when it is met again."""
    return " ".join(_WORD.findall(quote.casefold()))


@lru_cache(_QUOTES)
def _names(quote: str) -> frozenset[str]:
    return frozenset(word for word in _INSIDE.findall(quote) if word[0].isupper())


def _chosen(heaviest: Sequence[Event], weights: Mapping[str, float], extents: Mapping[str, Extent], most: int) -> list[Event]:
    """Take events, the heaviest first, never two that read alike, never two that the same article alone tells, never a whole day.

    Nor one of some day of a time in which one stands already, nor one that may be a week off: its reports may well mean the same.
    """
    found: list[Event] = []
    alone: set[str] = set()
    days: Counter[int] = Counter()
    for event in heaviest:
        sources = {citation.source for citation in event.citations}
        extent = extents[event.id]
        day = extent.first
        if (len(sources) == 1 and sources & alone) or days[day] >= _MOST_OF_A_DAY or any(_alike(event, other) for other in found):
            continue
        if extent.is_vague and any(extent.overlaps(extents[other.id]) for other in found):
            continue
        if any(abs(day - extents[other.id].first) == _WEEK and _may_be_a_week_off(event, other) for other in found):
            continue
        if found and not weights[event.id]:
            break
        found.append(event)
        days[day] += 1
        alone |= sources if len(sources) == 1 else set()
        if len(found) == most:
            break
    return found


def _alike(one: Event, other: Event) -> bool:
    """Tell whether two headlines share most words of the shorter one, dates aside; "quake" and "earthquake" are one word."""
    mine, theirs = sorted((_telling(one), _telling(other)), key=len)
    shared = sum(any(word.endswith(each) or each.endswith(word) for each in theirs) for word in mine)
    return bool(mine) and shared > _ALIKE * len(mine)


def _may_be_a_week_off(event: Event, other: Event) -> bool:
    """Tell whether an event dated by the name of a weekday speaks of what another is of ("last Tuesday's quake", of an earthquake)."""
    mine, theirs = ({word for word in _telling(each) if word in each.headline} for each in (event, other))
    named = bool(event.said) and not any(sign.isdigit() for sign in event.said)
    return named and any(word.endswith(each) or each.endswith(word) for word in mine for each in theirs)


def _telling(event: Event) -> set[str]:
    dates = {word.lower() for citation in event.citations for word in _WORD.findall(citation.said_words)}
    return {word.lower() for word in _WORD.findall(event.headline)} - dates


def _latest(order: Order, weights: Mapping[str, float], extents: Mapping[str, Extent], named: set[str]) -> list[Event]:
    """Return what weighs most among the last days of the story that are told to the week, beside what is *named* already; newest first."""
    dated = [event for event in order.story if not extents[event.id].is_vague and event.id not in named]
    days = sorted({extents[event.id].last for event in dated})[-_LATEST_DAYS:]
    last = _heaviest_first((event for event in dated if extents[event.id].last in days), weights)
    newest_first = sorted(last[:_MOST_LATEST], key=lambda each: each.id)
    return sorted(newest_first, key=lambda each: -extents[each.id].last)
