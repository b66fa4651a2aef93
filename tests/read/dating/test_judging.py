"""What speaks for a date of publication is weighed: sure, guessed or in doubt; the day is that of the article's own place."""

from __future__ import annotations

from datetime import date

import pytest

from generator.model.witness import WitnessKind as Kind
from generator.read.dating.address import dated
from generator.read.dating.judging import JudgedDate, Seen, judged
from generator.read.dating.region import offsets
from generator.read.dating.stated import stamped

AMERICAN = (-480, -240)


def seen(kind: Kind, words: str, rank: int = 1, *, changed: bool = False) -> Seen:
    return Seen(kind, "", words, rank, stamped(words), changed=changed)


def day(found: JudgedDate) -> tuple[str, bool] | None:
    return (found.published.day.isoformat(), found.published.guessed) if found.published else None


def test_the_publishers_own_statement_is_sure() -> None:
    assert day(judged([seen(Kind.LINKED, "2021-12-08T09:00:00+01:00")], AMERICAN)) == ("2021-12-08", False)


def test_two_of_them_that_disagree_are_a_question() -> None:
    found = judged([seen(Kind.LINKED, "2021-12-08"), seen(Kind.META, "2021-11-02")], AMERICAN)
    assert day(found) == ("2021-12-08", True)
    assert [each.date for each in found.against] == ["2021-11-02"]


@pytest.mark.parametrize(("hour", "guessed"), [("02", True), ("06", True), ("09", False), ("20", False)])
def test_a_stamp_in_utc_is_in_doubt_only_at_the_hours_that_can_be_another_day(hour: str, guessed: bool) -> None:
    assert day(judged([seen(Kind.LINKED, f"2020-02-25T{hour}:25:54Z")], AMERICAN)) == ("2020-02-25", guessed)


def test_a_local_stamp_moves_one_in_utc_to_its_own_day() -> None:
    found = judged([seen(Kind.LINKED, "2020-02-25T02:25:54Z"), seen(Kind.STAMP, "Feb. 24, 2020, 9:25 p.m. EST", 3)], AMERICAN)
    assert day(found) == ("2020-02-24", False)
    assert found.published is not None
    assert str(found.published.time) == "21:25:00"


def test_an_address_alone_moves_it_but_leaves_it_in_doubt() -> None:
    address = dated("https://post.example/2020/02/24/quay")
    assert address is not None
    assert day(judged([seen(Kind.LINKED, "2020-02-25T02:25:54Z"), address], AMERICAN)) == ("2020-02-24", True)


def test_the_same_clock_without_its_zone_is_no_second_witness() -> None:
    found = judged([seen(Kind.LINKED, "2020-02-25T02:25:54Z"), seen(Kind.META, "2020-02-25T02:25:54")], AMERICAN)
    assert day(found) == ("2020-02-25", True)


def test_midnight_in_utc_is_a_day_without_a_time() -> None:
    assert day(judged([seen(Kind.META, "2020-02-25T00:00:00Z")], AMERICAN)) == ("2020-02-25", False)


def test_one_weak_statement_is_a_guess_and_two_kinds_that_agree_are_sure() -> None:
    stamp, address = seen(Kind.STAMP, "4 May 2016", 3), dated("https://post.example/2016/05/04/quay")
    assert address is not None
    assert day(judged([stamp], AMERICAN)) == ("2016-05-04", True)
    assert day(judged([stamp, address], AMERICAN)) == ("2016-05-04", False)


def test_a_bare_stamp_that_is_the_day_of_a_change_is_believed_last() -> None:
    stamps = [seen(Kind.TIME, "9 May 2016", 3), seen(Kind.STAMP, "4 May 2016", 3), seen(Kind.META, "2016-05-09", 2, changed=True)]
    assert day(judged(stamps, AMERICAN)) == ("2016-05-04", True)
    assert day(judged([stamps[2]], AMERICAN)) is None


def test_figures_follow_the_order_of_others_on_the_page() -> None:
    page = [seen(Kind.META, "Tue, 07/11/2023 - 17:57"), seen(Kind.META, "Fri, 07/14/2023 - 10:30", 2, changed=True)]
    assert day(judged(page, AMERICAN)) == ("2023-07-11", False)
    assert day(judged(page[:1], AMERICAN, day_first=True)) == ("2023-11-07", True)


@pytest.mark.parametrize("words", ["1970-01-01T00:00:00Z", "2099-12-31"])
def test_days_that_stand_for_none_are_none(words: str) -> None:
    assert day(judged([seen(Kind.LINKED, words)], AMERICAN)) is None


def test_an_address_of_another_month_is_a_question() -> None:
    address = dated("https://post.example/2012/05/quay")
    assert address is not None
    assert day(judged([seen(Kind.LINKED, "2021-12-08"), address], AMERICAN)) == ("2021-12-08", True)


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://p.example/world/2023/apr/28/quay", "2023-04-28"),
        ("https://p.example/story/2023-06-26/quay", "2023-06-26"),
        ("https://p.example/quay-20260701-p60.html", "2026-07-01"),
        ("https://p.example/2018/07/quay", "2018-07"),
        ("https://p.example/news/14110732/quay", None),
        ("https://p.example/quay-2023", None),
    ],
)
def test_an_address_gives_a_day_or_only_a_month(url: str, found: str | None) -> None:
    seen_there = dated(url)
    assert (seen_there and (seen_there.month or str(seen_there.day))) == found


def test_a_month_is_kept_as_a_witness_and_no_day_is_invented() -> None:
    address = dated("https://p.example/2018/07/quay")
    assert address is not None
    found = judged([address], AMERICAN)
    assert (found.published, [each.date for each in found.witnesses]) == (None, ["2018-07"])


def test_where_a_paper_stands_says_which_hours_can_be_another_day() -> None:
    assert offsets("www.post.co.uk") == (0, 60)
    assert offsets("post.example", "de") == (60, 120)
    assert date(2020, 2, 25) == judged([seen(Kind.LINKED, "2020-02-25T02:25:54Z")], (0, 60)).published.day  # type: ignore[union-attr]
