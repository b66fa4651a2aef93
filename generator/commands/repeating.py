"""A recipe in, one that remembers in this process out: for a preview that builds again and again, and for the law that it changes nothing.

What a step was given is kept beside what it returned; given the same again, it returns the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from generator.commands.drafting import Drafted, for_reading
from generator.model.diagnostic import Checked
from generator.model.edit import Edit
from generator.model.event import Event
from generator.model.project import ArticleFiles, File
from generator.model.settings import Settings
from generator.pipeline import Drafter, Recipe
from generator.weave.recall import Recall

T = TypeVar("T")


def repeating(recipe: Recipe) -> Recipe:
    """Return the chain as it is shipped with a memory of its last run: drafts, blocks of reports and events, edits."""
    shipped: Callable[..., tuple[Event, ...]] = recipe.corefer
    corefer = _last(partial(shipped, recall=Recall()))
    return replace(recipe, drafts=_drafts(recipe.drafts), corefer=corefer, read_edit=_each(recipe.read_edit))


def _drafts(inner: Drafter) -> Drafter:
    known: dict[tuple[ArticleFiles, Settings], Drafted] = {}

    def drafts(articles: tuple[ArticleFiles, ...], settings: Settings, recipe: Recipe) -> Iterator[Drafted]:
        narrow = for_reading(settings)
        missing = tuple(files for files in articles if (files, narrow) not in known)
        made = dict(zip(missing, inner(missing, settings, recipe), strict=True))
        held = {(files, narrow): made[files] if files in made else known[files, narrow] for files in articles}
        known.clear()
        known.update(held)
        return iter([held[files, narrow] for files in articles])

    return drafts


def _last(step: Callable[..., T]) -> Callable[..., T]:
    """Remember the last call."""
    last: list[tuple[Any, T]] = []

    def work(*given: Any) -> T:
        if not last or last[0][0] != given:
            last[:] = [(given, step(*given))]
        return last[0][1]

    return work


def _each(step: Callable[[File], Checked[Edit | None]]) -> Callable[[File], Checked[Edit | None]]:
    """Remember every call; edits are small, and few of them change."""
    known: dict[File, Checked[Edit | None]] = {}

    def read(file: File) -> Checked[Edit | None]:
        if file not in known:
            known[file] = step(file)
        return known[file]

    return read
