"""Leave out what a headline has no use for: brackets, signs of shares, date words, 'also'.

In: Words of a sentence in order, the event's own time expression, the Story. Out: fewer Words.
"""

from __future__ import annotations

from generator.extract.events.headlines.dates import undated
from generator.extract.events.words import Word
from generator.model.story import Story
from generator.model.timex import Timex


def plain(words: list[Word], own: Timex | None, story: Story) -> list[Word]:
    """Return words without brackets, date words and words that say nothing in a headline."""
    kept: list[Word] = []
    depth = 0
    for word in words:
        depth = max(0, depth + (word.tag == "(") - (word.tag == ")"))
        idle = word.tag == "R" and word.low in story.of("dropped") and not word.quoted
        doubled = word.tag == "," and (not kept or kept[-1].tag == ",")
        if depth == 0 and word.tag != ")" and not idle and not doubled:
            kept.append(word)
    return undated(_without_tickers(kept), own, story)


def closed(words: list[Word]) -> list[Word]:
    """Drop the comma before what was said is attributed: '“…,” she said'."""
    while words and words[-1].tag == ",":
        words = words[:-1]
    return [*words[:-2], words[-1]] if [word.tag for word in words[-2:]] == [",", "”"] else words


def _without_tickers(words: list[Word]) -> list[Word]:
    """Leave out the signs of shares and indices that wires put behind a name: 'Acme Corp. ACM.N', 'the average .AVG'."""
    kept: list[Word] = []
    for at, word in enumerate(words):
        before, behind = words[at - 1 : at], words[at + 1 : at + 2]
        sign = word.tag == "." and bool(behind) and behind[0].start == word.end and behind[0].text.isupper()
        if sign and kept and before and before[0] is kept[-1] and kept[-1].end == word.start and kept[-1].text.isupper():
            kept.pop()
        ticker = before and before[0].tag == "." and before[0].end == word.start and word.text.isupper()
        if not sign and not ticker:
            kept.append(word)
    return kept
