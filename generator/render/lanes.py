"""The overview once more, a row for each publisher, name or place: who told of what when. In: the views of the events shown. Out: a Page.

All rows are drawn to one scale, over the stretch of time that the story lies in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from generator.model.page import Page
from generator.render.core import core_of
from generator.render.density import Density, density, lowered, most_in_a_unit
from generator.render.extents import extent
from generator.render.filters import Facet, are_sorted, filters_of
from generator.render.kinds import Kind, OfSite, later
from generator.render.permalinks import INDEX, LANES
from generator.render.views import EventView

_FEWEST = 12
"""Rows of fewer events show nothing that the numbered marks do not."""
_MOST = 8


@dataclass(frozen=True, slots=True)
class Lane:
    """A row: what it is of, the path of its own page if it has one, its bars, how many events it has in all, in words."""

    name: str
    path: str | None
    drawn: Density
    counted: str


@dataclass(frozen=True, slots=True)
class Lanes:
    """Rows of one kind: what they are by, the rows, those with the most events first."""

    title: str
    rows: tuple[Lane, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LanesPage(Kind):
    """The overview by source, name, place or a field of the project's own, from twelve events on."""

    template: ClassVar[str] = "lanes.html"

    axis: Density
    """The drawing of all events, whose axis the rows share."""
    sets: tuple[Lanes, ...]
    """The kinds of rows: each has `title` and `rows` (`name`, `path`, `drawn`, `counted`)."""


def has_lanes(views: Sequence[EventView]) -> bool:
    """Tell whether there are events enough, and anything that sorts them."""
    return len(views) >= _FEWEST and are_sorted(views)


def lanes_page(views: Sequence[EventView], homes: Mapping[str, str], site: OfSite) -> list[Page]:
    """Return the page, if there is anything to show; *homes* are the pages that list the events, where it is not the start page."""
    if not site.has_lanes:
        return []
    placed = [(view, extent(view.event, site.as_of)) for view in views]
    core = core_of([each for _, each in placed])
    inside = [each for each in placed if not (core and (core.is_before(each[1]) or core.is_after(each[1])))]
    places = {view.id: homes.get(view.id, INDEX) for view in views}
    axis = density(inside, core, None, site.w, places)
    if axis is None:
        return []

    def rows(facet: Facet, marks: Mapping[str, Sequence[str]]) -> tuple[Lane, ...]:
        held = {choice: [each for each in inside if choice.id in marks[each[0].id]] for choice in facet.choices[:_MOST]}
        most = {choice: most_in_a_unit(of, axis) for choice, of in held.items()}
        drawn = {choice: density(of, axis.core, None, site.w, places) for choice, of in held.items()}
        return tuple(
            Lane(
                choice.words,
                site.tag_pages.get(choice.words),
                lowered(bars, most[choice] / max(most.values())),
                site.w.count("events", choice.count),
            )
            for choice, bars in drawn.items()
            if bars and most[choice]
        )

    def told() -> LanesPage:
        marked, filters = filters_of(views)
        marks = {view.id: view.marks.split() for view in marked}
        found = (Lanes(facet.label or site.w.say("page", facet.key), rows(facet, marks)) for facet in filters.facets)
        return LanesPage(title=site.w.say("page", "more_filters"), axis=axis, sets=tuple(each for each in found if each.rows))

    return [later(LANES, site, LanesPage, told)]
