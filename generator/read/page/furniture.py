"""What a page marks as not its story is taken out of it: captions, embedded posts, comments, lists of other stories.

In: the elements of a page, which are changed. Out: nothing. Only marks of structure count here; what only words can tell is left for the
reading of blocks.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from generator.read import phrases

_CAPTION = re.compile(r"(?:^|[\s_-])(?:wp-caption-text|(?:image|photo|picture|media|figure)?[-_]?caption)(?:$|[\s_-])", re.IGNORECASE)
_LONGEST_CAPTION = 600
_EMBEDDED = re.compile(
    r"(?:^|\s)(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|bluesky-embed|fb-post|reddit-embed-bq)(?:\s|$)"
)
_COMMENTS = re.compile(
    r"comments?(?:[-_]?(?:list|section|area|thread|container|wrapper|s))?|commentlist|disqus(?:_thread)?|respond", re.IGNORECASE
)
"""A whole word of a class, or a whole id, that is the readers' own place; "has-comments" is the article's."""
_COMMENT_TYPE = re.compile(r"schema\.org/(?:User)?Comments?$")
_ARCHIVES_BAR = "wm-ipp"
"""How the bar is named that the Wayback Machine lays over its copies."""
_PARTS = 30
"""Elements of a caption; it has less."""
_LISTS = 40
"""Headings of lists of other stories that are looked behind."""
_OTHERS = 2
"""Links that a list of other stories has at least."""
_LONG = 120
"""Characters of a paragraph that is the story going on, unless links make up half of it."""


def clear(tree: Any) -> None:
    """Take out of a page what it marks as not its story."""
    body = tree.find(".//body")
    if body is None:
        return
    for each in [each for each in body.iter("*") if _is_aside(each)]:
        drop(each)
    headings = (each for each in body.iter("h2", "h3", "h4", "h5", "h6") if phrases.REST.fullmatch(_words(each).rstrip(":.… ")))
    for heading in list(islice(headings, _LISTS)):
        _drop_others(heading)


def drop(each: Any) -> None:
    """Take an element out of its tree; the text behind it stays."""
    parent = each.getparent()
    if parent is None:
        return
    if each.tail:
        before = each.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + each.tail
        else:
            parent.text = (parent.text or "") + each.tail
    parent.remove(each)


def _is_aside(each: Any) -> bool:
    """Tell whether an element is a caption, an embedded post or the comments."""
    named = each.get("class") or ""
    if each.tag in {"figcaption", "blockquote"}:
        return each.tag == "figcaption" or bool(_EMBEDDED.search(named))
    if (each.get("id") or "").startswith(_ARCHIVES_BAR) or _COMMENT_TYPE.search(each.get("itemtype") or ""):
        return True
    if named and each.tag in {"p", "div", "span", "em", "small"} and _CAPTION.search(named):
        is_small = sum(1 for _ in islice(each.iter(), _PARTS)) < _PARTS
        return is_small and len(_words(each)) <= _LONGEST_CAPTION and sum(1 for _ in each.iter("p")) <= 1
    if each.tag in {"div", "section", "ol", "ul"} and each.find(".//h1") is None:
        return any(_COMMENTS.fullmatch(word) for word in (each.get("id") or "", *named.split()))
    return False


def _drop_others(heading: Any) -> None:
    """Drop the list of other stories that a heading opens, with the heading, where links are what follows it."""
    following = list(heading.itersiblings())
    if not following and (around := heading.getparent()) is not None and around.tag != "body":
        following = list(around.itersiblings())
        heading = around
    listed = []
    for each in following:
        if each.tag in {"h1", "h2"} and phrases.REST.fullmatch(_words(each)) is None and each.find(".//a") is None:
            break
        if any(_is_told(part) for part in each.iter("p")):
            break
        listed.append(each)
    if sum(1 for each in listed for _ in each.iter("a")) >= _OTHERS:
        for each in (heading, *listed):
            drop(each)


def _is_told(paragraph: Any) -> bool:
    """Tell whether a paragraph tells something, and does not only lead elsewhere."""
    length = len(_words(paragraph))
    return length >= _LONG and sum(len(_words(link)) for link in paragraph.iter("a")) < length / 2


def _words(each: Any) -> str:
    return " ".join(each.text_content().split())
