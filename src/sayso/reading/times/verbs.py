"""Whether the verb that a time hangs on speaks of what was or what will be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso.reading.annotations import Words
from sayso.reading.times.governors import VERBS, governor
from sayso.reading.times.items import Item
from sayso.reading.vocabulary import entries

__all__ = ["told_by_verb"]

BEFORE, BEHIND = 14, 6
"""Words to each side of a verb among which those that hang on it are looked for."""

CLIMB = 6
"""Verbs without a tense of their own that are passed on the way to one that has it."""


def told_by_verb(found: Sequence[Item], first: int, last: int, words: Words, language: str = "en") -> int:
    """-1 for the past, 1 for the future, 0 where the verb does not tell or the time hangs on a noun."""
    hangs = governor(words, (found[first].start, found[last - 1].end))
    if hangs is None or hangs.nouns:
        return 0
    return _Clauses(found, words, language).tells(hangs.head)


class _Verb(NamedTuple):
    """A verb, its helping verbs, the words that open its clause, and whether it has a subject."""

    at: int
    form: str
    helpers: frozenset[str]
    opened: frozenset[str]
    subject: bool


@dataclass(frozen=True, slots=True)
class _Clauses:
    """The clauses of a text whose items are found."""

    found: Sequence[Item]
    words: Words
    language: str

    def tells(self, at: int, climbed: int = 0) -> int:
        """What the word at the head of a clause tells."""
        verb = self._verb(at)
        if self._any("times/modals", *verb.helpers):
            return self._modal(verb)
        if self._any("times/infinitive", *verb.opened):
            return self._infinitive(verb, climbed)
        if self._any("times/due", verb.form, *verb.opened):
            return -1 if self._any("times/done", *verb.helpers) else 1
        if self._any("times/past_helpers", *verb.helpers):
            return -1
        is_verb = self.words.upos[at] in VERBS
        if self._any("times/present_helpers", *verb.helpers):
            return int(not is_verb or verb.form.endswith("ing"))
        return self._alone(verb, climbed) if is_verb and not verb.helpers else 0

    def _modal(self, verb: _Verb) -> int:
        """What a modal verb tells: "would have met" and "could not be reached" are of what was."""
        if self._any("times/perfect", *verb.helpers):
            return -1
        if "could" in verb.helpers:
            before = (self._form(at) for at in range(max(0, verb.at - BEFORE), verb.at))
            return -1 if self._any("times/nobody", *before) else 1
        return 1

    def _infinitive(self, verb: _Verb, climbed: int) -> int:
        """What an infinitive tells: "failed to appear" was, "agreed to appear" is to come."""
        before = (self._form(at) for at in range(max(0, verb.at - CLIMB), verb.at))
        if self._any("times/done", *before, *self._verb(self.words.heads[verb.at]).helpers):
            return -1
        return self._of_head(verb, climbed) if self.words.deprels[verb.at].startswith("advcl") else 1

    def _alone(self, verb: _Verb, climbed: int) -> int:
        """What a verb without a helping one tells: by its form, or that of the verb it hangs on."""
        if verb.form.endswith("ing"):
            return min(0, self._of_head(verb, climbed))
        if self._any("times/past", verb.form) or self._ends_in_the_past(verb.form):
            return -1
        relation = self.words.deprels[verb.at]
        if not verb.subject:
            if relation.startswith("acl"):
                return -1  # "a poll taken Thursday"
            return self._of_head(verb, climbed) if relation == "conj" else 0
        return int(verb.form.isalpha() and not self._any("times/reports", verb.form))

    def _of_head(self, verb: _Verb, climbed: int) -> int:
        head = self.words.heads[verb.at]
        return 0 if head == verb.at or climbed == CLIMB else self.tells(head, climbed + 1)

    def _verb(self, at: int) -> _Verb:
        heads, relations = self.words.heads, self.words.deprels
        near = range(max(0, at - BEFORE), min(len(heads), at + BEHIND))
        own = [child for child in near if heads[child] == at != child]
        opening = [child for child in own if relations[child] == "mark"]
        since = max((c for c in opening if c < at and self.words.upos[c] == "SCONJ"), default=-1)
        helping = (c for c in own if since < c < at and relations[c].startswith(("aux", "cop")))
        return _Verb(
            at,
            self._form(at),
            frozenset(map(self._form, helping)),
            frozenset(map(self._form, opening)),
            any(relations[child].startswith("nsubj") for child in own),
        )

    def _form(self, word: int) -> str:
        """The text of a word in lower case; empty inside a longer item."""
        at = bisect_left(self.found, word, key=lambda item: item.word)
        return self.found[at].text if at < len(self.found) and self.found[at].word == word else ""

    def _any(self, name: str, *forms: str) -> bool:
        return not entries(name, self.language).isdisjoint(forms)

    def _ends_in_the_past(self, form: str) -> bool:
        return len(form) > 3 and form.endswith(tuple(entries("times/past_endings", self.language)))
