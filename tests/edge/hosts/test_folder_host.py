from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from generator.edge.hosts import folder
from generator.edge.hosts.host import PUBLISHED, HostError
from generator.edge.hosts.targets import host_of
from tests.edge.hosts.places import SITE, done, publish


def tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.fixture(params=["exchanged", "in place"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways of writing: the folder exchanged in one step, and file by file where it cannot be moved."""
    if request.param == "in place":

        def refuse(*_: object) -> None:
            raise PermissionError(13, "no")

        monkeypatch.setattr(folder, "exchanged", refuse)
    return str(request.param)


def test_a_folder_is_made_and_kept_up(home: Path, way: str) -> None:
    target = home.parent / "www"
    assert done(publish("folder:../www", SITE, home)).put == tuple(sorted(SITE))
    (target / "CNAME").write_text("timeline.example")
    (target / "event" / "mine.txt").write_text("mine")
    later = {"index.html": b"<p>two</p>", "style.css": b"p{}", ".nojekyll": b""}
    assert done(publish("folder:../www", later, home)).removed == ("event/e-1/index.html",)
    assert {path: content for path, content in tree(target).items() if path != PUBLISHED} == {
        **later,
        "CNAME": b"timeline.example",
        "event/mine.txt": b"mine",
    }
    assert not (target / "event" / "e-1").exists()
    assert [path.name for path in home.parent.iterdir() if "dateline" in path.name] == []


def test_the_web_server_may_read_what_is_published(home: Path, way: str) -> None:
    before = os.umask(0o077)
    try:
        publish("folder:../www", SITE, home)
    finally:
        os.umask(before)
    target = home.parent / "www"
    assert stat.S_IMODE(target.stat().st_mode) == 0o755
    assert stat.S_IMODE((target / "event/e-1").stat().st_mode) == 0o755
    assert stat.S_IMODE((target / "event/e-1/index.html").stat().st_mode) == 0o644


def test_a_link_in_the_target_does_not_lead_the_upload_elsewhere(home: Path, way: str) -> None:
    other = home.parent / "private"
    other.mkdir()
    target = home.parent / "www"
    target.mkdir()
    (target / "event").symlink_to(other)
    publish("folder:../www", SITE, home)
    assert list(other.iterdir()) == []


@pytest.mark.parametrize("address", [".", "..", "../..", ""])
def test_the_projects_own_folder_is_no_target(home: Path, address: str) -> None:
    host, given = host_of(f"folder:{address}")
    with pytest.raises(HostError), host(given, home):
        pass
    assert list(home.iterdir()) == []


def test_a_file_is_no_folder(home: Path) -> None:
    (home / "site").write_text("x")
    host, given = host_of("folder:site")
    with pytest.raises(HostError, match="not a folder"), host(given, home):
        pass


def test_a_dry_run_makes_no_folder(home: Path) -> None:
    assert done(publish("folder:../www", SITE, home, dry_run=True)).put == tuple(sorted(SITE))
    assert not (home.parent / "www").exists()
