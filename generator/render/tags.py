"""The tags that readers meet: names, each in one spelling. In: a Timeline. Out: the same with these tags.

The program's tags are stretches of capitalised words, so some hold an ordinary word that opened a sentence ("Orsk Meanwhile") or two names
side by side; such a tag gives way to the better known tag inside it. What an editor set is kept as it is, but for its case.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from generator.model.event import Event, Timeline
from generator.model.recall import Forgetful, Recall, turned

_KNOWN_BETTER = 2
"""A tag within another is meant by it when it is so many times as frequent."""
_NO_NAME = re.compile(r"[\d$€£¥#]")
_WORD = re.compile(r"\b[^\W\d_]+\b")


class TagNames:
    """The tags of a timeline as readers meet them."""

    def __init__(self, events: Sequence[Event], recall: Recall | None = None) -> None:
        """Count the tags of all events; with a *recall* only of those that are others than last time."""
        self._known = (recall or Forgetful()).state("names", _Counts).of(events)

    def of(self, event: Event) -> tuple[str, ...]:
        """Return the tags of an event that readers meet."""
        if "tags" in event.edited:
            return tuple(dict.fromkeys(self._known.spelling(_folded(tag)) for tag in event.tags))
        return tuple(dict.fromkeys(name for tag in event.tags if not _NO_NAME.match(tag) for name in self._names_in(tag)))

    def each(self, events: Sequence[Event], recall: Recall) -> Sequence[Event]:
        """Return events with these tags; the same objects as last time, where nothing of them has changed."""
        found = recall.each("names", events, (self._known,), self.of)

        def named(event: Event, tags: tuple[str, ...]) -> Event:
            return event if tags == event.tags else recall.once("named", event.id, (event, tags), partial(_named, event, tags))

        return list(map(named, events, found))

    def named(self, event: Event) -> Event:
        """Return an event with these tags."""
        found = self.of(event)
        return event if found == event.tags else _named(event, found)

    def _names_in(self, tag: str) -> tuple[str, ...]:
        read = self._known.read
        if tag not in read:
            read[tag] = _names_in(tag, self._known)
        return read[tag]


def _named(event: Event, tags: tuple[str, ...]) -> Event:
    return replace(event, tags=tags)


def with_names(timeline: Timeline) -> Timeline:
    """Return the timeline with the tags that readers meet."""
    names = TagNames(timeline.events)
    return replace(timeline, events=tuple(map(names.named, timeline.events)))


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """How often each spelling of a tag is given, by its folded one, and which words occur without a capital.

    ``read`` is what was found of tags by that.
    """

    spellings: Mapping[str, Mapping[str, int]]
    small: Mapping[str, int]
    read: dict[str, tuple[str, ...]] = field(default_factory=dict)

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
        self._events: Sequence[Event] = ()
        self._known = _Known({}, {})

    def of(self, events: Sequence[Event]) -> _Known:
        """Return what is known of these events alone; it stays as it is, and is the very same as last time where nothing of it is other."""
        gone, come = turned(self._events, events)
        tags, small = _more(_tags(come), _tags(gone)), _more(_small_words(come), _small_words(gone))
        if tags or small:
            self._known = _Known(_summed(self._known.spellings, tags), _added(self._known.small, small))
        self._events = events
        return self._known


def _more(come: Iterable[str], gone: Iterable[str]) -> Counter[str]:
    """Return how often more each word has come than gone, where that is not the same."""
    counts = Counter(come)
    counts.subtract(gone)
    return Counter({word: count for word, count in counts.items() if count})


def _summed(spellings: Mapping[str, Mapping[str, int]], more: Counter[str]) -> dict[str, Mapping[str, int]]:
    found = dict(spellings)
    for tag, count in more.items():
        folded = _folded(tag)
        found[folded] = _added(found.get(folded, {}), {tag: count})
        if not found[folded]:
            del found[folded]
    return found


def _added(counts: Mapping[str, int], more: Mapping[str, int]) -> dict[str, int]:
    """Return counts with more or less of some; what is counted no more is none of them."""
    found = dict(counts)
    for word, count in more.items():
        found[word] = found.get(word, 0) + count
        if not found[word]:
            del found[word]
    return found


def _tags(events: Iterable[Event]) -> Iterator[str]:
    return (tag for event in events for tag in event.tags)


def _small_words(events: Iterable[Event]) -> Iterator[str]:
    """Yield the words without a capital that are quoted for events that have tags, of each event once."""
    for event in events:
        if event.tags:
            yield from {word for citation in event.citations for word in _WORD.findall(citation.quote) if word.islower()}


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
