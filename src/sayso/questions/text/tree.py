"""Who does what to whom: the parts that words have in their clauses, from the syntax of a reading.

Relations are those of Universal Dependencies 2. Every walk is bounded, so that the time grows
with the text alone.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from sayso.questions.text.mending import insertions, mended
from sayso.questions.vocabulary import entries
from sayso.reading.annotations import Reading, Span

__all__ = ["Tree"]

STEPS = 6
"""Words followed upwards from a word to what it shares a subject with."""

SUBTREE = 60
"""Words of a phrase that are looked at."""

_SAME = ("conj", "xcomp", "advcl", "ccomp", "parataxis")
"""Relations over which a verb without a subject of its own has that of the verb above it."""


class Tree:
    """The syntax of one text, to be walked from word to word; words are indices."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.text
        self.lower = [reading.text[start:end].lower() for start, end in reading.words.spans]
        self.insertions = tuple(insertions(reading.words, self.lower))
        self.words = words = mended(reading, self.lower, self.insertions)
        self.children: list[list[int]] = [[] for _ in words.spans]
        for at, head in enumerate(words.heads):
            if head != at:
                self.children[head].append(at)
        self._starts = [start for start, _ in words.spans]
        self._begins = [first for first, last in words.sentences if first < last]

    def relation(self, at: int) -> str:
        """The relation of a word to its head, without its subtype."""
        return self.words.deprels[at].partition(":")[0]

    def at(self, offset: int) -> int:
        """The first word that begins at an offset or behind it."""
        return bisect_left(self._starts, offset)

    def sentence(self, at: int) -> Span:
        """The range of words of the sentence of a word."""
        number = max(0, self.number(at))
        end = self._begins[number + 1] if number + 1 < len(self._begins) else len(self.words)
        return self._begins[number], end

    def number(self, at: int) -> int:
        """Which sentence a word is in, counted from 0."""
        return bisect_right(self._begins, at) - 1

    def having(self, at: int, *relations: str) -> Iterator[int]:
        """The words that hang on a word by one of these relations (subtypes count where they are given)."""
        for child in self.children[at]:
            if self.words.deprels[child] in relations or self.relation(child) in relations:
                yield child

    def cases(self, at: int) -> tuple[str, ...]:
        """The prepositions of a noun, "out of" as "out of" and as "of"."""
        found = []
        outer = (c for c in self.having(at, "compound") if c < at and self.words.upos[c] == "PROPN")
        aged = (c for c in self.having(at, "amod") if c < at and self.lower[c - 1] == "-")
        holders = (
            at,
            *outer,
            *aged,
        )  # "in Port Anselm", where the parse hangs "in" on "Port"; "as 21-year-old"
        for case in (case for word in holders for case in self.having(word, "case")):
            rest = " ".join(self.lower[i] for i in self.having(case, "fixed"))
            found.append(f"{self.lower[case]} {rest}".strip())
        if len(found) > 1:
            found.append(" ".join(found))
        return tuple(found)

    def passive(self, at: int) -> bool:
        """Whether a verb stands in the passive, as a participle behind its noun does."""
        told = {self.words.deprels[c] for c in self.children[at]}
        active = told.isdisjoint(("aux:pass", "obl:agent")) and "obj" in told  # "rebels killed ten", misread
        if "nsubj:pass" in told and active and self.relation(at) not in ("acl", "amod"):
            return False
        if self._may_be_perfect(at):
            return False
        if not told.isdisjoint(("nsubj:pass", "aux:pass", "obl:agent")) or self._was_done(at):
            return True
        bare = self.relation(at) in ("acl", "amod", "xcomp", "advcl", "root", "conj")
        to = any(self.lower[c] == "to" for c in self.having(at, "mark"))  # "plans to release"
        if not bare or to or self.lower[at].endswith("ing") or self.words.deprels[at] == "acl:relcl":
            return self._passive_above(at)
        alone = not any(self.relation(c) in ("nsubj", "obj", "aux") for c in self.children[at])
        return (alone and self.relation(at) != "conj") or self._passive_above(at)

    def _may_be_perfect(self, at: int) -> bool:
        """Whether the "'s" of "he's killed" may be "has": nobody is the victim by it."""
        auxiliary = [self.lower[c] for c in self.having(at, "aux:pass", "aux")]
        return auxiliary in (["'s"], ["’s"]) and self.relation(at) in ("ccomp", "xcomp", "conj", "parataxis")

    def _was_done(self, at: int) -> bool:
        """Whether a participle is read as what somebody is: "was badly hurt"."""
        was = next(self.having(at, "cop"), at)
        done = was < at and self.words.upos[at] == "VERB" and not self.lower[at].endswith("ing")
        return done and all(self.words.upos[i] == "ADV" for i in range(was + 1, at))

    def _passive_above(self, at: int) -> bool:
        """Whether a verb shares the passive of the one before it: "was shot and killed"."""
        if self.relation(at) != "conj":
            return False
        own = any(self.relation(c) in ("nsubj", "aux", "obj") for c in self.children[at])
        head = self.words.heads[at]
        return not own and self.relation(head) != "conj" and self.passive(head)

    def subject(self, at: int) -> int | None:
        """The subject of a verb or predicate, its own or that of the verb it goes with."""
        verb = at
        for _ in range(STEPS):
            own = self._own_subject(at)
            if own is not None:
                return self.antecedent(at, own)
            head, relation = self.words.heads[at], self.relation(at)
            if relation in ("acl", "amod"):
                return head
            if relation == "advcl" and (own := self._behind_conjunction(at)) is not None:
                return own
            if head == at or relation not in _SAME:
                break
            shared = self._shared(at, head, relation)
            if shared is not None:
                return shared
            if relation in ("ccomp", "parataxis"):
                break
            at = head
        return self._beside(verb)

    def _shared(self, at: int, head: int, relation: str) -> int | None:
        """The subject that a clause has from the verb above it, where that is not this verb's own subject."""
        if relation == "conj":
            beside = self._beside(at)
            if beside is None or beside < head:
                return None
            himself = self.lower[at - 1].endswith("self")  # "and Ann Roe herself died"
            return beside if himself or self.relation(beside) == "nsubj" else None
        if relation == "xcomp":
            return next(self.having(head, "obj"), None) if self.words.upos[at] != "ADV" else None
        marks = {self.lower[c] for c in self.having(at, "mark")}
        if relation == "advcl" and marks & entries("of_object"):  # "jailed her for killing"
            return next((c for c in self.having(head, "iobj", "obj") if head < c < at), None)
        small = relation == "ccomp" and self.words.upos[at] != "VERB"  # "believed him alive"
        if small or (relation == "advcl" and self.words.upos[at] == "ADJ"):  # "left two people dead"
            between = (c for c in self.having(head, "obj", "nsubj", "ccomp") if head < c < at)
            named = next((c for c in between if self.words.upos[c] not in ("VERB", "ADJ")), None)
            if named is not None:
                return named
        return self._before_cue(at, head) if relation in ("ccomp", "parataxis") else None

    def _own_subject(self, at: int) -> int | None:
        """The subject that hangs on a verb: of several the last before it."""
        found = [c for c in self.having(at, "nsubj") if not self._owns(c)]
        found = [c for c in found if not self.cases(c)] or found
        found = [c for c in found if not self.lower[c].endswith("self")] or found  # "who had himself died"
        bare = self.relation(at) == "xcomp"  # "are feared to have died when | a boat overturned"
        found = [c for c in found if c < at or not (bare or self._begins_clause(c))]
        before = [c for c in found if c < at and not self._is_apart(c, found)]
        if not found:
            return self._behind_mark(at)
        return before[-1] if before else found[0]

    def _begins_clause(self, at: int) -> bool:
        """Whether a conjunction stands before a noun: "was held as | fighters entered the town"."""
        first = self.phrase(at)[0]
        return "SCONJ" in self.words.upos[max(0, first - 1) : first + 1]

    def _is_apart(self, at: int, subjects: list[int]) -> bool:
        """Whether one of several subjects is set off by commas: "Ann Roe, long the most wanted, was held"."""
        first = subjects[0]
        if at == first or self.words.upos[first] not in ("PROPN", "NOUN"):
            return False
        last = self.phrase(at)[-1]
        closed = "," in (self.lower[last], *self.lower[last + 1 : last + 2])
        closed = closed or any(True for _ in self.having(at, "cc"))
        return closed and "," in self.lower[first + 1 : at]

    def _behind_mark(self, at: int) -> int | None:
        """A subject that a parse took for a time: "since the capital fell"."""
        for child in self.having(at, "obl"):
            marked = any(case in entries("marks") for case in self.cases(child))
            whole = any(True for _ in self.having(child, "det", "flat"))
            if marked and whole and child < at and self.words.upos[at] == "VERB":
                return child
        return None

    def _owns(self, at: int) -> bool:
        """Whether a noun ends in a possessive, so that it only tells whose the next noun is."""
        return any(self.words.upos[c] == "PART" for c in self.having(at, "case"))

    def _beside(self, verb: int) -> int | None:
        """The noun right before a verb and its auxiliaries, where the parse gives it no subject."""
        at = verb - 1
        while at >= 0 and (self.words.upos[at] in ("AUX", "ADV", "PART") or self.lower[at].endswith("self")):
            at -= 1
        if at < self.sentence(verb)[0] or self.words.upos[verb] != "VERB":
            return None
        if self.words.upos[at] not in ("PROPN", "NOUN") and self.lower[at] not in entries("he_and_she"):
            return None
        while self.relation(at) in ("flat", "appos") and self.words.heads[at] < at:
            at = self.words.heads[at]
        return None if any(True for _ in self.having(at, "case")) else at

    def _behind_conjunction(self, at: int) -> int | None:
        """The subject of a finite clause that a parse hung elsewhere: "after | burglar Ann Roe escaped"."""
        mark = next(self.having(at, "mark"), at)
        beside = self._beside(at) if mark < at and not self.lower[at].endswith("ing") else None
        return beside if beside is not None and beside > mark else None

    def _before_cue(self, at: int, cue: int) -> int | None:
        """The subject before a clause that a parse hung on the verb of saying behind it."""
        own = [c for c in self.having(cue, "nsubj") if c < at]
        return own[0] if at < cue and own else None

    def agent(self, at: int) -> int | None:
        """Who does what a verb tells: its subject, or in the passive who stands behind "by"."""
        if not self.passive(at):
            return self.subject(at)
        own = self.oblique(at, "by")
        if own is None and self.relation(at) == "conj":  # "was invaded by Mora and annexed"
            return self.oblique(self.words.heads[at], "by")
        return own

    def patient(self, at: int) -> int | None:
        """To whom a verb does it: its object, or in the passive its subject."""
        if self.passive(at) or self._is_state(at):
            return self.subject(at)
        objects = list(self.having(at, "obj", "iobj"))
        if objects:  # of two the one behind the verb: "thug Roe | kills reporters"
            behind = [c for c in objects if c > at]
            whole = (c for c in behind if self.lower[c + 1 : c + 2] != ["-"])  # "co | - mayor"
            return self.antecedent(at, next(whole, behind[0] if behind else objects[0]))
        for found in (self._mistaken(at), self._later(at)):
            if found is not None:
                return found
        return self._shared_object(at)

    def _is_state(self, at: int) -> bool:
        """Whether a participle stands as an adjective that somebody is: "was badly hurt"."""
        return self.words.upos[at] == "ADJ" and any(True for _ in self.having(at, "cop"))

    def _shared_object(self, at: int) -> int | None:
        """The object behind joined verbs, where the parse gave it to the first: "invaded and held Arle"."""
        head = self.words.heads[at]
        if self.relation(at) != "conj" or self._own_subject(at) is not None:
            return None
        return next((c for c in self.having(head, "obj") if head < at < c), None)

    def _mistaken(self, at: int) -> int | None:
        """An object that a parse took for a second subject, or for a noun behind a preposition."""
        behind = next((c for c in self.having(at, "nsubj") if c > at), None)
        if behind is not None and self._own_subject(at) != behind:
            return behind
        particle = self.lower[at + 1] if at + 1 < len(self.words) else ""
        for child in self.having(at, "obl"):
            if particle in entries("particles") and particle in self.cases(child):  # "shot down Flight 17"
                return child
            bare = self.words.deprels[child] == "obl" and not self.cases(child)
            if bare and self.words.deprels[at + 1 : at + 2] == ("compound:prt",):  # "has taken over the town"
                return child
            counted = self.phrase(child)[0] == at + 1 and any(True for _ in self.having(child, "nummod"))
            if bare and (self.words.upos[child] == "PROPN" or counted):  # "killed at least 30 people"
                return child
        return None

    def _later(self, at: int) -> int | None:
        """The object of a verb joined to this one, which they share."""
        for verb in self.having(at, "conj"):
            if self._own_subject(verb) is not None:
                return None
            shared = next(self.having(verb, "obj"), None)
            if shared is not None and self.words.upos[verb] == "VERB":
                return shared
        return None

    def oblique(self, at: int, *prepositions: str) -> int | None:
        """The noun that hangs on a word by one of these prepositions, the nearest of them."""
        found = (
            child
            for child in self.having(at, "obl", "nmod")
            if any(case in prepositions for case in self.cases(child))
        )
        best = min(found, key=lambda child: abs(child - at), default=None)
        return best if best is not None else self.right_behind(at, *prepositions)

    def right_behind(self, at: int, *prepositions: str) -> int | None:
        """The noun of a preposition that follows a word at once, wherever the parse hung it."""
        case = at + 1
        if case >= len(self.words) or self.words.upos[at] not in ("NOUN", "PROPN", "VERB"):
            return None
        follows = self.relation(case) == "case" and self.lower[case] in prepositions
        return self.words.heads[case] if follows and self.words.heads[case] > case else None

    def antecedent(self, at: int, noun: int) -> int:
        """The noun that a relative pronoun stands for; any other word is itself."""
        if self.lower[noun] in entries("relatives"):
            for _ in range(STEPS):
                if self.words.deprels[at].startswith("acl"):
                    head = self.words.heads[at]
                    event = self.lower[head] in entries("of_people") and self.lower[noun - 1] == ","
                    return head if head < noun and not event else self._noun_before(noun)
                if self.relation(at) != "conj":
                    break
                at = self.words.heads[at]
            if noun and self.lower[noun - 1] == "," and self.lower[noun] in entries("set_off"):
                return self._noun_before(noun)
        return noun

    def _noun_before(self, at: int) -> int:
        """The noun nearest before a word."""
        near = (i for i in range(at - 1, max(-1, at - STEPS), -1) if self.words.upos[i] in ("NOUN", "PROPN"))
        return next(near, at)

    def phrase(self, at: int) -> list[int]:
        """The words of the phrase of a word, in order."""
        found, waiting = [at], [at]
        while waiting and len(found) < SUBTREE:
            below = self.children[waiting.pop()]
            found += below
            waiting += below
        return sorted(found)

    def span(self, at: int) -> Span:
        """Where the phrase of a word stands in the text."""
        found = self.phrase(at)
        return self.words.spans[found[0]][0], self.words.spans[found[-1]][1]

    def above(self, at: int) -> Iterator[int]:
        """The words above a word, nearest first, as far as a walk goes."""
        for _ in range(STEPS):
            head = self.words.heads[at]
            if head == at:
                return
            at = head
            yield at
