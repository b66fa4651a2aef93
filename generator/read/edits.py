"""One file of an editor's act (TOML between ``+++``, then a note in Markdown) → Edit.

In: the file. Out: the Edit; None where anything in it cannot be understood, for half an edit would say what nobody meant.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from typing import Any

from generator.model import codes, edtf
from generator.model.diagnostic import Checked, Diagnostic, Location, at, tell
from generator.model.edit import HEADLINE_LIMIT, Action, Edit, Fields, Selector
from generator.model.mention import Status
from generator.model.project import File
from generator.model.span import Source, Span
from generator.read import front_matter, text, toml
from generator.read.additions import Additions

NOTE_LIMIT = 20_000
"""Characters of a note; more is no note."""
TEXT_LIMIT = 3_000
"""Characters of a quote, or any other text of an edit; a sentence has about 200."""

_KEYS = ("action", "by", "at", "target", "was", "set", "correction", "reason", "own_reporting")
_TARGET = tuple(Selector.__slots__)
_NAMED_OTHERWISE = {"details": "fields"}
"""Fields of the model that a file names in the words of those who write it."""
_FIELDS = tuple(_NAMED_OTHERWISE.get(name, name) for name in Fields.__slots__)


def read(file: File) -> Checked[Edit | None]:
    """Read one edit.

    Returns:
        The edit, or None with UNKNOWN_SETTING, BAD_SETTING, BAD_EDIT, BAD_TOML, BAD_FRONT_MATTER or what
        :func:`generator.read.text.decoded` says, each at its line and column.
    """
    decoded = text.decoded(file, text.FORM_LIMIT)
    if decoded.value is None:
        return Checked(None, decoded.diagnostics)
    parted = front_matter.split(decoded.value)
    if parted.value is None:
        return Checked(None, parted.diagnostics)
    if parted.value.form != "toml":
        said = tell(codes.BAD_FRONT_MATTER, at(decoded.value, 0), "an edit begins with a line +++", reason="no TOML between +++ lines")
        return Checked(None, (said,))
    table = toml.parse(parted.value.head)
    if table.value is None:
        return Checked(None, table.diagnostics)
    form = _Form(table.value)
    edit = form.edit(_name(file.path), decoded.value, parted.value.body.text.strip())
    return Checked(None if form.said else edit, tuple(form.said))


def fields(values: Mapping[str, Any]) -> Checked[Fields]:
    """Read what is to be set of an event, given as an edit's table ``[set]`` has it: what is wrong is told without a place."""
    form = _Form(toml.Table(Source("", ""), {"set": dict(values)}))
    return Checked(form.fields("set"), tuple(form.said))


def _name(path: str) -> str:
    return path.rsplit("/", 1)[-1].removesuffix(".md")


_FIRST_YEAR, _LAST_YEAR = 1, 9999
"""Years in which no act was done: a moment in them may have no place in another zone."""


@dataclass(slots=True)
class _Form:
    """The table of one edit, read key by key; what is wrong with it is gathered in ``said``."""

    table: toml.Table
    said: list[Diagnostic] = field(default_factory=list)

    def edit(self, name: str, source: Source, note: str) -> Edit | None:
        """Return the edit that the table describes; worthless when something was said."""
        values = self.table.values
        self.said += self.table.unknown((), _KEYS)
        action, when = self._action(values.get("action")), self._when(values.get("at"))
        targets = self._targets(values.get("target", []))
        was, changes = (self.fields(name) for name in ("was", "set"))
        if len(note) > NOTE_LIMIT:
            self.said.append(tell(codes.TOO_LARGE, Location(source.path), size=len(note), limit=NOTE_LIMIT))
        if action is None or when is None:
            return None
        edit = Edit(
            name=name,
            source=source,
            action=action,
            at=when,
            by=self._text(("by",), values),
            targets=targets,
            was=was,
            set=changes,
            note=note,
            correction=self._correction(values.get("correction")),
            reason=self._text(("reason",), values),
            own_reporting=self._flag(("own_reporting",), values) or False,
            places=_places(self.table, source),
        )
        self._agree(edit)
        return edit

    def _wrong(self, path: tuple[str | int, ...], wanted: str, found: object) -> None:
        self.said.append(self.table.wrong(path, wanted, found))

    def _refuse(self, reason: str, *path: str | int, hint: str | None = None) -> None:
        self.said.append(tell(codes.BAD_EDIT, self.table.where(*path) if path else Location(self.table.source.path), hint, reason=reason))

    def _action(self, value: object) -> Action | None:
        if isinstance(value, str) and value in list(Action):
            return Action(value)
        if value is None:
            self._refuse("no action", hint='say what is done: action = "edit" (or hide, merge, split, add)')
        else:
            self._wrong(("action",), "“edit”, “hide”, “merge”, “split” or “add”", value)
        return None

    def _when(self, value: object) -> datetime | None:
        """Return the moment of the act; without a zone it counts as UTC, so that acts can always be ordered."""
        if isinstance(value, datetime) and _FIRST_YEAR < value.year < _LAST_YEAR:
            return value if value.tzinfo else value.replace(tzinfo=UTC)
        if isinstance(value, date) and not isinstance(value, datetime) and _FIRST_YEAR < value.year < _LAST_YEAR:
            return datetime.combine(value, time(), UTC)
        if value is None:
            self._refuse("no “at”", hint="say when it was done: at = 2021-12-08T18:40:00Z")
        else:
            self._wrong(("at",), "a date and time without quotes, such as 2021-12-08T18:40:00Z", value)
        return None

    def _targets(self, value: object) -> tuple[Selector, ...]:
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            self._wrong(("target",), "one or more tables headed [[target]]", value)
            return ()
        return tuple(self._target(number, each) for number, each in enumerate(value))

    def _target(self, number: int, values: dict[str, Any]) -> Selector:
        path = ("target", number)
        self.said += self.table.unknown(path, _TARGET, values)
        texts = {name: self._text((*path, name), values) for name in ("source", "exact", "said", "prefix", "suffix", "url")}
        start = values.get("start")
        if start is not None and (type(start) is not int or start < 0):
            self._wrong((*path, "start"), "a whole number, 0 or more", start)
        url = texts["url"]
        if url and not url.startswith(("https://", "http://")):
            self._wrong((*path, "url"), "an address that begins with https:// or http://", url)
        quoted = bool(texts["source"] and (texts["exact"] or "").strip())
        if not quoted and not url:
            self._refuse(
                "a target needs source and exact", *path, hint="name the article (its file without ending) and the words it is about"
            )
        return Selector(
            source=texts["source"],
            exact=texts["exact"] or "",
            said=texts["said"],
            prefix=texts["prefix"] or "",
            suffix=texts["suffix"] or "",
            start=start if type(start) is int else None,
            url=url,
        )

    def _text(self, path: tuple[str | int, ...], values: dict[str, Any]) -> str | None:
        value = values.get(str(path[-1]))
        if value is not None and not isinstance(value, str):
            self._wrong(path, "text between quotes", value)
            return None
        if value is not None and len(value) > TEXT_LIMIT:
            self._wrong(path, f"at most {TEXT_LIMIT} characters", value)
        return value

    def _flag(self, path: tuple[str | int, ...], values: dict[str, Any]) -> bool | None:
        value = values.get(str(path[-1]))
        if value is not None and not isinstance(value, bool):
            self._wrong(path, "true or false", value)
            return None
        return value

    def _correction(self, value: object) -> str | None:
        if value is None or isinstance(value, str):
            return value
        if not isinstance(value, dict):
            self._wrong(("correction",), "a table [correction] with text", value)
            return None
        self.said += self.table.unknown(("correction",), ("text",), value)
        words = self._text(("correction", "text"), value)
        if not words:
            self._refuse("a correction needs text", "correction")
        return words

    def fields(self, name: str) -> Fields:
        """Return the values of the table of that name."""
        values = self.table.values.get(name, {})
        if not isinstance(values, dict):
            self._wrong((name,), f"a table [{name}]", values)
            return Fields()
        self.said += self.table.unknown((name,), _FIELDS, values)
        more = Additions(self.table, self.said)
        readers: dict[str, Callable[[tuple[str, str], Any], object]] = {
            "date": self._date,
            "headline": self._headline,
            "status": self._status,
            "tags": self._tags,
            "media": more.media,
            "places": more.places,
            "fields": more.details,
            "follows": more.ids,
            "answers": more.ids,
        }
        inner = {name: field for field, name in _NAMED_OTHERWISE.items()}
        fields = Fields(background=self._flag((name, "background"), values), checked=self._flag((name, "checked"), values))
        given: dict[str, Any] = {inner.get(key, key): read((name, key), values[key]) for key, read in readers.items() if key in values}
        return replace(fields, **given)

    def _date(self, path: tuple[str, str], value: object) -> edtf.Edtf | None:
        if isinstance(value, (date, datetime)):
            value = (value.date() if isinstance(value, datetime) else value).isoformat()
        found = edtf.parse(value) if isinstance(value, str) else None
        if found is None:
            self._wrong(
                path,
                "an EDTF date such as “2021-12-08”, “2021-22” (summer), “2021-12-08/2021-12-10” or "
                "“[2021-12-08..2021-12-10]”, if need be after “early”, “late” or “by”",
                value,
            )
        return found

    def _headline(self, path: tuple[str, str], value: object) -> str | None:
        words = " ".join(value.split()) if isinstance(value, str) else ""
        if not 0 < len(words) <= HEADLINE_LIMIT:
            self._wrong(path, f"a line of text of at most {HEADLINE_LIMIT} characters", value)
        return words or None

    def _status(self, path: tuple[str, str], value: object) -> Status | None:
        if isinstance(value, str) and value in list(Status):
            return Status(value)
        self._wrong(path, "“happened”, “ongoing”, “planned” or “expected”", value)
        return None

    def _tags(self, path: tuple[str, str], value: object) -> tuple[str, ...] | None:
        if isinstance(value, list) and all(isinstance(each, str) and each.strip() for each in value):
            return tuple(dict.fromkeys(" ".join(each.split()) for each in value))
        self._wrong(path, 'a list of texts: ["Ukraine"]', value)
        return None

    def _agree(self, edit: Edit) -> None:
        """Say what does not fit together."""
        quotes = sum(bool(target.exact or target.url) for target in edit.targets)
        if edit.action is Action.ADD:
            if edit.set.date is None or edit.set.headline is None:
                self._refuse("an added event needs a date and a headline", "set", hint='[set] date = "2021-12-08" and headline = "…"')
        elif edit.action is Action.MERGE and quotes < 2:
            self._refuse("a merge names two events or more", "action", hint="give a [[target]] for each; the first one stays")
        elif quotes < 1:
            self._refuse("no target", "action", hint="say which words the edit is about: [[target]] with source and exact")
        nothing = not (edit.set.named() or edit.note or edit.correction)
        if edit.action is Action.EDIT and nothing:
            self._refuse("the edit changes nothing", "action", hint="give it a [set], a [correction] or a note")


def _places(table: toml.Table, source: Source) -> tuple[tuple[str, Span], ...]:
    """Return where each key stands in the whole file; the front matter's lines begin below its first fence."""
    shift = source.text.find("\n") + 1
    return tuple((".".join(map(str, path)), span.moved(shift)) for path, span in table.places.items())
