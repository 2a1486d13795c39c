"""Pronouns of one person, and definite nouns: whom of those just spoken of they stand for.

A pronoun takes up the subject of what was said last, above all who spoke last (Centering: Grosz,
Joshi and Weinstein 1995). Names inside quotations are passed over, and where two people who agree
with it compete, it stands for nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from sayso.reading.clauses import Clauses
from sayso.reading.names import Named, Names
from sayso.reading.nouns import noun_kind
from sayso.reading.quotes import Quoted
from sayso.reading.vocabulary import entries

__all__ = ["Referents"]

NEAR = 700
"""Characters before a pronoun in which the one it stands for is looked for."""

FAR = 1600
"""The same where nobody who agrees with it is nearer, and the text has but one."""

Agrees = Callable[[Named], bool]


class Referents:
    """Who has spoken and who was spoken of, as far as a text is read."""

    def __init__(self, names: Names, clauses: Clauses, quoted: Quoted) -> None:
        self._names = names
        self._clauses = clauses
        self._quoted = quoted
        self._spoke: dict[int, list[tuple[int, Named | None]]] = defaultdict(list)

    def add(self, place: int, named: Named | None) -> None:
        """Somebody spoke whose source is at an offset; None is one person without a name."""
        self._spoke[self._clauses.sentence(place)].append((place, named))

    def pronoun(self, word: str, at: int, barred: Sequence[Named] = ()) -> Named | None:
        """The person that "he" or "she" at an offset stands for; it is none of ``barred``."""
        gender, not_these = _gender(word), {id(named) for named in barred}
        if gender is None:
            return None

        def agrees(named: Named) -> bool:
            return named.label == "PERSON" and named.gender in (gender, None) and id(named) not in not_these

        if word in entries("possessives"):
            sentence = max(at - FAR, self._clauses.start(self._clauses.sentence(at)))
            if _pronouns(gender).isdisjoint(self._names.text[sentence:at].lower().split()):
                return self._only(sentence, at, agrees) or self._only(at - NEAR, at, agrees)
        found = self.latest(at, agrees)
        in_doubt = any(named.gender == gender for named in barred)
        return None if found and in_doubt and not found.gender else found

    def latest(self, at: int, agrees: Agrees) -> Named | None:
        """The last one spoken of before an offset who agrees, if nobody competes."""
        clauses = self._clauses
        here, steps, bystanders, owning = clauses.sentence(at), 0, dict[int, Named](), set[int]()
        for sentence in range(here, -1, -1):
            low, high = max(at - FAR, clauses.start(sentence)), min(at, clauses.start(sentence + 1))
            if at - high > NEAR:
                break
            spoke = [n for place, n in self._spoke[sentence] if place < at and self._heard(place, at)]
            speakers = {id(n): n for n in spoke if n and agrees(n)}
            subjects, others, owners = self._present(low, high, at, agrees)
            subjects |= speakers
            chosen = speakers if len(speakers) == 1 and sentence < here else subjects
            if len(chosen) == 1:
                found = next(iter(chosen.values()))
                rivals = {*bystanders, *others, *owning} - {id(found)}
                doubtful = any(n.gender for n in bystanders.values() if n is not found)
                sure = bool(speakers and found.gender and not doubtful) or not rivals
                return found if sure and (found.gender or steps < 2) else None
            if chosen or self._someone(low, high, spoke):
                return None
            bystanders |= others
            owning |= owners
            steps += bool(others)
        return self._only(at - FAR, at, agrees)

    def sole(self, at: int) -> Named | None:
        """The only person of the sentence at an offset and the one before it, if he is a subject there."""
        here = self._clauses.sentence(at)
        low = max(at - NEAR, self._clauses.start(max(0, here - 1)))
        people = [
            (mention, named)
            for mention in self._names.within(low, at)
            if (named := self._names.of(mention)) and named.label == "PERSON"
        ]
        if len({id(named) for _, named in people}) != 1 or self._someone(low, at, []):
            return None
        subject = any(self._clauses.is_subject(mention.start, mention.end) for mention, _ in people)
        return people[0][1] if subject else None

    def _present(
        self, low: int, high: int, at: int, agrees: Agrees
    ) -> tuple[dict[int, Named], dict[int, Named], set[int]]:
        """Those who agree in a stretch of text: subjects, others that have a part in it, and owners."""
        subjects: dict[int, Named] = {}
        others: dict[int, Named] = {}
        owners, here = set[int](), self._clauses.sentence(at)
        for mention in self._names.within(low, high):
            named = self._names.of(mention)
            if named and agrees(named) and self._heard(mention.start, at):
                if self._clauses.is_subject(mention.start, mention.end):
                    subjects[id(named)] = named
                elif not self._clauses.owns(mention.start, mention.end):
                    others[id(named)] = named
                elif self._clauses.begins(mention.start) or self._clauses.sentence(mention.start) < here:
                    owners.add(id(named))
        return subjects, others, owners

    def _heard(self, place: int, at: int) -> bool:
        """Whether a place is outside quotations, or in the one that another place is in."""
        region = self._quoted.region(place)
        return region is None or region == self._quoted.region(at)

    def _someone(self, low: int, high: int, spoke: list[Named | None]) -> bool:
        """Whether somebody without a name is spoken of, whom a pronoun may stand for as well."""
        if None in spoke:
            return True
        kinds = map(noun_kind, self._clauses.unnamed_subjects(low, high))
        return any(kind in ("person-unnamed", "official-unnamed") for kind in kinds)

    def _only(self, low: int, at: int, agrees: Agrees) -> Named | None:
        """The one person between two offsets who agrees, if the gender is told."""
        mentions = self._names.within(max(0, low), at)
        found = {id(n): n for m in mentions if (n := self._names.of(m)) and agrees(n)}
        only = next(iter(found.values()), None)
        return only if len(found) == 1 and only and only.gender else None


def _gender(pronoun: str) -> str | None:
    """The gender that a pronoun tells, "m" or "f"."""
    return next((gender for gender in ("f", "m") if pronoun in _pronouns(gender)), None)


def _pronouns(gender: str) -> frozenset[str]:
    return entries("pronouns_female" if gender == "f" else "pronouns_male")
