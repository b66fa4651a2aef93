"""A project's folder in, its stages and a site still to be made out: what `build`, `serve`, `check` and `explain` do first.

Here the pure build meets the disk, and whatever computes for it.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from generator.build import Built, build, default_recipe, settings_of
from generator.commands.drafting import drafting
from generator.commands.parts import parting
from generator.commands.shrinking import shrinking
from generator.edge.archive import Archive
from generator.edge.files import Files
from generator.edge.progress import Progress
from generator.edge.project import read_project
from generator.edge.theme import read_theme
from generator.edge.workers import Local, Workers
from generator.model.diagnostic import Checked, Severity
from generator.model.event import Event
from generator.model.project import ArticleFiles, Project, Theme
from generator.model.settings import Settings
from generator.pipeline import Draft, Recipe

T = TypeVar("T")

_WORTH_A_POOL = 8
"""Batches of mentions below which starting processes costs more than it saves."""


@dataclass(frozen=True, slots=True)
class Beyond:
    """What lies beyond this machine: the workers of a cluster, the address of the articles, an archive of drafts."""

    cluster: Workers | None = None
    articles: str | None = None
    archive: Archive | None = None


ALONE = Beyond()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asks of a build."""

    now: date | None = None
    base_url: str | None = None
    drafts: bool = False
    workers: int | None = None
    remember: bool = True
    beyond: Beyond = ALONE

    @property
    def asked(self) -> str:
        """What of it a site depends on."""
        return repr((self.now, self.base_url, self.drafts, self.beyond.articles))

    @property
    def pool(self) -> Workers:
        """Who computes."""
        return self.beyond.cluster or Local(self.workers)


@dataclass(frozen=True, slots=True)
class Given:
    """What a build is made from."""

    project: Project
    theme: Theme
    settings: Settings


def given(folder: Path, wanted: Wanted, files: Files | None = None) -> Checked[Given | None]:
    """Read the project in *folder*; None when its settings cannot be read. *files* are those that were read before."""
    project, theme = read_project(folder, wanted.beyond.articles, files), read_theme(folder)
    settings = settings_of(project.value, base_url=wanted.base_url, publish_all=wanted.drafts)
    if any(each.severity is Severity.ERROR for each in settings.diagnostics):
        return Checked(None, project.diagnostics + settings.diagnostics)
    return Checked(Given(project.value, theme.value, settings.value), project.diagnostics + settings.diagnostics + theme.diagnostics)


def make(folder: Path, wanted: Wanted, told: Progress | None = None, recipe: Recipe | None = None) -> Checked[Built | None]:
    """Read the project in *folder* and build its site, of which nothing is made yet; None when its settings cannot be read.

    *recipe* is a :func:`recipe_for` that was used before, and remembers.
    """
    read = given(folder, wanted)
    if read.value is None:
        return Checked(None, read.diagnostics)
    done = built(read.value, wanted, recipe or recipe_for(folder, wanted, told), told)
    return Checked(done.value, read.diagnostics + done.diagnostics)


def built(read: Given, wanted: Wanted, recipe: Recipe, told: Progress | None = None) -> Checked[Built]:
    """Build what was read."""
    return build(read.project, read.theme, read.settings, now=wanted.now, recipe=phased(recipe, told))


def recipe_for(folder: Path, wanted: Wanted, told: Progress | None = None) -> Recipe:
    """Return the chain as it is shipped, with the memory of this project's parts, drafts and pictures; a cluster merges the reports too."""
    from generator.render.site import render  # noqa: PLC0415 - loaded when used

    beyond = wanted.beyond
    drafts = drafting(folder, wanted.pool, beyond.archive, told, remember=wanted.remember)
    part = parting(folder, remember=wanted.remember, workers=wanted.workers, told=told)
    shrink = shrinking(folder, remember=wanted.remember)
    corefer: Callable[..., tuple[Event, ...]] = default_recipe().corefer
    spread = partial(_sent, beyond.cluster) if beyond.cluster else partial(_shared, wanted.workers)
    return replace(
        default_recipe(), drafts=drafts, part=part, corefer=partial(corefer, spread=spread), render=partial(render, shrink=shrink)
    )


def _sent(cluster: Workers, function: Callable[[Any], T], batches: Sequence[Any]) -> Iterator[T]:
    """Give the batches of a step to a cluster, each with no more than it needs."""
    return cluster(function, [each.alone() for each in batches])


def _shared(workers: int | None, function: Callable[[Any], T], batches: Sequence[Any]) -> Iterator[T]:
    """Give the batches of a step to the processes of this machine, which inherit all that there is; only places travel, and results."""
    return Local(workers, _WORTH_A_POOL)(lambda place: function(batches[place]), range(len(batches)))


def settling(recipe: Recipe) -> Recipe:
    """Return the recipe for a process that builds once: of drafts only what later steps use is held.

    What was made stays, so the garbage collector need not walk it in later steps.
    """

    def slim(articles: tuple[ArticleFiles, ...], settings: Settings, recipe_: Recipe) -> Iterator[Checked[Draft | None]]:
        for made in recipe.drafts(articles, settings, recipe_):
            yield replace(made, value=replace(made.value, sentences=(), timexes=())) if made.value else made

    def settled(step: Callable[..., T]) -> Callable[..., T]:
        def work(*given: Any) -> T:
            gc.freeze()
            return step(*given)

        return work

    return replace(
        recipe,
        drafts=slim,
        corefer=settled(recipe.corefer),
        lay=settled(recipe.lay),
        plan=settled(recipe.plan),
        render=settled(recipe.render),
    )


def phased(recipe: Recipe, told: Progress | None) -> Recipe:
    """Return the recipe with its longer steps named while they are done."""

    def named(name: str, step: Callable[..., T]) -> Callable[..., T]:
        def work(*given: Any) -> T:
            if told:
                told.phase(name)
            return step(*given)

        return work

    return replace(
        recipe,
        corefer=named("merging the reports of the same events", recipe.corefer),
        lay=named("laying the edits over the events", recipe.lay),
        plan=named("planning the pages", recipe.plan),
    )
