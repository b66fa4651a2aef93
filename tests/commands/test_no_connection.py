"""A build makes no connection: with every call that would make one, or look a name up, refused, it makes the same site."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys
def refuse(event, arguments):
    if event.startswith(("socket.connect", "socket.get", "socket.send", "urllib.", "http.client.", "ftplib.", "smtplib.")):
        raise SystemExit(f"the network was asked: {event} {arguments}")
if sys.argv.pop(1) == "refused":
    sys.addaudithook(refuse)
if sys.argv[1] == "control":
    import socket
    socket.socket().connect(("127.0.0.1", 9))
from generator.cli import run
sys.exit(run(sys.argv[1:]))
"""


ALONE = ["unshare", "--map-root-user", "--net"]
"""A network of its own, in which there is nobody (Linux)."""


def alone() -> list[str]:
    """Return what a command is run by so that it has no network; nothing where this machine does not allow it."""
    try:
        return ALONE if subprocess.run([*ALONE, "true"], check=False, capture_output=True).returncode == 0 else []
    except OSError:
        return []


def build(project: Path, output: str, how: str, by: list[str]) -> subprocess.CompletedProcess[str]:
    command = [*by, sys.executable, "-c", PROGRAM, how, "build", str(project), "-o", str(project.parent / output), "--clean"]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(Path.cwd())})


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_build_asks_nothing_of_the_network(project: Path) -> None:
    page = "<html><body><article><h1>Weir</h1>" + "<p>The weir of Sarn broke on 7 November 2022, the mayor said.</p>" * 3
    (project / "articles/weir.html").write_text(f"{page}<img src='https://example.org/x.png'></article></body></html>")
    for output, how, by in (("one", "refused", []), ("two", "free", alone())):
        done = build(project, output, how, by)
        assert done.returncode == 0, done.stderr
    assert tree(project.parent / "one") == tree(project.parent / "two")


def test_the_control_is_stopped() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM, "refused", "control"], capture_output=True, text=True, check=False)
    assert "the network was asked: socket." in done.stderr
