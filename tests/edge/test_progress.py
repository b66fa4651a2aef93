from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.edge.progress import Progress
from tests.conftest import Said

CLEARED = "\r\x1b[2K"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def run(shown: Progress, articles: int) -> None:
    for done in range(articles):
        shown.count("reading", done, articles)
    shown.phase("making the pages")
    shown.end()


def test_a_long_build_shows_a_bar_then_its_phases_and_leaves_the_line_empty() -> None:
    screen = Terminal()
    run(Progress(screen), 40)
    said = screen.getvalue()
    assert "reading" in said
    assert said.index("reading") < said.index("making the pages …")
    assert said.endswith(CLEARED), "what is printed next begins a line of its own"


def test_what_comes_after_the_end_is_not_shown() -> None:
    screen = Terminal()
    shown = Progress(screen)
    run(shown, 40)
    before = screen.getvalue()
    run(shown, 40)
    assert screen.getvalue() == before


@pytest.mark.parametrize(("screen", "articles"), [(Terminal(), 3), (io.StringIO(), 400)], ids=["few articles", "no terminal"])
def test_nothing_is_shown_for_a_few_articles_or_elsewhere(screen: io.StringIO, articles: int) -> None:
    run(Progress(screen), articles)
    assert screen.getvalue() == ""


def test_a_preview_prints_a_warning_once(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from generator.commands.making import Wanted
    from generator.commands.previewing import PreviewBuild

    (project / "articles/vote.toml").unlink()
    build = PreviewBuild(project, Wanted())
    build()
    assert "warning[D201]" in capsys.readouterr().err
    (project / "timeline.toml").write_text('title = "Another"\n')
    build()
    said = capsys.readouterr()
    assert "built in" in said.out
    assert said.err == "", "what was said is not said again"
    (project / "articles/other.txt").write_text("It burned on Friday.\n")
    build()
    assert "other.txt" in capsys.readouterr().err


def test_the_steps_of_a_build_are_named(project: Path, dateline: Callable[..., Said], monkeypatch: pytest.MonkeyPatch) -> None:
    named: list[str] = []
    monkeypatch.setattr(Progress, "phase", lambda _self, name: named.append(name))
    assert dateline("build", project).code == 0
    assert named[0].startswith("merging")
    assert named[-1] == "writing the site"
