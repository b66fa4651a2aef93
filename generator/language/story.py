"""Reads the vocabulary of event language: a language's code in, a Story out; a language without a table yields an empty one."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from generator.model.story import Story

_OWN = frozenset({"code", "forms", "furniture", "furniture_openers", "small"})
_VOWELS = "aeiou"


@cache
def load_story(code: str) -> Story:
    """Return the story vocabulary of a language (``en``, ``en-GB``); empty when there is no table for it."""
    table = files("generator.language") / f"{code.lower().partition('-')[0]}.story.toml"
    if not code.isascii() or not code.replace("-", "").isalnum() or not table.is_file():
        return Story(code=code)
    return compile_story(code, tomllib.loads(table.read_text("utf-8")))


def compile_story(code: str, table: dict[str, Any]) -> Story:
    """Make a Story of a table: word lists are split on white space, verbs are inflected by :func:`forms_of`."""
    lists = {name: words for title, part in table.items() if title != "small" for name, words in part.items()}
    classes = {
        each.name: frozenset(lists[each.name].replace("*", "").split())
        for each in fields(Story)
        if each.name in lists and each.name not in _OWN
    }
    small = {name: frozenset(words.split()) for name, words in table.get("small", {}).items()}
    forms = forms_of(lists.get("regular", ""), lists.get("irregular", ""), lists.get("odd", ""))
    return Story(
        code=code,
        forms=MappingProxyType(forms),
        small=MappingProxyType(small),
        furniture=tuple(lists.get("furniture", ())),
        furniture_openers=tuple(lists.get("furniture_openers", ())),
        **classes,
    )


def forms_of(regular: str, irregular: str, odd: str = "") -> dict[str, tuple[tuple[str, str], ...]]:
    """Inflect verbs: the word forms, each with its readings (lemma, form), in a fixed order.

    *regular* lists lemmas, *irregular* lines of lemma, past, participle, *odd* lines of word, lemma, form; ``*`` doubles the last letter.

    >>> forms_of("stop*", "")["stopping"]
    (('stop', 'ing'),)
    >>> forms_of("", "take took taken")["took"]
    (('take', 'past'),)
    """
    entries = [tuple(line.split()) for line in irregular.split("\n") if line.strip()]
    taken = {entry.rstrip("*") for entry, _, _ in entries}
    entries += [(entry, _with_ed(entry), _with_ed(entry)) for entry in regular.split() if entry.rstrip("*") not in taken]
    triples = [triple for entry, past, part in entries for triple in _inflected(entry, past, part)]
    triples += [(word, lemma, form) for word, lemma, form in (line.split() for line in odd.split("\n") if line.strip())]
    readings: dict[str, tuple[tuple[str, str], ...]] = {}
    for word, lemma, form in triples:
        known = readings.get(word, ())
        if (lemma, form) not in known:
            readings[word] = (*known, (lemma, form))
    return readings


def _inflected(entry: str, past: str, part: str) -> tuple[tuple[str, str, str], ...]:
    lemma = entry.rstrip("*")
    ing = _with_ing(_doubled(entry))
    return (lemma, lemma, "base"), (_with_s(lemma), lemma, "s"), (past, lemma, "past"), (part, lemma, "part"), (ing, lemma, "ing")


def _doubled(entry: str) -> str:
    return entry[:-1] + entry[-2] if entry.endswith("*") else entry


def _with_s(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _with_ed(entry: str) -> str:
    stem = _doubled(entry)
    if stem.endswith("e"):
        return stem + "d"
    if stem.endswith("y") and stem[-2:-1] not in _VOWELS:
        return stem[:-1] + "ied"
    return stem + "ed"


def _with_ing(stem: str) -> str:
    if stem.endswith("ie"):
        return stem[:-2] + "ying"
    if stem.endswith("e") and not stem.endswith(("ee", "oe", "ye")) and stem != "be":
        return stem[:-1] + "ing"
    return stem + "ing"
