"""The headline of an event is chosen among all its mentions' headlines."""

from __future__ import annotations

from dataclasses import replace

from generator.model.mention import DateBasis, Status
from generator.weave.profiles import Profile
from generator.weave.summary import headline
from tests.weave.profiled import of_date


def told(number: int, line: str, status: Status = Status.HAPPENED) -> Profile:
    profile = of_date(number, "2031-05-06", DateBasis.SAID)
    return replace(profile, mention=replace(profile.mention, headline=line, status=status))


def test_a_mention_without_a_headline_leaves_the_word_to_another() -> None:
    mentions = [told(1, ""), told(2, "The baths opened after a long dispute")]
    assert headline(mentions, mentions[0], Status.HAPPENED, {}) == "The baths opened after a long dispute"


def test_where_none_has_a_headline_the_event_has_none() -> None:
    mentions = [told(1, ""), told(2, "")]
    assert headline(mentions, mentions[0], Status.HAPPENED, {}) == ""


def test_a_report_tells_an_event_before_the_plan_that_it_fulfilled() -> None:
    plan = told(1, "The baths will open after a long dispute", Status.PLANNED)
    report = told(2, "The baths opened")
    assert headline([plan, report], plan, Status.HAPPENED, {}) == "The baths opened"
    assert headline([plan, report], plan, Status.PLANNED, {}) == "The baths will open after a long dispute"


def test_no_plan_tells_an_event_that_a_report_tells_without_a_headline() -> None:
    plan = told(1, "The baths will open after a long dispute", Status.PLANNED)
    assert headline([plan, told(2, "")], plan, Status.HAPPENED, {}) == ""
    assert headline([plan, told(2, "", Status.ONGOING)], plan, Status.ONGOING, {}) == ""
    assert headline([plan], plan, Status.HAPPENED, {}) != "", "nothing but the plan is known"


def test_a_line_of_another_day_than_the_entrys_is_no_headline_of_it() -> None:
    told_now, told_of_june = told(1, ""), told(2, "The baths had closed")
    another = replace(told_of_june, first=told_now.first + 30, last=told_now.last + 30)
    assert headline([told_now, another], told_now, Status.HAPPENED, {}) == ""
    assert headline([told_now, told_of_june], told_now, Status.HAPPENED, {}) == "The baths had closed"


def test_a_line_of_the_month_gives_way_to_one_of_the_day() -> None:
    day, month = told(1, "The baths opened"), told(2, "The old baths of the town have been open since they were mended in May")
    month = replace(month, first=day.first - 5, last=day.last + 25)
    assert headline([day, month, month], day, Status.HAPPENED, {}) == "The baths opened"
    assert headline([told(1, ""), month], day, Status.HAPPENED, {}) != "", "nothing sharper tells it"


def test_what_somebody_told_stands_before_what_he_is_only_quoted_with() -> None:
    quoted, reported = told(1, "“We are all glad,” Ann Hale said"), told(2, "Ann Hale said the baths had opened")
    assert headline([quoted, reported], quoted, Status.HAPPENED, {}) == "Ann Hale said the baths had opened"
    assert headline([quoted], quoted, Status.HAPPENED, {}) != "", "nothing else tells it"
