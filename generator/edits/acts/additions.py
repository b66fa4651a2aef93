"""What editors added that nothing answers to: fields that the settings do not name, relations to events that are not there.

In: edits, the events of the timeline, settings. Out: diagnostics.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model import codes
from generator.model.additions import RELATIONS
from generator.model.diagnostic import Diagnostic, at, tell
from generator.model.edit import Edit
from generator.model.event import Event
from generator.model.settings import Settings


def unknown(edits: Iterable[Edit], events: Iterable[Event], settings: Settings) -> Iterator[Diagnostic]:
    """Yield UNKNOWN_FIELD and NO_RELATED, each at its place in the edit."""
    named = {name for name, _ in settings.fields}
    known: set[str] | None = None
    for edit in edits:
        for detail in edit.set.details or ():
            if detail.name not in named:
                place = edit.place(f"set.fields.{detail.name}", "set.fields", "set")
                hint = f'name it in timeline.toml: [fields], then {detail.name} = "…"'
                yield tell(codes.UNKNOWN_FIELD, at(edit.source, place.start, place.end), hint, name=detail.name)
        for field in RELATIONS:
            for other in getattr(edit.set, field) or ():
                known = known if known is not None else {name for event in events for name in (event.id, *event.aliases)}
                if other not in known:
                    place = edit.place(f"set.{field}", "set")
                    yield tell(codes.NO_RELATED, at(edit.source, place.start, place.end), field=field, id=other)
