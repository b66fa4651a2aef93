"""The site: pages, exports and static files. In: pages, timeline, settings, theme. Out: a Site, which makes them when asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from generator.model.codes import NO_PICTURES
from generator.model.diagnostic import Checked, Diagnostic, Location, tell
from generator.model.event import Event, Timeline
from generator.model.failure import contained
from generator.model.page import Maker, Page, Site
from generator.model.project import Theme
from generator.model.settings import Settings
from generator.render import look, sharing
from generator.render.exports import exports, made
from generator.render.filters import stylesheet
from generator.render.jsonld import page_data
from generator.render.kinds import Whereabouts, shown
from generator.render.notes import rendered as rendered_note
from generator.render.order import public
from generator.render.permalinks import INDEX, absolute
from generator.render.pictures import Shrink, pictures_of, version
from generator.render.pictures import makers as versions_of
from generator.render.templates import Templates, rendered


def render(pages: tuple[Page, ...], timeline: Timeline, settings: Settings, theme: Theme, shrink: Shrink = version) -> Site:
    """Return the site, of which nothing is made yet; what fails of a page or an export costs that one only. *shrink* makes its pictures."""
    templates = Templates(theme)
    added = [event for event in public(timeline, settings) if event.media or event.notes]
    found = pictures_of((medium.file for event in added for medium in event.media if medium.file), theme.pictures)
    templates.globals["pictures"] = found.value
    makers: dict[str, Maker] = {path: partial(made, path, partial(bytes, content)) for path, content in theme.static.items()}
    makers |= exports(timeline, settings, pages)
    makers |= {page.path: partial(page_of, page, templates, timeline, settings, theme) for page in pages}
    makers |= {path: partial(made, path, write) for path, write in versions_of(found.value, theme.pictures, shrink).items()}
    makers |= {path: partial(made, path, write) for path, write in (stylesheets(pages, settings) | pictures(pages, settings)).items()}
    return Site(makers, (*found.diagnostics, *about_pictures(settings), *_about_notes(added)))


def page_of(page: Page, templates: Templates, timeline: Timeline, settings: Settings, theme: Theme) -> Checked[bytes | None]:
    """Return the bytes of one page; None with a diagnostic where its template or the program fails."""

    def html() -> Checked[bytes | None]:
        picture = page.context.get("picture")
        around = Whereabouts(
            root="../" * page.path.count("/"),
            path=page.path,
            canonical=absolute(settings.base_url, page.path) if settings.base_url else None,
            image=absolute(settings.base_url, picture) if picture and sharing.is_able() else None,
            look=bool(look.stylesheet(settings)),
            jsonld=page_data(page, timeline, settings),
        )
        result = rendered(page, templates, theme, shown(around))
        return Checked(result.value.encode() if result.value is not None else None, result.diagnostics)

    return contained(html, None, Location(page.path))


def stylesheets(pages: tuple[Page, ...], settings: Settings) -> dict[str, Callable[[], bytes]]:
    """Return the stylesheets that depend on pages and settings by path, each to be written when it is wanted."""

    def filters_of(page: Page) -> Callable[[], bytes]:
        return lambda: stylesheet(page.context["filters"]).encode()

    found = {filters_path(page.path): filters_of(page) for page in pages if page.template == "index.html" and "filters" in page.context}
    return found | ({look.PATH: lambda: look.stylesheet(settings).encode()} if look.stylesheet(settings) else {})


def pictures(pages: tuple[Page, ...], settings: Settings) -> dict[str, Callable[[], bytes]]:
    """Return the pictures for sharing by path, each to be drawn when it is wanted."""
    if not sharing.is_able():
        return {}

    def of(page: Page) -> Callable[[], bytes]:
        if "event" in page.context:
            return lambda: sharing.picture_of(page.context["event"], settings)
        return lambda: sharing.picture_of_all(page.context["w"].count("events", page.context["total"]), settings)

    own = [page for page in pages if page.path == INDEX or "event" in page.context]
    return {page.context["picture"]: of(page) for page in own if page.context.get("picture") and page.context.get("is_own_picture", True)}


def about_pictures(settings: Settings) -> tuple[Diagnostic, ...]:
    """Say why no pictures are drawn, where they are wanted."""
    if not settings.share_images:
        return ()
    if not settings.base_url:
        return (tell(NO_PICTURES, reason="base_url is not set"),)
    if sharing.is_able():
        return ()
    hint = 'pip install "dateline[share]"'
    return (tell(NO_PICTURES, None, hint, reason="the packages that draw are not installed"),)


def filters_path(page: str) -> str:
    """Return where the filter rules of a page stand: beside it.

    >>> filters_path("year/2021/index.html")
    'year/2021/filters.css'
    """
    return page.removesuffix("index.html") + "filters.css"


def _about_notes(events: Iterable[Event]) -> Iterator[Diagnostic]:
    """Tell of the notes that go beyond the limits of what is rendered."""
    for event in events:
        for note in event.notes:
            yield from rendered_note(note.text).diagnostics
