"""A fault of the program in one article, edit, page or export: it is told, it costs that one, and the rest is built."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Said


def break_step(patch: pytest.MonkeyPatch, name: str, fails: Callable[..., bool]) -> None:
    """Let a function of the program, called by its whole name, fail for some of what it is given."""
    module, _, last = name.rpartition(".")
    function = getattr(importlib.import_module(module), last)

    def step(*given: object) -> object:
        if fails(*given):
            raise ZeroDivisionError("made for this test")
        return function(*given)

    patch.setattr(name, step)


@pytest.fixture
def two(project: Path) -> Path:
    (project / "articles/other.txt").write_text(
        "The mill of Sarn was destroyed on Monday, 7 November 2022.\n\nNobody was hurt, the mayor said.\n"
    )
    (project / "articles/other.toml").write_text("published = 2022-11-09\n")
    return project


def events(project: Path) -> list[str]:
    return [each["headline"] for each in json.loads((project / "site/timeline.json").read_text())["events"]]


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize(
    "step", ["generator.read.articles.read", "generator.extract.mentions.detect", "generator.extract.segment.sentences.segment"]
)
def test_a_fault_in_one_article_costs_that_article(
    two: Path, dateline: Callable[..., Said], monkeypatch: pytest.MonkeyPatch, step: str, workers: int
) -> None:
    from generator.commands import drafting

    with monkeypatch.context() as patch:
        break_step(patch, step, lambda first, *_: getattr(first, "id", "") == "other")
        drafting._recipe.cache_clear()
        patch.setattr("generator.edge.workers._start_method", lambda: "fork")  # a spawned process would not know of the patch
        done = dateline("build", two, "--workers", workers)
        assert done.code == 1
        assert "other.txt: error[D801] a fault of the program: ZeroDivisionError: made for this test (at " in done.err
        assert "Traceback" not in done.err
        assert events(two)
        assert not any("mill" in each for each in events(two))
    drafting._recipe.cache_clear()
    again = dateline("build", two)
    assert again.code == 0, "a failure is not remembered"
    assert any("mill" in each for each in events(two))


def test_a_fault_in_one_edit_costs_that_edit(two: Path, dateline: Callable[..., Said], monkeypatch: pytest.MonkeyPatch) -> None:
    (two / "edits").mkdir()
    for name in ("one", "two"):
        words = f'+++\naction = "add"\nby = "R.K."\nat = 2022-11-10T10:00:00Z\nown_reporting = true\n[set]\ndate = "2022-11-0{len(name)}"\n'
        (two / f"edits/{name}.md").write_text(f'{words}headline = "The {name} act"\n+++\n')
    break_step(monkeypatch, "generator.edits.acts.shape.add", lambda _board, edit, _day: edit.name == "two")
    done = dateline("build", two)
    assert done.code == 1
    assert "edits/two.md: error[D801]" in done.err
    assert "The one act" in events(two)
    assert "The two act" not in events(two)


def test_a_fault_in_one_export_costs_that_export(two: Path, dateline: Callable[..., Said], monkeypatch: pytest.MonkeyPatch) -> None:
    break_step(monkeypatch, "generator.render.exports.calendar", lambda *_: True)
    done = dateline("build", two)
    assert done.code == 1
    assert "timeline.ics: error[D801]" in done.err
    assert not (two / "site/timeline.ics").exists()
    assert (two / "site/timeline.csv").exists()
    assert dateline("export", "ics", "--project", two).code == 1


def test_a_fault_in_one_page_costs_that_page(two: Path, dateline: Callable[..., Said], monkeypatch: pytest.MonkeyPatch) -> None:
    break_step(monkeypatch, "generator.render.site.page_data", lambda page, *_: page.path.startswith("source/other"))
    done = dateline("build", two)
    assert done.code == 1
    assert "source/other/index.html: error[D801]" in done.err
    assert (two / "site/source/vote/index.html").exists()


def test_verbose_shows_where(
    two: Path, dateline: Callable[..., Said], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    break_step(monkeypatch, "generator.render.exports.calendar", lambda *_: True)
    dateline("-v", "build", two)
    assert "Traceback" in caplog.text


@pytest.mark.parametrize(
    ("step", "given", "place"),
    [
        ("generator.weave.coreference.profiled", 1, "articles/other.txt:1:1: error[D801]"),
        ("generator.edits.laying.limit", 0, "/index.html: error[D801]"),
        ("generator.render.views.event_view", 0, "/index.html: error[D801]"),
    ],
)
def test_a_fault_in_merging_laying_or_planning_costs_one_event(
    two: Path, dateline: Callable[..., Said], monkeypatch: pytest.MonkeyPatch, step: str, given: int, place: str
) -> None:
    break_step(monkeypatch, step, lambda *all_given: "mill" in str(all_given[given]))
    done = dateline("build", two)
    assert done.code == 1
    assert done.err.count("error[D801]") == 1, done.err
    assert place in done.err
    assert "made for this test" in done.err
    assert events(two)
    assert not any("mill" in each for each in events(two))
