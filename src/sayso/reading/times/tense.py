"""Whether a clause speaks of what was or what will be, by the words nearest to a time in it."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.annotations import Words
from sayso.reading.times.items import Item
from sayso.reading.vocabulary import entries

__all__ = ["direction"]

BACK = 4
"""Words before an infinitive among which its verb is looked for: "had been scheduled to expire"."""

_VERBS = ("VERB", "AUX")


def direction(
    found: Sequence[Item], first: int, last: int, words: Words, reach: int, language: str = "en"
) -> int:
    """-1 for the past, 1 for the future, 0 where nothing tells, for the items ``first`` to ``last``.

    The nearest verb before the time decides; where there is none in the sentence, the nearest after.
    """
    before = range(first - 1, max(-1, first - 1 - reach), -1)
    after = range(last, min(len(found), last + reach))
    return _nearest(found, before, words, language) or _nearest(found, after, words, language)


def _nearest(found: Sequence[Item], order: range, words: Words, language: str) -> int:
    for at in order:
        if found[at].text in entries("times/sentence_ends", language):
            return 0
        told = _told(found, at, words, language)
        if told:
            return told
    return 0


def _told(found: Sequence[Item], at: int, words: Words, language: str) -> int:
    """What one word tells."""
    word = found[at].text
    if word in entries("times/ahead", language):
        return 1
    if word in entries("times/infinitive", language):
        if at + 1 >= len(found) or not _may_be_verb(found[at + 1], words, language):
            return 0
        before = (item.text for item in found[max(0, at - BACK) : at])
        return 0 if any(form in entries("times/past_perfect", language) for form in before) else 1
    if word in entries("times/past", language):
        return -1
    if found[at].capital or len(word) < 5:
        return 0
    if not any(word.endswith(ending) for ending in entries("times/past_endings", language)):
        return 0
    if words.upos and words.upos[found[at].word] not in _VERBS:
        return 0
    return 0 if at and found[at - 1].text in entries("times/before_participles", language) else -1


def _may_be_verb(item: Item, words: Words, language: str) -> bool:
    if words.upos:
        return words.upos[item.word] in _VERBS
    if item.capital or item.classes:
        return False
    return item.text.isalpha() and item.text not in entries("times/determiners", language)
