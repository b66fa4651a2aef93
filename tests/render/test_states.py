"""Who made an entry what it is: the page says so of each, as the acts of editors have it, and says the usual case once."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Said

HEAD = '+++\naction = "{action}"\nby = "{by}"\nat = 2022-11-1{day}T10:00:00Z\n'
TARGET = '[[target]]\nsource = "vote"\nexact = "{exact}"\n'
VOTE, WORK = "The council of Marle voted on Tuesday to plant the old quarry with trees.", "Work is expected to begin in March 2023"
USUAL = "Unless an entry says otherwise, a program found it"


def act(project: Path, name: str, text: str) -> None:
    (project / "edits").mkdir(exist_ok=True)
    (project / f"edits/{name}.md").write_text(text)


def page(project: Path, dateline: Callable[..., Said], *words: str) -> str:
    """Return the page of the event whose headline holds the words, without its tags."""
    assert dateline("build", project).code == 0
    pages = [path.read_text() for path in (project / "site/event").rglob("index.html")]
    (text,) = [each for each in pages if all(word in re.findall(r"<h1[^>]*>(.*?)</h1>", each)[0] for word in words)]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", text))


def test_what_the_program_found_says_so_on_its_page_and_once_in_the_list(project: Path, dateline: Callable[..., Said]) -> None:
    assert "Found by the program, not yet checked" in page(project, dateline, "voted")
    index = (project / "site/index.html").read_text()
    assert index.count(USUAL) == 1
    assert "Found by the program" not in index


@pytest.mark.parametrize(("by", "told"), [("R.K.", "R.K."), ("", "an editor")])
def test_an_edited_date_names_its_editor(project: Path, dateline: Callable[..., Said], by: str, told: str) -> None:
    text = HEAD.format(action="edit", by=by, day=0).replace('by = ""\n', "")
    act(project, "date", text + TARGET.format(exact=VOTE) + '[set]\ndate = "2022-11-07"\n[correction]\ntext = "It was Monday."\n+++\n')
    shown = page(project, dateline, "voted")
    assert f"Found by the program, edited by {told}" in shown
    assert "not yet checked" not in shown
    index = (project / "site/index.html").read_text()
    assert f"edited by {told}" in index
    assert USUAL in index, "the other entry is as the program found it"


def test_what_an_editor_added_was_not_found_by_the_program(project: Path, dateline: Callable[..., Said]) -> None:
    text = HEAD.format(action="add", by="A.B.", day=0)
    act(project, "own", text + 'own_reporting = true\n[set]\ndate = "2022-11-10"\nheadline = "The mayor resigned"\n+++\n')
    shown = page(project, dateline, "mayor resigned")
    assert "Added by A.B." in shown
    assert "Found by the program" not in shown


def test_what_is_checked_names_who_checked_and_who_edited(project: Path, dateline: Callable[..., Said]) -> None:
    act(project, "a", HEAD.format(action="edit", by="R.K.", day=0) + TARGET.format(exact=VOTE) + '[set]\nheadline = "Marle voted"\n+++\n')
    act(project, "b", HEAD.format(action="edit", by="A.B.", day=1) + TARGET.format(exact=VOTE) + "[set]\nchecked = true\n+++\n")
    shown = page(project, dateline, "Marle voted")
    assert "edited by R.K." in shown
    assert "Checked by A.B." in shown


def test_a_merge_is_an_act_of_its_editor(project: Path, dateline: Callable[..., Said]) -> None:
    text = HEAD.format(action="merge", by="R.K.", day=0) + TARGET.format(exact=VOTE) + TARGET.format(exact=WORK)
    act(project, "m", text + "+++\n")
    assert "edited by R.K." in page(project, dateline, "voted")
    assert USUAL not in (project / "site/index.html").read_text(), "no entry is as the program found it"


def test_a_plan_is_from_a_day_on_and_not_since_it(project: Path, dateline: Callable[..., Said]) -> None:
    for day, (name, status) in enumerate((("plan", "planned"), ("past", "ongoing"))):
        text = HEAD.format(action="add", by="A.B.", day=day)
        fields = f'date = "2023-01-28/.."\nstatus = "{status}"\nheadline = "The {name} holds"\n'
        act(project, name, f"{text}own_reporting = true\n[set]\n{fields}+++\n")
    assert "From Sat 28 Jan 2023 on no end given" in page(project, dateline, "plan holds")
    assert "Since Sat 28 Jan 2023 no end given" in page(project, dateline, "past holds")
    labels = {each["headline"]: each["label"] for each in json.loads((project / "site/timeline.json").read_text())["events"]}
    assert labels["The plan holds"] == "From Sat 28 Jan 2023 on"
