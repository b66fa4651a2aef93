"""The command `dateline tag`: texts in, their time expressions out; the tagger by itself.

In: text files, standard input, or lines of JSON. Out: text, lines of JSON or TimeML on standard output; diagnostics on standard error.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable, Iterator
from datetime import date
from json.encoder import encode_basestring
from pathlib import Path
from typing import BinaryIO

import click

from generator.commands.documented import Documented
from generator.commands.exits import FINE, PROBLEMS
from generator.edge.terminal import say
from generator.extract.timeml import timeml
from generator.extract.timexes import rows, tag_text
from generator.language import load, supported
from generator.model.codes import BAD_ENCODING, BAD_RECORD, CANNOT_READ, NO_DATE
from generator.model.diagnostic import Diagnostic, Location, at, tell
from generator.model.language import Language
from generator.model.span import Source
from generator.model.timex import Timex

_MANY = 200
"""How many lines of output are written at once."""


def _day(_context: click.Context, _parameter: click.Parameter, text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(f"“{text}” is no date; write it as 2021-12-08") from None


@click.command("tag", cls=Documented, examples=("tag letter.txt --published 2021-12-08",))
@click.argument("files", nargs=-1, metavar="FILE…|-")
@click.option("--published", metavar="DATE", callback=_day, help="Day of publication, YYYY-MM-DD: “Tuesday” counts from it.")
@click.option("--format", "form", type=click.Choice(["text", "jsonl", "timeml"]), default="text", help="What to print.  [default: text]")
@click.option("--language", default="en", metavar="CODE", help="Language of the text.  [default: en]")
@click.option("--day-first", is_flag=True, help="Read 10/12/98 as 10 December.")
@click.option("--jsonl", "lines", metavar="FILE", help='Read {"id", "published", "text"} a line, write lines of JSON; - is standard input.')
def command(*, files: tuple[str, ...], published: date | None, form: str, language: str, day_first: bool, lines: str | None) -> int:
    """Find the time expressions of a text, by themselves.

    Prints for each what it comes to: TIMEX3 type and value, and the days as EDTF. Offsets count code points.
    """
    known = load(language)
    if known is None:
        raise click.UsageError(f"no table for language “{language}”; there is {', '.join(supported())}")
    if lines is not None:
        if files:
            raise click.UsageError("give files or --jsonl, not both")
        return _batch(lines, known, published, day_first=day_first)
    if not files:
        raise click.UsageError("give a file to read, or - for standard input")
    told: list[Diagnostic] = []
    for name in files:
        source = _source(name)
        if isinstance(source, Diagnostic):
            told.append(source)
            continue
        timexes = tag_text(source.text, published, known, day_first=day_first)
        told.extend(_undated(source, timexes))
        sys.stdout.write(_FORMS[form](source, timexes, published))
    say(told, Path())
    return PROBLEMS if any(each.code is not NO_DATE for each in told) else FINE


def _source(name: str) -> Source | Diagnostic:
    """Read a text as the builds do: UTF-8, without its byte order mark, with plain line ends."""
    try:
        content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        return tell(CANNOT_READ, Location(name), reason=error.strerror or str(error))
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        return tell(BAD_ENCODING, Location(name), byte=content[error.start], offset=error.start)
    return Source(name, text.removeprefix("\ufeff").replace("\r\n", "\n"))


def _undated(source: Source, timexes: tuple[Timex, ...]) -> list[Diagnostic]:
    """Say once for a text that its relative expressions have nothing to count from."""
    open_ones = [each for each in timexes if not each.resolved]
    if not open_ones:
        return []
    first = open_ones[0].span
    words = " ".join(first.of(source.text).split())
    hint = f"{len(open_ones)} such; give it: --published 2021-12-08"
    return [tell(NO_DATE, at(source, first.start, first.end), hint, words=words, more="")]


def _as_text(source: Source, timexes: tuple[Timex, ...], _: date | None) -> str:
    lines = []
    for each in timexes:
        place = source.position(each.span.start)
        said = " ".join(each.said.of(source.text).split())
        parts = [each.type.value, each.value, each.mod, str(each.edtf) if each.edtf is not None else "-"]
        lines.append(f"{source.path}:{place.line}:{place.column}\t{said}\t" + "\t".join(part for part in parts if part) + "\n")
    return "".join(lines)


def _as_lines(source: Source, timexes: tuple[Timex, ...], _: date | None) -> str:
    name = encode_basestring(Path(source.path).stem)
    found = ((each.span.start, each.span.end, each.type.value, each.value, each.mod) for each in timexes)
    return "".join(_line(name, source.text, row) for row in found)


def _as_timeml(source: Source, timexes: tuple[Timex, ...], published: date | None) -> str:
    return timeml(Path(source.path).stem, source.text, timexes, published)


_FORMS: dict[str, Callable[[Source, tuple[Timex, ...], date | None], str]] = {"text": _as_text, "jsonl": _as_lines, "timeml": _as_timeml}

_Row = tuple[int, int, str, str, str]


def _line(name: str, text: str, row: _Row) -> str:
    """Return a line of JSON; *name* is encoded already, for all lines of a text."""
    start, end, kind, value, mod = row
    words = encode_basestring(text[start:end])
    return f'{{"doc": {name}, "start": {start}, "end": {end}, "type": "{kind}", "value": "{value}", "mod": "{mod}", "text": {words}}}\n'


def _batch(name: str, language: Language, published: date | None, *, day_first: bool) -> int:
    """Tag a stream of records; a bad line is told of and left out."""
    gc.freeze()
    gc.set_threshold(500_000, 50, 50)
    told: list[Diagnostic] = []
    try:
        stream: BinaryIO = sys.stdin.buffer if name == "-" else Path(name).open("rb")  # noqa: SIM115 - closed by the with below
    except OSError as error:
        say([tell(CANNOT_READ, Location(name), reason=error.strerror or str(error))], Path())
        return PROBLEMS
    pending: list[str] = []
    with stream:
        for number, record in _records(name, stream, told):
            day = record.get("published", published)  # null is an unknown day, whatever the command says
            identity = encode_basestring(str(record.get("id", number)))
            text = str(record["text"])
            pending.extend(_line(identity, text, row) for row in rows(text, _ordinal(day), language, day_first=day_first))
            if len(pending) > _MANY:
                sys.stdout.write("".join(pending))
                pending.clear()
    sys.stdout.write("".join(pending))
    say(told, Path())
    return PROBLEMS if told else FINE


def _ordinal(day: object) -> int | None:
    return day.toordinal() if isinstance(day, date) else None


def _records(name: str, stream: BinaryIO, told: list[Diagnostic]) -> Iterator[tuple[int, dict[str, object]]]:
    """Read records with their line numbers; ``published`` becomes a date."""
    for number, line in enumerate(stream, 1):
        if line.isspace():
            continue
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            told.append(_bad(name, number, error.colno, error.msg))
            continue
        except UnicodeDecodeError as error:
            told.append(_bad(name, number, error.start + 1, "not UTF-8"))
            continue
        except RecursionError:
            told.append(_bad(name, number, 1, "nested too deep"))
            continue
        reason = _checked(record)
        if reason:
            told.append(_bad(name, number, 1, reason))
        else:
            yield number, record


def _checked(record: object) -> str:
    """Return what is wrong with a record, or nothing; its date is read in place."""
    if not isinstance(record, dict):
        return "an object is expected"
    if not isinstance(record.get("text"), str):
        return "“text” must be a string"
    day = record.get("published")
    if day:
        try:
            record["published"] = date.fromisoformat(day[:10])
        except (TypeError, ValueError):
            return f"“published” must be a date as 2021-12-08, not {day!r}"
    return ""


def _bad(name: str, number: int, column: int, reason: str) -> Diagnostic:
    return tell(BAD_RECORD, Location(name, number, column), reason=reason)
