"""Articles that stand under two names → each once.

In: ArticleFiles, by name. Out: those whose text, form and what is said about them no other has before them; a warning for each other one.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from generator.model import codes
from generator.model.diagnostic import Checked, Location, tell
from generator.model.project import ArticleFiles, File

_Key = tuple[object, ...]


def once_each(files: Sequence[ArticleFiles]) -> Checked[tuple[ArticleFiles, ...]]:
    """Leave out what is the same article once more: two names make no two sources (SAME_ARTICLE).

    What differs in anything that the folder says of it, in its date or publisher, is another article: the reports are copies then, and
    are weighed as such.
    """
    first: dict[_Key, ArticleFiles] = {}
    twins = [each for each in files if first.setdefault(_key(each), each) is not each]
    said = tuple(tell(codes.SAME_ARTICLE, Location(each.path), other=first[_key(each)].path) for each in twins)
    left_out = {each.id for each in twins}
    return Checked(tuple(each for each in files if each.id not in left_out), said)


def _key(each: ArticleFiles) -> _Key:
    """Return what makes an article; one that is not in memory is known by its name alone."""
    files = (each.text, each.about, each.parse)
    if each.record is not None or not all(file is None or file.is_here for file in files):
        return (each.id,)
    return (*(_form(file) for file in files), *(file.content if file else None for file in files))


def _form(file: File | None) -> str:
    return PurePosixPath(file.path).suffix.lower() if file else ""
