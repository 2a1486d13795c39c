"""Names in a text: which word stands for whom, by syntax where a name is only in apposition."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, cached_property

from sayso.questions.text.nations import is_country, nation
from sayso.questions.text.tree import Tree
from sayso.questions.text.unseen import linked, with_unseen
from sayso.questions.vocabulary import words
from sayso.reading.annotations import Entity, Reading
from sayso.reading.names import Named, Names

__all__ = ["Mentions"]

_PARTS = ("flat", "appos", "compound", "nmod:desc")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_OF_ARAB = re.compile(r"[ae][ln]-[A-Z]")
"""A name with the Arabic article, which a report may write small: "al-Shabab"."""

_POSSESSIVE = re.compile(r"['’]s?$")

_CLOSING = ("PUNCT", "ADP", "CCONJ", "SCONJ")
"""What may follow a name that is set off by a comma before it."""

FAR = 200
"""Mentions before an offset among which the last of a kind is looked for."""

NEAR = 12
"""Mentions before a pronoun that are looked at."""


class Mentions:
    """The people, groups and places of one report, to be looked up by word."""

    def __init__(self, reading: Reading, tree: Tree) -> None:
        self.names = Names(reading.text, with_unseen(reading, tree))
        self._text = reading.text
        self._tree = tree
        self._starts = [mention.start for mention in self.names.mentions]
        self._roles: dict[int, set[str]] | None = None

    def covering(self, at: int) -> Entity | None:
        """The mention that a word is part of."""
        start, end = self._tree.words.spans[at]
        index = bisect_right(self._starts, start) - 1
        for mention in self.names.mentions[max(0, index - 1) : index + 1]:
            if mention.start <= start and end <= max(mention.end, mention.start + 1):
                return mention
        return None

    def of(self, at: int, *labels: str) -> Named | None:
        """Whom a word, or what stands in apposition to it or as its title, is the name of."""
        tree = self._tree
        beside = at
        near = [
            at,
            *(c for c in tree.having(at, *_PARTS[:2]) if c > at and self._beside(at, c)),
        ]
        near += [g for c in near[1:] for g in tree.children[c] if tree.relation(g) in ("flat", "appos")]
        if tree.relation(at) in ("appos", "flat"):
            near.append(self._named_by(at))
        near += [c for c in tree.children[at] if tree.words.deprels[c] == "nmod:desc"]
        inner = (c for c in tree.having(at, "nmod") if c > at)
        near += [g for c in inner for g in tree.having(c, "appos") if tree.lower[g - 1] == ","]
        for clause in (*tree.having(at, "acl"), *self._set_off_clause(at)):  # "a man identified as Ann Roe"
            if tree.lower[clause] in words("naming", "named"):
                near += tree.having(clause, "obl", "xcomp", "obj")
        if at + 1 < len(tree.words) and tree.words.upos[at] in ("NOUN", "PROPN", "ADJ"):
            beside = self._behind_title(at + 1)  # "the editor Ann Roe", where the parse has two objects
            near.append(beside)
        if (apart := self._set_off(at)) is not None:
            near.append(apart)
        for word in near:
            mention = self.covering(word)
            named = self.names.of(mention) if mention else None
            if (
                (word in (beside, apart) or tree.words.heads[word] not in (at, tree.words.heads[at]))
                and named
                and named.label != "PERSON"
            ):
                continue
            if named and (not labels or named.label in labels):
                return named
        return None

    def _behind_title(self, at: int) -> int:
        """The word behind an abbreviated title, or the word itself: "the warlord Gen. Ann Roe"."""
        title = self._tree.lower[at].endswith(".") and self._tree.lower[at].rstrip(".") in _short()
        return at + 1 if title and at + 1 < len(self._tree.words) else at

    def _named_by(self, at: int) -> int:
        """The word that an apposition tells more of: the name before its comma, where there is one."""
        tree = self._tree
        first = next((i for i in tree.phrase(at) if tree.words.upos[i] != "PUNCT"), at)
        before = first - 2
        if tree.relation(at) != "appos" or before < 0 or tree.lower[first - 1] != ",":
            return tree.words.heads[at]
        mention = self.covering(before)
        person = mention is not None and mention.label == "PERSON"
        return before if person else tree.words.heads[at]

    def _set_off(self, at: int) -> int | None:
        """A name set off by commas behind what somebody is, where the parse hung it elsewhere.

        "announced the death of its founder, Ann Roe, in Arle" but not "praised its founder, Ann Roe said".
        """
        tree = self._tree
        role = tree.lower[at] in words("naming", "role") | words("naming", "kin")
        comma = self._comma_behind(at) if role else None
        if comma is None or comma + 1 >= len(tree.words):
            return None
        mention = self.covering(comma + 1)
        if mention is None or mention.label != "PERSON":
            return None
        behind = tree.at(mention.end)
        closed = behind < len(tree.words) and tree.words.upos[behind] in _CLOSING
        own = any(tree.relation(i) == "nsubj" and tree.words.heads[i] > i for i in range(comma + 1, behind))
        return comma + 1 if closed and not own else None

    def _comma_behind(self, at: int) -> int | None:
        """The comma behind a noun, or behind the name of where it is from: "a doctor from Mora, Bo Li,"."""
        tree = self._tree
        if tree.lower[at + 1 : at + 2] == [","]:
            return at + 1
        if not words("naming", "from").intersection(tree.lower[at + 1 : at + 2]):
            return None
        upos = tree.words.upos
        last = min(at + NEAR, len(upos))
        end = next((i for i in range(at + 2, last) if upos[i] not in ("PROPN", "DET")), at)
        return end if end > at + 2 and tree.lower[end] == "," else None

    def _set_off_clause(self, at: int) -> Iterator[int]:
        """The participle set off behind a noun: "the man, later identified as Ann Roe"."""
        upos = self._tree.words.upos
        clause = at + 2
        if upos[at] != "NOUN" or self._tree.lower[at + 1 : clause] != [","]:
            return
        while clause < len(upos) and upos[clause] == "ADV":
            clause += 1
        if clause < len(upos) and upos[clause] == "VERB":
            yield clause

    def _beside(self, at: int, apposed: int) -> bool:
        """Whether an apposition is in the clause of its noun: no verb stands between."""
        between = self._tree.words.upos[min(at, apposed) + 1 : max(at, apposed)]
        if apposed < at:
            return "AUX" not in between and "VERB" not in between
        return "AUX" not in between and ("VERB" not in between or self._tree.lower[at + 1 : at + 2] == [","])

    def proper(self, at: int) -> str | None:
        """The capitalised phrase that a word is the head of: names that the recogniser missed."""
        tree = self._tree
        noun = at
        word = self._text[slice(*tree.words.spans[at])]
        acronym = len(word) > 1 and word.isupper() and not self._text.isupper()
        inside = acronym or (at > tree.sentence(at)[0] and word[0].isupper())
        if tree.words.upos[noun] != "PROPN" and not (inside and tree.words.upos[noun] == "NOUN"):
            apposed = [c for c in tree.having(at, "appos", "flat") if tree.words.upos[c] == "PROPN"]
            apposed = [c for c in apposed if not any(True for _ in tree.having(c, "conj"))]  # "men, A and B"
            if not apposed:
                return None
            noun = apposed[0]
        first = tree.words.spans[noun][0]
        if not (self._text[first].isupper() or _OF_ARAB.match(self._text, first)):
            return None
        kept = [noun]
        for step in (-1, 1):
            beside = noun + step
            while 0 <= beside < len(tree.words) and self._joined(beside, noun):
                kept.append(beside)
                beside += step
        kept.sort()
        start, end = tree.words.spans[kept[0]][0], tree.words.spans[kept[-1]][1]
        owner = next((c for c in tree.having(noun, "nmod:poss") if tree.words.upos[c] == "PROPN"), None)
        if owner is not None and owner == kept[0] - 2:  # "People's Front"
            start = tree.words.spans[owner][0]
        day = kept[0] - 2  # "Ninth of June Movement"
        of = day >= 0 and tree.lower[day + 1] == "of" and tree.words.deprels[day] != "case"
        if len(kept) > 1 and of and tree.words.heads[day] in kept:
            start = tree.words.spans[day][0]
        return _POSSESSIVE.sub("", self._text[start : max(end, linked(self._text, start))])

    def _joined(self, word: int, noun: int) -> bool:
        tree = self._tree
        if tree.words.upos[word] not in ("PROPN", "NUM", "ADJ", "PUNCT", "NOUN"):
            return False
        numbered = (
            tree.words.upos[word] == "NUM" and self._text[tree.words.spans[max(0, word - 1)][0]].isupper()
        )
        if not (self._text[tree.words.spans[word][0]].isupper() or tree.lower[word] == "-" or numbered):
            return False
        person = tree.words.upos[word] == "ADJ" and any(True for _ in tree.having(noun, "flat"))
        if person and nation(self._text[slice(*tree.words.spans[word])]) is not None:
            return False  # "the Pakistani | Ann Roe"
        return (
            tree.words.heads[word] == noun
            or (tree.words.heads[word] == tree.words.heads[noun] and tree.relation(word) == "flat")
            or any(tree.words.heads[word] == c for c in tree.children[noun])
            or tree.words.heads[noun] == word
        )

    @cached_property
    def _by_last(self) -> dict[str, list[str]]:
        """The names of organisations in several words, by their last word."""
        found: dict[str, list[str]] = defaultdict(list)
        for named in self.names.named:
            first, _, last = named.name.rpartition(" ")
            if named.label == "ORG" and first:
                found[last.lower()].append(named.name)
        return found

    def ending(self, word: str) -> list[str]:
        """The names of organisations that end with a word."""
        return self._by_last.get(word.lower(), [])

    def last(self, offset: int, label: str) -> Named | None:
        """The one last mentioned before an offset of those of a label, as far as a look back goes."""
        index = bisect_left(self._starts, offset)
        near = reversed(self.names.mentions[max(0, index - FAR) : index])
        found = next((m for m in near if m.label == label), None)
        return self.names.of(found) if found else None

    def places(self, offset: int) -> Iterator[tuple[Entity, Named]]:
        """The places named before an offset that are no countries, the nearest first, as far as is looked."""
        index = bisect_left(self._starts, offset)
        for mention in reversed(self.names.mentions[max(0, index - FAR) : index]):
            named = self.names.of(mention)
            if named is not None and mention.label == "PLACE" and not is_country(mention.entity or ""):
                yield mention, named

    def last_country(self, offset: int) -> str | None:
        """The country last named before an offset, as far as a look back goes."""
        index = bisect_left(self._starts, offset)
        near = reversed(self.names.mentions[max(0, index - FAR) : index])
        return next((m.entity for m in near if m.entity and is_country(m.entity)), None)

    def people(self, before: int) -> list[Entity]:
        """Mentions of people that begin before an offset, the nearest first."""
        index = bisect_right(self._starts, before - 1)
        found = [m for m in self.names.mentions[max(0, index - NEAR) : index] if self._person(m)]
        return found[::-1]

    def described(self, noun: str, telling: frozenset[str] = frozenset()) -> list[Named]:
        """The people to whom the report gives a role that a noun names ("commander")."""
        given = self._given()
        found = self._by_role.get(noun, [])
        better = [n for n in found if telling & given[id(n)]]
        return better or found

    @cached_property
    def _by_role(self) -> dict[str, list[Named]]:
        """The people whom a report gives a role, by its words; some people for each."""
        found: dict[str, list[Named]] = defaultdict(list)
        for named in self.names.named:
            for word in self._given().get(id(named), ()):
                if len(found[word]) < NEAR:
                    found[word].append(named)
        return found

    def headed(self, noun: str) -> list[Named]:
        """The people in apposition to whose names a noun stands, as it does in "Ann Roe, a guitarist"."""
        self._given()
        return self._by_head.get(noun, [])

    def roles(self, named: Named) -> frozenset[str]:
        """The words by which a report says what somebody is."""
        return frozenset(self._given().get(id(named), ()))

    def _given(self) -> dict[int, set[str]]:
        if self._roles is None:
            self._roles = defaultdict(set)
            self._by_head: dict[str, list[Named]] = {}
            for mention in self.names.mentions:
                named = self.names.of(mention)
                if named is not None and named.label == "PERSON":
                    self._roles[id(named)] |= self._around(mention)
                    for noun in self._beside_name(mention):
                        known = self._by_head.setdefault(noun, [])
                        if len(known) < NEAR and not any(named is other for other in known):
                            known.append(named)
        return self._roles

    def _around(self, mention: Entity) -> set[str]:
        """The nouns that name the same as a mention, with what tells more of them."""
        tree = self._tree
        first, last = tree.at(mention.start), tree.at(mention.end)
        found: set[str] = set()
        for at in range(first, min(last, len(tree.words))):
            if tree.lower[at] in words("naming", "role") | words("naming", "title"):
                found.add(tree.lower[at])  # "Crown Prince Ann Roe"
            found |= {role for i in (at, max(0, at - 1)) if (role := _short().get(tree.lower[i].rstrip(".")))}
            same = [c for c in tree.children[at] if tree.words.deprels[c] in _PARTS and self._beside(at, c)]
            head = tree.words.heads[at]
            if tree.relation(at) in ("appos", "flat") or (
                tree.lower[head] in words("naming", "role") and tree.relation(at) == "compound"
            ):
                same += [head, *(c for c in tree.children[head] if tree.words.deprels[c] in _PARTS[1:])]
            outer = tree.words.heads[head]
            if tree.relation(at) == "appos" and tree.relation(head) == "nmod" and tree.lower[at - 1] == ",":
                same.append(outer)
            if tree.words.deprels[at] == "nsubj" and any(True for _ in tree.having(head, "cop")):
                same.append(head)
            for noun in same:
                if not first <= noun < last:
                    below = (tree.lower[c] for c in tree.phrase(noun) if tree.words.upos[c] in _TELLING)
                    found |= {tree.lower[noun], *below}
        return found

    def _beside_name(self, mention: Entity) -> Iterator[str]:
        """The common nouns that stand in apposition to a name, or as a title before it."""
        tree = self._tree
        inside = range(tree.at(mention.start), min(tree.at(mention.end), len(tree.words)))
        for at in inside:
            near = [c for c in tree.children[at] if tree.words.deprels[c] in ("appos", "nmod:desc")]
            if tree.relation(at) in ("appos", "flat"):
                near.append(tree.words.heads[at])
            yield from (
                tree.lower[noun]
                for noun in near
                if noun not in inside and tree.words.upos[noun] == "NOUN" and self._beside(at, noun)
            )

    def _person(self, mention: Entity) -> bool:
        named = self.names.of(mention)
        return named is not None and named.label == "PERSON" and not self._is_alias(mention)

    def _is_alias(self, mention: Entity) -> bool:
        """Whether a name is another one of whom it follows: "Ann Roe, alias "La Jefa"","."""
        at = self._tree.at(mention.start) - 1
        at -= at > 0 and self._tree.words.upos[at] == "PUNCT"
        return at > 0 and self._tree.lower[at] in words("naming", "alias")


@cache
def _short() -> dict[str, str]:
    """The roles that titles stand for: "Dr." is a doctor."""
    return dict(pair.split("=") for pair in words("naming", "short"))


_TELLING = ("NOUN", "PROPN", "ADJ")
