"""The lines of properties of note programs are known, and no part of the story."""

from __future__ import annotations

import pytest

from generator.model.article import Article
from generator.model.project import ArticleFiles, File
from generator.model.settings import Settings
from generator.read.articles import read
from generator.read.formats.clippings import opening

TOLD = "The quay of Ellery was closed on Tuesday, the harbour master said.\n"
READWISE = f"""# Quay closed

## Metadata
- Author: [[Ada Quill]]
- Full Title: Quay closed
- Category: #articles
- URL: https://port.example/quay
- Published: 14 March 2024

## Highlights
{TOLD}"""
NOTION = f"# Quay closed\n\nURL: https://port.example/quay\nAuthor: Ada Quill\nDate: March 14, 2024\n\n{TOLD}"
LOGSEQ = f"title:: Quay closed\nurl:: https://port.example/quay\nauthor:: [[Ada Quill]]\npublished:: 2024-03-14\n\n{TOLD}"
JOPLIN = (
    "---\ntitle: Quay closed\nsource: https://port.example/quay\nauthor: Ada Quill\ncreated: 2024-03-20 10:00:00Z\n"
    f"published: 2024-03-14\nlatitude: 0.0\n---\n\n{TOLD}"
)
OBSIDIAN = (
    '---\ntitle: "Quay closed"\nsource: "https://port.example/quay"\nauthor:\n  - "[[Ada Quill]]"\npublished: 2024-03-14\n'
    f'created: 2024-03-20\ntags:\n  - "clippings"\n---\n{TOLD}'
)


def article(content: str) -> Article:
    found = read(ArticleFiles("quay", File("articles/quay.md", content.encode())), Settings()).value
    assert found is not None
    return found


@pytest.mark.parametrize(
    "content", [READWISE, NOTION, LOGSEQ, JOPLIN, OBSIDIAN], ids=["readwise", "notion", "logseq", "joplin", "obsidian"]
)
def test_a_clipping_says_where_it_is_from(content: str) -> None:
    found = article(content)
    assert (found.title, found.url, found.authors, str(found.published)) == (
        "Quay closed",
        "https://port.example/quay",
        ("Ada Quill",),
        "2024-03-14",
    )
    assert found.text.strip() == TOLD.strip()
    line = content[: content.index("The quay")].count("\n") + 1
    assert found.source.position(found.text.index("The quay")).line == line


@pytest.mark.parametrize(
    "content",
    [
        "Quay closed\n\nMayor: it will open again. Date: unknown.\n",
        "Q: Why now?\nA: Because of the storm.\n\nThe quay is shut.",
        "",
        "# Quay closed\n\nTuesday.",
    ],
)
def test_a_story_is_no_list_of_properties(content: str) -> None:
    assert opening(content) == ({}, 0)
