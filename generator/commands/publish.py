"""`dateline publish`: a project's folder in, its site at a host out. What was once published keeps an address for ever."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from uuid import uuid4

import click

from generator.build import Built, with_permalinks
from generator.commands import options
from generator.commands.build import problems, summary
from generator.commands.documented import Documented
from generator.commands.exits import FINE, PROBLEMS
from generator.commands.making import Wanted, make, recipe_for
from generator.edge.hosts.claims import Cargo
from generator.edge.hosts.host import HostError
from generator.edge.hosts.manifest import Owner
from generator.edge.hosts.shipping import Shipped, reason, ship
from generator.edge.hosts.targets import host_of
from generator.edge.output import write_site
from generator.edge.plain import content_of
from generator.edge.progress import Progress, progress
from generator.edge.project import PERMALINKS, folders_of, is_project, misplaced
from generator.edge.terminal import counted, say
from generator.edge.together import put_in_place
from generator.model import codes
from generator.model.diagnostic import Checked, Diagnostic, Location, tell
from generator.model.failure import contained
from generator.model.page import Output
from generator.model.permalink import Permalinks, Publication
from generator.model.project import File
from generator.model.settings import PUBLISH_TO

_HELP = f"""Build the site and put it where readers find it.

TARGET is a folder, or written {PUBLISH_TO}; without one, publish_to in timeline.toml counts.
Only what changed is uploaded, and only what an earlier publish put there is deleted. With an error in the input nothing is
published; nor is anything put over another project's timeline, or an empty timeline over one that holds events. An event's address stays
good for ever: permalinks.json, which belongs under version control, remembers it.
"""
_MANY = 20
"""How many paths a dry run lists of each kind before it only counts the rest."""


@click.command(
    "publish", cls=Documented, help=_HELP, examples=("publish ../www my-story", "publish git:origin#gh-pages my-story --dry-run")
)
@click.argument("target", required=False, metavar="[TARGET]")
@options.IN_PROJECT
@options.NAMED_PROJECT
@click.option("-n", "--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@click.option("--overwrite", is_flag=True, help="Replace what stands at the target, whosever it is, even by an empty timeline.")
@options.BASE_URL
@options.NOW
@options.WORKERS
@options.STRICT
@options.FORMAT
def command(
    *,
    target: str | None,
    folder: Path | None,
    project: Path | None,
    dry_run: bool,
    overwrite: bool,
    base_url: str | None,
    now: date | None,
    workers: int | None,
    strict: bool,
    form: str,
) -> int:
    """Build the site and put it where readers find it."""
    if target and folder is None and project is None and is_project(Path(target)):
        folder, target = Path(target), None
    if target and folder and is_project(Path(target)) and not is_project(folder):
        raise click.UsageError(f"the target comes first: dateline publish {folder} {target}")
    home = options.one_project(folder, project)
    named = _place(target) if target else ""
    with progress() as told:
        wanted = Wanted(now=now, base_url=base_url, workers=workers)
        made = _made(home, wanted, now or datetime.now(UTC).date(), told)
    say(made.diagnostics, home, form)
    if made.value is None or options.failed(made.diagnostics, strict=strict):
        click.echo(f"not published: {problems(made.diagnostics)}", err=form != "text")
        return PROBLEMS
    release = made.value
    where = named or _from_settings(release.built.settings.publish_to)
    if not where:
        raise click.UsageError(f"nowhere to publish to: name a target, or publish_to in timeline.toml ({PUBLISH_TO})")
    done = contained(partial(_published, release, where, home, dry_run=dry_run, overwrite=overwrite), None, Location(where))
    say(done.diagnostics, home, form)
    if done.value is None:
        click.echo(f"not published: {problems(done.diagnostics)}", err=form != "text")
        return PROBLEMS
    for line in _told(release, done.value, where, dry_run=dry_run):
        click.echo(line, err=form != "text")
    return PROBLEMS if options.failed(done.diagnostics, strict=False) else FINE


def _place(target: str) -> str:
    """Return a target as hosts take it: a path without a scheme is a folder, seen from where the command is given."""
    place = target if ":" in target else f"folder:{Path(target).expanduser().resolve()}"
    try:
        host_of(place)
    except HostError as error:
        raise click.UsageError(str(error)) from error
    return place


def _from_settings(target: str) -> str:
    """Return a target of the settings as hosts take it: a path without a scheme is a folder, seen from the project."""
    return target if ":" in target or not target else f"folder:{target}"


@dataclass(frozen=True, slots=True)
class Shipment:
    """A site that is ready to be published, its permalinks as they are then, and what changes for readers."""

    built: Built
    outputs: tuple[Output, ...]
    permalinks: Permalinks
    news: Publication | None
    before: Permalinks
    """As they are in the project until it is published."""

    @property
    def is_first(self) -> bool:
        """Whether nothing of the project was published before."""
        return not self.before.events


def _made(project: Path, wanted: Wanted, day: date, told: Progress) -> Checked[Shipment | None]:
    """Build the site; when it has news, with the news in its log, as every later build will have them."""
    recipe = recipe_for(project, wanted, told)
    made = make(project, wanted, told, recipe)
    if made.value is None or not made.value.site:
        return Checked(None, made.diagnostics)
    from generator.read.permalinks import written  # noqa: PLC0415 - loaded when used
    from generator.weave.permalinks import published, with_pages  # noqa: PLC0415

    built, before = made.value, made.value.timeline.published
    after = replace(published(built.timeline, before, day), project=before.project or uuid4().hex)
    news = after.publications[-1] if len(after.publications) > len(before.publications) else None
    if news:
        built = with_permalinks(built, File(PERMALINKS, written(after)), recipe).value
    outputs = built.site.whole()
    said = (*made.diagnostics, *outputs.diagnostics, *_warnings(built))
    return Checked(Shipment(built, outputs.value, with_pages(after, _kept_pages(built)), news, before), said)


def _kept_pages(built: Built) -> Iterator[str]:
    """Name the pages, besides those of events, whose addresses readers may keep."""
    from generator.read.permalinks import is_page  # noqa: PLC0415 - loaded when used

    return (path for path in built.site if is_page(path) and not path.startswith("event/"))


def _warnings(built: Built) -> Iterator[Diagnostic]:
    events = built.timeline.events
    unchecked = sum(not event.checked for event in events)
    if unchecked:
        yield tell(codes.UNCHECKED, None, 'check them in the preview, or set publish = "checked"', unchecked=unchecked, all=len(events))
    if not built.settings.base_url:
        yield tell(codes.NO_BASE_URL, Location("timeline.toml"), 'base_url = "https://example.org/timeline/"')


def _published(release: Shipment, target: str, project: Path, *, dry_run: bool, overwrite: bool) -> Checked[Shipped | None]:
    """Write the site where builds are written, ship it, and remember its addresses when that went well."""
    try:
        host, address = host_of(target)
        output = project / folders_of(project).output
        at_home = target.startswith("folder:") and os.path.realpath(project / Path(address).expanduser()) == os.path.realpath(output)
        with host(address, project) as place:
            ready = partial(_ready, release, project, output)
            done = ship(place, _cargo(release, target, at_home=at_home), dry_run=dry_run, overwrite=overwrite, ready=ready)
    except HostError as error:
        return Checked(None, (tell(codes.CANNOT_PUBLISH, target=target, reason=reason(error)),))
    if done.value is None or dry_run:
        return done
    return Checked(done.value, _remembered(release.permalinks, project, "the site is published; publish again to have its addresses kept"))


def _cargo(release: Shipment, target: str, *, at_home: bool) -> Cargo:
    return Cargo(
        {each.path: each.content for each in release.outputs},
        target,
        _line(release),
        Owner(release.permalinks.project, release.built.settings.title),
        is_first=release.is_first and not release.before.project,
        is_empty=not release.built.timeline.events,
        at_home=at_home,
    )


def _ready(release: Shipment, project: Path, output: Path) -> tuple[Diagnostic, ...]:
    """Write the site where builds are written, and the project's id: a publish that breaks off is known for its own by the next one."""
    names = folders_of(project)
    if why := misplaced(project, output, names, named=False):
        return (tell(codes.BAD_PLACE, Location(names.output), None, folder=names.output, reason=why),)
    local = write_site(output, release.outputs, durable=release.built.settings.fsync)
    if local.value is None:
        return local.diagnostics
    return () if release.before.project else _remembered(replace(release.before, project=release.permalinks.project), project)


def _remembered(links: Permalinks, project: Path, hint: str | None = None) -> tuple[Diagnostic, ...]:
    """Write permalinks.json, whole or not at all, when it has changed; say why where that cannot be."""
    from generator.read.permalinks import written  # noqa: PLC0415 - loaded when used

    path, content = project / PERMALINKS, written(links)
    try:
        if not path.exists() or content_of(path) != content:
            put_in_place(path, content)
    except OSError as error:
        return (tell(codes.CANNOT_WRITE, Location(PERMALINKS), hint, folder=path, reason=error.strerror or error),)
    return ()


def _line(release: Shipment) -> str:
    """Return the line for the log of a host that keeps one."""
    return f"Publish “{release.built.settings.title}”: {_news(release)}"


def _news(release: Shipment) -> str:
    """Say what changes for readers: "2 events new, 1 changed, 1 gone"."""
    news = release.news
    if news is None:
        return "no event has changed"
    counts = [(len(news.new), "new"), (len({each.id for each in news.changed}), "changed"), (len(news.gone), "gone")]
    (first, what), *rest = [each for each in counts if each[0]]
    return ", ".join([f"{counted(first, 'event')} {what}", *(f"{number:,} {other}" for number, other in rest)])


def _told(release: Shipment, shipped: Shipped, target: str, *, dry_run: bool) -> Iterator[str]:
    """Say what was done, in the last line; of a dry run, what would be, path by path."""
    if dry_run:
        yield from _listed("upload", shipped.put)
        yield from _listed("delete", shipped.removed)
    first = "nothing of it was published before" if dry_run else "first published"
    news = first if release.is_first else f"since the last time: {_news(release)}"
    yield f"{summary(release.built)}; {news}"
    would = "would be " if dry_run else ""
    done = [f"{counted(len(shipped.put), 'file')} {would}uploaded", f"{len(shipped.removed):,} deleted", f"{shipped.kept:,} as they were"]
    yield f"{target}: {', '.join(done)}"


def _listed(what: str, paths: tuple[str, ...]) -> Iterator[str]:
    yield from (f"{what} {path}" for path in paths[:_MANY])
    if len(paths) > _MANY:
        yield f"{what} … and {len(paths) - _MANY:,} more"
