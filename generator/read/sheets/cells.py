"""Single cells → plain text, Markdown, a time of day, tags, addresses. Cells of TimelineJS hold HTML; others may look as if they did."""

from __future__ import annotations

import html
import re
import unicodedata

from generator.model.web import parts_of

_TAGS = (
    "a|abbr|acronym|address|article|aside|audio|b|bdi|bdo|big|blockquote|br|caption|center|cite|code|col|colgroup|dd|del|details|dfn|div|"
    "dl|dt|em|embed|figcaption|figure|font|footer|h[1-6]|header|hr|i|iframe|img|ins|kbd|li|main|mark|nav|nobr|ol|p|picture|pre|q|rp|rt|"
    "ruby|s|samp|section|small|source|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|var|video|wbr"
)
"""What is taken for HTML in a cell; ``<Velm>`` is none of these and stays."""
_TAG = re.compile(rf"</?(?:{_TAGS})(?:\s+[\w:-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>\"']+))*\s*/?>", re.IGNORECASE)
_ANCHOR = re.compile(r"<a\s[^>]*?href\s*=\s*[\"']?(https?://[^\s\"'>]+)[\"']?[^>]*>(.*?)</a\s*>", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BREAK = re.compile(r"</?br\s*/?>", re.IGNORECASE)
_BLOCK = re.compile(r"</?(?:p|div|h[1-6]|blockquote|ul|ol|li|tr|table|figure|section|article|center)(?:\s[^>]*)?>", re.IGNORECASE)
_STRONG = re.compile(r"<(b|strong)>((?:[^<]|<(?!/?\1>))*+)</\1>", re.IGNORECASE | re.DOTALL)
_EMPHASIS = re.compile(r"<(i|em|cite)>((?:[^<]|<(?!/?\1>))*+)</\1>", re.IGNORECASE | re.DOTALL)
_IMAGE = re.compile(r"<img\s[^>]*?src\s*=\s*[\"']?(https?://[^\s\"'>]+)[\"']?[^>]*>", re.IGNORECASE)
_ITEM = re.compile(r"<li(?:\s[^>]*)?>", re.IGNORECASE)
_LINK = re.compile(r"(?:https?://|(?<![\w./@:-])www\.)[^\s\"'<>\]|]+", re.IGNORECASE)
_BARE = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}/\S*", re.IGNORECASE)
_CLOCK = re.compile(r"t?(\d{1,2})(?:[:.h](\d\d))?(?::(\d\d))?(?:\.\d+)?\s*(?:([ap])\.?m\.?|uhr|h)?\s*(z|utc|gmt|[+-]\d\d:?\d\d)?")
_FARTHEST = "14:00"
"""No zone is further from UTC; "19:00-21:00" is a stretch of time."""
_NAMED = dict.fromkeys(("noon", "midday", "mittag", "mediodía", "midi", "mezzogiorno", "meio-dia"), "12:00")
_NAMED |= dict.fromkeys(("midnight", "mitternacht", "medianoche", "minuit", "mezzanotte", "meia-noite"), "00:00")
_FOUR = re.compile(r"([01]\d|2[0-3])([0-5]\d)")
_DEFUSED = re.compile(r"^'(?='*[-+=@])")
_UNSEEN = frozenset({"\u200b", "\ufeff", "\u00ad", "\u2060"})
_FILMS = (".mp4", ".webm", ".mov", ".m4v", ".mp3", ".m4a", ".ogg", ".oga", ".ogv", ".wav")
_FILM_HOST = re.compile(
    r"(?:.+\.)?(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com|tiktok\.com|twitch\.tv|soundcloud\.com|spotify\.com|"
    r"twitter\.com|x\.com|bsky\.app|instagram\.com|facebook\.com|fb\.watch|t\.me|vk\.com|wistia\.com)"
)
_DECIMAL = re.compile(r"(-?\d{1,3}(?:\.\d+)?)°? ?([nsew])?", re.IGNORECASE)
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif")


def undefused(cell: str) -> str:
    """Take off the apostrophe that keeps a spreadsheet from reading a cell as a formula.

    >>> undefused("'=1+1"), undefused("'tis")
    ('=1+1', "'tis")
    """
    return _DEFUSED.sub("", cell.strip())


def plain(cell: str) -> str:
    """Return the text of a cell on one line: HTML's elements off, its entities decoded, a ``<`` that opens no element kept.

    >>> plain("AT&amp;T <b>&eacute;tude</b>"), plain("5 < 6 and 7 > 3 hold")
    ('AT&T étude', '5 < 6 and 7 > 3 hold')
    """
    parted = _TAG.sub(lambda tag: " " if _BLOCK.match(tag[0]) or _BREAK.match(tag[0]) else "", _COMMENT.sub("", cell))
    text = html.unescape(parted)
    return " ".join("".join(each for each in text if each.isspace() or not _is_unseen(each)).split())


def _is_unseen(character: str) -> bool:
    return character in _UNSEEN or unicodedata.category(character) == "Cc"


def markdown(cell: str) -> str:
    """Return the text of a cell as a note has it: HTML's links, emphasis and paragraphs as Markdown's, nothing else lost.

    >>> markdown('<p>As <a href="https://velm.example/end">told</a>, 5 < 6.</p>')
    'As [told](https://velm.example/end), 5 &lt; 6.'
    """
    text = _COMMENT.sub("", cell).replace("\r\n", "\n").replace("\r", "\n").strip()
    text = "".join(each for each in text if each.isspace() or not _is_unseen(each))
    if _TAG.search(text):
        text = _ITEM.sub("\n- ", _IMAGE.sub(lambda found: f"[{file_name(found[1])}]({found[1]})", text))
        text = _ANCHOR.sub(lambda found: f"[{' '.join(found[2].split()) or found[1]}]({found[1]})", text)
        text = _EMPHASIS.sub(r"*\2*", _STRONG.sub(r"**\2**", text))
        text = _TAG.sub("", _BLOCK.sub("\n\n", _BREAK.sub("  \n", text)))
    text = text.replace("<http", "\0").replace("<", "&lt;").replace("\0", "<http")
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def clock(cell: str) -> str | None:
    """Return a time of day as EDTF has it; None for what is none.

    >>> clock("7pm"), clock("12:30 AM"), clock("19.30"), clock("1930"), clock("19:00 GMT"), clock("19:00-21:00")
    ('19:00', '00:30', '19:30', '19:30', '19:00Z', None)
    """
    words = " ".join(cell.lower().split())
    words = _FOUR.sub(r"\1:\2", words) if _FOUR.fullmatch(words) else _NAMED.get(words, words)
    found = _CLOCK.fullmatch(words)
    if not found or not (found[2] or found[4] or words.endswith(("h", "uhr"))):
        return None
    hour, minute, second = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if found[4]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * (found[4] == "p")
    zone = _zone(found[5] or "")
    if hour > 24 or minute > 59 or second > 59 or zone[1:] > _FARTHEST:
        return None
    return f"{hour:02}:{minute:02}" + (f":{second:02}" if second else "") + zone


def _zone(given: str) -> str:
    return "Z" if given.isalpha() else f"{given[:3]}:{given[-2:]}" if given else ""


def tags(cell: str) -> tuple[str, ...]:
    """Return the tags of a cell, each once; commas part them where no semicolon does."""
    parts = plain(cell).split(";" if ";" in cell else ",")
    return tuple(dict.fromkeys(unicodedata.normalize("NFC", part.strip()) for part in parts if part.strip()))


def links(cell: str) -> list[str]:
    """Return the web addresses in a cell.

    >>> links("(see https://velm.example/Lock_(canal)), https://velm.example/b.")
    ['https://velm.example/Lock_(canal)', 'https://velm.example/b']
    """
    return [_whole(_ended(html.unescape(url))) for url in _LINK.findall(cell)]


def bare_address(cell: str) -> str:
    """Return the address that a cell is but for its beginning ("velm.example/dam"); empty where it is none."""
    return f"https://{cell.strip()}" if _BARE.fullmatch(cell.strip()) else ""


def file_name(url: str) -> str:
    """Return the last part of an address, by which a picture may be called."""
    return url.partition("?")[0].rstrip("/").rpartition("/")[2]


def without_links(cell: str) -> str:
    """Return what a cell says beside its addresses."""
    text = re.sub(r"\(\s*\)|\[\s*\]|<\s*>", " ", plain(_LINK.sub(" ", cell))).strip(" ,;|")
    before, opened, behind = text.rpartition("(")
    return f"{before}{behind}" if opened and text.count("(") > text.count(")") else text


def degrees(cell: str, most: int) -> float | None:
    """Return degrees, as a decimal number with a point or a comma; None for what is none.

    >>> degrees("51,5", 90), degrees("-0.12°", 180), degrees("95", 90), degrees("0.12° W", 180)
    (51.5, -0.12, None, -0.12)
    """
    found = _DECIMAL.fullmatch(cell.strip().replace(",", ".").replace("−", "-"))
    if not found or abs(float(found[1])) > most:
        return None
    return -float(found[1]) if (found[2] or "").lower() in {"s", "w"} else float(found[1])


def is_film(url: str) -> bool:
    """Tell whether an address is that of a film, a recording or a post.

    >>> is_film("https://www.youtube.com/watch?v=1"), is_film("https://velm.example/a.mp4"), is_film("https://velm.example/youtube.com")
    (True, True, False)
    """
    parts = parts_of(url.lower())
    return bool(_FILM_HOST.fullmatch(parts.hostname or "")) or parts.path.endswith(_FILMS)


def is_picture(url: str) -> bool:
    """Tell whether an address is that of a picture."""
    return url.lower().partition("?")[0].endswith(_PICTURES)


def _whole(url: str) -> str:
    scheme, mark, rest = url.partition("://")
    return f"{scheme.lower()}://{rest}" if mark else f"https://{url}"


def _ended(url: str) -> str:
    """Take off what ends the sentence round an address: stops, and brackets that it does not open."""
    url = url.rstrip(".,;:!?")
    while url.endswith(")") and url.count(")") > url.count("("):
        url = url[:-1].rstrip(".,;:!?")
    return url
