"""The parse of an article that lies beside it, in CoNLL-U → Trees over the article's text.

In: NAME.conllu, from any parser and in any language, corrected by hand like any text; the text it is about. Out: the trees whose words
stand in the text, in its order; what does not fit is told with its line, and left to the parser.
The format: https://universaldependencies.org/format.html. Ranges (1-2 zum) give their place to their words; empty nodes (8.1) are passed
over.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from generator.model import codes
from generator.model.article import Article
from generator.model.diagnostic import Checked, Diagnostic, at, tell
from generator.model.project import ArticleFiles, File
from generator.model.span import Source, Span
from generator.model.tree import ROOT, Form, Rel, Token, Tree, Upos, tree_of
from generator.read import text

_COLUMNS = 10
_MISFITS = 5
"""After so many sentences that are not in the text the file is about another one, and is read no further."""
_RELS = {rel.value: rel for rel in Rel}
_TAGS = {tag.value: tag for tag in Upos}
_NUMBERS = {"Sing": Form.SINGULAR, "Plur": Form.PLURAL}


@dataclass(frozen=True, slots=True)
class _Word:
    """A row of the file; ``place`` is the number of the surface token in which it stands."""

    cells: list[str]
    place: int
    head: int


@dataclass(frozen=True, slots=True)
class _Parsed:
    """A sentence of the file: its rows, and its surface tokens."""

    start: int
    words: tuple[_Word, ...]
    surface: tuple[str, ...]


def read_parse(files: ArticleFiles, article: Article) -> Checked[tuple[Tree, ...]]:
    """Return the trees that lie beside an article; none where there is no such file."""
    return read(files.parse, article.source) if files.parse else Checked(())


def read(file: File, article: Source) -> Checked[tuple[Tree, ...]]:
    """Return the trees of a parse file over an article's text, numbered from 1 as the file has them.

    Told, and left out: a file that is no text (BAD_ENCODING, TOO_LARGE), a sentence with a row that is none (BAD_PARSE), and one whose
    words do not stand in the text behind those before it (PARSE_ASTRAY).
    """
    decoded = text.decoded(file, 8 * text.ARTICLE_LIMIT)
    if decoded.value is None:
        return Checked((), decoded.diagnostics)
    source = decoded.value
    letters, places = _letters(article.text)
    trees: list[Tree] = []
    said: list[Diagnostic] = []
    cursor = misfits = 0
    for number, parsed in enumerate(_sentences(source), 1):
        if isinstance(parsed, Diagnostic):
            said.append(parsed)
            continue
        wanted = ["".join(each.split()) for each in parsed.surface]
        found = letters.find("".join(wanted), cursor)
        if found < 0:
            misfits += 1
            said.append(tell(codes.PARSE_ASTRAY, at(source, parsed.start), None, article=article.path))
            if misfits == _MISFITS:
                break
            continue
        ends = list(accumulate(map(len, wanted), initial=found))
        cursor = ends[-1]
        spans = [Span(places[start], places[end - 1] + 1) for start, end in pairwise(ends)]
        trees.append(_tree(number, parsed, spans, article.text))
    return Checked(tuple(trees), tuple(said))


def _letters(whole: str) -> tuple[str, list[int]]:
    """Return a text without its white space, and where each of its characters stood."""
    places = [place for place, each in enumerate(whole) if not each.isspace()]
    return "".join(whole.split()), places


def _sentences(source: Source) -> Iterator[_Parsed | Diagnostic]:
    """Yield the sentences of the file, or what is wrong with one."""
    rows: list[tuple[int, list[str]]] = []
    offset = 0
    for line in (*source.text.split("\n"), ""):
        if line.strip() and not line.startswith("#"):
            rows.append((offset, line.split("\t")))
        elif not line.strip() and rows:
            yield _checked(source, rows)
            rows = []
        offset += len(line) + 1


def _checked(source: Source, rows: list[tuple[int, list[str]]]) -> _Parsed | Diagnostic:
    """Return a sentence of the file; the first row that is none is told instead."""
    words: list[_Word] = []
    surface: list[str] = []
    last = 0  # the last word of the range that is open
    size = sum(cells[0].isdecimal() for _, cells in rows)
    for offset, cells in rows:
        wrong = _fault(cells, len(words) + 1, size)
        if wrong:
            return tell(codes.BAD_PARSE, at(source, offset, offset + len("\t".join(cells))), None, reason=wrong)
        number, _, until = cells[0].partition("-")
        if "." in number:
            continue
        if until:
            surface.append(cells[1])
            last = int(until)
            continue
        if int(number) > last:
            surface.append(cells[1])
        words.append(_Word(cells, len(surface) - 1, int(cells[6]) - 1))
    if not words:
        return tell(codes.BAD_PARSE, at(source, rows[0][0]), None, reason="a sentence without a word")
    return _Parsed(rows[0][0], tuple(words), tuple(surface))


def _fault(cells: list[str], number: int, size: int) -> str | None:
    """Say what is wrong with a row; *number* is that of the next word, *size* the words of the sentence."""
    if len(cells) != _COLUMNS:
        return f"a row has {_COLUMNS} columns with tabs between, not {len(cells)}"
    name, _, until = cells[0].partition("-")
    if "." in name:
        return None
    if not name.isdecimal() or int(name) != number or (until and not (until.isdecimal() and number <= int(until) <= size)):
        return f"the next word is number {number}, not “{cells[0]}”"
    if not cells[1].strip():
        return "a word has no form"
    if not until and not (cells[6].isdecimal() and int(cells[6]) <= size):
        return f"the head of a word is a number up to {size}, not “{cells[6]}”"
    return None


def _tree(number: int, parsed: _Parsed, spans: list[Span], whole: str) -> Tree:
    """Make the tree; a relation or tag that is none of ours is read as the main one of it, else as ``dep`` and ``X``."""
    tokens = []
    for index, word in enumerate(parsed.words):
        _, form, lemma, upos, _, feats, _, rel, _, _ = word.cells
        span = spans[word.place]
        tag = _TAGS.get(upos, Upos.X)
        kind = _RELS.get(rel) or _RELS.get(rel.partition(":")[0], Rel.DEP)
        lemma = form if lemma == "_" else lemma
        shared = parsed.surface[word.place] != form
        written = form if shared else span.of(whole)
        head = word.head if word.head >= 0 else ROOT
        tokens.append(Token(index, span, written, lemma, tag, _form(tag, feats), head, kind))
    return tree_of(number, tuple(tokens))


def _form(tag: Upos, feats: str) -> Form:
    """Return the form that the features of a word give: VerbForm, Mood and Tense of a verb, Number of a noun."""
    known = dict(each.split("=", 1) for each in feats.split("|") if "=" in each)
    match known.get("VerbForm"):
        case "Inf":
            return Form.INFINITIVE
        case "Fin":
            return _finite(known.get("Mood", ""), known.get("Tense", ""))
        case "Part":
            return Form.GERUND if known.get("Tense") == "Pres" else Form.PARTICIPLE
        case "Ger" | "Conv":
            return Form.GERUND
        case _:
            return _NUMBERS.get(known.get("Number", ""), Form.NONE) if tag in {Upos.NOUN, Upos.PROPN} else Form.NONE


def _finite(mood: str, tense: str) -> Form:
    """Return the form of a finite verb; the subjunctive of the past ('hätte', 'hubiera') tells what is not."""
    past = tense in {"Past", "Imp", "Pqp"}
    if mood == "Cnd" or (mood == "Sub" and past):
        return Form.CONDITIONAL
    return Form.FUTURE if tense == "Fut" else Form.PAST if past else Form.PRESENT
