"""Attributions that only the layout tells: headlines, transcripts, a name behind a dash."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.reading.annotations import Attribution, Entity, Reading, Span
from sayso.reading.attributions import first_offset
from sayso.reading.kinds import noun_kind
from sayso.reading.quotes import Quoted
from sayso.reading.vocabulary import lines

__all__ = ["CONFIDENCE", "told_by_layout", "with_layout"]

CONFIDENCE = 0.67
"""Of an attribution found here: the share of them that the annotators of PolNeAR train mark too."""

_KICKERS = frozenset(lines("kickers"))
_CAPITALS = r"[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}"
_NAME = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,4}"
_TRANSCRIPT = re.compile(
    rf"[\"“‘']?(?P<source>{_CAPITALS})(?: \([^()]*\))?(?P<cue>:)\s+(?P<content>\S.*)", re.DOTALL
)
_LABELLED = re.compile(r"\(\((?P<source>[^()\n]{1,60})(?P<cue>\)\))\s+(?P<content>\S.*)", re.DOTALL)
_DASHED = re.compile(
    rf"(?P<content>[“”\"‘].+[”\"’“])\s*(?P<cue>[―—–]|--?)\s*(?P<source>{_NAME})\W*", re.DOTALL
)
_HEADLINE = re.compile(r"(?P<source>[^\s:“”\"][^:“”\"]{1,59})(?P<cue>:)\s+(?P<content>\S.*)", re.DOTALL)


def with_layout(reading: Reading, quoted: Quoted) -> Reading:
    """The reading with what its layout tells added, in the order of the text."""
    found = [*reading.attributions, *told_by_layout(quoted, reading.entities, reading.attributions)]
    return replace(reading, attributions=tuple(sorted(found, key=first_offset)))


def told_by_layout(
    quoted: Quoted, entities: Sequence[Entity], found: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Attributions of paragraphs in which none was ``found``, and the turns of an interview.

    "ROE: We left." of a transcript, "“We left.” ― Ann Roe", and the headline "Roe: We left", where
    what stands before the colon ends with a name or names a kind of source; "((Ann Roe)) I left, he said."
    """
    taken = sorted(start for a in found for start, _ in (*a.cue, *a.content))
    for number, (start, end) in enumerate(quoted.paragraphs):
        paragraph = quoted.text[start:end]
        turn = _LABELLED.fullmatch(paragraph)
        if turn:
            yield replace(_attribution(turn, start, quoted), type="direct")
        if turn or any(start <= at < end for at in taken):
            continue
        match = _TRANSCRIPT.fullmatch(paragraph) or _DASHED.fullmatch(paragraph)
        if match is None and number == 0:
            match = _HEADLINE.fullmatch(paragraph)
            match = match if match and _names(match, start, entities) else None
        if match and not _KICKERS & set(match["source"].lower().split()):
            yield _attribution(match, start, quoted)


def _attribution(match: re.Match[str], origin: int, quoted: Quoted) -> Attribution:
    source, cue, content = (_span(match, role, origin) for role in ("source", "cue", "content"))
    return Attribution((source,), (cue,), (content,), quoted.quote_type((content,)), CONFIDENCE)


def _span(match: re.Match[str], role: str, origin: int) -> Span:
    start, end = match.span(role)
    return origin + start, origin + end - (len(match[role]) - len(match[role].rstrip()))


def _names(match: re.Match[str], origin: int, entities: Sequence[Entity]) -> bool:
    source = _span(match, "source", origin)
    return noun_kind(match["source"]) is not None or any(
        e.label != "PLACE" and e.end == source[1] and e.start >= source[0] for e in entities
    )
