"""Small files in the forms in which people save articles, made by hand: archives, messages, documents, exports of databases."""

from __future__ import annotations

import gzip
import io
import json
import plistlib
import zipfile

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
