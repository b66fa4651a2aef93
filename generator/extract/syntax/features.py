"""What the trained networks see of a word: a few short strings.

In: a word as it is written. Out: the columns that are handed to the tagger and to the parser. Training uses the same function, so that a
change here wants a new training.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

_PLAIN = {"``": '"', "''": '"', "…": "...", "--": "--", "—": "--", "–": "-", "―": "--", "‐": "-", "‑": "-"}
_QUOTES = str.maketrans("“”„«»‘’ʼ‑‐", '"""""\'\'\'--')
_LONGEST = 32
"""Letters of a word that are looked at."""
NOTHING = "="


class Features(NamedTuple):
    """The columns of one word: its key (lower case, digits as 0), its last three and last two letters, its beginning, its shape."""

    key: str
    last3: str
    last2: str
    first: str
    shape: str


@lru_cache(maxsize=65536)
def features(form: str, opens: bool) -> Features:
    """Return the columns of a word; *opens* says that no word stands before it in its sentence."""
    plain = (_PLAIN.get(form) or form.translate(_QUOTES))[:_LONGEST]
    key = (
        "".join(
            "0" if each.isdigit() else "-" if each == "_" else each for each in plain.lower() if each.isprintable() and not each.isspace()
        )
        or NOTHING
    )
    return Features(key, key[-3:], key[-2:], key[:2] if len(key) > 4 else NOTHING, ("^" if opens else "") + _shape(plain))


def _shape(form: str) -> str:
    """Tell the kinds of letters of a word: 'a' lower, 'A' a capital first, 'AA' capitals, 'aA' mixed, '0' digits; and marks inside it."""
    if form.isalpha():
        return (
            "a"
            if form.islower()
            else "AA"
            if form.isupper() and len(form) > 1
            else "A"
            if form[0].isupper() and form[1:].islower()
            else "A"
            if len(form) == 1
            else "aA"
        )
    if not any(each.isalnum() for each in form):
        return form if len(form) == 1 and form.isascii() and form.isprintable() and not form.isspace() else "."
    digits = any(each.isdigit() for each in form)
    letters = any(each.isalpha() for each in form)
    mark = "-" if "-" in form else "." if "." in form else "'" if "'" in form else ""
    case = "A" if form[0].isupper() else "a"
    return ("0" if digits else "") + (case if letters else "") + mark
