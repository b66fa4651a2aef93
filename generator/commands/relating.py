"""Rows of a sheet that follow or answer others → edits that name the others' events. A sheet has ids of its own; a project gives new ones.

In: the edits of the rows that are new, and where the others' are. Out: the same with their relations, a message for each left away.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from generator.commands.importing import Taken
from generator.edge.plain import content_of
from generator.edge.project import folders_of
from generator.edits.acts.shape import id_of_added
from generator.model.additions import RELATIONS
from generator.model.diagnostic import Checked, Diagnostic, Location, tell
from generator.model.edit import Edit
from generator.model.project import File
from generator.model.sheet_codes import DOUBTFUL_ROW
from generator.read.edits import read


def with_relations(
    new: Sequence[Edit], edits: Sequence[Edit], sheet: Taken, name: str, *, before: Mapping[str, str], project: Path
) -> Checked[list[Edit]]:
    """Return the *new* edits with what their rows follow and answer.

    Args:
        new: those that will be written.
        edits: those of all rows, in the order of ``sheet.rows``.
        sheet: the rows.
        name: the sheet's, for messages.
        before: names of edits whose row came in before with other values → the file that was made of it then.
        project: the folder, in which the edits stand that are not new.
    """
    rows = {edit.name: row for edit, row in zip(edits, sheet.rows, strict=True)}
    fresh = {edit.name: edit for edit in new}
    home = folders_of(project).edits
    made: list[Edit] = []
    said: list[Diagnostic] = []

    def id_of(named: str) -> str | None:
        """Return the id of the event that a row is, or became when it came in before."""
        number = sheet.numbers.get(named)
        if number is None:
            return None
        own = edits[number].name
        edit = fresh.get(own) or _read(project, before.get(own, f"{home}/{own}.md"))
        return id_of_added(edit) if edit else None

    for edit in new:
        row = rows[edit.name]
        found: dict[str, tuple[str, ...] | None] = {}
        for key in RELATIONS:
            ids = {named: id_of(named) for named in getattr(row, key)}
            lost = [f"“{named}”" for named, known in ids.items() if known is None]
            if lost:
                reason = f"what it {key} is left away: {', '.join(lost)} is the id of no row that is imported"
                said.append(tell(DOUBTFUL_ROW, Location(name, row.line), reason=reason))
            found[key] = tuple(dict.fromkeys(filter(None, ids.values()))) or None
        made.append(replace(edit, set=replace(edit.set, **found)))  # type: ignore[arg-type]  # ids
    return Checked(made, tuple(said))


def _read(project: Path, path: str) -> Edit | None:
    """Return the edit in a file of the project; None where an editor has taken it away or made it something else."""
    try:
        return read(File(path, content_of(project / path))).value
    except OSError:
        return None
