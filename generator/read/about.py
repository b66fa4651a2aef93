"""What an article's copy does not say itself (NAME.toml, or front matter) → its known fields, each of its type.

In: a TOML table, or the plain texts of a web clipper's YAML. Out: About, and a diagnostic for what is not understood.
"""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import get_close_matches

from generator.model import codes
from generator.model.about import KEYS, About
from generator.model.article import Published
from generator.model.calendar import missing_days
from generator.model.diagnostic import Checked, Diagnostic, Location, at, tell
from generator.model.span import Source
from generator.read import toml
from generator.read.dating.stamps import stamps
from generator.read.dating.stated import published_of
from generator.read.form import filled, filled_from


def from_toml(table: toml.Table) -> Checked[About]:
    """Read a TOML table; unknown keys and wrong types are errors at their place."""
    read = filled(table, About)
    about = read.value or About()
    if about.published and about.published_guessed:
        about = replace(about, published=replace(about.published, guessed=True))
    return Checked(about, read.diagnostics)


_CLIPPED = {
    "date": "published",
    "date_published": "published",
    "datepublished": "published",
    "pubdate": "published",
    "source": "url",
    "link": "url",
    "canonical": "url",
    "author": "authors",
    "byline": "authors",
    "site": "publisher",
    "site_name": "publisher",
    "sitename": "publisher",
    "website": "publisher",
    "lang": "language",
    "archive": "archived_url",
    "full_title": "title",
    "source_url": "url",
    "publication": "publisher",
    "date_of_publication": "published",
}
"""Keys of web clippers, and ours for them."""

_OF_OTHERS = frozenset(
    {
        "publish",
        "aliases",
        "cards",
        "categories",
        "category",
        "clipped",
        "comments",
        "cover",
        "created",
        "cssclasses",
        "description",
        "draft",
        "excerpt",
        "favicon",
        "icon",
        "id",
        "images",
        "keywords",
        "layout",
        "modified",
        "permalink",
        "rating",
        "read",
        "saved",
        "slug",
        "status",
        "subtitle",
        "summary",
        "tag",
        "tags",
        "type",
        "updated",
        "word_count",
        "wordcount",
        "words",
    }
)
"""Keys that clippers and note programs write for themselves."""


def from_yaml(values: dict[str, object], head: Source) -> Checked[About]:
    """Read the front matter that a web clipper wrote; *head* is its text, in which a mistake is told at its key.

    Keys of the clipper's own are let pass; a key close to one of ours is told as an error, since it was surely meant for us.
    """
    said: list[Diagnostic] = []
    known: dict[str, object] = {}
    for key, value in values.items():
        folded = key.strip().lower().replace("-", "_").replace(" ", "_")
        name = _CLIPPED.get(folded, folded)
        if name not in KEYS:
            if folded not in _OF_OTHERS and get_close_matches(folded, KEYS, n=1, cutoff=0.8):
                said.append(tell(codes.UNKNOWN_SETTING, _where(head, key), toml.did_you_mean(folded, KEYS), name=key))
            continue
        if name == "published" and value not in ("", [], None):
            dated = _clipped_date(value)
            if dated:
                known.setdefault(name, dated)
            else:
                hint = missing_days(str(value)) or None
                said.append(tell(codes.UNREAD_DATE, _where(head, key), hint, name=key, words=toml.described(value).strip("“”")))
            continue
        read = filled_from({name: _plain(name, value)}, About)
        if (given := getattr(read.value, name)) not in (None, ()):
            known.setdefault(name, given)
        elif name == "day_first" and value not in ("", [], None):
            said += [replace(each, where=_where(head, key)) for each in read.diagnostics]
    return Checked(About(**known), tuple(said))  # type: ignore[arg-type]  # each was read by its type


def from_properties(values: dict[str, object], head: Source) -> Checked[About]:
    """Read the lines of properties that a note program wrote: only those that are ours, since all others are its own."""
    folded = {key.strip().lower().replace("-", "_").replace(" ", "_"): value for key, value in values.items()}
    return from_yaml({key: value for key, value in folded.items() if _CLIPPED.get(key, key) in KEYS}, head)


def _where(head: Source, key: str) -> Location:
    """Return where a key stands in front matter or properties; their file, where it is not found."""
    words = r"[\s_-]+".join(map(re.escape, re.split(r"[\s_-]+", key.strip())))
    found = re.search(rf"^\W*({words})\W*:", head.text, re.MULTILINE | re.IGNORECASE)
    return at(head, found.start(1), found.end(1)) if found else Location(head.path)


def _clipped_date(value: object) -> Published | None:
    """Return the day that a clipper's value names; marked as guessed where other words stand around it, or its figures are open."""
    words = str(_plain("published", value))
    if given := published_of(words):
        return given
    days = {found.published.day: found for _, _, found in stamps(words)}
    found = next(iter(days.values())) if len(days) == 1 else None
    return replace(found.published, guessed=True) if found and found.swapped is None else None


def _plain(name: str, value: object) -> object:
    """Return a clipper's text as ours: wiki links without brackets, true and false, the one item of a list."""
    if isinstance(value, list):
        texts = [each.strip().removeprefix("[[").removesuffix("]]") for each in value if isinstance(each, str)]
        return texts if name == "authors" else next(iter(texts), "")
    if name in ("day_first", "published_guessed", "live"):
        return {"true": True, "false": False}.get(str(value).lower(), value)
    return value.strip().removeprefix("[[").removesuffix("]]") if isinstance(value, str) else ""
