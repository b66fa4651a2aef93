"""The options that several commands share, and what their values come to."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

import click

from generator.edge.project import PERMALINKS, SETTINGS
from generator.edge.terminal import FORMATS
from generator.model import codes
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.settings import base_url_fault

IN_PROJECT = click.argument("folder", required=False, metavar="[PROJECT]", type=click.Path(file_okay=False, path_type=Path))
NAMED_PROJECT = click.option(
    "--project", type=click.Path(exists=True, file_okay=False, path_type=Path), help="The project's folder, too.  [default: .]"
)
PROJECT = click.argument("project", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path))
NOW = click.option(
    "--now", metavar="TIME", callback=lambda _ctx, _param, value: _day(value), help="The day that “not yet” is counted from."
)
BASE_URL = click.option("--base-url", metavar="URL", callback=lambda _ctx, _param, value: _url(value), help="Where the site will stand.")
DRAFTS = click.option("--drafts", is_flag=True, help='Show unchecked events too, whatever "publish" says.')
WORKERS = click.option(
    "--workers", metavar="N", type=click.IntRange(min=1), help="Processes to read articles with.  [default: by their number]"
)
STRICT = click.option("--strict", is_flag=True, help="Take warnings for errors, and stop at any.")
FORMAT = click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="How messages are printed.")


_OF_ALL = frozenset({codes.NO_ARTICLES, codes.UNREADABLE_FOLDER, codes.BAD_PERMALINKS, codes.TEMPLATE_ERROR, codes.BAD_PLACE})
"""Errors that concern the whole site, not the one file in which they are."""


def one_project(folder: Path | None, named: Path | None) -> Path:
    """Return the project that stands behind a command's own argument or behind ``--project``; the present folder without either."""
    if folder is not None and named is not None:
        raise click.UsageError("the project is named twice")
    if folder is not None and not folder.is_dir():
        raise click.UsageError(f"there is no folder “{folder}”")
    return folder or named or Path()


def failed(diagnostics: tuple[Diagnostic, ...], *, strict: bool) -> bool:
    """Tell whether the input has a problem, which the exit code says."""
    bad = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(each.severity in bad for each in diagnostics)


def stopped(diagnostics: tuple[Diagnostic, ...], *, strict: bool) -> bool:
    """Tell whether nothing is to be written: all problems stop under ``--strict``, else only what is wrong with the whole.

    An article or edit that cannot be read costs itself. Without its settings, its published addresses or its templates a site would be
    another one than was meant.
    """
    whole = (each for each in diagnostics if each.code in _OF_ALL or (each.where and each.where.path in {SETTINGS, PERMALINKS}))
    return failed(diagnostics if strict else tuple(whole), strict=strict)


def _day(text: str | None) -> date | None:
    """The day that ``--now`` gives, else SOURCE_DATE_EPOCH (seconds since 1970, UTC)."""
    if text is None:
        epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
        try:
            return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else None
        except (ValueError, OverflowError, OSError) as error:
            raise click.UsageError(f"SOURCE_DATE_EPOCH must be seconds since 1970, not “{epoch}”") from error
    try:
        return datetime.fromisoformat(text).date()
    except ValueError as error:
        raise click.BadParameter(f"“{text}” is no date; write 2021-12-08") from error


def _url(text: str | None) -> str | None:
    if text and base_url_fault(text):
        raise click.BadParameter(f"“{text}” is no address {base_url_fault(text)}; write https://example.org/timeline/")
    return text
