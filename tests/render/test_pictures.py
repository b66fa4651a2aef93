"""Pictures of events: in the sizes that screens want, upright, with nothing the camera wrote; what cannot be used is told and left out."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from generator.model.additions import Medium
from generator.model.codes import BAD_PICTURE, NO_SUCH_PICTURE
from generator.model.event import Timeline
from generator.model.project import Theme
from generator.render import pictures
from generator.render.pictures import makers, path_of, pictures_of, version
from generator.render.plan import plan
from generator.render.site import render
from tests.render.invented import SETTINGS, small, theme

WRITTEN = "taken at 51.2 north"


def picture(width: int, height: int, kind: str = "JPEG", *, turned: bool = False) -> bytes:
    made = io.BytesIO()
    image = Image.new("RGB", (width, height), (200, 30, 30)) if kind == "JPEG" else Image.new("RGBA", (width, height), (200, 30, 30, 90))
    exif = Image.Exif()
    exif[0x010E] = WRITTEN
    if turned:
        exif[0x0112] = 6
    image.save(made, kind, exif=exif)
    return made.getvalue()


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def test_a_picture_has_the_sizes_that_are_smaller_than_it_and_itself() -> None:
    held = {"wide.jpg": picture(2400, 1200), "small.png": picture(300, 200, "PNG")}
    found = pictures_of(held, held).value
    assert [width for _, width in found["wide.jpg"].versions] == [480, 960, 1600]
    assert (found["wide.jpg"].width, found["wide.jpg"].height) == (1600, 800)
    assert [width for _, width in found["small.png"].versions] == [300]
    made = {path: opened(make()) for path, make in makers(found, held, version).items()}
    assert {path: image.size for path, image in made.items()} == {
        path_of("wide.jpg", 480): (480, 240),
        path_of("wide.jpg", 960): (960, 480),
        path_of("wide.jpg"): (1600, 800),
        path_of("small.png"): (300, 200),
    }
    assert {image.format for image in made.values()} == {"WEBP"}


def test_a_picture_stands_upright_and_tells_nothing_of_its_camera() -> None:
    held = {"a.jpg": picture(400, 200, turned=True)}
    assert WRITTEN.encode() in held["a.jpg"]
    found = pictures_of(held, held).value["a.jpg"]
    assert (found.width, found.height) == (200, 400)
    made = version(held["a.jpg"], 200)
    assert opened(made).size == (200, 400)
    assert WRITTEN.encode() not in made
    assert made == version(held["a.jpg"], 200)


def test_what_is_see_through_stays_so() -> None:
    image = opened(version(picture(20, 20, "PNG"), 20))
    assert image.mode == "RGBA"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<svg onload='alert(1)'/>", "it is no JPEG"),
        (b"", "it is no JPEG"),
        (picture(300, 300)[:700], "it is broken"),
        (picture(90, 90, "PNG")[:60], "it is broken"),
    ],
)
def test_what_is_no_picture_is_told(content: bytes, said: str) -> None:
    done = pictures_of(["a.jpg"], {"a.jpg": content})
    assert done.value == {}
    assert [each.code for each in done.diagnostics] == [BAD_PICTURE]
    assert said in done.diagnostics[0].message


def test_more_pixels_than_a_machine_can_hold_are_refused_by_the_head_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MOST_PIXELS", 100)
    done = pictures_of(["a.png"], {"a.png": picture(11, 10, "PNG")})
    assert "11 × 10 pixels are more than 100" in done.diagnostics[0].message


def with_media(*media: Medium, held: dict[str, bytes] | None = None) -> tuple[Timeline, Theme]:
    timeline = small()
    events = tuple(replace(each, media=media) if each.id == "e-talks" else each for each in timeline.events)
    return replace(timeline, events=events), replace(theme(), pictures=held or {})


def test_a_page_shows_a_picture_with_its_size_its_words_and_whose_it_is() -> None:
    timeline, own = with_media(Medium("n/a.jpg", 'A "pier"', "A. <b>", "At noon"), held={"n/a.jpg": picture(1000, 500)})
    site = render(plan(timeline, SETTINGS), timeline, SETTINGS, own)
    html = site["event/e-talks/index.html"].decode()
    assert f'<img src="../../{path_of("n/a.jpg")}" srcset="../../{path_of("n/a.jpg", 480)} 480w, ' in html
    assert 'width="1000" height="500" alt="A &#34;pier&#34;" loading="lazy"' in html
    assert "<small>Picture: A. &lt;b&gt;</small>" in html
    assert opened(site[path_of("n/a.jpg", 480)]).size == (480, 240)
    assert "<img" in site["index.html"].decode()
    assert not [path for path in site if path.endswith("a.jpg")]
    assert site.said == ()


def test_a_film_is_a_link_with_a_still_and_nothing_is_framed() -> None:
    medium = Medium("a.jpg", "A pier", "A.", link="https://films.example/w?v=1")
    for held, still in (({"a.jpg": picture(100, 50)}, True), ({}, False)):
        timeline, own = with_media(medium, held=held)
        site = render(plan(timeline, SETTINGS), timeline, SETTINGS, own)
        html = site["event/e-talks/index.html"].decode()
        assert ('<a class="film" href="https://films.example/w?v=1"><img' in html) is still
        assert '<a href="https://films.example/w?v=1">see it at films.example</a>' in html
        assert "<iframe" not in html
        assert [each.code for each in site.said] == ([] if still else [NO_SUCH_PICTURE])


def test_a_link_that_runs_is_no_link() -> None:
    timeline, own = with_media(Medium(link="javascript:alert(1)", caption="x"))
    assert b"javascript:" not in render(plan(timeline, SETTINGS), timeline, SETTINGS, own)["event/e-talks/index.html"]


def test_a_site_without_pictures_has_no_word_of_them() -> None:
    site = render(plan(small(), SETTINGS), small(), SETTINGS, theme())
    assert not any(path.startswith("pictures/") for path in site)
    assert b"<img" not in site["index.html"]
