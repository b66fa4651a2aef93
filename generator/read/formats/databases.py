"""Exports of news databases, many articles in a file: Nexis (both of its forms) and Factiva (as shown, and with its tags) → Held….

In: the text of the file. Out: each article's own text, with its headline, paper, day and authors as the database has them; nothing where
the text is no export. Formats: as these databases have written text, Word and RTF files since about 2000; they are not published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.about import About
from generator.model.article import Published
from generator.model.witness import Witness, WitnessKind
from generator.read.dating.stated import stamped
from generator.read.formats.held import Held

_NEXIS_HEAD = re.compile(r"^[ \t]*(?:document[ \t]+)?\d{1,5} of \d{1,5}(?: documents?)?[ \t]*$", re.IGNORECASE | re.MULTILINE)
_NEXIS_END = re.compile(r"^[ \t]*end of document[ \t]*$", re.IGNORECASE | re.MULTILINE)
_FACTIVA_END = re.compile(r"^[ \t]*(?:AN[ \t]+)?document[ \t]+[A-Za-z]\w{9,39}[ \t]*$", re.IGNORECASE | re.MULTILINE)
_LABEL = re.compile(
    r"(?P<label>section|length|byline|by-line|load-date|language|publication-type|journal-code|dateline|highlight|graphic|series|type|column"
    r"|subject|country|state|city|person|company|organization|geographic|industry|ticker|correction-date|distribution|document-type|notes"
    r"|copyright)\s*:\s*(?P<value>.*)",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(?:copyright|©|\(c\))\s*(?:\d{4}|©).*|all rights reserved\.?", re.IGNORECASE)
_FOOT = frozenset(
    {
        *("load-date", "language", "publication-type", "journal-code", "graphic", "subject", "country", "state", "city", "person"),
        *("company", "organization", "geographic", "industry", "ticker", "correction-date", "document-type", "notes", "copyright", "type"),
    }
)
_EDITION = re.compile(
    r".{0,40}\bedition\b.{0,20}|(?:late|final|early|national|main|web)(?: \w+)?|[\d:.]+ ?[ap]\.?m\.?.{0,12}", re.IGNORECASE
)
_WORDS = re.compile(r"\d[\d,.]* words", re.IGNORECASE)
_TAG = re.compile(r"^(?P<tag>[A-Z][A-Z0-9])(?:[ \t]{1,6}|$)(?P<value>.*)$")
_HEADER = 30
"""Lines that a header has at most, blank ones left out."""


def articles(text: str) -> tuple[Held, ...]:
    """Return the articles of an export."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ").replace("\n\f", "\n").replace("\f", "\n")
    for form, read in ((_NEXIS_HEAD, _nexis), (_NEXIS_END, _nexis), (_FACTIVA_END, _factiva)):
        if form.search(text) and (found := tuple(held for line, part in _parts(form, text) if (held := read(part, line)))):
            return found
    single = _nexis(text, 1) if len(_labels(text)) >= 2 else None
    return (single,) if single else ()


def may_hold_several(content: bytes) -> bool:
    """Tell at little cost whether a text may be an export of several articles at all."""
    lower = content.lower()
    return (b"document" in lower or b"length:" in lower) and len(articles(content.decode("utf-8", "replace"))) > 1


def _parts(form: re.Pattern[str], text: str) -> Iterator[tuple[int, str]]:
    """Yield what stands between the marks of articles, each with the line on which it begins."""
    at, line = 0, 1
    for match in form.finditer(text):
        yield line, text[at : match.start()]
        line += text.count("\n", at, match.end())
        at = match.end()
    yield line, text[at:]


def _labels(text: str) -> set[str]:
    lines = filter(None, map(str.strip, text.split("\n")))
    return {match["label"].lower() for line in lines if (match := _LABEL.fullmatch(line))}


def _nexis(part: str, line: int) -> Held | None:
    """Read one article of Nexis: its header, down to the last of its labels or to "Body"; its text; its foot."""
    lines = [line.strip() for line in part.split("\n")]
    at = {label: number for number, line in enumerate(lines) if (label := _label(line))}
    opens = next((number for number, line in enumerate(lines[:80]) if line.lower() == "body"), None)
    head = [number for label, number in at.items() if label not in _FOOT and number < (opens or len(lines))]
    if opens is None:
        if not head:
            return None
        opens = _value_end(lines, max(number for number in head if number <= _nth(lines, _HEADER)))
    ends = min((number for label, number in at.items() if label in _FOOT and number > opens), default=len(lines))
    ends = next((number for number in range(opens + 1, ends) if _COPYRIGHT.fullmatch(lines[number])), ends)
    before = [line for line in lines[: min(head, default=opens)] if line and not _COPYRIGHT.fullmatch(line)]
    body = "\n".join(lines[opens + 1 : ends]).strip()
    found = _dated(before)
    if not body or found is None:
        return None
    number, published, words = found
    paper, title = _named(before, number)
    byline = _value(lines, at["byline"]) if "byline" in at else ""
    return _held(_Record("Nexis", title, paper, published, words, byline), body, line + _first_full(lines, opens + 1))


def _named(before: list[str], number: int) -> tuple[str, str]:
    """Return paper and headline: the paper stands before the day, and the headline before the paper, or else behind the day."""
    above = before[:number]
    below = [line for line in before[number + 1 :] if not _EDITION.fullmatch(line)]
    if len(above) >= 2:
        return above[-1], " ".join(above[:-1])
    return (above[0] if above else ""), " ".join(below[:2])


def _dated(lines: list[str]) -> tuple[int, Published, str] | None:
    """Return which line is the day of publication, and the day."""
    for number, line in enumerate(lines[:_HEADER]):
        words = re.sub(r"\s+(?:\w+ ){0,3}edition$", "", line, flags=re.IGNORECASE)
        found = stamped(words)
        if found and found.swapped is None:
            return number, found.published, line
    return None


def _label(line: str) -> str:
    match = _LABEL.fullmatch(line)
    return match["label"].lower().replace("by-line", "byline") if match else ""


def _value(lines: list[str], number: int) -> str:
    match = _LABEL.fullmatch(lines[number])
    said = match["value"] if match else ""
    return said or next((line for line in lines[number + 1 : number + 4] if line), "")


def _value_end(lines: list[str], number: int) -> int:
    """Return the last line of a label's value: its own, or the next where it says nothing there."""
    match = _LABEL.fullmatch(lines[number])
    if match and match["value"]:
        following = number + 1
        while following < len(lines) and lines[following] and not _label(lines[following]):
            following += 1
        return following - 1 if following - number <= 3 else number
    return next((at for at in range(number + 1, min(number + 4, len(lines))) if lines[at]), number)


def _nth(lines: list[str], count: int) -> int:
    """Return the number of the line that is the *count*-th that is not blank."""
    full = [number for number, line in enumerate(lines) if line]
    return full[min(count, len(full)) - 1] if full else 0


def _factiva(part: str, line: int) -> Held | None:
    """Read one article of Factiva: with two letters before each field, or as it is shown."""
    lines = [each.rstrip() for each in part.split("\n")]
    if sum(bool(_TAG.match(each)) and each[:2] in {"HD", "PD", "SN", "LP", "TD"} for each in lines) >= 3:
        return _tagged(lines)
    words = next((number for number, line in enumerate(lines[:60]) if _WORDS.fullmatch(line.strip())), None)
    if words is None:
        return None
    above = [each.strip() for each in lines[:words] if each.strip()]
    below = [number for number in range(words + 1, len(lines)) if lines[number].strip()][:12]
    found = _dated([lines[number].strip() for number in below])
    opens = next((number for number in below if _COPYRIGHT.match(lines[number].strip())), None)
    if found is None or opens is None:
        return None
    rest = [shown for number in below[found[0] + 1 :] if not _EDITION.fullmatch(shown := lines[number].strip())]
    byline = above.pop() if len(above) > 1 and re.match(r"by\b", above[-1], re.IGNORECASE) else ""
    body = "\n".join(lines[opens + 1 :]).strip()
    record = _Record("Factiva", " ".join(above[-2:]), rest[0] if rest else "", found[1], found[2], byline)
    return _held(record, body, line + _first_full(lines, opens + 1)) if body else None


def _first_full(lines: list[str], at: int) -> int:
    """Return the number of the first line from *at* on that is not blank."""
    return next(number for number in range(at, len(lines)) if lines[number].strip())


def _tagged(lines: list[str]) -> Held | None:
    fields: dict[str, list[str]] = {}
    tag = ""
    for line in lines:
        if (match := _TAG.match(line)) and match["tag"] not in {"AM", "PM", "TV", "US", "UK", "EU", "UN"}:
            tag = match["tag"]
            fields.setdefault(tag, []).append(match["value"])
        elif tag:
            fields[tag].append(line.strip())
    said = {name: " ".join(" ".join(values).split()) for name, values in fields.items()}
    body = "\n".join([*fields.get("LP", []), "", *fields.get("TD", [])]).strip()
    found = stamped(said.get("PD", ""))
    if not body or found is None:
        return None
    return _held(_Record("Factiva", said.get("HD", ""), said.get("SN", ""), found.published, said["PD"], said.get("BY", "")), body)


@dataclass(frozen=True, slots=True)
class _Record:
    """What a database says of an article."""

    database: str
    title: str
    paper: str
    published: Published
    words: str
    byline: str


def _held(record: _Record, body: str, line: int | None = None) -> Held:
    witness = Witness(WitnessKind.TEXT, f"{record.database} record", record.words, record.published.day.isoformat(), 1)
    about = About(
        published=record.published,
        title=" ".join(record.title.split()) or None,
        publisher=" ".join(record.paper.split()) or None,
        authors=tuple(_people(record.byline)),
        witnesses=(witness,),
    )
    return Held(about.title or record.database, ".txt", f"{body}\n".encode(), None, about, is_sure=True, line=line)


def _people(byline: str) -> Iterator[str]:
    plain = re.sub(r"^by\s+", "", byline.strip(), flags=re.IGNORECASE)
    for each in re.split(r"\s*(?:;|,| and | & )\s*", plain):
        if 2 <= len(each) <= 60 and not re.search(r"\d|@", each):
            yield each
