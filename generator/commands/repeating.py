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
from generator.model.event import Event, Timeline
from generator.model.page import Page
from generator.model.project import ArticleFiles, File
from generator.model.recall import Recall
from generator.model.settings import Settings
from generator.pipeline import Drafter, Recipe

T = TypeVar("T")


def repeating(recipe: Recipe) -> Recipe:
    """Return the chain as it is shipped with a memory of its last run: drafts, blocks of reports and events, edits, views of events."""
    corefer: Callable[..., tuple[Event, ...]] = recipe.corefer
    lay: Callable[..., Checked[Timeline]] = recipe.lay
    keep: Callable[..., Timeline] = recipe.keep
    plan: Callable[..., tuple[Page, ...]] = recipe.plan
    return replace(
        recipe,
        part=_last(recipe.part),
        drafts=_drafts(recipe.drafts),
        corefer=_last(partial(corefer, recall=Recall())),
        read_edit=_each(recipe.read_edit),
        lay=_last(partial(lay, recall=Recall())),
        keep=_last(partial(keep, recall=Recall())),
        plan=_last(partial(plan, recall=Recall())),
    )


def _drafts(inner: Drafter) -> Drafter:
    known: dict[str, tuple[ArticleFiles, Settings, Drafted]] = {}

    def drafts(articles: tuple[ArticleFiles, ...], settings: Settings, recipe: Recipe) -> Iterator[Drafted]:
        narrow = for_reading(settings)
        held = {files.id: known[files.id] for files in articles if files.id in known and known[files.id][:2] == (files, narrow)}
        missing = tuple(files for files in articles if files.id not in held)
        held |= {files.id: (files, narrow, made) for files, made in zip(missing, inner(missing, settings, recipe), strict=True)}
        known.clear()
        known.update(held)
        return iter([held[files.id][2] for files in articles])

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
