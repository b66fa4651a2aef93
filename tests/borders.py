"""Every border at which bytes of others come in: its name → what reads them, and bytes that are well-formed there.

A border raises nothing, whatever the bytes; what it tells of them is no fault of the program.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable
from datetime import date

from generator.build import default_recipe
from generator.edge.preview_pages import live
from generator.edge.terminal import clean
from generator.extract.typed import typed_date
from generator.language import load
from generator.model.codes import PROGRAM_FAILED
from generator.model.diagnostic import Diagnostic
from generator.model.edtf import parse
from generator.model.project import ArticleFiles, File
from generator.model.settings import Settings
from generator.model.typed import TypedDate
from generator.pipeline import draft
from generator.read import edits, permalinks, settings
from generator.read.formats.opening import opened
from generator.read.sheets.annotations import marks_of
from generator.read.sheets.rows import rows
from generator.render.notes import rendered
from tests import saved_forms

Border = Callable[[bytes], Iterable[Diagnostic]]
RECIPE, SETTINGS, ENGLISH = default_recipe(), Settings(), load("en")
ABOUT = 'published = 2022-11-09\ntitle = "Quay"\nauthors = ["Ada Quill"]\nurl = "https://post.example/quay"\n'
TEXT = (
    "Quay closed\n\nThe quay of Ellery was closed on Tuesday, the harbour master said. “It will open in May 2023,” she told the council.\n"
)
CLIPPED = f"---\ntitle: Quay\nsource: https://post.example/q\npublished: 2022-11-09\ntags: [a, b]\n---\n{TEXT}"
EDIT = (
    '+++\naction = "edit"\nat = 2022-11-10T10:00:00Z\nby = "R.K."\n[[target]]\nsource = "a"\n'
    'exact = "was closed on Tuesday"\nsaid = "Tuesday"\n'
    '[set]\ndate = "2022-11-08"\nheadline = "Quay closed"\ntags = ["x"]\n[correction]\ntext = "No"\n+++\nA *note*.\n'
)
TOML = 'title = "T"\nbase_url = "https://a.example/t/"\nmax_events = 20\n[fields]\nactor = "Actor"\n[[editors]]\nname = "R.K."\n'
LINKS = '{"version": 1, "publications": ["2022-11-09"], "events": [{"id": "e-1", "path": "event/e-1/"}]}'
TIMELINE = json.dumps(
    {
        "title": {"text": {"headline": "T"}},
        "events": [
            {
                "start_date": {"year": "2022", "month": 5},
                "text": {"headline": "A", "text": "<b>b</b>"},
                "media": {"url": "https://a.example/"},
            }
        ],
    }
)
_SELECTOR = {"type": "TextQuoteSelector", "exact": "x", "prefix": "y"}
MARKS = json.dumps(
    [
        {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "type": "Annotation",
            "target": {"source": "https://a.example/", "selector": _SELECTOR},
            "body": {"type": "TextualBody", "value": "v"},
        }
    ]
)
TREE = (
    "# text = It fell.\n1\tIt\tit\tPRON\t_\t_\t2\tnsubj\t_\t_\n2\tfell\tfall\tVERB\t_\t_\t0\troot\t_\t_\n"
    "3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n\n"
)


def _article(name: str, about: str = ABOUT) -> Border:
    def read(content: bytes) -> Iterable[Diagnostic]:
        file, key = File(f"articles/a.{name}", content), File("articles/a.toml", about.encode())
        files = ArticleFiles("a", copy=file, about=key) if name in {"txt", "md"} else ArticleFiles("a", page=file, about=key)
        return draft(files, SETTINGS, RECIPE).diagnostics

    return read


def _about(content: bytes) -> Iterable[Diagnostic]:
    files = ArticleFiles("a", copy=File("articles/a.txt", TEXT.encode()), about=File("articles/a.toml", content))
    return draft(files, SETTINGS, RECIPE).diagnostics


def _parsed(content: bytes) -> Iterable[Diagnostic]:
    files = ArticleFiles(
        "a", copy=File("articles/a.txt", b"It fell.\n"), about=File("a.toml", ABOUT.encode()), parse=File("a.conllu", content)
    )
    return draft(files, SETTINGS, RECIPE).diagnostics


def _typed(words: str, day_first: bool | None) -> TypedDate:
    return typed_date(words, date(2022, 11, 9), ENGLISH, day_first=bool(day_first)) if ENGLISH else TypedDate(None)


def _sheet(content: bytes) -> Iterable[Diagnostic]:
    text = content.decode("utf-8", "replace")
    list(rows(text, _typed))
    marks_of(text)
    return ()


def _words(content: bytes) -> Iterable[Diagnostic]:
    text = content.decode("utf-8", "surrogateescape")
    parse(text)
    _typed(text, None)
    clean(text)
    live(text, "", "/x.js", ["http://127.0.0.1:1"])
    return rendered(text).diagnostics


def _held(ending: str) -> Border:
    return lambda content: opened(File(f"articles/a.{ending}", content)).diagnostics


BORDERS: dict[str, tuple[Border, bytes]] = {
    "text": (_article("txt"), TEXT.encode()),
    "clipping": (_article("md"), CLIPPED.encode()),
    "page": (_article("html"), saved_forms.PAGE.encode()),
    "keys": (_about, ABOUT.encode()),
    "parse": (_parsed, TREE.encode()),
    "edit": (lambda content: edits.read(File("edits/a.md", content)).diagnostics, EDIT.encode()),
    "settings": (lambda content: settings.settings(File("timeline.toml", content), ("en",)).diagnostics, TOML.encode()),
    "permalinks": (lambda content: permalinks.permalinks(File("permalinks.json", content)).diagnostics, LINKS.encode()),
    "table": (_sheet, b"date,headline,url,tags\nlate 2021,A vote,https://a.example/1,x;y\n"),
    "timeline": (_sheet, TIMELINE.encode()),
    "annotations": (_sheet, MARKS.encode()),
    "words": (_words, b"since late 2021, *by* Friday 2022-05~/.. 3/4/2018"),
    "mhtml": (_held("mhtml"), saved_forms.mhtml()),
    "eml": (_held("eml"), saved_forms.eml()),
    "warc": (_held("warc"), saved_forms.warc(pack=False)),
    "wacz": (_held("wacz"), saved_forms.wacz()),
    "webarchive": (_held("webarchive"), saved_forms.webarchive()),
    "docx": (_held("docx"), saved_forms.docx(TEXT)),
    "pdf": (_held("pdf"), saved_forms.pdf()),
    "database": (_held("txt"), saved_forms.NEXIS.encode()),
    "list": (_held("txt"), b"https://post.example/a A\n- [B](https://post.example/b)\n"),
    "csv": (_held("csv"), saved_forms.CSV.encode()),
}
PIECES = (
    b"\0",
    b"\xff",
    b"\xed\xa0\x80",
    b"\xe2\x80\xae",
    b"[" * 40,
    b"{" * 40,
    b'"',
    b"'",
    b"\\u0000",
    b"\\ud800",
    b"9" * 400,
    b"-1",
    b"1e999",
)
MORE = (
    b"<a href='http://[x'>",
    b"31 June 2024",
    b"\r\n\r\n",
    b"---\n",
    b"+++\n",
    b"%PDF",
    b"null",
    b"\n",
    b" ",
    b"&#0;",
    b"<!--",
    b"]]>",
    b"0001-01-01",
)


def mutated(content: bytes, chance: random.Random) -> bytes:
    """Return bytes with a few accidents: pieces lost, doubled, moved or put in, bits turned over, an end that is missing."""
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(content) + 1)
        end = min(len(content), at + chance.choice((0, 1, 1, 2, 4, 9, 20, 60)))
        match chance.randrange(6):
            case 0:
                content = content[:at] + content[end:]
            case 1:
                content = content[:end] + content[at:]
            case 2:
                content = content[:at] + chance.choice(PIECES + MORE) + content[at:]
            case 3:
                content = content[:at] + chance.choice(PIECES + MORE) + content[end:]
            case 4:
                content = content[:at] + bytes(each ^ 1 << chance.randrange(8) for each in content[at : at + 1]) + content[at + 1 :]
            case _:
                content = content[:at] if chance.random() < 0.2 else content[at:end] + content
    return content


def crossed(name: str, content: bytes) -> None:
    """Let bytes cross a border.

    Raises:
        AssertionError: what is told of them is a fault of the program.
    """
    border, _ = BORDERS[name]
    said = [each for each in border(content) if each.code is PROGRAM_FAILED]
    assert not said, said[0].message
