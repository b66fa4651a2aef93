"""`git:REMOTE#BRANCH`: a branch that GitHub, GitLab, Codeberg … Pages serve. In: a remote and a branch. Out: an OpenTarget.

One commit on top of the branch as it is, made in a repository of its own, never forced: the user's checkout is not touched, and what
others put on the branch (CNAME, for one) stays.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from generator.edge.hosts.host import HostError, OpenTarget

BRANCH = "gh-pages"
"""Where nothing else is said: the branch that GitHub Pages offers."""

_PROTOCOLS = "file:git:http:https:ssh"
"""No other transport: `ext::` would run a command that a settings file names."""
_OF_A_REPOSITORY = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_PREFIX")


@dataclass(slots=True)
class _Branch:
    """A branch as it was fetched, and what is to be done to it."""

    folder: Path
    remote: str
    name: str
    tip: str | None
    written: dict[str, bytes] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)


@contextmanager
def git(address: str, project: Path) -> Iterator[OpenTarget]:
    """Open a branch: ``REMOTE#BRANCH``, where REMOTE is an address, a path, or the name of a remote of the project's own repository.

    Of a remote that is pushed to elsewhere than it is fetched from, the place that is pushed to is meant.
    """
    remote, _, name = address.partition("#")
    name = name or BRANCH
    if not remote or remote.startswith("-") or name.startswith("-"):
        raise HostError("a remote and a branch are wanted: git:REMOTE#BRANCH")
    with tempfile.TemporaryDirectory(prefix="dateline-") as made:
        folder = Path(made)
        _git(folder, "init", "--quiet", "--bare", "--template=")
        branch = _Branch(folder, _address(remote, project), name, None)
        branch.tip = _fetched(branch)

        def finish(line: str) -> None:
            _commit(branch, line, _author(project))
            _git(folder, "push", "--quiet", "--", branch.remote, f"refs/heads/{name}:refs/heads/{name}")

        yield OpenTarget(
            names=lambda: _names(branch),
            read=lambda paths: _read(branch, paths),
            put=branch.written.update,
            remove=branch.gone.update,
            finish=finish,
        )


def _git(folder: Path, *arguments: str, content: bytes | None = None) -> bytes:
    """Run git in *folder*; what it says on failure becomes the error."""
    environment = {name: value for name, value in os.environ.items() if name not in _OF_A_REPOSITORY}
    environment |= {"GIT_ALLOW_PROTOCOL": _PROTOCOLS, "LC_ALL": "C"}
    if not os.isatty(0):
        environment["GIT_TERMINAL_PROMPT"] = "0"
    try:
        done = subprocess.run(["git", *arguments], cwd=folder, env=environment, input=content, capture_output=True, check=False)  # noqa: S603, S607 - git, as the user has it; no shell
    except FileNotFoundError as error:
        raise HostError("git is not installed") from error
    if done.returncode:
        told = [line for line in done.stderr.decode(errors="replace").splitlines() if line.strip() and not line.startswith("hint:")]
        raise HostError(" ".join(told) or f"git {arguments[0]} failed")
    return done.stdout


def _address(remote: str, project: Path) -> str:
    """Return a remote's address: the name of one in the project's repository, a path from the project, or what it is already."""
    if "/" not in remote and ":" not in remote and not (project / remote).exists():
        try:
            address = _git(project, "remote", "get-url", "--push", "--", remote).decode().strip()
            top = Path(os.fsdecode(_git(project, "rev-parse", "--show-toplevel").rstrip(b"\n")))
        except HostError as error:
            raise HostError(f"“{remote}” is neither a remote of the project's repository nor a path: {error}") from error
        if top.resolve() != project.resolve() and not _git(project, "ls-files", "--", "."):
            raise HostError(f"“{remote}” is a remote of {top}, in which nothing of this project is; `git init` it, or name an address")
        return str((top / address).resolve()) if address.startswith(("./", "../")) else address
    path = project / Path(remote).expanduser()
    return str(path.resolve()) if path.exists() else remote


def _fetched(branch: _Branch) -> str | None:
    """Fetch the tip of the branch; None when the remote has none yet."""
    try:
        _git(branch.folder, "check-ref-format", f"refs/heads/{branch.name}")
    except HostError as error:  # git says nothing of why
        raise HostError(f"“{branch.name}” cannot be the name of a branch") from error
    found = _git(branch.folder, "ls-remote", "--", branch.remote, f"refs/heads/{branch.name}").split()
    if not found:
        return None
    _git(branch.folder, "fetch", "--quiet", "--depth=1", "--no-tags", "--", branch.remote, f"refs/heads/{branch.name}")
    return found[0].decode()


def _names(branch: _Branch) -> frozenset[str]:
    if branch.tip is None:
        return frozenset()
    names = _git(branch.folder, "ls-tree", "-r", "-z", "--name-only", branch.tip).split(b"\0")
    return frozenset(os.fsdecode(name) for name in names if name)


def _read(branch: _Branch, paths: Iterable[str]) -> dict[str, bytes]:
    if branch.tip is None:
        return {}
    wanted = [path for path in paths if "\n" not in path]
    asked = "".join(f"{branch.tip}:{path}\n" for path in wanted).encode()
    told = _git(branch.folder, "cat-file", "--batch", content=asked)
    found: dict[str, bytes] = {}
    at = 0
    for path in wanted:
        end = told.index(b"\n", at)
        head, at = told[at:end].split(), end + 1
        if len(head) == 3 and head[1] == b"blob":
            size = int(head[2])
            found[path], at = told[at : at + size], at + size + 1
    return found


def _author(project: Path) -> str:
    """Return who commits: the user as git knows them, else the program."""
    try:
        told = _git(project, "var", "GIT_COMMITTER_IDENT").decode(errors="replace")
        return told[: told.rindex(">") + 1]
    except (HostError, ValueError, OSError):
        return "Dateline <dateline@localhost>"


def _commit(branch: _Branch, line: str, author: str) -> None:
    """Make one commit of everything that was put and removed, by ``git fast-import``."""
    message = line.encode()
    parts = [
        f"commit refs/heads/{branch.name}\ncommitter {author} {int(time.time())} +0000\ndata {len(message)}\n".encode(),
        message,
        b"\n",
    ]
    parts += [f"from {branch.tip}\n".encode()] if branch.tip else []
    parts += [b"D " + _quoted(path) + b"\n" for path in sorted(branch.gone)]
    for path, content in sorted(branch.written.items()):
        parts += [b"M 100644 inline " + _quoted(path) + f"\ndata {len(content)}\n".encode(), content, b"\n"]
    _git(branch.folder, "fast-import", "--quiet", "--force", content=b"".join(parts))


def _quoted(path: str) -> bytes:
    """Write a path as fast-import reads it: between quotes, C-style."""
    return b'"' + os.fsencode(path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")) + b'"'
