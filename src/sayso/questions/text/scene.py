"""A report with all that finding claims needs: its syntax, its names, and who says which word."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from sayso.intake import Report
from sayso.ledger.credits import credited
from sayso.questions.claim import Carrier, Subject
from sayso.questions.text.group_names import explained, in_full
from sayso.questions.text.mentions import Mentions
from sayso.questions.text.pronouns import antecedent
from sayso.questions.text.roles import accused, holder, introduced
from sayso.questions.text.several import Company, companies, several
from sayso.questions.text.ships import Ship, ships
from sayso.questions.text.told_by import completed
from sayso.questions.text.tree import Tree
from sayso.questions.vocabulary import groups, words
from sayso.reading.annotations import Attribution, Reading, Span, Time
from sayso.reading.names import Named

__all__ = ["STORM", "Scene"]


STORM = "storm"
"""The class of events that bear names as people do."""

NEAR = 12
"""Words behind "among them" in which the first name is."""

BACK = 64
"""Attributions, and people, that are looked at to tell whom a word stands for."""


@dataclass(frozen=True)
class Scene:
    """One report being searched for claims."""

    report: Report
    reading: Reading

    @cached_property
    def tree(self) -> Tree:
        """The syntax of the text."""
        return Tree(self.reading)

    @cached_property
    def mentions(self) -> Mentions:
        """The names of the text."""
        return Mentions(self.reading, self.tree)

    @cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        """Who says what in the text."""
        return completed(self.reading, self.tree, self.mentions)

    @cached_property
    def _sources(self) -> list[tuple[int, Attribution]]:
        """Attributions with a source, by where it begins."""
        found = [(a.source[0][0], a) for a in self.attributions if a.source]
        return sorted(found, key=lambda pair: pair[0])

    def told_before(self, offset: int) -> list[Attribution]:
        """The attributions whose sources begin before an offset, the nearest first; some of them."""
        index = bisect_left(self._sources, offset, key=lambda pair: pair[0])
        return [a for _, a in reversed(self._sources[max(0, index - BACK) : index])]

    def told_behind(self, offset: int) -> Attribution | None:
        """The first attribution whose source begins at an offset or behind it."""
        index = bisect_left(self._sources, offset, key=lambda pair: pair[0])
        return self._sources[index][1] if index < len(self._sources) else None

    @cached_property
    def by_speaker(self) -> dict[str, list[Attribution]]:
        """The attributions of each speaker, as many as are looked at."""
        found: dict[str, list[Attribution]] = {}
        for attribution in self.attributions:
            if attribution.speaker and attribution.source:
                own = found.setdefault(attribution.speaker, [])
                if len(own) < BACK:
                    own.append(attribution)
        return found

    @cached_property
    def ranked_speak(self) -> bool:
        """Whether the army is a source of the report."""
        near = self.attributions[:BACK]
        return any(
            words("sources", "army").intersection(self.reading.slice(a.source).lower().split()) for a in near
        )

    @cached_property
    def people(self) -> list[Named]:
        """The people of the report, those named most often first, as many as are looked at."""
        found = [n for n in self.mentions.names.named if n.label == "PERSON"]
        return sorted(found, key=lambda n: -len(n.mentions))[:BACK]

    @cached_property
    def accused(self) -> list[Named]:
        """The people whom the report tells to be accused of something."""
        return accused(self)

    @cached_property
    def companies(self) -> list[Company]:
        """The people whom the report names together."""
        return companies(self)

    @cached_property
    def ships(self) -> list[Ship]:
        """The names of ships in the report."""
        return ships(self)

    @cached_property
    def group_names(self) -> dict[str, str]:
        """The whole names of groups by their last words."""
        return in_full(self)

    @cached_property
    def group_nouns(self) -> dict[str, tuple[int, str]]:
        """The nouns that stand for groups that the report names, and where it does."""
        return explained(self)

    @cached_property
    def ruled(self) -> frozenset[str]:
        """The words behind "the ministry of" and the like, in lower case: places that somebody rules."""
        tree, of = self.tree, words("naming", "of")
        behind = (i + 1 for i, word in enumerate(tree.lower[:-1]) if word in of)
        heads = ((i, tree.words.heads[i]) for i in behind if not of.isdisjoint(tree.cases(i)))
        return frozenset(tree.lower[i] for i, head in heads if tree.lower[head] in words("naming", "state"))

    @cached_property
    def lower(self) -> frozenset[str]:
        """The words of the text, in lower case."""
        return frozenset(self.tree.lower)

    @cached_property
    def tally(self) -> Counter[str]:
        """How often each word is in the text, in lower case."""
        return Counter(self.tree.lower)

    @cached_property
    def storms(self) -> frozenset[str]:
        """The words behind "hurricane", "typhoon" and the like, in lower case: their names."""
        known, low = groups("events"), self.tree.lower
        return frozenset(low[i] for i in range(1, len(low)) if known.get(low[i - 1]) == STORM)

    @cached_property
    def named(self) -> dict[str, Named]:
        """Whom each name stands for."""
        return {n.name: n for n in reversed(self.mentions.names.named)}

    @cached_property
    def carrier(self) -> Carrier:
        """What claims tell of the report."""
        report = self.report
        return Carrier(report.id, report.outlet, report.published, report.title, credited(report.text))

    @cached_property
    def _telling(self) -> list[int | None]:
        """For each word the attribution whose content holds it: the one that begins last.

        Of several that begin there it is one with a source, and what is said last: "denied, then admitted".
        """
        found: list[int | None] = [None] * len(self.tree.words)
        told = enumerate(self.attributions)
        spans = ((s, -e, bool(a.source), a.cue, n) for n, a in told for s, e in a.content)
        for start, end, *_, number in sorted(spans):
            for at in range(self.tree.at(start), self.tree.at(-end)):
                found[at] = number
        return found

    @cached_property
    def _cued(self) -> set[int]:
        """The words of sources and cues."""
        spans = (span for a in self.attributions for span in (*a.source, *a.cue))
        return {at for start, end in spans for at in range(self.tree.at(start), self.tree.at(end))}

    def attribution(self, at: int) -> Attribution | None:
        """The attribution whose content holds a word."""
        number = self._telling[at]
        return None if number is None else self.attributions[number]

    @cached_property
    def artifact_nouns(self) -> list[int]:
        """The nouns that name a recording, video, letter or the like; of "e-mail" the word with the rest.

        Among them is the last word of "video message".
        """
        known, lower, upos = groups("artifacts"), self.tree.lower, self.tree.words.upos
        whole = [i for i, word in enumerate(lower) if word in known and upos[i] == "NOUN"]
        whole = [i for i in whole if "-" not in lower[i + 1 : i + 2]]  # no "photo-journalist"
        mails = (i for i, word in enumerate(lower) if word == "e" and "".join(lower[i : i + 3]) in known)
        heads = self.tree.words.heads
        last = {i + 2 if heads[i] == i + 2 else i for i in mails}
        pairs = (i for i in range(1, len(lower)) if f"{lower[i - 1]} {lower[i]}" in known)
        return sorted({*whole, *last, *pairs})

    @cached_property
    def owners(self) -> dict[tuple[str, int], str | None]:
        """Whose artifacts are, by how that was looked for and where; kept, as many words ask for it."""
        return {}

    def is_cue(self, at: int) -> bool:
        """Whether a word is part of a source or a cue."""
        return at in self._cued

    def times(self, span: Span) -> list[Time]:
        """The time expressions in a span."""
        times = self.reading.times
        first = bisect_left(times, span[0], key=lambda time: time.start)
        last = bisect_left(times, span[1], key=lambda time: time.start)
        return [time for time in times[first:last] if time.end <= span[1]]

    def person(self, at: int) -> Subject | None:
        """Whom a word stands for: by name, by pronoun, or by what the report says that somebody is."""
        named = self.named_person(at)
        if named is not None:
            return self.subject(named)
        return self._unnamed(at)

    def joined(self, at: int | None) -> list[int]:
        """A word and the names joined to it: "Ann Roe and Bo Li were held", "two men, Bo Li and Cy Orr"."""
        if at is None:
            return []
        upos = self.tree.words.upos
        told = (at, *(c for c in self.tree.having(at, "nmod") if upos[at] == "NUM"))  # "two of the men, Bo"
        apposed = [c for word in told for c in self.tree.having(word, "appos") if upos[c] == "PROPN"]
        bare = (c for c in self.tree.having(at, "nmod") if c > at and not self.tree.cases(c))
        beside = [c for c in bare if self.tree.lower[at].endswith("s") and self.mentions.of(c, "PERSON")]
        found = [
            *beside[:1],
            *(c for w in (at, *apposed[:1], *beside[:1]) for c in self.tree.having(w, "conj")),
        ]
        if apposed and self.mentions.of(at, "PERSON") is None:  # "the men held since May, Bo Li and Cy Orr,"
            found.insert(0, apposed[0])
        return [at, *(c for c in found if upos[c] == "PROPN" or self.mentions.of(c, "PERSON"))]

    def included(self, at: int) -> list[Subject]:
        """Those named among several: "three people, including the mayor and Ann Roe"."""
        tree = self.tree
        counted = any(True for _ in tree.having(at, "nummod")) or tree.lower[at] in words("several", "people")
        last = self._one_count(at) if counted else at
        apart = (i for i in range(at + 2, last) if tree.words.upos[i - 1] == "PUNCT")
        cases = (i for i in apart if tree.relation(i) == "case" and tree.words.heads[i] > i)
        named = (*tree.having(at, "nmod"), *(tree.words.heads[i] for i in cases))
        told = words("naming", "including") | (words("naming", "such_as") if self._are_some(at) else set())
        among = [c for c in named if told.intersection(case.partition(" ")[0] for case in tree.cases(c))]
        of_them = (c for c in among if tree.lower[c] in words("naming", "they") and c + 1 < last)
        among += [self._name_behind(c) for c in of_them]  # "among them Ann Roe"
        return [found for c in among[-1:] for word in self.joined(c) if (found := self.person(word))]

    def _name_behind(self, at: int) -> int:
        """Where a person's name begins behind a word and what tells who he is, or else the next word."""
        behind = range(at + 1, min(self.tree.sentence(at)[1], at + NEAR))
        end = next((i for i in behind if self.tree.words.upos[i] in ("VERB", "AUX")), behind.stop)
        return next((i for i in range(at + 1, end) if self.mentions.of(i, "PERSON")), at + 1)

    def _are_some(self, at: int) -> bool:
        """Whether a noun is for several of a kind, of whom "such as" gives some: "figures like Ann Roe"."""
        return self.tree.words.upos[at] == "NOUN" and self.tree.lower[at].endswith("s")

    def _one_count(self, at: int) -> int:
        """Where the words behind a number of people go on to others: "five died; ten more were hurt"."""
        tree = self.tree
        for i in range(at + 1, tree.sentence(at)[1]):
            other = tree.words.upos[i] == "NUM" and tree.relation(i) in ("nsubj", "obj", "nummod")
            aged = tree.lower[i - 1] in ("aged", ",") or tree.lower[i + 1 : i + 2] == ["-"]  # "19-year-old"
            if tree.lower[i] == ";" or (other and not aged):
                return i
        return tree.sentence(at)[1]

    def everyone(self, at: int | None) -> list[Subject]:
        """All whom a word stands for: by name, with those joined to it, or as "both" and "they".

        Somebody of whom the report's lead tells without a name is the one whom it names thereafter.
        """
        if at is None:
            return []
        told = ([one] if (one := self.person(word)) else self.included(word) for word in self.joined(at))
        found = {one.name: one for people in told for one in people}
        if found:
            return list(found.values())
        if (named := introduced(self, at)) is not None:
            return [self.subject(named)]
        member = self.member(at)
        if member is not None:
            return [one for word in self.joined(member) if (one := self.person(word))]
        return [self.subject(named) for named in several(self, at)]

    def member(self, at: int) -> int | None:
        """Who is told to be what a noun names: "was among 40 people held", "is a student living in Arle"."""
        tree = self.tree
        head = tree.words.heads[at]
        one = tree.lower[head] in words("naming", "one") and tree.relation(at) == "nmod"
        whole = head if one else at
        if one and tree.relation(whole) == "appos":  # "Ann Roe, one of four women held in Arle"
            return tree.words.heads[whole]
        cases = (case for word in (at, *tree.having(at, "nummod")) for case in tree.cases(word))
        among = one or any(case in words("naming", "including") for case in cases)
        stays = tree.relation(whole) == "xcomp" and tree.lower[head] in words("naming", "remaining")
        is_so = stays or any(True for _ in tree.having(whole, "cop"))
        is_so = is_so and (tree.words.upos[at] == "NOUN" or tree.lower[at] in words("naming", "one"))
        return tree.subject(whole) if is_so and (among or not tree.cases(at)) else None

    def subject(self, named: Named) -> Subject:
        """A person as a subject, with what the report says that he or she is."""
        return Subject(self._family_name(named), tuple(sorted(self.mentions.roles(named))))

    def _family_name(self, named: Named) -> str:
        """A first name with the surname of whose kin somebody is: "Roe's son Ben" is Ben Roe."""
        at = self.tree.at(named.mentions[0].start)
        kin = at - 1
        if " " in named.name or kin < 0 or self.tree.lower[kin] not in words("naming", "child"):
            return named.name
        owner = next(self.tree.having(kin, "nmod:poss"), None)
        own = words("naming", "i") | words("naming", "we")  # "my brother Ben"
        theirs = owner is not None and self.tree.lower[owner] not in own
        parent = self.named_person(owner) if theirs and owner is not None else None
        return f"{named.name} {parent.name.rpartition(' ')[2]}" if parent is not None else named.name

    def named_person(self, at: int) -> Named | None:
        """The person that a word stands for, if the report has a name."""
        tree, word = self.tree, self.tree.lower[at]
        if tree.words.upos[at] == "PRON" or word in words("naming", "he") | words("naming", "she"):
            return antecedent(self, at)
        named = self.mentions.of(at, "PERSON")
        if named is not None:
            return named
        if word in words("naming", "person_head") and (owner := self.owner(at)) is not None:
            return self.named_person(owner)
        return self.holder(at)

    def holder(self, at: int) -> Named | None:
        """The named person whom a noun means by what somebody is."""
        return holder(self, at)

    def owner(self, at: int) -> int | None:
        """Whose, or of whom, a noun is: "his body", "the body of the minister"."""
        owner = next(self.tree.having(at, "nmod:poss"), None)
        if owner is not None and self.tree.lower[owner] in words("naming", "whose"):
            return self.tree.antecedent(self.tree.words.heads[at], owner)
        return owner if owner is not None else self.tree.oblique(at, "of")

    def speaker(self, at: int) -> Named | None:
        """Who says a word, where the report has a name for them."""
        attribution = self.attribution(at)
        name = attribution.speaker if attribution else None
        return self.named.get(name) if name else None

    def _unnamed(self, at: int) -> Subject | None:
        """Somebody whom the report gives a role in a group, but no name."""
        tree = self.tree
        if tree.lower[at] not in words("naming", "role"):
            return None
        owner = self.owner(at)
        of = self.group(owner) if owner is not None else None
        return Subject(f"{tree.lower[at]} of {of}", (tree.lower[at], of.lower())) if of else None

    def called(self, at: int) -> str:
        """What a noun is called, with what stands before it: "oil ministry"."""
        proper = self.mentions.proper(at)
        if proper:
            named = self.mentions.of(at, "ORG") if self.mentions.covering(at) else None
            return named.name if named and proper in named.name else proper
        tree = self.tree
        kept = ("compound", "amod", "nmod:poss")
        if tree.lower[at] in words("naming", "offices") and any(True for _ in tree.having(at, "nmod:poss")):
            first = min(tree.phrase(c)[0] for c in tree.having(at, *kept))  # "prosecutor-general's office"
            first += tree.words.upos[first] == "DET"
            return tree.text[tree.words.spans[first][0] : tree.words.spans[at][1]]
        before = (tree.span(c) for c in tree.having(at, "compound", "amod") if c < at)
        return " ".join(tree.text[slice(*span)] for span in [*before, tree.words.spans[at]])

    def group(self, at: int) -> str | None:
        """The name of the organisation or country that a word stands for."""
        from sayso.questions.text.parties import party

        return party(self, at)
