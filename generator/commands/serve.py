"""`dateline serve`: a project's folder in, its timeline in the browser out, built again at every save."""

from __future__ import annotations

import os
import secrets
import webbrowser
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from generator.build import settings_of
from generator.commands import options
from generator.commands.documented import Documented
from generator.commands.exits import INTERRUPTED
from generator.commands.making import Wanted
from generator.commands.previewing import PreviewBuild
from generator.edge.door import HOST, Door, PortTakenError, listening
from generator.edge.preview import Preview
from generator.edge.progress import Progress, progress
from generator.edge.project import folders_of, read_project
from generator.edge.stopping import end_within
from generator.edge.terminal import clean
from generator.edge.theme import PICTURES, STATIC, TEMPLATES, default_theme

_PORT, _TRIES = 8000, 20
_PATIENCE = 4.0
"""Seconds after Ctrl-C in which the preview has ended, whatever it was doing."""


@click.command("serve", cls=Documented, examples=("serve my-story --edit --open", "serve my-story --edit --listen 192.168.1.5"))
@options.PROJECT
@click.option(
    "--port", metavar="N", type=click.IntRange(0, 65535), help="Port of the preview; 0 takes any.  [default: 8000 or the next free one]"
)
@click.option("--edit", is_flag=True, help="Correct, check and add events in the browser; each act is saved as a file of its own.")
@click.option("--by", metavar="NAME", help="Who signs the edits.  [default: git's user.name]")
@click.option(
    "--listen",
    metavar="ADDRESS",
    help="With --edit: let others in, at this address of the machine. Each editor that timeline.toml names gets an address of their own.",
)
@click.option("--public", metavar="URL", help="Where others reach it, if a proxy stands in front: https://desk.example.org")
@click.option("--open", "opened", is_flag=True, help="Open the preview in the browser.")
@options.DRAFTS
@options.NOW
@options.WORKERS
def command(
    *,
    project: Path,
    port: int | None,
    edit: bool,
    by: str | None,
    listen: str | None,
    public: str | None,
    opened: bool,
    drafts: bool,
    now: date | None,
    workers: int | None,
) -> int:
    """Show the timeline in a browser, and again at every save.

    A saved article, edit, template, style or setting shows at once. What is wrong shows in the browser too, until it is mended. Nothing
    is written but the memory in .dateline/ and, with --edit, new files in edits/. Only this machine is answered, unless --listen says
    otherwise; editing is open to whoever has the address that is printed, and always shows unchecked events.
    """
    end_within(_PATIENCE)
    project = project.resolve()
    editors = _editors(project, by, edit=edit, listen=listen or public)
    door = _door(port, listen or HOST, public or "")
    with progress() as told:
        wanted = Wanted(now=now, drafts=drafts, workers=workers)
        preview, addresses = _edited(project, wanted, told, door, editors) if edit else _shown(project, wanted, told, door)
    for name, address in addresses.items():
        click.echo(f"serving {clean(name)}: {address}" if len(addresses) > 1 or door.public else f"serving {address} (Ctrl+C ends it)")
    if opened:
        webbrowser.open(next(iter(addresses.values())))
    preview.run()
    return INTERRUPTED


def _editors(project: Path, by: str | None, *, edit: bool, listen: str | None) -> tuple[str, ...]:
    """Return who may edit: whoever sits here, or, where others are let in, those whom the settings name."""
    if not listen:
        return (by or "",)
    named = tuple(each.name for each in settings_of(read_project(project).value).value.editors)
    if not edit or not named or by:
        raise click.UsageError(
            '--listen and --public go with --edit, without --by, and with the editors named in timeline.toml: editors = ["R. Kern"]'
        )
    return named


def _door(port: int | None, host: str, public: str) -> Door:
    try:
        return listening(_PORT if port is None else port, _TRIES if port is None else 1, host, public)
    except (PortTakenError, ValueError) as error:
        raise click.UsageError(str(error)) from error


def _shown(project: Path, wanted: Wanted, told: Progress, door: Door) -> tuple[Preview, dict[str, str]]:
    builder = PreviewBuild(project, wanted, told)
    return Preview(builder, lambda: _places(project), door, builder.after), {"": door.address}


def _edited(project: Path, wanted: Wanted, told: Progress, door: Door, editors: tuple[str, ...]) -> tuple[Preview, dict[str, str]]:
    """Return a preview that can be edited, and each editor's address.

    The token that opens it is in the address's fragment: no request and no Referer carries it.
    """
    from generator.commands.editing import EditedBuild  # noqa: PLC0415 - loaded when used
    from generator.edge.editing.routes import ENTRANCE  # noqa: PLC0415 - likewise

    builder, tokens = EditedBuild(project, wanted, told), {secrets.token_urlsafe(24): name for name in editors}
    preview = Preview(builder, lambda: _places(project), door, builder.after)
    preview.addition = builder.editing(tokens, shared=bool(door.public))
    entrance = f"{door.address}{ENTRANCE}" if door.public else door.address
    return preview, {name: f"{entrance}#edit={token}" for token, name in tokens.items()}


def _places(project: Path) -> Iterator[Path]:
    """The folders whose files a build reads."""
    names = folders_of(project)
    yield from (project, project / names.articles, project / names.edits)
    for root in {project, default_theme()}:
        for top in (root / TEMPLATES, root / STATIC, root / PICTURES):
            yield from (Path(here) for here, _, _ in os.walk(top))
