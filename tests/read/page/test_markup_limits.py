"""What a page may hold before a parser sees it: how deep, how many elements, how many attributes of one."""

from __future__ import annotations

import pytest

from generator.model import codes
from generator.model.project import File
from generator.read.page.markup import attributes, parsed

STORY = "<p>The weir of Sarn broke on Monday after two days of rain.</p>"


@pytest.mark.parametrize("each", [" a=b", " a", "/a", ' a="b"', "a='b'", "\n/ a = b", " a='>'"])
def test_attributes_are_counted_however_they_are_parted(each: str) -> None:
    page = f"<html><body><p {each * 5_000}>{STORY}</p></body></html>"
    assert attributes(page.encode()) >= 5_000
    assert [said.code for said in parsed(File("a.html", page.encode())).diagnostics] == [codes.TOO_MANY]


@pytest.mark.parametrize(
    "tag",
    [
        f'<path d="{"M 1 1 " * 5_000}">',
        f"<img srcset='{'a.png 1x, ' * 2_000}'>",
        f"<p>{'a=b c=d ' * 5_000}</p>",
        '<p title="open>' + "word " * 5_000,
        "<p it's>" + "a b " * 5_000,
    ],
)
def test_long_values_and_texts_are_no_attributes(tag: str) -> None:
    assert attributes(tag.encode()) < 1_000


def test_elements_are_counted() -> None:
    page = f"<html><body>{'<b>a</b>' * 10_001}{STORY}</body></html>"
    assert parsed(File("a.html", page.encode())).diagnostics[0].message == "too many elements: 10004, at most 10000"


def test_what_a_script_holds_is_no_tag() -> None:
    script = "<script>x = '<p ' + " + "y + " * 3_000 + "'>'</script>"
    assert attributes(f"<p>Two ferries sank.</p>{script}<!-- <p {'a ' * 3_000}> -->".encode()) == 0
