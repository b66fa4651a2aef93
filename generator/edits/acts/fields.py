"""The fields of one event and an act's → the event with the act's values, three ways per field: was, set, now.

Equal to ``was`` → applied; equal to ``set`` already → redundant; neither → applied, and told as a conflict to look at.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.edits.acts.board import Board, Check
from generator.model import codes
from generator.model.additions import Detail, Medium, Place
from generator.model.edit import Action, Edit, Fields
from generator.model.edtf import Date, Interval, OneOf, bounds, written
from generator.model.event import Event, Note
from generator.model.mention import DateBasis


def lay(board: Board, edit: Edit, event: Event) -> None:
    """Lay an act's fields, note, correction and check over an event of the board."""
    if edit.set.details is not None:
        was = None if edit.was.details is None else joined(event.details, edit.was.details)
        edit = replace(edit, set=replace(edit.set, details=joined(event.details, edit.set.details)), was=replace(edit.was, details=was))
    wanted = edit.set.named()
    check = wanted.pop("checked", None)
    changed: dict[str, Any] = {}
    review = list(event.review)
    for name, value in wanted.items():
        now, was = getattr(event, name), getattr(edit.was, name)
        if now == value:
            if was != value:
                board.tell(codes.REDUNDANT, edit, f"set.{name}", "set", field=name, value=shown(value))
            continue
        if isinstance(value, tuple) and isinstance(was, tuple) and was != now and name != "details":
            changed[name] = _united(now, was, value)
            continue
        if _is_news(board, edit, event, name):
            review.append(_tell_conflict(board, edit, event, name))
        changed[name] = value
    board.hands |= {(event.id, name): edit for name in changed}
    board.put(_edited(event, edit, changed, tuple(review)))
    if check is True:
        board.checks[event.id] = Check(edit, seen(edit))
    elif check is False:
        board.checks.pop(event.id, None)


def _is_news(board: Board, edit: Edit, event: Event, name: str) -> bool:
    """Tell whether an act's editor did not know the value that it takes the place of.

    It is not what was seen; or another editor has set it, and an act written by hand does not say what was seen.
    """
    was, other = getattr(edit.was, name), board.hands.get((event.id, name))
    if was is not None:
        return not as_seen(was, getattr(event, name))
    return name != "details" and other is not None and other.by != edit.by


def _united(now: tuple[Any, ...], was: tuple[Any, ...], value: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the tags, pictures or places when two acts have changed them from the same: what either added, without what either took away.

    >>> _united(("a", "b"), ("a",), ("a", "c")), _united(("b",), ("a",), ("a", "c"))
    (('a', 'b', 'c'), ('b', 'c'))
    """
    kept = [each for each in now if each in value or each not in was]
    return tuple(dict.fromkeys([*kept, *(each for each in value if each not in was)]))


def _tell_conflict(board: Board, edit: Edit, event: Event, name: str) -> str:
    """Tell that a field is no longer what the editor saw, and return the line for the event's own list.

    Another act may have set it: two editors, each on a machine of their own. The later act counts, and both are named.
    """
    now, was, value = shown(getattr(event, name)), shown(getattr(edit.was, name)), shown(getattr(edit.set, name))
    hint = "set [was] to the value now, if the edit still holds"
    other = board.hands.get((event.id, name))
    if other is None:
        board.tell(codes.CONFLICT, edit, f"set.{name}", "set", hint=hint, field=name, was=was, set=value, now=now)
        return f"{name}: was {was}, set {value}, the program now says {now}"
    theirs, ours = other.by or "another editor", edit.by or "an editor"
    board.tell(codes.OVERRULED, edit, f"set.{name}", "set", hint=hint, field=name, by=theirs, path=other.source.path, now=now, set=value)
    return f"{name}: {theirs} set {now}; {ours} set {value} later, not knowing of it, and that counts"


def joined(held: tuple[Detail, ...], given: tuple[Detail, ...]) -> tuple[Detail, ...]:
    """Return the details of an event with those that an act gives; an empty one takes the earlier away."""
    values = {each.name: each.value for each in (*held, *given)}
    return tuple(Detail(name, value) for name, value in values.items() if value)


def seen(edit: Edit) -> dict[str, object]:
    """Return the values that an editor saw when acting: those recorded, with those set in their place."""
    values = {**edit.was.named(), **edit.set.named()}
    values.pop("checked", None)
    return values


def as_seen(was: object, now: object) -> bool:
    """Tell whether a value still is what an editor saw; of a date written in EDTF alone, that has no word for it, the days are compared."""
    if was == now or not isinstance(was, Date | Interval | OneOf) or not isinstance(now, Date | Interval | OneOf):
        return was == now
    return str(was) == written(was) and bounds(was) == bounds(now)


def shown(value: object) -> str:
    """Return a field's value as a message shows it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Date | Interval | OneOf):
        return written(value)
    if isinstance(value, tuple):
        return ", ".join(_named(each) for each in value) or "nothing"
    return str(value)


def _named(value: object) -> str:
    """Return what an addition is told by; of all else, itself."""
    match value:
        case Medium():
            return value.file or value.link
        case Place():
            return value.name
        case Detail():
            return f"{value.name} {value.value}"
    return str(value)


def notes(edit: Edit) -> tuple[Note, ...]:
    """Return what an act says in public: its correction, then its note."""
    texts = ((edit.correction, True), (edit.note, False))
    return tuple(Note(text, edit.by, edit.at, correction) for text, correction in texts if text)


def _edited(event: Event, edit: Edit, changed: dict[str, Any], review: tuple[str, ...]) -> Event:
    names = tuple(name for name in Fields.__slots__ if name in changed or name in event.edited)
    basis = DateBasis.EDITOR if "date" in changed else event.basis
    updated = max(event.updated, edit.at) if event.updated else edit.at
    event = by_hand(event, edit) if changed or edit.action in (Action.MERGE, Action.SPLIT) else event
    return replace(event, **changed, basis=basis, edited=names, review=review, notes=(*event.notes, *notes(edit)), updated=updated)


def by_hand(event: Event, edit: Edit) -> Event:
    """Return the event with the act's editor among those who made it what it is."""
    return replace(event, editors=tuple(dict.fromkeys((*event.editors, edit.by or ""))))
