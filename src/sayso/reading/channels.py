"""What something was said in, whom it was told, and who released it, as told beside its cue."""

from __future__ import annotations

import re
from functools import cache

from sayso.reading.annotations import Attribution, Link, SourceKind, Span
from sayso.reading.names import Names
from sayso.reading.nouns import noun_kind
from sayso.reading.vocabulary import lines

__all__ = ["channels"]

REACH = 160
"""Characters to each side of a cue, within its sentence, in which a channel is looked for."""

_NAME = r"(?:the\s+)?[A-Z][\w&.’'-]*(?:\s[A-Z][\w&.’'-]*){0,4}"
_POSSESSIVE = re.compile(r"['’]s(?:$|\s+(?=[A-Z\"“]))")
_SENTENCE_END = re.compile(r"[.!?][\"”’']?\s|[\n\r]")
_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)
_INTERVIEW = re.compile(rf"\s+(?:with|to|on|by|for)\s+({_NAME})")
_RELEASER = r"((?:[\w’'-]+\s){0,4}?[\w’'-]+)(?=[,.;:\"”]|\s(?:on|in|at|last|and|that|which|said)\b|$)"


def _any(words: str) -> str:
    """The entries of a word list as a pattern, the longest first."""
    return "|".join(sorted(map(re.escape, lines(words)), key=len, reverse=True))


@cache
def _channel() -> re.Pattern[str]:
    owner = r"(?:an?|the|his|her|their|its|a\s+series\s+of)"
    noun = rf"{owner}\s+(?:[\w’'-]+\s+){{0,3}}?(?:{_any('channels')})s?\b(?!-)"
    return re.compile(rf"\b(?:{_any('channel_prepositions')})\s+({noun}|(?:{_any('platforms')})\b)")


@cache
def _told() -> re.Pattern[str]:
    outlet = rf"(?:(?:an?|the)\s+(?:[a-z]+\s+){{0,2}}?(?:{_any('kind_outlet')})\s+)?"
    return re.compile(rf"\b(?:{_any('telling')})\s+{outlet}({_NAME})")


@cache
def _released() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('releasing')})\s+(?:\w+ly\s+)?by\s+{_RELEASER}")


def channels(text: str, attribution: Attribution, names: Names) -> list[Link]:
    """The links that an attribution's own sentence tells, in the order of the text."""
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
        links += [_link(match, start, "group", names) for match in _released().finditer(piece)]
        links += [
            _link(match, start, "outlet", names)
            for match in _told().finditer(piece)
            if _is_outlet(match, start, names)
        ]
    return sorted(links, key=lambda link: link.span)


def _is_outlet(match: re.Match[str], origin: int, names: Names) -> bool:
    """Whether what was told is an outlet by a noun in its name, or an organisation at least."""
    mentions = names.within(origin + match.start(1), origin + match.end(1))
    return noun_kind(match[1]) == "outlet" or (bool(mentions) and all(m.label == "ORG" for m in mentions))


def _link(match: re.Match[str], origin: int, otherwise: SourceKind, names: Names) -> Link:
    words = _POSSESSIVE.split(match[1], maxsplit=1)[0].rstrip(" .,;:")
    start = origin + match.start(1)
    called = [m for m in names.within(start, start + len(words)) if m.label == "ORG"]
    if otherwise == "outlet" and called and _ARTICLE.sub("", words).startswith(called[0].entity):
        words = words[: called[0].end - start]
    name = _ARTICLE.sub("", " ".join(words.split()))
    for mention in called:
        if mention.entity.endswith(name) and (named := names.of(mention)):
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
