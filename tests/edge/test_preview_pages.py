from __future__ import annotations

from pathlib import Path

from generator.edge.preview_pages import STYLE_PATH, live, problem_html, problem_page, widened
from generator.model import codes
from generator.model.diagnostic import Location, tell

ORIGINS = ["http://127.0.0.1:8000"]
SCRIPT = "/livereload.js?port=8000"
PAGE = (
    "<html><head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'\"></head><body>x</body></html>"
)


def test_a_page_gets_the_reload_script_and_its_policy_lets_it_run() -> None:
    page, policy = live(PAGE, "", SCRIPT, ORIGINS)
    assert '<script src="/livereload.js?port=8000" defer></script>' in page
    assert "http-equiv" not in page
    assert policy == "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self' ws://127.0.0.1:8000"


def test_a_page_without_a_policy_is_sent_without_one() -> None:
    assert live("<head></head>", "", SCRIPT, ORIGINS)[1] == ""


def test_what_the_pages_policy_allows_stays_allowed() -> None:
    policy = widened("script-src 'sha256-abc='; img-src data:", ORIGINS)
    assert policy.startswith("script-src 'sha256-abc=' 'self'; img-src data:;")


def test_the_problem_stands_at_the_end_of_the_body_once() -> None:
    page, _ = live(PAGE, "<p>broken</p>", SCRIPT, ORIGINS)
    assert page.endswith("x<p>broken</p></body></html>")
    alone, policy = live(problem_page("<p>broken</p>"), "<p>broken</p>", SCRIPT, ORIGINS)
    assert alone.count("<p>broken</p>") == 1
    assert policy.startswith("default-src 'none'")


def test_a_page_without_head_or_body_gets_them_at_its_end() -> None:
    page, _ = live("bare", "<p>broken</p>", SCRIPT, ORIGINS)
    assert page.startswith("bare")
    assert STYLE_PATH in page
    assert "broken" in page


def test_input_cannot_write_html_into_the_box() -> None:
    said = tell(codes.TEMPLATE_ERROR, Location("templates/a.html", 3, 1, "<script>alert(1)</script>"), reason="<b>")
    box = problem_html([said], Path())
    assert "<script>" not in box
    assert "<b>" not in box
    assert "templates/a.html:3:1" in box
    assert problem_html([], Path()) == ""
