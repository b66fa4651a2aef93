"""`dateline build` end to end, above all on bad input: the right message, the right exit code, and the old site left whole."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Dateline = Callable[..., Any]


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def built(project: Path, dateline: Dateline) -> Path:
    assert dateline("build", project).code == 0
    return project


def test_a_build_writes_the_site_and_one_line_of_summary(project: Path, dateline: Dateline) -> None:
    said = dateline("build", project)
    assert said.code == 0
    assert said.out.count("\n") == 1
    assert said.out.startswith("2 events from 1 source, 2 not checked, built in ")
    assert said.err == ""
    timeline = json.loads((project / "site" / "timeline.json").read_bytes())
    assert timeline["title"] == "The quarry"
    assert [event["date"] for event in timeline["events"]] == ["2022-11-08", "2023-03"]


def test_addresses_that_events_rest_on_are_sources_too(project: Path, dateline: Dateline) -> None:
    (project / "t.csv").write_text(
        "date,headline,url\n2022-11-01,A wall fell,https://a.example/1\n2022-11-02,It was mended,https://a.example/1\n"
    )
    dateline("import", project / "t.csv", project)
    assert dateline("build", project).out.startswith("4 events from 2 sources, 4 not checked, built in ")


def test_a_folder_without_settings_is_a_project_titled_by_its_name(tmp_path: Path, dateline: Dateline) -> None:
    (tmp_path / "one.txt").write_text("The town hall burned down on 3 May 2020.\n")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "two.txt").write_text("The town hall reopened on 4 May 2021.\n")
    assert dateline("build", tmp_path).code == 0
    timeline = json.loads((tmp_path / "site" / "timeline.json").read_bytes())
    assert timeline["title"] == tmp_path.name
    assert [source["id"] for source in timeline["sources"]] == ["one"]


def test_the_output_can_go_elsewhere(project: Path, tmp_path: Path, dateline: Dateline) -> None:
    assert dateline("build", project, "-o", tmp_path / "public").code == 0
    assert (tmp_path / "public" / "index.html").exists()
    assert not (project / "site").exists()


BROKEN = {
    "no articles": ("articles/vote.txt", None, "D101", "quarry/timeline.toml: error[D101] no articles in articles"),
    "unknown setting": ("timeline.toml", b'titel = "x"\n', "D102", "quarry/timeline.toml:1:1: error[D102] unknown setting “titel”"),
    "wrong type": ("timeline.toml", b"title = 3\n", "D103", "quarry/timeline.toml:1:"),
    "no TOML": ("timeline.toml", b"title = [\n", "D104", "quarry/timeline.toml:"),
    "template error": ("templates/index.html", b"{% if %}", "D401", "quarry/templates/index.html:1"),
}


@pytest.mark.parametrize(("name", "content", "code", "message"), BROKEN.values(), ids=BROKEN.keys())
def test_what_is_wrong_is_said_and_the_old_site_stays(
    built: Path, dateline: Dateline, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes | None, code: str, message: str
) -> None:
    before = tree(built / "site")
    path = built / name
    path.parent.mkdir(exist_ok=True)
    if content is None:
        path.unlink()
        path.with_suffix(".toml").unlink()
    else:
        path.write_bytes(content)
    monkeypatch.chdir(built.parent)
    said = dateline("build", "quarry")
    assert said.code == 1
    assert message in said.err
    assert f"[{code}]" in said.err
    assert "Traceback" not in said.err
    assert said.out.startswith("not built: 1 error")
    assert said.out.endswith("the site is as it was before\n")
    assert tree(built / "site") == before
    assert dateline("check", "quarry").code == 1


COSTLY = {
    "invalid UTF-8": (
        "articles/latin.txt",
        b"The caf\xe9 closed on Tuesday.",
        "D202",
        "quarry/articles/latin.txt:1:8: error[D202] not UTF-8",
    ),
    "broken edit": ("edits/a.md", b'+++\naction = "bless"\nat = 2022-11-10\n+++\n', "D103", "quarry/edits/a.md:2:"),
    "wrong published": ("articles/other.toml", b'published = "soon"\n', "D103", "quarry/articles/other.toml:1:"),
    "misspelled published": ("articles/other.toml", b"publishd = 2022-11-10\n", "D102", "quarry/articles/other.toml:1:1"),
    "no TOML beside": ("articles/other.toml", b"published = soon\n", "D104", "quarry/articles/other.toml:1:"),
    "too large": ("articles/long.txt", b"On Monday it rained. " * 200_000, "D203", "quarry/articles/long.txt: error"),
    "no article in the page": ("articles/page.html", b"<html><body></body></html>", "D212", "quarry/articles/page.html: error"),
    "front matter without end": ("articles/clip.md", b"+++\ntitle = 1\n", "D209", "quarry/articles/clip.md:1:1: error"),
    "unknown language": ("articles/other.toml", b'language = "tlh"\n', "D208", "quarry/articles/other.toml: error"),
}


@pytest.mark.parametrize(("name", "content", "code", "message"), COSTLY.values(), ids=COSTLY.keys())
def test_one_bad_file_is_named_and_left_out_and_the_rest_is_built(
    project: Path, dateline: Dateline, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes, code: str, message: str
) -> None:
    (project / "articles/other.txt").write_text("The mill of Sarn burned down on 7 November 2022, the mayor said.\n")
    path = project / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    monkeypatch.chdir(project.parent)
    strict = dateline("build", "quarry", "--strict")
    assert strict.code == 1
    assert strict.out.startswith("not built: 1 error")
    assert not (project / "site").exists()
    said = dateline("build", "quarry")
    assert said.code == 1
    assert message in said.err
    assert f"error[{code}]" in said.err
    assert "built in " in said.out
    assert said.out.endswith("not all is in it: 1 error\n")
    timeline = json.loads((project / "site/timeline.json").read_bytes())
    assert [event["date"] for event in timeline["events"]][-2:] == ["2022-11-08", "2023-03"]
    assert Path(name).stem not in {source["id"] for source in timeline["sources"]}
    exported = dateline("export", "json", "--project", "quarry")
    assert exported.code == 1
    assert json.loads(exported.out)["events"]
    assert dateline("check", "quarry").code == 1
    assert dateline("publish", f"folder:{project.parent / 'public'}", "--project", "quarry").code == 1
    assert not (project.parent / "public").exists(), "what is published is whole"


def test_an_unknown_setting_suggests_the_one_that_was_meant(project: Path, dateline: Dateline) -> None:
    (project / "timeline.toml").write_text('titel = "x"\n')
    assert "did you mean “title”?" in dateline("build", project).err


def test_an_undated_article_is_a_warning_and_an_error_under_strict(built: Path, dateline: Dateline) -> None:
    (built / "articles" / "vote.toml").unlink()
    before = tree(built / "site")
    strict = dateline("build", built, "--strict")
    assert strict.code == 1
    assert tree(built / "site") == before
    said = dateline("build", built)
    assert said.code == 0
    assert "warning[D201]" in said.err
    assert "published = " in said.err


def test_an_edit_whose_quote_is_not_found_is_told_and_not_applied(built: Path, dateline: Dateline) -> None:
    (built / "edits").mkdir()
    target = '[[target]]\nsource = "vote"\nexact = "The mayor resigned in tears before the assembled ratepayers."\n'
    (built / "edits" / "a.md").write_text(f'+++\naction = "hide"\nat = 2022-11-10\n{target}+++\n')
    said = dateline("build", built)
    assert said.code == 0
    assert "warning[D302]" in said.err
    assert "edits/a.md:6:1: " in said.err
    assert dateline("check", built, "--strict").code == 1


def test_a_folder_that_is_not_ours_is_refused(project: Path, tmp_path: Path, dateline: Dateline) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "a.doc").write_text("x")
    said = dateline("build", project, "-o", tmp_path / "thesis")
    assert said.code == 1
    assert "error[D501]" in said.err
    assert tree(tmp_path / "thesis") == {"a.doc": b"x"}


def test_formats_for_programs_keep_standard_output_clean(project: Path, dateline: Dateline) -> None:
    (project / "articles" / "vote.toml").unlink()
    said = dateline("build", project, "--format", "json")
    assert json.loads(said.out)["warnings"] >= 1
    assert "built in" in said.err
    assert dateline("check", project, "--format", "github").out.startswith("::warning file=")


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "nowhere"],
        ["build", "--workers", "0"],
        ["build", "--now", "yesterday"],
        ["build", "--base-url", "ftp://x"],
        ["bild"],
        ["build", "--x"],
    ],
)
def test_wrong_usage_is_exit_code_2(arguments: list[str], dateline: Dateline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = dateline(*arguments)
    assert said.code == 2
    assert "Error: " in said.err


def test_now_and_source_date_epoch_decide_what_is_overdue(project: Path, dateline: Dateline, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "D403" not in dateline("check", project).err
    assert "note[D403]" in dateline("check", project, "--now", "2024-01-01").err
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1704067200")  # 2024-01-01
    assert "note[D403]" in dateline("check", project).err
    assert "D403" not in dateline("check", project, "--now", "2022-12-01").err
    assert dateline("build", project).err.endswith("`dateline check` shows all\n")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert dateline("build", project).code == 2


def test_a_fault_of_the_program_shows_no_traceback_unless_asked(project: Path, dateline: Dateline, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("surprise")

    monkeypatch.setattr("generator.commands.build.built", fail)
    said = dateline("build", project)
    assert said.code == 1
    assert "surprise" in said.err
    assert "Traceback" not in said.err
    with pytest.raises(RuntimeError, match="surprise"):
        dateline("-v", "build", project)


def test_a_disk_that_fails_is_told_in_a_line(project: Path, dateline: Dateline, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error", "/a/b")

    monkeypatch.setattr("generator.commands.build.built", fail)
    said = dateline("build", project)
    assert said.code == 1
    assert said.err == "error: the system refused: Input/output error (/a/b); what stood before is left, try again when it is mended\n"


def test_a_long_article_is_read_as_far_as_the_settings_say(project: Path, dateline: Dateline) -> None:
    (project / "articles/long.txt").write_text("The weir of Sarn broke on Monday, 7 November 2022, after rain.\n\n" * 400)
    (project / "articles/long.toml").write_text("published = 2022-11-09\n")
    (project / "timeline.toml").write_text("longest = 20_000\n")
    said = dateline("build", project).err
    assert "warning[D229]" in said
    assert "longest = 40000" in said
    (project / "timeline.toml").write_text("longest = 400_000\n")
    assert "D229" not in dateline("build", project).err


def test_an_interrupted_build_is_exit_code_130(project: Path, dateline: Dateline, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.commands.build.built", interrupt)
    assert dateline("build", project).code == 130


def test_the_same_input_gives_the_same_bytes_with_any_number_of_workers(project: Path, tmp_path: Path, dateline: Dateline) -> None:
    for number in range(8):
        (project / "articles" / f"more-{number}.txt").write_text(f"The council met again on {number + 1} December 2022.\n")
    sites = []
    for count in ("1", "2"):
        command = [sys.executable, "-m", "generator", "build", str(project), "-o", str(tmp_path / count), "--clean", "--workers", count]
        environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
        subprocess.run(command, check=True, capture_output=True, env=environment)
        sites.append(tree(tmp_path / count))
    assert sites[0] == sites[1]


def test_the_page_of_a_source_that_nothing_rests_on_shows_how_it_begins(project: Path, dateline: Dateline) -> None:
    (project / "articles" / "wells.txt").write_text(
        f"The wells of Marle are old, says a plaque by the road to the mill. {'It is worn. ' * 20}\n"
    )
    dateline("build", project)
    page = (project / "site" / "source" / "wells" / "index.html").read_text(encoding="utf-8")
    assert "No event of the timeline rests on this source." in page
    assert '<blockquote lang="en" dir="auto">The wells of Marle are old, says a plaque by the road to the mill. It is worn.' in page
    assert page.count("It is worn") < 10


def test_german_without_a_parse_is_told_as_what_no_event_is_drafted_from(tmp_path: Path, dateline: Dateline) -> None:
    (tmp_path / "a.txt").write_text("Die Hafenmauer von Lomer brach am 12. März 2024 nach einer Regennacht ein.\n")
    (tmp_path / "a.toml").write_text('published = 2024-03-20\nlanguage = "de"\n')
    assert "German and Spanish ones that have a parse" in dateline("build", tmp_path).err


def test_what_was_said_on_the_day_of_a_story_in_french_is_no_plan(tmp_path: Path, dateline: Dateline) -> None:
    told = "Le maire Jean Roux a quitté la ville jeudi. Le quai de Lomer reste fermé."
    (tmp_path / "a.txt").write_text(f"{told}\n")
    (tmp_path / "a.toml").write_text('published = 2024-03-20\nlanguage = "fr"\n')
    assert dateline("build", tmp_path).code == 0
    (event,) = json.loads((tmp_path / "site/timeline.json").read_text())["events"]
    assert (event["date"], event["status"]) == ("2024-03-21", "happened")
