"""Quotation marks, as English, German and Spanish papers set them: which there are, and which of them open a quotation.

In: a text, a mark in it. Out: yes or no. “ opens in English and closes what „ opened in German.
"""

from __future__ import annotations

import re

from generator.model.tree import Tree

MARKS = re.compile(r"[“”„«»\"]")
OPENERS = ("“", "„", "«", '"', "``")

_IN_TREES = frozenset({"“", "”", "„", "«", "»", '"', "``", "''"})
"""The same as words of a tree, with those of treebanks."""


def is_quoted(tree: Tree) -> bool:
    """Tell whether a sentence has a quotation mark."""
    return any(is_mark(token.text) for token in tree)


def is_mark(word: str) -> bool:
    """Tell whether a word of a tree is a quotation mark."""
    return word in _IN_TREES


def opens(text: str, mark: re.Match[str], *, inside: bool, start: int) -> bool:
    """Tell whether a quotation is open behind a mark; *inside* tells whether one is before it, *start* where its sentence begins.

    >>> text = "„Wir gehen“, sagte sie."
    >>> [opens(text, mark, inside=False, start=0) for mark in MARKS.finditer(text)]
    [True, False]
    """
    if mark[0] == "“":
        return not _is_german(text, mark.start())
    return mark[0] in "„«" or (mark[0] == '"' and (not inside or mark.start() == start))


def _is_german(text: str, at: int) -> bool:
    """Tell whether the mark before this place is a low one, which this one closes."""
    return text.rfind("„", 0, at) > max(text.rfind(each, 0, at) for each in "“”")
