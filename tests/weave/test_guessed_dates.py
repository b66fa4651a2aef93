"""Whatever is counted from a guessed date of publication says so, on pages and in exports; what names its own day does not."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Said

SAID = "dated from a publication date that is only guessed"


@pytest.fixture
def site(project: Path, dateline: Callable[..., Said]) -> Path:
    (project / "articles" / "vote.toml").write_text("published = 2022-11-09\npublished_guessed = true\n")
    (project / "timeline.toml").write_text('title = "The quarry"\nbase_url = "https://quarry.example/"\n')
    assert dateline("build", project).code == 0
    return project / "site"


def events(site: Path) -> dict[bool, list[dict[str, Any]]]:
    found: dict[bool, list[dict[str, Any]]] = {True: [], False: []}
    for event in json.loads((site / "timeline.json").read_bytes())["events"]:
        found[event["date_guessed"]].append(event)
    return found


def test_a_tuesday_is_as_unsure_as_what_it_counts_from_and_a_full_date_is_not(site: Path) -> None:
    found = events(site)
    assert [event["said"] for event in found[True]] == ["Tuesday"]
    assert [event["said"] for event in found[False]] == ["March 2023"]
    assert [event["citations"][0]["date_guessed"] for event in found[True]] == [True]


def test_the_pages_and_the_exports_say_so(site: Path, project: Path, dateline: Callable[..., Said]) -> None:
    (guessed,), (sure,) = events(site)[True], events(site)[False]
    assert SAID in (site / "index.html").read_text()
    assert SAID in (site / guessed["page"]).read_text()
    assert SAID not in (site / sure["page"]).read_text()
    rows = {row["id"]: row["date_guessed"] for row in csv.DictReader(io.StringIO((site / "timeline.csv").read_text()))}
    assert rows == {guessed["id"]: "yes", sure["id"]: "no"}
    for name in ("timeline.ics", "feed.xml", "feed.json"):
        assert SAID in (site / name).read_text().replace("\n ", ""), name
    said = dateline("explain", guessed["id"], "--project", project)
    assert "guessed   counted from" in said.out
    assert "which is guessed" in dateline("explain", "vote.txt:3", "--project", project).out


def test_an_editors_date_is_sure(site: Path, project: Path, dateline: Callable[..., Said]) -> None:
    (project / "edits").mkdir()
    quote = "The council of Marle voted on Tuesday to plant the old quarry with trees."
    (project / "edits" / "vote.md").write_text(
        f'+++\naction = "edit"\nby = "A. Editor"\nat = 2022-11-10T10:00:00Z\n[[target]]\nsource = "vote"\nexact = "{quote}"\n'
        '[set]\ndate = "2022-11-01"\n+++\n'
    )
    assert dateline("build", project).code == 0
    assert events(site)[True] == []
