"""A page of the plan, a file of the output, and the site: all its files, each made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.model.diagnostic import Checked, Diagnostic


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be rendered: its path in the site (``event/e-1/index.html``), its template, and what the template is given."""

    path: str
    template: str
    context: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site: path with forward slashes, relative to the output folder, and its bytes."""

    path: str
    content: bytes


Maker = Callable[[], Checked[bytes | None]]
"""Makes one file; None where that fails. Pure: called twice, it makes the same bytes."""


Spread = Callable[[Callable[[str], Checked[bytes | None]], tuple[str, ...]], Iterable[Checked[bytes | None]]]


class Site(Mapping[str, bytes]):
    """The files of a site by path, each made whenever it is asked for: a build asks for all of them, a preview for what is looked at.

    Nothing that was made is kept. A file that fails is named, but cannot be had (``KeyError``).
    """

    def __init__(self, makers: Mapping[str, Maker], said: Iterable[Diagnostic] = ()) -> None:
        """*said* is what there is to say whatever is asked for."""
        self._makers = dict(sorted(makers.items()))
        self._said = dict.fromkeys(said)

    @property
    def said(self) -> tuple[Diagnostic, ...]:
        """What there is to say of the site and of those of its files that were made so far, each once."""
        return tuple(self._said)

    def __getitem__(self, path: str) -> bytes:
        """Make one file."""
        made = self._make(path)
        self._said.update(dict.fromkeys(made.diagnostics))
        if made.value is None:
            raise KeyError(path)
        return made.value

    def _make(self, path: str) -> Checked[bytes | None]:
        return self._makers[path]()

    def __contains__(self, path: object) -> bool:
        """Tell whether a file is named, without making it."""
        return path in self._makers

    def __iter__(self) -> Iterator[str]:
        """Name the files, in order."""
        return iter(self._makers)

    def __len__(self) -> int:
        """Count the files that are named."""
        return len(self._makers)

    def outputs(self, spread: Spread = map) -> Iterator[Output]:
        """Make one file after the other; those that fail are left out.

        *spread* applies a function to every path, and gives the results in the same order: ``map``, or the processes of a machine.
        """
        for path, made in zip(self._makers, spread(self._make, tuple(self._makers)), strict=True):
            self._said.update(dict.fromkeys(made.diagnostics))
            if made.value is not None:
                yield Output(path, made.value)

    def whole(self) -> Checked[tuple[Output, ...]]:
        """Make all files, and return them with all that there is to say."""
        made = tuple(self.outputs())
        return Checked(made, self.said)
