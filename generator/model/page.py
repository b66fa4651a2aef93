"""A page of the plan, and a file of the output."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


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
