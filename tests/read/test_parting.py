"""Files that hold several articles, or one in a form of its own, are parted; names, places, and what stands beside them."""

from __future__ import annotations

import json

from generator.model import codes
from generator.model.project import ArticleFiles, File
from generator.model.settings import Settings
from generator.read.articles import read
from generator.read.parting import parted

TOLD = "The quay of Ellery was closed on Tuesday after a storm broke two of its bollards, the harbour master told the council."
EELS = "Wardens counted twice as many young eels as in the year before, the trust of the river said on Wednesday."
NEXIS = f"""
                               1 of 2 DOCUMENTS

                                  Canal Today

                            November 9, 2015 Monday

Quay closed

LENGTH: 452 words

{TOLD}

LOAD-DATE: November 10, 2015

                               2 of 2 DOCUMENTS

                                  Canal Today

                            November 12, 2015 Thursday

Eels return

LENGTH: 90 words

{EELS}

LOAD-DATE: November 13, 2015
"""


def saved(path: str, content: str) -> ArticleFiles:
    return ArticleFiles(path.partition(".")[0], saved=File(f"articles/{path}", content.encode()))


def rows(*rows: dict[str, str]) -> ArticleFiles:
    return saved("rows.jsonl", "".join(json.dumps(each) + "\n" for each in rows))


ONE = {"title": "Quay closed", "published": "2024-03-14", "source": "Daily Port", "url": "https://port.example/quay", "text": TOLD}
TWO = {"title": "Eels return", "published": "2024-03-20", "text": EELS}


def test_each_article_of_a_table_is_named_by_its_title_wherever_it_stands() -> None:
    both, later = parted((rows(ONE, TWO),)), parted((rows(TWO, {**ONE, "title": "New"}, ONE),))
    assert [each.id for each in both.value] == ["rows-eels-return", "rows-quay-closed"]
    assert {each.id for each in both.value} < {each.id for each in later.value}
    assert [each.code.name for each in both.diagnostics] == ["D226"]
    assert [each.id for each in parted((rows(ONE),)).value] == ["rows-quay-closed"], "also while it is the only one"


def test_two_rows_of_one_title_are_two_articles() -> None:
    assert [each.id for each in parted((rows(ONE, {**TWO, "title": "Quay closed"}),)).value] == ["rows-quay-closed", "rows-quay-closed-2"]


def test_what_the_row_says_is_known_and_the_toml_of_its_name_says_more() -> None:
    beside = ArticleFiles("rows-quay-closed", about=File("articles/rows-quay-closed.toml", b"published = 2024-03-15\n"))
    (files,) = parted((rows(ONE), beside)).value
    article = read(files, Settings()).value
    assert article is not None
    assert (article.id, article.title, article.publisher, article.url) == (
        "rows-quay-closed",
        "Quay closed",
        "Daily Port",
        "https://port.example/quay",
    )
    assert str(article.published) == "2024-03-15"
    assert article.text.strip() == TOLD
    assert article.source.path == "articles/rows.jsonl#rows-quay-closed"


def test_the_text_of_an_export_stands_on_its_own_line_of_the_file() -> None:
    text = ArticleFiles("nexis", copy=File("articles/nexis.txt", NEXIS.encode()))
    found = parted((text,))
    articles = [read(each, Settings()).value for each in found.value]
    assert [each and (each.id, each.title, str(each.published)) for each in articles] == [
        ("nexis-eels-return", "Eels return", "2015-11-12"),
        ("nexis-quay-closed", "Quay closed", "2015-11-09"),
    ]
    lines = NEXIS.split("\n")
    for each in articles:
        assert each is not None
        assert each.source.path == "articles/nexis.txt"
        assert lines[each.source.first_line - 1] == each.text.split("\n")[0]
    assert found.diagnostics == ()


def test_a_single_text_is_left_as_it_is() -> None:
    text = ArticleFiles("quay", copy=File("articles/quay.txt", f"DOCUMENT\n\n{TOLD}\n".encode()))
    assert parted((text,)).value == (text,)


def test_what_is_frozen_is_not_read_again_from_the_file_that_held_it() -> None:
    frozen = ArticleFiles("quay-closed", copy=File("articles/quay-closed.txt", TOLD.encode()))
    assert [each.id for each in parted((frozen, rows(ONE, TWO))).value] == ["quay-closed", "rows-eels-return"]


def test_what_is_about_no_article_is_told() -> None:
    lost = ArticleFiles("voet", about=File("articles/voet.toml", b""))
    assert [each.code.name for each in parted((lost,)).diagnostics] == ["D219"]
    holder = ArticleFiles("rows", about=File("articles/rows.toml", b""), saved=rows(ONE).saved)
    assert [each.code.name for each in parted((holder,)).diagnostics] == ["D226", "D219"], "one table, whose rows have names of their own"


def test_addresses_tables_of_events_and_broken_files_are_named() -> None:
    addresses = parted((saved("list.csv", "url,title\nhttps://port.example/quay,Quay closed\n"),))
    events = parted((saved("events.csv", "year,month,headline\n2024,3,Quay closed\n"),))
    broken = parted((saved("quay.docx", "no archive"),))
    assert [each.value for each in (addresses, events, broken)] == [(), (), ()]
    assert [[one.code.name for one in each.diagnostics] for each in (addresses, events, broken)] == [["D220"], ["D220"], ["D707"]]
    assert "fetches the 1 addresses" in str(addresses.diagnostics[0].hint)


def test_a_table_whose_name_a_text_has_taken_is_not_passed_over_in_silence() -> None:
    both = ArticleFiles("rows", copy=File("articles/rows.txt", TOLD.encode()), saved=rows(ONE).saved)
    found = parted((both,))
    assert [each.id for each in found.value] == ["rows"]
    assert [each.code.name for each in found.diagnostics] == ["D220"]


def two(about: bytes, about_other: bytes) -> tuple[ArticleFiles, ArticleFiles]:
    text = TOLD.encode()
    one = ArticleFiles("a", copy=File("articles/a.txt", text), about=File("articles/a.toml", about))
    return one, ArticleFiles("b", copy=File("articles/b.txt", text), about=File("articles/b.toml", about_other))


def test_an_article_under_two_names_is_read_once_and_the_other_is_told() -> None:
    one, other = two(b"published = 2024-03-14\n", b"published = 2024-03-14\n")
    found = parted((other, one))
    assert found.value == (one,)
    (said,) = found.diagnostics
    assert said.where is not None
    assert (said.code, said.where.path) == (codes.SAME_ARTICLE, "articles/b.txt")
    assert "articles/a.txt" in said.message


def test_a_copy_of_which_anything_else_is_said_is_an_article_of_its_own() -> None:
    pair = two(b"published = 2024-03-14\n", b"published = 2024-03-15\n")
    assert parted(pair).value == pair
