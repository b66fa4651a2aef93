"""What a start page opens with, on an invented story: a dam that breaks, with trivia, background and a football match round it."""

from dataclasses import replace
from datetime import date, timedelta

from generator.model.article import Article, Published
from generator.model.event import Event, Timeline
from generator.render.extents import extent
from generator.render.front import FEWEST, Front, _alike, front_of, weights_of
from generator.render.order import in_order
from generator.render.plan import plan
from generator.render.quotes import source_views
from generator.render.site import render
from generator.render.views import event_view
from generator.render.words import words
from tests.render.invented import SETTINGS, article, citation, edtf, event, theme

OPENING = date(2021, 5, 3)


def told(name: str, day: str, headline: str, quote: str, *by: int, salience: float = 0.3, **more: object) -> tuple[Event, dict[int, str]]:
    """Return an event and the sentence that each of its articles needs."""
    return event(name, day, headline, (), salience=salience, **more), dict.fromkeys(by, quote)


def story() -> Timeline:
    drafts = [
        told("e-dam", "2021-05-03", "Orsk dam breaks", "Early on, the Orsk dam broke.", *range(1, 9), salience=0.8),
        told("e-match", "2021-05-04", "Rovers win the cup", "Fans saw Rovers win.", 9, salience=0.79),
        told("e-old", "1931", "Orsk dam is built", "Workers built the Orsk dam.", 1, 2, 3, salience=0.78, background=True),
        told("e-inquiry", "2021-05-06", "Inquiry into the Orsk dam opens", "An inquiry opened in Orsk.", 4, 5, salience=0.5),
    ]
    drafts += [
        told(
            f"e-{n:02}", (OPENING + timedelta(n % 8)).isoformat(), f"Crew {n} reaches farm {n}", f"In Orsk, crew {n} came.", 2, salience=0.4
        )
        for n in range(FEWEST)
    ]
    texts = {number: "\n\n".join(quotes[number] for _, quotes in drafts if number in quotes) for number in range(1, 10)}
    articles = {
        number: article(f"a-{number}", text, published=Published(OPENING + timedelta(8)), publisher=f"Paper {number % 3}")
        for number, text in texts.items()
    }

    def whole(made: Event, quotes: dict[int, str]) -> Event:
        return replace(
            made, citations=tuple(cited(articles[number], quote, str(made.date)) for number, quote in quotes.items()), reports=len(quotes)
        )

    return Timeline(tuple(whole(*each) for each in drafts), tuple(articles.values()), OPENING + timedelta(8))


def cited(source: Article, quote: str, day: str):  # type: ignore[no-untyped-def]
    return citation(source, quote, "", day)


def front(timeline: Timeline) -> Front | None:
    order, speech = in_order(timeline, SETTINGS), words("en")
    sources = source_views(timeline, speech)
    views = {each.id: event_view(each, number, sources, timeline.as_of, speech) for number, each in enumerate(order.all, 1)}
    extents = {each.id: extent(each, timeline.as_of.toordinal()) for each in order.all}
    return front_of(order, views, extents, weights_of(order, views, extents))


def test_the_main_event_comes_first_and_neither_background_nor_another_matter_comes_near() -> None:
    found = front(story())
    assert found is not None
    assert found.main.id == "e-dam"
    chosen = [view.id for view in found.others]
    assert "e-inquiry" in chosen
    assert not {"e-match", "e-old"} & set(chosen)


def test_one_article_gets_one_place_among_what_it_tells_alone() -> None:
    found = front(story())
    assert found is not None
    assert sum(view.id.removeprefix("e-").isdecimal() for view in found.others) == 1


def test_the_latest_reports_begin_with_the_newest() -> None:
    found = front(story())
    assert found is not None
    days = [view.edtf for view in found.latest]
    assert days == sorted(days, reverse=True)
    assert days[0] == "2021-05-10"


def test_a_short_timeline_is_its_own_summary() -> None:
    timeline = story()
    assert front(replace(timeline, events=timeline.events[: FEWEST - 1])) is None


def test_headlines_of_the_same_words_are_alike() -> None:
    one, other = event("e-1", "2021", "Orsk dam breaks at dawn", ()), event("e-2", "2021", "Orsk dam breaks", ())
    assert _alike(one, replace(other, headline="The dam breaks dawn"))
    assert not _alike(one, replace(other, headline="Crews reach the valley"))


def test_a_word_inside_another_is_the_same_and_date_words_are_none() -> None:
    one = event("e-1", "2021", "A magnitude 6 earthquake strikes Orsk", ())
    assert _alike(one, event("e-2", "2021", "The quake of magnitude 6, the worst in years, strikes", ()))
    source = article("a", "On Tuesday morning a ferry came.")
    first, second = (
        event(f"e-{n}", "2021", words, (citation(source, source.text, "Tuesday morning", "2021"),))
        for n, words in enumerate(("Ferry comes Tuesday morning", "Tuesday morning talks fail"))
    )
    assert not _alike(first, second)


def test_what_nobody_put_in_a_headline_weighs_less() -> None:
    timeline = story()
    bare = tuple(replace(each, headline="") if each.id == "e-inquiry" else each for each in timeline.events)
    before, after = front(timeline), front(replace(timeline, events=bare))
    assert before is not None
    assert after is not None
    assert "e-inquiry" in {view.id for view in before.others}
    assert after.main.id == "e-dam"


def test_a_box_that_stands_in_several_articles_weighs_as_one_that_stands_in_one() -> None:
    timeline, speech = story(), words("en")
    box = next(each for each in timeline.events if each.id == "e-dam")
    retold = replace(box, citations=tuple(replace(each, quote=each.quote + " Again" * n) for n, each in enumerate(box.citations)))
    weights = []
    for one in (box, retold):
        events = tuple(one if each.id == "e-dam" else each for each in timeline.events)
        order, sources = in_order(replace(timeline, events=events), SETTINGS), source_views(timeline, speech)
        views = {each.id: event_view(each, number, sources, timeline.as_of, speech) for number, each in enumerate(order.all, 1)}
        extents = {each.id: extent(each, timeline.as_of.toordinal()) for each in order.all}
        weights.append(weights_of(order, views, extents)["e-dam"])
    assert weights[0] < weights[1] / 2


def test_a_date_is_close_enough_for_a_story_that_is_long() -> None:
    """Of a story of eight days a month is no part; of one of two years it is."""

    def main(days: int) -> str:
        timeline = story()
        later = {f"e-{n:02}": (OPENING + timedelta(n * days // FEWEST)).isoformat() for n in range(FEWEST)}
        moved = tuple(
            replace(each, date=edtf(later.get(each.id, "2021-05" if each.id == "e-dam" else str(each.date)))) for each in timeline.events
        )
        heavy = tuple(replace(each, salience=0.9) if each.id == "e-inquiry" else each for each in moved)
        found = front(replace(timeline, events=heavy))
        assert found is not None
        return found.main.id

    assert main(8) == "e-inquiry"
    assert main(700) == "e-dam"


def test_each_of_what_matters_most_says_who_tells_it() -> None:
    timeline = story()
    html = render(plan(timeline, SETTINGS), timeline, SETTINGS, theme())["index.html"].decode()
    assert '2 reports<span class="who"><bdi>Paper 1</bdi>, <bdi>Paper 2</bdi></span>' in html


def test_what_articles_of_later_weeks_come_back_to_weighs_more() -> None:
    """Of two events that as many reports tell, the one that they look back at; a box that is printed again and again looks back once."""
    soon, later = [OPENING + timedelta(4), OPENING + timedelta(5)], [OPENING + timedelta(40 * n) for n in (1, 2)]
    weights = [recalled(days, " Again") for days in (soon, [soon[0], later[0]], later)]
    assert weights == sorted(set(weights))
    assert recalled(later, " Again") / recalled(soon, " Again") > recalled(later) / recalled(soon)


def recalled(published: list[date], more: str = "") -> float:
    """Return what the inquiry weighs whose articles came out on those days, each in words of its own where there are *more*."""
    timeline, speech = story(), words("en")
    told_by = dict(zip((each.source for each in of(timeline, "e-inquiry").citations), published, strict=True))
    articles = (replace(each, published=Published(told_by[each.id])) if each.id in told_by else each for each in timeline.articles)
    inquiry = of(timeline, "e-inquiry")
    own = replace(inquiry, citations=tuple(replace(each, quote=each.quote + more * n) for n, each in enumerate(inquiry.citations)))
    dated = replace(timeline, articles=tuple(articles), events=tuple(own if each.id == own.id else each for each in timeline.events))
    order, sources = in_order(dated, SETTINGS), source_views(dated, speech)
    views = {each.id: event_view(each, number, sources, dated.as_of, speech) for number, each in enumerate(order.all, 1)}
    extents = {each.id: extent(each, dated.as_of.toordinal()) for each in order.all}
    return weights_of(order, views, extents)[own.id]


def of(timeline: Timeline, name: str) -> Event:
    return next(each for each in timeline.events if each.id == name)


def test_what_lies_before_the_story_leads_if_it_outweighs_all_of_it() -> None:
    """Of articles that look back at a dam that broke two years before; a dam that was built then, as one of many things, does not lead."""

    def main(salience: float) -> tuple[str, bool]:
        timeline = story()
        earlier = replace(of(timeline, "e-dam"), date=edtf("2019-05-03"), salience=salience)
        found = front(replace(timeline, events=tuple(earlier if each.id == "e-dam" else each for each in timeline.events)))
        assert found is not None
        return found.main.id, "e-dam" in {view.id for view in found.others}

    assert main(0.8) == ("e-dam", False)
    assert main(0.01)[0] != "e-dam"
    assert not main(0.01)[1]


def test_what_last_monday_means_may_be_the_event_of_the_week_before() -> None:
    def chosen(day: str, said: str, headline: str = "Dozens drown as the dam breaks") -> bool:
        timeline = story()
        moved = replace(of(timeline, "e-inquiry"), date=edtf(day), said=said, headline=headline, salience=0.7)
        found = front(replace(timeline, events=tuple(moved if each.id == moved.id else each for each in timeline.events)))
        assert found is not None
        return moved.id in {view.id for view in found.others}

    assert not chosen("2021-05-10", "last Monday")
    assert chosen("2021-05-10", "10 May")
    assert chosen("2021-05-11", "last Tuesday")
    assert chosen("2021-05-10", "last Monday", "Boats came")


def test_of_a_month_and_a_day_in_it_one_is_taken() -> None:
    """What is known to the month alone, in which a chosen event lies, may be the same; of another month it is not."""

    def chosen(month: str) -> set[str]:
        timeline = story()
        moved = tuple(replace(each, date=edtf(month), salience=0.7) if each.id == "e-inquiry" else each for each in timeline.events)
        found = front(replace(timeline, events=moved))
        assert found is not None
        return {found.main.id, *(view.id for view in found.others)}

    assert "e-inquiry" not in chosen("2021-05")
    assert "e-inquiry" in chosen("2021-06-01/2021-06-09")
