"""Which words of a headline must stay: the verb with its object, and with verbs of saying the verb of what is said.

In: the words of a line, the clause they came from, the Story. Out: where those words begin in the article's text.
"""

from __future__ import annotations

from generator.extract.events.clauses import Clause
from generator.extract.events.naming import head_of
from generator.extract.events.parse import Parsed
from generator.extract.events.words import Word
from generator.model.story import Story

_VERBAL = frozenset({"V", "M", "R", "X", "to"})
_OBJECT = frozenset({"D", "U", "N", "P", "G", "“", "”", "O"})


def of_line(parsed: Parsed, clause: Clause, told: list[Word], story: Story) -> set[int]:
    """Return what must stay of subject and predicate, down the chain of what was said to be believed to be …."""
    kept = of_words(told, story)
    above = clause
    while True:
        last = parsed.words[above.verb.main]
        clear = parsed.words[above.verb.last + 1].low if above.verb.last + 1 < len(parsed.words) else ""
        if last.lemma not in story.reporting and last.lemma not in story.cognition and clear not in story.of("clear"):
            return kept
        below = next((each for each in parsed.below(above) if each.kind == "complement" and each.start == above.end), None)
        if below is not None and parsed.words[below.start - 1].tag == "C":
            return kept
        if below is None:
            return kept
        kept |= _predicate(told, parsed.words[below.verb.first].start)
        if below.subject is not None:
            start, end = head_of(parsed, below.subject, story)
            kept |= {word.start for word in parsed.words[max(start, end - 1) : end]}
        above = below


def of_words(words: list[Word], story: Story) -> set[int]:
    """Return what must stay of words without a parse: the first verb with what it takes; with a verb of saying the next one too."""
    at = next((index for index, word in enumerate(words) if word.tag in {"V", "M"}), None)
    if at is None:
        return {word.start for word in words[:3]}
    kept = _predicate(words, words[at].start)
    if words[at].lemma in story.reporting | story.cognition:
        said = next((word for word in words[at + 1 :] if word.tag in {"V", "M"} and word.form in {"past", "s", "base", ""}), None)
        kept |= _predicate(words, said.start) if said is not None else set()
    return kept


def _predicate(words: list[Word], first: int) -> set[int]:
    """Return a verb group and the noun group behind it, or the next two words when there is none."""
    at = next((index for index, word in enumerate(words) if word.start == first), None)
    if at is None:
        return set()
    end = at
    while end < len(words) and (
        words[end].tag in _VERBAL or (words[end].tag == "“" and end + 1 < len(words) and words[end + 1].tag == "V")
    ):
        end += 1
    objects = end
    while objects < len(words) and words[objects].tag in _OBJECT:
        objects += 1
    opens_clause = end < len(words) and words[end].tag in {"S", "W", "C"}
    complement = objects if objects > end or opens_clause else min(end + 2, len(words))
    return {word.start for word in words[at:complement] if word.tag not in {",", "S"}}
