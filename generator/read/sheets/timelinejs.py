"""Timelines in JSON → their events under the names of a sheet's columns.

Formats: the JSON of Knight Lab's TimelineJS3 and of its forerunner (``{"timeline": {"date": […]}}``), with or without the call of a
function round it; this program's own exports; a list of records whose names are those of a sheet's columns.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from generator.model.additions import RELATIONS, Medium, cells_of
from generator.model.project import MOST_ROWS
from generator.read.sheets.columns import OWN, columns
from generator.read.sheets.row import Passed, Unfit

Values = dict[str, str]
_CALL = re.compile(r"\s*(?:(?:var|let|const)\s+)?[\w.$]++\s*(?:=|\()\s*(?=[{\[])")
"""What makes a script of a timeline: ``storyjs_jsonp_data = {…}``, ``show({…});``."""
_CLOCK = ("hour", "minute", "second")
_TITLE = "the title slide: a timeline's title stands in timeline.toml"
_LISTS = ("events", "items", "records", "rows", "data")
"""Where the list of events may stand in JSON that is nobody's format."""
_READ = {"start_date", "end_date", "display_date", "text", "media", "group", "unique_id", "autolink", "dateline"}
_READ_OF_MEDIA = {"url", "link", "caption", "credit", "alt", "title", "link_target", "thumbnail"}


def is_json(text: str) -> bool:
    """Tell whether a text is meant as JSON."""
    return text.lstrip().startswith(("{", "[")) or _CALL.match(text) is not None


def events(text: str) -> Iterator[tuple[int, Values] | Unfit | Passed]:
    """Yield each event's number and values; what is no event, and title and eras, with a word."""
    call = _CALL.match(text)
    try:
        bare = text[call.end() if call else 0 :].strip()
        timeline, end = json.JSONDecoder().raw_decode(bare)
        if isinstance(timeline, dict) and bare[end:].lstrip().startswith("{"):  # JSON lines: a record on each
            timeline = [json.loads(line) for line in bare.splitlines() if line.strip()]
    except (ValueError, RecursionError) as error:
        yield Unfit(getattr(error, "lineno", 1), "this is neither JSON nor a table")
        return
    if isinstance(timeline, list):
        timeline = {"events": timeline}
    if isinstance(timeline.get("timeline"), dict):
        yield from _of_forerunner(timeline["timeline"])
        return
    timeline = timeline["data"] if isinstance(timeline.get("data"), dict) else timeline
    found = next((timeline[name] for name in _LISTS if isinstance(timeline.get(name), list)), None)
    if not isinstance(found, list):
        yield Unfit(1, "no list of “events”")
        return
    if isinstance(timeline.get("title"), dict):
        yield Passed(1, _TITLE)
    eras = timeline.get("eras")
    if isinstance(eras, list) and eras:
        yield Passed(1, f"{_eras(eras)}: a timeline has no bands behind its events")
    yield from _each(found, _flat)
    if left := _left(found):
        yield Passed(1, f"what an event has no place for: {left}")


def _eras(found: list[Any]) -> str:
    return "1 era" if len(found) == 1 else f"{len(found)} eras"


def _each(found: list[Any], values: Any) -> Iterator[tuple[int, Values] | Unfit]:
    if len(found) > MOST_ROWS:
        yield Unfit(1, f"{len(found):,} events, more than the {MOST_ROWS:,} that are read at once: part it")
        return
    for number, event in enumerate(found, 1):
        try:
            yield number, {name: _text(value) for name, value in values(event).items()}
        except (AttributeError, TypeError, ValueError):
            yield Unfit(number, "this is no event as TimelineJS writes it")


def _text(value: object) -> str:
    """Return a value as a cell would have it; a list is one of tags or addresses."""
    return "" if value is None else "; ".join(map(str, value)) if isinstance(value, list) else str(value).strip()


def _left(found: list[Any]) -> str:
    """Return the names of what events hold and nothing is made of, with how often."""
    whole = [event for event in found if isinstance(event, dict) and {"start_date", "text"} & event.keys() and not _is_ours(event)]
    names = Counter(name for event in whole for name, value in event.items() if value and name not in _READ)
    media = [event["media"] for event in whole if isinstance(event.get("media"), dict)]
    names += Counter(f"media {name}" for each in media for name, value in each.items() if value and name not in _READ_OF_MEDIA)
    return ", ".join(f"“{name}” ({count})" for name, count in names.items())


def _is_ours(event: Mapping[str, Any]) -> bool:
    return "written" in event or isinstance(event.get("dateline"), dict)


def _flat(event: Mapping[str, Any]) -> dict[str, Any]:
    if _is_ours(event):
        return _ours(event.get("dateline", event)) | {"id": event.get("unique_id") or event.get("id")}
    if not {"start_date", "text"} & event.keys():
        return _of_columns(event)
    values: dict[str, Any] = {}
    for prefix, key in (("", "start_date"), ("end ", "end_date")):
        parts = dict(event.get(key) or {})
        clock = [str(parts[name]).zfill(2) for name in _CLOCK if parts.get(name) not in (None, "")]
        at = ":".join([*clock, "00"][: max(2, len(clock))]) if clock else ""
        values |= {prefix + name: parts.get(name) for name in ("year", "month", "day")} | {f"{prefix}time": at}
        values[f"{prefix}said"] = parts.get("display_date")
    words, media = dict(event.get("text") or {}), dict(event.get("media") or {})
    values["said"] = event.get("display_date") or values["said"]
    if event.get("display_date"):
        values["end said"] = ""
    values |= {"headline": words.get("headline"), "note": words.get("text"), "tags": event.get("group")}
    values |= {"credit": media.get("credit"), "caption": media.get("caption") or media.get("title")}
    values |= {"alt": media.get("alt"), "still": media.get("thumbnail")}
    return values | {"media": media.get("url"), "url": media.get("link")}


def _ours(known: Mapping[str, Any]) -> dict[str, Any]:
    """Return what one of our own exports says: nothing has to be read out of what it shows."""
    urls = known.get("urls") or [each.get("url") for each in known.get("citations", ())]
    media = [Medium(**{name: str(each.get(name) or "") for name in Medium.__slots__}) for each in known.get("media", ())]
    return (
        {f"{OWN}{name}": value for name, value in dict(known.get("fields", {})).items()}
        | {
            "date": known["written"],
            "said": known.get("said"),
            "headline": known["headline"],
            "status": known.get("status"),
            "background": "yes" if known.get("background") else "",
            "tags": "; ".join(known.get("tags", ())),
            "note": "\n\n".join(note["text"] for note in known.get("notes", ()) if not note.get("correction")),
            "url": " ".join(url for url in urls if url),
            "places": "; ".join(each["name"] for each in known.get("places", ())),
        }
        | {name: "; ".join(known.get(name, ())) for name in RELATIONS}
        | cells_of(media)
    )


def _of_columns(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a plain record, as a table has it under the same names."""
    names = list(record)
    given = {
        field: [record[names[number]] for number in numbers if record[names[number]] is not None]
        for field, numbers in columns(names).fields.items()
    }
    return {
        field: " ".join("; ".join(map(str, each)) if isinstance(each, list) else str(each) for each in values)
        for field, values in given.items()
    }


def _of_forerunner(timeline: Mapping[str, Any]) -> Iterator[tuple[int, Values] | Unfit | Passed]:
    """Yield the events of a timeline as TimelineJS's first versions had it: dates are "2011,12,10"."""
    found = timeline.get("date")
    if timeline.get("headline"):
        yield Passed(1, _TITLE)
    if isinstance(timeline.get("era"), list) and timeline["era"]:
        yield Passed(1, f"{_eras(timeline['era'])}: a timeline has no bands behind its events")
    if not isinstance(found, list):
        yield Unfit(1, "no list of “date”")
        return
    yield from _each(found, _flat_of_forerunner)


def _flat_of_forerunner(event: Mapping[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for prefix, key in (("", "startDate"), ("end ", "endDate")):
        parts = re.split(r"[,/]", str(event.get(key) or ""))
        values |= {f"{prefix}{name}": part.strip() for name, part in zip(("year", "month", "day"), parts, strict=False)}
        if len(parts) > 3:
            values[f"{prefix}time"] = ":".join(part.strip().zfill(2) for part in [*parts[3:6], "00"][: max(2, len(parts) - 3)])
    asset = dict(event.get("asset") or {})
    values |= {"headline": event.get("headline"), "note": event.get("text"), "tags": event.get("tag")}
    return values | {"media": asset.get("media"), "credit": asset.get("credit"), "caption": asset.get("caption")}
