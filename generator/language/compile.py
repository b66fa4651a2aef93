"""Compile a language's table: the TOML beside this file, into a ``Language``.

In: a language code. Out: Language, cached for the life of the process, or None when there is no such table.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from functools import cache
from importlib import resources
from inspect import signature
from typing import Any

from generator.language.hour_productions import PRODUCTIONS
from generator.language.patterns import BadPatternError, Bracket, Class, FixedWord, Variant, variants
from generator.language.scan import token_pattern, trigger_pattern
from generator.model.hedge import Bound
from generator.model.language import (
    ANY,
    LEAVES,
    UNUSED,
    Example,
    Grammar,
    Language,
    Leaf,
    NameWords,
    Node,
    Pass,
    Phrase,
    Sense,
    SentenceRules,
    TenseWords,
)
from generator.model.said import Bounded, Said, Shaded

PASSES = ("phrase", "shade", "frame")
"""The three tables of rows: phrases of words; shades, over phrases; frames (bounds and ranges), over both."""

_OWN = frozenset({"say", "mean", "examples"})
_EXAMPLE = re.compile(r"(?P<published>[\d-]*)\s*\|(?P<before>[^\[]*)\[(?P<words>[^\]]*)\](?P<after>[^|]*)\|\s*(?P<value>\S*)")


@cache
def load(code: str) -> Language | None:
    """Return the language of a code ("en", also "en-GB"); None when no table exists for it."""
    base = code.lower().replace("_", "-").split("-")[0]
    if base not in supported():
        return None
    if base != code:
        return load(base)
    text = resources.files("generator.language").joinpath(f"{base}.toml").read_text(encoding="utf-8")
    return compiled(tomllib.loads(text))


@cache
def supported() -> tuple[str, ...]:
    """Return the codes of all languages that have a table, sorted."""
    names = (entry.name for entry in resources.files("generator.language").iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml") and name.count(".") == 1))


def compiled(table: Mapping[str, Any]) -> Language:
    """Turn a parsed table into a Language. A table that cannot be read raises BadPatternError: it is ours, not the user's."""
    lexicon = _lexicon(table["lexicon"])
    capital = frozenset(table.get("capital", "").split())
    senses = _senses(lexicon, capital, proper=False)
    rows = {name: tuple(_phrase(row) for row in table.get(name, ())) for name in PASSES}
    passes = tuple(Pass(_trie(rows[name])) for name in PASSES)
    joiners = frozenset(table.get("joiners", ["-", "and"]))
    steps = _steps(passes)
    grammar = Grammar(
        trigger=trigger_pattern(_trigger_words(table, lexicon), table.get("trigger_forms", ())),
        spelt=frozenset(key for _, key in steps),
        vocabulary=joiners.union((key for _, key in steps), *(word.split() for words in lexicon.values() for word in words)),
        open_words=_open_words(steps, lexicon),
        token=token_pattern(word for words in lexicon.values() for word in words),
        senses=senses,
        proper=_senses(lexicon, capital, proper=True),
        compounds=_compounds(lexicon),
        numeric=frozenset(word for word, means in senses.items() if means[0][0] in ("CARDINAL", "SCALE")),
        passes=passes,
        joiners=joiners,
        tense=_tense(table.get("tense", {})),
        names=_names(table.get("names", {}), lexicon),
        day_first=bool(table.get("day_first")),
    )
    phrases = tuple(row for name in PASSES for row in rows[name])
    return Language(table["code"], table["name"], _sentence_rules(table.get("sentences", {})), grammar, phrases)


def _lexicon(table: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Read the classes: ``{word = value}``, or a string of words that mean themselves; "a/b = value" gives several words one value."""
    found: dict[str, dict[str, Any]] = {}
    for cls, entries in table.items():
        pairs = ((word, word) for word in entries.split()) if isinstance(entries, str) else entries.items()
        found[cls] = {spelt: value for words, value in pairs for word in words.split("/") for spelt in _spellings(word)}
    return found


def _spellings(word: str) -> Iterator[str]:
    """Yield a word with either apostrophe, and "St." without its stop."""
    for plain in dict.fromkeys((word, word.replace("st. ", "st "))):
        yield plain
        if "'" in plain:
            yield plain.replace("'", "’")


def _trigger_words(table: Mapping[str, Any], lexicon: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    for cls in table["triggers"].split():
        yield from lexicon[cls]
    yield from table.get("trigger_words", ())


def _senses(lexicon: Mapping[str, Mapping[str, Any]], named: frozenset[str], *, proper: bool) -> dict[str, tuple[Sense, ...]]:
    """Collect what each single word can be; *named* words mean what they do only when they begin with a capital."""
    found: dict[str, tuple[Sense, ...]] = {}
    for cls, words in lexicon.items():
        for word, value in words.items():
            if " " not in word and (word in named) == proper:
                found[word] = (*found.get(word, ()), (cls.upper(), value))
    return found


def _compounds(lexicon: Mapping[str, Mapping[str, Any]]) -> dict[str, tuple[tuple[list[str], tuple[Sense, ...]], ...]]:
    """Collect the entries of several words ("new year's day") by their first word, the longest first."""
    meanings: dict[str, list[Sense]] = {}
    for cls, entries in lexicon.items():
        for words, value in entries.items():
            if " " in words:
                meanings.setdefault(words, []).append((cls.upper(), value))
    found: dict[str, list[tuple[list[str], tuple[Sense, ...]]]] = {}
    for words in sorted(meanings, key=lambda words: -len(words.split())):
        first, *others = words.split()
        found.setdefault(first, []).append((others, tuple(meanings[words])))
    return {first: tuple(entries) for first, entries in found.items()}


def _phrase(row: Mapping[str, Any]) -> Phrase:
    arguments = {name: value for name, value in row.items() if name not in _OWN}
    return Phrase(row["say"], row["mean"], arguments, tuple(_example(text) for text in row.get("examples", ())))


def _example(text: str) -> Example:
    """Read "2021-12-08 | It closed [three days ago]. | 2021-12-05"."""
    match = _EXAMPLE.fullmatch(text.strip())
    if not match:
        raise BadPatternError(f"not an example: {text}")
    before = match["before"].lstrip()
    words = match["words"]
    return Example(match["published"], before + words + match["after"].rstrip(), len(before), len(before) + len(words), match["value"])


def _steps(passes: Iterable[Pass]) -> frozenset[tuple[str, str]]:
    """Return what can follow what in phrases: words and CLASSES, the first of a phrase behind nothing."""
    found: set[tuple[str, str]] = set()
    nodes = [("", each.root) for each in passes]
    while nodes:
        before, node = nodes.pop()
        for key, following in node.items():
            if key != LEAVES:
                found.add((before, key))
                nodes.append((key, following))
    return frozenset(found)


def _open_words(steps: frozenset[tuple[str, str]], lexicon: Mapping[str, Mapping[str, Any]]) -> frozenset[str]:
    """Return the words behind which a phrase may have any word."""
    keys = {before for before, key in steps if key == ANY}
    numbers = ("cardinal", "scale") if "NUMBER" in keys else ()
    return frozenset(keys).union(*(words for cls, words in lexicon.items() if cls.upper() in keys or cls in numbers))


def _trie(rows: tuple[Phrase, ...]) -> Node:
    root: Node = {}
    for rank, row in enumerate(rows):
        if row.mean not in PRODUCTIONS:
            raise BadPatternError(f"no production “{row.mean}”")
        accepted = frozenset(signature(PRODUCTIONS[row.mean]).parameters)
        for pattern in row.say.split("\n"):
            leaf = _leaf(rank, pattern, row)
            for variant in variants(pattern):
                _plant(root, variant, leaf, accepted)
    return root


def _leaf(rank: int, pattern: str, row: Phrase) -> Leaf:
    """Return the leaf of a row; ``bound`` and ``mod`` of the row are laid round what its production makes, if that does not take them."""
    arguments = dict(row.arguments)
    make, marks = PRODUCTIONS[row.mean], bool(arguments.pop("marks", row.mean == "between"))
    if row.mean != "bounded" and (bound := arguments.pop("bound", None)):
        make, marks = _laid_round(make, lambda said: Bounded(said, Bound(bound))), True
    if row.mean != "shaded" and (mod := arguments.pop("mod", None)):
        make = _laid_round(make, lambda said: Shaded(said, mod))
    return Leaf(rank, pattern.strip(), make, (), arguments, marks=marks)


def _laid_round(make: Callable[..., Said | None], outer: Callable[[Said], Said]) -> Callable[..., Said | None]:
    def made(**values: Any) -> Said | None:
        said = make(**values)
        return None if said is None else outer(said)

    return made


def _plant(root: Node, variant: Variant, leaf: Leaf, accepted: frozenset[str]) -> None:
    node, length = root, 0
    captures: list[tuple[int, str, str]] = []
    marked: dict[str, int] = {}
    for item in variant:
        match item:
            case Bracket(mark):
                marked[mark] = length
            case FixedWord(word):
                node = node.setdefault(word, {})
                length += 1
            case Class(cls, name):
                node = node.setdefault(cls.upper(), {})
                captures.append((length, cls.upper(), name))
                length += 1
    if not length:
        raise BadPatternError(f"an empty phrase: {leaf.say}")
    used = tuple(each for each in captures if each[2] != UNUSED)
    if unknown := {*(name for _, _, name in used), *leaf.constants} - accepted if UNUSED not in accepted else ():
        raise BadPatternError(f"“{leaf.say}” gives {', '.join(sorted(unknown))} to a production that takes no such thing")
    begins, ends = marked.get("[", 0), marked.get("]", length)
    opens, closes = marked.get("<", begins), marked.get(">", ends)
    ending = replace(leaf, captures=used, begins=begins, after=length - ends, opens=opens, closes=closes)
    node.setdefault(LEAVES, []).append(ending)


_ENDINGS = ("past_endings", "future_endings", "present_endings")
_NO_WORDS = ("infinitive", "perfect", "participle", "turned", *_ENDINGS)
_TURNED = (
    "future",
    "unable",
    "unsure",
    "contracted",
    "with_participle",
    "be_now",
    "schedule",
    "schedule_base",
    "future_after_be",
    "future_after_be_now",
)
"""The lists of words that have a tense by themselves, which the words beside them may turn."""
_TENSE = tuple(each.name for each in fields(TenseWords) if each.name not in _NO_WORDS)


def _tense(table: Mapping[str, str]) -> TenseWords:
    words: dict[str, Any] = {name: frozenset(table.get(name, "").split()) for name in _TENSE}
    endings: dict[str, Any] = {name: tuple(table.get(name, "").split()) for name in _ENDINGS}
    participle = re.compile(table["participle"]) if "participle" in table else None
    words["turned"] = frozenset({table.get("infinitive", "")}.union(*(words[name] for name in _TURNED)))
    return TenseWords(**words, **endings, infinitive=table.get("infinitive", ""), perfect=table.get("perfect", ""), participle=participle)


_TIMES = ("month", "weekday", "mon", "season", "daypart", "unit")
"""The classes whose words are no surname behind a weekday or month."""


def _names(table: Mapping[str, Any], lexicon: Mapping[str, Mapping[str, Any]]) -> NameWords:
    given: dict[str, Any] = {name: frozenset(value.split()) if isinstance(value, str) else value for name, value in table.items()}
    if "plurals" in table:
        given["plurals"] = tuple(table["plurals"].split())
    if "the" in table:
        given["the"] = table["the"]
    return NameWords(**given, times=frozenset(word for cls in _TIMES for word in lexicon.get(cls, {})))


def _sentence_rules(table: Mapping[str, Any]) -> SentenceRules:
    words = {name: frozenset(text.split()) for name, text in table.items() if isinstance(text, str)}
    return SentenceRules(**words, ordinals=bool(table.get("ordinals")))
