"""Speakers: the entity of the report that a source stands for, or none.

A wrong name is worse than no name: where the report leaves two in question, there is none.
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from sayso.reading.annotations import Attribution, Span, Words
from sayso.reading.antecedents import antecedent
from sayso.reading.clauses import Clauses
from sayso.reading.groups import Groups
from sayso.reading.names import Named, Names
from sayso.reading.nouns import noun_kind
from sayso.reading.offices import Offices
from sayso.reading.pronouns import Referents
from sayso.reading.quotes import Quoted
from sayso.reading.sources import head, own_name
from sayso.reading.vocabulary import entries

__all__ = ["speakers"]

_WORD = re.compile(r"[^\W_][\w.’'-]*")

_DEFINITE = re.compile(
    r"[Tt]he\s[a-z]\w*\s[a-z]|(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s|(?:[Tt]he\s)?[A-Z][\w .-]*['’]s?\s(?=[a-z])"
)
_ARTICLE = re.compile(r"^[Tt]he\s")

_DESCRIBING = re.compile(r"(?:an?|the|who|which|whose|his|her|its|their|one|\d+)\b")

NEXT = 3
"""Sentences behind a source in which its name may follow."""

OBJECT = 40
"""Characters behind a cue in which its object stands: in "he told Roe", he is not Roe."""


LONGEST = 600
"""Characters of a source that are looked at."""


def speakers(text: str, words: Words, attributions: Sequence[Attribution], names: Names) -> list[str | None]:
    """The speaker of each attribution, in their order.

    What is said in quotations comes last: its pronouns may stand for, or must not, who speaks there.
    """
    finder = _Finder(text, words, attributions, names)
    placed = [at for at, a in enumerate(attributions) if a.source]
    placed.sort(key=lambda at: (finder.quoted(at), attributions[at].source[0]))
    for at in placed:
        finder.find(at)
    for at, following in pairwise(sorted(placed, key=lambda at: attributions[at].source[0])):
        finder.introduce(at, following)
    return finder.found


class _Finder:
    """The attributions of one text, as far as their speakers are found."""

    def __init__(self, text: str, words: Words, attributions: Sequence[Attribution], names: Names) -> None:
        self.found: list[str | None] = [None] * len(attributions)
        self._named: dict[int, Named] = {}
        self._surnamed: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._text = text
        self._attributions = attributions
        self._names = names
        self._clauses = Clauses(text, words)
        self._quotes = Quoted(text)
        self._referents = Referents(names, self._clauses, self._quotes)
        self._offices = Offices(text, names, self._referents)
        self._groups = Groups(text, names, self._clauses, self._spoke)

    def quoted(self, at: int) -> bool:
        """Whether the source of an attribution stands in a quotation."""
        return self._quotes.region(self._attributions[at].source[0][0]) is not None

    def find(self, at: int) -> None:
        """Find one attribution's speaker."""
        start, end = self._attributions[at].source[0]
        source = start, min(end, start + LONGEST)
        words = [w.lower() for w in _WORD.findall(self._text[source[0] : source[1]])]
        if len(words) == 1 and words[0] in entries("pronouns_first"):
            self._first_person(at)
            return
        if len(words) == 1 and words[0] in entries("relative_pronouns"):
            named = antecedent(self._text, source, self._names, self._clauses)
        elif len(words) == 1 and words[0] in entries("pronouns_singular"):
            named = self._referents.pronoun(words[0], source[0], self._others(at))
        else:
            named = head(self._text, source, self._names)
            said_by = self._text[source[0] : source[1]]
            named = named or self._holder(at, said_by)
            named = named or self._groups.described(said_by, source[0])
            if named is None:
                named, self.found[at] = own_name(self._text, source, self._names)
        if named:
            self.found[at] = self._last_called(named.name, source[0]) if named.open else named.name
            self._named[at] = named
            if not named.open:
                insort(self._surnamed[named.name.rpartition(" ")[2]], (source[1], named.name))
        if named or _is_one_person(words):
            self._referents.add(source[0], named)

    def _last_called(self, surname: str, at: int) -> str | None:
        """Who spoke last before an offset of those of a surname that several of the report have."""
        spoke = self._surnamed[surname]
        before = bisect_right(spoke, at, key=lambda one: one[0])
        return spoke[before - 1][1] if before else None

    def _spoke(self, low: int, high: int) -> list[Named]:
        """Who is known to have said something alone, as is told between two offsets."""
        sources = ((self._attributions[at].source[0], named) for at, named in self._named.items())
        return [n for span, n in sources if low <= span[0] < high and len(self._names.within(*span)) == 1]

    def _holder(self, at: int, said_by: str) -> Named | None:
        """Whom the report gives an office; nobody calls himself by name in what he says."""
        named = self._offices.holder(said_by, self._attributions[at].source[0][0])
        return None if named is None or named in self._others(at) else named

    def introduce(self, at: int, following: int) -> None:
        """Give a definite source without a name the name that the next one has, if it is new and bare.

        "The attorney general said it was over. Ann Roe told reporters …": who is named without a word
        about who she is has just been introduced.
        """
        named = self._named.get(following)
        if self.found[at] is not None or named is None or named.label == "PLACE" or self.quoted(following):
            return
        source, own = self._attributions[at].source[0], self._attributions[following].source[0]
        near = self._clauses.sentence(own[0]) - self._clauses.sentence(source[1]) in range(1, NEXT + 1)
        first = named.mentions[0].start
        bare = _is_bare(_ARTICLE.sub("", self._text[slice(*own)]), named.name)
        if near and bare and own[0] <= first and self._is_definite(source, named):
            self.found[at] = named.name

    def _is_definite(self, source: Span, named: Named) -> bool:
        """Whether a source tells which person, or group, it means: "the fire chief", "her party"."""
        text = self._text[slice(*source)]
        noun = text.partition(",")[0].partition(" of ")[0]
        kinds = ("official-unnamed", "person-unnamed") if named.label == "PERSON" else ("group",)
        known = _DEFINITE.match(text) and (named.label == "PERSON" or not text.lower().startswith("the "))
        return bool(known) and noun_kind(noun) in kinds and not noun.endswith("s")

    def _first_person(self, at: int) -> None:
        """In a quotation "I" is who speaks there."""
        outer = self._attributions[at].within
        if outer is not None and self._attributions[outer].type != "indirect":
            self.found[at] = self.found[outer]

    def _others(self, at: int) -> list[Named]:
        """Those that "he" cannot be.

        They are the object of its cue and the names in its content (what he says does not call him by
        name: binding theory's principles B and C), and who speaks the quotation it is in.
        """
        attribution = self._attributions[at]
        found = []
        if attribution.within is not None and self.quoted(at) and attribution.within in self._named:
            found.append(self._named[attribution.within])
        for low, high in (self._object(attribution), *attribution.content):
            found += [n for m in self._names.within(low, high) if (n := self._names.of(m))]
        return found

    def _object(self, attribution: Attribution) -> Span:
        """The stretch behind source and cue, in no content, that may hold the cue's object."""
        low = attribution.source[0][1]
        ends = [start for start, _ in attribution.content if start >= low]
        ends.append(self._clauses.start(self._clauses.sentence(low) + 1))
        ends.append(max(low, *(end for _, end in attribution.cue), low) + OBJECT)
        return low, min(ends)


def _is_bare(source: str, name: str) -> bool:
    """Whether a source is a name that tells nothing of who that is: not "Ann Roe, a nurse"."""
    words, _, behind = source.partition(", ")
    described = _DESCRIBING.match(behind) or noun_kind(behind.partition(",")[0])
    return words == name and not described


def _is_one_person(words: Sequence[str]) -> bool:
    """Whether a source without a name is one person, whom "he" behind it may stand for."""
    if not words or words[0] not in entries("indefinites"):
        return False
    return noun_kind(" ".join(words)) in ("person-unnamed", "official-unnamed")
