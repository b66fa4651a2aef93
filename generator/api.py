"""The library: what other programs may call. In: a text, or a file. Out: its time expressions, or the article in it."""

from __future__ import annotations

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
from generator.read.formats.opening import kind_of
from generator.read.parting import parted


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
    """Read the article in a file, in any format of ``docs/formats.md``.

    *language* and *day_first* are those of an article that says nothing else. What stands in a .toml beside the file counts more than what
    the file says. The article is None where the file holds none that can be read, several (``MANY_IN_ONE``), or only addresses
    (``NOT_READ``); the diagnostics say why. Nothing is fetched and nothing is written. ``OSError`` when the file cannot be read.
    """
    found = read_all(path, language=language, day_first=day_first)
    if len(found.value) > 1:
        return Checked(None, (tell(codes.MANY_IN_ONE, Location(Path(path).name), count=len(found.value)),))
    return Checked(found.value[0] if found.value else None, found.diagnostics)


def read_all(path: str | Path, *, language: str = "en", day_first: bool = False) -> Checked[tuple[Article, ...]]:
    """Read every article in a file: as :func:`read` does, from files that hold several too (exports, tables, archives)."""
    path = Path(path)
    file, beside = File(path.name, path.read_bytes()), path.with_suffix(".toml")
    about = File(beside.name, beside.read_bytes()) if beside.is_file() else None
    parts = parted((_files(file, path.stem, about),))
    settings = Settings(language=language, day_first=day_first)
    read_ = [articles.read(each, settings) for each in parts.value]
    said = [*parts.diagnostics, *(one for each in read_ for one in each.diagnostics)]
    kept = tuple(each for each in said if each.code not in (codes.SAVED_PAGE, codes.HELD_IN))
    return Checked(tuple(each.value for each in read_ if each.value), kept)


def _files(file: File, name: str, about: File | None) -> ArticleFiles:
    """Take a text or a page as it is; a file of any other form, by its content or its name, for one that holds articles."""
    kind = kind_of(file)
    if kind == ".html" and file.path.lower().endswith((".html", ".htm")):
        return ArticleFiles(name, page=file, about=about)
    return ArticleFiles(name, copy=file, about=about) if kind in {".txt", ".md"} else ArticleFiles(name, saved=file, about=about)
