"""Publishing with the real rsync: to a folder of this machine, and over its remote protocol through a stand-in for ssh."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.edge.hosts.host import PUBLISHED, HostError
from tests.edge.hosts.places import SITE, done, publish

SSH = """\
#!/bin/sh
# Called by rsync as ssh is: [-l USER] HOST COMMAND… Writes down what it was asked, and runs the command here.
echo "$@" >> "$0.calls"
[ "$1" = "-l" ] && shift 2
shift
exec sh -c "$*"
"""


@pytest.fixture(params=["local", "remote"])
def target(request: pytest.FixtureRequest, home: Path, installed: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "local":
        return "rsync:../www"
    ssh = home.parent / "ssh"
    ssh.write_text(SSH)
    ssh.chmod(0o755)
    monkeypatch.setenv("RSYNC_RSH", str(ssh))
    return f"rsync:editor@host.example:{home.parent}/www"


def tree(home: Path) -> dict[str, bytes]:
    root = home.parent / "www"
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file() and path.name != PUBLISHED}


def test_a_folder_is_made_and_kept_up(home: Path, target: str) -> None:
    assert done(publish(target, SITE, home)).put == tuple(sorted(SITE))
    assert tree(home) == SITE
    (home.parent / "www" / "CNAME").write_text("timeline.example")
    later = {"index.html": b"<p>2nd</p>", "style.css": b"p{}", ".nojekyll": b""}
    again = done(publish(target, later, home))
    assert (again.put, again.removed, again.kept) == (("index.html",), ("event/e-1/index.html",), 2)
    assert tree(home) == {**later, "CNAME": b"timeline.example"}
    assert done(publish(target, later, home)).put == ()
    if "@" in target:
        calls = (home.parent / "ssh.calls").read_text()
        assert "-l editor host.example rsync --server" in calls


def test_a_file_that_stays_keeps_its_time(home: Path, target: str) -> None:
    publish(target, SITE, home)
    style = home.parent / "www" / "style.css"
    before = style.stat().st_mtime_ns
    publish(target, {**SITE, "index.html": b"<p>two</p>"}, home)
    assert style.stat().st_mtime_ns == before


def test_odd_names_arrive_as_they_are(home: Path, target: str) -> None:
    odd = {"tag/größe/index.html": b"1", "with  two spaces.css": b"2", "a'b\"c$(x).txt": b"3"}
    done(publish(target, odd, home))
    assert tree(home) == odd
    assert done(publish(target, odd, home)).put == ()
    assert done(publish(target, {"index.html": b"1"}, home)).removed == tuple(sorted(odd))
    assert tree(home) == {"index.html": b"1"}


def test_a_file_of_others_is_not_replaced(home: Path, target: str) -> None:
    (home.parent / "www").mkdir()
    (home.parent / "www" / "index.html").write_text("theirs")
    assert [each.code.name for each in publish(target, SITE, home).diagnostics] == ["D504"]
    assert tree(home) == {"index.html": b"theirs"}


def test_a_dry_run_makes_nothing(home: Path, target: str) -> None:
    assert done(publish(target, SITE, home, dry_run=True)).put == tuple(sorted(SITE))
    assert not (home.parent / "www").exists()


def test_a_folder_that_cannot_be_made_is_told(home: Path, installed: Path) -> None:
    (home.parent / "www").write_text("a file")
    told = publish("rsync:../www/sub", SITE, home).diagnostics
    assert [each.code.name for each in told] == ["D503"]
    assert "www" in told[0].message.partition(": ")[2]


@pytest.mark.parametrize("address", ["", "-e sh:x", "-oProxyCommand=x:y", "user@-oProxyCommand=x:y", "host:a\nb"])
def test_what_is_no_destination_is_refused(home: Path, address: str) -> None:
    with pytest.raises(HostError):
        publish(f"rsync:{address}", SITE, home)


def test_a_missing_rsync_is_named(home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    told = publish("rsync:../www", SITE, home).diagnostics
    assert [each.message for each in told] == ["rsync:../www cannot be published to: rsync is not installed"]
