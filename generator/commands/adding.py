"""One item after another → frozen articles: fetched where only its address is known, not added twice, named where it is a copy.

A fault on one item costs that item only.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import Enum, auto
from functools import partial
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from generator.commands.freezing import Frozen, Offered, article, put_aside, write
from generator.commands.sources import GivenItem
from generator.commands.twins import Twins
from generator.edge.fetch import Fetched, fetch, robots_of
from generator.edge.together import moved
from generator.model import codes
from generator.model.diagnostic import Checked, Diagnostic, Location, tell
from generator.model.failure import contained
from generator.model.project import File
from generator.model.web import parts_of
from generator.read.formats.held import Address, Held
from generator.read.formats.opening import opened


class Absence(Enum):
    """Why there is no article to write."""

    FAILED = auto()
    BEFORE = auto()


@dataclass(frozen=True, slots=True)
class MadeArticle:
    """An article that is ready to be written; or None, and whether it was there before."""

    value: Frozen | None
    diagnostics: tuple[Diagnostic, ...] = ()
    told: Absence = Absence.FAILED


class Adding:
    """What is kept over all items of one call: what the folder holds, and what sites let programs fetch."""

    def __init__(self, folder: Path, *, anyway: bool = False, refresh: bool = False) -> None:
        """Begin with what *folder* holds."""
        self.folder, self.anyway, self.refresh = folder, anyway, refresh
        self._twins = Twins(folder)
        self._robots = robots_of()

    def made(self, source: GivenItem, name: str | None) -> MadeArticle:
        """Make an article of an item."""
        item = source.item
        if item is None:
            return MadeArticle(None, source.diagnostics)
        url = item.url
        held = self._twins.of_url(url)
        if held and not self.refresh and source.count > 1:
            return MadeArticle(None, (*source.diagnostics, tell(codes.ADDED_BEFORE, Location(source.label), name=held)), Absence.BEFORE)
        frozen = contained(partial(self._frozen, source, name), None, Location(source.label))
        said = (*source.diagnostics, *frozen.diagnostics)
        if frozen.value is None:
            return self._not_made(source, said)
        return self._with_twins(frozen.value, source, said)

    def _frozen(self, source: GivenItem, name: str | None) -> Checked[Frozen | None]:
        found = self._found(source)
        if found.value is None:
            return Checked(None, found.diagnostics)
        frozen = article(found.value, name, self.folder, anyway=self.anyway, again=self.refresh)
        return Checked(frozen.value, found.diagnostics + frozen.diagnostics)

    def write(self, frozen: Frozen, *, accept: bool = False) -> Checked[Path | None]:
        """Write an article; *accept* takes its date as confirmed. An old copy that is refreshed is put aside first."""
        about = frozen.about
        if accept and about.published and about.published.guessed:
            frozen = replace(frozen, about=replace(about, published=replace(about.published, guessed=False)))
        aside = put_aside(frozen.name, self.folder) if self.refresh else {}
        written = write(frozen, self.folder)
        if written.value is None:
            moved({old: path for path, old in aside.items()})  # what cannot be refreshed stays as it was
        if written.value is not None:
            self._twins.keep(frozen.name, url=about.url, text=frozen.text)
        return written

    def _not_made(self, source: GivenItem, said: tuple[Diagnostic, ...]) -> MadeArticle:
        """Tell what is frozen already from what failed; in a list that is no mistake."""
        there = {codes.ALREADY_ADDED, codes.ALREADY_FROZEN}
        kept = tuple(each for each in said if each.code not in there)
        if source.count > 1 and len(kept) < len(said):
            name = self._twins.of_text(source.item.content.decode("utf-8", "replace")) if isinstance(source.item, Held) else None
            return MadeArticle(
                None, (*kept, tell(codes.ADDED_BEFORE, Location(source.label), name=name or "an article of its name")), Absence.BEFORE
            )
        return MadeArticle(None, said)

    def _with_twins(self, frozen: Frozen, source: GivenItem, said: tuple[Diagnostic, ...]) -> MadeArticle:
        """Name the article that has the same text, or nearly the same."""
        where = Location(source.label)
        same = self._twins.of_text(frozen.text)
        if same and not frozen.beside:
            if self.refresh or source.count > 1:
                return MadeArticle(None, (*said, tell(codes.ADDED_BEFORE, where, name=same)), Absence.BEFORE)
            return MadeArticle(frozen, (*said, tell(codes.NEAR_COPY, where, how="the same", name=same)))
        near = self._twins.near(frozen.text)
        return MadeArticle(
            frozen, (*said, tell(codes.NEAR_COPY, where, how="nearly the same", name=near)) if near and near != frozen.name else said
        )

    def _found(self, source: GivenItem) -> Checked[Offered | None]:
        """Fetch an address; take what a file holds as it is."""
        item = source.item
        if isinstance(item, Address):
            fetched = fetch(item.url, robots=None if self.anyway else self._robots)
            return _answered(fetched.value) if fetched.value else Checked(None, fetched.diagnostics)
        assert item is not None  # noqa: S101 - asked by the caller
        return Checked(Offered(item.name, item.ending, item.content, item.url, source.folder, "", item.about, item.is_sure))


def _answered(fetched: Fetched) -> Checked[Offered | None]:
    """Return what an address answered, with the time; a document is read as one."""
    last = PurePosixPath(unquote(parts_of(fetched.url).path)).stem
    now = datetime.now(UTC).replace(microsecond=0).isoformat()
    ending, content = (".txt" if fetched.kind == "text/plain" else ".html"), fetched.content
    if fetched.kind == "application/pdf" or content.startswith(b"%PDF-"):
        read = opened(File(f"{last or 'document'}.pdf", content))
        if not read.value or not isinstance(read.value[0], Held):
            return Checked(None, read.diagnostics)
        ending, content = read.value[0].ending, read.value[0].content
    found = Offered(last, ending, content, fetched.url, charset=fetched.charset)
    return Checked(replace(found, about=replace(found.about, retrieved_at=now)))
