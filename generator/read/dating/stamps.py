"""A line that is set as a stamp ("Updated 3 May 2021, first published 2 May") → its dates, each with what the words before call it.

In: a line. Out: "published", "changed" or nothing, the words of the date, and the date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.read.dating import moment

_CHANGED = re.compile(
    r"\b(?:updat|modif|edited|revised|changed|aktualisiert|geändert|actualizad|mis à jour|modifié|aggiornat|atualizad)", re.IGNORECASE
)
_SAID = re.compile(
    r"\b(?:publish|post(?:ed|é)|issued|filed|created|released|veröffentlicht|erschienen|publicad|publié|pubblicat|geplaatst|gepubliceerd|stand:)",
    re.IGNORECASE,
)


def stamps(line: str) -> Iterator[tuple[str, str, moment.Moment]]:
    """Yield the full dates of a line, in order."""
    at = 0
    while (found := moment.find(line[at:], figures=True)) is not None:
        yield label_of(line[at : at + found.span.start]), line[at + found.span.start : at + found.span.end], found
        at += found.span.end


def label_of(words: str) -> str:
    """Return what words call the date that they stand before.

    >>> [label_of(each) for each in ("Last updated on", "First published", "By Ada Quill,")]
    ['changed', 'published', '']
    """
    changed, said = (max((match.end() for match in form.finditer(words)), default=-1) for form in (_CHANGED, _SAID))
    return "" if max(changed, said) < 0 else "changed" if changed > said else "published"
