from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.render.density import density
from generator.render.extents import Extent, extent
from generator.render.overview import LANE, Strip, strips
from generator.render.parts import gap_unit, parts_of
from generator.render.plan import plan
from generator.render.words import words
from tests.render.invented import SETTINGS, many, small

spans = st.builds(lambda first, length: Extent(first, first + length), st.integers(1, 900_000), st.integers(0, 4000))


@given(st.lists(spans, max_size=30))
def test_parts_hold_every_event_and_do_not_overlap(extents: list[Extent]) -> None:
    parts = parts_of(extents)
    assert len(parts) <= 5
    for before, after in pairwise(parts):
        assert before.last < after.first
        assert after.gap > 0 or any(before.first <= each.first <= before.last for each in extents)
    for each in extents:
        assert any(part.first <= each.first <= part.last for part in parts)


def test_the_small_timeline_breaks_where_it_is_empty() -> None:
    timeline = small()
    shown = [extent(event, timeline.as_of.toordinal()) for event in timeline.events if event.shown]
    assert [gap_unit(part.gap) for part in parts_of(shown)[1:]] == [(3, "years"), (20, "years"), (14, "weeks"), (19, "days")]


def drawn() -> tuple[Strip, ...]:
    found: tuple[Strip, ...] = plan(small(), SETTINGS)[0].context["strips"]
    return found


def test_marks_stay_inside_and_never_overlap() -> None:
    for strip in drawn():
        boxes = []
        half = 1300 / (760 if strip.size == "wide" else 300)
        for mark in strip.marks:
            left, right = (mark.x, mark.x + mark.width) if mark.width else (mark.x - half, mark.x + half)
            assert left >= -0.01
            assert right <= 100.01
            assert 0 < mark.y < strip.base
            boxes.append((left, right, mark.y))
        for index, (left, right, y) in enumerate(boxes):
            assert not any(left < other[1] and other[0] < right and abs(y - other[2]) < LANE for other in boxes[:index])


def test_marks_are_named_by_number_headline_and_date() -> None:
    wide = drawn()[0]
    assert wide.marks[3].name == "4 Mayor and port engineers meet for two hours, Tue 7 Dec 2021"
    assert [mark.number for mark in wide.marks] == list(range(1, 10))
    assert [mark.id for mark in wide.marks if mark.deadline] == ["e-tests"]


def test_the_publication_line_stands_after_its_day() -> None:
    wide = drawn()[0]
    shut = next(mark for mark in wide.marks if mark.id == "e-shut")
    assert wide.published is not None
    assert shut.x < wide.published
    assert wide.published_on == "8 Dec 2021"


def test_every_second_number_may_go_where_days_are_crowded_but_never_that_of_publication() -> None:
    timeline = small()
    fewer = replace(timeline, events=tuple(event for event in timeline.events if event.id != "e-1998"))
    _, narrow = plan(fewer, SETTINGS)[0].context["strips"]
    days = [tick for tick in narrow.ticks if tick.text.isdecimal() and len(tick.text) <= 2]
    assert [(tick.text, tick.spare) for tick in days if tick.strong] == [("8", False)]
    assert all(one.spare != other.spare for one, other in pairwise(days))
    assert not any(tick.spare for tick in narrow.ticks if tick not in days)


def test_time_runs_to_the_left_where_reading_does() -> None:
    timeline = small()
    view = {each.id: each for strip in plan(timeline, SETTINGS) if strip.template == "event.html" for each in [strip.context["event"]]}
    placed = [(view[each.id], extent(each, timeline.as_of.toordinal())) for each in timeline.events if each.shown]
    left, right = (strips(placed, None, replace(words("en"), direction=way))[0] for way in ("ltr", "rtl"))
    assert not left.rtl
    assert right.rtl
    for one, other in zip(left.marks, right.marks, strict=True):
        assert abs(one.x + one.width + other.x - 100) < 0.02
    backwards = density(placed, None, None, replace(words("en"), direction="rtl"), {})
    assert backwards is not None
    assert backwards.bars[0].x > backwards.bars[-1].x


def test_too_many_events_for_numbered_marks_give_none() -> None:
    assert plan(many(200, years=1), SETTINGS)[0].context["strips"] == ()
    assert strips([], None, words("en")) == () or all(not strip.marks for strip in strips([], None, words("en")))
