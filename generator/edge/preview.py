"""A build that can be repeated in, a preview in the browser out: livereload's server behind guards of our own.

It answers from memory and to this machine only. A web page elsewhere can send requests to a local port, so the Host header, the
Origin of the websocket and the site that asks are checked on every route.
"""

from __future__ import annotations

import json
import logging
import re
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from livereload.handlers import ForceReloadHandler, LiveReloadHandler, LiveReloadJSHandler
from livereload.server import Server
from tornado import web
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop, PeriodicCallback

from generator.edge.door import HOST, Door
from generator.edge.media_types import media_type
from generator.edge.preview_pages import STYLE, STYLE_PATH, live, problem_box, problem_page
from generator.edge.watching import EventWatcher

_EVENT = re.compile(r"event/[^/]+-(e-\w+)/index\.html")
"""An event's page: words that change with its headline before it is published, then its id."""
PATIENCE = 60.0
"""Seconds for which a request may be begun and not ended, and a connection kept for the next one."""
LOOKING_UP = 200.0
"""Milliseconds after which the server looks up from waiting: a Ctrl-C that came just before it began to wait has not woken it."""
_QUIET = 1.0
"""Seconds after the last build of what was heard of, until one that looks at everything."""
UNKNOWN = 401
"""The status of an answer to somebody who has not been let in."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the preview shows: the site's files by path, and what is wrong (HTML; empty when nothing is)."""

    files: Mapping[str, bytes]
    problem: str = ""


After = Callable[[Collection[str] | None], Shown]
"""Builds, given the names of all files that may have changed since the last build; None: any may have."""


@dataclass(frozen=True, slots=True)
class Addition:
    """What is served beside the site: routes (as tornado takes them, before the site's), and what every page gets in its head.

    ``admits`` tells by a request's cookie whether it may read; where it is None, whoever reaches the preview may. The routes guard
    themselves.
    """

    routes: tuple[Any, ...] = ()
    head: str = ""
    admits: Callable[[str], bool] | None = None


class Preview(Server):  # type: ignore[misc]
    """Serves what a build returned, builds again when a watched folder changes, and tells the open pages to load again."""

    def __init__(self, build: Callable[[], Shown], places: Callable[[], Iterable[Path]], door: Door, after: After | None = None) -> None:
        """Build once; *places* names the folders to watch, *door* is where it answers.

        *after* builds, too, having heard which files changed: it looks at no others, which takes a while where there are tens of
        thousands. What the system may not have told of is found by a whole build soon after.
        """
        super().__init__(watcher=EventWatcher(places, self._changed))
        self.shown = build()
        self.version = 1
        self.door = door
        self._build = build
        self._worker = ThreadPoolExecutor(1)
        self._loop = IOLoop.current()
        self._after = after
        self._heard: deque[Collection[str] | None] = deque()
        self._look: object | None = None
        self._waiting = False
        self._holds = 0
        self._is_news = False
        self.addition = Addition()

    @property
    def worker(self) -> ThreadPoolExecutor:
        """The one thread in which builds are made, and whatever must not come between them."""
        return self._worker

    def run(self) -> None:
        """Serve until interrupted."""
        LiveReloadHandler.DEFAULT_RELOAD_TIME = 0  # else it drops what follows within three seconds
        PeriodicCallback(lambda: None, LOOKING_UP).start()
        try:
            self.serve(port=self.door.port, host=HOST)
        finally:
            self.watcher.stop()

    def application(self, *_given: object, live_css: bool = True, **_named: object) -> None:
        """Put livereload's routes and our own behind the guards (called by ``serve``)."""
        LiveReloadHandler.watcher = self.watcher
        LiveReloadHandler.live_css = live_css
        routes = [
            *self.addition.routes,
            (r"/livereload", _Socket),
            (r"/forcereload", _ForcedReload),
            (r"/livereload.js", _Script),
            (r"/(.*)", _Site),
        ]
        application = web.Application(routes, preview=self, log_function=lambda _handler: None, websocket_max_message_size=65_536)
        server = HTTPServer(application, max_body_size=262_144, idle_connection_timeout=PATIENCE, body_timeout=PATIENCE)
        server.add_sockets(self.door.sockets)

    def _setup_logging(self) -> None:
        """Stay quiet: the terminal shows diagnostics, not requests, the less those that somebody made up."""
        for name in ("tornado.general", "tornado.access"):
            logging.getLogger(name).setLevel(logging.CRITICAL)

    def _changed(self, paths: frozenset[str]) -> None:
        """Called by the watcher's thread: go on in the server's. Without any path nobody knows what changed."""
        self._loop.add_callback(self.build_again, {Path(path).name for path in paths} or None)

    def build_again(self, names: Collection[str] | None = ()) -> None:
        """Build in the worker, having heard which files changed; changes that come meanwhile are met by one more build."""
        self._heard.append(names)
        if not self._waiting:
            self._waiting = True
            self._worker.submit(self._work)

    def _work(self) -> None:
        self._waiting = False  # from here on a further change needs a further build
        heard = [self._heard.popleft() for _ in range(len(self._heard))]
        names = None if None in heard else {name for some in heard for name in some or ()}
        try:
            shown = self._build() if self._after is None else self._after(names)
        except Exception as error:  # noqa: BLE001 - a fault of the program must not silence the preview
            fault = f"dateline failed, which is a fault of the program: {type(error).__name__}: {error}"
            shown = replace(self.shown, problem=problem_box(fault))
        self._loop.add_callback(self._show, shown)
        if self._after is not None and names is not None:
            self._loop.add_callback(self._look_soon)

    def _look_soon(self) -> None:
        """Have everything looked at when it has been quiet for a while."""
        if self._look is not None:
            self._loop.remove_timeout(self._look)
        self._look = self._loop.call_later(_QUIET, self.build_again, None)

    def _show(self, shown: Shown) -> None:
        if shown is self.shown:
            return  # nothing that is shown has changed
        self.shown = shown
        self.version += 1
        self._is_news = True
        self._spread()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Tell no page to load again meanwhile: it may be waiting for the answer to what it sent."""
        self._holds += 1
        try:
            yield
        finally:
            self._holds -= 1
            self._loop.add_callback(self._spread)  # behind the answer

    def _spread(self) -> None:
        """Tell the open pages of the newest build, once."""
        if self._is_news and not self._holds:
            self._is_news = False
            LiveReloadHandler.reload_waiters("/")


class Guarded(web.RequestHandler):
    """Refuses requests that were not made by a page of this preview or typed by its user."""

    asks_for_admission = True
    """Whether, of a preview that others reach, only those may read who were let in; off for what lets them in."""

    @property
    def preview(self) -> Preview:
        """The preview that is asked."""
        preview: Preview = self.application.settings["preview"]
        return preview

    def prepare(self) -> None:
        """Check where the request was sent to, and what it asks for."""
        if self.request.host.lower() not in self.preview.door.hosts:
            raise web.HTTPError(403)  # another name that was made to point at this machine (DNS rebinding)
        if "\0" in self.request.path or "%00" in self.request.path:
            raise web.HTTPError(400)
        origin = self.request.headers.get("Origin")
        if origin is not None and not self.is_own(origin):
            raise web.HTTPError(403)
        admits = self.preview.addition.admits
        if self.asks_for_admission and admits and not admits(self.get_cookie(self.preview.door.cookie, "") or ""):
            raise web.HTTPError(UNKNOWN)

    def is_own(self, origin: str) -> bool:
        """Tell whether a page of this preview asks."""
        return origin.lower() in self.preview.door.origins

    def set_default_headers(self) -> None:
        """Tell nothing of the server, keep nothing, and let no other site use what is served."""
        self.set_header("Server", "dateline")
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.set_header("Referrer-Policy", "no-referrer")
        self.set_header("X-Frame-Options", "SAMEORIGIN")

    def write_error(self, status_code: int, **_reason: Any) -> None:
        """Answer with the status alone: no path, no traceback."""
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish("Open the address that you were given.\n" if status_code == UNKNOWN else f"{status_code}\n")


class _Site(Guarded):
    """The site's own files, from memory."""

    def get(self, path: str) -> None:
        """Answer with one file; HTML gets the reload script and what is wrong."""
        if any(part.startswith(".") for part in re.split(r"[/\\]", path)):
            raise web.HTTPError(404)
        if path == STYLE_PATH:
            self._answer(path, STYLE.encode())
            return
        shown = self.preview.shown
        if not shown.files:
            self.set_status(200 if shown.problem == "" else 500)
            self._answer("index.html", problem_page(shown.problem).encode())
            return
        name = f"{path}index.html" if path.endswith("/") or not path else path
        if name not in shown.files and f"{name}/index.html" in shown.files:
            self.redirect("/" + self.request.path.strip("/") + "/")
            return
        content = shown.files.get(name)
        if content is None and name in shown.files:  # a file that fails
            self.set_status(500)
            self._answer("index.html", problem_page(problem_box(f"{name} cannot be made; `dateline check` says why")).encode())
            return
        moved = _EVENT.fullmatch(name) if content is None else None
        if moved and (there := f"event/{moved[1]}/") + "index.html" in shown.files:  # its headline was edited, and with it its address
            self.redirect(f"/{there}")
            return
        if content is None:
            self.set_status(404)
            name, content = "404.html", shown.files.get("404.html", b"404\n")
        self._answer(name, content)

    def head(self, path: str) -> None:
        """Answer as to GET; tornado leaves the body out."""
        self.get(path)

    def _answer(self, path: str, content: bytes) -> None:
        kind = media_type(path)
        self.set_header("Content-Type", kind)
        if kind.startswith("text/html"):
            preview = self.preview
            script = f"/livereload.js?port={preview.door.outer_port}&amp;snipver={preview.version}"
            page, policy = live(content.decode(), preview.shown.problem, script, sorted(preview.door.origins), preview.addition.head)
            self.set_header("Content-Security-Policy", policy)
            content = page.encode()
        self.finish(content)


class _Script(Guarded, LiveReloadJSHandler):  # type: ignore[misc]
    """livereload's script."""


class _ForcedReload(Guarded, ForceReloadHandler):  # type: ignore[misc]
    """Makes all open pages load again; other sites may not ask for it."""

    def prepare(self) -> None:
        """Refuse what another site's page links to or embeds."""
        super().prepare()
        if self.request.headers.get("Sec-Fetch-Site", "none") not in {"same-origin", "none"}:
            raise web.HTTPError(403)

    def get(self) -> None:
        """Reload, naming no path."""
        LiveReloadHandler.reload_waiters("/")
        self.finish("ok")


class _Socket(Guarded, LiveReloadHandler):  # type: ignore[misc]
    """livereload's websocket, for pages of this preview."""

    _version: object = None

    def check_origin(self, origin: str) -> bool:
        """Accept our own pages only."""
        return self.is_own(origin)

    def on_message(self, message: str | bytes) -> None:
        """Shake hands; a page that was loaded before the newest build is told so at once, for it missed the message.

        Its version is what the script's address gave it, and what livereload's script gives back as ``snipver``.
        """
        super().on_message(message)
        said = json.loads(message)
        if said.get("command") == "hello":
            self._version = said.get("snipver", self.preview.version)
        elif said.get("command") == "info" and self._version != self.preview.version:
            self.send_message({"command": "reload", "path": "/", "liveCSS": False})
