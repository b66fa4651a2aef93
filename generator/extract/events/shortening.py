"""Shorten a line of words to a limit by leaving out what can be left out: asides first, then groups from the back.

In: Words (subject and verb first), those that must stay, a limit. Out: fewer Words, still a sentence; or None when it cannot be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet

from generator.extract.events.words import Word
from generator.model.story import Story

_GROUP = frozenset({"D", "N", "P", "U", "G", "O", "R"})
_MARKS = frozenset({",", ";", ":", "-", "(", ")", "“", "”", "."})
_ENDS_BADLY = frozenset({"I", "B", "D", "C", "S", "W", "to", "M", ",", "-", "(", ":", ";", "X", "“", "."})

_SHORT_QUOTATION = 6
_OBJECT = frozenset({"D", "N", "P", "U", "O", "W", "S", "“", "V"})

Spans = Iterator[tuple[int, int]]


def count(words: list[Word]) -> int:
    """Return how many words a reader sees (marks and clitics are none)."""
    return sum(len(word.text.split()) for word in words if word.tag not in _MARKS and word.tag != "G" and not word.low.startswith("'"))


def shorten(words: list[Word], kept: AbstractSet[int], limit: int, story: Story) -> list[Word] | None:
    """Return *words* cut to at most *limit*; those that begin at the offsets *kept* stay."""
    rules: tuple[Callable[[list[Word], Story], Spans], ...] = (
        _asides,
        _relatives,
        _tails,
        _participles,
        _second_verbs,
        _complements,
        _groups,
        _hanging_participles,
        _infinitives,
    )
    before = words
    for rule in rules:
        while count(words) > limit:
            span = next((each for each in rule(words, story) if not any(word.start in kept for word in words[each[0] : each[1]])), None)
            if span is None:
                break
            words = words[: span[0]] + words[span[1] :]
    words = trimmed(_complete(before, words), story)
    return words if count(words) <= limit else None


def _complete(before: list[Word], words: list[Word]) -> list[Word]:
    """Drop an infinitive at the end whose object was left out: '… were taken there to see'."""
    cut = len(words) < len(before) and bool(words) and before[-1] is not words[-1]
    if not cut or len(words) <= 4 or words[-2].tag != "to" or words[-1].tag != "V":
        return words
    following = before[next(index for index, word in enumerate(before) if word is words[-1]) + 1]
    return words[:-2] if following.tag in _OBJECT else words


def clipped(words: list[Word], limit: int, story: Story) -> list[Word]:
    """Return the first words up to the limit, not ending badly: the last resort."""
    while count(words) > limit:
        words = words[:-1]
    return trimmed(words, story)


def trimmed(words: list[Word], story: Story) -> list[Word]:
    """Drop what a line cannot end on (preposition, article, conjunction, auxiliary) or begin with."""
    while words and _hangs(words, story):
        words = words[:-1]
    while words and words[0].tag in {",", ";", ":", "-", ".", ")", "”", "C", "G"}:
        words = words[1:]
    return words


def _hangs(words: list[Word], story: Story) -> bool:
    word = words[-1]
    if word.tag in _ENDS_BADLY:
        return not (word.tag == "I" and word.low in story.of("particles") and len(words) > 1 and words[-2].tag == "V")
    if word.tag == "V" and len(words) > 2 and (word.lemma in story.be or word.lemma in story.have or word.lemma in story.do):
        return True
    return word.tag == "R" and word.low in story.of("hanging_adverbs")


def _asides(words: list[Word], story: Story) -> Spans:
    """Appositions and parentheses: ', a former minister,' · '(…)'."""
    del story
    for index in range(1, len(words) - 1):
        if words[index].tag == "(":
            end = next((at for at in range(index, len(words)) if words[at].tag == ")"), None)
            if end is not None:
                yield index, end + 1
        if words[index].tag == "," and words[index + 1].tag in {"D", "N", "U", "P", "W", "V"} and not words[index].quoted:
            end = next((at for at in range(index + 1, min(index + 16, len(words))) if words[at].tag in {",", ";", "“"}), None)
            closed = (
                end is not None and words[end].tag == "," and end + 1 < len(words) and words[end + 1].tag not in {"N", "P", "D", "U", "C"}
            )
            if closed and end is not None and not any(words[at].tag == "C" for at in range(index, end)):
                yield index, end + 1


def _from_the_back(words: list[Word], least: int) -> Iterator[int]:
    """Walk back over the places where a cut would not tear a short quotation apart."""
    whole = sum(1 for word in words if word.quoted) > _SHORT_QUOTATION
    for index in range(len(words) - 2, least, -1):
        torn = words[index].quoted and words[index - 1].quoted and not whole
        if not torn:
            yield index


def _relatives(words: list[Word], story: Story) -> Spans:
    """A relative clause at the end."""
    del story
    for index in _from_the_back(words, 3):
        if words[index].tag == "W":
            yield (index - 1 if words[index - 1].tag in {",", "I"} else index), len(words)


def _tails(words: list[Word], story: Story) -> Spans:
    """A clause of time or reason at the end; never a condition, which what is told depends on."""
    for index in _from_the_back(words, 3):
        if words[index].tag == "S" and words[index].low in story.of("time_or_reason"):
            yield index, len(words)


def _participles(words: list[Word], story: Story) -> Spans:
    """What follows a comma: ', killing two others', ', the first of its kind'."""
    del story
    for index in _from_the_back(words, 3):
        following = words[index + 1]
        if words[index].tag == "," and (following.tag in {"S", "W", "I", "D", "R", "-"} or following.form in {"ing", "part"}):
            yield index, len(words)


def _second_verbs(words: list[Word], story: Story) -> Spans:
    """A second verb joined by 'and'."""
    del story
    for index in _from_the_back(words, 3):
        if words[index].tag == "C" and (words[index + 1].tag in {"V", "M", "S", "O", "R", "X"} or words[index - 1].tag == ","):
            yield index, len(words)


def _complements(words: list[Word], story: Story) -> Spans:
    """What hangs on a noun: '… dropped their insistence that he must go'; what a verb of saying says is kept by its core."""
    for index in _from_the_back(words, 3):
        if words[index].tag == "S" and words[index].low in story.of("complementizers"):
            yield index, len(words)


def _groups(words: list[Word], story: Story) -> Spans:
    """Prepositional groups, the last first; 'of' only with what it hangs on, quoted words whole."""
    for index in _from_the_back(words, 1):
        if words[index].tag != "I" or words[index].low in story.of("binding") or words[index - 1].tag in {"I", "R", "“"}:
            continue
        if (
            words[index - 1].tag == "V"
            and words[index].low in story.of("particles")
            and (index + 1 >= len(words) or words[index + 1].tag not in _GROUP - {"R"})
        ):
            continue
        end = index + 1
        while end < len(words) and (
            words[end].tag in _GROUP or words[end].low in story.of("binding") or words[end].tag in {"“", "”"} or _lists(words, end)
        ):
            end += 1
        if end < len(words) and (words[end].tag in {"S", "W", "to"} or words[end].form == "ing"):
            end = len(words)  # what hangs on the group goes with it
        opened = sum({"“": 1, "”": -1}.get(word.tag, 0) for word in words[index:end])
        if opened == 0 or (opened < 0 and end == len(words)):
            yield index, end


def _lists(words: list[Word], at: int) -> bool:
    return words[at].tag == "C" and at + 1 < len(words) and words[at + 1].tag in {"N", "P", "D", "U"}


def _hanging_participles(words: list[Word], story: Story) -> Spans:
    """A participle behind a noun at the end: '… a car carrying explosives'."""
    del story
    for index in _from_the_back(words, 3):
        if words[index].tag == "V" and words[index].form in {"ing", "part"} and words[index - 1].tag in {"N", "P", "U"}:
            finite = (at for at in range(index + 1, len(words)) if words[at].tag == "M" or words[at].form in {"past", "s"})
            end = next(finite, len(words))
            if end == len(words) or not any(word.tag in {",", "S", "W", "C"} for word in words[index:end]):
                yield index, end


def _infinitives(words: list[Word], story: Story) -> Spans:
    """A purpose at the end: 'to calm tensions'; not what a verb or adjective calls for."""
    for index in _from_the_back(words, 3):
        if words[index].tag == "to" and words[index - 1].tag in {"N", "P", "U"} and words[index - 1].low not in story.of("calling"):
            if any(word.lemma in story.of("controlling") for word in words[max(0, index - 5) : index]):
                continue
            yield index, len(words)
