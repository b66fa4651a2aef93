"""Tell participles that describe a noun ('the man arrested on Monday was charged') from past tenses ('police arrested a man').

In: tagged Words, their verb groups, the Story. Out: whether a verb can be such a participle, and how many verbs behind it lack a clause.
"""

from __future__ import annotations

from generator.extract.events.verbgroups import Verb
from generator.extract.events.verbs import is_auxiliary
from generator.extract.events.words import Word
from generator.model.story import Story

_OBJECT = frozenset({"D", "O", "P", "U", "“", "S", "to"})
_BEHIND = frozenset({"I", "R", "T", ".", ",", ")", "V", "M", "”", "C", "to"})
_ENDS = frozenset({";", ":", "“", "-", ",", "."})
_NOUNS = frozenset({"N", "P", "T", "U", "D", "R", ",", "-", "(", ")"})


def may_be_reduced(words: list[Word], verb: Verb, story: Story) -> bool:
    """Tell whether a past tense may as well be a participle here: behind a noun, without an object, of a verb that takes one."""
    alike = verb.first == verb.main and verb.form == "past" and any(form == "part" for _, form in _forms(words[verb.main], story))
    if not alike or verb.first == 0 or verb.last + 1 >= len(words) or is_auxiliary(verb.lemma, story):
        return False
    before, after = words[verb.first - 1], words[verb.last + 1]
    if words[verb.main].low in story.of("past_always") or verb.lemma in story.of("intransitive"):
        return False
    if after.low in story.of("by"):
        return before.tag in _NOUNS or before.low in story.of("those")
    if _has_object_behind_time(words, verb.last + 1, story):
        return False
    published = before.low in story.of("publications") and verb.lemma in story.of("publishing")
    described = before.tag in _NOUNS - {"D"} or before.low in story.of("those") or published
    return described and after.tag in _BEHIND and after.tag not in _OBJECT - {"to"}


def _has_object_behind_time(words: list[Word], index: int, story: Story) -> bool:
    """Tell whether what was done stands behind a time: 'police confirmed Friday that …', 'Acme reported third-quarter profit'."""
    at = next((each for each in range(index, len(words)) if words[each].tag not in {"T", "R"}), len(words) - 1)
    said = words[at].tag == "S" and words[at].low in story.of("complementizers")
    return at > index and (said or (words[at].tag == "N" and words[at - 1].tag == "T"))


def takes_clause(verb: Verb, story: Story) -> bool:
    """Tell whether a clause can stand behind a verb without 'that': 'he said they left'."""
    return verb.lemma in story.reporting | story.cognition and verb.lemma not in story.of("taking_things")


def unopened(words: list[Word], groups: list[Verb], number: int, story: Story) -> int:
    """Count the finite verbs behind a verb, up to the next boundary, that no subordinator or verb of saying opens a clause for."""
    verb = groups[number]
    heads = {each.first: each for each in groups[number + 1 :] if each.finite}
    aside = words[verb.first - 1].tag if words[verb.first - 1].tag in {",", "-", "("} else ""
    count, owed, named, says = 0, 0, False, False
    for index in range(verb.last + 1, len(words)):
        tag = words[index].tag
        if aside and tag == {"(": ")"}.get(aside, aside):
            aside = ""
        elif tag in _ENDS or (tag == "C" and not _joins_words(words, index)):
            return count
        elif tag in {"S", "W"} and opens_clause(words, index, story):
            owed += 1
        elif index in heads and not may_be_reduced(words, heads[index], story):
            if owed:
                owed -= 1
            elif not (says and named) and not stands_in_noun_group(words, index, story):
                count += 1
            says, named = takes_clause(heads[index], story), False
        named = named or tag in {"N", "P", "O", "U"}
    return count


def stands_in_noun_group(words: list[Word], index: int, story: Story) -> bool:
    """Tell whether a verb with a pronoun describes the noun before it: 'the work they do'."""
    return index > 1 and words[index - 1].low in story.subject_pronouns and words[index - 2].tag in {"N", "P"}


def opens_clause(words: list[Word], index: int, story: Story) -> bool:
    """Tell whether a subordinator opens a clause with a finite verb: 'when he came', not 'when asked', 'while in Rome', 'how to'."""
    following = next((word for word in words[index + 1 :] if word.tag not in {"R", "X", "T"}), None)
    if following is None or following.tag in {".", ")", "”", "to"}:
        return False
    if words[index].tag == "W" or words[index].low in story.of("complementizers"):
        return True
    second = words[words.index(following) + 1] if following is not words[-1] else following
    if following.low in story.adjectives and second.tag in {",", "-", ".", ")"}:
        return False  # 'if necessary,'
    if following.form == "ing" and (second.tag == "M" or second.form in {"past", "s"}):
        return True  # 'when trading ended'
    return following.tag != "I" and not (following.tag == "V" and following.form in {"part", "ing"})


def _joins_words(words: list[Word], index: int) -> bool:
    """Tell whether a coordinator joins two nouns: 'homes and shops', not 'homes, and', 'and left', 'and he'."""
    if index + 1 >= len(words):
        return False
    return words[index - 1].tag in {"N", "P", "U"} and words[index + 1].tag in {"N", "P", "U"}


def _forms(word: Word, story: Story) -> tuple[tuple[str, str], ...]:
    known = story.readings(word.low)
    return known or ((word.lemma, "part"),)
