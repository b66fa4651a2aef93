"""How well sentences are parsed: whose deed a date belongs to, and the arcs of treebanks that no model was trained on.

    python -m benchmarks.parses --data DIR [--errors]

``facts.txt`` beside this file holds dated sentences of our own, in the constructions of news, marked by hand: date, verb, subject. DIR may
hold ``ud`` (UD English EWT and GUM); its documents that training leaves out are measured.
Out: the share of facts of which verb and subject are right, words per second of CPU, and of the held-out treebanks the share of right tags
(UPOS), heads (UAS) and heads with their relation (LAS), on the treebanks' own words, the latter two without punctuation. ``--errors``
prints the wrong facts.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.floors import missed
from benchmarks.training.treebank import Word, held_out
from generator.extract.syntax.reader import parse_sentence
from generator.extract.syntax.trained import arcs
from generator.model.article import BlockKind, Sentence
from generator.model.span import Span
from generator.model.tree import ROOT, Rel, Tree, Upos

FACTS = Path(__file__).with_name("facts.txt")
_SUBJECTS = (Rel.NSUBJ, Rel.CSUBJ)
_SHARING = frozenset({Rel.CONJ, Rel.XCOMP, Rel.ADVCL, Rel.PARATAXIS})
_RELATIVE = frozenset({"who", "which", "that"})


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence, where its date stands, and the words for verb and subject; an empty subject where there is none."""

    text: str
    date: Span
    verb: str
    subject: str


def main() -> int:
    """Run the benchmark."""
    cli = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    cli.add_argument("--data", type=Path, required=True)
    cli.add_argument("--errors", action="store_true", help="print the facts that are read wrong")
    args = cli.parse_args()
    known = list(facts(FACTS.read_text("utf-8")))
    wrong = [(fact, read) for fact in known if (read := fact_of(tree_of(fact.text), fact.date)) != (fact.verb, fact.subject)]
    if args.errors:
        for fact, (verb, subject) in wrong:
            print(f"{fact.text}\n    {fact.date.of(fact.text)}: {subject or '-'} {verb or '-'}, not {fact.subject or '-'} {fact.verb}")
    figures = {"facts right": 100 - 100 * len(wrong) / len(known)}
    treebanks = {path.stem.partition(".")[0]: list(held_out(path)) for path in sorted((args.data / "ud").glob("*.conllu.gz"))}
    for name, sentences in treebanks.items():
        figures |= {f"{name} {figure}": value for figure, value in agreement(sentences).items()}
    figures["words per CPU second"] = speed([fact.text for fact in known])
    return missed("parses", figures)


def facts(page: str) -> Iterator[Fact]:
    """Yield the facts of a page: a sentence with its date in brackets, the verb, the subject, with bars between."""
    for line in page.splitlines():
        if line and not line.startswith("#"):
            marked, verb, subject = line.split(" | ")
            start = marked.index("[")
            text = re.sub(r"[\[\]]", "", marked)
            yield Fact(text, Span(start, marked.index("]") - 1), verb, "" if subject == "-" else subject)


def tree_of(text: str) -> Tree:
    """Parse one sentence."""
    return parse_sentence(text, Sentence(1, Span(0, len(text)), BlockKind.PARAGRAPH, 0))


def fact_of(tree: Tree, date: Span) -> tuple[str, str]:
    """Return the words for what a date belongs to, the nearest verb or predicate above it, and for whose deed that is."""
    at = tree.head_of(date)
    while at is not None and at != ROOT and not _is_predicate(tree, at):
        at = tree[at].head
    if at is None or at == ROOT:
        return "", ""
    subject = subject_of(tree, at)
    return tree[at].text, "" if subject is None else tree[subject].text


def subject_of(tree: Tree, verb: int) -> int | None:
    """Return whose deed a verb tells: its own subject, else that of the verb it hangs on, else the noun that it describes."""
    own = tree.child(verb, *_SUBJECTS)
    token = tree[verb]
    if own is not None:
        described = tree[verb].head if token.rel is Rel.ACL_RELCL else None
        return described if described is not None and tree[own].lemma.lower() in _RELATIVE else own
    if token.rel in _SHARING and token.head != ROOT:
        return subject_of(tree, token.head)
    return token.head if token.rel.main is Rel.ACL else None


def agreement(sentences: Iterable[tuple[Word, ...]]) -> dict[str, float]:
    """Return in per cent how many words have the treebank's tag, head, and head and relation."""
    right: Counter[str] = Counter()
    for words in sentences:
        for word, arc in zip(words, arcs([word.form for word in words]), strict=True):
            right["words"] += 1
            right["UPOS"] += arc.upos == word.tag.partition("|")[0]
            if not word.tag.startswith("PUNCT"):
                right["counted"] += 1
                right["UAS"] += arc.head + 1 == word.head
                right["LAS"] += (arc.head + 1, arc.rel) == (word.head, word.rel)
    of = {"UPOS": right["words"], "UAS": right["counted"], "LAS": right["counted"]}
    return {figure: 100 * right[figure] / max(1, count) for figure, count in of.items()}


def speed(texts: list[str]) -> float:
    """Return how many words are read in a second of CPU, from text to tree."""
    words, started = 0, time.process_time()
    while (spent := time.process_time() - started) < 2:
        words += sum(len(tree_of(text)) for text in texts)
    return words / spent


def _is_predicate(tree: Tree, at: int) -> bool:
    return tree[at].upos is Upos.VERB or (tree[at].upos is not Upos.AUX and tree.child(at, Rel.COP) is not None)


if __name__ == "__main__":
    sys.exit(main())
