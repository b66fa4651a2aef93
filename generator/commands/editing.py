"""A project's folder in, a preview that can be edited out: the build of the preview, and what an editor asks of it.

What is shown is what `dateline build --drafts` would write: unchecked events too, for they are what is to be checked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from generator.build import Built, default_recipe
from generator.commands.making import Wanted
from generator.commands.previewing import PreviewBuild
from generator.desk.sitting import Sitting
from generator.desk.state import Craft, LastBuild, SeenArticle, by_every_name
from generator.edge.editing.author import author
from generator.edge.editing.routes import addition
from generator.edge.editing.saving import EditFolder
from generator.edge.preview import Addition
from generator.edge.progress import Progress
from generator.edge.project import folders_of, read_edits
from generator.edge.terminal import ordered
from generator.extract.events.proposing import Chosen, proposed
from generator.extract.typed import typed_date
from generator.model import edtf
from generator.model.diagnostic import Checked, Diagnostic
from generator.model.edit import Edit
from generator.model.edtf import Edtf
from generator.model.event import Timeline
from generator.model.mention import DateBasis
from generator.model.recall import Recall
from generator.model.span import Span
from generator.model.typed import TypedDate
from generator.read.form import filled_from
from generator.render.dates import told as told_date
from generator.render.notes import rendered as rendered_note
from generator.render.words import words


class EditedBuild(PreviewBuild):
    """A build that the preview repeats, and that knows what the editor asks for. Called in one thread only."""

    def __init__(self, folder: Path, wanted: Wanted, told: Progress | None = None) -> None:
        """*folder* is the project's."""
        super().__init__(folder, replace(wanted, drafts=True), told)
        self.state: LastBuild | None = None
        self._made: Built | None = None

    def built(self, made: Built, said: tuple[Diagnostic, ...]) -> None:
        """Keep what the editor is shown."""
        self._made, self.state = made, self._state(made, said)

    def current(self) -> LastBuild:
        """Return the state of what is on disk now: the edits' folder is read, and all is built anew if another hand wrote there."""
        if self.state is None or read_edits(self.folder).value != self.state.files:
            self()
        if self.state is None:
            raise OSError("the project cannot be built")
        return self.state

    def editing(self, tokens: Mapping[str, str], *, shared: bool) -> Addition:
        """Return what the preview serves beside the site so that it can be edited.

        *tokens* open it, each for the editor whose name it has (empty: git's user here); where it is *shared*, reading wants one too.
        """
        folder, craft = EditFolder(self.folder), self._craft()
        sittings = {token: Sitting(self.current, folder, craft, name or author(self.folder), _now) for token, name in tokens.items()}
        return addition(sittings, lambda: self.state, shared=shared)

    def _state(self, made: Built, said: tuple[Diagnostic, ...]) -> LastBuild:
        readings = {each.article.id: SeenArticle(each.article, each.sentences, each.timexes, each.mentions) for each in made.drafts}
        edits = folders_of(self.folder).edits
        about = tuple(each for each in ordered(said) if each.where and each.where.path.startswith(f"{edits.rstrip('/')}/"))
        return LastBuild(
            title=made.settings.title,
            language=made.settings.language,
            editors=made.settings.editors,
            fields=made.settings.fields,
            pictures=tuple(sorted(made.theme.pictures)),
            timeline=made.timeline,
            readings=readings,
            folder=edits,
            files=made.project.edits,
            edits=made.edits,
            said=about,
            events=by_every_name(made.timeline),
        )

    @property
    def _last(self) -> Built:
        if self._made is None:
            raise OSError("the project cannot be built")
        return self._made

    def _craft(self) -> Craft:
        lay: Callable[..., Checked[Timeline]] = default_recipe().lay
        tried = Recall()

        def tell(when: Edtf, basis: DateBasis) -> tuple[str, str]:
            told = told_date(when, basis, words(self._last.settings.language))
            return told.label, told.precision

        def note(text: str) -> Checked[str]:
            found = rendered_note(text)
            return Checked(str(found.value), found.diagnostics)

        def trial(edit: Edit) -> Checked[Timeline]:
            made = self._last
            return lay(made.events, (*made.edits, edit), made.articles, made.settings, made.laid.as_of, recall=tried)

        return Craft(tell, self._read_date, note, default_recipe().read_edit, filled_from, trial, _proposed)

    def _read_date(self, text: str, article: str | None) -> TypedDate:
        """Read what was typed as an article would mean it."""
        settings = self._last.settings
        reading = self.state.readings.get(article or "") if self.state else None
        language = default_recipe().language(reading.article.language if reading else settings.language)
        if language is None:
            return TypedDate(edtf.parse(text), "its language cannot be read")
        published = reading.article.published.day if reading and reading.article.published else None
        return typed_date(text, published, language, day_first=reading.article.day_first if reading else settings.day_first)


def _now() -> datetime:
    return datetime.now(UTC)


def _proposed(reading: SeenArticle, words: Span) -> str:
    """Return a headline for words of an article, by the rules of every other."""
    recipe = default_recipe()
    story = recipe.story(reading.article.language)
    told = recipe.told(reading.article, reading.sentences, story)
    return proposed(Chosen(words, reading.article, told, reading.timexes), story, recipe.parse(reading.article, told, ()))
