"""A recipe in, one that remembers in this process out: for a preview that builds again and again, and for the law that it changes nothing.

What a step was given is kept beside what it returned; given the same again, it returns the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from generator.commands.drafting import Drafted, draft_key
from generator.model.diagnostic import Checked
from generator.model.edit import Edit
from generator.model.project import ArticleFiles, File
from generator.model.settings import Settings
from generator.pipeline import Drafter, Recipe

T = TypeVar("T")


def repeating(recipe: Recipe) -> Recipe:
    """Return the recipe with a memory of the drafts, the merged events and the read edits of its last run."""
    return replace(recipe, drafts=_drafts(recipe.drafts), corefer=_last(recipe.corefer), read_edit=_each(recipe.read_edit))


def _drafts(inner: Drafter) -> Drafter:
    known: dict[str, Drafted] = {}

    def drafts(articles: tuple[ArticleFiles, ...], settings: Settings, recipe: Recipe) -> Iterator[Drafted]:
        keys = [draft_key(each, settings, "") for each in articles]
        fresh = {key: files for key, files in zip(keys, articles, strict=True) if key not in known}
        made = dict(zip(fresh, inner(tuple(fresh.values()), settings, recipe), strict=True))
        held = {key: made[key] if key in made else known[key] for key in keys}
        known.clear()
        known.update(held)
        return iter([held[key] for key in keys])

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
