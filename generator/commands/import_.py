"""`dateline import`: a sheet or a timeline in, one edit for each of its events out, with its sources.

A second import of the same rows adds nothing: a file's name is made from what its row says.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

import click

from generator.build import default_recipe, settings_of
from generator.commands import options
from generator.commands.documented import Documented
from generator.commands.exits import FINE, PROBLEMS
from generator.commands.importing import Noted, Taken, address_of, changed, noted, signed, taken, unknown, write
from generator.commands.picturing import with_pictures
from generator.commands.relating import with_relations
from generator.desk.saved import RefusedError
from generator.edge.editing.author import author
from generator.edge.project import read_project
from generator.edge.sheet_file import SheetFile, is_address, sheet_file
from generator.edge.terminal import clean, counted, say
from generator.model.codes import CANNOT_WRITE
from generator.model.diagnostic import Location, tell
from generator.model.edit import Edit
from generator.model.sheet_codes import CHANGED_ROW
from generator.model.typed import TypedDate
from generator.read.sheets.annotations import marks_of
from generator.read.sheets.records import SheetRecord
from generator.read.sheets.row import Passed, ReadDate, SheetRow, Unfit
from generator.read.sheets.rows import of_records, rows


@click.command("import", cls=Documented, examples=("import events.csv my-story --dry-run", 'import sheet.xlsx my-story --by "R. Kern"'))
@click.argument("file", metavar="FILE|URL", callback=lambda _ctx, _param, value: _file(value))
@options.IN_PROJECT
@options.NAMED_PROJECT
@click.option("--by", metavar="NAME", help="Who signs the edits.  [default: git's user.name]")
@click.option("--own-reporting", is_flag=True, help="Take rows without a source too, as your own reporting.")
@click.option("--media", is_flag=True, help="Fetch the pictures that rows name by address; see that you may publish them.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@options.FORMAT
def command(
    *,
    file: str,
    folder: Path | None,
    project: Path | None,
    by: str | None,
    own_reporting: bool,
    media: bool,
    dry_run: bool,
    form: str,
) -> int:
    """Turn a table of events into edits.

    FILE is a table (CSV, XLSX, ODS; with columns such as date, headline, url, text, tags), a TimelineJS sheet, or a TimelineJS timeline
    (.json); URL is that of a table on the public web, such as a shared Google Sheet. Each row becomes one edit that adds an event;
    addresses in it are its evidence, and pictures that lie beside the sheet are copied into pictures/. Annotations (W3C JSON, Hypothes.is)
    on articles of the project become notes. What was imported before is left alone.
    """
    project = options.one_project(folder, project)
    opened = sheet_file(file)
    if opened.value is None:
        say(opened.diagnostics, Path.cwd(), form)
        return PROBLEMS
    sheet, edits = _edits(opened.value, project, by or author(project), own_reporting=own_reporting)
    new = unknown(edits, project)
    again = changed(new, edits, project)
    hint = "change it there; if the row tells of another event, add that in the preview; or delete that file, and import again"
    left = [edit for edit in new if edit.name in again]
    sheet.said += [tell(CHANGED_ROW, Location(file), hint, headline=edit.set.headline, path=again[edit.name]) for edit in left]
    new = [edit for edit in new if edit.name not in again]
    sheet.refused += len(again)
    if isinstance(sheet, Taken):
        related = with_relations(new, edits, sheet, opened.value.name, before=again, project=project)
        new, sheet.said = related.value, [*sheet.said, *related.diagnostics]
    if not dry_run:
        if isinstance(sheet, Taken):
            pictured = with_pictures(new, sheet.exhibits(edits), file, project, fetched=media)
            new, sheet.said = pictured.value, [*sheet.said, *pictured.diagnostics]
        try:
            new = write(new, project)
        except RefusedError as error:
            raise click.UsageError(f"nothing more was written: {error}") from error
        except OSError as error:
            hint = "import again: what was written already is passed over"
            told = tell(CANNOT_WRITE, Location(str(project)), hint, folder=project, reason=error.strerror or error)
            say((*sheet.said, told), Path.cwd(), form)
            return PROBLEMS
    say(sheet.said, Path.cwd(), form)
    _tell(sheet, new, len(edits) - len(new) - len(again), form, dry_run=dry_run)
    return PROBLEMS if sheet.refused else FINE


def _edits(sheet: SheetFile, project: Path, by: str | None, *, own_reporting: bool) -> tuple[Taken | Noted, list[Edit]]:
    """Return what a sheet, or a file of annotations, comes to."""
    now = datetime.now(UTC)
    marks = marks_of(sheet.text) if sheet.text.lstrip("\ufeff \r\n").startswith(("{", "[")) else None
    if marks is not None:
        notes = noted(marks, _addresses(project), sheet.name, by, now)
        return notes, notes.edits
    rows_taken = taken(_found(sheet, *_dates(project)), sheet.name, sheet.text, own_reporting=own_reporting)
    return rows_taken, signed(rows_taken.rows, by, now)


def _addresses(project: Path) -> dict[str, str]:
    """Return where the project's articles stand on the web → their ids, and the names by which our own annotations call them."""
    files, recipe = read_project(project).value, default_recipe()
    settings = settings_of(files).value
    articles = [found for each in files.articles if (found := recipe.read(each, settings).value)]
    urls = {address_of(url): each.id for each in articles for url in (each.url, each.archived_url) if url}
    return {f"urn:dateline:source:{each.id}": each.id for each in articles} | urls


def _tell(sheet: Taken | Noted, new: list[Edit], known: int, form: str, *, dry_run: bool) -> None:
    """Print what would be written, and the line that counts it."""
    noun = "event" if isinstance(sheet, Taken) else "note"
    parts = [f"{counted(len(new), noun)} {'would be imported' if dry_run else 'imported'}"]
    parts += [f"{known:,} known already"] if known else []
    parts += [f"{counted(sheet.refused, 'row')} left out"] if sheet.refused else []
    if dry_run:
        for edit in new:
            told = f"{edit.set.date}  {edit.set.headline}" if edit.set.date else f"note on “{edit.targets[0].exact[:60]}”: {edit.note[:60]}"
            click.echo(clean(told), err=form != "text")
    click.echo(", ".join(parts), err=form != "text")


def _file(source: str) -> str:
    """Refuse what is neither an address nor a file, as wrong usage."""
    if Path(source).is_dir():
        raise click.BadParameter(f"“{source}” is a folder; the table comes first, then the project")
    if not is_address(source) and not Path(source).is_file():
        raise click.BadParameter(f"there is no file “{source}”")
    return source


def _found(sheet: SheetFile, read: ReadDate, own: tuple[str, ...]) -> Iterator[SheetRow | Unfit | Passed]:
    """Return what a sheet holds; of a workbook the first sheet is read, and the others are named."""
    if sheet.cells is None:
        return rows(sheet.text, read, own)
    table = (SheetRecord(number, cells) for number, cells in enumerate(sheet.cells, 1) if any(cells))
    others = [Passed(0, f"the sheets behind the first: {', '.join(sheet.others)}")] if sheet.others else []
    return chain(others, of_records(table, read, own))


def _dates(project: Path) -> tuple[ReadDate, tuple[str, ...]]:
    """Return what reads a date in words, and the names of the fields that only the project has.

    Words are read as the project's language has them, else as another has that can read them whole: a sheet may come from elsewhere.
    """
    from generator.extract.typed import typed_date  # noqa: PLC0415 - loaded when used
    from generator.language import load, supported  # noqa: PLC0415

    settings = settings_of(read_project(project).value).value
    codes = dict.fromkeys((settings.language, *supported()))
    unread = f"dates in “{settings.language}” cannot be read; write 2021-12-08"

    def read(text: str, day_first: bool | None) -> TypedDate:
        first = TypedDate(None, unread)
        for code in codes if any(each.isalpha() for each in text) else (settings.language,):
            language = load(code)
            typed = (
                typed_date(text, None, language, day_first=settings.day_first if day_first is None else day_first) if language else first
            )
            if typed.date is not None:
                return typed
            first = typed if code == settings.language else first
        return first

    return read, tuple(name for name, _ in settings.fields)
