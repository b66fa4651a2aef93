"""A language as data: the compiled form of one table (``language/CODE.toml``).

In: nothing; these are nouns. ``generator.language.load`` makes them; the ``extract`` wing reads them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.model.said import Said

Sense = tuple[str, Any]
"""What a word can be: a class ("MONTH", in capitals, as no word is) and a value (12)."""

Node = dict[str, Any]
"""A node of the trie of phrases: by word or by CLASS the next node, by "" the leaves of phrases that end here."""

LEAVES = ""
ANY = "*"
"""The key under which a node has what follows any word."""
UNUSED = "_"
"""The name of a value that only has to be there."""


@dataclass(frozen=True, slots=True)
class Example:
    """A proof of a phrase: in a text published then, these words come to this. ``start`` and ``end`` are the words' offsets."""

    published: str
    text: str
    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A row of the table: how it is said, the production that makes its meaning, the arguments given there, its examples."""

    say: str
    mean: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaf:
    """The end of a phrase in the trie: its rank, how to make its meaning, and which part of it is the expression's extent.

    ``captures`` are the values to take from the way: at which token, of which class, under which name; ``constants`` those of the row.
    ``opens`` and ``closes`` count tokens from the start; ``begins`` is how many tokens before it, ``after`` how many behind it must stand
    there without being taken; with ``marks`` a reader sees the whole phrase marked, else its extent only.
    """

    rank: int
    say: str
    make: Callable[..., Said | None]
    captures: tuple[tuple[int, str, str], ...]
    constants: Mapping[str, Any]
    opens: int = 0
    closes: int = 0
    marks: bool = False
    begins: int = 0
    after: int = 0
    made: dict[tuple[Any, ...], Said | None] = field(default_factory=dict, init=False, compare=False, repr=False)
    """What it has made of which values, of which texts have few."""


@dataclass(frozen=True, slots=True, eq=False)
class TenseWords:
    """Words that tell whether a clause is about what was or what will be.

    ``future_before`` do before the word of the infinitive ("is to", "plans to"); words of ``pluperfect`` turn a future into a past one
    ("had been scheduled"); ``not_past`` are words with a past ending that are no past. After ``passive`` ("be held") a participle tells
    no past; ``settled`` are past words that let a limit be over ("had until Friday"); after ``possessive`` an event follows that the day
    owns, which is to come where one of ``looking_ahead`` stands before it. After ``before_noun`` a participle is an adjective, and a day
    belongs to what follows; ``future_after_be`` look ahead after a form of ``be`` ("is set for August"); ``be_now`` are the forms of
    ``be`` that tell of the present; words of ``telling`` may stand in a text that is out the evening before ("said on Monday"). ``names``
    are names with a capital ("Mrs May"); after ``comparing`` nothing looks ahead ("than expected"); ``only_before_verbs`` look ahead,
    where an infinitive's word follows, only before one of ``due_verbs`` ("due to start", not "due to rain"); a ``contracted`` one looks
    ahead before a word of ``negating`` ("won't"), ``unable`` and one of these tell what was not done ("could not be reached");
    ``progressive`` are past after a past ``be`` ("was going"). A word of ``present`` or with one of ``present_endings`` (none of
    ``not_present``, no ``participle``) tells of what is to come where nothing in the clause is past; one of ``with_participle`` is past
    where a participle follows ("ist … gestorben"), else present. ``beside`` and ``hours`` may stand between ``be`` and a date; a day that
    is ``inside`` a phrase does not take the verb behind it ("in Friday's vote"), nor one behind a word of ``relative``. Before a day that
    an ``upcoming`` thing is named with ("ahead of a vote on Friday") nothing is past. ``schedule`` are verbs of the present that are
    nouns too ("votes"): they look ahead where no word before makes them nouns; those of ``schedule_base`` need a plural before them,
    one in -s or of ``plural_subjects``. Who will do a verb of ``taking_part`` in what a day owns, does it on that day ("will miss Friday's
    match"). Behind one of ``existential`` a form of ``be_now`` tells of what is to come ("there is a meeting on Friday").
    ``future_after_be_now`` look ahead after ``be_now`` only ("are meeting"). What somebody would not do is over where it is ``silent``
    ("would not comment"; one of ``none`` before it says the same), as is what is ``unsure`` before ``perfect`` and a participle ("may
    have begun"), and what was planned for a day where a word of ``turning`` follows ("but"). Behind one of ``subordinating`` the verb
    comes last ("dass am Freitag gewählt wird"). Behind one of ``owners`` a word of ``names`` is a noun ("his will"). Right behind
    one of ``modals`` nothing is past ("may quit"); right behind one of ``ever`` a day is over ("since Friday"). A word of ``future`` is
    past where a participle and one of ``perfect_last`` close the clause ("soll … geflohen sein").
    What is ``put_off`` now, or has ``perfect_be`` so ("has been cancelled"), is to come.
    A sentence that opens with one of ``asking`` asks for what is to come ("Join us on Friday"). ``participle`` is a pattern. The
    tense of a word that is one of ``turned`` or has one of ``future_endings`` depends on the words beside it.
    """

    past: frozenset[str] = frozenset()
    future: frozenset[str] = frozenset()
    past_endings: tuple[str, ...] = ()
    not_past: frozenset[str] = frozenset()
    future_before: frozenset[str] = frozenset()
    pluperfect: frozenset[str] = frozenset()
    infinitive: str = ""
    passive: frozenset[str] = frozenset()
    settled: frozenset[str] = frozenset()
    possessive: frozenset[str] = frozenset()
    looking_ahead: frozenset[str] = frozenset()
    before_noun: frozenset[str] = frozenset()
    be: frozenset[str] = frozenset()
    be_now: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    future_after_be: frozenset[str] = frozenset()
    future_endings: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    comparing: frozenset[str] = frozenset()
    only_before_verbs: frozenset[str] = frozenset()
    due_verbs: frozenset[str] = frozenset()
    upcoming: frozenset[str] = frozenset()
    unable: frozenset[str] = frozenset()
    negating: frozenset[str] = frozenset()
    progressive: frozenset[str] = frozenset()
    present: frozenset[str] = frozenset()
    present_endings: tuple[str, ...] = ()
    not_present: frozenset[str] = frozenset()
    with_participle: frozenset[str] = frozenset()
    participle: re.Pattern[str] | None = None
    subordinating: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    relative: frozenset[str] = frozenset()
    asking: frozenset[str] = frozenset()
    put_off: frozenset[str] = frozenset()
    perfect_be: frozenset[str] = frozenset()
    schedule: frozenset[str] = frozenset()
    schedule_base: frozenset[str] = frozenset()
    future_after_be_now: frozenset[str] = frozenset()
    silent: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()
    participles: frozenset[str] = frozenset()
    contracted: frozenset[str] = frozenset()
    hours: frozenset[str] = frozenset()
    perfect: str = ""
    turning: frozenset[str] = frozenset()
    taking_part: frozenset[str] = frozenset()
    plural_subjects: frozenset[str] = frozenset()
    existential: frozenset[str] = frozenset()
    none: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    modals: frozenset[str] = frozenset()
    ever: frozenset[str] = frozenset()
    perfect_last: frozenset[str] = frozenset()
    turned: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class NameWords:
    """Words that tell names and figures from times (see ``extract.time.names``); all in lower case.

    ``titles`` stand before a person's name, as nouns of ``people`` do; ``given`` are months that are given names; a verb of ``saying``
    behind one makes it a person, as a word of ``kin`` before it does, with one of ``copulas`` between or without; behind words of
    ``placing`` ("in", "last") stands a time. ``times`` are words of time. ``lower_case`` is True where weekdays and months have no
    capital, ``nouns_are_capital`` where all nouns have one. ``streets`` close the name of one, ``street_before`` open it. A figure
    behind one of ``numbered`` ("flight"), behind ``paying`` and a name, or between ``about`` or ``having`` and one of ``plurals``
    (endings) is no year. Of ``chosen`` nouns there is one "of the year" (``of``, ``the``). ``sport`` and ``business`` tell the halves of
    a match from those of a year; ``verses`` are books that are cited by chapter and verse; behind ``lasting`` a clock is a length, and
    one where ``sport`` or ``ratios`` are spoken of is a score, but behind ``clock_before``.
    """

    titles: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    saying: frozenset[str] = frozenset()
    placing: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    streets: frozenset[str] = frozenset()
    street_before: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    kin: frozenset[str] = frozenset()
    copulas: frozenset[str] = frozenset()
    paying: frozenset[str] = frozenset()
    having: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    plurals: tuple[str, ...] = ()
    of: frozenset[str] = frozenset()
    the: str = "the "
    chosen: frozenset[str] = frozenset()
    sport: frozenset[str] = frozenset()
    business: frozenset[str] = frozenset()
    ratios: frozenset[str] = frozenset()
    verses: frozenset[str] = frozenset()
    lasting: frozenset[str] = frozenset()
    clock_before: frozenset[str] = frozenset()
    lower_case: bool = False
    nouns_are_capital: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Pass:
    """Phrases that are looked for together, as a trie."""

    root: Node


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """The compiled time grammar.

    ``trigger`` finds the words without which no phrase can be, each with the character before it; ``spelt`` are the words that phrases
    name themselves; ``vocabulary`` are all words that a phrase can hold, but that behind one of ``open_words`` and behind figures any
    other may stand; ``token`` cuts a sentence; ``senses`` says what words are, ``proper`` what they are only with a capital,
    ``compounds`` what several words are together (by the first: the others, and what they are), ``numeric`` which words are parts of
    numbers before all; ``passes`` are the phrases: of words, then shades, then bounds and ranges over what was found before.
    """

    trigger: re.Pattern[str]
    spelt: frozenset[str]
    vocabulary: frozenset[str]
    open_words: frozenset[str]
    token: re.Pattern[str]
    senses: Mapping[str, tuple[Sense, ...]]
    proper: Mapping[str, tuple[Sense, ...]]
    compounds: Mapping[str, tuple[tuple[list[str], tuple[Sense, ...]], ...]]
    numeric: frozenset[str]
    passes: tuple[Pass, ...]
    joiners: frozenset[str]
    tense: TenseWords
    names: NameWords = field(default_factory=NameWords)
    day_first: bool = False


@dataclass(frozen=True, slots=True)
class SentenceRules:
    """What ends a sentence in a language. All words are lower-case and without their final full stop.

    ``abbreviations`` never end a sentence before a capital ("Mr", "Gen"); ``endings`` may ("U.S", "a.m", "Inc"): they do where the
    next word is one of ``starters``; ``numbered`` do not end one before a digit ("No", "Jan"); ``speech`` are the verbs that
    follow a closed quotation ("Why?" Smith asked); ``ordinals`` is True where a number with a full stop is an ordinal. Before one of
    ``openers`` with a capital a sentence begins without a stop too, unless the word before is one of ``unfinished``.
    """

    abbreviations: frozenset[str] = frozenset()
    endings: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    speech: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    unfinished: frozenset[str] = frozenset()
    ordinals: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One language: its code (``en``), its own name, its rules, and the rows it was made of."""

    code: str
    name: str
    sentences: SentenceRules
    grammar: Grammar
    phrases: tuple[Phrase, ...] = ()
