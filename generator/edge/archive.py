"""Drafts and mentions as Parquet, partitioned by day of publication, at an address: what a cluster's build keeps, and others may query.

In: rows. Out: the drafts kept under keys made of content. Below the address lie ``drafts/program=…/day=2021-12-08/….parquet``, with the
drafts as the program wrote them, and ``mentions/…`` likewise, with a row for each mention in columns that DuckDB and pandas read.
Nothing is executed while reading; but who can write there can say what articles hold, so an archive is named on the command line alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.edge.memory import key_of

_FLUSH = 2000
"""Drafts that are held until they are written."""
_UNDATED = "unknown"


class ArchiveError(Exception):
    """An archive that cannot be read or written, and why, in words for people."""


@dataclass(frozen=True, slots=True)
class ArchivedDraft:
    """A draft: its key, the day of publication (ISO, or None), the article, the draft in words, and its mentions by column."""

    key: str
    day: str | None
    article: str
    draft: bytes
    mentions: tuple[Mapping[str, Any], ...]


class Archive:
    """The drafts at one address, made by one version of the program."""

    def __init__(self, address: str, program: str) -> None:
        """Raises ArchiveError where nothing can be kept at *address*."""
        try:
            import fsspec  # noqa: PLC0415 - an extra
            import pyarrow  # noqa: F401, ICN001, PLC0415 - likewise, and heavy
        except ImportError as error:
            raise ArchiveError("an archive needs the extra packages of pip install 'dateline[cluster]'") from error
        self._store, root = _told(address, lambda: fsspec.core.url_to_fs(address.rstrip("/")))
        self._address, self._root, self._program = address, root, program
        self._held: dict[str, bytes] = {}
        self._rows: list[ArchivedDraft] = []

    def expect(self, keys: Collection[str]) -> None:
        """Read the drafts that will be asked for."""
        wanted = frozenset(keys)
        self._held = {key: draft for key, draft in _told(self._address, self._all) if key in wanted}

    def recall(self, key: str) -> bytes | None:
        """Return what was kept under *key*, or None."""
        return self._held.pop(key, None)

    def keep(self, row: ArchivedDraft) -> None:
        """Keep a draft."""
        self._rows.append(row)
        if len(self._rows) >= _FLUSH:
            self.flush()

    def flush(self) -> None:
        """Write what was kept so far: one file for each day."""
        days: dict[str, list[ArchivedDraft]] = {}
        for row in self._rows:
            days.setdefault(row.day or _UNDATED, []).append(row)
        self._rows = []
        for day, rows in sorted(days.items()):
            _told(self._address, partial(self._write, day, rows))

    def _write(self, day: str, rows: list[ArchivedDraft]) -> None:
        name = f"program={self._program[:16]}/day={day}/{key_of(row.key for row in rows)[:16]}.parquet"
        drafts = [{"key": row.key, "article": row.article, "draft": row.draft} for row in rows]
        self._put(f"{self._root}/drafts/{name}", drafts)
        mentions = [dict(each) for row in rows for each in row.mentions]
        if mentions:
            self._put(f"{self._root}/mentions/{name}", mentions)

    def _put(self, path: str, values: list[dict[str, Any]]) -> None:
        """Write a file; a reader sees all of it or nothing."""
        import pyarrow as pa  # noqa: PLC0415 - as above
        import pyarrow.parquet as pq  # noqa: PLC0415

        self._store.makedirs(path.rpartition("/")[0], exist_ok=True)
        with self._store.open(f"{path}.part", "wb") as opened:
            pq.write_table(pa.Table.from_pylist(values), opened, compression="zstd")
        self._store.mv(f"{path}.part", path)

    def _all(self) -> Iterator[tuple[str, bytes]]:
        import pyarrow.parquet as pq  # noqa: PLC0415 - as above

        place = f"{self._root}/drafts/program={self._program[:16]}"
        paths = sorted(self._store.find(place)) if self._store.exists(place) else []
        for path in paths:
            if path.endswith(".parquet"):
                with self._store.open(path, "rb") as opened:
                    table = pq.read_table(opened, columns=["key", "draft"])
                yield from zip(table["key"].to_pylist(), table["draft"].to_pylist(), strict=True)


def _told(address: str, step: Callable[[], Any]) -> Any:
    """Turn whatever a storage raises into an error of archives: its libraries know dozens of kinds."""
    try:
        done = step()
        return list(done) if isinstance(done, Iterator) else done
    except Exception as error:
        raise ArchiveError(f"{address}: {type(error).__name__}: {error}") from error
