"""The words of walls, errors and teasers (`walls.toml`) → a pattern for each kind, of all languages together.

In: the table. Out: patterns by what they name. A wall is often in another language than the article behind it.
"""

from __future__ import annotations

import re
import tomllib
from importlib import resources

CONSENT = "a consent page"
PAYWALL = "the opening of an article behind a paywall"
_KINDS = {
    "error": "an error page",
    "robots": "a check for robots",
    "consent": CONSENT,
    "login": "a login page",
    "onward": "a page that leads on to another",
    "script": "a page that needs a script",
    "paywall": PAYWALL,
}
"""Kinds as the table has them → as messages name them. The order is that in which texts are asked."""
_TABLE = tomllib.loads(resources.files("generator.read").joinpath("walls.toml").read_text(encoding="utf-8"))


def _patterns(place: str, kinds: tuple[str, ...]) -> dict[str, re.Pattern[str]]:
    found = {kind: [each for language in _TABLE.values() for each in language.get(place, {}).get(kind, ())] for kind in kinds}
    return {_KINDS[kind]: re.compile("|".join(f"(?:{each})" for each in words), re.IGNORECASE) for kind, words in found.items()}


TITLES = _patterns("title", ("error", "robots", "consent", "login", "onward"))
"""What titles say, with nothing before it and little behind."""
WORDS = _patterns("text", ("robots", "script", "error", "onward", "consent", "paywall"))
"""What walls say in their text; a page of consent says several of these."""
HINTS = {
    name: tuple(re.compile(each) for language in _TABLE.values() for each in language.get("text", {}).get(kind, ()))
    for kind, name in _KINDS.items()
    if name in WORDS
}
"""The same one by one, for a text in small letters: most begin with a word, which is looked for much faster than all of them at once."""
