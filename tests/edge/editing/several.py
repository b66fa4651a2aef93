"""A preview that several editors share, as a process of its own. In: a project. Out: its port, and each editor's token by name."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.serving import serving

WAIT = 30
EDITORS = ("Ruth Kern", "Ida Lund")


@contextmanager
def shared(project: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Serve a project for its two editors, under an address of this machine that stands for that of a proxy."""
    (project / "timeline.toml").write_text(f'title = "T"\neditors = ["{EDITORS[0]}", "{EDITORS[1]}"]\n')
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    public = f"http://127.0.0.1:{port}"
    with serving("-m", "generator", "serve", "--edit", "--public", public, project, "--port", str(port)) as process:
        found = [process.says(rf"serving (.*): {public}/-/edit/enter\.html#edit=([\w-]+)") for _ in EDITORS]
        yield port, {match[1]: match[2] for match in found}
