"""A project's folder in, its stages and a site still to be made out: what `build`, `serve`, `check` and `explain` do first.

Here the pure build meets the disk: the folder is read, and drafts are remembered by content or made by several processes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeVar

from generator.build import Built, build, default_recipe, settings_of
from generator.commands.parts import parting
from generator.edge.codec import FOREIGN, Codec, codec_of
from generator.edge.memory import Memory, key_of, program_key
from generator.edge.progress import Progress
from generator.edge.project import own_folder, read_project
from generator.edge.sealing import user_key
from generator.edge.theme import read_theme
from generator.edge.workers import Local
from generator.model.codes import PROGRAM_FAILED
from generator.model.diagnostic import Checked, Location, Severity
from generator.model.failure import failed
from generator.model.project import ArticleFiles, Project, Theme
from generator.model.settings import Settings
from generator.pipeline import Draft, Drafter, Recipe, draft

T = TypeVar("T")
Drafted = Checked[Draft | None]
_ROOMS = ("model", "read", "language", "extract")
"""What makes a draft; a change in any of these files makes every draft anew."""
_LATER = Settings()
"""Settings that a draft does not depend on are put back to these, so that a new title does not make every draft anew."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asks of a build."""

    now: date | None = None
    base_url: str | None = None
    drafts: bool = False
    workers: int | None = None
    remember: bool = True

    @property
    def asked(self) -> str:
        """What of it a site depends on."""
        return repr((self.now, self.base_url, self.drafts))


@dataclass(frozen=True, slots=True)
class Given:
    """What a build is made from."""

    project: Project
    theme: Theme
    settings: Settings


def given(folder: Path, wanted: Wanted) -> Checked[Given | None]:
    """Read the project in *folder*; None when its settings cannot be read."""
    project, theme = read_project(folder), read_theme(folder)
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
    """Return the chain as it is shipped, with the memory of this project's parts and drafts."""
    return replace(default_recipe(), drafts=drafting(folder, wanted, told), part=parting(folder, remember=wanted.remember))


def drafting(folder: Path, wanted: Wanted, told: Progress | None = None) -> Drafter:
    """Return a drafter that asks the project's memory first, and spreads over processes what is to be computed."""
    place, seal = own_folder(folder, "drafts"), user_key()
    memory = Memory(place, seal) if wanted.remember and place and seal else None

    def drafts(articles: tuple[ArticleFiles, ...], settings: Settings, recipe: Recipe) -> Iterator[Drafted]:
        narrow = _for_reading(settings)
        if memory is None and wanted.workers == 1:
            return (draft(files, narrow, recipe) for files in articles)
        return _drafted(articles, narrow, memory, wanted.workers, told)

    return drafts


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


def draft_key(files: ArticleFiles, settings: Settings, program: str) -> str:
    """Hash all that a draft depends on: the bytes of the article's files, the settings that reading uses, the program."""
    parts: list[str | bytes | None] = [program, repr(_for_reading(settings)), files.id, repr(files.record)]
    for file in (files.copy, files.page, files.about, files.parse):
        parts += [file.path, file.content] if file else [None]
    return key_of(parts)


def _for_reading(settings: Settings) -> Settings:
    """The settings as far as drafts may depend on them; drafts are made from these, so the rest cannot matter."""
    kept = ("language", "day_first", "articles", "longest")
    return replace(_LATER, **{name: getattr(settings, name) for name in kept})


def _drafted(
    articles: tuple[ArticleFiles, ...], settings: Settings, memory: Memory | None, workers: int | None, told: Progress | None
) -> Iterator[Drafted]:
    if not articles:
        return
    program = program_key(_ROOMS) if memory else ""
    keys = [draft_key(each, settings, program) for each in articles]
    held = {key: found for key in keys if memory and (found := _recalled(memory, key)) is not None}
    missing = [files for key, files in zip(keys, articles, strict=True) if key not in held]
    fresh = Local(workers)(partial(_draft_in_words, settings), missing, _lost)
    for done, key in enumerate(keys):
        if told:
            told.count("reading", done, len(articles))
        if key in held:
            yield held[key]
            continue
        words = next(fresh)
        made: Drafted = _codec().decode(json.loads(words))
        if memory and not any(each.code == PROGRAM_FAILED for each in made.diagnostics):
            memory.keep(key, words)
        yield made
    if memory:
        memory.tidy()


def _recalled(memory: Memory, key: str) -> Drafted | None:
    words = memory.recall(key)
    if words is None:
        return None
    with suppress(*FOREIGN):
        found: Drafted = _codec().decode(json.loads(words))
        return found
    return None


def _draft_in_words(settings: Settings, files: ArticleFiles) -> bytes:
    """Make one draft and write it down; runs in whichever process is free."""
    return _in_words(draft(files, settings, _recipe()))


def _lost(files: ArticleFiles) -> bytes:
    """Return the draft of an article on which the process that read it came to an end."""
    return _in_words(Checked(None, (failed(Location(files.path), "the process that read it was ended, perhaps for want of memory"),)))


def _in_words(made: Drafted) -> bytes:
    return json.dumps(_codec().encode(made), ensure_ascii=False, separators=(",", ":")).encode(errors="surrogatepass")


@cache
def _recipe() -> Recipe:
    return default_recipe()


@cache
def _codec() -> Codec:
    return codec_of(Checked[Draft | None])
