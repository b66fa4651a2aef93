"""Pictures taken into a project: one by its path or address, or those that a sheet shows. Only what somebody asked for is fetched.

In: paths and addresses, or edits with their Exhibits. Out: the names of files in ``pictures/``; edits that show them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from generator.edge.fetch import fetch
from generator.edge.files import inside
from generator.edge.picture_folder import keep, name_of
from generator.edge.plain import content_of
from generator.edge.sheet_file import is_address
from generator.edge.theme import PICTURES
from generator.model.additions import Medium
from generator.model.codes import BAD_PICTURE, CANNOT_WRITE
from generator.model.diagnostic import Checked, Diagnostic, Location, tell
from generator.model.edit import Edit
from generator.model.sheet_codes import DOUBTFUL_ROW
from generator.read.sheets.row import Exhibit
from generator.render.pictures import FORMATS, measured

_KINDS = tuple(f"image/{name.lower()}" for name in FORMATS)
_WANTED = "a picture needs an alt text (or a caption) and a credit"


def kept(source: str, project: Path) -> Checked[str | None]:
    """Put one picture into the project; return its name, or None and why it cannot be used."""
    content = _content(source)
    if content.value is None:
        return Checked(None, content.diagnostics)
    size = measured(content.value)
    if isinstance(size, str):
        return Checked(None, (tell(BAD_PICTURE, Location(source), file=source, reason=size),))
    try:
        return Checked(keep(project, name_of(source, size.ending), content.value))
    except OSError as error:
        return Checked(None, (tell(CANNOT_WRITE, Location("pictures"), folder="pictures", reason=error.strerror),))


def _content(source: str) -> Checked[bytes | None]:
    if is_address(source.lower()):
        found = fetch(source, kinds=_KINDS)
        return Checked(found.value.content if found.value else None, found.diagnostics)
    try:
        return Checked(content_of(Path(source)))
    except OSError as error:
        return Checked(None, (tell(BAD_PICTURE, Location(source), file=source, reason=error.strerror),))


def with_pictures(
    edits: Sequence[Edit], exhibits: Mapping[str, tuple[Exhibit, ...]], sheet: str, project: Path, *, fetched: bool
) -> Checked[list[Edit]]:
    """Return the edits of a sheet's rows with the pictures that they show taken into the project.

    Args:
        edits: one for each new row.
        exhibits: what the row shows, by the name of its edit.
        sheet: the sheet's path or address; pictures that it names lie beside it, in ``pictures/`` there, or in the project's already.
        project: the project's folder.
        fetched: whether pictures are fetched that are named by their address.

    Returns:
        The edits; DOUBTFUL_ROW for each picture that is not taken, which then is a link, or a name that stays in the edit.
    """
    said: list[Diagnostic] = []
    made = []
    for edit in edits:
        media = [_taken(each, sheet, project, said, fetched=fetched) for each in exhibits.get(edit.name, ())]
        made.append(replace(edit, set=replace(edit.set, media=tuple(media))) if media else edit)
    return Checked(made, tuple(said))


def _taken(exhibit: Exhibit, sheet: str, project: Path, said: list[Diagnostic], *, fetched: bool) -> Medium:
    """Return what an edit says of an exhibit: with its picture's file where that could be had."""
    medium, picture = exhibit.medium, exhibit.picture
    shown = replace(medium, alt=medium.alt or medium.caption)
    if not picture or (is_address(picture) and not fetched):
        return medium
    if not (shown.alt and shown.credit):
        said.append(tell(DOUBTFUL_ROW, Location(sheet), None, reason=f"{picture} is not taken: {_WANTED}"))
        return medium
    if (project / PICTURES / picture).is_file() and inside(project.resolve(), (project / PICTURES / picture).resolve()):
        return replace(shown, file=picture)
    found = kept(picture, project) if is_address(picture) else _beside(picture, sheet, project)
    if found.value is not None:
        return replace(shown, file=found.value)
    reason = "; ".join(each.message for each in found.diagnostics)
    hint = None if is_address(picture) else f"put it into {PICTURES}/ under that name"
    said.append(tell(DOUBTFUL_ROW, Location(sheet), hint, reason=f"{picture} is not taken: {reason}"))
    return medium if is_address(picture) else replace(shown, file=picture)


def _beside(picture: str, sheet: str, project: Path) -> Checked[str | None]:
    """Take a picture that lies beside a sheet; what a link leads to elsewhere is left."""
    folder = Path(sheet).parent.resolve()
    places = () if is_address(sheet) else (folder / picture, folder / PICTURES / picture)
    found = next((path for path in places if path.is_file() and path.resolve().is_relative_to(folder)), None)
    if found is None:
        return Checked(None, (tell(BAD_PICTURE, Location(picture), file=picture, reason="there is no such file beside the sheet"),))
    return kept(str(found), project)
