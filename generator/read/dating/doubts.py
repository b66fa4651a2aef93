"""A date of publication that is not sure → the message that says why, with the witnesses, and how to confirm it."""

from __future__ import annotations

from generator.model import codes
from generator.model.article import Published
from generator.model.diagnostic import Diagnostic, Location, tell
from generator.model.project import ArticleFiles
from generator.model.span import Source
from generator.model.witness import Witness

_SHOWN = 3


def doubt(published: Published, witnesses: tuple[Witness, ...], files: ArticleFiles, source: Source) -> Diagnostic:
    """Say why a date is not sure: GUESSED_DATE, or DOUBTED_DATE where the publisher's own statements leave it open."""
    where = Location(files.about.path if files.about else source.path)
    day = published.day.isoformat()
    hint = f"confirm it in {files.id}.toml: published = {day}"
    if files.about and b"published_guessed" in files.about.content:
        hint = f"if it is right, take published_guessed out of {files.id}.toml"
    if reason := reason_of(published, witnesses):
        return tell(codes.DOUBTED_DATE, where, hint, date=day, reason=reason)
    rests = "; ".join(str(each) for each in witnesses if each.date == day)
    return tell(codes.GUESSED_DATE, where, f"{hint} ({rests})" if rests else hint, date=day)


def reason_of(published: Published, witnesses: tuple[Witness, ...]) -> str | None:
    """Return why the publisher's own statements leave the day open; None where there are none."""
    sure = [each for each in witnesses if each.rank == 1]
    if not sure:
        return None
    day = published.day.isoformat()
    others = [each for each in witnesses if not day.startswith(each.date[: len(day)]) and (each.rank == 1 or each.kind == "address")]
    if others:
        first = next((each for each in sure if each.date == day), None)
        named = [*([first] if first else []), *others][:_SHOWN]
        return " / ".join(map(str, named)) if len(named) > 1 else f"{named[0]} is another"
    return f"{sure[0]} is in UTC; the day at its own place may be the one before or after"
