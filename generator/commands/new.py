"""`dateline new`: a folder's name in, a project out that builds at once. Nothing is ever overwritten."""

from __future__ import annotations

import json
import re
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
"""Files and folders that are named as no articles."""


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
    left: list[str] = []
    wanted = scaffold(_title(folder)) | {_CHECKS[host]: _check(host) for host in ci}
    if source is not None:
        samples = ("articles/", "edits/")
        found = sorted(each for each in source.iterdir() if not is_left_over(each.name))
        taken = [each for each in found if each.is_file() and is_read(each.name)]
        copies = {f"articles/{each.name}": each.read_bytes() for each in taken}
        left = [f"{each.name}/" if each.is_dir() else each.name for each in found if each not in taken]
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
    if left:
        more = f" and {len(left) - _MOST_NAMED} more" if len(left) > _MOST_NAMED else ""
        click.echo(f"left where they are, since they are no articles: {', '.join(left[:_MOST_NAMED])}{more} (docs/formats.md)", err=True)
    shown = click.format_filename(folder)
    click.echo(f"{shown} is ready. Next:\n\n  dateline build {shown}\n  dateline serve {shown}")
    return FINE


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
