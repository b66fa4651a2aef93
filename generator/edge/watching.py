"""Folders in, a call at every save out: livereload's watcher, driven by the system's own events instead of polling."""

from __future__ import annotations

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
        """The folders that are there, and those in which the files stand that links in them lead to."""
        folders = {place for place in self._places() if place.is_dir()}
        return sorted({str(place) for folder in folders for place in (folder, *_led_to(folder))})

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


def _led_to(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        for each in folder.iterdir():
            if each.is_symlink() and each.is_file():
                yield each.resolve().parent


def worth_a_build(_change: Change, path: str) -> bool:
    """Tell whether a changed file can matter: not dotfiles, nor what editors put beside the file they save."""
    name = Path(path).name
    return not name.startswith((".", "#")) and not name.endswith(("~", ".swp", ".swx", ".tmp", ".part")) and name != "4913"
