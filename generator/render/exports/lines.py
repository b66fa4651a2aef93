"""JSON with one item of each list on a line: quick to write, and a change shows as one line of a diff. In: a mapping. Out: bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import Any


def json_lines(value: Mapping[str, Any]) -> bytes:
    r"""Return an object; its own lists have an item a line, and so have iterators, of which no more than one item is held at a time.

    >>> json_lines({"version": 1, "events": iter([{"id": "a"}, {"id": "b"}])}).decode()
    '{\n"version": 1,\n"events": [\n{"id":"a"},\n{"id":"b"}\n]\n}\n'
    """
    written = BytesIO()
    for number, (name, each) in enumerate(value.items()):
        written.write(f"{',' if number else '{'}\n{_dumped(name)}: ".encode())
        if isinstance(each, list | Iterator):
            _write_list(each, written)
        else:
            written.write(_dumped(each).encode())
    written.write(b"\n}\n" if value else b"{\n\n}\n")
    return written.getvalue()


def json_list(items: list[Any]) -> bytes:
    """Return a list with an item a line."""
    written = BytesIO()
    _write_list(items, written)
    written.write(b"\n")
    return written.getvalue()


def _write_list(items: Iterable[Any], written: BytesIO) -> None:
    written.write(b"[")
    between = end = b""
    for item in items:
        written.write(between + b"\n" + _dumped(item).encode())
        between, end = b",", b"\n"
    written.write(end + b"]")


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
