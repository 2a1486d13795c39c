"""A text as the items that rules for times speak of: words, numbers and phrases, with their classes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from sayso.reading.annotations import Spans
from sayso.reading.times.lexicon import Lexicon, Meaning, lexicon
from sayso.reading.times.numbers import Numerals, spelled

__all__ = ["Item", "items"]

_QUOTES = str.maketrans("’‘–‑", "''--")
_NONE: dict[str, str] = {}
LATE = "60"
"""The decade from which on "the mid-60s" is one without an apostrophe; fewer are ages, degrees or percent."""


class Item(NamedTuple):
    """A word, number or phrase: its place, its lower-case text, and its meaning in each class.

    ``word`` is the number of its first word; ``capital`` whether that begins with a capital, ``opens``
    whether a blank line stands before it.
    """

    start: int
    end: int
    text: str
    classes: dict[str, str]
    capital: bool
    word: int
    opens: bool = False


def items(text: str, spans: Spans, language: str = "en") -> list[Item]:
    """The items of a text whose words are known."""
    known = lexicon(language)
    forms = [text[start:end].lower() for start, end in spans]
    forms = [form.translate(_QUOTES) if not form.isascii() else form for form in forms]
    found: list[Item] = []
    last = before = 0
    for at, ((start, stop), form) in enumerate(zip(spans, forms, strict=True)):
        if at < last:
            continue
        classes = _NONE
        if form in known.begins or form[0].isdigit():
            last, classes = _item(text, spans, forms, at, known, language)
            form, stop = " ".join(forms[at:last]), spans[last - 1][1]
        opens = start - before > 1 and text.count("\n", before, start) > 1
        found.append(Item(start, stop, form, classes, text[start].isupper(), at, opens))
        before = stop
    return found


def _item(
    text: str, spans: Spans, forms: Sequence[str], at: int, known: Lexicon, language: str
) -> tuple[int, dict[str, str]]:
    """Where the item that begins with a word ends, and its classes."""
    form = forms[at]
    if form[0].isdigit():
        classes = _digits(form, language)
        scales = _numerals(language).scales
        if "n" in classes and at + 1 < len(forms) and forms[at + 1] in scales:
            return at + 2, {"n": f"{float(classes['n']) * scales[forms[at + 1]]:.0f}"}
        return at + 1, classes
    for phrase in known.phrases.get(form, ()):
        end = at + len(phrase.words)
        if tuple(forms[at:end]) == phrase.words:
            return end, {phrase.kind: phrase.value}
    meanings = known.words.get(form)
    if meanings is None:
        return at + 1, _NONE
    numerals = _numerals(language)
    if form in numerals.small or form in numerals.scales:
        number = spelled(forms, at, numerals)
        if number is not None and number.year:
            return number.end, {"spoken-year": str(number.value)}
        if number is not None:
            return number.end, {"n": str(number.value), "count": str(number.value)}
    start, stop = spans[at]
    return at + 1, {m.kind: m.value for m in meanings if _stands(m, text[start:stop])}


def _stands(meaning: Meaning, word: str) -> bool:
    return meaning.cased is None or meaning.cased == word


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Digits with an ordinal's or a decade's ending, thousands, a fraction, or a time of day."""

    def endings(kind: str) -> str:
        found = (m.words[0] for some in lexicon(language).words.values() for m in some if m.kind == kind)
        return "|".join(map(re.escape, found))

    return re.compile(
        rf"(\d{{1,9}})(?:({endings('ordinal-ending')})|({endings('decade-ending')}))?"
        r"|(\d{1,3}(?:,\d{3}){1,3})|(\d{1,3}\.\d{1,3})|(\d\d?):(\d\d)(?::\d\d)?"
    )


def _digits(form: str, language: str) -> dict[str, str]:
    """The classes of a word that begins with a digit."""
    match = _pattern(language).fullmatch(form) if form.isascii() else None
    if match is None:
        return _NONE
    digits, ordinal, decade, grouped, fraction, hour, minute = match.groups()
    if hour is not None:
        return {"clock": f"{int(hour):02}:{minute}"} if int(hour) <= 24 and int(minute) < 60 else _NONE
    if grouped or fraction:
        return {"n": (grouped or fraction).replace(",", "")}
    if decade:
        return _decade(digits)
    if ordinal:
        return {"ordinal": digits}
    return _plain(digits)


def _decade(digits: str) -> dict[str, str]:
    if len(digits) == 4 and digits[3] == "0" and digits[:2] in ("17", "18", "19", "20"):
        return (
            {"decade": digits[:3]}
            if digits[2] != "0" or digits[:2] == "20"
            else {"century-years": digits[:2]}
        )
    if len(digits) == 2 and digits[1] == "0":
        decade = ("20" if digits < "30" else "19") + digits[0]
        return {"short-decade": decade} | ({"late-decade": decade} if digits >= LATE else {})
    return _NONE


def _plain(digits: str) -> dict[str, str]:
    number = int(digits)
    classes = {"n": str(number)}
    if len(digits) < 4:
        classes["count"] = str(number)
    if len(digits) == 2:
        classes["two"] = digits
    if len(digits) <= 2 and 1 <= number <= 31:
        classes["day"] = str(number)
    if len(digits) == 4 and 1000 <= number <= 2199:
        classes["year"] = digits
        if 1600 <= number <= 2050:
            classes["sole-year"] = digits
    if len(digits) == 4 and digits < "2400" and digits[2] < "6":
        classes["hundreds"] = f"{digits[:2]}:{digits[2:]}"
    if len(digits) == 8 and 1900 <= int(digits[:4]) <= 2100 and int(digits[4:6]) <= 12:
        classes["iso"] = digits
    return classes


@cache
def _numerals(language: str) -> Numerals:
    meanings = [m for found in lexicon(language).words.values() for m in found]
    return Numerals(
        {m.words[0]: int(m.value) for m in meanings if m.kind == "number"},
        {m.words[0]: int(m.value) for m in meanings if m.kind == "scale"},
        frozenset(m.words[0] for m in meanings if m.kind == "number-joiner"),
    )
