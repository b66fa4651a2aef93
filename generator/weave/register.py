"""Who is spoken of, across articles: a person told by what he is has the name that some article introduces him with.

In: the articles and the names that their mentions give. Out: for each name the words that tell its bearer apart from others.

Articles introduce people once, by office and name ("the harbour minister, Ilse Brandt"; "Ilse Brandt, head of the port"), and bodies by
name and initials ("the Verland Fishing Union (VFU)"), and go on with either. An office is a name's where the article itself, or else
all articles together, introduce one bearer of it; two bearers make it nobody's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import dropwhile, takewhile

from generator.model.recall import Recall
from generator.model.story import Story
from generator.weave.stems import function_words, name_parts

_NAME = re.compile(r"\b[A-Z][\w'’.\-]*\w(?: (?:(?:al|bin|da|de|del|der|di|la|van|von) )?[A-Z][\w'’.\-]*\w)*")
_BEHIND = re.compile(r", ((?:[\w'’\-]+ ){0,6}[\w'’\-]+)")
_INITIALS = re.compile(r" \(([A-Z]{2,6})\)")
_REACH = 48
"""How many characters before a name may hold the office that introduces it."""
_FROM_INITIALS = 3
"""So many words have initials that are no accident."""
_OF = re.compile(r"(?<!\s)\s++(?:of|for|at|in|from|to)\s+")
_WORD = re.compile(r"[\w'’\-]+")

Spelled = tuple[str, tuple[str, ...]]
"""Initials, folded, and the telling words of the name that has them."""
Office = frozenset[str]
"""The words of an office, whatever their order: {"harbour", "minister"}."""
_NONE: Office = frozenset()


@dataclass(frozen=True, slots=True)
class Who:
    """The bearer of a name: the telling words of it, in order, and whether they are a name, no mere role."""

    parts: tuple[str, ...]
    is_named: bool


@dataclass(frozen=True, slots=True)
class NameByItself:
    """A name as it is read by itself: the office that it is no more than, its bearer if no article knows better, whether it is initials."""

    office: Office
    who: Who
    initials: bool

    @property
    def is_open(self) -> bool:
        """Tell whether other articles have a say in whose the name is."""
        return bool(self.office) or self.initials


@dataclass(frozen=True, slots=True)
class _Introduced:
    """What one text tells of names: the bearers of offices, and names by their initials."""

    bearers: tuple[tuple[Office, tuple[str, ...]], ...]
    spelled: tuple[Spelled, ...]


class Register:
    """The names of a build's people and bodies."""

    def __init__(self, texts: Mapping[str, str], story: Story, recall: Recall) -> None:
        """Read the introductions in the texts of articles, given by their ids."""
        self._roles = story.people
        self._common, self._dull, self._closed = recall.state("words of names", partial(_words, story))
        self._own = {name: recall.once("introductions", name, (text,), partial(self._introduced, text)) for name, text in texts.items()}
        introduced = list(self._own.values())
        self._bearers = recall.index("bearers", introduced, lambda each: each.bearers)
        self._initials = recall.index("initials", introduced, lambda each: each.spelled)
        self._names: Mapping[str, Counter[tuple[str, ...]]] = {}
        self._recall = recall

    def spell_out(self, spelled: Sequence[Sequence[Spelled]]) -> None:
        """Take names as what their initials stand for, where one alone has them: "KPR" is "Kohlberg Pier Rhodes" of another article.

        *spelled* has what :meth:`spelled_by` gives for the names of each article.
        """
        self._names = self._recall.index("names by initials", spelled, lambda each: each)

    def spelled_by(self, names: Iterable[str]) -> tuple[Spelled, ...]:
        """Return the initials of names that are long enough to have some, and the names."""
        return tuple(
            dict.fromkeys(
                ("".join(word[0] for word in words).casefold(), name_parts(name, self._dull))
                for name in names
                if len(words := name.split()) >= _FROM_INITIALS and all(word[:1].isupper() for word in words)
            )
        )

    def asked(self, name: str) -> NameByItself:
        """Read a name by itself, once and for all; :meth:`of` then says whose it is, given all articles."""
        parts, named = self._parts_of(name)
        initials = len(parts) == 1 and any(word.isupper() for word in _WORD.findall(name))
        return NameByItself(self._office_of(name), Who(parts, named), initials)

    def of(self, article: str, asked: NameByItself) -> Who:
        """Return the bearer of a name that an article gives."""
        bearer = asked.office and (self._own_bearer(article, asked.office) or _one(self._bearers.get(asked.office, ())))
        if bearer:
            return Who(bearer, is_named=True)
        return Who(self._spelled(asked.who.parts), asked.who.is_named) if asked.initials else asked.who

    def _parts_of(self, name: str) -> tuple[tuple[str, ...], bool]:
        """Return the telling words of a name, and whether they are a name."""
        parts = name_parts(name, self._dull)
        named = any(word != word.lower() and word.casefold() not in self._common for word in _WORD.findall(name))
        # "Verland officials" speak for Verland
        own = tuple(part for part in parts if part not in self._roles and part.removesuffix("s") not in self._roles) if named else ()
        return own or parts, named

    def _spelled(self, parts: tuple[str, ...]) -> tuple[str, ...]:
        """Return what initials stand for: what most articles say, else the one name that has them."""
        if told := self._initials.get(parts[0]):
            return min(told, key=lambda meant: (-told[meant], meant))
        names = self._names.get(parts[0], ())
        return next(iter(names)) if len(names) == 1 else parts

    def _own_bearer(self, article: str, office: Office) -> tuple[str, ...] | None:
        own = self._own.get(article)
        return _one([bearer for known, bearer in own.bearers if known == office]) if own else None

    def _office_of(self, name: str) -> Office:
        """Return the words of a name that is no more than an office, of whomever: "Verland's harbour minister"."""
        own = _own(_OF.split(name)[0])
        words = own.split()
        return (
            frozenset(word for word in words if word not in self._closed)
            if words and own == own.lower() and self._is_role(words)
            else _NONE
        )

    def _is_role(self, words: Sequence[str]) -> bool:
        return words[-1] in self._roles or words[-1].removesuffix("s") in self._roles

    def _introduced(self, text: str) -> _Introduced:
        """Return the offices that a text gives to names, and the names that are spelled out before their initials."""
        spelled: list[Spelled] = []
        return _Introduced(tuple(dict.fromkeys(self._introductions(text, spelled))), tuple(spelled))

    def _introductions(self, text: str, spelled: list[Spelled]) -> Iterator[tuple[Office, tuple[str, ...]]]:
        for found in _NAME.finditer(text):
            words = list(dropwhile(lambda word: word.casefold() in self._closed, found[0].split()))
            if initials := _INITIALS.match(text, found.end()):
                spelled += _spelled(words, initials[1])
            last = max((place for place, word in enumerate(words) if word.casefold() in self._roles), default=-1)
            bearer = name_parts(" ".join(words[last + 1 :]), self._dull)
            if bearer and len(words) > 1:
                titles = [word.casefold() for word in words[: last + 1]]
                for office in (*self._before(text, found.start(), titles), *self._behind(text, found.end())):
                    yield office, bearer

    def _before(self, text: str, end: int, titles: list[str]) -> Iterator[Office]:
        """Yield the office that ends before a name, with the name's own titles: "the harbour minister, Ilse Brandt"."""
        words = [] if titles and text[end - 2 : end] == ", " else _own(text[max(0, end - _REACH) : end].rstrip(", ")).split()
        kept = list(takewhile(self._fits, reversed(words)))
        yield from self._offices([*reversed(kept), *titles])

    def _behind(self, text: str, start: int) -> Iterator[Office]:
        """Yield the office that is set off behind a name by a comma: "Ilse Brandt, the harbour minister"."""
        after = _BEHIND.match(text, start)
        words = _own(after[1]).split() if after else []
        words = words[1:] if words and words[0] in self._closed else words
        kept = list(takewhile(self._fits, words))
        ends = [place for place, word in enumerate(kept) if word in self._roles]
        yield from self._offices(kept[: ends[-1] + 1] if ends else [])

    def _fits(self, word: str) -> bool:
        return word.isalpha() and word == word.lower() and word not in self._closed

    def _offices(self, words: list[str]) -> Iterator[Office]:
        """Yield an office and its shorter forms: "the Verland harbour minister" is the harbour minister, but not any minister."""
        if words and words[-1] in self._roles:
            yield from (frozenset(words[start:]) for start in range(max(1, len(words) - 1)))


def _words(story: Story) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the words that make no name, those that are left out of one, and those of no office."""
    common = story.people | story.numbers | function_words(story)
    dull = story.determiners | story.prepositions | story.possessives | story.titles | story.abbreviated_titles
    said = frozenset(form for form, readings in story.forms.items() if readings[0][0] in story.reporting)
    return common, dull, function_words(story) | said


def _one(bearers: Iterable[tuple[str, ...]]) -> tuple[str, ...] | None:
    """Return the one bearer of an office, None where nobody is introduced with it or several are."""
    longest = max(bearers, key=lambda parts: (len(parts), parts), default=None)
    return longest if longest and all(set(parts) <= set(longest) for parts in bearers) else None


def _spelled(words: list[str], initials: str) -> Iterator[Spelled]:
    """Yield initials, folded, with the name that ends in words with them."""
    own = [word for word in words if word[0].isupper()][-len(initials) :]
    if "".join(word[0] for word in own) == initials:
        yield initials.casefold(), name_parts(" ".join(own))


def _own(words: str) -> str:
    """Return what stands behind the last possessive."""
    return words.replace("’", "'").rpartition("'s ")[2]
