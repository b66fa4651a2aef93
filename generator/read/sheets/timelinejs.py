"""A timeline in TimelineJS's JSON → its events under the names of a sheet's columns. Format: the JSON of Knight Lab's TimelineJS3."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from generator.read.sheets.row import Passed, Unfit

_CLOCK = ("hour", "minute", "second")


def events(text: str) -> Iterator[tuple[int, dict[str, str]] | Unfit | Passed]:
    """Yield each event's number and values; what is no event, and title and eras, with a word."""
    try:
        timeline = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield Unfit(getattr(error, "lineno", 1), "this is neither JSON nor a table")
        return
    found = timeline.get("events")
    if not isinstance(found, list):
        yield Unfit(1, "no list of “events”")
        return
    if timeline.get("title"):
        yield Passed(1, "the title slide: a timeline's title stands in timeline.toml")
    eras = timeline.get("eras")
    if isinstance(eras, list) and eras:
        yield Passed(1, f"{len(eras)} eras: a timeline has no bands behind its events")
    for number, event in enumerate(found, 1):
        try:
            yield number, _flat(event)
        except (AttributeError, TypeError):
            yield Unfit(number, "this is no event as TimelineJS writes it")


def _flat(event: Mapping[str, Any]) -> dict[str, str]:
    values: dict[str, Any] = {}
    for prefix, key in (("", "start_date"), ("end ", "end_date")):
        parts = dict(event.get(key) or {})
        clock = [str(parts[name]).zfill(2) for name in _CLOCK if parts.get(name) not in (None, "")]
        at = ":".join([*clock, "00"][: max(2, len(clock))]) if clock else ""
        values |= {prefix + name: parts.get(name) for name in ("year", "month", "day")} | {f"{prefix}time": at}
        values.setdefault("said", parts.get("display_date") if not prefix else None)
    words, media = dict(event.get("text") or {}), dict(event.get("media") or {})
    values["said"] = event.get("display_date") or values["said"]
    values |= {"headline": words.get("headline"), "note": words.get("text"), "tags": event.get("group")}
    values |= {name: media.get(name) for name in ("caption", "credit")}
    values |= {"media": media.get("url"), "url": media.get("link")}
    return {name: "" if value is None else str(value).strip() for name, value in values.items()}
