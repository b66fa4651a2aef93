"""A sentence taken apart: its words, its clauses, and small questions about them.

In: an article's text, a Sentence, its Timexes, the Story. Out: Parsed, made once per sentence that can hold an event.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.extract.events.clauses import Clause, clauses_of
from generator.extract.events.doubts import doubt
from generator.extract.events.tagging import tag
from generator.extract.events.verbgroups import Verb
from generator.extract.events.words import Word, cut
from generator.model.article import Sentence
from generator.model.span import Span
from generator.model.story import Story
from generator.model.timex import Timex, TimexType

NOUN_GROUP = frozenset({"N", "P", "U", "D", "G", "O", "T"})


@dataclass(slots=True)
class Parsed:
    """A sentence with its words and clauses; ``text`` is the article's whole text."""

    text: str
    sentence: Sentence
    words: list[Word]
    clauses: list[Clause]
    recurring: tuple[Timex, ...] = ()
    entered: int = 0

    def clause_of(self, index: int) -> Clause | None:
        """Return the innermost clause that holds the word at *index*."""
        owning = [clause for clause in self.clauses if clause.owns(index)]
        return max(owning, key=lambda clause: clause.start) if owning else None

    def parent(self, clause: Clause) -> Clause | None:
        """Return the clause above *clause*."""
        return self.clauses[clause.parent] if clause.parent is not None else None

    def below(self, clause: Clause) -> list[Clause]:
        """Return the clauses that depend on *clause*, directly or not."""
        found: list[Clause] = []
        for other in self.clauses:
            above = self.parent(other)
            if above is not None and (above is clause or any(above is each for each in found)):
                found.append(other)
        return found

    def verb_before(self, clause: Clause, index: int) -> Verb | None:
        """Return the verb of *clause* that stands nearest before the word at *index*."""
        before = [verb for verb in clause.verbs if verb.main < index]
        return max(before, key=lambda verb: verb.main) if before else None

    def said(self, start: int, end: int) -> str:
        """Return the article's own words from word *start* to word *end* (not included), line breaks folded."""
        if start >= end:
            return ""
        return " ".join(self.text[self.words[start].start : self.words[end - 1].end].split())

    def span(self, start: int, end: int) -> Span:
        """Return the text span of words ``[start, end)``."""
        return Span(self.words[start].start, self.words[end - 1].end)

    def noun_group(self, index: int) -> tuple[int, int]:
        """Return the noun group ``[start, end)`` around the word at *index*: no prepositions, no marks."""
        start, end = index, index + 1
        while start > 0 and self.words[start - 1].tag in NOUN_GROUP and self.words[start - 1].tag != "O":
            start -= 1
            if self.words[start].tag == "D" and self.words[start].low not in {"all", "both"}:
                break
        while end < len(self.words) and self.words[end].tag in {"N", "P", "U"}:
            end += 1
        return start, end


def parse(text: str, sentence: Sentence, timexes: Sequence[Timex], story: Story, names: frozenset[str] = frozenset()) -> Parsed:
    """Cut, tag and part one sentence; *timexes* are those inside it."""
    words = cut(text, sentence.span, timexes, story)
    tag(words, story, names)
    sets = tuple(each for each in timexes if each.type is TimexType.SET and _recurs(text, each))
    clauses = clauses_of(words, story)
    doubt(words, clauses, story)
    return Parsed(text, sentence, words, clauses, sets)


def _recurs(text: str, timex: Timex) -> bool:
    """Tell whether a set of times says that something recurs ('every Tuesday', 'annually'), not what kind it is ('daily costs')."""
    said = timex.span.of(text)
    return " " in said or (said[:1].islower() and not text[timex.span.end : timex.span.end + 2].strip()[:1].isalpha())


def singular(word: str) -> str:
    """Return a noun without its plural ending: ``attacks`` → ``attack``.

    >>> singular("countries"), singular("crashes"), singular("press")
    ('country', 'crash', 'press')
    """
    if word.endswith("ies") and len(word) > len("ties"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def is_event(word: Word, story: Story) -> bool:
    """Tell whether a noun names something that happens."""
    return word.tag in {"N", "P", "V"} and (word.low in story.events or singular(word.low) in story.events)
