"""Event nouns that come up again: 'the call between the two leaders' is the call that was dated before.

In: Parsed sentences and their dated mentions, in reading order. Out: which nouns of a sentence bring up which mention.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.events.headlines import nouns
from generator.extract.events.matter import matter_of, stem
from generator.extract.events.parse import Parsed, is_event
from generator.extract.events.stage import Stage
from generator.model.mention import EventMention
from generator.model.story import Story

_SHARED = 2
"""How many telling words two groups share besides their noun, when they are of one event."""
_MOST = 3


class Recalls:
    """The dated event nouns of one article."""

    def __init__(self, stage: Stage, story: Story) -> None:
        self._stage, self._story = stage, story
        self._known: dict[str, list[tuple[frozenset[str], EventMention]]] = {}
        self._left = _MOST

    def note(self, parsed: Parsed, mention: EventMention) -> None:
        """Remember a mention whose trigger is an event noun."""
        noun = next((index for index, word in enumerate(parsed.words) if word.span == mention.trigger and word.tag in {"N", "P"}), None)
        if noun is not None and is_event(parsed.words[noun], self._story):
            self._known.setdefault(stem(parsed.words[noun].low, self._story), []).append((self._about(parsed, noun), mention))

    def found(self, parsed: Parsed) -> Iterator[tuple[int, EventMention]]:
        """Yield the definite event nouns of a sentence that were dated before, each with its mention."""
        for index, word in enumerate(parsed.words):
            if word.tag != "N" or self._left == 0 or not self._known or not is_event(word, self._story):
                continue
            start, _ = parsed.noun_group(index)
            if parsed.words[start].low not in self._story.of("definite") | self._story.possessives:
                continue
            about = self._about(parsed, index)
            for known, mention in self._known.get(stem(word.low, self._story), ()):
                if len(about & known) >= _SHARED:
                    self._left -= 1
                    yield index, mention
                    break

    def _about(self, parsed: Parsed, noun: int) -> frozenset[str]:
        group = nouns.about(parsed, noun, self._stage, self._story)
        return matter_of(group, self._story) - {stem(parsed.words[noun].low, self._story)}
