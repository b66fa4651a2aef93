"""Tables of articles: CSV, TSV, JSON and JSON lines → Held… where a column holds the text, else Address… where one holds addresses.

In: the text of the file. Out: the items, and the numbers of rows that hold neither. Columns are known by their usual names, in any case
and with any punctuation: those of the exports of reading lists (Pocket, Instapaper, Raindrop), of databases and of scrapers.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.model.about import About
from generator.read.dating.stated import published_of
from generator.read.formats.held import Address, Held, Item

_COLUMNS = {
    "text": ("text", "body", "fulltext", "articletext", "articlebody", "maintext", "story", "content", "bodytext", "plaintext"),
    "html": ("html", "contenthtml", "rawhtml"),
    "title": ("title", "headline", "head", "name", "articletitle", "hl1"),
    "published": ("published", "date", "publishedat", "datepublished", "publicationdate", "pubdate", "publishdate", "datepublish", "day"),
    "url": ("url", "link", "href", "address", "articleurl", "sourceurl", "permalink", "canonicalurl", "uri"),
    "publisher": ("publisher", "source", "outlet", "publication", "newspaper", "site", "sourcename", "domain", "medium", "sourcedomain"),
    "authors": ("author", "authors", "byline", "creator", "writer"),
    "language": ("language", "lang"),
    "name": ("id", "name", "slug", "articleid", "docid"),
}
_FIELD_LIMIT = 4_000_000
"""Characters of a cell: as many as an article may have."""
_SHORT = 60
"""Characters below which a text is none."""
Row = Mapping[str, Any]


def comma_separated(text: str) -> tuple[tuple[Item, ...], tuple[int, ...]]:
    """Return the items of a CSV or TSV with a header, and the numbers of the rows (from 1, the header's) that hold none."""
    csv.field_size_limit(_FIELD_LIMIT)
    first = text.partition("\n")[0]
    sign = max(",;\t|", key=first.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=sign)
    return _items((number, row) for number, row in enumerate(rows, 2))


def json_records(text: str) -> tuple[tuple[Item, ...], tuple[int, ...]]:
    """Return the items of a JSON list, of an object that holds one, or of JSON lines, and the numbers of those that hold none.

    Raises:
        ValueError: it is no JSON, as a whole or in any line; with the place where reading stopped.
    """
    try:
        whole = json.loads(text)
    except ValueError:
        lines = list(_lines(text))
        if not any(row for _, row in lines):
            raise
        return _items(iter(lines))
    if isinstance(whole, dict):
        whole = next((each for each in whole.values() if isinstance(each, list) and each and isinstance(each[0], dict)), [whole])
    return _items((number, row if isinstance(row, dict) else {}) for number, row in enumerate(whole if isinstance(whole, list) else [], 1))


def _lines(text: str) -> Iterator[tuple[int, Row]]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                record = json.loads(line)
            except (ValueError, RecursionError):
                record = None
            yield number, record if isinstance(record, dict) else {}


def _items(rows: Iterator[tuple[int, Row]]) -> tuple[tuple[Item, ...], tuple[int, ...]]:
    found: list[Item] = []
    left: list[int] = []
    try:
        for number, row in rows:
            item = _item(number, {re.sub(r"\W|_", "", str(key)).lower(): value for key, value in row.items() if key is not None})
            if item is None:
                left.append(number)
            else:
                found.append(item)
    except (csv.Error, RecursionError):
        left.append(len(found) + len(left) + 1)
    return tuple(found), tuple(left)


def _item(number: int, row: Row) -> Item | None:
    text, page, url, title = (_cell(row, name) for name in ("text", "html", "url", "title"))
    url = url if url.startswith(("https://", "http://")) else ""
    if len(text) < _SHORT and not page:
        return Address(url, title) if url else None
    authors = tuple(each.strip() for each in re.split(r";|\||, (?=[A-Z])", _cell(row, "authors")) if each.strip())
    about = About(
        published=published_of(_cell(row, "published")),
        title=title or None,
        publisher=_cell(row, "publisher") or None,
        url=url or None,
        authors=authors,
        language=_cell(row, "language") or None,
    )
    is_page = bool(page) or bool(re.match(r"\s*<(?:!doctype|html|p|div|article)\b", text, re.IGNORECASE))
    content = page if page and len(text) < _SHORT else text
    name = title or _cell(row, "name") or f"row-{number}"
    return Held(name, ".html" if is_page else ".txt", content.encode(errors="replace"), None, about, is_sure=True)


def _cell(row: Row, name: str) -> str:
    """Return the text of the first of a column's names that a row has."""
    for each in _COLUMNS[name]:
        value = row.get(each)
        if isinstance(value, dict):
            value = value.get("name") or value.get("title")
        if isinstance(value, list):
            value = "; ".join(str(one.get("name", "") if isinstance(one, dict) else one) for one in value)
        if isinstance(value, (str, int)) and str(value).strip():
            return str(value).strip()
    return ""
