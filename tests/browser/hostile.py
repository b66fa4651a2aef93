"""A project with hostile words in every place that content can stand, and a browser's account of what they did."""

from __future__ import annotations

import csv
import html
import json
from collections.abc import Iterable
from email.message import EmailMessage
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page

PAYLOADS = (
    "<img src=x onerror=fired(1)>",
    "\"'><script>fired(1)</script>",
    "</title></style></textarea><svg onload=fired(1)>",
    "<a href='javascript:fired(1)' autofocus onfocus=fired(1)>x</a>",
    "[x](javascript:fired(1)) ![x](https://evil.example/x.png)",
    "{{ ''.__class__ }}<iframe srcdoc='<script>parent.fired(1)</script>'>",
    "\\u2028</script><script>fired(1)//",
)
EVERY = " ".join(PAYLOADS)
FIRED = "window.found = []; window.fired = what => window.found.push(what);"
TOLD = "The mayor {0} resigned on Tuesday, and {0} left on Friday. The quay of Marle was closed on Monday by the council, {0} said."


def toml(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def written(project: Path) -> None:
    """Put the payloads into titles, authors, publishers, addresses, texts, notes, tags, settings, fields, captions and saved files."""
    (project / "edits").mkdir()
    for number, payload in enumerate(PAYLOADS):
        _article(project, f"h{number}", payload)
        _edit(project, f"h{number}", payload, number)
    (project / "pictures").mkdir()
    Image.new("RGB", (8, 8)).save(project / "pictures" / "x.png")
    said = "".join(f"{key} = {toml(EVERY)}\n" for key in ("title", "description", "kicker", "publisher", "contact"))
    (project / "timeline.toml").write_text(f"{said}[fields]\nactor = {toml(PAYLOADS[0])}\n")
    _saved(project / "articles")


def _article(project: Path, name: str, payload: str) -> None:
    (project / f"articles/{name}.txt").write_text(f"{payload}\n\n{TOLD.format(payload)}\n")
    about = "".join(f"{key} = {toml(payload)}\n" for key in ("title", "publisher"))
    where = f'url = "https://a.example/{name}?{html.escape("x=1&y=<script>")}"\n'
    (project / f"articles/{name}.toml").write_text(f"published = 2022-11-09\nauthors = [{toml(payload)}]\n{about}{where}")


def _edit(project: Path, name: str, payload: str, number: int) -> None:
    said = toml(payload)
    fields = f'date = "2022-11-0{number + 1}"\nheadline = {said}\ntags = [{said}]\n[set.fields]\nactor = {said}\n'
    film = f'[[set.media]]\nlink = "https://films.example/w?v={number}"\ncaption = {said}\ncredit = {said}\n'
    picture = f'[[set.media]]\nfile = "x.png"\nalt = {said}\ncaption = {said}\ncredit = {said}\n'
    place = f"[[set.places]]\nname = {said}\nlatitude = 50.{number}\nlongitude = 9.{number}\n"
    (project / f"edits/{name}.md").write_text(
        f'+++\naction = "add"\nby = {said}\nat = 2022-11-1{number}T10:00:00Z\nown_reporting = true\n[set]\n{fields}{film}{picture}{place}'
        f"[correction]\ntext = {said}\n+++\n{payload}\n"
    )


def _saved(articles: Path) -> None:
    """Write a saved page, an archive of one, and a message, that say the payloads as a reader of the page sees them."""
    said, story = html.escape(EVERY), html.escape(TOLD.format(EVERY))
    head = (
        f'<title>{said}</title><meta property="article:published_time" content="2022-11-09T08:00:00Z"><meta name="author" content="{said}">'
    )
    page = f'<html lang="en"><head>{head}</head><body><article><h1>{said}</h1><p>{story}</p><p>{story}</p></article></body></html>'
    (articles / "page.html").write_text(page)
    boundary = "Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\nContent-Location: https://a.example/x\n\n"
    (articles / "page2.mhtml").write_text(f"From: <Saved>\nMIME-Version: 1.0\n{boundary}{page.replace('quay', 'weir')}\n--b--\n")
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Date"] = "a@a.example", EVERY, "Wed, 9 Nov 2022 10:00:00 +0000"
    mail.set_content(TOLD.format(EVERY))
    (articles / "mail.eml").write_bytes(bytes(mail))


def sheet(path: Path) -> None:
    """Write a table whose every cell is hostile."""
    with path.open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["date", "headline", "url", "text", "tags", "caption", "credit", "place"])
        for number, payload in enumerate(PAYLOADS):
            rows.writerow(
                [f"2022-10-0{number + 1}", f"It is {payload}", f"https://a.example/{number}", payload, payload, payload, payload, payload]
            )


def watched(browser: Browser) -> tuple[BrowserContext, Page, list[str]]:
    """Return a page that notes when something runs, and a list of who else was asked: what a policy stops is not."""
    context = browser.new_context()
    context.add_init_script(FIRED)
    asked: list[str] = []
    page = context.new_page()
    page.on("requestfinished", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: None if "csp" in (request.failure or "") else asked.append(request.url))
    return context, page, asked


PRESS = """
for (const each of document.querySelectorAll("details")) each.open = true
for (const each of document.querySelectorAll("a[href^=javascript]"))
  each.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }))
"""


def tempted(page: Page) -> int:
    """Open and press what a reader can on a page; return how often something ran."""
    page.evaluate(PRESS)
    page.wait_for_timeout(20)
    return int(page.evaluate("window.found.length"))


def opened(browser: Browser, paths: Iterable[Path]) -> tuple[int, list[str]]:
    """Open pages from the disk; return how often something ran, and who else was asked."""
    context, page, asked = watched(browser)
    ran = 0
    for path in paths:
        page.goto(path.as_uri())
        ran += tempted(page)
    context.close()
    return ran, [url for url in asked if not url.startswith(("file:", "data:", "about:"))]
