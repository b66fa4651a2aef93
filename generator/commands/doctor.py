"""`dateline doctor`: the machine as the program finds it in, a report to read or to paste out. Nothing personal stands in it."""

from __future__ import annotations

import platform
import re
import shutil
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import click

from generator import __version__
from generator.commands import options
from generator.commands.documented import Documented
from generator.commands.exits import FINE, PROBLEMS
from generator.edge.project import folders_of, is_project, read_project
from generator.edge.terminal import counted

_TOOLS = {"git": "signing edits, publishing to a branch", "rsync": "publishing to a host"}
_REQUIREMENT = re.compile(r"([\w.-]+)[^;]*(?:;.*extra\s*==\s*['\"]([\w-]+)['\"])?")


@click.command("doctor", cls=Documented, examples=("doctor", "doctor my-story"))
@options.IN_PROJECT
def command(*, folder: Path | None) -> int:
    """Say what is installed and what is missing, for a report.

    With PROJECT, also how many files of each kind it holds. Names of files and people are left out, so that the lines can be shown.
    """
    lacking = False
    click.echo(f"dateline {__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    click.echo(f"text: {sys.getfilesystemencoding()} names, {sys.stdout.encoding} output")
    for name, extra in _packages():
        try:
            click.echo(f"  {name} {version(name)}")
        except PackageNotFoundError:
            lacking = lacking or not extra
            use = f" (only for `pip install dateline[{extra}]`)" if extra else ": the program needs it"
            click.echo(f"  {name} is not installed{use}")
    for tool, use in _TOOLS.items():
        click.echo(f"  {tool} {'is there' if shutil.which(tool) else f'is not installed (only for {use})'}")
    if folder is not None:
        for line in _project(folder):
            click.echo(line)
    return PROBLEMS if lacking else FINE


def _packages() -> Iterator[tuple[str, str]]:
    """Return the packages that the program asks for, each with the extra that it belongs to (empty: none)."""
    try:
        wanted = requires("dateline") or []
    except PackageNotFoundError:  # run from its sources
        wanted = _of_sources(Path(__file__).parents[2] / "pyproject.toml")
    for each in wanted:
        found = _REQUIREMENT.match(each)
        if found:
            yield found[1], found[2] or ""


def _of_sources(path: Path) -> list[str]:
    """Return what the sources ask for, in the form in which an installed package says it."""
    if not path.is_file():
        return []
    project = tomllib.loads(path.read_text("utf-8"))["project"]
    extras = project.get("optional-dependencies", {})
    return [*project["dependencies"], *(f"{each}; extra == '{extra}'" for extra, wanted in extras.items() for each in wanted)]


def _project(folder: Path) -> Iterator[str]:
    if not folder.is_dir():
        raise click.UsageError(f"there is no folder “{folder}”")
    found, names = read_project(folder), folders_of(folder)
    articles, edits = [each for each in found.value.articles if each.text], found.value.edits
    yield f"project: {counted(len(articles), 'article')}, {counted(len(edits), 'edit')}{'' if is_project(folder) else ', no settings'}"
    size = sum(len(file.content) for each in articles for file in (each.copy, each.page, each.saved) if file)
    yield f"  {size:,} bytes of articles; {counted(len(found.diagnostics), 'message')} about files"
    yield f"  its site {'is' if (folder / names.output).is_dir() else 'is not'} built"
