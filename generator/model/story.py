"""The vocabulary of event language: the words of one language that say who did what, who said it, and whether it is yet to come.

In: nothing; this is a noun. ``generator/language/story.py`` fills it from a table; without one it is empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

WordSet = frozenset[str]
_NONE: WordSet = frozenset()
_NO_FORMS: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType({})
_NO_GROUPS: Mapping[str, WordSet] = MappingProxyType({})


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
    determiners: WordSet = _NONE
    prepositions: WordSet = _NONE
    subject_pronouns: WordSet = _NONE
    pronouns: WordSet = _NONE
    possessives: WordSet = _NONE
    coordinators: WordSet = _NONE
    subordinators: WordSet = _NONE
    conditionals: WordSet = _NONE
    relatives: WordSet = _NONE
    modals: WordSet = _NONE
    negations: WordSet = _NONE
    adverbs: WordSet = _NONE
    connectives: WordSet = _NONE
    numbers: WordSet = _NONE
    # verbs, by lemma
    be: WordSet = _NONE
    have: WordSet = _NONE
    do: WordSet = _NONE
    reporting: WordSet = _NONE
    cognition: WordSet = _NONE
    planning: WordSet = _NONE
    scheduling: WordSet = _NONE
    expecting: WordSet = _NONE
    evidence: WordSet = _NONE
    stative: WordSet = _NONE
    light: WordSet = _NONE
    # predicates that are no verbs
    planned_words: WordSet = _NONE
    expected_words: WordSet = _NONE
    # nouns
    events: WordSet = _NONE
    acts: WordSet = _NONE
    people: WordSet = _NONE
    places: WordSet = _NONE
    titles: WordSet = _NONE
    abbreviated_titles: WordSet = _NONE
    organisations: WordSet = _NONE
    demonyms: WordSet = _NONE
    # countries and cities of one word that any reader can place
    countries: WordSet = _NONE
    not_names: WordSet = _NONE
    female_names: WordSet = _NONE
    male_names: WordSet = _NONE
    female: WordSet = _NONE
    male: WordSet = _NONE
    # event words that news uses for one another: each a group joined by "=" ("quake=earthquake=tremor"); nouns and verbs (lemmas)
    kin: WordSet = _NONE
    # small groups of words that rules ask for by name
    small: Mapping[str, WordSet] = field(default_factory=lambda: _NO_GROUPS)
    # whole phrases
    furniture: tuple[str, ...] = ()
    furniture_openers: tuple[str, ...] = ()
    habitual: WordSet = _NONE

    closed: WordSet = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Gather the words of the closed classes."""
        classes = (self.determiners, self.prepositions, self.subject_pronouns, self.pronouns, self.possessives, self.coordinators)
        others = (self.subordinators, self.conditionals, self.relatives, self.modals, self.negations, self.adverbs, self.numbers)
        object.__setattr__(self, "closed", frozenset().union(*classes, *others, *self.small.values()))

    def of(self, name: str) -> WordSet:
        """Return a small group of words by its name; empty when the language has none."""
        return self.small.get(name, _NONE)

    def readings(self, word: str) -> tuple[tuple[str, str], ...]:
        """Return the verb readings of a word in lower case; empty when it is no known verb."""
        return self.forms.get(word, ())
