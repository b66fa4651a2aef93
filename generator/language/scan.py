r"""Make the two patterns that read text: one that finds words of time, one that cuts a sentence into tokens.

In: words. Out: compiled patterns over lower-cased text. The words are factored into a trie behind a look at the first letter, so that
text without any of them costs almost nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Any

_END: dict[str, Any] = {}

FORMS = (
    r"\d{4}(?P<iso>[-/.])\d{1,2}(?P=iso)\d{1,2}(?:t\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?)?(?!\d)",  # 1998-10-12
    r"\d{1,2}(?P<sep>[/.-])\d{1,2}(?P=sep)(?:\d{4}|\d\d)(?![\w/])",  # 10/12/98, 12.10.1998
    r"\d{1,2}:\d\d(?::\d\d)?(?![\d:%]|,\d)",  # 5:30
    r"\d{1,2}/\d{1,4}(?![\d/])",  # 10/12, 1/2, 9/11
    r"\d{4}[-–/]\d\d(?!\d)|\d{4}/\d{4}(?![\d/])",  # 1998-99, 1998/1999
    r"['’]?(?:\d\d)?\d0s(?!\w)",  # 1990s, '90s
    r"['’]\d\d(?!\w)",  # '98
    r"\d+(?:st|nd|rd|th)(?!\w)",  # 12th
    r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+\.\d+|\d+",
)
_PLAIN = r"[a-z]++(?![\w.])"
"""Most words: tried first, because whatever else begins with a letter has a full stop or a letter beyond a to z in it."""


def trigger_pattern(words: Iterable[str], forms: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern that finds any of *words*, or any of *forms* (patterns that begin with a digit, or with a letter).

    A match is the character before it, and the word; of what begins with a figure that figure. A text has to begin with a space for it.
    Each branch begins with the letter itself, for then most words cost a comparison for each letter that a word of time begins with.
    Of several words ("palm sunday") that hold one of them, that one is enough.
    """
    known, spelt = _enough(set(words)), list(forms)
    lettered = (rf"{_factored(same)}(?!\w)" for letter, same in groupby(known, key=lambda word: word[0]) if not letter.isdigit())
    digits = _factored(word for word in known if word[0].isdigit())
    figures = [*([rf"{digits}(?!\w)"] if digits else []), *(form for form in spelt if not form[0].isalpha())]
    ahead = rf"[0-9](?<=(?={'|'.join(figures)}).)"
    return re.compile(rf"[^a-z0-9_](?:{'|'.join([*lettered, *(form for form in spelt if form[0].isalpha()), ahead])})")


def _enough(words: set[str]) -> list[str]:
    """Return the words, sorted, without those of several words of which one is among them; behind a figure it may have no space."""
    return sorted(each for each in words if " " not in each or each[0].isdigit() or words.isdisjoint(each.split()))


def token_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of tokens: forms of numbers, words (*words* that end with a full stop keep it), clitics, marks."""
    dotted = sorted({part for word in words for part in word.split() if part.endswith(".") and len(part) > 1})
    first = "".join(sorted({re.escape(word[0]) for word in dotted}))
    kept = rf"(?=[{first}]){_factored(dotted)}|" if dotted else ""
    return re.compile(
        rf"(?=\S)(?:{_PLAIN}|(?=[\d'’])(?<![\w.])(?:{'|'.join(FORMS)})|{kept}"
        r"(?:[^\W\d_]\.){2,}|[^\W\d_]+|['’][^\W\d_]{1,2}(?!\w)|(?<!\w)-+|-+(?!\w)|\d+|[^\w\s])"
    )


def _factored(words: Iterable[str]) -> str:
    """Factor words into nested alternatives: ["may", "march"] becomes ``ma(?:rch|y)``; a space may be any, or none.

    >>> _factored(["may", "march"])
    'ma(?:rch|y)'
    """
    trie: dict[str, Any] = {}
    for word in words:
        node = trie
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = _END
    return _spelt(trie)


def _spelt(trie: dict[str, Any]) -> str:
    branches = [(r"\s*" if letter == " " else re.escape(letter)) + _spelt(node) for letter, node in sorted(trie.items()) if letter]
    if not branches:
        return ""
    if "" in trie:
        return f"(?:{'|'.join(branches)})?"
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
