"""Treebanks for training: read, cut into words as ours are, and turned into ids.

In: CoNLL-U (plain or .gz). Out: sentences of Words, with the documents that are held out told apart; the ids of their columns.
Words that are joined by hyphens are several in UD and one for us (``tokenize``): they are put together, and hang by the head of the group.
"""

from __future__ import annotations

import gzip
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.extract.syntax.features import Features, features
from generator.model.tree import Rel

UNKNOWN = -1
"""The id of a word that is not known, and of no word: it adds nothing."""
ALLOWED = ("news", "interview", "bio", "voyage", "textbook", "speech")
"""The parts of GUM that a model which is given away may be trained on."""
_HYPHENS = frozenset("-‐‑")
_RELS = {rel.value for rel in Rel}
_OLD = {"obl:tmod": "obl:unmarked", "obl:npmod": "obl:unmarked", "nmod:tmod": "nmod:unmarked", "nmod:npmod": "nmod:unmarked"}
_LINKED = {"NOUN": ("compound", "nmod", "nmod:unmarked"), "VERB": ("amod", "compound", "nmod", "acl")}
_PARTICLES = frozenset({"ADP", "ADV", "X"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a treebank: ``tag`` is UPOS|XPOS, ``head`` the number of another from 1 (0 for none), ``glued`` where no space follows."""

    form: str
    lemma: str
    tag: str
    head: int
    rel: str
    glued: bool = False


def training(folder: Path) -> Iterator[tuple[Word, ...]]:
    """Yield the sentences of UD English EWT and GUM (``ewt.conllu.gz``, ``gum.conllu.gz``) that are trained on."""
    for path in sorted(folder.glob("*.conllu.gz")):
        yield from (words for name, words in _documents(path) if not _is_held(name))


def held_out(path: Path) -> Iterator[tuple[Word, ...]]:
    """Yield the sentences of a treebank that are only measured; of GUM's those in the parts that are trained on."""
    yield from (words for name, words in _documents(path) if _is_held(name))


def read_treebank(path: Path) -> Iterator[tuple[Word, ...]]:
    """Yield the sentences of one file, all of them."""
    yield from (words for _, words in _documents(path))


def _is_held(name: str) -> bool:
    return zlib.crc32(name.encode()) % (5 if name.startswith("GUM_") else 12) == 0


def _documents(path: Path) -> Iterator[tuple[str, tuple[Word, ...]]]:
    """Yield the sentences of a file with the names of their documents, without the parts of GUM that are not allowed."""
    name, words, glued = "", list[Word](), dict[int, bool]()
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if line.startswith("# newdoc"):
                name = line.partition("=")[2].strip()
            elif len(cells) == 10 and "-" in cells[0]:
                start, _, end = cells[0].partition("-")
                glued = dict.fromkeys(range(int(start), int(end)), True) | {int(end): "SpaceAfter=No" in cells[9]}
            elif len(cells) == 10 and cells[0].isdigit():
                number = int(cells[0])
                words.append(_word(cells, glued=glued.get(number, "SpaceAfter=No" in cells[9])))
            elif cells == [""] and words:
                if not name.startswith("GUM_") or name.split("_")[1] in ALLOWED:
                    yield name, joined(tuple(words))
                words, glued = [], {}


def _word(cells: list[str], *, glued: bool) -> Word:
    rel = _OLD.get(cells[7], cells[7])
    return Word(cells[1], cells[2], f"{cells[3]}|{cells[4]}", int(cells[6]), rel if rel in _RELS else rel.partition(":")[0], glued)


def joined(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Put the words together that hyphens join."""
    groups: list[list[int]] = []
    for at, word in enumerate(words):
        is_tail = at >= 2 and words[at - 1].form in _HYPHENS and words[at - 1].glued and words[at - 2].glued
        before, here = words[at - 2].form[-1:].isalnum() if at >= 2 else False, word.form[:1].isalnum()
        if is_tail and before and here:
            if len(groups[-1]) == 1 and groups[-1] == [at - 1]:
                groups.pop()
                groups[-1].append(at - 1)
            groups[-1].append(at)
        else:
            groups.append([at])
    if len(groups) == len(words):
        return words
    place = {at: number for number, group in enumerate(groups, 1) for at in group}
    made = [_group(words, group) for group in groups]
    return tuple(replace(word, head=place[word.head - 1] if word.head else 0) for word in made)


def _group(words: tuple[Word, ...], group: list[int]) -> Word:
    """Return one word for a group: a name, an adjective before a noun ('oil-rich'), or the word that heads it ('re-elected')."""
    last = words[group[-1]]
    if len(group) == 1:
        return last
    inside = {at + 1 for at in group}
    head = next((at for at in group if words[at].head not in inside and not words[at].tag.startswith("PUNCT")), group[-1])
    word, form = words[head], "".join(words[at].form for at in group)
    upos = word.tag.partition("|")[0]
    word = replace(word, form=form, glued=last.glued, lemma=form)
    before_noun = word.head - 1 > head
    if upos in {"PROPN", "NUM"}:
        return word
    if (before_noun and word.rel in _LINKED.get(upos, ())) or (upos in _PARTICLES and head == group[0] and word.rel in _LINKED["NOUN"]):
        return replace(word, tag="ADJ|JJ", rel="amod", lemma=form.lower())
    if upos == "ADJ":
        return replace(word, lemma=form.lower())
    return replace(word, lemma=form[: -len(last.form)] + last.lemma) if head == group[-1] else word


def seen(words: tuple[Word, ...]) -> list[Features]:
    """Return what the networks see of the words of a sentence."""
    return [features(word.form, at == 0) for at, word in enumerate(words)]


class Vocabulary:
    """The known words of one column, the commonest first (UDPipe keeps the first thousand at hand), as UDPipe looks them up."""

    def __init__(self, counts: Counter[str], least: int = 1, most: int | None = None) -> None:
        ranked = sorted((word for word, count in counts.items() if count >= least), key=lambda word: (-counts[word], word))
        self.words = tuple(ranked[:most])
        self._ids = {word: at for at, word in enumerate(self.words)}

    def __getitem__(self, word: str) -> int:
        found = self._ids.get(word)
        if found is None and word[:1].isdigit() and not any(each.isalpha() for each in word):
            found = self._ids.get(word[0])
        return UNKNOWN if found is None else found


WORD_COLUMNS: dict[str, Callable[[Features], str]] = {
    "form": lambda word: word.key,
    "lemma": lambda word: word.last3,
    "feats": lambda word: word.last2,
    "tag": lambda word: word.first,
    "universal_tag": lambda word: word.shape,
}
"""Which of UDPipe's columns carries which feature, for the tagger; the parser's ``tag`` is the tag."""
