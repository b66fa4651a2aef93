"""A type in, a codec out: frozen dataclasses, unions, enums, dates and collections of them to and from plain JSON values.

The type's own annotations say everything; nothing is executed while reading, so a foreign file can do no harm.
Dataclasses become lists of their fields; a union of several is marked by the number of the member.

cattrs was tried in its place, by its JSON converter: the drafts of twelve long articles, JSON's own work counted, took it 24 ms to write
and 35 ms to read, and this 27 and 36; its text had 1.03 MB, this one's 0.64, for it has generated code for mappings alone, which name the
fields at every object. Nor does it share strings. What people fill in is structured by it (``read/structuring.py``).
"""

from __future__ import annotations

import base64
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from sys import intern
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

Turn = Callable[[Any], Any]
FOREIGN = (ValueError, TypeError, LookupError, AttributeError, RecursionError)
"""What ``decode`` raises on words that no ``encode`` wrote."""
_SHORT = 40
"""Code points of a string that is worth sharing."""


@dataclass(frozen=True, slots=True)
class Codec:
    """``encode`` turns a value into lists, dicts, strings, numbers, booleans and None; ``decode`` is its inverse.

    ``decode`` raises ValueError, TypeError, LookupError or AttributeError for what no ``encode`` returned.
    """

    encode: Turn
    decode: Turn


@cache
def codec_of(kind: Any) -> Codec:
    """Return the codec of a type.

    Raises:
        TypeError: the type holds something that cannot be written down (a function, ``Any``).

    >>> two = codec_of(tuple[date, int | None])
    >>> two.encode((date(2021, 12, 8), None))
    ['2021-12-08', None]
    >>> two.decode(['2021-12-08', None])
    (datetime.date(2021, 12, 8), None)
    """
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Union or isinstance(kind, types.UnionType):
        return _union(parts)
    if kind is str:
        return Codec(_as_it_is, _shared)
    if origin is Literal or kind in {int, bool, float, type(None)}:
        return Codec(_as_it_is, _as_it_is)
    if origin in {tuple, frozenset} or (isinstance(origin, type) and issubclass(origin, Mapping)):
        return _collection(origin, parts)
    if is_dataclass(origin or kind):
        return _record(origin or kind, parts)
    if isinstance(kind, type):
        return _scalar(kind)
    raise TypeError(f"no codec for {kind!r}")


def _as_it_is(value: Any) -> Any:
    return value


def _shared(text: Any) -> Any:
    """Return a string, a short one as the same object wherever it is read: ids and names of rules stand in thousands of drafts."""
    return intern(text) if type(text) is str and len(text) <= _SHORT else text


def _scalar(kind: type) -> Codec:
    if issubclass(kind, Enum):
        members = {member.value: member for member in kind}
        return Codec(lambda value: value.value, members.__getitem__)
    if issubclass(kind, date | time):  # datetime is a date
        reader = kind if issubclass(kind, datetime | time) else date
        return Codec(lambda value: value.isoformat(), reader.fromisoformat)
    if kind is bytes:
        return Codec(lambda value: base64.b64encode(value).decode(), lambda text: base64.b64decode(text, validate=True))
    raise TypeError(f"no codec for {kind!r}")


def _collection(origin: Any, parts: tuple[Any, ...]) -> Codec:
    if origin is tuple and (len(parts) != 2 or parts[1] is not Ellipsis):
        each = [codec_of(part) for part in parts]
        return Codec(
            lambda value: [codec.encode(one) for codec, one in zip(each, value, strict=True)],
            lambda value: tuple(codec.decode(one) for codec, one in zip(each, value, strict=True)),
        )
    if origin in {tuple, frozenset}:
        item = codec_of(parts[0])
        encode, decode = item.encode, item.decode
        if origin is frozenset:
            return Codec(lambda value: sorted(map(encode, value)), lambda value: frozenset(map(decode, value)))
        if decode is _as_it_is:
            return Codec(list, tuple)
        return Codec(lambda value: [encode(one) for one in value], lambda value: tuple([decode(one) for one in value]))
    if parts[0] is not str:
        raise TypeError("the keys of a mapping must be strings")
    item = codec_of(parts[1])
    return Codec(
        lambda value: {key: item.encode(one) for key, one in value.items()},
        lambda value: {key: item.decode(one) for key, one in value.items()},
    )


def _union(parts: tuple[Any, ...]) -> Codec:
    members = [part for part in parts if part is not type(None)]
    if len(members) == 1:
        inner = codec_of(members[0])
        encode, decode = inner.encode, inner.decode
        return Codec(
            lambda value: None if value is None else encode(value),
            lambda value: None if value is None else decode(value),
        )
    codecs = [codec_of(member) for member in members]
    numbers = {get_origin(member) or member: number for number, member in enumerate(members)}

    def encode_member(value: Any) -> Any:
        if value is None:
            return None
        number = numbers[type(value)]
        return [number, codecs[number].encode(value)]

    return Codec(encode_member, lambda value: None if value is None else codecs[value[0]].decode(value[1]))


def _record(kind: Any, parts: tuple[Any, ...]) -> Codec:
    """The codec of a dataclass; the codecs of its fields are made when first used, so that types may name themselves."""
    hints = get_type_hints(kind)
    given = dict(zip(getattr(kind, "__parameters__", ()), parts, strict=False))
    names = tuple(field.name for field in fields(kind) if field.init)
    written: list[Turn | None] = []  # how each field is encoded, and below decoded; None where it is as it is
    turns: list[Turn | None] = []

    def prepare() -> None:
        codecs = [codec_of(_bound(hints[name], given)) for name in names]
        written.extend(None if codec.encode is _as_it_is else codec.encode for codec in codecs)
        turns.extend(None if codec.decode is _as_it_is else codec.decode for codec in codecs)

    def encode(value: Any) -> list[Any]:
        if not written:
            prepare()
        return [getattr(value, name) if turn is None else turn(getattr(value, name)) for name, turn in zip(names, written, strict=True)]

    def decode(values: Any) -> Any:
        if type(values) is not list:
            raise TypeError("a list of fields was wanted")
        if not turns:
            prepare()
        return kind(*[value if turn is None else turn(value) for turn, value in zip(turns, values, strict=True)])

    return Codec(encode, decode)


def _bound(hint: Any, given: Mapping[Any, Any]) -> Any:
    """Put the arguments of a generic type in the place of its type variables."""
    if isinstance(hint, TypeVar):
        return given[hint]
    parts = getattr(hint, "__parameters__", ())
    return hint[tuple(given[part] for part in parts)] if parts and given else hint
