"""`dateline picture`: files or addresses in, pictures of the project out, with what an edit says of each, to be filled in.

A picture is taken only because somebody asks for it by its address: what a page offers for sharing is its publisher's.
"""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.documented import Documented
from generator.commands.exits import FINE, PROBLEMS
from generator.commands.picturing import kept
from generator.desk.writing import quoted
from generator.edge.terminal import say


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
        picture = kept(source, project)
        say(picture.diagnostics, project)
        failed = failed or picture.value is None
        if picture.value is not None:
            click.echo(f"[[set.media]]\nfile = {quoted(picture.value)}\nalt = {quoted(alt)}\ncredit = {quoted(credit)}\n")
    return PROBLEMS if failed else FINE
