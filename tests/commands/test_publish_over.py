"""`dateline publish` onto what stands there already: another project's timeline, a place in use, a good timeline below an empty one."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Said

Dateline = Callable[..., Said]
CHECK = """+++
action = "edit"
by = "I.H."
at = 2023-01-02T10:00:00Z
[[target]]
source = "vote"
exact = "The council of Marle voted on Tuesday to plant the old quarry with trees."
[set]
checked = true
+++
"""


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def publish(dateline: Dateline) -> Dateline:
    return lambda project, target, *more: dateline("publish", target, "--project", project, "--now", "2024-05-01", *more)


@pytest.fixture
def another(project: Path) -> Path:
    """A second project beside the first one, with the same articles."""
    folder = project.parent / "another"
    shutil.copytree(project, folder)
    (folder / "timeline.toml").write_text('title = "The bridge"\n')
    return folder


@pytest.mark.parametrize("kind", ["folder", "branch"])
def test_another_projects_timeline_is_left_alone(
    project: Path, another: Path, kind: str, publish: Dateline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    place = project.parent / "place"
    if kind == "branch":
        subprocess.run(["git", "init", "--quiet", "--bare", str(place)], check=True)
    target = f"git:{place}" if kind == "branch" else f"folder:{place}"
    assert publish(another, target).code == 0
    before = tree(place)
    said = publish(project, target)
    assert said.code == 1
    assert f"error[D509] “The bridge”, the timeline of another project, stands at {target}" in said.err
    assert "--overwrite" in said.err
    assert tree(place) == before
    assert not (project / "permalinks.json").exists()
    assert not (project / "site").exists()
    assert publish(another, target).code == 0, "whose it is may go on"
    assert publish(project, target, "--overwrite").code == 0
    assert publish(project, target).code == 0
    assert publish(another, target).code == 1, "and now it is the other's"


def test_a_clone_of_a_project_publishes_to_the_same_place(project: Path, publish: Dateline) -> None:
    place = f"folder:{project.parent / 'place'}"
    publish(project, place)
    clone = project.parent / "clone"
    shutil.copytree(project, clone, ignore=shutil.ignore_patterns("site", ".dateline"))
    assert publish(clone, place).code == 0
    (clone / "permalinks.json").unlink()
    assert publish(clone, place).code == 1, "without permalinks.json nobody knows whose it is, and addresses would be lost"


def test_a_publish_that_breaks_off_is_known_for_its_own(project: Path, publish: Dateline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    remote = project.parent / "remote.git"
    subprocess.run(["git", "init", "--quiet", "--bare", str(remote)], check=True)
    hook = remote / "hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    assert publish(project, f"git:{remote}").code == 1
    links = json.loads((project / "permalinks.json").read_bytes())
    assert links["project"]
    assert not links["events"], "nothing is public yet"
    hook.unlink()
    said = publish(project, f"git:{remote}")
    assert "first published" in said.out
    assert json.loads((project / "permalinks.json").read_bytes())["project"] == links["project"]


def test_a_folder_in_use_is_refused(project: Path, publish: Dateline) -> None:
    place = project.parent / "letters"
    place.mkdir()
    (place / "letter.txt").write_text("Dear")
    said = publish(project, place)
    assert said.code == 1
    assert "error[D510]" in said.err
    assert "1 file (letter.txt)" in said.err
    assert tree(place) == {"letter.txt": b"Dear"}
    assert publish(project, place, "--overwrite").code == 0
    assert (place / "letter.txt").read_text() == "Dear"


@pytest.mark.parametrize("where", ["folder:../www", "folder:site"])
def test_nothing_checked_is_never_put_over_a_good_timeline(project: Path, where: str, publish: Dateline) -> None:
    assert publish(project, where).code == 0
    place = project / where.removeprefix("folder:")
    before, links = tree(place), (project / "permalinks.json").read_bytes()
    local = tree(project / "site")
    settings = (project / "timeline.toml").read_text() if (project / "timeline.toml").exists() else ""
    (project / "timeline.toml").write_text(settings + 'publish = "checked"\n')
    for _ in range(2):
        said = publish(project, where)
        assert said.code == 1
        assert f"error[D511] the timeline holds no event, and {where} has one that does" in said.err
        assert said.out.startswith("not published: ")
        assert tree(place) == before
        assert (project / "permalinks.json").read_bytes() == links
        assert tree(project / "site") == local
    (project / "edits").mkdir()
    (project / "edits/check.md").write_text(CHECK)
    assert publish(project, where).code == 0
    (project / "edits/check.md").unlink()
    assert publish(project, where, "--overwrite").code == 0, "who means it says so"


def test_a_first_timeline_may_be_empty_and_is_told(project: Path, publish: Dateline) -> None:
    (project / "timeline.toml").write_text('publish = "checked"\n')
    for _ in range(2):
        said = publish(project, "folder:../www")
        assert said.code == 0
        assert "warning[D109]" in said.err


def test_the_output_folder_is_published_to_after_a_build(project: Path, publish: Dateline, dateline: Dateline) -> None:
    assert dateline("build", project).code == 0
    (project / "articles/flood.txt").write_text("Marle Quarry was flooded on 3 May 2023.\n")
    said = publish(project, "folder:site")
    assert said.code == 0, said.err
    assert "flood" in (project / "site/timeline.json").read_text()
    assert dateline("build", project).code == 0
    assert publish(project, "folder:site").code == 0


def test_a_dry_run_claims_no_publication(project: Path, publish: Dateline) -> None:
    assert "nothing of it was published before" in publish(project, "folder:../www", "--dry-run").out
    assert "first published" in publish(project, "folder:../www").out


def test_what_was_published_is_said_to_be_so_where_its_addresses_cannot_be_kept(
    project: Path, publish: Dateline, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, _content: bytes) -> None:
        raise OSError(28, "No space left on device", str(path))

    publish(project, "folder:../www")
    (project / "articles/flood.txt").write_text("Marle Quarry was flooded on 3 May 2023.\n")
    monkeypatch.setattr("generator.commands.publish.put_in_place", full)
    said = publish(project, "folder:../www")
    assert said.code == 1
    assert "not published" not in said.out
    assert "1 event new" in said.out
    assert "error[D502]" in said.err
    assert "the site is published; publish again to have its addresses kept" in said.err
