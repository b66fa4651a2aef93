"""What one build knows, as editing needs it, and the functions of the program that editing borrows.

In: nothing; these are nouns. The command that starts the preview fills them, for this room imports no wing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any, Protocol, TypeVar

from generator.model.additions import Place
from generator.model.article import Article, Sentence
from generator.model.citation import Citation
from generator.model.diagnostic import Checked, Diagnostic
from generator.model.edit import Edit, Selector
from generator.model.editor import Editor
from generator.model.edtf import Edtf, written
from generator.model.event import Event, Timeline
from generator.model.mention import DateBasis, EventMention
from generator.model.project import File
from generator.model.span import Span
from generator.model.timex import Timex
from generator.model.typed import TypedDate

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SeenArticle:
    """An article with all that the program saw in it."""

    article: Article
    sentences: tuple[Sentence, ...]
    timexes: tuple[Timex, ...]
    mentions: tuple[EventMention, ...]


@dataclass(frozen=True, slots=True)
class LastBuild:
    """What one build knows. ``folder`` is that of the edits, relative to the project; ``files`` are the edits it was built from.

    ``fields`` are the project's own with their labels, ``pictures`` the files that media may name, ``language`` is the timeline's.
    """

    title: str
    timeline: Timeline
    readings: Mapping[str, SeenArticle]
    folder: str = "edits"
    files: tuple[File, ...] = ()
    edits: tuple[Edit, ...] = ()
    said: tuple[Diagnostic, ...] = ()
    events: Mapping[str, Event] = field(default_factory=dict)
    editors: tuple[Editor, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    pictures: tuple[str, ...] = ()
    language: str = "en"

    def event(self, name: str) -> Event | None:
        """Return an event by its id or one of its aliases."""
        return self.events.get(name)


class ReadForm(Protocol):
    """Fills a form."""

    def __call__(self, values: Mapping[str, object], form: type[T], /) -> Checked[T | None]:
        """Return the form; None, with what is wrong, where the values are none of it."""


@dataclass(frozen=True, slots=True)
class Craft:
    """Functions of the other rooms.

    ``tell`` says a date as readers will see it (label, precision); ``read_date`` reads plain words against an article's publication
    date; ``note`` turns Markdown into the HTML that the site shows; ``read_edit`` reads an edit's file, ``read_form`` fills a dataclass
    from what a page sends; ``trial`` lays an edit over the events, after all others, and returns the timeline that comes of it;
    ``propose`` makes a headline of words of an article (empty: it cannot).
    """

    tell: Callable[[Edtf, DateBasis], tuple[str, str]]
    read_date: Callable[[str, str | None], TypedDate]
    note: Callable[[str], Checked[str]]
    read_edit: Callable[[File], Checked[Edit | None]]
    read_form: ReadForm
    trial: Callable[[Edit], Checked[Timeline]]
    propose: Callable[[SeenArticle, Span], str]


ADDED = ("media", "places", "details", "follows", "answers")
"""The fields of an event that hold what editors add to its words."""


def as_set(event: Event, name: str) -> Any:
    """Return a field's value as an edit gives it: places without the degrees that were looked up for them."""
    if name == "places":
        return tuple(Place(each.name) if each.looked_up else each for each in event.places)
    return (event.headline or None) if name == "headline" else getattr(event, name)


def by_every_name(timeline: Timeline) -> dict[str, Event]:
    """Return the events of a timeline by id and alias."""
    found = {alias: event for event in timeline.events for alias in event.aliases}
    found.update({event.id: event for event in timeline.events})
    return found


def revision(event: Event) -> str:
    """Hash everything of an event that an editor can see or change, so that a save can tell whether it was still so."""
    seen = (
        event.id,
        written(event.date),
        event.said,
        event.status.value,
        event.headline,
        event.background,
        event.checked,
        str(event.checked_at),
        event.tags,
        event.review,
        tuple(getattr(event, name) for name in ADDED),
        tuple((note.text, note.by, str(note.at), note.correction) for note in event.notes),
        tuple((each.source, each.span.start, each.span.end, each.quote, each.said_words, each.url) for each in event.citations),
    )
    return blake2b(repr(seen).encode(errors="surrogatepass"), digest_size=12).hexdigest()


def selector_of(citation: Citation) -> Selector:
    """Return the words of a citation as an edit names them."""
    if not citation.quote:
        return Selector(citation.source or None, "", url=citation.url)
    return Selector(
        source=citation.source,
        exact=citation.quote,
        said=citation.said_words or None,
        prefix=citation.before,
        suffix=citation.after,
        start=citation.span.start,
    )
