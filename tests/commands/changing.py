"""Changes that people make to a small project: to its articles, its settings, its edits, and to what the program remembers."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

TEXTS = [
    "The council of Marle voted on Tuesday to plant the old quarry with trees.\n",
    "The council of Marle voted on Wednesday to plant the old quarry with trees.\n",
    "Planting began on 3/4/2021 and ended two weeks later, the town said on Friday.\n\nA fence is to be built by Monday.\n",
    "",
    "caf\udce9",
]
ABOUT = ["published = 2022-11-09\n", "published = 2022-11-10\nlanguage = 'en'\n", "publisher = 'A'\n", "publisehd = 3\n"]
SETTINGS = ["title = 'A'\n", "title = 'B'\nday_first = true\n", "max_events = 1\n", "publish = 'checked'\n"]
EDITS = [
    "+++\naction = 'hide'\nat = 2022-11-10\n[[target]]\nsource = 'a'\nexact = 'The council of Marle voted on Tuesday'\n+++\n",
    "broken",
]

CHANGES = st.one_of(
    st.tuples(st.sampled_from(["articles/a.txt", "articles/b.txt", "articles/c.md"]), st.sampled_from([*TEXTS, None])),
    st.tuples(st.sampled_from(["articles/a.toml", "articles/b.toml"]), st.sampled_from([*ABOUT, None])),
    st.tuples(st.just("timeline.toml"), st.sampled_from(SETTINGS)),
    st.tuples(st.just("edits/e.md"), st.sampled_from([*EDITS, None])),
    st.tuples(st.just("memory"), st.sampled_from(["forget", "damage"])),
)


def change(folder: Path, name: str, content: str | None) -> None:
    path = folder / name
    if name == "memory":
        for entry in (folder / ".dateline").rglob("*"):
            if entry.is_file():
                entry.unlink() if content == "forget" else entry.write_bytes(entry.read_bytes()[:-1])
    elif content is None:
        path.unlink(missing_ok=True)
    else:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content.encode(errors="surrogateescape"))
