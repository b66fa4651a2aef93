"""Any file that people have saved → the articles and addresses in it, told by its content before its name.

In: a File. Out: Item…; none, with NO_READER, NOT_INSTALLED, BAD_FILE or EMPTY_ARTICLE, where it cannot be
read. `docs/formats.md` is the table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from json import JSONDecodeError
from pathlib import PurePosixPath

from generator.model import codes
from generator.model.diagnostic import Checked, Diagnostic, Location, tell
from generator.model.project import File
from generator.read import text as texts
from generator.read.formats import archives, databases, documents, feeds, lists, mail, tables
from generator.read.formats.held import Held, Item
from generator.read.page import markup

Reader = Callable[[File], Checked[tuple[Item, ...]]]


def opened(file: File) -> Checked[tuple[Item, ...]]:
    """Return what a file holds."""
    kind = kind_of(file)
    reader = _READERS.get(kind)
    if reader is None:
        return Checked((), (tell(codes.NO_READER, Location(file.path), kind=kind or "without an ending"),))
    try:
        done = reader(file)
    except Exception as error:  # noqa: BLE001 - the readers of foreign formats leak errors of many kinds on broken files
        if library := _unloaded(error):
            hint = 'install it with pip install "dateline[documents]"'
            why = "is not installed" if isinstance(error, ModuleNotFoundError) else f"cannot be loaded ({type(error).__name__}: {error})"
            said = tell(codes.NOT_INSTALLED, Location(file.path), hint, kind=kind.lstrip(".").upper(), library=library, reason=why)
            return Checked((), (said,))
        reason = str(error) if isinstance(error, ValueError) and str(error) else f"it is broken ({type(error).__name__})"
        where = Location(file.path, error.lineno, error.colno) if isinstance(error, JSONDecodeError) else Location(file.path)
        return Checked((), (tell(codes.BAD_FILE, where, kind=kind.lstrip(".").upper(), reason=reason),))
    if not done.value and not done.diagnostics:
        return Checked((), (tell(codes.EMPTY_ARTICLE, Location(file.path)),))
    return done


def _unloaded(error: Exception) -> str:
    """Return the name of the library that could not be imported, whatever it raised then; nothing where that is not what went wrong."""
    if isinstance(error, ImportError):
        return (error.name or "").partition(".")[0] or "that it names"
    at = error.__traceback__
    while at and at.tb_frame.f_code.co_name != "<module>":  # the body of a module runs only while it is imported
        at = at.tb_next
    return str(at.tb_frame.f_globals.get("__name__", "")).partition(".")[0] if at else ""


_MAGIC = (
    (b"%PDF-", ".pdf"),
    (b"{\\rtf", ".rtf"),
    (b"WARC/", ".warc"),
    (b"bplist00", ".webarchive"),
    (b"\x1f\x8b", ".warc"),
)
_SAME = {
    ".htm": ".html",
    ".xhtml": ".html",
    ".markdown": ".md",
    ".text": ".txt",
    ".mht": ".mhtml",
    ".tsv": ".csv",
    ".ndjson": ".json",
    ".jsonl": ".json",
    ".rss": ".xml",
    ".atom": ".xml",
    ".rdf": ".xml",
    ".opml": ".xml",
    ".gz": ".warc",
    ".webloc": ".url",
}


def kind_of(file: File) -> str:
    """Return the ending that a file should have, by its first bytes, else by its name.

    >>> kind_of(File("quay.html", b"%PDF-1.7")), kind_of(File("Quay.HTM", b"<p>x"))
    ('.pdf', '.html')
    """
    head = file.content[:4_000].lstrip(b"\xef\xbb\xbf \t\r\n")
    ending = PurePosixPath(file.path).suffix.lower()
    for magic, kind in _MAGIC:
        if head.startswith(magic) and not (magic == b"bplist00" and b"WebMainResource" not in file.content):
            return kind
    if head.startswith(b"PK\x03\x04"):
        return ".docx" if b"word/" in file.content or ending == ".docx" else ".wacz"
    ending = _SAME.get(ending, ending)
    if ending in _WRITTEN:
        return _by_words(head.lower(), ending)
    if ending in _READERS and ending not in {".pdf", ".docx", ".rtf", ".wacz", ".warc"}:
        return ending
    return _by_words(head.lower(), ending)


_WRITTEN = (".html", ".txt", ".md")
"""Names that people give to whatever they saved."""


def _by_words(head: bytes, ending: str) -> str:
    if head.startswith((b"<!doctype html", b"<html", b"<!doctype netscape")):
        return ".html"
    if b"snapshot-content-location:" in head[:2_000] or b"multipart/related" in head[:2_000]:
        return ".mhtml"
    return ending if ending in _READERS else ""


def _held(file: File) -> Checked[tuple[Item, ...]]:
    path = PurePosixPath(file.path)
    ending = _SAME.get(path.suffix.lower(), path.suffix.lower())
    return Checked((Held(path.stem, ".md" if ending == ".md" else ".txt", file.content),))


def _page(file: File) -> Checked[tuple[Item, ...]]:
    found = lists.bookmarks(markup.decoded(file.content[: texts.ARTICLE_LIMIT])[0])
    return Checked(found or (Held(PurePosixPath(file.path).stem, ".html", file.content),))


def _text(file: File) -> Checked[tuple[Item, ...]]:
    decoded = texts.decoded(file)
    if decoded.value is None:
        return Checked((), decoded.diagnostics)
    found = lists.listed(decoded.value.text) or databases.articles(decoded.value.text)
    return Checked(found) if found else _held(file)


def _shortcut(file: File) -> Checked[tuple[Item, ...]]:
    return Checked(lists.shortcut(file.content.decode("utf-8", "replace")))


def _named(read: Callable[[str, bytes], Iterable[Item]]) -> Reader:
    return lambda file: Checked(tuple(read(PurePosixPath(file.path).stem, file.content)))


def _content(read: Callable[[bytes], Iterable[Item]]) -> Reader:
    return lambda file: Checked(tuple(read(file.content)))


def _document(read: Callable[[bytes], str]) -> Reader:
    """Read a document as text; a database's export in it is parted into its articles."""

    def reader(file: File) -> Checked[tuple[Item, ...]]:
        text = read(file.content)
        found = databases.articles(text) or lists.listed(text)
        if found or not text.strip():
            return Checked(found)
        return Checked((Held(PurePosixPath(file.path).stem, ".txt", f"{text}\n".encode()),))

    return reader


def _table(read: Callable[[str], tuple[tuple[Item, ...], tuple[int, ...]]]) -> Reader:
    """Read a table; rows that hold neither a text nor an address are told."""

    def reader(file: File) -> Checked[tuple[Item, ...]]:
        decoded = texts.decoded(file, texts.TABLE_LIMIT)
        if decoded.value is None:
            return Checked((), decoded.diagnostics)
        found, left = read(decoded.value.text)
        said: tuple[Diagnostic, ...] = ()
        if left:
            rows = ", ".join(map(str, left[:_SHOWN])) + (" …" if len(left) > _SHOWN else "")
            said = (tell(codes.ROWS_LEFT, Location(file.path), count=len(left), rows=rows),)
        return Checked(found, said)

    return reader


_SHOWN = 10
_READERS: dict[str, Reader] = {
    ".html": _page,
    ".txt": _text,
    ".md": _held,
    ".url": _shortcut,
    ".mhtml": _named(mail.mhtml),
    ".eml": _named(mail.eml),
    ".webarchive": _named(archives.webarchive),
    ".warc": _content(archives.warc),
    ".wacz": _content(archives.wacz),
    ".csv": _table(tables.comma_separated),
    ".json": _table(tables.json_records),
    ".xml": _content(feeds.entries),
    ".pdf": _document(documents.pdf),
    ".docx": _document(documents.docx),
    ".rtf": _document(documents.rtf),
}
"""Ending → what reads such a file."""
ENDINGS = (*_READERS, *_SAME)
"""Every ending that is read."""
