"""`dateline new`: a folder's name in, a project out that builds at once. Nothing is ever overwritten."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from contextlib import suppress
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from generator import __version__
from generator.commands.documented import Documented
from generator.commands.exits import FINE, PROBLEMS
from generator.edge.project import is_left_over, is_read
from generator.edge.together import put_together

_RENAMED = {"gitignore": ".gitignore", "pages.yml": ".github/workflows/pages.yml"}
"""Files that would act on our own repository under their real names."""
_CHECKS = {"github": ".github/workflows/check.yml", "gitlab": ".gitlab-ci.yml"}
"""Hosts of git → where each looks for what is to be run on a change."""

_MOST_NAMED = 10
"""Files and folders that are named of those which are left."""


@click.command("new", cls=Documented, examples=("new my-story", "new my-story --from ~/clippings", "new my-story --ci github"))
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--from",
    "source",
    metavar="FOLDER",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Copy the articles of a folder (texts, pages, messages, tables …) in place of the samples.",
)
@click.option(
    "--ci",
    type=click.Choice(tuple(_CHECKS)),
    multiple=True,
    help="Write what makes this host check every change that is proposed; may be repeated.",
)
def command(*, folder: Path, source: Path | None, ci: tuple[str, ...]) -> int:
    """Start a project that builds at once.

    Writes two sample articles, an edit, a timeline.toml that explains itself, and files for GitHub Pages and Netlify into DIR. A file
    that is already there is never overwritten: then nothing is written at all.
    """
    left: tuple[str, ...] = ()
    wanted = scaffold(_title(folder)) | {_CHECKS[host]: _check(host) for host in ci}
    if source is not None:
        copies, left = _copies(source)
        wanted = {name: content for name, content in wanted.items() if not name.startswith(("articles/", "edits/"))} | copies
    there = [name for name in wanted if (folder / name).exists()]
    if there:
        raise click.UsageError(f"{folder / there[0]} is already there; nothing was written")
    try:
        put_together(folder, wanted)
    except OSError as error:
        click.echo(f"{folder} cannot be written: {error.strerror}", err=True)
        return PROBLEMS
    for line in left:
        click.echo(line, err=True)
    shown = click.format_filename(folder)
    click.echo(f"{shown} is ready. Next:\n\n  dateline build {shown}\n  dateline serve {shown}")
    return FINE


def _copies(source: Path) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Return the articles of a folder by their path in a project, and lines that say what of it is left where it is."""
    found = sorted(each for each in source.iterdir() if not is_left_over(each.name))
    taken = [each for each in found if each.is_file() and is_read(each.name)]
    deeper = [each for each in found if each.is_dir() and _has_articles(each)]
    if not any(each.suffix.lower() != ".toml" for each in taken):
        where = f" itself; {_listed(deeper)} does: name that folder" if deeper else " (docs/formats.md has what is read)"
        raise click.UsageError(f"{source} holds no article{where}; nothing was written")
    left = [each for each in found if each not in taken and each not in deeper]
    lines = [f"left where they are, since they are no articles: {_listed(left)} (docs/formats.md)"] if left else []
    lines += [f"left where they are, with articles of their own: {_listed(deeper)} (take them with `dateline add`)"] if deeper else []
    return {f"articles/{each.name}": each.read_bytes() for each in taken}, tuple(lines)


def _has_articles(folder: Path) -> bool:
    """Tell whether files that can be articles lie in a folder; one that cannot be opened has none."""
    with suppress(OSError):
        return any(is_read(each.name) and each.suffix.lower() != ".toml" for each in folder.iterdir() if not is_left_over(each.name))
    return False


def _listed(places: Sequence[Path]) -> str:
    """Name files and folders, and say how many more there are."""
    names = [f"{each.name}/" if each.is_dir() else each.name for each in places]
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return f"{', '.join(names[:_MOST_NAMED])}{more}"


def scaffold(title: str) -> dict[str, bytes]:
    """Return the files of a new project by their path in it."""
    found = dict(sorted(_files(files("generator.commands") / "scaffold", "")))
    named = {_RENAMED.get(name, name): content for name, content in found.items()}
    settings = named["timeline.toml"].decode().replace('"{title}"', json.dumps(title, ensure_ascii=False))  # a JSON string is a TOML one
    return {**named, "timeline.toml": settings.encode()}


def _check(host: str) -> bytes:
    """Return the file that makes a host of git check what is proposed, with the version that it is to install."""
    return (files("generator.commands") / "scaffold_ci" / f"{host}.yml").read_text("utf-8").replace("{version}", __version__).encode()


def _files(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    """List the files below a folder of the package."""
    found = []
    for each in folder.iterdir():
        name = prefix + each.name
        found += _files(each, f"{name}/") if each.is_dir() else [(name, each.read_bytes())]
    return found


def _title(folder: Path) -> str:
    """Make a title of a folder's name: "port-ellery-bridge" becomes "Port ellery bridge"."""
    words = re.sub(r"[-_\s]+", " ", folder.resolve().name).strip()
    return words[:1].upper() + words[1:] or "Timeline"
