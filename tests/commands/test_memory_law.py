"""The law of the memory: after any sequence of changes to a project, a build that remembers gives the bytes of one that does not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.commands.making import Wanted, make, recipe_for
from generator.commands.repeating import repeating
from generator.model.project import ArticleFiles
from generator.pipeline import draft
from tests.conftest import Said

TEXTS = [
    "The council of Marle voted on Tuesday to plant the old quarry with trees.\n",
    "The council of Marle voted on Wednesday to plant the old quarry with trees.\n",
    "Planting began on 3/4/2021 and ended two weeks later, the town said on Friday.\n\nA fence is to be built by Monday.\n",
    "",
    "caf\udce9",
]
ABOUT = ["published = 2022-11-09\n", "published = 2022-11-10\nlanguage = 'en'\n", "publisher = 'A'\n", "publisehd = 3\n"]
SETTINGS = ["title = 'A'\n", "title = 'B'\nday_first = true\n", "max_events = 1\n", "publish = 'checked'\n"]
EDITS = [
    "+++\naction = 'hide'\nat = 2022-11-10\n[[target]]\nsource = 'a'\nexact = 'The council of Marle voted on Tuesday'\n+++\n",
    "broken",
]

CHANGES = st.one_of(
    st.tuples(st.sampled_from(["articles/a.txt", "articles/b.txt", "articles/c.md"]), st.sampled_from([*TEXTS, None])),
    st.tuples(st.sampled_from(["articles/a.toml", "articles/b.toml"]), st.sampled_from([*ABOUT, None])),
    st.tuples(st.just("timeline.toml"), st.sampled_from(SETTINGS)),
    st.tuples(st.just("edits/e.md"), st.sampled_from([*EDITS, None])),
    st.tuples(st.just("memory"), st.sampled_from(["forget", "damage"])),
)


def change(folder: Path, name: str, content: str | None) -> None:
    path = folder / name
    if name == "memory":
        for entry in (folder / ".dateline").rglob("*"):
            if entry.is_file():
                entry.unlink() if content == "forget" else entry.write_bytes(entry.read_bytes()[:-1])
    elif content is None:
        path.unlink(missing_ok=True)
    else:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content.encode(errors="surrogateescape"))


@given(st.lists(st.lists(CHANGES, min_size=1, max_size=3), min_size=1, max_size=5))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_build_with_memory_equals_a_build_without(saves: list[list[tuple[str, str | None]]]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        change(folder, "timeline.toml", SETTINGS[0])
        change(folder, "articles/a.txt", TEXTS[0])
        change(folder, "articles/a.toml", ABOUT[0])
        kept = Wanted(workers=1)
        preview = repeating(recipe_for(folder, kept))
        for save in saves:
            for path, content in save:
                change(folder, path, content)
            without = make(folder, Wanted(workers=1, remember=False))
            assert make(folder, kept) == without
            assert make(folder, kept, recipe=preview) == without


def test_an_interrupted_build_goes_on_where_it_was(project: Path, dateline: Callable[..., Said], monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "articles/first.txt").write_text(TEXTS[0])
    made: list[str] = []

    def interrupted(files: ArticleFiles, *given: Any) -> Any:
        if files.id == "vote" and len(made) == 1:
            raise KeyboardInterrupt
        made.append(files.id)
        return draft(files, *given)

    monkeypatch.setattr("generator.commands.drafting.draft", interrupted)
    assert dateline("build", project, "--workers", "1").code == 130
    assert made == ["first"]
    made.append("")
    assert dateline("build", project, "--workers", "1").code == 0
    assert made == ["first", "", "vote"], "what was read is not read again"
