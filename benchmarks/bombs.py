"""Bombs: files made to cost all the time and memory that there is, given to build, add, import and serve, each by itself.

    python -m benchmarks.bombs [--every 1] [--only NAME …] [--busy 1]

Laws: no more than 2 seconds of processor time (over what the same command takes for a small file of the kind) and 512 MiB, or refused with
a reason; exit code 0 or 1; no fault of the program. Where others use the machine the same work takes more processor time: what a fixed
piece of work takes beside each trial, over the least that it ever took, is divided out. Out: the dearest ones, and how many broke a law;
exit 1 where one did.
"""

from __future__ import annotations

import argparse
import gzip
import io
import os
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.floors import missed
from benchmarks.previewed import ask, get

ROOT = Path(__file__).parent.parent
SECONDS, MEMORY = 2.0, 512 * 1024 * 1024
PATIENCE = 20
"""Seconds of processor time after which a command is killed."""
SENTENCE = "The mayor of Arlen said on Monday that the bridge was closed after heavy rain in May 2019. "
PAGE = '<!doctype html><html lang="en"><head><title>A</title>{}</head><body><article>{}</article></body></html>'
NEWS = "<p>The weir of Sarn broke on Monday after two days of rain, and the council met in the evening to speak of it.</p>"
HEAD = "date,headline,url\n"
MAIL = "From: a@a.example\nSubject: S\nDate: Mon, 7 Nov 2022 10:00:00 +0000\nMIME-Version: 1.0\n"
WARC = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Type: application/http; msgtype=response\r\n"


def packed(*names: str, size: int) -> bytes:
    """Return a zip archive in which each file holds *size* zeros."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, b"0" * size)
    return made.getvalue()


def nested(depth: int) -> bytes:
    """Return a zip of zips of zips, and so on, of zeros."""
    content = packed("a.txt", size=10_000_000)
    for _ in range(depth):
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(8):
                archive.writestr(f"{number}.zip", content)
        content = made.getvalue()
    return content


def record(body: bytes) -> bytes:
    """Return a WARC record of an answer."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
    return f"{WARC}Content-Length: {len(http)}\r\n\r\n".encode() + http + b"\r\n\r\n"


BOMBS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a megabyte of news": ("a.txt", lambda: (SENTENCE * 11_000).encode()),
    "four of paragraphs": ("a.txt", lambda: (f"{SENTENCE}\n\n" * 42_000).encode()[:3_900_000]),
    "ten in one line": ("a.txt", lambda: b"a" * 10_000_000),
    "dates in one line": ("a.txt", lambda: b"on Monday " * 390_000),
    "years": ("a.txt", lambda: b"2007-" * 700_000),
    "digits": ("a.txt", lambda: b"7" * 3_900_000),
    "one date after another": ("a.txt", lambda: b"May 1-3 " * 400_000),
    "quotation marks": ("a.txt", lambda: "“".encode() * 1_200_000),
    "names": ("a.txt", lambda: ("Smith Jones Carrow Lind Brandt " * 100_000).encode()),
    "blank lines": ("a.txt", lambda: b"\n" * 3_900_000),
    "combining signs": ("a.txt", lambda: ("On Monday a" + "\u0301" * 1_800_000).encode()),
    "NULs": ("a.txt", lambda: b"\0" * 3_900_000),
    "UTF-16": ("a.txt", lambda: (SENTENCE * 15_000).encode("utf-16")),
    "list marks": ("a.md", lambda: b"1. " * 1_000_000),
    "brackets in Markdown": ("a.md", lambda: b"[" * 3_900_000),
    "deep quotes": ("a.md", lambda: (b"> " * 20_000) + b"on Monday it fell."),
    "stars": ("a.md", lambda: b"*a **a " * 500_000),
    "a table": ("a.md", lambda: b"|a|b|c|\n|-|-|-|\n" * 200_000),
    "YAML aliases": (
        "a.md",
        lambda: (
            b"---\na: &a [x]\n"
            + b"".join(b"%c: &%c [%s]\n" % (98 + n, 98 + n, b",".join([b"*%c" % (97 + n)] * 9)) for n in range(9))
            + b"---\nIt fell.\n"
        ),
    ),
    "deep YAML": ("a.md", lambda: b"---\nx: " + b"[" * 30_000 + b"\n---\nIt fell on Monday.\n"),
    "long YAML": ("a.md", lambda: b"---\n" + b"".join(b"k%d: v\n" % n for n in range(200_000)) + b"---\nIt fell on Monday.\n"),
    "deep TOML front matter": ("a.md", lambda: b"+++\nx = " + b"[" * 30_000 + b"\n+++\nIt fell on Monday.\n"),
    "deep elements": ("a.html", lambda: PAGE.format("", "<div>" * 200_000 + NEWS).encode()),
    "more paragraphs than are read": ("a.html", lambda: PAGE.format("", NEWS * 30_000).encode()),
    "paragraphs": ("a.html", lambda: PAGE.format("", NEWS * 9_900).encode()),
    "paragraphs without end": ("a.html", lambda: PAGE.format("", "<p>On Monday it fell" * 9_900).encode()),
    "attributes": ("a.html", lambda: PAGE.format("", f"<p {' '.join(f'a{n}=b' for n in range(100_000))}>{NEWS}").encode()),
    "elements in a row": ("a.html", lambda: PAGE.format("", "<b>a</b>" * 9_900).encode()),
    "open formats": ("a.html", lambda: PAGE.format("", "<b><i>" * 400 + NEWS * 100).encode()),
    "a table of tables": ("a.html", lambda: PAGE.format("", "<table><tr><td>" * 300 + NEWS).encode()),
    "links": ("a.html", lambda: PAGE.format("", '<a href="x">on Monday</a> ' * 9_900).encode()),
    "deep JSON-LD": ("a.html", lambda: PAGE.format(f'<script type="application/ld+json">{"[" * 300_000}</script>', NEWS).encode()),
    "long JSON-LD": (
        "a.html",
        lambda: PAGE.format(
            '<script type="application/ld+json">{"@graph":['
            + '{"@type":"NewsArticle","datePublished":"2022-01-01"},' * 60_000
            + "{}]}</script>",
            NEWS,
        ).encode(),
    ),
    "many linked data": (
        "a.html",
        lambda: PAGE.format('<script type="application/ld+json">{"@type":"NewsArticle"}</script>' * 9_900, NEWS).encode(),
    ),
    "meta elements": (
        "a.html",
        lambda: PAGE.format('<meta property="article:published_time" content="2022-01-01">' * 9_900, NEWS).encode(),
    ),
    "entities": ("a.html", lambda: PAGE.format("", "<p>" + "&amp;" * 700_000).encode()),
    "comments": ("a.html", lambda: PAGE.format("", "<!-- a -->" * 300_000 + NEWS).encode()),
    "an open comment": ("a.html", lambda: PAGE.format("", "<!--" * 900_000).encode()),
    "angle brackets": ("a.html", lambda: b"<" * 3_900_000),
    "a picture in a page": ("a.html", lambda: PAGE.format("", f'<img src="data:image/png;base64,{"A" * 30_000_000}">{NEWS}').encode()),
    "a style": ("a.html", lambda: PAGE.format(f"<style>{'a{b:c}' * 2_000_000}</style>", NEWS).encode()),
    "dates in a page": ("a.html", lambda: PAGE.format("", "<p>" + "7 November 2022 " * 200_000).encode()),
    "a mail in parts": (
        "a.eml",
        lambda: (
            MAIL
            + "Content-Type: multipart/mixed; boundary=b\n\n"
            + "--b\nContent-Type: text/plain\n\nOn Monday it fell.\n" * 40_000
            + "--b--\n"
        ).encode(),
    ),
    "mails in mails": (
        "a.eml",
        lambda: "".join(MAIL + f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(400)).encode(),
    ),
    "a mail's lines": ("a.eml", lambda: ("X: y\n" * 600_000 + MAIL + "\nIt fell.").encode()),
    "a page in a mail": (
        "a.mhtml",
        lambda: (
            MAIL
            + "Content-Type: multipart/related; boundary=b\n\n"
            + "--b\nContent-Type: text/html\nContent-Location: https://a.example/\n\n"
            + NEWS * 9_900
            + "\n--b--\n"
        ).encode(),
    ),
    "an archive of zeros": ("a.warc.gz", lambda: gzip.compress(record(b"0" * 300_000_000), 9)),
    "an archive of records": ("a.warc", lambda: record(PAGE.format("", NEWS).encode()) * 3_000),
    "a record cut off": ("a.warc", lambda: f"{WARC}Content-Length: 999999999999\r\n\r\n".encode() + b"x" * 1_000_000),
    "a document of zeros": ("a.docx", lambda: packed("word/document.xml", "[Content_Types].xml", "_rels/.rels", size=150_000_000)),
    "zips in zips": ("a.docx", lambda: nested(3)),
    "no PDF": ("a.pdf", lambda: b"%PDF-1.7\n" + b"1 0 obj << /Length 99999999 >> stream\n" * 60_000),
    "PDF brackets": ("a.pdf", lambda: b"%PDF-1.7\n1 0 obj " + b"[" * 1_000_000),
    "RTF groups": ("a.rtf", lambda: b"{\\rtf1 " + b"{" * 900_000),
    "more RTF than is read": ("a.rtf", lambda: b"{\\rtf1 " + b"\\b On Monday it fell. " * 180_000 + b"}"),
    "RTF words": ("a.rtf", lambda: b"{\\rtf1 " + b"\\b On Monday it fell. " * 52_000 + b"}"),
    "a picture in an RTF": ("a.rtf", lambda: b"{\\rtf1 On Monday it fell. {\\pict " + b"0123456789abcdef" * 4 * 50_000 + b"}}"),
    "deep JSON": ("a.json", lambda: b"[" * 3_000_000),
    "a binary list": ("a.webarchive", lambda: b"bplist00" + b"\xaf\x12\xff\xff\xff\xff" * 100_000),
    "rows": ("t.csv", lambda: (HEAD + "2022-11-01,A wall fell,https://a.example/\n" * 60_000).encode()),
    "columns": ("t.csv", lambda: ((",".join(f"c{n}" for n in range(60_000)) + "\n") * 12).encode()),
    "an open quotation": ("t.csv", lambda: (HEAD + '2022,"' + "a,b\n" * 900_000).encode()),
    "quotations": ("t.csv", lambda: (HEAD + '"' * 3_000_000).encode()),
    "a date of a megabyte": ("t.csv", lambda: (HEAD + "May " * 300_000 + ",A wall fell,https://a.example/\n").encode()),
    "a headline of a megabyte": ("t.csv", lambda: (HEAD + "2022-11-01," + "A wall fell " * 90_000 + ",https://a.example/\n").encode()),
    "a workbook of zeros": (
        "t.xlsx",
        lambda: packed("xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml", "_rels/.rels", size=150_000_000),
    ),
    "deep timeline": ("t.json", lambda: b'{"events":' + b"[" * 500_000),
    "a long timeline": ("t.json", lambda: b'{"events":[' + b'{"start_date":{"year":"2022"},"text":{"headline":"A"}},' * 60_000 + b"{}]}"),
}
"""Name of the file, and what makes its content."""


OPTIONS = {"build": ["build", "--workers", "1"], "serve": ["serve", "--edit", "--by", "B", "--port", "0", "--workers", "1"]}
PAGES = (".html", ".mhtml", ".eml", ".warc", ".gz", ".webarchive")
"""Forms that hold a page: the library that reads it is loaded, whatever it holds."""


def small(file: str) -> tuple[str, bytes]:
    """Return a file of the same kind that holds next to nothing."""
    if file.startswith("t."):
        return "t.csv", HEAD.encode()
    return ("a.html", PAGE.format("", NEWS * 3).encode()) if file.endswith(PAGES) else ("a.txt", b"It fell on Monday.\n")


@dataclass(frozen=True)
class Cost:
    """What a command took: seconds of processor time, bytes, its exit code, what it said."""

    seconds: float
    memory: int
    code: int
    said: str


def main() -> int:
    """Run the benchmark."""
    cli = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    cli.add_argument("--every", type=int, default=1, help="take every so many bombs")
    cli.add_argument("--only", choices=BOMBS, nargs="+")
    cli.add_argument("--busy", type=float, default=1, help="how many times longer all takes on a machine that others use too")
    args = cli.parse_args()
    chosen = args.only or list(BOMBS)[:: args.every]
    costs: dict[str, Cost] = {}
    with tempfile.TemporaryDirectory() as scratch:
        base = cache(lambda command, file: cost(command, *small(file), Path(scratch)))
        for name in chosen:
            file, made = BOMBS[name]
            for command in ("import",) if file.startswith("t.") else ("build", "add", "serve"):
                costs[f"{name}, {command}"] = each = over(cost(command, file, made(), Path(scratch)), base(command, small(file)[0]))
                print(
                    f"{each.seconds:6.2f} s  {each.memory / 2**20:5.0f} MiB  {each.code}  {name}, {command}  {broken_law(each, args.busy)}",
                    flush=True,
                )
    broken = [name for name, each in costs.items() if broken_law(each, args.busy)]
    print(f"{len(costs)} trials, the dearest {max(each.seconds for each in costs.values()):.1f} s")
    return int(bool(missed("bombs", {"broken laws": len(broken)})))


_LEAST = [float("inf")]


def slowness() -> float:
    """Return how many times longer a fixed piece of work takes now than it ever took in this run."""
    started = time.process_time()
    words = [f"{SENTENCE}{number}" for number in range(40_000)]
    Counter(each[-9:] for each in sorted(words, key=lambda each: each[::-1]))
    taken = time.process_time() - started
    _LEAST[0] = min(_LEAST[0], taken)
    return taken / _LEAST[0]


def over(each: Cost, base: Cost) -> Cost:
    """Return a cost beyond what a small file takes."""
    return Cost(each.seconds - base.seconds, each.memory, each.code, each.said)


def broken_law(each: Cost, busy: float) -> str:
    """Return which law a command broke, if any."""
    if each.code not in {0, 1} or "fault of the program" in each.said or "Traceback" in each.said:
        return f"not told: {each.code} {each.said[-300:]!r}"
    if each.seconds > SECONDS * busy:
        return f"{each.seconds:.1f} seconds"
    return f"{each.memory / 2**20:.0f} MiB" if each.memory > MEMORY else ""


def _visited(preview: int, said: Path) -> int | None:
    """Wait for a preview, look at its first page and at the article as editors see it, and end it; return its exit code if it stood."""
    while os.waitid(os.P_PID, preview, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        if found := re.search(r"http://127\.0\.0\.1:(\d+)/#edit=([\w-]+)", said.read_text(errors="replace")):
            get(int(found[1]), "/")
            with suppress(AssertionError):  # it may have been refused, and there is no such article
                ask(int(found[1]), found[2], "article?id=a")
            os.kill(preview, signal.SIGTERM)
            return 0
        time.sleep(0.1)
    return None


def _limited() -> None:
    """End a process that goes on and on."""
    resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))


def cost(command: str, file: str, content: bytes, scratch: Path) -> Cost:
    """Give a file to a command in a new project; return what that took, processes of its own included."""
    with tempfile.TemporaryDirectory(dir=scratch) as made:
        project = Path(made) / "p"
        (project / "articles").mkdir(parents=True)
        (project / "timeline.toml").write_text("")
        given = (project / "articles" if command in {"build", "serve"} else Path(made)) / file
        given.write_bytes(content)
        arguments = {"add": ["add", "-y", str(given)], "import": ["import", str(given)]}.get(command, OPTIONS.get(command, []))
        with (Path(made) / "said").open("w+b") as said:
            process = subprocess.Popen(
                [sys.executable, "-m", "generator", *arguments, str(project)],
                stdout=said,
                stderr=said,
                preexec_fn=_limited,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
            )
            slow = slowness()
            code = _visited(process.pid, Path(said.name)) if command == "serve" else None
            _, status, used = os.wait4(process.pid, 0)
            slow = (slow + slowness()) / 2
            process.returncode = os.waitstatus_to_exitcode(status) if code is None else code
            said.seek(0)
            return Cost(
                (used.ru_utime + used.ru_stime) / slow, used.ru_maxrss * 1024, process.returncode, said.read().decode(errors="replace")
            )


if __name__ == "__main__":
    raise SystemExit(main())
