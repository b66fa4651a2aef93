"""Tags are names, each in one spelling; what an editor gives stays."""

from generator.model.event import Event
from generator.render.tags import tags_of
from tests.render.invented import article, citation, event

TEXT = "Meanwhile the mayor of Orsk spoke, and then, meanwhile, Orsk slept."
SOURCE = article("a", TEXT)


def tagged(*each: tuple[str, ...], edited: bool = False) -> list[Event]:
    cited = (citation(SOURCE, TEXT, "", "2021"),)
    more = {"edited": ("tags",)} if edited else {}
    return [event(f"e-{number}", "2021", "x", cited, tags=tags, **more) for number, tags in enumerate(each)]


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
