"""The text of a live report → its posts: each begins behind a line that is its day and time.

In: the text and its blocks. Out: Post… in the order of the text.
"""

from __future__ import annotations

from generator.model.article import Block, Post
from generator.read.dating import stated

_LONGEST = 60
"""Characters of a line that is a day and time and nothing else."""


def posts_of(text: str, blocks: tuple[Block, ...]) -> tuple[Post, ...]:
    """Return the posts of a live report; what stands before the first has the article's own date."""
    found = []
    for block in blocks:
        said = stated.stamped(block.span.of(text)) if len(block.span) <= _LONGEST else None
        if said and said.swapped is None:
            found.append(Post(block.span.end, said.published))
    return tuple(found)
