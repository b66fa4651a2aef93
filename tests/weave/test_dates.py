"""Which date an event takes when its mentions give several."""

from __future__ import annotations

import pytest

from generator.model.mention import DateBasis
from generator.weave.dates import chosen
from tests.weave.profiled import of_date

SAID, INHERITED, PUBLICATION = DateBasis.SAID, DateBasis.INHERITED, DateBasis.PUBLICATION


CASES = {
    "the sharper of two that agree": ([("2031-05-05/2031-05-11", SAID), ("2031-05-06", SAID)], "2031-05-06", []),
    "what was said before what was inferred": ([("2031-05-08", PUBLICATION), ("2031-05-07", SAID)], "2031-05-07", []),
    "a week that was said before an inferred day": (
        [("2031-05-08", PUBLICATION), ("2031-05-05/2031-05-11", SAID)],
        "2031-05-05/2031-05-11",
        [],
    ),
    "an inferred day inside a year": ([("2031", SAID), ("2031-05-07", PUBLICATION)], "2031-05-07", []),
    "an inherited day inside a week": ([("2031-05-05/2031-05-11", SAID), ("2031-05-07", INHERITED)], "2031-05-07", []),
    "the better supported of two that disagree": (
        [("2031-05-06", SAID), ("2031-05-07", SAID), ("2031-05-07", SAID)],
        "2031-05-07",
        ["2031-05-06"],
    ),
    "a vague date supports the day inside it": (
        [("2031-05-06", SAID), ("2031-05-13", SAID), ("2031-05-12/2031-05-18", SAID)],
        "2031-05-13",
        ["2031-05-06"],
    ),
    "the week that many say before a day that one alone gives": (
        [("2031-05-06", SAID), *[("2031-05-05/2031-05-11", SAID)] * 4],
        "2031-05-05/2031-05-11",
        [],
    ),
    "the plain date before the approximate one": ([("2031-05~", SAID), ("2031-05", SAID)], "2031-05", []),
    "the plain date before an open end": ([("2031-05/..", SAID), ("2031-05", SAID)], "2031-05", []),
    "the plain date before an open beginning": ([("../2031-05", SAID), ("2031-05", SAID)], "2031-05", []),
    "no time of day that one source alone gives": (
        [("2031-05-06T09:30", SAID), ("2031-05-06", SAID), ("2031-05-06", SAID)],
        "2031-05-06",
        [],
    ),
    "the time of day that all sources give": ([("2031-05-06T09:30", SAID), ("2031-05-06T09:30", SAID)], "2031-05-06T09:30", []),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_an_event_takes(case: tuple[list[tuple[str, DateBasis]], str, list[str]]) -> None:
    given, wanted, others = case
    made = chosen([of_date(number, date, basis) for number, (date, basis) in enumerate(given)], {})
    assert str(made.winner.mention.date) == wanted
    assert [str(other) for other in made.others] == others
    assert str(made.winner.mention.date) in made.reason.words


def test_copies_of_one_text_are_one_supporter() -> None:
    profiles = [of_date(number, date, SAID) for number, date in enumerate(["2031-05-06", "2031-05-07", "2031-05-07", "2031-05-06"])]
    report = {"n0": "n0", "n1": "n1", "n2": "n1", "n3": "n3"}
    assert str(chosen(profiles, report).winner.mention.date) == "2031-05-06"
