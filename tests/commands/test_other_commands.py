from __future__ import annotations

import json
import re
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.cli import COMMANDS

Dateline = Callable[..., Any]


def test_help_names_every_command(dateline: Dateline) -> None:
    said = dateline("--help")
    assert said.code == 0
    for name, words in COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(words)}$", said.out, re.MULTILINE)


def test_a_commands_own_help_begins_with_its_line_in_the_list(dateline: Dateline) -> None:
    for name, words in COMMANDS.items():
        assert f"\n  {words}\n" in dateline(name, "--help").out


def test_no_command_shows_the_help(dateline: Dateline) -> None:
    said = dateline()
    assert said.code == 2
    assert "Usage: dateline" in said.out + said.err


def test_a_misspelt_command_suggests_the_one_that_was_meant(dateline: Dateline) -> None:
    said = dateline("chekc")
    assert said.code == 2
    assert "did you mean “check”?" in said.err


def test_the_version_is_told(dateline: Dateline) -> None:
    assert re.fullmatch(r"dateline \d+\.\d+\.\d+\n", dateline("--version").out)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(dateline: Dateline, shell: str) -> None:
    said = dateline("completion", shell)
    assert said.code == 0
    assert "_DATELINE_COMPLETE" in said.out


def test_a_new_project_builds_at_once_without_a_word_of_complaint(tmp_path: Path, dateline: Dateline) -> None:
    folder = tmp_path / "harbour-story"
    assert dateline("new", folder).code == 0
    said = dateline("build", folder, "--strict")
    assert said.err == ""
    assert said.code == 0
    timeline = json.loads((folder / "site" / "timeline.json").read_bytes())
    assert timeline["title"] == "Harbour story"
    closing = [event for event in timeline["events"] if event["date"] == "2024-03-13"]
    assert len(closing) == 1
    assert closing[0]["checked"]
    assert {citation["source"] for citation in closing[0]["citations"]} == {"ferry-begins", "harbour-bridge-closes"}
    assert (folder / ".gitignore").read_text().endswith(".dateline/\n")
    assert (folder / ".github/workflows/pages.yml").exists()


def test_new_takes_articles_that_are_there_already(tmp_path: Path, dateline: Dateline) -> None:
    clippings = tmp_path / "clippings"
    clippings.mkdir()
    (clippings / "lock.txt").write_text("The lock closed on 4 March 2019.\n")
    (clippings / "lock.toml").write_text("published = 2019-03-05\n")
    (clippings / "notes.png").write_bytes(b"x")
    (clippings / "older").mkdir()
    (clippings / "~$lock.docx").write_bytes(b"x")
    said = dateline("new", tmp_path / "story", "--from", clippings)
    assert (said.code, said.err) == (0, "left where they are, since they are no articles: notes.png, older/ (docs/formats.md)\n")
    assert sorted(each.name for each in (tmp_path / "story" / "articles").iterdir()) == ["lock.toml", "lock.txt"]
    assert not (tmp_path / "story" / "edits").exists()
    said = dateline("build", tmp_path / "story")
    assert said.out.startswith("1 event from 1 source")
    (clippings / "lock.txt").unlink()
    assert dateline("new", tmp_path / "other", "--from", clippings).code == 2


def test_new_names_the_folders_that_hold_articles_too(tmp_path: Path, dateline: Dateline) -> None:
    (tmp_path / "clippings" / "2019").mkdir(parents=True)
    (tmp_path / "clippings" / "2019" / "lock.txt").write_text("The lock closed on 4 March 2019.\n")
    said = dateline("new", tmp_path / "story", "--from", tmp_path / "clippings")
    assert (said.code, (tmp_path / "story").exists()) == (2, False)
    assert "holds no article itself; 2019/ does: name that folder" in said.err
    (tmp_path / "clippings" / "weir.txt").write_text("The weir broke on 4 March 2019.\n")
    said = dateline("new", tmp_path / "story", "--from", tmp_path / "clippings")
    assert (said.code, said.err) == (0, "left where they are, with articles of their own: 2019/ (take them with `dateline add`)\n")


def test_what_stands_in_the_wrong_order_is_told_in_the_right_one(
    project: Path, tmp_path: Path, dateline: Dateline, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    for command, right in (
        (("publish", project, "www"), f"the target comes first: dateline publish www {project}"),
        (("import", project, "t.csv"), f"“{project}” is a folder; the table comes first"),
        (("add", project), f"“{project}” is a project; name before it what is to be frozen"),
    ):
        said = dateline(*command)
        assert (said.code, right in " ".join(said.err.split())) == (2, True), said.err
    assert not list((tmp_path / "elsewhere").iterdir())


def test_the_doctor_tells_what_is_there_and_names_nobody(project: Path, dateline: Dateline, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.commands import doctor

    said = dateline("doctor", project)
    assert (said.code, said.out.startswith("dateline ")) == (0, True)
    assert "project: 1 article, 0 edits\n" in said.out
    assert str(project) not in said.out
    monkeypatch.setattr(doctor, "requires", lambda _name: ["click>=8", "no-such-package", "no-such-extra; extra == 's3'"])
    said = dateline("doctor")
    assert said.code == 1
    assert "no-such-package is not installed: the program needs it" in said.out
    assert "no-such-extra is not installed (only for `pip install dateline[s3]`)" in said.out


@pytest.mark.parametrize("command", [name for name in COMMANDS if name != "completion"])
def test_every_command_has_an_example_in_its_help(dateline: Dateline, command: str) -> None:
    said = dateline(command, "--help")
    assert f"Examples:\n  dateline {command} " in said.out or f"Examples:\n  dateline {command}\n" in said.out
    assert said.out.index("Options:") < said.out.index("Examples:")


def test_a_project_can_stand_behind_every_commands_own_arguments(project: Path, dateline: Dateline, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("date,headline,url\n2018,Dam opens,https://velm.example/\n")
    assert dateline("import", tmp_path / "t.csv", project).out == "1 event imported\n"
    assert "Dam opens" in dateline("export", "csv", project).out
    (tmp_path / "more.txt").write_text("The dam closed on 4 March 2019.\n")
    assert dateline("add", tmp_path / "more.txt", project, "--yes").out.endswith(f"1 article added to {project / 'articles'}\n")
    assert dateline("explain", "D201", project).code == 0
    assert dateline("publish", tmp_path / "www", project).code == 0
    assert (tmp_path / "www" / "index.html").is_file()
    assert dateline("import", tmp_path / "t.csv", project, "--project", project).code == 2
    assert dateline("import", tmp_path / "t.csv", tmp_path / "nowhere").code == 2


def test_new_never_overwrites(tmp_path: Path, dateline: Dateline) -> None:
    (tmp_path / "timeline.toml").write_text("mine")
    said = dateline("new", tmp_path)
    assert said.code == 2
    assert "already there" in said.err
    assert [path.name for path in tmp_path.iterdir()] == ["timeline.toml"]
    assert (tmp_path / "timeline.toml").read_text() == "mine"


def test_new_beside_other_files_leaves_them(tmp_path: Path, dateline: Dateline) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "notes.doc").write_text("mine")
    assert dateline("new", tmp_path).code == 0
    assert (tmp_path / "notes.doc").read_text() == "mine"


def test_a_title_with_quotes_is_written_as_toml(tmp_path: Path, dateline: Dateline) -> None:
    folder = tmp_path / 'the "deal" \\ draft'
    dateline("new", folder)
    assert dateline("check", folder).code == 0


def test_check_writes_nothing_but_its_memory(project: Path, dateline: Dateline) -> None:
    said = dateline("check", project)
    assert said.code == 0
    assert said.out == "2 events from 1 source, 2 not checked: nothing to say\n"
    assert sorted(path.name for path in project.iterdir()) == [".dateline", "articles", "timeline.toml"]


def test_explain_a_line_gives_each_date_with_its_steps(project: Path, dateline: Dateline) -> None:
    said = dateline("explain", f"{project}/articles/vote.txt:3")
    assert said.code == 0
    assert "2022-11-08" in said.out
    assert "counted from  publication" in said.out
    assert "[reference]" in said.out
    assert dateline("explain", "vote.txt:2", "--project", project).out.endswith("no time expression and no event on this line\n")


def test_every_line_that_check_cites_can_be_explained(project: Path, dateline: Dateline) -> None:
    clip = '---\ntitle: "Mill sold"\n---\nThe mill was sold on Tuesday, its owner said.\n\nIt reopens on Friday.\n'
    (project / "articles/mill.md").write_text(clip)
    (project / "articles/weir.html").write_text("<html><body>" + "<p>The weir at Sarn broke on Monday.</p>" * 3 + "</body></html>")
    cited = re.findall(r"(?m)^(\S+\.(?:md|html):\d+):\d+: warning\[D201\]", dateline("check", project).err)
    assert {Path(each.partition(":")[0]).name for each in cited} == {"mill.md", "weir.html"}
    for place in cited:
        assert "not known: it counts from" in dateline("explain", place).out, place
    assert "articles/vote.txt ends on line 5" in dateline("explain", "vote.txt:99", "--project", project).err
    assert "front matter; the text begins on line 4" in dateline("explain", "mill.md:2", "--project", project).out


def test_explain_a_line_says_why_an_event_has_another_date_than_its_words(tmp_path: Path, dateline: Dateline) -> None:
    told = "The wall fell on 12 March 2024. Nobody was hurt in the harbour. The ferries stayed away."
    (tmp_path / "wall.txt").write_text(f"{told}\n\nMayor Anna Voss said on Thursday that the town will mend it.\n")
    (tmp_path / "wall.toml").write_text("published = 2024-03-20\n")
    said = dateline("explain", f"{tmp_path}/wall.txt:3").out
    words, _, event = said.partition("  event ")
    (read,) = re.findall(r"comes to +(\S+)", words)
    (dated,) = re.findall(r"date +(\S+) \(the sentence says so\)", event)
    assert (read, dated) == ("2024-03-21", "2024-03-14")
    assert "“said” is told as past" in event


def test_explain_takes_places_and_codes_as_messages_print_them(project: Path, dateline: Dateline) -> None:
    assert dateline("explain", f"{project}/articles/vote.txt:3:7").out == dateline("explain", f"{project}/articles/vote.txt:3").out != ""
    assert dateline("explain", "warning[D201]").out == dateline("explain", "[d201]").out == dateline("explain", "D201").out
    assert f"there is no file “{project.parent}/none/none.txt”" in dateline("explain", f"{project.parent}/none/none.txt:1").err
    assert "nothing is known of" in dateline("explain", f"{project}/articles/none.txt:1").err
    assert "name a line of it, too: " in dateline("explain", f"{project}/articles/vote.txt").err


def test_explain_a_line_repeats_what_check_says_of_it(tmp_path: Path, dateline: Dateline) -> None:
    (tmp_path / "one.txt").write_text("The town hall burned down on 31 June 2020.\n\nThe mill burned down on 3 May 2020.\n")
    assert dateline("explain", f"{tmp_path}/one.txt:1").out.endswith("warning[D221] 31 June 2020: that month has 30 days\n")
    assert "warning" not in dateline("explain", f"{tmp_path}/one.txt:3").out


def test_explain_finds_the_project_of_a_file_without_settings(tmp_path: Path, dateline: Dateline) -> None:
    (tmp_path / "one.txt").write_text("The town hall burned down on 3 May 2020.\n")
    assert "2020-05-03" in dateline("explain", f"{tmp_path}/one.txt:1").out


def test_serve_says_that_a_port_is_taken(project: Path, dateline: Dateline) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said = dateline("serve", project, "--port", port)
    assert said.code == 2
    assert f"port {port} is in use; choose another with --port" in said.err


def test_explain_an_event_by_its_id_or_the_beginning_of_it(project: Path, dateline: Dateline) -> None:
    dateline("build", project)
    event = json.loads((project / "site" / "timeline.json").read_bytes())["events"][0]
    said = dateline("explain", event["id"], "--project", project)
    assert said.code == 0
    assert event["headline"] in said.out
    assert "articles/vote.txt:3" in said.out
    assert dateline("explain", event["id"][:7], "--project", project).out == said.out
    for address in (
        f"2022-11-08-a-vote-{event['id']}",
        f"https://t.example/event/a-{event['id']}/",
        f"http://[::1]:8000/event/{event['id']}/index.html",
        f"https://t.example/event/a-{event['id']}/?from=feed#notes",
        event["id"].upper(),
    ):
        assert dateline("explain", address, "--project", project).out == said.out


def test_explain_says_why_an_event_has_no_headline(tmp_path: Path, dateline: Dateline) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "timeline.toml").write_text("")
    (tmp_path / "articles" / "one.txt").write_text("They sold it to him on 3 May 2020.\n")
    (tmp_path / "articles" / "one.toml").write_text("published = 2020-05-06\n")
    assert dateline("build", tmp_path).code == 0
    event = json.loads((tmp_path / "site" / "timeline.json").read_text("utf-8"))["events"][0]
    assert "no line of it can be printed: pronoun: “they”  [no headline]" in dateline("explain", event["id"], "--project", tmp_path).out


def test_explain_a_code(dateline: Dateline) -> None:
    said = dateline("explain", "d201")
    assert said.code == 0
    assert said.out.startswith("D201 (warning): ")


@pytest.mark.parametrize(("what", "hint"), [("vot.txt:3", "vote.txt"), ("e-nothing", ""), ("D999", "D")])
def test_explain_what_is_not_known_says_so(project: Path, dateline: Dateline, what: str, hint: str) -> None:
    said = dateline("explain", what, "--project", project)
    assert said.code == 2
    assert "nothing is known of" in said.err
    assert hint in said.err


TRADE = re.compile(r"salience|shading|resolve|predicate|meta element|inherited")


def test_explain_and_check_ask_for_no_word_of_the_trade(project: Path, dateline: Dateline) -> None:
    text = (
        "The council of Marle voted on Tuesday to plant the old quarry.\n\nWork will begin in early April 2023, said its mayor on Monday.\n"
    )
    (project / "articles/again.txt").write_text(text)
    (project / "articles/undated.txt").write_text("The mill opened again on Friday.\n")
    (project / "articles/again.toml").write_text("published = 2022-11-10\n")
    lines = "".join(dateline("explain", f"{project}/articles/again.txt:{number}").out for number in (1, 3))
    assert "comes to      2023-04~, shown as “Early April 2023, " in lines, "what other programs write stands beside what it means"
    assert dateline("build", project).code == 0
    events = json.loads((project / "site/timeline.json").read_bytes())["events"]
    told = "".join(dateline("explain", each["id"], "--project", project).out for each in events)
    assert "weight    0." in told
    said = lines + told + dateline("check", project).err + dateline("explain", f"{project}/articles/undated.txt:1").out
    assert TRADE.findall(said) == []


def test_check_and_explain_say_what_only_drafts_would_show(project: Path, dateline: Dateline) -> None:
    assert dateline("build", project).code == 0
    event = json.loads((project / "site/timeline.json").read_bytes())["events"][0]["id"]
    left_out = "publish = “checked”"
    assert left_out not in dateline("check", project).out + dateline("explain", event, project).out
    (project / "timeline.toml").write_text('publish = "checked"\n')
    assert (
        dateline("check", project).out
        == f"2 events from 1 source, 2 not checked; {left_out} leaves the unchecked ones out of the site: nothing to say\n"
    )
    assert f"status    happened, not checked, so left out of the site: {left_out}" in dateline("explain", event, project).out


def test_what_is_left_out_of_an_adding_is_counted(project: Path, tmp_path: Path, dateline: Dateline) -> None:
    (tmp_path / "one.html").write_text("<html><body></body></html>")
    assert dateline("add", tmp_path / "one.html", project, "--yes").out == f"0 articles added to {project / 'articles'}, 1 left out\n"


def test_a_place_that_holds_no_site_is_not_called_one(project: Path, tmp_path: Path, dateline: Dateline) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters/one.txt").write_text("Dear")
    assert dateline("build", project, "-o", tmp_path / "letters").out == "not built: 1 error; what is there is as it was before\n"
