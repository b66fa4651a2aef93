"""One sitting of an editor: acts asked for in, files saved and taken back out. Everything here runs in the preview's one worker.

A save is checked against what is on disk at that moment, under the project's lock: another window, another process or a text editor may
have saved since the page was shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from generator.desk.asking import Asked, UnfitError, asked
from generator.desk.saved import Folder, RefusedError, Saved
from generator.desk.state import Craft, LastBuild
from generator.desk.telling import told
from generator.desk.writing import name_of, text_of
from generator.model.codes import NO_EVENT, NO_EVIDENCE, ORPHAN, REVIEW_QUOTE, UNKNOWN_SOURCE
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.edit import Action, Edit
from generator.model.event import Event, Timeline
from generator.model.project import File

_REMEMBERED = 100
"""Saves whose answers can be had again."""
_LOST = {each.name for each in (NO_EVENT, NO_EVIDENCE, ORPHAN, REVIEW_QUOTE, UNKNOWN_SOURCE)}
"""What is said of an act that would not reach its event."""


@dataclass(slots=True)
class Sitting:
    """What an editor did since the preview was started. ``current`` returns the state of what is on disk now, built anew if need be."""

    current: Callable[[], LastBuild]
    folder: Folder
    craft: Craft
    by: str | None
    clock: Callable[[], datetime]
    done: list[tuple[Saved, ...]] = field(default_factory=list)
    answered: dict[str, tuple[Saved, ...]] = field(default_factory=dict)
    """What the last saves wrote, by the names that their pages gave them: a page that lost its answer asks for it by that."""

    def save(self, *bodies: Mapping[str, Any], name: str = "") -> tuple[Saved, ...]:
        """Write the files of one act, or of several that are undone as one: all that can be done are made up before the first is written.

        *name* is the page's for this save (empty: none). A save that comes again under its name is not written twice.

        Raises:
            UnfitError, StaleError: see :func:`generator.desk.asking.asked`; nothing is written then.
            RefusedError, OSError: see :meth:`Folder.write`; what was written before can be undone.
        """
        if not bodies:
            raise UnfitError("nothing is to be done")
        if name in self.answered:
            return self.answered[name]
        with self.folder.locked():
            state = self.current()
            start = self._moment(state, bodies)
            made = [self._made(body, state, start + timedelta(milliseconds=number)) for number, body in enumerate(bodies)]
            written: list[Saved] = []
            try:
                for file, edit, event in made:
                    saved = self.folder.write(state.folder, file, text_of(edit))
                    written.append(replace(saved, told=tuple(told(edit, self.craft)), event=event))
            finally:
                if written:
                    self.done.append(tuple(written))
        if name:
            self.answered[name] = tuple(written)
            self.answered = dict(list(self.answered.items())[-_REMEMBERED:])
        return tuple(written)

    def undo(self) -> tuple[Saved, ...]:
        """Take back the last act or group of acts that this sitting wrote and has not taken back yet.

        Raises:
            UnfitError: there is none.
            RefusedError: a file has been changed since, or is gone; what could be taken back is, and the rest is not tried again.
        """
        if not self.done:
            raise UnfitError("there is nothing to undo in this sitting")
        group, problem = self.done.pop(), None
        with self.folder.locked():
            for saved in reversed(group):
                try:
                    self.folder.take_back(saved)
                except RefusedError as error:
                    problem = problem or error
        if problem:
            raise problem
        return group

    def _made(self, body: Mapping[str, Any], state: LastBuild, at: datetime) -> tuple[str, Edit, str]:
        """Return the name of an act's file, the act, and the id of its event after it."""
        wish = asked(body, state, self.craft, self.by, at)
        edit, event = self._fit(wish, state)
        return name_of(edit, wish.about), edit, event

    def _moment(self, state: LastBuild, bodies: Sequence[Mapping[str, Any]]) -> datetime:
        """Return now, later than every act known, so that the order of acts is that of their saving.

        An act of the future was saved while a clock was wrong: it counts only where it is about the same events.
        """
        now = self.clock().astimezone(UTC)
        now = now.replace(microsecond=now.microsecond // 1000 * 1000)
        known = [edit.at for edit in state.edits if edit.at <= now + timedelta(seconds=2)]
        known += [event.updated for event in _touched(bodies, state) if event.updated]
        return max([now, *(at + timedelta(milliseconds=1) for at in known)])

    def _fit(self, wish: Asked, state: LastBuild) -> tuple[Edit, str]:
        """Return the edit with targets that surely reach its event, read back from the text that will be written; and the event's id."""
        problem = ""
        for targets in (wish.edit.targets, *wish.others):
            edit = self._read_back(replace(wish.edit, targets=targets), state)
            laid = self.craft.trial(edit)
            lost = [each for each in laid.diagnostics if each.where and each.where.path == edit.source.path and _stops(each)]
            if not lost and _reaches(wish.event, edit, laid.value):
                return edit, wish.event or _added(edit, laid.value)
            problem = problem or ("; ".join(each.message for each in lost) or "they would name another one")
        raise UnfitError(f"an edit cannot name this event by its words: {problem}")

    def _read_back(self, edit: Edit, state: LastBuild) -> Edit:
        text = text_of(edit)
        read = self.craft.read_edit(File(f"{state.folder}/new.md", text.encode()))
        if read.value is None:
            raise UnfitError("; ".join(each.message for each in read.diagnostics) or "the edit cannot be read")
        note = self.craft.note(read.value.note)
        if note.diagnostics:
            raise UnfitError(f"the note cannot be shown: {note.diagnostics[0].message}")
        return read.value


def _touched(bodies: Sequence[Mapping[str, Any]], state: LastBuild) -> Iterator[Event]:
    """Yield the events that acts are about."""
    for body in bodies:
        named = body.get("events")
        for each in named if isinstance(named, list) else ():
            if isinstance(each, dict) and (event := state.event(str(each.get("id")))):
                yield event


def _added(edit: Edit, laid: Timeline) -> str:
    """Return the id of the event that an act has made."""
    return next((each.id for each in laid.events if each.updated == edit.at), "")


def _reaches(event: str | None, edit: Edit, laid: Timeline) -> bool:
    """Tell whether an act on one event changed that event, for several may rest on the same words."""
    if event is None or edit.action not in {Action.EDIT, Action.HIDE}:
        return True
    now = next((each for each in laid.events if each.id == event), None)
    return now is None if edit.action is Action.HIDE else now is not None and now.updated == edit.at


def _stops(said: Diagnostic) -> bool:
    return said.severity is Severity.ERROR or said.code.name in _LOST
