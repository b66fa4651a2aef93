"""A build: the chain from end to end. Pure: a Project and a Theme in, its stages by name and what to say out, the last stage the site."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from generator import pipeline
from generator.model import codes
from generator.model.article import Article
from generator.model.diagnostic import Checked, Code, Diagnostic, Location, Severity, tell
from generator.model.edit import Action, Edit
from generator.model.event import Event, Timeline
from generator.model.page import Page, Site
from generator.model.project import File, Project, Theme
from generator.model.settings import Settings
from generator.pipeline import Draft, Recipe

_NOTHING = Timeline((), (), date.min)


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build, stage by stage, and what it was made from. There is no site where there was nothing to build from.

    ``events`` are what the program found; over them ``laid`` has the editors' acts; ``timeline`` also answers for what was published.
    """

    project: Project
    theme: Theme
    settings: Settings
    edits: tuple[Edit, ...] = ()
    drafts: tuple[Draft, ...] = ()
    events: tuple[Event, ...] = ()
    laid: Timeline = _NOTHING
    timeline: Timeline = _NOTHING
    pages: tuple[Page, ...] = ()
    site: Site = field(default_factory=lambda: Site({}))

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles that were read."""
        return tuple(each.article for each in self.drafts)


def build(
    project: Project,
    theme: Theme,
    settings: Settings,
    *,
    now: date | None = None,
    recipe: Recipe | None = None,
) -> Checked[Built]:
    """Build the site of a project.

    Args:
        project: the project's files.
        theme: templates and static files, the user's laid over the default ones.
        settings: what ``timeline.toml`` says, the command line's options laid over it.
        now: the day that "not yet" is counted from; None takes it from the settings or the articles.
        recipe: the functions of the chain; None takes :func:`default_recipe`.

    Returns:
        The stages, and all that is to be said of the input. Of the site nothing is made yet: it says itself what is wrong with its files.
    """
    recipe = recipe or default_recipe()
    edits = pipeline.edits_of(project, recipe)
    articles = recipe.part(project.articles)
    read = tuple(recipe.drafts(articles.value, settings, recipe))
    drafts = tuple(each.value for each in read if each.value is not None)
    said = [*edits.diagnostics, *articles.diagnostics, *(one for each in read for one in each.diagnostics)]
    if not drafts and not _failed(said):
        added = any(edit.action is Action.ADD for edit in edits.value)
        said.append(_no_articles(project, settings, codes.ONLY_ADDED if added else codes.NO_ARTICLES))
    if not drafts and _failed(said):
        return Checked(Built(project, theme, settings, edits.value), tuple(said))
    as_of = pipeline.as_of_day(now, settings, drafts, edits.value)
    events = pipeline.merged(drafts, settings, recipe)
    told, narrow = tuple([each.article for each in drafts]), pipeline.for_laying(settings)
    laid = pipeline.laid(lambda some: recipe.lay(some, edits.value, told, narrow, as_of), events.value)
    made = with_permalinks(Built(project, theme, settings, edits.value, drafts, events.value, laid.value), project.permalinks, recipe)
    said += [*events.diagnostics, *laid.diagnostics, *made.diagnostics]
    if not made.value.timeline.events:
        said.append(_no_events(drafts, project, settings))
    return Checked(made.value, tuple(said))


def with_permalinks(built: Built, permalinks: File | None, recipe: Recipe) -> Checked[Built]:
    """Return a build with what was published as the file says; only what depends on that is made, and made anew."""
    kept = pipeline.kept(built.laid, permalinks, recipe)
    planned = pipeline.planned(kept.value, built.settings, recipe)
    timeline, pages = planned.value
    site = recipe.render(pages, timeline, built.settings, built.theme)
    return Checked(replace(built, timeline=timeline, pages=pages, site=site), kept.diagnostics + planned.diagnostics)


def settings_of(project: Project, *, base_url: str | None = None, publish_all: bool = False) -> Checked[Settings]:
    """Read the project's settings; a folder without any is titled by its name and holds its articles itself."""
    from generator.language import supported  # noqa: PLC0415 - loaded when used
    from generator.read.settings import settings  # noqa: PLC0415 - likewise

    read = settings(project.settings, supported())
    value = read.value if project.settings else replace(read.value, title=project.name or read.value.title, articles=".")
    if base_url is not None:
        value = replace(value, base_url=base_url)
    if publish_all:
        value = replace(value, publish="all")
    return Checked(value, read.diagnostics)


def shows_only_checked(built: Built) -> bool:
    """Tell whether the project's own settings leave out what no editor has checked, whatever was asked for this time."""
    return settings_of(built.project).value.publish == "checked"


def default_recipe() -> Recipe:
    """Return the chain as it is shipped."""
    from generator.edits import laying  # noqa: PLC0415
    from generator.extract import mentions, ownday, timexes  # noqa: PLC0415 - so that `dateline --help` loads none of it
    from generator.extract.segment import reach, sentences, zones  # noqa: PLC0415
    from generator.extract.syntax.trees import trees  # noqa: PLC0415
    from generator.language import load  # noqa: PLC0415
    from generator.language.story import load_story  # noqa: PLC0415
    from generator.read import articles, conllu, edits, parting, permalinks  # noqa: PLC0415
    from generator.render import plan, site  # noqa: PLC0415
    from generator.weave import coreference  # noqa: PLC0415
    from generator.weave.permalinks import keep  # noqa: PLC0415

    return Recipe(
        read=articles.read,
        language=load,
        story=load_story,
        segment=sentences.segment,
        reached=reach.reached,
        as_of=ownday.as_of_own_day,
        tag=timexes.tag,
        told=zones.told,
        read_parse=conllu.read_parse,
        parse=trees,
        detect=mentions.detect,
        corefer=coreference.corefer,
        read_edit=edits.read,
        lay=laying.lay,
        plan=plan.plan,
        render=site.render,
        read_permalinks=permalinks.permalinks,
        keep=keep,
        part=parting.parted,
    )


def _failed(said: Iterable[Diagnostic]) -> bool:
    return any(each.severity is Severity.ERROR for each in said)


def _no_events(drafts: tuple[Draft, ...], project: Project, settings: Settings) -> Diagnostic:
    from generator.extract.syntax.trees import has_parser  # noqa: PLC0415 - loaded when used

    hint = "events are found by the dates that an article gives; add others by hand in the preview (`dateline serve --edit`)"
    if not any(each.mentions or has_parser(each.article.language) for each in drafts):
        hint = "events are drafted from English articles, and from German and Spanish ones that have a parse beside them (docs/parsing.md)"
    elif settings.publish == "checked":
        hint = 'publish = "checked" leaves out what no editor has checked: check events in the preview (`dateline serve --edit`)'
    return tell(codes.NO_EVENTS, Location(project.settings.path if project.settings else project.name), hint)


def _no_articles(project: Project, settings: Settings, code: Code) -> Diagnostic:
    folder = settings.articles if settings.articles != "." else project.name
    hint = 'put a .txt, .md or .html file there (more: docs/formats.md), or name another folder: articles = "…" in timeline.toml'
    return tell(code, Location(project.settings.path if project.settings else project.name), hint, folder=folder)
