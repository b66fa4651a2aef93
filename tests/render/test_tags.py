"""Tags are names, each in one spelling; what an editor gives stays."""

from hypothesis import given
from hypothesis import strategies as st

from generator.model.event import Event
from generator.model.recall import Recall
from generator.render.tags import TagNames
from tests.render.invented import article, citation, event

TEXT = "Meanwhile the mayor of Orsk spoke, and then, meanwhile, Orsk slept."
SOURCE = article("a", TEXT)
CITED = (citation(SOURCE, TEXT, "", "2021"),)


def tagged(*each: tuple[str, ...], edited: bool = False) -> list[Event]:
    more = {"edited": ("tags",)} if edited else {}
    return [event(f"e-{number}", "2021", "x", CITED, tags=tags, **more) for number, tags in enumerate(each)]


def tags_of(events: list[Event]) -> dict[str, tuple[str, ...]]:
    names = TagNames(events)
    return {event.id: names.of(event) for event in events}


def test_case_makes_no_other_tag() -> None:
    found = tags_of(tagged(("Orsk Council",), ("Orsk Council",), ("ORSK council", "Orsk Council")))
    assert set(found.values()) == {("Orsk Council",)}


def test_an_ordinary_word_beside_a_better_known_name_goes() -> None:
    found = tags_of(tagged(("Orsk",), ("Orsk",), ("Orsk Meanwhile",), ("Orsk Rovers",)))
    assert found["e-2"] == ("Orsk",)
    assert found["e-3"] == ("Orsk Rovers",)


def test_two_names_side_by_side_are_two_tags() -> None:
    found = tags_of(tagged(("Orsk",), ("Orsk", "Ada Lind"), ("Ada Lind",), ("Ada Lind Orsk",)))
    assert found["e-3"] == ("Ada Lind", "Orsk")


def test_an_amount_is_no_name_unless_an_editor_says_so() -> None:
    assert tags_of(tagged(("$100m", "Orsk"), ("60 crowns",)))["e-0"] == ("Orsk",)
    assert tags_of(tagged(("$100m",), edited=True))["e-0"] == ("$100m",)


EACH = st.lists(st.sampled_from(("Orsk", "ORSK", "Orsk Meanwhile", "Ada Lind", "Ada Lind Orsk", "$100m")), max_size=3).map(tuple)


@given(st.lists(st.lists(EACH, max_size=6), max_size=4))
def test_whatever_events_come_and_go_the_tags_are_those_of_the_events_at_hand(rounds: list[list[tuple[str, ...]]]) -> None:
    recall, known = Recall(), dict[tuple[str, ...], Event]()
    for tags in rounds:
        recall.begin()
        events = [
            known.setdefault((*each, str(place)), event(f"e-{place}", "2021", "x", CITED, tags=each)) for place, each in enumerate(tags)
        ]
        again, alone = TagNames(events, recall), TagNames(events)
        assert list(again.each(events, recall)) == [alone.named(each) for each in events]


def test_what_was_counted_for_one_run_stays_as_it_is_in_the_next() -> None:
    recall = Recall()
    first = TagNames(tagged(("ORSK",), ("ORSK",)), recall)
    assert TagNames(tagged(("Orsk",)), recall).of(tagged(("Orsk",))[0]) == ("Orsk",)
    assert first.of(tagged(("ORSK",))[0]) == ("ORSK",)
