"""Timelines of our own invention for the tests of the site: a small one with every kind of event, and large ones by number."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from generator.model.article import Article, Published
from generator.model.citation import Citation
from generator.model.edtf import Edtf, parse
from generator.model.event import Event, Gone, Note, Timeline
from generator.model.mention import DateBasis, Status
from generator.model.permalink import Change, Permalink, Permalinks, Publication
from generator.model.project import Theme
from generator.model.settings import Settings
from generator.model.span import Source, Span
from generator.model.timex import Step
from tests.articles import article as invent

ROOT = Path(__file__).parents[2]

HARBOUR = """Harbour bridge stays shut, mayor says

Mayor Ada Lind said Wednesday that the harbour bridge will stay closed to lorries "until we know what moved".

The comments came one day after a two-hour meeting between the mayor and the port's engineers.

The bridge was closed for the first time in its history after the storm of September 2001.

The council approved an additional 60 million crowns for repairs late this summer, the last payments of which are expected this week.

"We hope by Friday to be able to say when the tests begin," Lind said.

Engineers had warned of cracks in 1998 & again "in spring <2004>", according to minutes.
"""

PORT = """The talks on Tuesday lasted two hours, the port authority said in a statement.

Inspectors will return as early as next month. The authority first met the mayor on Monday, it added.
"""


def theme() -> Theme:
    """Return the default theme, as it stands in the repository."""
    templates = ROOT / "templates"
    static = ROOT / "static"
    return Theme(
        {
            (name := path.relative_to(templates).as_posix()): Source(f"templates/{name}", path.read_text(encoding="utf-8"))
            for path in sorted(templates.rglob("*.html"))
        },
        {path.relative_to(static).as_posix(): path.read_bytes() for path in sorted(static.rglob("*")) if path.is_file()},
    )


def edtf(text: str) -> Edtf:
    """Return a date that is known to be right."""
    found = parse(text)
    assert found is not None, text
    return found


def article(name: str, text: str, **known: object) -> Article:
    """Return an article of a project, with one paragraph for each stretch between empty lines."""
    return replace(invent(text, name=name, folder="articles/"), **known)  # type: ignore[arg-type]


def citation(source: Article, quote: str, said: str, day: str, status: Status = Status.HAPPENED) -> Citation:
    """Return a citation of words that stand in an article."""
    start = source.text.index(quote)
    within = quote.index(said) if said else 0
    return Citation(
        source.id,
        f"e-{source.id}-{start}",
        Span(start, start + len(quote)),
        quote,
        Span(start + within, start + within + len(said)) if said else None,
        said,
        edtf(day),
        status,
        DateBasis.SAID if said else DateBasis.PUBLICATION,
        source.text[:start].count(". ") + 1,
        derivation=(
            (
                Step("weekday", f"“{said}” is counted from the day of publication, Wednesday 8 December 2021"),
                Step("past", "the verb is in the past tense: the last one"),
            )
            if said
            else ()
        ),
    )


def event(name: str, day: str, headline: str, citations: tuple[Citation, ...], **more: object) -> Event:
    """Return an event with the words of its first citation."""
    fields: dict[str, object] = {
        "status": citations[0].status if citations else Status.HAPPENED,
        "background": False,
        "basis": DateBasis.SAID,
    }
    return Event(
        id=name,
        aliases=(name,),
        date=edtf(day),
        said=citations[0].said_words if citations else "",
        headline=headline,
        citations=citations,
        **{**fields, **more},  # type: ignore[arg-type]
    )


def small() -> Timeline:
    """Return nine events of every kind from two articles published on one day."""
    first = article(
        "harbour-bridge",
        HARBOUR,
        published=Published(date(2021, 12, 8)),
        title="Harbour bridge stays shut, mayor says",
        publisher="The Example Courier",
        url="https://news.example/bridge?a=1&b=2",
        archived_url="https://archive.example/2021/bridge",
        archived_at="2021-12-09",
        authors=("Ann Example",),
    )
    second = article("port 2", PORT, published=Published(date(2021, 12, 8)))
    at = datetime(2021, 12, 8, 18, 40, tzinfo=UTC)
    call = (
        citation(second, "The talks on Tuesday lasted two hours, the port authority said in a statement.", "on Tuesday", "2021-12-07"),
        citation(
            first,
            "The comments came one day after a two-hour meeting between the mayor and the port's engineers.",
            "one day after",
            "2021-12-06",
        ),
    )
    hope, approved = (
        citation(
            first,
            '"We hope by Friday to be able to say when the tests begin," Lind said.',
            "by Friday",
            "by [2021-12-08..2021-12-10]",
            Status.PLANNED,
        ),
        citation(
            first, "The council approved an additional 60 million crowns for repairs late this summer", "late this summer", "late 2021-22"
        ),
    )
    events = (
        event(
            "e-1998",
            "1998",
            "Engineers warn of cracks in the bridge",
            (citation(first, 'Engineers had warned of cracks in 1998 & again "in spring <2004>", according to minutes.', "1998", "1998"),),
            background=True,
        ),
        event(
            "e-storm",
            "2001-09",
            "Storm closes the harbour bridge for the first time",
            (
                citation(
                    first,
                    "The bridge was closed for the first time in its history after the storm of September 2001.",
                    "September 2001",
                    "2001-09",
                ),
            ),
            background=True,
            tags=("storm",),
        ),
        event(
            "e-crowns",
            "late 2021-22",
            "Council approves another 60 million crowns for repairs",
            (approved,),
            checked=True,
            checked_by="R.K.",
            checked_at=at,
            tags=("council", "60 million crowns"),
            edited=("tags",),
            notes=(Note("The story says only *late this summer*. We have not narrowed it.", "R.K.", at),),
        ),
        event(
            "e-talks",
            "2021-12-07",
            "Mayor and port engineers meet for two hours",
            call,
            checked=True,
            tags=("Ada Lind", "storm"),
            others=(edtf("2021-12-06"),),
            reports=2,
        ),
        event(
            "e-shut",
            "2021-12-08",
            "Mayor: bridge stays closed to lorries “until we know what moved”",
            (
                citation(
                    first,
                    'Mayor Ada Lind said Wednesday that the harbour bridge will stay closed to lorries "until we know what moved".',
                    "Wednesday",
                    "2021-12-08",
                ),
            ),
            tags=("Ada Lind",),
        ),
        event(
            "e-statement",
            "2021-12-08",
            "Port authority issues a statement",
            (citation(second, "The talks on Tuesday lasted two hours, the port authority said in a statement.", "", "2021-12-08"),),
            basis=DateBasis.PUBLICATION,
        ),
        event(
            "e-tests",
            "by [2021-12-08..2021-12-10]",
            "Date of the tests to be announced",
            (hope,),
            checked=True,
            notes=(Note("An earlier version gave “Friday 10 December”. The source says “by Friday”.", "R.K.", at, correction=True),),
            updated=at,
        ),
        event(
            "e-last",
            "[2021-12-06..2021-12-12]",
            "Last payments for the repairs expected",
            (
                citation(
                    first, "the last payments of which are expected this week", "this week", "[2021-12-06..2021-12-12]", Status.EXPECTED
                ),
            ),
            tags=("60 million crowns",),
            edited=("tags",),
        ),
        event(
            "e-return",
            "2022-01",
            "Inspectors to return to the bridge",
            (citation(second, "Inspectors will return as early as next month.", "as early as next month", "2022-01", Status.PLANNED),),
        ),
        event(
            "e-low",
            "2021-12-06",
            "Authority first meets the mayor",
            (citation(second, "The authority first met the mayor on Monday, it added.", "on Monday", "2021-12-06"),),
            shown=False,
        ),
    )
    gone = (Gone("e-gone", "Bridge falls", "It did not.", "R.K.", at), Gone("e-merged", "Talks held", None, "R.K.", at, into="e-talks"))
    return Timeline(events, (first, second), date(2021, 12, 8), gone, (("e-old", "e-talks"),))


SETTINGS = Settings(
    title="The harbour bridge, December 2021: what happened, and what was promised",
    description="Every entry shows the sentence it rests on, how its date was worked out, and whether it had happened by then.",
    kicker="Sourced timeline · Harbour",
    contact="desk@news.example",
    publisher="The Example Desk",
)


def published() -> Timeline:
    """Return the small timeline as it is after two publications: one event lost, one tag page no longer there."""
    links = tuple(
        Permalink(name, f"Headline of {name}", "2021-12-07", "happened", False, (name,)) for name in ("e-talks", "e-shut", "e-lost")
    )
    log = (
        Publication(date(2021, 12, 8), new=("e-talks", "e-shut", "e-lost")),
        Publication(
            date(2021, 12, 9),
            changed=(Change("e-talks", "date", "2021-12-06", "2021-12-07"), Change("e-shut", "checked", "false", "true")),
            gone=("e-lost",),
        ),
    )
    lost = Gone("e-lost", "Headline of e-lost", None, None, datetime(2021, 12, 9, tzinfo=UTC), lost=True)
    timeline = small()
    kept = Permalinks(links, log, ("tag/old-tag/index.html", "index.html"))
    return replace(timeline, gone=(*timeline.gone, lost), published=kept)


def many(number: int, years: int = 10, sources: int = 20) -> Timeline:
    """Return a timeline of many events, spread unevenly over years, from several articles."""
    opening = date(2012, 1, 1)
    articles, events = [], []
    for index in range(sources):
        lines = [
            f"On day {n} of the count, delegates of district {n % 37} agreed on measure {n} after talks in room {n % 11}."
            for n in range(index, number, sources)
        ]
        published = opening + timedelta(days=365 * years)
        articles.append(
            article(
                f"report-{index:02}",
                "\n\n".join(lines) or "Nothing.",
                published=Published(published),
                title=f"Report {index} of the district",
                publisher=f"Gazette {index % 4}",
            )
        )
    for n in range(number):
        source = articles[n % sources]
        quote = f"On day {n} of the count, delegates of district {n % 37} agreed on measure {n} after talks in room {n % 11}."
        day = opening + timedelta(days=(n * n * 7 + n * 13) % (365 * years))
        events.append(
            event(
                f"e-{n:05}",
                day.isoformat(),
                f"Delegates of district {n % 37} agree on measure {n}",
                (citation(source, quote, f"On day {n}", day.isoformat()),),
                tags=(f"district {n % 5}",),
                checked=n % 3 == 0,
                salience=(n % 100) / 100,
            )
        )
    events.sort(key=lambda each: (str(each.date), each.id))
    return Timeline(tuple(events), tuple(articles), opening + timedelta(days=365 * years))
