"""Train the tagger: a window of words and the two tags before, as a "parser" that hangs every word on the root by its tag.

In: sentences with tags. Out: a model file for UDPipe, and the tags it gives.
"""

from __future__ import annotations

import time
from collections import Counter

import numpy as np

from benchmarks.training.model_file import model_bytes
from benchmarks.training.network import Column, Floats, Ids, Network
from benchmarks.training.treebank import UNKNOWN, WORD_COLUMNS, Vocabulary, Word, seen

NODES = "stack 0\nstack 1,child -1\nstack 1,child -2\nbuffer 0\nbuffer 1\nbuffer 2"
OFFSETS = (0, -1, -2, 1, 2, 3)
SIZES = {"form": 48, "lemma": 20, "feats": 12, "tag": 10, "universal_tag": 8, "deprel": 12}
LEAST = {"form": 3}
MOST = {"lemma": 1000, "feats": 1000, "tag": 1000}
NEVER = -10000.0
RAREST_TAG = 50
"""Pairs of tags that are seen less often are noise, and never given."""


class Tagger:
    """The tagger in training."""

    def __init__(self, sentences: list[tuple[Word, ...]], hidden: int) -> None:
        rows = [[tuple(read(each) for read in WORD_COLUMNS.values()) for each in seen(words)] for words in sentences]
        self.vocabularies = {
            name: Vocabulary(Counter(row[at] for sentence in rows for row in sentence), LEAST.get(name, 1), MOST.get(name))
            for at, name in enumerate(WORD_COLUMNS)
        }
        self.tags = Vocabulary(Counter(word.tag for words in sentences for word in words), RAREST_TAG)
        self.vocabularies["deprel"] = self.tags
        columns = tuple(Column(name, SIZES[name], vocabulary.words) for name, vocabulary in self.vocabularies.items())
        self.network = Network(columns, len(OFFSETS), hidden, len(self.tags.words))

    def ids(self, sentences: list[tuple[Word, ...]]) -> tuple[Ids, Ids, Ids]:
        """Return the ids of all words (each sentence padded), the place of each word among them, and the right tags."""
        ids: list[list[int]] = []
        places: list[int] = []
        right: list[int] = []
        pad = [-1] * len(WORD_COLUMNS)
        ids += [pad] * 3
        for words in sentences:
            for word, each in zip(words, seen(words), strict=True):
                places.append(len(ids))
                right.append(self.tags[word.tag])
                ids.append([self.vocabularies[name][read(each)] for name, read in WORD_COLUMNS.items()])
            ids += [pad] * 3
        return np.array(ids, np.int32), np.array(places, np.int32), np.array(right, np.int64)

    def batch(self, ids: Ids, tags: Ids, places: Ids) -> Ids:
        """Return what the network sees at some places; *tags* holds the tags that are known before each."""
        around = places[:, None] + np.array(OFFSETS)
        last = np.full((len(places), len(OFFSETS), 1), UNKNOWN, np.int32)
        last[:, 1, 0], last[:, 2, 0] = tags[around[:, 1]], tags[around[:, 2]]
        out = ids[around]
        last[out[:, :, :1] < 0] = -1
        return np.concatenate([out, last], axis=2)

    def train(self, sentences: list[tuple[Word, ...]], epochs: int, rate: float = 0.002, size: int = 1024) -> None:
        """Learn from all words, in a new order each time, with one tag in ten of those before a word replaced by any."""
        random = np.random.default_rng(3)
        ids, places, right = self.ids(sentences)
        tags = np.full(len(ids), UNKNOWN, np.int32)
        tags[places] = right
        places, right = places[right >= 0], right[right >= 0]
        total, done = epochs * len(places), 0
        for epoch in range(epochs):
            begun, hits = time.time(), 0
            order = random.permutation(len(places))
            for start in range(0, len(order), size):
                at = order[start : start + size]
                noisy = self.batch(ids, tags, places[at])
                swap = random.random(noisy[:, 1:3, -1].shape) < 0.1
                noisy[:, 1:3, -1][swap & (noisy[:, 1:3, -1] >= 0)] = random.integers(0, len(self.tags.words))
                scores = self.network.learn(noisy, right[at], rate * (1 - 0.95 * done / total))
                hits += int((scores.argmax(1) == right[at]).sum())
                done += len(at)
            print(f"tagger {epoch + 1}: {hits / len(places):.4f} {time.time() - begun:.0f} s", flush=True)

    def predict(self, sentences: list[tuple[Word, ...]]) -> list[list[str]]:
        """Return the tags of sentences, word by word as UDPipe will give them."""
        ids, places, _ = self.ids(sentences)
        tags = np.full(len(ids), UNKNOWN, np.int32)
        starts = np.cumsum([0, *(len(words) for words in sentences)])[:-1]
        lengths = np.array([len(words) for words in sentences])
        for step in range(int(lengths.max())):
            at = places[starts[lengths > step] + step]
            for cut in range(0, len(at), 4096):
                part = at[cut : cut + 4096]
                tags[part] = self.network.scores(self.batch(ids, tags, part)).argmax(1)
        found = iter(tags[places])
        return [[self.tags.words[next(found)] for _ in words] for words in sentences]

    def model(self) -> bytes:
        """Return the model file: only right arcs (a word on the root) are ever chosen, between shifts that nothing else allows."""
        labels = self.tags.words
        wide = Network(self.network.columns, self.network.nodes, self.network.hidden, 1 + 2 * len(labels))
        *rest, out, bias = self.network.averages
        out_all: Floats = np.zeros((self.network.hidden, 1 + 2 * len(labels)), np.float32)
        bias_all: Floats = np.full(1 + 2 * len(labels), NEVER, np.float32)
        out_all[:, 2::2], bias_all[2::2] = out, bias
        wide.averages = [*rest, out_all, bias_all]
        return model_bytes(wide, labels, NODES, single_root=False)
