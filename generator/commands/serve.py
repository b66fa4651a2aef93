"""`dateline serve`: a project's folder in, its timeline in the browser out, built again at every save."""

from __future__ import annotations

import os
import secrets
import socket
import webbrowser
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from generator.cli import INTERRUPTED
from generator.commands import options
from generator.commands.documented import Documented
from generator.commands.making import Wanted
from generator.commands.previewing import PreviewBuild
from generator.edge.preview import PortTakenError, Preview, listening
from generator.edge.progress import Progress, progress
from generator.edge.project import folders_of
from generator.edge.theme import PICTURES, STATIC, TEMPLATES, default_theme

_PORT, _TRIES = 8000, 20


@click.command("serve", cls=Documented, examples=("serve my-story --edit --open",))
@options.PROJECT
@click.option(
    "--port", metavar="N", type=click.IntRange(0, 65535), help="Port of the preview; 0 takes any.  [default: 8000 or the next free one]"
)
@click.option("--edit", is_flag=True, help="Correct, check and add events in the browser; each act is saved as a file of its own.")
@click.option("--by", metavar="NAME", help="Who signs the edits.  [default: git's user.name]")
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
    opened: bool,
    drafts: bool,
    now: date | None,
    workers: int | None,
) -> int:
    """Show the timeline in a browser, and again at every save.

    A saved article, edit, template, style or setting shows at once. What is wrong shows in the browser too, until it is mended. Nothing
    is written but the memory in .dateline/ and, with --edit, new files in edits/. Only this machine is answered; editing is open to
    whoever has the address that is printed, and always shows unchecked events.
    """
    try:
        sockets = listening(_PORT, _TRIES) if port is None else listening(port)
    except PortTakenError as error:
        raise click.UsageError(str(error)) from error
    project = project.resolve()
    with progress() as told:
        wanted = Wanted(now=now, drafts=drafts, workers=workers)
        preview, address = (_edited if edit else _shown)(project, wanted, told, sockets, by)
    click.echo(f"serving {address} (Ctrl+C ends it)")
    if opened:
        webbrowser.open(address)
    preview.run()
    return INTERRUPTED


def _shown(project: Path, wanted: Wanted, told: Progress, sockets: list[socket.socket], _by: str | None) -> tuple[Preview, str]:
    preview = Preview(PreviewBuild(project, wanted, told), lambda: _places(project), sockets)
    return preview, preview.address


def _edited(project: Path, wanted: Wanted, told: Progress, sockets: list[socket.socket], by: str | None) -> tuple[Preview, str]:
    """Return a preview that can be edited. The token is in the address's fragment: no request and no Referer carries it."""
    from generator.commands.editing import EditedBuild  # noqa: PLC0415 - loaded when used

    builder, token = EditedBuild(project, wanted, told), secrets.token_urlsafe(24)
    preview = Preview(builder, lambda: _places(project), sockets)
    preview.addition = builder.editing(by, token)
    return preview, f"{preview.address}#edit={token}"


def _places(project: Path) -> Iterator[Path]:
    """The folders whose files a build reads."""
    names = folders_of(project)
    yield from (project, project / names.articles, project / names.edits)
    for root in {project, default_theme()}:
        for top in (root / TEMPLATES, root / STATIC, root / PICTURES):
            yield from (Path(here) for here, _, _ in os.walk(top))
