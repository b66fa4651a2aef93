"""A calendar (RFC 5545): all-day events, DTEND exclusive, plans TENTATIVE; nothing wider than a week. In: Entries. Out: bytes.

Lines end in CRLF and are folded at 75 octets, never inside a character.
"""

from __future__ import annotations

import re

from generator.model.calendar import civil
from generator.model.event import Timeline
from generator.model.settings import Settings
from generator.render.exports.entries import Entry

WIDEST = 7
"""Days; a wider event would fill a calendar without saying anything of a day."""
_OCTETS = 75


def calendar(entries: tuple[Entry, ...], timeline: Timeline, settings: Settings) -> bytes:
    """Return the events of at most a week that fall in the years a calendar knows."""
    stamp = f"{timeline.changed_on.replace('-', '') or '19700101'}T000000Z"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dateline//Sourced timeline//EN", f"X-WR-CALNAME:{_text(settings.title)}"]
    for entry in entries:
        lines += _event(entry, stamp, settings)
    return "".join(f"{folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"]).encode()


def _event(entry: Entry, stamp: str, settings: Settings) -> list[str]:
    first, last = entry.days.earliest, entry.days.latest
    if first is None or last is None or first < 1 or last - first >= WIDEST or civil(last + 1)[0] > 9999:
        return []
    view = entry.view
    quote = f"“{view.lead.text}” " if view.lead and view.lead.text else ""
    named = "; ".join([*(each.publisher or each.name for each in view.sources), *entry.event.addresses])
    doubts = "".join(f"; {each}" for each in view.doubts)
    told = f"{view.status}. {view.told.label} ({view.told.precision}{doubts}). {'. '.join(entry.states)}. {quote}{named}"
    lines = [
        "BEGIN:VEVENT",
        f"UID:{_text(entry.uid)}",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{_day(first)}",
        f"DTEND;VALUE=DATE:{_day(last + 1)}",
        f"SUMMARY:{_text(view.headline)}",
        f"DESCRIPTION:{_text(told)}",
        f"STATUS:{'TENTATIVE' if view.planned else 'CONFIRMED'}",
        "TRANSP:TRANSPARENT",
    ]
    lines += [f"URL:{entry.link}"] if settings.base_url else []
    lines += [f"CATEGORIES:{','.join(_text(tag) for tag in view.tags)}"] if view.tags else []
    return [*lines, "END:VEVENT"]


def folded(line: str) -> str:
    r"""Fold a line at 75 octets of UTF-8; what follows begins with a space.

    >>> folded("x" * 76)[73:]
    'xx\r\n x'
    """
    if len(line) <= _OCTETS and line.isascii():
        return line
    pieces, current, size = [], "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _OCTETS:
            pieces.append(current)
            current, size = " ", 1
        current += character
        size += octets
    return "\r\n".join([*pieces, current])


def _day(number: int) -> str:
    year, month, day = civil(number)
    return f"{year:04}{month:02}{day:02}"


def _text(value: str) -> str:
    """Escape a TEXT value: backslash, semicolon, comma, newline; other control characters go."""
    escaped = re.sub(r"([\\;,])", r"\\\1", value)
    return re.sub(r"[\x00-\x1f\x7f]", " ", escaped.replace("\r\n", "\\n").replace("\n", "\\n"))
