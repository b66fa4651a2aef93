"""The arc-standard transition system as UDPipe's parser runs it, and an oracle that knows a good next step from any state.

In: sentences with gold heads and relations. Out: states, their nodes, the transitions they allow, and the one to learn.
Transitions: 0 shift; 1 + 2 r, the second of the stack hangs on the first by relation r; 2 + 2 r, the first hangs on the second. Word 0 is
the root.
"""

from __future__ import annotations

from dataclasses import dataclass, field

NODES = "\n".join(
    [f"stack {at}" for at in range(3)]
    + [f"buffer {at}" for at in range(3)]
    + [f"stack {at},child {child}" for at in (0, 1) for child in (0, 1, -2, -1)]
    + [f"stack {at},child {child},child {child}" for at in (0, 1) for child in (0, -1)]
)
"""Which words a state shows to the network, in UDPipe's words; ``State.nodes`` is the same in ours."""

NODE_COUNT = NODES.count("\n") + 1
SHIFT = 0


@dataclass(slots=True)
class State:
    """A sentence while it is being parsed.

    ``heads`` and ``rels`` are gold, with the root before the words; ``start`` is where its ids stand. Relations are numbers: ``unattached``
    is that of a word without any yet, ``root_rel`` that of the root's word, ``beside`` what such a word gets where it hangs elsewhere.
    """

    heads: list[int]
    rels: list[int]
    start: int
    unattached: int
    root_rel: int
    beside: int
    stack: list[int] = field(default_factory=lambda: [0])
    buffer: int = 1
    children: list[list[int]] = field(init=False)
    found: list[int] = field(init=False)
    gone: list[bool] = field(init=False)
    gold_children: list[list[int]] = field(init=False)
    last_child: list[int] = field(init=False)

    def __post_init__(self) -> None:
        """No word hangs on any yet."""
        count = len(self.heads)
        self.children = [[] for _ in range(count)]
        self.found = [self.unattached] * count
        self.gone = [False] * count
        self.gold_children = [[] for _ in range(count)]
        for word in range(1, count):
            self.gold_children[self.heads[word]].append(word)
        self.last_child = [below[-1] if below else 0 for below in self.gold_children]

    @property
    def final(self) -> bool:
        """Tell whether all words hang somewhere."""
        return self.buffer >= len(self.heads) and len(self.stack) == 1

    def nodes(self) -> list[int]:
        """Return the words that the network sees, in the order of NODES; -1 where there is none."""
        stack, children, size = self.stack, self.children, len(self.stack)
        chosen = [stack[-at] if size >= at else -1 for at in (1, 2, 3)]
        left = len(self.heads) - self.buffer
        chosen += [self.buffer + at if at < left else -1 for at in (0, 1, 2)]
        deep: list[int] = []
        for top in chosen[:2]:
            below = children[top] if top >= 0 else []
            count = len(below)
            if count == 0:
                chosen += (-1, -1, -1, -1)
                deep += (-1, -1)
            else:
                first, last = below[0], below[-1]
                chosen += (first, below[1] if count > 1 else -1, below[-2] if count > 1 else -1, last)
                deep += (children[first][0] if children[first] else -1, children[last][-1] if children[last] else -1)
        return chosen + deep

    def allowed(self) -> tuple[bool, bool, bool]:
        """Tell whether a shift, an arc between two words, and the arc from the root to the last word may be made."""
        size, more = len(self.stack), self.buffer < len(self.heads)
        return more, size > 2, size == 2 and not more

    def oracle(self) -> int:
        """Return the transition that loses least of the gold tree, as far as one step shows it."""
        more, arcs, last = self.allowed()
        if last:
            return 2 + 2 * self.root_rel
        if not arcs:
            return SHIFT
        first, second = self.stack[-1], self.stack[-2]
        if self.heads[second] == first:
            return 1 + 2 * self._rel(second)
        if more and (self.last_child[first] >= self.buffer or self.heads[first] >= self.buffer):
            return SHIFT
        if self.heads[first] == second or self.gone[self.heads[first]]:
            return 2 + 2 * self._rel(first)
        right_lost = 1
        left_lost = (not self.gone[self.heads[second]]) + sum(child >= self.buffer for child in self.gold_children[second])
        return 1 + 2 * self._rel(second) if left_lost < right_lost else 2 + 2 * self._rel(first)

    def _rel(self, word: int) -> int:
        """Return the gold relation of a word; what hangs on the root alone can elsewhere only stand beside."""
        return self.beside if self.rels[word] == self.root_rel else self.rels[word]

    def head_list(self) -> list[int]:
        """Return the heads that were found, of the words from 1."""
        heads = [0] * len(self.heads)
        for head, below in enumerate(self.children):
            for word in below:
                heads[word] = head
        return heads[1:]

    def apply(self, transition: int) -> None:
        """Make a transition."""
        if transition == SHIFT:
            self.stack.append(self.buffer)
            self.buffer += 1
            return
        rel, right = divmod(transition - 1, 2)
        if right:
            word, head = self.stack.pop(), self.stack[-1]
            self.children[head].append(word)
        else:
            head = self.stack.pop()
            word = self.stack.pop()
            self.stack.append(head)
            self.children[head].insert(0, word)
        self.found[word] = rel
        self.gone[word] = True
