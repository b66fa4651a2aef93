"""A table → a noun, by what the noun's fields declare (``model/form.py``): each value of its kind, what is wrong told where it stands.

cattrs does the structuring (``read/structuring.py``) and gathers all that is wrong; the places and the words are ours.

In: a dataclass, the values of a table and where they stand. Out: the noun, and BAD_SETTING, UNKNOWN_SETTING and BAD_EDIT for the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any, TypeVar

from cattrs import AttributeValidationNote, BaseValidationError, IterableValidationNote

from generator.model import codes
from generator.model.diagnostic import Checked, Diagnostic, tell
from generator.model.span import Source
from generator.read import toml
from generator.read.structuring import Whole, WrongError, converter

T = TypeVar("T")
_Fault = tuple[toml.Path, Exception]


def filled(table: toml.Table, form: type[T], **given: object) -> Checked[T | None]:
    """Fill a form.

    Args:
        table: the values, and where they stand.
        form: the dataclass; every field that is not OUTSIDE may be a key.
        given: the values of fields that are not in the form.

    Returns:
        The noun without what is wrong; None where it cannot be without that. Who takes nothing by halves looks at the diagnostics.
    """
    made, faults = _tried(form, table.values, given)
    if not faults:
        return Checked(made)
    rest = deepcopy(table.values)
    for where, error in sorted(faults, key=lambda fault: [f"{step:9}" for step in fault[0]], reverse=True):
        _take_away(rest, (*where, *_unknown(error)))
    return Checked(_tried(form, rest, given)[0], tuple(_told(table, where, error) for where, error in faults))


def filled_from(values: Mapping[str, object], form: type[T]) -> Checked[T | None]:
    """Fill a form from values that stand in no file, as a page sends them; what is wrong with them is told without a place."""
    return filled(toml.Table(Source("", ""), dict(values)), form)


def _tried(form: type[T], values: object, given: Mapping[str, object]) -> tuple[T | None, list[_Fault]]:
    try:
        return converter().structure(Whole(values, given), form), []
    except (BaseValidationError, ValueError) as error:
        return None, list(_faults(error, ()))


def _faults(error: Exception, path: toml.Path) -> Iterator[_Fault]:
    """Yield what is wrong, each with the keys that lead to it: cattrs notes them on each error."""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote | IterableValidationNote):
            path = (*path, note.name if isinstance(note, AttributeValidationNote) else note.index)
    if isinstance(error, BaseValidationError):
        for each in error.exceptions:
            yield from _faults(each, path)
    else:
        yield path, error


def _unknown(error: Exception) -> toml.Path:
    return error.path if isinstance(error, WrongError) and error.code is codes.UNKNOWN_SETTING else ()


def _take_away(values: Any, path: toml.Path) -> None:
    """Take away the value at a path; of a list that is left shorter the later ones move up, so the last goes first."""
    *outer, last = path or ("",)
    try:
        for step in outer:
            values = values[step]
        del values[last]
    except (KeyError, IndexError, TypeError):  # it has gone with what is round it
        return


def _told(table: toml.Table, path: toml.Path, error: Exception) -> Diagnostic:
    wrong = error if isinstance(error, WrongError) else WrongError(codes.BAD_EDIT, reason=str(error))
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    return tell(wrong.code, table.where(*path, *wrong.path), wrong.hint, **{"name": name, **wrong.parts})
