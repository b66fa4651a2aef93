"""`s3://BUCKET/PREFIX`: S3 and its like (MinIO, R2, Spaces, …), by fsspec and s3fs. In: bucket and prefix. Out: an OpenTarget.

Credentials, region and endpoint are those of the AWS tools: AWS_ACCESS_KEY_ID, AWS_PROFILE, AWS_ENDPOINT_URL, ~/.aws/config.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from generator.edge.hosts.host import HostError, OpenTarget, assets_first
from generator.edge.media_types import media_type


@contextmanager
def s3(address: str, _project: Path) -> Iterator[OpenTarget]:
    """Open a bucket, or what lies below a prefix of it. Needs the extra ``dateline[s3]``."""
    root = address.strip("/")
    if not root:
        raise HostError("a bucket is wanted: s3://BUCKET/PREFIX")
    try:
        import s3fs  # noqa: PLC0415 - an extra, and heavy
    except ImportError as error:
        raise HostError("S3 needs the extra packages of pip install 'dateline[s3]'") from error
    store = s3fs.S3FileSystem(use_listings_cache=False, skip_instance_cache=True)
    yield OpenTarget(
        names=_told(lambda: frozenset(each.removeprefix(f"{root}/") for each in store.find(root) if each.startswith(f"{root}/"))),
        read=_told(lambda paths: _read(store, root, paths)),
        put=_told(lambda files: _put(store, root, files)),
        remove=_told(lambda paths: _remove(store, root, paths)),
    )


def _told(function: Callable[..., Any]) -> Callable[..., Any]:
    """Turn whatever the storage raises into an error of hosts: its libraries know dozens of kinds."""

    def call(*arguments: object) -> object:
        try:
            return function(*arguments)
        except Exception as error:
            raise HostError(str(error) or type(error).__name__) from error

    return call


def _read(store: Any, root: str, paths: Iterable[str]) -> dict[str, bytes]:
    wanted = [f"{root}/{path}" for path in paths]
    return {path.removeprefix(f"{root}/"): content for path, content in store.cat(wanted, recursive=True).items()} if wanted else {}


def _put(store: Any, root: str, files: Mapping[str, bytes]) -> None:
    """Upload files, many at once, those of one type together: what pages are made with first."""
    groups: dict[str, dict[str, bytes]] = {}
    for path, content in assets_first(files):
        kind = media_type(path)  # storage serves what it is told: a page without its type would be downloaded
        groups.setdefault(kind, {})[f"{root}/{path}"] = content
    for kind, group in groups.items():
        store.pipe(group, ContentType=kind)


def _remove(store: Any, root: str, paths: Sequence[str]) -> None:
    if paths:
        store.rm([f"{root}/{path}" for path in paths])
