"""Each row of the tables holds in the sentence that explains it."""

from __future__ import annotations

import re
from datetime import date

import pytest

from generator.extract.events import attaching, conditions, dating, status
from generator.extract.events.frames import frames_of
from generator.extract.syntax.reader import parse_sentence
from generator.language.story import load_story
from generator.model.article import BlockKind, Sentence
from generator.model.frame import Frame
from generator.model.span import Span
from generator.model.story import Story
from generator.model.tree import Tree
from tests.articles import mentions_of

STORY = load_story("en")


def tree_of(text: str) -> Tree:
    return parse_sentence(text, Sentence(1, Span(0, len(text)), BlockKind.PARAGRAPH, 0))


@pytest.mark.parametrize("row", attaching.ROWS, ids=[row.name for row in attaching.ROWS])
def test_a_row_finds_what_a_time_dates(row: attaching.Row) -> None:
    shown, _, wanted = row.like.partition(" | ")
    match = re.search(r"\[(.+?)\]", shown)
    assert match is not None
    text = shown.replace("[", "").replace("]", "")
    tree = tree_of(text)
    time = tree.head_of(Span(match.start(), match.end() - 2))
    assert time is not None
    found = dating.dated(tree, time, frames_of(tree, STORY), STORY)
    if wanted == "-":
        assert found == row.name
    else:
        assert isinstance(found, dating.Dated)
        assert tree[found.index].text == wanted


@pytest.mark.parametrize("row", status.ROWS, ids=[row.name for row in status.ROWS])
def test_a_row_of_status_decides_its_sentence(row: status.Row, monkeypatch: pytest.MonkeyPatch) -> None:
    judged: list[status.Judgement] = []

    def judge(frame: Frame, days: conditions.Days, story: Story) -> status.Judgement:
        judged.append(status.judge(frame, days, story))
        return judged[-1]

    monkeypatch.setattr("generator.extract.events.judging.judge", judge)
    if "without a day" in row.name:
        tree = tree_of(row.like)
        judge(frames_of(tree, STORY)[tree.root], conditions.UNDATED, STORY)
    mentions_of(row.like, date(2024, 5, 15))
    assert (row.status, row.name) in [(each.status, each.why.rpartition(": ")[2]) for each in judged]
