"""Paragraphs of a text."""

from __future__ import annotations

import re

from sayso.reading.annotations import Spans

__all__ = ["first_words", "paragraphs"]

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_BLOCK = re.compile(r"(?:[^\n\r]|\r?\n(?![^\S\n]*\r?\n))+")
WRAPPED = 0.2
"""Share of lines that begin in lower case from which a text counts as wrapped to a width."""


def paragraphs(text: str) -> Spans:
    """Spans of the paragraphs of ``text``: its lines, or, where lines are wrapped, its blocks.

    A text is taken for wrapped when a fifth of its lines after the first begin in lower case:
    then only an empty line ends a paragraph.
    """
    found = _filled(text, _LINE)
    starts = [text[start : start + 9].lstrip()[:1] for start, _ in found[1:]]
    if starts and sum(s.islower() for s in starts) > WRAPPED * len(starts):
        found = _filled(text, _BLOCK)
    return found


def first_words(words: Spans, blocks: Spans) -> list[int]:
    """The index of the first word of each paragraph."""
    found, word = [], 0
    for start, _ in blocks:
        while word < len(words) and words[word][0] < start:
            word += 1
        found.append(word)
    return found


def _filled(text: str, pattern: re.Pattern[str]) -> Spans:
    return tuple(m.span() for m in pattern.finditer(text) if not m[0].isspace())
