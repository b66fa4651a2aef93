"""What a mention is about, as stems that can be compared: function words, date words and reporting verbs removed.

In: Words of a clause, Story. Out: a frozenset of stems; numbers are kept.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.extract.events.words import Word
from generator.model.story import Story

_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ies", "ed", "es", "ly", "er", "ers", "s", "e", "y")
_SHORTEST = 4


def stem(word: str, story: Story) -> str:
    """Return a light stem: a verb's lemma, else the word without its usual ending."""
    readings = story.readings(word)
    if readings:
        word = readings[0][0]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


def matter_of(words: Iterable[Word], story: Story) -> frozenset[str]:
    """Return the content stems of *words*."""
    stems = set()
    for word in words:
        if word.tag not in {"N", "P", "V", "U"} or word.lemma in story.reporting or word.low in story.titles:
            continue
        if word.lemma in story.be or word.lemma in story.have or word.lemma in story.do or len(word.low) < 2:
            continue
        stems.add(word.low if word.tag == "U" else stem(word.low.strip(".").replace("’", "'"), story))
    return frozenset(stems)
