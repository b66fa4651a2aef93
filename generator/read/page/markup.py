"""The bytes of a page → its elements, behind limits; nothing hostile reaches a parser.

In: a File. Out: Markup; None with TOO_LARGE, TOO_DEEP or TOO_MANY.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from generator.model import codes
from generator.model.diagnostic import Checked, Location, tell
from generator.model.project import File
from generator.read.text import ARTICLE_LIMIT

PAGE_LIMIT = 128 * 1024 * 1024
"""Bytes of a page as it was saved, its pictures within it."""
DEPTH_LIMIT = 1000
"""Elements within elements; real pages have up to 300."""
_COUNT_LIMIT = 10_000
"""Elements of a page; real ones have up to 6,000, and reading slows down with the square of their number."""
_ATTRIBUTE_LIMIT = 1_000
"""Attributes of one element; real ones have up to 50, and each is compared with all before it."""
_CLEAN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class Markup:
    """A page: its elements (lxml), and its text as it was decoded, embedded files left out."""

    tree: Any
    text: str


def parsed(page: File, charset: str = "") -> Checked[Markup | None]:
    """Decode and parse a page; *charset* is the encoding that a server named.

    A page that names no encoding and is not UTF-8 is read as Windows-1252 (GUESSED_ENCODING).
    """
    where = Location(page.path)
    content = _without_files(page.content) if len(page.content) <= PAGE_LIMIT else page.content
    if len(content) > ARTICLE_LIMIT:
        return Checked(None, (tell(codes.TOO_LARGE, where, size=len(page.content), limit=ARTICLE_LIMIT),))
    depth, count = measured(content)
    if depth > DEPTH_LIMIT:
        return Checked(None, (tell(codes.TOO_DEEP, where, depth=depth, limit=DEPTH_LIMIT),))
    if count > _COUNT_LIMIT:
        return Checked(None, (tell(codes.TOO_MANY, where, things="elements", count=count, limit=_COUNT_LIMIT),))
    if (most := attributes(content)) > _ATTRIBUTE_LIMIT:
        return Checked(None, (tell(codes.TOO_MANY, where, things="attributes of one element", count=most, limit=_ATTRIBUTE_LIMIT),))
    text, is_guess = decoded(content, charset)
    said = (tell(codes.GUESSED_ENCODING, where, encoding="Windows-1252"),) if is_guess else ()
    return Checked(Markup(_tree(text), text), said)


def _tree(text: str) -> Any:
    import trafilatura  # noqa: PLC0415 - heavy; only saved pages need it

    text = _CLEAN.sub(" ", text)
    tree = trafilatura.load_html(text)
    if tree is not None and tree.tag != "html":  # a fragment, whose root the cleaners behind cannot drop
        tree = trafilatura.load_html(f"<html><body>{text}</body></html>")
    return tree


_FILE = re.compile(rb"data:[a-z0-9/+.;=-]{0,80};base64,[A-Za-z0-9+/=%\s]*", re.IGNORECASE)


def _without_files(content: bytes) -> bytes:
    """Leave out pictures and fonts that a page carries within its addresses, as SingleFile writes them; of a large one its styles too."""
    content = _FILE.sub(b"data:,", content) if b";base64," in content else content
    if len(content) > ARTICLE_LIMIT:  # SingleFile writes every rule of style and every drawing into the page
        content = _STYLES.sub(b"", content)
    return content


_STYLES = re.compile(rb"<(style|svg)\b[^>]{0,2000}>[^<]*(?:<(?!/\1)[^<]*)*</\1\s*>", re.IGNORECASE)


_TAG = re.compile(rb"<(?:(?P<comment>!--)|(?P<end>/)?(?P<name>[a-zA-Z][a-zA-Z0-9-]*))")
_FLAT = frozenset(
    b"area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup tr td th thead tbody tfoot"
    b" path circle rect line polygon polyline use stop image ellipse g rp rt".split()
)
"""Elements that hold nothing, or whose end may be left out, so that they cannot be counted."""
_RAW = {b"script": b"</script", b"style": b"</style", b"textarea": b"</textarea", b"title": b"</title"}
"""Elements whose content is text, whatever stands in it."""


def measured(content: bytes) -> tuple[int, int]:
    """Return how deep the elements of a page nest and how many there are, without parsing it; stops where both limits are passed.

    An end closes what was left open within its element, as browsers do.
    """
    lower = content.lower()
    opened: list[bytes] = []
    held: Counter[bytes] = Counter()
    deepest = count = at = 0
    while (match := _TAG.search(lower, at)) and deepest <= DEPTH_LIMIT:
        at = match.end()
        name = match["name"]
        if match["comment"]:
            at = _behind(lower, b"-->", at)
        elif match["end"]:
            while held[name]:
                held[(last := opened.pop())] -= 1
                if last == name:
                    break
        else:
            count += 1
            if name in _RAW:
                at = _behind(lower, _RAW[name], at)
            elif name not in _FLAT:
                opened.append(name)
                held[name] += 1
                deepest = max(deepest, len(opened))
    return deepest, count


_QUOTED, _BETWEEN = re.compile(rb"\"[^\"]*\"|'[^']*'"), re.compile(rb"[\s/]++=?|=")
_WHOLE_TAG = re.compile(rb"<[a-zA-Z](?:[^>\"']|\"[^\"]*\"|'[^']*')*+")


def attributes(content: bytes) -> int:
    """Return how many attributes, at most, the element with the most of them has; tags too short to have many are not counted.

    What scripts and comments hold is no tag.
    """
    lower = content.lower()
    most = at = 0
    while match := _TAG.search(lower, at):
        at = match.end()
        if match["comment"]:
            at = _behind(lower, b"-->", at)
        elif not match["end"] and (tag := _WHOLE_TAG.match(lower, match.start())):
            at = max(at, tag.end())
            if len(tag.group()) > 2 * _ATTRIBUTE_LIMIT:
                most = max(most, len(_BETWEEN.findall(_QUOTED.sub(b"", tag.group()))))
            if match["name"] in _RAW:
                at = _behind(lower, _RAW[match["name"]], at)
    return most


def _behind(content: bytes, end: bytes, at: int) -> int:
    found = content.find(end, at)
    return len(content) if found < 0 else found + len(end)


_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{3,30})", re.IGNORECASE)
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decoded(content: bytes, charset: str = "") -> tuple[str, bool]:
    """Return a page's text, and whether its encoding had to be guessed.

    UTF-8 where it is, by its byte order mark or by all of its bytes; else the one that the server named, the
    one that it names itself; else Windows-1252, as browsers do.
    """
    named = _CHARSET.search(content[:4096])
    marked = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), "utf-8")
    for encoding in (marked, charset, named[1].decode("ascii") if named else ""):
        try:
            return content.decode(encoding), False
        except (ValueError, LookupError):  # not in it, or an encoding that is none of text: “undefined”
            continue
    return content.decode("cp1252", "replace"), True
