"""Law: what the preview shows, page by page and after any edit, is what a build writes, byte for byte."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from generator.commands.editing import EditedBuild
from generator.commands.making import Wanted, make
from generator.commands.previewing import PreviewBuild

TARGET = '[[target]]\nsource = "vote"\nexact = "The council of Marle voted on Tuesday to plant the old quarry with trees."\n'


def built(project: Path, wanted: Wanted) -> dict[str, bytes]:
    made = make(project, wanted)
    assert made.value is not None
    return dict(made.value.site)


def test_the_preview_shows_what_a_build_writes_after_every_change(project: Path) -> None:
    wanted = Wanted(drafts=True, workers=1)
    plain, edited = PreviewBuild(project, wanted), EditedBuild(project, wanted)
    (project / "edits").mkdir()
    acts = {
        "a": f"action = 'edit'\nat = 2022-11-10\n{TARGET}[set]\nheadline = 'The wood is decided'\ntags = ['wood']\n",
        "b": f"action = 'edit'\nat = 2022-11-11\n{TARGET}[set]\nchecked = true\n",
        "c": f"action = 'hide'\nat = 2022-11-12\nreason = 'twice'\n{TARGET}",
    }
    changes: list[tuple[str, str | None]] = [(f"edits/{name}.md", f"+++\n{act}+++\nA *note*.\n") for name, act in acts.items()]
    changes += [("edits/c.md", None), ("timeline.toml", 'title = "The wood"\n')]
    for path, text in [("timeline.toml", 'title = "The quarry"\n'), *changes]:
        if text is None:
            (project / path).unlink()
        else:
            (project / path).write_text(text)
        wholly = built(project, wanted)
        for build in (plain, edited):
            assert dict(build().files) == wholly
            assert build() is build(), "nothing has changed, and all was built anew"


def test_pages_are_made_when_they_are_asked_for(project: Path) -> None:
    build = PreviewBuild(project, Wanted(drafts=True, workers=1))
    build()
    (project / "timeline.toml").write_text('title = "The wood"\n')
    files = build().files
    assert b"The wood" in files["index.html"]
    assert files.get("event/none/index.html") is None
    assert "timeline.json" in files
    assert len(files) == len(list(files))


def test_what_was_said_is_not_said_again_after_a_save_that_could_not_be_built(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "articles/lone.txt").write_text("The mill burned down on Tuesday.\n")
    build = PreviewBuild(project, Wanted(drafts=True, workers=1))
    told = []
    for settings in ("", "title =\n", 'title = "The wood"\n'):
        (project / "timeline.toml").write_text(settings)
        build()
        told.append(capsys.readouterr().err)
    assert "lone.txt" in told[0]
    assert "timeline.toml" in told[1]
    assert told[2] == ""


def test_after_a_change_that_was_heard_of_garbage_waits_for_the_next_whole_look(project: Path) -> None:
    build = PreviewBuild(project, Wanted(drafts=True, workers=1))
    build()
    try:
        (project / "timeline.toml").write_text('title = "The wood"\n')
        assert b"The wood" in build.after({"timeline.toml"}).files["index.html"]
        assert not gc.isenabled()
        assert build.after(None) is build()
        assert gc.isenabled()
    finally:
        gc.enable()
