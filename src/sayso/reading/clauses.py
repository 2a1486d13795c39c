"""Sentences, and what a name does in its clause: by syntax where there is any, else by place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from sayso.reading.annotations import Words
from sayso.reading.vocabulary import entries

__all__ = ["Clauses"]

_SENTENCE = re.compile(r"(?<=[.!?])[\"”’']*\s+(?=[\"“‘']*[^\W\d_a-z])|[\n\r]+")
_WORD = re.compile(r"[^\W_][\w.’'-]*")
_APPOSED = frozenset(("appos", "flat"))
_OWNING = frozenset(("nmod:poss", "compound", "nmod"))
CHAIN = 4
"""Appositions followed from a name to the noun that has a part in the clause."""

PARTITIVE = 40
"""Characters looked at to tell whom "one of" is one."""

LONGEST = 80
"""Characters of titles and the like before a subject that begins its sentence."""


class Clauses:
    """The sentences of a text; offsets in characters in, words' relations looked up."""

    def __init__(self, text: str, words: Words) -> None:
        self._text = text
        self._words = words
        self._starts = [start for start, _ in words.spans]
        if words.sentences:
            self._sentences = [words.spans[first][0] for first, last in words.sentences if first < last]
        else:
            self._sentences = [0, *(m.end() for m in _SENTENCE.finditer(text))]

    def sentence(self, offset: int) -> int:
        """Number of the sentence at an offset."""
        return max(0, bisect_right(self._sentences, offset) - 1)

    def start(self, sentence: int) -> int:
        """Where a sentence begins; past the last one, where the text ends."""
        return self._sentences[sentence] if sentence < len(self._sentences) else len(self._text)

    def is_subject(self, start: int, end: int) -> bool:
        """Whether the name in a span is the subject of a clause, by itself or in apposition to it."""
        head = self.head(start, end)
        if head is not None:
            return self._relation(head).startswith("nsubj") or self._is_behind(head)
        return self.begins(start)

    def _is_behind(self, at: int) -> bool:
        """Whether a noun is the subject of the verb before it: "Out of the car stepped Ann Roe, grinning"."""
        words, verb = self._words, self._words.heads[at]
        if words.deprels[at] != "obj" or verb != at - 1:
            return False
        first = bisect_left(self._starts, self.start(self.sentence(self._starts[verb])))
        before = [i for i in range(first, verb) if words.heads[i] == verb]
        place = words.deprels[first] == "case" and [words.heads[first]] == before
        return place and words.deprels[before[0]] in ("obl", "nsubj")

    def begins(self, start: int) -> bool:
        """Whether only titles and other names stand between an offset and where its sentence begins."""
        low = self.start(self.sentence(start))
        if start - low > LONGEST:
            return False
        before = _WORD.findall(self._text[low:start])
        return all(w[0].isupper() or w.lower() in entries("titles") for w in before)

    def owns(self, start: int, end: int) -> bool:
        """Whether the name in a span only tells whose something is, or which."""
        head = self.head(start, end)
        if head is not None:
            return self._words.deprels[head] in _OWNING
        return self._text[end - 2 : end] in ("'s", "’s") or self._text[end : end + 2] in ("'s", "’s")

    def unnamed_subjects(self, start: int, end: int) -> Iterator[str]:
        """Subjects between two offsets that are new: "a man", "one of the victims"."""
        words = self._words
        for at in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            if not words.deprels[at].startswith("nsubj"):
                continue
            if self._lower(at) in entries("indefinites"):
                phrase = self._text[self._starts[at] : self._starts[at] + PARTITIVE]
                if entries("possessives").isdisjoint(phrase.split(" ")[: len(("one", "of", "his"))]):
                    yield phrase
            elif words.upos[at] == "NOUN":
                low = max(0, at - CHAIN)
                before = (self._lower(i) for i in range(low, at) if words.heads[i] == at)
                if any(word in entries("indefinites") for word in before):
                    yield self._lower(at)

    def modified(self, pronoun: int) -> int | None:
        """The word that the relative clause of a pronoun at an offset belongs to."""
        at = self._at(pronoun)
        for _ in range(CHAIN):
            if at is None:
                return None
            if self._words.deprels[at].startswith("acl"):
                return self._words.heads[at]
            head = self._words.heads[at]
            at = head if head != at else None
        return None

    def apposed(self, word: int) -> list[int]:
        """Offsets of a word and of those that name the same as it, nearest first."""
        words = self._words
        found = [word]
        if words.deprels[word] in _APPOSED:
            found.append(words.heads[word])
        found += [
            i
            for i in range(max(0, word - 8), min(len(words), word + 9))
            if words.heads[i] == word and words.deprels[i] in _APPOSED
        ]
        return [self._starts[i] for i in found]

    def head(self, start: int, end: int) -> int | None:
        """The word of a span that hangs on a word outside it, or None without syntax."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        for at in range(first, last):
            head = self._words.heads[at]
            if head == at or not first <= head < last:
                return at
        return None

    def _relation(self, at: int) -> str:
        """What a word, or what it is an apposition to, is in its clause."""
        for _ in range(CHAIN):
            if self._words.deprels[at] not in _APPOSED or self._words.heads[at] == at:
                break
            at = self._words.heads[at]
        return self._words.deprels[at]

    def _at(self, offset: int) -> int | None:
        at = bisect_left(self._starts, offset)
        return at if at < len(self._starts) and self._starts[at] == offset else None

    def _lower(self, at: int) -> str:
        start, end = self._words.spans[at]
        return self._text[start:end].lower()
