"""What a link to the site shows where it is shared: a picture of 1200 × 630 for each event that matters and for the whole.

In: EventViews, Settings. Out: SVG, and by resvg and Pillow the PNG of it, of few colours. The fonts come as packages (Noto, under the SIL
Open Font Licence), none of the machine's are looked at: the same event gives the same picture everywhere.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files
from importlib.util import find_spec
from itertools import groupby

from generator.model.event import Event
from generator.model.settings import Settings
from generator.render import look
from generator.render.permalinks import slug
from generator.render.quotes import QuoteView
from generator.render.views import EventView

WIDTH, HEIGHT = 1200, 630
WHOLE = "share/timeline.png"
MOST = 60
"""So many events have a picture of their own: the heaviest. One takes .2 seconds and 25 KB; the others show that of the whole."""
_SHADES = 10
"""Of each colour of type, down to the white of the page: soft edges want no more, and more would take twice the bytes."""
_FILL = re.compile('fill="#([0-9a-f]{6})"')
_FONTS = (("fontpkg_noto_serif", "NotoSerif[wdth,wght].ttf"), ("fontpkg_noto_sans", "NotoSans[wdth,wght].ttf"))
_ACCENT, _INK, _MUTED = "#0b4f6c", "#191c20", "#545b64"
_LEFT, _ROOM = 84, 1030
_SIZES = ((3, 64), (4, 50), (4, 42))
"""Lines at most and the size of type, tried in this order; what does not fit the last is cut."""
_SENTENCE_SIZES = ((5, 48), (6, 42), (8, 34))
_QUOTE, _QUOTE_LINES, _LEADING = 30, 4, 1.4
_NARROW, _WIDE = frozenset("iljtfrI.,:;'’‘“”()-–| "), frozenset("mwMW@%—…")
_NOT_DRAWN = re.compile("[\u0590-\u08ff\u2e80-\uffff]|[\U00010000-\U0010ffff]")
"""Scripts that the fonts lack: Hebrew, Arabic, those of East Asia, signs beyond the first plane."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class _Type:
    size: int
    fill: str
    family: str = "Noto Serif"
    bold: bool = False


_BODY, _SMALL = _Type(_QUOTE, _INK), _Type(26, _MUTED, "Noto Sans")


def is_able() -> bool:
    """Tell whether the packages that draw are installed (the extra ``share``)."""
    return all(find_spec(name) for name in ("resvg_py", *(package for package, _ in _FONTS)))


def pictured(events: Iterable[Event], views: Mapping[str, EventView], settings: Settings) -> dict[str, str]:
    """Return the paths of the pictures by the id of their event, for the heaviest events whose headline can be drawn."""
    if not settings.share_images or not settings.base_url:
        return {}
    drawn = [event for event in events if not _NOT_DRAWN.search(views[event.id].headline)]
    heaviest = sorted(drawn, key=lambda event: (-event.salience, event.id))[:MOST]
    return {event.id: f"share/{slug(event.id)}.png" for event in heaviest}


def picture_of(view: EventView, settings: Settings) -> bytes:
    """Draw an event: its date and how well that is known, its headline, the quote with the words that give the date."""
    if view.by_itself and view.lead:
        return _drawn([_date_line(view, settings), *_sentence(view.lead), _foot(f"{view.counted} · {settings.title}")], settings)
    lines, size = _headline(view.headline)
    top = 196 if len(lines) < 3 else 176
    below = top + len(lines) * size * 1.2 + 34
    quote: list[list[_Word]] = []
    if view.lead and view.lead.text and not _NOT_DRAWN.search(view.lead.text):
        said = [_Word(f"“{view.lead.before}"), _Word(view.lead.said, strong=True), _Word(f"{view.lead.after}”")]
        room = min(_QUOTE_LINES, int((HEIGHT - 96 - below) // (_QUOTE * _LEADING)))
        quote = _cut(_wrapped(_words(said), _QUOTE), room)
    return _drawn(
        [
            _date_line(view, settings),
            *_lines(top, lines, _Type(size, _INK, bold=True), 1.2),
            *_lines(below, quote, _BODY, _LEADING),
            _foot(f"{view.counted} · {settings.title}"),
        ],
        settings,
    )


def _date_line(view: EventView, settings: Settings) -> str:
    return _line(84, [_Word(f"{view.told.label} · {view.told.precision}", strong=True)], _Type(30, _accent(settings), "Noto Sans"))


def _foot(text: str) -> str:
    return _line(HEIGHT - 48, _short(text, _SMALL.size), _SMALL)


def _sentence(quote: QuoteView) -> list[str]:
    """Draw the sentence that stands for a headline, as large as it fits, once: the words that give its date are strong."""
    before, said, after = quote.alone_parts
    words = _words([_Word(f"“{before}"), _Word(said, strong=True), _Word(f"{after}”")])
    for most, size in _SENTENCE_SIZES:
        lines = _wrapped(words, size)
        if len(lines) <= most:
            break
    return _lines(176, _cut(lines, most), _Type(size, _INK), _LEADING)


def picture_of_all(count: str, settings: Settings) -> bytes:
    """Draw the whole: its title, its description, how many events it holds."""
    lines, size = _headline(settings.title)
    told = _cut(_wrapped(_words([_Word(settings.description)]), _QUOTE), _QUOTE_LINES)
    return _drawn(
        [
            _line(84, [_Word(settings.kicker or count, strong=True)], _Type(30, _accent(settings), "Noto Sans")),
            *_lines(196, lines, _Type(size, _INK, bold=True), 1.2),
            *_lines(196 + len(lines) * size * 1.2 + 34, told, _BODY, _LEADING),
            _foot(settings.publisher or count),
        ],
        settings,
    )


def _accent(settings: Settings) -> str:
    return look.on_light(settings.accent) if settings.accent else _ACCENT


def _headline(text: str) -> tuple[list[list[_Word]], int]:
    """Return the lines of a headline and the size at which it fits."""
    for most, size in _SIZES:
        lines = _wrapped(_words([_Word(text)]), size)
        if len(lines) <= most:
            return lines, size
    most, size = _SIZES[-1]
    return _cut(_wrapped(_words([_Word(text)]), size), most), size


def _short(text: str, size: int) -> list[_Word]:
    """Return as much of a text as fits one line."""
    return next(iter(_cut(_wrapped(_words([_Word(text)]), size), 1)), [])


def _words(pieces: Iterable[_Word]) -> list[_Word]:
    """Part pieces of text at their spaces; a word keeps its look, and the space before it."""
    found: list[_Word] = []
    space = ""
    for piece in pieces:
        text = space + _CONTROL.sub(" ", piece.text)
        space = " " if text[-1:].isspace() else ""
        found += [_Word(word, piece.strong) for word in re.findall(r"\s*\S+", text)]
    return found


def _wrapped(words: Sequence[_Word], size: int) -> list[list[_Word]]:
    """Put words on lines by how wide their letters are reckoned, a little generously."""
    lines: list[list[_Word]] = [[]]
    taken = 0.0
    for word in words:
        wide = _width(word.text, size)
        if lines[-1] and taken + wide > _ROOM and word.text[:1].isspace():
            lines.append([])
            taken, word = 0.0, _Word(word.text.lstrip(), word.strong)  # noqa: PLW2901  # a line begins with no space
        lines[-1].append(word)
        taken += wide
    return [line for line in lines if line]


def _width(text: str, size: int) -> float:
    ems = sum(0.32 if sign in _NARROW else 0.92 if sign in _WIDE else 0.7 if sign.isupper() else 0.58 for sign in text)
    return ems * size


def _cut(lines: list[list[_Word]], most: int) -> list[list[_Word]]:
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], [*lines[most - 1][:-1], _Word(" …")]] if most > 0 else []


def _lines(top: float, lines: Sequence[Sequence[_Word]], look_of: _Type, leading: float) -> list[str]:
    return [_line(top + index * look_of.size * leading, line, look_of) for index, line in enumerate(lines)]


def _line(y: float, words: Sequence[_Word], look_of: _Type) -> str:
    runs = ((strong, "".join(word.text for word in run)) for strong, run in groupby(words, key=lambda word: word.strong))
    text = "".join(f'<tspan font-weight="700">{escape(run)}</tspan>' if strong else escape(run) for strong, run in runs)
    font = f'font-family="{look_of.family}" font-size="{look_of.size}" font-weight="{700 if look_of.bold else 400}"'
    return f'<text xml:space="preserve" x="{_LEFT}" y="{y:.0f}" {font} fill="{look_of.fill}">{text}</text>'


def _drawn(parts: Sequence[str], settings: Settings) -> bytes:
    page = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/><rect width="18" height="{HEIGHT}" fill="{_accent(settings)}"/>'
    return _png(f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">{page}{"".join(parts)}</svg>')


def _png(svg: str) -> bytes:
    import resvg_py  # noqa: PLC0415  # an extra, loaded when a picture is wanted
    from PIL import Image  # noqa: PLC0415  # likewise

    drawn = Image.open(io.BytesIO(resvg_py.svg_to_bytes(svg_string=svg, font_files=list(_fonts()), skip_system_fonts=True)))
    palette, written = Image.new("P", (1, 1)), io.BytesIO()
    palette.putpalette([level for colour in sorted(set(_FILL.findall(svg))) for level in _shades(bytes.fromhex(colour))] + [255] * 3)
    drawn.convert("RGB").quantize(palette=palette, dither=Image.Dither.NONE).save(written, "PNG", optimize=True)
    return written.getvalue()


def _shades(colour: bytes) -> list[int]:
    """Return the shades of a colour, from next to white to the colour itself, as levels of red, green and blue in turn."""
    return [round(255 + (level - 255) * step / _SHADES) for step in range(1, _SHADES + 1) for level in colour]


@cache
def _fonts() -> tuple[str, ...]:
    return tuple(str(files(package) / "files" / name) for package, name in _FONTS)
