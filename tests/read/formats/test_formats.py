"""Each row of docs/formats.md: a small file of that format, and the articles or addresses that are read of it."""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.model.project import File
from generator.read.formats.held import Address, Held
from generator.read.formats.opening import kind_of, opened
from tests.saved_forms import (
    FACTIVA,
    FACTIVA_TAGGED,
    NEXIS,
    NEXIS_UNI,
    PAGE,
    TOLD,
    URL,
    docx,
    eml,
    mhtml,
    pdf,
    wacz,
    warc,
    webarchive,
)

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("list.txt", f"# to read\n- [Quay closed]({URL})\nhttps://port.example/eels\n".encode()),
        ("bookmarks.html", f'<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><DT><A HREF="{URL}" ADD_DATE="1">Quay closed</A></DL>'.encode()),
        (
            "ril_export.html",
            f'<html><head><title>Pocket Export</title><body><ul><li><a href="{URL}" time_added="1">Quay closed</a>'.encode(),
        ),
        ("pocket.csv", f"title,url,time_added,tags,status\nQuay closed,{URL},1548810000,,unread\n".encode()),
        ("instapaper.csv", f"URL,Title,Selection,Folder,Timestamp\n{URL},Quay closed,,Unread,1548810000\n".encode()),
        ("raindrop.csv", f"id,title,note,excerpt,url,folder,tags,created\n1,Quay closed,,A storm.,{URL},x,,2024-03-15\n".encode()),
        ("feed.xml", f"<rss><channel><item><title>Quay closed</title><link>{URL}</link></item></channel></rss>".encode()),
        (
            "feed.atom",
            f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Quay closed</title><link href="{URL}"/></entry></feed>'.encode(),
        ),
        ("quay.url", f"[InternetShortcut]\r\nURL={URL}\r\n".encode()),
        ("quay.webloc", f"<plist><dict><key>URL</key><string>{URL}</string></dict></plist>".encode()),
    ],
)
def test_a_list_is_its_addresses(name: str, content: bytes) -> None:
    first = opened(File(name, content)).value[0]
    assert isinstance(first, Address)
    assert first.url == URL
    assert first.title in {"Quay closed", ""}


def held(name: str, content: bytes) -> tuple[Held, ...]:
    found = opened(File(name, content))
    assert found.diagnostics == ()
    return tuple(each for each in found.value if isinstance(each, Held))


@pytest.mark.parametrize(
    ("name", "make", "url"),
    [
        ("quay.mhtml", mhtml, URL),
        ("quay.mht", mhtml, URL),
        ("quay.webarchive", webarchive, URL),
        ("quay.warc.gz", warc, URL),
        ("quay.warc", lambda: warc(pack=False), URL),
        ("quay.wacz", wacz, URL),
        ("quay.html", PAGE.encode, None),
    ],
)
def test_an_archive_is_its_pages(name: str, make: Callable[[], bytes], url: str | None) -> None:
    (page,) = held(name, make())
    assert (page.ending, page.url) == (".html", url)
    assert TOLD.encode() in page.content


def test_a_newsletter_came_out_when_it_was_sent_by_the_senders_clock() -> None:
    (letter,) = held("quay.eml", eml())
    assert (letter.ending, letter.about.title, letter.about.publisher, str(letter.about.published)) == (
        ".txt",
        "Quay closed",
        "Daily Port",
        "2024-03-14T23:30:00",
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("export.txt", NEXIS_UNI.encode()),
        ("export.txt", FACTIVA.encode()),
        ("export.txt", FACTIVA_TAGGED.encode()),
        ("export.rtf", ("{\\rtf1\\ansi " + NEXIS_UNI.replace("\n", "\\par\n") + "}").encode()),
        (
            "articles.csv",
            f'headline;date;source;author;text\nRebuilding after the flood;2015-11-09;Canal Today;Ada Quill;"{TOLD}"\n'.encode(),
        ),
    ],
)
def test_a_record_of_a_database_says_what_is_known(name: str, content: bytes) -> None:
    (article,) = held(name, content)
    about = article.about
    assert (about.title, about.publisher, str(about.published), about.authors) == (
        "Rebuilding after the flood",
        "Canal Today",
        "2015-11-09",
        ("Ada Quill",),
    )
    assert article.content.decode().startswith(TOLD)
    assert "Load-Date" not in article.content.decode()


def test_the_pictures_of_an_rtf_do_not_count_for_its_length() -> None:
    picture = "{\\pict\\pngblip\n" + "0123456789abcdef0123456789ABCDEF\n" * 50_000 + "0a}"
    (article,) = held("walk.rtf", ("{\\rtf1\\ansi " + TOLD + picture + "\\par Face: 0a bad cafe.}").encode())
    assert article.content.decode().strip() == f"{TOLD}\n\nFace: 0a bad cafe."


def test_an_rtf_without_end_is_refused() -> None:
    found = opened(File("a.rtf", b"{\\rtf1 " + b"\\b On Monday it fell. " * 60_000 + b"}"))
    assert "more than the 1,200,000 that are read" in found.diagnostics[0].message


def test_an_export_holds_many_articles() -> None:
    one, two = held("export.txt", NEXIS.encode())
    assert (one.about.title, one.about.authors, str(one.about.published)) == (
        "Rebuilding after the flood",
        ("Ada Quill", "Ben Roe"),
        "2015-11-09",
    )
    assert (two.about.title, str(two.about.published)) == ("Eels return", "2015-11-12")
    assert "LOAD-DATE" not in one.content.decode() + two.content.decode()


def test_an_export_in_word_is_parted_too() -> None:
    assert len(held("export.docx", docx(*(part for part in NEXIS.split("\n\n") if part.strip())))) == 2


@pytest.mark.parametrize(("text", "line"), [("{", 1), ('[{"title": "Quay",\n "url": "https://a.example"},\n {"ti', 3), ("soon\nlater", 1)])
def test_a_file_that_is_no_json_is_told_where_reading_stopped(text: str, line: int) -> None:
    (told,) = opened(File("articles.json", text.encode())).diagnostics
    assert told.where is not None
    assert (told.code.name, told.where.line) == ("D707", line)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("raise AttributeError('no such thing')", "cannot be loaded (AttributeError: no such thing)"),
        ("from pathlib import nothing_such", "cannot be loaded (ImportError: "),
        ("import no_such_library_at_all", "no_such_library_at_all, which is not installed"),
    ],
)
def test_a_library_that_cannot_be_loaded_is_no_broken_file(
    content: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pypdf").mkdir()
    (tmp_path / "pypdf/__init__.py").write_text(content)
    for name in [each for each in sys.modules if each.partition(".")[0] == "pypdf"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.syspath_prepend(tmp_path)
    (told,) = opened(File("quay.pdf", b"%PDF-1.4")).diagnostics
    assert told.code.name == "D706"
    assert reason in told.message


def test_one_broken_line_of_json_lines_costs_that_line() -> None:
    found = opened(File("articles.jsonl", f'{json.dumps({"url": URL})}\n{{"url"'.encode()))
    assert found.value == (Address(URL),)
    assert [each.code.name for each in found.diagnostics] == ["D708"]


@pytest.mark.parametrize("name", ["articles.jsonl", "articles.json"])
def test_json_records_are_articles_or_addresses(name: str) -> None:
    rows = [
        {"title": "Quay closed", "published_at": "2024-03-14T09:30:00+01:00", "body": TOLD, "source": {"name": "Daily Port"}},
        {"url": URL},
    ]
    text = "\n".join(map(json.dumps, rows)) if name.endswith("jsonl") else json.dumps({"articles": rows})
    article, address = opened(File(name, text.encode())).value
    assert isinstance(article, Held)
    assert (article.about.publisher, str(article.about.published)) == ("Daily Port", "2024-03-14T09:30:00")
    assert address == Address(URL)


def test_a_document_is_its_text() -> None:
    (word,) = held("quay.docx", docx("Quay closed", TOLD))
    assert word.content.decode() == f"Quay closed\n\n{TOLD}\n"
    (printed,) = held("quay.pdf", pdf())
    assert TOLD in printed.content.decode()


def test_rows_that_hold_nothing_are_told() -> None:
    found = opened(File("list.csv", f"title,url\nQuay,{URL}\nEels,\n".encode()))
    assert [each.code.name for each in found.diagnostics] == ["D708"]
    assert "left out: 3" in found.diagnostics[0].message


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("quay.zip", b"\x00\x01", "D705"),
        ("quay", b"\x00\x01", "D705"),
        ("quay.html", b"%PDF-1.4 broken", "D707"),
        ("quay.docx", b"PK\x03\x04word/", "D707"),
        ("quay.webarchive", b"<plist></plist>", "D707"),
        ("quay.warc.gz", gzip.compress(b"no records"), "D707"),
        ("feed.xml", b"<html>", "D204"),
        ("list.csv", b"", "D204"),
    ],
)
def test_what_cannot_be_read_is_named(name: str, content: bytes, code: str) -> None:
    assert [each.code.name for each in opened(File(name, content)).diagnostics] == [code]


def test_a_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pypdf", None)
    (told,) = opened(File("quay.pdf", pdf())).diagnostics
    assert told.code.name == "D706"
    assert "pypdf" in told.message
    assert "dateline[documents]" in (told.hint or "")


def test_content_tells_more_than_a_name() -> None:
    assert kind_of(File("quay.txt", b"%PDF-1.4")) == ".pdf"
    assert kind_of(File("quay", b"<!DOCTYPE html><p>")) == ".html"
    assert kind_of(File("quay.txt", mhtml())) == ".mhtml"
    assert kind_of(File("quay.txt", PAGE.encode())) == ".html"


def test_the_documented_formats_are_those_that_are_read() -> None:
    from generator.read.formats.opening import ENDINGS

    documented = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert not [ending for ending in ENDINGS if f"`{ending}`" not in documented]


def test_what_is_wrong_with_an_archive_is_not_printed_as_it_stands_in_it(capfd: pytest.CaptureFixture[str]) -> None:
    whole = warc(pack=False)
    for broken in (
        whole.replace(b"https://port.example/gone", b"https://port.example/\x1b[2J a"),
        whole.replace(b"Content-Length: ", b"Content-Length: 1"),
    ):
        opened(File("articles/a.warc", broken))
    assert capfd.readouterr() == ("", "")


def test_a_word_document_that_is_broken_is_told_as_one() -> None:
    (said,) = opened(File("articles/quay.docx", b"PK\x03\x04 cut off")).diagnostics
    assert said.message.startswith("no DOCX that can be read")
