from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.model.permalink import Change, Permalink, Permalinks, Publication
from generator.model.project import File
from generator.read.permalinks import permalinks, written

words = some.text(max_size=5)
days = some.dates(date(2000, 1, 1), date(2100, 1, 1))
addresses = some.sampled_from(["", "2021-12-07-lock"])
links = some.builds(
    Permalink, words, words, words, words, some.booleans(), some.lists(words, max_size=2).map(tuple), some.none() | days, addresses
)
changes = some.builds(Change, words, words, words, words)
names = some.lists(words, max_size=2).map(tuple)
paths = some.lists(some.from_regex(r"([a-z0-9_-]{1,9}/){1,3}index\.html", fullmatch=True), max_size=2).map(tuple)
publications = some.builds(Publication, days, names, some.lists(changes, max_size=2).map(tuple), names)


@given(some.lists(links, max_size=3, unique_by=lambda each: each.id), some.lists(publications, max_size=2), paths)
def test_what_is_written_is_read_back(events: list[Permalink], log: list[Publication], pages: tuple[str, ...]) -> None:
    value = Permalinks(tuple(events), tuple(log), pages)
    read = permalinks(File("permalinks.json", written(value)))
    assert read.diagnostics == ()
    assert read.value == value


@given(some.binary(max_size=30) | some.text(max_size=30).map(str.encode))
def test_whatever_the_file_holds_it_is_told_and_nothing_is_thrown(content: bytes) -> None:
    read = permalinks(File("permalinks.json", content))
    assert [each.code.name for each in read.diagnostics] == ["D107"]
    assert read.value == Permalinks()


@pytest.mark.parametrize(
    "path",
    [
        "../index.html",
        "/etc/index.html",
        "a/../../index.html",
        "a\\\\..\\index.html",
        "index.html",
        "a/x.html",
        "a/index.html\n",
        ".git/index.html",
    ],
)
def test_no_page_is_written_outside_the_site(path: str) -> None:
    value = json.dumps({"version": 1, "events": {}, "publications": [], "pages": [path]})
    assert [each.code.name for each in permalinks(File("permalinks.json", value.encode())).diagnostics] == ["D107"]


def test_one_line_is_one_event_so_that_a_history_can_be_read() -> None:
    value = Permalinks(tuple(Permalink(name, "Höhe", "2024", "happened", False, (name,)) for name in ("e-1", "e-2")))
    lines = written(value).decode().splitlines()
    assert sum('"headline": "Höhe"' in line for line in lines) == 2


@pytest.mark.parametrize("address", ["../up", "A", "a/b", "a--b", "ä", 1])
def test_the_words_of_an_address_are_words_of_a_path(address: object) -> None:
    event = {"headline": "", "date": "2021", "status": "happened", "checked": False, "aliases": [], "address": address}
    text = json.dumps({"version": 1, "events": {"e-1": event}, "publications": []})
    assert permalinks(File("permalinks.json", text.encode())).diagnostics
