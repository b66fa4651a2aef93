"""A page that never answers costs one browser, not the run."""

from __future__ import annotations

import pytest
from playwright.sync_api import Error

from tests.browser.watching import Chromium


def test_a_page_that_never_answers_is_killed_with_its_browser_and_the_next_one_answers(chromium: Chromium) -> None:
    page = chromium.running().new_page()
    with pytest.raises(Error, match="closed"), chromium.watched("a page without end", 1.0):
        page.evaluate("for (;;) {}")
    assert chromium.killed.pop() == "a page without end"
    assert chromium.running().new_page().evaluate("1 + 1") == 2


def test_a_browser_that_answers_in_time_is_left_alone(chromium: Chromium) -> None:
    page = chromium.running().new_page()
    with chromium.watched("a page that answers", 30.0):
        assert page.evaluate("1 + 1") == 2
    assert "a page that answers" not in chromium.killed
    assert page.evaluate("2 + 2") == 4
