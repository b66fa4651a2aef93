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
    index = re.sub(r"<script.*?</script>", "", (project / "site/index.html").read_text(), flags=re.DOTALL)
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


ADDED = 'own_reporting = true\n[set]\ndate = "2022-11-10"\nheadline = "The mayor resigned"\n+++\n'


@pytest.fixture
def acted(project: Path, dateline: Callable[..., Said]) -> Path:
    """A site with an entry in each state: the vote as found, the work edited and checked, the mayor's resignation added."""
    act(project, "own", HEAD.format(action="add", by="A.B.", day=0) + ADDED)
    edit = (
        HEAD.format(action="edit", by="R.K.", day=0)
        + TARGET.format(exact=WORK)
        + '[set]\ndate = "2023-03-06"\nheadline = "Work begins"\n+++\n'
    )
    act(project, "edit", edit)
    act(project, "check", HEAD.format(action="edit", by="C.D.", day=1) + TARGET.format(exact=WORK) + "[set]\nchecked = true\n+++\n")
    assert dateline("build", project).code == 0
    return project / "site"


FOUND, EDITED, CHECKED, BY_EDITOR = (
    "Found by the program, not yet checked",
    "Found by the program, edited by R.K.",
    "Checked by C.D.",
    "Added by A.B.",
)
ALL = {FOUND, EDITED, CHECKED, BY_EDITOR}


@pytest.mark.parametrize("name", ["feed.xml", "feed.json", "timeline.ics", "timeline.csv", "timelinejs.json"])
def test_every_export_that_stands_alone_says_of_each_entry_who_made_it_what_it_is(acted: Path, name: str) -> None:
    text = (acted / name).read_text().replace("\n ", "").replace("\\,", ",")
    assert {each: text.count(each) for each in ALL} == dict.fromkeys(ALL, 1)


def test_the_contract_has_the_states_by_names_that_programs_read(acted: Path) -> None:
    events = {each["headline"]: each for each in json.loads((acted / "timeline.json").read_text())["events"]}
    states = {headline: (each["states"], each["checked_by"]) for headline, each in events.items()}
    vote = next(headline for headline in states if "voted" in headline)
    assert states == {
        vote: (["found"], None),
        "Work begins": (["found", "edited", "checked"], "C.D."),
        "The mayor resigned": (["added"], None),
    }


def test_search_engines_are_told_the_usual_case_once_and_the_exceptions(acted: Path) -> None:
    pages = {
        path: re.findall(r'<script type="application/ld.json">(.*?)</script>', path.read_text(), re.DOTALL)
        for path in acted.rglob("*.html")
    }
    found = {path: json.loads(each[0]) for path, each in pages.items() if each}
    index = found[acted / "index.html"]
    assert index["creditText"].startswith(USUAL)
    items = {each["item"]["name"]: each["item"].get("description") for each in index["mainEntity"]["itemListElement"]}
    assert {items["Work begins"], items["The mayor resigned"]} == {f"{EDITED}; {CHECKED}", BY_EDITOR}
    assert sum(each is None for each in items.values()) == 1
    assert {each["creditText"] for path, each in found.items() if "event" in path.parts} == {FOUND, f"{EDITED}; {CHECKED}", BY_EDITOR}


def test_annotations_name_the_program_among_their_makers(acted: Path, dateline: Callable[..., Said]) -> None:
    assert dateline("export", "annotations", acted.parent, "-o", acted.parent / "a.json").code == 0
    items = json.loads((acted.parent / "a.json").read_text())["first"]["items"]
    made = {each["body"][0]["value"]: each for each in items}
    names = {headline: [each["name"] for each in item["creator"]] for headline, item in made.items()}
    assert names["Work begins"] == ["Dateline", "R.K."]
    (found,) = (each for headline, each in names.items() if "voted" in headline)
    assert found == ["Dateline"]
    (state,) = (each for each in made["Work begins"]["body"] if each["purpose"] == "assessing")
    assert (state["value"], state["creator"]["name"]) == ("found, edited, checked", "C.D.")
