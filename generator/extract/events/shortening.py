"""Shorten a line of words to a limit by leaving out what can be left out: asides first, then groups from the back.

In: Words (subject and verb first), how many of them must stay, a limit. Out: fewer Words, still a sentence.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.extract.events.words import Word
from generator.model.story import Story

_GROUP = frozenset({"D", "N", "P", "U", "G", "O", "R"})
_MARKS = frozenset({",", ";", ":", "-", "(", ")", "“", "”", "."})
_ENDS_BADLY = frozenset({"I", "B", "D", "C", "S", "W", "to", "M", ",", "-", "(", ":", ";", "X", "“", "."})

Span = tuple[int, int] | None


def count(words: list[Word]) -> int:
    """Return how many words a reader sees (marks and clitics are none)."""
    return sum(1 for word in words if word.tag not in _MARKS and word.tag != "G" and not word.low.startswith("'"))


def shorten(words: list[Word], keep: int, limit: int, story: Story) -> list[Word]:
    """Return *words* cut to at most *limit*; the first *keep* are never left out unless nothing else helps."""
    rules: tuple[Callable[[list[Word], int], Span], ...] = (_aside, _relative, _tail_clause, _participle, _second_verb, _group, _infinitive)
    for rule in rules:
        while count(words) > limit:
            span = rule(words, keep)
            if span is None:
                break
            words = words[: span[0]] + words[span[1] :]
    while count(words) > limit:
        words = words[:-1]
    return trimmed(words, story)


def trimmed(words: list[Word], story: Story) -> list[Word]:
    """Drop what a line cannot end on (preposition, article, conjunction, auxiliary) or begin with."""
    while words and _hangs(words[-1], words, story):
        words = words[:-1]
    while words and (words[0].tag in {",", ";", ":", "-", ".", ")", "”", "C", "G"}):
        words = words[1:]
    return words


def _hangs(word: Word, words: list[Word], story: Story) -> bool:
    if word.tag in _ENDS_BADLY:
        return not (
            word.tag == "I" and word.low in {"down", "up", "out", "off", "over", "in", "on"} and len(words) > 1 and words[-2].tag == "V"
        )
    if word.tag == "V" and (word.lemma in story.be or word.lemma in story.have or word.lemma in story.do) and len(words) > 2:
        return True
    return word.tag == "D" or (
        word.tag == "R" and word.low in {"also", "already", "just", "still", "later", "then", "so", "as", "only", "even"}
    )


def _aside(words: list[Word], keep: int) -> Span:
    """An apposition or parenthesis: ', a former minister,' · '(…)'."""
    for index in range(1, len(words)):
        word = words[index]
        if word.tag == "(":
            end = next((at for at in range(index, len(words)) if words[at].tag == ")"), None)
            if end is not None:
                return index, end + 1
        if word.tag == "," and index + 1 < len(words) and words[index + 1].tag in {"D", "N", "U", "P", "W", "V"}:
            end = next((at for at in range(index + 1, min(index + 16, len(words))) if words[at].tag in {",", ";", "“"}), None)
            aside = (
                end is not None and words[end].tag == "," and end + 1 < len(words) and words[end + 1].tag not in {"N", "P", "D", "U", "C"}
            )
            if aside and end is not None and not any(words[at].tag == "C" for at in range(index, end)):
                return index, end + (0 if index < keep else 1)
    return None


def _relative(words: list[Word], keep: int) -> Span:
    """A relative clause at the end."""
    for index in range(len(words) - 2, max(keep, 4), -1):
        if words[index].tag == "W":
            return (index - 1 if words[index - 1].tag in {",", "I"} else index), len(words)
    return None


def _tail_clause(words: list[Word], keep: int) -> Span:
    """A clause of time or reason at the end; never a condition, which what is told depends on."""
    for index in range(len(words) - 2, max(keep, 4), -1):
        if words[index].tag == "S" and words[index].low in {
            "after",
            "before",
            "when",
            "while",
            "as",
            "because",
            "although",
            "though",
            "since",
            "whereas",
            "until",
        }:
            return index, len(words)
    return None


def _participle(words: list[Word], keep: int) -> Span:
    """What follows a comma and a participle: ', killing two others'."""
    for index in range(len(words) - 2, max(keep, 4), -1):
        if (
            words[index].tag == ","
            and words[index + 1].tag in {"V", "S", "W", "I", "D", "R"}
            and words[index + 1].form in {"ing", "part", ""}
        ):
            return index, len(words)
    return None


def _second_verb(words: list[Word], keep: int) -> Span:
    """A second verb joined by 'and'."""
    for index in range(len(words) - 2, max(keep, 4), -1):
        after = words[index + 1]
        if words[index].tag == "C" and after.tag in {"V", "M", "S", "O", "R"}:
            return index, len(words)
    return None


def _group(words: list[Word], keep: int) -> Span:
    """A prepositional group, the last first; groups with 'of' only with what they hang on."""
    for index in range(len(words) - 2, max(keep, 2), -1):
        if words[index].tag != "I" or words[index].low == "of" or words[index - 1].tag in {"“", "I", "R"}:
            continue
        if words[index - 1].tag == "V" and index < keep + 3:
            continue
        end = index + 1
        while end < len(words) and (words[end].tag in _GROUP or words[end].low == "of" or (words[end].tag == "C" and _lists(words, end))):
            end += 1
        if end < len(words) and words[end].tag == "V" and words[end].form == "ing" and words[index].low != "as":
            end = len(words)
        if any(word.tag in {"“", "”"} for word in words[index:end]):
            continue
        return index, end
    return None


def _lists(words: list[Word], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1].tag in {"N", "P", "D", "U"}


def _infinitive(words: list[Word], keep: int) -> Span:
    """A purpose at the end: 'to calm tensions'; not what a verb or adjective calls for."""
    for index in range(len(words) - 2, max(keep, 4), -1):
        if words[index].tag == "to" and words[index - 1].tag in {"N", "P", "U"}:
            return index, len(words)
    return None
