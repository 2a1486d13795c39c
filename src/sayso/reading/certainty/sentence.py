"""A sentence as a tree: words, and what hangs on each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.reading.annotations import Reading, Span, Spans
from sayso.reading.certainty.lexicon import Hit, hits
from sayso.reading.times.governors import word_at
from sayso.reading.times.places import sentence_of

__all__ = ["Sentence"]


@dataclass(slots=True)
class Sentence:
    """The words ``first`` to ``last`` of a reading: lower-case forms, children, words of certainty."""

    reading: Reading
    first: int
    last: int
    forms: dict[int, str] = field(default_factory=dict)
    children: dict[int, list[int]] = field(default_factory=dict)
    hits: list[Hit] = field(default_factory=list)

    @classmethod
    def around(cls, reading: Reading, offset: int) -> Sentence:
        """The sentence at an offset."""
        start, end = sentence_of(reading, offset)
        found = cls.of(reading, word_at(reading.words, start), word_at(reading.words, end - 1) + 1)
        forms = list(found.forms.values())
        found.hits = [
            Hit(h.entry, h.first + found.first, h.last + found.first) for h in hits(forms, 0, len(forms))
        ]
        return found

    @classmethod
    def of(cls, reading: Reading, first: int, last: int) -> Sentence:
        """The words ``first`` to ``last`` as a tree, without their words of certainty."""
        text, words = reading.text, reading.words
        spans, heads = words.spans[first:last], words.heads[first:last]
        forms = {at: text[low:high].lower().replace("’", "'") for at, (low, high) in enumerate(spans, first)}
        children: dict[int, list[int]] = {}
        for at, head in enumerate(heads, first):
            if head != at:
                children.setdefault(head, []).append(at)
        return cls(reading, first, last, forms, children)

    def holds(self, offset: int) -> bool:
        """Whether an offset lies in the sentence."""
        start, end = self.span(self.first, self.last)
        return start <= offset < end

    def relation(self, at: int) -> str:
        """What a word is to its head."""
        return self.reading.words.deprels[at]

    def tag(self, at: int) -> str:
        """A word's part of speech."""
        return self.reading.words.upos[at]

    def head(self, at: int) -> int:
        """The word that a word hangs on; a root is its own."""
        return self.reading.words.heads[at]

    def below(self, at: int, *relations: str) -> Iterator[int]:
        """The words that hang on a word by one of the relations (or a subtype of it)."""
        known = self.reading.words.deprels
        for child in self.children.get(at, ()):
            if known[child].partition(":")[0] in relations:
                yield child

    def has(self, at: int, *relations: str) -> bool:
        """Whether a word hangs on a word by one of the relations."""
        return next(self.below(at, *relations), None) is not None

    def phrase(self, at: int) -> list[int]:
        """The words that hang on a word, however far below, and itself, in order."""
        found, waiting = {at}, [at]
        while waiting:
            more = [c for c in self.children.get(waiting.pop(), ()) if c not in found]
            found.update(more)
            waiting += more
        return sorted(found)

    def marked(self, at: int, form: str) -> bool:
        """Whether a word is this one, and opens a clause."""
        return self.forms.get(at) == form and self.relation(at) == "mark"

    def words_in(self, spans: Spans) -> list[int]:
        """The sentence's words that begin in the spans."""
        known = self.reading.words.spans
        found: set[int] = set()
        for span in spans:
            first, last = (bisect_left(known, (offset, 0), self.first, self.last) for offset in span)
            found.update(range(first, last))
        return sorted(found)

    def span(self, first: int, last: int) -> Span:
        """The span of the words ``first`` to ``last`` (end-exclusive)."""
        spans = self.reading.words.spans
        return spans[first][0], spans[last - 1][1]

    def hit(self, at: int) -> Hit | None:
        """The word of certainty that a word is, or is part of."""
        return next((h for h in self.hits if h.first <= at < h.last), None)
