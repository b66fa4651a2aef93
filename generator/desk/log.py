"""Who changed what: the acts of a LastBuild in, the rows of the log out, the latest first (they become JSON)."""

from __future__ import annotations

from typing import Any

from generator.desk.state import Craft, LastBuild
from generator.desk.telling import told
from generator.model.edit import Edit, Selector

Values = dict[str, Any]


def log(state: LastBuild, craft: Craft) -> list[Values]:
    """Return a row for each act: when, who, what it did in words, its file, and the event that its words are now those of (if any)."""
    resting = {(cited.source, cited.quote or cited.url): event for event in state.timeline.events for cited in event.citations}
    acts = sorted(state.edits, key=lambda each: (each.at, each.name), reverse=True)
    rows = []
    for edit in acts:
        event = next((found for target in edit.targets if (found := resting.get(_words(target)))), None)
        rows.append(
            {
                "at": edit.at.isoformat(timespec="minutes"),
                "by": edit.by or "",
                "told": told(edit, craft),
                "path": edit.source.path,
                "event": event.id if event else "",
                "about": (event.headline or event.name) if event else _about(edit),
            }
        )
    return rows


def marks(state: LastBuild) -> list[Values]:
    """Return the editors that the settings name, with how the desk marks them."""
    return [{"name": each.name, "initials": each.initials, "colour": each.colour} for each in state.editors]


def _words(target: Selector) -> tuple[str, str | None]:
    return (target.source or "", target.exact or target.url)


def _about(edit: Edit) -> str:
    """Return what an act is about whose event is gone, or is told by other words now."""
    named = edit.set.headline or edit.was.headline
    words = next((target.exact or target.url or "" for target in edit.targets), "")
    return named or f"“{words[:90]}”"
