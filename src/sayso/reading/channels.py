"""What something was said in, whom it was told, and who released it, as told beside its cue."""

from __future__ import annotations

import re
from functools import cache

from sayso.reading.annotations import Attribution, Link, SourceKind, Span
from sayso.reading.names import Names
from sayso.reading.nouns import noun_kind
from sayso.reading.times.lexicon import lexicon
from sayso.reading.vocabulary import alternatives

__all__ = ["channels"]

REACH = 160
"""Characters to each side of a cue, within its sentence, in which a channel is looked for."""

_NAME = r"(?:the\s+)?[A-Z][\w&.’'-]*(?:\s[A-Z][\w&.’'-]*){0,4}"
_POSSESSIVE = re.compile(r"['’]s(?:$|\s+(?=[A-Z\"“]))")
_SENTENCE_END = re.compile(r"[.!?][\"”’']?\s|[\n\r]")
_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)
_BEHIND = ("prepositions", "relative_pronouns", "joining")
"""Lists of words that may follow an outlet that is told something."""

MONEY = 24
"""Characters before a channel in which a sum of money tells that it is a security: "$9 million in notes"."""

_OF_MONEY = re.compile(r"(?:\d|[mb]illion|thousand)(?: (?:of|worth))?\s$")
_INTERVIEW = re.compile(rf"\s+(with|to|on|by|for)\s+({_NAME})")
_QUOTING = re.compile(r"(?:quoted|cited) (?:as saying )?(?:by|in)", re.IGNORECASE)
_RELEASER = r"((?:[\w’'-]+\s){0,4}?[\w’'-]+)(?=[,.;:\"”]|\s(?:on|in|at|last|and|that|which|said)\b|$)"


@cache
def _channel() -> re.Pattern[str]:
    owner = r"(?:an?|the|his|her|their|its|a\s+series\s+of)"
    noun = rf"{owner}\s+(?:[\w’'-]+\s+){{0,3}}?(?:{alternatives('channels')})s?\b(?!-)"
    several = rf"(?:[a-z-]+\s+)?(?:{alternatives('channels')})s\b(?!-)"
    return re.compile(
        rf"\b(?i:{alternatives('channel_prepositions')})\s+({noun}|{several}|(?:{alternatives('platforms')})\b)"
    )


@cache
def _told() -> re.Pattern[str]:
    """Who is told something, by name or as an outlet: "told the daily Bild", "told state television"."""
    sort = rf"(?:[\w-]+\s+){{0,3}}?(?:{alternatives('kind_outlet')})"
    named = rf"(?:(?P<sort>(?:an?|the)\s+{sort})\s+)?(?P<name>{_NAME})"
    behind = rf"(?:{'|'.join(map(alternatives, _BEHIND))}|[\w-]+ly|yesterday|today)"
    whole = rf"(?:an?\s+|the\s+)?{sort}(?:\s+(?:{alternatives('kind_outlet')}))*"
    whole = rf"(?P<outlet>{whole})(?=[,.;:\"”]|\s+{behind}\b|\s*$)"
    return re.compile(rf"\b(?i:{alternatives('telling')})\s+(?:{named}|{whole})")


@cache
def _released() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('releasing')})\s+(?:\w+ly\s+)?by\s+{_RELEASER}")


def channels(text: str, attribution: Attribution, names: Names) -> list[Link]:
    """The links that an attribution's own sentence tells, in the order of the text."""
    if not attribution.cue:
        return []
    links = []
    for piece in _beside(text, attribution):
        for match in _channel().finditer(text, *piece):
            if _OF_MONEY.search(text, max(0, match.start() - MONEY), match.start()):
                continue
            links.append(_link(text, match.span(1), "document", names))
            interview = _INTERVIEW.match(text, match.end(1), piece[1])
            if interview and _interviews(text, interview.span(2), interview[1], names):
                links.append(_link(text, interview.span(2), "outlet", names))
        links += [_link(text, m.span(1), "group", names) for m in _released().finditer(text, *piece)]
        told = ((m, m.span("name" if m["name"] else "outlet")) for m in _told().finditer(text, *piece))
        outlets = (span for m, span in told if not m["name"] or m["sort"] or _is_told(text, m, span, names))
        links += [_link(text, span, "outlet", names) for span in outlets]
    unique = {link.span: link for link in links}
    return sorted(unique.values(), key=lambda link: link.span)


def _interviews(text: str, span: Span, behind: str, names: Names) -> bool:
    """Whether who somebody is interviewed by is an outlet: any name that is no person's."""
    return _is_outlet(text, span, names) or (behind != "on" and not names.within(*span))


def _is_told(text: str, match: re.Match[str], span: Span, names: Names) -> bool:
    """Whether who is told something by name is an outlet; who quotes others is, unless it is a person."""
    if _QUOTING.match(match[0]) and all(m.label != "PERSON" for m in names.within(*span)):
        return True
    return _is_outlet(text, span, names)


def _is_outlet(text: str, span: Span, names: Names) -> bool:
    """Whether what was told is an outlet by a noun in its name, or an organisation at least."""
    mentions = names.within(*span)
    return noun_kind(text[slice(*span)]) == "outlet" or (
        bool(mentions) and all(m.label == "ORG" for m in mentions)
    )


def _link(text: str, span: Span, otherwise: SourceKind, names: Names) -> Link:
    start, words = _owned(text, span, names)
    called = [m for m in names.within(start, start + len(words)) if m.label == "ORG"]
    if otherwise == "outlet" and called and _is_dated(words[called[0].end - start :]):
        words = words[: called[0].end - start]
    name = _ARTICLE.sub("", " ".join(words.split()))
    for mention in called:
        if mention.entity.endswith(name) and (named := names.of(mention)):
            name = named.name
    by_noun = noun_kind(name)
    kind = otherwise if by_noun in (None, "person-unnamed", "official-unnamed") else by_noun
    return Link(name, kind, ((start, start + len(words)),))


def _owned(text: str, span: Span, names: Names) -> tuple[int, str]:
    """Where a channel's name begins, and the name: the BBC in "the BBC's Panorama", One in "Chad's One"."""
    words, *rest = _POSSESSIVE.split(text[slice(*span)], maxsplit=1)
    owners = names.within(span[0], span[0] + len(words))
    if rest and rest[0] and owners and owners[-1].label == "PLACE":
        return span[1] - len(rest[0]), rest[0].rstrip(" .,;:")
    return span[0], words.rstrip(" .,;:")


def _is_dated(words: str) -> bool:
    """Whether what follows a name is a day: "told Reuters Monday"."""
    first = words.lower().split()[:1]
    return bool(first) and any(m.kind in ("weekday", "month") for m in lexicon().words.get(first[0], ()))


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
