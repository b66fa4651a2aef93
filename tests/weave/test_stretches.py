"""Stretches of time: every mention is in one, and one that comes or goes changes those only in which it lies."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.article import Article
from generator.weave import stretches as stretching
from generator.weave.profiles import UNKNOWN_DAY, Profile
from generator.weave.stretches import Stretch, stretches
from tests.articles import article
from tests.weave.profiled import of_matter

ARTICLES: dict[str, Article] = {name: article("The bridge was opened on Tuesday.\n", name=name) for name in ("n0", "n1")}
REPORT = {"n0": "n0", "n1": "n0"}
FEW = 3


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stretching, "MANY", FEW)


def parted(profiles: list[Profile]) -> tuple[Stretch, ...]:
    return stretches(profiles, ARTICLES, REPORT)


def of_days(days: list[int]) -> list[Profile]:
    return [of_matter(number, day, "bridge", article=f"n{number % 2}") for number, day in enumerate(days)]


DAYS = st.lists(st.integers(-9, 5_000_000), max_size=24)


@given(DAYS)
def test_every_mention_is_in_one_stretch_in_the_order_of_profiles(days: list[int]) -> None:
    profiles = of_days(days)
    place = {id(profile): at for at, profile in enumerate(profiles)}
    found = [[place[id(profile)] for profile in part.members] for part in parted(profiles)]
    assert sorted(at for part in found for at in part) == list(range(len(days)))
    assert all(part == sorted(part) for part in found)
    assert len({part.name for part in parted(profiles)}) == len(found)


@given(DAYS, st.integers(0, 5_000_000))
def test_a_mention_that_goes_changes_no_stretch_but_its_own_and_those_that_are_one_again(days: list[int], day: int) -> None:
    profiles = of_days([*days, day])
    fewer = {part.name: part.members for part in parted(profiles[:-1])}
    for part in parted(profiles):
        if profiles[-1] not in part.members and part.name in fewer:
            assert part.members == fewer[part.name]


@given(DAYS)
def test_only_a_single_day_holds_more_than_many(days: list[int]) -> None:
    for part in parted(of_days(days)):
        assert len(part.members) <= FEW or part.name.endswith("+1")


def test_what_is_merged_together_while_it_is_little_is_parted_in_the_middle_of_time() -> None:
    assert [len(part.members) for part in parted(of_days([10, 11, 700]))] == [3]
    assert [[profile.first for profile in part.members] for part in parted(of_days([700, 10, 11, 12]))] == [[10, 11, 12], [700]]


def test_a_vague_date_lies_where_its_report_came_out() -> None:
    year = replace(of_matter(9, 1, "bridge", article="n0"), last=365, published=701)
    unknown = replace(year, published=UNKNOWN_DAY)
    days = [10, 11, 12, 700]
    assert [len(part.members) for part in parted([*of_days(days), year])] == [3, 2]
    assert any(unknown in part.members and unknown.first == 1 for part in parted([*of_days(days), unknown])[:-1])


def test_a_stretch_holds_the_articles_and_reports_of_its_mentions_and_no_others() -> None:
    first, last = parted(of_days([10, 700, 12, 702, 14, 704]))
    assert (set(first.articles), first.report) == ({"n0"}, {"n0": "n0"})
    assert (set(last.articles), last.report) == ({"n1"}, {"n1": "n0"})
