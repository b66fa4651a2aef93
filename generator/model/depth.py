"""How deep the tables of a TOML text nest, without parsing it. In: the text. Out: the depth, and where it is reached.

What nests deeply is read with a call for every level, and a dotted key with work that grows with the square of its parts: both are
measured before anything is read.
"""

from __future__ import annotations

import re

DEPTH_LIMIT = 30
"""Brackets within brackets, or parts of a dotted key; our own files need two."""

_DOTTED = re.compile(r"^[^\n=#]*+", re.MULTILINE)
_QUOTED = re.compile(r"^.*[\"'][ \t]*\.[ \t]*[\"'].*$", re.MULTILINE)
_STRING = re.compile(r'"""[\s\S]*?(?:"""|\Z)|\'\'\'[\s\S]*?(?:\'\'\'|\Z)|"(?:[^"\\\n]|\\.)*"?|\'[^\'\n]*\'?|#[^\n]*|[\[\]{}]')


def deepest_of(text: str) -> tuple[int, int]:
    """Return the greatest depth of brackets, or number of parts of a key, outside strings and comments, and where it is reached.

    >>> deepest_of("a = [[1]]"), deepest_of("a.b.c = '...'")
    ((2, 5), (3, 0))
    """
    depth = deepest = place = 0
    for match in (*_DOTTED.finditer(text), *_QUOTED.finditer(text)):
        parts = match[0].count(".") + 1
        if parts > deepest and not depth:
            deepest, place = parts, match.start()
    for match in _STRING.finditer(text):
        if match[0] in "[{":
            depth += 1
            if depth > deepest:
                deepest, place = depth, match.start()
        elif match[0] in "]}":
            depth -= 1
    return deepest, place
