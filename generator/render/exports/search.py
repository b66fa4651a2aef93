"""The words of a large timeline for the optional search of its start page. In: pages. Out: one script that holds them.

A script and not JSON, for a page that is opened as a file may load the one and not the other. One request brings everything: 2,700 events
come to about 300 KB on the wire, and a reader who searches once searches again.
"""

from __future__ import annotations

import json

from generator.model.page import Page
from generator.render.views import EventView

PATH = "search/events.js"
_NOT_IN_SCRIPTS = {"</": "<\\/", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_DECIMALS = 2


def chapters_of(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """Return the pages of the timeline's chapters; none where it is one page, which needs no search."""
    return tuple(page for page in pages if page.template == "index.html" and page.context.get("chapter"))


def search(chapters: tuple[Page, ...]) -> bytes:
    """Return the script.

    ``pages`` are the chapters' paths; an event is its page's place among these, its id, label, headline, quote, other words and salience.
    """
    rows = [_row(number, event) for number, page in enumerate(chapters) for group in page.context["groups"] for event in group.events]
    listed = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    text = f'dateline={{"pages":{json.dumps([page.path for page in chapters])},"events":[\n{listed}\n]}};\n'
    for sign, instead in _NOT_IN_SCRIPTS.items():
        text = text.replace(sign, instead)
    return text.encode(errors="replace")


def _row(page: int, event: EventView) -> list[str | int | float]:
    others = dict.fromkeys(
        [
            *event.tags,
            *(each.name for each in event.places),
            *(value for _, value in event.details),
            *(source.publisher or source.name for source in event.sources),
        ]
    )
    quote = event.lead.text if event.lead and not event.quoted else ""
    return [page, event.id, event.told.label, event.headline, quote, ", ".join(others), round(event.event.salience, _DECIMALS)]
