"""Gather the verbs of a sentence into groups: auxiliaries, negation and adverbs with the verb they lead to.

In: tagged Words, Story. Out: Verbs in order; ``participles`` tells past tenses from participles that look the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from generator.extract.events.verbs import is_auxiliary
from generator.extract.events.words import Word
from generator.model.story import Story

_REACH = 5
_NOUNS = frozenset({"N", "P", "D", "O", "U", "G"})


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
    for before, verb in pairwise(groups):
        _join(words, before, verb)
        if before.lemma in story.of("causing") and _is_bare(words, before, verb):
            verb.infinitive, verb.finite = True, False
    return groups


def _is_bare(words: list[Word], before: Verb, verb: Verb) -> bool:
    """Tell whether a bare verb only follows another and its object: 'let consumers manage', 'helped them rebuild'."""
    between = words[before.last + 1 : verb.first]
    plain = verb.first == verb.main and verb.form == "base"
    return plain and 0 < len(between) <= _REACH and all(word.tag in _NOUNS for word in between)


def _join(words: list[Word], before: Verb, verb: Verb) -> None:
    """Let a bare verb behind a coordinator share what leads the verb before it: 'will close and move', 'plans to close and move'."""
    at = verb.first - 1
    while at > before.last and words[at].tag in {"R", "X"}:
        at -= 1
    if at <= before.last or words[at].tag != "C" or verb.first != verb.main or verb.form != "base":
        return
    if any(word.tag in {"S", "W", ";", ":"} for word in words[before.last + 1 : at]):
        return
    if before.infinitive:
        verb.infinitive, verb.finite = True, False
    verb.modal = before.modal


def _group(words: list[Word], first: int, story: Story) -> Verb:
    verb = Verb(first, first, first, words[first].lemma, words[first].form, finite=True, infinitive=words[first].tag == "to")
    index: int | None = first
    while index is not None:
        word = words[index]
        verb.negated = (
            verb.negated
            or word.low.endswith(tuple(story.of("negating_endings")))
            or any(each.tag == "X" for each in words[verb.last : index])
        )
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
