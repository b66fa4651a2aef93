"""`dateline picture`: files or addresses in, pictures of the project out, with what an edit says of each, to be filled in.

A picture is taken only because somebody asks for it by its address: what a page offers for sharing is its publisher's.
"""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import FINE, PROBLEMS
from generator.commands.documented import Documented
from generator.desk.writing import quoted
from generator.edge.fetch import fetch
from generator.edge.picture_folder import keep, name_of
from generator.edge.terminal import say
from generator.model.codes import BAD_PICTURE, CANNOT_READ
from generator.model.diagnostic import Checked, Location, tell
from generator.render.pictures import FORMATS, measured

_KINDS = tuple(f"image/{name.lower()}" for name in FORMATS)


@click.command("picture", cls=Documented, examples=("picture quay.jpg --alt 'The quay, under water' --credit 'A. Example'",))
@click.argument("sources", nargs=-1, required=True, metavar="FILE|URL…")
@click.option(
    "--project", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path), help="The project's folder.  [default: .]"
)
@click.option("--alt", default="", metavar="TEXT", help="What is to be seen, for those who do not see it.")
@click.option("--credit", default="", metavar="TEXT", help="Whose it is.")
def command(*, sources: tuple[str, ...], project: Path, alt: str, credit: str) -> int:
    """Take pictures into the project, for events to show.

    Each is put into pictures/ as it is, and what an edit needs to say of it is printed: a picture is shown where an edit names it, with
    what is to be seen and whose it is. See that you may publish it.
    """
    failed = False
    for source in sources:
        kept = _kept(source, project)
        say(kept.diagnostics, project)
        failed = failed or kept.value is None
        if kept.value is not None:
            click.echo(f"[[set.media]]\nfile = {quoted(kept.value)}\nalt = {quoted(alt)}\ncredit = {quoted(credit)}\n")
    return PROBLEMS if failed else FINE


def _kept(source: str, project: Path) -> Checked[str | None]:
    """Put one picture into the project; return its name, or None and why it cannot be used."""
    content = _content(source)
    if content.value is None:
        return Checked(None, content.diagnostics)
    size = measured(content.value)
    if isinstance(size, str):
        return Checked(None, (tell(BAD_PICTURE, Location(source), file=source, reason=size),))
    try:
        return Checked(keep(project, name_of(source, size.ending), content.value))
    except OSError as error:
        return Checked(None, (tell(CANNOT_READ, Location("pictures"), reason=error.strerror),))


def _content(source: str) -> Checked[bytes | None]:
    if source.lower().startswith(("http://", "https://")):
        found = fetch(source, kinds=_KINDS)
        return Checked(found.value.content if found.value else None, found.diagnostics)
    try:
        return Checked(Path(source).read_bytes())
    except OSError as error:
        return Checked(None, (tell(CANNOT_READ, Location(source), reason=error.strerror),))
