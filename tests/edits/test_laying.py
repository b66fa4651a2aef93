"""Editors' acts are laid over events: field by field, in the order of time, and never on a look-alike."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from generator.edits.laying import lay
from generator.model import edtf
from generator.model.article import Article
from generator.model.diagnostic import Checked
from generator.model.edit import Action, Edit, Fields, Selector
from generator.model.event import Event, Timeline
from generator.model.mention import DateBasis, Status
from generator.model.settings import Settings
from generator.model.span import Source
from tests.edits.baths import ALL, AS_OF, BATHS, BEGAN, ENDS, HOPES, NOON, OPENED, SAYS, TEXT, day, on


def act(action: Action, *targets: Selector, after: int = 0, **parts: object) -> Edit:
    name = f"{action}-{after}"
    text = '+++\naction = "edit"\n+++\n'
    edit = Edit(name, Source(f"edits/{name}.md", text), action, NOON + timedelta(minutes=after), "R.K.", targets)
    return replace(edit, **parts)  # type: ignore[arg-type]  # the parts are named by the test


def laid(*edits: Edit, settings: Settings | None = None, events: tuple[Event, ...] = ALL, article: Article = BATHS) -> Checked[Timeline]:
    return lay(events, edits, (article,), settings or Settings(), AS_OF)


def the(timeline: Checked[Timeline], name: str) -> Event:
    return next(each for each in timeline.value.events if each.id == name)


def told(timeline: Checked[Timeline]) -> list[str]:
    return [each.code.name for each in timeline.diagnostics if each.code.name != "D403"]


def test_without_edits_the_events_stand_in_the_order_of_their_dates() -> None:
    assert [each.id for each in laid().value.events] == ["e-opened", "e-began", "e-ends", "e-says", "e-hopes"]


def test_a_date_that_was_what_the_editor_saw_is_replaced_and_the_words_are_kept() -> None:
    done = laid(act(Action.EDIT, on(HOPES), was=Fields(date=HOPES.date), set=Fields(date=day("2022-06-10"))))
    changed = the(done, "e-hopes")
    assert (str(changed.date), changed.said, changed.basis, changed.edited) == ("2022-06-10", "by Friday", DateBasis.EDITOR, ("date",))
    assert changed.updated == NOON
    assert told(done) == []


def test_the_bound_that_the_program_knows_now_makes_no_conflict_with_an_edit_that_saw_the_same_days() -> None:
    bounded = replace(HOPES, date=day(f"by {HOPES.date}"))
    edit = act(Action.EDIT, on(HOPES), was=Fields(date=HOPES.date), set=Fields(date=day("late 2022-06")))
    done = laid(edit, events=(bounded,))
    assert told(done) == []
    assert edtf.written(the(done, "e-hopes").date) == "late 2022-06"


def test_a_value_that_the_program_now_gives_itself_is_redundant() -> None:
    done = laid(act(Action.EDIT, on(HOPES), was=Fields(date=day("2022-06-10")), set=Fields(date=HOPES.date)))
    assert told(done) == ["D305"]
    assert the(done, "e-hopes").edited == ()


def test_a_value_that_is_neither_is_a_conflict_and_the_editors_counts() -> None:
    done = laid(act(Action.EDIT, on(HOPES), was=Fields(date=day("2022-06-17")), set=Fields(date=day("2022-06-10"))))
    assert told(done) == ["D306"]
    assert str(the(done, "e-hopes").date) == "2022-06-10"
    assert "2022-06-17" in the(done, "e-hopes").review[0]


def test_of_two_edits_of_a_field_the_later_counts_whatever_their_order() -> None:
    first = act(Action.EDIT, on(SAYS), set=Fields(headline="First"))
    second = act(Action.EDIT, on(SAYS), after=1, was=Fields(headline="First"), set=Fields(headline="Second"))
    assert the(laid(second, first), "e-says").headline == "Second"
    assert told(laid(second, first)) == []


def test_two_edits_of_a_field_that_know_nothing_of_each_other_say_which_wins() -> None:
    first = act(Action.EDIT, on(SAYS), was=Fields(headline=SAYS.headline), set=Fields(headline="First"), by="A.B.")
    second = act(Action.EDIT, on(SAYS), after=1, was=Fields(headline=SAYS.headline), set=Fields(headline="Second"), by="C.D.")
    done = laid(second, first)
    event = the(done, "e-says")
    assert (event.headline, told(done)) == ("Second", ["D315"])
    assert f"A.B. has set “First” ({first.source.path}); this later act sets “Second”, and counts" in done.diagnostics[0].message
    assert event.review == ("headline: A.B. set First; C.D. set Second later, not knowing of it, and that counts",)


def test_an_act_by_hand_that_does_not_say_what_it_saw_is_told_where_it_wins_over_another_editors() -> None:
    first = act(Action.EDIT, on(SAYS), set=Fields(headline="First"), by="A.B.")
    for by, said in (("C.D.", ["D315"]), ("A.B.", [])):  # to think better of one's own needs no word
        done = laid(first, act(Action.EDIT, on(SAYS), after=1, set=Fields(headline="Second"), by=by))
        assert (the(done, "e-says").headline, told(done)) == ("Second", said)


def test_tags_that_two_editors_add_apart_are_all_kept() -> None:
    first = act(Action.EDIT, on(SAYS), was=Fields(tags=()), set=Fields(tags=("roof",)))
    second = act(Action.EDIT, on(SAYS), after=1, was=Fields(tags=()), set=Fields(tags=("council", "roof")))
    third = act(Action.EDIT, on(SAYS), after=2, was=Fields(tags=("roof",)), set=Fields(tags=("money",)))
    assert the(laid(first, second), "e-says").tags == ("roof", "council")
    assert the(laid(first, second, third), "e-says").tags == ("council", "money")
    assert told(laid(first, second, third)) == []


def test_one_sentence_with_two_events_is_told_apart_by_the_date_words() -> None:
    done = laid(act(Action.EDIT, on(ENDS), set=Fields(headline="Roof done this week")))
    assert (the(done, "e-ends").headline, the(done, "e-began").headline) == ("Roof done this week", "Work on roof begins")


def test_a_sentence_with_two_events_and_no_date_words_is_for_review() -> None:
    done = laid(act(Action.EDIT, replace(on(ENDS), said=None), set=Fields(headline="Roof")))
    assert told(done) == ["D303"]
    assert all(each.headline != "Roof" for each in done.value.events)


EVE = replace(SAYS, id="e-eve", aliases=("e-eve",), date=day("2022-06-06"), headline="Baths named")
TWIN = replace(SAYS, id="e-twin", aliases=("e-twin",), headline="Closure announced")


@pytest.mark.parametrize(("meant", "other"), [(SAYS, EVE), (EVE, SAYS), (SAYS, TWIN), (TWIN, SAYS)])
def test_of_two_events_on_the_same_words_and_date_words_the_one_is_meant_that_was_so(meant: Event, other: Event) -> None:
    saw = Fields(date=meant.date, headline=meant.headline)
    done = laid(act(Action.EDIT, on(meant), was=saw, set=Fields(tags=("roof",))), events=(SAYS, other if meant is SAYS else meant))
    assert (the(done, meant.id).tags, the(done, other.id).tags, told(done)) == (("roof",), (), [])
    gone = laid(act(Action.HIDE, on(meant), was=saw), events=(SAYS, other if meant is SAYS else meant))
    assert [each.id for each in gone.value.events] == [other.id]


def test_of_two_events_on_the_same_words_one_is_known_by_what_it_was_before_another_act() -> None:
    first = act(Action.EDIT, on(TWIN), was=Fields(headline=TWIN.headline), set=Fields(headline="Closed"), by="A.B.")
    second = act(Action.EDIT, on(TWIN), after=1, was=Fields(headline=TWIN.headline), set=Fields(tags=("roof",)), by="C.D.")
    assert the(laid(first, second, events=(SAYS, TWIN)), "e-twin").tags == ("roof",)


@pytest.mark.parametrize(
    "was", [Fields(), Fields(headline="Neither"), Fields(date=SAYS.date), Fields(date=EVE.date, headline=SAYS.headline)]
)
def test_of_two_events_on_the_same_words_none_is_guessed(was: Fields) -> None:
    other = EVE if was.headline == SAYS.headline else TWIN
    done = laid(act(Action.HIDE, on(SAYS), was=was), events=(SAYS, other))
    assert (len(done.value.events), told(done)) == (2, ["D303"])


@pytest.mark.parametrize(("first", "second"), [(SAYS, TWIN), (TWIN, SAYS)])
def test_two_events_on_the_same_words_can_be_merged(first: Event, second: Event) -> None:
    edit = act(Action.MERGE, on(first), on(second), was=Fields(date=first.date, headline=first.headline))
    done = laid(edit, events=(SAYS, TWIN))
    assert ([each.id for each in done.value.events], told(done)) == ([first.id], [])
    assert done.value.redirects == ((second.id, first.id),)


def test_a_quote_that_is_gone_leaves_its_edit_unapplied() -> None:
    article = replace(BATHS, source=Source("articles/baths.txt", TEXT.replace("The baths were opened in 1931.", "Nobody knows more.")))
    done = laid(act(Action.EDIT, on(OPENED), set=Fields(headline="Opening")), events=ALL[:4], article=article)
    assert told(done) == ["D302"]


def test_a_quote_with_another_figure_is_for_review_and_flags_the_event_there() -> None:
    article = replace(BATHS, source=Source("articles/baths.txt", TEXT.replace("1931", "1913")))
    done = laid(act(Action.EDIT, on(OPENED), set=Fields(headline="Opening")), article=article)
    assert told(done) == ["D303"]
    assert "1913" in the(done, "e-opened").review[0]
    assert the(done, "e-opened").headline == "Baths opened"


def test_an_article_that_the_project_does_not_hold_is_told_with_the_nearest_name() -> None:
    done = laid(act(Action.EDIT, replace(on(SAYS), source="bath", exact="Words that no event rests on."), set=Fields(headline="X")))
    assert told(done) == ["D309"]
    assert done.diagnostics[0].hint == "did you mean “baths”?"


def test_words_of_an_article_that_was_renamed_are_shown_where_they_stand_now_and_applied_to_nothing() -> None:
    done = laid(act(Action.EDIT, replace(on(SAYS), source="old-name"), set=Fields(headline="X")))
    assert (told(done), the(done, "e-says").headline) == (["D309"], SAYS.headline)
    assert done.diagnostics[0].hint == 'these words stand in “baths”; if its file was renamed, write source = "baths"'
    assert "it names the article “old-name”" in the(done, "e-says").review[0]


def test_words_without_an_event_are_told() -> None:
    done = laid(act(Action.EDIT, on(OPENED), set=Fields(headline="X")), events=ALL[:4])
    assert told(done) == ["D304"]


def test_a_note_and_a_correction_are_signed_and_dated() -> None:
    done = laid(act(Action.EDIT, on(SAYS), note="From the minutes.", correction="An earlier version said Monday."))
    notes = the(done, "e-says").notes
    assert [(note.text, note.correction, note.by) for note in notes] == [
        ("An earlier version said Monday.", True, "R.K."),
        ("From the minutes.", False, "R.K."),
    ]


SEEN = Fields(date=SAYS.date, headline=SAYS.headline, status=SAYS.status, background=False)


def test_a_checked_event_says_by_whom_and_when() -> None:
    done = laid(act(Action.EDIT, on(SAYS), was=SEEN, set=Fields(checked=True)))
    assert (the(done, "e-says").checked, the(done, "e-says").checked_by, the(done, "e-says").checked_at) == (True, "R.K.", NOON)


def test_a_check_lapses_when_what_was_checked_has_changed() -> None:
    done = laid(act(Action.EDIT, on(SAYS), was=replace(SEEN, headline="Mayor closes baths"), set=Fields(checked=True)))
    assert told(done) == ["D307"]
    assert not the(done, "e-says").checked
    assert the(done, "e-says").review


def test_a_later_edit_of_a_checked_event_lets_the_check_lapse_unless_it_checks_again() -> None:
    check = act(Action.EDIT, on(SAYS), was=SEEN, set=Fields(checked=True))
    change = act(Action.EDIT, on(SAYS), after=1, set=Fields(headline="Other"))
    assert not the(laid(check, change), "e-says").checked
    again = replace(change, set=Fields(headline="Other", checked=True))
    assert the(laid(check, again), "e-says").checked


def test_what_a_check_itself_sets_does_not_let_it_lapse() -> None:
    done = laid(act(Action.EDIT, on(SAYS), was=SEEN, set=Fields(headline="Better", checked=True)))
    assert the(done, "e-says").checked
    assert told(done) == []


def test_publishing_only_what_is_checked_leaves_the_rest_out() -> None:
    done = laid(act(Action.EDIT, on(SAYS), was=SEEN, set=Fields(checked=True)), settings=Settings(publish="checked"))
    assert [each.id for each in done.value.events] == ["e-says"]


def test_a_hidden_event_is_gone_with_its_reason_and_later_edits_say_so() -> None:
    hide = act(Action.HIDE, on(OPENED), reason="Not part of this story.")
    later = act(Action.EDIT, on(OPENED), after=1, set=Fields(headline="X"))
    done = laid(hide, later)
    assert "e-opened" not in {each.id for each in done.value.events}
    assert [(gone.id, gone.reason, gone.into) for gone in done.value.gone] == [("e-opened", "Not part of this story.", None)]
    assert told(done) == ["D304"]


def test_merged_events_become_one_with_all_evidence_and_aliases() -> None:
    done = laid(act(Action.MERGE, on(SAYS), on(HOPES), set=Fields(headline="Mayor speaks of the baths")))
    one = the(done, "e-says")
    assert one.aliases == ("e-says", "e-hopes")
    assert len(one.citations) == 2
    assert one.headline == "Mayor speaks of the baths"
    assert [(gone.id, gone.into) for gone in done.value.gone] == [("e-hopes", "e-says")]
    assert done.value.redirects == (("e-hopes", "e-says"),)


def test_a_merge_with_a_missing_target_changes_nothing() -> None:
    done = laid(act(Action.MERGE, on(SAYS), Selector("baths", "The pool was sold to a circus in April.")))
    assert told(done) == ["D302"]
    assert len(done.value.events) == len(ALL)


def test_a_merge_of_what_is_one_event_already_is_redundant() -> None:
    assert told(laid(act(Action.MERGE, on(SAYS), replace(on(SAYS), said=None)))) == ["D305"]


def merged_by_the_program() -> tuple[Event, ...]:
    both = replace(SAYS, aliases=("e-says", "e-hopes"), citations=(*SAYS.citations, *HOPES.citations))
    return (both, BEGAN, ENDS, OPENED)


def test_a_split_off_citation_becomes_an_event_dated_as_its_source_dates_it() -> None:
    done = laid(act(Action.SPLIT, on(SAYS), on(HOPES), set=Fields(headline="Mayor to name date")), events=merged_by_the_program())
    assert (the(done, "e-says").aliases, the(done, "e-hopes").aliases) == (("e-says",), ("e-hopes",))
    assert (str(the(done, "e-hopes").date), the(done, "e-hopes").headline) == ("[2022-06-08..2022-06-10]", "Mayor to name date")


def test_a_split_can_take_the_citation_that_gave_the_event_its_name() -> None:
    done = laid(act(Action.SPLIT, on(HOPES), on(SAYS)), events=merged_by_the_program())
    assert {each.id for each in done.value.events} >= {"e-says", "e-hopes"}
    assert the(done, "e-hopes").aliases == ("e-hopes",)


def test_a_split_that_would_leave_nothing_is_refused() -> None:
    done = laid(act(Action.SPLIT, on(SAYS)))
    assert told(done) == ["D301"]


FOUND = Fields(date=day("2022-06-08"), headline="Roof found unsafe")


def test_an_added_event_quotes_its_evidence() -> None:
    target = Selector("baths", "the baths would close", "Tuesday")
    done = laid(act(Action.ADD, replace(target, said=None), set=FOUND))
    new = next(each for each in done.value.events if each.headline == "Roof found unsafe")
    assert new.citations[0].span.of(TEXT) == new.citations[0].quote == "the baths would close"
    assert (new.status, new.basis, new.shown) == (Status.HAPPENED, DateBasis.EDITOR, True)


def test_an_added_event_may_rest_on_an_address() -> None:
    done = laid(act(Action.ADD, Selector(None, "", url="https://ilm.example/minutes"), set=FOUND))
    new = next(each for each in done.value.events if each.headline == "Roof found unsafe")
    assert (new.citations[0].url, new.citations[0].quote) == ("https://ilm.example/minutes", "")


@pytest.mark.parametrize(
    ("when", "status"),
    [
        ("2022-06-08", Status.HAPPENED),
        ("2022~/..", Status.ONGOING),
        ("2022-01/2030", Status.ONGOING),
        ("2030/..", Status.PLANNED),
        ("2030-06-01", Status.PLANNED),
        ("../2030", Status.PLANNED),
        ("../2022-01-01", Status.HAPPENED),
    ],
)
def test_an_added_event_is_over_going_on_or_to_come_by_its_date(when: str, status: Status) -> None:
    done = laid(act(Action.ADD, set=replace(FOUND, date=day(when)), own_reporting=True))
    assert next(each for each in done.value.events if each.headline == FOUND.headline).status is status


@pytest.mark.parametrize(("own", "codes"), [(False, ["D308"]), (True, [])])
def test_an_added_event_without_evidence_has_to_be_own_reporting(own: bool, codes: list[str]) -> None:
    done = laid(act(Action.ADD, set=FOUND, own_reporting=own))
    assert told(done) == codes
    assert (len(done.value.events) > len(ALL)) == own


def test_the_name_of_an_added_event_does_not_change_with_its_date_or_headline() -> None:
    target = Selector("baths", "the baths would close")
    names = set()
    for fields in (FOUND, Fields(date=day("2022-06-09"), headline="Other")):
        names |= {each.id for each in laid(act(Action.ADD, target, set=fields)).value.events} - {each.id for each in ALL}
    assert len(names) == 1


def test_a_later_edit_can_be_about_an_added_event() -> None:
    target = Selector("baths", "Nobody")
    add = act(Action.ADD, replace(target, exact="that the baths would close"), set=FOUND)
    change = act(Action.EDIT, replace(target, exact="that the baths would close"), after=1, set=Fields(headline="Roof closed"))
    assert "Roof closed" in {each.headline for each in laid(add, change).value.events}


def test_a_plan_whose_day_has_passed_is_told_at_the_words_that_announced_it() -> None:
    plan = replace(HOPES, date=day("2022-06-07"))
    late = [each for each in laid(events=(plan,)).diagnostics if each.code.name == "D403"]
    assert [(each.where.path, each.where.line) for each in late if each.where] == [("articles/baths.txt", 3)]


def test_what_an_editor_touched_is_shown_before_what_is_salient() -> None:
    note = act(Action.EDIT, on(OPENED), note="The year stands over the door.")
    done = laid(note, settings=Settings(max_events=1))
    assert [each.id for each in done.value.events if each.shown] == ["e-opened"]


def test_an_event_merged_into_one_that_is_merged_again_leads_to_the_last() -> None:
    done = laid(act(Action.MERGE, on(HOPES), on(BEGAN)), act(Action.MERGE, on(SAYS), on(HOPES), after=1))
    assert {(gone.id, gone.into) for gone in done.value.gone} == {("e-began", "e-says"), ("e-hopes", "e-says")}
    assert set(done.value.redirects) == {("e-began", "e-says"), ("e-hopes", "e-says")}


def test_an_event_that_is_merged_and_split_off_again_is_not_gone() -> None:
    done = laid(act(Action.MERGE, on(SAYS), on(HOPES)), act(Action.SPLIT, on(SAYS), on(HOPES), after=1))
    assert done.value.gone == ()
    assert the(done, "e-hopes").aliases == ("e-hopes",)


def test_an_event_merged_into_one_that_is_hidden_is_hidden_with_it() -> None:
    done = laid(act(Action.MERGE, on(HOPES), on(BEGAN)), act(Action.HIDE, on(HOPES), after=1, reason="No news."))
    assert {(gone.id, gone.into, gone.reason) for gone in done.value.gone} == {("e-began", None, "No news."), ("e-hopes", None, "No news.")}
    assert done.value.redirects == ()


def test_events_that_were_merged_each_way_lead_to_the_one_that_is_left() -> None:
    done = laid(
        act(Action.MERGE, on(HOPES), on(BEGAN)),
        act(Action.MERGE, on(HOPES), on(SAYS), after=1),
        act(Action.SPLIT, on(SAYS), after=2),
        act(Action.MERGE, on(SAYS), on(HOPES), after=3),
    )
    assert {each.id: each.into for each in done.value.gone} == {"e-began": "e-says", "e-hopes": "e-says"}


targets_of_acts = st.lists(st.sampled_from(ALL).map(on), min_size=1, max_size=3, unique=True)
any_act = st.builds(
    lambda action, targets, after, fields: act(action, *targets, after=after, set=fields),
    st.sampled_from(Action),
    targets_of_acts,
    st.integers(0, 50),
    st.sampled_from([FOUND, Fields(checked=True), Fields(headline="X", status=Status.ONGOING), Fields()]),
)


@hypothesis_settings(suppress_health_check=[HealthCheck.too_slow])  # of drawing, on a busy machine
@given(st.lists(any_act, max_size=8), st.sampled_from(["all", "checked"]))
def test_no_sequence_of_acts_loses_an_event(acts: list[Edit], publish: str) -> None:
    done = laid(*acts, settings=Settings(publish=publish))
    ids = [each.id for each in done.value.events]
    assert len(set(ids)) == len(ids)
    assert all(each.id in each.aliases for each in done.value.events)
    assert all(each.into is None or each.into in ids for each in done.value.gone)
    if publish == "all":
        known = {alias for each in done.value.events for alias in each.aliases} | {each.id for each in done.value.gone}
        assert known >= {each.id for each in ALL}
    for each in done.value.events:
        assert all(cited.url or cited.span.of(TEXT) == cited.quote for cited in each.citations)


@given(st.lists(any_act, max_size=6), st.randoms())
def test_the_order_in_which_edits_are_read_does_not_matter(acts: list[Edit], chance: random.Random) -> None:
    named = [replace(each, name=f"{number}") for number, each in enumerate(acts)]
    mixed = list(named)
    chance.shuffle(mixed)
    assert laid(*named).value == laid(*mixed).value
