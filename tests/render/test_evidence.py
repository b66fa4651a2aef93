"""Evidence in groups: a sentence once however many print it, the rest by publisher or by day; and how a date was found, in a sentence."""

from dataclasses import replace
from datetime import date

import pytest

from generator.model.article import Published
from generator.model.event import Timeline
from generator.render.evidence import Evidence
from generator.render.permalinks import host_of
from generator.render.plan import plan
from generator.render.views import EventView
from tests.render.invented import SETTINGS, article, citation, event, small


def view(*texts: tuple[str, str | None, int]) -> EventView:
    """Return the view of an event told by articles: text, publisher, day of March."""
    articles = [
        article(f"a-{n}", text, published=Published(date(2021, 3, day)), publisher=publisher)
        for n, (text, publisher, day) in enumerate(texts)
    ]
    made = event("e-1", "2021-03-01", "The gate gave way", tuple(citation(each, each.text, "", "2021-03-01") for each in articles))
    return shown(Timeline((made,), tuple(articles), date(2021, 3, 9)), "e-1")


def shown(timeline: Timeline, name: str) -> EventView:
    pages = {page.path: page for page in plan(timeline, SETTINGS)}
    found: EventView = pages[f"event/{name}/index.html"].context["event"]
    return found


def evidence(*texts: tuple[str, str | None, int]) -> Evidence:
    return view(*texts).evidence


def test_one_sentence_in_several_articles_is_one_report() -> None:
    found = evidence(("The gate gave way.", None, 2), ("“The gate gave way”", None, 3), ("It broke.", None, 3))
    assert [(report.count, len(report.others)) for report in found.shown] == [(2, 1), (1, 0)]
    assert (found.bundles, found.more) == ((), 0)


def test_the_lead_stays_first_and_what_most_print_follows() -> None:
    found = evidence(("The lead.", None, 1), ("Rare.", None, 1), ("Often.", None, 1), ("Often.", None, 2), ("Often!", None, 3))
    assert [report.quote.text for report in found.shown] == ["The lead.", "Often.", "Rare."]


def test_many_further_reports_stand_under_their_publishers() -> None:
    found = evidence(*[(f"Report {n}.", f"Paper {n % 2}", 1 + n) for n in range(14)])
    assert [(bundle.heading, len(bundle.reports)) for bundle in found.bundles] == [("Paper 1", 6), ("Paper 0", 5)]
    assert found.more == 11


def test_of_one_publisher_they_stand_under_their_days() -> None:
    found = evidence(*[(f"Report {n}.", "The Paper", 9 - n % 3) for n in range(15)])
    assert [bundle.heading for bundle in found.bundles] == ["7 Mar 2021", "8 Mar 2021", "9 Mar 2021"]


def test_a_date_that_counts_from_publication_says_so() -> None:
    talks = shown(small(), "e-talks").lead
    assert talks is not None
    assert talks.plainly == "“on Tuesday”, in an article of Wed 8 Dec 2021, is Tue 7 Dec 2021."


def test_a_date_that_names_its_year_counts_from_nothing() -> None:
    storm = shown(small(), "e-storm").lead
    assert storm is not None
    assert storm.plainly == "“September 2001” is September 2001."


@pytest.mark.parametrize(("url", "host"), [("https://www.a.example/x", "a.example"), ("http://[", None), ("", None)])
def test_a_site_is_named_as_people_call_it(url: str, host: str | None) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("alone", "headline", "quoted"),
    [("", "“‘It leaks,’ she said.”", True), ("“It leaks,” [Ann Hale] said.", "“‘It leaks,’ [Ann Hale] said.”", False)],
)
def test_an_event_without_a_headline_shows_its_sentence_and_the_quote_below_where_names_were_put_in(
    alone: str, headline: str, quoted: bool
) -> None:
    source = article("a", "“It leaks,” she said.")
    made = event("e-1", "2021-03-01", "", (replace(citation(source, source.text, "", "2021-03-01"), alone=alone),))
    view = shown(Timeline((made,), (source,), date(2021, 3, 9)), "e-1")
    assert (view.headline, view.quoted) == (headline, quoted)
    assert view.lead is not None
    assert view.lead.text == source.text
