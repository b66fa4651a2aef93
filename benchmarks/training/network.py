"""A feed-forward network over embedded columns: the shape that UDPipe's parser reads, trained by Adam with numpy.

In: batches of column ids per node, and the right outcome of each. Out: weights. One hidden layer; float32; a fixed seed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np

Floats: TypeAlias = Any
"""An array of float32; numpy is in the environment for training alone, so its types are not known here."""
Ids: TypeAlias = Any
"""An array of whole numbers."""


@dataclass(frozen=True, slots=True)
class Column:
    """One embedded column: its name in UDPipe's files, its dimension, and its words in the order of their ids."""

    name: str
    size: int
    words: tuple[str, ...]


@dataclass(slots=True)
class Network:
    """The weights, with running averages of them (what is saved) and Adam's moments. An id of -1 adds nothing."""

    columns: tuple[Column, ...]
    nodes: int
    hidden: int
    outcomes: int
    dropout: float = 0.2
    weights: list[Floats] = field(default_factory=list)
    averages: list[Floats] = field(default_factory=list)
    steps: int = 0
    _first: list[Floats] = field(default_factory=list)
    _second: list[Floats] = field(default_factory=list)
    _random: np.random.Generator = field(default_factory=lambda: np.random.default_rng(7))

    def __post_init__(self) -> None:
        """Draw the first weights: the tables of the columns (with a row of zeros behind the last), the hidden layer, the outcomes."""
        draw = self._random
        width = self.nodes * sum(column.size for column in self.columns)
        for column in self.columns:
            table = draw.normal(0, 0.3, (len(column.words) + 1, column.size)).astype(np.float32)
            table[-1] = 0
            self.weights.append(table)
        self.weights.append(draw.normal(0, (2 / width) ** 0.5, (width, self.hidden)).astype(np.float32))
        self.weights.append(np.zeros(self.hidden, np.float32))
        self.weights.append(draw.normal(0, (1 / self.hidden) ** 0.5, (self.hidden, self.outcomes)).astype(np.float32))
        self.weights.append(np.zeros(self.outcomes, np.float32))
        self.averages = [each.copy() for each in self.weights]
        self._first = [np.zeros_like(each) for each in self.weights]
        self._second = [np.zeros_like(each) for each in self.weights]

    def scores(self, ids: Ids) -> Floats:
        """Return the scores of all outcomes for a batch of (state, node, column) ids, by the averaged weights."""
        *tables, into, bias, out, out_bias = self.averages
        hidden = np.maximum(self._gather(ids, tables) @ into + bias, 0)
        scores: Floats = hidden @ out + out_bias
        return scores

    def learn(self, ids: Ids, right: Ids, rate: float) -> Floats:
        """Take one step towards the right outcomes of a batch, and return the scores as they were before it."""
        *tables, into, bias, out, out_bias = self.weights
        inputs = self._gather(ids, tables)
        before = inputs @ into + bias
        keep = (self._random.random(before.shape, dtype=np.float32) >= self.dropout).astype(np.float32) / (1 - self.dropout)
        keep *= before > 0
        hidden = before * keep
        scores: Floats = hidden @ out + out_bias
        error = _softmax(scores)
        error[np.arange(len(right)), right] -= 1
        error /= len(right)
        back = (error @ out.T) * keep
        gradients = self._table_gradients(ids, (back @ into.T).reshape(len(ids), self.nodes, -1))
        gradients += [inputs.T @ back, back.sum(0), hidden.T @ error, error.sum(0)]
        self._step(gradients, rate)
        return scores

    def _gather(self, ids: Ids, tables: list[Floats]) -> Floats:
        parts = [table[ids[:, :, at]] for at, table in enumerate(tables)]
        return np.concatenate(parts, axis=2).reshape(len(ids), -1)

    def _table_gradients(self, ids: Ids, back: Floats) -> list[Floats | tuple[Ids, Floats]]:
        """Sum what reaches each row of each table; only the rows that were used."""
        found: list[Floats | tuple[Ids, Floats]] = []
        start = 0
        for at, column in enumerate(self.columns):
            flat = ids[:, :, at].ravel()
            errors = back[:, :, start : start + column.size].reshape(-1, column.size)
            start += column.size
            order = np.argsort(flat, kind="stable")
            order = order[np.searchsorted(flat[order], 0) :]
            if not len(order):
                found.append((np.zeros(0, np.int32), np.zeros((0, column.size), np.float32)))
                continue
            rows, first = np.unique(flat[order], return_index=True)
            found.append((rows, np.add.reduceat(errors[order], first, axis=0)))
        return found

    def _step(self, gradients: list[Floats | tuple[Ids, Floats]], rate: float) -> None:
        """Adam; tables move in the rows that were used."""
        self.steps += 1
        fade = min(0.9995, (1 + self.steps) / (10 + self.steps))
        scale = rate * (1 - 0.999**self.steps) ** 0.5 / (1 - 0.9**self.steps)
        for at, gradient in enumerate(gradients):
            if isinstance(gradient, tuple):
                rows, values = gradient
            else:
                rows, values = slice(None), gradient
            first, second = self._first[at], self._second[at]
            first[rows] = 0.9 * first[rows] + 0.1 * values
            second[rows] = 0.999 * second[rows] + 0.001 * values * values
            self.weights[at][rows] -= scale * first[rows] / (np.sqrt(second[rows]) + 1e-8)
            if not isinstance(gradient, tuple):
                self.averages[at] += (1 - fade) * (self.weights[at] - self.averages[at])
        if self.steps % 20 == 0:
            slow = min(0.99, (1 + self.steps) / (200 + self.steps))
            for at in range(len(self.columns)):
                self.averages[at] += (1 - slow) * (self.weights[at] - self.averages[at])


def _softmax(scores: Floats) -> Floats:
    shifted = np.exp(scores - scores.max(axis=1, keepdims=True))
    result: Floats = shifted / shifted.sum(axis=1, keepdims=True)
    return result
