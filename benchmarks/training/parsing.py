"""Train the parser: every state of many sentences a lesson, those behind its own mistakes too.

In: sentences with tags as the tagger gives them, gold heads and relations. Out: a model file for UDPipe.
"""

from __future__ import annotations

import random
import time
from collections import Counter

import numpy as np

from benchmarks.training.model_file import model_bytes
from benchmarks.training.network import Column, Floats, Ids, Network
from benchmarks.training.transitions import NODE_COUNT, NODES, State
from benchmarks.training.treebank import UNKNOWN, Vocabulary, Word, seen

SIZES = {"form": 48, "lemma": 12, "universal_tag": 6, "tag": 24, "deprel": 20}
"""The columns: key, last three letters, shape, tag, and the relation of what hangs already. All but the last are the word's own."""
LEAST = {"form": 6}
MOST = {"lemma": 1000}
GOLD_SHARE = 0.2
"""For so much of the time the gold steps are followed; after that nine of ten steps are the network's own."""
_OWN = 0.9
_TOLD_AFTER = 500_000
_IMPOSSIBLE = 1e9


class Parser:
    """The parser in training."""

    def __init__(self, sentences: list[tuple[Word, ...]], hidden: int) -> None:
        counts: dict[str, Counter[str]] = {name: Counter() for name in SIZES}
        for words in sentences:
            for word, each in zip(words, seen(words), strict=True):
                for name, value in zip(SIZES, (each.key, each.last3, each.shape, word.tag, word.rel), strict=True):
                    counts[name][value] += 1
        self.vocabularies = {name: Vocabulary(counts[name], LEAST.get(name, 1), MOST.get(name)) for name in SIZES}
        self.rels = self.vocabularies["deprel"]
        self.root, self.beside = self.rels["root"], self.rels["parataxis"]
        columns = tuple(Column(name, SIZES[name], vocabulary.words) for name, vocabulary in self.vocabularies.items())
        self.network = Network(columns, NODE_COUNT, hidden, 1 + 2 * len(self.rels.words))
        self._root_mask = np.zeros(1 + 2 * len(self.rels.words), np.float32)
        self._root_mask[1 + 2 * self.root : 3 + 2 * self.root] = -_IMPOSSIBLE

    def train(self, sentences: list[tuple[Word, ...]], minutes: float, rate: float = 0.0015, size: int = 1024) -> None:
        """Learn for some minutes from every state that is reached, at a falling rate."""
        ids, made = self._prepared(sentences)
        draw, order, states = random.Random(5), list[int](), list[State]()  # noqa: S311 - an order, no secret
        begun, hits, seen_states = time.time(), 0, 0
        while (spent := (time.time() - begun) / (60 * minutes)) < 1:
            states = [state for state in states if not state.final]
            while len(states) < size:
                if not order:
                    order = list(range(len(made)))
                    draw.shuffle(order)
                states.append(self._state(*made[order.pop()]))
            right = np.array([state.oracle() for state in states])
            best = self._best(self.network.learn(self._batch(ids, states), right, rate * (1 - 0.97 * spent)), states)
            for state, gold, mine in zip(states, right.tolist(), best.tolist(), strict=True):
                state.apply(mine if spent > GOLD_SHARE and draw.random() < _OWN else gold)
            hits, seen_states = hits + int((best == right).sum()), seen_states + len(states)
            if seen_states > _TOLD_AFTER:
                print(f"parser {spent:.0%}: {hits / seen_states:.4f}", flush=True)
                hits = seen_states = 0

    def predict(self, sentences: list[tuple[Word, ...]]) -> list[tuple[list[int], list[str]]]:
        """Return heads and relations of sentences, greedily, as UDPipe will give them."""
        ids, made = self._prepared(sentences)
        everything = [self._state(*each) for each in made]
        going = everything
        while going := [state for state in going if not state.final]:
            for cut in range(0, len(going), 4096):
                part = going[cut : cut + 4096]
                best = self._best(self.network.scores(self._batch(ids, part)), part)
                for state, mine in zip(part, best.tolist(), strict=True):
                    state.apply(mine)
        return [(state.head_list(), [self.rels.words[rel] for rel in state.found[1:]]) for state in everything]

    def model(self) -> bytes:
        """Return the model file."""
        return model_bytes(self.network, self.rels.words, NODES, single_root=True)

    def _prepared(self, sentences: list[tuple[Word, ...]]) -> tuple[Ids, list[tuple[list[int], list[int], int]]]:
        """Return the ids of all words (a root before each sentence, and one row for no node), and what a State is made of."""
        own = list(SIZES)[:-1]
        ids: list[list[int]] = []
        made = []
        for words in sentences:
            start = len(ids)
            ids.append([UNKNOWN] * len(own))
            for word, each in zip(words, seen(words), strict=True):
                values = (each.key, each.last3, each.shape, word.tag)
                ids.append([self.vocabularies[name][value] for name, value in zip(own, values, strict=True)])
            made.append(([0, *(word.head for word in words)], [0, *(self.rels[word.rel] for word in words)], start))
        ids.append([UNKNOWN] * len(own))
        return np.array(ids, np.int32), made

    def _state(self, heads: list[int], rels: list[int], start: int) -> State:
        return State(heads, rels, start, unattached=UNKNOWN, root_rel=self.root, beside=self.beside)

    def _batch(self, ids: Ids, states: list[State]) -> Ids:
        """Return what the network sees of some states."""
        nothing = len(ids) - 1
        places, rels = [], []
        for state in states:
            nodes = state.nodes()
            places.append([state.start + node if node >= 0 else nothing for node in nodes])
            rels.append([state.found[node] if node >= 0 else UNKNOWN for node in nodes])
        return np.concatenate([ids[np.array(places)], np.array(rels, np.int32)[:, :, None]], axis=2)

    def _best(self, scores: Floats, states: list[State]) -> Ids:
        """Return the best transition that each state allows."""
        allowed = np.array([state.allowed() for state in states])
        scores = scores + self._root_mask
        scores[~allowed[:, 0], 0] = -2 * _IMPOSSIBLE
        scores[:, 1:] += np.where(allowed[:, 1:2], 0, -_IMPOSSIBLE).astype(np.float32)
        scores[allowed[:, 2], 2 + 2 * self.root] = _IMPOSSIBLE
        found: Ids = scores.argmax(1)
        return found
