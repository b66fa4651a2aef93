"""Write the headline of an event: of all ways to say it, the fullest of at most fifteen words that reads well.

In: a Parsed sentence, a clause and its telling verb, who is on stage. Out: a Headline.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.extract.events.clauses import Clause
from generator.extract.events.headlines import judge, nouns
from generator.extract.events.headlines.cuts import Cuts
from generator.extract.events.headlines.printing import count, fitting, line_of
from generator.extract.events.headlines.roots import Root, Roots
from generator.extract.events.headlines.sources import Told
from generator.extract.events.headlines.variants import variants
from generator.extract.events.naming import head_of
from generator.extract.events.parse import Parsed
from generator.extract.events.stage import Stage
from generator.extract.events.words import Word
from generator.model.story import Story
from generator.model.timex import Timex

LIMIT = 15
_SHORT = 4
_RECENT = 1
_WIDER = 12
_WHOLE, _CLAUSE = 4, 3
_TORN = 6
_NOTHING = -20.0
_BARE = 2
"""A noun group of so few words names no event, unless a name is among them."""


@dataclass(frozen=True, slots=True)
class Headline:
    """A line, how well it reads (higher is better) and what is wrong with it, if anything."""

    text: str
    worth: float
    fault: str = ""


class Writer:
    """Writes the headlines of one article."""

    def __init__(self, stage: Stage, story: Story) -> None:
        self.stage, self.story = stage, story

    def of_verb(self, told: Told) -> Headline:
        """Return the headline of what a verb tells."""
        parsed, above = told.parsed, told.clause
        inner = self._behind_expletive(parsed, above)
        if inner is not None:
            return self.of_verb(Told(parsed, inner, inner.verb, told.own))
        roots = Roots(told, self.stage, self.story).all()
        best = self._best(roots, parsed)
        while best is None and (parent := parsed.parent(above)) is not None:
            above = parent  # the clause it hangs on, when it cannot be told by itself
            if above.kind == "conditional":
                continue
            wider = self._best(Roots(Told(parsed, above, above.verb, told.own), self.stage, self.story).all(), parsed)
            best = replace(wider, fault="wider", worth=wider.worth - _WIDER) if wider is not None else None
        return best or self._last_resort(roots, parsed)

    def of_noun(self, parsed: Parsed, noun: int, clause: Clause | None, own: Timex | None) -> Headline:
        """Return the headline of an event noun: the clause that tells it, else its full group, else what was done at it."""
        stage, story = self.stage, self.story
        telling = self._clause_of(parsed, noun, clause)
        told = self.of_verb(Told(parsed, telling, telling.verb, own)) if telling is not None else None
        if told is not None and told.worth > 0:
            return told
        group = nouns.full_group(parsed, noun, stage, story, own)
        shown, key = line_of(group), parsed.words[noun].low
        known = stage.things.get(key, "")
        if not judge.fault(group, story, event=True) and (count(group) > _BARE or any(word.tag == "P" for word in group)):
            if len(shown) > len(known):
                stage.things[key] = shown
            return Headline(shown, float(count(group)))
        if known:
            return Headline(known, float(len(known.split())))
        opens = parsed.words[max(0, parsed.noun_group(noun)[0] - 1)].low
        meanwhile = clause is not None and opens in story.of("while") | story.of("at_event")
        wider = self.of_verb(Told(parsed, clause, clause.verb, own)) if clause is not None and meanwhile else None
        # 'during the call she warned …' tells of the call; what came after an autopsy does not tell of the autopsy
        return wider if wider is not None and wider.worth > 0 else Headline(shown, 0.0, "bare")

    def _clause_of(self, parsed: Parsed, noun: int, clause: Clause | None) -> Clause | None:
        """Return the clause that says what the thing did or was: as its subject, in a relative clause, behind 'was' or 'held'."""
        story = self.story
        start, end = parsed.noun_group(noun)
        for each in parsed.clauses:
            if each.subject is None or each.kind == "conditional" or each.verb.modal:
                continue
            behind = parsed.words[each.verb.last + 1 : each.verb.last + 2]
            predicate = bool(behind) and behind[0].tag in {"D", "N", "P", "U"} and each.verb.lemma in story.be
            told = predicate or each.verb.lemma not in story.of("comes")  # 'the attack was on Monday' tells no more than its noun
            if (
                told
                and (each.verb.past or each.verb.perfect or each.kind != "relative")
                and head_of(parsed, each.subject, story)[1] - 1 == noun
            ):
                return each
        if clause is None or clause.verb.negated or clause.verb.passive:
            return None
        inside = start == clause.verb.last + 1 and end > noun
        return clause if inside and clause.verb.lemma in story.be | story.light else None

    def _behind_expletive(self, parsed: Parsed, clause: Clause) -> Clause | None:
        """'It emerged that …': what counts is the clause behind."""
        if clause.subject is None or clause.verb.lemma not in self.story.of("expletive_verbs"):
            return None
        if parsed.words[clause.subject[0]].low not in self.story.of("expletive"):
            return None
        that = self.story.of("that")
        return next((below for below in parsed.below(clause) if below.kind == "complement" and below.opener in that), None)

    def _best(self, roots: list[Root], parsed: Parsed) -> Headline | None:
        return max((line for root in roots for line in self._lines(root, parsed)), key=lambda each: each.worth, default=None)

    def _lines(self, root: Root, parsed: Parsed) -> list[Headline]:
        """Return what reads well of one root, the fullest of each variant."""
        found = self._told(root, parsed, self._speaker(root, parsed))
        if not found and root.quoted and root.speaker and root.speaker[0].tag == "P":
            # 'Ana Lopes: “…”' takes a word less than '“…,” Ana Lopes said'
            found = self._told(replace(root, speaker=[], said=[]), parsed, line_of(root.speaker))
        return found

    def _told(self, root: Root, parsed: Parsed, speaker: str) -> list[Headline]:
        bare = [word for word in root.words if word.tag not in {"“", "”"}] if root.quoted else root.words
        room = LIMIT - count(root.speaker) - count(root.said) - (len(speaker.split()) if root.quoted else 0)
        found: list[Headline] = []
        for fallback, must in enumerate(root.must):
            for barer, words in enumerate(variants(bare, parsed, self.story)):
                least = next((at + 1 for at, word in enumerate(words) if word.start == must), 0)
                line = self._fullest(Cuts(words, parsed, self.story), least, room, root) if least else None
                if line is None:
                    continue
                kept, strength, reason = line
                worth = count(kept) + strength - 3 * barer - root.cost - 4 * fallback - (8 if reason else 0)
                worth -= (3 if count(kept) < _SHORT else 0) + (3 if root.quoted and strength < _WHOLE else 0)
                found.append(Headline(self._text(kept, root, speaker, parsed), worth, reason))
            if found:
                break
        return found

    def _fullest(self, cuts: Cuts, least: int, room: int, root: Root) -> tuple[list[Word], int, str] | None:
        """Return the fullest beginning of a line that reads well and finds room, how strong its end is, and what speaks against it.

        A clause behind the first is told whole or left out, unless little stands before it.
        """
        best: tuple[int, list[Word], int, str] | None = None
        ends = cuts.ends(least, sum(word.end <= root.until for word in cuts.words), fitting(cuts.words, room))
        for end, strength in ends:
            kept = cuts.words[:end]
            torn = strength < _CLAUSE and any(other < end and inner >= _CLAUSE and cuts.words[other].tag != "C" for other, inner in ends)
            worth = count(kept) + strength - (_TORN if torn else 0)
            if best is not None and worth <= best[0]:
                continue
            opens = root.quoted and judge.opens_quotation(kept[0], cuts.parsed.words)
            reason = judge.fault(kept, self.story, event=root.kind == "participle", opens=opens)
            if root.quoted and judge.alters(kept, cuts.parsed.words):
                reason = "altered"
            if not reason and root.speaker and root.speaker[0].tag == "O":
                reason = "pronoun"
            if not reason or reason in judge.SOFT:
                best = worth, kept, strength, reason
        return best[1:] if best is not None else None

    def _speaker(self, root: Root, parsed: Parsed) -> str:
        """Return who says a sentence that is all quotation: whoever spoke in the sentence before."""
        if not root.quoted or root.speaker or root.said:
            return ""
        known = self.stage.speaker in self.stage.names.full.values()
        return self.stage.speaker if known and parsed.sentence.number - self.stage.spoke_at <= _RECENT else ""

    def _text(self, words: list[Word], root: Root, speaker: str, parsed: Parsed) -> str:
        if root.kind == "participle" and words[0].low in self.story.of("articles"):
            words = words[1:]  # 'a driver arrested in Faro' → 'Driver arrested in Faro'
        line = line_of(words)
        tail = self._tail(root, parsed)
        if root.quoted:
            return f"“{line},” {tail}" if tail else f"{speaker}: “{line}”" if speaker else f"“{line}”"
        return f"{line}, {tail}" if tail else line

    def _tail(self, root: Root, parsed: Parsed) -> str:
        """Return who said it, small where no name opens it: 'the council said', 'according to the council'."""
        tail = line_of([*root.speaker, *root.said])
        first = root.speaker[0] if root.speaker else None
        opens = first is not None and first.start == parsed.words[0].start and first.low not in self.story.titles
        alone = [word.tag for word in root.speaker[1:2]] != ["P"]
        common = opens and alone and first is not None and first.tag == "P" and first.low not in self.stage.names.common
        small = first is None or first.tag in {"D", "N", "O", "U"} or common
        return tail[:1].lower() + tail[1:] if small else tail

    def _last_resort(self, roots: list[Root], parsed: Parsed) -> Headline:
        """Return the words up to the limit, not ending badly, with who says them: nothing better was found."""
        root = next((each for each in roots if each.words and not each.cost), roots[-1])
        words, room = [word for word in root.words if word.end <= root.until], LIMIT - count(root.speaker) - count(root.said)
        while words and (count(words) > room or judge.ending(words, self.story)):
            words = words[:-1]
        return Headline(self._text(words, root, self._speaker(root, parsed), parsed) if words else "", _NOTHING, "clipped")
