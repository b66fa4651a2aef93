"""Is a text in the project already? By its address, word for word, or nearly so, as papers print the reports of agencies.

In: the articles' folder. Out: the name under which a text is frozen, if it is.
"""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache
from hashlib import blake2b
from heapq import nsmallest
from pathlib import Path

from generator.edge.plain import content_of, form_of
from generator.read.page.origin import same_page

_RUN = 6
"""Words of the runs that texts are compared by."""
_SKETCH = 64
"""How many runs, those of the least hashes, stand for a text."""
_NEAR = 0.6
"""The part of these that two copies share; reports on one matter share below a tenth."""
_LEAST = 60
"""Words of a text that can be told from others."""
_COPIES = frozenset({".txt", ".md", ".markdown"})


class Twins:
    """What is frozen in a folder, read once, and kept up as articles are added."""

    def __init__(self, folder: Path) -> None:
        """Read the addresses and texts of a folder."""
        self._urls: dict[str, str] = {}
        self._texts: dict[str, str] = {}
        self._sketches: dict[str, frozenset[int]] = {}
        for path in sorted(folder.glob("*")) if folder.is_dir() else ():
            if path.suffix == ".toml":
                self.keep(path.stem, url=form_of(path).get("url"))
            elif path.suffix.lower() in _COPIES:
                with suppress(OSError, UnicodeDecodeError):
                    self.keep(path.stem, text=content_of(path).decode())

    def keep(self, name: str, *, url: object = None, text: str = "") -> None:
        """Take an article up."""
        if isinstance(url, str) and url:
            self._urls.setdefault(same_page(url), name)
        if text:
            self._texts.setdefault(_plain(text), name)
            self._sketches[name] = _sketch(text)

    def of_url(self, url: str | None) -> str | None:
        """Return the name of the article that stands at an address, whatever the form of it."""
        return self._urls.get(same_page(url)) if url else None

    def of_text(self, text: str) -> str | None:
        """Return the name of the article with this text."""
        return self._texts.get(_plain(text))

    def near(self, text: str) -> str | None:
        """Return the name of the article with nearly this text."""
        ours = _sketch(text)
        if not ours:
            return None
        shares = {name: len(ours & theirs) / _SKETCH for name, theirs in self._sketches.items() if theirs}
        best = max(shares, key=lambda name: shares[name], default=None)
        return best if best is not None and shares[best] >= _NEAR else None


def _plain(text: str) -> str:
    return blake2b(" ".join(text.split()).encode(), digest_size=16).hexdigest()


@lru_cache(maxsize=2)
def _sketch(text: str) -> frozenset[int]:
    words = re.findall(r"\w+", text.lower())
    if len(words) < _LEAST:
        return frozenset()
    runs = {" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
    return frozenset(nsmallest(_SKETCH, (int.from_bytes(blake2b(run.encode(), digest_size=8).digest()) for run in runs)))
