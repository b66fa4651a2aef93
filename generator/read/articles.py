"""The files of one article → Article: its frozen text, what is known about it, its blocks.

In: the copy (.txt, .md) or else the saved page (.html), and what the copy does not say (.toml). Out: an Article, or None and why.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from generator.model import codes
from generator.model.about import About
from generator.model.article import Article, Block
from generator.model.diagnostic import Checked, Location, Severity, tell
from generator.model.project import ArticleFiles, File, Record
from generator.model.settings import Settings
from generator.model.span import Source
from generator.read import about, front_matter, gate, html, text, toml
from generator.read.blocks import blocks
from generator.read.dating import copy
from generator.read.dating.doubts import doubt
from generator.read.dating.posts import posts_of
from generator.read.formats import clippings, databases


def read(files: ArticleFiles, settings: Settings) -> Checked[Article | None]:
    """Read one article.

    Args:
        files: its copy or saved page, and its .toml.
        settings: the timeline's, for the default language and order of day and month.

    Returns:
        The article. None where there is no text that could be cited (BAD_ENCODING, TOO_LARGE, TOO_DEEP, EMPTY_ARTICLE, BAD_PAGE,
        BAD_FRONT_MATTER), or where what is said of it cannot be read (BAD_TOML, BAD_SETTING, UNKNOWN_SETTING). A date that is not sure
        is marked as guessed (GUESSED_DATE, DOUBTED_DATE).
    """
    frozen = _copy(files)
    if frozen.value is None:
        return Checked(None, frozen.diagnostics)
    source, found, markdown = frozen.value
    own = _about(files.about)
    said = [*frozen.diagnostics, *own.diagnostics]
    if any(each.severity is Severity.ERROR for each in said):  # without what was meant to be its date, all its days would be wrong
        return Checked(None, tuple(said))
    if not source.text.strip():
        return Checked(None, (*said, tell(codes.EMPTY_ARTICLE, Location(source.path))))
    known = _known(own.value, files.record, found).sayable()
    if known.sha256 and files.copy and known.sha256 != sha256(files.copy.content).hexdigest():
        said.append(tell(codes.CHANGED_COPY, Location(source.path)))
    parts = blocks(source.text, markdown=markdown, most=settings.longest)
    if files.copy and (what := gate.what_it_is(known.title, source.text)):
        said.append(tell(codes.NOT_AN_ARTICLE, Location(source.path), what=what))
    if known.published is None:
        stamped = copy.dated(source.text, parts)
        known = replace(known, published=stamped.published, witnesses=known.witnesses or stamped.witnesses)
    if known.published and known.published.guessed:
        said.append(doubt(known.published, known.witnesses, files, source))
    return Checked(_article(files.id, source, parts, known, settings), tuple(said))


def _known(own: About, record: Record | None, found: About) -> About:
    """Lay what is known together: first what the .toml says, then a sure record, then the text itself, then any other record."""
    if record is None:
        return own.or_else(found)
    return own.or_else(record.about if record.is_sure else found).or_else(found if record.is_sure else record.about)


def _article(name: str, source: Source, parts: tuple[Block, ...], known: About, settings: Settings) -> Article:
    return Article(
        id=name,
        source=source,
        blocks=parts,
        language=known.language or settings.language,
        published=known.published,
        title=known.title,
        publisher=known.publisher,
        url=known.url,
        archived_url=known.archived_url,
        archived_at=known.archived_at,
        authors=known.authors,
        day_first=settings.day_first if known.day_first is None else known.day_first,
        witnesses=known.witnesses,
        posts=posts_of(source.text, parts) if known.live else (),
        image=known.image,
    )


_Copy = tuple[Source, About, bool]
"""The text, what the file says of itself, and whether the text is Markdown."""


def _copy(files: ArticleFiles) -> Checked[_Copy | None]:
    """Read the frozen copy; the saved page where there is none."""
    if files.copy is None:
        return _page(files.page, files.record, is_told=files.about is not None) if files.page else Checked(None)
    decoded = text.decoded(files.copy)
    if decoded.value is None:
        return Checked(None, decoded.diagnostics)
    if files.record:
        return Checked((replace(decoded.value, first_line=files.record.line), About(), False), decoded.diagnostics)
    if files.copy.path.lower().endswith((".md", ".markdown")):
        return Checked(decoded.value, decoded.diagnostics).then(_markdown)
    exported = databases.articles(decoded.value.text)
    return Checked((decoded.value, exported[0].about if exported else About(), False), decoded.diagnostics)


def _page(page: File, record: Record | None, *, is_told: bool) -> Checked[_Copy | None]:
    """Read a saved page on the fly; what is no article is left out unless its .toml tells of it as one."""
    read_page = html.read(page, record.url if record else None)
    if read_page.value is None or (read_page.value.instead and not is_told):
        return Checked(None, read_page.diagnostics)
    said = () if record else (tell(codes.SAVED_PAGE, Location(page.path)),)
    return Checked((read_page.value.source, read_page.value.about, False), (*read_page.diagnostics, *said))


def _markdown(source: Source) -> Checked[_Copy | None]:
    """Take the front matter off a Markdown article; offsets refer to the body."""
    parted = front_matter.split(source)
    if parted.value is None:
        return Checked(None, parted.diagnostics)
    head, body = parted.value.head, parted.value.body
    if parted.value.form == "toml":
        table = toml.parse(head)
        if table.value is None:
            return Checked(None, table.diagnostics)
        known = about.from_toml(table.value)
    elif parted.value.form == "yaml":
        values = front_matter.yaml_values(head)
        if values.diagnostics:
            return Checked(None, values.diagnostics)
        known = about.from_yaml(values.value, head)
    else:
        said, begins = clippings.opening(body.text)
        head = Source(body.path, body.text[:begins], body.first_line)
        body = Source(body.path, body.text[begins:], body.first_line + body.text.count("\n", 0, begins))
        known = about.from_properties(said, head)
    return Checked((body, known.value, True), known.diagnostics)


def _about(file: File | None) -> Checked[About]:
    """Read what NAME.toml says; nothing where there is none or it cannot be read."""
    if file is None:
        return Checked(About())
    decoded = text.decoded(file, text.FORM_LIMIT)
    if decoded.value is None:
        return Checked(About(), decoded.diagnostics)
    table = toml.parse(decoded.value)
    return about.from_toml(table.value) if table.value else Checked(About(), table.diagnostics)
