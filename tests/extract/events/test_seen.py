"""What finds events, each by itself: verbs and nouns, dates, the day of the news, who speaks, what goes on with what."""

from __future__ import annotations

from datetime import date

import pytest

from generator.extract.events.conditions import UNDATED
from generator.extract.events.dated import Dating
from generator.extract.events.days import bounds_plan, reported, turned
from generator.extract.events.detection import detect
from generator.extract.events.evidence import ToldEvents
from generator.extract.events.frames import frames_of
from generator.extract.events.identity import Identities
from generator.extract.events.judging import judged
from generator.extract.events.making import Maker
from generator.extract.events.marks import is_quoted
from generator.extract.events.newsday import news_day
from generator.extract.events.nouns import expletive, is_bound, is_event_noun
from generator.extract.events.plainly import plain_mentions
from generator.extract.events.status import Judgement
from generator.extract.events.times import is_vague, sharper, with_years, without_stamps
from generator.extract.events.undated import Undated
from generator.extract.events.voices import can_speak, is_outsider, says, voice_of
from generator.extract.segment.sentences import segment
from generator.extract.syntax.trees import trees
from generator.language.story import load_story
from generator.model import edtf
from generator.model.mention import DateBasis, EventMention, Status
from tests.articles import WEDNESDAY, article, english, mentions_of, reads_of, timexes_of, token_in, tree_of

STORY = load_story("en")
HAPPENED, PLANNED = Judgement(Status.HAPPENED, ""), Judgement(Status.PLANNED, "")


def test_a_noun_of_an_event_is_known_and_what_it_followed_is_not_told() -> None:
    tree = tree_of("The port closed after the strike.")
    assert is_event_noun(tree, token_in(tree, "strike"), STORY)
    assert not is_event_noun(tree, token_in(tree, "port"), STORY)
    assert is_bound(tree, token_in(tree, "strike"), STORY)


def test_it_may_only_hold_the_subjects_place() -> None:
    tree = tree_of("It was clear that the port would close.")
    assert expletive(tree, frames_of(tree, STORY)[tree.root])
    plain = tree_of("The port closed.")
    assert not expletive(plain, frames_of(plain, STORY)[plain.root])


def test_ids_are_of_the_words_and_the_second_of_the_same_is_counted() -> None:
    made = article("The port closed.")
    (sentence,) = segment(made, english())
    first = Identities(made)
    one, other = first.of(sentence, "on Monday"), first.of(sentence, "on Monday")
    assert one != other
    assert Identities(made).of(sentence, "on  MONDAY") == one


def test_a_year_in_brackets_belongs_to_the_day_before_it() -> None:
    text = "It closed on 8 April (2003)."
    (joined,) = with_years(text, timexes_of(text))
    assert (joined.said.of(text), str(joined.edtf)) == ("8 April (2003)", "2003-04-08")


def test_the_hour_of_a_live_report_is_no_year() -> None:
    text = "2044 Divers have gone down."
    found = timexes_of(text)
    assert without_stamps(text, found, 2024) == []
    assert without_stamps("In 1998 it closed.", timexes_of("In 1998 it closed."), 2024)


@pytest.mark.parametrize(("words", "vague"), [("on Monday", False), ("in 2019", False), ("in the 1990s", True), ("until May", True)])
def test_a_date_may_say_too_little(words: str, vague: bool) -> None:
    (one,) = timexes_of(f"It was shut {words}.")
    assert is_vague(one) is vague


def test_of_two_dates_the_sharper_has_fewer_days() -> None:
    day, year = timexes_of("It was shut on 3 May 2021.")[0], timexes_of("It was shut in 2021.")[0]
    assert sharper(day, year)
    assert not sharper(year, day)


def test_a_verb_turns_a_bare_weekday_its_way() -> None:
    text = "Ann Hale, who turns 62 on Saturday, left."
    tree, (saturday,) = tree_of(text), timexes_of(text)
    frame = frames_of(tree, STORY)[token_in(tree, "turns")]
    assert str(turned(saturday, frame, WEDNESDAY.toordinal(), STORY).edtf) == "2024-05-18"
    assert turned(saturday, None, WEDNESDAY.toordinal(), STORY) is saturday


def test_this_week_ends_with_its_report_where_it_happened() -> None:
    week = edtf.parse("[2024-05-13..2024-05-19]")
    assert week is not None
    assert str(reported(week, HAPPENED, WEDNESDAY)) == "[2024-05-13..2024-05-15]"
    assert reported(week, PLANNED, WEDNESDAY) == week


def test_by_a_year_says_enough_of_a_plan() -> None:
    (by,) = timexes_of("It is to close by 2030.")
    assert bounds_plan(PLANNED, by)
    assert not bounds_plan(HAPPENED, by)


def test_a_predicate_is_judged_by_its_frame() -> None:
    (read,), _ = reads_of("The mayor did not resign.")
    assert judged(read, token_in(read.tree, "resign"), UNDATED, STORY, nominal=False).status is None
    (read,), _ = reads_of("The mayor resigned.")
    assert judged(read, token_in(read.tree, "resigned"), UNDATED, STORY, nominal=False).status is Status.HAPPENED


def test_somebody_speaks_and_a_report_does_not() -> None:
    (read,), names = reads_of("“The port is shut,” mayor Ann Hale said.")
    voice = voice_of(read.tree, read.frames, names, STORY)
    assert voice is not None
    assert voice.name == "Ann Hale"
    assert voice.says is not None
    assert says(read.frames[voice.says], names, STORY)
    assert can_speak(read.tree, voice.subject, names, STORY)
    assert is_quoted(read.tree)
    (read,), names = reads_of("Cases rose.")
    assert voice_of(read.tree, read.frames, names, STORY) is None


def test_an_analyst_only_comments() -> None:
    (read,), names = reads_of("An analyst said that the port was shut.")
    assert is_outsider(read.tree, token_in(read.tree, "analyst"), names, STORY)


@pytest.mark.parametrize(
    ("role", "outside"), [("a senior fund manager", True), ("another shopper", True), ("the transport minister", False)]
)
def test_who_only_invests_or_is_one_more_of_many_comments(role: str, outside: bool) -> None:
    (read,), names = reads_of(f"Ann Hale, {role}, said that the port was shut.")
    assert is_outsider(read.tree, token_in(read.tree, "Hale"), names, STORY) is outside


@pytest.mark.parametrize(("more", "outside"), [("Cases rose.", True), ("Arden Research closed.", False)])
def test_who_is_placed_in_a_body_that_nothing_else_tells_of_comments(more: str, outside: bool) -> None:
    (read, *_), names = reads_of(f"Ann Hale of Arden Research said that the port was shut. {more}")
    assert is_outsider(read.tree, token_in(read.tree, "Hale"), names, STORY) is outside


def found_in(text: str) -> tuple[EventMention, ...]:
    made = article(text, WEDNESDAY)
    sentences = segment(made, english())
    return detect(made, sentences, tuple(trees(made, sentences).values()), timexes_of(text), STORY)


def test_detection_goes_by_sentence_and_trigger() -> None:
    found = found_in("The port closed on Monday and reopened on Tuesday. The mayor resigned on Friday.")
    assert [(each.sentence, str(each.date)) for each in found] == [(1, "2024-05-13"), (1, "2024-05-14"), (2, "2024-05-10")]


def test_what_is_dated_is_made_a_mention_with_its_words() -> None:
    text = "The port closed on Monday."
    (read,), names = reads_of(text)
    made = article(text, WEDNESDAY)
    maker = Maker(made, names, STORY, {1: read.tree})
    maker.times = read.timexes
    (mention,) = Dating(maker, names, STORY).mentions(read)
    assert (mention.quote.of(text), mention.trigger.of(text), str(mention.date)) == (text, "closed", "2024-05-13")
    assert maker.is_time(read.tree[token_in(read.tree, "Monday")].span)
    assert not maker.is_time(mention.trigger)


def test_the_first_day_that_is_told_near_publication_is_that_of_the_news() -> None:
    text = "The port closed on Tuesday. Nobody was hurt."
    reads, _ = reads_of(text)
    found = found_in(text)
    dated = {read.sentence.number: [each for each in found if each.sentence == read.sentence.number] for read in reads}
    day = news_day(reads, dated, WEDNESDAY, STORY)
    assert day is not None
    assert (str(day.date), day.is_published) == ("2024-05-14", False)
    assert news_day(reads, dated, date(2031, 1, 1), STORY) is None


def test_what_goes_on_with_a_deed_has_its_date() -> None:
    text = "A fire broke out at the port on Monday. The fire killed two sailors."
    reads, names = reads_of(text)
    (deed,) = [each for each in found_in(text) if each.basis is DateBasis.SAID]
    told = ToldEvents([deed], names, STORY)
    told.enter(reads[0], [deed])
    frame = reads[1].frames[token_in(reads[1].tree, "killed")]
    assert (told.behind(reads[1], frame) or (None, ""))[0] == deed


def test_an_undated_sentence_is_evidence_only_of_what_was_told() -> None:
    text = "A fire broke out at the port on Monday. The fire killed two sailors."
    assert any(each.basis is DateBasis.INHERITED for each in mentions_of(text))
    assert not mentions_of("The fire killed two sailors.")
    reads, names = reads_of(text)
    nothing: dict[int, list[EventMention]] = {read.sentence.number: [] for read in reads}
    maker = Maker(article(text, WEDNESDAY), names, STORY, {read.tree.sentence: read.tree for read in reads})
    maker.hear(reads)
    assert [each for read in reads for each in Undated(maker, nothing, None).mentions(read)] == []


def test_without_a_vocabulary_a_dated_sentence_tells_one_thing_as_a_whole() -> None:
    text = "Der Hafen wurde am 3 May 2021 geschlossen."
    made = article(text, WEDNESDAY)
    (mention,) = plain_mentions(made, segment(made, english()), timexes_of(text))
    assert (str(mention.date), mention.headline) == ("2021-05-03", "Der Hafen wurde am 3 May 2021 geschlossen")


def test_without_a_vocabulary_a_long_sentence_is_cut_nowhere() -> None:
    text = f"Der Hafen wurde am 3 May 2021 {'sehr ' * 9}bald nach einer Nacht geschlossen."
    made = article(text, WEDNESDAY)
    (mention,) = plain_mentions(made, segment(made, english()), timexes_of(text))
    assert (mention.headline, mention.quote.of(text)) == ("", text)
