"""Pictures for sharing: drawn for what matters, the same bytes each time, only where they are asked for."""

import io
import re
from dataclasses import replace

import pytest
from PIL import Image

from generator.model.codes import NO_PICTURES
from generator.model.settings import Settings
from generator.render import sharing
from generator.render.plan import plan
from generator.render.sharing import HEIGHT, MOST, WHOLE, WIDTH, _headline, _Word, _words, _wrapped
from generator.render.site import pictures, render
from tests.render.invented import SETTINGS, many, small, theme

ASKED = replace(SETTINGS, base_url="https://desk.example/harbour/", share_images=True)


def files(settings: Settings) -> dict[str, bytes]:
    return {output.path: output.content for output in render(plan(small(), settings), small(), settings, theme()).whole().value}


def test_the_whole_and_each_event_have_a_picture_of_the_size_that_is_asked_for() -> None:
    made = files(ASKED)
    drawn = [path for path in made if path.startswith("share/")]
    assert WHOLE in drawn
    assert len(drawn) == 10
    for path in drawn:
        assert made[path].startswith(b"\x89PNG")
        assert [int.from_bytes(made[path][at : at + 4], "big") for at in (16, 20)] == [WIDTH, HEIGHT]
    text = made["event/e-talks/index.html"].decode()
    assert '<meta property="og:image" content="https://desk.example/harbour/share/e-talks.png">' in text
    assert "summary_large_image" in text
    assert "share/timeline.png" in made["index.html"].decode()


def test_the_same_event_gives_the_same_bytes() -> None:
    assert files(ASKED)["share/e-talks.png"] == files(ASKED)["share/e-talks.png"]
    red = files(replace(ASKED, accent="#c8102e"))
    assert red["share/e-talks.png"] != files(ASKED)["share/e-talks.png"]


def test_a_picture_has_the_colours_of_its_type_and_the_shades_to_white_between() -> None:
    drawn = Image.open(io.BytesIO(files(replace(ASKED, accent="#c8102e"))["share/e-talks.png"]))
    assert drawn.mode == "P"
    colours = {colour for _, colour in drawn.convert("RGB").getcolors() or ()}
    assert {(255, 255, 255), (200, 16, 46), (25, 28, 32)} <= colours
    assert len(colours) <= 31


def test_a_sentence_that_stands_for_a_headline_is_drawn_once_with_the_words_of_its_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "_png", str.encode)
    timeline = small()
    bare = replace(timeline, events=tuple(replace(each, headline="") for each in timeline.events))
    view = next(page.context["event"] for page in plan(bare, ASKED) if page.path == "event/e-storm/index.html")
    svg = sharing.picture_of(view, ASKED).decode()
    assert svg.count("The bridge was closed") == 1
    assert " ".join(re.findall('<tspan font-weight="700">([^<]*)</tspan>', svg)).split()[-2:] == ["September", "2001"]


def test_of_many_events_the_heaviest_have_their_own_and_the_others_that_of_the_whole() -> None:
    pages = plan(many(200), ASKED)
    assert len(pictures(pages, ASKED)) == MOST + 1
    shown = {page.context["picture"] for page in pages if page.template == "event.html"}
    assert WHOLE in shown
    assert len(shown) == MOST + 1


def test_nothing_is_drawn_that_nobody_asked_for() -> None:
    assert not [path for path in files(replace(SETTINGS, base_url="https://a.example")) if path.startswith("share/")]


@pytest.mark.parametrize(("able", "base_url"), [(False, "https://a.example"), (True, "")])
def test_what_is_missing_for_them_is_told(able: bool, base_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "is_able", lambda: able)
    settings = replace(ASKED, base_url=base_url)
    result = render(plan(small(), settings), small(), settings, theme()).whole()
    assert [each.code for each in result.diagnostics] == [NO_PICTURES]
    assert not [output.path for output in result.value if output.path.startswith("share/")]
    assert b"og:image" not in next(output.content for output in result.value if output.path == "index.html")


def test_long_headlines_grow_smaller_and_are_cut_at_last() -> None:
    assert _headline("Short words")[1] > _headline("Many more words " * 8)[1]
    lines, _ = _headline("Many more words " * 40)
    assert lines[-1][-1].text == " …"


def test_no_line_begins_with_a_space_and_nothing_is_lost_between_them() -> None:
    text = "The council approved an additional 60 million crowns for repairs late this summer"
    lines = _wrapped(_words([_Word(text[:40]), _Word(text[40:], strong=True)]), 60)
    assert " ".join("".join(word.text for word in line) for line in lines).split() == text.split()
    assert not any(line[0].text.startswith(" ") for line in lines)
