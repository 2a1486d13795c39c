"""Whether a clause speaks of what was or what will be, by the words nearest to a time in it."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.annotations import Words
from sayso.reading.times.governors import VERBS
from sayso.reading.times.items import Item
from sayso.reading.times.verbs import ends_in_the_past, told_by_verb
from sayso.reading.vocabulary import entries, lines

__all__ = ["direction"]

BACK = 4
"""Words before an infinitive among which its verb is looked for: "had been scheduled to expire"."""

CLOSE = 6
"""Words before a time in which one that something is to come outweighs the verb that the time hangs on."""


def direction(
    found: Sequence[Item], first: int, last: int, words: Words, reach: int, language: str = "en"
) -> int:
    """-1 for the past, 1 for the future, 0 where nothing tells, for the items ``first`` to ``last``.

    A verb in the past right after the time decides ("and on Monday announced"), or right before it ("said
    late on Monday"), then a word close before that tells what is to come ("until"), then, where there is
    syntax, the verb that the time hangs on, then the nearest before, then, where there is none in the
    sentence, the nearest after.
    """
    begin, end = _paragraph(found, first, last, reach)
    before, after = range(first - 1, begin - 1, -1), range(last, end)
    beside = found[first - 1].text if first > begin else ""
    on_day = beside in entries("times/on_day", language)
    if on_day and last < end and _told(found, last, words, language) < 0:
        return -1
    if _is_past_beside(found, begin, first, words, language):
        return -1
    near = _nearest(found, before, words, language) or _nearest(found, after, words, language)
    if near > 0 and _is_foretold(found, begin, first, language):
        return near
    return told_by_verb(found, first, last, words, language) or near


def _paragraph(found: Sequence[Item], first: int, last: int, reach: int) -> tuple[int, int]:
    """The items to each side of a time, so many at most, that stand in its paragraph."""
    lowest, highest = max(0, first - reach), min(len(found), last + reach)
    begin = next((at for at in range(first, lowest, -1) if found[at].opens), lowest)
    return begin, next((at for at in range(last, highest) if found[at].opens), highest)


def _is_past_beside(found: Sequence[Item], begin: int, first: int, words: Words, language: str) -> bool:
    """Whether a verb in the past, not one of plans, stands right before a time: "said late on Tuesday"."""
    at = first - 1
    while at > begin and (found[at].text in entries("times/on_day", language) or "edge" in found[at].classes):
        at -= 1
    if at < begin or found[at].text in entries("times/forward", language):
        return False
    adverb = words.upos and at > begin and words.upos[found[at - 1].word] == "ADV"
    if adverb and _is_base(found, at - 1, language):
        return False  # "will be formally announced"
    return _told(found, at, words, language) < 0


def _is_foretold(found: Sequence[Item], begin: int, first: int, language: str) -> bool:
    """Whether a word close before a time tells that it is to come, nearer than any verb in the past."""
    for at in range(first - 1, max(begin, first - CLOSE) - 1, -1):
        if any(found[at].text in entries(name, language) for name in ("times/ahead", "times/lasting_to")):
            return True
        if found[at].text in entries("times/past", language):
            return False
    return False


def _nearest(found: Sequence[Item], order: range, words: Words, language: str) -> int:
    for at in order:
        if found[at].text in entries("times/sentence_ends", language):
            return 0
        told = _told(found, at, words, language)
        if not told and order.step < 0:
            told = int(_lasts_to(found, at, language) or _is_to_come(found, at, words, language))
        if told:
            return told
    return 0


def _told(found: Sequence[Item], at: int, words: Words, language: str) -> int:
    """What one word tells."""
    word = found[at].text
    if word in entries("times/ahead", language):
        return -1 if _refuses(found, at, language) or _is_perfect(found, at, words, language) else 1
    if word in entries("times/due", language):
        return int(not _was_to(found, at, language))
    if word in entries("times/infinitive", language):
        return _infinitive(found, at, words, language)
    if word in entries("times/past", language):
        return 0 if _is_base(found, at, language) else -1
    if found[at].capital or not ends_in_the_past(word, language):
        return 0
    if words.upos and words.upos[found[at].word] not in VERBS:
        return 0
    return 0 if at and found[at - 1].text in entries("times/before_participles", language) else -1


def _refuses(found: Sequence[Item], at: int, language: str) -> bool:
    """Whether a modal verb only tells that somebody did not speak: "would not say on Friday"."""
    return (
        found[at].text in entries("times/unwilling", language)
        and at + 2 < len(found)
        and _negates(found, at + 1, language)
        and found[at + 2].text in entries("times/telling", language)
    )


def _is_perfect(found: Sequence[Item], at: int, words: Words, language: str) -> bool:
    """Whether a modal verb speaks of what was: "might have asked", and not "might have an answer"."""
    have = next((a for a in range(at + 1, min(at + 3, len(found))) if not _negates(found, a, language)), at)
    if found[have].text not in entries("times/perfect", language) or have + 1 >= len(found):
        return False
    if words.upos:
        return words.upos[found[have].word] == "AUX"
    return _told(found, have + 1, words, language) < 0


def _negates(found: Sequence[Item], at: int, language: str) -> bool:
    return found[at].text in entries("times/negations", language)


def _infinitive(found: Sequence[Item], at: int, words: Words, language: str) -> int:
    """What an infinitive tells: that something is to come, unless its verb says that it was or was done."""
    if at + 1 >= len(found) or not _may_be_verb(found[at + 1], words, language):
        return 0
    if found[at + 1].text.endswith(lines("participle_endings", language)):
        return 0  # "committed to seeing"
    return int(not _was_to(found, at, language))


def _was_to(found: Sequence[Item], at: int, language: str) -> bool:
    """Whether what was to come is past: "had been due to expire", "failed to appear"."""
    before = (item.text for item in found[max(0, at - BACK) : at])
    return any(form in entries("times/done", language) for form in before)


def _is_base(found: Sequence[Item], at: int, language: str) -> bool:
    """Whether what looks like a past form is one without tense: "will put", "to cut", "be held"."""
    before = found[at - 1].text if at else ""
    helpers = ("times/ahead", "times/modals", "times/infinitive", "times/present_helpers")
    return any(before in entries(name, language) for name in (*helpers, "times/before_participles"))


def _lasts_to(found: Sequence[Item], at: int, language: str) -> bool:
    """Whether something lasts "until" a day; not where that opens a sentence: "Until Friday, nobody knew"."""
    if found[at].text not in entries("times/lasting_to", language):
        return False
    return at > 0 and found[at - 1].text not in entries("times/sentence_ends", language)


def _is_to_come(found: Sequence[Item], at: int, words: Words, language: str) -> bool:
    """Whether a word is a verb in the present that with a day speaks of what is to come."""
    if found[at].text not in entries("times/to_come", language):
        return False
    if words.upos:
        return words.upos[found[at].word] in VERBS
    before = found[at - 1].text if at else ""
    return before not in entries("times/determiners", language) or before in entries("relative_pronouns")


def _may_be_verb(item: Item, words: Words, language: str) -> bool:
    if words.upos:
        return words.upos[item.word] in VERBS
    if item.capital or item.classes:
        return False
    if item.text.endswith(lines("times/noun_endings", language)):
        return False
    return item.text.isalpha() and item.text not in entries("times/determiners", language)
