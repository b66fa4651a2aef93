"""Where a story lies: most of its events, whatever background and prospects stand round them."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.render.core import core_of
from generator.render.extents import Extent


def days(*numbers: int) -> list[Extent]:
    return [Extent(number, number) for number in numbers]


def test_background_and_prospects_do_not_stretch_the_core() -> None:
    core = core_of(days(10, 5000, 9000, *range(10_000, 10_030), 11_000))
    assert core is not None
    assert (core.first, core.last) == (10_000, 10_029)
    assert core.is_before(Extent(5000, 5000))
    assert core.is_after(Extent(11_000, 11_000))
    assert not core.is_before(Extent(9990, 10_003))


def test_news_that_goes_on_belongs_to_the_core() -> None:
    core = core_of(days(*[100 + n // 5 for n in range(60)], 114, 116, 119))
    assert core is not None
    assert core.last == 119


def test_what_began_before_and_has_no_end_lies_before() -> None:
    core = core_of(days(*range(100, 130)))
    assert core is not None
    assert core.is_before(Extent(5, 5, open_end=True))
    assert not core.is_after(Extent(200, 200, open_start=True))


def test_few_or_vague_events_have_no_core() -> None:
    assert core_of(days(1, 2, 3)) is None
    assert core_of([Extent(n * 400, n * 400 + 364) for n in range(40)]) is None


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.integers(1, 800_000), min_size=12, max_size=60))
def test_a_core_holds_most_events_and_ends_on_two_of_them(numbers: list[int]) -> None:
    core = core_of(days(*numbers))
    assert core is not None
    assert {core.first, core.last} <= set(numbers)
    assert sum(core.first <= number <= core.last for number in numbers) >= round(len(numbers) * 0.8)
