"""``editors`` of ``timeline.toml`` → Editors: a list of names, or a table of each one's initials and colour.

Where initials or a colour are not given they follow from the name and from its place in the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import cycle

from generator.model.diagnostic import Checked, Diagnostic
from generator.model.editor import Editor
from generator.read import toml

_KEY = "editors"
_COLOURS = ("#0b4f6c", "#8a3b12", "#2e6b34", "#7a2e7a", "#8a6d00", "#1f5fa8", "#a12b3a", "#4d4d4d")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_LONGEST_NAME, _MOST_INITIALS = 200, 4


def editors(table: toml.Table) -> Checked[tuple[Editor, ...]]:
    """Return the editors that the settings name, in their order; BAD_SETTING and UNKNOWN_SETTING where a line is no editor."""
    given = table.values.get(_KEY, [])
    if isinstance(given, list) and all(isinstance(each, str) for each in given):
        given = {name: {} for name in given}
    if not isinstance(given, dict):
        return Checked((), (table.wrong((_KEY,), "a list of names, or a table of names", given),))
    said = {name: _wrong(table, name, details) for name, details in given.items()}
    fit = {name: details for name, details in given.items() if not said[name]}
    taken = {details.get("colour") for details in fit.values()}
    colours = cycle([each for each in _COLOURS if each not in taken] or _COLOURS)
    made = tuple(_editor(name, details, colours) for name, details in fit.items())
    return Checked(made, tuple(each for wrong in said.values() for each in wrong))


def _editor(name: str, details: Mapping[str, object], colours: Iterator[str]) -> Editor:
    initials = "".join(word[0] for word in re.findall(r"\w+", name))[:3].upper() or name[:1]
    return Editor(" ".join(name.split()), str(details.get("initials", initials)), str(details.get("colour") or next(colours)))


def _wrong(table: toml.Table, name: str, details: object) -> list[Diagnostic]:
    if not name.strip() or len(name) > _LONGEST_NAME or not name.isprintable():
        return [table.wrong((_KEY, name), f"a name of at most {_LONGEST_NAME} characters", name)]
    if not isinstance(details, dict):
        return [table.wrong((_KEY, name), '{ initials = "RK", colour = "#0b4f6c" }', details)]
    said = list(table.unknown((_KEY, name), ("initials", "colour"), details))
    initials, colour = details.get("initials", "x"), details.get("colour", "#000000")
    if not isinstance(initials, str) or not (0 < len(initials) <= _MOST_INITIALS and initials.isprintable()):
        said.append(table.wrong((_KEY, name, "initials"), f"one to {_MOST_INITIALS} characters", initials))
    if not isinstance(colour, str) or not _COLOUR.fullmatch(colour):
        said.append(table.wrong((_KEY, name, "colour"), "a colour such as #0b4f6c", colour))
    return said
