"""How mentions are tied, and what is compared anew after a change."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Sequence

from generator.weave.corpus import Corpus
from generator.weave.likeness import NEARLY
from generator.weave.meetings import Turnover
from generator.weave.profiles import Profile
from generator.weave.stems import weights
from generator.weave.ties import GOES_ON, Pairs, Tie, Ties, compared
from tests.articles import article
from tests.weave.profiled import of_matter

ONE, SAME, OTHER = (
    of_matter(1, 10, "bridge", "norrvik", "ribbon"),
    of_matter(2, 10, "bridge", "norrvik", "ribbon"),
    of_matter(3, 10, "school", "lindal"),
)
ARTICLES = {name: article("The bridge was opened.\n", name=name) for name in ("n1", "n2", "n3", "n4")}


def corpus_of(profiles: Sequence[Profile]) -> Corpus:
    return Corpus(weights(profile.matter for profile in profiles), ARTICLES, {name: name for name in ARTICLES})


def change(profiles: Sequence[Profile], come: Sequence[Profile], gone: Sequence[Profile] = ()) -> Turnover:
    return Turnover(profiles, {profile: place for place, profile in enumerate(profiles)}, gone, come, ())


def test_both_ends_know_of_a_tie_and_others_of_none() -> None:
    ties, told = Ties(), [ONE, SAME, OTHER]
    assert ties.hold(change(told, told), corpus_of(told)) == set(told)
    assert list(ties.of(ONE)) == [SAME]
    assert ties.of(ONE)[SAME] == ties.of(SAME)[ONE]
    assert ties.of(ONE)[SAME].likeness > NEARLY
    assert not ties.of(OTHER)


def test_where_a_text_goes_on_nothing_is_surer() -> None:
    told = [ONE, of_matter(4, 10, "weather", article="n1", continues="e-1")]
    ties = Ties()
    ties.hold(change(told, told), corpus_of(told))
    assert ties.of(ONE) == {told[1]: GOES_ON}
    assert Tie(1.0, None) < GOES_ON


def test_what_goes_takes_its_ties_with_it() -> None:
    ties, told = Ties(), [ONE, SAME, OTHER]
    ties.hold(change(told, told), corpus_of(told))
    assert ties.hold(change([ONE, OTHER], [], [SAME]), corpus_of(told)) == {ONE}
    assert not ties.of(ONE)


def test_only_pairs_that_were_not_compared_before_are_compared() -> None:
    asked = []

    def spread(_function: object, batches: Sequence[Pairs]) -> Iterable[tuple[Tie | None, ...]]:
        asked.append(sum(len(batch.places) // 2 for batch in batches))
        return map(compared, batches)

    ties, told = Ties(), [ONE, SAME, OTHER]
    corpus = corpus_of([*told, of_matter(4, 10, "bridge", "norrvik", "ribbon")])
    ties.hold(change(told, told), corpus, spread)
    new = of_matter(4, 10, "bridge", "norrvik", "ribbon")
    ties.hold(change([*told, new], [new]), corpus, spread)
    assert asked == [1, 2]


def test_pairs_can_be_sent_elsewhere_with_no_more_than_they_need() -> None:
    sent: list[Pairs] = []

    def spread(_function: object, batches: Sequence[Pairs]) -> Iterable[tuple[Tie | None, ...]]:
        sent.extend(pickle.loads(pickle.dumps(batch.alone())) for batch in batches)  # noqa: S301
        return map(compared, sent)

    ties, here, told = Ties(), Ties(), [ONE, SAME, OTHER]
    ties.hold(change(told, told), corpus_of(told), spread)
    here.hold(change(told, told), corpus_of(told))
    assert ties.of(ONE) == here.of(ONE)
    assert set(sent[0].corpus.articles) == {"n1", "n2"}
    assert "school" not in sent[0].corpus.weights
