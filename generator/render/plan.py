"""The plan of the site: which pages there are and what each is given. In: Timeline and Settings. Out: Pages, in a fixed order."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from generator.model.edtf import sort_key
from generator.model.event import Event, Timeline
from generator.model.page import Page
from generator.model.recall import Recall
from generator.model.settings import Settings
from generator.render.additions import with_additions
from generator.render.atlas.page import has_map, map_pages
from generator.render.core import core_of
from generator.render.dates import day
from generator.render.density import density
from generator.render.embeds import WHOLE, embed_pages, framed_list, snippet
from generator.render.every import Every
from generator.render.extents import extent
from generator.render.front import front_of, weights_of
from generator.render.lists import corrections_of, list_page, sources_of
from generator.render.order import Order, in_order, public, publication_line
from generator.render.permalinks import INDEX, embed_path, feed_path, tag_path
from generator.render.published import former_pages, log_pages
from generator.render.quotes import SourceView, source_views
from generator.render.sharing import WHOLE as WHOLE_PICTURE
from generator.render.sharing import pictured
from generator.render.tags import with_names
from generator.render.views import EventView, recalled_view
from generator.render.words import Words, words
from generator.render.years import year_pages

MOST_ON_ONE_PAGE = 300
MOST_TAG_PAGES = 200
_FEWEST_DRAWN = 6
"""Fewer events of a tag are seen at a glance."""
_NEAR = 3
"""Events before and after one that its page leads to."""
MOST_SOURCES = 60
"""Below a list; where there are more, they have a page of their own."""


def plan(timeline: Timeline, settings: Settings, recall: Recall | None = None) -> tuple[Page, ...]:
    """Return every page of the site. Depends on nothing but its arguments; *recall* holds what the last plan found."""
    recall = recall or Recall()
    speech = words(settings.spoken)
    recall.begin(speech)
    timeline = with_names(timeline, recall)
    order = in_order(timeline, settings)
    sources = source_views(timeline, speech, recall)
    given = sources, timeline.as_of, speech, recall
    views = {event.id: replace(recalled_view(event, *given), number=number) for number, event in enumerate(order.all, 1)}
    views = with_additions(views, timeline, settings)
    rest = [event for event in public(timeline, settings) if event.id not in views]
    paged = {event.id: recalled_view(event, *given) for event in rest if event.id not in timeline.without_page}
    every = Every(views | paged, rest, sources, timeline, speech)
    by_tag = _by_tag(tuple(views.values()))
    site = _site(timeline, settings, tuple(views.values()), sources, speech) | {"tag_pages": {tag: tag_path(tag) for tag in by_tag}}
    site["picture"] = WHOLE_PICTURE if settings.share_images and settings.base_url else None
    pages, homes = _list_pages(order, views, timeline, site, speech)
    pages += _event_pages(order, every, homes, site, pictured(order.all, views, settings))
    from_sources = _source_pages(sources.values(), every, site)
    pages += from_sources
    pages += (
        [Page("source/index.html", "sources.html", {**site, "title": speech.say("page", "sources")})]
        if len(site["sources"]) > MOST_SOURCES
        else []
    )
    pages += map_pages(views.values(), site)
    tagged = _tag_pages(by_tag, site, timeline.as_of.toordinal(), speech)
    pages += tagged
    pages += embed_pages([views[event.id] for event in order.all], _lists_to_frame(tagged, from_sources, tuple(views.values())), site)
    pages += _newest(order, views, homes, site, speech)
    whole = snippet(settings.base_url, WHOLE, INDEX, settings.title) if order.all else None
    pages.append(Page("about/index.html", "about.html", {**site, "title": speech.say("page", "about_title"), "snippet": whole}))
    pages.append(Page("404.html", "404.html", {**site, "title": speech.say("page", "missing_title")}))
    pages += log_pages(timeline, every, site)
    pages += former_pages(timeline, every, site, [page.path for page in pages])
    return tuple(pages)


def _site(
    timeline: Timeline, settings: Settings, views: Sequence[EventView], sources: Mapping[str, SourceView], speech: Words
) -> dict[str, Any]:
    """What every template is given: the settings, words, sources and the counts of the header."""
    changed = [event.event.updated.date() for event in views if event.event.updated]
    dates = {source.machine for source in sources.values() if source.machine}
    as_of = timeline.as_of.toordinal()
    updated = max([*changed, timeline.as_of]) if changed else timeline.as_of
    return {
        "w": speech,
        "settings": settings,
        "title": settings.title,
        "sources": sources_of(views),
        "total": len(views),
        "unchecked": any(not view.states for view in views),
        "corrections": corrections_of(views),
        "most_sources": MOST_SOURCES,
        "updated": day(updated.toordinal(), speech, weekdays=False) if updated > date.min else "",
        "updated_machine": updated.isoformat() if updated > date.min else "",
        "many_dates": len(dates) > 1,
        "as_of": as_of,
        "contact": contact(settings),
        "has_log": bool(timeline.published.publications),
        "has_map": has_map(views),
    }


def contact(settings: Settings) -> str | None:
    """Return the address for "Suggest a correction": a web address as it is, a mail address as ``mailto:``."""
    text = settings.contact.strip()
    if text.startswith(("http://", "https://", "mailto:")):
        return text
    return f"mailto:{text}" if "@" in text else None


def _list_pages(
    order: Order, views: Mapping[str, EventView], timeline: Timeline, site: Mapping[str, Any], speech: Words
) -> tuple[list[Page], dict[str, str]]:
    """Return the pages that list events, and on which of them each event stands."""
    if len(order.all) <= MOST_ON_ONE_PAGE:
        page = list_page("index.html", order, views, timeline, site)
        extents = {event.id: extent(event, timeline.as_of.toordinal()) for event in order.all}
        front = front_of(order, views, extents, weights_of(order, views, extents))
        return [replace(page, context={**page.context, "front": front, "homes": {}})], {}
    return year_pages(order, views, timeline, site, speech)


def _event_pages(order: Order, every: Every, homes: Mapping[str, str], site: dict[str, Any], pictures: Mapping[str, str]) -> list[Page]:
    near = _near(order, every)
    return [
        Page(
            view.path,
            "event.html",
            {
                **site,
                "title": view.headline,
                "event": view,
                "picture": pictures.get(view.id, site["picture"]),
                "is_own_picture": view.id in pictures,
                "near": near[view.id],
                "home": homes.get(view.id, "index.html"),
                "snippet": snippet(site["settings"].base_url, embed_path(view.id), view.path, view.headline, one=True)
                if view.number
                else None,
            },
        )
        for view in every.paged()
    ]


def _near(order: Order, every: Every) -> dict[str, tuple[tuple[EventView, ...], tuple[EventView, ...]]]:
    """Return what a reader of each event's page may want to see next: those listed beside it; by date, if it is not listed itself."""
    shown = [every[event.id] for event in order.all]
    places = {view.id: (at, at + 1) for at, view in enumerate(shown)}
    dated = sorted(shown, key=lambda view: sort_key(view.event.date))
    days = [sort_key(view.event.date) for view in dated]
    found = {}
    for view in every.paged():
        at, after = places.get(view.id) or (bisect(days, sort_key(view.event.date)),) * 2
        row = shown if view.id in places else dated
        found[view.id] = (tuple(row[max(0, at - _NEAR) : at]), tuple(row[after : after + _NEAR]))
    return found


def _source_pages(sources: Iterable[SourceView], every: Every, site: dict[str, Any]) -> list[Page]:
    shown = {source.id for view in every.paged() if view.number for source in view.sources}
    return [
        Page(
            each.path,
            "source.html",
            {
                **site,
                "title": each.name,
                "source": each,
                "drawn": every.drawn(each.id),
                "snippet": _snippet(site, each.path, each.name) if each.id in shown else None,
            },
        )
        for each in sources
    ]


def _by_tag(views: Sequence[EventView]) -> dict[str, list[EventView]]:
    """Return the tags that deserve a page (several events, the most frequent ones), each with its events."""
    found: dict[str, list[EventView]] = {}
    for view in views:
        for tag in view.tags:
            found.setdefault(tag, []).append(view)
    kept = sorted((tag for tag in found if len(found[tag]) > 1), key=lambda tag: (-len(found[tag]), tag))[:MOST_TAG_PAGES]
    return {tag: found[tag] for tag in kept}


def _tag_pages(by_tag: Mapping[str, list[EventView]], site: dict[str, Any], as_of: int, speech: Words) -> list[Page]:
    def page(tag: str) -> Page:
        events, title = tuple(by_tag[tag]), speech.say("page", "tagged", tag=tag)
        placed = [(view, extent(view.event, as_of)) for view in events]
        drawn = density(placed, core_of([each for _, each in placed]), None, speech, {}) if len(events) >= _FEWEST_DRAWN else None
        context = {
            "title": title,
            "tag": tag,
            "events": events,
            "density": drawn,
            "feed": feed_path(tag_path(tag)) if site["settings"].base_url else None,
        }
        return Page(tag_path(tag), "tag.html", {**site, **context, "snippet": _snippet(site, tag_path(tag), title)})

    return [page(tag) for tag in sorted(by_tag)]


def _snippet(site: Mapping[str, Any], path: str, title: str) -> str | None:
    return snippet(site["settings"].base_url, framed_list(path), path, title)


def _lists_to_frame(
    tagged: Sequence[Page], from_sources: Sequence[Page], views: Sequence[EventView]
) -> list[tuple[str, str, Sequence[EventView]]]:
    """Return each tag's and source's page with its title and the events of the timeline on it."""
    tags = [(page.path, str(page.context["title"]), page.context["events"]) for page in tagged]
    shown: dict[str, list[EventView]] = {}
    for view in views:
        for source in view.sources:
            shown.setdefault(source.id, []).append(view)
    return [*tags, *((page.path, str(page.context["title"]), shown.get(page.context["source"].id, ())) for page in from_sources)]


def _newest(order: Order, views: Mapping[str, EventView], homes: Mapping[str, str], site: dict[str, Any], speech: Words) -> list[Page]:
    """Return the list that begins at the publication line and goes back in time; what was still to come stands apart, below it."""
    if not order.all:
        return []

    def rows(events: Iterable[Event]) -> tuple[tuple[str, EventView], ...]:
        return tuple((f"{homes.get(event.id, 'index.html')}#{event.id}", views[event.id]) for event in events)

    reported = rows(reversed(order.above))[:MOST_ON_ONE_PAGE]
    line = publication_line(order.published, site["as_of"], many=bool(site["many_dates"]), speech=speech)
    context = {"title": speech.say("page", "newest_first"), "rows": reported, "to_come": rows(order.below), "line": line}
    return [Page("newest/index.html", "newest.html", {**site, **context})]
