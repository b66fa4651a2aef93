"""What the tagger looks at, and what it spares: words of time in a text, tokens, the words beside a date, tense."""

from __future__ import annotations

import pytest

from generator.extract.time import calendars
from generator.extract.time.around import Around
from generator.extract.time.context import Context
from generator.extract.time.tense import Outlook
from generator.extract.time.tokens import tokens
from generator.extract.timexes import rows
from generator.language.scan import trigger_pattern
from generator.model.calendar import day_number
from generator.model.said import Calendar
from generator.model.span import Span
from tests.articles import english


def test_of_several_words_with_a_word_of_time_among_them_that_one_is_looked_for() -> None:
    pattern = trigger_pattern(["day", "boxing day", "long ago", "2 nite", "nite"], [])
    assert [hit[0] for hit in pattern.finditer(" on boxing day, 2nite, long  ago")] == [" day", " 2", " long  ago"]
    assert "boxing" not in pattern.pattern


@pytest.mark.parametrize("glued", ["ferry", "ferry,", "ferry.", "jan.", "a.", "p.m.", '12"', 'quay"', "velm:", "1990s,", "straße", "u.s.,"])
def test_a_word_with_a_mark_is_cut_as_the_pattern_of_tokens_cuts_it(glued: str) -> None:
    grammar, text = english().grammar, f"on {glued} on"
    found = tokens(text, text, 3, 3 + len(glued), grammar)
    matches = list(grammar.token.finditer(glued))
    assert (found.words, found.spans) == ([each[0] for each in matches], [(each.start() + 3, each.end() + 3) for each in matches])


def test_tokens_stand_where_they_are_behind_any_spaces() -> None:
    text = "on  monday\n in\tmay"
    assert [text[start:end] for start, end in tokens(text, text, 0, len(text), english().grammar).spans] == ["on", "monday", "in", "may"]


@pytest.mark.parametrize(
    "behind", [" the ferry sank", ", the ferry sank", "'s ferry", " ( sank", "", " — a ferry", "\nferry sank", "-sank on"]
)
def test_the_word_ahead_is_the_first_behind(behind: str) -> None:
    text = f"On Monday{behind}"
    around = Around(text, text.lower(), Span(0, len(text)), (3, 9), english().grammar.tense)
    assert around.ahead() == around.behind()[:1]


@pytest.mark.parametrize(
    ("said", "published", "asked", "value"),
    [
        (Calendar(month=11), (2021, 12, 8), 0, "2021-11"),
        (Calendar(month=12, day=10), (2021, 12, 8), 0, "2021-12-10"),
        (Calendar(month=11), (2021, 6, 8), 1, "2020-11"),
    ],
)
def test_no_tense_is_asked_for_that_could_decide_nothing(said: Calendar, published: tuple[int, int, int], asked: int, value: str) -> None:
    times: list[int] = []

    class Told(Context):
        def tense(self) -> Outlook:
            times.append(1)
            return Outlook.HAPPENED

    found = calendars.resolve_calendar(said, Told(day_number(*published)))
    assert found is not None
    assert (len(times), found.value) == (asked, value)


def test_stops_of_every_kind_end_a_sentence_where_a_text_has_others_than_full_stops() -> None:
    day = day_number(2021, 12, 8)
    for stop in ".!?…":
        found = rows(f"The quay closes on Friday{stop} It opened on Monday.", day, english())
        assert len(found) == 2, stop
