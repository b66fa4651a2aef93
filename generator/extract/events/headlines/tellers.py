"""Who a verb is told of: its subject without what is said of it in passing, for finite verbs, participles and infinitives.

In: a Parsed sentence, a clause, one of its verbs. Out: the words ``[start, end)`` of a noun group, or None.
"""

from __future__ import annotations

from generator.extract.events.clauses import Clause
from generator.extract.events.parse import Parsed
from generator.extract.events.verbgroups import Verb
from generator.model.story import Story

_LISTED = frozenset({"N", "P", "U", "D", "G"})


def is_detached(parsed: Parsed, clause: Clause, verb: Verb, story: Story) -> bool:
    """Tell whether a verb that is no finite one tells by itself: 'both men … to appear in court', 'the man arrested on Monday'."""
    if verb.infinitive:
        return _with_group(parsed, verb, story) or (parsed.words[verb.first - 1].tag == "T" and clause.verb.lemma not in story.be)
    return verb.form == "part"


def _with_group(parsed: Parsed, verb: Verb, story: Story) -> bool:
    """Tell whether an infinitive has a subject of its own: 'with libraries and museums to follow suit'."""
    index = verb.first - 1
    while index > 0 and parsed.words[index].tag in {"N", "P", "D", "U", "C", ",", "G"}:
        index -= 1
    return parsed.words[index].low in story.of("with") and index < verb.first - 1


def subject_of(parsed: Parsed, clause: Clause, verb: Verb, story: Story) -> tuple[int, int] | None:
    """Return the words ``[start, end)`` of the subject of a verb, without what is told of it in passing."""
    group = clause.subject
    participle = verb is not clause.verb and verb.form == "part" and not verb.infinitive
    aside = participle and group is not None and group[0] < verb.first and parsed.words[verb.first - 1].tag == ","
    if participle and not aside:
        group = _noun_before(parsed, verb.first, story)
    elif verb.infinitive and _with_group(parsed, verb, story):
        group = _behind_with(parsed, verb, story)
    if group is None:
        return None
    start, end = group
    start += parsed.words[start].low in story.of("whose")
    start -= parsed.words[start].tag == "G" and start > 0 and parsed.words[start - 1].tag == "T"  # 'Sunday's march'
    if start > 1 and parsed.words[start - 1].tag == "G":
        start, _ = parsed.noun_group(start - 2)  # 'the union's 40 members', and 'envoys from the union's 40 members'
        if start > 1 and parsed.words[start - 1].tag == "I" and parsed.words[start - 2].tag == "N":
            start, _ = parsed.noun_group(start - 2)
    until = next((at for at in range(start + 1, end) if parsed.words[at].tag in {",", "-"} and not in_list(parsed, at, end)), end)
    behind = parsed.words[until] if until < len(parsed.words) else None
    if not participle and until - start > 1 and parsed.words[until - 1].tag == "V" and behind is not None and behind.tag in {"T", "I"}:
        until -= 1  # 'a driver arrested on Sunday was …'
    return (start, until) if start < until else None


def in_list(parsed: Parsed, comma: int, end: int) -> bool:
    """Tell whether a comma parts the members of a list that ends in 'and …': 'Riga, Turku and Oslo'; no apposition."""
    words = parsed.words
    if comma + 1 >= end or words[comma + 1].tag == "I" or (words[comma - 1].tag == "P" and words[comma + 1].tag == "D"):
        return False
    for at in range(comma + 1, end):
        if words[at].tag == "C":
            return at + 1 < end and words[at + 1].tag in _LISTED
        if words[at].tag not in _LISTED | {"I", ","}:
            return False
    return False


def _noun_before(parsed: Parsed, index: int, story: Story) -> tuple[int, int] | None:
    """Return the noun group before a word, with the one it is of: 'the latest case of flu'."""
    end = index
    while end > 0 and parsed.words[end - 1].tag in {"R", "T", ","}:
        end -= 1
    if not end:
        return None
    start, _ = parsed.noun_group(end - 1)
    while start > 1 and parsed.words[start - 1].low in story.of("of"):
        start, _ = parsed.noun_group(start - 2)
    return (start, end) if start < end else None


def _behind_with(parsed: Parsed, verb: Verb, story: Story) -> tuple[int, int]:
    start = verb.first
    while start > 0 and parsed.words[start - 1].low not in story.of("with"):
        start -= 1
    return start, verb.first
