"""Fetching as a guest: robots.txt is asked, cookies live within one fetch, a busy site is asked again when it says."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from generator.edge.cookies import Cookies
from generator.edge.fetch import fetch, robots_of
from generator.edge.public import IPAddress

Answer = tuple[int, dict[str, str], bytes]


def loopback(address: IPAddress) -> bool:
    return address.is_loopback


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:  # the base class names it so
        assert isinstance(self.server, Site)
        cookie = self.headers.get("Cookie", "")
        self.server.asked.append((self.path, cookie))
        status, headers, content = self.server.answer(self.path, cookie)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the base class names it so
        """Say nothing."""


class Site(ThreadingHTTPServer):
    """A server that answers as a test says, and notes who asked for what with which cookies."""

    answer: Callable[[str, str], Answer]
    asked: list[tuple[str, str]]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


HTML = {"Content-Type": "text/html; charset=iso-8859-2"}


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site(("127.0.0.1", 0), _Handler)
    made.asked = []
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield made
    made.shutdown()
    made.server_close()


def test_robots_are_asked_once_for_each_site(site: Site) -> None:
    rules = b"User-agent: *\nDisallow: /private/\n"
    site.answer = lambda path, _: (200, {"Content-Type": "text/plain"}, rules) if path == "/robots.txt" else (200, HTML, b"<p>x")
    robots = robots_of(loopback)
    assert fetch(f"{site.url}/news", loopback, robots=robots).value is not None
    refused = fetch(f"{site.url}/private/news", loopback, robots=robots)
    assert [each.code.name for each in refused.diagnostics] == ["D709"]
    assert [path for path, _ in site.asked] == ["/robots.txt", "/news"]
    assert fetch(f"{site.url}/private/news", loopback).value is not None


def test_a_redirect_to_a_page_that_is_not_for_robots_is_not_followed(site: Site) -> None:
    def answer(path: str, _: str) -> Answer:
        if path == "/robots.txt":
            return 200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /private/\n"
        return 302, {"Location": "/private/news"}, b""

    site.answer = answer
    assert [each.code.name for each in fetch(f"{site.url}/a", loopback, robots=robots_of(loopback)).diagnostics] == ["D709"]


@pytest.mark.parametrize("status", [404, 500])
def test_a_site_without_rules_allows_all(site: Site, status: int) -> None:
    site.answer = lambda path, _: (status, {}, b"") if path == "/robots.txt" else (200, HTML, b"<p>x")
    assert fetch(f"{site.url}/news", loopback, robots=robots_of(loopback)).value is not None


def test_a_consent_redirect_gets_its_cookie_back_and_the_next_fetch_none(site: Site) -> None:
    def answer(path: str, cookie: str) -> Answer:
        if path == "/consent":
            return 302, {"Set-Cookie": "agreed=yes; Path=/", "Location": "/news"}, b""
        return (200, HTML, b"<p>story") if "agreed=yes" in cookie else (302, {"Location": "/consent"}, b"")

    site.answer = answer
    found = fetch(f"{site.url}/news", loopback).value
    assert found is not None
    assert (found.content, found.charset) == (b"<p>story", "iso-8859-2")
    fetch(f"{site.url}/news", loopback)
    assert [cookie for path, cookie in site.asked if path == "/news"] == ["", "agreed=yes", "", "agreed=yes"]


def test_a_cookie_goes_to_no_other_site() -> None:
    cookies = Cookies()
    cookies.keep("a.example", ["one=1", "two=2; Domain=b.example", "three=3; Domain=example"])
    cookies.keep("www.c.example", ["four=4; Domain=.c.example"])
    assert cookies.header("a.example") == "one=1; two=2; three=3"
    assert cookies.header("b.example") == ""
    assert cookies.header("m.c.example") == "four=4"


@pytest.mark.parametrize(("said", "waits"), [("3", [3.0]), ("0", [0.0])])
def test_a_busy_site_is_asked_again_when_it_says(site: Site, said: str, waits: list[float]) -> None:
    site.answer = lambda _path, _cookie: (429, {"Retry-After": said}, b"") if len(site.asked) == 1 else (200, HTML, b"<p>x")
    waited: list[float] = []
    assert fetch(f"{site.url}/news", loopback, wait=waited.append).value is not None
    assert waited == waits


@pytest.mark.parametrize("headers", [{}, {"Retry-After": "3600"}, {"Retry-After": "soon"}])
def test_a_site_that_does_not_say_or_says_too_much_is_left(site: Site, headers: dict[str, str]) -> None:
    site.answer = lambda _path, _cookie: (503, headers, b"")
    waited: list[float] = []
    refused = fetch(f"{site.url}/news", loopback, wait=waited.append)
    assert "answered 503" in refused.diagnostics[0].message
    assert (waited, len(site.asked)) == ([], 1)
