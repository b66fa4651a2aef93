"""`dateline new`: a folder's name in, a project out that builds at once. Nothing is ever overwritten."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from generator.commands.documented import Documented
from generator.commands.exits import FINE, PROBLEMS
from generator.edge.project import is_read
from generator.edge.together import put_together

_RENAMED = {"gitignore": ".gitignore", "pages.yml": ".github/workflows/pages.yml"}
"""Files that would act on our own repository under their real names."""


@click.command("new", cls=Documented, examples=("new my-story", "new my-story --from ~/clippings"))
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--from",
    "source",
    metavar="FOLDER",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Copy the articles of a folder (texts, pages, messages, tables …) in place of the samples.",
)
def command(*, folder: Path, source: Path | None) -> int:
    """Start a project that builds at once.

    Writes two sample articles, an edit, a timeline.toml that explains itself, and files for GitHub Pages and Netlify into DIR. A file
    that is already there is never overwritten: then nothing is written at all.
    """
    wanted = scaffold(_title(folder))
    if source is not None:
        samples = ("articles/", "edits/")
        copies = {f"articles/{each.name}": each.read_bytes() for each in sorted(source.iterdir()) if each.is_file() and is_read(each.name)}
        if not any(not name.endswith(".toml") for name in copies):
            raise click.UsageError(f"{source} holds no article (docs/formats.md has what is read); nothing was written")
        wanted = {name: content for name, content in wanted.items() if not name.startswith(samples)} | copies
    there = [name for name in wanted if (folder / name).exists()]
    if there:
        raise click.UsageError(f"{folder / there[0]} is already there; nothing was written")
    try:
        put_together(folder, wanted)
    except OSError as error:
        click.echo(f"{folder} cannot be written: {error.strerror}", err=True)
        return PROBLEMS
    shown = click.format_filename(folder)
    click.echo(f"{shown} is ready. Next:\n\n  dateline build {shown}\n  dateline serve {shown}")
    return FINE


def scaffold(title: str) -> dict[str, bytes]:
    """Return the files of a new project by their path in it."""
    found = dict(sorted(_files(files("generator.commands") / "scaffold", "")))
    named = {_RENAMED.get(name, name): content for name, content in found.items()}
    settings = named["timeline.toml"].decode().replace('"{title}"', json.dumps(title, ensure_ascii=False))  # a JSON string is a TOML one
    return {**named, "timeline.toml": settings.encode()}


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
