"""``permalinks.json`` → Permalinks, and back: what was once published, so that no address ever leads nowhere.

The file is written by `publish` alone, one line per event, so that a history shows what was added.
"""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

from generator.model import codes
from generator.model.diagnostic import Checked, Location, tell
from generator.model.permalink import Change, Permalink, Permalinks, Publication
from generator.model.project import File

VERSION = 1
_ADDRESS = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?")
_PROJECT = re.compile(r"[0-9A-Za-z-]{0,64}")
_PAGE = re.compile(r"(?:[A-Za-z0-9_-]+/)+index\.html")


def permalinks(file: File | None) -> Checked[Permalinks]:
    """Read what was once published; nothing, with BAD_PERMALINKS, where the file is not as `publish` writes it."""
    if file is None:
        return Checked(Permalinks())
    try:
        said = json.loads(file.content)
        if said["version"] != VERSION:
            return Checked(Permalinks(), (tell(codes.BAD_PERMALINKS, Location(file.path), reason=f"version {said['version']!r}"),))
        events = tuple(_event(name, each) for name, each in said["events"].items())
        pages = tuple(_page(each) for each in said.get("pages", ()))
        publications = tuple(_publication(each) for each in said["publications"])
        return Checked(Permalinks(events, publications, pages, _project(said.get("project", ""))))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        reason = f"{type(error).__name__}: {error}" if isinstance(error, ValueError) else f"something is missing ({error})"
        return Checked(Permalinks(), (tell(codes.BAD_PERMALINKS, Location(file.path), reason=reason),))


def written(links: Permalinks) -> bytes:
    r"""Write permalinks as JSON.

    >>> permalinks(File("permalinks.json", written(Permalinks()))).value == Permalinks()
    True
    """
    events = ",\n".join(f"  {_json(each.id)}: {_json(_event_value(each))}" for each in links.events)
    publications = ",\n".join(f"  {_json(_publication_value(each))}" for each in links.publications)
    pages = ",\n".join(f"  {_json(each)}" for each in links.pages)
    whose = [f' "project": {_json(links.project)}'] if links.project else []
    parts = [*whose, f' "events": {{\n{events}\n }}', f' "pages": [\n{pages}\n ]', f' "publications": [\n{publications}\n ]']
    return ("{" + f'"version": {VERSION},\n' + ",\n".join(parts) + "}\n").encode()


def is_page(path: str) -> bool:
    """Tell whether a path is one of a page that can be remembered: plain names that stay inside the site.

    >>> is_page("tag/storm/index.html"), is_page("../index.html")
    (True, False)
    """
    return _PAGE.fullmatch(path) is not None


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _event_value(each: Permalink) -> dict[str, object]:
    gone = {"gone": each.gone.isoformat()} if each.gone else {}
    address = {"address": each.address} if each.address else {}
    told = {"headline": each.headline, "date": each.when, "status": each.status, "checked": each.checked}
    return {**address, **told, "aliases": list(each.aliases), **gone}


def _event(name: str, value: dict[str, Any]) -> Permalink:
    return Permalink(
        id=_text(name),
        headline=_text(value["headline"]),
        when=_text(value["date"]),
        status=_text(value["status"]),
        checked=value["checked"] is True,
        aliases=tuple(_text(each) for each in value["aliases"]),
        gone=date.fromisoformat(value["gone"]) if "gone" in value else None,
        address=_address(value.get("address", "")),
    )


def _publication_value(each: Publication) -> dict[str, object]:
    changed = [[change.id, change.field, change.was, change.now] for change in each.changed]
    return {"day": each.day.isoformat(), "new": list(each.new), "changed": changed, "gone": list(each.gone)}


def _publication(value: dict[str, Any]) -> Publication:
    return Publication(
        day=date.fromisoformat(value["day"]),
        new=tuple(_text(each) for each in value["new"]),
        changed=tuple(Change(*(_text(part) for part in each)) for each in value["changed"]),
        gone=tuple(_text(each) for each in value["gone"]),
    )


def _page(value: object) -> str:
    """Return the path of a page, which a build will write: it stays inside the site, whoever made the file."""
    if not is_page(_text(value)):
        raise ValueError(f"{value!r} is no page of a site")
    return _text(value)


def _address(value: object) -> str:
    """Return the words of an address, which become part of a path."""
    if not _ADDRESS.fullmatch(_text(value)):
        raise ValueError(f"{value!r} are no words of an address")
    return _text(value)


def _project(value: object) -> str:
    """Return the id of a project, which becomes part of what is published."""
    if not _PROJECT.fullmatch(_text(value)):
        raise ValueError(f"{value!r} is no id of a project")
    return _text(value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value
