"""Each row of docs/formats.md: a small file of that format, and the articles or addresses that are read of it."""

from __future__ import annotations

import gzip
import io
import json
import plistlib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.model.project import File
from generator.read.formats.held import Address, Held
from generator.read.formats.opening import kind_of, opened

ROOT = Path(__file__).parents[3]
URL = "https://port.example/quay"
ATOM = "http://www.w3.org/2005/Atom"
TOLD = "The quay of Ellery was closed on Tuesday after a storm broke two of its bollards, the harbour master told the council."
PAGE = f"<!doctype html><html><head><title>Quay closed</title></head><body><article><h1>Quay closed</h1>{f'<p>{TOLD}</p>' * 5}</article>"


def crlf(*lines: str) -> bytes:
    return "\r\n".join(lines).encode()


def mhtml() -> bytes:
    return crlf(
        "From: <Saved by Blink>",
        f"Snapshot-Content-Location: {URL}",
        "Subject: Quay closed",
        "Date: Fri, 15 Mar 2024 10:00:00 -0000",
        "MIME-Version: 1.0",
        'Content-Type: multipart/related; type="text/html"; boundary="x"',
        "",
        "--x",
        "Content-Type: text/html; charset=utf-8",
        f"Content-Location: {URL}",
        "",
        PAGE,
        "--x",
        "Content-Type: text/html",
        "Content-Location: https://ads.example/frame",
        "",
        "<p>Buy a rope",
        "--x--",
    )


def eml() -> bytes:
    return crlf(
        "From: Daily Port <news@port.example>",
        "Subject: =?utf-8?q?Quay_closed?=",
        "Date: Thu, 14 Mar 2024 23:30:00 -0500",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=iso-8859-1",
        "Content-Transfer-Encoding: 8bit",
        "",
        TOLD,
    )


def warc(pack: bool = True) -> bytes:
    """Write an archive by hand: an answer a record, each packed by itself."""
    out = b""
    for number, (url, kind, status, content) in enumerate(
        (
            (URL, "text/html; charset=utf-8", "200 OK", PAGE.encode()),
            ("https://port.example/logo.png", "image/png", "200 OK", b"png" * 400),
            ("https://port.example/gone", "text/html", "404 Not Found", b"<p>" * 400),
        )
    ):
        answer = crlf(f"HTTP/1.1 {status}", f"Content-Type: {kind}", "", "") + content
        head = crlf(
            *("WARC/1.0", "WARC-Type: response", f"WARC-Target-URI: {url}", "WARC-Date: 2024-03-15T10:00:00Z"),
            *(f"WARC-Record-ID: <urn:uuid:0000000{number}-0000-0000-0000-000000000000>", f"Content-Length: {len(answer)}"),
            *("Content-Type: application/http; msgtype=response", "", ""),
        )
        record = head + answer + b"\r\n\r\n"
        out += gzip.compress(record) if pack else record
    return out


def packed(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, content in files.items():
            made.writestr(name.replace("__", "/").replace("_", "."), content)
    return out.getvalue()


def wacz() -> bytes:
    pages = '{"format": "json-pages-1.0"}\n' + json.dumps({"url": URL}) + "\n"
    return packed(archive__data_warc_gz=warc(), pages__pages_jsonl=pages.encode())


def webarchive() -> bytes:
    main = {"WebResourceData": PAGE.encode(), "WebResourceURL": URL, "WebResourceTextEncodingName": "UTF-8"}
    return plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)


def docx(*paragraphs: str) -> bytes:
    from docx import Document

    document, out = Document(), io.BytesIO()
    for each in paragraphs:
        document.add_paragraph(each)
    document.save(out)
    return out.getvalue()


def pdf() -> bytes:
    """Write a PDF of one page by hand: its text in lines, one word hyphenated at a line's end."""
    lines = ["The quay of Ellery was closed on Tuesday after a storm broke two of its bol-", "lards, the harbour master told the council."]
    shown = " T* ".join(f"({line}) Tj" for line in (*lines, "", "Repairs begin next week, he said on the same day at the town hall."))
    stream = f"BT /F1 12 Tf 14 TL 50 700 Td {shown} ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)


NEXIS = f"""
                               1 of 2 DOCUMENTS

                                  Canal Today

                            November 9, 2015 Monday
                                 FIRST EDITION

Rebuilding after the flood

BYLINE: Ada Quill and Ben Roe

SECTION: NEWS; Pg. 7A

LENGTH: 452 words

{TOLD}

Repairs begin next week, he said.

LOAD-DATE: November 10, 2015

LANGUAGE: ENGLISH

Copyright 2015 Canal Today

                               2 of 2 DOCUMENTS

                                  Canal Today

                            November 12, 2015 Thursday

Eels return

LENGTH: 90 words

Wardens counted twice as many young eels as last year, the trust said on Wednesday.

LOAD-DATE: November 13, 2015
"""
NEXIS_UNI = f"""Rebuilding after the flood
Canal Today
November 9, 2015 Monday

Copyright 2015 Canal Today All Rights Reserved
Section: NEWS; Pg. 7A
Length: 452 words
Byline: Ada Quill
Body

{TOLD}

Load-Date: November 10, 2015

End of Document
"""
FACTIVA = f"""Rebuilding after the flood
By Ada Quill
452 words
9 November 2015
07:14 AM
Canal Today
CANTOD
English
(c) 2015 Canal Today Limited

{TOLD}

Document CANTOD0020151109ebb9000ab
"""
FACTIVA_TAGGED = f"""HD
 Rebuilding after the flood
BY  By Ada Quill
WC  452 words
PD  9 November 2015
SN  Canal Today
LA  English
CY  (c) 2015
LP
{TOLD}
TD
Repairs begin next week, he said.
AN
Document CANTOD0020151109ebb9000ab
"""
CSV = f'headline;date;source;author;text\nRebuilding after the flood;2015-11-09;Canal Today;Ada Quill;"{TOLD}"\n'


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
    assert kind_of(File("quay.txt", mhtml())) == ".txt"


def test_the_documented_formats_are_those_that_are_read() -> None:
    from generator.read.formats.opening import ENDINGS

    documented = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert not [ending for ending in ENDINGS if f"`{ending}`" not in documented]
