"""Addresses as pages and lists have them, whole or not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.model.web import joined, parts_of
from tests.conftest import Said

NONE = ["http://[quay/x", "http://a℀.example/x", "//[", "http://a]b/", "https://[v1.x", "http://[::1"]


@pytest.mark.parametrize("url", NONE)
def test_what_is_no_address_has_no_parts(url: str) -> None:
    assert not any(parts_of(url))
    assert joined("https://post.example/", url) == url
    assert joined(url, "quay") == "quay"


def test_an_address_has_its_own() -> None:
    parts = parts_of("https://[::1]:80/quay?x#y")
    assert (parts.hostname, parts.path, parts.query) == ("::1", "/quay", "x")
    assert joined("https://post.example/a/b", "../c") == "https://post.example/c"


@pytest.mark.parametrize("url", NONE)
def test_an_address_that_is_none_costs_neither_a_page_nor_a_list(project: Path, dateline: Callable[..., Said], url: str) -> None:
    links = f'<link rel="canonical" href="{url}"><meta property="og:url" content="{url}">'
    head = f'<title>Weir</title>{links}<meta property="article:published_time" content="2022-11-09T08:00:00Z">'
    told = f'<p>The weir at Sarn broke on Monday, <a href="{url}">the mayor</a> said, and the lower town was flooded.</p>'
    items = f'<ul><li><a href="{url}">A</a></li><li><a href="{url}">B</a></li></ul>'
    page = f'<html lang="en"><head>{head}</head><body><article><h1>Weir broke</h1>{told * 3}{items}</article></body></html>'
    (project / "articles/weir.html").write_text(page)
    (project / "articles/mill.toml").write_text(f'published = 2022-11-09\nurl = "{url}"\n')
    (project / "articles/mill.txt").write_text("The mill was sold on Tuesday.\n")
    (project / "articles/list.txt").write_text(f"{url}\nhttps://post.example/mill\n")
    (project / "sheet.csv").write_text(f"date,headline,url,media\n2022,A,{url},{url}\n2022,B,https://post.example/b,\n")
    done = dateline("check", project)
    assert "articles/weir.html: warning[D207]" in done.err, "the page is read"
    assert "fault of the program" not in done.err
    taken = dateline("import", project / "sheet.csv", "--project", project)
    assert "fault of the program" not in taken.err
    assert "imported" in taken.out
