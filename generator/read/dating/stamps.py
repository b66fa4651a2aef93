"""A line that is set as a stamp ("Updated 3 May 2021, first published 2 May") → its dates, each with what the words before call it.

In: a line. Out: "published", "changed" or nothing, the words of the date, and the date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.read.dating import stated

_CHANGES = {
    "en": r"updat|modif|edited|revised|changed|corrected",
    "de": r"aktualisiert|geändert|update\b",
    "es pt": r"actualizad|atualizad|modificad|editad",
    "fr": r"mis(?:e)? à jour|modifié|actualisé",
    "it": r"aggiornat|modificat",
    "nl": r"bijgewerkt|gewijzigd|laatste update",
    "sv da nb": r"uppdaterad|oppdatert|opdateret|ändrad|endret",
    "pl cs sk": r"aktualiz|zaktualiz|upraven|zmieni",
    "ru uk": r"обновл|оновлен|изменен",
    "tr fi": r"güncel|päivitetty",
}
_SAYINGS = {
    "en": r"publish|publication|post(?:ed|é)|issued|filed|created|releas|added|(?:sent|date[sd]?|online(?: since)?)(?: on)?\s*:?\s*$",
    "de": r"veröffentlicht|erschienen|publiziert|erstellt|stand:|datum\s*:",
    "es pt": r"publicad|publicação|fecha\s*:|data\s*:",
    "fr": r"publié|paru|mis en ligne|posté|date de publication",
    "it": r"pubblicat|inserit",
    "nl": r"geplaatst|gepubliceerd",
    "sv da nb": r"publicerad|publisert|publiceret|offentliggjort",
    "pl cs sk": r"opublikowan|publikován|publikované|zveřejněn|dodano|data publikacji",
    "ru uk": r"опубликован|опубліковано|дата публикации",
    "tr fi": r"yayın|julkaistu",
}
"""By language: what a stamp calls a change, and what it calls the publication."""
_CHANGED, _SAID = (re.compile(r"\b(?:" + "|".join(table.values()) + ")", re.IGNORECASE) for table in (_CHANGES, _SAYINGS))


_SEAM = re.compile(
    r"(?<=(?:19|20)\d\d)(?=\d{1,2}(?::\d\d|\s[A-ZÀ-Þ][a-zà-ÿ])|[A-ZÀ-Þ][a-zà-ÿ])|(?<=\d[ap]m)(?=[A-ZÀ-Þ])|(?<=[A-Z]{3})(?=[A-Z][a-z])|(?<=[+-]\d)(?=[A-Z])|(?<=[+-]\d\d)(?=[A-Z])"
)
"""Where two stamps were run together, as copying from a page does ("March 14, 2019Updated March 15")."""


def parted(line: str) -> str:
    """Put spaces between stamps that were run together.

    >>> parted("Published On 14 Mar 201915 Mar 2019")
    'Published On 14 Mar 2019 15 Mar 2019'
    """
    return _SEAM.sub(" ", line)


def stamps(line: str) -> Iterator[tuple[str, str, stated.StatedDate]]:
    """Yield the full dates of a line, in order."""
    at = 0
    while (found := stated.find(line[at:], figures=True)) is not None:
        yield label_of(line[at : at + found.span.start]), line[at + found.span.start : at + found.span.end], found
        at += found.span.end


def label_of(words: str) -> str:
    """Return what words call the date that they stand before.

    >>> [label_of(each) for each in ("Last updated on", "First published", "By Ada Quill,")]
    ['changed', 'published', '']
    """
    changed, said = (max((match.end() for match in form.finditer(words)), default=-1) for form in (_CHANGED, _SAID))
    return "" if max(changed, said) < 0 else "changed" if changed > said else "published"
