"""Articles in, drafts out: remembered by content, or made by whoever computes (processes of this machine, a cluster)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from generator.build import default_recipe
from generator.edge.addressed import fetched
from generator.edge.archive import Archive, ArchivedDraft
from generator.edge.codec import FOREIGN, Codec, codec_of
from generator.edge.memory import Memory, key_of, program_files, program_key
from generator.edge.progress import Progress
from generator.edge.project import own_folder
from generator.edge.sealing import user_key
from generator.edge.workers import Workers
from generator.model.calendar import iso
from generator.model.codes import PROGRAM_FAILED, UNREADABLE
from generator.model.diagnostic import Checked, Location
from generator.model.edtf import bounds
from generator.model.failure import failed
from generator.model.mention import EventMention
from generator.model.project import ArticleFiles
from generator.model.settings import Settings
from generator.pipeline import Draft, Drafter, Recipe, draft, narrowed

Drafted = Checked[Draft | None]
_ROOMS = ("model", "read", "language", "extract")
"""What makes a draft; a change in any of these files makes every draft anew."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A memory of drafts: ``program`` is part of every key; ``expect`` names what will be asked for; ``end`` is called at last."""

    program: str
    expect: Callable[[Sequence[str]], None]
    recall: Callable[[str], bytes | None]
    keep: Callable[[str, bytes, Drafted], None]
    end: Callable[[], None]


def drafting(
    folder: Path, pool: Workers, archive: Archive | None = None, told: Progress | None = None, *, remember: bool = True
) -> Drafter:
    """Return a drafter that asks the archive, else the project's memory, and gives to the pool what is to be computed."""
    place, seal = own_folder(folder, "drafts"), user_key()
    own = _in_folder(Memory(place, seal)) if remember and place and seal else None
    kept = _in_archive(archive) if archive else own

    def drafts(articles: tuple[ArticleFiles, ...], settings: Settings, _recipe: Recipe) -> Iterator[Drafted]:
        made = _drafted(articles, for_reading(settings), kept, pool)
        for done, each in enumerate(made):
            if told:
                told.count("reading", done, len(articles))
            yield each

    return drafts


def program() -> str:
    """Hash the part of the program that makes drafts: the same on every machine that has the same."""
    return program_files(_ROOMS)


def _key(files: ArticleFiles, surroundings: str) -> str:
    """Hash all that a draft depends on: the bytes of the article's files; the settings that reading uses and the program."""
    parts: list[str | bytes | None] = [surroundings, files.id, repr(files.record)]
    for file in (files.copy, files.page, files.about, files.parse):
        parts += [file.path, file.mark] if file else [None]
    return key_of(parts)


def for_reading(settings: Settings) -> Settings:
    """The settings as far as drafts may depend on them; drafts are made from these, so a new title does not make every draft anew."""
    return narrowed(settings, "language", "day_first", "articles", "longest")


def _drafted(articles: tuple[ArticleFiles, ...], settings: Settings, kept: _Kept | None, pool: Workers) -> Iterator[Drafted]:
    if not articles:
        return
    surroundings = f"{kept.program} {settings!r}" if kept else ""
    keys = [_key(each, surroundings) if kept else str(place) for place, each in enumerate(articles)]
    if kept:
        kept.expect(keys)
    held = {key: found for key in keys if kept and (found := _recalled(kept, key)) is not None}
    missing = [files for key, files in zip(keys, articles, strict=True) if key not in held]
    fresh = iter(pool(partial(_draft_in_words, settings), missing, _lost))
    for key in keys:
        if key in held:
            yield held[key]
            continue
        words = next(fresh)
        made: Drafted = _codec().decode(json.loads(words))
        if kept and not any(each.code in {PROGRAM_FAILED, UNREADABLE} for each in made.diagnostics):
            kept.keep(key, words, made)
        yield made
    if kept:
        kept.end()


def _in_folder(memory: Memory) -> _Kept:
    def keep(key: str, words: bytes, _made: Drafted) -> None:
        memory.keep(key, words)

    return _Kept(program_key(_ROOMS), lambda _keys: None, memory.recall, keep, memory.tidy)


def _in_archive(archive: Archive) -> _Kept:
    def keep(key: str, words: bytes, made: Drafted) -> None:
        found = made.value
        if found is None:
            return
        day = found.article.published.day.isoformat() if found.article.published else None
        archive.keep(ArchivedDraft(key, day, found.article.id, words, tuple(_columns(each, found) for each in found.mentions)))

    return _Kept(program(), archive.expect, archive.recall, keep, archive.flush)


def _columns(mention: EventMention, found: Draft) -> dict[str, Any]:
    """Return a mention as a row of a table."""
    text, span = found.article.text, bounds(mention.date)
    return {
        "id": mention.id,
        "article": mention.article,
        "sentence": mention.sentence,
        "start": mention.quote.start,
        "end": mention.quote.end,
        "quote": mention.quote.of(text),
        "said": mention.said.of(text) if mention.said else None,
        "date": str(mention.date),
        "earliest": iso(span.earliest) if span.earliest is not None else None,
        "latest": iso(span.latest) if span.latest is not None else None,
        "basis": mention.basis.value,
        "kind": mention.kind.value,
        "status": mention.status.value,
        "trigger": mention.trigger.of(text),
        "headline": mention.headline,
        "actors": list(mention.actors),
        "speaker": mention.speaker,
    }


def _recalled(kept: _Kept, key: str) -> Drafted | None:
    words = kept.recall(key)
    if words is None:
        return None
    with suppress(*FOREIGN):
        found: Drafted = _codec().decode(json.loads(words))
        return found
    return None


def _draft_in_words(settings: Settings, files: ArticleFiles) -> bytes:
    """Make one draft and write it down; runs in whichever process, or on whichever machine, is free."""
    here = fetched(files)
    return _in_words(draft(here.value, settings, _recipe()) if here.value else Checked(None, here.diagnostics))


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
