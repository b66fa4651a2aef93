"""Mishaps: an error or a kill at every system call of build, add, import, publish, save and undo, and what is on disk afterwards.

    python -m benchmarks.mishaps [--every 1] [--only build]

strace (Linux) makes the calls fail: ENOSPC where something is written, EIO everywhere, EMFILE where something is opened, and a kill. Laws:
what stands is what stood or what was to stand, whole; a failure is one line that says what to do, exit code 1, and no fault of the program;
the same command once more finishes the work as if nothing had been, and leaves nothing behind. Out: how many mishaps broke a law; exit 1
where one did.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import io
import os
import pkgutil
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import generator
from benchmarks.floors import missed
from generator.cli import run
from generator.desk.saved import Saved
from generator.edge.editing.saving import EditFolder

CALLS = {
    "ENOSPC": "write pwrite64 mkdir link linkat rename renameat2 fsync",
    "EIO": "read pread64 openat write mkdir link linkat rename renameat2 unlink unlinkat rmdir chmod fchmod fsync getdents64 newfstatat"
    " close",
    "EMFILE": "openat",
    "SIGKILL": "openat write close mkdir link linkat rename renameat2 unlink unlinkat rmdir chmod fsync",
}
"""What befalls which system calls."""
_TRACED = sorted({call for calls in CALLS.values() for call in calls.split()})
_LINE = re.compile(r"^(?:\[pid +\d+\] |\d+ +)?(\w+)\(", re.MULTILINE)
PAGE = (
    '<html lang="en"><head><title>Mill sold</title><meta property="article:published_time" content="2022-11-09T10:00:00Z"></head><body>'
    "<article><h1>Mill sold</h1><p>The mill of Sarn was sold to the town on Monday, 7 November 2022, after a year of talks.</p>"
    "<p>The council of the town had asked for it since the fire, the mayor said, and nobody else wanted it.</p></article></body></html>"
)
EDIT = '+++\naction = "add"\nat = 2022-11-10T10:00:00Z\nown_reporting = true\n[set]\ndate = "2022"\nheadline = "A wall fell"\n+++\n'
ARTICLE = "The council of Marle voted on Tuesday to plant the old quarry with trees. Work is expected to begin in March 2023.\n"


@dataclass(frozen=True)
class Work:
    """A command: how its project is made ready, what it does there, and what of the project it is judged by."""

    name: str
    does: Callable[[Path], int]
    ready: Callable[[Path], None]
    judged: str
    again: frozenset[int] = frozenset({0})
    """Exit codes of the same once more; empty where it is not done again."""
    whole: bool = False
    """Whether what is judged is exchanged in one step, or file by file."""


def _begun(project: Path) -> None:
    (project / "articles").mkdir(parents=True)
    (project / "timeline.toml").write_text('title = "The quarry"\n')
    (project / "articles" / "vote.txt").write_text(ARTICLE)
    (project / "articles" / "vote.toml").write_text("published = 2022-11-09\n")
    (project / "page.html").write_text(PAGE)
    (project / "sheet.csv").write_text(
        "date,headline,url\n2022-11-01,A wall fell,https://a.example/1\n2022-11-02,It was mended,https://a.example/2\n"
    )


def _built(project: Path) -> None:
    _begun(project)
    run(["build", str(project)])
    (project / "articles" / "mill.txt").write_text("The mill of Sarn was destroyed by a fire on Monday, 7 November 2022.\n")
    (project / "articles" / "mill.toml").write_text("published = 2022-11-09\n")
    (project / "articles" / "vote.txt").write_text(ARTICLE.replace("March", "April"))
    (project / "site" / "CNAME").write_text("quarry.example\n")


def _published(project: Path) -> None:
    _built(project)
    run(["publish", str(project / "www"), str(project)])
    (project / "articles" / "mill.txt").unlink()
    (project / "articles" / "mill.toml").unlink()


def _save(project: Path) -> int:
    folder = EditFolder(project)
    with folder.locked():
        folder.write("edits", "one", EDIT)
    return 0


def _saved(project: Path) -> None:
    _begun(project)
    _save(project)


def _undo(project: Path) -> int:
    folder = EditFolder(project)
    with folder.locked():
        folder.take_back(Saved("edits/one.md", EDIT, sha256(EDIT.encode()).hexdigest()))
    return 0


def told(work: Callable[[Path], int], project: Path) -> int:
    """Do what the preview does, and tell of the disk as its page does."""
    try:
        return work(project)
    except OSError as error:
        print(f"error: {error}")
        return 1


WORKS = (
    Work("build", lambda project: run(["build", str(project), "--workers", "1"]), _built, "site", whole=True),
    Work("add", lambda project: run(["add", "-y", str(project / "page.html"), str(project)]), _begun, "articles", again=frozenset({0, 1})),
    Work("import", lambda project: run(["import", str(project / "sheet.csv"), str(project), "--by", "R.K."]), _begun, "edits"),
    Work("publish", lambda project: run(["publish", str(project / "www"), str(project)]), _published, "www"),
    Work("save", lambda project: told(_save, project), _begun, "edits", again=frozenset()),
    Work("undo", lambda project: told(_undo, project), _saved, "edits", again=frozenset()),
)


@dataclass(frozen=True)
class Came:
    """What came of a command that met with a mishap: its exit code (negative: killed), what it said, what of it stands."""

    code: int
    said: str
    stands: dict[str, bytes]


def main() -> int:
    """Run the benchmark."""
    cli = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    cli.add_argument("--every", type=int, default=1, help="take every so many mishaps")
    cli.add_argument("--only", choices=[each.name for each in WORKS])
    args = cli.parse_args()
    loaded()
    tried, broken = 0, Counter[str]()
    with tempfile.TemporaryDirectory() as scratch:
        for work in WORKS:
            if args.only in {None, work.name}:
                tried += sum(1 for _ in mishaps(work, Path(scratch) / work.name, args.every, broken))
                print(f"{tried:,} mishaps up to {work.name}", flush=True)
    for law, count in broken.most_common(40):
        print(f"{count:5} × {law}")
    return int(bool(missed("mishaps", {"broken laws": broken.total()})))


def loaded() -> None:
    """Load the whole program, so that what comes is of the work, and not of loading it."""
    for each in pkgutil.walk_packages(generator.__path__, "generator."):
        if not each.name.endswith("__main__"):
            importlib.import_module(each.name)


def mishaps(work: Work, scratch: Path, every: int, broken: Counter[str]) -> Iterator[str]:
    """Let every so many mishaps befall a command, count the laws that break, and yield what each was."""
    old, project = scratch / "old", scratch / "project"
    with quiet():
        work.ready(scratch / "loading")
        work.does(scratch / "loading")  # what it loads once is loaded before it is forked
        work.ready(old)
    before = held(old / work.judged)
    calls = traced(work, old, project)
    after = held(project / work.judged)
    if before == after:
        raise RuntimeError(f"{work.name} does nothing")
    wanted = [(name, call, at) for name, each in CALLS.items() for call in each.split() for at in range(1, calls[call] + 1)]
    for name, call, at in wanted[::every]:
        came = befallen(work, old, project, ("-e", f"inject={call}:{'signal' if name == 'SIGKILL' else 'error'}={name}:when={at}"))
        for law in laws(work, came, before, after, project):
            broken[f"{work.name}: {law} ({name} at {call} {at})"] += 1
        yield name


def laws(work: Work, came: Came, before: dict[str, bytes], after: dict[str, bytes], project: Path) -> Iterator[str]:
    """Yield the laws that are broken."""
    if came.code == 0 and came.stands != after:
        yield f"says that it is done: {differing(came.stands, after)}"
    if work.whole and came.stands not in (before, after) and not (came.code == 1 and "error[" in came.said):
        yield f"stands by half: {differing(came.stands, after)}"
    if not work.whole and (
        torn := [
            name
            for name, content in came.stands.items()
            if content not in (before.get(name), after.get(name)) and not (came.code and name.rpartition("/")[2].startswith(".dateline-"))
        ]
    ):
        yield f"torn or strange: {' '.join(sorted(torn)[:4])}"
    if (came.code > 1 and came.stands != before) or "Traceback" in came.said or "fault of the program" in came.said:
        yield f"not told: {came.said.strip()[-300:]!r}"
    if came.code == 1 and "rror" not in came.said:
        yield f"says nothing: {came.said.strip()[-300:]!r}"
    if not work.again:
        return
    with quiet() as said:
        code = work.does(project)
    if code not in work.again or held(project / work.judged) != after:
        yield f"the next one does not mend it: {code} {differing(held(project / work.judged), after)} {said.getvalue()[-200:]!r}"
    if left := [each.name for each in project.rglob("*") if "dateline-" in each.name and not each.name.endswith(".json")]:
        yield f"left behind: {left}"


def held(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder; those in which time goes by without the line that tells it."""
    found = {each.relative_to(folder).as_posix(): each for each in folder.rglob("*") if each.is_file()}
    return {name: re.sub(rb"(?m)^(at|added|retrieved_at) = .*\n", b"", each.read_bytes()) for name, each in found.items()}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> str:
    """Name a few files in which two trees differ."""
    return " ".join(sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))[:4])


@contextlib.contextmanager
def quiet() -> Iterator[io.StringIO]:
    """Keep what is printed."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        yield said


def traced(work: Work, old: Path, project: Path) -> Counter[str]:
    """Run the command and return how often it makes each system call."""
    log = project.with_name("calls")
    came = befallen(work, old, project, ("-e", f"trace={','.join(_TRACED)}", "-o", str(log)))
    if came.code:
        raise RuntimeError(came.said)
    return Counter(_LINE.findall(log.read_text(errors="replace")))


def befallen(work: Work, old: Path, project: Path, told: tuple[str, ...]) -> Came:
    """Run the command in a copy of its project, in a process of its own that has all it needs loaded, under strace."""
    shutil.rmtree(project, ignore_errors=True)
    shutil.copytree(old, project)
    with (project.parent / "said").open("w+b") as said:
        child = os.fork()
        if child == 0:
            os.dup2(said.fileno(), 1)
            os.dup2(said.fileno(), 2)
            os.kill(os.getpid(), signal.SIGSTOP)
            os._exit(work.does(project) & 0xFF)
        os.waitpid(child, os.WUNTRACED)
        out = () if "-o" in told else ("-o", os.devnull)
        with subprocess.Popen(["strace", "-f", *told, *out, "-p", str(child)], stderr=subprocess.PIPE) as tracer:
            if tracer.stderr:
                tracer.stderr.readline()  # “attached”
            os.kill(child, signal.SIGCONT)
            _, status = os.waitpid(child, 0)
        said.seek(0)
        return Came(os.waitstatus_to_exitcode(status), said.read().decode(errors="replace"), held(project / work.judged))


if __name__ == "__main__":
    if shutil.which("strace") is None:
        sys.exit("strace is needed (on Debian: apt-get install strace)")
    raise SystemExit(main())
