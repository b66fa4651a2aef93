"""Archives of the web: WARC, WACZ, Safari's .webarchive → the pages in them.

In: the bytes. Out: Held…, each page once, with its address; ImportError where a WARC is read without `warcio`. Formats: ISO 28500 (WARC),
the WACZ specification 1.1 of Webrecorder, Apple's property lists.
"""

from __future__ import annotations

import io
import json
import logging
import plistlib
import zipfile
from collections.abc import Iterator
from contextlib import redirect_stderr, suppress
from typing import Any

from generator.model.about import About
from generator.read.formats.held import Held

_HTML = ("text/html", "application/xhtml+xml")
_LARGEST = 16_000_000
"""Bytes of one page in an archive, unpacked."""
_MOST_UNPACKED = 2_000_000_000
_LEAST = 500
"""Bytes of a page; what is smaller is a part of an advertisement."""


def webarchive(name: str, content: bytes) -> tuple[Held, ...]:
    """Return the main page of a .webarchive; ValueError where it is none."""
    try:
        main: Any = plistlib.loads(content)["WebMainResource"]
        data, url = main["WebResourceData"], main.get("WebResourceURL")
        encoding = main.get("WebResourceTextEncodingName") or "utf-8"
    except (plistlib.InvalidFileException, KeyError, TypeError, AttributeError, ValueError, OverflowError) as error:
        raise ValueError("it is no property list with a WebMainResource") from error
    with suppress(LookupError, UnicodeDecodeError):
        data = data.decode(encoding).encode()
    return (Held(name, ".html", data, url if isinstance(url, str) and url.startswith("http") else None),)


def warc(content: bytes, wanted: frozenset[str] = frozenset()) -> Iterator[Held]:
    """Yield the pages of a WARC, packed or not: answers with status 200 that are HTML, the last of each address.

    Args:
        content: the archive.
        wanted: the addresses that are pages by themselves, where the archive says so; empty takes all.
    """
    with redirect_stderr(io.StringIO()):  # warcio prints what it finds wrong, as it stands in the file; what is wrong is ours to say
        pages = _answers(content, wanted)
    yield from pages.values()


def _answers(content: bytes, wanted: frozenset[str]) -> dict[str, Held]:
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - an extra

    logging.getLogger("warcio").setLevel(logging.CRITICAL)
    pages: dict[str, Held] = {}
    for record in ArchiveIterator(io.BytesIO(content)):
        url = record.rec_headers.get_header("WARC-Target-URI") or ""
        if record.rec_type not in {"response", "resource"} or not url.startswith("http") or (wanted and url not in wanted):
            continue
        headers = record.http_headers
        kind = (headers.get_header("Content-Type") if headers else record.rec_headers.get_header("Content-Type")) or ""
        if kind.partition(";")[0].strip().lower() not in _HTML or (headers and headers.get_statuscode() != "200"):
            continue
        page = record.content_stream().read(_LARGEST)
        if len(page) >= _LEAST:
            at = record.rec_headers.get_header("WARC-Date")
            pages[url] = Held(url, ".html", page, url, About(retrieved_at=at or None))
    return pages


def wacz(content: bytes) -> Iterator[Held]:
    """Yield the pages of a WACZ: those that its list of pages names."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        if sum(each.file_size for each in packed.infolist()) > _MOST_UNPACKED:
            raise ValueError("it is too large unpacked")
        names = packed.namelist()
        wanted = frozenset(url for each in names if each.startswith("pages/") for url in _pages(packed.read(each)))
        for each in names:
            if each.startswith("archive/") and each.lower().endswith((".warc", ".warc.gz")):
                yield from warc(packed.read(each), wanted)


def _pages(content: bytes) -> Iterator[str]:
    """Yield the addresses of a list of pages: JSON lines with ``url``."""
    for line in content.decode("utf-8", "replace").splitlines():
        with suppress(ValueError):
            record = json.loads(line)
            if isinstance(record, dict) and isinstance(record.get("url"), str):
                yield record["url"]
