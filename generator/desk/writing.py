"""An Edit in, the text of its file out: TOML between ``+++``, then the note. The inverse of reading one.

Libraries that write TOML have another taste than people who read it (tomli-w was tried: tables within a table become sections of their
own, moments lose their T); here each ``[[target]]`` stands by itself, and what is short stays on one line.

Only what is said is written, in a fixed order, so that the file reads as its manual does (``docs/editing.md``).
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime

from generator.model.additions import Medium, Place
from generator.model.edit import Edit, Fields, Selector
from generator.model.edtf import Date, Interval, OneOf, written

_WORDS_OF_A_NAME, _LONGEST_WORD, _MARK = 5, 16, 6
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_CONTROL = re.compile(r'[\x00-\x1f\x7f-\x9f\\"\u2028\u2029]')


def text_of(edit: Edit) -> str:
    """Return the text of the file that says what an edit says (its ``name``, ``source`` and ``places`` apart)."""
    head = "\n".join(_head(edit))
    note = edit.note.strip()
    return f"+++\n{head}\n+++\n{note}\n" if note else f"+++\n{head}\n+++\n"


def name_of(edit: Edit, about: str) -> str:
    """Return a name for the file: when it was done, what was done, and to what, in lower-case ASCII; then a mark of all that it says.

    By the mark two acts of one second, in two branches, are two files, so that git merges both.

    >>> from generator.model.edit import Action
    >>> from generator.model.span import Source
    >>> name_of(Edit("", Source("", ""), Action.HIDE, datetime(2022, 11, 9, 9, 30, 5, tzinfo=UTC)), "Émile votes: “no”!")
    '2022-11-09-093005-hide-emile-votes-no-6a07d1'
    """
    mark = hashlib.sha256(text_of(edit).encode()).hexdigest()[:_MARK]
    return "-".join([f"{edit.at.astimezone(UTC):%Y-%m-%d-%H%M%S}", *words_of(edit, about), mark])


def words_of(edit: Edit, about: str) -> list[str]:
    """Return what was done, and to what, in a few words of lower-case ASCII."""
    plain = unicodedata.normalize("NFKD", about).encode("ascii", "ignore").decode().lower()
    words = [word for word in re.findall(r"[a-z0-9]+", plain) if len(word) <= _LONGEST_WORD][:_WORDS_OF_A_NAME]
    verb = "check" if set(edit.set.named()) == {"checked"} and edit.set.checked else edit.action.value
    return [verb, *words]


def quoted(text: str) -> str:
    r"""Return a TOML basic string.

    >>> quoted('say "no"\n')
    '"say \\"no\\"\\n"'
    """
    return '"' + _CONTROL.sub(lambda found: _ESCAPES.get(found[0], f"\\u{ord(found[0]):04x}"), text) + '"'


def _head(edit: Edit) -> Iterator[str]:
    yield f"action = {quoted(edit.action.value)}"
    if edit.by is not None:
        yield f"by = {quoted(edit.by)}"
    yield f"at = {moment(edit.at)}"
    if edit.reason is not None:
        yield f"reason = {quoted(edit.reason)}"
    if edit.own_reporting:
        yield "own_reporting = true"
    for target in edit.targets:
        yield from ("", "[[target]]", *_target(target))
    for name, fields in (("was", edit.was), ("set", edit.set)):
        if fields.named():
            yield from ("", f"[{name}]", *_fields(fields))
    if edit.correction is not None:
        yield from ("", "[correction]", f"text = {quoted(edit.correction)}")


def moment(at: datetime) -> str:
    """Return a TOML date and time in UTC, to the millisecond where there is more than a second.

    >>> moment(datetime(2022, 11, 9, 9, 30, 5, tzinfo=UTC))
    '2022-11-09T09:30:05Z'
    """
    return at.astimezone(UTC).isoformat(timespec="milliseconds" if at.microsecond else "seconds").replace("+00:00", "Z")


def _target(target: Selector) -> Iterator[str]:
    for name in ("source", "exact", "said", "prefix", "suffix"):
        if value := getattr(target, name):
            yield f"{name} = {quoted(value)}"
    if target.start is not None:
        yield f"start = {target.start}"
    if target.url is not None:
        yield f"url = {quoted(target.url)}"


def _fields(fields: Fields) -> Iterator[str]:
    for name, value in fields.named().items():
        if name == "details" and isinstance(value, tuple):
            inside = ", ".join(f"{quoted(each.name)} = {quoted(each.value)}" for each in value)
            yield f"fields = {{ {inside} }}" if inside else "fields = {}"
        else:
            yield f"{name} = {_value(value)}"


def _table(value: Medium | Place) -> str:
    """Return one on a line; what is not known of it is left away."""
    given = {name: getattr(value, name) for name in value.__slots__}
    known = (f"{name} = {quoted(one) if isinstance(one, str) else one}" for name, one in given.items() if one not in {"", None, False})
    return f"{{ {', '.join(known)} }}"


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case tuple():
            return f"[{', '.join(_table(each) if isinstance(each, Medium | Place) else quoted(str(each)) for each in value)}]"
        case Date() | Interval() | OneOf():
            return quoted(written(value))
        case _:
            return quoted(str(value))
