"""Say a line more barely: without asides, with plainer subjects, without where and how something was said.

In: Words of a line, the Parsed sentence they come from, the Story. Out: lists of Words, each barer than the one before.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.events.clauses import Clause
from generator.extract.events.headlines.beginnings import opening
from generator.extract.events.parse import Parsed
from generator.extract.events.words import Word
from generator.model.story import Story

_ASIDE = frozenset({"D", "N", "U", "P", "W", "V", "I", "R"})
_RESUMES = frozenset({"N", "P", "D", "U", "C", "W"})
_FINITE = frozenset({"past", "s", "base"})
_LONGEST_ASIDE = 16
_LONGEST_NAME = 3


def variants(words: list[Word], parsed: Parsed, story: Story) -> Iterator[list[Word]]:
    """Yield *words* as they are, then ever barer; what is the same as before is left out."""
    last = words
    yield words
    for rule in (
        _without_asides,
        _with_plain_first_subject,
        _without_circumstance,
        _without_fronted,
        _with_plain_subjects,
        _with_bare_name,
    ):
        words = rule(words, parsed, story)
        if len(words) != len(last):
            yield words
            last = words


def _without_asides(words: list[Word], parsed: Parsed, story: Story) -> list[Word]:
    """Leave out ', a former minister,' and '- the first of its kind -'."""
    del parsed, story
    index = 1
    while index < len(words) - 1:
        mark = words[index]
        if mark.tag in {",", "-"} and words[index + 1].tag in _ASIDE and not mark.quoted:
            end = next(
                (at for at in range(index + 1, min(index + _LONGEST_ASIDE, len(words))) if words[at].tag in {mark.tag, "“", ";"}), None
            )
            closed = end is not None and words[end].tag == mark.tag and end + 1 < len(words) and words[end + 1].tag not in _RESUMES
            told = words[index + 1].tag != "W" and any(word.tag == "M" or word.form in _FINITE for word in words[index:end])
            if (
                closed
                and end is not None
                and not told
                and not any(word.tag in {"C", "S"} or word.quoted for word in words[index + 2 : end])
            ):
                words = words[:index] + words[end + 1 :]
                continue
        index += 1
    return words


def _with_plain_first_subject(words: list[Word], parsed: Parsed, story: Story) -> list[Word]:
    for clause in parsed.clauses:
        if (
            words
            and clause.subject is not None
            and clause.kind != "coordinate"
            and any(word.start == parsed.words[clause.verb.first].start for word in words)
        ):
            return _plain_subject(words, parsed, clause, story)
    return words


def _with_plain_subjects(words: list[Word], parsed: Parsed, story: Story) -> list[Word]:
    for clause in parsed.clauses:
        if clause.subject is not None and clause.subject[0] >= opening(parsed, clause):
            words = _plain_subject(words, parsed, clause, story)
    return words


def _plain_subject(words: list[Word], parsed: Parsed, clause: Clause, story: Story) -> list[Word]:
    """Keep a subject's head with its modifiers and what it is of: 'Lawyers defending the doctor' → 'Lawyers'."""
    opens, until = parsed.words[(clause.subject or (0, 0))[0]].start, parsed.words[clause.verb.first].start
    places = [at for at, word in enumerate(words) if opens <= word.start < until]
    if not places or places[-1] + 1 >= len(words) or words[places[-1] + 1].start != until:
        return words
    for at in places[1:]:
        before = words[at - 1]
        linked = before.tag not in {"N", "P", "U", "”", "O"} or before.low in story.of("linked_nouns")
        if not linked and not words[at].quoted and _hangs(words, at, places[0], story):
            rest = words[at : places[-1] + 1]
            joined = next((index for index, each in enumerate(rest) if each.tag == "C"), len(rest))  # '… of Mexico and colleagues'
            closing = [rest[-1]] if rest[-1].tag == "," and any(each.tag == "," for each in words[places[0] : at]) else []
            return words[:at] + (rest[joined:] or closing) + words[places[-1] + 1 :]
    return words


def _hangs(words: list[Word], at: int, first: int, story: Story) -> bool:
    """Tell whether a word opens what only describes a subject; 'of' does so behind a person's name, or behind another 'of'."""
    word = words[at]
    if word.low in story.of("binding"):
        return words[at - 1].tag == "P" or any(each.low == word.low for each in words[first:at])
    modifier = word.form == "ing" and at + 1 < len(words) and words[at + 1].tag == "N"  # 'shipping officials'
    return word.tag in {"I", "B", "W", "to"} or (word.tag == "V" and word.form != "s" and not modifier)


def _without_circumstance(words: list[Word], parsed: Parsed, story: Story) -> list[Word]:
    """Leave out what stands between a verb of saying and what is said: 'said in a statement that' → 'said that'."""
    for clause in parsed.clauses:
        if clause.verb.lemma not in story.reporting | story.cognition:
            continue
        below = next((each for each in parsed.below(clause) if each.kind == "complement"), None)
        if below is None:
            continue
        last, opens = parsed.words[clause.verb.last].start, parsed.words[below.start].start
        inside = [at for at, word in enumerate(words) if last < word.start < opens]
        if inside and words[inside[0]].tag == "I" and not any(word.quoted for word in words[inside[0] : inside[-1] + 1]):
            words = words[: inside[0]] + words[inside[-1] + 1 :]
    return words


def _without_fronted(words: list[Word], parsed: Parsed, story: Story) -> list[Word]:
    """Leave out what stands between 'that' and a comma before the subject: 'said that, while …, he …' → 'said that he …'."""
    del parsed
    for at in range(len(words) - 1):
        if (
            words[at].tag == "S"
            and words[at].low in story.of("that")
            and words[at + 1].tag in {"I", "S", "B", ","}
            and not words[at].quoted
        ):
            comma = next((index for index in range(at + 2, len(words)) if words[index].tag == ","), None)
            if (
                comma is not None
                and comma + 1 < len(words)
                and words[comma + 1].tag in {"O", "D", "P", "N", "“"}
                and not words[comma].quoted
            ):
                return words[: at + 1] + words[comma + 1 :]
    return words


def _with_bare_name(words: list[Word], parsed: Parsed, story: Story) -> list[Word]:
    """Leave out what a person is before the name: 'UN aid chief Ann White' → 'Ann White'."""
    del parsed
    verb = next((at for at, word in enumerate(words) if word.tag in {"V", "M"}), 0)
    names = next((at for at in range(verb - 1, -1, -1) if words[at].tag != "P"), -1) + 1
    office = next((at for at in range(verb - 1, -1, -1) if words[at].low.rstrip(".") in story.people | story.titles), None)
    first = max(names, 0 if office is None else office + 1)
    person = office is not None and first < verb and verb - first <= _LONGEST_NAME
    return words[first:] if person and not any(word.tag in {"C", "I", ","} for word in words[:verb]) else words
