"""`dateline import`: a CSV table or a TimelineJS timeline in, one edit for each of its events out, with its sources.

A second import of the same rows adds nothing: a file's name is made from what its row says.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from generator.build import settings_of
from generator.cli import FINE, PROBLEMS
from generator.commands import options
from generator.commands.sheets import ReadDate, Row, Unfit, rows
from generator.edge.editing.author import author
from generator.edge.editing.saving import EditFolder, RefusedError
from generator.edge.editing.writing import name_of, text_of
from generator.edge.project import LARGEST_FILE, folders_of, read_project
from generator.edge.terminal import clean, counted, say
from generator.model.codes import BAD_ENCODING, BAD_ROW, TOO_LARGE
from generator.model.diagnostic import Diagnostic, Location, tell
from generator.model.edit import Action, Edit, Fields, Selector
from generator.model.edtf import Edtf
from generator.model.span import Source

_HASH = 8


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
    name = str(file)
    text = _text(file)
    if isinstance(text, Diagnostic):
        say([text], Path.cwd(), form)
        return PROBLEMS
    said: list[Diagnostic] = []
    edits: list[Edit] = []
    signed = by or author(project)
    now = datetime.now(UTC).replace(microsecond=0)
    for row in rows(text, _dates(project)):
        if isinstance(row, Unfit):
            said.append(tell(BAD_ROW, Location(name, row.line), None, reason=row.reason))
        elif not row.urls and not own_reporting:
            hint = "name its source in a column “url”, or give --own-reporting"
            said.append(tell(BAD_ROW, Location(name, row.line), hint, reason=f"no source for “{row.headline}”"))
        else:
            edits.append(_edit(row, signed, now))
    new, known = _new(edits, project)
    if not dry_run:
        try:
            _write(new, project)
        except (OSError, RefusedError) as error:
            raise click.UsageError(f"nothing more was written: {error}") from error
    say(said, Path.cwd(), form)
    done = "would be imported" if dry_run else "imported"
    parts = [f"{counted(len(new), 'event')} {done}"]
    parts += [f"{known:,} known already"] if known else []
    parts += [f"{counted(len(said), 'row')} left out"] if said else []
    if dry_run:
        for edit in new:
            click.echo(clean(f"{edit.set.date}  {edit.set.headline}"), err=form != "text")
    click.echo(", ".join(parts), err=form != "text")
    return PROBLEMS if said else FINE


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
    from generator.extract.timexes import tag_text  # noqa: PLC0415 - loaded when used
    from generator.language import load  # noqa: PLC0415

    settings = settings_of(read_project(project).value).value
    language = load(settings.language)

    def read(text: str) -> Edtf | None:
        if language is None or len(text) > 300:
            return None
        found = {each.edtf for each in tag_text(text, None, language, day_first=settings.day_first) if each.edtf and each.resolved}
        return found.pop() if len(found) == 1 else None

    return read


def _edit(row: Row, by: str | None, at: datetime) -> Edit:
    fields = Fields(date=row.date, headline=row.headline, status=row.status, tags=row.tags or None)
    targets = tuple(Selector(None, "", url=url) for url in row.urls)
    blank = Edit("", Source("", ""), Action.ADD, at, by=by, targets=targets, set=fields, note=row.note, own_reporting=not targets)
    words = name_of(blank, row.headline).split("-")[5:]
    facts = repr((str(row.date), row.headline, row.urls, row.note, row.tags, row.status))
    return replace(blank, name="-".join(["import", hashlib.sha256(facts.encode()).hexdigest()[:_HASH], *words]))


def _new(edits: list[Edit], project: Path) -> tuple[list[Edit], int]:
    """Return the edits that the project has no file for, each once, and how many it has."""
    folder = project / folders_of(project).edits
    present = {path.stem for path in folder.glob("import-*.md")} if folder.is_dir() else set[str]()
    wanted = {edit.name: edit for edit in edits}
    new = [edit for name, edit in wanted.items() if name not in present]
    return new, len(edits) - len(new)


def _write(edits: list[Edit], project: Path) -> None:
    folder = EditFolder(project)
    if edits:
        with folder.locked():
            for edit in edits:
                folder.write(folders_of(project).edits, edit.name, text_of(edit))
