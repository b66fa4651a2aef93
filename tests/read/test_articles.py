"""An article is read with what is known about it; what is unknown stays unknown."""

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.article import Article, BlockKind, Published
from generator.model.diagnostic import Checked
from generator.model.project import ArticleFiles, File
from generator.model.settings import Settings
from generator.read.articles import read

BODY = "The bridge was closed on Monday.\n\nIt opens again in June.\n"


def text(content: str | bytes, about: str | None = None, ending: str = "txt") -> Checked[Article | None]:
    raw = content if isinstance(content, bytes) else content.encode()
    files = ArticleFiles(
        "bridge", File(f"articles/bridge.{ending}", raw), None, File("articles/bridge.toml", about.encode()) if about else None
    )
    return read(files, Settings())


def article(done: Checked[Article | None]) -> Article:
    assert done.value is not None
    return done.value


def names(done: Checked[Article | None]) -> list[str]:
    return [each.code.name for each in done.diagnostics]


def test_the_text_is_frozen_as_it_is() -> None:
    assert article(text("\ufeffOne line.\r\nTwo  lines.\rThree.\n")).text == "One line.\nTwo  lines.\rThree.\n"


def test_what_is_not_known_stays_unknown() -> None:
    one = article(text(BODY))
    assert (one.id, one.published, one.title, one.publisher, one.url, one.authors, one.language) == (
        "bridge",
        None,
        None,
        None,
        None,
        (),
        "en",
    )


def test_what_the_copy_does_not_say_stands_beside_it() -> None:
    about = """
    published = 2021-12-08T14:30:00
    title = "Bridge closed"
    publisher = "The Post"
    url = "https://post.example/bridge"
    authors = ["A. One", "B. Two"]
    language = "de"
    day_first = true
    archived_url = "https://archive.example/1"
    archived_at = 2021-12-09
    """
    one = article(text(BODY, about))
    assert one.published == Published(date(2021, 12, 8), time(14, 30))
    assert (one.title, one.publisher, one.authors, one.language, one.day_first) == (
        "Bridge closed",
        "The Post",
        ("A. One", "B. Two"),
        "de",
        True,
    )
    assert (one.archived_url, one.archived_at) == ("https://archive.example/1", "2021-12-09")


@pytest.mark.parametrize(
    ("about", "code", "line", "hint"),
    [
        ("publishd = 2021-12-08", "D102", 1, "did you mean “published”?"),
        ('title = "X"\npublished = "soon"', "D103", 2, None),
        ("url = 'javascript:alert(1)'", "D103", 1, None),
        ("authors = [1]", "D103", 1, None),
        ("published = 8 December", "D104", 1, None),
        ("published = 2024-06-31", "D104", 1, "June 2024 has 30 days"),
        ('published = "2024-06-31T10:00"', "D103", 1, "June 2024 has 30 days"),
        ('published = "31 June 2024"', "D103", 1, "June 2024 has 30 days"),
    ],
)
def test_a_mistake_in_it_is_told_and_the_article_is_left_out(about: str, code: str, line: int, hint: str | None) -> None:
    done = text(BODY, about)
    (told,) = done.diagnostics
    assert told.where is not None
    assert (told.code.name, told.where.path, told.where.line) == (code, "articles/bridge.toml", line)
    assert hint in (None, told.hint)
    assert done.value is None, "without what was meant to be its date, its days would be wrong"


def test_bytes_that_are_not_utf_8_are_told_with_their_place() -> None:
    done = text("First line.\nThe caf\xe9.\n".encode("latin-1"))
    (told,) = done.diagnostics
    assert done.value is None
    assert told.where is not None
    assert (told.code.name, told.where.line, told.where.column) == ("D202", 2, 8)
    assert "0xe9" in told.message
    assert "offset 19" in told.message


@pytest.mark.parametrize("content", ["", "\n \n", "\ufeff"])
def test_an_article_without_text_is_none(content: str) -> None:
    done = text(content)
    assert (done.value, names(done)) == (None, ["D204"])


def test_a_file_beyond_the_limit_is_not_read() -> None:
    assert names(text(b"a" * 4_000_001)) == ["D203"]


TOML_FRONT = '+++\ntitle = "Bridge closed"\npublished = 2021-12-08\n+++\n'
YAML_FRONT = """---
title: "Bridge: closed"
published: 2021-12-08
author:
  - "[[A. One]]"
source: https://post.example/b
clipped: NO
duration: 12:30
---
"""


@pytest.mark.parametrize("front", [TOML_FRONT, YAML_FRONT])
def test_markdown_may_carry_what_is_known_as_front_matter_and_offsets_refer_to_its_body(front: str) -> None:
    done = text(front + BODY, ending="md")
    one = article(done)
    assert done.diagnostics == ()
    assert one.text == BODY
    assert one.published == Published(date(2021, 12, 8))
    assert one.title in ("Bridge closed", "Bridge: closed")
    assert one.source.position(0).line == front.count("\n") + 1
    assert one.source.line(front.count("\n") + 1) == "The bridge was closed on Monday."


def test_what_a_clipper_calls_otherwise_is_understood() -> None:
    one = article(text(YAML_FRONT + BODY, ending="md"))
    assert (one.authors, one.url) == (("A. One",), "https://post.example/b")


def test_the_file_beside_an_article_counts_more_than_its_front_matter() -> None:
    done = text(TOML_FRONT + BODY, "published = 2022-01-01", "md")
    assert article(done).published == Published(date(2022, 1, 1))
    assert article(done).title == "Bridge closed"


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        ("+++\ntitle = 'X'\n", "D209", 1),
        ("+++\ntitle = X\n+++\nText.", "D104", 2),
        ("---\ntitle: [X\n---\nText.", "D209", None),
        ("---\n- a\n---\nText.", "D209", 2),
        (f"---\na: {'[' * 30}\n---\nText.", "D211", 2),
        ("---\n" + "- " * 30 + "\n---\nText.", "D211", 2),
        (f"---\na: {'x' * 30_000}\n---\nText.", "D203", 2),
        ("---\npublised: 2021-12-08\n---\nText.", "D102", 2),
        ("---\ntitle: X\ndate-published: soon\n---\nText.", "D216", 3),
    ],
)
def test_front_matter_that_cannot_be_read_is_told(content: str, code: str, line: int | None) -> None:
    told = text(content, ending="md").diagnostics[0]
    assert told.where is not None
    assert told.code.name == code
    assert line in (None, told.where.line)


def test_a_day_in_front_matter_that_does_not_exist_is_told_with_what_was_meant() -> None:
    for head in ("---\npublished: June 31, 2024\n---\n", "source:: https://a.example/1\nPublished:: 2024-06-31\n\n"):
        (told, *_) = text(f"{head}The mill burned down.", ending="md").diagnostics
        assert (told.code.name, told.hint) == ("D216", "June 2024 has 30 days")
        assert told.where is not None
        assert told.where.text.casefold().startswith("published")


def test_a_rule_of_markdown_is_no_front_matter() -> None:
    assert article(text("---\n\nThe bridge.", ending="md")).text == "---\n\nThe bridge."


@pytest.mark.parametrize(
    "line",
    [
        "Published 8 December 2021",
        "Wed Dec 8, 2021 10:32 am EST",
        "Wednesday 8 December 2021 13.58 GMT",
        "08 December 21 17:03 GMT",
        "By A. One\nLast updated: Dec. 8, 2021",
        "By A. One MERROW | Wed Dec 8, 2021 10:32 am EST",
    ],
)
def test_a_date_in_the_byline_is_used_where_nothing_else_gives_one_and_marked_as_guessed(line: str) -> None:
    done = text(f"Bridge closed\n\n{line}\n\n{BODY}")
    published = article(done).published
    assert published is not None
    assert (published.day, published.guessed) == (date(2021, 12, 8), True)
    assert names(done) == ["D206"]


def test_a_date_in_the_story_is_no_date_of_publication() -> None:
    assert article(text("The bridge was closed on 8 December 2021.\n\n8 December 2021 was a Wednesday.")).published is None


PAGE = """<!doctype html><html lang="en"><head><title>Bridge closed | The Post</title>
<meta property="og:title" content="Bridge closed | The Post"><meta property="og:site_name" content="The Post">{head}</head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Bridge closed</h1>
<p>The bridge over the Talla was closed to all traffic on Monday after an inspection, the county said in a statement.</p>
<p>It is to open again in June, when the work on its northern pier is done, and ferries will run until then.</p>
<p>About four thousand cars use the bridge on a working day, and most of them will have to go by way of Ebel.</p></article>
<footer>All rights reserved</footer></body></html>"""
JSON_LD = (
    '<script type="application/ld+json">'
    '{"@graph": [{"headline": "Bridge &amp; road closed", "datePublished": "2021-12-08T09:00:00+01:00"}]}</script>'
)


def page(html: str | bytes) -> Checked[Article | None]:
    raw = html if isinstance(html, bytes) else html.encode()
    return read(ArticleFiles("bridge", None, File("articles/bridge.html", raw)), Settings())


def test_a_saved_page_is_read_with_a_warning_where_there_is_no_copy() -> None:
    done = page(PAGE.format(head=JSON_LD))
    one = article(done)
    assert names(done) == ["D207"]
    assert "It is to open again in June" in one.text
    assert "Home" not in one.text
    assert (one.title, one.publisher) == ("Bridge closed", "The Post")
    assert one.published == Published(date(2021, 12, 8), time(9))


def test_a_date_that_the_page_only_shows_is_marked_as_guessed() -> None:
    done = page(PAGE.format(head="").replace("<article>", "<p>Published: 8 December 2021</p><article>"))
    published = article(done).published
    assert published is not None
    assert (published.day, published.guessed) == (date(2021, 12, 8), True)
    assert "D206" in names(done)


@pytest.mark.parametrize(
    ("html", "code"),
    [
        ("<html><body></body></html>", "D212"),
        ("<math><br><template>", "D212"),
        ("<div>" * 1200, "D211"),
        ("<b></b>" * 20_001, "D213"),
        (b"<" * 4_000_001, "D203"),
        ("", "D212"),
    ],
)
def test_a_page_without_an_article_or_beyond_the_limits_is_told(html: str | bytes, code: str) -> None:
    assert names(page(html)) == [code]


@given(st.binary(max_size=200), st.sampled_from(["txt", "md", "html"]))
@settings(deadline=None)
def test_no_bytes_are_too_strange(content: bytes, ending: str) -> None:
    file = File(f"a.{ending}", content)
    done = read(ArticleFiles("a", None if ending == "html" else file, file if ending == "html" else None), Settings())
    assert done.value is not None or done.diagnostics


@given(st.text(max_size=200))
@settings(deadline=None)  # the first text loads what all others use
def test_blocks_are_in_order_and_hold_all_words(content: str) -> None:
    done = text("Begin. " + content.replace("\r", " "))
    one = article(done)
    covered = "".join(block.span.of(one.text) for block in one.blocks)
    assert all(before.span.end <= behind.span.start for before, behind in zip(one.blocks, one.blocks[1:], strict=False))
    assert [sign for sign in covered if sign.isalpha()] == [sign for sign in one.text if sign.isalpha()]
    assert all(isinstance(block.kind, BlockKind) for block in one.blocks)
