"""The plan of the site: which pages there are and what each is given. In: Timeline and Settings. Out: Pages, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from generator.model.event import Event, Timeline
from generator.model.page import Page
from generator.model.recall import Forgetful, Recall
from generator.model.settings import Settings
from generator.render.additions import with_additions
from generator.render.atlas.page import has_map, map_pages
from generator.render.dates import day
from generator.render.embeds import WHOLE, embed_pages, snippet
from generator.render.event_pages import event_pages
from generator.render.every import Every
from generator.render.extents import extent
from generator.render.front import front_of, weights_of
from generator.render.kinds import Framed, Kind, OfSite, page
from generator.render.lanes import has_lanes, lanes_page
from generator.render.lists import corrections_of, list_page, sources_of
from generator.render.order import Order, in_order, public, publication_line
from generator.render.permalinks import INDEX, tag_path
from generator.render.published import former_pages, log_pages
from generator.render.quotes import SourceView, source_views
from generator.render.sharing import WHOLE as WHOLE_PICTURE
from generator.render.source_pages import MOST_SOURCES, source_pages, sources_page
from generator.render.tag_pages import by_tag, tag_pages
from generator.render.tags import TagNames
from generator.render.views import EventView, recalled_view
from generator.render.words import words
from generator.render.years import year_pages
from generator.render.zoom import zooms_of

MOST_ON_ONE_PAGE = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class NewestPage(Kind):
    """The events with the newest first."""

    template: ClassVar[str] = "newest.html"

    rows: tuple[tuple[str, EventView], ...]
    """What had happened, the newest first: where the timeline lists it, and the event."""
    to_come: tuple[tuple[str, EventView], ...]
    """What was still to come, likewise, the next first."""
    line: str | None
    """The words of the publication line; None where nothing was to come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutPage(Framed):
    """How dates are shown."""

    template: ClassVar[str] = "about.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingPage(Kind):
    """What a host serves for an address that it does not know."""

    template: ClassVar[str] = "404.html"


def plan(timeline: Timeline, settings: Settings, recall: Recall | None = None) -> tuple[Page, ...]:
    """Return every page of the site. Depends on nothing but its arguments; *recall* holds what the last plan found."""
    recall = recall or Forgetful()
    speech = words(settings.spoken)
    recall.begin(speech)
    names = TagNames(timeline.events, recall)
    events = public(timeline, settings)
    own = names.each([event for event in events if event.shown or event.id not in timeline.without_page], recall)
    order = in_order(replace(timeline, events=tuple(own)), settings)
    sources = source_views(timeline, speech, recall)
    given = sources, timeline.as_of, speech, recall
    views = {event.id: replace(recalled_view(event, *given), number=number) for number, event in enumerate(order.all, 1)}
    views = with_additions(views, timeline, settings)
    paged = {event.id: recalled_view(event, *given) for event in own if event.id not in views}
    every = Every(views | paged, events, sources, timeline, speech, names=names)
    shown = tuple(views.values())
    tagged = by_tag(shown)
    site = _site(timeline, settings, shown, sources, {tag: tag_path(tag) for tag in tagged})
    extents = {event.id: extent(event, timeline.as_of.toordinal()) for event in order.all}
    weights = weights_of(order, views, extents)
    pages, homes = _list_pages(order, views, timeline, weights, site)
    zooms = zooms_of(order, views, homes, weights, site)
    pages += event_pages(order, every, homes, zooms.closest(), site)
    pages += [*source_pages(sources.values(), every, site), *sources_page(site), *map_pages(shown, site), *lanes_page(shown, homes, site)]
    pages += tag_pages(tagged, site)
    pages += zooms.pages()
    pages += embed_pages(shown, site)
    pages += _newest(order, views, homes, site)
    whole = snippet(settings.base_url, INDEX, settings.title, framed=WHOLE) if order.all else None
    pages.append(page("about/index.html", site, AboutPage(title=speech.say("page", "about_title"), snippet=whole)))
    pages.append(page("404.html", site, MissingPage(title=speech.say("page", "missing_title"))))
    pages += log_pages(timeline, every, site)
    pages += former_pages(timeline, every, site, [each.path for each in pages])
    return tuple(pages)


def _site(
    timeline: Timeline,
    settings: Settings,
    views: Sequence[EventView],
    sources: Mapping[str, SourceView],
    paths_of_tags: Mapping[str, str],
) -> OfSite:
    """Return what every template is given: the settings, words, sources and the counts of the header."""
    speech = words(settings.spoken)
    changed = [event.event.updated.date() for event in views if event.event.updated]
    dates = {source.machine for source in sources.values() if source.machine}
    updated = max([*changed, timeline.as_of]) if changed else timeline.as_of
    return OfSite(
        w=speech,
        settings=settings,
        title=settings.title,
        sources=sources_of(views),
        total=len(views),
        unchecked=any(not view.states for view in views),
        corrections=corrections_of(views),
        most_sources=MOST_SOURCES,
        updated=day(updated.toordinal(), speech, weekdays=False) if updated > date.min else "",
        updated_machine=updated.isoformat() if updated > date.min else "",
        many_dates=len(dates) > 1,
        as_of=timeline.as_of.toordinal(),
        contact=contact(settings),
        has_log=bool(timeline.published.publications),
        has_map=has_map(views),
        has_lanes=has_lanes(views),
        tag_pages=paths_of_tags,
        picture=WHOLE_PICTURE if settings.share_images and settings.base_url else None,
    )


def contact(settings: Settings) -> str | None:
    """Return the address for "Suggest a correction": a web address as it is, a mail address as ``mailto:``."""
    text = settings.contact.strip()
    if text.startswith(("http://", "https://", "mailto:")):
        return text
    return f"mailto:{text}" if "@" in text else None


def _list_pages(
    order: Order, views: Mapping[str, EventView], timeline: Timeline, weights: Mapping[str, float], site: OfSite
) -> tuple[list[Page], dict[str, str]]:
    """Return the pages that list events, and on which of them each event stands."""
    if len(order.all) > MOST_ON_ONE_PAGE:
        return year_pages(order, views, timeline, weights, site)
    extents = {event.id: extent(event, timeline.as_of.toordinal()) for event in order.all}
    front = front_of(order, views, extents, weights)
    return [page(INDEX, site, replace(list_page(order, views, timeline, site), front=front))], {}


def _newest(order: Order, views: Mapping[str, EventView], homes: Mapping[str, str], site: OfSite) -> list[Page]:
    """Return the list that begins at the publication line and goes back in time; what was still to come stands apart, below it."""
    if not order.all:
        return []

    def rows(events: Iterable[Event]) -> tuple[tuple[str, EventView], ...]:
        return tuple((f"{homes.get(event.id, INDEX)}#{event.id}", views[event.id]) for event in events)

    line = publication_line(order.published, site.as_of, many=site.many_dates, speech=site.w)
    reported, to_come = rows(reversed(order.above))[:MOST_ON_ONE_PAGE], rows(order.below)
    return [
        page("newest/index.html", site, NewestPage(title=site.w.say("page", "newest_first"), rows=reported, to_come=to_come, line=line))
    ]
