"""Requests to edit: only those that a page of this preview made for the person who was given its address.

"It is only local" is no guard: any web page can send a request to a local port. So, on every route: the Host and Origin of the preview
(as for all its routes), the browser's own word that the same site asks, and a token that only the printed address holds; on writes
JSON alone, which a foreign form cannot send.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from tornado import web

from generator.desk.sitting import Sitting
from generator.edge.preview import Guarded

TOKEN = "X-Dateline-Token"  # noqa: S105 - the name of a header
LARGEST = 262_144


def pass_of(token: str) -> str:
    """Return the cookie by which a browser may read: made from a token, and of no use for writing."""
    return sha256(f"reading {token}".encode()).hexdigest()


class EditingRoute(Guarded):
    """A route of the editor, behind all guards."""

    asks_for_admission = False
    sitting: Sitting

    def initialize(self, sittings: Mapping[str, Sitting]) -> None:
        """Take the editors' sittings, each by its token."""
        self._sittings = sittings

    def prepare(self) -> None:
        """Refuse what does not come from a page of this preview that holds a token; the token tells whose sitting it is."""
        super().prepare()
        if self.request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
            raise web.HTTPError(403)
        given = self.request.headers.get(TOKEN, "").encode()
        found = [sitting for token, sitting in self._sittings.items() if hmac.compare_digest(given, token.encode())]
        if not found:
            raise web.HTTPError(401)
        self.sitting = found[0]
        if self.request.method == "POST":
            self._check_write()

    def _check_write(self) -> None:
        origin = self.request.headers.get("Origin")
        if origin is None or not self.is_own(origin):
            raise web.HTTPError(403)  # browsers always name it on a POST
        if self.request.headers.get("Content-Type", "").partition(";")[0].strip().lower() != "application/json":
            raise web.HTTPError(415)

    def body(self) -> dict[str, Any]:
        """Return the JSON object that was sent."""
        if len(self.request.body) > LARGEST:
            raise web.HTTPError(413)
        try:
            given = json.loads(self.request.body)
        except (ValueError, RecursionError) as error:
            raise web.HTTPError(400) from error
        if not isinstance(given, dict):
            raise web.HTTPError(400)
        return given

    def answer(self, values: dict[str, Any], status: int = 200) -> None:
        """Answer with JSON."""
        self.set_status(status)
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.finish(json.dumps(values, ensure_ascii=False).encode(errors="replace"))
