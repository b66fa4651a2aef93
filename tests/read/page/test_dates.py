"""What of a page dates it: each kind of markup that content systems write, what dates something else, and what only looks so."""

from __future__ import annotations

import json

import pytest

from generator.model.project import File
from generator.read.html import read
from generator.read.page.metas import rank_of

TOLD = "The quay of Ellery was closed after a storm broke two of its bollards, the harbour master said to the council of the town"
TITLE = "Quay closed after the storm"
DAY = "2019-03-14"
ARTICLE: dict[str, object] = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2019-03-14T09:00:00+01:00"}


def dated(head: str = "", top: str = "", bottom: str = "", *, before: str = "", lang: str = "en") -> tuple[str, bool] | None:
    """Return the day of a page and whether it is a guess; *top* stands below the headline, *bottom* below the story."""
    story = "".join(f"<p>{TOLD}, and number {number} of its lamps went out.</p>" for number in range(5))
    page = (
        f"<!doctype html><html lang={lang}><head><title>{TITLE} - Daily Port</title>{head}</head><body>{before}"
        f"<div id=main><h1>{TITLE}</h1>{top}<div class=text>{story}</div>{bottom}</div></body></html>"
    )
    found = read(File("p.html", page.encode())).value
    assert found is not None
    published = found.about.published
    return (published.day.isoformat(), published.guessed) if published else None


def meta(name: str, words: str, key: str = "name") -> str:
    return f"<meta {key}='{name}' content='{words}'>"


def ld(*objects: dict[str, object]) -> str:
    return f"<script type='application/ld+json'>{json.dumps(objects)}</script>"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("article:published_time", "2019-03-14T12:30:00+01:00"),
        ("DC.date.issued", "2019-03-14"),
        ("citation_publication_date", "2019/3/14"),
        ("sailthru.date", "Thu, 14 Mar 2019 12:30:00 -0400"),
        ("parsely-pub-date", "2019-03-14T14:30:00Z"),
        ("pub-date", "2019-03-14"),
        ("cXenseParse:recs:publishtime", "2019-03-14T14:30:00.000Z"),
    ],
)
def test_a_meta_element_that_says_publication_is_sure(name: str, words: str) -> None:
    assert dated(meta(name, words)) == (DAY, False)


@pytest.mark.parametrize("name", ["DISPLAYDATE", "pdate", "DC.Date", "article.created", "timestamp", "thedate", "nrkdato"])
def test_a_meta_element_that_only_says_date_is_sure_when_the_page_shows_it(name: str) -> None:
    head = meta(name, "March 14, 2019")
    assert dated(head) == (DAY, True)
    assert dated(head, "<p>14 March 2019</p>") == (DAY, False)


@pytest.mark.parametrize(
    "name", ["article:modified_time", "og:updated_time", "utime", "video:release_date", "expires", "article:publisher", "event-date"]
)
def test_a_meta_element_of_a_change_or_of_another_thing_dates_nothing(name: str) -> None:
    assert rank_of(name) is None
    assert dated(meta(name, "2019-03-14")) is None


def test_an_object_in_a_meta_element_and_the_label_of_a_card_are_read() -> None:
    assert dated(meta("parsely-page", '{"pub_date": "2019-03-14T14:30:00Z", "type": "post"}')) == (DAY, False)
    assert dated(meta("twitter:label1", "Published on") + meta("twitter:data1", "March 14, 2019")) == (DAY, False)
    assert dated(meta("twitter:label1", "Reading time") + meta("twitter:data1", "March 14, 2019")) is None


@pytest.mark.parametrize(
    "linked",
    [
        {**ARTICLE, "@type": ["NewsArticle", "ReportageNewsArticle"]},
        {**ARTICLE, "datePublished": ["2019-03-14T09:00:00+01:00"]},
        {**ARTICLE, "datePublished": {"@type": "DateTime", "@value": "2019-03-14T09:00:00+01:00"}},
        {**ARTICLE, "datePublished": 1552567800},
        {**ARTICLE, "@type": "CreativeWork"},
        {"@graph": [{"@type": "WebSite", "name": "Daily Port", "datePublished": "2011-01-01"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        {"@type": "Blog", "blogPost": [{**ARTICLE, "headline": "Eels return", "datePublished": "2018-01-01"}, ARTICLE]},
    ],
)
def test_linked_data_are_read_in_all_their_forms(linked: dict[str, object]) -> None:
    assert dated(ld(linked)) == (DAY, False)


@pytest.mark.parametrize(
    "linked",
    [
        {"@type": "Review", "headline": TITLE, "datePublished": "2018-01-01"},
        {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": {**ARTICLE, "headline": "Eels return"}}]},
        {"@type": "NewsMediaOrganization", "foundingDate": "1900-01-01"},
        {"@type": "NewsArticle", "headline": TITLE, "dateModified": "2018-11-09"},
    ],
)
def test_linked_data_of_other_things_and_changes_date_nothing(linked: dict[str, object]) -> None:
    assert dated(ld(linked)) is None


@pytest.mark.parametrize(
    "comment",
    [
        "<div itemscope itemtype='https://schema.org/Comment'><meta itemprop='datePublished' content='2020-01-05'></div>",
        "<div class=comment-list><meta itemprop='datePublished' content='2020-01-05'></div>",
        "<div id=comments><time itemprop='datePublished' datetime='2020-01-05'>5 January 2020</time></div>",
        "<div class=comments><span property='dc:date dc:created' content='2020-01-05T09:00:00+01:00'>x</span></div>",
        "<section id=respond class=replies><p>Posted on 5 January 2020</p></section>",
    ],
)
def test_the_dates_of_comments_are_not_the_articles(comment: str) -> None:
    assert dated(bottom=comment) is None
    assert dated(ld(ARTICLE), bottom=comment) == (DAY, False)


def test_properties_of_rdfa_are_read() -> None:
    assert dated(top="<span property='schema:datePublished' content='2019-03-14T09:00:00+01:00'>x</span>") == (DAY, False)
    assert dated(top="<span property='dc:date dc:created' content='2019-03-14T09:00:00+01:00'>x</span>") == (DAY, True)


@pytest.mark.parametrize(
    ("line", "lang"),
    [
        ("<p>By Ada Quill</p><p>Thursday, March 14, 2019</p>", "en"),
        ("<p>Thursday, March 14, 2019 | By Ada Quill</p>", "en"),
        ("<p><span class=byline>Ada Quill</span> <span>March 14, 2019</span></p>", "en"),
        ("<p>Posted: 14-Mar-2019</p>", "en"),
        ("<p>Von Ada Quill</p><p>14.03.2019, 12:30 Uhr</p>", "de"),
        ("<p>Publié le 14/03/2019 à 12h30, mis à jour le 15/03/2019</p>", "fr"),
        ("<p>di Ada Quill</p><p>14 marzo 2019 alle 12:30</p>", "it"),
        ("<p>Por Ada Quill</p><p>14/03/2019 12h30 Atualizado em 15/03/2019</p>", "pt-BR"),
        ("<p>Publicado el 14 de marzo de 2019</p>", "es"),
        ("<p>Geplaatst op 14 maart 2019</p>", "nl"),
        ("<p>Publicerad 14 mars 2019 kl 12.30</p>", "sv"),
        ("<p>Opublikowano: 14 marca 2019, 12:30</p>", "pl"),
        ("<p>Опубликовано 14 марта 2019, 12:30</p>", "ru"),
    ],
)
def test_a_dateline_is_the_publishers_own_statement(line: str, lang: str) -> None:
    assert dated(top=line, lang=lang) == (DAY, False)


@pytest.mark.parametrize("line", ["2019年3月14日（木）", "2019. március 14.", "14. března 2019", "14 Mart 2019", "14 iulie 2018"])
def test_a_lone_line_with_a_date_is_a_guess(line: str) -> None:
    found = dated(top=f"<p>{line}</p>")
    assert found in {(DAY, True), ("2018-07-14", True)}


@pytest.mark.parametrize(
    "top",
    [
        "<p>By Ada Quill</p><p>14 March 2019</p><p>2 January 2011</p>",  # two days
        "<p>By Ada Quill</p><p><time datetime='2019-03-14'>one day ago</time></p>",  # not written out
        "<p>By Ada Quill</p><p>04/03/2019 12:30</p>",  # two readings
    ],
)
def test_what_leaves_room_for_another_day_is_a_guess(top: str) -> None:
    found = dated(top=top)
    assert found is not None
    assert found[1]


def test_a_dateline_of_another_day_puts_metadata_in_doubt_and_gives_the_local_day() -> None:
    signed = "<p>By Ada Quill</p><p>{}</p>"
    assert dated(meta("article:published_time", DAY, "property"), signed.format("2 January 2011")) == (DAY, True)
    assert dated(meta("article:published_time", DAY, "property"), "<p>2 January 2011</p>") == (DAY, True)
    evening = ld({**ARTICLE, "datePublished": "2019-03-15T02:30:00Z"})
    assert dated(evening) == ("2019-03-15", True)
    assert dated(evening, signed.format("March 14, 2019 9:30 pm ET")) == (DAY, False)


def test_readers_that_are_shown_the_day_in_utc_are_believed_before_the_address() -> None:
    evening = ld({**ARTICLE, "datePublished": "2019-03-14T16:34:00Z"}) + "<link rel=canonical href='https://p.example/20190315/quay'>"
    assert dated(evening, "<p>March 14, 2019 - 4.34pm</p>", lang="en-AU") == (DAY, True)


def test_scripts_confirm_what_the_page_shows_when_they_hold_one_day() -> None:
    one = '<script>window.state = {"article": {"publishedAt": "2019-03-14T09:00:00Z"}}</script>'
    two = '<script>window.state = {"a": {"publishedAt": "2019-03-14"}, "b": {"publishedAt": "2017-01-01"}}</script>'
    assert dated(one, "<p>14 March 2019</p>") == (DAY, False)
    assert dated(two, "<p>14 March 2019</p>") == (DAY, True)
    assert dated(two) is None


@pytest.mark.parametrize(
    "bottom",
    [
        "<footer>© 2012-2024 Daily Port. Printed on 5 May 2021</footer>",
        "<aside><ul><li><a href=/a>Mayor resigns</a> <time datetime='2021-05-05'>5 May 2021</time></li></ul></aside>",
        "<p>The council met on 14 March 2019 to vote on the matter, the clerk said.</p>",
    ],
)
def test_footers_teasers_and_sentences_date_nothing(bottom: str) -> None:
    assert dated(bottom=bottom) is None


@pytest.mark.parametrize(
    "line",
    [
        "<p>A study published on 14 March 2019 tells why</p>",
        "<p>Lamps at the quay on 14 March 2019</p>",
        "<p>Since the storm of 14 March 2019</p>",
    ],
)
def test_a_caption_or_standfirst_with_a_date_is_no_dateline(line: str) -> None:
    found = dated(top=f"<p>By Ada Quill</p>{line}")
    assert found is None or found[1]


def test_a_page_without_headings_has_its_title_in_bold_and_its_dateline_below() -> None:
    told = f"{TOLD}<p>{TOLD}, and a lamp went out.<p>{TOLD}, and so did the others."
    cell = f"<b>{TITLE}</b><br>By Ada Quill<br>Thursday, 14 March 2019, 09:12 GMT<br><font size=2>{told}</font>"
    page = f"<html><head><title>PORT NEWS | World | {TITLE}</title></head><body><table><tr><td>{cell}</td></tr></table></body></html>"
    found = read(File("p.html", page.encode())).value
    assert found is not None
    assert found.about.published is not None
    assert (found.about.title, found.about.published.day.isoformat(), found.about.published.guessed) == (TITLE, DAY, False)
