"""Who speaks in each sentence of an article: as the sentence itself says, or another one of the same quotation.

In: the sentences as they were read, the Names, the Story. Out: Voices by the number of a sentence; the name of who is quoted.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.extract.discourse.names import Names
from generator.extract.events.marks import is_quoted
from generator.extract.events.reads import Read
from generator.extract.events.turns import Turns
from generator.extract.events.voices import Voice, voice_of
from generator.extract.headlines.calling import called
from generator.model.story import Story
from generator.model.tree import Upos


class Speakers:
    """The speakers of one article; what is said within a quotation of somebody else's saying is his."""

    def __init__(self, text: str, reads: Sequence[Read], names: Names, story: Story) -> None:
        """Find who speaks where."""
        self.turns = Turns(text, reads)
        self.voices = {each.sentence.number: self._voice(each, names, story) for each in reads}
        self.saying = {number for number, voice in self.voices.items() if voice is not None and voice.name}
        self._quoting = self.turns.speakers(self.saying)
        self._trees = {each.sentence.number: each.tree for each in reads}
        self._names = names
        self._marked = {each.sentence.number for each in reads if is_quoted(each.tree)}

    def _voice(self, read: Read, names: Names, story: Story) -> Voice | None:
        voice = voice_of(read.tree, read.frames, names, story)
        return None if voice is not None and self.turns.is_inside(read, voice.subject) else voice

    def elsewhere(self, number: int) -> str:
        """Return whom a sentence quotes, with name and role, where it does not say so itself; empty where that is not sure.

        One without a mark may be the reporter's own: the mark that closed the quotation may be missing.
        """
        says = self._quoting.get(number)
        voice = self.voices.get(says) if says is not None and says != number and self.voices.get(number) is None else None
        if says is None or voice is None or number not in self._marked:
            return ""
        tree = self._trees[says]
        pronoun = tree[voice.subject].upos is Upos.PRON
        one = self._names.certain(tree, voice.subject) if pronoun else self._names.of(tree, voice.subject)
        return called(one, frozenset()).rstrip(",") if one is not None and " " in one.name else ""
