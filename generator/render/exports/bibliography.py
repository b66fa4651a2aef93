"""The sources as citations: CSL-JSON 1.0 (``issued`` from the date of publication) and BibTeX. In: Timeline. Out: bytes."""

from __future__ import annotations

import re
from typing import Any

from generator.model.article import Article
from generator.model.event import Timeline
from generator.render.exports.lines import json_list
from generator.render.permalinks import slug, web_address
from generator.render.quotes import first_words

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
"""What no reader of BibTeX keeps: some lose the letters beside a NUL too."""
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def csl_json(timeline: Timeline) -> bytes:
    """Return an ``article-newspaper`` for each source, a ``webpage`` for each other address; what is not known is left out."""
    pages = [{"id": slug(url), "type": "webpage", "title": url, "URL": url} for url in _addresses(timeline)]
    return json_list([*(_item(article) for article in timeline.articles), *pages])


def _addresses(timeline: Timeline) -> list[str]:
    """The addresses that events rest on without an article of the project."""
    found = dict.fromkeys(url for event in timeline.events for url in event.addresses if web_address(url))
    known = {article.url for article in timeline.articles}
    return [url for url in found if url not in known]


def _item(article: Article) -> dict[str, Any]:
    item: dict[str, Any] = {"id": article.id, "type": "article-newspaper", "title": _title(article), "language": article.language}
    if article.authors:
        item["author"] = [{"literal": name} for name in article.authors]
    if article.publisher:
        item["container-title"] = article.publisher
    if article.published:
        day = article.published.day
        item["issued"] = {"date-parts": [[day.year, day.month, day.day]]} | ({"circa": True} if article.published.guessed else {})
    if url := web_address(article.url):
        item["URL"] = url
    if archived := web_address(article.archived_url):
        item["archive_location"] = archived
    return item


def bibtex(timeline: Timeline) -> bytes:
    """Return an ``@article`` for each source with a publisher, an ``@misc`` for the others and for addresses."""
    pages = [f"@misc{{{slug(url)},\n  title = {{{{{_tex(url)}}}}},\n  url = {{{_url(url)}}}\n}}\n" for url in _addresses(timeline)]
    return "\n".join([*(_entry(article) for article in timeline.articles), *pages]).encode()


def _entry(article: Article) -> str:
    day = article.published.day if article.published else None
    fields = {
        "title": f"{{{_tex(_title(article))}}}",
        "author": " and ".join(f"{{{_tex(name)}}}" for name in article.authors),
        "journal": _tex(article.publisher or ""),
        "year": f"{day.year:04}" if day else "",
        "date": day.isoformat() if day else "",
        "url": _url(web_address(article.url)),
        "language": article.language,
    }
    kind = "article" if article.publisher else "misc"
    inside = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@{kind}{{{slug(article.id)},\n{inside}\n}}\n"


def _title(article: Article) -> str:
    return article.title or first_words(article) or article.id


def _tex(text: str) -> str:
    plain = _CONTROLS.sub("\ufffd", " ".join(text.split()))
    return "".join(_SPECIAL.get(character, character) for character in plain)


def _url(url: str | None) -> str:
    return re.sub(r"[{}\\]", lambda match: f"%{ord(match[0]):02X}", url or "")
