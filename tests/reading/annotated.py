"""Sentences with their cue and content marked, and read with the model's syntax."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from sayso.reading import Reader
from sayso.reading.annotations import Attribution, Reading, Spans
from sayso.reading.quotes import Quoted
from sayso.reading.words import segment

MARK = re.compile(r"[\[\]<>{}]")
ROLES = {"[": "source", "<": "cue", "{": "content"}


@cache
def reader() -> Reader:
    return Reader()


def annotated(marked: str) -> Reading:
    """A reading of a text with one attribution: ``[source]``, ``<cue>``, ``{content}``; pieces or none."""
    spans: dict[str, list[tuple[int, int]]] = {"source": [], "cue": [], "content": []}
    text, at, opened = "", 0, 0
    role = ""
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark[0] in ROLES:
            role, opened = ROLES[mark[0]], len(text)
        else:
            spans[role].append((opened, len(text)))
    text += marked[at:]
    content: Spans = tuple(spans["content"])
    found = Attribution(
        tuple(spans["source"]), tuple(spans["cue"]), content, Quoted(text).quote_type(content), 1.0
    )
    return replace(reader().analyse(text, segment(text)), attributions=(found,))
