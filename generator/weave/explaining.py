"""Why mentions are one event, and why others are not, in plain words.

In: a cluster. Out: steps, for ``dateline explain EVENT``.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.mention import EventMention
from generator.model.timex import Step
from generator.weave.clusters import Cluster, Join
from generator.weave.likeness import MERGE, Evidence
from generator.weave.profiles import Profile
from generator.weave.words import same_name, stem

_TOLD_JOINS = 12
"""How many joins of an event are told."""
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
    if join.evidence is None:
        return "the text goes on telling of it"
    speaks_for = list(_for(join.one, join.other, join.evidence))
    against = list(_against(join.evidence))
    told = f"; against it: {', '.join(against)}" if against else ""
    likely = f"one event with a likelihood of {join.evidence.likeness:.0%}, from {MERGE:.0%} on they are"
    return f"{', '.join(speaks_for)}{told}; {likely}"


def _for(one: Profile, other: Profile, found: Evidence) -> Iterator[str]:
    yield "on the same day" if found.when > 0 and one.days == 1 else "on the same date" if found.when > 0 else "dates that can be the same"
    shared = _shared(one, other)
    if shared:
        yield f"both tell of {', '.join(shared[:_TOLD_WORDS])}"
    if found.deed > 0:
        yield "the same predicate"
    if one.who and other.who and any(same_name(a.parts, b.parts) for a in one.who for b in other.who):
        yield "the same speaker" if found.who > 0 else "the same doer"


def _shared(one: Profile, other: Profile) -> list[str]:
    """Return the words of the one quote that the other has, too, in some form."""
    words = (word.strip(".,;:!?()[]'’\"“”") for word in one.wording.split())
    both = one.told & other.told
    return list(dict.fromkeys(word for word in words if stem(word) in both))


def _against(found: Evidence) -> Iterator[str]:
    if found.when < 0:
        yield "they miss each other by a day"
    if found.place < 0:
        yield "the article gives the day anew"
    if found.who < 0:
        yield "others speak or do it"
    if found.deed < 0:
        yield "one is a statement, the other a deed"
    if found.figures < 0:
        yield "other figures"
