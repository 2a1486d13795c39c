"""The name in a source that is the source itself, not there only to tell who somebody else is."""

from __future__ import annotations

import re
from functools import cache

from sayso.reading.annotations import Entity, Span
from sayso.reading.described import is_common_noun, is_described, is_plural, may_be_named
from sayso.reading.headlines import in_headline
from sayso.reading.names import Named, Names
from sayso.reading.nouns import noun_kind
from sayso.reading.organisations import bare as bare_organisation
from sayso.reading.people import bare
from sayso.reading.vocabulary import alternatives, entries

__all__ = ["head", "own_name"]

_WORD = re.compile(r"[^\W_][\w.’'-]*")
_POSSESSIVE = re.compile(r"['’]s?$")
_POSSESSIVE_NEXT = re.compile(r"\s?['’](?:s\b|(?=\s|$))")
_BREAK = re.compile(r"[,;:(–—]\s*|\s-+\s*")
_BEHIND = ("prepositions", "relative_pronouns", "joining")
"""Lists of words that may follow a source's name without making it part of another."""

_QUOTE = re.compile(r"[\"“”]|''")
_INTRODUCED = re.compile(r"(?:^| )([a-z][\w-]+) ((?:[A-Z][\w.’'-]* )+[A-Z][\w.’'-]*)$")
_CAPITALISED = re.compile(r"[A-Z][\w.&’'-]*(?: (?:[A-Z][\w.&’'-]*|of|for|and|the))*")


def head(text: str, source: Span, names: Names) -> Named | None:
    """Whom the name in a source stands for that is its head or in apposition to it."""
    inside = names.within(*source)
    for at, mention in enumerate(inside):
        if _is_head(text, source, mention):
            director = _director(text, mention, inside[at + 1 :])
            if not director and mention.label != "PERSON" and _introduces(text[mention.end : source[1]]):
                return None
            named = names.of(director or mention)
            return named if named and may_be_named(text, source[0], named) else None
    return None


def own_name(text: str, source: Span, names: Names) -> tuple[Named | None, str | None]:
    """A name that the recogniser missed: whom it stands for, if known, and the name.

    Groups called by somebody's name ("the Clinton campaign") are names too.
    """
    words = _BREAK.split(text[source[0] : source[1]], maxsplit=1)[0]
    words = _plain(re.sub(r"^[Tt]he\s+", "", words.strip(" ,")))
    if known := names.known_as(words) or names.surnamed(words):
        return (known, known.name) if may_be_named(text, source[0], known) else (None, None)
    if _QUOTE.match(text, source[0]) or _QUOTE.match(text, max(0, source[0] - 1)):
        return None, None
    first = words.split(" ")[0].lower()
    common = first in entries("common_sources") and not words.isupper()
    if common or re.search(r"['’]s ", words):
        return None, None
    if not _CAPITALISED.fullmatch(words):
        return None, _introduced(words) or _group(words)
    counts = first in entries("quantities") | entries("indefinites")
    headline = in_headline(text, source[0]) and not words.isupper()
    return None, None if counts or headline or is_described(words) else words


def _plain(words: str) -> str:
    """A name without what may stand before one of its sort."""
    return bare_organisation(words) if noun_kind(words) in ("group", "outlet") else bare(words)


def _introduced(words: str) -> str | None:
    """The name behind what somebody is, nothing else before it: "eyewitness Ann Roe"."""
    found = _INTRODUCED.search(words)
    if not found or noun_kind(found[1]) not in ("person-unnamed", "official-unnamed"):
        return None
    before = _WORD.findall(words[: found.start(2)].lower())
    return None if entries("prepositions").intersection(before) else found[2]


def _group(words: str) -> str | None:
    name, _, group = words.rpartition(" ")
    called = _CAPITALISED.fullmatch(name) and not _POSSESSIVE.search(name)
    return f"{bare(name)} {group}" if called and group in entries("named_groups") else None


def _is_head(text: str, source: Span, mention: Entity) -> bool:
    before, after = text[source[0] : mention.start], text[mention.end : source[1]]
    if _POSSESSIVE.search(text[mention.start : mention.end]) or _POSSESSIVE_NEXT.match(after):
        return False
    if after[:1].isalnum() or text[mention.end - 1] == "-" or len(_QUOTE.findall(before)) % 2:
        return False
    if mention.label == "ORG" and before.lower() in ("", "the "):
        sort = _sort().match(after)
        after = after[sort.end() :] if sort else after
    following = _WORD.match(after[1:]) if after[:1] == "-" or after[:1].isspace() else None
    if following and not any(following[0] in entries(words) for words in _BEHIND):
        return False
    if is_plural(bare(text[mention.start : mention.end])):
        return False
    if mention.label == "PERSON":
        return _names_a_person(before)
    if mention.end > source[1] + len("'s") or is_common_noun(mention.entity):
        return False
    words = [w.lower() for w in _WORD.findall(before)]
    if mention.label == "PLACE" and words[-1:] == ["of"] and words[0] in entries("definites"):
        return len(words) == len(("the", "city", "of")) and words[1] in entries("place_nouns")
    unnamed = words and words[0] in entries("indefinites")
    return not unnamed and entries("prepositions").isdisjoint(words)


@cache
def _sort() -> re.Pattern[str]:
    """What a name is a name of, behind it: "the Interfax | news agency"."""
    return re.compile(rf"\s+(?:{alternatives('sorts')})\b(?![-'’])")


def _introduces(after: str) -> bool:
    """Whether words behind a group's name lead to somebody's: "on Trade spokeswoman Ann Roe"."""
    found = _INTRODUCED.search(_BREAK.split(after, maxsplit=1)[0])
    return found is not None and noun_kind(found[1]) in ("person-unnamed", "official-unnamed")


def _names_a_person(before: str) -> bool:
    """Whether what stands before a person's name in a source leaves it the head.

    That is so without a preposition, behind a break ("the head of the group, Ann Roe"), or in a
    title ("Secretary of State", "Department of Trade official").
    """
    last = _BREAK.split(before)[-1]
    if last != before and _several_of(before):
        return False
    if last != before and last.split(" ")[0] in entries("joining"):
        last = before
    words = _WORD.findall(last)
    inside = [at for at, word in enumerate(words) if word.lower() in entries("prepositions")]
    if not inside or inside[-1] == len(words) - 1:
        return not inside
    between = {words[at].lower() for at in inside}
    if between <= entries("joining"):
        return last == before and words[0].lower() not in entries("pronouns_singular")
    return between == {"of"} and _is_title(words, inside[0])


def _several_of(before: str) -> bool:
    """Whether a name is set off behind several people of somebody: "relatives of the pilot, Ann Roe"."""
    words = _WORD.findall(_BREAK.split(before)[0].lower())
    of = next((at for at, word in enumerate(words) if word in entries("prepositions")), 0)
    head = words[of - 1] if of else ""
    return head.endswith("s") and noun_kind(head) in ("person-unnamed", "official-unnamed")


def _is_title(words: list[str], of: int) -> bool:
    """Whether words before a name are its title: "Secretary of State", "Ministry of Trade official"."""
    last = words[-1][0].isupper() or words[-1] in entries("roles") | entries("kind_official_unnamed")
    office = words[:of] + words[of + 1 : -1]
    people = noun_kind(words[0]) in ("person-unnamed", "official-unnamed") and words[0].endswith("s")
    return last and not people and all(word[0].isupper() for word in office)


def _director(text: str, office: Entity, others: list[Entity]) -> Entity | None:
    """The person whose title begins with an organisation's name: "the Council on Trade chief Roe"."""
    for person in others:
        if office.label != "PERSON" and person.label == "PERSON":
            between = text[office.end : person.start]
            words = _WORD.findall(between)
            last = words[-1].lower() if words else ""
            people = noun_kind(last) in ("person-unnamed", "official-unnamed")
            title = last in entries("roles") | entries("titles") or people
            owned = re.search(r"['’]s\b", between)
            return person if owned or (title and not _BREAK.search(between)) else None
    return None
