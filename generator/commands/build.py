"""`dateline build`: a project's folder in, its site on disk out."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import click

from generator.build import Built
from generator.cli import FINE, PROBLEMS
from generator.commands import options
from generator.commands.documented import Documented
from generator.commands.making import Wanted, make
from generator.edge.output import write_site
from generator.edge.progress import progress
from generator.edge.project import folders_of, misplaced, own_folder
from generator.edge.terminal import counted, say
from generator.model import codes
from generator.model.diagnostic import Diagnostic, Location, Severity, tell


@click.command("build", cls=Documented, examples=("build my-story", "build my-story --now 2021-12-08 --strict"))
@options.PROJECT
@click.option("-o", "--output", metavar="DIR", type=click.Path(file_okay=False, path_type=Path), help="Where to write the site.")
@options.BASE_URL
@options.DRAFTS
@options.NOW
@click.option("--clean", is_flag=True, help="Remove files from the output that no build put there, and ask no memory.")
@options.WORKERS
@options.STRICT
@options.FORMAT
def command(
    *,
    project: Path,
    output: Path | None,
    base_url: str | None,
    drafts: bool,
    now: date | None,
    clean: bool,
    workers: int | None,
    strict: bool,
    form: str,
) -> int:
    """Build the timeline's site.

    PROJECT is a folder with a timeline.toml, or simply a folder of articles (.txt, .md, .html). An article or edit that cannot be used
    is named and left out, the rest is built, and the exit code is 1; --strict builds nothing then. The site replaces an earlier one at
    once or not at all.
    """
    started = time.perf_counter()
    wanted = Wanted(now=now, base_url=base_url, drafts=drafts, workers=workers, remember=not clean)
    with progress() as told:
        made = make(project, wanted, told)
        said = made.diagnostics
        names = folders_of(project)
        folder = output or project / names.output
        written = None
        if reason := misplaced(project, folder, names, named=output is not None):
            said += (tell(codes.BAD_PLACE, Location(str(folder)), None, folder=folder, reason=reason),)
        if made.value is not None and made.value.outputs and not options.stopped(said, strict=strict):
            told.phase("writing the site")
            spare = None if clean else own_folder(project, "spare")
            done = write_site(folder, made.value.outputs, spare=spare, clean=clean, durable=made.value.settings.fsync)
            said += done.diagnostics
            written = done.value
    say(said, project, form, brief=True)
    failed = options.failed(said, strict=strict)
    if made.value is None or written is None:
        kept = "; the site is as it was before" if folder.exists() else ""
        click.echo(f"not built: {problems(said)}{kept}", err=form != "text")
        return PROBLEMS
    missing = failed and f"; not all is in it: {problems(tuple(each for each in said if each.severity is Severity.ERROR))}"
    where = click.format_filename(folder / "index.html")
    click.echo(f"{summary(made.value)}, built in {time.perf_counter() - started:.1f} s: {where}{missing or ''}", err=form != "text")
    return PROBLEMS if failed else FINE


def summary(built: Built) -> str:
    """Say what a timeline holds: "11 events from 2 sources, 3 not checked"."""
    events = built.timeline.events
    unchecked = sum(not event.checked for event in events)
    hidden = sum(not event.shown for event in events)
    parts = [f"{counted(len(events), 'event')} from {counted(len(built.drafts), 'source')}"]
    parts += [f"{unchecked:,} not checked"] if unchecked else []
    parts += [f"{hidden:,} of less weight left off the timeline"] if hidden else []
    return ", ".join(parts)


def problems(said: tuple[Diagnostic, ...]) -> str:
    """Say how many errors, warnings and notes there are."""
    found = [each.severity for each in dict.fromkeys(said)]
    parts = [counted(found.count(each), each.value) for each in Severity if each in found]
    return ", ".join(parts) or "nothing to say"
