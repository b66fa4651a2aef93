"""A project folder in, a Project out: the bytes of its settings, articles and edits, read once, in a fixed order.

Only the folder's own files are read: no subfolders, no dotfiles, no link that leaves the project.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from generator.edge.addressed import AddressError, listed
from generator.edge.files import LARGEST_FILE, Files, Listing, inside
from generator.edge.plain import values_of
from generator.model import codes
from generator.model.diagnostic import Checked, Diagnostic, Location, tell
from generator.model.project import ArticleFiles, File, Project

SETTINGS = "timeline.toml"
PERMALINKS = "permalinks.json"
MEMORY = ".dateline"
_LONGEST_NAME = 200

_COPIES = {".txt", ".md", ".markdown"}
_PAGES = {".html", ".htm"}
_ABOUT = ".toml"
_PARSE = ".conllu"
_SAVED = {".eml", ".mhtml", ".mht", ".webarchive", ".rtf", ".docx", ".pdf", ".xhtml", ".text"}
_TABLES = {".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".warc", ".wacz"}
"""Forms that are read where the folder is one of articles; in a folder for everything they may be anything."""
_TEXTS = {"copy", "page", "saved"}
_AS_TEXT = "save its text as a .txt beside it"
_ADDRESSES = "`dateline add` fetches the addresses in it"
_OTHERS = {
    **dict.fromkeys((".doc", ".odt", ".pages", ".epub", ".tex", ".msg", ".maff"), _AS_TEXT),
    **dict.fromkeys((".xml", ".rss", ".atom", ".rdf", ".opml", ".url", ".webloc"), _ADDRESSES),
    **dict.fromkeys((".csv", ".tsv", ".xls", ".xlsx", ".ods"), "`dateline import` takes a table of events, `dateline add` one of articles"),
}
"""Files that people take for articles, by their ending, and what to do with them."""
_LEFT_OVER = re.compile(
    r"\..*|.*~|#.*#|~\$.*|4913|Thumbs\.db|desktop\.ini|.*\.(?:bak|tmp|part|crdownload|swp|orig)", re.IGNORECASE | re.DOTALL
)
"""What editors, office programs, browsers and systems put beside files for themselves (4913 is vim's, to see whether it may write)."""


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of a project, relative to it."""

    articles: str = "articles"
    edits: str = "edits"
    output: str = "site"


def folders_of(folder: Path) -> Folders:
    """Return the folders that ``timeline.toml`` names; a folder without one holds its articles itself.

    What is not a name is left at its default here, and told by the reader of the settings.

    Raises:
        OSError: there are settings, and they cannot be read: whatever they say, nothing else would be right.
    """
    path = folder / SETTINGS
    try:
        content = path.read_bytes() if path.is_file() and path.stat().st_size <= LARGEST_FILE else b""
        if not path.exists():
            return Folders(articles=".")
        said = values_of(content.decode())
    except UnicodeDecodeError:
        return Folders()
    names = {name: said[name] for name in ("articles", "edits", "output") if is_name(said.get(name))}
    return Folders(**names)


def is_project(folder: Path) -> bool:
    """Tell whether a folder has settings: then it is a project, not just any folder."""
    return (folder / SETTINGS).is_file()


def is_name(value: object) -> bool:
    """Tell whether a setting can be the name of a folder at all."""
    return isinstance(value, str) and 0 < len(value.encode(errors="replace")) <= _LONGEST_NAME and value.isprintable()


def read_project(folder: Path, articles_at: str | None = None, files: Files | None = None) -> Checked[Project]:
    """Read everything that a build of *folder* needs, except the theme.

    Args:
        folder: the project's.
        articles_at: the address of articles that lie elsewhere.
        files: its files as they were read before.

    Returns:
        The project, and what could not be read. An absent folder of articles or edits is an empty one.
    """
    folder = folder.resolve()
    names = folders_of(folder)
    said: list[Diagnostic] = []
    files = files or Files()
    files.begin()
    settings = files.one(folder, SETTINGS, said)
    permalinks = files.one(folder, PERMALINKS, said)
    found = tuple(_addressed(articles_at, said) if articles_at else _files(folder, names, "articles", files, said))
    articles = files.grouped(found, said, _articles)
    edits = read_edits(folder, files)
    said += edits.diagnostics
    project = Project(name=folder.name, settings=settings, articles=articles, edits=edits.value, permalinks=permalinks)
    return Checked(project, tuple(said))


def read_edits(folder: Path, files: Files | None = None) -> Checked[tuple[File, ...]]:
    """Read the edits of the project in *folder* alone: what other hands may have written since it was read."""
    folder = folder.resolve()
    said: list[Diagnostic] = []
    found = tuple(_files(folder, folders_of(folder), "edits", files or Files(), said))
    return Checked(found, tuple(said))


def own_folder(project: Path, name: str) -> Path | None:
    """Return the folder *name* of the project's memory; None where a link leads elsewhere, for nothing there is ours to remove."""
    memory = project / MEMORY
    return None if memory.is_symlink() or (memory / name).is_symlink() else memory / name


def misplaced(project: Path, output: Path, names: Folders, *, named: bool) -> str:
    """Return why a site cannot be written to *output*, or nothing. *named* marks a folder that the command line gave."""
    project, place = project.resolve(), Path(os.path.realpath(output))
    read = {names.articles: "articles are", names.edits: "edits are", "templates": "templates are", "static": "static files are"}
    if not named and not place.is_relative_to(project):
        return "a link leads out of the project; name the folder with -o"
    if project == place or project.is_relative_to(place):
        return "the project itself lies there"
    if {".git", ".hg", ".svn", MEMORY} & set(place.parts):
        return "that folder belongs to another program, or to the memory"
    below = ((Path(os.path.realpath(project / name)), what) for name, what in read.items())
    return next((f"{what} read from there" for at, what in below if at != project and place.is_relative_to(at)), "")


def _files(folder: Path, names: Folders, setting: str, files: Files, said: list[Diagnostic]) -> Iterator[File]:
    """Yield the regular files of one folder of the project, by name."""
    name: str = getattr(names, setting)
    if Path(name).is_absolute() or not inside(folder, folder / name):
        where = Location(SETTINGS)
        said.append(tell(codes.BAD_SETTING, where, None, name=setting, wanted="a folder inside the project", found=f"“{name}”"))
        return
    try:
        found = sorted(os.listdir(folder / name))  # noqa: PTH208 - tens of thousands of names, and only these
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        said.append(tell(codes.UNREADABLE_FOLDER, Location(name), None, path=name, reason=error.strerror))
        return
    is_whole = name in {".", "./"}
    wanted = {".md"} if setting == "edits" else _COPIES | _PAGES | _SAVED | {_ABOUT, _PARSE} | (set() if is_whole else _TABLES)
    told, unsayable = files.told_apart(name, found, partial(_told_apart, "" if is_whole else f"{name.rstrip('/')}/", wanted))
    said += unsayable
    for path, is_wanted in told:
        if is_wanted:
            known = files.standing(path) if setting == "articles" else None
            if not (path == SETTINGS and is_whole) and (file := known or files.one(folder, path, said)) is not None:
                yield file
        elif _ending(path) in _OTHERS or not (
            path in {names.edits, names.output} or (is_whole and (path != Folders().articles or is_project(folder)))
        ):
            said += _unread(folder, path, setting)


def _told_apart(place: str, wanted: Collection[str], names: Iterable[str]) -> Listing:
    """Return the paths of files in their order, and whether each is wanted by its ending; and what there is to say of names."""
    said: list[Diagnostic] = []
    told = [(place + each, _ending(each) in wanted) for each in names if not is_left_over(each) and _is_sayable(each, place, said)]
    return tuple(told), tuple(said)


def _addressed(address: str, said: list[Diagnostic]) -> Iterator[File]:
    """Yield the articles at an address, a file each, without reading them."""
    try:
        for name, size, file in listed(address):
            if size > LARGEST_FILE:
                said.append(tell(codes.TOO_LARGE, Location(file.path), None, size=size, limit=LARGEST_FILE))
            elif _ending(name) in _COPIES | _PAGES | {_ABOUT, _PARSE}:
                yield file
            else:
                said.append(tell(codes.NOT_READ, Location(file.path), "at an address a file is one article", path=file.path))
    except AddressError as error:
        said.append(tell(codes.UNREADABLE_FOLDER, Location(address), None, path=address, reason=error))


def _is_sayable(each: str, place: str, said: list[Diagnostic]) -> bool:
    """Tell whether a file's name is text; one that is not could stand on no page and in no edit."""
    if each.isascii():
        return True
    plain = each.encode(errors="replace").decode()
    if plain != each:
        said.append(
            tell(codes.UNREADABLE, Location(f"{place}{plain}"), "rename it", path=f"{place}{plain}", reason="its name is not UTF-8")
        )
    return plain == each


def _unread(folder: Path, path: str, setting: str) -> Iterator[Diagnostic]:
    """Tell of a file of another kind, or a folder with articles in it: nobody should take them for read."""
    ending, place = _ending(path), folder / path
    if place.is_file():
        hint = "an edit is a .md file" if setting == "edits" else _OTHERS.get(ending, "docs/formats.md has what is read")
        yield tell(codes.NOT_READ, Location(path), hint, path=path)
    elif setting == "articles" and place.is_dir() and not path.endswith(("_files", "/old")):  # what browsers save beside a page
        with suppress(OSError), os.scandir(place) as entries:
            if any(PurePosixPath(entry.name).suffix.lower() in _COPIES | _PAGES | _SAVED for entry in entries):
                above = PurePosixPath(path).parent
                hint = f"move its articles to {above}/" if above.name else "put a file timeline.toml beside it, which may be empty"
                yield tell(codes.NOT_READ, Location(path), hint, path=f"the folder {path}")


_LOST = (codes.UNREADABLE, codes.LINK_OUTSIDE, codes.TOO_LARGE)


def is_left_over(name: str) -> bool:
    """Tell by its name whether a file was left by a program for itself: hidden, a backup, a lock, a list of thumbnails.

    >>> [is_left_over(name) for name in (".a.txt.swp", "a.txt~", "#a.txt#", "~$a.docx", "4913", "Thumbs.db", "a.txt")]
    [True, True, True, True, True, True, False]
    """
    return _LEFT_OVER.fullmatch(name) is not None


def is_read(name: str) -> bool:
    """Tell by its name whether a file in the articles' folder is read."""
    return _ending(name) in _COPIES | _PAGES | _SAVED | _TABLES | {_ABOUT, _PARSE}


def _ending(path: str) -> str:
    """Return the ending of a file in small letters; that of an archive which is packed is the archive's."""
    low = path.lower()
    return os.path.splitext(low.removesuffix(".gz") if low.endswith(".warc.gz") else low)[1]  # noqa: PTH122 - as above


def _kind(ending: str) -> str:
    """Return what a file of that ending is to its article."""
    if ending in _COPIES:
        return "copy"
    if ending in _PAGES:
        return "page"
    if ending in {_ABOUT, _PARSE}:
        return "parse" if ending == _PARSE else "about"
    return "saved"


def _second_names(groups: dict[str, dict[str, File]], files: Files) -> dict[str, str]:
    """Return the articles whose text the file system has under another name, and that name: the file's own rather than that of a link."""
    texts = [(name, _text_of(group).path) for name, group in groups.items() if group.keys() & _TEXTS]
    placed = [(place[2], name, path, place[:2]) for name, path in texts if (place := files.place(path)) and place[1]]
    first: dict[tuple[int, int], str] = {}
    seconds: dict[str, str] = {}
    for _, name, path, inode in sorted(placed):
        known = first.setdefault(inode, path)
        if known != path:
            seconds[name] = known
    return seconds


def _articles(found: Iterable[File], files: Files, said: list[Diagnostic]) -> Iterator[ArticleFiles]:
    """Group the files of the articles' folder by name; tell what is no article of its own: a second name of a text.

    An article of which a file cannot be read is left out: without what is said of it, its days would be wrong.
    """
    groups: dict[str, dict[str, File]] = {}
    for file in found:
        stem, ending = os.path.splitext(file.path.rpartition("/")[2])  # noqa: PTH122 - tens of thousands of them; Path is slow
        name, kind = stem.removesuffix(".warc"), _kind(_ending(file.path) if ending == ".gz" else ending.lower())
        group = groups.setdefault(name, {})
        if kind in group:
            hint = f"rename {group[kind].path} or {file.path}"
            said.append(tell(codes.TWO_ARTICLES, Location(file.path), hint, id=name))
            continue
        group[kind] = file
    seconds = _second_names(groups, files)
    lost = {PurePosixPath(each.where.path).with_suffix("") for each in said if each.where and each.code in _LOST}
    for name in sorted(groups):
        group = groups[name]
        if lost and PurePosixPath(next(iter(group.values())).path).with_suffix("") in lost:
            continue
        if name in seconds:
            path = _text_of(group).path
            said.append(tell(codes.TWO_NAMES, Location(path), None, path=path, other=seconds[name]))
            continue
        copy, page, about, parse, saved = map(group.get, ("copy", "page", "about", "parse", "saved"))
        yield files.together(ArticleFiles(name, copy, page, about, parse, saved))


def _text_of(group: dict[str, File]) -> File:
    return group.get("copy") or group.get("page") or group["saved"]
