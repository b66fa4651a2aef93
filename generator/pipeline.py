"""The chain of pure functions, and the Recipe that fills it.

In: a Project's articles and edits. Out: a Timeline, its pages, a site.
Nothing here reads a disk, a clock or a locale.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain

from generator.model import codes
from generator.model.article import Article, Sentence
from generator.model.diagnostic import Checked, Location, at, collected, tell
from generator.model.edit import Edit
from generator.model.event import Event, Timeline
from generator.model.failure import contained, sifted
from generator.model.language import Language
from generator.model.mention import EventMention
from generator.model.page import Page, Site
from generator.model.permalink import Permalinks
from generator.model.project import ArticleFiles, File, Project, Theme
from generator.model.settings import Settings
from generator.model.story import Story
from generator.model.timex import Timex
from generator.model.tree import Tree


@dataclass(frozen=True, slots=True)
class Draft:
    """What one article yields by itself."""

    article: Article
    sentences: tuple[Sentence, ...]
    timexes: tuple[Timex, ...]
    mentions: tuple[EventMention, ...]


Drafter = Callable[[tuple[ArticleFiles, ...], Settings, "Recipe"], Iterable[Checked[Draft | None]]]
"""Makes the drafts of all articles, in their order: one by one, or remembered, or by several workers."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """The functions of the chain, in its order. An extension is a function ``Recipe -> Recipe``."""

    read: Callable[[ArticleFiles, Settings], Checked[Article | None]]
    language: Callable[[str], Language | None]
    story: Callable[[str], Story]
    segment: Callable[[Article, Language], tuple[Sentence, ...]]
    reached: Callable[[Article, tuple[Sentence, ...], Language, int], Checked[tuple[Sentence, ...]]]
    as_of: Callable[[Article, tuple[Sentence, ...], Language], Article]
    tag: Callable[[Article, tuple[Sentence, ...], Language], Checked[tuple[Timex, ...]]]
    told: Callable[[Article, tuple[Sentence, ...], Story], tuple[Sentence, ...]]
    read_parse: Callable[[ArticleFiles, Article], Checked[tuple[Tree, ...]]]
    parse: Callable[[Article, tuple[Sentence, ...], tuple[Tree, ...]], Mapping[int, Tree]]
    detect: Callable[[Article, tuple[Sentence, ...], tuple[Timex, ...], Story, Mapping[int, Tree]], tuple[EventMention, ...]]
    corefer: Callable[[tuple[Article, ...], tuple[EventMention, ...], Story], tuple[Event, ...]]
    read_edit: Callable[[File], Checked[Edit | None]]
    lay: Callable[[tuple[Event, ...], tuple[Edit, ...], tuple[Article, ...], Settings, date], Checked[Timeline]]
    plan: Callable[[Timeline, Settings], tuple[Page, ...]]
    render: Callable[[tuple[Page, ...], Timeline, Settings, Theme], Site]
    read_permalinks: Callable[[File | None], Checked[Permalinks]] = lambda _file: Checked(Permalinks())
    keep: Callable[[Timeline, Permalinks], Timeline] = lambda timeline, _links: timeline
    part: Callable[[tuple[ArticleFiles, ...]], Checked[tuple[ArticleFiles, ...]]] = Checked
    drafts: Drafter = lambda articles, settings, recipe: (draft(files, settings, recipe) for files in articles)


def draft(files: ArticleFiles, settings: Settings, recipe: Recipe) -> Checked[Draft | None]:
    """Read one article and find its event mentions. Depends on nothing but its arguments, so that it can be remembered.

    None where the article cannot be read, or the program fails on it: that costs no other article.
    """
    return contained(lambda: _draft(files, settings, recipe), None, Location(files.path))


def _draft(files: ArticleFiles, settings: Settings, recipe: Recipe) -> Checked[Draft | None]:
    read = recipe.read(files, settings)
    article = read.value
    if article is None:
        return Checked(None, read.diagnostics)
    language = recipe.language(article.language)
    if language is None:
        named = files.about.path if files.about else article.source.path
        hint = 'say which in the article\'s .toml: language = "en"'
        unknown = tell(codes.UNKNOWN_LANGUAGE, Location(named), hint, language=article.language)
        return Checked(None, (*read.diagnostics, unknown))
    sentences = recipe.segment(article, language)
    reached = recipe.reached(article, sentences, language, settings.longest)
    article = recipe.as_of(article, reached.value, language)
    read_part = article.read
    tagged = recipe.tag(read_part, reached.value, language)
    given = recipe.read_parse(files, article)
    story = recipe.story(article.language)
    told = recipe.told(read_part, reached.value, story)
    mentions = recipe.detect(read_part, told, tagged.value, story, recipe.parse(read_part, told, given.value))
    said = (*read.diagnostics, *reached.diagnostics, *tagged.diagnostics, *given.diagnostics)
    return Checked(Draft(article, sentences, tagged.value, mentions), said)


def merged(drafts: tuple[Draft, ...], settings: Settings, recipe: Recipe) -> Checked[tuple[Event, ...]]:
    """Merge the mentions of all articles into events; a mention that the program fails on is left out."""
    articles = {each.article.id: each.article.read for each in drafts}
    mentions = tuple(chain.from_iterable([each.mentions for each in drafts]))
    story = recipe.story(_told_in(articles.values(), settings, recipe))

    def where(mention: EventMention) -> Location:
        return at(articles[mention.article].source, mention.quote.start)

    return sifted(lambda some: recipe.corefer(tuple(articles.values()), some, story), mentions, where)


def _told_in(articles: Iterable[Article], settings: Settings, recipe: Recipe) -> str:
    """Return the language whose vocabulary mentions are compared by: of those that have one that of most articles, else the timeline's."""
    counts = Counter(article.language for article in articles)
    known = [language for language in counts if recipe.story(language).forms]
    return min(known, key=lambda language: (-counts[language], language), default=settings.language)


def laid(lay: Callable[[tuple[Event, ...]], Checked[Timeline]], events: tuple[Event, ...]) -> Checked[Timeline]:
    """Lay edits over the events; an event that the program fails on is left out."""
    done = sifted(lay, events, _page_of)
    return Checked(done.value.value, (*done.value.diagnostics, *done.diagnostics))


def planned(timeline: Timeline, settings: Settings, recipe: Recipe) -> Checked[tuple[Timeline, tuple[Page, ...]]]:
    """Plan the pages; an event that the program fails on is left out of them and of the timeline."""

    def of(events: tuple[Event, ...]) -> tuple[Timeline, tuple[Page, ...]]:
        some = timeline if events == timeline.events else replace(timeline, events=events)
        return some, recipe.plan(some, settings)

    return sifted(of, timeline.events, _page_of)


def for_laying(settings: Settings) -> Settings:
    """Return the settings as far as a timeline may depend on them; it is made from these, so a new title does not make it anew."""
    return narrowed(settings, "publish", "max_events", "min_salience", "editors", "fields")


def narrowed(settings: Settings, *names: str) -> Settings:
    """Return the default settings with these ones kept, for a step that is remembered by what it is given."""
    return replace(Settings(), **{name: getattr(settings, name) for name in names})


def _page_of(event: Event) -> Location:
    return Location(f"event/{event.id}/index.html")


def kept(timeline: Timeline, permalinks: File | None, recipe: Recipe) -> Checked[Timeline]:
    """Answer for every id that was once published: with a redirect, or by saying why it is gone."""
    links = recipe.read_permalinks(permalinks)
    return Checked(recipe.keep(timeline, links.value), links.diagnostics)


def edits_of(project: Project, recipe: Recipe) -> Checked[tuple[Edit, ...]]:
    """Read the project's edits, in the order in which they were made (then by name)."""
    read = collected(contained(partial(recipe.read_edit, file), None, Location(file.path)) for file in project.edits)
    edits = sorted((edit for edit in read.value if edit is not None), key=lambda edit: (edit.at, edit.name))
    return Checked(tuple(edits), read.diagnostics)


def as_of_day(now: date | None, settings: Settings, drafts: tuple[Draft, ...], edits: tuple[Edit, ...]) -> date:
    """Return the day that "not yet" is counted from: given, set, else the latest among articles and edits."""
    if now or settings.as_of:
        return now or settings.as_of or date.min
    known = [each.article.published.day for each in drafts if each.article.published]
    return max([*known, *(edit.at.date() for edit in edits)], default=date.min)
