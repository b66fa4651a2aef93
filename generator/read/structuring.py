"""What fields declare → a cattrs converter that fills them: the types that TOML and JSON have, and those that only their texts are.

In: nothing. Out: the converter, whose errors carry what was wanted.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from cattrs import (
    AttributeValidationNote,
    BaseValidationError,
    ClassValidationError,
    Converter,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn, override

from generator.model import codes, edtf
from generator.model.article import Published
from generator.model.calendar import missing_days
from generator.model.diagnostic import Code
from generator.model.form import Amiss, ValueKind
from generator.read import toml
from generator.read.dating.stated import day_of, published_of

_FIRST_YEAR, _LAST_YEAR = 1, 9999
"""Years in which no act was done: a moment in them may have no place in another zone."""
_UNIONS = (Union, types.UnionType)
Hook = Callable[[Any, Any], Any]


class WrongError(ValueError):
    """What is wrong with a value or a table: a message but for its place, and the keys that lead on from there to what it is about."""

    def __init__(self, code: Code, hint: str | None = None, path: toml.Path = (), **parts: str) -> None:
        super().__init__(code.name)
        self.code, self.hint, self.path, self.parts = code, hint, path, parts


@dataclass(frozen=True, slots=True)
class Whole:
    """A table, and the values of fields that do not stand in it."""

    values: Any
    given: Mapping[str, object]


@cache
def converter() -> Converter:
    """Return what fills every form."""
    made = Converter(detailed_validation=True)
    for kind, (wanted, read) in _READ.items():
        made.register_structure_hook(kind, _read(wanted, read))
    made.register_structure_hook(StrEnum, _choice)
    made.register_structure_hook_factory(_may_be_none, lambda each: lambda value, _: made.structure(value, get_args(each)[0]))
    made.register_structure_hook_func(_is_edtf, _read(_EDTF, _days))
    made.register_structure_hook_factory(is_dataclass, lambda form: _form(made, form))
    made.register_structure_hook_factory(_is_many, lambda each: _many(made, each))
    made.register_structure_hook_factory(_has_kind, lambda each: _judged(made, each))
    return made


def _read(wanted: str, read: Callable[[Any], object]) -> Hook:
    """Return what reads a value of which None comes where it is none such."""

    def structured(value: Any, _type: Any) -> Any:
        found = read(value)
        if found is None:
            raise _unlike(wanted, value, missing_days(value) if isinstance(value, str) else "")
        return found

    return structured


def _unlike(wanted: str, found: object, hint: str = "") -> WrongError:
    return WrongError(codes.BAD_SETTING, hint or None, wanted=wanted, found=toml.described(found))


def _amiss(said: Amiss) -> WrongError:
    return WrongError(codes.BAD_EDIT, said.hint, said.path, reason=said.reason)


def _just(kind: type) -> Callable[[Any], object]:
    return lambda value: value if type(value) is kind else None


def _moment(value: object) -> datetime | None:
    """Return the moment of an act; without a zone it counts as UTC, so that acts can always be ordered."""
    if not isinstance(value, date) or not _FIRST_YEAR < value.year < _LAST_YEAR:
        return None
    if not isinstance(value, datetime):
        return datetime.combine(value, time(), UTC)
    return value if value.tzinfo else value.replace(tzinfo=UTC)


def _day(value: object) -> date | None:
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    return day_of(value) if isinstance(value, str) else None


def _days(value: object) -> edtf.Edtf | None:
    words = (_day(value) or value).isoformat() if isinstance(value, date) else value
    return edtf.parse(words) if isinstance(words, str) else None


_READ: dict[type, tuple[str, Callable[[Any], object]]] = {
    str: ("text between quotes", _just(str)),
    bool: ("true or false", _just(bool)),
    int: ("a whole number", _just(int)),
    float: ("a number", lambda value: float(value) if type(value) in {int, float} else None),
    date: ("a date such as 2021-12-08", _day),
    Published: ("a date such as 2021-12-08 (or 2021-12-08T14:30:00)", published_of),
    datetime: ("a date and time without quotes, such as 2021-12-08T18:40:00Z", _moment),
}
_EDTF = (
    "an EDTF date such as “2021-12-08”, “2021-22” (summer), “2021-12-08/2021-12-10” or “[2021-12-08..2021-12-10]”, "
    "if need be after “early”, “late” or “by”"
)


def _is_edtf(kind: Any) -> bool:
    return get_origin(kind) in _UNIONS and edtf.Date in get_args(kind)


def _choice(value: Any, kind: type[StrEnum]) -> StrEnum:
    *others, last = [f"“{each.value}”" for each in kind]
    if not isinstance(value, str) or value not in list(kind):
        raise _unlike(f"{', '.join(others)} or {last}", value)
    return kind(value)


def _may_be_none(kind: Any) -> bool:
    """Tell of what may be left out: None itself is never given."""
    return get_origin(kind) in _UNIONS and len(get_args(kind)) == 2 and get_args(kind)[1] is types.NoneType


def _is_many(kind: Any) -> bool:
    return get_origin(kind) is tuple and get_args(kind)[1:] == (...,)


def _has_kind(each: Any) -> bool:
    return get_origin(each) is Annotated and isinstance(each.__metadata__[0], ValueKind)


def _judged(made: Converter, annotated: Any) -> Hook:
    """Return what fills a value of a kind."""
    of, kind = get_args(annotated)[:2]
    is_simple = not any(map(is_dataclass, get_args(of)))

    def structured(value: Any, _type: Any) -> Any:
        try:
            found = kind.kept(made.structure(kind.taken(value), of))
        except WrongError as error:
            raise _unlike(kind.wants(value), value) from error
        except IterableValidationError as error:
            if not is_simple:  # what is wrong within a list of tables is told where it stands
                raise
            raise _unlike(kind.wants(value), value) from error
        if not kind.fits(found):
            raise _unlike(kind.wants(value), value)
        return found

    return structured


def _many(made: Converter, kind: Any) -> Hook:
    """Return what fills a list; also from a table, where each item has its name from its key."""
    item = get_args(kind)[0]
    keyed = getattr(item, "KEYED", "")
    is_pair = get_origin(item) is tuple

    def one(key: Any, value: Any, *, named: bool) -> Any:
        if is_pair:
            return key, made.structure(value, get_args(item)[1])
        return made.structure(Whole(value, {keyed: key}) if named else value, item)

    def structured(value: Any, _type: Any) -> Any:
        named = isinstance(value, Mapping) and bool(keyed or is_pair)
        if not named and (not isinstance(value, list) or is_pair):
            raise _unlike("a list of texts" if item is str else "a list", value)
        found, faults = [], []
        for key, each in value.items() if named else enumerate(value):
            try:
                found.append(one(key, each, named=named))
            except (BaseValidationError, ValueError) as error:
                error.add_note(IterableValidationNote("", key, item))
                faults.append(error)
        if faults:
            raise IterableValidationError("", faults, kind)
        return tuple(found)

    return structured


def _form(made: Converter, form: Any) -> Hook:
    """Return what fills a dataclass."""
    bare, keyed = getattr(form, "BARE", ""), getattr(form, "KEYED", "")
    outside = {each.name for each in fields(form) if "outside" in each.metadata}
    keys = {each.name: each.metadata.get("key", each.name) for each in fields(form)}
    hints = {keys[each.name]: each.metadata.get("hint") for each in fields(form)}
    inside = [key for name, key in keys.items() if name not in outside]
    kinds = get_type_hints(form, include_extras=True)  # which cattrs itself reads without what is annotated
    how: dict[str, Any] = {
        name: override(rename=key, struct_hook=(lambda value, _: value) if name in outside else made.get_structure_hook(kinds[name]))
        for name, key in keys.items()
    }
    fill = make_dict_structure_fn(form, made, _cattrs_detailed_validation=True, **how)
    amiss = getattr(form, "amiss", lambda _noun: ())

    def structured(value: Any, _type: Any) -> Any:
        values, given = (value.values, value.given) if isinstance(value, Whole) else (value, {})
        is_bare, known = not isinstance(values, Mapping), [key for key in inside if key != keyed or key not in given]
        if is_bare and (not bare or bare in given):
            raise _unlike(getattr(form, "WANTED", "a table"), values)
        table = {bare: values} if is_bare else {key: each for key, each in values.items() if key in known and each is not None}
        strange = [key for key in ([] if is_bare else values) if key not in known]
        faults: list[Exception] = [WrongError(codes.UNKNOWN_SETTING, toml.did_you_mean(key, known), (key,), name=key) for key in strange]
        try:
            noun = fill({**table, **given}, form)
        except ClassValidationError as error:
            faults += [_placed(each, keys, hints, {keyed, bare if is_bare else ""}) for each in error.exceptions]
        else:
            faults += [_amiss(said) for said in amiss(noun)]
        if faults:
            raise ClassValidationError("", faults, form)
        return noun

    return structured


def _placed(error: Exception, keys: Mapping[str, str], hints: Mapping[str, str | None], without: set[str]) -> Exception:
    """Return an error of a field with the key under which it stands; what is bare, or a key itself, stands under none."""
    notes = getattr(error, "__notes__", [])
    names = [keys[note.name] for note in notes if isinstance(note, AttributeValidationNote)]
    told = _amiss(Amiss(f"no “{names[0]}”", hints[names[0]])) if isinstance(error, KeyError) else error
    told.__notes__ = [AttributeValidationNote("", name, None) for name in names if name not in without]
    return told
