"""A server of this machine whose answers are set by a test; the guards of fetching must be told to allow it."""

from __future__ import annotations

from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from generator.edge.public import IPAddress

PAGE = b"<!doctype html><title>Quay</title><p>The quay closed."


def loopback(address: IPAddress) -> bool:
    return address.is_loopback


class Answers(ThreadingHTTPServer):
    """A server whose answers are set by the test, and which counts who came."""

    answers: dict[str, Callable[[BaseHTTPRequestHandler], None]]
    asked: list[tuple[str, str]]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:  # the base class names it so
        assert isinstance(self.server, Answers)
        self.server.asked.append((self.headers["Host"], self.path))
        answer = self.server.answers.get(self.path)
        if answer:
            answer(self)
        else:
            self.send_error(404)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the base class names it so
        """Say nothing."""


def page(content: bytes = PAGE, kind: str = "text/html; charset=utf-8", **headers: str) -> Callable[[BaseHTTPRequestHandler], None]:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", kind)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(content)

    return answer


def moved(to: str, status: int = 302) -> Callable[[BaseHTTPRequestHandler], None]:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Location", to)
        handler.end_headers()

    return answer
