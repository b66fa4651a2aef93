"""Diagnostics in, what a person or a program reads out: text with a caret, JSON, or GitHub's annotations.

Colours appear on a terminal only, and NO_COLOR is honoured. Control characters of the input never reach the terminal.
"""

from __future__ import annotations

import json
import os
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

import click

from generator.model.diagnostic import Diagnostic, Location, Severity

FORMATS = ("text", "json", "github")
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_WIDTH = 100
"""Columns of a quoted line; of longer ones the part around the caret is shown."""
_OF_EACH = 10
"""How many warnings of one kind a brief account gives."""


def ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return each diagnostic once, by file, line, column and code."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=_place))


def as_text(diagnostics: Iterable[Diagnostic], folder: Path, *, colour: bool = False) -> str:
    """Print diagnostics as ``file:line:col: error[CODE] message``, the line with a caret below, and a hint."""
    return "".join(f"{line}\n" for each in diagnostics for line in _lines(each, folder, colour=colour))


def as_json(diagnostics: Iterable[Diagnostic], folder: Path) -> str:
    """Print diagnostics as one JSON object: ``version``, ``diagnostics`` and how many there are of each severity."""
    shown = tuple(diagnostics)
    rows = [_row(each, folder) for each in shown]
    counts = {f"{severity.value}s": sum(each.severity is severity for each in shown) for severity in Severity}
    return json.dumps({"version": 1, "diagnostics": rows, **counts}, ensure_ascii=False, indent=2) + "\n"


def as_github(diagnostics: Iterable[Diagnostic], folder: Path) -> str:
    """Print diagnostics as workflow commands, which GitHub shows beside the lines of a change."""
    return "".join(_annotation(each, folder) for each in diagnostics)


def say(diagnostics: Iterable[Diagnostic], folder: Path, form: str = "text", *, brief: bool = False) -> None:
    """Write diagnostics where they belong: text to standard error, JSON and annotations to standard output.

    *brief* text leaves out notes, and of each kind of warning all but the first few; how many were left out is said.
    """
    shown = ordered(diagnostics)
    left = 0
    if brief and form == "text":
        kept = _first_of_each(shown)
        left, shown = len(shown) - len(kept), kept
    if form == "json":
        click.echo(as_json(shown, folder), nl=False)
    elif form == "github":
        click.echo(as_github(shown, folder), nl=False)
    elif shown:
        click.echo(as_text(shown, folder, colour=colours(sys.stderr)), nl=False, err=True, color=True)
    if left:
        click.echo(f"{counted(left, 'more message')}; `dateline check` shows all", err=True)


def colours(stream: TextIO) -> bool:
    """Tell whether colours are wanted on *stream*."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def counted(number: int, noun: str) -> str:
    """Print a number with its noun in the right form.

    >>> counted(1, "source"), counted(2, "source")
    ('1 source', '2 sources')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def clean(text: str) -> str:
    """Replace control characters, which a terminal would obey, by a visible stand-in (a tab by a space)."""
    return "".join(" " if each == "\t" else "\ufffd" if unicodedata.category(each) in {"Cc", "Cf", "Cs"} else each for each in text)


def _first_of_each(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Keep every error, and of each kind of warning the first few."""
    seen = Counter[str]()
    kept = []
    for each in diagnostics:
        seen[each.code.name] += 1
        if each.severity is Severity.ERROR or (each.severity is Severity.WARNING and seen[each.code.name] <= _OF_EACH):
            kept.append(each)
    return tuple(kept)


def _place(each: Diagnostic) -> tuple[str, int, int, str, str]:
    where = each.where or Location("")
    return (where.path, where.line, where.column, each.code.name, each.message)


def _shown_path(where: Location, folder: Path) -> str:
    """The path as it can be opened from where the command was given, when it is one of the project's files."""
    path = folder / where.path
    there = bool(where.path) and (path.exists() or path.is_symlink())  # a link that leads nowhere is a file of the project, too
    return clean(os.path.relpath(path)) if there else clean(where.path)


def _lines(each: Diagnostic, folder: Path, *, colour: bool) -> Iterator[str]:
    def paint(text: str, **style: str | bool) -> str:
        return click.style(text, **style) if colour else text  # type: ignore[arg-type]

    head = paint(f"{each.severity.value}[{each.code.name}]", fg=_COLOURS[each.severity], bold=True)
    message = f"{head} {clean(each.message)}"
    where = each.where
    if where and where.path:
        place = ":".join([_shown_path(where, folder), *(str(number) for number in (where.line, where.column) if number)])
        yield f"{paint(place, bold=True)}: {message}"
    else:
        yield message
    if where and where.line and where.column and where.text.strip():
        text, column, length = _window(where)
        yield f"  | {text}"
        yield "  | " + " " * column + paint("^" * length, fg=_COLOURS[each.severity])
    if each.hint:
        yield f"  = hint: {clean(each.hint)}"


def _window(where: Location) -> tuple[str, int, int]:
    """Cut the line to what fits, keeping the caret's place: text, caret's column from 0, its length."""
    column = where.column - 1
    first = max(0, min(column - _WIDTH // 3, len(where.text) - _WIDTH))
    part = clean(where.text[first : first + _WIDTH])
    if first:
        part = "…" + part[1:]
    if first + _WIDTH < len(where.text):
        part = part[:-1] + "…"
    column = max(0, min(column - first, len(part)))
    return part, column, max(1, min(where.length, len(part) - column))


def _row(each: Diagnostic, folder: Path) -> dict[str, object]:
    where = each.where
    return {
        "file": _shown_path(where, folder) if where else None,
        "line": where.line or None if where else None,
        "column": where.column or None if where else None,
        "severity": each.severity.value,
        "code": each.code.name,
        "message": each.message,
        "hint": each.hint,
    }


def _annotation(each: Diagnostic, folder: Path) -> str:
    where = each.where
    parts = {"title": f"{each.code.name}"}
    if where and where.path:
        parts = {"file": _shown_path(where, folder), "line": str(where.line or 1), "col": str(where.column or 1), **parts}
    listed = ",".join(f"{name}={_escaped(value, also=',:')}" for name, value in parts.items())
    message = each.message + (f"\nhint: {each.hint}" if each.hint else "")
    return f"::{_GITHUB[each.severity]} {listed}::{_escaped(message)}\n"


def _escaped(text: str, also: str = "") -> str:
    """Escape as GitHub's runner reads workflow commands: ``%``, line ends, and in properties ``,`` and ``:``."""
    for each in "%\r\n" + also:
        text = text.replace(each, f"%{ord(each):02X}")
    return text
