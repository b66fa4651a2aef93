"""The full noun group of an event: what it is of, who with, where.

In: a Parsed sentence and the index of an event noun. Out: Words, without date words and the article before them.
"""

from __future__ import annotations

from generator.extract.events.headlines.dates import undated
from generator.extract.events.headlines.printing import count
from generator.extract.events.headlines.references import possessor
from generator.extract.events.parse import Parsed
from generator.extract.events.stage import Stage
from generator.extract.events.words import Word
from generator.model.story import Story
from generator.model.timex import Timex

_BEFORE = frozenset({"N", "P", "U", "D", "G", "T"})
_BEHIND = frozenset({"N", "P", "U", "G"})
_LONGEST = 12


def about(parsed: Parsed, noun: int, stage: Stage, story: Story) -> list[Word]:
    """Return the words that say what an event noun is about, its possessor named as far as anybody fits."""
    return _opened(possessor(_group(parsed, noun, story, None), stage, sure=False), story)


def full_group(parsed: Parsed, noun: int, stage: Stage, story: Story, own: Timex | None) -> list[Word]:
    """Return the words of the group around *noun* with the prepositional groups that belong to it, as a headline may have them."""
    return _opened(possessor(_group(parsed, noun, story, own), stage, sure=True), story)


def _opened(words: list[Word], story: Story) -> list[Word]:
    """Leave out the article before a group."""
    return words[1:] if words and words[0].low in story.of("articles") | story.of("demonstratives") else words


def _group(parsed: Parsed, noun: int, story: Story, own: Timex | None) -> list[Word]:
    words = parsed.words
    start = noun
    while start > 0 and (words[start - 1].tag in _BEFORE or (words[start - 1].tag == "V" and words[start - 1].form == "part")):
        start -= 1
        if words[start].tag == "D":
            break
    while start < noun and words[start].tag == "T" and start + 1 < noun and words[start + 1].tag in {"D", "P"}:
        start += 1
    if words[start].low in story.of("articles") | story.of("demonstratives") and start < noun:
        start += 1
    end = noun + 1
    while end < len(words) and (words[end].tag in _BEHIND and not words[end].quoted):
        end += 1
    kept = undated(words[start:end], own, story)
    while end < len(words):
        last = _group_end(parsed, end, story)
        if last == end:
            break
        wider = undated(words[start:last], own, story)
        if count(wider) > _LONGEST:
            break
        kept, end = wider, last
    return kept


def names_more(parsed: Parsed, noun: int, stage: Stage, story: Story) -> bool:
    """Tell whether an event noun is told of, not brought up in passing: described, known from before, or what the clause is about."""
    owned = parsed.words[parsed.noun_group(noun)[0]].low in story.possessives
    described = count(about(parsed, noun, stage, story)) + owned > 1
    return described or parsed.words[noun].low in stage.things or _is_told_of(parsed, noun, story)


def _is_told_of(parsed: Parsed, noun: int, story: Story) -> bool:
    """Tell whether the clause is about the bare noun: it is in the subject ('the march was …'), or all went on during it."""
    clause = parsed.clause_of(noun)
    if clause is None:
        return False
    inside = clause.subject is not None and clause.subject[0] <= noun < clause.subject[1]
    during = any(parsed.words[index].low in story.of("while") for index in range(max(0, noun - 5), noun))
    found = clause.verb.lemma in story.be and not clause.verb.passive and noun > clause.verb.main
    return inside or during or found


def _group_end(parsed: Parsed, at: int, story: Story) -> int:
    """Return the word behind a prepositional group or date words that open at *at* and belong to the noun before; else *at*."""
    words = parsed.words
    if words[at].tag == "T":
        return at + 1
    clause = parsed.clause_of(at)
    leaning = clause is not None and clause.verb.lemma in story.of("paired_verbs")  # 'blamed the crash on the fog'
    if words[at].tag != "I" or words[at].low not in story.of("noun_links") or (leaning and words[at].low not in story.of("of")):
        return at
    end = at + 1
    paired = words[at].low in story.of("pairing")
    while end < len(words) and (
        words[end].tag in {"N", "P", "U", "D", "G", "T"} or (words[end].tag == "C" and (paired or _joins_names(words, end)))
    ):
        paired = paired and words[end].tag != "C"
        end += 1
    whole = end > at + 1 and words[end - 1].tag in {"N", "P", "U", "T"}
    behind = words[end] if end < len(words) else None
    return end if whole and (behind is None or behind.tag != "“") else at


def _joins_names(words: list[Word], at: int) -> bool:
    return words[at - 1].tag == "P" and at + 1 < len(words) and words[at + 1].tag == "P"
