"""``timeline.toml`` → Settings: every name known, every value of its type, what is wrong shown where it stands."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from generator.model import codes
from generator.model.diagnostic import Checked, tell
from generator.model.project import File
from generator.model.settings import Settings
from generator.read import text, toml
from generator.read.editors import marked
from generator.read.form import filled


def settings(file: File | None, languages: Collection[str] = ()) -> Checked[Settings]:
    """Read the settings of a project.

    Args:
        file: ``timeline.toml``; None where a folder has none.
        languages: the codes that have a table; none where any will do.

    Returns:
        The settings, with the default where a value cannot be used; UNKNOWN_SETTING, BAD_SETTING, BAD_TOML, UNKNOWN_LANGUAGE and
        what :func:`generator.read.text.decoded` says.
    """
    if file is None:
        return Checked(Settings())
    read = text.decoded(file, text.FORM_LIMIT)
    if read.value is None:
        return Checked(Settings(), read.diagnostics)
    parsed = toml.parse(read.value)
    if parsed.value is None:
        return Checked(Settings(), parsed.diagnostics)
    filled_in = filled(parsed.value, Settings)
    value = filled_in.value or Settings()
    value = replace(value, editors=marked(value.editors))
    said = filled_in.diagnostics
    if languages and value.language.lower().replace("_", "-").partition("-")[0] not in languages:
        where = parsed.value.where("language")
        said = (*said, tell(codes.UNKNOWN_LANGUAGE, where, f"known are {', '.join(languages)}", language=value.language))
    return Checked(value, said)
