"""What an article is about as a whole: the body that it names first and by far most often, the only country that it names.

In: the register of an article, its trees, the Story. Out: a Matter; its fields are empty where no one stands out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from generator.extract.discourse.phrases import is_ticker
from generator.model.story import Story
from generator.model.tree import Tree

_LEAD = 2
"""In so many sentences an article names what it is about."""
_LEAST = 3
"""How often the article must name what it is about."""
_MARGIN = 2
"""So many times as often as any other it is named."""
_FAR_MORE = 4
"""So many times as often as any other an article names the country that it is about, where it names others, too."""


@dataclass(frozen=True, slots=True)
class Matter:
    """``country`` is how the article calls a country ('Spain'), ``national`` what it calls that country's own ('Spanish')."""

    body: int | None = None
    """The number of a body in the register."""
    country: str = ""
    national: str = ""
    others: frozenset[int] = frozenset()
    """Sentences that name another country, which may be meant in them, and in those that follow."""


def matter_of(trees: Sequence[Tree], bodies: Mapping[int, int | None], told: Mapping[tuple[int, int], int], story: Story) -> Matter:
    """Return what an article is about.

    *bodies* are the numbers of the register's bodies, with the sentence that names each first, and of names that may be some, with None;
    *told* are the places of all phrases.
    """
    lead = {tree.sentence for tree in trees[:_LEAD]}
    counts = Counter(number for number in told.values() if number in bodies)
    body = _first(counts)
    country, national, others = _land(trees, story)
    return Matter(body if body is not None and bodies[body] in lead else None, country, national, others)


def _first(counts: Counter[int]) -> int | None:
    """Return what was counted far more often than anything else."""
    most = counts.most_common(2)
    stands_out = most and most[0][1] >= _LEAST and (len(most) == 1 or most[0][1] >= _MARGIN * most[1][1])
    return most[0][0] if stands_out else None


def _land(trees: Sequence[Tree], story: Story) -> tuple[str, str, frozenset[int]]:
    """Return the name of the country, the adjective, and the sentences that name another; of neither where none stands out."""
    lands = _numbers(story.of("lands"))
    named = [
        (place, tree.sentence, lands[token.text.lower()], token.text)
        for place, tree in enumerate(trees)
        for token in tree
        if token.text[:1].isupper() and token.text.lower() in lands
    ]
    counts = Counter(land for _, _, land, _ in named)
    most = counts.most_common(2)
    if not most or most[0][1] < _LEAST or (len(most) > 1 and most[0][1] < _FAR_MORE * most[1][1]):
        return "", "", frozenset()
    best = most[0][0]
    if not any(land == best and place < _LEAD for place, _, land, _ in named):
        return "", "", frozenset()
    forms = Counter(form for _, _, land, form in named if land == best)
    own = [form for form, _ in forms.most_common()]
    national = next((form for form in own if form.lower() in story.demonyms or _is_short(form)), "")
    country = next((form for form in own if form.lower() not in story.demonyms and not _is_short(form)), "")
    return country, national, frozenset(sentence for _, sentence, land, _ in named if land != best)


@lru_cache(maxsize=4)
def _numbers(lines: frozenset[str]) -> Mapping[str, int]:
    """Return the number of the country that each name and adjective is of; a line holds those of one: 'spain=spanish'."""
    return MappingProxyType({form: number for number, line in enumerate(sorted(lines)) for form in line.split("=")})


def _is_short(form: str) -> bool:
    """Tell whether a country is named by letters, which stand before a noun as they are: 'the U.S. government'."""
    return form.replace(".", "").isupper()


def has_code(tree: Tree, token: int) -> bool:
    """Tell whether the code of a share stands behind a name: it is a firm's."""
    behind = [each for each in tree.tokens[token + 1 : token + 3] if each.text != "("]
    return bool(behind) and is_ticker(behind[0].text)
