"""Gather the verbs of a sentence into groups: auxiliaries, negation and adverbs with the verb they lead to.

In: tagged Words, Story. Out: Verbs in order, participles told from past tenses that look the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.events.verbs import is_auxiliary
from generator.extract.events.words import Word
from generator.model.story import Story

_REACH = 5
_CLOSES = frozenset({"S", "W", "C", ";", ":", "“", ",", "-"})
_OBJECT = frozenset({"D", "O", "P", "U", "“", "S", "to"})


@dataclass(slots=True)
class Verb:
    """A verb group: words ``first`` to ``last`` (inclusive), its main verb's index and lemma, and what the group says of it."""

    first: int
    last: int
    main: int
    lemma: str
    form: str
    finite: bool
    modal: str = ""
    infinitive: bool = False
    negated: bool = False
    passive: bool = False
    progressive: bool = False
    perfect: bool = False
    past: bool = False


def verb_groups(words: list[Word], story: Story) -> list[Verb]:
    """Return the verb groups in order."""
    groups: list[Verb] = []
    index = 0
    while index < len(words):
        if words[index].tag in {"V", "M", "to"}:
            groups.append(_group(words, index, story))
            index = groups[-1].last
        index += 1
    finite_behind: Verb | None = None
    for verb in reversed(groups):
        if _is_participle(words, verb, finite_behind, story):
            verb.finite, verb.passive, verb.form = False, True, "part"
        elif verb.finite:
            finite_behind = verb
    return groups


def _group(words: list[Word], first: int, story: Story) -> Verb:
    verb = Verb(first, first, first, words[first].lemma, words[first].form, finite=True, infinitive=words[first].tag == "to")
    index: int | None = first
    while index is not None:
        word = words[index]
        verb.negated = verb.negated or word.low.endswith("n't") or any(each.tag == "X" for each in words[verb.last : index])
        if word.tag == "M":
            verb.modal = word.lemma or word.low
        if word.tag == "V":
            _absorb(verb, word, index, story)
        verb.last = index
        index = _next(words, index, story)
    before = words[first - 1] if first else None
    verb.negated = verb.negated or (before is not None and (before.tag == "X" or before.low in story.of("denying")))
    verb.finite = not verb.infinitive and (bool(verb.modal) or words[first].form in {"past", "s", "base"})
    verb.past = words[first].form == "past"
    return verb


def _absorb(verb: Verb, word: Word, index: int, story: Story) -> None:
    if verb.main != index and is_auxiliary(verb.lemma, story):
        verb.passive = verb.lemma in story.be and word.form == "part"
        verb.progressive = verb.lemma in story.be and word.form == "ing"
        verb.perfect = verb.perfect or (verb.lemma in story.have and word.form == "part")
    verb.main, verb.lemma, verb.form = index, word.lemma, word.form


def _next(words: list[Word], index: int, story: Story) -> int | None:
    """Return the index of the next verb of the same group, or None where the group ends."""
    word = words[index]
    leads = word.tag in {"M", "to"}
    if not leads and not (word.tag == "V" and is_auxiliary(word.lemma, story)):
        return None
    for at in range(index + 1, min(index + _REACH, len(words))):
        if words[at].tag == "V":
            fits = leads or words[at].form in {"part", "ing"} or (word.lemma in story.do and words[at].form == "base")
            return at if fits else None
        if words[at].tag not in {"R", "X", "“", "T"}:
            return None
    return None


def _is_participle(words: list[Word], verb: Verb, later: Verb | None, story: Story) -> bool:
    """Tell 'the man arrested on Monday was charged' from 'police arrested a man'; *later* is the next finite verb."""
    alike = verb.first == verb.main and verb.form == "past" and any(form == "part" for _, form in _forms(words[verb.main], story))
    before = words[verb.first - 1] if verb.first else None
    after = words[verb.last + 1] if verb.last + 1 < len(words) else None
    told = words[verb.main].low in story.of("past_always")
    if told or not alike or before is None or after is None or before.tag in {"W", "M"}:
        return False
    pronoun = before.tag == "O" and before.low not in story.of("those")
    if pronoun or (after.tag in _OBJECT and before.tag != ","):
        return False
    if after.low in story.of("by"):
        return True
    between = words[verb.last + 1 : later.first if later else len(words)]
    opened = any(word.tag in _CLOSES for word in between)
    aside = before.tag == "," and after.tag == "I" and any(word.tag == "," for word in between)
    published = before.low in story.of("publications") and words[verb.main].lemma in story.of("publishing") and after.tag in {"I", "T", "R"}
    if published:
        return later is not None
    behind_noun = before.tag not in {",", "-"} and after.tag in {"I", "R", "T"}
    return later is not None and (aside or (not opened and behind_noun))


def _forms(word: Word, story: Story) -> tuple[tuple[str, str], ...]:
    known = story.readings(word.low)
    return known or ((word.lemma, "part"),)
