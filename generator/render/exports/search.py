"""The words of a large timeline in parts, one for each of its pages, for the optional search of its start page. In: pages. Out: Outputs."""

from __future__ import annotations

from generator.model.page import Output, Page
from generator.render.exports.lines import json_lines
from generator.render.permalinks import search_path
from generator.render.views import EventView


def search_parts(pages: tuple[Page, ...]) -> tuple[Output, ...]:
    """Return a part for each page of a chapter: id, label, headline and the words to be searched of its events."""
    return tuple(_part(page) for page in pages if page.template == "index.html" and page.context.get("chapter"))


def _part(page: Page) -> Output:
    events = [event for group in page.context["groups"] for event in group.events]
    rows = [{"id": each.id, "label": each.told.label, "headline": each.headline, "text": _text(each)} for each in events]
    return Output(search_path(page.path), json_lines({"path": page.path, "events": rows}))


def _text(event: EventView) -> str:
    words = [event.told.label, event.headline, event.lead.text if event.lead else "", *event.tags]
    return " ".join([*words, *(source.publisher or source.name for source in event.sources)])
