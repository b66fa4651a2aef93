"""TOML text → its values, and the place of every key, so that what is wrong can be shown where it stands.

``tomllib`` reads the values; the places come from a walk over the lines (tomllib keeps none).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from generator.model import codes
from generator.model.calendar import missing_days
from generator.model.depth import DEPTH_LIMIT, deepest_of
from generator.model.diagnostic import Checked, Diagnostic, Location, at, tell
from generator.model.span import Source, Span

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The values of a TOML text and where their keys stand: ``("target", 0, "exact")`` → the span of that key."""

    source: Source
    values: dict[str, Any]
    places: dict[Path, Span] = field(default_factory=dict)

    def where(self, *path: str | int) -> Location:
        """Return where a key stands; the nearest table around it when the key itself cannot be found."""
        for length in range(len(path), 0, -1):
            if place := self.places.get(path[:length]):
                return at(self.source, place.start, place.end)
        return Location(self.source.path)


def parse(source: Source) -> Checked[Table | None]:
    """Read TOML; None with BAD_TOML at the place where reading stopped."""
    depth, deepest = deepest_of(source.text)
    if depth > DEPTH_LIMIT:
        return Checked(None, (tell(codes.TOO_DEEP, at(source, deepest), depth=depth, limit=DEPTH_LIMIT),))
    try:
        values = tomllib.loads(source.text)
    except (ValueError, RecursionError) as error:  # ValueError: TOMLDecodeError, and integers of thousands of digits
        return Checked(None, (_not_toml(source, str(error)),))
    return Checked(Table(source, values, _places(source.text)))


def did_you_mean(name: str, known: Iterable[str]) -> str | None:
    """Return a hint naming the closest of the known names, if one is close."""
    close = get_close_matches(name.lower().replace("-", "_"), list(known), n=1, cutoff=0.6)
    return f"did you mean “{close[0]}”?" if close else None


def described(found: object) -> str:
    """Return a value as a message should name it, shortened."""
    if isinstance(found, bool):
        return "true" if found else "false"
    if isinstance(found, (dict, list)):
        return "a table" if isinstance(found, dict) else "a list"
    text = str(found)
    text = text if len(text) <= 60 else text[:59] + "…"
    return f"“{text}”" if isinstance(found, str) else text


_STOPPED = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")


def _not_toml(source: Source, said: str) -> Diagnostic:
    reason = _STOPPED.sub("", said)
    reason = reason[:1].lower() + reason[1:160]
    if (match := _STOPPED.search(said)) and match["line"]:
        line = int(match["line"]) + source.first_line - 1
        where = Location(source.path, line, int(match["column"]), source.line(line))
    else:
        where = at(source, max(0, len(source.text.rstrip()) - 1))
    hint = 'put text between quotes: title = "My timeline"' if "invalid value" in reason else None
    return tell(codes.BAD_TOML, where, hint or missing_days(where.text) or None, reason=reason)


_KEY = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_DOTTED = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_LINE = re.compile(
    rf"^[ \t]*(?:\[\[[ \t]*(?P<item>{_DOTTED})[ \t]*\]\]|\[[ \t]*(?P<table>{_DOTTED})[ \t]*\]|(?P<key>{_DOTTED})[ \t]*=)", re.MULTILINE
)
_SKIPPED = re.compile(r'"""[\s\S]*?"""|\'\'\'[\s\S]*?\'\'\'')


def _places(text: str) -> dict[Path, Span]:
    """Walk the lines and note where each key and table header stands. Arrays over several lines hold no keys of ours."""
    text = _SKIPPED.sub(lambda match: re.sub(r"[^\n]", " ", match[0]).replace("\n", "\v"), text)
    places: dict[Path, Span] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    for match in _LINE.finditer(text):
        kind = match.lastgroup or "key"
        names: Path = tuple(part.strip("\"'") for part in re.findall(_KEY, match[kind]))
        if kind == "item":
            counts[names] = counts.get(names, -1) + 1
            table = (*names, counts[names])
        elif kind == "table":
            table = _inside(names, counts)
        path = (*table, *names) if kind == "key" else table
        places.setdefault(path, Span(match.start(kind), match.end(kind)))
    return places


def _inside(names: Path, counts: dict[Path, int]) -> Path:
    """Return the path of ``[a.b]``, where ``[[a]]`` may have been opened before."""
    for length in range(len(names), 0, -1):
        if names[:length] in counts:
            return (*names[:length], counts[names[:length]], *names[length:])
    return names
