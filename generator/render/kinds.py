"""Kinds of pages: what each template is given, a dataclass for each, with a sentence for every field, which `docs/theming.md` prints.

In: what the site's pages share, and what one of them has for itself. Out: Pages. A field is added freely, never renamed: themes rest on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from operator import attrgetter
from typing import Any, ClassVar

from generator.model.page import Page
from generator.model.settings import Settings
from generator.render.quotes import SourceView
from generator.render.views import EventView, NoteView
from generator.render.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class OfSite:
    """What every template is given of the site."""

    w: Words
    """The site's words in its language: `w.page.how_dated`, `w.count("events", 3)`."""
    settings: Settings
    """The settings of `timeline.toml`."""
    title: str
    """The title of the page; that of the site where it has none of its own."""
    sources: tuple[SourceView, ...]
    """The sources that the events of the site rest on; on a page that lists events, those of its events."""
    total: int
    """How many events the site shows."""
    unchecked: bool
    """Whether there is an entry that nobody but the program made."""
    corrections: tuple[tuple[EventView, NoteView], ...]
    """The corrections of editors, each with its event; on a page that lists events, those of its events."""
    most_sources: int
    """So many sources at most stand below a list; more have a page of their own."""
    updated: str
    """The day of the latest change, in words; empty where none is known."""
    updated_machine: str
    """The same day, for `<time datetime>`."""
    many_dates: bool
    """Whether the sources were published on several days."""
    as_of: int
    """The day that “not yet” is counted from, as a day number."""
    contact: str | None
    """Where corrections can be suggested, as an address to link to."""
    has_log: bool
    """Whether there is a page of what each publication changed."""
    has_map: bool
    """Whether there is a page with a map."""
    has_lanes: bool
    """Whether there is a page with the overview by source, name or place."""
    tag_pages: Mapping[str, str]
    """The paths of the pages of tags, by tag."""
    picture: str | None
    """The path of the page's picture for sharing; None where none is drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """What a template is given of the place where its page stands."""

    root: str
    """The way to the site's start (`../../`); put it before every link: `{{ root }}{{ event.path }}`."""
    path: str
    """The page's own path in the site."""
    canonical: str | None
    """The page's address on the web; None without `base_url`."""
    image: str | None
    """The address of its picture for sharing; None where there is none."""
    look: bool
    """Whether settings ask for a look, which stands in `look.css`."""
    jsonld: Mapping[str, Any] | None
    """The page's structured data for search engines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of page: its template, and what that is given beside what the site's pages share, some of which it may lay over."""

    template: ClassVar[str]

    title: str
    """The title of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Framed(Kind):
    """A page that other sites can frame a part of."""

    snippet: str | None = field(default=None)
    """The HTML to paste into another site; None where there is none."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """What a page says of another that it leads to, before it, after it, within it: where that stands, what it is called."""

    path: str
    title: str


def page(path: str, site: OfSite, kind: Kind) -> Page:
    """Return a page of a kind, to be rendered at a path."""
    return Page(path, kind.template, {**shown(site), **shown(kind)})


def later(path: str, site: OfSite, kind: type[Kind], make: Callable[[], Kind], **known: Any) -> Page:
    """Return a page of a kind of which there are many: what is shown on it is made when its template asks for it.

    *known* are those of its fields that are asked for of every page, whether anybody looks at it or not.
    """
    return Page(path, kind.template, _Later(site, kind, make, known))


class _Later(Mapping[str, Any]):
    """What a template is given; what is the page's own is made once, when it is asked for, but for what is known before."""

    __slots__ = ("_known", "_made", "_make", "_names", "_site")

    def __init__(self, site: OfSite, kind: type[Kind], make: Callable[[], Kind], known: Mapping[str, Any]) -> None:
        self._site, self._make, self._known = site, make, known
        noun: Any = kind
        self._names = _names(noun)
        self._made: dict[str, Any] | None = None

    def __getitem__(self, name: str) -> Any:
        """Give one value."""
        if name in self._known:
            return self._known[name]
        if not self._names[name]:
            return getattr(self._site, name)
        return self._own()[name]

    def _own(self) -> dict[str, Any]:
        if self._made is None:
            self._made = shown(self._make())
        return self._made

    def whole(self) -> dict[str, Any]:
        """Give all values."""
        return {**shown(self._site), **self._own(), **self._known}

    def get(self, name: str, default: Any = None) -> Any:
        """Give one value, or another where there is no such name."""
        return self[name] if name in self._names else default

    def __contains__(self, name: object) -> bool:
        """Tell whether there is such a name, without making anything."""
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        """Give the names, likewise."""
        return iter(self._names)

    def __len__(self) -> int:
        """Count the names."""
        return len(self._names)


def whole(context: Mapping[str, Any]) -> dict[str, Any]:
    """Return all that a template is given, for it to be made now."""
    return context.whole() if isinstance(context, _Later) else dict(context)


@cache
def _names(kind: Any) -> dict[str, bool]:
    """Return the names that a template of a kind is given, and whether they are the page's own."""
    return dict.fromkeys(_fields(OfSite)[0], False) | dict.fromkeys(_fields(kind)[0], True)


def shown(noun: OfSite | Whereabouts | Kind) -> dict[str, Any]:
    """Return what a template can name, by the name it goes by."""
    kind: Any = type(noun)
    names, values = _fields(kind)
    return dict(zip(names, values(noun), strict=True))


@cache
def _fields(noun: type[Any]) -> tuple[tuple[str, ...], Callable[[object], tuple[Any, ...]]]:
    """Return the names of the fields of a noun, and what takes their values; asked for every page, tens of thousands of times."""
    names = tuple(each.name for each in fields(noun))
    return names, attrgetter(*names) if len(names) > 1 else lambda one: (getattr(one, names[0]),)
