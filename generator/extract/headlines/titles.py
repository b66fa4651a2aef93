"""The article's own headline, where it tells what the frame tells: the words are the source's, and made to be printed.

In: a Frame, its Telling with a title. Out: the title as a line, or nothing.
"""

from __future__ import annotations

import re

from generator.extract.headlines.telling import Telling
from generator.model.frame import Frame
from generator.model.tree import Tree, Upos

_UPDATE = re.compile(r"^(?:UPDATE \d+|EXCLUSIVE|CORRECTED|RPT|REFILE)[-:]\s*|^Exclusive:\s*")
_WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*")
_FEWEST, _MOST = 4, 16
"""Words of a title that can be a headline."""
_SHARED = 0.75
"""So much of a title's content has to stand in the sentence, for the two to tell the same."""
_CONTENT = 4
"""Words of fewer letters say little of what a title is about."""
_FURNITURE = frozenset(":|?!;")
_MEANT = frozenset({Upos.NOUN, Upos.PROPN, Upos.VERB, Upos.ADJ, Upos.NUM})


def title_for(frame: Frame, telling: Telling) -> str:
    """Return the article's title where it tells the frame's deed in a line that can be placed, else nothing.

    It does when it has the predicate's word and its subject's, and most of its other words stand in the sentence too.
    """
    line = _UPDATE.sub("", " ".join(telling.title.split())).rstrip(".")
    words = [word.lower() for word in _WORD.findall(line)]
    story = telling.story
    pronouns = story.pronouns | story.possessives | story.subject_pronouns
    if not _FEWEST <= len(words) <= _MOST or _FURNITURE & set(line) or " - " in line or pronouns & set(words) or line.isupper():
        return ""
    tree = frame.tree
    said = [word for token in tree if token.upos in _MEANT for word in (token.text.lower(), token.lemma.lower())]
    content = [word for word in words if len(word) >= _CONTENT]
    shared = sum(any(_is_same(word, other) for other in said) for word in content)
    telling_same = _names(tree, frame.predicate, words) and (frame.subject is None or _names(tree, frame.subject, words))
    return line if telling_same and content and shared >= _SHARED * len(content) else ""


def _names(tree: Tree, index: int, words: list[str]) -> bool:
    """Tell whether a title has the word of a token, or one that stands with it in a name."""
    parts = [index, *(each for each in tree.children(index) if tree[each].upos is Upos.PROPN)]
    return any(_is_same(word, tree[each].lemma.lower()) for each in parts for word in words)


def _is_same(one: str, other: str) -> bool:
    """Tell whether two words are forms of one: 'falls' and 'fall', 'bids' and 'bidding'."""
    if one == other:
        return True
    stem = max(_CONTENT, min(len(one), len(other)) - 1)
    return len(one) >= _CONTENT and len(other) >= _CONTENT and one[:stem] == other[:stem]
