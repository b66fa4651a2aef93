"""A project's folder in, a preview's site out: builds that keep what did not change, and make pages when they are asked for.

So a save shows at once however many articles there are: drafts, coreference and the reading of edits are kept by their input, and of the
site only the pages that someone looks at are rendered. What is shown is what `dateline build` would write.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import click

from generator.build import Built, build, default_recipe, settings_of
from generator.commands.build import summary
from generator.commands.making import Wanted, drafting, phased, remembering
from generator.commands.parts import parting
from generator.edge.preview import Shown
from generator.edge.preview_pages import problem_html, problem_page
from generator.edge.progress import Progress
from generator.edge.project import read_project
from generator.edge.terminal import ordered, say
from generator.edge.theme import read_theme
from generator.model.diagnostic import Checked, Diagnostic, Severity
from generator.model.edit import Edit
from generator.model.event import Timeline
from generator.model.page import Output, Page
from generator.model.project import File, Project, Theme
from generator.model.settings import Settings
from generator.pipeline import Recipe
from generator.render.exports import exports
from generator.render.site import page_of, pictures, stylesheets
from generator.render.templates import environment


class Site(Mapping[str, bytes]):
    """The files of a site, each made when it is first asked for."""

    def __init__(
        self, pages: tuple[Page, ...], timeline: Timeline, settings: Settings, theme: Theme, *, folder: Path, before: Site | None
    ) -> None:
        """Take what the site's renderer takes.

        *folder* is the project's, for naming what is wrong; of the site *before*, the templates are used again if they are the same.
        """
        self._pages = {page.path: page for page in pages}
        self._given = (timeline, settings, theme)
        self._folder = folder
        self.is_tried = before is not None and not before.said and before._given[2] == theme  # noqa: SLF001 - another of this class
        self._environment: Any = before._environment if before is not None and self.is_tried else environment(theme)  # noqa: SLF001 - likewise
        self._made: dict[str, bytes] = dict(theme.static)
        self._sheets = stylesheets(pages, settings) | pictures(pages, settings)
        self.said: dict[Diagnostic, None] = {}

    @cached_property
    def _exports(self) -> dict[str, bytes]:
        timeline, settings, _ = self._given
        made = exports(timeline, settings, tuple(self._pages.values()))
        self.said.update(dict.fromkeys(made.diagnostics))
        return {each.path: each.content for each in made.value}

    def one_of_each_kind(self) -> None:
        """Make the first page of every template, so that a template that fails is told at once."""
        for page in {page.template: page for page in reversed(self._pages.values())}.values():
            self.get(page.path)

    def __getitem__(self, path: str) -> bytes:
        """Return a file; a page whose template fails is told in ``said``, and says so itself."""
        if path not in self._made:
            if path in self._sheets:
                self._made[path] = self._sheets[path]()
            elif path in self._pages:
                self._made[path] = self._page(self._pages[path])
            else:
                self._made[path] = self._exports[path]
        return self._made[path]

    def _page(self, page: Page) -> bytes:
        result = page_of(page, self._environment, *self._given)
        self.said.update(dict.fromkeys(result.diagnostics))
        return problem_page(problem_html(result.diagnostics, self._folder)).encode() if result.value is None else result.value

    def __contains__(self, path: object) -> bool:
        """Tell whether there is such a file, without making it."""
        return path in self._made or path in self._pages or path in self._sheets or path in self._exports

    def __iter__(self) -> Iterator[str]:
        """Name every file."""
        return iter(sorted({*self._made, *self._pages, *self._sheets, *self._exports}))

    def __bool__(self) -> bool:
        """Tell whether there is a site, without making it."""
        return bool(self._pages)

    def __len__(self) -> int:
        """Count the files."""
        return len(list(iter(self)))


@dataclass(slots=True)
class Kept:
    """What the steps of the last build were given and returned."""

    events: tuple[Any, Any] = ((), ())
    edits: dict[File, Checked[Edit | None]] = field(default_factory=dict)
    laid: tuple[Any, ...] = ()
    planned: tuple[tuple[Page, ...], Timeline, Settings, Theme] | None = None


def _settle() -> None:
    """Take what the first build made out of the garbage collector's rounds: it stays, and walking it took a third of every later build."""
    gc.collect()
    gc.freeze()


class PreviewBuild:
    """A build that the preview repeats. Called in one thread only."""

    def __init__(self, folder: Path, wanted: Wanted, told: Progress | None = None) -> None:
        """*folder* is the project's."""
        self.folder = folder.resolve()
        self.kept = Kept()
        self.read: tuple[Project, Theme] | None = None
        self._wanted = wanted
        self._progress = told
        self._drafter = remembering(drafting(folder, wanted, told))
        self._part = parting(folder, remember=wanted.remember)
        self._shown = Shown({})
        self._told: frozenset[Diagnostic] = frozenset()

    def __call__(self) -> Shown:
        """Build what is on disk now; the same value as before when nothing has changed."""
        started = time.perf_counter()
        project, theme = read_project(self.folder), read_theme(self.folder)
        if self.read == (project.value, theme.value):
            return self._shown
        self.read = (project.value, theme.value)
        settings = settings_of(project.value, base_url=self._wanted.base_url, publish_all=self._wanted.drafts)
        said = project.diagnostics + theme.diagnostics + settings.diagnostics
        made: Built | None = None
        if not any(each.severity is Severity.ERROR for each in settings.diagnostics):
            done = build(project.value, theme.value, settings.value, now=self._wanted.now, recipe=phased(self._recipe(), self._progress))
            made, said = done.value, said + done.diagnostics
        site = self._shown.files
        if made is not None and made.drafts and self.kept.planned:
            before = site if isinstance(site, Site) else None
            site = Site(*self.kept.planned, folder=self.folder, before=before)
            if not site.is_tried:
                site.one_of_each_kind()
            if before is None:
                _settle()
            said += tuple(site.said)
            self.built(project.value, made, done.diagnostics)
        self._say(said, f"{summary(made)}, built in {time.perf_counter() - started:.2f} s" if made is not None and made.drafts else "")
        errors = tuple(each for each in ordered(said) if each.severity is Severity.ERROR)
        if isinstance(site, Site) and site.said:
            site = self._shown.files or site  # a template fails: the last whole site stays below
        self._shown = Shown(site, problem_html(errors, self.folder))
        return self._shown

    def _say(self, said: tuple[Diagnostic, ...], built: str) -> None:
        """Print what was built, and what is to be said of it that was not said at the last build."""
        if self._progress:
            self._progress.end()
        if built:
            click.echo(built)
        say([each for each in said if each not in self._told], self.folder, brief=True)
        self._told = frozenset(said)

    def built(self, project: Project, made: Built, said: tuple[Diagnostic, ...]) -> None:
        """Take note of a build that came to a site; here there is nothing to note."""

    def _recipe(self) -> Recipe:
        shipped, kept = default_recipe(), self.kept

        def corefer(*given: Any) -> Any:
            if kept.events[0] != given:
                kept.events = (given, shipped.corefer(*given))
            return kept.events[1]

        def read_edit(file: File) -> Checked[Edit | None]:
            if file not in kept.edits:
                kept.edits[file] = shipped.read_edit(file)
            return kept.edits[file]

        def lay(*given: Any) -> Checked[Timeline]:
            kept.laid = given
            return shipped.lay(*given)

        def render(*given: Any) -> Checked[tuple[Output, ...]]:
            kept.planned = given
            return Checked(())

        return replace(shipped, part=self._part, drafts=self._drafter, corefer=corefer, read_edit=read_edit, lay=lay, render=render)
