"""Whether the site that stands is what a build would make: what the last build read and wrote, beside what is on disk now.

In: a project, the folder of its site, and what was asked for. Out: what the last build had to say, where nothing has changed since.

Looked at are names, sizes, stamps and inodes; where they differ, or are too young to be believed, the content decides. The site's own
files are looked at too: one that was changed or removed is made again.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path

from generator.edge.codec import FOREIGN, codec_of
from generator.edge.files import YOUNG
from generator.edge.memory import Memory, key_of, program_key
from generator.edge.project import PERMALINKS, SETTINGS, folders_of, own_folder
from generator.edge.sealing import user_key
from generator.edge.staging import leavings
from generator.edge.theme import PICTURES, STATIC, TEMPLATES, default_theme
from generator.model.codes import UNREADABLE, UNREADABLE_FOLDER
from generator.model.diagnostic import Diagnostic
from generator.model.project import File, Project, Theme

_TICK = 0.02
"""Seconds that the stamps of Linux and macOS need at most to show that a file was written again."""
_LIMIT = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build had to say, and the words that sum its timeline up, none where there is no site; whether the site stood already."""

    said: tuple[Diagnostic, ...]
    summary: str
    is_unchanged: bool = False


@dataclass(frozen=True, slots=True)
class _Record:
    """``inputs`` and ``outputs`` hash the listings of both, ``content`` what was read."""

    inputs: str
    outputs: str
    content: str
    told: BuildReport


class Standing:
    """The site that stands, and what it was made from. Make it before anything is read."""

    def __init__(self, project: Path, site: Path, wanted: str) -> None:
        """*wanted* holds every option that a site depends on."""
        place, seal = own_folder(project, "built"), user_key()
        self._memory = Memory(place, seal) if place and seal else None
        self._site = Path(os.path.realpath(site))
        self._key = key_of(["built", program_key([""]), wanted, str(self._site)]) if self._memory else ""
        self._inputs, newest = _listed(_inputs(project)) if self._memory else ("", 0)
        self._is_young = newest > time.time_ns() - YOUNG
        self._record = self._recalled()

    def unread(self) -> BuildReport | None:
        """Return what the last build said, where nobody has touched what it read or wrote."""
        record = self._record
        if record is None or self._is_young or record.inputs != self._inputs or not self._stands(record):
            return None
        return replace(record.told, is_unchanged=True)

    def unchanged(self, project: Project, theme: Theme, said: tuple[Diagnostic, ...]) -> BuildReport | None:
        """Return what the last build said, where the content of what was read, what was *said* of it, and what was written are the same."""
        record = self._record
        if record is None or record.content != _content(project, theme, said) or not self._stands(record):
            return None
        self._keep(_Record(self._inputs, record.outputs, record.content, record.told))
        return replace(record.told, is_unchanged=True)

    def keep(self, project: Project, theme: Theme, said: tuple[Diagnostic, ...], told: BuildReport) -> None:
        """Remember a build that has written its site: what was read and said of that, and all that was told.

        Where the operating system refused to read something, the next build is to ask again.
        """
        refused = any(each.code in (UNREADABLE, UNREADABLE_FOLDER) for each in (*said, *told.said))
        if self._memory and not refused:
            time.sleep(_TICK)  # whoever writes there from now on leaves another stamp
            self._keep(_Record(self._inputs, self._written(), _content(project, theme, said), told))
            self._memory.tidy(_LIMIT)

    def _stands(self, record: _Record) -> bool:
        """Tell whether all that was written stands, and nothing beside it that a build would remove: one that ran then may be dead now."""
        return not leavings(self._site) and record.outputs == self._written()

    def _written(self) -> str:
        """Hash the site's files."""
        return _listed(_deep(self._site))[0]

    def _keep(self, record: _Record) -> None:
        if self._memory:
            self._memory.keep(self._key, json.dumps(codec_of(_Record).encode(record), ensure_ascii=False).encode(errors="surrogatepass"))

    def _recalled(self) -> _Record | None:
        held = self._memory.recall(self._key) if self._memory else None
        with suppress(*FOREIGN):
            found: _Record | None = codec_of(_Record).decode(json.loads(held)) if held else None
            return found
        return None


def _content(project: Project, theme: Theme, said: tuple[Diagnostic, ...]) -> str:
    """Hash all that a build is made from, and what was said while it was read."""
    parts: list[str | bytes | None] = [project.name, repr(said)]

    def add(file: File | None) -> None:
        parts.extend([file.path, file.mark] if file else [None])

    for article in project.articles:
        parts.append(article.id)
        for each in (article.copy, article.page, article.about, article.parse, article.saved):
            add(each)
    for edit in (project.settings, project.permalinks, *project.edits):
        add(edit)
    for name, source in theme.templates.items():
        parts += [name, source.path, source.text]
    for name, content in (*theme.static.items(), *theme.pictures.items()):
        parts += [name, content]
    return key_of(parts)


def _inputs(project: Path) -> Iterator[str]:
    """Name everything that a build looks at: of the project, and of the default theme."""
    names, project = folders_of(project), project.resolve()
    yield from (str(project / SETTINGS), str(project / PERMALINKS))
    for name in (names.articles, names.edits):
        folder = project / name
        yield str(folder)
        yield from _flat(folder, is_whole=name in {".", "./"})
    for top in (default_theme() / TEMPLATES, default_theme() / STATIC, project / TEMPLATES, project / STATIC, project / PICTURES):
        yield from _deep(top)


def _flat(folder: Path, *, is_whole: bool) -> Iterator[str]:
    """Name what lies in a folder; folders among it too (what is saved beside a page), but not where the project itself is the folder."""
    try:
        with os.scandir(folder) as entries:
            found = sorted(entry.path for entry in entries if not (entry.name.startswith(".") or (is_whole and entry.is_dir())))
    except OSError:
        return
    yield from found


def _deep(top: Path) -> Iterator[str]:
    """Name all files and folders below a folder, itself first."""
    yield str(top)
    for here, folders, files in os.walk(top):
        folders.sort()
        yield from (f"{here}{os.sep}{name}" for name in (*folders, *sorted(files)))


def _listed(paths: Iterable[str]) -> tuple[str, int]:
    """Hash names and what the file system says of each, and return the newest stamp (nanoseconds since 1970)."""
    digest, newest = blake2b(digest_size=20), 0
    for path in paths:
        digest.update(os.fsencode(path) + b"\0")
        try:
            stat = os.lstat(path)
        except OSError:
            continue
        newest = max(newest, stat.st_mtime_ns, stat.st_ctime_ns)
        digest.update(_words(stat))
        if os.path.islink(path):  # noqa: PTH114 - thousands of them; Path is slow
            digest.update(os.fsencode(os.path.realpath(path)))
            if os.path.exists(path):  # noqa: PTH110 - likewise
                digest.update(_words(os.stat(path)))  # noqa: PTH116 - likewise
    return digest.hexdigest(), newest


def _words(stat: os.stat_result) -> bytes:
    return b"%d %d %d %d %d\0" % (stat.st_mode, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)
