"""A word → the key under which its spellings are one: British and American, with and without accents, short and written out.

In: a word or figure of a folded text. Out: one key or several ("didn't" is "did", "not"). English rules; other languages keep their words.
The rules only need to be one-to-one among words that could stand for each other in a sentence.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from generator.edits.anchor.vocabulary import pairs_of

_CONTRACTED = {short: tuple(words.split("+")) for short, words in pairs_of("contracted").items()}
_FIGURES, _SHORT, _PAIRS = pairs_of("numbers"), pairs_of("short"), pairs_of("spellings")
_RULES = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (
            r"^(|dis|un|mis|re)(arm|behavi|cand|clam|col|demean|endeav|fav|ferv|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|sav|savi|splend|tum|val|vap|vig)our",
            r"\1\2or",
        ),
        (r"^(\w{3,})is(e|es|ed|ing|er|ers|ation|ations|ational)$", r"\1iz\2"),
        (r"^(\w{3,})ys(e|es|ed|ing|er|ers)$", r"\1yz\2"),
        (
            r"^(\w*)(cent|theat|met|lit|fib|spect|calib|meag|somb|lust)re(s|d)?$",
            lambda match: f"{match[1]}{match[2]}er{(match[3] or '').replace('d', 'ed')}",
        ),
        (r"^(catal|dial|anal|mon|pr?ol)ogue(s?)$", r"\1og\2"),
        (r"^(def|off|lic|pret)ence(s?)$", r"\1ense\2"),
        (
            r"^(travel|cancel|label|model|fuel|level|counsel|signal|total|marvel|quarrel|rival|tunnel|dial|equal|channel|panel|duel|shovel)l(ed|ing|er|ers|ors?|ation|ations)$",
            r"\1\2",
        ),
        (r"(?:(?<=^p)|(?<=^encyclop)|(?<=^an)|(?<=^orthop)|(?<=^h)|(?<=^arch)|(?<=^medi))ae(?=di|sth|m|ol|v)", "e"),
        (r"(?<=^f)oe(?=t)|(?<=^diarrh)oe(?=a)|^oe(?=s)", "e"),
    )
)


@lru_cache(maxsize=50_000)
def keys(word: str) -> tuple[str, ...]:
    """Return the keys of a word.

    >>> keys("organised"), keys("Sept"), keys("didn't"), keys("5,400")
    (('organized',), ('september',), ('did', 'not'), ('5400',))
    """
    low = _without_accents(word.lower())
    if low[:1].isdigit() or low[:1] in "+-":
        return (_figure(low),)
    if low in _CONTRACTED:
        return _CONTRACTED[low]
    if low.endswith("n't"):
        return (low[:-3], "not")
    low = low.replace(".", "")
    for table in (_FIGURES, _PAIRS):
        low = table.get(low, low)
    if word[:1].isupper():
        low = _SHORT.get(low, low)
    for pattern, instead in _RULES:
        low = pattern.sub(instead, low)
    return (low,)


def _without_accents(word: str) -> str:
    if word.isascii():
        return word
    return "".join(
        sign for sign in unicodedata.normalize("NFD", word.replace("ß", "ss").replace("ı", "i")) if not unicodedata.combining(sign)
    )


_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?!\d)")


def _figure(word: str) -> str:
    """Return a figure without the commas of its thousands."""
    match = _THOUSANDS.match(word)
    return match[0].replace(",", "") + word[match.end() :] if match else word
