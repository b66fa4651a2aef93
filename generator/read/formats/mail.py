"""Messages in MIME: newsletters (.eml) and pages that Chromium saved with all their parts (.mhtml) → Held.

In: the bytes. Out: the article; nothing where there is no text. Formats: RFC 5322 and 2045 (messages), RFC 2557 (MHTML), and
Chromium's ``Snapshot-Content-Location`` for the address of the page.
"""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from generator.model.about import About
from generator.model.article import Published
from generator.read.formats.held import Held

_MOST_PARTS = 5_000
"""Lines that may open a part; pages with all their pictures have up to 1,000."""


def mhtml(name: str, content: bytes) -> tuple[Held, ...]:
    """Return the page of an MHTML file; its address is the one that it was saved from."""
    message = _message(content)
    place = message.get("Snapshot-Content-Location") or message.get("Content-Location")
    pages = [part for part in message.walk() if part.get_content_type() in {"text/html", "application/xhtml+xml"}]
    page = next((part for part in pages if place and part.get("Content-Location") == place), pages[0] if pages else None)
    if page is None:
        return ()
    url = str(place or page.get("Content-Location") or "").strip()
    return (Held(name, ".html", _bytes(page), url if url.startswith(("https://", "http://")) else None),)


def eml(name: str, content: bytes) -> tuple[Held, ...]:
    """Return the text of a message: its HTML where it has it. It came out when it was sent, by the clock of the sender."""
    message = _message(content)
    body = message.get_body(preferencelist=("html", "plain"))
    if not isinstance(body, EmailMessage):
        return ()
    sender, address = parseaddr(str(message.get("From", "")))
    title = " ".join(str(message.get("Subject", "")).split())
    about = About(title=title or None, publisher=sender or address.partition("@")[2] or None, published=_sent(message))
    ending = ".html" if body.get_content_type() == "text/html" else ".txt"
    return (Held(name, ending, _bytes(body), None, about, is_sure=True),)


def _message(content: bytes) -> EmailMessage:
    if content.count(b"\n--") > _MOST_PARTS:  # before anything is parsed: each part is a message of its own
        raise ValueError(f"it has more than {_MOST_PARTS:,} parts")
    message = message_from_bytes(content, policy=policy.default)
    assert isinstance(message, EmailMessage)  # noqa: S101 - the default policy makes no other
    return message


def _bytes(part: EmailMessage) -> bytes:
    """Return the text of a part in UTF-8; as it is where its encoding is unknown."""
    raw = part.get_payload(decode=True)
    content = raw if isinstance(raw, bytes) else b""
    try:
        return content.decode(part.get_content_charset() or "utf-8").encode()
    except (LookupError, UnicodeDecodeError):
        return content


def _sent(message: EmailMessage) -> Published | None:
    try:
        sent = parsedate_to_datetime(str(message.get("Date", "")))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return Published(sent.date(), sent.time().replace(microsecond=0))
