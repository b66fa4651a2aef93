"""Which quotation marks open: those of English, German and Spanish papers."""

import pytest

from generator.extract.events.marks import MARKS, opens

CASES = [
    ("“We left,” she said.", [True, False]),
    ('"We left," she said.', [True, False]),
    ("„Wir gehen“, sagte sie. „Und ihr?“", [True, False, True, False]),
    ("«Nos vamos», dijo ella.", [True, False]),
    ("“We left,” she said. “You?”", [True, False, True, False]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_a_mark_opens_or_closes(text: str, wanted: list[bool]) -> None:
    inside, found = False, []
    for mark in MARKS.finditer(text):
        inside = opens(text, mark, inside=inside, start=0)
        found.append(inside)
    assert found == wanted
