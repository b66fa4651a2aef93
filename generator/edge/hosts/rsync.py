"""`rsync:HOST:PATH`: a folder of a machine that ssh reaches, or `rsync:PATH` of this one. In: a destination of rsync. Out: an OpenTarget.

Only the files that are named are sent or deleted, by lists; a folder's other files are never looked into beyond their names.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from generator.edge.hosts.host import HostError, OpenTarget

_ROW = re.compile(r"[-l]\S+ +[\d.,]+ \d{4}/\d\d/\d\d \d\d:\d\d:\d\d (.+)")
_ESCAPED = re.compile(r"\\#(\d{3})")
_GENTLE = ("--recursive", "--from0", "--perms", "--chmod=D755,F644")
_SOME_FAILED = 23
"""rsync's exit code for "not all could be transferred", also of a folder that is not there."""


@contextmanager
def rsync(address: str, project: Path) -> Iterator[OpenTarget]:
    """Open a destination of rsync: ``HOST:PATH``, ``USER@HOST:PATH``, ``rsync://HOST/MODULE/PATH`` or a path from the project."""
    host = address.partition(":")[0].rpartition("@")[2]
    if not address or host.startswith("-") or any(ord(sign) < 0x20 for sign in address):
        raise HostError("a destination is wanted: rsync:HOST:PATH")
    is_remote = ":" in address.partition("/")[0]
    target = (address if is_remote else str((project / Path(address).expanduser()).resolve())).rstrip("/") + "/"

    def put(files: Mapping[str, bytes]) -> None:
        with tempfile.TemporaryDirectory(prefix="dateline-") as made:
            for path, content in files.items():
                place = Path(made, path)
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(content)
            _rsync([*_GENTLE, "--ignore-times", "--delay-updates", "--files-from=-", "--", f"{made}/", target], files)

    def remove(paths: Sequence[str]) -> None:
        if paths:
            with tempfile.TemporaryDirectory(prefix="dateline-") as made:
                for path in paths:  # their folders are there, they are not: that is what is deleted
                    Path(made, path).parent.mkdir(parents=True, exist_ok=True)
                _rsync([*_GENTLE, "--delete-missing-args", "--files-from=-", "--", f"{made}/", target], paths)

    def read(paths: Iterable[str]) -> dict[str, bytes]:
        wanted = list(paths)
        with tempfile.TemporaryDirectory(prefix="dateline-") as made:
            _rsync([*_GENTLE, "--ignore-missing-args", "--files-from=-", "--", target, f"{made}/"], wanted)
            return {path: Path(made, path).read_bytes() for path in wanted if Path(made, path).is_file()}

    yield OpenTarget(names=lambda: _names(target), read=read, put=put, remove=remove)


def _names(target: str) -> frozenset[str]:
    """List the files of a target; none when it is not there yet."""
    code, told, failed = _run(["--recursive", "--list-only", "--links", "--", target])
    if code == _SOME_FAILED and "No such file or directory" in failed:
        return frozenset()
    if code:
        raise HostError(_last(failed))
    rows = (_ROW.fullmatch(line) for line in told.split("\n"))
    return frozenset(_plain(row[1].partition(" -> ")[0] if row[0].startswith("l") else row[1]) for row in rows if row)


def _plain(name: str) -> str:
    """Undo rsync's escapes of bytes that a terminal would not show."""
    raw = _ESCAPED.sub(lambda found: chr(0xDC00 + int(found[1], 8)) if int(found[1], 8) > 0x7F else chr(int(found[1], 8)), name)
    return os.fsdecode(os.fsencode(raw))


def _rsync(arguments: Sequence[str], paths: Iterable[str]) -> None:
    code, _, failed = _run(arguments, b"".join(os.fsencode(path) + b"\0" for path in paths))
    if code:
        raise HostError(_last(failed))


def _run(arguments: Sequence[str], content: bytes = b"") -> tuple[int, str, str]:
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    command = ["rsync", "--protect-args", *arguments]
    try:
        done = subprocess.run(command, input=content, capture_output=True, check=False, env=environment)  # noqa: S603 - rsync, as the user has it; no shell
    except FileNotFoundError as error:
        raise HostError("rsync is not installed") from error
    return done.returncode, os.fsdecode(done.stdout), done.stderr.decode(errors="replace")


def _last(failed: str) -> str:
    """Return what rsync said, without its summary line."""
    lines = [line.strip() for line in failed.splitlines() if line.strip() and not line.startswith("rsync error:")]
    return " ".join(lines[-3:]) or "rsync failed"
