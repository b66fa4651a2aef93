"""The look that settings ask for: a stylesheet of a few custom properties. In: Settings. Out: CSS, empty where nothing is asked for.

A colour is made darker on light pages and lighter on dark ones until it can be read there: 4.5 to 1, as WCAG 2.2 asks of text.
"""

from __future__ import annotations

from generator.model.settings import Settings

PATH = "look.css"
_CONTRAST = 4.6
_LIGHT, _DARK = (255, 255, 255), (0x14, 0x17, 0x1A)
"""The backgrounds of the default theme."""
_STEPS = 40
_SANS = "--serif:var(--sans)"
Colour = tuple[int, int, int]


def stylesheet(settings: Settings) -> str:
    r"""Return the rules, for light and for dark pages.

    >>> stylesheet(Settings(font="sans"))
    ':root{--serif:var(--sans)}\n'
    """
    rules = [f":root{{{_SANS}}}"] if settings.font == "sans" else []
    if settings.accent:
        wanted = _colour(settings.accent)
        light, dark = (_hex(readable(wanted, page)) for page in (_LIGHT, _DARK))
        rules.append(f":root{{--accent:{light};--link:{light}}}")
        rules.append(f"@media (prefers-color-scheme:dark){{:root:not([data-look=light]){{--accent:{dark};--link:{dark}}}}}")
        rules.append(f":root[data-look=dark]{{--accent:{dark};--link:{dark}}}")
    return "\n".join(rules) + "\n" if rules else ""


def on_light(accent: str) -> str:
    """Return an accent as it is on a light page."""
    return _hex(readable(_colour(accent), _LIGHT))


def readable(colour: Colour, page: Colour) -> Colour:
    """Return the colour, moved away from that of the page until text in it can be read.

    >>> readable((255, 230, 0), (255, 255, 255)), readable((11, 79, 108), (255, 255, 255))
    ((128, 115, 0), (11, 79, 108))
    """
    goal = 0 if luminance(page) > luminance((128, 128, 128)) else 255
    for step in range(_STEPS + 1):
        red, green, blue = (round(part + (goal - part) * step / _STEPS) for part in colour)
        if contrast((red, green, blue), page) >= _CONTRAST:
            return red, green, blue
    return goal, goal, goal


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two colours, as WCAG 2.2 defines it: from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: Colour) -> float:
    """Return the relative luminance of a colour, as WCAG 2.2 defines it: from 0 to 1."""
    red, green, blue = (part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _colour(text: str) -> Colour:
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def _hex(colour: Colour) -> str:
    return "#" + "".join(f"{part:02x}" for part in colour)
