"""Who is quoted in a sentence that does not say so: whom another sentence of the quotation names, with what he is."""

from __future__ import annotations

from generator.extract.discourse.reading import names_of
from generator.extract.events.speakers import Speakers
from generator.language.story import load_story
from tests.extract.events.heard import read


def heard(*paragraphs: str) -> list[str]:
    text, reads = read(*paragraphs)
    story = load_story("en")
    speakers = Speakers(text, reads, names_of(text, [each.tree for each in reads], story), story)
    return [speakers.elsewhere(each.sentence.number) for each in reads]


def test_who_is_named_within_a_quotation_speaks_in_all_of_it() -> None:
    assert heard("“The port is safe,” harbour master Ann Hale said. “Crews left it on Monday.”") == ["", "harbour master Ann Hale"]


def test_who_is_nowhere_named_in_full_is_not_put_before_a_quotation() -> None:
    assert heard("“The port is safe,” a spokesman said. “Crews left it on Monday.”") == ["", ""]


def test_what_is_no_quotation_has_no_speaker() -> None:
    assert heard("Harbour master Ann Hale said the port is safe.", "Crews left it on Monday.") == ["", ""]
