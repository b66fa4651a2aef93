"""The dictionary form of a word.

In: a word and its Penn tag. Out: its lemma. The rules know the regular endings; ``models/english.lemmas`` lists the words they get wrong
(form, kind of word, lemma), gathered from the training trees.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources

_KINDS = {"VBD": "past", "VBN": "past", "VBG": "ing", "VBZ": "s", "NNS": "plural", "JJR": "er", "JJS": "est", "RBR": "er", "RBS": "est"}
_NAMES = frozenset({"NNP", "NNPS"})
_VOWELS = frozenset("aeiou")
_TAKES_E = re.compile(r"(?:[aou]s|[ain]s|at|iz|ys|u[ctr]|rs|rc|nc|[ei]c|[rdn]g|ag|[btpgdcfk]l|ir|or|in|[cvu])$")
_HISSING = ("ses", "xes", "zes", "ches", "shes", "oes")


def kind_of(xpos: str) -> str:
    """Return which rules a Penn tag asks for: 'past', 'ing', 's', 'plural', 'er', 'est', or the beginning of the tag itself."""
    return _KINDS.get(xpos, xpos[:2])


@lru_cache(maxsize=65536)
def lemma_of(form: str, upos: str, xpos: str) -> str:
    """Return the lemma of a word: names as they are written, all else in lower case."""
    if upos == "PROPN" or xpos in _NAMES:
        return form
    lower = form.lower().replace("’", "'")
    kind = kind_of(xpos)
    listed = _listed().get((lower, kind))
    if listed is not None:
        return listed
    head, hyphen, last = lower.rpartition("-")
    if hyphen and last:
        return head + hyphen + (_listed().get((last, kind)) or regular(last, kind))
    return regular(lower, kind)


def contracted(helper: str, verb: str) -> str | None:
    """Return the lemma of a contracted helper before a verb with the Penn tag *verb*: 's gone, 'd gone: have; None where it is none."""
    return "have" if verb == "VBN" and helper.lower().replace("’", "'") in {"'s", "'d"} else None


def regular(form: str, kind: str) -> str:
    """Return the lemma that the endings alone suggest."""
    if kind in {"s", "plural"}:
        return _without_s(form)
    ending = {"past": "ed", "ing": "ing", "er": "er", "est": "est"}.get(kind)
    if ending is None or not form.endswith(ending) or len(form) - len(ending) < 2:
        return form
    stem = form[: -len(ending)]
    if stem.endswith("i") and kind != "ing":
        return stem[:-1] + "y"
    return _completed(stem)


def _without_s(form: str) -> str:
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith(_HISSING):
        return form[:-2]
    return form[:-1] if form.endswith("s") and not form.endswith("ss") else form


def _completed(stem: str) -> str:
    """Give a stem back what its ending took: a single letter for a doubled one, a silent e."""
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "lsfz" and stem[-1] not in _VOWELS:
        return stem[:-1]
    if _TAKES_E.search(stem):
        return stem + "e"
    short = (
        sum(letter in _VOWELS for letter in stem) == 1
        and len(stem) >= 2
        and stem[-1] not in _VOWELS | {"w", "x", "y"}
        and stem[-2] in _VOWELS
    )
    return stem + "e" if short else stem


@cache
def _listed() -> dict[tuple[str, str], str]:
    """Read the words that the rules get wrong."""
    text = (resources.files("generator.extract.syntax") / "models" / "english.lemmas").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {(form, kind): lemma for form, kind, lemma in rows}
