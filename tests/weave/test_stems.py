"""Stems, names, figures, and how telling a stem is."""

from __future__ import annotations

import pytest

from generator.model.story import Story
from generator.weave.stems import SAMPLE, figures, is_counted, kin_of, name_parts, one_in, same_name, stem, stems, telling, weights


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("closed", "closing"),
        ("ferry", "ferries"),
        ("invoke", "invoked"),
        ("Norrvik's", "Norrvik"),
        ("stopped", "stop"),
        ("shipment", "shipments"),
    ],
)
def test_inflections_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("ferry", "fever"), ("strike", "street"), ("port", "poet")])
def test_other_words_do_not(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_function_words_short_words_and_figures_are_no_stems() -> None:
    assert stems("The mayor of 12 ports", frozenset({"the"})) == {stem("mayor"), stem("ports")}


def test_figures_keep_their_decimals_and_lose_their_separators() -> None:
    assert figures("1,200 pupils paid 3.5 million, or 12.") == {"1200", "3.5", "12"}


def test_a_name_of_titles_alone_keeps_them() -> None:
    assert name_parts("the Prime Minister", frozenset({"the", "prime", "minister"})) == ("the", "prime", "minister")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ilse Brandt", "Brandt", True),
        ("Ilse Brandt", "Per Brandt", False),
        ("Senate of Verland", "Verland Senate", True),
        ("Brandt", "Falk", False),
    ],
)
def test_two_names_can_be_one_persons(one: str, other: str, same: bool) -> None:
    assert same_name(name_parts(one), name_parts(other)) is same


def test_rare_stems_weigh_more_and_in_steps_of_a_half() -> None:
    found = weights([frozenset({"port", "ferry"}), frozenset({"port"}), frozenset({"port", "crane"})])
    assert found["ferry"] == found["crane"] > found["port"] > 0
    assert all(2 * weight == int(2 * weight) for weight in found.values())


def test_a_story_is_counted_whole_and_an_archive_by_a_sample_of_about_the_same_size() -> None:
    assert [one_in(mentions) for mentions in (1, SAMPLE, 2 * SAMPLE - 1, 2 * SAMPLE, 30 * SAMPLE)] == [1, 1, 1, 2, 16]
    articles = [f"n{number}" for number in range(8000)]
    assert all(is_counted(name, 1) for name in articles)
    assert 400 < sum(is_counted(name, 16) for name in articles) < 600


def test_a_stem_that_the_sample_lacks_tells_as_much_as_one_that_a_single_mention_has() -> None:
    found = telling(["ferry", "crane", "port"], {"crane": 1, "port": 40}, 99)
    assert found["ferry"] == found["crane"] > found["port"]


def test_event_words_of_one_group_stand_for_the_first() -> None:
    kin = kin_of(Story(kin=frozenset({"quake=earthquake=tremor"})))
    assert kin[stem("earthquake")] == kin[stem("tremor")] == stem("quake")
