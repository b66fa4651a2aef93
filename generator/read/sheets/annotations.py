"""Annotations in JSON → what their authors marked and wrote: W3C Web Annotation (a collection, a page, a list), or Hypothes.is's API.

In: the text. Out: Marked for each annotation with a comment or a tag; Unfit or Passed for the others. Formats: https://www.w3.org/TR/annotation-model/
and the answer of Hypothes.is's ``/api/search``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.read.sheets.row import Passed, Unfit

_COMMENTING = {"commenting", "editing", "replying", "questioning", ""}
_TAGGING = "tagging"


@dataclass(frozen=True, slots=True)
class Annotated:
    """Words of a source that somebody marked, and what they wrote to them. ``number`` is that of the annotation in its file."""

    number: int
    source: str
    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    comment: str = ""
    tags: tuple[str, ...] = ()


def marks_of(text: str) -> tuple[Annotated | Unfit | Passed, ...] | None:
    """Return the annotations of a text; None where it holds none in any form that is known.

    >>> marks_of('{"rows": [{"uri": "https://v.example/", "text": "So?", "target": [{"selector": [{"type": "TextQuoteSelector", '
    ...          '"exact": "it sank"}]}]}]}')[0].exact
    'it sank'
    """
    try:
        found = _listed(json.loads(text))
    except (ValueError, RecursionError, AttributeError, TypeError):
        return None
    return None if found is None else tuple(_each(found))


def _listed(value: Any) -> Sequence[Any] | None:
    """Return the list of annotations that a file holds."""
    if isinstance(value, list):
        return value if any(_is_annotation(each) for each in value) else None
    if "rows" in value:
        return list(value["rows"])
    if _is_annotation(value):
        return [value]
    items = value.get("items") or (value.get("first") or {}).get("items")
    return list(items) if isinstance(items, list) and any(map(_is_annotation, items)) else None


def _is_annotation(value: Any) -> bool:
    return isinstance(value, dict) and (value.get("type") == "Annotation" or ("target" in value and "uri" in value))


def _each(found: Sequence[Any]) -> Iterator[Annotated | Unfit | Passed]:
    bare = 0
    for number, value in enumerate(found, 1):
        try:
            marked = _marked(number, value)
        except (AttributeError, TypeError, KeyError, IndexError):
            yield Unfit(number, "this is no annotation")
            continue
        if not marked.exact.strip():
            yield Unfit(number, "this annotation quotes no words")
        elif not (marked.comment or marked.tags):
            bare += 1
        else:
            yield marked
    if bare:
        yield Passed(0, f"{bare} annotations without a comment or a tag")


def _marked(number: int, value: Mapping[str, Any]) -> Annotated:
    target = value["target"]
    target = target[0] if isinstance(target, list) else target
    target = {"source": target} if isinstance(target, str) else target
    given = target.get("selector") or []
    selectors = {each.get("type"): each for each in (given if isinstance(given, list) else [given])}
    quote, position = selectors.get("TextQuoteSelector", {}), selectors.get("TextPositionSelector", {})
    start = position.get("start")
    comments, tags = _bodies(value)
    return Annotated(
        number,
        str(target.get("source") or value.get("uri") or ""),
        str(quote.get("exact") or ""),
        str(quote.get("prefix") or ""),
        str(quote.get("suffix") or ""),
        start if type(start) is int and start >= 0 else None,
        "\n\n".join(comments),
        tuple(dict.fromkeys(tags)),
    )


def _bodies(value: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Return the comments and the tags of an annotation."""
    given = value.get("body", value.get("bodyValue")) or []
    bodies = given if isinstance(given, list) else [given]
    comments, tags = [str(value.get("text") or "").strip()], [str(tag).strip() for tag in value.get("tags") or []]
    for body in bodies:
        words, purpose = (body, "") if isinstance(body, str) else (str(body.get("value") or ""), str(body.get("purpose") or ""))
        if purpose == _TAGGING:
            tags.append(words.strip())
        elif purpose in _COMMENTING:
            comments.append(words.strip())
    return [each for each in comments if each], [each for each in tags if each]
