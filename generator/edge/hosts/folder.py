"""`folder:PATH`: a folder of this machine, relative to the project. In: its path. Out: an OpenTarget.

The new state is laid out beside the folder and the two are exchanged in one step; where the folder cannot be moved (a mount, a parent
that is not ours), file by file is replaced instead.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.edge.hosts.host import HostError, OpenTarget, assets_first
from generator.edge.staging import linked, sweep, tree
from generator.edge.swap import exchanged

_FOLDER_MODE, _FILE_MODE = 0o755, 0o644
_CANNOT_MOVE = frozenset({errno.EACCES, errno.EPERM, errno.EBUSY, errno.EXDEV, errno.EINVAL, errno.EROFS, errno.ENOTSUP})


@contextmanager
def folder(address: str, project: Path) -> Iterator[OpenTarget]:
    """Open a folder. It is made when first something is put there; what a killed publish left beside it is removed."""
    root = Path(os.path.realpath(project / Path(address).expanduser()))
    if not address:
        raise HostError("a folder is wanted: folder:PATH")
    if root.exists() and not root.is_dir():
        raise HostError(f"{root} is not a folder")
    if root == project.resolve() or root in project.resolve().parents:
        raise HostError(f"{root} holds the project itself; choose a folder of its own")
    if root.exists():
        sweep(root)
    written: dict[str, bytes] = {}
    gone: set[str] = set()

    def put(files: Mapping[str, bytes]) -> None:
        written.update(files)

    def finish(_line: str) -> None:
        try:
            _swap(root, written, gone)
        except OSError as error:
            if error.errno not in _CANNOT_MOVE:
                raise
            _in_place(root, written, gone)

    yield OpenTarget(
        names=lambda: frozenset(name for name, _ in tree(root)),
        read=lambda paths: _read(root, paths),
        put=put,
        remove=gone.update,
        finish=finish,
    )


def _read(root: Path, paths: Iterable[str]) -> dict[str, bytes]:
    return {path: (root / path).read_bytes() for path in paths if (root / path).is_file()}


def _swap(root: Path, written: Mapping[str, bytes], gone: set[str]) -> None:
    """Lay the new state out beside the folder, unchanged files linked, and exchange the two."""
    root.parent.mkdir(parents=True, exist_ok=True)
    stage = root.with_name(f".{root.name}.dateline-{os.getpid()}")
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir()
    try:
        for name, path in sorted(tree(root)):
            if name not in written and name not in gone:
                _make_folders(stage, name)
                linked(path, stage / name)
        for name, content in sorted(written.items()):
            _make_folders(stage, name)
            _write(stage / name, content)
        stage.chmod(root.stat().st_mode & 0o777 if root.exists() else _FOLDER_MODE)
        old = exchanged(stage, root)
    except BaseException:
        shutil.rmtree(stage, ignore_errors=True)
        raise
    if old is not None:
        shutil.rmtree(old, ignore_errors=True)


def _in_place(root: Path, written: Mapping[str, bytes], gone: Sequence[str] | set[str]) -> None:
    for name, content in assets_first(written):
        _make_folders(root, name)
        aside = (root / name).with_name(f".{(root / name).name}.dateline-{os.getpid()}")
        _write(aside, content)
        aside.replace(root / name)
    for name in sorted(gone):
        (root / name).unlink(missing_ok=True)
        _prune(root, (root / name).parent)


def _make_folders(root: Path, name: str) -> None:
    """Make the folders above a file; one that leads out of the target by a link is refused."""
    parent = (root / name).parent
    if not Path(os.path.realpath(parent)).is_relative_to(os.path.realpath(root)):
        raise HostError(f"{name} leads out of {root}")
    missing = [each for each in (parent, *parent.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(exist_ok=True)
        each.chmod(_FOLDER_MODE)


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    path.chmod(_FILE_MODE)


def _prune(root: Path, parent: Path) -> None:
    """Remove the folders that have become empty, up to the target itself."""
    while parent != root and parent.is_relative_to(root):
        with suppress(OSError):
            parent.rmdir()
        if parent.exists():
            return
        parent = parent.parent
