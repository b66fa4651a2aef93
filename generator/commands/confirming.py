"""An article that is ready to be frozen → shown to a person, who says whether it is right, and corrects it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import click

from generator.commands.freezing import Frozen
from generator.edge.terminal import clean
from generator.model.about import About
from generator.model.article import Published
from generator.read.dating.doubts import reason_of

_SHOWN_WORDS = 30
_UNKNOWN = "unknown"


def shown(frozen: Frozen, source: str) -> None:
    """Show what was found, for a person to judge."""
    about, words = frozen.about, frozen.text.split()
    guessed = f"  ({_why(about)})" if about.published and about.published.guessed else ""
    rows = {
        "from": source,
        "title": about.title or _UNKNOWN,
        "published": f"{about.published or _unknown_day(about)}{guessed}",
        "publisher": about.publisher or _UNKNOWN,
        "authors": ", ".join(about.authors) or _UNKNOWN,
        "url": about.url or _UNKNOWN,
        "text": f"{len(words):,} words: {' '.join(words[:_SHOWN_WORDS])}{' …' if len(words) > _SHOWN_WORDS else ''}",
    }
    click.echo(f"{frozen.name}{frozen.ending}")
    click.echo("".join(f"  {key:<10} {clean(value)}\n" for key, value in rows.items()), nl=False)


def _why(about: About) -> str:
    """Say why a date is not sure."""
    reason = reason_of(about.published, about.witnesses) if about.published else None
    return f"guessed: {reason}" if reason else "guessed from the page"


def _unknown_day(about: About) -> str:
    """Say that the day is unknown, and the month where that is known."""
    months = [each for each in about.witnesses if len(each.date) == _MONTH]
    return f"{_UNKNOWN} (of {months[0].date}, as {months[0].stand} has it)" if months else _UNKNOWN


_MONTH = len("2018-07")


def confirmed(frozen: Frozen) -> Frozen | None:
    """Ask whether it is right; a guessed date is asked for by itself, and any field can be changed."""
    try:
        answer = click.prompt("Freeze it? (y)es, (n)o, (e)dit", type=click.Choice(["y", "n", "e"]), default="y", show_choices=False)
        if answer == "n":
            return None
        about = frozen.about
        if answer == "e":
            about = _edited(about)
        elif about.published and about.published.guessed and click.confirm(f"{about.published} was guessed. Is it right?", default=False):
            about = replace(about, published=replace(about.published, guessed=False))
        return replace(frozen, about=about)
    except click.Abort as error:
        if isinstance(error.__context__, EOFError):
            raise click.UsageError("nobody is there to ask: confirm with --yes") from error
        raise


def _edited(about: About) -> About:
    """Ask for each field; an empty answer keeps it, a hyphen says that it is not known."""
    title, publisher, url = (_field(name, getattr(about, name)) for name in ("title", "publisher", "url"))
    day = click.prompt("published (YYYY-MM-DD)", default=str(about.published.day) if about.published else "-", value_proc=_day)
    kept = about.published if about.published and about.published.day == day else None
    published = (replace(kept, guessed=False) if kept else Published(day)) if day else None
    return replace(about, published=published, title=title, publisher=publisher, url=url)


def _field(name: str, value: str | None) -> str | None:
    answer = str(click.prompt(name, default=value or "-")).strip()
    return None if answer == "-" else answer


def _day(words: str) -> date | None:
    if words.strip() == "-":
        return None
    try:
        return date.fromisoformat(words.strip())
    except ValueError as error:
        raise click.BadParameter("write 2021-12-08, or - where it is not known") from error
