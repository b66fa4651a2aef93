"""`dateline check`: a project's folder in, everything that is wrong or doubtful about it out. Writes nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.build import Built, shows_only_checked
from generator.commands import options
from generator.commands.build import problems, summary
from generator.commands.documented import Documented
from generator.commands.exits import FINE, PROBLEMS
from generator.commands.making import Wanted, make
from generator.edge.progress import progress
from generator.edge.terminal import say


@click.command("check", cls=Documented, examples=("check my-story", "check my-story --format github   # annotations in a pull request"))
@options.PROJECT
@options.NOW
@options.STRICT
@options.WORKERS
@options.FORMAT
def command(*, project: Path, now: date | None, strict: bool, workers: int | None, form: str) -> int:
    """Say what is wrong or doubtful, and write nothing.

    An error costs what it is in, or the whole site where it is in its settings; warnings are worth a look; notes only inform. `dateline
    explain CODE` says more about each.
    """
    with progress() as told:
        made = make(project, Wanted(now=now, drafts=True, workers=workers), told)
        said = made.diagnostics + (made.value.site.whole().diagnostics if made.value else ())
    say(said, project, form)
    held = f"{summary(made.value)}{_left_out(made.value)}: " if made.value is not None and made.value.drafts else ""
    click.echo(f"{held}{problems(said)}", err=form != "text")
    return PROBLEMS if options.failed(said, strict=strict) else FINE


def _left_out(made: Built) -> str:
    """Say that the site does not hold what is unchecked, which is looked at here all the same."""
    unchecked = sum(not event.checked for event in made.timeline.events)
    return "; publish = “checked” leaves the unchecked ones out of the site" if unchecked and shows_only_checked(made) else ""
