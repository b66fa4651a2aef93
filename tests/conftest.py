"""What many tests use: the `--update` option, a small project of our own, and the command line called in this process."""

from __future__ import annotations

import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import hypothesis
import pytest

hypothesis.settings.register_profile("dateline", deadline=None)  # what is slow is measured by benchmarks; a busy machine fails no test
hypothesis.settings.load_profile("dateline")
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background ignores it; servers that tests end by it would not end

collect_ignore = ["clusters.py"]  # run by an interpreter of its own, which has dask

STORY = """\
Council votes to plant the old quarry

The council of Marle voted on Tuesday to plant the old quarry with trees.

Work is expected to begin in March 2023, Mayor Odile Brandt said.
"""


@dataclass(frozen=True)
class Said:
    """What a command did: its exit code, and what it wrote where."""

    code: int
    out: str
    err: str


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="renew the golden site and the help texts in the docs")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "quarry"
    (folder / "articles").mkdir(parents=True)
    (folder / "timeline.toml").write_text('title = "The quarry"\n')
    (folder / "articles" / "vote.txt").write_text(STORY)
    (folder / "articles" / "vote.toml").write_text("published = 2022-11-09\n")
    return folder


@pytest.fixture
def dateline(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Said]:
    from generator.cli import run

    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    def call(*arguments: object) -> Said:
        capsys.readouterr()
        code = run([str(each) for each in arguments])
        out, err = capsys.readouterr()
        return Said(code, out, err)

    return call


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Let builds not wait until all is on the disk: no test pulls the plug. (The one that asks for it is marked by its name.)"""
    if "on_the_disk" not in request.node.name:
        monkeypatch.setattr("generator.edge.staging.os.fsync", lambda _file: None)
