"""The pages of sources, and that of all of them where they are many. In: sources, every event as readers see it. Out: Pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from generator.model.page import Page
from generator.render.embeds import snippet
from generator.render.every import Drawn, Every
from generator.render.kinds import Framed, Kind, OfSite, later, page
from generator.render.quotes import SourceView

MOST_SOURCES = 60
"""Below a list; where there are more, they have a page of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePage(Framed):
    """One source: what is known of it, and what was drawn from it."""

    template: ClassVar[str] = "source.html"

    source: SourceView
    """The source."""
    drawn: Sequence[Drawn]
    """Each event that rests on it, with the quotes that it has from there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesPage(Kind):
    """All sources, where they are too many to stand below a list."""

    template: ClassVar[str] = "sources.html"


def source_pages(sources: Iterable[SourceView], every: Every, site: OfSite) -> list[Page]:
    """Return a page for each source."""
    base_url = site.settings.base_url
    shown = {source.id for view in every.paged() if view.number for source in view.sources} if base_url else set()

    def told(each: SourceView) -> SourcePage:
        return SourcePage(title=each.name, source=each, drawn=every.drawn(each.id), snippet=code(each))

    def code(each: SourceView) -> str | None:
        return snippet(base_url, each.path, each.name) if each.id in shown else None

    return [later(each.path, site, SourcePage, partial(told, each), snippet=code(each), source=each, title=each.name) for each in sources]


def sources_page(site: OfSite) -> list[Page]:
    """Return the page of all sources; none where they are few."""
    return [page("source/index.html", site, SourcesPage(title=site.w.say("page", "sources")))] if len(site.sources) > MOST_SOURCES else []
