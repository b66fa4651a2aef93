"""The cells of a row that say what it shows → its Exhibits: films, posts and pictures, each with what is said of it.

In: the values ``media``, ``caption``, ``credit``, ``alt`` and ``still`` (:func:`generator.model.additions.cells_of` writes them so). Out:
Exhibits; nothing is fetched here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest

from generator.model.additions import NO_CELL, Medium
from generator.read.sheets import cells
from generator.read.sheets.row import Exhibit

_SAID = ("caption", "credit", "alt", "still")
_FILE = re.compile(r"(?:\./)?((?:[^/\\:*?\"<>|.][^/\\:*?\"<>|]*/)*[^/\\:*?\"<>|.][^/\\:*?\"<>|]*\.(?:jpe?g|png|webp|gif))", re.IGNORECASE)


def exhibits(values: Mapping[str, str]) -> tuple[Exhibit, ...]:
    """Return what a row shows; a page that is no film, post or picture is none of it.

    >>> exhibits({"media": "https://velm.example/a.jpg", "credit": "A. N."})[0].picture
    'https://velm.example/a.jpg'
    """
    media = _lines(values.get("media", ""))
    said = [_as_many(values.get(name, ""), len(media)) for name in _SAID]
    found = (_exhibit(line, dict(zip(_SAID, each, strict=True))) for line, *each in zip_longest(media, *said, fillvalue="") if line)
    return tuple(each for each in found if each)


def unshown(values: Mapping[str, str]) -> Iterator[str]:
    """Yield a word about what is said of media and stands in no exhibit."""
    found = exhibits(values)
    for each in found:
        if each.medium.file and not (each.medium.alt and each.medium.credit):
            yield f"the picture “{each.medium.file}” is left away: it needs an alt text (or a caption), and a credit"
    if values.get("still") and not found:
        yield f"the still “{values['still'][:60]}” is left away: there is no film or picture that it stands for"


def fit(found: tuple[Exhibit, ...]) -> tuple[Exhibit, ...]:
    """Return those that an edit can hold: a picture without words for those who do not see it is none."""
    return tuple(each for each in found if not each.medium.file or (each.medium.alt and each.medium.credit))


def _exhibit(cell: str, said: Mapping[str, str]) -> Exhibit | None:
    caption, credit, alt = (cells.plain(said[name]) for name in ("caption", "credit", "alt"))
    still = next(iter(cells.links(said["still"])), "") or _file_name(said["still"])
    link = next(iter(cells.links(cell)), "")
    if link and (cells.is_film(link) or cells.is_picture(link) or still):
        return Exhibit(Medium(alt=alt, credit=credit, caption=caption, link=link), still or (link if cells.is_picture(link) else ""))
    if not link and (file := _file_name(cell)):
        return Exhibit(Medium(file=file, alt=alt or caption, credit=credit, caption=caption), file)
    return None


def _lines(cell: str) -> list[str]:
    """Return the media of a cell: one on each line, if every line is one; else the cell, which may be a film's HTML."""
    lines = [line.strip() for line in cell.splitlines() if line.strip()]
    return lines if all(cells.links(line)[:1] == [line] or _file_name(line) for line in lines) else [cell]


def _as_many(cell: str, count: int) -> list[str]:
    """Return what a cell says of each of several media, line by line; of a single one the whole cell speaks."""
    if count < 2:
        return [cell]
    return ["" if line.strip() == NO_CELL else line.strip() for line in cell.splitlines()][:count]


def _file_name(cell: str) -> str:
    """Return the name of a picture's file that a cell is; empty where it is none, or leads elsewhere."""
    found = _FILE.fullmatch(cell.strip())
    return found[1] if found else ""
