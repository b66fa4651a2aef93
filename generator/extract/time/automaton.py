"""The phrases of a pass as an automaton: for every token met, what can follow, worked out once.

In: the trie of a Pass. Out: its first State. A state is all the places of the trie that the same tokens lead to; it is made when tokens
lead there for the first time, so that of the many ways through a table only those exist that texts have gone.
"""

from __future__ import annotations

from functools import cache, lru_cache

from generator.model.language import ANY, LEAVES, Leaf, Node, Pass

_MOST = 1 << 12
"""How many ways on from one state are kept."""


class State(dict[str, "State | None"]):
    """Where tokens have led: by the symbol of the next token the state behind it, None where no phrase goes on so.

    A token's symbol is what it can be, its word and its CLASSES, with spaces between. ``leaves`` are the phrases that end here, in the
    order in which they are preferred.
    """

    __slots__ = ("_nodes", "leaves")

    def __init__(self, nodes: list[Node]) -> None:
        """Take places of the trie."""
        self._nodes = nodes
        leaves: list[Leaf] = [leaf for node in nodes for leaf in node.get(LEAVES, ())]
        self.leaves = tuple(sorted(leaves, key=lambda leaf: leaf.rank))

    def __missing__(self, symbol: str) -> State | None:
        """Work out where a token leads: what it is of a class counts before its word."""
        keys = _keys(symbol)
        nodes = [node[key] for node in self._nodes for key in keys if key in node]
        state = State(nodes) if nodes else None
        if len(self) < _MOST:
            self[symbol] = state
        return state


@lru_cache(maxsize=_MOST)
def _keys(symbol: str) -> tuple[str, ...]:
    """Return under which keys of a node a token goes on, in the order in which they count."""
    word, *classes = symbol.split(" ")
    return tuple(dict.fromkeys((*reversed(classes), ANY, *([word] if word else ()))))


@cache
def automaton(of: Pass) -> State:
    """Return the state before any token."""
    return State([of.root])
