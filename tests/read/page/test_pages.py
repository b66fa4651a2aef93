"""A page's parts: its own linked data, its address, its title, its whole body, the limits before the parser."""

from __future__ import annotations

import json

import pytest

from generator.model.project import File
from generator.read.html import SavedPage, read
from generator.read.page.linked import linked
from generator.read.page.markup import decoded, measured, parsed
from generator.read.page.origin import origin, same_page, unarchived

TOLD = "The quay of Ellery was closed on Tuesday after a storm broke two of its bollards, the harbour master said to the council"
PARAGRAPHS = "".join(f"<p>{TOLD}, and number {number} of its lamps went out.</p>" for number in range(4))


def page(head: str = "", body: str = f"<article><h1>Quay closed</h1>{PARAGRAPHS}</article>", url: str | None = None) -> SavedPage:
    found = read(File("p.html", f"<!doctype html><html lang='en'><head>{head}</head><body>{body}</body></html>".encode()), url).value
    assert found is not None
    return found


def ld(*objects: dict[str, object]) -> str:
    return f'<script type="application/ld+json">{json.dumps(list(objects))}</script>'


ARTICLE: dict[str, object] = {"@type": "NewsArticle", "headline": "Quay closed", "datePublished": "2024-03-14T09:00:00+01:00"}


@pytest.mark.parametrize(
    "other",
    [
        {"@type": "Review", "headline": "Best rope", "datePublished": "2019-04-01"},
        {"@type": "NewsArticle", "headline": "Mayor resigns over towpath vote", "datePublished": "2019-04-01"},
        {"@type": "VideoObject", "name": "Quay closed", "uploadDate": "2019-04-01"},
        {"@type": "WebSite", "name": "Quay closed", "datePublished": "2019-04-01"},
    ],
)
def test_linked_data_of_another_thing_date_nothing(other: dict[str, object]) -> None:
    found = page(f"<title>Quay closed</title>{ld(other, ARTICLE)}").about.published
    assert (str(found), found and found.guessed) == ("2024-03-14T09:00:00", False)


def test_linked_data_are_found_within_a_graph_and_the_page_around() -> None:
    nested: dict[str, object] = {"@type": "WebPage", "mainEntity": {"@graph": [ARTICLE]}}
    assert str(page(f"<title>Quay closed</title>{ld(nested)}").about.published) == "2024-03-14T09:00:00"


def test_a_comment_in_microdata_is_not_the_article() -> None:
    body = (
        f"<article itemscope itemtype='https://schema.org/NewsArticle'><h1>Quay closed</h1>{PARAGRAPHS}"
        "<div itemscope itemtype='https://schema.org/Comment'><time itemprop='datePublished' datetime='2020-01-05'></time></div></article>"
    )
    assert page(body=body).about.published is None


def test_a_live_reports_moving_date_is_never_sure() -> None:
    live = ARTICLE | {"@type": "LiveBlogPosting", "coverageStartTime": "2024-03-13T05:00:00+01:00"}
    found = page(f"<title>Quay closed</title>{ld(live)}").about.published
    assert found is not None
    assert found.guessed


def test_a_meta_element_that_many_programs_fill_wrongly_is_a_guess_unless_another_agrees() -> None:
    meta = "<meta name='date' content='2024-03-14'>"
    alone, both = (page(head).about.published for head in (meta, meta + "<link rel='canonical' href='https://p.example/2024/03/14/q'>"))
    assert alone is not None
    assert both is not None
    assert (alone.guessed, both.guessed) == (True, False)


@pytest.mark.parametrize(
    ("head", "heading", "title"),
    [
        ("<title>Quay closed | World News | Daily Port</title><meta property='og:site_name' content='Daily Port'>", "", "Quay closed"),
        ("<title>Daily Port: Quay closed for good</title><meta property='og:site_name' content='Daily Port'>", "", "Quay closed for good"),
        ("<title>Quay – and its end – Daily Port</title>", "<h1>Quay – and its end</h1>", "Quay – and its end"),
        (
            "<title>Quay closed after the storm - The Port</title><link rel='canonical' href='https://port.example/q'>",
            "",
            "Quay closed after the storm",
        ),
        ("<title>Quay closed after the storm</title>", "<h1>Daily Port</h1>", "Quay closed after the storm"),
        ("<title>Quay closed after the storm</title>", "<h1>Sign up for our newsletter</h1>", "Quay closed after the storm"),
        ("<title>Why quays close: a history</title>", "", "Why quays close: a history"),
        ("<title>PORT NEWS | World | Europe | Quay closed after the storm</title>", "", "Quay closed after the storm"),
        ("<title>Quay closed after the storm - Ellery Gazette</title>", "", "Quay closed after the storm"),
        ("<title>Quay closed after the storm — Port World News</title>", "", "Quay closed after the storm"),
        ("<title>Ellery Gazette</title>", "<h1>Quay closed after the storm</h1>", "Quay closed after the storm"),
        ("<title>News - Ellery Gazette</title>", "<h1>Quay closed after the storm</h1>", "Quay closed after the storm"),
        (
            "<title>Ellery Blog » Blog Archive » Quay closed after it</title>",
            "<h1>Ellery Blog</h1><h2>Quay closed after it</h2>",
            "Quay closed after it",
        ),
        ("<title>News: Quay closed after it</title>", "<h1>Quay closed after it</h1>", "Quay closed after it"),
        ("<title>Quay closed – what now for boats?</title>", "", "Quay closed – what now for boats?"),
        (
            "<title>Quay closed after it - World - Daily Port</title><meta property='og:site_name' content='Daily Port'>",
            "",
            "Quay closed after it",
        ),
    ],
)
def test_the_title_is_without_the_sites_name(head: str, heading: str, title: str) -> None:
    assert page(head, f"<article>{heading}{PARAGRAPHS}</article>").about.title == title


@pytest.mark.parametrize(
    ("head", "image"),
    [
        ("<meta property='og:image' content='https://p.example/a.jpg'>", "https://p.example/a.jpg"),
        ("<meta name='twitter:image' content='https://p.example/t.jpg'><meta property='og:image' content=''>", "https://p.example/t.jpg"),
        ("<meta property='og:image' content='/a.jpg'>", None),
        ("<meta property='og:image' content='javascript:a()'>", None),
        ("", None),
    ],
)
def test_the_picture_that_a_page_offers_for_sharing_is_known_by_its_address(head: str, image: str | None) -> None:
    assert page(head).about.image == image


def test_a_story_in_two_containers_of_one_class_is_whole() -> None:
    more = PARAGRAPHS.replace("number", "later number")
    split = (
        f"<article><h1>Quay closed</h1><div class='body'>{PARAGRAPHS}</div><aside>Advert</aside><div class='body'>{more}</div></article>"
    )
    text = page(body=split).source.text
    assert text.count("later number") == 4
    assert text.index("later number") > text.index("and number 3")


def test_what_a_page_marks_as_not_its_story_is_left_out() -> None:
    body = (
        f"<article><h1>Quay closed</h1>{PARAGRAPHS}<figure><img src='x'><figcaption>Lamps at night</figcaption></figure>"
        "<blockquote class='twitter-tweet'><p>So sad to see the quay go</p></blockquote>"
        "<div class='box'><h3>More on this story</h3>"
        "<ul><li><a href='/a'>Mayor resigns</a></li><li><a href='/b'>Eels return</a></li></ul></div>"
        "<div id='comments'><p>They should have closed it years ago, everyone knew about those bollards.</p></div></article>"
    )
    text = page(body=body).source.text
    assert TOLD in text
    assert not any(words in text for words in ("Lamps at night", "So sad", "Mayor resigns", "years ago"))


def test_the_body_of_linked_data_is_taken_where_the_page_shows_less() -> None:
    story = " ".join(f"{TOLD}, report {number} says." for number in range(9))
    found = page(f"<title>Quay closed</title>{ld(ARTICLE | {'articleBody': story})}", f"<h1>Quay closed</h1><p>{TOLD}.</p>")
    assert "report 8 says" in found.source.text


def test_pictures_within_a_page_do_not_count_for_its_size() -> None:
    picture = f"<img src='data:image/png;base64,{'A' * 5_000_000}'>"
    assert TOLD in page(body=f"<article><h1>Quay closed</h1>{picture}{PARAGRAPHS}</article>").source.text


def test_ends_that_were_left_out_do_not_make_a_page_deep() -> None:
    loose = b"<div>" + b"<b>one<i>two</div><div>" * 1500
    depth, _ = measured(loose)
    assert depth <= 4
    assert measured(b"<div>" * 1200)[0] > 1000
    assert measured(b"<script>" + b"<div>" * 1200)[0] == 0


def test_the_encoding_is_that_of_the_bytes_then_of_the_page_then_guessed() -> None:
    assert decoded("Präsident".encode()) == ("Präsident", False)
    assert decoded("Präsident".encode("utf-16")) == ("Präsident", False)
    assert decoded(b"<meta charset=iso-8859-2>" + "Łódź".encode("iso-8859-2"))[0].endswith("Łódź")
    assert decoded(b"caf\xe9") == ("café", True)


def test_a_home_page_is_no_address_and_an_archived_copy_has_two() -> None:
    markup = parsed(
        File("p.html", b"<link rel=canonical href='https://p.example/'><meta property='og:url' content='https://p.example/quay'><p>x")
    ).value
    assert markup is not None
    assert origin(markup).url == "https://p.example/quay"
    copy = unarchived("https://web.archive.org/web/20200224120000id_/https://p.example/quay")
    assert (copy.url, copy.archived_at) == ("https://p.example/quay", "2020-02-24T12:00:00")


@pytest.mark.parametrize(
    "url", ["http://www.p.example/quay/", "https://m.p.example/quay?utm_source=x", "https://amp.p.example/amp/quay#top"]
)
def test_forms_of_one_address_are_known_as_one(url: str) -> None:
    assert same_page(url) == "p.example/quay"


def test_linked_data_that_are_broken_say_nothing() -> None:
    markup = parsed(File("p.html", b"<script type='application/ld+json'>{\"@type\": </script><p>x")).value
    assert markup is not None
    assert linked(markup.tree, [], []).own == ()


def test_the_posts_of_a_live_report_begin_with_their_own_time() -> None:
    posts = "".join(
        f"<section class='post'><time datetime='2025-06-{day}T{hour}:30:00+01:00'>{hour}.30</time><p>{TOLD}, at {hour}.</p></section>"
        for day, hour in (("25", "09"), ("24", "21"), ("24", "06"))
    )
    live = ARTICLE | {"@type": "LiveBlogPosting"}
    found = page(f"<title>Quay closed</title>{ld(live)}", f"<article><h1>Quay closed</h1>{posts}</article>")
    assert found.about.live
    assert [line for line in found.source.text.split("\n\n") if "2025" in line] == [
        "25 June 2025, 09:30",
        "24 June 2025, 21:30",
        "24 June 2025, 06:30",
    ]
    assert page(f"<title>Quay closed</title>{ld(ARTICLE)}").about.live is None


def test_the_day_of_today_above_a_headline_confirms_nothing() -> None:
    meta = "<meta name='date' content='2024-03-20T10:00:00+01:00'>"
    today = page(meta, f"<div>Wednesday, 20 March 2024</div><article><h1>Quay closed</h1>{PARAGRAPHS}</article>").about.published
    below = page(meta, f"<article><h1>Quay closed</h1><div>20 March 2024</div>{PARAGRAPHS}</article>").about.published
    assert today is not None
    assert below is not None
    assert (today.guessed, below.guessed) == (True, False)


@pytest.mark.parametrize(
    ("head", "heading", "title"),
    [
        (
            "<title>Quay closed at night - Daily Port</title>",
            "<header><h1>Daily Port</h1></header><h2>Quay closed at night</h2>",
            "Quay closed at night",
        ),
        ("<title>Quay closed | Daily Port</title>", "<h1>Get our morning letter</h1><h2>Quay closed</h2>", "Quay closed"),
    ],
)
def test_a_logo_or_a_letterbox_is_no_headline(head: str, heading: str, title: str) -> None:
    assert page(head, f"{heading}<article>{PARAGRAPHS}</article>").about.title == title


def test_an_old_page_in_a_table_is_read_with_its_stamp() -> None:
    story = f"<b>Quay closed</b><br>Friday, 3 May, 2002, 10:15 GMT 11:15 UK{PARAGRAPHS}"
    table = f"<table><tr><td><a href='/'>Home</a></td><td>{story}</td></tr></table>"
    found = page("<title>Quay closed</title>", table)
    assert TOLD in found.source.text
    assert str(found.about.published) == "2002-05-03T10:15:00"


def test_a_moment_that_a_page_holds_for_its_script_is_seen() -> None:
    body = f"<article><h1>Quay closed</h1><span data-timestamp='1462356000'>2 hours ago</span>{PARAGRAPHS}</article>"
    assert str(page(body=body).about.published) == "2016-05-04T10:00:00"


def test_a_comma_too_many_does_not_hide_linked_data() -> None:
    broken = ld(ARTICLE).replace("}]", ",}]")
    assert str(page(f"<title>Quay closed</title>{broken}").about.published) == "2024-03-14T09:00:00"


def test_people_are_names_each_once() -> None:
    several = ARTICLE | {"author": [{"@type": "Person", "name": "By Ada Quill and Ben Roe"}, "https://social.example/ada", "Ada Quill"]}
    head = f"<title>Quay closed</title><meta property='og:site_name' content='Daily Port'>{ld(several)}"
    assert page(head).about.authors == ("Ada Quill", "Ben Roe")


def test_the_microformat_of_the_entry_with_the_headline_is_the_publishers_own_word() -> None:
    stamp = "<time class='entry-date published' datetime='2016-05-04T10:00:00+02:00'>4 May</time>"
    other = (
        "<article class='hentry'><h2>Eels return</h2><time class='published' datetime='2016-05-09T10:00:00+02:00'>9 May</time></article>"
    )
    own = page(body=f"<article class='hentry'><h1>Quay closed</h1>{stamp}{PARAGRAPHS}</article>{other}").about.published
    assert (str(own), own and own.guessed) == ("2016-05-04T10:00:00", False)


def test_a_name_and_a_date_in_two_elements_are_told_apart() -> None:
    body = f"<div class='site has-sidebar'><h1>Quay closed</h1><div><span>Daily Port</span><span>4 May 2016</span></div>{PARAGRAPHS}</div>"
    assert str(page(body=body).about.published) == "2016-05-04"


def test_two_dates_in_sight_are_one_witness() -> None:
    body = f"<article><h1>Quay closed</h1><time datetime='2016-05-04'>4 May</time><div>4 May 2016</div>{PARAGRAPHS}</article>"
    found = page(body=body).about.published
    assert found is not None
    assert found.guessed


def test_the_styles_of_a_large_page_do_not_count_for_its_size() -> None:
    style = f"<style>{'.a{color:red}' * 400_000}</style>"
    assert TOLD in page(style).source.text


@pytest.mark.parametrize(
    "body",
    [
        "<div class='teaser'>" * 240,
        "<div class='caption'>" * 240,
        "<h3>Related</h3><p>x</p>" * 3_000,
        "<div><h2><a href='/a'>x</a></h2>" * 240,
    ],
    ids=["teasers", "captions", "lists", "cards"],
)
def test_no_page_takes_long(body: str) -> None:
    from time import process_time

    started = process_time()
    read(File("p.html", f"<html><body>{body}{PARAGRAPHS * 300}".encode()))
    assert process_time() - started < 20


def test_invitations_at_the_end_are_no_story() -> None:
    text = page(
        body=f"<article><h1>Quay closed</h1>{PARAGRAPHS}<p>Sign up for our newsletter on quays.</p><p>Follow us on Facebook</p></article>"
    ).source.text
    assert text.endswith("number 3 of its lamps went out.")


def test_they_are_none_at_the_end_of_a_very_long_page_either() -> None:
    text = page(body=f"<article><h1>Quay closed</h1>{PARAGRAPHS * 1200}<p>Sign up for our newsletter on quays.</p></article>").source.text
    assert len(text) > 200_000
    assert text.endswith("number 3 of its lamps went out.")
    assert text.count("number 3 of its lamps") == 1200


def test_tables_that_lay_a_page_out_are_no_tables() -> None:
    cells = "".join(f"<tr><td>{TOLD}, and number {number} of its lamps went out.<br><br>{TOLD} again.</td></tr>" for number in range(3))
    text = page(
        body=f"<center><table><tr><td><font size=2><h1>Quay closed</h1><table>{cells}</table></font></td></tr></table></center>"
    ).source.text
    assert "|" not in text
    assert all(f"number {number}" in text for number in range(3))


def test_tables_of_data_stay_tables() -> None:
    rows = "".join(f"<tr><th>Lamp {number}</th><td>{number * 7} days</td></tr>" for number in range(1, 5))
    text = page(
        body=f"<article><h1>Quay closed</h1>{PARAGRAPHS}<table>{rows}</table>{PARAGRAPHS.replace('number', 'later number')}</article>"
    ).source.text
    assert "| Lamp 2 | 14 days |" in text
