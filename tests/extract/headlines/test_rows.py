"""Each row of what may leave a headline is proved by its own example."""

from __future__ import annotations

import pytest

from generator.extract.headlines.line import Line
from generator.extract.headlines.rows import ALWAYS, LEAST, ROWS, Row, leaves_always, row_of
from generator.extract.headlines.shape import shape_of
from generator.language.story import load_story
from tests.extract.headlines.grown import grown, span_of, token_of
from tests.extract.planted import plant

STORY = load_story("en")


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_what_stands_in_brackets_may_leave_by_this_row(row: Row) -> None:
    example, _, verb = row.like.partition(" | ")
    before, _, rest = example.partition("[")
    out, _, behind = rest.partition("]")
    text, trees = grown(before + out + behind)
    tree = trees[0]
    start = len(before)
    words = span_of(text, tree, out)
    assert words.start == start
    head = tree.head_of(words)
    assert head is not None
    shape = shape_of(Line(tree, token_of(tree, verb), tuple(range(len(tree)))), head, STORY)
    assert shape is not None
    assert row_of(shape) is row


def test_rows_have_names_of_their_own() -> None:
    assert len({row.name for row in ROWS}) == len(ROWS)


def test_some_words_leave_every_line() -> None:
    _, (tree,) = plant("Trams/NOUN.plural/nsubj/3 also/ADV/advmod/3 ran/VERB.past/root/0 slowly/ADV/advmod/3")
    assert [leaves_always(token, STORY) for token in tree] == [False, True, False, False]
    assert LEAST > ALWAYS
