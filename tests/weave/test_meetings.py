"""Which mentions meet, and whom a change lets meet others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from generator.weave.meetings import REACH, Meetings, Turnover
from generator.weave.profiles import Profile
from generator.weave.stems import weights
from tests.conftest import Said
from tests.weave.profiled import of_matter


def change(profiles: list[Profile], come: list[Profile], gone: tuple[Profile, ...] = ()) -> Turnover:
    return Turnover(profiles, {profile: place for place, profile in enumerate(profiles)}, gone, come, ())


def met(*profiles: Profile) -> set[tuple[str, str]]:
    """Return which mentions are compared, by their ids."""
    ordered = sorted(profiles, key=lambda profile: profile.reported)
    telling, meetings = weights(profile.matter for profile in ordered), Meetings()
    meetings.hold(change(ordered, ordered), telling)
    enough = max(telling.values())
    return {
        (ordered[place].mention.id, other.mention.id) for place in range(len(ordered)) for other in meetings.met(place, ordered, enough)
    }


def test_two_mentions_that_share_two_stems_at_the_same_time_meet() -> None:
    assert met(of_matter(1, 10, "bridge", "norrvik"), of_matter(2, 10, "bridge", "norrvik", "mayor")) == {("e-1", "e-2")}


def test_those_of_other_days_do_not() -> None:
    assert met(of_matter(1, 10, "bridge", "norrvik"), of_matter(2, 14, "bridge", "norrvik")) == set()


def test_one_stem_that_many_share_is_not_enough() -> None:
    assert met(*(of_matter(number, 10, "norrvik", f"own{number}") for number in range(9))) == set()


def test_a_mention_of_a_month_meets_those_inside_it() -> None:
    month = replace(of_matter(1, 1, "bridge", "norrvik"), last=30)
    assert met(month, of_matter(2, 10, "bridge", "norrvik"), of_matter(3, 40, "bridge", "norrvik")) == {("e-1", "e-2")}


def test_a_mention_of_a_month_meets_those_reported_next_to_it_however_many_there_are() -> None:
    days = [replace(of_matter(number, 10, "bridge", "norrvik"), published=number) for number in range(1, 99)]
    month = replace(of_matter(99, 1, "bridge", "norrvik"), last=30, published=50)
    assert len([pair for pair in met(month, *days) if pair[0] == "e-99"]) == 2 * REACH


def test_what_goes_on_meets_what_it_goes_on_from_however_far() -> None:
    told = [of_matter(1, 10, "bridge", article="n"), *(of_matter(number, 10, f"other{number}", article="n") for number in range(2, 9))]
    assert ("e-9", "e-1") in met(*told, of_matter(9, 10, "mayor", article="n", continues="e-1"))


def test_what_comes_touches_only_those_next_to_it() -> None:
    told = [of_matter(number, number, "bridge", "norrvik") for number in range(10, 99)]
    new = of_matter(9, 60, "bridge", "norrvik", "mayor")
    telling, meetings = weights(profile.matter for profile in (*told, new)), Meetings()
    meetings.hold(change(told, told), telling)
    touched = meetings.hold(change([*told, new], [new]), telling)
    assert 2 <= len(touched) <= REACH + 1
    assert meetings.hold(change(told, [], (new,)), telling) == touched - {new}


def test_signs_that_stand_as_words_are_no_marks_of_ours(project: Path, dateline: Callable[..., Said]) -> None:
    for number in range(4):
        text = f"The mayor <a href = x{number}> = = did resigned on Tuesday, and = left on Friday, the council said = on Monday.\n"
        (project / f"articles/h{number}.txt").write_text(text)
        (project / f"articles/h{number}.toml").write_text("published = 2022-11-09\n")
    done = dateline("build", project)
    assert done.code == 0, done.err
