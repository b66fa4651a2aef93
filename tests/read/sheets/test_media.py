"""What a row shows is kept as what it is, with all that is said of it; what cannot be shown is told."""

from __future__ import annotations

import pytest

from generator.model.additions import Medium, cells_of
from generator.read.sheets.media import exhibits, fit, unshown
from generator.read.sheets.row import Exhibit

AT = "https://velm.example"
FILM = "https://vimeo.com/1"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            {"media": f"{AT}/a.jpg", "caption": "The dam", "credit": "A. N."},
            Exhibit(Medium("", "", "A. N.", "The dam", f"{AT}/a.jpg"), f"{AT}/a.jpg"),
        ),
        ({"media": f'<img src="{AT}/a.PNG?w=9">'}, Exhibit(Medium(link=f"{AT}/a.PNG?w=9"), f"{AT}/a.PNG?w=9")),
        ({"media": FILM, "still": f"{AT}/s.jpg"}, Exhibit(Medium(link=FILM), f"{AT}/s.jpg")),
        ({"media": f"{AT}/photo/7", "still": "seven.jpg"}, Exhibit(Medium(link=f"{AT}/photo/7"), "seven.jpg")),
        (
            {"media": "./old/dam 2.jpeg", "caption": "A dam", "credit": "B"},
            Exhibit(Medium("old/dam 2.jpeg", "A dam", "B", "A dam"), "old/dam 2.jpeg"),
        ),
        ({"media": "dam.gif", "alt": "A wall", "credit": "B"}, Exhibit(Medium("dam.gif", "A wall", "B"), "dam.gif")),
    ],
)
def test_a_cell_becomes_what_it_shows(values: dict[str, str], expected: Exhibit) -> None:
    assert exhibits(values) == (expected,)


@pytest.mark.parametrize("cell", ["", f"{AT}/page", "a dam", "../a.jpg", "/etc/a.jpg", "c:\\a.jpg", ".hidden.jpg", "a/../b.jpg", "dam.svg"])
def test_what_is_no_medium_or_leads_elsewhere_is_none(cell: str) -> None:
    assert exhibits({"media": cell}) == ()


def test_of_several_media_each_has_its_own_lines() -> None:
    values = {"media": f"{FILM}\n{AT}/a.jpg", "caption": "-\nThe dam", "credit": "A\nB"}
    film, picture = (each.medium for each in exhibits(values))
    assert (film, picture) == (Medium(credit="A", link=FILM), Medium(credit="B", caption="The dam", link=f"{AT}/a.jpg"))


def test_lines_of_one_medium_are_not_taken_apart() -> None:
    (one,) = exhibits({"media": f'<iframe\n src="{FILM}"></iframe>', "caption": "Two\nlines"})
    assert one.medium == Medium(caption="Two lines", link=FILM)


def test_what_is_written_is_read_again() -> None:
    media = (Medium("a.jpg", "A wall", "B", "The dam"), Medium("s.jpg", "A still", "C", "", FILM), Medium(link=f"{AT}/b.png"))
    assert tuple(each.medium for each in exhibits(cells_of(media))) == (media[0], Medium("", "A still", "C", "", FILM), media[2])
    assert [each.picture for each in exhibits(cells_of(media))] == ["a.jpg", "s.jpg", f"{AT}/b.png"]


def test_what_cannot_be_shown_is_told() -> None:
    values = {"media": "dam.jpg", "caption": "A dam"}
    assert fit(exhibits(values)) == ()
    assert list(unshown(values)) == ["the picture “dam.jpg” is left away: it needs an alt text (or a caption), and a credit"]
