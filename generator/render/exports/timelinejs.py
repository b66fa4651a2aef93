"""TimelineJS's JSON, with ``unique_id`` and ``display_date`` always set, so that nothing is shown more precisely than the source says.

Beside what TimelineJS shows each event has ``dateline``, from which an import has it back as it was.

In: Entries. Out: bytes. Format: the JSON of Knight Lab's TimelineJS3.
"""

from __future__ import annotations

import html
import re
from typing import Any

from generator.model.edtf import Date, Edtf, Interval, OneOf, written
from generator.model.settings import Settings
from generator.render.exports.entries import Entry, link
from generator.render.exports.feeds import content
from generator.render.exports.lines import json_lines
from generator.render.exports.timeline_json import additions_value
from generator.render.pictures import path_of


def timelinejs(entries: tuple[Entry, ...], settings: Settings) -> bytes:
    """Return title and events; an event with an open start is placed at its known end."""
    value = {
        "title": {"unique_id": "title", "text": {"headline": html.escape(settings.title), "text": html.escape(settings.description)}},
        "events": [_event(entry, settings) for entry in entries],
    }
    return json_lines(value)


def _event(entry: Entry, settings: Settings) -> dict[str, Any]:
    view = entry.view
    start, end = _ends(entry.event.date)
    label = html.escape(view.told.label)
    value: dict[str, Any] = {
        "unique_id": entry.event.id,
        "display_date": label,
        "start_date": _date(start, label),
        "group": view.status,
        "text": {"headline": html.escape(view.headline), "text": content(entry)},
        "dateline": _known(entry),
    }
    if media := _media(entry, settings):
        value["media"] = media
    if end is not None and end != start:
        value["end_date"] = _date(end, label)
    return value


def _media(entry: Entry, settings: Settings) -> dict[str, str]:
    """Return the first picture or film, as TimelineJS shows one beside its text."""
    for medium in entry.view.media:
        picture = link(path_of(medium.file), settings) if medium.file else ""
        texts = {name: html.escape(getattr(medium, name)) for name in ("caption", "credit", "alt")}
        named = {"url": medium.link or picture, "thumbnail": picture if medium.link else "", **texts}
        return {name: value for name, value in named.items() if value}
    return {}


def _known(entry: Entry) -> dict[str, Any]:
    """Return the event as it is, which no other program reads: so that what goes out comes in again without loss."""
    event = entry.event
    return {
        "written": written(event.date),
        "said": event.said,
        "headline": event.headline,
        "status": event.status.value,
        "background": event.background,
        "tags": list(event.tags),
        "notes": [{"text": note.text} for note in event.notes if not note.correction],
        "urls": list(entry.addresses),
        **additions_value(event),
    }


def _ends(date: Edtf) -> tuple[Date, Date | None]:
    match date:
        case Date():
            return date, None
        case Interval(first, last) | OneOf(first, last):
            return first or last or Date(1), last if first else None


def _date(date: Date, label: str) -> dict[str, Any]:
    """Return the parts that the source gives; a season goes by its first month, as TimelineJS has none.

    Its years are those of historians: the one before 1 is -1, not 0.
    """
    value: dict[str, Any] = {"year": date.year if date.year > 0 else date.year - 1}
    if date.month is not None:
        value["month"] = {21: 3, 22: 6, 23: 9, 24: 12}.get(date.month, date.month)
    if date.day is not None:
        value["day"] = date.day
    if clock := re.match(r"(\d\d)(?::(\d\d))?(?::(\d\d))?", date.time):
        value |= {name: int(part) for name, part in zip(("hour", "minute", "second"), clock.groups(), strict=True) if part}
    return value | {"display_date": label}
