"""Gather the words whose lemma the endings do not tell.

In: treebanks. Out: the lines of ``english.lemmas``: form, kind of word, lemma.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from benchmarks.training.treebank import Word
from generator.extract.syntax.lemmas import kind_of, regular

HEAD = (
    "# Words whose lemma the endings do not tell: form, kind of word, lemma. Made by benchmarks/training; see NOTICE.md beside this file.\n"
)


def lemma_list(silver: Iterable[tuple[Word, ...]], gold: Iterable[tuple[Word, ...]], least: int = 3) -> str:
    """Return the file: the commonest lemma of every form and kind, where the rules give another and it was seen often enough.

    Of pronouns only the gold trees know the lemma (him: he).
    """
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    kept = (word for words in silver for word in words if not word.tag.startswith("PRON"))
    for words in (kept, *gold):
        for word in words:
            upos, _, xpos = word.tag.partition("|")
            lower = word.form.lower()
            if upos not in {"PROPN", "PUNCT", "SYM", "X", "NUM"} and xpos not in {"NNP", "NNPS"} and _wordlike(lower):
                counts[lower, kind_of(xpos)][word.lemma.lower() if upos != "PRON" else word.lemma] += 1
    lines = []
    for (form, kind), lemmas in sorted(counts.items()):
        lemma, count = min(lemmas.items(), key=lambda item: (-item[1], item[0]))
        if count >= least and lemma != regular(form, kind) and lemma.isprintable() and (_wordlike(lemma)):
            lines.append(f"{form}\t{kind}\t{lemma}\n")
    return HEAD + "".join(lines)


def _wordlike(form: str) -> bool:
    """Tell whether this is one written word: letters, and an apostrophe before them or among them."""
    return form.replace("'", "").isalpha()
