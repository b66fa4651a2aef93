"""Find what a time expression dates: the verb or the event noun that it belongs to.

In: a Parsed sentence and the index of a time expression among its words. Out: an Attachment, or None when it dates nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.events.clauses import Clause, Verb
from generator.extract.events.parse import Parsed, is_event
from generator.model.story import Story

_INSIDE = frozenset({"N", "P", "U", "D", "G", "I", "C", "R", "T"})


@dataclass(frozen=True, slots=True)
class Attachment:
    """What is dated: a noun (``noun`` is its word's index), else the verb ``verb`` of ``clause``; ``why`` says so in words."""

    time: int
    clause: Clause | None
    verb: Verb | None
    noun: int | None
    why: str
    after: bool = False


def attach(parsed: Parsed, time: int, story: Story) -> Attachment | None:
    """Return what the time expression at word *time* dates."""
    words = parsed.words
    clause = parsed.clause_of(time)
    timex = words[time].timex
    if timex is not None and timex.event_after:
        return _named_behind(parsed, time, story)
    head = _modified(parsed, time)
    if head is not None and is_event(words[head], story):
        return Attachment(time, clause, None, head, f"“{words[time].text}” belongs to the noun “{words[head].text}”")
    noun = _noun_before(parsed, time, story)
    if clause is None:
        return Attachment(time, None, None, noun, "a fragment without a verb") if noun is not None else None
    verb = _verb(parsed, clause, time)
    if noun is not None and _prefers_noun(parsed, clause, verb, noun, time, story):
        return Attachment(time, clause, None, noun, f"“{words[time].text}” follows the event noun “{words[noun].text}”")
    clause, verb = _raise(parsed, clause, verb, time)
    return Attachment(time, clause, verb, None, f"“{words[time].text}” dates the verb “{words[verb.main].text}”")


def _named_behind(parsed: Parsed, time: int, story: Story) -> Attachment | None:
    """'One day after the call': the date is that of what is named behind the words."""
    words = parsed.words
    behind = next((clause for clause in parsed.clauses if clause.start in {time, time + 1} and clause.verb.first > time), None)
    limit = behind.verb.first if behind else len(words)
    for index in range(time + 1, min(time + 12, limit)):
        if words[index].tag not in _INSIDE and words[index].tag != "V":
            break
        following = words[index + 1].tag if index + 1 < len(words) else "."
        if is_event(words[index], story) and following not in {"N", "G"} and behind is None:
            return Attachment(time, parsed.clause_of(time), None, index, f"“{words[time].text}” dates what is named behind it")
    clause = behind or parsed.clause_of(time + 1)
    if clause is None or clause.verb.main < time:
        return None
    return Attachment(time, clause, clause.verb, None, f"“{words[time].text}” dates what is told behind it")


def _modified(parsed: Parsed, time: int) -> int | None:
    """Return the head of the noun group that a time expression modifies: 'Tuesday's call', 'the 2003 Iraq war'."""
    words = parsed.words
    at = time + 1
    if at < len(words) and words[at].tag == "G":
        at += 1
    else:
        determined = (
            time > 0 and words[time - 1].tag in {"D", "G"} or (time > 1 and words[time - 2].tag == "D" and words[time - 1].tag == "N")
        )
        if at < len(words) and words[at].tag == "," and determined:
            at += 1
        if not determined and not (at < len(words) and words[at].tag == "N" and time > 0 and words[time - 1].tag == "I"):
            return None
    end = at
    while end < len(words) and (words[end].tag in {"N", "P", "U"} or (words[end].tag in {"“", "”"} and end == at)):
        end += 1
    return end - 1 if end > at else None


def _noun_before(parsed: Parsed, time: int, story: Story) -> int | None:
    """Return the nearest event noun before the time expression with nothing but noun groups between."""
    words = parsed.words
    for index in range(time - 1, -1, -1):
        word = words[index]
        if word.tag == "T" and index < time - 2:
            return None
        following = words[index + 1].tag
        if is_event(word, story) and word.tag != "V" and following not in {"N", "P", "G"}:
            return index
        if word.tag not in _INSIDE and not (word.tag == "," and _listing(parsed, index)):
            return None
    return None


def _listing(parsed: Parsed, comma: int) -> bool:
    words = parsed.words
    return comma + 1 < len(words) and words[comma + 1].tag in {"P", "T"} and words[comma - 1].tag in {"P", "T"}


def _verb(parsed: Parsed, clause: Clause, time: int) -> Verb:
    return parsed.verb_before(clause, time) or clause.verb


def _prefers_noun(parsed: Parsed, clause: Clause, verb: Verb, noun: int, time: int, story: Story) -> bool:
    words = parsed.words
    if time < clause.verb.first:  # inside the subject, or a fronted group
        fronted = any(word.tag == "," for word in words[time : clause.verb.first])
        opens = clause.subject is None or noun < clause.subject[0]
        return opens or not fronted
    if noun < verb.main:
        return False
    before = next((words[index].low for index in range(noun - 1, verb.last, -1) if words[index].tag in {"I", "V"}), "")
    if before in {"after", "before", "following", "since", "until", "despite"}:
        return True
    dated = any(word.tag == "T" and clause.owns(index) and index != time for index, word in enumerate(words) if index < noun)
    copular = verb.lemma in story.stative and verb.lemma not in story.have and not verb.infinitive
    if (
        copular
        and words[verb.main].form in {"past", "s", "base"}
        and verb.lemma in story.be
        and words[noun - 1].low in {"a", "an", "the"}
        and noun - verb.last <= 2
    ):
        return True
    return dated or copular


def _raise(parsed: Parsed, clause: Clause, verb: Verb, time: int) -> tuple[Clause, Verb]:
    """A fronted time expression dates the main verb behind it, not that of an adverbial clause it happens to stand in."""
    if time < clause.verb.first or verb.main < time:
        return clause, verb
    return clause, clause.verb
