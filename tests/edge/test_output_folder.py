from __future__ import annotations

import os
import stat
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.edge import output, swap
from generator.edge.output import MANIFEST, is_ours, write_site
from generator.model import codes
from generator.model.page import Output

FIRST = (Output("index.html", b"one"), Output("event/e-1/index.html", b"event"))
SECOND = (Output("index.html", b"two"), Output("event/e-2/index.html", b"event"))


def files(folder: Path) -> dict[str, bytes]:
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {name: content for name, content in found.items() if name != MANIFEST}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    assert not write_site(folder, FIRST).diagnostics
    return folder


def test_a_site_is_written_into_a_folder_that_is_not_there_yet(site: Path) -> None:
    assert files(site) == {"index.html": b"one", "event/e-1/index.html": b"event"}
    assert is_ours(site)


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    assert write_site(tmp_path, FIRST).value is not None
    assert files(tmp_path)["index.html"] == b"one"


def test_a_second_build_replaces_the_first_and_removes_what_is_no_more(site: Path) -> None:
    done = write_site(site, SECOND).value
    assert files(site) == {"index.html": b"two", "event/e-2/index.html": b"event"}
    assert done is not None
    assert (done.files, done.changed, done.removed) == (2, 2, 1)


def test_unchanged_files_keep_their_time_stamps(site: Path) -> None:
    kept = site / "event/e-1/index.html"
    os.utime(kept, (1_000_000_000, 1_000_000_000))
    write_site(site, (Output("index.html", b"two"), FIRST[1]))
    assert kept.stat().st_mtime == 1_000_000_000
    assert (site / "index.html").read_bytes() == b"two"


def test_the_same_build_again_changes_nothing_at_all(site: Path) -> None:
    before = site.stat().st_ino
    done = write_site(site, FIRST).value
    assert done is not None
    assert (done.changed, done.removed, site.stat().st_ino) == (0, 0, before)


def test_a_file_that_was_tampered_with_is_put_right(site: Path) -> None:
    (site / "index.html").write_bytes(b"eno")
    write_site(site, FIRST)
    assert files(site)["index.html"] == b"one"


def test_modes_are_those_that_hosts_want_whatever_the_umask(tmp_path: Path) -> None:
    old = os.umask(0o077)
    try:
        write_site(tmp_path / "site", FIRST)
    finally:
        os.umask(old)
    for path in [tmp_path / "site", *(tmp_path / "site").rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o755 if path.is_dir() else 0o644), path


def test_a_folder_that_we_did_not_make_is_refused_and_left(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("years of work")
    for clean in (False, True):
        done = write_site(tmp_path, FIRST, clean=clean)
        assert done.value is None
        assert [each.code for each in done.diagnostics] == [codes.NOT_OURS]
        assert files(tmp_path) == {"thesis.doc": b"years of work"}


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("x")
    assert [each.code for each in write_site(tmp_path / "site", FIRST).diagnostics] == [codes.NOT_OURS]


def test_files_that_others_put_there_stay_unless_cleaning_is_asked_for(site: Path) -> None:
    (site / "verification.html").write_text("theirs")
    (site / ".git").mkdir()
    (site / ".git" / "HEAD").write_text("ref")
    write_site(site, SECOND)
    assert files(site).keys() == {"index.html", "event/e-2/index.html", "verification.html", ".git/HEAD"}
    write_site(site, SECOND, clean=True)
    assert files(site).keys() == {"index.html", "event/e-2/index.html", ".git/HEAD"}


def test_a_link_in_the_place_of_the_folder_is_followed(site: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(site)
    write_site(tmp_path / "link", SECOND)
    assert (tmp_path / "link").is_symlink()
    assert files(site)["index.html"] == b"two"


def test_a_write_that_fails_leaves_the_old_site_whole_and_nothing_beside_it(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(output, "exchanged", full)
    done = write_site(site, SECOND)
    assert [each.code for each in done.diagnostics] == [codes.CANNOT_WRITE]
    assert "No space left" in done.diagnostics[0].message
    assert files(site) == {"index.html": b"one", "event/e-1/index.html": b"event"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_without_an_exchange_two_renames_do(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swap, "_in_one_step", lambda *_: False)
    write_site(site, SECOND)
    assert files(site)["index.html"] == b"two"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_where_files_cannot_be_linked_they_are_copied(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object, **__: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", no_links)
    write_site(site, (FIRST[0], FIRST[1], Output("new.txt", b"n")))
    assert files(site) == {"index.html": b"one", "event/e-1/index.html": b"event", "new.txt": b"n"}


def test_what_a_killed_build_left_is_removed_by_the_next(site: Path, tmp_path: Path) -> None:
    left = tmp_path / ".site.dateline-999999999"
    left.mkdir()
    (left / "index.html").write_text("half")
    write_site(site, SECOND)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("manifest", [b"", b"[]", b"{}", b"null", b"\xff", b'{"dateline": 1}'])
def test_a_broken_manifest_is_none(site: Path, manifest: bytes) -> None:
    (site / MANIFEST).write_bytes(manifest)
    assert [each.code for each in write_site(site, SECOND).diagnostics] == [codes.NOT_OURS]


def test_a_spare_tree_is_filled_again_and_never_shows_through(site: Path, tmp_path: Path) -> None:
    spare = tmp_path / "memory" / "spare"
    sites = (SECOND, FIRST, (Output("only.html", b"3"),), SECOND, (*FIRST, Output("event/e-1/more/deep.html", b"4")))
    (site / "theirs.txt").write_text("kept")
    for outputs in sites:
        done = write_site(site, outputs, spare=spare)
        assert done.value is not None
        assert files(site) == {"theirs.txt": b"kept", **{each.path: each.content for each in outputs}}
        assert spare.is_dir()
        assert sorted(path.name for path in tmp_path.iterdir()) == ["memory", "site"]
        assert [path for path in site.rglob("*") if path.is_dir() and not any(path.iterdir())] == []


def test_writing_into_the_spare_tree_never_changes_the_site_that_stands(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spare = tmp_path / "spare"
    write_site(site, SECOND, spare=spare)
    standing = files(site)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(output, "exchanged", killed)
    with pytest.raises(KeyboardInterrupt):
        write_site(site, FIRST, spare=spare)
    assert files(site) == standing


def test_a_spare_tree_that_was_tampered_with_does_no_harm(site: Path, tmp_path: Path) -> None:
    spare = tmp_path / "spare"
    write_site(site, SECOND, spare=spare)
    (spare / "index.html").unlink()
    (spare / "index.html").mkdir()
    (spare / "index.html" / "x").write_text("x")
    (spare / "event").rename(spare / "elsewhere")
    write_site(site, FIRST, spare=spare)
    assert files(site) == {"index.html": b"one", "event/e-1/index.html": b"event"}


@given(st.lists(st.dictionaries(st.sampled_from(["a", "b", "c/a", "c/b/a", "d/a"]), st.binary(max_size=2)), max_size=6))
@settings(max_examples=40, deadline=None)
def test_after_any_sequence_of_builds_the_site_is_the_last_one(builds: list[dict[str, bytes]]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name) / "site"
        for wanted in builds:
            write_site(folder, [Output(path, content) for path, content in wanted.items()], spare=Path(name) / "spare")
            assert files(folder) == wanted
