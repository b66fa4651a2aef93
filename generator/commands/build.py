"""`dateline build`: a project's folder in, its site on disk out."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from generator.build import Built
from generator.cli import FINE, PROBLEMS
from generator.commands import options
from generator.commands.documented import Documented
from generator.commands.making import Wanted, built, given, make, recipe_for
from generator.edge.output import RefusedError, write_site
from generator.edge.progress import Progress, progress
from generator.edge.project import folders_of, misplaced, own_folder
from generator.edge.standing import Standing, Told
from generator.edge.terminal import counted, say
from generator.model import codes
from generator.model.diagnostic import Checked, Diagnostic, Location, Severity, tell
from generator.model.page import Output


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
    folder = output or project / folders_of(project).output
    with progress() as told:
        done = _standing(project, output, wanted, told, strict=strict)
    say(done.said, project, form, brief=True)
    failed = options.failed(done.said, strict=strict)
    if not done.summary:
        kept = "; the site is as it was before" if folder.exists() else ""
        click.echo(f"not built: {problems(done.said)}{kept}", err=form != "text")
        return PROBLEMS
    missing = failed and f"; not all is in it: {problems(tuple(each for each in done.said if each.severity is Severity.ERROR))}"
    where = click.format_filename(folder / "index.html")
    how = "nothing had changed, seen" if done.is_unchanged else "built"
    click.echo(f"{done.summary}, {how} in {time.perf_counter() - started:.1f} s: {where}{missing or ''}", err=form != "text")
    return PROBLEMS if failed else FINE


def _standing(project: Path, output: Path | None, wanted: Wanted, told: Progress, *, strict: bool) -> Told:
    """Build the site, unless it stands already as it would be built."""
    names = folders_of(project)
    folder = output or project / names.output
    if reason := misplaced(project, folder, names, named=output is not None):
        made = make(project, wanted, told)
        return Told((*made.diagnostics, tell(codes.BAD_PLACE, Location(str(folder)), None, folder=folder, reason=reason)), "")
    standing = Standing(project, folder, wanted.asked) if wanted.remember else None
    if standing and (found := standing.unread()):
        return _accepted(found, strict=strict)
    read = given(project, wanted)
    if read.value is None:
        return Told(read.diagnostics, "")
    if standing and (found := standing.unchanged(read.value.project, read.value.theme, read.diagnostics)):
        return _accepted(found, strict=strict)
    done = built(read.value, wanted, recipe_for(project, wanted, told), told)
    result = _written(
        project, folder, Checked(done.value, read.diagnostics + done.diagnostics), told, strict=strict, clean=not wanted.remember
    )
    if standing and result.summary and not any(each.code == codes.PROGRAM_FAILED for each in result.said):
        lasting = tuple(each for each in result.said if each.code != codes.LEFT_OVER)
        standing.keep(read.value.project, read.value.theme, read.diagnostics, replace(result, said=lasting))
    return result


def _accepted(found: Told, *, strict: bool) -> Told:
    """Return what the last build told, as the same build would under other demands."""
    return replace(found, summary="") if options.stopped(found.said, strict=strict) else found


def _written(project: Path, folder: Path, made: Checked[Built], told: Progress, *, strict: bool, clean: bool) -> Told:
    """Make the files of a site and write them; what is told has no summary where nothing stands for it on disk."""
    site = made.value.site
    if not site or options.stopped(made.diagnostics, strict=strict):
        return Told(made.diagnostics, "")

    def outputs() -> Iterator[Output]:
        yield from site.outputs()
        if options.stopped(made.diagnostics + site.said, strict=strict):
            raise RefusedError

    told.phase("writing the site")
    spare = None if clean else own_folder(project, "spare")
    done = write_site(folder, outputs(), spare=spare, clean=clean, durable=made.value.settings.fsync)
    return Told((*made.diagnostics, *site.said, *done.diagnostics), summary(made.value) if done.value is not None else "")


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
