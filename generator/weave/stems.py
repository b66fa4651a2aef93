"""Words as coreference compares them: stems, names and figures of a stretch of text, and how telling each stem is.

In: text, or the stems of all mentions. Out: sets of stems, names and figures; a weight for each stem.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from zlib import crc32

from generator.model.story import Story

_WORD = re.compile(r"[^\W\d_]+(?:['’.\-][^\W\d_]+)*")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_DOUBLED = re.compile(r"(.)\1+")
_BREATHED = re.compile(r"([dgk])h")
_VOWELS = re.compile(r"(?<=.)[aeiouy]")
_ENDINGS = ("ations", "ation", "ings", "ing", "ions", "ion", "ies", "ied", "edly", "ed", "es", "ly", "ers", "er", "e", "s", "y")
_LONGEST = 7
"""Letters of a stem."""
_SHORTEST = 3
"""Letters that must be left of a word without its ending."""

PRIOR = 24
"""How many mentions of other news the weights suppose beside those at hand, so that two articles have sane weights too."""
SAMPLE = 2000
"""From this many mentions to twice as many are looked at to tell how telling stems are; in a story all are."""


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return what a word shares with its inflections and near relations: an ending cut off, the rest cut at seven letters.

    Cutting at a fixed length stems news text of most alphabetic languages about as well as a stemmer does
    (McNamee and Mayfield 2004, "Character n-gram tokenization for European language text retrieval").

    >>> stem("invoked") == stem("invoking") == stem("invoke")
    True
    """
    base = word.casefold().replace("’", "'").removesuffix("'s").replace("'", "").replace(".", "")
    for ending in _ENDINGS:
        if base.endswith(ending) and len(base) - len(ending) >= _SHORTEST:
            base = base[: -len(ending)]
            break
    return folded(base)[:_LONGEST]


@lru_cache(maxsize=65_536)
def folded(word: str) -> str:
    """Return a spelling that transliterations share: double letters and the h of dh, gh, kh are written once or not at all, z is s.

    >>> folded("gaddafi") == folded("gadhafi"), folded("organization") == folded("organisation")
    (True, True)
    """
    return _DOUBLED.sub(r"\1", _BREATHED.sub(r"\1", word)).replace("z", "s")


def stems(text: str, dull: frozenset[str] = frozenset(), story: Story | None = None) -> frozenset[str]:
    """Return the stems of the telling words of a text that are none of the *dull* ones.

    With the vocabulary of a language (*story*), irregular forms of a verb have the stem of its lemma.
    """
    words = [word for word in _WORD.findall(text) if _tells(word)]
    if story is None:
        return frozenset(stem(word) for word in words if word.casefold() not in dull)
    low = [word.casefold() for word in words]
    return frozenset(stem(readings[0][0] if (readings := story.readings(word)) else word) for word in low if word not in dull)


def _tells(word: str) -> bool:
    """Tell whether a word is long enough to say something: three letters, or two capitals (UN, EU)."""
    return len(word) > 2 or (len(word) == 2 and word.isupper())


def function_words(story: Story) -> frozenset[str]:
    """Return the words of the closed classes of a language, which say nothing about what a sentence is about."""
    return frozenset().union(
        story.determiners,
        story.prepositions,
        story.subject_pronouns,
        story.pronouns,
        story.possessives,
        story.coordinators,
        story.subordinators,
        story.conditionals,
        story.relatives,
        story.modals,
        story.negations,
        story.connectives,
    )


def kin_of(story: Story) -> Mapping[str, str]:
    """Return for the stem of each event word that news uses for another the stem that stands for its group."""
    kin: dict[str, str] = {}
    for group in sorted(story.kin):
        words = group.split("=")
        for word in words:
            kin.setdefault(stem(word), stem(words[0]))
    return kin


def figures(text: str) -> frozenset[str]:
    """Return the numbers of a text that stand in digits, without separators of thousands.

    >>> sorted(figures("1,200 of 27 pupils"))
    ['1200', '27']
    """
    return frozenset(found.rstrip(".,").replace(",", "") for found in _FIGURE.findall(text))


def name_parts(name: str, dull: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the words of a name that tell it apart, in order: no initials, possessive, or *dull* words such as titles.

    A name of dull words alone ("the president") keeps them. Particles of two letters and initials are no part of a name, the two
    capitals of a body are.

    >>> name_parts("Mr Joe R. Biden's", frozenset({"mr"}))
    ('joe', 'biden')
    >>> name_parts("Nabil al-Karim"), name_parts("EU")
    (('nabil', 'karim'), ('eu',))
    """
    words = [word.replace("’", "'").removesuffix("'s").replace(".", "") for word in _WORD.findall(name)]
    long = [part.casefold() for word in words for part in word.split("-") if _tells(part)]
    return tuple(word for word in long if word not in dull) or tuple(long) or tuple(word.casefold() for word in words)


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names can be one person's or body's: the surname agrees, and a first name, where both have one, too.

    Names are compared as :func:`folded`, first names without their vowels: transliterations differ there.

    >>> same_name(("joe", "biden"), ("biden",)), same_name(("joe", "jackson"), ("jesse", "jackson"))
    (True, False)
    >>> same_name(("moammar", "gadhafi"), ("muammar", "gaddafi"))
    True
    """
    if not one or not other:
        return False
    mine, theirs = [folded(part) for part in one], [folded(part) for part in other]
    if set(mine) <= set(theirs) or set(theirs) <= set(mine):
        return True
    return mine[-1] == theirs[-1] and _VOWELS.sub("", mine[0]) == _VOWELS.sub("", theirs[0])


def weights(documents: Iterable[frozenset[str]]) -> Mapping[str, float]:
    """Return how telling each stem is, given the stems of all mentions: see :func:`telling`."""
    counts: Counter[str] = Counter()
    total = 0
    for document in documents:
        counts.update(document)
        total += 1
    return telling(counts, counts, total)


def telling(known: Iterable[str], counts: Mapping[str, int], total: int) -> Mapping[str, float]:
    """Return how telling each *known* stem is: inverse document frequency over mentions, in steps of a half, at least a half.

    *counts* says how many of *total* mentions have a stem; one that none of them has is as telling as one that a single one has. The
    steps keep most weights, and with them the remembered work on what has them, as they are when an article is added.
    """
    most = math.log(total + PRIOR)
    weight = {count: max(0.5, round(2 * (most - math.log(count + 1.0))) / 2) for count in {1, *counts.values()}}
    return {stem: weight[counts.get(stem, 1)] for stem in known}


def one_in(mentions: int) -> int:
    """Return of how many articles one is counted, to tell how telling stems are: all of a story, a sample of an archive's.

    So weights mean the same in both, and an article that changes leaves those of an archive alone, unless it is one of the sample.
    """
    return 1 << max(0, (mentions // SAMPLE).bit_length() - 1)


def is_counted(article: str, of: int) -> bool:
    """Tell whether an article, by its id, is in the sample of one in so many."""
    return crc32(article.encode()) % of == 0
