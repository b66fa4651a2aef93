"""Texts that tempt a reader of texts to look at everything again and again: one piece, repeated.

In: a length in code points. Out: hostile texts of that length; the drafting of one, through reading, tagging and detection.
"""

from __future__ import annotations

from generator import build, pipeline
from generator.model.project import ArticleFiles, File, Project

LEAD = "Officials in Arlen said on Tuesday that the bridge was closed. "
RECIPE = build.default_recipe()
SETTINGS = build.settings_of(Project("growing")).value
ABOUT = File("articles/a.toml", b"published = 2021-12-08\n")

PIECES = tuple(
    piece.replace("¶", "\n").replace("␣", " ")
    for piece in """
7|1,000,|2007-|1/2/|1:2:|1.|12th␣|'98␣|½␣|2007-01-01-|44 bc␣|1000 gmt␣|$5 million␣|(0735 GMT) Friday␣|5 a.m.␣
May␣|May to␣|May 1-|May 1-3␣|Jan.␣|the last␣|from␣|by␣|between␣|from May to␣|no later than␣|early␣|about␣|the year␣|half␣|ago␣
one and␣|one two␣|a couple of␣|new year 's␣|as soon as␣|twenty-|nineteen ninety␣|the third quarter of␣|the week of␣|a year later␣
(|(␣[␣|)|“|“a␣|"␣|'|-|-␣|—|.|.␣|. (|.)|…␣|?!|␣|¶|␣¶|¶•␣|¶1.␣|_|#␣|>␣|[a](|*␣|<b>|&#|```¶||a|b|¶
a.|U.S.␣|J.␣|Monday. Then␣|Monday.Then␣|Line¶|By A. Smith¶|CAIRO (Press) -␣|Thu Mar 14, 2019 9:05 am EST␣|¶¶Heading¶¶
He␣|He said.␣|His␣|Mr.␣|Smith␣|Smith The man␣|John Smith and␣|killed,␣|to kill and␣|who was␣|said that␣|not␣|will␣|when he came,␣
He was hurt on Monday.␣|“He left on Monday,” Smith said.␣|he left on Monday and␣|¶¶He was hurt on Monday.|he was hurt on Monday;␣
""".replace("\n", "|").split("|")
    if piece
)


def hostile(piece: str, size: int) -> str:
    """Return a text of *size* code points that is one piece again and again, behind a sentence that places something in time."""
    return LEAD + (piece * (size // len(piece) + 1))[:size]


def drafted(text: str, about: File | None = ABOUT) -> pipeline.Draft | None:
    """Read an article, tag it and find its event mentions."""
    return pipeline.draft(ArticleFiles("a", File("articles/a.txt", text.encode()), None, about), SETTINGS, RECIPE).value
