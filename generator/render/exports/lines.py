"""JSON with one item of each list on a line: quick to write, and a change shows as one line of a diff. In: a mapping. Out: bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def json_lines(value: Mapping[str, Any]) -> bytes:
    r"""Return an object; its own lists have an item a line.

    >>> json_lines({"version": 1, "events": [{"id": "a"}, {"id": "b"}]}).decode()
    '{\n"version": 1,\n"events": [\n{"id":"a"},\n{"id":"b"}\n]\n}\n'
    """
    parts = [f"{_dumped(name)}: {_list(each) if isinstance(each, list) else _dumped(each)}" for name, each in value.items()]
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def json_list(items: list[Any]) -> bytes:
    """Return a list with an item a line."""
    return (_list(items) + "\n").encode()


def _list(items: list[Any]) -> str:
    return "[\n" + ",\n".join(map(_dumped, items)) + "\n]" if items else "[]"


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
