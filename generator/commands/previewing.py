"""A project's folder in, what a preview shows out: built again at every change, with all that did not change remembered.

Of the site only the pages that someone looks at are made. What is shown is what `dateline build` would write.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Collection
from pathlib import Path

import click

from generator.build import Built
from generator.commands.build import summary
from generator.commands.making import Given, Wanted, built, given, recipe_for
from generator.commands.repeating import repeating
from generator.edge.files import Files
from generator.edge.preview import Shown
from generator.edge.preview_pages import problem_html
from generator.edge.progress import Progress
from generator.edge.terminal import ordered, say
from generator.model.diagnostic import Checked, Diagnostic, Severity
from generator.model.project import Theme


class PreviewBuild:
    """A build that the preview repeats. Called in one thread only."""

    def __init__(self, folder: Path, wanted: Wanted, told: Progress | None = None) -> None:
        """*folder* is the project's."""
        self.folder = folder.resolve()
        self._wanted = wanted
        self._progress = told
        self._recipe = repeating(recipe_for(folder, wanted, told))
        self._files = Files()
        self._read: Checked[Given | None] | None = None
        self._tried: Theme | None = None
        self._shown = Shown({})
        self._told: frozenset[Diagnostic] = frozenset()

    def after(self, names: Collection[str] | None) -> Shown:
        """Build, having heard the names of all files that changed since the last build; None: any may have.

        A build of what was heard of is soon followed by one of anything: what is garbage is looked for then, not while somebody waits.
        """
        if names is None:
            return self()
        self._files.heard(names)
        try:
            return self._build()
        finally:
            self._files.heard(None)

    def __call__(self) -> Shown:
        """Build what is on disk now; the same value as before when nothing has changed."""
        try:
            return self._build()
        finally:
            gc.enable()

    def _build(self) -> Shown:
        if self._shown.files:
            gc.disable()  # what a build makes anew it mostly keeps: the collector's rounds would find next to nothing
        started = time.perf_counter()
        read = given(self.folder, self._wanted, self._files)
        if read == self._read:
            return self._shown
        self._read = read
        said, site = read.diagnostics, self._shown.files
        done = built(read.value, self._wanted, self._recipe, self._progress) if read.value else None
        is_whole = done is not None and bool(done.value.drafts)
        if done is not None and is_whole:
            self._try(done.value)
            if self._tried or not site:
                site = done.value.site  # where a template fails, the last whole site stays below
            self.built(done.value, done.diagnostics)
        said += (*done.diagnostics, *done.value.site.said) if done is not None else ()
        self._say(said, f"{summary(done.value)}, built in {time.perf_counter() - started:.2f} s" if done is not None and is_whole else "")
        errors = tuple(each for each in ordered(said) if each.severity is Severity.ERROR)
        if is_whole and not self._shown.files:
            _settle()
        self._shown = Shown(site, problem_html(errors, self.folder))
        return self._shown

    def _try(self, done: Built) -> None:
        """Make the first page of every template of a new theme, so that a template that fails is told at once."""
        if done.theme == self._tried:
            return
        for page in {page.template: page for page in reversed(done.pages)}.values():
            done.site.get(page.path)
        self._tried = None if any(each.severity is Severity.ERROR for each in done.site.said) else done.theme

    def _say(self, said: tuple[Diagnostic, ...], told: str) -> None:
        """Print what was built, and what is to be said of it that was not said at the last build."""
        if self._progress:
            self._progress.end()
        if told:
            click.echo(told)
        say([each for each in said if each not in self._told], self.folder, brief=True)
        self._told = frozenset(said) | (frozenset() if told else self._told)  # where nothing was built, what was said still stands

    def built(self, made: Built, said: tuple[Diagnostic, ...]) -> None:
        """Take note of a build that came to a site; here there is nothing to note."""


def _settle() -> None:
    """Take what the first build made out of the garbage collector's rounds: it stays, and walking it took a third of every later build."""
    gc.collect()
    gc.freeze()
