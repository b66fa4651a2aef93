"""The evidence of an event in groups: one entry for a sentence however many articles print it, the rest by publisher or day.

In: quotes, the best first. Out: Evidence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.render.quotes import QuoteView, SourceView
from generator.render.words import Words

SHOWN = 3
"""So many reports are shown beside the headline; the others are unfolded."""
_ONE_BUNDLE = 8
"""So few further reports need no headings."""
_SIGNS = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Report:
    """A sentence that tells of an event, and the further articles that print the same one."""

    quote: QuoteView
    """The sentence, as the first of them prints it."""
    others: tuple[SourceView, ...] = ()
    """The further articles."""

    @property
    def count(self) -> int:
        """How many articles print it."""
        return 1 + len(self.others)


@dataclass(frozen=True, slots=True)
class Bundle:
    """Reports under one heading."""

    heading: str
    """A publisher, or a day of publication; empty where they need none."""
    reports: tuple[Report, ...]
    """The reports."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The reports of an event."""

    shown: tuple[Report, ...] = ()
    """The first reports, at most three, the lead's before the others."""
    bundles: tuple[Bundle, ...] = ()
    """The rest, under headings."""
    more: int = 0
    """How many articles print those."""


def evidence_of(quotes: Sequence[QuoteView], words: Words) -> Evidence:
    """Group the quotes of one event; those without words (an address alone) are not among them."""
    same: dict[str, list[QuoteView]] = {}
    for quote in quotes:
        if quote.text:
            same.setdefault(_SIGNS.sub(" ", quote.text.casefold()).strip(), []).append(quote)
    reports = [Report(alike[0], _others(alike)) for alike in same.values()]
    order = sorted(range(len(reports)), key=lambda index: (index > 0, -reports[index].count, index))
    ranked = [reports[index] for index in order]
    rest = ranked[SHOWN:]
    return Evidence(tuple(ranked[:SHOWN]), _bundles(rest, words), sum(report.count for report in rest))


def _others(alike: Sequence[QuoteView]) -> tuple[SourceView, ...]:
    """Return the sources that print the same sentence as the first of them does."""
    known = {quote.source.id: quote.source for quote in alike if quote.source}
    if alike[0].source:
        known.pop(alike[0].source.id, None)
    return tuple(known.values())


def _bundles(reports: Sequence[Report], words: Words) -> tuple[Bundle, ...]:
    """Put the reports under their publishers; where these are not known or but one, under the days on which they were published."""
    if len(reports) <= _ONE_BUNDLE:
        return (Bundle("", tuple(reports)),) if reports else ()
    publishers = {report.quote.source.publisher for report in reports if report.quote.source}
    by_publisher = len(publishers) > 1
    unknown = words.say("page", "publisher_unknown" if by_publisher else "date_unknown")
    found: dict[str, list[Report]] = {}
    for report in sorted(reports, key=lambda each: _published(each) if not by_publisher else ""):
        source = report.quote.source
        heading = (source.publisher if by_publisher else source.published) if source else None
        found.setdefault(heading or unknown, []).append(report)
    return tuple(Bundle(heading, tuple(held)) for heading, held in found.items())


def _published(report: Report) -> str:
    return (report.quote.source.machine or "~") if report.quote.source else "~"
