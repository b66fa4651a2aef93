"""What an edit adds to an event besides words → Media, Places, Details and ids of other events; what is wrong is told where it stands.

In: a table of the edit and the values of one key. Out: the nouns; None, with BAD_SETTING, BAD_EDIT or UNKNOWN_SETTING in ``said``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from generator.model import codes
from generator.model.additions import Detail, Medium, Place
from generator.model.diagnostic import Diagnostic, tell
from generator.read import toml

MOST, LONGEST = 20, 1_000
"""Pictures, places or details of one event; characters of what is said of a picture."""
LONGEST_DETAIL = 300
_MEDIUM, _PLACE = tuple(Medium.__slots__), ("name", "latitude", "longitude")
_FILE = re.compile(r"(?:[^/\\:\x00-\x1f.][^/\\:\x00-\x1f]*/)*[^/\\:\x00-\x1f.][^/\\:\x00-\x1f]*\.(?:jpe?g|png|webp|gif)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s\"<>\\]+", re.IGNORECASE)
_ID = re.compile(r"e-[0-9A-Za-z-]{1,80}")
Path = tuple[str | int, ...]


@dataclass(slots=True)
class Additions:
    """Reads the additions of one edit; what is wrong with them is gathered in ``said``."""

    table: toml.Table
    said: list[Diagnostic]

    def media(self, path: Path, value: object) -> tuple[Medium, ...] | None:
        """Read a list of tables: ``[[set.media]]``."""
        if not (isinstance(value, list) and len(value) <= MOST and all(isinstance(each, dict) for each in value)):
            self._wrong(path, f"at most {MOST} tables headed [[{'.'.join(map(str, path))}]]", value)
            return None
        found = [self._medium((*path, number), each) for number, each in enumerate(value)]
        return tuple(each for each in found if each)

    def _medium(self, path: Path, values: dict[str, Any]) -> Medium | None:
        self.said += self.table.unknown(path, _MEDIUM, values)
        texts = {name: self._line((*path, name), values.get(name, "")) for name in _MEDIUM}
        if None in texts.values():
            return None
        made = Medium(**{name: text or "" for name, text in texts.items()})
        if made.file and not _FILE.fullmatch(made.file):
            self._wrong((*path, "file"), "the name of a .jpg, .png, .webp or .gif in pictures/", made.file)
            return None
        if made.link and not _ADDRESS.fullmatch(made.link):
            self._wrong((*path, "link"), "an address that begins with https:// or http://", made.link)
            return None
        if not made.file and not made.link:
            self._refuse(path, "a picture needs a file, a film or post a link", 'file = "quay.jpg" (in pictures/), or link = "https://…"')
            return None
        if made.file and not (made.alt and made.credit):
            self._refuse(
                path, "a picture needs alt and credit", "alt says what is to be seen, for those who do not see it; credit whose it is"
            )
            return None
        return made

    def places(self, path: Path, value: object) -> tuple[Place, ...] | None:
        """Read a list of names, or of tables with degrees too."""
        if not isinstance(value, list) or len(value) > MOST:
            self._wrong(
                path, f'a list of at most {MOST} places: ["Orsk"], or [{{ name = "Orsk", latitude = 51.2, longitude = 58.6 }}]', value
            )
            return None
        found = [self._place((*path, number), each) for number, each in enumerate(value)]
        return tuple(each for each in found if each)

    def _place(self, path: Path, value: object) -> Place | None:
        values = {"name": value} if isinstance(value, str) else value
        if not isinstance(values, dict):
            self._wrong(path, "a name, or a table with name, latitude and longitude", value)
            return None
        self.said += self.table.unknown(path, _PLACE, values)
        name = self._line((*path, "name"), values.get("name", ""))
        if not name:
            self._refuse(path, "a place needs a name")
            return None
        north, east = (_degrees(values.get(each), most) for each, most in (("latitude", 90), ("longitude", 180)))
        given = ("latitude" in values) + ("longitude" in values)
        if given and (given == 1 or north is None or east is None):
            self._wrong(path, "latitude (-90 to 90, north) and longitude (-180 to 180, east), in degrees", value)
            return None
        return Place(name, north, east)

    def details(self, path: Path, value: object) -> tuple[Detail, ...] | None:
        """Read a table of texts and numbers: ``[set.fields]``."""
        if not isinstance(value, dict) or len(value) > MOST:
            self._wrong(path, 'a table of texts and numbers: { casualties = "about 30" }', value)
            return None
        found = [Detail(name, text) for name, each in value.items() if (text := self._detail((*path, name), each)) is not None]
        return tuple(found)

    def _detail(self, path: Path, value: object) -> str | None:
        text = str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value
        if not isinstance(text, str) or len(text) > LONGEST_DETAIL:
            self._wrong(path, f"text of at most {LONGEST_DETAIL} characters, or a number", value)
            return None
        return " ".join(text.split())

    def ids(self, path: Path, value: object) -> tuple[str, ...] | None:
        """Read a list of ids of events."""
        if isinstance(value, list) and len(value) <= MOST and all(isinstance(each, str) and _ID.fullmatch(each) for each in value):
            return tuple(dict.fromkeys(value))
        self._wrong(path, 'a list of the ids of events, as their pages cite them: ["e-76ea0f21c3"]', value)
        return None

    def _line(self, path: Path, value: object) -> str | None:
        if isinstance(value, str) and len(value) <= LONGEST:
            return " ".join(value.split())
        self._wrong(path, f"text of at most {LONGEST} characters", value)
        return None

    def _wrong(self, path: Path, wanted: str, found: object) -> None:
        self.said.append(self.table.wrong(path, wanted, found))

    def _refuse(self, path: Path, reason: str, hint: str | None = None) -> None:
        self.said.append(tell(codes.BAD_EDIT, self.table.where(*path), hint, reason=reason))


def _degrees(value: object, most: int) -> float | None:
    """Return degrees, unless they are none."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not -most <= value <= most:
        return None
    return float(value)
