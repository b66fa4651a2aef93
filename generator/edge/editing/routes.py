"""The editor's routes: requests of its pages in, JSON out; and the files of the pages themselves.

Reading answers from the last build. Writing is done in the preview's worker, one after the other, and followed by a build.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from functools import partial
from importlib.resources import files
from typing import Any

from tornado import web
from tornado.ioloop import IOLoop

from generator.desk import showing
from generator.desk.asking import StaleError, UnfitError, date_of
from generator.desk.log import log, marks
from generator.desk.queue import queue
from generator.desk.saved import RefusedError, Saved
from generator.desk.sitting import Sitting
from generator.desk.state import LastBuild
from generator.desk.telling import last_hand
from generator.edge.editing.guards import TOKEN, EditingRoute, pass_of
from generator.edge.media_types import media_type
from generator.edge.preview import Addition, Guarded
from generator.model.edtf import written
from generator.model.mention import DateBasis
from generator.model.recall import Recall
from generator.model.span import Span

_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
_MOST_SHOWN = 20
"""Of so many files of one group the text is shown."""
PREFIX = "/-/edit/"
"""Below this no site has a page: a name made from words never begins with a hyphen."""
ENTRANCE = "-/edit/enter.html"
"""The page that lets a browser in, where not everybody may read."""
_HEAD = f'<link rel="stylesheet" href="{PREFIX}pencils.css"><script type="module" src="{PREFIX}editing.js"></script>'


def addition(sittings: Mapping[str, Sitting], shown: Callable[[], LastBuild | None], *, shared: bool) -> Addition:
    """Return what the preview serves beside the site so that it can be edited.

    *sittings* are the editors' by token. Where the preview is *shared*, whoever reads it must have come in with one.
    """
    reading = (("overview", _Overview), ("desk", _Queue), ("log", _Log), ("event", _Event), ("article", _Article), ("saved", _Saved))
    writing = (("enter", _Enter), ("date", _Date), ("headline", _Headline), ("note", _Note), ("save", _Save), ("undo", _Undo))
    given = {"sittings": sittings, "shown": shown, "recalls": (Recall(), Recall())}
    routes: list[Any] = [(f"{PREFIX}api/{name}", route, given) for name, route in (*reading, *writing)]
    routes.append((PREFIX + r"([a-z]+\.(?:js|css|html))", _Page))
    passes = frozenset(pass_of(token) for token in sittings)
    return Addition(tuple(routes), _HEAD, (lambda cookie: cookie in passes) if shared else None)


class _Page(Guarded):
    """A file of the editor's pages. It holds nothing that anyone might not read."""

    asks_for_admission = False

    def get(self, name: str) -> None:
        """Answer with one file."""
        file = files("generator.edge.editing").joinpath("pages", name)
        if not file.is_file():
            raise web.HTTPError(404)
        self.set_header("Content-Type", media_type(name))
        self.set_header("Content-Security-Policy", _POLICY)
        self.finish(file.read_bytes())


class _Route(EditingRoute):
    """A route that knows the sitting and the last build."""

    def initialize(  # type: ignore[override]
        self, sittings: Mapping[str, Sitting], shown: Callable[[], LastBuild | None], recalls: tuple[Recall, Recall]
    ) -> None:
        """Take what ``addition`` was given; *recalls* are those of the overview and of the queue, each used in one thread only."""
        super().initialize(sittings)
        self._shown = shown
        self._of_overview, self._of_queue = recalls

    @property
    def state(self) -> LastBuild:
        """The last whole build."""
        state = self._shown()
        if state is None:
            raise web.HTTPError(503)
        return state

    def refuse(self, problem: str, status: int = 422) -> None:
        """Say why not."""
        self.answer({"problem": problem}, status)


class _Enter(_Route):
    def post(self) -> None:
        """Let this browser read what is served: it has shown a token."""
        self.body()
        secure = self.preview.door.public.startswith("https://")
        self.set_cookie(self.preview.door.cookie, pass_of(self.request.headers[TOKEN]), httponly=True, samesite="Strict", secure=secure)
        self.answer({"by": self.sitting.by or ""})


class _Log(_Route):
    async def get(self) -> None:
        """Answer with every act, the latest first, and who the editors are, when the builds that are under way have been made."""
        acts = await IOLoop.current().run_in_executor(self.preview.worker, lambda: log(self.state, self.sitting.craft))
        self.answer({"acts": acts, "editors": marks(self.state), "title": self.state.title})


class _Overview(_Route):
    def get(self) -> None:
        """Answer with every event and article in short, and what can be undone."""
        values = showing.overview(self.state, self.sitting.craft, self._of_overview)
        self.answer({**values, "by": self.sitting.by or "", "undo": [each[0].path for each in self.sitting.done]})


class _Queue(_Route):
    async def get(self) -> None:
        """Answer with the overview and what the desk needs beside it, when the builds that are under way have been made."""
        found = await IOLoop.current().run_in_executor(self.preview.worker, lambda: queue(self.state, self._of_queue))
        values = showing.overview(self.state, self.sitting.craft, self._of_overview)
        events = [{**event, **found[event["id"]]} for event in values["events"] if event["id"] in found]
        known = {"by": self.sitting.by or "", "undo": len(self.sitting.done), "editors": marks(self.state)}
        self.answer({**values, **known, "events": events})


class _Event(_Route):
    def get(self) -> None:
        """Answer with one event."""
        event = self.state.event(self.get_query_argument("id", ""))
        if event is None:
            self.refuse("there is no such event any more", 404)
        else:
            self.answer(showing.event_view(event, self.state, self.sitting.craft))


class _Article(_Route):
    def get(self) -> None:
        """Answer with one article in full."""
        reading = self.state.readings.get(self.get_query_argument("id", ""))
        if reading is None:
            self.refuse("there is no such article any more", 404)
        else:
            self.answer(showing.article_view(reading, self.state))


class _Date(_Route):
    def post(self) -> None:
        """Answer with a typed date as EDTF and as readers will see it."""
        body = self.body()
        text, article = body.get("text"), body.get("article")
        try:
            date = date_of(text if isinstance(text, str) else None, self.sitting.craft, article if isinstance(article, str) else None)
        except UnfitError as error:
            self.refuse(str(error))
            return
        if date is None:
            self.refuse("no date")
            return
        words = text if isinstance(text, str) and written(date) != text.strip() else ""
        label, precision = self.sitting.craft.tell(date, DateBasis.EDITOR)
        self.answer({"date": written(date), "label": label, "precision": precision, "words": words})


class _Headline(_Route):
    async def post(self) -> None:
        """Answer with a headline for the words that were chosen, as the program would write it; empty where it would write none."""
        body = self.body()
        reading, start, end = self.state.readings.get(str(body.get("article"))), body.get("start"), body.get("end")
        if reading is None or type(start) is not int or type(end) is not int or not 0 <= start < end:
            self.refuse("no such words in the articles")
            return
        propose = partial(self.sitting.craft.propose, reading, Span(start, end))
        self.answer({"headline": await IOLoop.current().run_in_executor(self.preview.worker, propose)})


class _Note(_Route):
    def post(self) -> None:
        """Answer with a note as readers will see it."""
        text = self.body().get("text")
        note = self.sitting.craft.note(text if isinstance(text, str) else "")
        self.answer({"html": note.value, "problem": "; ".join(each.message for each in note.diagnostics)})


class _Saved(_Route):
    async def get(self) -> None:
        """Answer with what a save did whose own answer was lost, as the disk has it, when all saves under way have been made."""
        name = self.get_query_argument("act", "")
        saved = await IOLoop.current().run_in_executor(self.preview.worker, lambda: self.sitting.answered.get(name))
        if saved:
            self.answer(_written(saved, len(self.sitting.done), undone=False))
        else:
            self.refuse("Nothing of it has been saved.", 404)


class _Writing(_Route):
    async def _done(self, work: Callable[[], tuple[Saved, ...]]) -> tuple[Saved, ...] | None:
        """Write in the worker, then build; say why not. No page is told to load again meanwhile, for that would lose the answer."""
        try:
            with self.preview.held():
                saved = await IOLoop.current().run_in_executor(self.preview.worker, work)
        except UnfitError as error:
            self.refuse(str(error))
        except RefusedError as error:
            self.refuse(str(error), 409)
        except OSError as error:
            self.refuse(f"not saved: {error.strerror or error}", 500)
        else:
            self.preview.build_again()
            return saved
        return None


class _Save(_Writing):
    async def post(self) -> None:
        """Save one act, or several (``acts``); 409 with both versions when an event is no longer as the page showed it."""
        body = self.body()
        name = str(body.pop("act", ""))
        acts = body.get("acts", [body])
        if not isinstance(acts, list) or not all(isinstance(each, dict) for each in acts):
            self.refuse("“acts” must be a list of acts")
            return
        try:
            saved = await self._done(partial(self.sitting.save, *acts, name=name))
        except StaleError as error:
            now = showing.event_view(error.event, self.state, self.sitting.craft) if error.event else None
            hand = last_hand(error.event, self.state) if error.event else ""
            self.answer({"problem": str(error), "yours": body, "now": now, "hand": hand}, 409)
            return
        if saved:
            self.answer(_written(saved, len(self.sitting.done), undone=False))


class _Undo(_Writing):
    async def post(self) -> None:
        """Take back the last save of this sitting."""
        self.body()
        saved = await self._done(self.sitting.undo)
        if saved:
            self.answer(_written(saved, len(self.sitting.done), undone=True))


def _written(group: tuple[Saved, ...], undo: int, *, undone: bool) -> dict[str, Any]:
    """Return what a save or an undo did: the first file and how many there are, in words, and as a difference."""
    first = group[0]
    text = "".join(diff(each.text if undone else "", each) for each in group[:_MOST_SHOWN])
    return {
        "path": first.path,
        "text": first.text,
        "diff": text,
        "count": len(group),
        "told": first.told,
        "event": first.event,
        "undo": undo,
    }


def diff(before: str, saved: Saved) -> str:
    """Return what a save or an undo did to the folder, as a unified diff."""
    after = "" if before else saved.text
    names = (f"a/{saved.path}", "/dev/null") if before else ("/dev/null", f"b/{saved.path}")
    return "".join(difflib.unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), *names))
