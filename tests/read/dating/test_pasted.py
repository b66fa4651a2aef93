"""Stamps at the head of texts that were copied from pages of many papers: found, told apart from changes, and marked as guessed."""

from __future__ import annotations

import pytest

from generator.model.project import ArticleFiles, File
from generator.model.settings import Settings
from generator.read.articles import read

STORY = (
    "The quay of Ellery was closed after a storm broke two of its bollards, the harbour master said to the council.\n\n"
    "Repairs begin next week, she said, and the lamps will be mended by the summer of next year.\n"
)


@pytest.mark.parametrize(
    "head",
    [
        "Ada Quill in Ellery\n\nThu 14 Mar 2019 12.30 GMT\n\nLast modified on Fri 15 Mar 2019 09.00 GMT",
        "Ada Quill\nThu 14 Mar 2019 12.30 GMTLast modified on Fri 15 Mar 2019 09.00 GMT",
        "By Ada Quill\n\nPublished March 14, 2019Updated March 15, 2019, 9:00 a.m. ET",
        "By Ada Quill\n\nUpdated on: March 15, 2019 / 9:00 AM / Port News\n\nFirst published on March 14, 2019 / 12:30 PM",
        "BY ADA QUILL\nUpdated 3:43 PM GMT+1, March 14, 2019\nShare",
        "By Ada Quill\nMarch 14, 20199:43 AM GMT+1Updated a day ago",
        "Published On 14 Mar 201914 Mar 2019",
        "By Ada Quill\nPosted Thu 14 Mar 2019 at 12:30pmThursday 14 Mar 2019 at 12:30pm, updated Fri 15 Mar 2019 at 9:00am",
        "Von Ada Quill\n14. März 2019, 12:30 Uhr / Aktualisiert am 15. März 2019, 9:00 Uhr",
        "Stand: 14.03.2019 12:30 Uhr",
        "-Aktualisiert am 14.03.2019-12:30",
        "Ada Quill\nEllery - 14 mar 2019 - 12:30 CET",
        "Par Ada Quill\nPublié le 14 mars 2019 à 12h30, modifié le 15 mars 2019 à 09h00",
    ],
)
def test_a_stamp_of_a_pasted_text_is_its_guessed_date(head: str) -> None:
    text = f"Quay closed after the storm\n{head}\n\n{STORY}"
    article = read(ArticleFiles("quay", copy=File("quay.txt", text.encode())), Settings()).value
    assert article is not None
    assert article.published is not None
    assert (article.published.day.isoformat(), article.published.guessed) == ("2019-03-14", True)


@pytest.mark.parametrize(
    "line",
    [
        "The council met on 14 March 2019 and voted.",
        "Published research of 14 March 2019 told why it broke.",
        "It was 14 March 2019 when it broke.",
    ],
)
def test_a_sentence_of_the_story_is_no_stamp(line: str) -> None:
    text = f"Quay closed after the storm\n\n{line}\n\n{STORY}"
    article = read(ArticleFiles("quay", copy=File("quay.txt", text.encode())), Settings()).value
    assert article is not None
    assert article.published is None
