"""Files for hosts and search engines: sitemap.xml and robots.txt. In: pages, settings. Out: bytes.

Sitemaps know absolute addresses only: without a base URL the sitemap is empty of addresses, and robots.txt names none.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

from generator.model.page import Page
from generator.model.settings import Settings
from generator.render.permalinks import absolute

_NOT_LISTED = frozenset({"404.html", "embed.html", "gone.html", "redirect.html"})


def sitemap(pages: tuple[Page, ...], settings: Settings) -> bytes:
    """Return the pages that a search engine should know, in the order of their paths."""
    paths = sorted(page.path for page in pages if page.template not in _NOT_LISTED) if settings.base_url else []
    urls = "".join(f"<url><loc>{escape(absolute(settings.base_url, path))}</loc></url>\n" for path in paths)
    head = '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{urls}</urlset>\n".encode()


def robots(settings: Settings) -> bytes:
    """Allow everything, and name the sitemap where its address is known."""
    sitemap_line = f"Sitemap: {absolute(settings.base_url, 'sitemap.xml')}\n" if settings.base_url else ""
    return f"User-agent: *\nAllow: /\n{sitemap_line}".encode()
