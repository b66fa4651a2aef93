"""`dateline add`: files or addresses in, frozen articles in the project's folder out. What is frozen is never overwritten."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import click

from generator.cli import FINE, PROBLEMS
from generator.commands import options
from generator.commands.documented import Documented
from generator.commands.freezing import COPIES, PAGES, Found, Frozen, article, name_of, write
from generator.edge.fetch import LARGEST, fetch
from generator.edge.project import folders_of
from generator.edge.terminal import clean, counted, say
from generator.model import codes
from generator.model.article import Published
from generator.model.diagnostic import Checked, Location, tell
from generator.model.failure import contained
from generator.read.about import About
from generator.read.dating.doubts import reason_of

_SHOWN_WORDS = 30
_UNKNOWN = "unknown"


@click.command("add", cls=Documented, examples=("add saved-page.html my-story", "add https://example.org/news/vote my-story"))
@click.argument("sources", metavar="FILE|URL… [PROJECT]", nargs=-1, required=True)
@options.NAMED_PROJECT
@click.option("--name", metavar="NAME", help="Name of the article, which becomes its id. For one source only.")
@click.option("-y", "--yes", is_flag=True, help="Ask nothing. A date that was only guessed stays marked as guessed.")
@click.option("--anyway", is_flag=True, help="Freeze also what is taken for no article: a wall, an error page, a list of others.")
def command(*, sources: tuple[str, ...], project: Path | None, name: str | None, yes: bool, anyway: bool) -> int:
    """Freeze copies of articles into the project.

    FILE is a saved page (.html) or a text (.txt, .md); a URL is fetched, from the public web only. Written are NAME.txt, the text that
    is cited from now on, NAME.toml with title, date, publisher and address, shown for confirmation first, and NAME.html, the page
    itself, as evidence. Of a page that lies among the articles already, the text is frozen beside it. Nothing is ever overwritten.
    """
    *files, last = sources
    folder_given = Path(last) if files and Path(last).is_dir() else None
    sources = tuple(files) if folder_given else sources
    project = options.one_project(folder_given, project)
    if name is not None and (len(sources) > 1 or name_of(name) != name):
        raise click.UsageError(
            "--name takes small letters, digits and hyphens, and one source" if len(sources) == 1 else "--name takes one source"
        )
    folder = project / folders_of(project).articles
    added = 0
    for source in sources:
        made = contained(partial(_made, source, name, folder, anyway=anyway), None, Location(source))
        say(made.diagnostics, project)
        frozen = made.value
        if frozen is None:
            continue
        _show(frozen, source)
        frozen = frozen if yes else _confirmed(frozen)
        if frozen is None:
            click.echo("left out")
            continue
        written = write(frozen, folder)
        say(written.diagnostics, project)
        added += not written.diagnostics
    click.echo(f"{counted(added, 'article')} added to {click.format_filename(folder)}")
    return FINE if added == len(sources) else PROBLEMS


def _made(source: str, name: str | None, folder: Path, *, anyway: bool) -> Checked[Frozen | None]:
    found = _found(source)
    return article(found.value, name, folder, anyway=anyway) if found.value else Checked(None, found.diagnostics)


def _found(source: str) -> Checked[Found | None]:
    """Read a file, or fetch an address."""
    if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*://", source):
        fetched = fetch(source)
        if fetched.value is None:
            return Checked(None, fetched.diagnostics)
        last = PurePosixPath(unquote(urlsplit(fetched.value.url).path)).stem
        ending = ".txt" if fetched.value.kind == "text/plain" else ".html"
        return Checked(Found(last, ending, fetched.value.content, fetched.value.url))
    path = Path(source)
    ending = path.suffix.lower()
    try:
        size = path.stat().st_size if ending in PAGES + COPIES else 0
        if ending not in PAGES + COPIES or not path.is_file():  # nor is a folder an article, nor a pipe, which would never end
            hint = "an article is a .html, .txt or .md file, or an address that begins with https://"
            return Checked(None, (tell(codes.NOT_READ, Location(source), hint, path=source),))
        if size > LARGEST:
            return Checked(None, (tell(codes.TOO_LARGE, Location(source), size=size, limit=LARGEST),))
        return Checked(Found(path.stem, ending, path.read_bytes(), folder=path.resolve().parent))
    except OSError as error:
        return Checked(None, (tell(codes.UNREADABLE, Location(source), path=source, reason=error.strerror),))


def _show(frozen: Frozen, source: str) -> None:
    """Show what was found, for a person to judge."""
    about, words = frozen.about, frozen.text.split()
    guessed = f"  ({_why(about)})" if about.published and about.published.guessed else ""
    rows = {
        "from": source,
        "title": about.title or _UNKNOWN,
        "published": f"{about.published or _unknown_day(about)}{guessed}",
        "publisher": about.publisher or _UNKNOWN,
        "authors": ", ".join(about.authors) or _UNKNOWN,
        "url": about.url or _UNKNOWN,
        "text": f"{len(words):,} words: {' '.join(words[:_SHOWN_WORDS])}{' …' if len(words) > _SHOWN_WORDS else ''}",
    }
    click.echo(f"{frozen.name}{frozen.ending}")
    click.echo("".join(f"  {key:<10} {clean(value)}\n" for key, value in rows.items()), nl=False)


def _why(about: About) -> str:
    """Say why a date is not sure."""
    reason = reason_of(about.published, about.witnesses) if about.published else None
    return f"guessed: {reason}" if reason else "guessed from the page"


def _unknown_day(about: About) -> str:
    """Say that the day is unknown, and the month where that is known."""
    months = [each for each in about.witnesses if len(each.date) == _MONTH]
    return f"{_UNKNOWN} (of {months[0].date}, by the {months[0].kind})" if months else _UNKNOWN


_MONTH = len("2018-07")


def _confirmed(frozen: Frozen) -> Frozen | None:
    """Ask whether it is right; a guessed date is asked for by itself, and any field can be changed."""
    try:
        answer = click.prompt("Freeze it? (y)es, (n)o, (e)dit", type=click.Choice(["y", "n", "e"]), default="y", show_choices=False)
        if answer == "n":
            return None
        about = frozen.about
        if answer == "e":
            about = _edited(about)
        elif about.published and about.published.guessed and click.confirm(f"{about.published} was guessed. Is it right?", default=False):
            about = replace(about, published=replace(about.published, guessed=False))
        return replace(frozen, about=about)
    except click.Abort as error:
        if isinstance(error.__context__, EOFError):
            raise click.UsageError("nobody is there to ask: confirm with --yes") from error
        raise


def _edited(about: About) -> About:
    """Ask for each field; an empty answer keeps it, a hyphen says that it is not known."""
    title, publisher, url = (_field(name, getattr(about, name)) for name in ("title", "publisher", "url"))
    day = click.prompt("published (YYYY-MM-DD)", default=str(about.published.day) if about.published else "-", value_proc=_day)
    kept = about.published if about.published and about.published.day == day else None
    published = (replace(kept, guessed=False) if kept else Published(day)) if day else None
    return replace(about, published=published, title=title, publisher=publisher, url=url)


def _field(name: str, value: str | None) -> str | None:
    answer = str(click.prompt(name, default=value or "-")).strip()
    return None if answer == "-" else answer


def _day(words: str) -> date | None:
    if words.strip() == "-":
        return None
    try:
        return date.fromisoformat(words.strip())
    except ValueError as error:
        raise click.BadParameter("write 2021-12-08, or - where it is not known") from error
