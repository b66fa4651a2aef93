"""A saved web page → the text of its article, and what the page says of it.

In: the bytes of an .html file. Out: Page; None where the page is too large, too deep, or holds no text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.model import codes
from generator.model.about import About
from generator.model.article import BlockKind
from generator.model.diagnostic import Checked, Location, tell
from generator.model.project import File
from generator.model.span import Source
from generator.read import gate
from generator.read.blocks import blocks
from generator.read.dating.judging import JudgedDate, judged
from generator.read.dating.region import offsets
from generator.read.page import body, dates, lists, live
from generator.read.page.linked import Linked, linked
from generator.read.page.markup import Markup, parsed
from generator.read.page.origin import PageOrigin, origin
from generator.read.page.people import people
from generator.read.page.title import clean, headings, own_titles, title
from generator.read.page.tongue import language_of
from generator.read.walls import PAYWALL

_WEST = 0
"""Minutes from UTC; a paper in English further east writes the day before the month. Most of what may be anywhere is American."""
_END = 200_000
"""Code points at the end of a page's story that are looked through for furniture."""


@dataclass(frozen=True, slots=True)
class SavedPage:
    """What was read from a saved page; ``instead`` says what it is where it is no article ("a consent page")."""

    source: Source
    about: About
    instead: str | None = None


def read(page: File, asked: str | None = None, charset: str = "") -> Checked[SavedPage | None]:
    """Read the article of a saved page.

    Args:
        page: the file.
        asked: the address that it was fetched from, if it was.
        charset: the encoding that the answer's header named.

    Returns:
        The text and what the page says of itself; None with TOO_LARGE, TOO_DEEP, TOO_MANY or BAD_PAGE. The date of publication is marked
        as guessed unless the publisher's own metadata give it, or two kinds of statements agree, and nothing speaks against it. What
        is no article is told as such (NOT_AN_ARTICLE), and returned all the same.
    """
    markup = parsed(page, charset)
    if markup.value is None:
        return Checked(None, markup.diagnostics)
    import trafilatura  # noqa: F401, PLC0415 - heavy; only saved pages need it. Outside of the try: what is not installed is no bad page

    try:
        text, about, instead = _read(markup.value, asked)
    except Exception:  # noqa: BLE001 - the parsers leak errors of many kinds on broken pages; none of them is ours to mend
        text, about, instead = "", About(), None
    said = list(markup.diagnostics)
    if instead:
        said.append(tell(codes.NOT_AN_ARTICLE, Location(page.path), what=instead))
    if not text.strip():
        return Checked(None, (*said, *(() if instead else (tell(codes.BAD_PAGE, Location(page.path)),))))
    return Checked(SavedPage(Source(page.path, text), about, instead), tuple(said))


def _read(markup: Markup, asked: str | None) -> tuple[str, About, str | None]:
    if markup.tree is None:
        return "", About(), None
    tree = markup.tree
    where = origin(markup, asked)
    known = linked(tree, own_titles(tree), [where.url] if where.url else [])
    metas = {(each.get("property") or each.get("name") or "").lower(): each.get("content") for each in tree.iter("meta")}
    site, paper = clean(metas.get("og:site_name")), _publisher(known)
    name = title(tree, known, (site, paper), where.url)
    when = _dated(tree, known, where, name)
    instead = lists.what_it_is(tree, known)
    titles = own_titles(tree)
    is_live = known.is_live or live.is_live(tree, titles)
    found = body.extracted(tree, known, is_live=is_live)
    about = About(
        published=when.published,
        witnesses=when.witnesses,
        title=name or found.title,
        publisher=site or paper or (None if where.archived_url else found.publisher),
        url=where.url or _address(found.url),
        archived_url=where.archived_url,
        archived_at=where.archived_at,
        retrieved_at=where.saved_at,
        image=_address(next(filter(None, map(metas.get, _IMAGES)), None)),
        live=True if is_live else None,
        authors=people(tree, known, found.author, (site, paper)),
        language=language_of(tree, known, found.text),
    )
    if instead is None and len(found.text) <= gate.TEASER and str(known.first("isAccessibleForFree")).lower() == "false":
        instead = PAYWALL
    if instead is None and not (known.is_sure and len(found.text) > gate.TEASER):
        instead = next((what for each in (*titles, None) if (what := gate.what_it_is(each, found.text))), None)
    return _without_end(found.text), about, instead


def _without_end(text: str) -> str:
    """Take what is furniture for sure off the end of a story: invitations to read on, to sign up, to comment."""
    begins = text.find("\n", len(text) - _END) if len(text) > _END else 0
    if begins < 0:
        return text
    kept = list(blocks(text[begins:]))
    while kept and kept[-1].kind is BlockKind.FURNITURE:
        kept.pop()
    return text[: begins + kept[-1].span.end] if kept else text


def _dated(tree: Any, known: Linked, where: PageOrigin, name: str | None) -> JudgedDate:
    language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    host = (where.url or "").partition("://")[2].partition("/")[0]
    region = offsets(host, language)
    is_american = region[1] <= _WEST if language.lower() in {"", "en"} else language.lower() in {"en-us", "en_us"}
    return judged(dates.seen(tree, known, where.url, (*headings(tree), *([name] if name else []))), region, day_first=not is_american)


_IMAGES = ("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src")
"""Meta elements that offer a picture for sharing, the surest first (ogp.me; X's cards)."""


def _publisher(known: Linked) -> str | None:
    """Return the name of the publisher as linked data give it."""
    publisher = known.first("publisher")
    first = publisher[0] if isinstance(publisher, list) and publisher else publisher
    return clean(first.get("name")) if isinstance(first, dict) else None


def _address(url: object) -> str | None:
    return url if isinstance(url, str) and url.startswith(("https://", "http://")) else None
