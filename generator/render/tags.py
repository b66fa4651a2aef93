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


@dataclass(frozen=True, slots=True)
class _Known:
    """How often each tag is given (by its folded spelling), how it is mostly spelled, and its words that occur without a capital."""

    counts: Mapping[str, int]
    spelling: Mapping[str, str]
    ordinary: frozenset[str]


def with_names(timeline: Timeline, recall: Recall | None = None) -> Timeline:
    """Return the timeline with the tags that readers meet."""
    recall = recall or Forgetful()
    known = _known(timeline.events, recall)

    def named(event: Event) -> Event:
        found = _of_one(event, known) if event.tags else ()
        return replace(event, tags=found) if event.tags != found else event

    return replace(timeline, events=tuple(recall.each("named", timeline.events, (known,), named)))


def tags_of(events: Sequence[Event]) -> dict[str, tuple[str, ...]]:
    """Return the tags of each event that has any, by its id."""
    known = _known(events, Forgetful())
    return {event.id: _of_one(event, known) for event in events if event.tags}


def _known(events: Sequence[Event], recall: Recall) -> _Known:
    """Count the tags, and note which words of theirs are written small somewhere; the same object as last time where both are the same."""
    tagged = [event for event in events if event.tags]
    spelled = recall.tally("tags", tagged, lambda event: event.tags)
    small = recall.tally("small words", tagged, _small_words)
    ordinary = tuple(sorted({word for tag in spelled for word in tag.lower().split() if word in small}))
    return recall.once("known", "", (dict(spelled), ordinary), lambda: _counted(spelled, frozenset(ordinary)))


def _small_words(event: Event) -> frozenset[str]:
    return frozenset(word for citation in event.citations for word in _WORD.findall(citation.quote) if word.islower())


def _counted(spelled: Mapping[str, int], ordinary: frozenset[str]) -> _Known:
    counts: Counter[str] = Counter()
    spelling: dict[str, str] = {}
    for tag, count in sorted(spelled.items(), key=lambda pair: (-pair[1], pair[0])):
        counts[_folded(tag)] += count
        spelling.setdefault(_folded(tag), tag)
    return _Known(counts, spelling, ordinary)


def _of_one(event: Event, known: _Known) -> tuple[str, ...]:
    if "tags" in event.edited:
        found = [known.spelling[_folded(tag)] for tag in event.tags]
    else:
        found = [name for tag in event.tags if not _NO_NAME.match(tag) for name in _names_in(tag, known)]
    return tuple(dict.fromkeys(found))


def _names_in(tag: str, known: _Known) -> tuple[str, ...]:
    """Return the names that a tag stands for: itself, or a better known one with an ordinary word or another such name beside it."""
    words = tag.split()
    for cut in range(1, len(words)):
        left, right = _folded(" ".join(words[:cut])), _folded(" ".join(words[cut:]))
        both = all(known.counts.get(each, 0) >= _KNOWN_BETTER * known.counts[_folded(tag)] for each in (left, right))
        if both:
            return known.spelling[left], known.spelling[right]
    if len(words) < 2:
        return (known.spelling[_folded(tag)],)
    for rest, word in ((words[:-1], words[-1]), (words[1:], words[0])):
        inner = _folded(" ".join(rest))
        if word.lower() in known.ordinary and known.counts.get(inner, 0) >= _KNOWN_BETTER * known.counts[_folded(tag)]:
            return _names_in(known.spelling[inner], known) if len(rest) > 1 else (known.spelling[inner],)
    return (known.spelling[_folded(tag)],)


def _folded(tag: str) -> str:
    return " ".join(tag.casefold().split())
