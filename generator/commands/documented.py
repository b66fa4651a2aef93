"""A command whose help groups its options and ends with examples. In: what a command declares. Out: its help."""

from __future__ import annotations

from typing import Any

import click

_GROUPS = {
    "What the timeline says": ("now", "drafts", "base_url"),
    "Messages and exit code": ("form", "strict"),
    "Speed": ("workers",),
}
"""Heading → the options below it; all others stand first, under "Options"."""


class Documented(click.Command):
    """A command with examples; each is a line as it is typed, without ``dateline``."""

    def __init__(self, *given: Any, examples: tuple[str, ...] = (), **named: Any) -> None:
        """Take what click's command takes, and the examples."""
        super().__init__(*given, **named)
        self.examples = examples

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the options under their headings."""
        heading = {name: title for title, names in _GROUPS.items() for name in names}
        found: dict[str, list[tuple[str, str]]] = {"Options": [], **{title: [] for title in _GROUPS}}
        for each in self.get_params(ctx):
            record = each.get_help_record(ctx)
            if record:
                found[heading.get(each.name or "", "Options") if isinstance(each, click.Option) else "Options"].append(record)
        for title, records in found.items():
            if records:
                with formatter.section(title):
                    formatter.write_dl(records)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """End with the examples."""
        super().format_epilog(ctx, formatter)
        if self.examples:
            with formatter.section("Examples"):
                for each in self.examples:
                    formatter.write_text(f"dateline {each}")
