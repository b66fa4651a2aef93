"""`dateline publish` end to end on a folder: what is refused, what is uploaded, and that no published address ever leads nowhere."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Dateline = Callable[..., Any]


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def ids(folder: Path) -> dict[str, str]:
    """The events of a published timeline: headline by id."""
    return {each["id"]: each["headline"] for each in json.loads((folder / "timeline.json").read_bytes())["events"]}


def pages(folder: Path) -> set[str]:
    """The addresses of events, those of the id alone among them."""
    return {path.parent.name for path in (folder / "event").rglob("index.html")}


@pytest.fixture
def www(project: Path) -> Path:
    (project / "timeline.toml").write_text(
        'title = "The quarry"\nbase_url = "https://news.example/quarry/"\npublish_to = "folder:../www"\n'
    )
    return project.parent / "www"


@pytest.fixture
def publish(project: Path, www: Path, dateline: Dateline) -> Dateline:
    return lambda *arguments: dateline("publish", "--project", project, "--now", "2024-05-01", *arguments)


def test_the_site_goes_where_the_settings_say(project: Path, www: Path, publish: Dateline) -> None:
    said = publish()
    assert said.code == 0
    assert re.fullmatch(
        r"2 events from 1 source, 2 not checked; first published\nfolder:\.\./www: \d+ files uploaded, 0 deleted, 0 as they were\n",
        said.out,
    )
    assert "warning[D506] 2 of 2 events have not been checked by an editor" in said.err
    built = tree(project / "site")
    built.pop(".dateline-manifest.json")
    published = tree(www)
    published.pop(".dateline-published.json")
    assert published == built
    assert b"https://news.example/quarry/" in published["feed.xml"]


def test_the_log_of_a_branch_says_what_changed_for_readers(project: Path, publish: Dateline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    remote = project.parent / "remote.git"
    subprocess.run(["git", "init", "--quiet", "--bare", str(remote)], check=True)
    assert publish("git:../remote.git").code == 0
    (project / "articles" / "flood.txt").write_text("Marle Quarry was flooded on 3 May 2023.\n")
    assert publish("git:../remote.git").code == 0
    log = subprocess.run(["git", "log", "--format=%s", "gh-pages"], cwd=remote, check=True, capture_output=True, text=True).stdout
    assert log.splitlines() == ["Publish “The quarry”: 1 event new", "Publish “The quarry”: 2 events new"]
    names = subprocess.run(
        ["git", "ls-tree", "-r", "--name-only", "gh-pages"], cwd=remote, check=True, capture_output=True, text=True
    ).stdout
    assert {"index.html", ".nojekyll", "404.html"} <= set(names.splitlines())


def test_a_target_on_the_command_line_counts_before_the_settings(project: Path, www: Path, publish: Dateline) -> None:
    assert publish("folder:../elsewhere").code == 0
    assert (project.parent / "elsewhere" / "index.html").exists()
    assert not www.exists()


def test_a_bare_path_in_the_settings_is_a_folder_seen_from_the_project(project: Path, www: Path, publish: Dateline) -> None:
    (project / "timeline.toml").write_text('base_url = "https://news.example/quarry/"\npublish_to = "../www"\n')
    assert publish().code == 0
    assert (www / "index.html").exists()


def test_a_second_publish_of_the_same_changes_nothing(project: Path, www: Path, publish: Dateline) -> None:
    publish()
    before, links = tree(www), (project / "permalinks.json").read_bytes()
    said = publish()
    assert said.out.splitlines()[-1].startswith("folder:../www: 0 files uploaded, 0 deleted")
    assert "since the last time: no event has changed" in said.out
    assert tree(www) == before
    assert (project / "permalinks.json").read_bytes() == links


def test_what_is_built_after_a_publish_is_what_was_published(project: Path, www: Path, publish: Dateline, dateline: Dateline) -> None:
    publish()
    (project / "articles" / "flood.txt").write_text("Marle Quarry was flooded on 3 May 2023.\n")
    publish()
    published = tree(www)
    published.pop(".dateline-published.json")
    assert dateline("build", project, "--now", "2024-05-01").code == 0
    built = tree(project / "site")
    built.pop(".dateline-manifest.json")
    assert built == published


def test_an_error_in_the_input_stops_it(project: Path, www: Path, publish: Dateline) -> None:
    publish()
    before = tree(www)
    (project / "articles" / "bad.txt").write_bytes(b"caf\xe9 closed on 3 May 2020")
    said = publish()
    assert said.code == 1
    assert "error[D202]" in said.err
    assert said.out.startswith("not published: 1 error, ")
    assert tree(www) == before


def test_strict_stops_at_events_that_nobody_checked(www: Path, publish: Dateline) -> None:
    assert publish("--strict").code == 1
    assert not www.exists()


def test_a_dry_run_lists_and_writes_nothing(project: Path, www: Path, publish: Dateline) -> None:
    before = tree(project)
    said = publish("--dry-run")
    assert said.code == 0
    assert "upload 404.html\n" in said.out
    assert re.search(r"^folder:\.\./www: \d+ files would be uploaded, 0 deleted, 0 as they were$", said.out, re.MULTILINE)
    assert not www.exists()
    assert {path: content for path, content in tree(project).items() if not path.startswith(".dateline/")} == before


def test_without_a_base_url_it_says_what_is_missing(project: Path, dateline: Dateline) -> None:
    said = dateline("publish", "folder:../www", "--project", project)
    assert said.code == 0
    assert "note[D505] base_url is not set" in said.err


@pytest.mark.parametrize(
    ("target", "code", "told"),
    [
        ("floder:x", 2, "did you mean “folder:…”?"),
        ("ftp:www", 2, "is no place to publish to"),
        ("ftp://host/x", 2, "is no place to publish to"),
        ("folder:.", 1, "error[D503] folder:. cannot be published to: "),
        ("s3://", 1, "a bucket is wanted"),
    ],
)
def test_what_is_no_target_is_told(publish: Dateline, project: Path, target: str, code: int, told: str) -> None:
    said = publish(target)
    assert said.code == code
    assert told in said.err
    assert not (project / "permalinks.json").exists()


def test_no_target_at_all_is_wrong_usage(project: Path, dateline: Dateline) -> None:
    said = dateline("publish", "--project", project)
    assert said.code == 2
    assert "nowhere to publish to" in said.err


def test_an_event_whose_article_is_taken_away_gets_a_page_that_says_so(
    project: Path, www: Path, publish: Dateline, dateline: Dateline
) -> None:
    flood = project / "articles" / "flood.txt"
    flood.write_text("Marle Quarry was flooded on 3 May 2023.\n")
    publish()
    before, addresses = ids(www), pages(www)
    assert set(before) < addresses
    flood.unlink()
    said = publish()
    assert "1 event gone" in said.out
    (lost,) = set(before) - set(ids(www))
    assert "nothing in the timeline tells of it since 2024-05-01" in dateline("explain", lost, "--project", project).out
    page = (www / "event" / lost / "index.html").read_text()
    assert "no longer shown" in page
    assert "Marle Quarry was flooded" in page
    assert pages(www) == addresses
    # it stays, whatever comes later
    (project / "articles" / "more.txt").write_text("Trees were planted on 4 March 2023.\n")
    publish()
    assert lost in pages(www)


def test_an_event_that_comes_back_has_its_page_again(project: Path, www: Path, publish: Dateline) -> None:
    flood = project / "articles" / "flood.txt"
    flood.write_text("Marle Quarry was flooded on 3 May 2023.\n")
    publish()
    before, addresses = ids(www), pages(www)
    assert set(before) < addresses
    flood.unlink()
    publish()
    flood.write_text("Marle Quarry was flooded on 3 May 2023.\n")
    publish()
    assert ids(www) == before
    (back,) = (each for each, headline in before.items() if "flooded" in headline)
    assert "no longer shown" not in (www / "event" / back / "index.html").read_text()


def test_an_event_that_is_told_by_another_article_now_leads_there(project: Path, www: Path, publish: Dateline, dateline: Dateline) -> None:
    articles = project / "articles"
    (articles / "a.txt").write_text("Marle Sawmill was destroyed by a fire on 3 May 2023, firefighters said.\n")
    (articles / "b.txt").write_text("Marle Sawmill was destroyed by a fire on 3 May 2023, police said.\n")
    publish()
    links = json.loads((project / "permalinks.json").read_bytes())["events"]
    (shared,) = (name for name, each in links.items() if len(each["aliases"]) > 1 and "awmill" in each["headline"])
    (articles / "a.txt").unlink()
    publish()
    (there,) = (name for name, headline in ids(www).items() if "awmill" in headline)
    assert there != shared
    page = (www / "event" / shared / "index.html").read_text()
    assert f"now part of {there}" in dateline("explain", shared, "--project", project).out
    assert re.search(rf'content="0; url=../../event/2023-05-03-[\w-]+-{there}/index.html"', page)


def test_an_event_that_an_editor_hides_says_why(project: Path, www: Path, publish: Dateline) -> None:
    publish()
    before = ids(www)
    (project / "edits").mkdir()
    (project / "edits" / "hide.md").write_text(
        '+++\naction = "hide"\nby = "I.H."\nat = 2023-01-02T10:00:00Z\nreason = "It was another quarry."\n[[target]]\nsource = "vote"\n'
        'exact = "The council of Marle voted on Tuesday to plant the old quarry with trees."\n+++\n'
    )
    said = publish()
    assert "1 event gone" in said.out
    (hidden,) = set(before) - set(ids(www))
    assert "It was another quarry." in (www / "event" / hidden / "index.html").read_text()


def test_the_log_of_publications_tells_what_changed(project: Path, www: Path, publish: Dateline) -> None:
    publish()
    (project / "edits").mkdir()
    (project / "edits" / "date.md").write_text(
        '+++\naction = "edit"\nby = "I.H."\nat = 2023-01-02T10:00:00Z\n[[target]]\nsource = "vote"\n'
        'exact = "The council of Marle voted on Tuesday to plant the old quarry with trees."\n[set]\ndate = "2022-11-07"\n+++\n'
    )
    assert "1 event changed" in publish("--now", "2024-05-03").out
    first, second = json.loads((project / "permalinks.json").read_bytes())["publications"]
    assert (first["day"], len(first["new"])) == ("2024-05-01", 2)
    assert second["day"] == "2024-05-03"
    assert [change[1:] for change in second["changed"]] == [["date", "2022-11-08", "2022-11-07"]]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        '{"version": 2, "events": {}, "publications": []}',
        '{"version": 1}',
        '{"version": 1, "events": {"e": {}}, "publications": []}',
    ],
)
def test_permalinks_that_cannot_be_read_stop_it_and_are_left_alone(project: Path, publish: Dateline, content: str) -> None:
    (project / "permalinks.json").write_text(content)
    said = publish()
    assert said.code == 1
    assert "permalinks.json: error[D107]" in said.err
    assert (project / "permalinks.json").read_text() == content


def test_files_of_others_at_the_target_stay(www: Path, publish: Dateline) -> None:
    www.mkdir()
    (www / "CNAME").write_text("news.example")
    assert publish().code == 0
    assert (www / "CNAME").read_text() == "news.example"
    assert (www / ".nojekyll").exists()


def test_a_page_of_others_is_not_replaced_unasked(project: Path, www: Path, publish: Dateline) -> None:
    www.mkdir()
    (www / "index.html").write_text("theirs")
    said = publish()
    assert said.code == 1
    assert "error[D504] index.html already stands at folder:../www" in said.err
    assert "--overwrite" in said.err
    assert not (project / "permalinks.json").exists()
    assert publish("--overwrite").code == 0
    assert (www / "index.html").read_text() != "theirs"


def test_pages_of_the_users_own_are_published_whatever_they_are_called(project: Path, www: Path, publish: Dateline) -> None:
    own = project / "static" / "über uns" / "index.html"
    own.parent.mkdir(parents=True)
    own.write_text("<p>we</p>")
    assert publish().code == 0
    assert publish().code == 0
    assert (www / "über uns" / "index.html").exists()


TEXTS = {
    "fire": "Marle Sawmill was destroyed by a fire on 3 May 2023, firefighters said.\n",
    "police": "Marle Sawmill was destroyed by a fire on 3 May 2023, police said. The mill opened in June 1968.\n",
    "flood": "Marle Quarry was flooded on 12 February 2023. Engineers pumped it dry on 14 February 2023.\n",
    "strike": "Workers at the Marle sawmill went on strike on 20 April 2023, their union said.\n",
}
HIDE = """+++
action = "hide"
at = 2023-06-02T10:00:00Z
reason = "Not part of this story."
[[target]]
source = "flood"
exact = "Marle Quarry was flooded on 12 February 2023."
+++
"""
STATES: tuple[tuple[set[str], str], ...] = (
    ({"fire", "police", "flood"}, ""),
    ({"police", "flood", "strike"}, ""),
    ({"fire", "flood", "strike"}, HIDE),
    ({"fire"}, ""),
    ({"police", "strike"}, HIDE),
    (set(TEXTS), ""),
)


def test_no_page_that_was_once_published_is_ever_missing(project: Path, www: Path, publish: Dateline) -> None:
    edits = project / "edits"
    edits.mkdir()
    ever: set[str] = set()
    for names, edit in STATES:
        for name, text in TEXTS.items():
            path = project / "articles" / f"{name}.txt"
            path.write_text(text) if name in names else path.unlink(missing_ok=True)
        (edits / "hide.md").write_text(edit) if edit else (edits / "hide.md").unlink(missing_ok=True)
        said = publish()
        assert said.code == 0, said.err
        now = {path for path in tree(www) if path.endswith(".html")}
        assert ever <= now, sorted(ever - now)
        ever |= now
        assert publish().out.splitlines()[-1].startswith("folder:../www: 0 files uploaded, 0 deleted")
