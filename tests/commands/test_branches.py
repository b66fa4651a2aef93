"""Two branches that edit one event merge without conflict in git; where both set one thing it is told whose holds."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from generator.desk.writing import name_of, text_of
from generator.model.edit import Action, Edit, Fields, Selector
from generator.model.edtf import Date
from generator.model.span import Source
from tests.conftest import Said

TAGS = ("Marle",)
PRINTED = "The council of Marle voted to plant the old quarry with trees"
QUOTE = "The council of Marle voted on Tuesday to plant the old quarry with trees."


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", "-c", "user.name=R.K.", "-c", "user.email=rk@v.example", *words], cwd=folder, check=True, capture_output=True)


def act(project: Path, by: str, minute: int, was: Fields, wanted: Fields) -> None:
    """Write an edit as the desk does, and commit it."""
    at = datetime(2023, 1, 5, 9, minute, tzinfo=UTC)
    edit = Edit("", Source("", ""), Action.EDIT, at, by=by, targets=(Selector("vote", QUOTE, "on Tuesday"),), was=was, set=wanted)
    (project / "edits").mkdir(exist_ok=True)
    (project / "edits" / f"{name_of(edit, 'council votes')}.md").write_text(text_of(edit), encoding="utf-8")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "Edit")


def merged(project: Path, *acts: tuple[str, int, Fields, Fields]) -> None:
    """Do each act on a branch of its own, then merge them all."""
    git(project, "init", "-q", "-b", "main", ".")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "Begin")
    for by, minute, was, wanted in acts:
        git(project, "checkout", "-q", "-b", by, "main")
        act(project, by, minute, was, wanted)
    git(project, "checkout", "-q", "main")
    for by, *_ in acts:
        git(project, "merge", "-q", "--no-edit", by)


def event(project: Path) -> dict[str, Any]:
    found = json.loads((project / "site" / "timeline.json").read_text("utf-8"))["events"]
    return next(each for each in found if any(cited["quote"] == QUOTE for cited in each["citations"]))


def test_two_that_change_different_fields_both_hold(project: Path, dateline: Callable[..., Said]) -> None:
    merged(
        project,
        ("Ida", 1, Fields(), Fields(headline="The quarry is to be planted")),
        ("Ruth", 2, Fields(), Fields(date=Date(2022, 11, 7), tags=("trees",))),
    )
    said = dateline("build", project)
    assert "D4" not in said.err
    now = event(project)
    assert (now["headline"], now["date"], now["tags"]) == ("The quarry is to be planted", "2022-11-07", ["trees"])


def test_two_acts_of_one_kind_in_one_second_merge_and_the_last_of_their_names_holds(project: Path, dateline: Callable[..., Said]) -> None:
    was = Fields(headline=PRINTED)
    ways = [("Ida", 1, was, Fields(headline="By Ida")), ("Ruth", 1, was, Fields(headline="By Ruth"))]
    merged(project, *ways)
    files = sorted((project / "edits").glob("2023-01-05-090100-edit-*.md"))
    assert len(files) == len(ways)
    said = dateline("build", project)
    last = "By Ida" if "By Ida" in files[-1].read_text("utf-8") else "By Ruth"
    assert event(project)["headline"] == last
    assert "D315" in said.err


def test_of_two_that_set_one_field_the_later_holds_and_both_are_named(project: Path, dateline: Callable[..., Said]) -> None:
    was = Fields(headline=PRINTED)
    merged(project, ("Ida", 2, was, Fields(headline="Later")), ("Ruth", 1, was, Fields(headline="Earlier")))
    said = dateline("build", project)
    assert event(project)["headline"] == "Later"
    assert "D315" in said.err
    assert "Ruth" in said.err


def test_two_that_each_add_a_tag_add_both(project: Path, dateline: Callable[..., Said]) -> None:
    merged(
        project,
        ("Ida", 1, Fields(tags=TAGS), Fields(tags=(*TAGS, "trees"))),
        ("Ruth", 2, Fields(tags=TAGS), Fields(tags=(*TAGS, "quarry"))),
    )
    dateline("build", project)
    assert sorted(event(project)["tags"]) == ["Marle", "quarry", "trees"]
