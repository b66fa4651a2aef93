"""The trained model: words in, a tag, a head and a relation for each word out.

In: the words of one sentence. Out: Arcs. Two networks in the format of UDPipe, read by its library (``ufal.udpipe``): the tagger is a
"parser" that hangs every word on the root by its tag, the other the parser proper. ``benchmarks/training`` makes both. The files are read
when the first sentence is parsed, once in a process.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from generator.extract.syntax.features import features

_GREEDY = "beam_search=1"


class Arc(NamedTuple):
    """What the model says of a word: the universal tag, the tag of the Penn treebank, the head (from 0, -1 for none) and the relation."""

    upos: str
    xpos: str
    head: int
    rel: str


def arcs(forms: Sequence[str]) -> list[Arc]:
    """Tag and parse the words of one sentence; the same words give the same arcs."""
    library, tagger, parser = _loaded()
    sentence, failed = library.Sentence(), library.ProcessingError()
    for at, form in enumerate(forms):
        seen = features(form, at == 0)
        word = sentence.addWord(seen.key)
        word.lemma, word.feats, word.xpostag, word.upostag = seen.last3, seen.last2, seen.first, seen.shape
    tagger.parse(sentence, _GREEDY, failed)
    rows = sentence.words
    words = [rows[at] for at in range(1, len(forms) + 1)]
    tags = [word.deprel for word in words]
    for word, tag in zip(words, tags, strict=True):
        word.xpostag = tag
    parser.parse(sentence, _GREEDY, failed)
    return [_arc(tag, word.head - 1, word.deprel) for word, tag in zip(words, tags, strict=True)]


def _arc(tag: str, head: int, rel: str) -> Arc:
    return Arc(*_parts(tag), head, rel)


@cache
def _parts(tag: str) -> tuple[str, str]:
    """Return the universal and the Penn tag of one of the tagger's, of which there are some hundred."""
    upos, _, xpos = tag.partition("|")
    return upos, xpos


@cache
def _loaded() -> tuple[Any, Any, Any]:
    """Return the library, and the two networks that it read."""
    from ufal import udpipe  # noqa: PLC0415 - a compiled library, wanted only when something is parsed

    networks = []
    for name in ("tagger", "parser"):
        with resources.as_file(resources.files("generator.extract.syntax") / "models" / f"english.{name}") as path:
            networks.append(udpipe.Model.load(str(path)))
        if networks[-1] is None:
            raise ValueError(f"{path} is no model")
    return udpipe, networks[0], networks[1]
