"""`dateline build`: a project's folder in, its site on disk out."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter
from pathlib import Path

import click

from generator.build import Built
from generator.commands import options
from generator.commands.clustered import beyond
from generator.commands.documented import Documented
from generator.commands.exits import FINE, PROBLEMS
from generator.commands.making import Wanted, built, given, make, recipe_for, settling
from generator.edge.output import MANIFEST, OutputRefusedError, write_site
from generator.edge.progress import Progress, progress
from generator.edge.project import folders_of, misplaced, own_folder
from generator.edge.standing import BuildReport, Standing
from generator.edge.terminal import counted, say
from generator.edge.workers import Local
from generator.model import codes
from generator.model.diagnostic import Checked, Diagnostic, Location, Severity, tell
from generator.model.page import Output

_WORTH_A_POOL = 500
"""Files of a site below which starting processes costs more than it saves (measured on two cores)."""


@click.command("build", cls=Documented, examples=("build my-story", "build my-story --now 2021-12-08 --strict"))
@options.PROJECT
@click.option("-o", "--output", metavar="DIR", type=click.Path(file_okay=False, path_type=Path), help="Where to write the site.")
@options.BASE_URL
@options.DRAFTS
@options.NOW
@click.option("--clean", is_flag=True, help="Remove files from the output that no build put there, and ask no memory.")
@options.WORKERS
@click.option("--scheduler", metavar="ADDRESS", help="Let a dask cluster read the articles and merge the reports: tcp://HOST:PORT.")
@click.option("--articles", metavar="ADDRESS", help="Take the articles from there: s3://BUCKET/FOLDER, file:///FOLDER.")
@click.option("--archive", metavar="ADDRESS", help="Keep drafts and mentions there as Parquet by day, instead of in the memory.")
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
    scheduler: str | None,
    articles: str | None,
    archive: str | None,
    strict: bool,
    form: str,
) -> int:
    """Build the timeline's site.

    PROJECT is a folder with a timeline.toml, or simply a folder of articles (.txt, .md, .html). An article or edit that cannot be used
    is named and left out, the rest is built, and the exit code is 1; --strict builds nothing then. The site replaces an earlier one at
    once or not at all. docs/clusters.md says when a cluster pays, and how to run one.
    """
    started = time.perf_counter()
    folder = output or project / folders_of(project).output
    with progress() as told, beyond(scheduler, articles, archive) as far:
        wanted = Wanted(now=now, base_url=base_url, drafts=drafts, workers=workers, remember=not clean, beyond=far)
        done = _standing(_Job(project, folder, wanted, told, strict), named=output is not None)
    say(done.said, project, form, brief=True)
    failed = options.failed(done.said, strict=strict)
    if not done.summary:
        kept = f"; {'the site' if (folder / MANIFEST).exists() else 'what is there'} is as it was before" if folder.exists() else ""
        click.echo(f"not built: {problems(done.said)}{kept}", err=form != "text")
        return PROBLEMS
    missing = failed and f"; not all is in it: {problems(tuple(each for each in done.said if each.severity is Severity.ERROR))}"
    where, how = click.format_filename(folder / "index.html"), "nothing had changed, seen" if done.is_unchanged else "built"
    click.echo(f"{done.summary}, {how} in {time.perf_counter() - started:.1f} s: {where}{missing or ''}", err=form != "text")
    return PROBLEMS if failed else FINE


@dataclass(frozen=True, slots=True)
class _Job:
    """What is to be built, and where."""

    project: Path
    folder: Path
    wanted: Wanted
    told: Progress
    strict: bool

    def stopped(self, said: tuple[Diagnostic, ...]) -> bool:
        return options.stopped(said, strict=self.strict)


def _standing(job: _Job, *, named: bool) -> BuildReport:
    """Build the site, unless it stands already as it would be built."""
    project, wanted = job.project, job.wanted
    if reason := misplaced(project, job.folder, folders_of(project), named=named):
        said = tell(codes.BAD_PLACE, Location(str(job.folder)), None, folder=job.folder, reason=reason)
        return BuildReport((*make(project, wanted, job.told).diagnostics, said), "")
    standing = Standing(project, job.folder, wanted.asked) if wanted.remember else None
    if standing and not wanted.beyond.articles and (found := standing.unread()):
        return _accepted(job, found)
    read = given(project, wanted)
    if read.value is None:
        return BuildReport(read.diagnostics, "")
    if standing and (found := standing.unchanged(read.value.project, read.value.theme, read.diagnostics)):
        return _accepted(job, found)
    done = built(read.value, wanted, settling(recipe_for(project, wanted, job.told)), job.told)
    result = _written(job, Checked(done.value, read.diagnostics + done.diagnostics))
    if standing and result.summary and not any(each.code == codes.PROGRAM_FAILED for each in result.said):
        lasting = tuple(each for each in result.said if each.code != codes.LEFT_OVER)
        standing.keep(read.value.project, read.value.theme, read.diagnostics, replace(result, said=lasting))
    return result


def _accepted(job: _Job, found: BuildReport) -> BuildReport:
    """Return what the last build told, as the same build would under other demands."""
    return replace(found, summary="") if job.stopped(found.said) else found


def _written(job: _Job, made: Checked[Built]) -> BuildReport:
    """Make the files of a site and write them; what is told has no summary where nothing stands for it on disk."""
    site, wanted = made.value.site, job.wanted
    if not site or job.stopped(made.diagnostics):
        return BuildReport(made.diagnostics, "")

    def outputs() -> Iterator[Output]:
        for done, output in enumerate(site.outputs(Local(wanted.workers, worth=_WORTH_A_POOL))):
            job.told.count("making the pages", done, len(site))
            yield output
        if job.stopped(made.diagnostics + site.said):
            raise OutputRefusedError
        job.told.phase("writing the site")

    spare = own_folder(job.project, "spare") if wanted.remember else None
    done = write_site(job.folder, outputs(), spare=spare, clean=not wanted.remember, durable=made.value.settings.fsync)
    return BuildReport((*made.diagnostics, *site.said, *done.diagnostics), summary(made.value) if done.value is not None else "")


def summary(built: Built) -> str:
    """Say what a timeline holds: "11 events from 2 sources, 3 not checked"."""
    events = built.timeline.events
    seen = Counter(map(attrgetter("checked", "shown"), events))
    unchecked = sum(count for (checked, _), count in seen.items() if not checked)
    hidden = sum(count for (_, shown), count in seen.items() if not shown)
    addresses = {address for event in events if event.added or event.editors for address in event.addresses}  # no program found any
    parts = [f"{counted(len(events), 'event')} from {counted(len(built.drafts) + len(addresses), 'source')}"]
    parts += [f"{unchecked:,} not checked"] if unchecked else []
    parts += [f"{hidden:,} of less weight left off the timeline"] if hidden else []
    return ", ".join(parts)


def problems(said: tuple[Diagnostic, ...]) -> str:
    """Say how many errors, warnings and notes there are."""
    found = [each.severity for each in dict.fromkeys(said)]
    parts = [counted(found.count(each), each.value) for each in Severity if each in found]
    return ", ".join(parts) or "nothing to say"
