"""Coreference over small invented news: what becomes one event, what stays apart, and the laws that hold for any mentions."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.article import Article
from generator.model.event import Event
from generator.model.mention import DateBasis, EventMention, MentionKind, Status
from generator.weave.coreference import corefer
from tests.weave.telling import STORY, Told, an_article, woven


def ids(events: tuple[Event, ...]) -> set[tuple[str, ...]]:
    return {event.aliases for event in events}


MORNING = an_article(
    "a-morning",
    "2031-05-07",
    Told(
        "Mayor Ilse Brandt opened the Harbour Bridge in Norrvik on Tuesday.", "opened", "2031-05-06", "on Tuesday", "Ilse Brandt", lead=True
    ),
    Told("Dock workers began a strike over pensions on Monday.", "strike", "2031-05-05", "on Monday", "Dock workers"),
    Told(
        'Brandt said on Tuesday that the ferries "will sail no more".',
        "said",
        "2031-05-06",
        "on Tuesday",
        "Brandt",
        statement=True,
    ),
)
EVENING = an_article(
    "b-evening",
    "2031-05-08",
    Told("The Harbour Bridge in Norrvik was opened this week by Brandt.", "opened", "2031-05-05/2031-05-11", "this week", "Ilse Brandt"),
    Told(
        "Union leader Per Falk said on Tuesday that the ferries must sail.", "said", "2031-05-06", "on Tuesday", "Per Falk", statement=True
    ),
    Told("The port of Norrvik closed for repairs on Tuesday.", "closed", "2031-05-06", "on Tuesday", "port of Norrvik"),
)


def test_the_same_deed_told_with_a_vaguer_date_is_one_event_with_the_sharper_date() -> None:
    events = woven(MORNING, EVENING)
    bridge = next(event for event in events if event.id == "e-a-morning-1")
    assert bridge.aliases == ("e-a-morning-1", "e-b-evening-1")
    assert str(bridge.date) == "2031-05-06"
    assert bridge.said == "on Tuesday"
    assert [citation.source for citation in bridge.citations] == ["a-morning", "b-evening"]
    assert bridge.reports == 2


def test_two_speakers_on_one_day_make_two_statements() -> None:
    assert {("e-a-morning-3",), ("e-b-evening-2",)} <= ids(woven(MORNING, EVENING))


def test_different_deeds_of_one_day_stay_apart() -> None:
    assert {("e-b-evening-3",), ("e-a-morning-2",)} <= ids(woven(MORNING, EVENING))


def test_one_speaker_on_one_matter_on_one_day_is_one_event() -> None:
    later = an_article(
        "c-later",
        "2031-05-08",
        Told(
            "The ferries will sail no more, Ilse Brandt told reporters on Tuesday.",
            "told",
            "2031-05-06",
            "on Tuesday",
            "Ilse Brandt",
            statement=True,
        ),
    )
    assert ("e-a-morning-3", "e-c-later-1") in ids(woven(MORNING, later))


def test_a_plan_that_a_later_source_reports_as_done_has_happened() -> None:
    plan = an_article(
        "a-plan",
        "2031-06-01",
        Told(
            "The Senate of Verland will vote on the fishing treaty on Thursday.",
            "vote",
            "2031-06-05",
            "on Thursday",
            "Senate",
            Status.PLANNED,
        ),
    )
    done = an_article(
        "b-done",
        "2031-06-06",
        Told("On Thursday the Senate of Verland voted for the fishing treaty.", "voted", "2031-06-05", "On Thursday", "Senate"),
    )
    (event,) = woven(plan, done)
    assert event.status is Status.HAPPENED
    assert any("later reported" in step.words for step in event.reasons)


def test_an_inferred_date_gives_way_to_a_said_one() -> None:
    lead = Told(
        "Fire destroys the old Kestrel cinema in Norrvik.", "destroys", "2031-05-08", basis=DateBasis.PUBLICATION, who="Fire", lead=True
    )
    story = an_article(
        "a-fire",
        "2031-05-08",
        lead,
        Told("The fire destroyed the old Kestrel cinema in Norrvik on Wednesday.", "destroyed", "2031-05-07", "on Wednesday", "fire"),
    )
    (event,) = woven(story)
    assert str(event.date) == "2031-05-07"
    assert event.basis is DateBasis.SAID


def test_reports_that_disagree_about_the_day_keep_both_dates() -> None:
    words = "The freighter Aurelia sank off Cape Hollin with 17 sailors aboard"
    one = an_article("a-one", "2031-05-08", Told(f"{words} on Tuesday.", "sank", "2031-05-06", "on Tuesday", "freighter Aurelia"))
    two = an_article("b-two", "2031-05-09", Told(f"{words} on May 5.", "sank", "2031-05-05", "on May 5", "freighter Aurelia"))
    three = an_article("c-three", "2031-05-10", Told(f"Last Tuesday {words}.", "sank", "2031-05-06", "Last Tuesday", "freighter Aurelia"))
    (event,) = woven(one, two, three)
    assert str(event.date) == "2031-05-06"
    assert [str(other) for other in event.others] == ["2031-05-05"]


def test_a_wire_story_printed_twice_is_one_report_with_two_citations() -> None:
    lines = [
        Told("The lighthouse keeper of Skarv retired on Monday after forty years.", "retired", "2031-05-05", "on Monday", "keeper"),
        Told("A crane fell into the dry dock at Norrvik on Sunday morning.", "fell", "2031-05-04", "on Sunday", "crane"),
        Told("The regatta around the islands starts on Saturday as planned.", "starts", "2031-05-10", "on Saturday", "regatta"),
    ]
    events = woven(an_article("a-paper", "2031-05-06", *lines), an_article("b-paper", "2031-05-07", *lines))
    assert len(events) == 3
    assert [(event.reports, len(event.citations)) for event in events] == [(1, 2)] * 3


def test_a_sentence_repeated_word_for_word_in_one_article_is_cited_once() -> None:
    line = Told("The Harbour Bridge in Norrvik opened on Tuesday.", "opened", "2031-05-06", "on Tuesday", "Harbour Bridge")
    (event,) = woven(an_article("a-list", "2031-05-07", line, line))
    assert len(event.citations) == 1
    assert len(event.aliases) == 2


FLOOD = an_article(
    "c-flood",
    "2031-07-07",
    Told("A flood drowned the cattle of Lindal on Sunday.", "drowned", "2031-07-06", "on Sunday", "flood", lead=True),
    Told("It was the worst since the flood of 2011.", "worst", "2011", "2011", background=True),
)


def test_salience_means_the_same_whatever_else_the_corpus_holds() -> None:
    alone = {event.id: event.salience for event in woven(FLOOD)}
    among = {event.id: event.salience for event in woven(FLOOD, MORNING, EVENING)}
    assert {name: among[name] for name in alone} == alone
    assert all(weight < 0.5 for weight in alone.values())


def test_what_one_report_tells_of_long_ago_weighs_less_than_its_news() -> None:
    weight = {event.id: event.salience for event in woven(FLOOD)}
    assert weight["e-c-flood-2"] < weight["e-c-flood-1"]


def test_no_mentions_make_no_events() -> None:
    assert corefer((), (), STORY) == ()


SUBJECTS = ("Brandt", "Per Falk", "The Senate", "Dock workers", "The freighter Aurelia")
DEEDS = ("opened the bridge", "left the harbour", "said the treaty was dead", "sank the ferry", "closed the port")
DATES = ("2031-05-04", "2031-05-05", "2031-05-06", "2031-05-05/2031-05-11", "2031-05", "2031", "[2031-05-06..2031-05-08]", "2031-05/..")


@st.composite
def stories(draw: st.DrawFn) -> list[tuple[Article, tuple[EventMention, ...]]]:
    made = []
    for number in range(draw(st.integers(1, 4))):
        lines = []
        for _ in range(draw(st.integers(0, 5))):
            who, deed = draw(st.sampled_from(SUBJECTS)), draw(st.sampled_from(DEEDS))
            basis = draw(st.sampled_from((DateBasis.SAID, DateBasis.INHERITED, DateBasis.PUBLICATION)))
            status = draw(st.sampled_from(tuple(Status)))
            told = Told(
                f"{who} {deed} then.", deed.split()[0], draw(st.sampled_from(DATES)), "then", who, status, basis, statement="said" in deed
            )
            lines.append(told)
        made.append(an_article(f"n{number}", draw(st.sampled_from(("2031-05-06", "2031-05-07", "2031-06-01"))), *lines))
    return made


@settings(max_examples=60, deadline=None)
@given(stories(), st.randoms(use_true_random=False))
def test_the_order_of_articles_and_mentions_does_not_matter(made: list[tuple[Article, tuple[EventMention, ...]]], chance: object) -> None:
    articles = [article for article, _ in made]
    mentions = [mention for _, each in made for mention in each]
    expected = corefer(tuple(articles), tuple(mentions), STORY)
    chance.shuffle(articles)  # type: ignore[attr-defined]
    chance.shuffle(mentions)  # type: ignore[attr-defined]
    assert corefer(tuple(articles), tuple(mentions), STORY) == expected


@settings(max_examples=60, deadline=None)
@given(stories())
def test_every_mention_ends_in_exactly_one_event(made: list[tuple[Article, tuple[EventMention, ...]]]) -> None:
    told = sorted(alias for event in woven(*made) for alias in event.aliases)
    assert told == sorted(mention.id for _, each in made for mention in each)


@settings(max_examples=60, deadline=None)
@given(stories())
def test_citations_quote_exactly_and_saliences_are_shares(made: list[tuple[Article, tuple[EventMention, ...]]]) -> None:
    texts = {article.id: article.text for article, _ in made}
    for event in woven(*made):
        assert 0 < event.salience <= 1
        assert event.id == event.aliases[0]
        assert event.citations
        for citation in event.citations:
            text = texts[citation.source]
            assert citation.span.of(text) == citation.quote
            assert text[: citation.span.start].endswith(citation.before)
            assert text[citation.span.end :].startswith(citation.after)
            assert citation.said is None or (citation.span.contains(citation.said) and citation.said.of(text) == citation.said_words)


def test_a_mention_of_an_unknown_article_is_left_out() -> None:
    article, mentions = MORNING
    stray = replace(mentions[0], id="e-stray", article="nowhere")
    events = corefer((article,), (*mentions, stray), STORY)
    assert "e-stray" not in {alias for event in events for alias in event.aliases}


@pytest.mark.parametrize("event", woven(MORNING, EVENING), ids=lambda event: event.id)
def test_every_join_and_every_date_is_explained(event: Event) -> None:
    rules = [step.rule for step in event.reasons]
    assert rules.count("same event") == len(event.aliases) - 1
    assert "date" in rules
    assert all(re.search(r"\w", step.words) for step in event.reasons)


def test_what_one_report_looks_back_on_weighs_less_than_what_two_do() -> None:
    line = Told("A flood drowned the cattle of Lindal in May 2029.", "drowned", "2029-05-04", "in May 2029", "flood")
    alone, again = woven(an_article("a", "2031-07-07", line)), woven(*(an_article(name, "2031-07-07", line) for name in "ab"))
    assert len(alone) == len(again) == 1
    assert again[0].salience > 1.5 * alone[0].salience


def test_what_a_statement_brings_up_by_the_way_joins_it_to_no_deed() -> None:
    says = "Mayor Ana Lopes said on Tuesday that the harbour lamps of Norrvik had been dark for weeks before the collision of the ferries."
    deed = Told("Two ferries met in a collision on Tuesday.", "collision", "2031-05-06", "on Tuesday", "ferries")
    statement = Told(says, "said", "2031-05-06", "on Tuesday", "Ana Lopes", statement=True)
    text, (told, said) = an_article("a", "2031-05-07", deed, statement)
    by_the_way = replace(
        said, id="e-a-3", kind=MentionKind.DEED, speaker=None, actors=(), lemma="collision", basis=DateBasis.INHERITED, continues=told.id
    )
    other = an_article("b", "2031-05-07", statement)
    found = woven((text, (told, said, by_the_way)), other)
    assert sorted(event.aliases for event in found) == [("e-a-1", "e-a-3"), ("e-a-2", "e-b-1")]
