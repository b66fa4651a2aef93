r"""Bytes of a file → its text, frozen: byte order mark dropped, ``\r\n`` → ``\n``, and nothing else changed.

UTF-8; UTF-16 where a byte order mark says so; Windows-1252 only where it is certain: where typographic marks of that encoding stand in
an otherwise plain text, which no other encoding has there.
"""

from __future__ import annotations

import re

from generator.model import codes
from generator.model.diagnostic import Checked, Diagnostic, Location, tell
from generator.model.project import File
from generator.model.span import Source

ARTICLE_LIMIT = 4_000_000
"""Bytes of an article or a saved page; a novel has about a million."""

TABLE_LIMIT = 256_000_000
"""Bytes of a table that holds many articles."""

FORM_LIMIT = 64_000
"""Bytes of what people fill in: settings, what is known of an article, an edit."""


def decoded(file: File, limit: int = ARTICLE_LIMIT) -> Checked[Source | None]:
    """Return the text of a file; None with TOO_LARGE or BAD_ENCODING when it has none that could be cited."""
    size = len(file.content)
    if size > limit:
        return Checked(None, (tell(codes.TOO_LARGE, Location(file.path), size=size, limit=limit),))
    encoding = "utf-16" if file.content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    said: tuple[Diagnostic, ...] = ()
    try:
        text = file.content.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-16" or not _is_windows(file.content):
            return Checked(None, (_not_utf8(file, error.start),))
        text = file.content.decode("cp1252")
        said = (tell(codes.GUESSED_ENCODING, Location(file.path), "save it as UTF-8", encoding="Windows-1252"),)
    return Checked(Source(file.path, text.removeprefix("\ufeff").replace("\r\n", "\n")), said)


_MARKS = frozenset(b"\x85\x91\x92\x93\x94\x95\x96\x97")
"""… ‘ ’ “ ” • – — in Windows-1252; control characters, or letters of other scripts, in other encodings."""
_UNUSED = frozenset(b"\x81\x8d\x8f\x90\x9d")
_RUN = re.compile(rb"[\xa0-\xff]{3,}")


def _is_windows(content: bytes) -> bool:
    """Tell whether bytes can only be Windows-1252: its typographic marks, no byte that it does not use, no other script."""
    held = set(content)
    return bool(held & _MARKS) and not held & _UNUSED and not _RUN.search(content)


def _not_utf8(file: File, offset: int) -> Diagnostic:
    """Say which byte is wrong, and on which line and column it stands."""
    before = file.content[:offset].decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
    rest = file.content[offset : offset + 200].decode("utf-8", "replace").splitlines()
    opening = before[before.rfind("\n") + 1 :]
    where = Location(file.path, before.count("\n") + 1, len(opening) + 1, opening + (rest[0] if rest else ""))
    hint = (
        "save the file as UTF-8 (byte 0x92 and its like come from Windows-1252)"
        if 0x80 <= file.content[offset] <= 0x9F
        else "save it as UTF-8"
    )
    return tell(codes.BAD_ENCODING, where, hint, byte=file.content[offset], offset=offset)
