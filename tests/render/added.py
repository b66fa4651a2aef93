"""The small invented timeline with all that editors can add: pictures, a film, places, fields of their own, relations."""

from __future__ import annotations

import io
from dataclasses import replace

from PIL import Image

from generator.model.additions import Detail, Medium, Place
from generator.model.event import Timeline
from generator.model.project import Theme
from generator.model.settings import Settings
from tests.render.invented import SETTINGS, small, theme

OWN: Settings = replace(SETTINGS, fields=(("actor", "Who acted"), ("cost", "Cost in crowns")))
_QUAY = Medium("quay.jpg", "The quay, under water", "A. Example", "The quay on Tuesday evening")
_FILM = Medium("quay.jpg", "The bridge from the quay", "A. Example", "The port's own film", "https://films.example/w?v=1")
_ADDED: dict[str, dict[str, object]] = {
    "e-talks": {
        "media": (_QUAY,),
        "details": (Detail("actor", "The mayor"), Detail("cost", "60 million")),
        "places": (Place("Old harbour", 45.62, -61.35), Place("Town hall")),
    },
    "e-shut": {"details": (Detail("actor", "The mayor"),), "places": (Place("Old harbour", 45.62, -61.35),), "follows": ("e-talks",)},
    "e-tests": {"media": (_FILM, Medium(link="https://posts.example/1")), "answers": ("e-shut",)},
    "e-storm": {"places": (Place("Cape Ellery", 46.9, -60.5), Place("Orsk", 44.7, -63.6))},
}


def added() -> tuple[Timeline, Theme]:
    """Return the timeline, and the theme with its picture; its settings are ``OWN``."""
    timeline = small()
    events = tuple(replace(each, **_ADDED.get(each.id, {})) for each in timeline.events)  # type: ignore[arg-type]
    return replace(timeline, events=events), replace(theme(), pictures={"quay.jpg": _picture()})


def _picture() -> bytes:
    made = io.BytesIO()
    Image.linear_gradient("L").resize((1200, 800)).convert("RGB").save(made, "JPEG")
    return made.getvalue()
