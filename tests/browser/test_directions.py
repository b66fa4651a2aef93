"""Foreign words that turn their line round (U+202E, never closed) turn nothing round but themselves, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser

from tests.conftest import Said

TURN = "\u202e"
FOUND = """
() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  const stands_alone = each => {
    const style = getComputedStyle(each);
    return /isolate|plaintext/.test(style.unicodeBidi) || !/^(inline|contents)$/.test(style.display);
  };
  while (texts.nextNode()) {
    let at = texts.currentNode.parentElement;
    if (!texts.currentNode.data.includes('\\u202e') || at.closest('script, style, template')) continue;
    while (!stands_alone(at)) at = at.parentElement;
    found.push([texts.currentNode.data, at.textContent]);
  }
  return found;
}
"""

ATTRIBUTES = """
() => [...document.querySelectorAll('*')].flatMap(
  each => ['title', 'alt', 'aria-label', 'placeholder', 'content', 'value', 'label', 'data-label']
    .filter(name => (each.getAttribute(name) ?? '').includes('\\u202e'))
    .map(name => [`${each.localName} ${name}`, each.getAttribute(name)])
).concat(document.title.includes('\\u202e') ? [['title', document.title]] : [])
"""


def foreign(name: str) -> str:
    """Return foreign words that can be told from the page's own."""
    return f"{TURN}Zq{name}qZ"


def own(text: str) -> str:
    """Return the letters of a text that are not foreign."""
    return re.sub(r"[\W\d_]", "", re.sub(rf"{TURN}Zq\w+?qZ", "", text))


def build(project: Path, dateline: Callable[..., Said]) -> Path:
    names = ("title", "description", "kicker", "publisher", "footer")
    (project / "timeline.toml").write_text("".join(f'{name} = "{foreign(name)}"\n' for name in names) + 'contact = "https://c.example/"\n')
    known = f'title = "{foreign("headline")}"\npublisher = "{foreign("paper")}"\nauthors = ["{foreign("author")}"]\nurl = "https://a.example/"\n'
    (project / "articles/vote.toml").write_text(f"published = 2022-11-09\n{known}")
    (project / "edits").mkdir()
    for number in (1, 2):
        (project / f"edits/e{number}.md").write_text(
            f'+++\naction = "add"\nby = "{foreign("editor")}"\nat = 2022-11-1{number}T10:00:00Z\nown_reporting = true\n[set]\n'
            f'date = "2022-11-0{number}"\nheadline = "{foreign("line")}"\ntags = ["{foreign("tag")}"]\n'
            f'[correction]\ntext = "{foreign("correction")}"\n+++\n{foreign("note")}\n'
        )
    done = dateline("build", project)
    assert done.code == 0, done.err
    return project / "site"


def test_nothing_but_the_foreign_words_is_turned_round(project: Path, dateline: Callable[..., Said], browser: Browser) -> None:
    site, page, seen = build(project, dateline), browser.new_page(), 0
    for path in sorted(site.rglob("*.html")):
        if 'http-equiv="refresh"' in path.read_text("utf-8"):
            continue  # an address of before, which leads on
        page.goto(path.as_uri())
        for words, around in page.evaluate(FOUND):
            seen += 1
            assert own(around) == "", f"{path.relative_to(site)}: {words!r} in {around!r}"
    page.close()
    assert seen > 50


def test_in_titles_and_labels_nothing_that_follows_them_is_turned_round(
    project: Path, dateline: Callable[..., Said], browser: Browser
) -> None:
    site, page, turned, seen = build(project, dateline), browser.new_page(), set(), 0
    for path in sorted(site.rglob("*.html")):
        if 'http-equiv="refresh"' in path.read_text("utf-8"):
            continue
        page.goto(path.as_uri())
        for place, words in page.evaluate(ATTRIBUTES):
            seen += 1
            outside = re.sub("\u2068[^\u2068\u2069]*\u2069", "", words)
            if TURN in outside and own(outside[outside.index(TURN) :]):
                turned.add((place, words))
    page.close()
    assert turned == set()
    assert seen > 10


def test_in_a_phrase_they_are_isolated_by_signs(project: Path, dateline: Callable[..., Said]) -> None:
    pages = [path.read_text() for path in build(project, dateline).rglob("index.html")]
    assert any("Added by \u2068ZqeditorqZ\u2069" in page for page in pages)
    assert any("Tagged “\u2068ZqtagqZ\u2069”" in page for page in pages)
