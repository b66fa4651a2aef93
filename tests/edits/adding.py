"""Acts that add to the events of the baths, and the timeline that they are laid over."""

from __future__ import annotations

from datetime import UTC, datetime

from generator.edits.laying import lay
from generator.model.additions import Medium
from generator.model.diagnostic import Code
from generator.model.edit import Action, Edit, Selector
from generator.model.event import Timeline
from generator.model.settings import Settings
from generator.model.span import Source
from tests.edits.baths import BATHS, BEGAN, HOPES, SAYS

NAMED = Settings(fields=(("actor", "Who"), ("closed", "Closed for")))
PIER = Medium("pier.jpg", "A pier", "A. Example")


def act(name: str, *events: object, action: Action = Action.EDIT, **values: object) -> Edit:
    targets = tuple(Selector("baths", each.citations[0].quote, said=each.said) for each in events)  # type: ignore[attr-defined]
    at = datetime(2022, 6, 9, int(name), tzinfo=UTC)
    return Edit(name, Source(f"edits/{name}.md", "+++\n"), action, at, targets=targets, **values)  # type: ignore[arg-type]


def laid(*edits: Edit, settings: Settings = NAMED) -> tuple[Timeline, list[Code]]:
    done = lay((SAYS, HOPES, BEGAN), edits, (BATHS,), settings, datetime(2022, 6, 9, tzinfo=UTC).date())
    return done.value, [each.code for each in done.diagnostics]
