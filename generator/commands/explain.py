"""`dateline explain`: a line of an article, an event or a code of a message in; how it came about out."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

import click

from generator.build import Built
from generator.commands import options
from generator.commands.documented import Documented
from generator.commands.exits import FINE, USAGE
from generator.commands.explained import of_event, of_mention, of_timex
from generator.commands.making import Wanted, make
from generator.edge.project import SETTINGS
from generator.edge.terminal import clean, say
from generator.model.codes import all_codes
from generator.model.diagnostic import Diagnostic, Severity
from generator.pipeline import Draft

_CODE = re.compile(r"(?:\w+\[)?\[?([A-Za-z]\d+)\]?")
"""The code of a message, by itself or as it is printed: D109, warning[D109]."""
_LINE = re.compile(r"(.+?):(\d+)(?::\d+)?")
"""A place as messages name it: FILE:LINE or FILE:LINE:COLUMN."""
_ADDRESS = re.compile(r"(?:.*[-/#])?(e-[0-9a-f]{4,})(?:/(?:index\.html)?(?:[?#].*)?)?", re.IGNORECASE)
"""An event's id, or the address of its page, with whatever a browser or a link has put behind it."""


@click.command("explain", cls=Documented, examples=("explain my-story/articles/vote.txt:3", "explain e-1f2a my-story", "explain D201"))
@click.argument("what", metavar="FILE:LINE|EVENT|CODE")
@options.IN_PROJECT
@options.NAMED_PROJECT
@options.NOW
def command(*, what: str, folder: Path | None, project: Path | None, now: date | None) -> int:
    """Say how a date, an event or a message came about.

    FILE:LINE gives every time expression on a line of an article, what it comes to and by which steps, and the events found there. EVENT
    is an id (or its beginning) as in timeline.json, or the address of an event's page. CODE is that of a message, such as D201.
    """
    if code := _CODE.fullmatch(what):
        return _told(_code(code[1].upper()), what, [each.name for each in all_codes()])
    line, address = _LINE.fullmatch(what), _ADDRESS.fullmatch(what)
    if not address and Path(what).is_file():
        raise click.UsageError(f"name a line of it, too: {what}:1")
    project = _project_of(Path(line[1])) if line and not (folder or project) else options.one_project(folder, project)
    made = make(project, Wanted(now=now, drafts=True))
    built = made.value
    if built is None or not built.drafts:
        say([each for each in made.diagnostics if each.severity is Severity.ERROR], project)
        return USAGE
    if line:
        draft = _draft_of(built, line[1], project, int(line[2]))
        names = [draft.article.source.path for draft in built.drafts]
        return _told((*_line(draft, int(line[2])), *_said(draft, int(line[2]), made.diagnostics)) if draft else (), line[1], names)
    return _told(_events(built, address[1].lower() if address else what), what, [event.id for event in built.timeline.events])


def _told(lines: Iterable[str], what: str, known: Sequence[str]) -> int:
    """Print what is known of something, or suggest what may have been meant."""
    found = list(lines)
    if found:
        click.echo("\n".join(clean(line) for line in found))
        return FINE
    near = get_close_matches(what, known, n=1, cutoff=0.5)
    hint = f"; did you mean “{near[0]}”?" if near else ""
    raise click.UsageError(f"nothing is known of “{what}”{hint}")


def _code(name: str) -> Iterator[str]:
    for code in all_codes():
        if code.name == name:
            yield f"{code.name} ({code.severity.value}): {code.template}"
            yield ""
            yield code.explanation


def _project_of(file: Path) -> Path:
    """The folder of the project that an article belongs to: the nearest one with settings, else the file's own; a bare name is of here."""
    folder = Path(os.path.abspath(file)).parent  # noqa: PTH100 - a link stands where it stands, and “..” leads up from there
    found = next((each for each in (folder, *folder.parents) if (each / SETTINGS).is_file()), None)
    if found is None and not file.exists() and len(file.parts) > 1:
        raise click.UsageError(f"there is no file “{file}”, and no project above it")
    return found or folder


def _draft_of(built: Built, name: str, project: Path, number: int) -> Draft | None:
    """Find an article by its path from here or from the project, by its file's name, or by its id; of several that on the line."""
    path = Path(name).resolve()
    found = []
    for draft in built.drafts:
        source = draft.article.source.path
        if path == (project / source).resolve() or name in {source, PurePosixPath(source).name, draft.article.id}:
            found.append(draft)
    begun = [each for each in found if each.article.source.first_line <= number]
    return max(begun or found, key=lambda each: each.article.source.first_line, default=None)


def _line(draft: Draft, number: int) -> Iterator[str]:
    text, position = draft.article.text, draft.article.source.position
    first = draft.article.source.first_line
    last = first + text.rstrip("\n").count("\n")
    if not 0 < number <= last:
        raise click.UsageError(f"{draft.article.source.path} ends on line {last}")
    published = draft.article.published
    guessed = ", which is guessed" if published and published.guessed else ""
    yield f"{draft.article.source.path}:{number}  (published {published or 'on an unknown day'}{guessed})"
    yield from (f"  {each}" for each in draft.article.witnesses if guessed)
    timexes = [each for each in draft.timexes if position(each.said.start).line == number]
    mentions = [each for each in draft.mentions if position(each.trigger.start).line == number]
    for timex in timexes:
        yield ""
        yield from of_timex(timex, text)
    for mention in mentions:
        yield ""
        yield from of_mention(mention, text, turned=mention.timex is not None and mention.timex not in draft.timexes)
    if number < first:
        yield "  a line of the front matter; the text begins on line " + str(first)
    elif not timexes and not mentions:
        yield "  no time expression and no event on this line"


def _said(draft: Draft, number: int, said: Sequence[Diagnostic]) -> Iterator[str]:
    """Give what `dateline check` says of a line."""
    for each in said:
        if each.where and (each.where.path, each.where.line) == (draft.article.source.path, number):
            yield ""
            yield f"  {each.code.severity.value}[{each.code.name}] {each.message}"


def _events(built: Built, what: str) -> Iterator[str]:
    """Explain the event with an id, or the one whose id begins so."""
    events = built.timeline.events
    exact = [event for event in events if what in {event.id, *event.aliases}]
    begun = [event for event in events if any(each.startswith(what) for each in (event.id, *event.aliases))]
    for event in exact or (begun if len(begun) == 1 else []):
        yield from of_event(event, built)
    for gone in built.timeline.gone:
        if gone.id == what:
            yield f"{gone.id}: {gone.headline}"
            why = f"merged into {gone.into}" if gone.into else gone.reason or "hidden"
            told = f"{why} ({gone.by or 'an editor'}, {gone.at})"
            yield f"  no longer shown: {f'nothing in the timeline tells of it since {gone.at:%Y-%m-%d}' if gone.lost else told}"
    for old, new in built.timeline.redirects:
        if old == what and new != old:
            yield f"{old}: published once, now part of {new}"
