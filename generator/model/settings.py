"""The settings of a project: every field of ``timeline.toml``, its default, and what it means (see ``docs/settings.md``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Annotated
from urllib.parse import SplitResult, urlsplit

from generator.model.editor import COLOUR, Editor
from generator.model.form import ValueKind, one_line


def base_url_fault(url: str) -> str:
    """Return what is wanted of an address that a site can stand at, where *url* is none; else nothing.

    >>> base_url_fault("https://v.example/g?x=1"), base_url_fault("https://v.example/t/")
    ('without “?” and “#”', '')
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return "that is a web address"
    return next((wanted for is_so, wanted in _wanted(url, parts) if not is_so), "")


def _wanted(url: str, parts: SplitResult) -> Iterator[tuple[bool, str]]:
    """Yield what a site's address must be, each with whether it is so; what comes later may rest on what came before."""
    yield parts.scheme in {"http", "https"} and bool(parts.hostname), "that begins with https:// or http://, and names a host"
    yield not {"?", "#"} & set(url), "without “?” and “#”"
    yield all(each.isprintable() and not each.isspace() for each in url), "without spaces"
    yield "@" not in parts.netloc and "\\" not in url, "without a name and password, and with strokes that lean forward"
    yield _has_port(parts) and all((parts.hostname or "").rstrip(".").split(".")), "whose host and port can exist"
    yield not {".", ".."} & set(parts.path.split("/")), "without “..”"
    yield not re.search(r"%(?![0-9A-Fa-f]{2})", parts.path), "with “%25” for “%”"
    yield not re.search(r"\.(?:html?|php)/*$", parts.path, re.IGNORECASE), "of a folder: without the name of a file"


def _has_port(parts: SplitResult) -> bool:
    try:
        return parts.port is None or parts.port > 0
    except ValueError:
        return False


def _is_inside(folder: str) -> bool:
    """Tell whether a folder's path stays inside the project: relative, forward slashes, nothing upwards."""
    parts = folder.split("/")
    return (
        bool(folder.strip())
        and folder.isprintable()
        and len(folder.encode()) <= _LONGEST_FOLDER
        and not folder.startswith("/")
        and ".." not in parts
        and not any(sign in folder for sign in "\\:\0")
    )


def _one_of(*choices: str) -> ValueKind:
    return ValueKind(" or ".join(f"“{choice}”" for choice in choices), choices.__contains__)


_LONGEST_FOLDER, _MOST_FIELDS, _LONGEST_LABEL = 200, 12, 40
_Folder = Annotated[str, ValueKind("a folder inside the project", _is_inside)]
_Logo = Annotated[str, ValueKind("the name of a file in static/", lambda value: not value or _is_inside(value))]
_BaseUrl = Annotated[
    str,
    ValueKind(
        lambda value: f"an address {base_url_fault(value if isinstance(value, str) else '')}",
        lambda value: not value or not base_url_fault(value),
    ),
]
_AtLeastOne = Annotated[int, ValueKind("a whole number of at least 1", lambda value: value >= 1)]
_Share = Annotated[float, ValueKind("a number from 0 to 1", lambda value: 0 <= value <= 1)]
_Label = Annotated[str, ValueKind("a label", lambda value: 0 < len(value) <= _LONGEST_LABEL, one_line)]
_Labels = Annotated[
    tuple[tuple[str, _Label], ...],
    ValueKind(
        f"a table of at most {_MOST_FIELDS} texts, each of at most {_LONGEST_LABEL} characters", lambda value: len(value) <= _MOST_FIELDS
    ),
]
_Editors = Annotated[tuple[Editor, ...], ValueKind("a list of names, or a table of names")]


PUBLISH_FORMS = ("folder:PATH", "git:REMOTE#BRANCH", "rsync:HOST:PATH", "s3://BUCKET/PREFIX")
"""How targets of ``dateline publish`` are written, one for each host of ours; help, messages and the reference take them from here."""


def _forms(mark: str) -> str:
    *others, last = (f"{mark}{form}{mark}" for form in PUBLISH_FORMS)
    return f"{', '.join(others)} or {last}"


PUBLISH_TO = _forms("")
"""The same in one line."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``timeline.toml`` says; the defaults are those of a folder without one."""

    title: str = field(default="Timeline", metadata={"meaning": "the title of the timeline"})
    description: str = field(default="", metadata={"meaning": "a sentence or two below the title"})
    kicker: str = field(default="", metadata={"meaning": "a short line above the title"})
    language: str = field(default="en", metadata={"meaning": "language of the articles, and of the site's own words"})
    site_language: str = field(
        default="", metadata={"meaning": "language of the site's own words, where it is another than that of the articles"}
    )
    accent: Annotated[str, COLOUR] = field(
        default="", metadata={"meaning": "colour of markers and links, `#0b4f6c`; made darker or lighter until it can be read"}
    )
    font: Annotated[str, _one_of("", "serif", "sans")] = field(
        default="", metadata={"meaning": "type of headlines and quotes: `serif` (as without it) or `sans`"}
    )
    logo: _Logo = field(default="", metadata={"meaning": "a picture in `static/`, shown at the head of every page: `logo.svg`"})
    share_images: bool = field(
        default=False,
        metadata={
            "meaning": "draw a picture for each event that matters, shown where its address is shared; wants `base_url` and the extra `share`"
        },
    )
    footer: str = field(default="", metadata={"meaning": "a line at the foot of every page"})
    base_url: _BaseUrl = field(
        default="", metadata={"meaning": "where the site will stand; used for feeds, canonical links and the sitemap only"}
    )
    publish: Annotated[str, _one_of("all", "checked")] = field(
        default="all", metadata={"meaning": "`all`, or `checked`: leave out what no editor has checked"}
    )
    articles: _Folder = field(default="articles", metadata={"meaning": "folder of the articles"})
    edits: _Folder = field(default="edits", metadata={"meaning": "folder of the edits"})
    output: _Folder = field(default="site", metadata={"meaning": "folder the site is written to"})
    as_of: date | None = field(
        default=None, metadata={"meaning": "the day that “not yet” is counted from; default: the latest date among articles and edits"}
    )
    max_events: _AtLeastOne = field(
        default=300, metadata={"meaning": "how many events the timeline shows at most; the others stay in timeline.json"}
    )
    min_salience: _Share = field(default=0.0, metadata={"meaning": "events less salient than this (0 to 1) are not shown"})
    day_first: bool = field(default=False, metadata={"meaning": "read 10/12/98 as 10 December; an article's own file may say otherwise"})
    longest: _AtLeastOne = field(
        default=80_000,
        metadata={
            "meaning": "how much of one article is read for dates and events: its characters, those of a sentence once more for each of its words of time; the default is some 9,000 words of ordinary news, read in well under two seconds"
        },
    )
    editors: _Editors = field(
        default=(),
        metadata={
            "meaning": "who edits: names, or a table of their initials and colours ([several editors](editing-preview.md#two-at-once))"
        },
    )
    contact: str = field(default="", metadata={"meaning": "mail address or issue link for “Suggest a correction”"})
    publisher: str = field(default="", metadata={"meaning": "who publishes the timeline; shown at its foot and in the feeds"})
    fields: _Labels = field(
        default=(),
        metadata={
            "meaning": 'a table `[fields]`: what your events have besides, and what readers see it called (`casualties = "Casualties"`); '
            "edits give the values, see editing.md"
        },
    )
    fsync: bool = field(
        default=True, metadata={"meaning": "wait until a built site is on the disk, so that no loss of power leaves half of one"}
    )
    publish_to: str = field(default="", metadata={"meaning": f"where `dateline publish` puts the site: {_forms('`')}"})

    @property
    def spoken(self) -> str:
        """The language of the site's own words."""
        return self.site_language or self.language


def names() -> tuple[str, ...]:
    """Return the names of all settings, in the order of the reference."""
    return tuple(each.name for each in fields(Settings))
