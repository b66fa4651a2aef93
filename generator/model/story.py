"""The vocabulary of event language: the words of one language that say who did what, who said it, and whether it is yet to come.

In: nothing; this is a noun. ``generator/language/story.py`` fills it from a table; without one it is empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Words = frozenset[str]
_NONE: Words = frozenset()
_NO_FORMS: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType({})
_NO_GROUPS: Mapping[str, Words] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Story:
    """Ordinary vocabulary by what it does in a sentence; all in lower case unless said otherwise.

    ``forms`` maps an inflected verb to its readings: (lemma, form), form one of ``base s past part ing``.
    Word classes hold surface words, verb classes hold lemmas, ``furniture`` phrases that open or fill page furniture.
    ``closed`` has every word of the closed classes and the small groups: what is not among them is surely no function word.
    """

    code: str = ""
    forms: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=lambda: _NO_FORMS)
    # closed classes
    determiners: Words = _NONE
    prepositions: Words = _NONE
    subject_pronouns: Words = _NONE
    pronouns: Words = _NONE
    possessives: Words = _NONE
    coordinators: Words = _NONE
    subordinators: Words = _NONE
    conditionals: Words = _NONE
    relatives: Words = _NONE
    modals: Words = _NONE
    negations: Words = _NONE
    adverbs: Words = _NONE
    connectives: Words = _NONE
    numbers: Words = _NONE
    # verbs, by lemma
    be: Words = _NONE
    have: Words = _NONE
    do: Words = _NONE
    reporting: Words = _NONE
    cognition: Words = _NONE
    planning: Words = _NONE
    scheduling: Words = _NONE
    expecting: Words = _NONE
    evidence: Words = _NONE
    stative: Words = _NONE
    light: Words = _NONE
    # predicates that are no verbs
    planned_words: Words = _NONE
    expected_words: Words = _NONE
    # nouns
    events: Words = _NONE
    acts: Words = _NONE
    people: Words = _NONE
    places: Words = _NONE
    titles: Words = _NONE
    abbreviated_titles: Words = _NONE
    organisations: Words = _NONE
    demonyms: Words = _NONE
    # countries and cities of one word that any reader can place
    countries: Words = _NONE
    not_names: Words = _NONE
    female_names: Words = _NONE
    male_names: Words = _NONE
    female: Words = _NONE
    male: Words = _NONE
    # event words that news uses for one another: each a group joined by "=" ("quake=earthquake=tremor"); nouns and verbs (lemmas)
    kin: Words = _NONE
    # small groups of words that rules ask for by name
    small: Mapping[str, Words] = field(default_factory=lambda: _NO_GROUPS)
    # whole phrases
    furniture: tuple[str, ...] = ()
    furniture_openers: tuple[str, ...] = ()
    habitual: Words = _NONE

    closed: Words = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Gather the words of the closed classes."""
        classes = (self.determiners, self.prepositions, self.subject_pronouns, self.pronouns, self.possessives, self.coordinators)
        others = (self.subordinators, self.conditionals, self.relatives, self.modals, self.negations, self.adverbs, self.numbers)
        object.__setattr__(self, "closed", frozenset().union(*classes, *others, *self.small.values()))

    def of(self, name: str) -> Words:
        """Return a small group of words by its name; empty when the language has none."""
        return self.small.get(name, _NONE)

    def readings(self, word: str) -> tuple[tuple[str, str], ...]:
        """Return the verb readings of a word in lower case; empty when it is no known verb."""
        return self.forms.get(word, ())
