"""The chain behind an attribution: what it was said in or to, and who reports that it was said."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sayso.reading.annotations import Attribution, Link, SourceKind, Span
from sayso.reading.kinds import noun_kind
from sayso.reading.names import Names
from sayso.reading.vocabulary import lines

__all__ = ["enclosed", "linked"]

NESTED = 64
"""Contents before a cue among which the one that holds it is looked for."""

REACH = 160
"""Characters to each side of a cue, within its sentence, in which a channel is looked for."""

_POSSESSIVE = re.compile(r"['’]s(?:$|\s+(?=[A-Z\"“]))")
_SENTENCE_END = re.compile(r"[.!?][\"”’']?\s|[\n\r]")
_TOLD = re.compile(r"\b(?:told|tells|telling)\s+((?:the\s+)?[A-Z][\w&.’'-]*(?:\s[A-Z][\w&.’'-]*){0,4})")
_RELEASED = re.compile(
    r"\b(?:released|published|issued|posted|aired|broadcast|carried|distributed|obtained|reported)\s+(?:\w+ly\s+)?"
    r"by\s+((?:[\w’'-]+\s){0,4}?[\w’'-]+)(?=[,.;:\"”]|\s(?:on|in|at|last|and|that|which|said)\b|$)"
)


@cache
def _channel() -> re.Pattern[str]:
    nouns = "|".join(sorted(map(re.escape, lines("channels")), key=len, reverse=True))
    return re.compile(
        rf"\b(?:in|on|via|through|during|from)\s+((?:an?|the|his|her|their|its|a\s+series\s+of)\s+(?:[\w’'-]+\s+){{0,3}}?"
        rf"(?:{nouns})s?\b(?!-)|Twitter|Facebook|Telegram|Instagram)"
    )


_INTERVIEW = re.compile(r"\s+(?:with|to|on|by|for)\s+((?:the\s+)?[A-Z][\w&.’'-]*(?:\s[A-Z][\w&.’'-]*){0,4})")


def enclosed(attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with ``within``: the smallest other whose content holds each one's cue."""
    spans = sorted((start, end, at) for at, a in enumerate(attributions) for start, end in a.content)
    starts = [start for start, _, _ in spans]
    longest = max((end - start for start, end, _ in spans), default=0)
    found = []
    for at, attribution in enumerate(attributions):
        cue = (attribution.cue or attribution.source or ((-1, -1),))[0]
        best: tuple[int, int] | None = None
        last = bisect_right(starts, cue[0]) - 1
        for index in range(last, max(-1, last - NESTED), -1):
            start, end, other = spans[index]
            if cue[0] - start > longest or (best and cue[0] - start > best[0]):
                break
            if other != at and end >= cue[1] and (best is None or end - start < best[0]):
                best = (end - start, other)
        found.append(replace(attribution, within=best[1] if best else None))
    return found


def linked(text: str, attributions: Sequence[Attribution], names: Names) -> list[Attribution]:
    """The attributions with ``via``: channels told beside the cue, then who reports the saying."""
    found = []
    for attribution in attributions:
        links = _channels(text, attribution, names)
        seen = set()
        outer = attribution.within
        while outer is not None and outer not in seen:
            seen.add(outer)
            teller = attributions[outer]
            if teller.source:
                start, end = teller.source[0]
                links.append(Link(teller.speaker or text[start:end], teller.source_kind, teller.source))
            outer = teller.within
        found.append(replace(attribution, via=tuple(links)))
    return found


def _channels(text: str, attribution: Attribution, names: Names) -> list[Link]:
    if not attribution.cue:
        return []
    links = []
    for start, end in _beside(text, attribution):
        piece = text[start:end]
        for match in _channel().finditer(piece):
            links.append(_link(match, start, "document", names))
            interview = _INTERVIEW.match(piece, match.end(1))
            if interview and _is_outlet(interview, start, names):
                links.append(_link(interview, start, "outlet", names))
        links += [_link(match, start, "group", names) for match in _RELEASED.finditer(piece)]
        links += [
            _link(match, start, "outlet", names)
            for match in _TOLD.finditer(piece)
            if _is_outlet(match, start, names)
        ]
    return sorted(links, key=lambda link: link.span)


def _is_outlet(match: re.Match[str], origin: int, names: Names) -> bool:
    """Whether what was told is an outlet by a noun in its name, or an organisation at least."""
    mentions = names.within(origin + match.start(1), origin + match.end(1))
    return noun_kind(match[1]) == "outlet" or (bool(mentions) and all(m.label == "ORG" for m in mentions))


def _link(match: re.Match[str], origin: int, otherwise: SourceKind, names: Names) -> Link:
    words = _POSSESSIVE.split(match[1], maxsplit=1)[0].rstrip(" .,;:")
    name = re.sub(r"^(?:an?|the)\s+", "", " ".join(words.split()), flags=re.IGNORECASE)
    start = origin + match.start(1)
    for mention in names.within(start, start + len(words)):
        named = names.of(mention)
        if named and named.label == "ORG" and mention.entity.endswith(name):
            name = named.name
    return Link(name, noun_kind(name) or otherwise, ((start, start + len(words)),))


def _beside(text: str, attribution: Attribution) -> list[Span]:
    """What of the cue's sentence lies beside it and in no content."""
    first, last = attribution.cue[0][0], attribution.cue[-1][1]
    low = max(0, first - REACH)
    ends = list(_SENTENCE_END.finditer(text, low, first))
    low = ends[-1].end() if ends else low
    after = _SENTENCE_END.search(text, last, last + REACH)
    high = after.start() if after else min(len(text), last + REACH)
    pieces, at = [], low
    for start, end in sorted((*attribution.content, *attribution.source)):
        if start > at:
            pieces.append((at, min(start, high)))
        at = max(at, end)
    pieces.append((at, high))
    return [(start, end) for start, end in pieces if start < end]
