"""`dateline export`: a format's name in, that export of the timeline out, as the site would hold it."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from generator.build import Built
from generator.commands import options
from generator.commands.build import problems, summary
from generator.commands.documented import Documented
from generator.commands.exits import FINE, PROBLEMS
from generator.commands.making import Wanted, make
from generator.edge.progress import progress
from generator.edge.terminal import say
from generator.edge.together import put_out
from generator.render.exports.annotations import web_annotations

FORMATS = {
    "json": "timeline.json",
    "csv": "timeline.csv",
    "ics": "timeline.ics",
    "atom": "feed.xml",
    "jsonfeed": "feed.json",
    "timelinejs": "timelinejs.json",
    "csl": "sources.json",
    "bibtex": "sources.bib",
    "annotations": "",
}
"""Format → the file of the site; annotations are made for this command alone."""


@click.command("export", cls=Documented, examples=("export csv my-story -o events.csv",))
@click.argument("form", metavar="FORMAT", type=click.Choice(list(FORMATS)))
@options.IN_PROJECT
@options.NAMED_PROJECT
@click.option(
    "-o", "--output", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Where to write it.  [default: standard output]"
)
@options.BASE_URL
@options.DRAFTS
@options.NOW
@options.WORKERS
@options.STRICT
def command(
    *,
    form: str,
    folder: Path | None,
    project: Path | None,
    output: Path | None,
    base_url: str | None,
    drafts: bool,
    now: date | None,
    workers: int | None,
    strict: bool,
) -> int:
    """Write one export of the timeline.

    FORMAT is json (the timeline with its evidence), csv, ics (calendar), atom, jsonfeed, timelinejs, csl or bibtex (the sources), or
    annotations (W3C Web Annotation, which the site does not hold). The bytes of the others are those of the site's own file.
    """
    project = options.one_project(folder, project)
    with progress() as told:
        made = make(project, Wanted(now=now, base_url=base_url, drafts=drafts, workers=workers), told)
        content = _content(form, made.value) if made.value is not None and made.value.site else None
        said = made.diagnostics + (made.value.site.said if made.value is not None else ())
    say(said, project)
    if made.value is None or content is None or options.stopped(said, strict=strict):
        click.echo(f"not exported: {problems(said)}", err=True)
        return PROBLEMS
    if output is None:
        sys.stdout.buffer.write(content)
        return PROBLEMS if options.failed(said, strict=strict) else FINE
    try:
        put_out(output, content)
    except OSError as error:
        click.echo(f"{output} cannot be written: {error.strerror}", err=True)
        return PROBLEMS
    click.echo(f"{click.format_filename(output)}: {summary(made.value)}", err=True)
    return PROBLEMS if options.failed(said, strict=strict) else FINE


def _content(form: str, built: Built) -> bytes | None:
    """Make an export, and nothing else of the site; None where it fails."""
    return web_annotations(built.timeline, built.settings) if form == "annotations" else built.site.get(FORMATS[form])
