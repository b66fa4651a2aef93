"""The files of the articles' folder → the files of each article: those that hold several, or one in a form of its own, are parted.

In: ArticleFiles as the folder has them. Out: ArticleFiles, each with a copy or a page. Of a file with several articles each is named by
the file and its own title, so that the name stays when others come and go; NAME.toml and NAME.conllu are about it as about any other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from generator.model import codes
from generator.model.diagnostic import Checked, Diagnostic, Location, Severity, tell
from generator.model.failure import contained
from generator.model.project import ArticleFiles, File, Record
from generator.read.formats import databases
from generator.read.formats.held import Held
from generator.read.formats.opening import kind_of, opened
from generator.read.twins import once_each

Opener = Callable[[Sequence[File]], Iterable[Checked[tuple[Held, ...]]]]
"""Returns the articles that each of some files holds, in their order; perhaps from a memory, or by several processes."""
_LONGEST_NAME = 60
_TABLES = (".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".warc", ".warc.gz", ".wacz")
"""Forms for many articles: each is named by its title, also while it is the only one."""


def held_in(file: File) -> Checked[tuple[Held, ...]]:
    """Return the articles that a file holds; addresses, and files without any article, are named (NOT_READ)."""
    return contained(partial(_held_in, file), (), Location(file.path))


def _held_in(file: File) -> Checked[tuple[Held, ...]]:
    found = opened(file)
    held = tuple(each for each in found.value if isinstance(each, Held))
    if len(found.value) > len(held):
        hint = f"`dateline add` fetches the {len(found.value) - len(held)} addresses in it"
        return Checked(held, (*found.diagnostics, tell(codes.NOT_READ, Location(file.path), hint, path=file.path)))
    if held or any(each.severity is Severity.ERROR for each in found.diagnostics):
        return Checked(held, found.diagnostics)
    hint = "a table of articles has a column for their text; `dateline import` takes one of events"
    return Checked(held, (tell(codes.NOT_READ, Location(file.path), hint, path=file.path),))


def one_by_one(files: Sequence[File]) -> Iterator[Checked[tuple[Held, ...]]]:
    """Take files apart one after another."""
    return map(held_in, files)


def parted(files: tuple[ArticleFiles, ...], open_: Opener = one_by_one) -> Checked[tuple[ArticleFiles, ...]]:
    """Part what holds several articles, and give each what the folder says about it (ABOUT_NOTHING where there is no such article).

    An article that is frozen beside the file that holds it is read once, from its frozen copy.
    """
    beside = {each.id: each for each in files if each.text is None}
    taken = {each.id for each in files if each.text}
    held = {each.id: each.text for each in files if each.text and _is_holder(each)}
    holders = dict(zip(held, open_(tuple(held.values())), strict=True))
    frozen = {file.content for each in files if each.id not in holders for file in (each.copy, each.page) if file and file.is_here}
    made: list[ArticleFiles] = []
    said: list[Diagnostic] = []
    for each in files:
        if each.text and each.id not in holders:
            made.append(each)
            if each.saved and each.saved.path.lower().endswith(_TABLES):  # a table is never the source of one text alone
                said.append(tell(codes.NOT_READ, Location(each.saved.path), f"{each.path} has its name: rename it", path=each.saved.path))
        elif each.text:
            found = holders[each.id]
            parts = tuple(part for part in _parts(each, found.value, taken) if part.text and part.text.content not in frozen)
            made += [_with(part, beside.pop(part.id, None)) for part in parts]
            said += [*found.diagnostics, *_told(each, parts)]
    said += [one for each in beside.values() for one in _about_nothing(each)]
    single = once_each(sorted(made, key=lambda each: each.id))
    return Checked(single.value, (*said, *single.diagnostics))


def _is_holder(each: ArticleFiles) -> bool:
    """Tell whether a file is to be taken apart: by its name, by its first bytes (a PDF called .txt), or as an export of several."""
    if each.text is None or each.text is each.saved:
        return each.text is not None
    if not each.text.is_here:
        return False
    if kind_of(each.text) not in (_TEXTS if each.copy else _PAGES):
        return True
    return each.text.path.lower().endswith(".txt") and databases.may_hold_several(each.text.content)


_TEXTS, _PAGES = (".txt", ".md"), (".html",)


def _parts(holder: ArticleFiles, held: tuple[Held, ...], taken: set[str]) -> Iterator[ArticleFiles]:
    """Yield the articles of a file, each by its name, which is the same in every build."""
    is_itself = len(held) == 1 and not holder.path.lower().endswith(_TABLES)
    for number, each in enumerate(held, 1):
        name = holder.id if is_itself else _free(f"{holder.id}-{name_of(each.about.title or each.name) or number}", taken)
        taken.add(name)
        file = File(holder.path if is_itself or each.line else f"{holder.path}#{name}", each.content)
        copy, page = (None, file) if each.ending == ".html" else (file, None)
        record = Record(each.about, each.url, each.is_sure, each.line or 1)
        about, parse = (holder.about, holder.parse) if is_itself else (None, None)
        yield ArticleFiles(name, copy, page, about, parse, record=record)


def _with(part: ArticleFiles, beside: ArticleFiles | None) -> ArticleFiles:
    return replace(part, about=beside.about, parse=beside.parse) if beside else part


def _told(holder: ArticleFiles, parts: tuple[ArticleFiles, ...]) -> Iterator[Diagnostic]:
    """Say how many articles a file holds, and that what stands beside it is about none of them."""
    if parts and not _is_in_lines(parts):
        count = "1 article" if len(parts) == 1 else f"{len(parts)} articles"
        yield tell(codes.HELD_IN, Location(holder.path), count=count)
    if parts and all(part.id != holder.id for part in parts):
        yield from _about_nothing(holder)


def _is_in_lines(parts: tuple[ArticleFiles, ...]) -> bool:
    """Tell whether the texts stand in their file line by line, so that whoever reads it cannot read them otherwise."""
    return all(part.record is not None and part.record.line > 1 for part in parts)


def _about_nothing(each: ArticleFiles) -> Iterator[Diagnostic]:
    for file in (each.about, each.parse):
        if file:
            yield tell(codes.ABOUT_NOTHING, Location(file.path), name=each.id)


def _free(name: str, taken: set[str]) -> str:
    number, free = 2, name
    while free in taken:
        free, number = f"{name}-{number}", number + 1
    return free


def name_of(words: str) -> str:
    """Make a name for files and addresses: small letters, digits and hyphens, cut between words.

    >>> name_of("Präsident: “Gespräch” am Dienstag!")
    'prasident-gesprach-am-dienstag'
    """
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"['’]", "", plain)
    name = re.sub(r"[^a-z0-9_]+", "-", name).strip("-_")
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME + 1].rpartition("-")[0][:_LONGEST_NAME] or name[:_LONGEST_NAME]
