"""The site: pages, exports and static files. In: pages, timeline, settings, theme. Out: Outputs, and diagnostics."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from jinja2 import Environment

from generator.model.diagnostic import Checked, Diagnostic, Location
from generator.model.event import Timeline
from generator.model.failure import contained
from generator.model.page import Output, Page
from generator.model.project import Theme
from generator.model.settings import Settings
from generator.render import look
from generator.render.exports import exports
from generator.render.filters import stylesheet
from generator.render.jsonld import page_data
from generator.render.notes import rendered as rendered_note
from generator.render.order import public
from generator.render.permalinks import absolute
from generator.render.templates import environment, rendered


def render(pages: tuple[Page, ...], timeline: Timeline, settings: Settings, theme: Theme) -> Checked[tuple[Output, ...]]:
    """Return every file of the site, in the order of their paths; what fails of a page or an export costs that one only."""
    made = environment(theme)
    exported = exports(timeline, settings, pages)
    outputs: dict[str, bytes] = dict(sorted(theme.static.items()))
    outputs.update((output.path, output.content) for output in exported.value)
    said: dict[Diagnostic, None] = dict.fromkeys(exported.diagnostics)
    for page in pages:
        result = page_of(page, made, timeline, settings, theme)
        said.update(dict.fromkeys(result.diagnostics))
        if result.value is not None:
            outputs[page.path] = result.value
    outputs.update((path, write()) for path, write in stylesheets(pages, settings).items())
    said.update(dict.fromkeys(_about_notes(timeline, settings)))
    return Checked(tuple(Output(path, outputs[path]) for path in sorted(outputs)), tuple(said))


def page_of(page: Page, made: Environment, timeline: Timeline, settings: Settings, theme: Theme) -> Checked[bytes | None]:
    """Return the bytes of one page; None with a diagnostic where its template or the program fails."""

    def html() -> Checked[bytes | None]:
        extra = {
            "root": "../" * page.path.count("/"),
            "path": page.path,
            "canonical": absolute(settings.base_url, page.path) if settings.base_url else None,
            "look": bool(look.stylesheet(settings)),
            "jsonld": page_data(page, timeline, settings),
        }
        result = rendered(page, made, theme, extra)
        return Checked(result.value.encode() if result.value is not None else None, result.diagnostics)

    return contained(html, None, Location(page.path))


def stylesheets(pages: tuple[Page, ...], settings: Settings) -> dict[str, Callable[[], bytes]]:
    """Return the stylesheets that depend on pages and settings by path, each to be written when it is wanted."""

    def filters_of(page: Page) -> Callable[[], bytes]:
        return lambda: stylesheet(page.context["filters"]).encode()

    found = {filters_path(page.path): filters_of(page) for page in pages if page.template == "index.html" and "filters" in page.context}
    return found | ({look.PATH: lambda: look.stylesheet(settings).encode()} if look.stylesheet(settings) else {})


def filters_path(page: str) -> str:
    """Return where the filter rules of a page stand: beside it.

    >>> filters_path("year/2021/index.html")
    'year/2021/filters.css'
    """
    return page.removesuffix("index.html") + "filters.css"


def _about_notes(timeline: Timeline, settings: Settings) -> Iterator[Diagnostic]:
    """Tell of the notes that go beyond the limits of what is rendered."""
    for event in public(timeline, settings):
        for note in event.notes:
            yield from rendered_note(note.text).diagnostics
