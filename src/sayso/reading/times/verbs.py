"""Whether the verb that a time hangs on speaks of what was or what will be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso.reading.annotations import Words
from sayso.reading.times.governors import VERBS, governor
from sayso.reading.times.items import Item
from sayso.reading.vocabulary import entries, lines

__all__ = ["ends_in_the_past", "told_by_verb"]

BEFORE, BEHIND = 14, 6
"""Words to each side of a verb among which those that hang on it are looked for."""

SHORTEST = 4
"""Letters of a word at least whose ending may be one of the past."""

CLIMB = 6
"""Verbs without a tense of their own that are passed on the way to one that has it."""


def told_by_verb(found: Sequence[Item], first: int, last: int, words: Words, language: str = "en") -> int:
    """-1 for the past, 1 for the future, 0 where the verb does not tell.

    Of a time that hangs on a noun it tells only where that is an attack, a defeat or the like, which was, or
    something set beforehand: in a month where nothing says that it was ("the November election may be
    close"), on a day where the verb says that it will be ("Saturday's caucuses will show").
    """
    hangs = governor(words, (found[first].start, found[last - 1].end))
    if hangs is None:
        return 0
    clauses = _Clauses(found, words, language)
    told = clauses.tells(hangs.head)
    if told and clauses.is_quoted_apart(hangs.head, found[first].word):
        return 0
    if not hangs.nouns:
        return told
    if clauses.is_outcome(hangs.nouns[0]):
        return -1
    if not clauses.is_scheduled(hangs.nouns[0]):
        return 0
    kinds = {kind for item in found[first:last] for kind in item.classes}
    month = "month" in kinds and "day" not in kinds
    return int(told >= 0 if month else told > 0 and len(hangs.nouns) == 1)


def ends_in_the_past(form: str, language: str) -> bool:
    """Whether a word has an ending of the past: "agreed", and not "succeed"."""
    if len(form) < SHORTEST or not form.endswith(lines("times/past_endings", language)):
        return False
    return form not in entries("times/no_past", language)


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
            return int(not is_verb or self._is_participle(verb))
        return self._alone(verb, climbed) if is_verb and not verb.helpers else 0

    def is_quoted_apart(self, one: int, other: int) -> bool:
        """Whether a quotation begins or ends between two words: a time outside hangs on no verb inside."""
        between = range(min(one, other) + 1, max(one, other))
        return sum(self._any("times/quotes", self._form(at)) for at in between) % 2 == 1

    def is_scheduled(self, noun: int) -> bool:
        """Whether a noun is of something that is set beforehand."""
        return self._any("times/scheduled", self._form(noun))

    def is_outcome(self, noun: int) -> bool:
        """Whether a noun is of something that mostly is told of once it has happened."""
        return self._any("times/outcomes", self._form(noun))

    def _modal(self, verb: _Verb) -> int:
        """What a modal verb tells: "would have met", "would not say", "could not reach" are of the past."""
        if self._any("times/perfect", *verb.helpers):
            return -1
        denied = self._any("times/negations", self._form(verb.at - 1))
        if denied and self._any("times/telling", verb.form) and self._any("times/unwilling", *verb.helpers):
            return -1
        if self._any("times/able", *verb.helpers):
            before = (self._form(at) for at in range(max(0, verb.at - BEFORE), verb.at))
            return -1 if self._any("times/nobody", *before) else 1
        return 1

    def _infinitive(self, verb: _Verb, climbed: int) -> int:
        """What an infinitive tells: "failed to appear" was, "agreed to appear" is to come."""
        before = (self._form(at) for at in range(max(0, verb.at - CLIMB), verb.at))
        head = self._verb(self.words.heads[verb.at])
        if self._any("times/perfect", *verb.helpers):  # "seems to have left", "hopes to have left"
            return 1 if self._any("times/forward", head.form) or self._any("times/to_come", head.form) else -1
        told = self._of_head(verb, climbed)
        if told > 0 and self._any("times/modals", *head.helpers):
            return told  # "will be able to appear"
        if self._any("times/done", *before, *head.helpers):
            return -1
        if self.words.deprels[verb.at].startswith("advcl"):
            return told
        is_done = told < 0 and self.words.upos[head.at] in VERBS and not self._any("times/forward", head.form)
        return -1 if is_done else 1

    def _alone(self, verb: _Verb, climbed: int) -> int:
        """What a verb without a helping one tells: by its form, or that of the verb it hangs on."""
        if self._is_participle(verb):
            return min(0, self._of_head(verb, climbed))
        if self._any("times/past", verb.form) or ends_in_the_past(verb.form, self.language):
            return -1
        if verb.subject and self._any("times/unchanged_in_past", verb.form):
            return -1
        relation = self.words.deprels[verb.at]
        if not verb.subject:
            if relation.startswith("acl"):
                return -1  # "a poll taken Thursday"
            return self._of_head(verb, climbed) if relation == "conj" else 0
        is_word = verb.form.isalpha() or self._any("times/present_helpers", verb.form)
        is_plan = not self._any("times/reports", verb.form) and not self._any("times/statives", verb.form)
        return int(is_word and is_plan)

    def _is_participle(self, verb: _Verb) -> bool:
        return verb.form.endswith(lines("participle_endings", self.language))

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
