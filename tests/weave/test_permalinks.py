"""Every id that was once published has an answer, whatever became of its event."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.model.citation import Citation
from generator.model.edtf import Date, parse
from generator.model.event import Gone, Timeline
from generator.model.mention import DateBasis, Status
from generator.model.permalink import Change, Permalink, Permalinks
from generator.model.span import Span
from generator.weave.permalinks import keep, published, with_pages
from tests.weave.publishing import AT, DAY, event, once, timeline


def quoted(text: str) -> tuple[Citation, ...]:
    return (Citation("a", "e-0", Span(0, len(text)), text, None, "", Date(2024, 3), Status.HAPPENED, DateBasis.SAID, 0),)


def test_an_event_that_is_still_there_needs_nothing() -> None:
    now, links = timeline(event("e-1")), once(event("e-1"))
    assert keep(now, links) == replace(now, published=links)


def test_an_id_that_became_an_alias_leads_to_its_event() -> None:
    assert keep(timeline(event("e-2", "e-1")), once(event("e-1"))).redirects == (("e-1", "e-2"),)


def test_an_id_leads_to_the_event_of_what_it_was_published_with() -> None:
    now = timeline(event("e-3"), event("e-2", "e-4"))
    assert keep(now, once(event("e-1", "e-2", "e-3", "e-4"))).redirects == (("e-1", "e-2"),)


def test_an_event_of_a_renamed_article_is_found_by_what_it_is_told_as() -> None:
    links = once(event("e-1", headline="The lock closed"))
    assert keep(timeline(event("e-2", headline="The lock closed")), links).redirects == (("e-1", "e-2"),)
    assert not keep(timeline(event("e-2", headline="The lock closed", date=Date(2024, 4))), links).redirects
    assert not keep(timeline(event("e-2", headline="The lock closed"), event("e-3", headline="The lock closed")), links).redirects
    assert not keep(timeline(event("e-2", headline="")), once(event("e-1", headline=""))).redirects
    both = once(event("e-1", headline="The lock closed"), event("e-2", headline="The lock closed"))
    assert not keep(timeline(event("e-2", headline="The lock closed")), both).redirects  # e-2 is known, and is not e-1


def test_without_a_headline_an_event_of_a_renamed_article_is_found_by_its_quote() -> None:
    opened, shut = quoted("The mayor opened a ferry in March."), quoted("The mayor shut a ferry in March.")
    links = once(event("e-1", headline="", citations=opened, address="2024-03-the-mayor-opened-a-ferry-in-march"))
    assert keep(timeline(event("e-2", headline="", citations=opened)), links).redirects == (("e-1", "e-2"),)
    assert not keep(timeline(event("e-2", headline="", citations=shut)), links).redirects
    assert not keep(timeline(event("e-2", headline="", citations=opened), event("e-3", headline="", citations=opened)), links).redirects
    wordless = once(event("e-1", headline="", citations=quoted("港が閉鎖された。"), address="2024-03"))
    assert not keep(timeline(event("e-2", headline="", citations=quoted("港が開いた。"))), wordless).redirects  # one day is not one event


def test_an_id_that_nothing_tells_of_is_lost() -> None:
    kept = keep(timeline(), once(event("e-1")))
    assert [(each.id, each.headline, each.lost) for each in kept.gone] == [("e-1", "About e-1", True)]
    assert kept.gone[0].at.date() == date(2024, 4, 30)


def test_a_lost_id_keeps_the_day_on_which_it_was_first_missed() -> None:
    links = published(keep(timeline(), once(event("e-1"))), once(event("e-1")), date(2024, 6, 1))
    assert links.events[0].gone == date(2024, 6, 1)
    later = published(keep(timeline(), links), links, date(2024, 7, 1))
    assert later == links
    assert keep(timeline(), links).gone[0].at.date() == date(2024, 6, 1)


def test_a_hidden_event_is_gone_under_every_id_it_was_published_with() -> None:
    hidden = Gone("e-2", "About e-2", "another quarry", "I.H.", AT)
    kept = keep(timeline(gone=(hidden,)), once(event("e-1", "e-2")))
    assert [(each.id, each.reason, each.lost) for each in kept.gone] == [("e-2", "another quarry", False), ("e-1", "another quarry", False)]


def test_an_editors_own_redirect_stays() -> None:
    now, links = timeline(event("e-2"), redirects=(("e-1", "e-2"),)), once(event("e-1"))
    assert keep(now, links) == replace(now, published=links)


def test_other_pages_are_kept_in_the_order_in_which_they_came() -> None:
    first = with_pages(Permalinks(), ["tag/b/index.html", "source/a/index.html"])
    second = with_pages(published(timeline(event("e-1")), first, DAY), ["about/index.html", "tag/b/index.html"])
    assert second.pages == ("source/a/index.html", "tag/b/index.html", "about/index.html")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"headline": "New"}, ("headline", "About e-1", "New")),
        ({"date": parse("2024-03-05")}, ("date", "2024-03", "2024-03-05")),
        ({"status": Status.PLANNED}, ("status", "happened", "planned")),
        ({"checked": True}, ("checked", "false", "true")),
    ],
)
def test_what_readers_see_differently_is_in_the_log(change: dict[str, object], told: tuple[str, str, str]) -> None:
    links = published(timeline(event("e-1", **change)), once(event("e-1")), DAY)
    assert links.publications[-1].changed == (Change("e-1", *told),)
    assert links.publications[-1].new == ()


def test_an_event_that_comes_back_is_new_again() -> None:
    first = once(event("e-1"))
    lost = published(keep(timeline(), first), first, DAY)
    back = published(keep(timeline(event("e-1")), lost), lost, DAY)
    assert [(each.new, each.gone) for each in back.publications] == [(("e-1",), ()), ((), ("e-1",)), (("e-1",), ())]
    assert back.events == first.events


def test_an_event_under_a_new_id_is_not_news() -> None:
    before = once(event("e-1", "e-2"))
    now = keep(timeline(event("e-2", headline="About e-1")), before)
    links = published(now, before, DAY)
    assert len(links.publications) == 1
    assert [each.id for each in links.events] == ["e-1", "e-2"]


def test_the_ids_of_a_redirected_event_go_on_to_grow() -> None:
    before = once(event("e-1", "e-2"))
    second = published(keep(timeline(event("e-2", "e-3")), before), before, DAY)
    assert keep(timeline(event("e-3")), second).redirects == (("e-1", "e-3"), ("e-2", "e-3"))


NAMES = some.sampled_from([f"e-{number}" for number in range(6)])


@some.composite
def states(draw: some.DrawFn) -> Timeline:
    """A timeline of events that share no id, some of which an editor hid."""
    names = draw(some.lists(NAMES, unique=True))
    cuts = draw(some.lists(some.booleans(), min_size=len(names), max_size=len(names)))
    groups: list[list[str]] = []
    for name, starts in zip(names, cuts, strict=True):
        if starts or not groups:
            groups.append([])
        groups[-1].append(name)
    events = [event(group[0], *group[1:]) for group in groups]
    hidden = draw(some.integers(0, len(events)))
    gone = tuple(Gone(each.id, each.headline, None, None, AT) for each in events[:hidden])
    return timeline(*events[hidden:], gone=gone)


@given(some.lists(states(), max_size=5))
def test_whatever_happens_every_published_id_has_exactly_one_answer(history: list[Timeline]) -> None:
    links = Permalinks()
    ever: set[str] = set()
    for state in history:
        kept = keep(state, links)
        live, gone, moved = [each.id for each in kept.events], [each.id for each in kept.gone], [old for old, _ in kept.redirects]
        answers = [*live, *gone, *moved]
        assert ever <= set(answers)
        assert len(answers) == len(set(answers))
        assert {new for _, new in kept.redirects} <= set(live)
        after = published(kept, links, DAY)
        assert published(keep(state, after), after, DAY) == after
        assert [each.id for each in after.events[: len(links.events)]] == [each.id for each in links.events]
        assert all(set(old.aliases) <= set(new.aliases) for old, new in zip(links.events, after.events, strict=False))
        ever |= set(live)
        links = after


def test_a_permalink_holds_what_readers_saw() -> None:
    seen = Permalink("e-1", "About e-1", "2024-03", "happened", False, ("e-1", "e-9"), address="2024-03-about-e-1")
    assert once(event("e-1", "e-9")).events == (seen,)
