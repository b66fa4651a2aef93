"""`dateline import`: a sheet or a timeline in, one edit for each of its events out, with its sources.

A second import of the same rows adds nothing: a file's name is made from what its row says.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from generator.build import settings_of
from generator.cli import FINE, PROBLEMS
from generator.commands import options
from generator.commands.importing import Taken, signed, taken, unknown, write
from generator.edge.editing.author import author
from generator.edge.editing.saving import RefusedError
from generator.edge.project import LARGEST_FILE, read_project
from generator.edge.terminal import clean, counted, say
from generator.model.codes import BAD_ENCODING, TOO_LARGE
from generator.model.diagnostic import Diagnostic, Location, tell
from generator.model.edit import Edit
from generator.model.typed import TypedDate
from generator.read.sheets.row import ReadDate
from generator.read.sheets.rows import rows


@click.command("import")
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--project", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path), help="The project's folder.  [default: .]"
)
@click.option("--by", metavar="NAME", help="Who signs the edits.  [default: git's user.name]")
@click.option("--own-reporting", is_flag=True, help="Take rows without a source too, as your own reporting.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@options.FORMAT
def command(*, file: Path, project: Path, by: str | None, own_reporting: bool, dry_run: bool, form: str) -> int:
    """Turn a table of events into edits.

    FILE is a CSV table (with columns such as date, headline, url, text, tags), a TimelineJS sheet saved as CSV, or a TimelineJS timeline
    (.json). Each row becomes one edit that adds an event; addresses in it are its evidence. Rows that were imported before are left alone.
    """
    text = _text(file)
    if isinstance(text, Diagnostic):
        say([text], Path.cwd(), form)
        return PROBLEMS
    sheet = taken(rows(text, _dates(project)), str(file), text, own_reporting=own_reporting)
    edits = signed(sheet.rows, by or author(project), datetime.now(UTC))
    new = unknown(edits, project)
    if not dry_run:
        try:
            write(new, project)
        except (OSError, RefusedError) as error:
            raise click.UsageError(f"nothing more was written: {error}") from error
    say(sheet.said, Path.cwd(), form)
    _tell(sheet, new, len(edits) - len(new), form, dry_run=dry_run)
    return PROBLEMS if sheet.refused else FINE


def _tell(sheet: Taken, new: list[Edit], known: int, form: str, *, dry_run: bool) -> None:
    """Print what would be written, and the line that counts it."""
    parts = [f"{counted(len(new), 'event')} {'would be imported' if dry_run else 'imported'}"]
    parts += [f"{known:,} known already"] if known else []
    parts += [f"{counted(sheet.refused, 'row')} left out"] if sheet.refused else []
    if dry_run:
        for edit in new:
            click.echo(clean(f"{edit.set.date}  {edit.set.headline}"), err=form != "text")
    click.echo(", ".join(parts), err=form != "text")


def _text(file: Path) -> str | Diagnostic:
    size = file.stat().st_size
    if size > LARGEST_FILE:
        return tell(TOO_LARGE, Location(str(file)), None, size=size, limit=LARGEST_FILE)
    content = file.read_bytes()
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        return tell(BAD_ENCODING, Location(str(file)), "save it as UTF-8", byte=content[error.start], offset=error.start)


def _dates(project: Path) -> ReadDate:
    """Return what reads a date in words, as the project's language has it."""
    from generator.extract.typed import typed_date  # noqa: PLC0415 - loaded when used
    from generator.language import load  # noqa: PLC0415

    settings = settings_of(read_project(project).value).value
    language = load(settings.language)

    def read(text: str, day_first: bool | None) -> TypedDate:
        if language is None:
            return TypedDate(None, f"dates in “{settings.language}” cannot be read; write 2021-12-08")
        return typed_date(text, None, language, day_first=settings.day_first if day_first is None else day_first)

    return read
