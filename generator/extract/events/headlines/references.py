"""Name whom a subject stands for, where that is certain: pronouns, and people by the full name that the article gives.

In: the Words of a subject, who is on stage, the Story. Out: Words, the first of them replaced by a name where one is sure.
"""

from __future__ import annotations

from dataclasses import replace

from generator.extract.events.naming import bare
from generator.extract.events.stage import Stage
from generator.extract.events.verbgroups import Verb
from generator.extract.events.words import Word
from generator.model.story import Story


def named(words: list[Word], verb: Verb, stage: Stage, story: Story) -> list[Word]:
    """Return the words of a subject with its pronoun named and its surname made a full name; quoted words stay."""
    if not words or words[0].quoted:
        return words
    first = words[0]
    possessive = first.tag == "D" and first.low in stage.own
    if possessive or (first.tag == "O" and stage.is_pronoun(first.low)):
        expletive = first.low in story.of("expletive") and _is_empty(verb, story)
        person = None if expletive else stage.certain(first.low)
        if person is None:
            return words
        name = person.name if person.gender != "n" and not person.plural and person.name[:1].isupper() else person.words
        return [_called(first, _owning(name) if possessive else name), *words[1:]]
    return _in_full(words, stage, story)


def _is_empty(verb: Verb, story: Story) -> bool:
    """Tell whether 'it' before a verb stands for nothing: 'it is clear', 'it emerged', 'it is believed'."""
    thought = verb.passive and verb.lemma in story.reporting | story.cognition | story.expecting
    return thought or verb.lemma in story.of("expletive_verbs") or (verb.lemma in story.be and not verb.passive)


def possessor(words: list[Word], stage: Stage, *, sure: bool) -> list[Word]:
    """Return a noun group with the possessive pronoun before it named, or left out when nobody fits; *sure* asks for certainty."""
    if not words or words[0].tag != "D" or words[0].low not in stage.own or words[0].quoted:
        return words
    person = stage.certain(words[0].low) if sure else stage.behind(words[0].low)
    if person is None:
        return words[1:]
    name = person.name if person.name[:1].isupper() else person.words
    return [_called(words[0], _owning(name)), *words[1:]]


def _in_full(words: list[Word], stage: Stage, story: Story) -> list[Word]:
    """'Mr Annan' → 'Kofi Annan', when the article calls him so."""
    titled = words[0].low.rstrip(".") in story.of("civil_titles")
    start = 1 if titled else 0
    end = start
    while end < len(words) and words[end].tag == "P":
        end += 1
    if end == start or words[0].tag != "P":
        return words
    name = bare(" ".join(word.text for word in words[start:end]), story)
    full = stage.names.full.get(name, name if titled and " " in name else "")
    if not full or not (titled or full in stage.names.gender) or len(full.split()) < end - start or full.split()[0].isupper():
        return words
    return [_called(words[start], full), *words[end:]]


def _called(word: Word, name: str) -> Word:
    return replace(word, text=name, low=name.lower(), tag="P")


def _owning(name: str) -> str:
    return name + ("’" if name.endswith("s") else "’s")
