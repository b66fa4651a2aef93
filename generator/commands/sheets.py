"""What editors already keep, a CSV table or a TimelineJS timeline, in; its rows as events out. Nothing is read or written here.

Columns are known by their usual names. A TimelineJS sheet or JSON says year, month and day each by itself; other tables have one date,
in EDTF or in words.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.model import edtf
from generator.model.edtf import Date, Edtf, Interval
from generator.model.mention import Status

ReadDate = Callable[[str], Edtf | None]

_NAMES = {
    "date": ("date", "start", "start date", "when", "begin"),
    "end": ("end", "end date", "until"),
    "headline": ("headline", "title", "event", "what", "name"),
    "note": ("text", "note", "description", "details"),
    "url": ("url", "source", "source url", "link", "sources", "source_url"),
    "media": ("media", "media url"),
    "tags": ("tags", "tag", "group", "category"),
    "status": ("status",),
    "background": ("background event",),
    "type": ("type",),
}
_PARTS = ("year", "month", "day", "time")
_LINK = re.compile(r"https?://[^\s\"'<>\])|]+")
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg")
_SKIPPED = {"title", "era"}
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Row:
    """An event of a sheet; ``line`` is where it stands in the file (a JSON timeline: its number among the events)."""

    line: int
    date: Edtf
    headline: str
    urls: tuple[str, ...] = ()
    note: str = ""
    tags: tuple[str, ...] = ()
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Unfit:
    """A row that is no event, and why."""

    line: int
    reason: str


def rows(text: str, read_date: ReadDate) -> Iterator[Row | Unfit]:
    """Yield the events of a sheet; what reads as a JSON object is a TimelineJS timeline, all else a table."""
    text = text.removeprefix("\ufeff")
    if text.lstrip().startswith("{"):
        yield from _of_timelinejs(text, read_date)
    else:
        yield from _of_table(text, read_date)


def _of_table(text: str, read_date: ReadDate) -> Iterator[Row | Unfit]:
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        header = [" ".join(name.split()).lower() for name in next(reader, [])]
        for cells in reader:
            values = dict(zip(header, (cell.strip() for cell in cells), strict=False))
            if any(values.values()) and _first(values, "type").lower() not in _SKIPPED:
                yield _row(reader.line_num, values, _when(values, read_date))
    except csv.Error as error:
        yield Unfit(1, f"this is no table: {error}")


def _of_timelinejs(text: str, read_date: ReadDate) -> Iterator[Row | Unfit]:
    try:
        timeline = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield Unfit(getattr(error, "lineno", 1), "this is neither JSON nor a table")
        return
    events = timeline.get("events")
    if not isinstance(events, list):
        yield Unfit(1, "no list of “events”")
        return
    for number, event in enumerate(events, 1):
        try:
            values = _flat(event)
        except (AttributeError, TypeError):
            yield Unfit(number, "this is no event as TimelineJS writes it")
            continue
        yield _row(number, values, _when(values, read_date))


def _flat(event: Mapping[str, Any]) -> dict[str, str]:
    """Return an event of a JSON timeline under the names of the sheet."""
    values: dict[str, Any] = {}
    for prefix, key in (("", "start_date"), ("end ", "end_date")):
        parts = dict(event.get(key) or {})
        clock = [str(parts[name]).zfill(2) for name in ("hour", "minute", "second") if parts.get(name) not in (None, "")]
        values |= {prefix + name: parts.get(name) for name in ("year", "month", "day")} | {f"{prefix}time": ":".join(clock)}
    values |= {"headline": (event.get("text") or {}).get("headline"), "text": (event.get("text") or {}).get("text")}
    values |= {"media": (event.get("media") or {}).get("url"), "group": event.get("group")}
    values["source"] = (event.get("media") or {}).get("link")
    return {name: "" if value is None else str(value).strip() for name, value in values.items()}


def _row(line: int, values: Mapping[str, str], when: Edtf | str) -> Row | Unfit:
    headline = " ".join(re.sub(r"<[^>]*>", " ", _first(values, "headline")).split())
    if not headline:
        return Unfit(line, "no headline")
    if len(headline) > _LONGEST:
        return Unfit(line, f"the headline has more than {_LONGEST} characters")
    if isinstance(when, str):
        return Unfit(line, when)
    status = _first(values, "status").lower()
    if status and status not in list(Status):
        return Unfit(line, f"“{status}” is no status; it is happened, ongoing, planned or expected")
    tags = tuple(dict.fromkeys(tag.strip() for tag in re.split(r"[;,]", _first(values, "tags")) if tag.strip()))
    return Row(line, when, headline, _sources(values), _first(values, "note"), tags, Status(status) if status else None)


def _sources(values: Mapping[str, str]) -> tuple[str, ...]:
    """Return the addresses of a row: those it names as its source, those its text links to, its media unless it is a picture."""
    media = [url for url in _LINK.findall(_first(values, "media")) if not url.lower().partition("?")[0].endswith(_PICTURES)]
    named = " ".join(values.get(key, "") for key in _NAMES["url"])
    found = [*_LINK.findall(named), *_LINK.findall(_first(values, "note")), *media]
    return tuple(dict.fromkeys(url.rstrip(".,;") for url in found))


def _first(values: Mapping[str, str], name: str) -> str:
    return next((values[key] for key in _NAMES[name] if values.get(key)), "")


def _when(values: Mapping[str, str], read_date: ReadDate) -> Edtf | str:
    """Return the date of a row, or why it has none."""
    start: Edtf | str | None
    end: Edtf | str | None
    if values.get("year"):
        start = _composed(values, "")
        end = _composed(values, "end ") if values.get("end year") else None
    else:
        start, end = (_read(_first(values, name), read_date) for name in ("date", "end"))
    if isinstance(start, str) or isinstance(end, str):
        return start if isinstance(start, str) else str(end)
    if start is None:
        return "no date"
    if end is None or str(end) == str(start):
        return start
    if not isinstance(start, Date) or not isinstance(end, Date):
        return "a range needs two plain dates"
    both = edtf.parse(str(Interval(start, end)))
    return both or f"it ends before it begins: {start}, {end}"


def _composed(values: Mapping[str, str], prefix: str) -> Date | str:
    """Return the date of the sheet's own columns; a year before the common era is negative there, counted without a year 0."""
    year, month, day, clock = (values.get(prefix + name, "") for name in _PARTS)
    try:
        number = int(year)
        made = Date(
            number + 1 if number < 0 else number,
            int(month) if month else None,
            int(day) if day else None,
            time=_clock(clock) if day else "",
        )
    except ValueError:
        return f"“{' '.join(filter(None, (year, month, day)))}” is no date"
    found = edtf.parse(str(made))
    return found if isinstance(found, Date) else f"“{made}” is no date"


def _clock(text: str) -> str:
    """Return a time of day as EDTF has it; empty for what is none."""
    found = re.fullmatch(r"(\d{1,2}):(\d\d)(?::(\d\d))?(?:\.\d+)?\s*([ap]m)?", text.lower())
    if not found:
        return ""
    hour = int(found[1]) % 12 + 12 * (found[4] == "pm") if found[4] else int(found[1])
    return ":".join([f"{hour:02}", found[2], *([found[3]] if found[3] and found[3] != "00" else [])])


def _read(text: str, read_date: ReadDate) -> Edtf | str | None:
    if not text:
        return None
    return edtf.parse(text) or read_date(text) or f"“{text[:60]}” is no date"
