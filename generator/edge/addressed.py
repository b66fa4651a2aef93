"""Files named by an address (``s3://bucket/news``, ``file:///shared/news``) in, Files out that are read where their content is needed.

By fsspec; what it takes: https://filesystem-spec.readthedocs.io. A file travels to another process or machine as its address, so that a
cluster's workers read the articles themselves. Nothing is read from an address that the command line does not name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from generator.model import codes
from generator.model.diagnostic import Checked, Location, tell
from generator.model.project import ArticleFiles, File


class AddressError(Exception):
    """An address that cannot be listed, and why, in words for people."""


class AddressedFile(File):
    """A file that is read when its content is asked for. Its path is its address; ``stamp`` tells one version of it from another."""

    __slots__ = ("stamp",)
    stamp: str

    def __init__(self, path: str, stamp: str) -> None:
        object.__setattr__(self, "path", path)
        object.__setattr__(self, "stamp", stamp)

    @property
    def content(self) -> bytes:
        """Read it. ``OSError`` where that fails."""
        import fsspec  # noqa: PLC0415 - an extra

        with fsspec.open(self.path, "rb") as opened:
            content: bytes = opened.read()
        return content

    @property
    def is_here(self) -> bool:
        """It is read when its content is asked for, each time anew."""
        return False

    @property
    def mark(self) -> bytes:
        """What tells this content from another."""
        return repr((self.path, self.stamp)).encode()

    def __eq__(self, other: object) -> bool:
        """Tell whether two are the same version of one file, without reading it."""
        return isinstance(other, AddressedFile) and self.mark == other.mark

    def __hash__(self) -> int:
        """Hash the version of the file."""
        return hash(self.mark)

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel as an address."""
        return AddressedFile, (self.path, self.stamp)


def is_address(name: str) -> bool:
    """Tell an address from a folder's path."""
    return "://" in name


def listed(address: str) -> Iterator[tuple[str, int, AddressedFile]]:
    """Yield the name, the size in bytes and the file of everything that lies directly below an address, by name.

    Raises:
        AddressError: it cannot be listed, or what reads such addresses is not installed.
    """
    try:
        import fsspec  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise AddressError("addresses need the extra packages of pip install 'dateline[cluster]' (for S3: 'dateline[s3]' too)") from error
    try:
        store, root = fsspec.core.url_to_fs(address.rstrip("/"))
        found = [each for each in store.ls(root, detail=True) if each["type"] == "file"]
    except Exception as error:
        raise AddressError(f"{address} cannot be listed: {type(error).__name__}: {error}") from error
    for each in sorted(found, key=lambda entry: str(entry["name"])):
        name = str(each["name"]).rpartition("/")[2]
        stamp = next((str(each[key]) for key in ("ETag", "etag", "md5", "mtime", "LastModified") if each.get(key)), "")
        yield name, int(each["size"] or 0), AddressedFile(f"{address.rstrip('/')}/{name}", f"{each['size']} {stamp}")


def fetched(files: ArticleFiles) -> Checked[ArticleFiles | None]:
    """Read the files of an article that are named by an address, each once; None with a diagnostic where one cannot be read."""
    parts = {name: getattr(files, name) for name in ("copy", "page", "about", "parse", "saved")}
    remote = {name: file for name, file in parts.items() if isinstance(file, AddressedFile)}
    if not remote:
        return Checked(files)
    try:
        read: dict[str, Any] = {name: File(file.path, file.content) for name, file in remote.items()}
        return Checked(replace(files, **read))
    except Exception as error:  # noqa: BLE001 - a border: storages raise errors of dozens of kinds
        reason = f"{type(error).__name__}: {error}"
        return Checked(None, (tell(codes.UNREADABLE, Location(files.path), None, path=files.path, reason=reason),))
