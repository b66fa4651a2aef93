"""Which mentions need know of each other: blocks that chains of likely pairs hold together, and what a change makes of them."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.article import Article
from generator.weave.blocks import Blocks, MentionBlock, parted
from generator.weave.clusters import clustered
from generator.weave.corpus import Corpus
from generator.weave.profiles import Profile
from generator.weave.stems import weights
from tests.articles import article
from tests.weave.profiled import of_matter

ARTICLES: dict[str, Article] = {f"n{number}": article("The bridge was opened.\n", name=f"n{number}") for number in range(40)}


def corpus_of(profiles: Sequence[Profile]) -> Corpus:
    return Corpus(weights(profile.matter for profile in profiles), ARTICLES, {name: name for name in ARTICLES})


def ids(blocks: Sequence[MentionBlock]) -> list[list[str]]:
    return [[profile.mention.id for profile in block.members] for block in blocks]


def held(blocks: Blocks, *profiles: Profile) -> tuple[MentionBlock, ...]:
    ordered = sorted(profiles, key=lambda profile: profile.reported)
    return blocks.hold(ordered, corpus_of(ordered))


def told(blocks: Sequence[MentionBlock]) -> list[object]:
    """Return all that a block says, for comparing."""
    return [(block.members, block.ties) for block in blocks]


BRIDGE = [of_matter(number, 10, "bridge", "norrvik", "ribbon", "mayor") for number in (1, 2)]
SCHOOL = [of_matter(number, 10, "school", "lindal", "roof", "storm") for number in (3, 4)]


def test_mentions_that_are_alike_stand_in_one_block_and_others_in_their_own() -> None:
    assert ids(held(Blocks(), *BRIDGE, *SCHOOL, of_matter(5, 10, "ferry"))) == [["e-1", "e-2"], ["e-3", "e-4"], ["e-5"]]


def test_a_chain_of_likely_pairs_is_one_block_however_unlike_its_ends() -> None:
    chain = [of_matter(number, 10, *(f"word{number + step}" for step in range(4))) for number in range(6)]
    assert max(map(len, ids(held(Blocks(), *chain)))) >= 3


def test_a_change_leaves_the_blocks_that_it_does_not_touch_the_same_objects() -> None:
    blocks = Blocks()
    bridge, school = held(blocks, *BRIDGE, *SCHOOL)
    nothing_new = held(blocks, *BRIDGE, *SCHOOL)
    assert nothing_new[0] is bridge
    assert nothing_new[1] is school
    alone, _, same = held(blocks, BRIDGE[0], *SCHOOL, of_matter(2, 30, "bridge", "norrvik", "ribbon", "mayor"))
    assert alone.members == (BRIDGE[0],)
    assert same is school


def test_an_article_that_is_a_copy_now_has_its_blocks_merged_again_and_no_others() -> None:
    blocks, profiles = Blocks(), [*BRIDGE, *SCHOOL]
    corpus = corpus_of(profiles)
    bridge, school = blocks.hold(profiles, corpus)
    again, same = blocks.hold(profiles, replace(corpus, report={**corpus.report, "n2": "n1"}))
    assert again is not bridge
    assert told([again]) == told([bridge])
    assert same is school


def test_words_that_tell_less_than_before_have_the_mentions_with_them_compared_anew() -> None:
    blocks, profiles = Blocks(), [*BRIDGE, *SCHOOL]
    corpus = corpus_of(profiles)
    blocks.hold(profiles, corpus)
    dull = replace(corpus, weights={**corpus.weights, "bridge": 0.5, "norrvik": 0.5})
    assert told(blocks.hold(profiles, dull)) == told(Blocks().hold(profiles, dull))


def test_what_goes_on_from_a_mention_is_tied_to_what_stands_in_its_place_now() -> None:
    blocks = Blocks()
    head, other = (of_matter(4, day, word, article="n1") for day, word in ((10, "bridge"), (60, "ferry")))
    goes_on = of_matter(5, 10, "storm", article="n1", continues="e-4")
    held(blocks, head, goes_on)
    assert told(held(blocks, other, goes_on)) == told(held(Blocks(), other, goes_on))


def test_where_a_mention_goes_those_before_it_are_compared_with_one_that_was_too_far() -> None:
    blocks = Blocks()
    told_in = [of_matter(number, 10, word, article="n1") for number, word in enumerate(("school", "storm", "roof", "ferry", "quay"))]
    held(blocks, *told_in)
    left = (told_in[0], *told_in[2:])
    assert told(held(blocks, *left)) == told(held(Blocks(), *left))


def test_a_fault_on_the_way_leaves_nothing_that_is_built_on() -> None:
    blocks = Blocks()
    held(blocks, *BRIDGE)

    def fails(*_given: object) -> list[object]:
        raise ZeroDivisionError

    ordered = [*BRIDGE, *SCHOOL]
    with pytest.raises(ZeroDivisionError):
        blocks.hold(ordered, corpus_of(ordered), fails)  # type: ignore[arg-type]
    assert told(held(blocks, *ordered)) == told(held(Blocks(), *ordered))


WORDS = ("bridge", "norrvik", "mayor", "ribbon", "ferry", "storm", "roof")
MENTIONS = st.dictionaries(
    st.integers(0, 30),
    st.tuples(st.integers(0, 6), st.integers(0, 40), st.sets(st.sampled_from(WORDS), min_size=1), st.booleans()),
    max_size=30,
)


@pytest.mark.parametrize("largest", [3, 400])
@given(st.lists(MENTIONS, min_size=2, max_size=6))
@settings(max_examples=60, deadline=None)
def test_blocks_brought_up_to_date_are_those_made_at_once(largest: int, steps: list[dict[int, tuple[int, int, set[str], bool]]]) -> None:
    blocks, known = Blocks(largest), dict[object, Profile]()
    for step in steps:
        profiles = []
        for number, (day, days, words, goes_on) in step.items():
            key = number, day, days, frozenset(words), goes_on
            name, before = f"n{number // 4}", f"e-{number - 1}" if goes_on and number % 4 else None
            told_of = replace(of_matter(number, day, *sorted(words), article=name, continues=before), last=day + days)
            profiles.append(known.setdefault(key, told_of))
        found = held(blocks, *profiles)
        assert told(found) == told(held(Blocks(largest), *profiles))
        assert all(len(block.members) <= largest for block in found)
        assert sorted(name for part in ids(found) for name in part) == sorted(f"e-{number}" for number in step)


@given(st.integers(0, 12), st.lists(st.tuples(st.floats(-9, 0), st.integers(0, 11), st.integers(0, 11)), max_size=14), st.integers(1, 6))
def test_parts_hold_every_index_once_and_never_outgrow_the_largest(count: int, drawn: list[tuple[float, int, int]], largest: int) -> None:
    ties = sorted(tie for tie in drawn if max(tie[1:]) < count)
    found = parted(count, ties, largest)
    assert sorted(index for part in found for index in part) == list(range(count))
    assert all(len(part) <= largest for part in found)


def test_what_would_outgrow_the_largest_is_parted_at_its_weakest_tie() -> None:
    assert parted(4, [(-9.0, 0, 1), (-8.0, 2, 3), (-1.0, 1, 2)], 2) == ((0, 1), (2, 3))


def test_a_block_can_be_sent_elsewhere_and_yields_the_same() -> None:
    (block,) = held(Blocks(), *BRIDGE)
    telling = corpus_of(BRIDGE).weights
    (cluster,) = clustered(pickle.loads(pickle.dumps(block)), telling)  # noqa: S301
    assert [profile.mention.id for profile in cluster.members] == ["e-1", "e-2"]
    assert [len(each.members) for each in clustered(block, telling)] == [2]
