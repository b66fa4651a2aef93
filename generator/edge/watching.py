"""Folders in, a call at every save out: livereload's watcher, driven by the system's own events instead of polling."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from livereload.watcher import Watcher
from watchfiles import Change, watch

GROUPED, QUIET = 30, 5
"""Milliseconds: changes are told together for this long at most, and after this long without another."""
IDLE = 200
"""Milliseconds after which the watcher looks up from waiting."""
ENDING = 5.0
"""Seconds for which its end is waited for."""
_LINKS = 40
"""Links that one path may lead through, as many as systems allow: more are a circle."""


class EventWatcher(Watcher):  # type: ignore[misc]
    """Tells a callback of changed files as soon as the system does. Its thread calls; the callback decides where to go on."""

    def __init__(self, places: Callable[[], Iterable[Path]], changed: Callable[[frozenset[str]], None]) -> None:
        """Watch the folders that *places* names, asked again after every change so that new folders are watched too."""
        super().__init__()
        self._places = places
        self._changed = changed
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="watching", daemon=True)

    def start(self, _callback: Callable[[], None]) -> bool:
        """Start watching; True tells livereload not to poll."""
        self._thread.start()
        return True

    def stop(self) -> None:
        """Stop watching, and wait for it: a thread that waits in native code while Python ends can bring the process down."""
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join(ENDING)

    def examine(self) -> tuple[None, None]:
        """Nothing to examine: changes are told, not looked for."""
        return None, None

    def _run(self) -> None:
        while not self._ended.is_set():
            grown = True  # what came before the folder was watched, or while the first build was made, was not seen
            folders = self._present()
            with suppress(FileNotFoundError):  # a folder went away before it was watched: look again
                for changes in self._watched(folders):
                    if changes or grown:
                        self._changed(frozenset(path for _, path in changes))
                    grown = False
                    if changes and self._present() != folders:
                        break

    def _present(self) -> list[str]:
        """The folders that are there, each where it is in truth, and those in which the links stand that they or their files are."""
        return sorted({str(place) for folder in self._places() if folder.is_dir() for place in _with_links(folder)})

    def _watched(self, folders: list[str]) -> Iterator[set[tuple[Change, str]]]:
        """Yield changes as they come, and nothing now and then: so the first yield tells that watching has begun."""
        return watch(
            *folders,
            recursive=False,
            debounce=GROUPED,
            step=QUIET,
            rust_timeout=IDLE,
            yield_on_timeout=True,
            stop_event=self._ended,
            watch_filter=worth_a_build,
            raise_interrupt=False,
        )


def _with_links(folder: Path) -> Iterator[Path]:
    """Yield a folder without the links that lead to it, and whatever folder a change in which has it or its files mean something else."""
    real = folder.resolve()
    yield real
    yield from _led_through(folder)
    with suppress(OSError):
        for each in real.iterdir():
            if each.is_symlink():
                yield from _led_through(each)


def _led_through(path: Path) -> Iterator[Path]:
    """Yield the folders in which the links stand that a path leads through, and the one in which it ends, though nothing be there yet."""
    place = Path(os.path.abspath(path))  # noqa: PTH100 - without following a link: each is to be seen
    for _ in range(_LINKS):
        link = next((each for each in (*reversed(place.parents), place) if each.is_symlink()), None)
        if link is None:
            break
        yield link.parent
        place = Path(os.path.abspath(link.parent / link.readlink() / place.relative_to(link)))  # noqa: PTH100
    if place.parent.is_dir():
        yield place.parent


def worth_a_build(_change: Change, path: str) -> bool:
    """Tell whether a changed file can matter: not dotfiles, nor what editors put beside the file they save."""
    name = Path(path).name
    return not name.startswith((".", "#")) and not name.endswith(("~", ".swp", ".swx", ".tmp", ".part")) and name != "4913"
