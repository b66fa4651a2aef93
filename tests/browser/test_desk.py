"""The desk as an editor uses it: by keys alone, at a desk and on a phone; every act is one file, and a group is undone as one."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.edge.editing.several import shared
from tests.serving import editing

WAIT = 30_000  # milliseconds until a test gives up
MILLS = ["Arlen", "Brod", "Corvin", "Dunmore", "Elster", "Falk"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "mills"
    (made / "articles").mkdir(parents=True)
    (made / "timeline.toml").write_text('title = "The mills"\n\n[fields]\ndead = "Dead"\n')
    text = "\n\n".join(f"The mill at {name} burned down on {day} March 2023." for day, name in enumerate(MILLS, 1))
    (made / "articles" / "mills.txt").write_text(text + "\n")
    (made / "articles" / "mills.toml").write_text("published = 2023-03-20\n")
    (made / "articles" / "quay.txt").write_text("The quay at Moss sank on 9 March 2023.\n\nThe ferry to Norr stopped on 10 March 2023.\n")
    (made / "articles" / "quay.toml").write_text('published = 2023-03-20\npublisher = "Moss Post"\nimage = "https://moss.example/q.jpg"\n')
    return made


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    with editing(folder, "--by", "R.K.") as given:
        yield given


@pytest.fixture(params=[1280, 390])
def desk(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": request.param, "height": 800})
    page = context.new_page()
    page.set_default_timeout(WAIT)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(address)
    page.locator("#bar-desk").click()
    page.wait_for_selector("#event-form")
    yield page
    assert faults == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def saved(folder: Path) -> list[str]:
    return sorted(each.read_text() for each in (folder / "edits").glob("*.md")) if (folder / "edits").exists() else []


def go_on(page: Page, key: str) -> None:
    """Press a key that leaves the event, and wait for the next."""
    before = page.inner_text("#now")
    page.keyboard.press(key)
    expect(page.locator("#now")).not_to_have_text(before, timeout=WAIT)


def test_a_queue_is_worked_through_by_keys_alone(desk: Page, folder: Path) -> None:
    expect(desk.locator("#count")).to_have_text("0 of 8 checked, 0 today")
    go_on(desk, "c")
    go_on(desk, "c")
    edited = desk.inner_text("#now")
    desk.keyboard.press("e")
    desk.keyboard.type("A headline of our own")
    desk.keyboard.press("Control+Shift+Enter")
    expect(desk.locator("#status")).to_contain_text("A headline of our own")
    expect(desk.locator("#now")).not_to_have_text(edited, timeout=WAIT)
    hidden = desk.inner_text("#now")
    desk.keyboard.press("h")
    desk.keyboard.type("not of this story")
    go_on(desk, "Enter")
    expect(desk.locator("#status")).to_contain_text("Hidden: not of this story")
    expect(desk.locator("#count")).to_have_text("3 of 7 checked, 3 today", timeout=WAIT)
    assert len(saved(folder)) == 4
    desk.keyboard.press("u")
    expect(desk.locator("#count")).to_have_text("3 of 8 checked, 3 today", timeout=WAIT)
    assert len(saved(folder)) == 3
    expect(desk.locator("#now")).to_have_text(hidden, timeout=WAIT)  # what was taken back is shown; only then one goes on
    go_on(desk, "j")
    go_on(desk, "k")


def test_all_of_one_article_are_checked_and_taken_back_as_one(desk: Page, folder: Path) -> None:
    if desk.locator("#show-queue").is_visible():
        desk.click("#show-queue")
    desk.select_option("#filter-article", "mills")
    desk.get_by_role("button", name="Check all 6 of this article").click()
    expect(desk.locator("#count")).to_have_text("6 of 8 checked, 6 today", timeout=WAIT)
    assert len(saved(folder)) == 6
    desk.locator("#undo").click()
    expect(desk.locator("#count")).to_have_text("0 of 8 checked, 0 today", timeout=WAIT)
    assert saved(folder) == []


def test_ticked_events_get_a_tag_and_may_be_found_by_it(desk: Page, folder: Path) -> None:
    if desk.locator("#show-queue").is_visible():
        desk.click("#show-queue")
    desk.fill("#filter-words", "mill")
    desk.click("#tick-all")
    desk.fill("#bulk-words", "fires")
    desk.get_by_role("button", name="Add the tag").click()
    expect(desk.locator("#status")).to_contain_text("6 saved")
    assert all("fires" in text for text in saved(folder))
    expect(desk.locator("#filter-tag option[value=fires]")).to_have_count(1, timeout=WAIT)
    desk.click("#tick-all")
    desk.fill("#bulk-words", "fires")
    desk.get_by_role("button", name="Take the tag off").click()
    expect(desk.locator("#filter-tag option[value=fires]")).to_have_count(0, timeout=WAIT)
    assert len(saved(folder)) == 12


def test_what_an_event_has_besides_words_is_added_changed_and_taken_away_by_keys(desk: Page, folder: Path) -> None:
    def typed(*words: str) -> None:
        for each in words:
            desk.keyboard.type(each)
            desk.keyboard.press("Tab")

    name = desk.inner_text("#now")
    desk.keyboard.press("t")
    desk.keyboard.type("fires, quays")
    desk.keyboard.press("Escape")
    desk.keyboard.press("p")  # the first button of the box: a picture or film
    desk.keyboard.press("Enter")
    desk.keyboard.press("Tab")  # past the files of pictures/, of which there are none
    typed("https://vimeo.com/1", "", "A. N.", "The fire")
    desk.focus("#more-places")
    desk.keyboard.press("Enter")
    typed("Velm", "51,5", "-0.12")
    desk.fill("#set-field-dead", "about 3")
    desk.focus("#more-follows")
    desk.keyboard.press("Enter")
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator("#status")).to_contain_text("Places: none → Velm · dead: none → about 3", timeout=WAIT)
    (text,) = saved(folder)
    assert tomllib.loads(text.split("+++")[1])["set"] | {"follows": None} == {
        "tags": ["fires", "quays"],
        "media": [{"link": "https://vimeo.com/1", "credit": "A. N.", "caption": "The fire"}],
        "places": [{"name": "Velm", "latitude": 51.5, "longitude": -0.12}],
        "fields": {"dead": "about 3"},
        "follows": None,
    }
    expect(desk.locator("#now")).to_have_text(name)
    expect(desk.locator("#set-places-0-name")).to_have_value("Velm", timeout=WAIT)
    desk.fill("#set-places-0-name", "Moss")
    desk.focus("#drop-media-0")
    desk.keyboard.press("Enter")
    desk.fill("#set-field-dead", "")
    desk.locator("#set-field-dead").press("Control+Enter")
    expect(desk.locator("#status")).to_contain_text("Places: Velm → Moss", timeout=WAIT)
    assert tomllib.loads(saved(folder)[-1].split("+++")[1])["set"] == {
        "media": [],
        "places": [{"name": "Moss", "latitude": 51.5, "longitude": -0.12}],
        "fields": {"dead": ""},
    }
    assert Axe().run(desk).response["violations"] == []
    expect(desk.locator("#more-media")).to_be_visible(timeout=WAIT)
    desk.click("#more-media")
    desk.fill("#set-media-0-link", "somewhere")
    desk.locator("#set-media-0-link").press("Control+Enter")
    expect(desk.locator("#event-problem")).to_contain_text("an address that begins with https")


def test_the_articles_own_picture_is_offered_as_a_link(desk: Page, folder: Path) -> None:
    while desk.locator("#offer-image").count() == 0:
        go_on(desk, "j")
    desk.keyboard.press("p")
    desk.click("#offer-image")
    expect(desk.locator("#set-media-0-credit")).to_have_value("Moss Post")
    desk.locator("#set-media-0-caption").press("Control+Enter")
    expect(desk.locator("#status")).to_contain_text("Pictures and films", timeout=WAIT)
    (text,) = saved(folder)
    assert tomllib.loads(text.split("+++")[1])["set"]["media"] == [{"link": "https://moss.example/q.jpg", "credit": "Moss Post"}]


def test_the_desk_has_no_fault_that_axe_finds(desk: Page) -> None:
    results = Axe().run(desk)
    assert results.response["violations"] == []


def test_who_changed_what_is_listed_with_everybodys_mark(folder: Path, browser: Browser) -> None:
    with shared(folder) as (port, tokens):
        for width, (name, token) in zip((1280, 390), tokens.items(), strict=True):
            context = browser.new_context(viewport={"width": width, "height": 800})
            page = context.new_page()
            page.set_default_timeout(WAIT)
            assert page.goto(f"http://127.0.0.1:{port}/").status == 401  # type: ignore[union-attr]
            page.goto(f"http://127.0.0.1:{port}/-/edit/enter.html#edit={token}")
            page.locator("#bar-desk").click()
            page.wait_for_selector("#event-form")
            go_on(page, "c")
            page.click("#log")
            expect(page.locator("#acts li").first).to_contain_text(name)
            expect(page.locator("#acts li").first).to_contain_text("Checked")
            assert Axe().run(page).response["violations"] == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.select_option("#who", "Ruth Kern")
        expect(page.locator("#count")).to_have_text("1 of 2 acts")
        context.close()


def test_a_save_over_anothers_names_who_it_was(desk: Page, address: str, folder: Path) -> None:
    other = desk.context.new_page()
    other.goto(address)
    other.locator("#bar-desk").click()
    other.wait_for_selector("#event-form")
    name = desk.inner_text("#now")
    expect(other.locator("#now")).to_have_text(name)
    for page, words in ((other, "Theirs"), (desk, "Mine")):
        page.fill("#set-headline", words)
        page.click("#save")
        if page is other:
            expect(page.locator("#status")).to_contain_text("Theirs", timeout=WAIT)
    expect(desk.locator(".conflict")).to_contain_text("Saved by R.K., 20")
    desk.click("#conflict-mine")
    expect(desk.locator("#status")).to_contain_text("Mine", timeout=WAIT)
    assert len(saved(folder)) == 2


def test_the_notes_of_an_event_are_read_in_its_form(desk: Page, folder: Path) -> None:
    desk.fill("#set-note", "By *telephone*.")
    desk.locator("#set-note").press("Control+Enter")
    note = desk.locator("#event-form blockquote", has_text="By telephone.")
    expect(note.locator("em")).to_have_text("telephone", timeout=WAIT)
    expect(note.locator(".cite")).to_contain_text("R.K.")
    expect(desk.locator("#event-form")).not_to_contain_text("[object")
    assert len(saved(folder)) == 1
