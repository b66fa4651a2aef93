"""Pages for what was published once: former addresses, entries that are gone, and the log of changes. In: Timeline, views. Out: Pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from generator.model.edtf import parse
from generator.model.event import Gone, Timeline
from generator.model.mention import DateBasis
from generator.model.page import Page
from generator.model.permalink import Change, Publication
from generator.render.dates import day, told
from generator.render.every import Every
from generator.render.kinds import Kind, OfSite, later, page
from generator.render.permalinks import event_path
from generator.render.views import EventView
from generator.render.words import Words

_MOST_PUBLICATIONS = 100
_FIELDS = frozenset({"date", "headline", "status", "checked"})


@dataclass(frozen=True, slots=True)
class LinkedEvent:
    """An event as the log names it: its headline, and its page."""

    headline: str
    path: str


@dataclass(frozen=True, slots=True)
class ToldChange:
    """A change in words: of which event, which field, what it was and what it is."""

    event: LinkedEvent
    field: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Release:
    """One publication: its day, what was new, what changed, what was taken out."""

    day: str
    machine: str
    new: tuple[LinkedEvent, ...]
    changed: tuple[ToldChange, ...]
    gone: tuple[LinkedEvent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesPage(Kind):
    """What each publication changed (there after the first `dateline publish`)."""

    template: ClassVar[str] = "changes.html"

    releases: tuple[Release, ...]
    """The publications, the latest first: each has `day`, `machine`, `new`, `changed`, `gone`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GonePage(Kind):
    """A page that was published once and is no more."""

    template: ClassVar[str] = "gone.html"

    gone: Gone | None = None
    """The event that is gone (`headline`, `reason`, `lost`); None for a page of another kind."""
    when: str = ""
    """The day since when, in words."""
    into: EventView | None = None
    """The event that it has become part of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectPage(Kind):
    """A former address of an event, or its id without the words."""

    template: ClassVar[str] = "redirect.html"

    target: EventView
    """The event that it leads to."""
    is_merged: bool
    """Whether that is another than was once told here."""


def former_pages(timeline: Timeline, every: Every, site: OfSite, taken: Iterable[str]) -> list[Page]:
    """Return a page for every address that readers may have kept and that no page of now has; an id alone leads to its event.

    *every* are the events of now, *taken* the paths of the other pages.
    """
    paths = set(taken)
    pages: list[Page] = []

    def add(former: Page) -> None:
        if former.path not in paths:
            paths.add(former.path)
            pages.append(former)

    links = {link.id: link.address for link in timeline.published.events}
    for gone in sorted(timeline.gone, key=lambda each: each.id):
        for path in _paths(gone.id, links):
            add(_gone(path, gone, every, site))
    leading = [*sorted(timeline.redirects), *((view.id, view.id) for view in every.paged())]
    for old, new in leading:
        for path in _paths(old, links) if new in every else ():
            add(later(path, site, RedirectPage, partial(_redirect, new, every, site, is_merged=old != new)))
    kept = [path for name in (*(old for old, _ in sorted(timeline.redirects)), *links) for path in _paths(name, links)]
    for path in (*kept, *timeline.published.pages):
        add(page(path, site, GonePage(title=site.w.say("page", "gone_page"))))
    return pages


def log_pages(timeline: Timeline, every: Mapping[str, EventView], site: OfSite) -> list[Page]:
    """Return the page that tells what each publication changed, the latest first; none before the first publication."""
    publications = timeline.published.publications
    if not publications:
        return []
    names = {link.id: link.headline for link in timeline.published.events}
    known = {name: LinkedEvent(every[name].headline if name in every else headline, _path(name, every)) for name, headline in names.items()}
    releases = tuple(_release(each, known, site.w) for each in reversed(publications[-_MOST_PUBLICATIONS:]))
    return [page("changes/index.html", site, ChangesPage(title=site.w.say("page", "changes"), releases=releases))]


def _paths(name: str, links: Mapping[str, str]) -> tuple[str, ...]:
    """Return the addresses that an event has been under: its id alone, and with the words that it was published with."""
    return tuple(dict.fromkeys((event_path(name), event_path(name, links.get(name, "")))))


def _path(name: str, every: Mapping[str, EventView]) -> str:
    return every[name].path if name in every else event_path(name)


def _redirect(new: str, every: Mapping[str, EventView], site: OfSite, *, is_merged: bool) -> RedirectPage:
    return RedirectPage(title=site.title, target=every[new], is_merged=is_merged)


def _gone(path: str, gone: Gone, every: Mapping[str, EventView], site: OfSite) -> Page:
    words = site.w
    when = day(gone.at.date().toordinal(), words, weekdays=False)
    return page(path, site, GonePage(title=words.say("page", "gone_title"), gone=gone, when=when, into=every.get(gone.into or "")))


def _release(publication: Publication, known: Mapping[str, LinkedEvent], words: Words) -> Release:
    changed = (_told(change, known[change.id], words) for change in publication.changed if change.id in known and change.field in _FIELDS)
    return Release(
        day(publication.day.toordinal(), words, weekdays=False),
        publication.day.isoformat(),
        tuple(known[each] for each in publication.new if each in known),
        tuple(changed),
        tuple(known[each] for each in publication.gone if each in known),
    )


def _told(change: Change, event: LinkedEvent, words: Words) -> ToldChange:
    return ToldChange(event, words.say("field", change.field), *(_value(change.field, value, words) for value in (change.was, change.now)))


def _value(field: str, value: str, words: Words) -> str:
    """Return a published value as readers see it."""
    date = parse(value) if field == "date" else None
    if date is not None:
        return told(date, DateBasis.SAID, words).label
    if field == "checked":
        return words.say("page", "yes" if value == "true" else "no")
    return str(words["status"].get(value, value)) if field == "status" else value
