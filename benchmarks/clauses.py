"""How well sentences are taken apart, and dates put to what they date: held against TimeML documents of one's own.

    python -m benchmarks.clauses --data DIR [--errors FOLDER]

DIR holds ``te3/timebank``: documents whose EVENTs say which words happen, with MAKEINSTANCE (part of speech, tense, aspect, polarity,
modality) and TLINK (which time an event is in). Every fifth document by sorted name is held out, as in ``benchmarks.time``.
Out: of EVENT words, F1 of "a verb here" and of "a finite verb here"; finite verbs of ours that are no EVENT, per 100 that are (few,
where none are made up; copulas count); the share of verbs with the right tense, aspect, negation and modality; of times linked to an
event of their sentence the share that our attachment puts to one they are linked to. ``--errors`` writes those of the rest.
"""

from __future__ import annotations

import argparse
import sys
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.floors import missed
from benchmarks.time import FIFTH
from generator.extract.events.attachment import attach
from generator.extract.events.naming import names_of
from generator.extract.events.parse import Parsed, parse
from generator.extract.events.verbgroups import Verb
from generator.extract.sentences import segment
from generator.extract.timexes import tag
from generator.language import load
from generator.language.story import load_story
from generator.model.article import Article, Published
from generator.model.span import Source
from generator.read.blocks import blocks

STORY = load_story("en")
FINITE = frozenset({"PAST", "PRESENT", "FUTURE"})
HOLDS = frozenset({"IS_INCLUDED", "SIMULTANEOUS", "DURING", "INCLUDES", "BEGUN_BY", "ENDED_BY"})
"""Relations of an event to the time it is dated by, either way round."""
FIGURES = ("verb", "finite", "unmarked", "tense", "aspect", "negation", "modality", "dated")


@dataclass(frozen=True, slots=True)
class Marked:
    """What the document says of one EVENT word."""

    start: int
    end: int
    pos: str
    tense: str
    aspect: str
    negated: bool
    modal: bool


@dataclass(frozen=True, slots=True)
class Document:
    """A TimeML document: its text, its day, its EVENTs by id, and the starts of the EVENTs linked to the time at a start."""

    text: str
    day: date | None
    events: tuple[Marked, ...]
    dated: dict[int, set[int]]


def main() -> int:
    """Run the benchmark."""
    cli = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    cli.add_argument("--data", type=Path, required=True)
    cli.add_argument("--errors", type=Path, help="folder to write clauses.errors.txt of the part not held out into")
    args = cli.parse_args()
    counts: dict[str, Counter[str]] = {"all": Counter(), "held out": Counter(), "rest": Counter()}
    wrong: list[str] = []
    for number, path in enumerate(sorted((args.data / "te3" / "timebank").glob("*.tml"))):
        held = number % FIFTH == FIFTH - 1
        counted = measured(read(path), [] if held else wrong)
        for part in ("all", "held out" if held else "rest"):
            counts[part] += counted
    print(f"{'part':<10}" + "".join(f"{name:>10}" for name in FIGURES) + f"{'events':>9}{'links':>7}")
    for part, counted in counts.items():
        figures = figures_of(counted)
        print(f"{part:<10}" + "".join(f"{figures[name]:>10.1f}" for name in FIGURES) + f"{counted['events']:>9}{counted['links']:>7}")
    if args.errors:
        args.errors.mkdir(parents=True, exist_ok=True)
        (args.errors / "clauses.errors.txt").write_text("".join(f"{line}\n" for line in wrong), encoding="utf-8")
    return missed("clauses", figures_of(counts["all"]))


def figures_of(counted: Counter[str]) -> dict[str, float]:
    """Return the figures in per cent."""

    def f1(name: str) -> float:
        right = counted[f"{name} right"]
        return 200 * right / max(1, counted[f"{name} ours"] + counted[f"{name} gold"])

    shares = {name: 100 * counted[name] / max(1, counted["groups"]) for name in ("tense", "aspect", "negation", "modality")}
    unmarked = 100 * counted["unmarked"] / max(1, counted["finite right"])
    return {
        "verb": f1("verb"),
        "finite": f1("finite"),
        "unmarked": unmarked,
        **shares,
        "dated": 100 * counted["dated"] / max(1, counted["links"]),
    }


def read(path: Path) -> Document:
    """Read one document. Quote marks of the typewriter (two backticks) become plain ones of the same length."""
    root = ET.parse(path).getroot()  # noqa: S314 - the corpus is one's own
    created = root.find(".//DCT/TIMEX3")
    day = date.fromisoformat((created.get("value") or "")[:10]) if created is not None else None
    pieces: list[str] = []
    spans: dict[str, tuple[int, int]] = {}
    body = root.find(".//TEXT")
    if body is not None:
        _gather(body, pieces, spans, 0)
    instances = {each.get("eiid", ""): each for each in root.iter("MAKEINSTANCE")}
    events = tuple(_marked(each, spans[each.get("eventID", "")]) for each in instances.values() if each.get("eventID") in spans)
    dated: dict[int, set[int]] = defaultdict(set)
    for link in root.iter("TLINK"):
        time = link.get("relatedToTime") or link.get("timeID") or ""
        instance = instances.get(link.get("eventInstanceID") or link.get("relatedToEventInstance") or "")
        if link.get("relType") in HOLDS and time in spans and instance is not None and instance.get("eventID") in spans:
            dated[spans[time][0]].add(spans[instance.get("eventID", "")][0])
    text = "".join(pieces).replace("``", ' "').replace("''", '" ')
    return Document(text, day, tuple(sorted(set(events), key=lambda each: each.start)), dict(dated))


def _gather(element: ET.Element, pieces: list[str], spans: dict[str, tuple[int, int]], at: int) -> int:
    start = at
    pieces.append(element.text or "")
    at += len(pieces[-1])
    for child in element:
        at = _gather(child, pieces, spans, at)
        pieces.append(child.tail or "")
        at += len(pieces[-1])
    spans[element.get("eid") or element.get("tid") or ""] = (start, at)
    return at


def _marked(instance: ET.Element, span: tuple[int, int]) -> Marked:
    said = {name: (instance.get(name) or "NONE").strip() for name in ("pos", "tense", "aspect", "polarity", "modality")}
    modal = said["modality"] not in {"NONE", "", "to"}
    return Marked(*span, said["pos"], said["tense"], said["aspect"], said["polarity"] == "NEG", modal)


def measured(document: Document, wrong: list[str]) -> Counter[str]:
    """Parse a document and count what agrees; faults are added to *wrong*."""
    counted: Counter[str] = Counter()
    for parsed in parses(document):
        groups = {parsed.words[verb.main].start: verb for clause in parsed.clauses for verb in clause.verbs}
        verbs = {word.start for word in parsed.words if word.tag == "V"}
        inside = [each for each in document.events if parsed.words[0].start <= each.start < parsed.words[-1].end]
        for event in inside:
            faults = _compare(event, groups.get(event.start), counted, ours=event.start in verbs)
            wrong.extend(_told(fault, document.text, event.start, event.end) for fault in faults)
        marked = {event.start for event in inside}
        stray = [parsed.words[verb.main] for verb in groups.values() if verb.finite and parsed.words[verb.main].start not in marked]
        counted["unmarked"] += len(stray)
        wrong.extend(_told("unmarked", document.text, word.start, word.end) for word in stray if word.lemma not in STORY.be | STORY.have)
        wrong.extend(_told(fault, document.text, start, end) for fault, start, end in _links(parsed, document.dated, counted))
    return counted


def parses(document: Document) -> list[Parsed]:
    """Take every sentence of a document apart."""
    language = load("en")
    if language is None:
        raise LookupError("en")
    published = Published(document.day) if document.day else None
    article = Article("tml", Source("tml", document.text), blocks(document.text), published=published)
    sentences = segment(article, language)
    timexes = tag(article, sentences, language).value
    names = names_of(document.text, STORY).common
    found = []
    for sentence in sentences:
        inside = [each for each in timexes if each.said.start >= sentence.span.start and each.said.end <= sentence.span.end]
        parsed = parse(document.text, sentence, inside, STORY, names)
        if parsed.words:
            found.append(parsed)
    return found


def _compare(event: Marked, verb: Verb | None, counted: Counter[str], *, ours: bool) -> list[str]:
    """Count one EVENT word and return what is wrong with it."""
    gold = event.pos == "VERB"
    finite_gold = gold and (event.tense in FINITE or (event.modal and event.tense == "NONE"))
    finite = verb is not None and verb.finite
    counted["events"] += 1
    for name, said, found in (("verb", gold, ours), ("finite", finite_gold, finite)):
        counted[f"{name} gold"] += said
        counted[f"{name} ours"] += found
        counted[f"{name} right"] += said and found
    faults = [f"{name} {'missed' if said else 'false'}" for name, said, found in (("verb", gold, ours),) if said != found]
    if gold and ours and finite != finite_gold:
        faults.append(f"finite {'missed' if finite_gold else 'false'}")
    if not finite_gold or verb is None or not finite:
        return faults
    counted["groups"] += 1
    modal = bool(verb.modal) and verb.modal not in STORY.of("coming")
    tense = "FUTURE" if verb.modal in {"will", "shall", "'ll", "wo"} else "PAST" if verb.past else "PRESENT"
    aspect = "_".join(["PERFECTIVE"] * verb.perfect + ["PROGRESSIVE"] * verb.progressive) or "NONE"
    agree = {
        "tense": modal or event.modal or tense == event.tense,
        "aspect": aspect == event.aspect,
        "negation": verb.negated == event.negated,
        "modality": modal == event.modal or verb.modal in {"would", "'d"},
    }
    counted.update(name for name, same in agree.items() if same)
    return [*faults, *(name for name, same in agree.items() if not same)]


def _links(parsed: Parsed, dated: dict[int, set[int]], counted: Counter[str]) -> list[tuple[str, int, int]]:
    """Count the linked times of a sentence, and return those that we put to another word."""
    faults = []
    for index, word in enumerate(parsed.words):
        timex = word.timex
        linked = dated.get(timex.span.start) if timex is not None else None
        near = {start for start in linked or () if parsed.words[0].start <= start < parsed.words[-1].end}
        if timex is None or not near:
            continue
        counted["links"] += 1
        found = attach(parsed, index, STORY)
        at = found.noun if found is not None and found.noun is not None else found.verb.main if found is not None and found.verb else None
        if at is not None and parsed.words[at].start in near:
            counted["dated"] += 1
        else:
            faults.append((f"dated {parsed.words[at].text if at is not None else '-'}", word.start, word.end))
    return faults


def _told(fault: str, text: str, start: int, end: int) -> str:
    said = f"{text[max(0, start - 90) : start]}[{text[start:end]}]{text[end : end + 60]}"
    return f"{fault}\t{text[start:end]}\t{' '.join(said.split())}"


if __name__ == "__main__":
    sys.exit(main())
