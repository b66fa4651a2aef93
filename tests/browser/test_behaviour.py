"""The page as people use it: filters without script, search, keys, print, no request to anyone else, no error in the console."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect


def seen(page: Page, selector: str = ".ev") -> list[str]:
    ids: list[str] = page.eval_on_selector_all(selector, "all => all.filter(each => each.checkVisibility()).map(each => each.id)")
    return ids


@pytest.fixture
def plain(browser: Browser, sites: dict[str, Path]) -> Page:
    """The timeline in a browser without script."""
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto((sites["small"] / "index.html").as_uri())
    return page


def test_filters_work_without_script(plain: Page) -> None:
    visible = plain.locator(".ev:visible")
    assert visible.count() == 9
    plain.get_by_label("Planned (3)").click()
    assert visible.count() == 6
    assert plain.locator("#to-come").is_hidden()
    plain.get_by_label("Reported (4)").click()
    assert visible.count() == 2
    assert plain.locator("h2.lab:visible").all_inner_texts()[-1].lower() == "background"


def test_gap_words_go_when_anything_is_filtered(plain: Page) -> None:
    assert plain.locator(".gap:visible").count() > 0
    plain.get_by_label("Background (2)").click()
    assert plain.locator(".gap:visible").count() == 0


def test_a_source_a_tag_and_checked_only_narrow_the_list(plain: Page) -> None:
    plain.locator(".bar summary").click()
    plain.get_by_label("storm (2)").click()
    assert plain.locator(".ev:visible").count() == 2
    plain.get_by_label("Checked only (3)").click()
    assert plain.locator(".ev:visible h3").all_inner_texts() == ["Mayor and port engineers meet for two hours"]
    assert plain.locator(".g:visible").count() == 1


def test_of_one_facet_any_of_two_all_must_hold(plain: Page) -> None:
    plain.locator(".bar summary").click()
    plain.get_by_label("storm (2)").click()
    plain.get_by_label("60 million crowns (2)").click()
    assert plain.locator(".ev:visible").count() == 4
    plain.locator("#f-s2").click()
    assert plain.locator(".ev:visible").count() == 1


def test_a_view_is_shared_by_its_address(context: BrowserContext, served: str) -> None:
    page = context.new_page()
    page.goto(f"{served}/index.html")
    page.locator(".bar summary").click()
    page.get_by_label("storm (2)").click()
    page.get_by_label("Background (2)").click()
    assert page.locator(".left").inner_text() == "1 of 9"
    other = context.new_page()
    other.goto(page.url)
    assert seen(other) == ["e-talks"]
    assert other.locator(".g:visible").count() == 1


def test_keys_can_be_switched_off_and_stay_off(context: BrowserContext, served: str) -> None:
    page = context.new_page()
    page.goto(f"{served}/index.html")
    page.locator(".bar summary").click()
    page.get_by_label("Keys: / j k").click()
    page.locator("h1").click()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('.ev')") is None
    page.reload()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('.ev')") is None


def test_a_folded_entry_opens_when_an_address_leads_to_it(context: BrowserContext, sites: dict[str, Path]) -> None:
    page = context.new_page()
    page.goto((sites["long"] / "index.html").as_uri())
    page.locator(".hero h3 a").click()
    assert page.evaluate("document.querySelector(location.hash).querySelector('.fold').open")
    assert page.locator(".compact .fold[open]").count() == 1


@pytest.mark.parametrize("script", [True, False])
def test_an_address_finds_its_entry_far_down_a_long_list(browser: Browser, sites: dict[str, Path], *, script: bool) -> None:
    page = browser.new_context(java_script_enabled=script, viewport={"width": 390, "height": 800}, reduced_motion="reduce").new_page()
    page.goto((sites["long"] / "index.html").as_uri())
    for far in page.locator(".ev:visible").all()[30::45]:
        name = far.get_attribute("id")
        page.goto(f"{(sites['long'] / 'index.html').as_uri()}#{name}")
        page.wait_for_function("name => Math.abs(document.getElementById(name).getBoundingClientRect().top - 104) < 8", arg=name)


def test_entries_out_of_sight_are_not_laid_out_before_they_are_seen(context: BrowserContext, sites: dict[str, Path]) -> None:
    page = context.new_page()
    page.goto((sites["long"] / "index.html").as_uri())
    skipped = "all => all.filter(each => !each.checkVisibility({ contentVisibilityAuto: true })).length"
    assert page.eval_on_selector_all(".ev .body", skipped) > 20
    page.emulate_media(media="print")
    assert page.eval_on_selector_all(".ev .body", skipped) == 0


def test_what_two_filters_hide_comes_back_when_one_is_taken_away(context: BrowserContext, sites: dict[str, Path]) -> None:
    page = context.new_page()
    page.goto((sites["small"] / "index.html").as_uri())
    every = page.locator(".g:visible").count()
    page.locator(".bar input[type=search]").fill("no such word")
    assert page.locator(".g:visible").count() == 0
    page.locator(".bar input[type=search]").fill("cracks")
    assert page.locator(".g:visible").count() == 1
    page.locator(".bar input[type=search]").fill("")
    assert page.locator(".g:visible").count() == every
    assert len(seen(page)) == 9


def test_a_heading_without_events_is_hidden_and_emptiness_is_said(plain: Page) -> None:
    for chip in ("Planned (3)", "Reported (4)", "Background (2)"):
        plain.get_by_label(chip).click()
    assert plain.locator(".g:visible").count() == 0
    assert plain.locator(".empty").is_visible()


def test_search_finds_words_and_slash_focuses_it(context: BrowserContext, sites: dict[str, Path]) -> None:
    page = context.new_page()
    page.goto((sites["small"] / "index.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("CRACKS minutes")
    assert seen(page) == ["e-1998"]
    page.keyboard.press("Escape")
    assert len(seen(page)) == 9


def test_j_and_k_move_between_events(context: BrowserContext, sites: dict[str, Path]) -> None:
    page = context.new_page()
    page.goto((sites["small"] / "index.html").as_uri())
    for key in "jjk":
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.closest('.ev').id") == "e-1998"


def test_a_story_is_told_one_event_at_a_time_by_keys_and_ends_where_it_was(context: BrowserContext, sites: dict[str, Path]) -> None:
    page = context.new_page()
    page.goto((sites["small"] / "index.html").as_uri())
    page.get_by_label("Background (2)").click()
    page.get_by_role("button", name="Show one by one").click()
    stage = page.get_by_role("dialog")
    expect(stage.locator("h2")).to_have_text("Council approves another 60 million crowns for repairs")
    expect(stage.locator("output")).to_have_text("1 of 7")
    page.keyboard.press("ArrowRight")
    expect(stage.locator("h2")).to_have_text("Mayor and port engineers meet for two hours")
    expect(stage.locator("mark")).to_have_text("on Tuesday")
    page.keyboard.press("End")
    expect(stage.get_by_role("button", name="Next")).to_be_disabled()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Escape")
    expect(stage).to_be_hidden()
    assert page.evaluate("document.activeElement.closest('.ev').id") == "e-last"


def test_readers_choose_between_light_and_dark_and_are_remembered(context: BrowserContext, served: str) -> None:
    page = context.new_page()
    page.goto(f"{served}/index.html")
    background = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(background)
    page.get_by_role("button", name="Light or dark").click()
    after = page.evaluate(background)
    assert after != before
    page.goto(f"{served}/about/index.html")
    assert page.evaluate(background) == after


def test_the_first_tab_stop_skips_to_the_timeline(context: BrowserContext, sites: dict[str, Path]) -> None:
    page = context.new_page()
    page.goto((sites["small"] / "index.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"


def test_print_shows_every_quote_and_leaves_the_steps_to_the_events_page(context: BrowserContext, sites: dict[str, Path]) -> None:
    page = context.new_page()
    page.emulate_media(media="print")
    page.goto((sites["long"] / "index.html").as_uri())
    assert page.locator(".ev blockquote").evaluate_all("all => all.every(each => each.checkVisibility())")
    assert page.locator(".bar").is_hidden()
    page.goto((sites["small"] / "index.html").as_uri())
    assert page.locator(".ev dl.how").evaluate_all("all => !all.some(each => each.checkVisibility())")
    page.goto((sites["small"] / "event/e-talks/index.html").as_uri())
    assert page.locator("dl.how").first.is_visible()


@pytest.mark.parametrize(
    "path", ["index.html", "event/e-tests/index.html", "source/harbour-bridge/index.html", "about/index.html", "404.html"]
)
def test_no_console_message_and_no_request_elsewhere(path: str, context: BrowserContext, served: str) -> None:
    page = context.new_page()
    asked: list[str] = []
    told: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.goto(f"{served}/{path}")
    page.wait_for_load_state("networkidle")
    assert told == []
    assert [url for url in asked if not url.startswith((served, "data:"))] == []


def test_style_and_script_load_from_a_file_and_at_a_sub_path(context: BrowserContext, sites: dict[str, Path], served: str) -> None:
    page = context.new_page()
    for address in ((sites["small"] / "index.html").as_uri(), f"{served}/index.html"):
        page.goto(address)
        assert page.locator("input[type=search]").count() == 1
        assert page.evaluate("getComputedStyle(document.querySelector('.ev')).display") == "grid"


def test_a_former_address_leads_to_its_event(context: BrowserContext, served: str) -> None:
    page = context.new_page()
    page.goto(f"{served}/event/e-old/index.html")
    page.wait_for_url("**/event/e-talks/index.html")
    assert page.locator("h1").inner_text() == "Mayor and port engineers meet for two hours"


def test_where_words_were_never_published_the_page_for_what_is_missing_leads_to_the_id(
    context: BrowserContext, sites: dict[str, Path], served: str
) -> None:
    page = context.new_page()
    missing = (sites["small"] / "404.html").read_text()
    for path in ("event/2021-another-e-story-e-talks/", "event/e-never/"):
        page.route(f"{served}/{path}", lambda route: route.fulfill(status=404, body=missing, content_type="text/html"))
    page.goto(f"{served}/event/2021-another-e-story-e-talks/#cite")
    page.wait_for_url("**/event/e-talks/#cite")
    page.goto(f"{served}/event/e-never/")
    assert page.locator("h1").inner_text() == "Page not found"


def test_small_targets_are_at_least_24_pixels_high(context: BrowserContext, sites: dict[str, Path]) -> None:
    page = context.new_page()
    page.goto((sites["small"] / "index.html").as_uri())
    heights = page.eval_on_selector_all(
        ".chip span, summary, .side a, .meta a, input[type=search], .strip.wide a rect, .strip.wide a circle",
        "all => all.filter(each => each.checkVisibility()).map(each => [each.outerHTML.slice(0, 60), each.getBoundingClientRect().height])",
    )
    assert [each for each in heights if each[1] < 24] == []


def test_a_large_timeline_is_searched_with_one_request_the_best_first(context: BrowserContext, sites: dict[str, Path]) -> None:
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((sites["large"] / "index.html").as_uri())  # opened as a file, as from a server
    page.keyboard.press("/")
    page.keyboard.type("agree measure 303")
    first = page.locator(".bar .rows a").first
    expect(first).to_contain_text("measure 303")
    assert page.locator(".bar .rows mark").first.inner_text() == "agree"
    assert len([url for url in asked if "/search/" in url]) == 1
    snippet = page.locator(".bar .rows .src").first
    assert snippet.inner_text() == ""  # the headline holds all three words
    page.locator("input[type=search]").fill("count measure 303 ")
    expect(snippet).to_contain_text("the count")
    first.click()
    expect(page.locator(":target")).to_contain_text("measure 303")


@pytest.mark.parametrize("at_a_desk", [True, False])
def test_the_words_to_search_are_there_before_they_are_asked_for_where_that_costs_nobody(
    browser: Browser, sites: dict[str, Path], at_a_desk: bool
) -> None:
    context = browser.new_context(is_mobile=not at_a_desk, has_touch=not at_a_desk)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((sites["large"] / "index.html").as_uri())
    if at_a_desk:
        wait_for_words(page)
    else:
        page.evaluate("new Promise((done) => requestIdleCallback(() => setTimeout(done, 200)))")
        assert not any("/search/" in url for url in asked)
        page.locator("input[type=search]").tap()
        wait_for_words(page)
    context.close()


def wait_for_words(page: Page) -> None:
    """Wait for the words of the search; the page's policy lets nothing be evaluated in it again and again."""
    until = time.monotonic() + 30
    while not page.evaluate("Boolean(globalThis.dateline)"):
        assert time.monotonic() < until, "the words are not fetched"
        page.wait_for_timeout(50)


def test_every_result_can_be_reached_and_whole_words_are_found(context: BrowserContext, sites: dict[str, Path]) -> None:
    page = context.new_page()
    page.goto((sites["large"] / "index.html").as_uri())
    page.locator("input[type=search]").fill("delegates ")
    rows = page.locator(".bar .rows li")
    expect(rows).to_have_count(20)
    expect(page.locator(".bar .left")).to_have_text("304 of 304")
    page.get_by_role("button", name="More").click()
    expect(rows).to_have_count(40)
    page.locator("input[type=search]").fill("deleg ")  # no whole word: what begins with it
    expect(page.locator(".bar .left")).to_have_text("304 of 304")
    page.locator("input[type=search]").fill("measure 30 ")
    assert all("30" in text.split() for text in rows.all_inner_texts())
