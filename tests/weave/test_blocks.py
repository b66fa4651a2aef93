"""Which mentions meet, and how those that may be one event are parted into blocks that need not know of each other."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.weave.blocks import MentionBlock, blocks, parted
from generator.weave.clusters import clustered
from generator.weave.profiles import Profile
from generator.weave.stems import weights
from tests.conftest import Said
from tests.weave.profiled import of_matter

NOTHING: frozenset[str] = frozenset()


def parts(*profiles: Profile) -> tuple[MentionBlock, ...]:
    return blocks(profiles, weights(profile.matter for profile in profiles))


def met(*profiles: Profile) -> set[tuple[str, str]]:
    """Return which mentions are compared, by their ids."""
    return {(block.members[one].mention.id, block.members[other].mention.id) for block in parts(*profiles) for one, other in block.pairs}


def test_two_mentions_that_share_two_stems_at_the_same_time_meet() -> None:
    assert met(of_matter(1, 10, "bridge", "norrvik"), of_matter(2, 10, "bridge", "norrvik", "mayor")) == {("e-1", "e-2")}


def test_those_of_other_days_do_not() -> None:
    assert met(of_matter(1, 10, "bridge", "norrvik"), of_matter(2, 14, "bridge", "norrvik")) == set()


def test_one_stem_that_many_share_is_not_enough() -> None:
    assert met(*(of_matter(number, 10, "norrvik", f"own{number}") for number in range(9))) == set()


def test_a_mention_of_a_month_meets_those_inside_it() -> None:
    month = replace(of_matter(1, 1, "bridge", "norrvik"), last=30)
    assert met(month, of_matter(2, 10, "bridge", "norrvik"), of_matter(3, 40, "bridge", "norrvik")) == {("e-1", "e-2")}


def test_what_goes_on_meets_what_it_goes_on_from_however_far() -> None:
    told = [of_matter(1, 10, "bridge", article="n"), *(of_matter(number, 10, f"other{number}", article="n") for number in range(2, 9))]
    assert ("e-1", "e-9") in met(*told, of_matter(9, 10, "mayor", article="n", continues="e-1"))


def test_mentions_that_share_nothing_stand_in_blocks_of_their_own() -> None:
    bridge = [of_matter(number, 10, "bridge", "norrvik") for number in (1, 2)]
    assert [len(block.members) for block in parts(*bridge, of_matter(3, 10, "school", "lindal"))] == [2, 1]


@given(st.integers(0, 12), st.lists(st.tuples(st.floats(-9, 0), st.integers(0, 11), st.integers(0, 11)), max_size=14), st.integers(1, 6))
def test_parts_hold_every_index_once_and_never_outgrow_the_largest(count: int, drawn: list[tuple[float, int, int]], largest: int) -> None:
    ties = sorted(tie for tie in drawn if max(tie[1:]) < count)
    found = parted(count, ties, largest)
    assert sorted(index for part in found for index in part) == list(range(count))
    assert all(len(part) <= largest for part in found)


def test_what_would_outgrow_the_largest_is_parted_at_its_weakest_tie() -> None:
    assert parted(4, [(-9.0, 0, 1), (-8.0, 2, 3), (-1.0, 1, 2)], 2) == ((0, 1), (2, 3))


def test_a_block_can_be_sent_elsewhere_and_yields_the_same() -> None:
    (block,) = parts(of_matter(1, 10, "bridge", "norrvik"), of_matter(2, 10, "bridge", "norrvik"))
    (cluster,) = clustered(pickle.loads(pickle.dumps(block)))  # noqa: S301
    assert [profile.mention.id for profile in cluster.members] == ["e-1", "e-2"]
    assert [len(each.members) for each in clustered(block)] == [2]


def test_signs_that_stand_as_words_are_no_marks_of_ours(project: Path, dateline: Callable[..., Said]) -> None:
    for number in range(4):
        text = f"The mayor <a href = x{number}> = = did resigned on Tuesday, and = left on Friday, the council said = on Monday.\n"
        (project / f"articles/h{number}.txt").write_text(text)
        (project / f"articles/h{number}.toml").write_text("published = 2022-11-09\n")
    done = dateline("build", project)
    assert done.code == 0, done.err
