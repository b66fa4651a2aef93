"""`dateline add`: files or addresses in, frozen articles in the project's folder out. What is frozen is never overwritten."""

from __future__ import annotations

import os
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import click

from generator.cli import FINE, PROBLEMS
from generator.edge.fetch import LARGEST, fetch
from generator.edge.project import folders_of
from generator.edge.terminal import clean, counted, say
from generator.model import codes
from generator.model.article import Published
from generator.model.diagnostic import Checked, Diagnostic, Location, tell
from generator.model.project import ArticleFiles, File
from generator.model.settings import Settings
from generator.read.about import About

_PAGES = (".html", ".htm")
_COPIES = (".txt", ".md", ".markdown")
_LONGEST_NAME = 60
_SHOWN_WORDS = 30
_UNKNOWN = "unknown"


@click.command("add")
@click.argument("sources", metavar="FILE|URL…", nargs=-1, required=True)
@click.option(
    "--project", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path), help="The project's folder.  [default: .]"
)
@click.option("--name", metavar="NAME", help="Name of the article, which becomes its id. For one source only.")
@click.option("-y", "--yes", is_flag=True, help="Ask nothing. A date that was only guessed stays marked as guessed.")
def command(*, sources: tuple[str, ...], project: Path, name: str | None, yes: bool) -> int:
    """Freeze copies of articles into the project.

    FILE is a saved page (.html) or a text (.txt, .md); a URL is fetched, from the public web only. Written are NAME.txt, the text that
    is cited from now on, NAME.toml with title, date, publisher and address, shown for confirmation first, and NAME.html, the page
    itself, as evidence. Nothing is ever overwritten.
    """
    if name is not None and (len(sources) > 1 or _name(name) != name):
        raise click.UsageError(
            "--name takes small letters, digits and hyphens, and one source" if len(sources) == 1 else "--name takes one source"
        )
    folder = project / folders_of(project).articles
    added = 0
    for source in sources:
        made = _made(source, name, folder)
        say(made.diagnostics, project)
        frozen = made.value
        if frozen is None:
            continue
        _show(frozen, source)
        frozen = frozen if yes else _confirmed(frozen)
        if frozen is None:
            click.echo("left out")
            continue
        written = _written(frozen, folder)
        say(written.diagnostics, project)
        added += not written.diagnostics
    click.echo(f"{counted(added, 'article')} added to {click.format_filename(folder)}")
    return FINE if added == len(sources) else PROBLEMS


@dataclass(frozen=True, slots=True)
class Found:
    """A file or an answer of the web: the name it suggests, its bytes, and its address where it has one."""

    stem: str
    ending: str
    content: bytes
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Frozen:
    """An article that is ready to be written: its name, its text, what is known of it, and the page it came from."""

    name: str
    text: str
    about: About
    ending: str = ".txt"
    page: bytes | None = None


def _made(source: str, name: str | None, folder: Path) -> Checked[Frozen | None]:
    found = _found(source)
    return _article(found.value, name, folder) if found.value else Checked(None, found.diagnostics)


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
        if ending not in _PAGES + _COPIES:
            raise click.UsageError(f"{source}: an article is a .html, .txt or .md file, or an address that begins with https://")
        if path.stat().st_size > LARGEST:
            return Checked(None, (tell(codes.TOO_LARGE, Location(source), size=path.stat().st_size, limit=LARGEST),))
        return Checked(Found(path.stem, ending, path.read_bytes()))
    except OSError as error:
        return Checked(None, (tell(codes.UNREADABLE, Location(source), path=source, reason=error.strerror),))


def _article(found: Found, name: str | None, folder: Path) -> Checked[Frozen | None]:
    """Find the text and what is known of it; None with a diagnostic where there is none, or it is there already."""
    read = _page(found) if found.ending in _PAGES else _copy(found)
    if read.value is None:
        return read
    about = replace(read.value.about, url=_url(found.url, read.value.about.url))
    stem = found.stem if found.url is None else (about.title or found.stem)
    chosen = name or _name(stem) or _name(found.stem) or "article"
    frozen = replace(read.value, name=chosen, about=about)
    return Checked(None, (*read.diagnostics, *stop)) if (stop := tuple(_there(frozen, folder))) else Checked(frozen, read.diagnostics)


def _page(found: Found) -> Checked[Frozen | None]:
    from generator.read import html  # noqa: PLC0415 - loaded when used

    read = html.read(File(found.stem + found.ending, found.content))
    if read.value is None:
        return Checked(None, read.diagnostics)
    about = replace(read.value.about, title=read.value.about.title)
    return Checked(Frozen("", read.value.source.text + "\n", about, page=found.content), read.diagnostics)


def _copy(found: Found) -> Checked[Frozen | None]:
    """Take a text as it is; what Markdown says of itself stays in its front matter."""
    from generator.read import articles  # noqa: PLC0415 - loaded when used

    file = File(found.stem + found.ending, found.content)
    read = articles.read(ArticleFiles(found.stem, copy=file), Settings())
    if read.value is None:
        return Checked(None, read.diagnostics)
    article = read.value
    about = About(published=article.published, title=article.title, publisher=article.publisher, url=article.url, authors=article.authors)
    said = tuple(each for each in read.diagnostics if each.code != codes.GUESSED_DATE)
    return Checked(Frozen("", found.content.decode(), about, ending=".md" if found.ending != ".txt" else ".txt"), said)


def _url(fetched: str | None, canonical: str | None) -> str | None:
    """Return the address to cite: the page's own where it is on the site that answered, else the one that answered."""
    if fetched is None or (canonical and urlsplit(canonical).hostname == urlsplit(fetched).hostname):
        return canonical
    return fetched


def _name(words: str) -> str:
    """Make a name for files and addresses: small letters, digits and hyphens, cut between words.

    >>> _name("Präsident: “Gespräch” am Dienstag!")
    'prasident-gesprach-am-dienstag'
    """
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"['’]", "", plain)
    name = re.sub(r"[^a-z0-9_]+", "-", name).strip("-_")
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME + 1].rpartition("-")[0][:_LONGEST_NAME] or name[:_LONGEST_NAME]


def _there(frozen: Frozen, folder: Path) -> Iterator[Diagnostic]:
    """Say what of the article is already in the folder: its name, or its address."""
    for ending in (*_COPIES, *_PAGES, ".toml"):
        path = folder / f"{frozen.name}{ending}"
        if os.path.lexists(path):
            yield tell(codes.ALREADY_FROZEN, None, "choose another with --name", path=path)
            return
    for path in sorted(folder.glob("*.toml")) if frozen.about.url else ():
        with suppress(OSError, ValueError):
            if tomllib.loads(path.read_text(encoding="utf-8")).get("url") == frozen.about.url:
                yield tell(codes.ALREADY_ADDED, None, url=frozen.about.url, name=path.stem)
                return


def _show(frozen: Frozen, source: str) -> None:
    """Show what was found, for a person to judge."""
    about, words = frozen.about, frozen.text.split()
    guessed = "  (guessed from the page)" if about.published and about.published.guessed else ""
    rows = {
        "from": source,
        "title": about.title or _UNKNOWN,
        "published": f"{about.published or _UNKNOWN}{guessed}",
        "publisher": about.publisher or _UNKNOWN,
        "authors": ", ".join(about.authors) or _UNKNOWN,
        "url": about.url or _UNKNOWN,
        "text": f"{len(words):,} words: {' '.join(words[:_SHOWN_WORDS])}{' …' if len(words) > _SHOWN_WORDS else ''}",
    }
    click.echo(f"{frozen.name}{frozen.ending}")
    click.echo("".join(f"  {key:<10} {clean(value)}\n" for key, value in rows.items()), nl=False)


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


def _written(frozen: Frozen, folder: Path) -> Checked[Path | None]:
    """Write the article's files, all or none; the text last, since it makes the others an article."""
    files = {".html": frozen.page, ".toml": _toml(frozen).encode(), frozen.ending: frozen.text.encode()}
    made: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for ending, content in files.items():
            if content:
                path = folder / f"{frozen.name}{ending}"
                with path.open("xb") as file:
                    made.append(path)
                    file.write(content)
    except OSError as error:
        for path in made:
            path.unlink(missing_ok=True)
        if isinstance(error, FileExistsError):
            return Checked(None, (tell(codes.ALREADY_FROZEN, path=error.filename),))
        return Checked(None, (tell(codes.CANNOT_WRITE, Location(str(folder)), folder=folder, reason=error.strerror),))
    return Checked(made[-1])


def _toml(frozen: Frozen) -> str:
    """Write what the copy does not say itself; Markdown with front matter of its own needs no file."""
    about = frozen.about
    if frozen.ending == ".md" and frozen.text.lstrip("\ufeff").startswith(("+++", "---")):
        return ""
    lines = []
    if about.published:
        moment = f"T{about.published.time.isoformat()}" if about.published.time else ""
        lines.append(f"published = {about.published.day.isoformat()}{moment}")
    if about.published and about.published.guessed:
        lines.append("published_guessed = true  # take this line out when the date is confirmed")
    texts = {"title": about.title, "publisher": about.publisher, "url": about.url, "language": about.language}
    lines += [f"{key} = {_quoted(value)}" for key, value in texts.items() if value]
    lines += [f"authors = [{', '.join(_quoted(each) for each in about.authors)}]"] if about.authors else []
    return "".join(f"{line}\n" for line in lines)


def _quoted(text: str) -> str:
    r"""Write a basic string of TOML, on one line.

    >>> print(_quoted('a "b"'))
    "a \"b\""
    """
    plain = " ".join(text.split())
    escaped = plain.replace("\\", "\\\\").replace('"', '\\"')
    return (
        '"'
        + "".join(sign if sign.isprintable() else f"\\u{ord(sign):04X}" for sign in escaped if ord(sign) < 0x10000 or sign.isprintable())
        + '"'
    )
