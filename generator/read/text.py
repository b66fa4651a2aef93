r"""Bytes of a file → its text, frozen: UTF-8, byte order mark dropped, ``\r\n`` → ``\n``, and nothing else changed."""

from __future__ import annotations

from generator.model import codes
from generator.model.diagnostic import Checked, Diagnostic, Location, tell
from generator.model.project import File
from generator.model.span import Source

ARTICLE_LIMIT = 4_000_000
"""Bytes of an article or a saved page; a novel has about a million."""

FORM_LIMIT = 64_000
"""Bytes of what people fill in: settings, what is known of an article, an edit."""


def decoded(file: File, limit: int = ARTICLE_LIMIT) -> Checked[Source | None]:
    """Return the text of a file; None with TOO_LARGE or BAD_ENCODING when it has none that could be cited."""
    size = len(file.content)
    if size > limit:
        return Checked(None, (tell(codes.TOO_LARGE, Location(file.path), size=size, limit=limit),))
    try:
        text = file.content.decode("utf-8")
    except UnicodeDecodeError as error:
        return Checked(None, (_not_utf8(file, error.start),))
    return Checked(Source(file.path, text.removeprefix("\ufeff").replace("\r\n", "\n")))


def _not_utf8(file: File, offset: int) -> Diagnostic:
    """Say which byte is wrong, and on which line and column it stands."""
    before = file.content[:offset].decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    rest = file.content[offset : offset + 200].decode("utf-8", "replace").splitlines()
    opening = before[before.rfind("\n") + 1 :]
    where = Location(file.path, before.count("\n") + 1, len(opening) + 1, opening + (rest[0] if rest else ""))
    hint = (
        "save the file as UTF-8 (byte 0x92 and its like come from Windows-1252)"
        if 0x80 <= file.content[offset] <= 0x9F
        else "save it as UTF-8"
    )
    return tell(codes.BAD_ENCODING, where, hint, byte=file.content[offset], offset=offset)
