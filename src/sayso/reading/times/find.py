"""Time expressions of a text, with their values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from sayso.reading.annotations import Time, Words
from sayso.reading.times.anchors import Anchor, published_day
from sayso.reading.times.forms import FORMS
from sayso.reading.times.grammar import Match, matches
from sayso.reading.times.items import Item, items
from sayso.reading.times.names import is_name
from sayso.reading.times.tense import direction
from sayso.reading.vocabulary import entries

__all__ = ["find"]


def find(text: str, words: Words, published: str | None, language: str = "en") -> tuple[Time, ...]:
    """The time expressions of ``text``, in order, none overlapping, as TIMEX3 marks and values them.

    ``published`` is the day (ISO) that relative ones are relative to. Without it they stay relative:
    "Thursday" is "XXXX-WXX-4", "July" "XXXX-07", "yesterday" "-P1D", "today" PRESENT_REF.
    Of ``words`` only the spans are needed; where there is syntax, it tells what is past and what to come.
    """
    found = items(text, words.spans, language)
    anchor = Anchor(published_day(published))
    times = []
    read = 0
    for match in (part for whole in matches(found, language) for part in _parts(whole, found, language)):
        if _is_over(found, read, match.first, language):
            anchor.end_sentence()
        read = match.first
        anchor.direction = partial(direction, found, match.first, match.last, words)
        if is_name(found, match.first, match.last, language):
            continue
        value = FORMS[match.rule.form](match.slots, anchor)
        if value is None:
            continue
        start, end = found[match.first].start, found[match.last - 1].end
        times.append(Time(start, end, value.type, value.value, value.mod))
        if match.rule.form != "quarter" and "untold" not in match.slots:
            anchor.tell(value.value)
    return tuple(times)


def _is_over(found: Sequence[Item], read: int, first: int, language: str) -> bool:
    """Whether a sentence or paragraph ends between what was read last and an expression."""
    ends = any(item.text in entries("times/sentence_ends", language) for item in found[read:first])
    return ends or any(item.opens for item in found[read + 1 : first + 1])


def _parts(match: Match, found: Sequence[Item], language: str) -> Iterator[Match]:
    """The expressions of a match: itself, or the two of a pair."""
    slots = dict(match.slots)
    last = slots.pop("last", None)
    if last is None:
        yield match
        return
    joiners = entries("times/pair_joiners", language)
    joint = next(at for at in range(match.last - 1, match.first, -1) if found[at].text in joiners)
    yield replace(match, last=joint, slots=slots)
    yield replace(match, first=joint + 1, slots=_second(slots, last))


def _second(slots: Mapping[str, str], last: str) -> dict[str, str]:
    """What the second of a pair is told: of the same month as the first, or the next after it."""
    kind = next(kind for kind in ("day", "weekday", "month", "quarter", "half", "year") if kind in slots)
    if kind == "year":
        last = slots["year"][:-2] + last[-2:] if len(last) == 2 else last
    stepped = kind in ("weekday", "month") and "year" not in slots
    following = {"anchor": "text", "by": "1"} if stepped else {}
    return {**slots, kind: last, **following}
