"""The library: what other programs may call. In: a text, or a file. Out: its time expressions, or the article in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.extract.timexes import tag_text
from generator.language import load
from generator.model import codes
from generator.model.article import Article
from generator.model.diagnostic import Checked, Location, tell
from generator.model.project import ArticleFiles, File
from generator.model.settings import Settings
from generator.model.timex import Timex
from generator.read import articles
from generator.read.formats.held import Held
from generator.read.formats.opening import opened


def tag(text: str, published: date | None = None, language: str = "en", *, day_first: bool = False) -> tuple[Timex, ...]:
    """Find the time expressions of a text and say what they come to.

    *published* is the day that words such as "Tuesday" count from; without it they stay unresolved. *language* is a code ("en");
    ``ValueError`` when there is no table for it. *day_first* reads 10/12/98 as 10 December. Spans count code points of *text*.

    >>> from datetime import date
    >>> [(str(each.type), each.value, str(each.edtf)) for each in tag("They will meet by Friday.", date(2021, 12, 8))]
    [('DATE', '2021-12-10', '[2021-12-08..2021-12-10]')]
    """
    known = load(language)
    if known is None:
        raise ValueError(f"no table for language {language!r}")
    return tag_text(text, published, known, day_first=day_first)


def read(path: str | Path, *, language: str = "en", day_first: bool = False) -> Checked[Article | None]:
    """Read the article in a file, in any format of ``docs/formats.md`` that holds one article.

    *language* and *day_first* are those of an article that says nothing else. What stands in a .toml beside the file counts more than what
    the file says. The article is None where the file holds none that can be read, several (``MANY_IN_ONE``), or only addresses
    (``NOT_AN_ARTICLE``); the diagnostics say why. Nothing is fetched and nothing is written. ``OSError`` when the file cannot be read.
    """
    path = Path(path)
    found = opened(File(path.name, path.read_bytes()))
    held = [each for each in found.value if isinstance(each, Held)]
    if len(held) != 1:
        many = tell(codes.MANY_IN_ONE, Location(path.name), count=len(held))
        lists = tell(codes.NOT_AN_ARTICLE, Location(path.name), what="a list of addresses")
        return Checked(None, (*found.diagnostics, *((many,) if held else (lists,) if found.value else ())))
    beside = path.with_suffix(".toml")
    about = File(beside.name, beside.read_bytes()) if beside.is_file() else None
    article = articles.read(_files(held[0], path.stem, about), Settings(language=language, day_first=day_first))
    said = tuple(each for each in article.diagnostics if each.code is not codes.SAVED_PAGE)
    return Checked(_with(article.value, held[0], is_told=about is not None), found.diagnostics + said)


def _files(held: Held, name: str, about: File | None) -> ArticleFiles:
    file = File(f"{name}{held.ending}", held.content)
    return ArticleFiles(name, page=file, about=about) if held.ending == ".html" else ArticleFiles(name, copy=file, about=about)


def _with(article: Article | None, held: Held, *, is_told: bool) -> Article | None:
    """Add what the file says that holds the article: a database's record, a message's head, an archive's address."""
    if article is None or is_told:
        return article
    known = held.about
    return replace(
        article,
        published=(known.published if held.is_sure and known.published else article.published) or known.published,
        title=(known.title if held.is_sure and known.title else article.title) or known.title,
        publisher=article.publisher or known.publisher,
        url=article.url or held.url or known.url,
        authors=article.authors or known.authors,
        witnesses=article.witnesses or known.witnesses,
    )
