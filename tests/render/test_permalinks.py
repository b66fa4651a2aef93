import posixpath
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.permalinks import relative, slug, text_fragment, web_address


@given(st.text(max_size=60))
def test_a_slug_is_one_safe_name(name: str) -> None:
    found = slug(name)
    assert found
    assert found.isascii()
    assert not set(found) & set("/\\.:?#% ")


@given(st.text(max_size=20), st.text(max_size=20))
def test_two_names_never_share_a_slug(one: str, other: str) -> None:
    assert (slug(one) == slug(other)) == (one == other)


@given(
    st.sampled_from(["index.html", "event/e-1/index.html", "year/2021/index.html"]), st.sampled_from(["style.css", "source/a/index.html"])
)
def test_a_relative_link_leads_to_its_target(page: str, target: str) -> None:
    assert posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(relative(page, target)))) == target


@pytest.mark.parametrize(
    ("quoted", "directive"),
    [
        ("He spoke.", "He%20spoke"),
        ("A two-hour call, she said & left", "A%20two%2Dhour%20call%2C%20she%20said%20%26%20left"),
        ("“Don’t,” he said", "Don%E2%80%99t%2C%E2%80%9D%20he%20said"),
        (
            "one two three four five six seven eight nine ten eleven twelve thirteen",
            "one%20two%20three%20four%20five%20six,eight%20nine%20ten%20eleven%20twelve%20thirteen",
        ),
    ],
)
def test_a_text_fragment_is_whole_words_with_its_own_marks_encoded(quoted: str, directive: str) -> None:
    assert text_fragment("https://a.example/x", quoted) == f"https://a.example/x#:~:text={directive}"


def test_a_text_fragment_keeps_an_id_and_replaces_another_directive() -> None:
    assert text_fragment("https://a.example/x#part:~:text=old", "New words") == "https://a.example/x#part:~:text=New%20words"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "https://a b", 'https://a"onclick', "", None, "//a.example"])
def test_only_web_addresses_are_linked(url: str | None) -> None:
    assert web_address(url) is None
