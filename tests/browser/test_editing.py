"""`dateline serve --edit` as an editor uses it: correct, check, hide, merge, split, add, undo, in two tabs, with keys alone, on a phone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Error, Locator, Page, Route, expect

from generator.model.edit import Edit
from generator.model.project import File
from generator.read.edits import read
from tests.serving import editing

WAIT = 30_000  # milliseconds until a test gives up; far more than is needed
LOCK = """\
Lock gates give way

The lower gates of the Arlen canal gave way on Monday, flooding two streets.

The canal company closed the canal on Tuesday. Repairs will begin in June 2023, the company said.

The surveyor Ida Lund warned of rust in May 2019.

The lock keeper's house smelled of diesel.
"""
GATES = """\
Canal closed after flood

The canal company closed the Arlen canal on Tuesday after its gates broke.

A barge with forty tons of gravel sank at Arlen in August 2021.
"""


@dataclass
class Desk:
    """A project that is served for editing, and a tab of its editor."""

    folder: Path
    address: str
    page: Page

    def event(self, words: str) -> Locator:
        return self.page.locator(".ev").filter(has_text=words).first

    def edit(self, words: str) -> Locator:
        self.event(words).get_by_role("button", name=re.compile("^Edit: ")).click()
        dialog = self.page.get_by_role("dialog")
        expect(dialog).to_be_visible()
        return dialog

    def saved(self, count: int) -> list[Edit]:
        """The acts on disk, when there are so many."""
        for _ in range(WAIT // 50):
            names = sorted((self.folder / "edits").glob("*.md")) if (self.folder / "edits").is_dir() else []
            if len(names) == count:
                break
            self.page.wait_for_timeout(50)
        acts = [read(File(f"edits/{each.name}", each.read_bytes())) for each in names]
        assert [said for act in acts for said in act.diagnostics] == []
        assert len(acts) == count
        return sorted((act.value for act in acts if act.value), key=lambda act: act.at)

    def rebuilt(self) -> None:
        """Wait until the page has been loaded anew, as a mark set on the old one tells."""
        for _ in range(WAIT // 20):
            with suppress(Error):  # it is just being left
                if self.page.evaluate("!window.old && document.querySelector('.dateline-tools') !== null"):
                    return
            self.page.wait_for_timeout(20)
        pytest.fail("no new build reached the page")

    def mark(self) -> None:
        self.page.evaluate("window.old = true")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made: Path = tmp_path_factory.mktemp("canal") / "canal"
    (made / "articles").mkdir(parents=True)
    (made / "timeline.toml").write_text('title = "The canal"\nas_of = 2023-04-20\n')
    for name, text, publisher in (("lock", LOCK, "Arlen Post"), ("gates", GATES, "Canal Weekly")):
        (made / "articles" / f"{name}.txt").write_text(text)
        (made / "articles" / f"{name}.toml").write_text(f'published = 2023-04-12\npublisher = "{publisher}"\n')
    return made


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with editing(folder, "--by", "R.K.") as given:
        yield given


@pytest.fixture
def desk(folder: Path, address: str, context: BrowserContext) -> Iterator[Desk]:
    said: list[str] = []
    page = context.new_page()
    page.set_default_timeout(WAIT)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda message: said.append(message.text) if "Content Security" in message.text else None)
    page.goto(address)
    page.wait_for_selector(".dateline-tools")
    made = Desk(folder, address, page)
    yield made
    assert said == []
    left = list((folder / "edits").glob("*.md")) if (folder / "edits").is_dir() else []
    with suppress(Error):  # it is just being left
        made.mark()
    for each in left:
        each.unlink()
    if left:
        made.rebuilt()  # else the build of what is gone comes in the midst of the next test
    page.close()


def opened(desk: Desk, context: BrowserContext) -> Desk:
    page = context.new_page()
    page.set_default_timeout(WAIT)
    page.goto(desk.address)
    page.wait_for_selector(".dateline-tools")
    return Desk(desk.folder, desk.address, page)


def test_a_correction_is_saved_shown_and_taken_back(desk: Desk) -> None:
    page = desk.page
    assert "edit=" not in page.url
    form = desk.edit("gave way")
    expect(form.locator(".source .lit")).to_contain_text("gave way on Monday")
    form.get_by_label("Date", exact=True).fill("9 April 2023")
    expect(form.get_by_text("Readers will see: Sun 9 Apr 2023")).to_be_visible()
    form.get_by_label("Headline").fill("Gates of the canal give way")
    form.get_by_label("Public note", exact=True).fill("By *telephone*.<script>alert(1)</script><img src=x onerror=alert(2)>")
    expect(form.locator("#set-note-about em")).to_have_text("telephone")
    expect(form.locator("#set-note-about :is(script, img)")).to_have_count(0)
    form.get_by_label("Public correction").fill("An earlier version gave Monday.")
    desk.mark()
    form.get_by_role("button", name="Save", exact=True).click()
    desk.rebuilt()
    expect(desk.event("Gates of the canal give way")).to_contain_text("Sun 9 Apr 2023")
    expect(desk.event("Gates of the canal give way").locator(".note em")).to_have_text("telephone")
    (act,) = desk.saved(1)
    assert act.set.named().keys() == {"date", "headline"}
    assert str(act.set.date) == "2023-04-09"
    assert str(act.was.date) == "2023-04-10"
    assert act.by == "R.K."
    assert act.correction == "An earlier version gave Monday."
    expect(page.locator("#status")).to_contain_text("Saved as edits/")
    page.get_by_text("What was written").click()
    expect(page.locator("#diff pre")).to_contain_text('+date = "2023-04-09"')
    desk.mark()
    page.get_by_role("button", name="Undo (1)").click()
    desk.rebuilt()
    desk.saved(0)
    expect(desk.event("gave way")).to_contain_text("Mon 10 Apr 2023")
    expect(page.locator("#status")).to_contain_text("Taken back")


def test_everything_goes_by_keys_alone(desk: Desk) -> None:
    page = desk.page
    page.keyboard.press("n")
    expect(page.locator(":focus")).to_have_attribute("data-act", "edit")
    first = page.locator(":focus").get_attribute("data-event")
    desk.mark()
    page.keyboard.press("c")
    desk.rebuilt()
    (act,) = desk.saved(1)
    assert act.set.checked is True
    assert {"date", "headline", "status", "tags", "background"} <= act.was.named().keys()
    expect(page.locator(f"[id='{first}']")).to_contain_text("Checked by ")
    expect(page.locator(":focus")).to_have_attribute("data-event", first or "")
    page.keyboard.press("n")
    second = page.locator(":focus").get_attribute("data-event")
    assert second != first
    page.keyboard.press("e")
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page.locator("#set-date")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#set-headline")).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("njc/ keys typed here are letters")
    desk.mark()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("dialog")).to_be_hidden()
    desk.rebuilt()
    expect(page.locator(f"[id='{second}'] h3")).to_have_text("njc/ keys typed here are letters")
    expect(page.locator(":focus")).to_have_attribute("data-event", second or "")
    page.keyboard.press("h")
    expect(page.locator("#hide-reason")).to_be_focused()
    page.keyboard.type("Told twice.")
    desk.mark()
    page.keyboard.press("Enter")
    desk.rebuilt()
    expect(page.locator(f"[id='{second}']")).to_have_count(0)
    assert desk.saved(3)[-1].reason == "Told twice."
    for left in (2, 1, 0):
        desk.mark()
        page.keyboard.press("u")
        desk.rebuilt()
        desk.saved(left)
    expect(page.locator(f"[id='{second}']")).to_have_count(1)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("next unchecked event")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_the_page_keeps_its_place_when_a_build_comes(desk: Desk) -> None:
    page = desk.page
    page.set_viewport_size({"width": 1280, "height": 420})
    button = desk.event("June 2023").get_by_role("button", name=re.compile("^Edit: "))
    button.scroll_into_view_if_needed()
    button.focus()
    before = button.bounding_box()
    desk.mark()
    page.keyboard.press("c")
    desk.rebuilt()
    page.wait_for_timeout(300)
    expect(desk.event("June 2023").get_by_role("button", name=re.compile("^Edit: "))).to_be_focused()
    after = desk.event("June 2023").get_by_role("button", name=re.compile("^Edit: ")).bounding_box()
    assert before
    assert after
    assert abs(before["y"] - after["y"]) < 4


def test_what_is_typed_outlives_a_build_that_another_hand_makes(desk: Desk) -> None:
    page = desk.page
    form = desk.edit("Ida Lund")
    form.get_by_label("Headline").fill("Surveyor warns")
    form.get_by_label("Public note", exact=True).fill("half a sent")
    desk.mark()
    settings = desk.folder / "timeline.toml"
    settings.write_text(settings.read_text().replace("The canal", "The canals"))
    desk.rebuilt()
    expect(page.locator("#set-headline")).to_have_value("Surveyor warns")
    expect(page.locator("#set-note")).to_be_focused()
    page.keyboard.type("ence")
    expect(page.locator("#set-note")).to_have_value("half a sentence")
    page.keyboard.press("Escape")
    expect(page.get_by_role("alert")).to_contain_text("Not saved yet")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    desk.saved(0)


def test_a_save_whose_answer_is_lost_is_acknowledged_by_the_disk(desk: Desk) -> None:
    def lose(route: Route) -> None:
        route.fetch()  # the preview has saved it, and its answer never comes
        route.abort()

    before = len(list((desk.folder / "edits").glob("*.md"))) if (desk.folder / "edits").is_dir() else 0
    desk.page.route("**/api/save", lose, times=1)
    dialog = desk.edit("surveyor")
    dialog.get_by_label("Headline").fill("A surveyor warned")
    dialog.get_by_role("button", name="Save", exact=True).click()
    expect(desk.page.locator("#status")).to_contain_text("Headline: ")
    expect(desk.page.locator("#status")).to_contain_text("A surveyor warned. Saved as edits/")
    expect(desk.page.get_by_role("dialog")).not_to_be_visible()
    desk.saved(before + 1)
    desk.page.keyboard.press("u")
    desk.saved(before)


def test_a_build_that_comes_before_the_answer_of_a_save_leads_back_to_the_event(desk: Desk) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        route.fetch()  # the preview has saved it, and its answer is on its way
        held.append(route)

    desk.page.route("**/api/save", hold, times=1)
    dialog = desk.edit("surveyor")
    event = desk.event("surveyor").get_attribute("id") or ""
    dialog.get_by_label("Headline").fill("A surveyor warned")
    dialog.get_by_role("button", name="Save", exact=True).click()
    for _ in range(WAIT // 20):
        if held:
            break
        desk.page.wait_for_timeout(20)
    with suppress(Error):  # the new build may have come by itself
        desk.page.evaluate("location.reload()")
    expect(desk.page.locator("#status")).to_contain_text("Saved as edits/")
    expect(desk.page.get_by_role("dialog")).not_to_be_visible()
    expect(desk.page.locator(":focus")).to_have_attribute("data-event", event)


def test_words_that_are_no_date_are_told_and_nothing_is_saved(desk: Desk) -> None:
    form = desk.edit("gave way")
    form.get_by_label("Date", exact=True).fill("when the cows come home")
    expect(form.locator("#set-date-about")).to_contain_text("is no date")
    form.get_by_role("button", name="Save", exact=True).click()
    expect(form.get_by_role("alert")).to_contain_text("is no date")
    form.get_by_label("Date", exact=True).fill("Monday")
    expect(form.locator("#set-date-about")).to_contain_text("Mon 10 Apr 2023")
    form.get_by_role("button", name="Save", exact=True).click()
    expect(form.get_by_role("alert")).to_contain_text("nothing has been changed")
    desk.saved(0)


def test_two_events_are_merged_and_parted_again(desk: Desk) -> None:
    page = desk.page
    form = desk.edit("gave way")
    form.get_by_text("Hide, merge or split").click()
    form.get_by_label("Find among the events").fill("barge")
    form.get_by_label("The same event").select_option(index=0)
    desk.mark()
    form.get_by_role("button", name="Merge the two").click()
    desk.rebuilt()
    assert [act.action.value for act in desk.saved(1)] == ["merge"]
    expect(page.locator(".ev").filter(has_text="barge")).to_have_count(1)
    form = desk.edit("gave way")
    form.get_by_text("Hide, merge or split").click()
    form.locator("fieldset").filter(has_text="Split").get_by_label(re.compile("barge")).check()
    desk.mark()
    form.get_by_role("button", name="Split them off").click()
    desk.rebuilt()
    assert [act.action.value for act in desk.saved(2)] == ["merge", "split"]
    expect(page.locator("li.ev").filter(has=page.locator(":scope > .body > figure", has_text="barge"))).to_have_count(1)


def test_events_are_added_from_a_sentence_and_from_selected_words(desk: Desk) -> None:
    page = desk.page
    page.keyboard.press("a")
    page.get_by_role("button", name="Read: Lock gates").click()
    sentence = page.get_by_role("button", name="The lock keeper's house smelled of diesel.")
    expect(sentence).to_be_visible()
    expect(page.locator(".article .time").first).to_be_visible()
    page.keyboard.press("End")
    expect(sentence).to_be_focused()
    page.keyboard.press("Enter")
    page.locator("#set-date").fill("11 April 2023")
    page.locator("#set-headline").fill("Diesel at the lock")
    desk.mark()
    page.keyboard.press("Control+Enter")
    desk.rebuilt()
    expect(desk.event("Diesel at the lock")).to_contain_text("Tue 11 Apr 2023")
    (act,) = desk.saved(1)
    assert act.targets[0].exact == "The lock keeper's house smelled of diesel."

    page.keyboard.press("a")
    page.get_by_role("button", name="Read: Canal closed").click()
    words = page.locator(".article span[data-at]").filter(has_text="forty tons of gravel").last
    box = words.bounding_box()
    assert box
    page.mouse.move(box["x"] + 2, box["y"] + 6)
    page.mouse.down()
    page.mouse.move(box["x"] + 160, box["y"] + 6, steps=4)
    page.mouse.up()
    page.get_by_role("button", name="Add an event from the selected words").click()
    expect(page.locator("#set-headline")).to_have_value("A barge with forty tons of gravel sank at Arlen")
    page.locator("#set-date").fill("2021-08")
    page.locator("#set-headline").fill("A part of a sentence")
    desk.mark()
    page.get_by_role("button", name="Add the event").click()
    desk.rebuilt()
    act = desk.saved(2)[-1]
    assert act.targets[0].exact in GATES
    assert 3 < len(act.targets[0].exact) < 60


def test_an_event_is_added_from_an_address_and_can_be_corrected_too(desk: Desk) -> None:
    page = desk.page
    page.keyboard.press("a")
    page.get_by_role("button", name="Add an event from a web address").click()
    page.get_by_label("Address of the source").fill("https://example.org/record")
    page.locator("#set-date").fill("March 2023")
    page.locator("#set-headline").fill("A record is kept")
    desk.mark()
    page.get_by_role("button", name="Add the event").click()
    desk.rebuilt()
    expect(desk.event("A record is kept")).to_contain_text("March 2023")
    desk.saved(1)
    form = desk.edit("A record is kept")  # which no quote names, only its address
    form.get_by_label("Headline").fill("A register is kept")
    desk.mark()
    form.get_by_role("button", name="Save", exact=True).click()
    desk.rebuilt()
    expect(desk.event("A register is kept")).to_contain_text("March 2023")
    assert desk.saved(2)[-1].targets[0].url == "https://example.org/record"


def test_the_list_of_the_unchecked_shrinks(desk: Desk) -> None:
    page = desk.page
    page.keyboard.press("l")
    dialog = page.get_by_role("dialog")
    rows = dialog.get_by_role("listitem")
    before = rows.count()
    dialog.get_by_role("button", name=re.compile("^Check: ")).first.click()
    expect(rows).to_have_count(before - 1)
    assert desk.saved(1)[0].set.checked is True


def test_a_save_over_what_another_tab_saved_shows_both_versions(desk: Desk, context: BrowserContext) -> None:
    other = opened(desk, context)
    mine, theirs = desk.edit("Ida Lund"), other.edit("Ida Lund")
    theirs.get_by_label("Headline").fill("Theirs")
    theirs.get_by_role("button", name="Save", exact=True).click()
    desk.saved(1)
    desk.rebuilt()
    expect(mine.get_by_text("has changed since you opened it")).to_be_visible()
    mine.get_by_label("Headline").fill("Mine")
    mine.get_by_role("button", name="Save", exact=True).click()
    conflict = mine.locator(".conflict")
    expect(conflict.get_by_role("row").filter(has_text="Headline")).to_contain_text("MineTheirs")
    desk.saved(1)
    desk.mark()
    mine.get_by_role("button", name="Save mine over it").click()
    desk.rebuilt()
    acts = desk.saved(2)
    assert [act.set.headline for act in acts] == ["Theirs", "Mine"]
    assert acts[1].was.headline == "Theirs"
    expect(desk.event("Ida Lund").locator("h3")).to_have_text("Mine")
    other.page.close()


def test_a_new_tab_may_edit_and_a_stranger_may_not(desk: Desk, context: BrowserContext, browser: Browser) -> None:
    bare = desk.address.partition("#")[0]
    tab = context.new_page()
    tab.goto(bare)
    expect(tab.get_by_role("button", name=re.compile("^Edit: ")).first).to_be_visible(timeout=WAIT)
    tab.close()
    stranger = browser.new_context()
    page = stranger.new_page()
    page.goto(bare)
    expect(page.get_by_text("open the address that the terminal shows")).to_be_visible(timeout=WAIT)
    expect(page.locator(".dateline-tools")).to_have_count(0)
    stranger.close()


OPENED = """() => document.querySelector("dateline-editing").shadowRoot.querySelectorAll("dialog details").forEach((each) => {
  each.open = true;
})"""
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SMALL = """() => {
  const root = document.querySelector("dateline-editing").shadowRoot;
  const inside = root.querySelectorAll("button, summary, select, input, textarea");
  const all = [...inside, ...document.querySelectorAll(".dateline-tools button")];
  return all.filter((each) => each.checkVisibility()).filter((each) => {
    const { width, height } = each.getBoundingClientRect();
    return width < 24 || height < 24;
  }).map((each) => each.outerHTML.slice(0, 90));
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_view_is_accessible_at_every_width(desk: Desk, browser: Browser, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(desk.address)
    page.wait_for_selector(".dateline-tools")
    for key in ("", "e", "t", "l", "a", "?"):
        if key:
            page.keyboard.press(key)
            expect(page.get_by_role("dialog")).to_be_visible()
            page.evaluate(OPENED)
        for width in (1280, 390, 320) if scheme == "light" else (390,):
            page.set_viewport_size({"width": width, "height": 900})
            found = Axe().run(page, options={"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": TAGS}}).response
            assert [f"{each['id']}: {each['nodes'][0]['html']}" for each in found["violations"]] == [], (key, width)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert page.evaluate(SMALL) == [], (key, width)
        if key:
            page.keyboard.press("Escape")
            expect(page.get_by_role("dialog")).to_be_hidden()
    context.close()
