"""``timeline.toml`` → Settings: every name known, every value of its type, what is wrong shown where it stands."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import Field, fields
from datetime import date, datetime
from typing import Any, get_type_hints

from generator.model import codes
from generator.model.diagnostic import Checked, Diagnostic, tell
from generator.model.project import File
from generator.model.settings import Settings, base_url_fault
from generator.read import text, toml
from generator.read.dating.stated import day_of
from generator.read.editors import editors


def settings(file: File | None, languages: Collection[str] = ()) -> Checked[Settings]:
    """Read the settings of a project.

    Args:
        file: ``timeline.toml``; None where a folder has none.
        languages: the codes that have a table; none where any will do.

    Returns:
        The settings, with the default where a value cannot be used; UNKNOWN_SETTING, BAD_SETTING, BAD_TOML, UNKNOWN_LANGUAGE and
        what :func:`generator.read.text.decoded` says.
    """
    if file is None:
        return Checked(Settings())
    read = text.decoded(file, text.FORM_LIMIT)
    if read.value is None:
        return Checked(Settings(), read.diagnostics)
    parsed = toml.parse(read.value)
    if parsed.value is None:
        return Checked(Settings(), parsed.diagnostics)
    typed = _typed(parsed.value)
    language = typed.value.language
    if languages and language.lower().replace("_", "-").partition("-")[0] not in languages:
        said = tell(codes.UNKNOWN_LANGUAGE, parsed.value.where("language"), f"known are {', '.join(languages)}", language=language)
        return Checked(typed.value, (*typed.diagnostics, said))
    return typed


def _typed(table: toml.Table) -> Checked[Settings]:
    known = {each.name: each for each in fields(Settings)}
    types = get_type_hints(Settings)
    said = list(table.unknown((), known))
    values: dict[str, Any] = {}
    for name, value in table.values.items():
        if name not in known:
            continue
        if name == "editors":
            named = editors(table)
            values[name], said = named.value, [*said, *named.diagnostics]
            continue
        given = _value(types[name], value)
        wrong = _wrong(known[name], types[name], given, value, table)
        if wrong:
            said.append(wrong)
        else:
            values[name] = given
    return Checked(Settings(**values), tuple(said))


def _value(kind: Any, value: object) -> object:
    """Return the value in its setting's type; None when it has another."""
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if kind in (str, int, float, bool):
        return value if type(value) is kind else None
    if kind == date | None:
        return _day(value)
    if kind == tuple[tuple[str, str], ...]:
        return _names(value)
    if isinstance(value, list):
        return tuple(value) if all(isinstance(each, str) for each in value) else None
    return None


def _names(value: object) -> tuple[tuple[str, str], ...] | None:
    """Return a table of texts as pairs, unless it is none, or a text is empty or longer than a label can be."""
    if not isinstance(value, dict) or len(value) > _MOST_FIELDS:
        return None
    found = tuple((name, " ".join(each.split())) for name, each in value.items() if isinstance(each, str))
    return found if len(found) == len(value) and all(0 < len(label) <= _LONGEST_LABEL for _, label in found) else None


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return day_of(value) if isinstance(value, str) else None


_MOST_FIELDS, _LONGEST_LABEL = 12, 40
_KINDS: dict[Any, str] = {
    str: "text between quotes",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    date | None: "a date such as 2021-12-08",
    tuple[tuple[str, str], ...]: f"a table of at most {_MOST_FIELDS} texts, each of at most {_LONGEST_LABEL} characters",
}
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_LONGEST_FOLDER = 200
_FOLDERS = ("articles", "edits", "output")


def _wrong(setting: Field[Any], kind: Any, given: object, value: object, table: toml.Table) -> Diagnostic | None:
    """Return what is wrong with a value, if anything is."""
    name = setting.name
    wanted = None
    choices: tuple[str, ...] = setting.metadata.get("choices", ())
    if given is None:
        wanted = _KINDS.get(kind, "a list of texts")
    elif choices and given not in choices:
        wanted = " or ".join(f"“{choice}”" for choice in choices)
    elif name in _FOLDERS and not _is_inside(str(given)):
        wanted = "a folder inside the project"
    elif name == "base_url" and given and base_url_fault(str(given)):
        wanted = f"an address {base_url_fault(str(given))}"
    elif name == "accent" and given and not _COLOUR.fullmatch(str(given)):
        wanted = "a colour such as #0b4f6c"
    elif name == "logo" and given and not _is_inside(str(given)):
        wanted = "the name of a file in static/"
    elif name == "min_salience" and not (isinstance(given, float) and 0 <= given <= 1):
        wanted = "a number from 0 to 1"
    elif name in {"max_events", "longest"} and not (isinstance(given, int) and given >= 1):
        wanted = "a whole number of at least 1"
    return table.wrong((name,), wanted, value) if wanted else None


def _is_inside(folder: str) -> bool:
    """Tell whether a folder's path stays inside the project: relative, forward slashes, nothing upwards."""
    parts = folder.split("/")
    return (
        bool(folder.strip())
        and folder.isprintable()
        and len(folder.encode()) <= _LONGEST_FOLDER
        and not folder.startswith("/")
        and ".." not in parts
        and not any(sign in folder for sign in "\\:\0")
    )
