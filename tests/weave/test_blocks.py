"""Which mentions meet, and how groups that tell of one event in many words find together."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.model.edtf import Date
from generator.model.mention import DateBasis, EventMention, MentionKind, Status
from generator.model.span import Span
from generator.weave.blocks import components, continuations, pairs
from generator.weave.clusters import Group, Measure, group_of
from generator.weave.profiles import Profile
from generator.weave.prototypes import gathered, prototype
from generator.weave.similarity import scales
from generator.weave.words import weights

NOTHING: frozenset[str] = frozenset()


def a_profile(number: int, day: int, *matter: str, article: str = "", continues: str | None = None, trigger: str = "open") -> Profile:
    mention = EventMention(
        id=f"e-{number}",
        article=article or f"n{number}",
        sentence=number,
        quote=Span(0, 9),
        trigger=Span(0, 4),
        said=None,
        timex=None,
        date=Date(2031, 5, 6),
        basis=DateBasis.SAID,
        kind=MentionKind.DEED,
        status=Status.HAPPENED,
        background=False,
        headline="",
        continues=continues,
    )
    stems = frozenset(matter)
    return Profile(mention, 800_000, day, day, trigger, trigger, True, (), (), stems, stems, NOTHING, NOTHING, NOTHING, f"w{number}")


def met(*profiles: Profile) -> set[tuple[int, int]]:
    return set(pairs(profiles, weights(profile.matter for profile in profiles)))


def test_two_mentions_that_share_two_stems_at_the_same_time_meet() -> None:
    assert met(a_profile(1, 10, "bridge", "norrvik"), a_profile(2, 10, "bridge", "norrvik", "mayor")) == {(0, 1)}


def test_those_of_other_days_do_not() -> None:
    assert met(a_profile(1, 10, "bridge", "norrvik"), a_profile(2, 14, "bridge", "norrvik")) == set()


def test_one_shared_predicate_is_not_enough() -> None:
    assert met(a_profile(1, 10, "bridge"), a_profile(2, 10, "school")) == set()


def test_a_mention_of_a_month_meets_those_inside_it() -> None:
    month = replace(a_profile(1, 1, "bridge", "norrvik"), last=30)
    assert met(month, a_profile(2, 10, "bridge", "norrvik"), a_profile(3, 40, "bridge", "norrvik")) == {(0, 1)}


def test_what_goes_on_meets_what_it_goes_on_from_however_far() -> None:
    told = [a_profile(1, 10, "bridge", article="n"), *(a_profile(number, 10, f"other{number}", article="n") for number in range(2, 9))]
    after = a_profile(9, 10, "mayor", article="n", continues="e-1")
    assert continuations([*told, after]) == ((0, 8),)
    assert (0, 8) in met(*told, after)


@given(st.integers(0, 12), st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=14))
def test_components_part_all_indices_and_no_pair_crosses_them(count: int, drawn: list[tuple[int, int]]) -> None:
    edges = [pair for pair in drawn if max(pair) < count]
    parts = components(count, edges)
    assert sorted(index for part in parts for index in part) == list(range(count))
    home = {index: number for number, part in enumerate(parts) for index in part}
    assert all(home[first] == home[second] for first, second in edges)


def test_a_prototype_has_what_a_third_of_the_group_shares() -> None:
    told = [a_profile(number, 10, "quake", "norrvik", f"own{number}") for number in range(6)]
    made = prototype([*told, a_profile(7, 10, "quake", "harbour")])
    assert made.matter == {"quake", "norrvik"}
    assert made.trigger == "open"


def two_groups(*second: str) -> tuple[list[Profile], list[Group]]:
    first = [a_profile(number, 10, "quake", "norrvik", "magnitude", "coast", f"one{number}") for number in range(4)]
    other = [a_profile(number, 10, *second, f"two{number}") for number in range(4, 8)]
    profiles = [*first, *other]
    return profiles, [group_of([0, 1, 2, 3], profiles), group_of([4, 5, 6, 7], profiles)]


def test_large_groups_with_one_core_become_one() -> None:
    profiles, groups = two_groups("quake", "norrvik", "magnitude", "thousands")
    (made,) = gathered(groups, Measure(profiles, scales(profiles)))
    assert made.members == list(range(8))
    assert len(made.joins) == 1


def test_large_groups_about_other_things_stay_apart() -> None:
    profiles, groups = two_groups("treaty", "senate", "fishing", "vote")
    profiles[4:] = [replace(profile, trigger="vote", word="vote") for profile in profiles[4:]]
    assert [group.members for group in gathered(groups, Measure(profiles, scales(profiles)))] == [[0, 1, 2, 3], [4, 5, 6, 7]]
