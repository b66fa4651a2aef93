"""Compile a language's table: the TOML beside this file, into a ``Language``.

In: a language code. Out: Language, cached for the life of the process, or None when there is no such table.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from generator.model.language import Language, SentenceRules


@cache
def load(code: str) -> Language | None:
    """Return the language of a code ("en", also "en-GB"); None when no table exists for it."""
    base = code.lower().replace("_", "-").split("-")[0]
    if base not in supported():
        return None
    if base != code:
        return load(base)
    text = resources.files("generator.language").joinpath(f"{base}.toml").read_text(encoding="utf-8")
    return compiled(tomllib.loads(text))


@cache
def supported() -> tuple[str, ...]:
    """Return the codes of all languages that have a table, sorted."""
    names = (entry.name for entry in resources.files("generator.language").iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml") and name.count(".") == 1))


def compiled(table: Mapping[str, Any]) -> Language:
    """Turn a parsed table into a Language."""
    return Language(table["code"], table["name"], _sentence_rules(table.get("sentences", {})))


def _sentence_rules(table: Mapping[str, Any]) -> SentenceRules:
    words = {name: frozenset(text.split()) for name, text in table.items() if isinstance(text, str)}
    return SentenceRules(**words, ordinals=bool(table.get("ordinals")))
