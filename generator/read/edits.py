"""One file of an editor's act (TOML between ``+++``, then a note in Markdown) → Edit.

In: the file. Out: the Edit; None where anything in it cannot be understood, for half an edit would say what nobody meant.
"""

from __future__ import annotations

from generator.model import codes
from generator.model.diagnostic import Checked, Location, at, tell
from generator.model.edit import Edit
from generator.model.project import File
from generator.model.span import Source, Span
from generator.read import front_matter, text, toml
from generator.read.form import filled

NOTE_LIMIT = 20_000
"""Characters of a note; more is no note."""


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
    body = parted.value.body.text.strip()
    if len(body) > NOTE_LIMIT:
        return Checked(None, (tell(codes.TOO_LARGE, Location(file.path), size=len(body), limit=NOTE_LIMIT),))
    places = _places(table.value, decoded.value)
    edit = filled(table.value, Edit, name=_name(file.path), source=decoded.value, note=body, places=places)
    return Checked(None if edit.diagnostics else edit.value, edit.diagnostics)


def _name(path: str) -> str:
    return path.rsplit("/", 1)[-1].removesuffix(".md")


def _places(table: toml.Table, source: Source) -> tuple[tuple[str, Span], ...]:
    """Return where each key stands in the whole file; the front matter's lines begin below its first fence."""
    shift = source.text.find("\n") + 1
    return tuple((".".join(map(str, path)), span.moved(shift)) for path, span in table.places.items())
