"""The pages of tags, each with an overview of its own. In: the views of the events shown. Out: Pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

from generator.model.page import Page
from generator.render.core import core_of
from generator.render.density import Density, density
from generator.render.embeds import snippet
from generator.render.extents import extent
from generator.render.kinds import Framed, OfSite, later
from generator.render.permalinks import feed_path, tag_path
from generator.render.views import EventView

MOST_TAG_PAGES = 200
_FEWEST_DRAWN = 6
"""Fewer events of a tag are seen at a glance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagPage(Framed):
    """The events of one tag."""

    template: ClassVar[str] = "tag.html"

    tag: str
    """The tag."""
    events: tuple[EventView, ...]
    """Its events, in the order of the timeline."""
    density: Density | None
    """Its own overview; None for few events."""
    feed: str | None
    """The path of its feed; None without `base_url`."""


def by_tag(views: Sequence[EventView]) -> dict[str, list[EventView]]:
    """Return the tags that deserve a page (several events, the most frequent ones), each with its events."""
    found: dict[str, list[EventView]] = {}
    for view in views:
        for tag in view.tags:
            found.setdefault(tag, []).append(view)
    kept = sorted((tag for tag in found if len(found[tag]) > 1), key=lambda tag: (-len(found[tag]), tag))[:MOST_TAG_PAGES]
    return {tag: found[tag] for tag in kept}


def tag_pages(tagged: Mapping[str, Sequence[EventView]], site: OfSite) -> list[Page]:
    """Return a page for each tag, in the order of the tags."""
    speech, base_url = site.w, site.settings.base_url

    def told(tag: str, known: Mapping[str, Any]) -> TagPage:
        events = known["events"]
        placed = [(view, extent(view.event, site.as_of)) for view in events]
        drawn = density(placed, core_of([each for _, each in placed]), None, speech, {}) if len(events) >= _FEWEST_DRAWN else None
        return TagPage(tag=tag, density=drawn, **known)

    def of(tag: str) -> Page:
        path, title = tag_path(tag), speech.say("page", "tagged", tag=tag)
        feed, code = feed_path(path) if base_url else None, snippet(base_url, path, title)
        known = {"title": title, "events": tuple(tagged[tag]), "feed": feed, "snippet": code}
        return later(path, site, TagPage, partial(told, tag, known), **known)

    return [of(tag) for tag in sorted(tagged)]
