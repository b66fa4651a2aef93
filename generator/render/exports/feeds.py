"""Atom (RFC 4287) and JSON Feed 1.1: one entry for each event, id = permalink, updated = its last change. In: Entries. Out: bytes."""

from __future__ import annotations

import html
import re
from xml.sax.saxutils import escape, quoteattr

from generator.model.event import Timeline
from generator.model.settings import Settings
from generator.render.exports.entries import Entry, link, uid
from generator.render.exports.lines import json_lines
from generator.render.permalinks import INDEX, feed_path, slug

MOST = 50
"""Entries of a feed: what a reader who looks in again has missed, not the whole timeline."""
_MOST_OF_A_PART = 20
"""Entries of the feed of a tag, of which there may be hundreds."""
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def atom(entries: tuple[Entry, ...], timeline: Timeline, settings: Settings, page: str = INDEX, title: str = "") -> bytes:
    """Return the Atom feed of a page that lists these entries, the latest change first; *title* is the page's own."""
    named = f"{title} — {settings.title}" if title else settings.title
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(settings.spoken)}>',
        f"<title>{_xml(named)}</title>",
        f"<id>{_xml(uid(page, settings) if title else _feed_id(settings))}</id>",
        f"<updated>{_stamp(_latest(entries, timeline))}</updated>",
        f'<link rel="alternate" type="text/html" href={quoteattr(link(page, settings))}/>',
        f'<link rel="self" type="application/atom+xml" href={quoteattr(link(feed_path(page), settings))}/>',
        f"<author><name>{_xml(settings.publisher or settings.title)}</name></author>",
    ]
    if settings.description:
        lines.append(f"<subtitle>{_xml(settings.description)}</subtitle>")
    for entry in _latest_first(entries)[: _MOST_OF_A_PART if title else MOST]:
        lines += _atom_entry(entry)
    return ("\n".join([*lines, "</feed>"]) + "\n").encode()


def _atom_entry(entry: Entry) -> list[str]:
    view = entry.view
    return [
        "<entry>",
        f"<title>{_xml(f'{view.told.label}: {view.headline}')}</title>",
        f"<id>{_xml(entry.uid)}</id>",
        f'<link rel="alternate" type="text/html" href={quoteattr(entry.link)}/>',
        f"<updated>{_stamp(view.updated)}</updated>",
        *[f"<category term={quoteattr(_legal(tag))}/>" for tag in view.tags],
        f'<content type="html">{_xml(content(entry))}</content>',
        "</entry>",
    ]


def json_feed(entries: tuple[Entry, ...], settings: Settings) -> bytes:
    """Return the JSON Feed, the latest change first."""
    absolute = bool(settings.base_url)
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": settings.title,
        **({"home_page_url": link("index.html", settings), "feed_url": link("feed.json", settings)} if absolute else {}),
        **({"description": settings.description} if settings.description else {}),
        "language": settings.spoken,
        "authors": [{"name": settings.publisher or settings.title}],
        "items": [
            {
                "id": entry.uid,
                "url": entry.link,
                "title": f"{entry.view.told.label}: {entry.view.headline}",
                "content_html": content(entry),
                **({"date_published": _stamp(when)} if (when := _published(entry)) else {}),
                **({"date_modified": _stamp(entry.view.updated)} if entry.view.updated else {}),
                **({"tags": list(entry.view.tags)} if entry.view.tags else {}),
            }
            for entry in _latest_first(entries)
        ],
    }
    return json_lines(feed)


def content(entry: Entry) -> str:
    """Return an entry's HTML: status, date and its precision, signed notes and corrections, quote and source, who made it what it is."""
    view = entry.view
    dated = f"{view.told.label} ({'; '.join((view.told.precision, *view.doubts))})"
    parts = [f"<p>{html.escape(view.status)} · {html.escape(dated)}</p>"]
    for note in view.notes:
        signed = " · ".join((note.title, ", ".join(filter(None, (note.by, note.day)))))
        parts += [f"<p><b>{html.escape(signed)}</b></p>", note.html]
    if view.lead and view.lead.text:
        quote = f"{html.escape(view.lead.before)}<mark>{html.escape(view.lead.said)}</mark>{html.escape(view.lead.after)}"
        parts.append(f"<blockquote>{quote}</blockquote>")
    parts += [f"<p>{html.escape(_named(entry))}</p>"]
    parts += [f"<p>{html.escape(each)}</p>" for each in entry.states]
    parts += [f'<p><a href="{html.escape(url)}">{html.escape(url)}</a></p>' for url in entry.addresses if url in entry.event.addresses]
    return "".join(parts)


def _feed_id(settings: Settings) -> str:
    return uid("index.html", settings) if settings.base_url else f"urn:dateline:timeline:{slug(settings.title)}"


def _named(entry: Entry) -> str:
    named = [", ".join(part for part in (each.publisher, f"“{each.name}”", each.published) if part) for each in entry.view.sources]
    return "; ".join(named) or entry.view.counted


def _published(entry: Entry) -> str:
    return min((each.machine for each in entry.view.sources if each.machine), default=entry.view.updated)


def _latest_first(entries: tuple[Entry, ...]) -> list[Entry]:
    by_number = sorted(entries, key=lambda entry: entry.view.number)
    return sorted(by_number, key=lambda entry: entry.view.updated, reverse=True)[:MOST]


def _latest(entries: tuple[Entry, ...], timeline: Timeline) -> str:
    return max((entry.view.updated for entry in entries), default=timeline.changed_on)


def _stamp(when: str) -> str:
    """Return an RFC 3339 date-time; a day alone is taken at its start. Unknown, it is the first of Unix time, for Atom wants one."""
    when = when or "1970-01-01"
    return when if "T" in when else f"{when}T00:00:00Z"


def _legal(text: str) -> str:
    """Leave out the characters that XML 1.0 does not allow."""
    return _NOT_XML.sub("", text)


def _xml(text: str) -> str:
    return escape(_legal(text))
