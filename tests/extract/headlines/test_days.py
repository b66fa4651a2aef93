"""The day of a time word is put in behind it, where neither its own words nor the entry's date say which day is meant."""

from __future__ import annotations

import pytest

from generator.extract.discourse.names import Names
from generator.extract.headlines.days import is_dated, other_day, stale, with_days
from generator.extract.headlines.line import Line
from generator.extract.headlines.telling import Day, Telling
from generator.language.story import load_story
from generator.model.edtf import parse
from generator.model.span import Span
from tests.articles import mentions_of
from tests.extract.planted import plant

STORY = load_story("en")
SENTENCE = "Crews/NOUN.plural/nsubj/2 left/VERB.past/root/0/leave {} +./PUNCT/punct/2"
ON = "on/ADP/case/4 {}/PROPN/obl/2"


def dated(words: str, said: str, meant: str, entry: str = "2011-03-07", *, sure: bool = True) -> tuple[Line, Telling]:
    text, (tree,) = plant(SENTENCE.format(words))
    span = Span(text.index(said), text.index(said) + len(said))
    date, shown = parse(meant), parse(entry)
    assert date is not None
    telling = Telling(text, Names(), STORY, others=(span,), date=shown, days=(Day(span, date, sure),))
    return Line(tree, tree.root, tuple(range(len(tree)))), telling


@pytest.mark.parametrize(
    ("said", "meant", "entry", "put"),
    [
        ("yesterday", "2011-03-06", "2011-03-06", "yesterday [6 March 2011]"),
        ("Friday", "2011-03-04", "2011-03-07", "Friday [4 March 2011]"),
        ("Monday", "2011-03-07", "2011-03-07", "Monday"),
        ("May", "2011-05", "2011-03-07", "May"),
        ("May", "2010-05", "2011-03-07", "May [May 2010]"),
        ("yesterday", "201X", "2011-03-07", "yesterday"),
    ],
)
def test_a_day_that_a_reader_must_ask_for_is_put_in(said: str, meant: str, entry: str, put: str) -> None:
    words = ON.format(said) if said[0].isupper() else f"{said}/NOUN/obl:unmarked/2"
    line, telling = dated(words, said, meant, entry)
    made, steps = with_days(line, telling)
    assert made.printed() == f"Crews left {'on ' if said[0].isupper() else ''}{put}"
    assert bool(steps) is ("[" in put) is is_dated(made, line.tree.inside(telling.days[0].said))


def test_no_day_is_put_in_that_may_be_another_or_stands_where_nothing_may() -> None:
    line, telling = dated(ON.format("Friday"), "Friday", "2011-03-04", sure=False)
    assert with_days(line, telling)[0].printed() == "Crews left on Friday"
    line, telling = dated("yesterday/NOUN/obl:unmarked/2", "yesterday", "2011-03-06")
    assert with_days(line, telling, frozenset(line.kept))[1] == ()


def test_what_owns_something_gets_its_day_behind_the_mark() -> None:
    words = "Friday/PROPN/nmod:poss/5 +’s/PART/case/3 talks/NOUN.plural/obj/2"
    line, telling = dated(words, "Friday", "2011-03-04")
    made, _ = with_days(line, telling)
    assert made.printed() == "Crews left Friday’s [4 March 2011] talks"
    assert is_dated(made, line.tree.inside(telling.days[0].said))


def test_a_day_that_is_put_in_does_not_mislead() -> None:
    line, telling = dated("yesterday/NOUN/obl:unmarked/2", "yesterday", "2011-03-06")
    made, _ = with_days(line, telling)
    assert (stale(line, None, None, telling), stale(made, None, None, telling)) == ("told from its own day: “yesterday”", "")


@pytest.mark.parametrize(("link", "fault"), [("on", "the day of something else"), ("until", "")])
def test_the_day_until_which_something_holds_is_no_day_of_another_deed(link: str, fault: str) -> None:
    line, telling = dated(ON.format("Monday").replace("on/", f"{link}/"), "Monday", "2011-03-07")
    assert other_day(line, None, None, telling) == fault


def test_earlier_this_week_ends_with_the_day_before_publication() -> None:
    text = "Mayor Ana Lopes reopened the pier at Brod on Wednesday after a storm that had closed it earlier this week."
    assert mentions_of(text)[0].headline.endswith("a storm that had closed it earlier this week [13–14 May 2024]")


def test_the_day_of_a_second_deed_is_not_read_as_that_of_both() -> None:
    text, (tree,) = plant(
        "Crews/NOUN.plural/nsubj/2 left/VERB.past/root/0/leave and/CCONJ/cc/4 returned/VERB.past/conj/2/return in/ADP/case/6 "
        "May/PROPN/obl/4 +./PUNCT/punct/2"
    )
    span = Span(text.index("May"), text.index("May") + 3)
    date = parse("2011-05")
    assert date is not None
    telling = Telling(text, Names(), STORY, others=(span,), days=(Day(span, date),))
    assert other_day(Line(tree, tree.root, tuple(range(len(tree)))), None, None, telling) == "the day of something else"
