"""`dateline add`: files, folders, lists, addresses in, frozen articles in the project's folder out. Nothing frozen is overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from generator.commands import options
from generator.commands.adding import Absence, Adding
from generator.commands.confirming import confirmed, shown
from generator.commands.documented import Documented
from generator.commands.exits import FINE, PROBLEMS
from generator.commands.sources import GivenItem, items_of
from generator.edge.project import folders_of, is_project
from generator.edge.terminal import counted, say
from generator.read.parting import name_of


@click.command("add", cls=Documented, examples=("add saved-page.html my-story", "add https://example.org/news/vote my-story"))
@click.argument("sources", metavar="FILE|FOLDER|URL… [PROJECT]", nargs=-1, required=True)
@options.NAMED_PROJECT
@click.option("--name", metavar="NAME", help="Name of the article, which becomes its id. For one source only.")
@click.option("-y", "--yes", is_flag=True, help="Ask nothing. A date that was only guessed stays marked as guessed.")
@click.option("--accept-guessed", is_flag=True, help="Take guessed dates as confirmed.")
@click.option("--anyway", is_flag=True, help="Freeze also what is taken for no article: a wall, an error page, a list of others.")
@click.option("--refresh", is_flag=True, help="Fetch or read again what is frozen; the old copy is kept in articles/old/.")
def command(
    *, sources: tuple[str, ...], project: Path | None, name: str | None, yes: bool, accept_guessed: bool, anyway: bool, refresh: bool
) -> int:
    """Freeze copies of articles into the project.

    FILE is a saved page or a text, an archive of pages, the export of a database, a document or a table (docs/formats.md), or a list of
    addresses; of a FOLDER every file is read; a URL is fetched, from the public web only. Written are NAME.txt, the text that is cited
    from now on, NAME.toml with title, date, publisher and address, shown for confirmation first, and NAME.html, the page itself, as
    evidence. Of a page that lies among the articles already, the text is frozen beside it. Nothing is ever overwritten; what is frozen
    already is passed over, so that a long list can be taken up again.
    """
    *files, last = sources
    folder_given = Path(last) if files and project is None and Path(last).is_dir() else None
    sources = tuple(files) if folder_given else sources
    if not files and project is None and is_project(Path(last)) and not is_project(Path()):
        raise click.UsageError(f"“{last}” is a project; name before it what is to be frozen")
    project = options.one_project(folder_given, project)
    if name is not None and (len(sources) > 1 or name_of(name) != name):
        raise click.UsageError(
            "--name takes small letters, digits and hyphens, and one source" if len(sources) == 1 else "--name takes one source"
        )
    folder = project / folders_of(project).articles
    adding = Adding(folder, anyway=anyway, refresh=refresh)
    tally = _Tally()
    for source in sources:
        for item in items_of(source):
            if name is not None and item.count > 1:
                raise click.UsageError(f"--name takes one article; {source} holds {item.count}")
            _one(item, adding, _Asked(name, project, yes=yes, accept=accept_guessed), tally)
    click.echo(f"{counted(tally.added, 'article')} added to {click.format_filename(folder)}" + tally.rest)
    return PROBLEMS if tally.failed else FINE


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the command line asks for every item."""

    name: str | None
    project: Path
    yes: bool
    accept: bool


@dataclass(slots=True)
class _Tally:
    """How many items were added, were there before, and failed."""

    added: int = 0
    there: int = 0
    failed: int = 0

    @property
    def rest(self) -> str:
        """What else there is to say, behind the number of those that were added."""
        parts = [f"{self.there} were there before" if self.there else "", f"{self.failed} left out" if self.failed else ""]
        return "".join(f", {part}" for part in parts if part)


def _one(item: GivenItem, adding: Adding, asked: _Asked, tally: _Tally) -> None:
    """Add one item; whatever is wrong with it, the next one is taken up."""
    if item.count > 1:
        click.echo(f"[{item.number}/{item.count}] {click.format_filename(item.label)}")
    made = adding.made(item, asked.name)
    say(made.diagnostics, asked.project)
    if made.value is None:
        there = made.told is Absence.BEFORE
        tally.there += there
        tally.failed += not there
        return
    shown(made.value, item.label)
    frozen = made.value if asked.yes else confirmed(made.value)
    if frozen is None:
        click.echo("left out")
        tally.failed += 1
        return
    written = adding.write(frozen, accept=asked.accept)
    say(written.diagnostics, asked.project)
    tally.added += written.value is not None
    tally.failed += written.value is None
