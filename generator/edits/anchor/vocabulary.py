"""The words of `english.toml`: what is known of English when a quote is looked for in a text that was changed since.

In: the name of a list there. Out: its words, its pairs, or its groups.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def _lists() -> Mapping[str, str]:
    return tomllib.loads((files("generator.edits.anchor") / "english.toml").read_text("utf-8"))


def words_of(name: str) -> frozenset[str]:
    """Return a list of words."""
    return frozenset(_lists()[name].split())


def pairs_of(name: str) -> Mapping[str, str]:
    """Return a list of pairs ("grey=gray") by their first halves."""
    return dict(pair.split("=", 1) for pair in _lists()[name].split())


def groups_of(name: str) -> tuple[frozenset[str], ...]:
    """Return a list of words that go together ("until/till")."""
    return tuple(frozenset(group.split("/")) for group in _lists()[name].split())
