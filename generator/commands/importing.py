"""What was read from a sheet in, edits out: those that are new to the project, written, and a message for all that is not taken."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from generator.desk.writing import text_of, words_of
from generator.edge.editing.saving import EditFolder
from generator.edge.plain import content_of
from generator.edge.project import folders_of
from generator.model.diagnostic import Code, Diagnostic, Location, tell
from generator.model.edit import Action, Edit, Fields, Selector
from generator.model.project import File
from generator.model.sheet_codes import BAD_ROW, DOUBTFUL_ROW, NOT_IMPORTED
from generator.model.span import Source
from generator.read.edits import read as read_edit
from generator.read.sheets.annotations import Annotated
from generator.read.sheets.row import Exhibit, Passed, SheetRow, Unfit

_HASH = 8
_NO_SOURCE = "name its source in a column “url”, or give --own-reporting"


@dataclass(slots=True)
class Taken:
    """The rows of a sheet that make an edit, what there is to say of it, and how many rows are left out.

    ``numbers`` are those of the rows by the ids that the sheet gives them, also of rows that only say again what one says.
    """

    rows: list[SheetRow] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    said: list[Diagnostic] = field(default_factory=list)
    refused: int = 0

    def exhibits(self, edits: Iterable[Edit]) -> dict[str, tuple[Exhibit, ...]]:
        """Return what each row shows by the name of its edit; *edits* are those of all rows, in their order."""
        return {edit.name: row.exhibits for edit, row in zip(edits, self.rows, strict=True)}


@dataclass(slots=True)
class Noted:
    """The notes that annotations make, what there is to say of the others, and how many are left out."""

    edits: list[Edit] = field(default_factory=list)
    said: list[Diagnostic] = field(default_factory=list)
    refused: int = 0


def taken(found: Iterable[SheetRow | Unfit | Passed], name: str, text: str, *, own_reporting: bool) -> Taken:
    """Part the rows that can be imported from those that cannot; *name* and *text* are the sheet's, for the places of messages."""
    lines = re.split(r"\r\n|\r|\n", text)
    sheet, told = Taken(), dict[SheetRow, int]()  # a row without its place → its number
    json = text.lstrip().startswith(("{", "["))

    def say(code: Code, line: int, reason: str, cell: str = "", hint: str | None = None) -> None:
        sheet.said.append(tell(code, _place(name, lines, line, cell), hint, reason=reason))

    for each in found:
        if isinstance(each, Passed):
            say(NOT_IMPORTED, each.line, each.reason)
            continue
        reason, hint = (each.reason, None) if isinstance(each, Unfit) else _refusal(each, own_reporting=own_reporting)
        if isinstance(each, Unfit) or reason:
            sheet.refused += 1
            say(BAD_ROW, each.line, reason, each.cell if isinstance(each, Unfit) else "", hint)
            continue
        number = told.setdefault(replace(each, line=0, id=""), len(sheet.rows))
        if each.id:
            sheet.numbers.setdefault(each.id, number)
        if number < len(sheet.rows):
            say(NOT_IMPORTED, each.line, f"it says what {'event' if json else 'line'} {sheet.rows[number].line} says")
            continue
        sheet.rows.append(each)
        for doubt in each.doubts:
            say(DOUBTFUL_ROW, each.line, doubt)
    return sheet


def signed(rows: Iterable[SheetRow], by: str | None, now: datetime) -> list[Edit]:
    """Return an edit for each row, each a millisecond after the one before: so that rows of one day stay in the sheet's order."""
    start = now.replace(microsecond=0)
    return [_edit(row, by, start + timedelta(milliseconds=number)) for number, row in enumerate(rows)]


def noted(found: Iterable[Annotated | Unfit | Passed], articles: Mapping[str, str], name: str, by: str | None, now: datetime) -> Noted:
    """Return a note for each annotation on an article of the project.

    Args:
        found: the annotations.
        articles: web address, or ``urn:dateline:source:`` and id → id of an article.
        name: the file's, for messages.
        by: who signs.
        now: the moment of the first.
    """
    made, start = Noted(), now.replace(microsecond=0)
    for each in found:
        if isinstance(each, Passed):
            made.said.append(tell(NOT_IMPORTED, Location(name), None, reason=each.reason))
            continue
        article = "" if isinstance(each, Unfit) else articles.get(address_of(each.source), "")
        if isinstance(each, Unfit) or not article:
            reason = each.reason if isinstance(each, Unfit) else f"no article of the project has the address {each.source}"
            number = each.line if isinstance(each, Unfit) else each.number
            made.refused += 1
            made.said.append(tell(BAD_ROW, Location(name), None, reason=f"annotation {number}: {reason}"))
            continue
        made.edits.append(_note(each, article, by, start + timedelta(milliseconds=len(made.edits))))
    return made


def address_of(url: str) -> str:
    """Return an address as two that lead to one page have it in common: without fragment, scheme and last slash."""
    return url.partition("#")[0].partition("://")[2].rstrip("/") if "://" in url else url


def _note(mark: Annotated, article: str, by: str | None, at: datetime) -> Edit:
    target = Selector(article, mark.exact, prefix=mark.prefix, suffix=mark.suffix, start=mark.start)
    tags = " ".join(f"#{tag.replace(' ', '-')}" for tag in mark.tags)
    note = "\n\n".join(filter(None, (mark.comment, tags)))
    blank = Edit("", Source("", ""), Action.EDIT, at, by=by, targets=(target,), note=note)
    return replace(blank, name=_name(blank, mark.exact, (article, mark.exact, mark.start, note)))


def _name(edit: Edit, about: str, facts: tuple[object, ...]) -> str:
    """Return a name made from what is said alone, so that a second import finds the first."""
    return "-".join(["import", hashlib.sha256(repr(facts).encode()).hexdigest()[:_HASH], *words_of(edit, about)[1:]])


def unknown(edits: list[Edit], project: Path) -> list[Edit]:
    """Return the edits that the project has no file for, each once."""
    folder = project / folders_of(project).edits
    present = {path.stem for path in folder.glob("import-*.md")} if folder.is_dir() else set[str]()
    return [edit for name, edit in {edit.name: edit for edit in edits}.items() if name not in present]


def changed(new: list[Edit], edits: list[Edit], project: Path) -> dict[str, str]:
    """Return those of the new edits whose row came in before with other values: their names → the file that was made of the row then.

    A row is known again by its addresses with its headline, or with its date, where the earlier one is no longer in the sheet. To import
    it once more would tell one event twice. *edits* are all of the sheet.
    """
    home = folders_of(project).edits
    names = {edit.name for edit in edits}
    before: dict[tuple[object, ...], str] = {}
    for path in sorted((project / home).glob("import-*.md")) if (project / home).is_dir() else ():
        if path.stem in names:
            continue
        try:
            found = read_edit(File(f"{home}/{path.name}", content_of(path))).value
        except OSError:  # a build tells
            continue
        if found is not None and found.action is Action.ADD:
            before |= dict.fromkeys(_marks(found), f"{home}/{path.name}")
    return {edit.name: name for edit in new for mark in _marks(edit)[::-1] if (name := before.get(mark))}


def _marks(edit: Edit) -> list[tuple[object, ...]]:
    """Return what a row is known by when it comes again with other values; nothing without an address."""
    urls = tuple(target.url for target in edit.targets if target.url)
    return [(urls, edit.set.headline), (urls, edit.set.date)] if urls else []


def write(edits: list[Edit], project: Path) -> list[Edit]:
    """Write the files of the edits that the project has none for, and return those: another import may have been first.

    Raises:
        OSError, RefusedError: see :meth:`generator.edge.editing.saving.EditFolder.write`.
    """
    folder, home = EditFolder(project), folders_of(project).edits
    if not edits:
        folder.sweep(home)
        return []
    with folder.locked():
        new = unknown(edits, project)
        for edit in new:
            folder.write(home, edit.name, text_of(edit))
    return new


def _place(name: str, lines: list[str], line: int, cell: str) -> Location:
    """Return the place of a cell in the file, if it stands on one line as it was read; else that of its row."""
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    at = text.find(cell) if cell else -1
    return Location(name, line, at + 1, text, len(cell)) if at >= 0 else Location(name, line)


def _refusal(row: SheetRow, *, own_reporting: bool) -> tuple[str, str | None]:
    """Return why a row makes no edit, and a hint; the edit is read back from the text that would be written."""
    if not row.urls and not own_reporting:
        return f"no source for “{row.headline}”", _NO_SOURCE
    edit = _edit(row, None, datetime.fromisoformat("2000-01-01T00:00:00Z"))
    back = read_edit(File("new.md", text_of(edit).encode(errors="replace")))
    return ("; ".join(each.message for each in back.diagnostics) or "it makes no edit") if back.value is None else "", None


def _edit(row: SheetRow, by: str | None, at: datetime) -> Edit:
    media = tuple(each.medium for each in row.exhibits)
    fields = Fields(
        date=row.date,
        headline=row.headline,
        status=row.status,
        tags=row.tags or None,
        background=row.background,
        media=media or None,
        places=row.places or None,
        details=row.details or None,
    )
    targets = tuple(Selector(None, "", said=row.said or None, url=url) for url in row.urls)
    blank = Edit("", Source("", ""), Action.ADD, at, by=by, targets=targets, set=fields, note=row.note, own_reporting=not targets)
    more = (row.said, row.background) if row.said or row.background is not None else ()
    added = (media, row.places, row.details) if media or row.places or row.details else ()
    related = (row.follows, row.answers) if row.follows or row.answers else ()
    facts = (str(row.date), row.headline, row.urls, row.note, row.tags, row.status, *more, *added, *related)
    return replace(blank, name=_name(blank, row.headline, facts))
