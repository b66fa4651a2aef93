"""What other sites frame: each event, the whole timeline, the events of a tag or source. In: views. Out: a page, and the code to paste.

The frame of an event, a tag or a source is its own page, of an event by the address of its id alone, which no new headline changes;
`embed.js` leaves in it what a frame has room for. The whole timeline has a page for that. Without the site's address (`base_url`) there is
nothing to paste, and no such page.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import ClassVar

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


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedPage(Kind):
    """What other sites frame of the whole timeline (written when `base_url` is set)."""

    template: ClassVar[str] = "embed.html"

    events: tuple[EventView, ...]
    """The events to show."""
    home: str
    """The path of the page that it leads to."""
    days: Mapping[str, str]
    """The first day that each event of a list may be on, by id."""


def embed_pages(shown: Sequence[EventView], site: OfSite) -> list[Page]:
    """Return the page that frames the whole timeline: its last events."""
    if not site.settings.base_url or not shown:
        return []
    kept = tuple(shown[-MOST_FRAMED:])
    return [page(WHOLE, site, EmbedPage(title=site.title, events=kept, home=INDEX, days={view.id: view.first_day for view in kept}))]


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


def snippet(base_url: str, path: str, title: str, *, framed: str = "", one: bool = False) -> str | None:
    """Return the HTML to paste into another site, a plain link within it for where frames are not shown; None without an address.

    The script behind the frame gives it the height of what it shows; where a site leaves it out, the height given stays.

    >>> snippet("https://a.example", "tag/x/index.html", 'Tagged "x"')[:66]
    '<iframe src="https://a.example/tag/x/" title="Tagged &quot;x&quot;'
    """
    if not base_url:
        return None
    height, title = _HEIGHT_OF_AN_EVENT if one else _HEIGHT_OF_A_LIST, shortened(title)
    source = escape(absolute(base_url, framed or path))
    opening = f'<iframe src="{source}" title="{escape(title)}" width="100%" height="{height}" loading="lazy">'
    fits = f'<script src="{escape(absolute(base_url, "fit.js"))}" async></script>'
    return f'{opening}<a href="{escape(absolute(base_url, path))}">{escape(title, quote=False)}</a></iframe>{fits}'
