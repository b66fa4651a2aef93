"""Every file of a site goes out as what it is."""

from __future__ import annotations

from pathlib import Path

from generator.edge.media_types import media_type

SITE = Path(__file__).parents[2] / "site"


def test_a_page_is_a_page_and_what_is_not_known_is_bytes() -> None:
    assert media_type("event/index.HTML") == "text/html; charset=utf-8"
    assert media_type("CNAME") == "application/octet-stream"


def test_every_file_of_a_site_with_an_ending_has_a_type() -> None:
    unknown = {path.suffix for path in SITE.rglob("*.*") if path.is_file() and not path.name.startswith(".")}
    assert {each for each in unknown if media_type(f"a{each}") == "application/octet-stream"} == set()
