"""An act in, what it does in an editor's words out: "Date: 5 Aug 2021 → 16 Sep 2021", and who acted last on an event."""

from __future__ import annotations

from generator.desk.state import Craft, LastBuild
from generator.model.additions import Medium, Place
from generator.model.edit import Action, Edit
from generator.model.edtf import Date, Interval, OneOf
from generator.model.event import Event
from generator.model.mention import DateBasis

_NAMES = {"date": "Date", "headline": "Headline", "status": "Status", "tags": "Tags", "background": "Background", "checked": "Checked"}
_NAMES |= {"media": "Pictures and films", "places": "Places", "follows": "Follows", "answers": "Answers"}
_DONE = {Action.HIDE: "Hidden", Action.MERGE: "Merged into one", Action.SPLIT: "Split off", Action.ADD: "Added"}


def told(edit: Edit, craft: Craft) -> list[str]:
    """Return what an act does, a line for each thing; an act on the text of a field says what it was and what it is."""
    lines = [_DONE[edit.action] + (f": {edit.reason}" if edit.reason else "")] if edit.action in _DONE else []
    was = edit.was.named()
    for name, value in edit.set.named().items():
        if name == "checked":
            lines.append("Checked" if value else "No longer checked")
        elif name == "details":
            before = {each.name: each.value for each in edit.was.details or ()}
            lines += [f"{each.name}: {before.get(each.name) or 'none'} → {each.value or 'none'}" for each in edit.set.details or ()]
        elif was.get(name) is not None and was[name] != value:
            lines.append(f"{_NAMES[name]}: {_said(was[name], craft)} → {_said(value, craft)}")
        else:
            lines.append(f"{_NAMES[name]}: {_said(value, craft)}")
    lines += [f"Correction: {edit.correction}"] if edit.correction else []
    return [*lines, *(["With a note"] if edit.note.strip() else [])]


def last_hand(event: Event, state: LastBuild) -> str:
    """Return who changed an event last, and when; empty where no act did."""
    if event.updated is None:
        return ""
    edit = next((each for each in reversed(state.edits) if each.at == event.updated), None)
    when = f"{event.updated:%Y-%m-%d %H:%M} UTC"
    return f"{edit.by}, {when}" if edit and edit.by else when


def _said(value: object, craft: Craft) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case tuple():
            return ", ".join(map(_named, value)) or "none"
        case Date() | Interval() | OneOf():
            return craft.tell(value, DateBasis.EDITOR)[0]
        case _:
            return str(value)


def _named(value: object) -> str:
    match value:
        case Medium():
            return value.caption or value.file or value.link
        case Place():
            return value.name
        case _:
            return str(value)
