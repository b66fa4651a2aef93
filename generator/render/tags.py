"""The tags that readers meet: names, each in one spelling. In: a Timeline. Out: the same with these tags.

The program's tags are stretches of capitalised words, so some hold an ordinary word that opened a sentence ("Orsk Meanwhile") or two names
side by side; such a tag gives way to the better known tag inside it. What an editor set is kept as it is, but for its case.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.model.event import Event, Timeline
from generator.model.recall import Forgetful, Recall

_KNOWN_BETTER = 2
"""A tag within another is meant by it when it is so many times as frequent."""
_NO_NAME = re.compile(r"[\d$€£¥#]")
_WORD = re.compile(r"\b[^\W\d_]+\b")


class TagNames:
    """The tags of a timeline as readers meet them."""

    def __init__(self, events: Sequence[Event], recall: Recall | None = None) -> None:
        """Count the tags of all events; with a *recall* only of those that are others than last time."""
        self._known = (recall or Forgetful()).state("names", _Counts).of([event for event in events if event.tags])
        self._read: dict[str, tuple[str, ...]] = {}

    def of(self, event: Event) -> tuple[str, ...]:
        """Return the tags of an event that readers meet."""
        if "tags" in event.edited:
            return tuple(dict.fromkeys(self._known.spelling(_folded(tag)) for tag in event.tags))
        return tuple(dict.fromkeys(name for tag in event.tags if not _NO_NAME.match(tag) for name in self._names_in(tag)))

    def named(self, event: Event, recall: Recall | None = None) -> Event:
        """Return an event with these tags; with a *recall* the same object as last time, where nothing of it has changed."""
        found = self.of(event)
        if found == event.tags:
            return event
        return (recall or Forgetful()).once("named", event.id, (event, found), lambda: replace(event, tags=found))

    def _names_in(self, tag: str) -> tuple[str, ...]:
        if tag not in self._read:
            self._read[tag] = _names_in(tag, self._known)
        return self._read[tag]


def with_names(timeline: Timeline) -> Timeline:
    """Return the timeline with the tags that readers meet."""
    names = TagNames(timeline.events)
    return replace(timeline, events=tuple(map(names.named, timeline.events)))


@dataclass(frozen=True, slots=True)
class _Known:
    """How often each spelling of a tag is given, by its folded one, and which words occur without a capital."""

    spellings: Mapping[str, Mapping[str, int]]
    small: Mapping[str, int]

    def count(self, folded: str) -> int:
        """Return how often a tag is given, however it is spelled."""
        return sum(self.spellings.get(folded, {}).values())

    def spelling(self, folded: str) -> str:
        """Return how a tag is mostly spelled."""
        found = self.spellings[folded]
        return min(found, key=lambda tag: (-found[tag], tag))


class _Counts:
    """What is counted of events, brought up to date by those that come and go."""

    def __init__(self) -> None:
        self._events: dict[int, tuple[Event, frozenset[str]]] = {}
        self._spellings: dict[str, Mapping[str, int]] = {}
        self._small: Counter[str] = Counter()

    def of(self, tagged: Sequence[Event]) -> _Known:
        """Return what is known of these events alone; it stays as it is."""
        known = self._events
        now = {id(event): known.get(id(event)) or (event, _small_words(event)) for event in tagged}
        for name in known.keys() - now.keys():
            self._count(*known[name], -1)
        for name in now.keys() - known.keys():
            self._count(*now[name], 1)
        self._events = now
        return _Known(dict(self._spellings), dict(self._small))

    def _count(self, event: Event, small: frozenset[str], by: int) -> None:
        for tag in event.tags:
            folded = _folded(tag)
            counts = Counter(self._spellings.get(folded, {}))
            counts[tag] += by
            self._spellings[folded] = +counts
            if not self._spellings[folded]:
                del self._spellings[folded]
        for word in small:
            self._small[word] += by
            if not self._small[word]:
                del self._small[word]


def _small_words(event: Event) -> frozenset[str]:
    return frozenset(word for citation in event.citations for word in _WORD.findall(citation.quote) if word.islower())


def _names_in(tag: str, known: _Known) -> tuple[str, ...]:
    """Return the names that a tag stands for: itself, or a better known one with an ordinary word or another such name beside it."""
    words = tag.split()
    least = _KNOWN_BETTER * known.count(_folded(tag))
    for cut in range(1, len(words)):
        left, right = _folded(" ".join(words[:cut])), _folded(" ".join(words[cut:]))
        if known.count(left) >= least and known.count(right) >= least:
            return known.spelling(left), known.spelling(right)
    if len(words) < 2:
        return (known.spelling(_folded(tag)),)
    for rest, word in ((words[:-1], words[-1]), (words[1:], words[0])):
        inner = _folded(" ".join(rest))
        if word.lower() in known.small and known.count(inner) >= least:
            return _names_in(known.spelling(inner), known) if len(rest) > 1 else (known.spelling(inner),)
    return (known.spelling(_folded(tag)),)


def _folded(tag: str) -> str:
    return " ".join(tag.casefold().split())
