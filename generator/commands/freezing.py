"""A file or an answer of the web in; an article ready to be frozen, and its files on disk, out. What is frozen is never overwritten."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from generator.desk.writing import quoted
from generator.edge.plain import form_of
from generator.edge.together import is_same, moved, put_together
from generator.model import codes
from generator.model.about import About
from generator.model.article import Article, BlockKind
from generator.model.diagnostic import Checked, Diagnostic, Location, tell
from generator.model.project import ArticleFiles, File
from generator.model.settings import Settings
from generator.model.witness import Witness
from generator.read.page.origin import PageOrigin, is_home, same_page, unarchived
from generator.read.page.people import signed
from generator.read.parting import name_of
from generator.read.text import decoded

PAGES = (".html", ".htm")
COPIES = (".txt", ".md", ".markdown")
OLD = "old"
_OPENING = 8
"""Among how many blocks of a text its headline and byline are looked for."""


@dataclass(frozen=True, slots=True)
class Offered:
    """One article of a file or an answer of the web: the name it suggests, its bytes, and what is known of it besides.

    ``url`` is the address that answered, ``charset`` the encoding that it named, ``folder`` where the file lies, ``about`` what the
    file that holds it says; ``is_sure`` marks that this counts more than what is read from the article itself.
    """

    stem: str
    ending: str
    content: bytes
    url: str | None = None
    folder: Path | None = None
    charset: str = ""
    about: About = field(default_factory=About)
    is_sure: bool = False


@dataclass(frozen=True, slots=True)
class Frozen:
    """An article that is ready to be written: its name, its text, what is known of it, and the page it came from.

    ``beside`` marks the text of a page that lies among the articles already, ``told`` that what is known of it does too.
    """

    name: str
    text: str
    about: About
    ending: str = ".txt"
    page: bytes | None = None
    beside: bool = False
    told: bool = False


def article(found: Offered, name: str | None, folder: Path, *, anyway: bool = False, again: bool = False) -> Checked[Frozen | None]:
    """Find the text and what is known of it; None with a diagnostic where there is none, or it is there already.

    What is no article (a wall, an error page, a list) is taken for one only where *anyway* says so. *again* takes the name of the article
    that is frozen from the same address.
    """
    read = _page(found) if found.ending in PAGES else _copy(found)
    if read.value is None or (not anyway and any(each.code is codes.NOT_AN_ARTICLE for each in read.diagnostics)):
        return Checked(None, read.diagnostics)
    known = found.about.or_else(read.value.about) if found.is_sure else read.value.about.or_else(found.about)
    about = _settled(replace(known, url=_url(found.url, known.url)), found)
    if found.ending in PAGES and found.folder == folder.resolve() and name is None:
        is_told = (folder / f"{found.stem}.toml").exists()
        frozen = replace(read.value, name=found.stem, about=about, page=None, beside=True, told=is_told)
    else:
        stem = found.stem if found.folder is not None else (about.title or found.stem)
        frozen = replace(read.value, name=name or name_of(stem) or name_of(found.stem) or "article", about=about)
    if again:
        return Checked(replace(frozen, name=name or _frozen_from(about.url, folder) or frozen.name), read.diagnostics)
    return Checked(None, (*read.diagnostics, *stop)) if (stop := tuple(_there(frozen, folder))) else Checked(frozen, read.diagnostics)


def put_aside(name: str, folder: Path) -> dict[Path, Path]:
    """Move the files of a frozen article into ``old/``, beside those that were put there before; return where each went."""
    aside = folder / OLD
    files = [path for ending in (*COPIES, *PAGES, ".toml") if (path := folder / f"{name}{ending}").is_file()]
    number = 1
    while any((aside / f"{path.stem}.{number}{path.suffix}").exists() for path in files):
        number += 1
    places = {path: aside / f"{path.stem}.{number}{path.suffix}" for path in files}
    moved(places)
    return places


def _settled(about: About, found: Offered) -> About:
    """Part the address of an archived copy from the page's own, and take a date as sure that a record gives."""
    archived = unarchived(about.url) if about.url else PageOrigin()
    if archived.url:
        about = replace(about, url=archived.url, archived_url=archived.archived_url, archived_at=archived.archived_at)
    if found.is_sure and found.about.published:
        about = replace(about, published=found.about.published, witnesses=found.about.witnesses or about.witnesses)
    return about


def write(frozen: Frozen, folder: Path) -> Checked[Path | None]:
    """Write the article's files, all or none; the text last, since it makes the others an article."""
    files = {f"{frozen.name}{ending}": content for ending, content in _files(frozen).items()}
    try:
        put_together(folder, files)
    except FileExistsError as error:
        return Checked(None, (tell(codes.ALREADY_FROZEN, path=error.filename),))
    except OSError as error:
        return Checked(None, (tell(codes.CANNOT_WRITE, Location(str(folder)), folder=folder, reason=error.strerror),))
    return Checked(folder / f"{frozen.name}{frozen.ending}")


def _files(frozen: Frozen) -> dict[str, bytes]:
    """Return what is written, by ending, in the order in which it is."""
    files = {".html": frozen.page or b"", ".toml": _toml(frozen).encode(), frozen.ending: frozen.text.encode()}
    return {ending: content for ending, content in files.items() if content}


def _page(found: Offered) -> Checked[Frozen | None]:
    from generator.read import html  # noqa: PLC0415 - loaded when used

    read = html.read(File(found.stem + found.ending, found.content), found.url, found.charset)
    if read.value is None:
        return Checked(None, read.diagnostics)
    return Checked(Frozen("", read.value.source.text + "\n", read.value.about, page=found.content), read.diagnostics)


def _copy(found: Offered) -> Checked[Frozen | None]:
    """Take a text as it is; what Markdown says of itself stays in its front matter."""
    from generator.read import articles  # noqa: PLC0415 - loaded when used

    file = File(found.stem + found.ending, found.content)
    read = articles.read(ArticleFiles(found.stem, copy=file), Settings())
    if read.value is None:
        return Checked(None, read.diagnostics)
    about = _of_text(read.value)
    said = tuple(each for each in read.diagnostics if each.code not in (codes.GUESSED_DATE, codes.DOUBTED_DATE))
    text = decoded(file).value if found.ending == ".txt" else None
    ending = ".md" if found.ending != ".txt" else ".txt"
    return Checked(Frozen("", _as_it_was(found.content) if text is None else _as_it_was(found.content, text.text), about, ending), said)


def _of_text(article: Article) -> About:
    """Return what a text says of itself; its headline and its byline are found in it where nothing else gives them."""
    opening = article.blocks[:_OPENING]
    headline = next((block.span.of(article.text) for block in opening if block.kind is BlockKind.HEADLINE), None)
    bylines = (block.span.of(article.text) for block in opening if block.kind in (BlockKind.BYLINE, BlockKind.HEADING))
    return About(
        published=article.published,
        title=article.title or headline,
        publisher=article.publisher,
        url=article.url,
        authors=article.authors or next((names for words in bylines if (names := signed(words))), ()),
        witnesses=article.witnesses,
    )


def _as_it_was(content: bytes, text: str = "") -> str:
    """Return a text as it stands in UTF-8, byte for byte; what was written in another encoding as it was decoded."""
    try:
        return content.decode()
    except UnicodeDecodeError:
        return text or content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1252", "replace")


def _url(fetched: str | None, canonical: str | None) -> str | None:
    """Return the address to cite: the page's own where it is on the site that answered, else the one that answered."""
    if fetched is None or canonical is None:
        return fetched or canonical
    asked = unarchived(fetched).url or fetched
    same_site = same_page(canonical).partition("/")[0] == same_page(asked).partition("/")[0]
    return canonical if same_site and not (is_home(canonical) and not is_home(asked)) else fetched


def _there(frozen: Frozen, folder: Path) -> Iterator[Diagnostic]:
    """Say what of the article is already in the folder: its name, or its address."""
    begun = {ending: content for ending, content in _files(frozen).items() if ending not in COPIES}
    for ending in COPIES if frozen.beside else (*COPIES, *PAGES, ".toml"):
        path = folder / f"{frozen.name}{ending}"
        if os.path.lexists(path) and not (ending in begun and is_same(path, begun[ending])):  # of one that was killed
            yield tell(codes.ALREADY_FROZEN, None, "choose another with --name", path=path)
            return
    if not frozen.beside and (held := _frozen_from(frozen.about.url, folder)):
        yield tell(codes.ALREADY_ADDED, None, url=frozen.about.url, name=held)


def _frozen_from(url: str | None, folder: Path) -> str | None:
    """Return the name of the article that is frozen from an address, whatever the form of that."""
    for path in sorted(folder.glob("*.toml")) if url else ():
        known = form_of(path).get("url")
        if isinstance(known, str) and url and same_page(known) == same_page(url):
            return path.stem
    return None


def _toml(frozen: Frozen) -> str:
    """Write what the copy does not say itself; Markdown with front matter of its own needs no file."""
    about = frozen.about
    if frozen.told or (frozen.ending == ".md" and frozen.text.lstrip("\ufeff").startswith(("+++", "---"))):
        return ""
    lines = []
    if about.published:
        moment = f"T{about.published.time.isoformat()}" if about.published.time else ""
        lines.append(f"published = {about.published.day.isoformat()}{moment}")
    if about.published and about.published.guessed:
        lines.append("published_guessed = true  # take this line out when the date is confirmed")
    names = ("title", "publisher", "url", "archived_url", "archived_at", "language", "retrieved_at", "image")
    texts = {name: getattr(about, name) for name in names} | {"sha256": sha256(frozen.text.encode()).hexdigest()}
    lines += [f"{key} = {_quoted(value)}" for key, value in texts.items() if value]
    lines += [f"authors = [{', '.join(_quoted(each) for each in about.authors)}]"] if about.authors else []
    lines += ["live = true  # each post has its own time"] if about.live else []
    if about.witnesses:
        lines += ["witnesses = [  # what speaks for the date of publication", *map(_witness, about.witnesses), "]"]
    return "".join(f"{line}\n" for line in lines)


def _witness(each: Witness) -> str:
    zone = "" if each.zone is None else f", zone = {each.zone}"
    texts = ", ".join(f"{name} = {_quoted(value)}" for name in ("kind", "place", "words", "date") if (value := str(getattr(each, name))))
    return f"    {{ {texts}, rank = {each.rank}{zone} }},"


def _quoted(text: str) -> str:
    """Write a text as TOML, on one line."""
    return quoted(" ".join(text.split()))
