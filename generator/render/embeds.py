"""What other sites frame: each event, the whole timeline, the events of a tag or source. In: views. Out: pages, and the code to paste.

The frame of an event is its own page, by the address of its id alone, which no new headline changes; `embed.js` leaves in it what a frame
has room for. Lists have pages of their own. Without the site's address (`base_url`) there is nothing to paste, and no such page.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import ClassVar

from generator.model.calendar import iso
from generator.model.edtf import bounds
from generator.model.page import Page
from generator.render.kinds import Kind, OfSite, page
from generator.render.permalinks import INDEX, absolute
from generator.render.quotes import shortened
from generator.render.views import EventView

MOST_FRAMED = 300
WHOLE = f"embed/{INDEX}"
_WIDTH = 640
_HEIGHT_OF_AN_EVENT = 420
_HEIGHT_OF_A_LIST = 560


def framed_list(path: str) -> str:
    """Return the path of the list that may be framed for a tag's or a source's page.

    >>> framed_list("tag/storm/index.html")
    'embed/tag/storm/index.html'
    """
    return f"embed/{path}"


@dataclass(frozen=True, slots=True)
class FramedList:
    """A page with a list of events that may be framed: its path, its title, the events."""

    page: str
    title: str
    events: Sequence[EventView]


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedPage(Kind):
    """What other sites frame: the whole timeline, a tag, a source (written when `base_url` is set)."""

    template: ClassVar[str] = "embed.html"

    events: tuple[EventView, ...]
    """The events to show."""
    home: str
    """The path of the page that it leads to."""
    days: Mapping[str, str]
    """The first day that each event of a list may be on, by id."""


def embed_pages(shown: Sequence[EventView], lists: Sequence[FramedList], site: OfSite) -> list[Page]:
    """Return the pages for frames: the whole timeline, and each list."""
    if not site.settings.base_url:
        return []

    def framed(title: str, home: str, events: Sequence[EventView]) -> EmbedPage:
        kept = tuple(events[-MOST_FRAMED:])
        return EmbedPage(title=title, events=kept, home=home, days=_days(kept))

    whole = {WHOLE: framed(site.title, INDEX, shown)} if shown else {}
    parts = {framed_list(each.page): framed(each.title, each.page, each.events) for each in lists if each.events}
    return [page(path, site, each) for path, each in (whole | parts).items()]


def _days(events: Sequence[EventView]) -> dict[str, str]:
    """Return the first day that each event may be on, for a frame that shows what is from a day on."""
    firsts = {view.id: bounds(view.event.date).earliest for view in events}
    return {name: iso(first) for name, first in firsts.items() if first is not None}


def oembed(about: Page) -> bytes:
    """Return the oEmbed description of a page that can be framed (oembed.com, version 1.0, type ``rich``)."""
    code, settings = about.context["snippet"], about.context["settings"]
    one = "event" in about.context
    value = {
        "version": "1.0",
        "type": "rich",
        "title": shortened(about.context["title"]),
        "provider_name": settings.title,
        "provider_url": absolute(settings.base_url, INDEX),
        "html": code,
        "width": _WIDTH,
        "height": _HEIGHT_OF_AN_EVENT if one else _HEIGHT_OF_A_LIST,
    }
    return (json.dumps(value, ensure_ascii=False) + "\n").encode()


def oembed_path(path: str) -> str:
    """Return where a page's oEmbed description stands: beside it.

    >>> oembed_path("event/e-1/index.html")
    'event/e-1/oembed.json'
    """
    return path.removesuffix(INDEX) + "oembed.json"


def list_snippet(base_url: str, path: str, title: str) -> str | None:
    """Return the HTML that frames the list of a tag's or source's page."""
    return snippet(base_url, framed_list(path), path, title)


def snippet(base_url: str, framed: str, path: str, title: str, *, one: bool = False) -> str | None:
    """Return the HTML to paste into another site, a plain link within it for where frames are not shown; None without an address.

    The script behind the frame gives it the height of what it shows; where a site leaves it out, the height given stays.

    >>> snippet("https://a.example", "embed/tag/x/index.html", "tag/x/index.html", 'Tagged "x"')[:72]
    '<iframe src="https://a.example/embed/tag/x/" title="Tagged &quot;x&quot;'
    """
    if not base_url:
        return None
    height, title = _HEIGHT_OF_AN_EVENT if one else _HEIGHT_OF_A_LIST, shortened(title)
    opening = f'<iframe src="{escape(absolute(base_url, framed))}" title="{escape(title)}" width="100%" height="{height}" loading="lazy">'
    fits = f'<script src="{escape(absolute(base_url, "fit.js"))}" async></script>'
    return f'{opening}<a href="{escape(absolute(base_url, path))}">{escape(title, quote=False)}</a></iframe>{fits}'
