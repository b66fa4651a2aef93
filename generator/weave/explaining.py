"""Why mentions are one event, and why others are not, in plain words.

In: a cluster. Out: steps, for ``dateline explain EVENT``.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.mention import EventMention
from generator.model.timex import Step
from generator.weave.clusters import Cluster, Join
from generator.weave.likeness import MERGE, Signs
from generator.weave.profiles import Profile
from generator.weave.stems import same_name, stem

_TOLD_JOINS = 12
"""How many joins of an event are told."""
_SURELY = 0.99
"""The highest likelihood that is told: no two reports are of one event beyond all doubt."""
_TOLD_WORDS = 6
"""How many of the words that two mentions share are named."""


def reasons(cluster: Cluster) -> Iterator[Step]:
    """Say which mentions were merged, and why, the first few; and which were nearly, and why not."""
    for join in cluster.joins[:_TOLD_JOINS]:
        yield Step("same event", f"{_pair(join)}: {_words(join)}")
    for join in cluster.refused:
        yield Step("another event", f"{_pair(join)}: {_words(join)}; but {join.against}")


def _pair(join: Join) -> str:
    return f"{_named(join.one.mention)} and {_named(join.other.mention)}"


def _named(mention: EventMention) -> str:
    return f"{mention.id} ({mention.article}, sentence {mention.sentence})"


def _words(join: Join) -> str:
    if join.signs is None:
        return "the text goes on telling of it"
    speaks_for = list(_for(join.one, join.other, join.signs))
    against = list(_against(join.signs))
    told = f"; against it: {', '.join(against)}" if against else ""
    likely = f"one event with a likelihood of {min(join.signs.likeness, _SURELY):.0%}, and from {MERGE:.0%} on they are told as one"
    return f"{', '.join(speaks_for)}{told}; {likely}"


def _for(one: Profile, other: Profile, found: Signs) -> Iterator[str]:
    yield (
        "on the same day" if found.same_days and one.days == 1 else "on the same date" if found.same_days else "dates that can be the same"
    )
    shared = _shared(one, other)
    if shared:
        yield f"both tell of {', '.join(shared[:_TOLD_WORDS])}"
    if found.same_predicate:
        yield "the same word for what happened"
    if one.who and other.who and any(same_name(a.parts, b.parts) for a in one.who for b in other.who):
        yield "the same speaker" if one.is_statement and other.is_statement else "the same doer"


def _shared(one: Profile, other: Profile) -> list[str]:
    """Return the words of the one quote that the other has, too, in some form."""
    words = (word.strip(".,;:!?()[]'’\"“”") for word in one.wording.split())
    both = one.told & other.told
    return list(dict.fromkeys(word for word in words if stem(word) in both))


def _against(found: Signs) -> Iterator[str]:
    if found.off_by_one:
        yield "they miss each other by a day"
    if found.dated_anew:
        yield "the article gives the day anew"
    if found.others:
        yield "others speak or do it"
    if found.said_and_done:
        yield "one is a statement, the other a deed"
    if found.other_figures:
        yield "other figures"
